"""Adverbs that pass on what nobody is named for: 'The guard has reportedly bought a hat.' -> reportedly, the guard has bought a hat."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import DETERMINERS, PREPOSITIONS
from onrecord.text.quotation import OUTSIDE

_ADVERBS = frozenset("reportedly allegedly purportedly supposedly apparently".split())
_STOPS = frozenset(".?!;:—–()“”\"«»")
_JOINTS = frozenset("and but while who which whose where although though because as".split())
_CONFIDENCE = 0.6
_LONGEST = 40  # words of a clause to either side
_BE = frozenset("is are was were be been being".split())


def hearsay(text: str, features: Features, drafts: Sequence[Draft]) -> list[Draft]:
    """-> a draft without a source for each such adverb that is no part of a source or a cue already."""
    taken = {i for d in drafts for i in d.frame()}
    out = []
    for i in range(len(features.words)):
        if i not in taken and text[slice(*features.words[i])].lower() in _ADVERBS:
            content = _clause(text, features, i, taken)
            if content:
                out.append(Draft((), (i,), content, _CONFIDENCE))
    return out


def _clause(text: str, features: Features, i: int, taken: AbstractSet[int]) -> tuple[int, ...]:
    """The words of the clause that adverb i stands in; none where it only colours a noun ("an allegedly stolen car")."""

    def low(k: int) -> str:
        return text[slice(*features.words[k])].lower()

    def goes_on(k: int, step: int) -> bool:
        if not 0 <= k < len(features.words) or features.paragraph[k] != features.paragraph[i] or k in taken:
            return False
        if features.quote[i] != OUTSIDE and features.quote[k] == OUTSIDE:
            return False
        stop = low(k) in _STOPS and not _abbreviates(k)
        comma = low(k) == "," and 0 < k + 1 < len(features.words) and low(k + 1) in _JOINTS
        after_comma = step < 0 and low(k) in _JOINTS and k > 0 and low(k - 1) == ","
        return not (stop or comma or after_comma)

    def _abbreviates(k: int) -> bool:
        after = k + 1 < len(features.words) and features.words[k][1] == features.words[k + 1][0]
        return low(k) == "." and (after or (k > 0 and len(low(k - 1)) <= 2))

    if i > 0 and (low(i - 1) in DETERMINERS or low(i - 1) in PREPOSITIONS):
        return ()
    first = last = i
    while i - first < _LONGEST and goes_on(first - 1, -1):
        first -= 1
    while last - i < _LONGEST and goes_on(last + 1, 1):
        last += 1
    words = [k for k in range(first, last + 1) if k != i]
    while words and low(words[-1]) == ",":
        words.pop()
    while words and low(words[0]) == ",":
        words.pop(0)
    if words and words[-1] == i - 1 and low(words[-1]) == ",":
        words.pop()
    return tuple(words) if len(words) > 2 else ()
