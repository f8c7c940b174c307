"""A match -> the place as a reader is shown it, and the words around that its edits are told by."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from onrecord.matching.match import Match
from onrecord.matching.segment import Facts
from onrecord.matching.side import Side, sentence_ends
from onrecord.matching.texts import Region
from onrecord.records import Place, Span

_AROUND = 700  # bytes that hold two sentences
_SENTENCES = 300  # characters in which two sentences often end
_NEAR = 140  # characters whose words can turn the meaning of a passage
_END = re.compile(r"[.!?\n](?:(?<!\n)[.!?]*[\"”’')\]]*\s+|(?<=\n)(?:\s*\n|(?=\s*[A-Z\"“])))")  # a set first: see side.py


class Context:
    """A match with the text around it: region (of the document), and where in its text the matched words begin and end."""

    def __init__(self, match: Match) -> None:
        self.match = match
        texts, segment, document = match.region.texts, match.region.segment, match.region.document
        start, end = match.inner
        low = match.region.low + _bytes(match.region.text, start)
        high = low + _bytes(match.region.text[start:], end - start)
        self.region: Region = texts.region(segment, document, low - _AROUND, high + _AROUND)
        self.start = low - self.region.low
        if not self.region.text.isascii():
            self.start = len(texts.raw(segment, self.region.low, low).decode("utf8", "surrogatepass"))
        self.end = self.start + end - start

    @property
    def text(self) -> str:
        return self.region.text

    def side(self) -> tuple[Side, int, int]:
        """The words near the match; where in the region's text they begin; what to add to the alignment's word numbers."""
        low = max(0, self.start - _NEAR)
        while 0 < low < self.start and not self.text[low - 1].isspace():
            low += 1
        side = Side.of(self.text[low : self.end + _NEAR])
        first = next((n for n, (a, _) in enumerate(side.spans) if a >= self.start - low), 0)
        return side, low, first - self.match.alignment.bounds[0]

    def place(self, speaker: str | None = None) -> Place:
        """As it is shown, with the sentence before and the one after."""
        start, end = self.region.offset + self.start, self.region.offset + self.end
        before = self.text[_sentence_before(self.text, self.start) : self.start]
        after = self.text[self.end : _sentence_after(self.text, self.end)]
        facts = self.region.texts.facts(self.region.segment, self.region.document)
        words = self.text[self.start : self.end]
        return _place(facts, start, end, self._pieces(), words, _line(before), _line(after), speaker)

    def _pieces(self) -> tuple[Span, ...]:
        """The stretches that an ellipsis parts, in code points of the document."""
        match = self.match
        if len(match.alignment.steps) == 1:
            return (Span(self.region.offset + self.start, self.region.offset + self.end),)
        shift = self.region.offset + self.start - match.inner[0]
        out: list[Span] = []
        for step in match.alignment.steps:
            if step.i == step.i2 or step.j == step.j2:
                continue
            start, end = match.spans[step.j][0] + shift, match.spans[step.j2 - 1][1] + shift
            near = out and not any(b == step.i for b in match.passage.breaks) and out[-1].end <= start
            if near:
                out[-1] = Span(out[-1].start, end)
            elif not out or start >= out[-1].end:
                out.append(Span(start, end))
        low, high = self.region.offset + self.start, self.region.offset + self.end
        return tuple(Span(max(low, s.start), min(high, s.end)) for s in out if s.start < high and s.end > low)


def other(match: Match) -> Place:
    """A place that matches as well: where, and in which document."""
    facts = match.region.texts.facts(match.region.segment, match.region.document)
    start, end = match.inner
    words = match.region.text[start:end]
    return _place(facts, match.start, match.end, (Span(match.start, match.end),), words, "", "", None)


def _place(
    facts: Facts, start: int, end: int, pieces: tuple[Span, ...], words: str, before: str, after: str, speaker: str | None
) -> Place:
    return Place(
        document=facts.id,
        origin=facts.origin,
        start=start,
        end=end,
        pieces=pieces,
        words=words,
        before=before,
        after=after,
        title=facts.title,
        outlet=facts.outlet,
        published=facts.published,
        speaker=speaker,
    )


def _bytes(text: str, length: int) -> int:
    part = text[:length]
    return length if part.isascii() else len(part.encode("utf8", "surrogatepass"))


def _ends(text: str, marks: Iterable[re.Match[str]]) -> Iterator[int]:
    """Where sentences end, of the places that _END finds."""
    return (m.end() for m in marks if sentence_ends(text, m.start(), m.end()))


def _sentence_before(text: str, at: int) -> int:
    """Where the sentence before the one that holds `at` begins."""
    for low in (max(0, at - _SENTENCES), 0):
        ends = _ends(text, reversed([*_END.finditer(text, low, at)]))
        if second := next(islice(ends, 1, None), 0):
            return second
    return 0


def _sentence_after(text: str, at: int) -> int:
    """Where the sentence after the one that holds `at` ends."""
    return next(islice(_ends(text, _END.finditer(text, at)), 1, None), len(text))


def _line(text: str) -> str:
    return " ".join(text.split())
