"""HTML -> Document: the article without the page around it, its blocks kept."""

import logging
import re
from collections.abc import Iterator, Sequence

from lxml import etree  # type: ignore[import-untyped]
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from onrecord.errors import NoTextError
from onrecord.records import BlockKind, Document
from onrecord.settings import Settings
from onrecord.sources.blocks import Piece, join, set_apart
from onrecord.sources.datelines import facts_in, is_byline
from onrecord.sources.facts import Facts, Origin, make
from onrecord.sources.metadata import metadata
from onrecord.sources.page import NBSP, STAND_IN, Element, letters, parse
from onrecord.sources.recover import recovered

_KINDS = {
    "head": BlockKind.HEADING,
    "quote": BlockKind.QUOTATION,
    "item": BlockKind.LIST,
    "list": BlockKind.LIST,
    "code": BlockKind.OTHER,
    "row": BlockKind.OTHER,
}
_BLOCKS = frozenset(("p", "div", "table", *_KINDS))
_SPACES = re.compile(r"[ \t\f\v\r\n]+")
_BREAKS = re.compile(r" *\n *")
_SHORTEST = 20  # letters: less than this after extraction is a page without an article

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells of each page it rejects; our errors do


def html(text: str, origin: Origin, settings: Settings, known: Facts | None = None) -> Document:
    """'<h1>Bridge sold</h1><p>The mayor said so.</p>' -> a Document with a title and a paragraph."""
    tree = parse(text, origin.asked)
    facts = metadata(tree, origin.url)
    pieces = recovered(list(_article(tree, origin)), tree)
    pieces = list(_named(pieces, tree, facts["title"].value if "title" in facts else ""))
    made, blocks = join(Piece(kind, p.text) for kind, p in zip(set_apart(pieces), pieces, strict=True))
    return make(made, blocks, origin, {**facts_in(made, blocks), **facts, **(known or {})}, settings)


def _article(tree: Element, origin: Origin) -> Iterator[Piece]:
    """trafilatura's choice of the page's main text, as pieces."""
    # Any format but "python" spares it a rendering as text that we do not use.
    options = Extractor(output_format="xml", fast=True, comments=False, formatting=False, tables=True)
    try:
        found = bare_extraction(tree, options=options)
    except (RecursionError, AttributeError, IndexError, KeyError, etree.LxmlError):
        found = None  # its own slips on pages of no known shape
    body = getattr(found, "body", None)
    pieces = [] if body is None else [p for p in _pieces(body, BlockKind.PARAGRAPH) if p.text]
    if sum(len(letters(p.text)) for p in pieces) < _SHORTEST:
        pieces = list(_paragraphs(tree))
    if not pieces:
        raise NoTextError(origin.asked, "the page has no text of an article", "give a page with an article")
    yield from pieces


def _paragraphs(tree: Element) -> Iterator[Piece]:
    """Pages too small for trafilatura: every paragraph there is, else all the words."""
    found = [
        e for e in tree.iter("p", "blockquote", "h1", "h2", "h3") if e.getparent() is None or e.getparent().tag != "blockquote"
    ]
    kinds = {"p": BlockKind.PARAGRAPH, "blockquote": BlockKind.QUOTATION}
    pieces = [Piece(kinds.get(e.tag, BlockKind.HEADING), _clean("".join(e.itertext()))) for e in found]
    if not any(p.text for p in pieces):
        etree.strip_elements(tree, "script", "style", "head", "title", with_tail=False)
        pieces = [Piece(BlockKind.PARAGRAPH, _clean("".join(tree.itertext())))]
    yield from (p for p in pieces if p.text)


def _pieces(element: Element, kind: BlockKind) -> Iterator[Piece]:
    """The text of an element up to its first block, then that block, the text after it, and so on."""
    inline: list[str] = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _split(inline, kind)
            yield from _pieces(child, kind if kind is BlockKind.QUOTATION else _KINDS.get(child.tag, kind))
            inline = []
        elif child.tag == "lb":
            inline.append("\v")
        elif child.tag == "cell":
            inline.append(" ".join((*child.itertext(), "")))
        else:
            inline += child.itertext()
        inline.append(child.tail or "")
    yield from _split(inline, kind)


def _split(inline: Sequence[str], kind: BlockKind) -> Iterator[Piece]:
    """Inline text, "\\v" for <br>, -> pieces; two <br> in a row begin a paragraph, as pages of old have it."""
    lines = [_clean(line) for line in "".join(inline).split("\v")]
    for paragraph in "\n".join(lines).strip().split("\n\n"):
        if paragraph.strip():
            yield Piece(kind, _BREAKS.sub("\n", paragraph).strip())


def _clean(text: str) -> str:
    """White space as a browser shows it; no-break spaces as they were."""
    return _SPACES.sub(" ", text).replace(STAND_IN, NBSP).strip()


def _named(pieces: Sequence[Piece], tree: Element, title: str) -> Iterator[Piece]:
    """The title as the page shows it comes first; a byline is no paragraph."""
    shown = _shown_title(tree, title)
    place = next((i for i, p in enumerate(pieces[:6]) if shown and letters(p.text) == letters(shown)), None)
    if shown:
        yield Piece(BlockKind.TITLE, shown)
    for i, piece in enumerate(pieces):
        if i == place:
            continue
        if i <= 3 and piece.kind is BlockKind.PARAGRAPH and is_byline(piece.text):
            yield Piece(BlockKind.OTHER, piece.text)
        else:
            yield piece


def _shown_title(tree: Element, title: str) -> str | None:
    """The <h1> that says what the metadata says, else the only one of the page."""
    shown = [_clean("".join(e.itertext())) for e in tree.iter("h1")][:20]
    wanted = letters(title)
    alike = [s for s in shown if wanted and letters(s) and (letters(s) in wanted or wanted in letters(s))]
    return next((s for s in (*alike, *(shown if len(shown) == 1 and len(shown[0].split()) > 2 else ())) if s), None)
