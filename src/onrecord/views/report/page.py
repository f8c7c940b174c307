"""Readings as the page shows them: what stands in the head of each, its rows, its sources."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from onrecord.reading.audit import audit
from onrecord.records import BlockKind, Document, Provenance, Reading, SourceKind
from onrecord.text.sentences import sentences
from onrecord.views.report import panel
from onrecord.views.report.cards import Apparatus, Card, MarkCard, apparatus
from onrecord.views.report.flow import Flow, flow
from onrecord.views.report.layout import Row, rows
from onrecord.views.report.looks import Looks, looks
from onrecord.views.report.panel import PanelRow, ShareRow
from onrecord.views.report.summary import summarise, tally
from onrecord.views.report.visible import one_line
from onrecord.views.report.wording import KIND_WORDS, summarise_audit

PROVENANCE_WORDS = {
    Provenance.JSON_LD: "the page’s structured data",
    Provenance.META: "the page’s meta tags",
    Provenance.MARKUP: "the page’s markup",
    Provenance.URL: "the address",
    Provenance.DATELINE: "the dateline",
    Provenance.BYLINE: "the byline",
    Provenance.TEXT: "the text",
    Provenance.COLUMN: "the table",
    Provenance.PDF: "the PDF’s properties",
}
_HEADLINE = 120  # characters
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_BY = re.compile(r"^\s*by\b[\s:]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One wording of a source with the numbers of its statements: wording is None for those that name nobody."""

    wording: str | None
    is_pronoun: bool
    statements: tuple[tuple[str, str], ...]
    words: int


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of the article, each value safe to show: link is an http(s) address or None."""

    title: str
    byline: str | None
    outlet: str | None
    published: str | None
    iso: str | None
    found_in: str
    origin: str
    link: str | None
    language: str | None
    fetched: str | None
    id: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One reading on the page.

    sources lists wordings, for readings that do not say who their sources are; panel the sources themselves, kinds (as in the
    JSON, in words) those that occur, shares what they come to, audited the sentence on top of them.
    """

    prefix: str
    text: str
    head: Head
    summary: str
    headline: Row | None
    rows: tuple[Row, ...]
    cards: tuple[Card, ...]
    marks: tuple[MarkCard, ...]
    sources: tuple[SourceLine, ...]
    panel: tuple[PanelRow, ...]
    kinds: tuple[tuple[str, str], ...]
    shares: tuple[ShareRow, ...]
    audited: str
    flow: Flow | None
    looks: Looks


def sheet(reading: Reading, prefix: str) -> Sheet:
    """Reading -> the sheet that shows it."""
    around = apparatus(reading, prefix)
    audited = audit(reading)
    speakers = {a.source_id for a in reading.attributions}
    speaking = {s.kind for s in reading.sources if s.id in speakers}
    laid = rows(reading.document, around)
    first = laid[0].blocks[0].kind if laid else None
    opens_with_title = first is BlockKind.TITLE or (first is not None and bool(_first_line(reading.document)))
    return Sheet(
        prefix=prefix,
        text=reading.document.text,
        head=head(reading.document),
        summary=summarise(reading),
        headline=laid[0] if opens_with_title else None,
        rows=tuple(laid[opens_with_title:]),
        cards=around.cards,
        marks=around.marks,
        sources=_sources(reading, around),
        panel=panel.rows(audited, around, prefix),
        kinds=tuple((str(k), KIND_WORDS[k]) for k in SourceKind if k in speaking),
        shares=panel.share_rows(audited),
        audited=one_line(summarise_audit(audited)),
        flow=flow(audited),
        looks=looks(audited, around),
    )


def head(d: Document) -> Head:
    """Document -> what is known of it, fit to be shown."""
    iso = _iso(d.published)
    return Head(
        title=one_line(d.title or "") or _title_in(d) or _first_line(d) or _file_name(d.origin) or "Untitled",
        byline=one_line(_BY.sub("", d.byline or "", count=1)) or None,
        outlet=one_line(d.outlet or "") or None,
        published=f"{iso.day} {iso:%B %Y}" if iso else one_line(d.published or "") or None,
        iso=iso.isoformat() if iso else None,
        found_in=_found_in(d),
        origin=one_line(d.origin),
        link=next((a for a in (d.url, d.origin) if a and is_web(a)), None),
        language=d.language if d.language and _LANGUAGE.fullmatch(d.language) else None,
        fetched=one_line(d.fetched or "") or None,
        id=one_line(d.id),
    )


def _file_name(origin: str) -> str:
    """'/desk/in/bridge.txt' -> 'bridge.txt': the heading of a page without a title; a whole path is no headline."""
    return one_line(origin.rstrip("/").rsplit("/", 1)[-1])


def _title_in(d: Document) -> str:
    return next((one_line(d.text[b.start : b.end]) for b in d.blocks if b.kind is BlockKind.TITLE), "")


def _first_line(d: Document) -> str:
    """'Bridge sold to bank.' over a longer paragraph: a headline with a full stop, where nothing else says the title."""
    if d.title or len(d.blocks) < 2 or d.blocks[0].kind is not BlockKind.PARAGRAPH or _title_in(d):
        return ""
    words, following = (d.text[b.start : b.end] for b in d.blocks[:2])
    opens = not d.text[: d.blocks[0].start].strip() and d.blocks[0].end <= d.blocks[1].start and len(words.split()) > 2
    line = opens and len(words) <= _HEADLINE and "\n" not in words and len(sentences(words)) == 1
    speech = words.startswith(("“", '"', "‘")) or words.endswith((":", "”", '"'))
    return one_line(words).rstrip(".;") if line and not speech and len(following) > len(words) else ""


def _iso(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published or "")
    except ValueError:
        return None


def _found_in(d: Document) -> str:
    """{'byline': MARKUP, 'published': DATELINE} -> 'Byline from the page’s markup, date from the dateline.'"""
    names = {"byline": "byline", "outlet": "outlet", "published": "date"}
    said = [f"{name} from {PROVENANCE_WORDS[d.provenance[f]]}" for f, name in names.items() if f in d.provenance]
    sentence = ", ".join(said)
    return f"{sentence[:1].upper()}{sentence[1:]}." if said else ""


def is_web(address: str) -> bool:
    """Whether an address may become a link: http or https with a host, and nothing in it that no address holds."""
    if any(c.isspace() or not c.isprintable() for c in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _sources(reading: Reading, around: Apparatus) -> tuple[SourceLine, ...]:
    labels = {c.key: c.label for c in around.cards}
    return tuple(
        SourceLine(
            wording=one_line(t.wording) if t.wording else None,
            is_pronoun=t.is_pronoun,
            statements=tuple((around.keys[a.id], labels[around.keys[a.id]]) for a in t.attributions),
            words=t.words,
        )
        for t in tally(reading)
    )
