"""The whole of who speaks: 'A note seen by the Post says ...' -> the note, though the model hears the Post."""

from collections.abc import Callable, Sequence

from onrecord.models.features import Features
from onrecord.reading.lexicon import DETERMINERS, PRONOUNS

_HANDED = frozenset(
    "seen obtained reviewed viewed read shared published posted filed lodged written sent given shown leaked released"
    " commissioned found discovered passed handed uncovered unearthed kept dated marked".split()
)
_MARKS = frozenset("'’‘“”\"")
_NEAR = 5  # words
_JOINTS = frozenset("by to on in with from at".split())
_LONGEST = 18  # words that are put before


def whole_subject(text: str, features: Features, source: Sequence[int], cue: Sequence[int]) -> tuple[int, ...]:
    """A source that a participle and a preposition govern, right before its verb, goes back to the noun phrase of these."""

    def low(i: int) -> str:
        return text[slice(*features.words[i])].lower()

    if not source or not cue or source[0] == 0 or not 0 < cue[0] - source[-1] <= 2:
        return tuple(source)
    if cue[0] - source[-1] == 2 and low(source[-1] + 1) != ",":
        return tuple(source)
    if low(source[0]) in PRONOUNS and len(source) > 1:
        return (*_whom(low, features, source[0]), *source)
    joint = source[0] - 1
    if low(joint) not in _JOINTS:
        return tuple(source)
    start = joint
    while (
        start > 0
        and joint - start < _LONGEST
        and features.paragraph[start - 1] == features.paragraph[joint]
        and _is_word(low, start - 1)
    ):
        start -= 1
    between = [low(i) for i in range(start, joint)]
    opens = start == 0 or features.paragraph[start - 1] != features.paragraph[start] or low(start - 1) in (".", "?", "!")
    participle = next((k for k, w in enumerate(between) if w in _HANDED), 0)
    apt = opens and participle > 0 and (between[0] in DETERMINERS or between[0].endswith("s"))
    return tuple(range(start, source[-1] + 1)) if apt else tuple(source)


def _is_word(low: Callable[[int], str], i: int) -> bool:
    """A word, its apostrophe or mark, the comma of 40,000 or one before a participle: 'a letter in the archive, | found by'."""
    between = low(i) == "," and (low(i + 1) in _HANDED or (low(i - 1).isdigit() and low(i + 1).isdigit()))
    return between or low(i).isalnum() or low(i) in _MARKS


def _whom(low: Callable[[int], str], features: Features, pronoun: int) -> tuple[int, ...]:
    """'The bank clerk | he threatened': the noun phrase that a clause with a pronoun hangs on."""
    start = pronoun
    while start > 0 and pronoun - start < _NEAR and features.paragraph[start - 1] == features.paragraph[pronoun]:
        start -= 1
        if not low(start).isalpha():
            return ()
        if low(start) in DETERMINERS:
            return tuple(range(start, pronoun)) if pronoun - start > 1 else ()
    return ()
