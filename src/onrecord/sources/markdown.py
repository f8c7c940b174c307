"""Markdown -> Document: the words without the markup, the blocks it gives."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from onrecord.errors import FormatError
from onrecord.records import BlockKind, Document, Provenance
from onrecord.settings import Settings
from onrecord.sources.blocks import Piece, join, set_apart
from onrecord.sources.datelines import facts_in, is_byline
from onrecord.sources.dates import iso_date
from onrecord.sources.facts import Fact, Facts, Field, Origin, check_length, make

_CONTAINERS = {"blockquote": BlockKind.QUOTATION, "list_item": BlockKind.LIST, "heading": BlockKind.HEADING}
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*(?:\n|$)", re.DOTALL)
_MARKUP = re.compile(r"[\[\]*_`<!]")
_MOST_MARKUP = 5_000  # in a line: no article has so many, and the parser's time grows with their square
_FRONT_WITHIN = 10_000
_FRONT_NAMES: dict[str, Field] = {
    "title": "title",
    "author": "byline",
    "byline": "byline",
    "date": "published",
    "published": "published",
    "outlet": "outlet",
    "publication": "outlet",
    "lang": "language",
    "language": "language",
}


def markdown(text: str, origin: Origin, settings: Settings, known: Facts | None = None) -> Document:
    """'# Bridge sold\\n\\n> It was *ours*.' -> Document 'Bridge sold\\n\\nIt was ours.' with a title and a quotation."""
    check_length(text, origin.asked, settings)
    front, body = _front_matter(text)
    if any(len(_MARKUP.findall(line)) > _MOST_MARKUP for line in body.splitlines()):
        raise FormatError(origin.asked, "a line of it is nothing but markup", "give a plainer file, or rename it to .txt")
    try:
        tokens = MarkdownIt("commonmark").enable("table").parse(body)
    except RecursionError:
        raise FormatError(origin.asked, "its markup is nested too deep", "give a plainer file") from None
    pieces = list(_named([p for p in _pieces(tokens) if p.text.strip()]))
    made, blocks = join(Piece(kind, p.text) for kind, p in zip(set_apart(pieces), pieces, strict=True))
    return make(made, blocks, origin, {**facts_in(made, blocks), **front, **(known or {})}, settings)


def _front_matter(text: str) -> tuple[dict[Field, Fact], str]:
    """'---\\ntitle: Bridge sold\\n---\\nText' -> ({'title': ...}, 'Text')"""
    m = _FRONT.match(text[:_FRONT_WITHIN])
    if m is None:
        return {}, text
    out: dict[Field, Fact] = {}
    for line in m[1].split("\n"):
        key, _, value = line.partition(":")
        value = value.strip().strip("\"'")
        name = _FRONT_NAMES.get(key.strip().lower())
        value = (iso_date(value) or "") if name == "published" else value
        if name and value and not value.startswith(("[", "{")):
            out[name] = Fact(value, Provenance.META)
    return out, text[m.end() :]


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    containers: list[BlockKind] = []
    for token in tokens:
        name, _, side = token.type.rpartition("_")
        if name in _CONTAINERS:
            containers.append(_CONTAINERS[name]) if side == "open" else containers.pop()
        elif token.type == "inline":
            yield Piece(_kind(containers), _words(token))
        elif token.type in {"fence", "code_block"}:
            yield Piece(BlockKind.OTHER, token.content)


def _kind(containers: Sequence[BlockKind]) -> BlockKind:
    if BlockKind.QUOTATION in containers:
        return BlockKind.QUOTATION
    return containers[-1] if containers else BlockKind.PARAGRAPH


def _words(inline: Token) -> str:
    out = []
    for child in inline.children or ():
        if child.type in {"text", "code_inline", "text_special"}:
            out.append(child.content)
        elif child.type == "softbreak":
            out.append(" ")
        elif child.type == "hardbreak":
            out.append("\n")
    return "".join(out)


def _named(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The first heading, where it comes first, is the title; a byline near the top is no paragraph."""
    for i, piece in enumerate(pieces):
        if i == 0 and piece.kind is BlockKind.HEADING:
            yield Piece(BlockKind.TITLE, piece.text)
        elif i <= 3 and piece.kind is BlockKind.PARAGRAPH and is_byline(piece.text):
            yield Piece(BlockKind.OTHER, piece.text)
        else:
            yield piece
