"""Blocks in rows: what stands beside what.

Paragraph 1 (two cards), paragraph 2 (none), heading, paragraph 3 (one) -> rows [1, 2], [heading], [3]. A paragraph without
cards joins the row above it, so that cards longer than their paragraph use the empty margin below instead of tearing the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Block, BlockKind, Document, Span
from onrecord.views.report.cards import Apparatus, Card, MarkCard
from onrecord.views.report.segments import Event, Line, Note, Role, cut, weave
from onrecord.views.report.visible import pieces

ROW = 6
"""Blocks in one row at most: report.css has a rule for each number."""
_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Laid:
    """One block ready to write: its lines of events (a list has one per item), and how many lanes its underlines take."""

    kind: BlockKind
    items: tuple[tuple[Event, ...], ...]
    lanes: int


@dataclass(frozen=True, slots=True)
class Row:
    blocks: tuple[Laid, ...]
    cards: tuple[Card, ...]
    marks: tuple[MarkCard, ...]


def rows(document: Document, around: Apparatus) -> list[Row]:
    """Document and its apparatus -> rows, top to bottom."""
    out: list[Row] = []
    taking = False
    for block in whole(document):
        laid = lay(document.text, block, around)
        cards = tuple(c for c in around.cards if block.start <= c.at < block.end)
        marks = tuple(m for m in around.marks if block.start <= m.at < block.end)
        if taking and not cards and not marks and block.kind not in _HEADINGS and len(out[-1].blocks) < ROW:
            out[-1] = Row((*out[-1].blocks, laid), out[-1].cards, out[-1].marks)
        else:
            out.append(Row((laid,), cards, marks))
            taking = bool(cards or marks) and block.kind is not BlockKind.TITLE
    return out


def whole(document: Document) -> list[Block]:
    """The blocks in order, with the text that no block holds as blocks of kind other: nothing of the text is left out."""
    out: list[Block] = []
    at = 0
    for block in sorted(document.blocks, key=lambda b: (b.start, b.end)):
        start, end = max(block.start, at), min(block.end, len(document.text))
        if start < end:
            out += [*_left_over(document.text, at, start), Block(block.kind, start, end)]
            at = end
    return [*out, *_left_over(document.text, at, len(document.text))]


def _left_over(text: str, start: int, end: int) -> list[Block]:
    return [Block(BlockKind.OTHER, start, end)] if text[start:end].strip() else []


def lay(text: str, block: Block, around: Apparatus) -> Laid:
    """A block and what surrounds the text -> the events that write it."""
    here = [x for x in around.lines if x.start < block.end and block.start < x.end]
    notes = [*(n for n in around.notes if block.start <= n.at < block.end), *_again(block, here, around.cards)]
    spans = _lines_of(text, block) if block.kind is BlockKind.LIST else [Span(block.start, block.end)]
    items = tuple(tuple(weave(cut(s, here), [n for n in notes if s.start <= n.at < s.end])) for s in spans)
    return Laid(block.kind, items, max((x.lane + 1 for x in here if x.role is not Role.MENTION), default=0))


def _again(block: Block, lines: Sequence[Line], cards: Iterable[Card]) -> Iterator[Note]:
    """Numbers for statements that began in an earlier block, where they go on in this one."""
    began = {c.key for c in cards if c.at < block.start}
    for line in sorted(lines, key=lambda x: x.start):
        if line.key in began:
            began.remove(line.key)
            at, says = max(line.start, block.start), f"Statement {line.label} goes on"
            yield Note(at, line.label, line.key, says, line.traits, again=True)


def _lines_of(text: str, block: Block) -> list[Span]:
    """A list block -> its items, one a line of the text; line breaks belong to no item."""
    spans, at = [], block.start
    for line in text[block.start : block.end].split("\n"):
        if line.strip():
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans or [Span(block.start, block.end)]


def written(text: str, start: int, end: int) -> list[tuple[bool, str]]:
    """A stretch of text -> pieces to write, hostile characters apart and by name."""
    return list(pieces(text[start:end]))
