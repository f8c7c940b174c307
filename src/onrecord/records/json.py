"""Readings and audits as JSON: schemas "onrecord.reading/1" and "onrecord.audit/1"."""

from collections.abc import Iterable
from typing import Any, TypedDict

from onrecord.records.audit import Audit, Observation, Route, Share, SourceUse
from onrecord.records.document import Document
from onrecord.records.reading import Attribution, Mark, Reading
from onrecord.records.source import Source
from onrecord.records.span import Span

SCHEMA = "onrecord.reading/1"
AUDIT_SCHEMA = "onrecord.audit/1"


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


class AuditJson(TypedDict):
    schema: str
    reading: ReadingJson
    words: int
    attributed: int
    shares: list[dict[str, Any]]
    uses: list[dict[str, Any]]
    routes: list[dict[str, Any]]
    observations: list[dict[str, Any]]
    not_asked: list[str]


def audit_json(audit: Audit) -> AuditJson:
    """Audit -> {"schema": "onrecord.audit/1", "reading": {...}, "words": 412, ..., "observations": [{"rule": ...}]}."""
    return {
        "schema": AUDIT_SCHEMA,
        "reading": to_json(audit.reading),
        "words": audit.words,
        "attributed": audit.attributed,
        "shares": [_share(s) for s in audit.shares],
        "uses": [_use(u) for u in audit.uses],
        "routes": [_route(r) for r in audit.routes],
        "observations": [_observation(o) for o in audit.observations],
        "not_asked": [str(name) for name in audit.not_asked],
    }


def _share(s: Share) -> dict[str, Any]:
    return {"source_class": str(s.source_class), "sources": s.sources, "attributions": s.attributions, "words": s.words}


def _use(u: SourceUse) -> dict[str, Any]:
    lists: dict[str, Any] = {"source": u.source, "says": list(u.says), "carries": list(u.carries)}
    return lists | {"words": u.words, "carried": u.carried}


def _route(r: Route) -> dict[str, Any]:
    return {"speaker": r.speaker, "through": list(r.through), "attributions": list(r.attributions), "words": r.words}


def _observation(o: Observation) -> dict[str, Any]:
    lists: dict[str, Any] = {"attributions": list(o.attributions), "sources": list(o.sources)}
    return {"rule": str(o.rule), "evidence": o.evidence, "spans": spans(o.spans), **lists}
