"""A reading: who said what in one document, and what is marked in it besides."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.document import Document
from onrecord.records.source import Source
from onrecord.records.span import Span


class AttributionType(StrEnum):
    """How the words are given: in quotation marks, in the writer's words, both, or set apart as a block."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Attribution:
    """'Obama said it was so' -> source (Obama,), cue (said,), content (it was so,).

    source, cue and content are tuples of Spans in order; a source or cue that the text does not give is empty, content never
    is. parent is the id of the attribution whose content this one sits in, None for the outermost. confidence (0 to 1) is the
    calibrated chance that source, cue and content are each at least half right (docs/reference/confidence.md).
    source_id names the Source that speaks, None where the text does not say whom "he" means. chain: the ids of the sources the
    words passed, the speaker first (if it is known), whoever the article had them from last; the article itself is not in it.
    """

    id: str
    type: AttributionType
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    parent: str | None
    confidence: float
    source_id: str | None = None
    chain: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        return min(s.start for s in (*self.source, *self.cue, *self.content))

    @property
    def end(self) -> int:
        return max(s.end for s in (*self.source, *self.cue, *self.content))


class MarkType(StrEnum):
    SCARE_QUOTE = "scare-quote"
    TITLE = "title"
    NICKNAME = "nickname"
    VAGUE_SOURCE = "vague-source"


AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Mark:
    """'so-called "hacking"' -> Mark(SCARE_QUOTE, 10, 19, "author"); 'critics say' -> Mark(VAGUE_SOURCE, 0, 7, "author").

    start and end (code points) take in quotation marks. voice: "author", or the id of the attribution in whose content it is.
    """

    type: MarkType
    start: int
    end: int
    voice: str = AUTHOR


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says, on whose word: its sources and attributions in order of appearance, and its marks."""

    document: Document
    attributions: tuple[Attribution, ...]
    marks: tuple[Mark, ...]
    sources: tuple[Source, ...] = ()

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self.attributions)

    @property
    def roots(self) -> tuple[Attribution, ...]:
        """The outermost attributions: those whose words the author passes on himself."""
        return tuple(a for a in self.attributions if a.parent is None)

    def passed(self, attribution: Attribution) -> tuple[Source, ...]:
        """The sources that the attribution's words passed, as in its chain, the speaker first; () where he is not known."""
        known = {s.id: s for s in self.sources}
        return tuple(known[i] for i in attribution.chain if i in known) if attribution.source_id in known else ()

    def words_of(self, spans: tuple[Span, ...]) -> str:
        """The text of spans for a person: pieces joined by an ellipsis, without the comma that closes an apposition."""
        return " … ".join(" ".join(s.of(self.document.text).split()) for s in spans).rstrip(" ,;")
