"""A document: the text as it stands, its blocks, and what is known of where it came from."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST = "list"
    CAPTION = "caption"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of Document.text: kind, start and end in code points, half-open. Blocks never overlap."""

    kind: BlockKind
    start: int
    end: int


class Provenance(StrEnum):
    """Where the value of a metadata field was found."""

    JSON_LD = "json-ld"
    META = "meta"
    MARKUP = "markup"
    URL = "url"
    DATELINE = "dateline"
    BYLINE = "byline"
    TEXT = "text"
    COLUMN = "column"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `text` never changes after the document is made: offsets into it stay true.

    id: blake2b of the text in UTF-8, tagged with the algorithm. origin: the path or URL asked for ("-" for stdin; a row of a
    table is "file.csv#3"). url: the final URL, where there was one. fetched: when, ISO 8601 UTC. published: ISO date
    (YYYY-MM-DD). provenance says for title, byline, outlet, published and language where each was found; a field that was not
    found is None and has no provenance.
    """

    id: str
    origin: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    fetched: str | None = None
    provenance: Mapping[str, Provenance] = field(default_factory=dict)


def identify(text: str) -> str:
    """'' -> 'blake2b:786a02f7...': the id of a document with this text (RFC 7693, 64-byte digest cut to 32 hex digits)."""
    return "blake2b:" + hashlib.blake2b(text.encode("utf8", "surrogatepass")).hexdigest()[:32]
