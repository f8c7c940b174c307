"""W3C Web Annotation (JSON-LD): one annotation per attribution and mark.

Its target is the content; source and cue are bodies, each with TextQuoteSelector and TextPositionSelector. Positions count code
points of Document.text, which is what `onrecord read --format json` gives as document.text.
"""

import json
from collections.abc import Iterable, Iterator
from typing import TypedDict
from urllib.parse import quote

from onrecord.records import Attribution, Document, Mark, Reading, Span

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"onrecord": "urn:onrecord:"}]
_AROUND = 32
"""Code points before and after a quote, by which it is found again in a page that has changed."""


class Selector(TypedDict):
    type: str
    exact: str
    prefix: str
    suffix: str


class Position(TypedDict):
    type: str
    start: int
    end: int


class Textual(TypedDict):
    type: str
    purpose: str
    value: str


Resource = TypedDict("Resource", {"type": str, "onrecord:role": str, "source": str, "selector": list[Selector | Position]})


def write(readings: Iterable[Reading]) -> Iterator[str]:
    """[reading] -> an AnnotationPage, its items written as the readings come."""
    yield json.dumps({"@context": _CONTEXT, "id": "urn:onrecord:page", "type": "AnnotationPage"})[:-1] + ', "items": ['
    before = ""
    for reading in readings:
        for item in items(reading):
            yield before + "\n" + json.dumps(item, ensure_ascii=False)
            before = ","
    yield "\n]}\n"


def items(reading: Reading) -> Iterator[dict[str, object]]:
    """Reading -> its annotations, attributions first."""
    yield from (_attribution(reading.document, a) for a in reading.attributions)
    yield from (_mark(reading.document, m, n) for n, m in enumerate(reading.marks, 1))


def _attribution(document: Document, a: Attribution) -> dict[str, object]:
    kind: Textual = {"type": "TextualBody", "purpose": "classifying", "value": str(a.type)}
    named = [_resource(document, s, role) for role, spans in (("source", a.source), ("cue", a.cue)) for s in spans]
    return {
        "id": _name(document, a.id),
        "type": "Annotation",
        "motivation": "identifying",
        "onrecord:parent": _name(document, a.parent) if a.parent else None,
        "onrecord:confidence": round(a.confidence, 3),
        "body": [kind, *named],
        "target": [_resource(document, s, "content") for s in a.content],
    }


def _mark(document: Document, m: Mark, number: int) -> dict[str, object]:
    kind: Textual = {"type": "TextualBody", "purpose": "tagging", "value": str(m.type)}
    return {
        "id": _name(document, f"m{number}"),
        "type": "Annotation",
        "motivation": "tagging",
        "onrecord:voice": m.voice,
        "body": [kind],
        "target": [_resource(document, Span(m.start, m.end), "mark")],
    }


def _resource(document: Document, span: Span, role: str) -> Resource:
    text = document.text
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    words: Selector = {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": before, "suffix": after}
    place: Position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "onrecord:role": role, "source": _address(document), "selector": [words, place]}


def _address(document: Document) -> str:
    """The page's URL; a file's path as a relative reference; what has neither goes by its id."""
    if document.url or "://" in document.origin:
        return document.url or document.origin
    return f"urn:onrecord:{document.id}" if document.origin == "-" else quote(document.origin, safe="/#", errors="replace")


def _name(document: Document, of: str) -> str:
    return f"urn:onrecord:{document.id}:{of}"
