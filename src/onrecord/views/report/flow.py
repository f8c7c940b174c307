"""The picture of who speaks how much through whom: lines from speakers to the article, as thick as they have words.

Route(Voss, through The Tide, 41 words) -> a line from "Voss" by "The Tide" to the right edge, which is the article.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.reading.audit.counting import source_class
from onrecord.records.audit import Audit, Route, SourceClass
from onrecord.views.report.visible import one_line
from onrecord.views.report.wording import plural, way

WIDTH = 440
_LEFT, _RIGHT = 158, 428  # where lines leave the speakers' names, and where they reach the article
_GATHER, _PART = 212, 350  # between these, lines that the same hands carry run as one
_TOP = 26
_ROW = 19  # the least height of a speaker's row: a line of small type
_THICK = 90.0  # all lines together, where they reach the article
_THIN = 1.2
_MOST = 12  # speakers by themselves; the rest share a row
_NAME, _CARRIER = 24, 26  # letters a name has room for
_NAMELESS = (SourceClass.UNNAMED, SourceClass.NOBODY, SourceClass.UNRESOLVED)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the picture: an SVG path, its width, and what it is (title, for a pointer that rests on it)."""

    path: str
    width: str
    nameless: bool
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    x: str
    y: str
    words: str
    nameless: bool = False
    carrier: bool = False


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One way of the table twin: steps from the speaker to the article."""

    steps: tuple[str, ...]
    statements: str
    words: str


@dataclass(frozen=True, slots=True)
class Flow:
    """The picture and its twin: strokes and labels for SVG of this height, rows for a table that says the same."""

    height: str
    edge: tuple[str, str, str]
    strokes: tuple[Stroke, ...]
    labels: tuple[Label, ...]
    rows: tuple[FlowRow, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One way with its place: y where it leaves the speaker, width, and who carries it last."""

    steps: tuple[str, ...]
    words: int
    nameless: bool
    width: float


def flow(audit: Audit) -> Flow | None:
    """Audit -> its picture; None where there is nothing to draw: no known speaker, or a single one."""
    routes = [r for r in audit.routes if r.words]
    if sum(r.speaker is not None for r in routes) < 2:
        return None
    lines = _lines(audit, routes)
    groups = _groups(lines)
    return _drawn(groups, tuple(_row(audit, r) for r in routes))


def _row(audit: Audit, route: Route) -> FlowRow:
    steps = tuple(one_line(s) for s in way(audit, route))
    return FlowRow(steps, str(len(route.attributions)), f"{route.words:,}")


def _lines(audit: Audit, routes: Sequence[Route]) -> list[_Line]:
    """A line for each way; those of the least words together where there are too many speakers."""
    classes = {s.id: source_class(s) for s in audit.reading.sources}
    total = sum(r.words for r in routes)
    kept, rest = routes[:_MOST], routes[_MOST:]
    out = [
        _Line(
            tuple(one_line(s) for s in way(audit, r)),
            r.words,
            classes.get(r.speaker or "", SourceClass.NOBODY) in _NAMELESS,
            _width(r.words, total),
        )
        for r in kept
    ]
    if rest:
        words = sum(r.words for r in rest)
        out.append(_Line((f"{len(rest)} others", "this article"), words, nameless=False, width=_width(words, total)))
    return out


def _width(words: int, total: int) -> float:
    return max(_THICK * words / total, _THIN)


def _groups(lines: Iterable[_Line]) -> list[list[_Line]]:
    """Lines that the same hands carry stand together: those from the speaker's own mouth first, then by the words carried."""
    by_carrier = sorted(lines, key=lambda x: x.steps[1:])
    groups = [list(g) for _, g in groupby(by_carrier, key=lambda x: x.steps[1:])]
    return sorted(groups, key=lambda g: (len(g[0].steps), -sum(x.words for x in g)))


def _drawn(groups: Sequence[Sequence[_Line]], rows: tuple[FlowRow, ...]) -> Flow:
    strokes: list[Stroke] = []
    labels: list[Label] = []
    heights = [[max(_ROW, x.width + 6) for x in g] for g in groups]
    height = _TOP + sum(map(sum, heights)) + 10 * (len(groups) - 1)
    total = sum(x.width for g in groups for x in g)
    y, reached = float(_TOP), _TOP + (height - _TOP - total) / 2
    edge = (f"{_RIGHT}", f"{reached:.1f}", f"{reached + total:.1f}")
    for group, tall in zip(groups, heights, strict=True):
        middle = y + sum(tall) / 2
        gathered = middle - sum(x.width for x in group) / 2
        carriers = group[0].steps[1:-1]
        for line, h in zip(group, tall, strict=True):
            strokes.append(_stroke(line, y + h / 2, gathered + line.width / 2, reached + line.width / 2))
            labels.append(Label(f"{_LEFT - 8}", f"{y + h / 2 + 4:.1f}", _short(line.steps[0], _NAME), line.nameless))
            y, gathered, reached = y + h, gathered + line.width, reached + line.width
        if carriers:
            above = middle - sum(x.width for x in group) / 2 - 4
            labels.append(Label(f"{(_GATHER + _PART) // 2}", f"{above:.1f}", _carried_by(carriers), carrier=True))
        y += 10
    return Flow(f"{height:.0f}", edge, tuple(strokes), tuple(labels), rows)


def _stroke(line: _Line, start: float, middle: float, end: float) -> Stroke:
    if len(line.steps) > 2:  # by the hands that carried it, gathered with the others they carried
        path = f"M{_LEFT} {start:.1f}{_curve(_LEFT, start, _GATHER, middle)}H{_PART}"
        path += _curve(_PART, middle, _RIGHT, end)
    else:
        path = f"M{_LEFT} {start:.1f}{_curve(_LEFT, start, _RIGHT, end)}"
    title = f"{' → '.join(line.steps)}: {plural(line.words, 'word')}"
    return Stroke(path, f"{line.width:.1f}", line.nameless, title)


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    half = (x + to_x) / 2
    return f"C{half:.0f} {y:.1f} {half:.0f} {to_y:.1f} {to_x:.0f} {to_y:.1f}"


def _carried_by(carriers: Sequence[str]) -> str:
    """('Radio Kestrel', 'the Northern Courier') -> 'Radio Kestrel → the Norther…'; of more than two, the last two."""
    first = "… → " if len(carriers) > 2 else ""
    room = _CARRIER if len(carriers) == 1 else _CARRIER // 2
    return first + " → ".join(_short(c.removeprefix("the ").removeprefix("The "), room) for c in carriers[-2:])


def _short(words: str, room: int) -> str:
    """Cut at the end: a picture has little room, the table beside it the whole name."""
    return words if len(words) <= room else words[: room - 1].rstrip() + "…"
