"""The sentence that shows how to read the underlines, itself a reading."""

from functools import cache

from onrecord.records import Attribution, AttributionType, Block, BlockKind, Document, Mark, MarkType, Reading, Span
from onrecord.records.document import identify

_TEXT = "The Quay Courier reported that the ferry’s master had said “nobody fell” from the “unsinkable” ship."


@cache
def sample() -> Reading:
    """A reading of one made-up sentence with a statement inside a statement, and marks that are not speech."""
    document = Document(identify(_TEXT), "legend", _TEXT, (Block(BlockKind.PARAGRAPH, 0, len(_TEXT)),))
    outer = Attribution(
        "a1", AttributionType.INDIRECT, _at("The Quay Courier"), _at("reported"), (_from("that the"),), None, 0.9
    )
    inner = Attribution("a2", AttributionType.MIXED, _at("the ferry’s master"), _at("had said"), (_from("“nobody"),), "a1", 0.9)
    mark = _at("“unsinkable”")[0]
    return Reading(document, (outer, inner), (Mark(MarkType.SCARE_QUOTE, mark.start, mark.end, "a2"),))


def _at(words: str) -> tuple[Span]:
    start = _TEXT.index(words)
    return (Span(start, start + len(words)),)


def _from(words: str) -> Span:
    return Span(_TEXT.index(words), len(_TEXT) - 1)
