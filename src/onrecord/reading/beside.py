"""Whose words stand beside a quotation that the model gives to nobody: 'Inspectors found “no mould”.' -> Inspectors, found"""

from collections.abc import Sequence
from itertools import takewhile

from onrecord.models.features import Features
from onrecord.reading.lexicon import DETERMINERS, PREPOSITIONS, feels, reports
from onrecord.text.quotation import OUTSIDE

_OPENERS = frozenset(", ; : — – but and while when as “ ” ' \" ‘ ’ « »".split())
_NO_SUBJECTS = frozenset("there what which that how why when where who if to not never".split())
_REPLIES = frozenset("response reply answer statement letter message email note text tweet comment warning".split())
_CALLED = frozenset(
    "called named dubbed labeled labelled classed classified described branded billed deemed characterized".split()
)
_ENDS_NAME = PREPOSITIONS - {"of"} | frozenset("and but who which that when while after before".split())
_LONGEST_SUBJECT = 6  # words
_NEAR = 4  # words between a verb and its quotation: "regrets in a margin"
_MARKS = frozenset("\"'“”‘’«».,!?")

Words = tuple[int, ...]


def beside(text: str, features: Features, quoted: Sequence[int]) -> tuple[Words, Words]:
    """The words of a quotation -> source and cue from its own sentence; two empty ones where it has none for sure."""
    words = _Sentence(text, features, quoted)
    return words.according() or words.before() or words.after() or words.from_whom() or ((), ())


def called_by(text: str, features: Features, quoted: Sequence[int]) -> tuple[Words, Words] | None:
    """'classed as “hazardous” by the Harbour Office' -> by whom, and the words that say so; None where nobody is named."""
    return _Sentence(text, features, quoted).called_by()


class _Sentence:
    """The unquoted words around a quotation, back and forth to the sentence's ends."""

    def __init__(self, text: str, features: Features, quoted: Sequence[int]) -> None:
        self._text, self._features, self._quoted = text, features, quoted
        first, last = quoted[0], quoted[-1]
        start = first
        while start > 0 and self._is_inside(start - 1, first):
            start -= 1
        end = last
        while end + 1 < len(features.words) and self._is_inside(end + 1, last):
            end += 1
        self._back, self._on = range(start, first), range(last + 1, end + 1)

    def _low(self, i: int) -> str:
        return self._text[slice(*self._features.words[i])].lower()

    def _is_inside(self, i: int, of: int) -> bool:
        same = self._features.paragraph[i] == self._features.paragraph[of] and self._features.quote[i] == OUTSIDE
        return same and self._low(i) not in (".", "?", "!", ";")

    def _is_capital(self, i: int) -> bool:
        return self._text[self._features.words[i][0]].isupper()

    def according(self) -> tuple[Words, Words] | None:
        """'and, according to the minutes, “covered the main points twice.”'"""
        back = self._back
        if len(back) < 4 or self._low(back[-1]) != ",":
            return None
        cue = next((k for k in back if self._low(k) == "according" and k + 1 in back and self._low(k + 1) == "to"), None)
        if cue is None or not 0 < back[-1] - (cue + 2) <= _LONGEST_SUBJECT:
            return None
        source = tuple(range(cue + 2, back[-1]))
        return (source, (cue, cue + 1)) if all(self._low(k)[0].isalnum() for k in source) else None

    def before(self) -> tuple[Words, Words] | None:
        """'Food inspectors found “no mould”', 'but the bishop regrets in a margin “my haste”'"""
        verb = next((k for k in reversed(self._back) if self._is_verb(k)), None)
        if verb is None or self._quoted[0] - verb > _NEAR or any(self._low(k) == "," for k in range(verb, self._quoted[0])):
            return None
        start = verb
        while start - 1 in self._back and self._low(start - 1) not in _OPENERS and verb - start <= _LONGEST_SUBJECT:
            start -= 1
        return (tuple(range(start, verb)), (verb,)) if self._is_subject(range(start, verb)) else None

    def after(self) -> tuple[Words, Words] | None:
        """'Cracks were “hushed up”, papers claim'"""
        on = [k for k in self._on if self._low(k) not in _MARKS]
        if not 2 <= len(on) <= _LONGEST_SUBJECT or on[-1] - on[0] != len(on) - 1 or not self._is_verb(on[-1]):
            return None
        return (tuple(on[:-1]), (on[-1],)) if self._is_subject(on[:-1]) else None

    def from_whom(self) -> tuple[Words, Words] | None:
        """'Vell received a reply from Brandt, in which he was told: “No.”' -> from Brandt"""
        if not self._back or self._low(self._back[-1]) != ":":
            return None
        start = next((k for k in reversed(self._back) if self._low(k) == "from" and self._low(k - 1) in _REPLIES), None)
        if start is None:
            return None
        source = tuple(takewhile(self._is_capital, range(start + 1, self._back[-1])))
        return (source, (start - 1, start)) if source else None

    def called_by(self) -> tuple[Words, Words] | None:
        back, on = list(self._back), list(self._on)
        verb = len(back) - 2 if back and self._low(back[-1]) == "as" else len(back) - 1
        if verb < 1 or self._low(back[verb]) not in _CALLED or len(on) < 2 or self._low(on[0]) != "by":
            return None
        source = tuple(takewhile(lambda k: self._low(k)[0].isalnum() and self._low(k) not in _ENDS_NAME, on[1:]))
        named = len(source) <= _LONGEST_SUBJECT and any(map(self._is_capital, source))
        return (source, (*back[verb:], on[0])) if named else None

    def _is_verb(self, k: int) -> bool:
        low, before = self._low(k), self._low(k - 1) if k else ""
        return (
            (reports(low) or feels(low))
            and not low.endswith("ing")
            and before not in DETERMINERS
            and before not in PREPOSITIONS
        )

    def _is_subject(self, words: Sequence[int]) -> bool:
        low = [self._low(k) for k in words]
        plain = bool(low) and len(low) <= _LONGEST_SUBJECT and all(w[0].isalnum() for w in low)
        return plain and low[0] not in PREPOSITIONS and _NO_SUBJECTS.isdisjoint(low) and not low[-1].endswith("ly")
