"""Plain text -> blocks: paragraphs, titles, headings, lists and quotations that no markup gives away. The text stays."""

import re
from dataclasses import dataclass
from itertools import pairwise

from onrecord.records import Block, BlockKind, Document
from onrecord.settings import Settings
from onrecord.sources.blocks import Piece, is_turn, set_apart
from onrecord.sources.datelines import facts_in, is_byline, opens_with_dateline
from onrecord.sources.facts import Facts, Origin, check_length, make

PARAGRAPH, QUOTATION, LIST = BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST
_ITEM = re.compile(r"[ \t]*(?:[-*•▪‣·]|\d{1,2}[.)])[ \t]+(?=\S)")
_QUOTED = re.compile(r"[ \t]*>[> \t]*")
_ENDS = re.compile(r"[.!?…:;,—–][\"”’'»)\]]*$|[\"”»]$")
_WIDEST, _NARROWEST, _SLACK = 120, 40, 15
_TITLE, _HEADING = 160, 80


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str  # without the white space at its ends
    indent: int


def plain(text: str, origin: Origin, settings: Settings, known: Facts | None = None) -> Document:
    """'Bridge sold\\n\\nThe mayor said so.' -> Document with a title and a paragraph. known goes before its own."""
    check_length(text, origin.asked, settings)
    blocks = blocks_of(text)
    return make(text, blocks, origin, {**facts_in(text, blocks), **(known or {})}, settings)


def blocks_of(text: str) -> list[Block]:
    """'Bridge sold\\n\\nThe mayor said so.' -> [Block(TITLE, 0, 11), Block(PARAGRAPH, 13, 31)]

    Lines wrapped at a column make one paragraph; in a file without such wrapping each line is one.
    """
    groups = _groups(text)
    width = _wrap_width(groups)
    body_indent = _body_indent(groups)
    blocks = [_block(text, p, body_indent) for group in groups for p in _paragraphs(group, width)]
    blocks = _lone_items(text, [b for b in blocks if b.start < b.end])
    blocks = _headings(text, blocks)
    near = _near(text, blocks)
    kinds = set_apart([Piece(b.kind, text[b.start : b.end], close) for b, close in zip(blocks, near, strict=True)])
    return [Block(kind, b.start, b.end) for kind, b in zip(kinds, blocks, strict=True)]


def _near(text: str, blocks: list[Block]) -> list[bool]:
    """For each block whether it is on the line after the one before it, in a text whose paragraphs blank lines part."""
    breaks = [text.count("\n", a.end, b.start) for a, b in pairwise(blocks)]
    parted = 2 * sum(n > 1 for n in breaks) > len(breaks)
    return [False, *(parted and n == 1 for n in breaks)][: len(blocks)]


def _groups(text: str) -> list[list[_Line]]:
    """Runs of lines between blank ones."""
    groups: list[list[_Line]] = [[]]
    at = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            groups[-1].append(_Line(at + indent, at + indent + len(bare), bare, len(raw[:indent].expandtabs(4))))
        elif groups[-1]:
            groups.append([])
        at += len(raw) + 1
    return [g for g in groups if g]


def _wrap_width(groups: list[list[_Line]]) -> int | None:
    """The column at which the lines of a text were wrapped, None if they were not."""
    lengths = sorted(line.indent + len(line.text) for g in groups for line in g if " " in line.text)
    breaks = [(a, b) for g in groups for a, b in pairwise(g)]
    if not lengths or not breaks:
        return None
    width = lengths[int(0.98 * (len(lengths) - 1))]
    full = [(a, b) for a, b in breaks if _fills(a, b, width)]
    mid_sentence = sum(not _ENDS.search(a.text) or b.text[0].islower() for a, b in full)
    wrapped = _NARROWEST <= width <= _WIDEST and 2 * len(full) >= len(breaks) and 2 * mid_sentence >= len(full)
    return width if wrapped else None


