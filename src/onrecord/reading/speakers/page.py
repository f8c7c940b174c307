"""A document as the numbered words that the resolving of speakers walks over."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.models.features import Features
from onrecord.reading.speakers.nouns import ABBREVIATED
from onrecord.records import Span
from onrecord.text.quotation import OUTSIDE
from onrecord.text.words import Offsets

_ENDS = frozenset(".?!")
_APOSTROPHES = frozenset("'’")


@dataclass(frozen=True, slots=True)
class Page:
    """n words: as written, in small letters, their offsets, numbers of paragraph and sentence, whether in quotation marks."""

    text: str
    words: list[str]
    low: list[str]
    offsets: list[Offsets]
    paragraph: list[int]
    sentence: list[int]
    quoted: list[bool]

    def numbers(self, spans: Iterable[Span]) -> tuple[int, ...]:
        """Spans of the text -> the numbers of the words that begin in them."""
        found = [range(bisect_left(self.offsets, (s.start, s.start)), bisect_left(self.offsets, (s.end, 0))) for s in spans]
        return tuple(i for numbers in found for i in numbers)

    def span(self, first: int, last: int) -> Span:
        return Span(self.offsets[first][0], self.offsets[last][1])

    def words_of(self, first: int, last: int) -> str:
        """The text of words first to last, white space made one blank."""
        return " ".join(self.span(first, last).of(self.text).split())

    def at(self, i: int) -> str:
        """The word in small letters; "" before the first and after the last."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def is_capital(self, i: int) -> bool:
        return 0 <= i < len(self.words) and self.words[i][0].isupper()

    def starts_sentence(self, i: int) -> bool:
        return i == 0 or self.sentence[i] != self.sentence[i - 1]

    def is_possessive(self, i: int) -> bool:
        """Whether "'s" (or the apostrophe of a plural) follows word i, joined to it."""
        if self.at(i + 1) not in _APOSTROPHES or self.offsets[i + 1][0] != self.offsets[i][1]:
            return False
        joined = self.at(i + 2) == "s" and self.offsets[i + 2][0] == self.offsets[i + 1][1]
        return joined or (self.low[i].endswith("s") and not self.quoted[i])

    def after_possessive(self, i: int) -> int:
        """The word after "'s"."""
        return i + 3 if self.at(i + 2) == "s" else i + 2


def page(text: str, features: Features) -> Page:
    """Text and its features -> Page."""
    words = [text[s:e] for s, e in features.words]
    low = [w.lower() for w in words]
    quoted = [q != OUTSIDE for q in features.quote]
    return Page(text, words, low, features.words, features.paragraph, _sentences(words, low, features.paragraph), quoted)


def _sentences(words: Sequence[str], low: Sequence[str], paragraph: Sequence[int]) -> list[int]:
    """The number of the sentence of each word: it ends at a stop that no abbreviation owns, and with the paragraph."""
    out, number, ended = [], 0, False
    for i, word in enumerate(words):
        if i and paragraph[i] != paragraph[i - 1]:
            number, ended = number + 1, False
        elif ended and (word[0].isalnum() or word in "“‘«("):
            number, ended = number + (not word[0].islower()), False
        out.append(number)
        if word in _ENDS:
            before = low[i - 1] if i else ""
            site = before == "x" and i > 1 and low[i - 2] in ("on", "to", "via")  # "posted on X. He"
            initial = len(before) == 1 and before.isalpha() and not site
            ended = word != "." or not (before in ABBREVIATED or initial)
    return out
