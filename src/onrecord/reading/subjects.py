"""The whole of who speaks: 'A note seen by the Post says ...' -> the note, though the model hears the Post."""

from collections.abc import Callable, Sequence

from onrecord.models.features import Features
from onrecord.reading.lexicon import DETERMINERS
from onrecord.text.quotation import OUTSIDE

_HANDED = frozenset(
    "seen obtained reviewed viewed read shared published posted filed lodged written sent given shown leaked released"
    " commissioned".split()
)
_JOINTS = frozenset("by to on in with from at".split())
_LONGEST = 14  # words that are put before


def whole_subject(text: str, features: Features, source: Sequence[int], cue: Sequence[int]) -> tuple[int, ...]:
    """A source that a participle and a preposition govern, right before its verb, goes back to the noun phrase of these."""
    if not source or not cue or source[-1] + 1 != cue[0] or source[0] == 0:
        return tuple(source)
    joint = source[0] - 1

    def low(i: int) -> str:
        return text[slice(*features.words[i])].lower()

    if low(joint) not in _JOINTS:
        return tuple(source)
    start = joint
    while start > 0 and joint - start < _LONGEST and _goes_back(features, start - 1, source[0]) and _is_word(low, start - 1):
        start -= 1
    between = [low(i) for i in range(start, joint)]
    opens = start == 0 or features.paragraph[start - 1] != features.paragraph[start] or low(start - 1) in (".", "?", "!")
    participle = next((k for k, w in enumerate(between) if w in _HANDED), 0)
    apt = opens and participle > 0 and (between[0] in DETERMINERS or between[0].endswith("s"))
    return tuple(range(start, source[-1] + 1)) if apt else tuple(source)


def _goes_back(features: Features, i: int, of: int) -> bool:
    return features.paragraph[i] == features.paragraph[of] and features.quote[i] == OUTSIDE


def _is_word(low: Callable[[int], str], i: int) -> bool:
    """A word, or the comma of 40,000."""
    return low(i).isalnum() or (low(i) == "," and low(i - 1).isdigit() and low(i + 1).isdigit())
