"""The nouns: what a document is, what a reading of it holds, and how they are written down."""

from onrecord.records.document import Block, BlockKind, Document, Provenance
from onrecord.records.reading import Attribution, AttributionType, Mark, MarkType, Reading
from onrecord.records.source import Source, SourceKind
from onrecord.records.span import Span

__all__ = [
    "Attribution",
    "AttributionType",
    "Block",
    "BlockKind",
    "Document",
    "Mark",
    "MarkType",
    "Provenance",
    "Reading",
    "Source",
    "SourceKind",
    "Span",
]
