"""Attributions in the making: sets of word numbers, before they become spans of text."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.models.decoding import Triple
from onrecord.models.features import Features
from onrecord.records import Span
from onrecord.text.quotation import Quotation

_AROUND = 16  # quotations before a stretch's start that may still be open there


@dataclass(slots=True, eq=False)
class Draft:
    """Word numbers of the three roles, each in order; the enclosing draft; the confidence. block: set apart as a quotation."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    confidence: float
    block: bool = False
    parent: "Draft | None" = field(default=None, repr=False)

    @property
    def first(self) -> int:
        return min(self.source + self.cue + self.content)

    def frame(self) -> tuple[int, ...]:
        """The words that say who and how: those that stand outside what is said."""
        return self.source + self.cue

    def ancestors(self) -> Iterator["Draft"]:
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


def within(inner: Draft, outer: Draft) -> bool:
    """Whether a draft sits in another's content: its frame does, or (without one) its whole content."""
    held = set(outer.content)
    words = inner.frame() or inner.content
    return inner is not outer and all(w in held for w in words)


def from_triple(t: Triple, confidence: float) -> Draft:
    return Draft(t.source, t.cue, t.content, confidence)


def beside_cue(source: Sequence[int], cue: Sequence[int], paragraph: Sequence[int]) -> tuple[int, ...]:
    """A source that runs over a paragraph break is cut to the cue's side: a headline is no part of who speaks below it."""
    kept = tuple(i for i in source if not cue or paragraph[i] == paragraph[cue[0]])
    return kept or tuple(source)


def words_between(features: Features, start: int, end: int) -> tuple[int, ...]:
    """The numbers of the words that begin in text[start:end]."""
    return tuple(range(bisect_left(features.words, (start, start)), bisect_left(features.words, (end, 0))))


def quotations_near(features: Features, words: Sequence[int]) -> list[Quotation]:
    """The quotations that can touch the words: those that start in them and the few around their start (nesting is bounded)."""
    found = features.quotations
    start, end = features.words[words[0]][0], features.words[words[-1]][1]
    first = bisect_left(found, start, key=lambda q: q.start)
    return found[max(0, first - _AROUND) : bisect_left(found, end, key=lambda q: q.start)]


def to_spans(features: Features, words: Iterable[int]) -> tuple[Span, ...]:
    """{3, 4, 7} -> the spans of words 3-4 and of word 7; a span never runs over a paragraph break."""
    out: list[Span] = []
    last = -2
    for i in sorted(words):
        start, end = features.words[i]
        if i == last + 1 and features.paragraph[i] == features.paragraph[last]:
            out[-1] = Span(out[-1].start, end)
        else:
            out.append(Span(start, end))
        last = i
    return tuple(out)
