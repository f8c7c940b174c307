"""The nouns: what a document is, what a reading of it holds, and how they are written down."""

from onrecord.records.document import Block, BlockKind, Document, Provenance
from onrecord.records.finding import SEVERITIES, VERBATIM_MEANS, Check, Edit, Finding, Label, Place, Quoted, worst
from onrecord.records.reading import Attribution, AttributionType, Mark, MarkType, Reading
from onrecord.records.source import Source, SourceKind
from onrecord.records.span import Span

__all__ = [
    "SEVERITIES",
    "VERBATIM_MEANS",
    "Attribution",
    "AttributionType",
    "Block",
    "BlockKind",
    "Check",
    "Document",
    "Edit",
    "Finding",
    "Label",
    "Mark",
    "MarkType",
    "Place",
    "Provenance",
    "Quoted",
    "Reading",
    "Source",
    "SourceKind",
    "Span",
    "worst",
]
