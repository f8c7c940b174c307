"""Adverbs that pass on what nobody is named for: 'The guard reportedly bought a hat.' -> reportedly, the guard bought a hat"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import DETERMINERS, PREPOSITIONS
from onrecord.text.quotation import OUTSIDE

_ADVERBS = frozenset("reportedly allegedly purportedly supposedly apparently".split())
_STOPS = frozenset('.?!;:—–()“”"«»')
_JOINTS = frozenset("and but while who which whose where although though because as".split())
_CONFIDENCE = 0.6
_LONGEST = 40  # words of a clause to either side
_SHORTEST = 3
_INITIAL = 2  # letters before the full stop of "U.S.", "Mr."


def hearsay(text: str, features: Features, drafts: Sequence[Draft]) -> list[Draft]:
    """-> a draft without a source for each such adverb that is no part of a source or a cue already."""
    taken = frozenset(i for d in drafts for i in d.frame())
    out = []
    for i, (start, end) in enumerate(features.words):
        if i not in taken and text[start:end].lower() in _ADVERBS:
            content = _Clause(text, features, i, taken).words()
            if content:
                out.append(Draft((), (i,), content, _CONFIDENCE))
    return out


@dataclass(frozen=True, slots=True)
class _Clause:
    """The clause that adverb `at` stands in. taken: words that say who said something, and how."""

    text: str
    features: Features
    at: int
    taken: AbstractSet[int]

    def words(self) -> tuple[int, ...]:
        """Without the adverb and the commas at its ends; none where it only colours a noun ("an allegedly stolen car")."""
        if self.at and (self._low(self.at - 1) in DETERMINERS or self._low(self.at - 1) in PREPOSITIONS):
            return ()
        first = last = self.at
        while self.at - first < _LONGEST and self._goes_back(first - 1):
            first -= 1
        while last - self.at < _LONGEST and self._goes_on(last + 1):
            last += 1
        kept = [k for k in range(first, last + 1) if k != self.at]
        while kept and self._low(kept[-1]) == ",":
            kept.pop()
        while kept and self._low(kept[0]) == ",":
            kept.pop(0)
        return tuple(kept) if len(kept) >= _SHORTEST else ()

    def _low(self, k: int) -> str:
        return self.text[slice(*self.features.words[k])].lower() if 0 <= k < len(self.features.words) else ""

    def _goes_back(self, k: int) -> bool:
        return self._goes_on(k) and not (self._low(k) in _JOINTS and self._low(k - 1) == ",")

    def _goes_on(self, k: int) -> bool:
        if k in self.taken or not self._is_beside(k) or (self._low(k) in _STOPS and not self._abbreviates(k)):
            return False
        return not (self._low(k) == "," and self._low(k + 1) in _JOINTS)

    def _is_beside(self, k: int) -> bool:
        """Whether word k is in the paragraph, and in the quotation where the adverb is in one."""
        features = self.features
        if not 0 <= k < len(features.words) or features.paragraph[k] != features.paragraph[self.at]:
            return False
        return features.quote[self.at] == OUTSIDE or features.quote[k] != OUTSIDE

    def _abbreviates(self, k: int) -> bool:
        after = k + 1 < len(self.features.words) and self.features.words[k][1] == self.features.words[k + 1][0]
        return self._low(k) == "." and (after or (k > 0 and len(self._low(k - 1)) <= _INITIAL))
