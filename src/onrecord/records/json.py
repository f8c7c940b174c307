"""Readings, checks and audits as JSON: schemas "onrecord.reading/1", "onrecord.findings/1" and "onrecord.audit/1"."""

from collections.abc import Iterable
from typing import Any, TypedDict

from onrecord.records.audit import Audit, Observation, Route, Share, SourceUse
from onrecord.records.document import Document
from onrecord.records.finding import Check, Edit, Finding, Place, Quoted
from onrecord.records.reading import Attribution, Mark, Reading
from onrecord.records.source import Source
from onrecord.records.span import Span

SCHEMA = "onrecord.reading/1"
CHECK_SCHEMA = "onrecord.findings/1"
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


class CheckJson(TypedDict):
    schema: str
    document: dict[str, Any]
    findings: list[dict[str, Any]]
    not_held: list[str]
    documents: int


def check_json(check: Check) -> CheckJson:
    """Check -> {"schema": "onrecord.findings/1", "document": {...}, "findings": [...], "not_held": [...], "documents": 3}."""
    return {
        "schema": CHECK_SCHEMA,
        "document": _document(check.document),
        "findings": [finding_json(f) for f in check.findings],
        "not_held": list(check.not_held),
        "documents": check.documents,
    }


def finding_json(f: Finding) -> dict[str, Any]:
    """Finding -> {"quotation": {...}, "verdict": "verbatim", "severity": 0, "edits": [], "places": [{...}], ...}."""
    return {
        "quotation": _quoted(f.quotation),
        "verdict": str(f.verdict),
        "severity": f.severity,
        "edits": [_edit(e) for e in f.edits],
        "places": [_place(p) for p in f.places],
        "others": [_place(p) for p in f.others],
        "documents": f.documents,
    }


def _quoted(q: Quoted) -> dict[str, Any]:
    out: dict[str, Any] = {"start": q.start, "end": q.end, "words": q.words, "type": str(q.type)}
    return out | _known(q, ("attribution", "speaker"))


def _edit(e: Edit) -> dict[str, Any]:
    return {
        "label": str(e.label),
        "severity": e.severity,
        "start": e.start,
        "end": e.end,
        "source_start": e.source_start,
        "source_end": e.source_end,
        "note": e.note,
        "place": e.place,
    }


def _place(p: Place) -> dict[str, Any]:
    out: dict[str, Any] = {"document": p.document, "origin": p.origin, "start": p.start, "end": p.end}
    out |= {"pieces": spans(p.pieces), "words": p.words, "before": p.before, "after": p.after}
    return out | _known(p, ("title", "outlet", "published", "speaker"))


def _known(record: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(record, name)) is not None}


_OPTIONAL = ("title", "byline", "outlet", "published", "language", "url", "fetched")


def _document(document: Document) -> dict[str, Any]:
    out: dict[str, Any] = {"id": document.id, "origin": document.origin}
    out |= _known(document, _OPTIONAL)
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
