"""What an index holds, for those who search in it: the texts, and where word pairs stand."""

from onrecord.matching.grams import Hashes
from onrecord.matching.search import Postings, Windows
from onrecord.matching.store import Store
from onrecord.matching.texts import Texts


class Shelf:
    """Shelf(store).windows(pairs, 120, 1500) -> where to look; Shelf(store).texts -> what stands there."""

    def __init__(self, store: Store) -> None:
        self.texts = Texts(store)
        self._postings = Postings(store)

    def windows(self, pairs: Hashes, length: int, budget: int) -> Windows:
        """Where to look for a passage of so many bytes that has these word pairs, best first."""
        return self._postings.windows(pairs, length, budget)
