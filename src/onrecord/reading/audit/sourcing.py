"""A reading as the rules look at it: who speaks in each attribution, which sentence stands where."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from onrecord.records import Attribution, Reading, Source, Span
from onrecord.text.sentences import sentences


class Sourcing:
    """Sourcing(reading).speaker(a) -> the Source that speaks in attribution a, None where the text does not say."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.sources = {s.id: s for s in reading.sources}

    def speaker(self, a: Attribution) -> Source | None:
        return self.sources.get(a.source_id or "")

    def through(self, a: Attribution) -> tuple[str, ...]:
        """The ids of those who passed the words on, the speaker left out; ids that name no source are too."""
        known = tuple(s for s in a.chain if s in self.sources)
        return known[1:] if known and known[0] == a.source_id else known

    def rests_on(self, a: Attribution) -> tuple[str, ...]:
        """The speaker (if known) and whoever passed the words on: ids of sources."""
        own = (a.source_id,) if a.source_id in self.sources else ()
        return tuple(s for s in (*own, *self.through(a)) if s is not None)

    def of(self, source: Source) -> tuple[Attribution, ...]:
        """The attributions in which a source speaks, in order of appearance."""
        return tuple(self._by_source.get(source.id, ()))

    @cached_property
    def _by_source(self) -> dict[str, list[Attribution]]:
        out: dict[str, list[Attribution]] = {}
        for a in sorted(self.reading.attributions, key=lambda a: a.start):
            out.setdefault(a.source_id or "", []).append(a)
        return out

    def called(self, source: Source) -> str:
        """What a person calls it: its name, or the words of its first mention."""
        if source.name:
            return " ".join(source.name.split())
        return " ".join(source.mentions[0].of(self.text).split()) if source.mentions else "a source without a name"

    def worded(self, a: Attribution) -> str:
        """The source of an attribution in the article's words."""
        return self.reading.words_of(a.source)

    def described(self, source: Source) -> str:
        """All the text says of a source, as one string: its name, what lends it credit, and every mention."""
        said = [
            source.name or "",
            source.basis or "",
            *(m.of(self.text) for m in source.mentions),
            *map(self.worded, self.of(source)),
        ]
        return " | ".join(" ".join(s.split()) for s in said if s)

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return sentences(self.text)

    def all_sentences(self) -> Iterator[str]:
        return (self.text[start:end] for start, end in self._sentences)

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds an offset, or the last that begins before it."""
        return max(bisect_right(self._sentences, (at, len(self.text) + 1)) - 1, 0)

    def around(self, at: int, before: int = 0, after: int = 0) -> str:
        """The sentence that holds an offset, and so many before and after it, up to the ends of its paragraph."""
        return " ".join(self.text[slice(*s)] for s in self._near(at, before, after))

    def _near(self, at: int, before: int, after: int) -> Iterator[tuple[int, int]]:
        here = self.sentence(at)
        low, high = self.paragraph(at)
        for start, end in self._sentences[max(here - before, 0) : here + after + 1]:
            if low <= start and end <= high:
                yield start, end

    def previous(self, at: int) -> Span | None:
        """The sentence before the one that holds an offset."""
        here = self.sentence(at)
        return Span(*self._sentences[here - 1]) if here else None

    def paragraph(self, at: int) -> tuple[int, int]:
        """Start and end of the line of text (a block, or an item of a list) that holds an offset."""
        end = self.text.find("\n", at)
        return self.text.rfind("\n", 0, at) + 1, len(self.text) if end < 0 else end

    def line_number(self, at: int) -> int:
        return bisect_right(self._lines, at)

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line of text that holds something begins."""
        starts = [0, *(n + 1 for n, c in enumerate(self.text) if c == "\n")]
        return [s for s in starts if self.text[slice(*self.paragraph(s))].strip()]


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans -> each once, as they stand in the text."""
    return tuple(sorted(set(spans)))
