"""What an index holds, for those who search in it: the texts, and where word pairs stand."""

from onrecord.matching.grams import Hashes
from onrecord.matching.search import Looked, Postings, Windows
from onrecord.matching.store import Store
from onrecord.matching.texts import Texts
from onrecord.matching.within import Within


class Shelf:
    """Shelf(store).windows(shelf.look(pairs), 120, 1500) -> where to look; Shelf(store).within -> what stands there
    of it; Shelf(store).texts -> the texts themselves."""

    def __init__(self, store: Store) -> None:
        self.texts = Texts(store)
        self._postings = Postings(store)
        self.within = Within(self.texts, self._postings)

    def look(self, pairs: Hashes) -> Looked | None:
        """What is known of these word pairs: how rare they are."""
        return self._postings.look(pairs)

    def windows(self, looked: Looked, length: int, budget: int) -> Windows:
        """Where to look for a passage of so many bytes that has these pairs, best first; budget: postings of them read."""
        return self._postings.windows(looked, length, budget)
