"""Text under overlapping underlines: cut at every boundary, each piece knowing the lines that run below it.

'She said no', source 0-3, cue 4-8 -> Segment(0, 3, (source,)), Segment(3, 4, ()), Segment(4, 8, (cue,)), Segment(8, 11, ())

Attributions nest, come in pieces and now and then overlap in ways nobody meant. Cutting first and wrapping afterwards is right
for all of them: no element ever has to close inside another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby, pairwise
from typing import ClassVar, TypeAlias

from onrecord.records import Span

LANES = 6
"""Lines that fit below one another; what lies deeper shares the last."""


class Role(StrEnum):
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    MARK = "mark"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Line:
    """One underline: a span, what it is (role), of which attribution or mark (label: "3", "b"; key: its name on the page),
    how far down it lies (lane, 0 is next to the text), and what a filter asks about it (traits: "direct unsure")."""

    start: int
    end: int
    role: Role
    label: str
    key: str
    depth: int
    traits: str = ""
    lane: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """text[start:end] and the lines below all of it, outermost first."""

    start: int
    end: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A number in the text that leads to a card. again: the card stands beside an earlier block, the statement goes on here."""

    at: int
    label: str
    key: str
    says: str
    traits: str = ""
    again: bool = False
    is_mark: bool = False


@dataclass(frozen=True, slots=True)
class _Anchor:
    start: int
    end: int
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Text:
    kind: ClassVar[str] = "text"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Open:
    """An element for line begins; starts and ends tell whether the line itself does so with this element."""

    kind: ClassVar[str] = "open"
    line: Line
    starts: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Close:
    kind: ClassVar[str] = "close"


@dataclass(frozen=True, slots=True)
class Notes:
    kind: ClassVar[str] = "notes"
    notes: tuple[Note, ...] = field(default=())


Event: TypeAlias = Text | Open | Close | Notes


def in_lanes(lines: Iterable[Line]) -> list[Line]:
    """Lines -> the same, each in the first lane from its depth down in which nothing else runs below the same words.

    Two statements may share their source or cue ("he said X and Y"): there one line serves both.
    """
    ordered = sorted(lines, key=lambda x: (x.depth, x.start, -x.end))
    meets = _meetings(ordered)
    lanes: list[int] = []
    for i, line in enumerate(ordered):
        taken = {lanes[j] for j in meets[i] if j < i and not _one_serves(ordered[j], line)}
        lanes.append(next((n for n in range(line.depth, LANES) if n not in taken), LANES - 1))
    return sorted((replace(line, lane=lane) for line, lane in zip(ordered, lanes, strict=True)), key=_outermost_first)


def _meetings(lines: Sequence[Line]) -> list[list[int]]:
    """For each line the numbers of those that run below some of the same words, found in one sweep over the text."""
    met: list[list[int]] = [[] for _ in lines]
    running: list[int] = []
    for i in sorted(range(len(lines)), key=lambda i: lines[i].start):
        running = [j for j in running if lines[j].end > lines[i].start]
        for j in running:
            met[i].append(j)
            met[j].append(i)
        running.append(i)
    return met


def _one_serves(a: Line, b: Line) -> bool:
    return a.role == b.role and a.role in (Role.SOURCE, Role.CUE) and a.depth == b.depth


def _outermost_first(line: Line) -> tuple[int, int, int, str, str]:
    return line.lane, line.start, -line.end, line.key, line.role


def cut(within: Span, lines: Iterable[Line]) -> list[Segment]:
    """A stretch of text and its lines -> segments that follow one another without gap from within.start to within.end."""
    here = sorted((x for x in lines if x.start < within.end and within.start < x.end), key=_outermost_first)
    edges = {within.start, within.end, *(e for x in here for e in (x.start, x.end) if within.start < e < within.end)}
    return [Segment(a, b, tuple(x for x in here if x.start <= a and b <= x.end)) for a, b in pairwise(sorted(edges))]


def weave(segments: Sequence[Segment], notes: Iterable[Note]) -> Iterator[Event]:
    """Segments and notes -> what to write, in order: opening and closing elements, stretches of text, numbers."""
    waiting: dict[int, list[Note]] = {}
    for note in notes:
        waiting.setdefault(note.at, []).append(note)
    return _elements(list(_anchored(segments, waiting)), 0)


def _anchored(segments: Sequence[Segment], waiting: dict[int, list[Note]]) -> Iterator[Segment | _Anchor]:
    before: tuple[Line, ...] = ()
    for segment in _cut_at(segments, waiting):
        if segment.start in waiting:
            # The number stands before the lines that begin with it and inside those that run on.
            shared = tuple(a for a, b in zip(before, segment.lines, strict=False) if a == b)
            shared = shared if shared == before[: len(shared)] else ()
            yield _Anchor(segment.start, segment.start, shared, tuple(waiting[segment.start]))
        yield segment
        before = segment.lines


def _cut_at(segments: Iterable[Segment], places: Iterable[int]) -> Iterator[Segment]:
    wanted = sorted(places)
    for s in segments:
        edges = [s.start, *(p for p in wanted if s.start < p < s.end), s.end]
        yield from (Segment(a, b, s.lines) for a, b in pairwise(edges))


def _elements(run: Sequence[Segment | _Anchor], depth: int) -> Iterator[Event]:
    for line, group in groupby(run, key=lambda s: s.lines[depth] if len(s.lines) > depth else None):
        inside = list(group)
        if line is None:
            yield from (Notes(s.notes) if isinstance(s, _Anchor) else Text(s.start, s.end) for s in inside)
            continue
        yield Open(line, inside[0].start == line.start, inside[-1].end == line.end)
        yield from _elements(inside, depth + 1)
        yield Close()
