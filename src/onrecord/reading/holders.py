"""Which drafts hold which words: a long article must not compare all with all."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.reading.drafts import Draft


class Holders:
    """Holders(drafts).holding(words) -> the drafts that have all the words in their content; kept by word."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self._drafts: dict[int, Draft] = {}
        self._by_word: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.add(draft)

    @property
    def drafts(self) -> list[Draft]:
        """In the order they were added."""
        return list(self._drafts.values())

    def add(self, draft: Draft) -> None:
        self._drafts[id(draft)] = draft
        self.own(draft, draft.content)

    def own(self, draft: Draft, words: Iterable[int]) -> None:
        for i in words:
            self._by_word.setdefault(i, []).append(draft)

    def drop(self, drafts: Iterable[Draft]) -> None:
        for draft in list(drafts):
            if self._drafts.pop(id(draft), None):
                for i in draft.content:
                    self._by_word[i] = [d for d in self._by_word[i] if d is not draft]

    def owning(self, words: Iterable[int]) -> list[Draft]:
        """Every draft with one of the words in its content, once each."""
        return list({id(d): d for i in words for d in self._by_word.get(i, ())}.values())

    def holding(self, words: Sequence[int]) -> list[Draft]:
        """Every draft with all of the words in its content."""
        found = {id(d): d for i in words[:1] for d in self._by_word.get(i, ())}
        for i in words[1:]:
            found = {id(d): d for d in self._by_word.get(i, ()) if id(d) in found}
        return list(found.values())

    def of(self, words: Sequence[int]) -> list[Draft]:
        """The drafts whose content has more than half of the words."""
        counts = Counter(id(d) for i in words for d in self._by_word.get(i, ()))
        return [d for d in self.owning(words) if counts[id(d)] * 2 > len(words)]


def nest(drafts: Sequence[Draft]) -> None:
    """Give each draft the smallest other draft whose content it sits in; where there is none its parent stays."""
    holders = Holders(drafts)
    for draft in drafts:
        near = holders.holding(draft.frame() or draft.content)
        around = [d for d in near if d is not draft and len(d.content) > len(draft.content)]
        draft.parent = min(around, key=lambda d: len(d.content), default=draft.parent)