def _fills(line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of the line that follows would not have fitted on this one."""
    return line.indent + len(line.text) + 1 + len(following.text.split(None, 1)[0]) > width - _SLACK


def _paragraphs(group: list[_Line], width: int | None) -> list[list[_Line]]:
    out = [[group[0]]]
    for before, line in pairwise(group):
        quoted = line.text.startswith(">") and before.text.startswith(">")
        if quoted or (width is not None and _fills(before, line, width) and not _starts(line, before)):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _starts(line: _Line, before: _Line) -> bool:
    """Whether a line begins a paragraph although the one before it is full."""
    item = _ITEM.match(line.text) is not None and (
        _ENDS.search(before.text) is not None or _ITEM.match(before.text) is not None
    )
    hanging = _ITEM.match(before.text) is not None
    quoted = line.text.startswith(">") != before.text.startswith(">")
    return item or quoted or is_turn(line.text) or (line.indent >= before.indent + 2 and not hanging)


def _body_indent(groups: list[list[_Line]]) -> int:
    """The indent most groups keep to in all their lines."""
    indents = sorted(min(line.indent for line in g) for g in groups)
    return indents[len(indents) // 2] if indents else 0


def _block(text: str, lines: list[_Line], body_indent: int) -> Block:
    start, end, kind = lines[0].start, lines[-1].end, PARAGRAPH
    if marker := _QUOTED.match(text, start, end):
        start, kind = marker.end(), QUOTATION
    elif marker := _ITEM.match(text, start, end):
        start, kind = marker.end(), LIST
    elif min(line.indent for line in lines) >= body_indent + 2 and len(text[start:end].split()) > 4:
        kind = QUOTATION
    return Block(kind, start + len(text[start:end]) - len(text[start:end].lstrip()), end)


def _lone_items(text: str, blocks: list[Block]) -> list[Block]:
    """A single "1. " or "- " is no list: it goes back to being a paragraph."""
    out = list(blocks)
    for i, b in enumerate(blocks):
        beside = blocks[max(0, i - 1) : i] + blocks[i + 1 : i + 2]
        if b.kind is LIST and all(n.kind is not LIST for n in beside):
            line = text.rfind("\n", 0, b.start) + 1
            start = line + len(text[line : b.end]) - len(text[line : b.end].lstrip())
            out[i] = Block(PARAGRAPH, start, b.end)
    return out


def _headings(text: str, blocks: list[Block]) -> list[Block]:
    out: list[Block] = []
    for i, b in enumerate(blocks):
        words = text[b.start : b.end]
        following = text[blocks[i + 1].start : blocks[i + 1].end] if i + 1 < len(blocks) else None
        out.append(Block(_kind(words, b.kind, following, out, text), b.start, b.end))
    return out


def _kind(words: str, kind: BlockKind, following: str | None, before: list[Block], text: str) -> BlockKind:
    if kind is not PARAGRAPH or is_turn(words):
        return kind
    if is_byline(words) and len(before) <= 3:
        return BlockKind.OTHER
    if not before:
        return BlockKind.TITLE if following is not None and _is_title(words) else kind
    spaced = text[before[-1].end : text.find(words, before[-1].end)].count("\n") > 1
    return BlockKind.HEADING if following is not None and spaced and _is_heading(words, following) else kind


def _is_title(words: str) -> bool:
    if "\n" in words or len(words) > _TITLE or opens_with_dateline(words) or words.endswith((":", ",", ";")):
        return False
    return not words.endswith(".") or _capitalised(words)


def _capitalised(words: str) -> bool:
    """'Council Sells the Old Bridge.' -> True: set as a title, full stop or not."""
    long = [w for w in words.split() if len(w) > 3]
    return len(long) > 1 and sum(w.lstrip("\"“‘'(")[:1].isupper() for w in long) >= 0.8 * len(long)


def _is_heading(words: str, following: str) -> bool:
    short = "\n" not in words and len(words) <= _HEADING and len(words.split()) <= 12 and len(following) > len(words)
    return short and not _ENDS.search(words) and (words[0].isupper() or words[0].isdigit()) and not words.startswith(("“", '"'))
