"""Pairing quotation marks: straight and curly, double and single, guillemets, low-nine, nested, left open, over paragraphs."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.text.words import Offsets

# TeX's ``double'' marks; of three in a row the double one stands outside, where they open as where they close.
_TEX = r"``|(?<!\S)''|''(?!')"
_MARK = re.compile(_TEX + "|[\"“”„‟«»'‘’‚‛`´‹›]")
_DOUBLE, _SINGLE, _ANGLE, _SINGLE_ANGLE = "double", "single", "angle", "single-angle"
_FAMILY = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', "''", "``"), _DOUBLE),
    **dict.fromkeys("‘’‚‛'`´", _SINGLE),
    **dict.fromkeys("«»", _ANGLE),
    **dict.fromkeys("‹›", _SINGLE_ANGLE),
}
_OPENS = frozenset(("“", "„", "«", "‘", "‚", "‛", "‹", "``", "‟"))
_CLOSES = frozenset(("”", "»", "’", "›"))
_STRAIGHT = frozenset(('"', "''"))  # open and close alike
_BEFORE_OPENING = frozenset("([{—–-/:;,…<>|\u00a0")
_DEEPEST = 8  # levels: more is noise, no quotation
_ELIDED = re.compile(r"(?:tis|twas|twill|em|til|till|cause|bout|round|n|cos|\d\ds?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks: 'say "no" twice' -> Quotation(start=4, end=8, depth=1, ...).

    start and end (code points, half-open) take in the marks; inner is the stretch between them. depth is 1 for the
    outermost. closed is False where the writer left it open: it then runs to the end of its paragraph. continues is True
    where it goes on from a quotation left open by the paragraph before, as English typography has it.
    """

    start: int
    end: int
    inner: Offsets
    depth: int
    closed: bool
    continues: bool


@dataclass(slots=True)
class _Open:
    family: str
    start: int
    after: int
    depth: int
    continues: bool


def quotations(text: str, paragraphs: Iterable[Offsets]) -> list[Quotation]:
    """'“No,” he said.' -> [Quotation(0, 5, inner=(1, 4), depth=1, closed=True, continues=False)], in order of start.

    Marks never pair across the paragraphs given (offsets, in order). Apostrophes, feet and inches are left alone.
    """
    found: list[Quotation] = []
    left_open: str | None = None
    for start, end in paragraphs:
        here = _levels(_paragraph(text, start, end, left_open))
        found += here
        last = [q for q in here if q.depth == 1]
        left_open = _FAMILY[text[last[-1].start : last[-1].inner[0]]] if last and not last[-1].closed else None
    return found


def _levels(found: Iterable[Quotation]) -> list[Quotation]:
    """In order of start, each with its depth: what was taken for an outer quotation while reading may have come to nothing."""
    out: list[Quotation] = []
    around: list[int] = []  # where the quotations that hold the next one end
    for q in sorted(found, key=lambda q: (q.start, -q.end)):
        while around and around[-1] < q.end:
            around.pop()
        around.append(q.end)
        out.append(replace(q, depth=len(around)))
    return out


def _paragraph(text: str, start: int, end: int, left_open: str | None) -> Iterator[Quotation]:
    stack: list[_Open] = []
    ahead = _ahead(text, start, end)
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match[0], match.start(), match.end()
        family = _FAMILY[mark]
        action = _action(text, mark, family, at, after, start, end, stack, ahead)
        if action == "open" and len(stack) < _DEEPEST:
            continues = not stack and left_open == family and not text[start:at].strip()
            stack.append(_Open(family, at, after, len(stack) + 1, continues))
        elif action == "close":
            while stack and stack[-1].family != family:
                stack.pop()  # a mark inside that never closed was no quotation
            if stack:
                o = stack.pop()
                yield Quotation(o.start, after, (o.after, at), o.depth, closed=True, continues=o.continues)
    for o in stack:
        # Single marks left open are far more often apostrophes than speech.
        begins = text[o.start] == "‘" and not text[start : o.start].strip()
        if (o.family != _SINGLE or begins) and o.depth == 1:
            stop = start + len(text[start:end].rstrip())
            yield Quotation(o.start, stop, (o.after, stop), o.depth, closed=False, continues=o.continues)


