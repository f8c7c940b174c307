"""Readings as JSON: schema "onrecord.reading/1", and back."""

from collections.abc import Iterable
from typing import Any, TypedDict

from onrecord.records.document import Document
from onrecord.records.reading import Attribution, Mark, Reading
from onrecord.records.source import Source
from onrecord.records.span import Span

SCHEMA = "onrecord.reading/1"


class SpanJson(TypedDict):
    start: int
    end: int


class ReadingJson(TypedDict):
    schema: str
    document: dict[str, Any]
    sources: list[dict[str, Any]]
    attributions: list[dict[str, Any]]
    marks: list[dict[str, Any]]


def to_json(reading: Reading) -> ReadingJson:
    """Reading -> {"schema": "onrecord.reading/1", "document": {...}, "sources": [...], ...}, for json.dumps.

    Fields of the document that are not known are left out.
    """
    return {
        "schema": SCHEMA,
        "document": _document(reading.document),
        "sources": [_source(s) for s in reading.sources],
        "attributions": [_attribution(a) for a in reading.attributions],
        "marks": [_mark(m) for m in reading.marks],
    }


_OPTIONAL = ("title", "byline", "outlet", "published", "language", "url", "fetched")


def _document(document: Document) -> dict[str, Any]:
    out: dict[str, Any] = {"id": document.id, "origin": document.origin}
    out |= {name: value for name in _OPTIONAL if (value := getattr(document, name)) is not None}
    if document.provenance:
        out["provenance"] = {name: str(found) for name, found in document.provenance.items()}
    out["text"] = document.text
    out["blocks"] = [{"kind": str(b.kind), "start": b.start, "end": b.end} for b in document.blocks]
    return out


def _source(s: Source) -> dict[str, Any]:
    return {
        "id": s.id,
        "name": s.name,
        "kind": str(s.kind),
        "named": s.named,
        "basis": s.basis,
        "mentions": spans(s.mentions),
    }


def _attribution(a: Attribution) -> dict[str, Any]:
    return {
        "id": a.id,
        "type": str(a.type),
        "source": spans(a.source),
        "cue": spans(a.cue),
        "content": spans(a.content),
        "source_id": a.source_id,
        "parent": a.parent,
        "chain": list(a.chain),
        "confidence": round(a.confidence, 3),
    }


def _mark(m: Mark) -> dict[str, Any]:
    return {"type": str(m.type), "start": m.start, "end": m.end, "voice": m.voice}


def spans(of: Iterable[Span]) -> list[SpanJson]:
    return [{"start": s.start, "end": s.end} for s in of]