def _action(
    text: str, mark: str, family: str, at: int, after: int, start: int, end: int, stack: list[_Open], ahead: "_Ahead"
) -> str:
    before = text[at - 1] if at > start else " "
    following = text[after] if after < end else " "
    is_open = any(o.family == family for o in stack)
    looks_opening = (before.isspace() or before in _BEFORE_OPENING or _is_mark(before)) and not following.isspace()
    looks_closing = not before.isspace() and not following.isalnum()
    if family == _SINGLE:
        return _single(text, mark, after, is_open, looks_opening, before, following, ahead)
    if mark in _STRAIGHT and not is_open and before.isdigit() and not looks_opening:
        return "skip"  # inches, or seconds of arc
    if is_open:
        strictly_opening = looks_opening and not looks_closing and (before.isspace() or before == "(")
        if mark in _OPENS and looks_closing and not looks_opening:
            return "close"  # German „so“, or the wrong key
        if mark in _CLOSES or not strictly_opening:
            return "open" if mark in _OPENS else "close"
        # an opening mark while one is open: the earlier was left open by its writer
        return "open" if mark in _OPENS or ahead.odd(after) else "close"
    if mark in _OPENS:
        return "open"
    if mark in _CLOSES:
        return "open" if looks_opening else "skip"
    return "open" if looks_opening or not looks_closing or following.isalnum() else "skip"


def _single(
    text: str, mark: str, after: int, is_open: bool, looks_opening: bool, before: str, following: str, ahead: "_Ahead"
) -> str:
    if before.isalnum() and following.isalnum():
        return "skip"  # don't
    if is_open and mark != "‘" and not before.isspace() and not following.isalnum():
        plural = before == "s" and following == " " and text[after + 1 : after + 2].islower()
        if not (plural and ahead.single_closes(after)):
            return "close"
        return "skip"  # the dogs' owners
    if looks_opening and mark in "‘‚‛'`" and not _ELIDED.match(text, after):
        begins = mark == "‘" and text[max(0, after - 2) : after - 1] in {"", "\n"}  # may run on over paragraphs
        return "open" if begins or ahead.single_closes(after) else "skip"
    return "skip"


@dataclass(frozen=True, slots=True)
class _Ahead:
    """The marks of a paragraph that others look ahead to, found once: a line of nothing but marks must not take hours.

    straight: positions of straight double marks. singles: of single marks that can close or open; closing says which.
    """

    straight: list[int]
    singles: list[int]
    closing: list[bool]

    def odd(self, after: int) -> bool:
        """Whether an odd number of straight double marks is to come."""
        return (len(self.straight) - bisect_left(self.straight, after)) % 2 == 1

    def single_closes(self, after: int) -> bool:
        """Whether a single mark that can close stands ahead, before another that opens."""
        next_one = bisect_left(self.singles, after)
        return next_one < len(self.closing) and self.closing[next_one]


def _ahead(text: str, start: int, end: int) -> _Ahead:
    straight: list[int] = []
    singles: list[int] = []
    closing: list[bool] = []
    for m in _MARK.finditer(text, start, end):
        if m[0] in _STRAIGHT:
            straight.append(m.start())
            continue
        before, following = text[m.start() - 1 : m.start()] or " ", text[m.end()] if m.end() < end else " "
        if m[0] not in "‘’'´" or (before.isalnum() and following.isalnum()):
            continue
        closes = not before.isspace() and not following.isalnum() and m[0] != "‘"
        if closes or (before.isspace() and m[0] in "‘'" and not _ELIDED.match(text, m.end())):
            singles.append(m.start())
            closing.append(closes)
    return _Ahead(straight, singles, closing)


def _is_mark(char: str) -> bool:
    return char in _FAMILY


OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
STATES = 4


def states(tokens: Sequence[Offsets], found: Iterable[Quotation], depth: int = 1) -> list[int]:
    """Words and quotations -> for each word OUTSIDE, INSIDE, OPENING (mark) or CLOSING (mark), quotations of one depth only."""
    out = [OUTSIDE] * len(tokens)
    i = 0
    for q in found:
        if q.depth != depth:
            continue
        while i < len(tokens) and tokens[i][1] <= q.start:
            i += 1
        while i < len(tokens) and tokens[i][0] < q.end:
            s, e = tokens[i]
            out[i] = OPENING if e <= q.inner[0] else CLOSING if s >= q.inner[1] else INSIDE
            i += 1
    return out
