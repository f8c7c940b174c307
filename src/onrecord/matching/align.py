"""Two lists of words -> which of the one stand in the other, in order: runs of equal words, chained.

Seeds are maximal runs; the best chain of them is found by dynamic programming in which skipping words costs little more the
longer it is (an affine gap, as in minimap2: Li 2018), then what lies between two runs is aligned word by word.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import NamedTuple

from onrecord.matching.compiled import kernel
from onrecord.matching.lexicon import COMMON

_MOST_SEEDS = 20_000  # equal pairs of words looked at: bounds "the the the"
_MOST_RUNS = 60
_GRAM = 4  # words of a seed where there would be more
_ENDS = 12  # words beyond the first and last run that are aligned one by one
_CELLS = 400  # of the table between two runs; more is left as one replacement
_SKIP, _SKIP_MORE, _ADD, _CHANGE = 1.0, 0.05, 0.5, 0.3
_SENTENCE = 1.2  # more for words skipped over the end of a sentence
_NEAR = 3  # words between a long run and a lone frequent word that goes with it
_ELLIPSIS, _ELLIPSIS_MORE = 0.1, 0.002


class Kind(StrEnum):
    EQUAL = "equal"
    CHANGED = "changed"
    MISSING = "missing"  # in the source, not in the quotation
    ADDED = "added"


class Step(NamedTuple):
    """Words [i, i2) of the quotation for words [j, j2) of the source."""

    kind: Kind
    i: int
    i2: int
    j: int
    j2: int


class _Run(NamedTuple):
    i: int
    j: int
    size: int


class Alignment(NamedTuple):
    """steps: over all words of the quotation, in order. score: matched words less what the differences cost."""

    steps: tuple[Step, ...]
    score: float

    @property
    def matched(self) -> int:
        return sum(s.i2 - s.i for s in self.steps if s.kind is Kind.EQUAL)

    @property
    def bounds(self) -> tuple[int, int]:
        """First and last matched word of the source, half-open."""
        equal = [s for s in self.steps if s.kind is Kind.EQUAL]
        return equal[0].j, equal[-1].j2


def exact(quoted: Sequence[str], source: Sequence[str]) -> int:
    """(['b', 'c'], ['a', 'b', 'c']) -> 1: where all of it stands in one piece, -1 if nowhere."""
    text = " ".join(("", *source, ""))
    at = text.find(" ".join(("", *quoted, "")))
    return text.count(" ", 0, at) if at >= 0 else -1


def whole(size: int, at: int) -> Alignment:
    """The alignment of words that stand there in one piece."""
    return Alignment((Step(Kind.EQUAL, 0, size, at, at + size),), float(size))


def align(
    quoted: Sequence[str],
    source: Sequence[str],
    breaks: Collection[int] = (),
    free: Collection[int] = (),
    ends: Sequence[int] = (),
) -> Alignment | None:
    """The best chain, None if no word is shared. breaks: i where an ellipsis stands before word i; free: words in brackets.
    ends: j of the words that begin a sentence of the source, rising.
    """
    chain, score = _best(quoted, source, breaks, free, ends)
    if not chain:
        return None
    return Alignment(tuple(_steps(chain, quoted, source, _bounds(chain, len(quoted), len(source), free, ends))), score)


def _best(
    quoted: Sequence[str], source: Sequence[str], breaks: Collection[int], free: Collection[int], ends: Sequence[int]
) -> tuple[list[_Run], float]:
    """The best chain of runs, and its score."""
    if kernel:
        found = kernel.chain(quoted, source, breaks, free, ends, COMMON, _MOST_SEEDS, _MOST_RUNS, _NEAR)
        if found is not None:
            return _without_laps([_Run(*r) for r in found[0]]), found[1]
    runs = _runs(quoted, source, free)
    return _chain(runs, sorted(breaks), free, ends) if runs else ([], 0.0)


def _runs(quoted: Sequence[str], source: Sequence[str], free: Collection[int]) -> list[_Run]:
    places = _places(quoted, source)
    if sum(len(places[w]) for w in quoted) > _MOST_SEEDS:
        if long := _long_runs(quoted, source, free):
            return long
        _bound(quoted, places)
    return _telling(_equal(quoted, places, free), quoted)


def _long_runs(quoted: Sequence[str], source: Sequence[str], free: Collection[int]) -> list[_Run]:
    """Of a long text's words most stand in many places: seeds of several words, so that most stand in one."""
    grams, stretches = _grams(quoted), _grams(source)
    places = _places(grams, stretches)
    _bound(grams, places)
    held = {n - k for n in free for k in range(_GRAM)}
    runs = [_Run(i, j, size + _GRAM - 1) for i, j, size in _equal(grams, places, held)]
    return sorted(sorted(runs, key=lambda r: -r.size)[:_MOST_RUNS])


def _grams(words: Sequence[str]) -> list[str]:
    return [" ".join(words[n : n + _GRAM]) for n in range(len(words) - _GRAM + 1)]


def _places(quoted: Sequence[str], source: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {w: [] for w in quoted}
    for j, word in enumerate(source):
        if word in places:
            places[word].append(j)
    return places


def _equal(quoted: Sequence[str], places: dict[str, list[int]], free: Collection[int]) -> list[_Run]:
    """Maximal runs of equal words."""
    runs: list[list[int]] = []
    open_runs: dict[int, list[int]] = {}
    for i, word in enumerate(quoted):
        going: dict[int, list[int]] = {}
        for j in () if i in free else places[word]:
            run = open_runs.get(j - 1)
            if run is None:
                run = [i, j, 0]
                runs.append(run)
            run[2] += 1
            going[j] = run
        open_runs = going
    return [_Run(*r) for r in runs]


def _telling(runs: list[_Run], quoted: Sequence[str]) -> list[_Run]:
    """Without frequent words that stand alone, unless they go with a longer run close by."""
    long = [r for r in runs if r.size > 1 or quoted[r.i] not in COMMON]
    if len(long) > _MOST_RUNS:
        return sorted(sorted(long, key=lambda r: -r.size)[:_MOST_RUNS])
    if not long:
        return sorted(runs[:_MOST_RUNS])
    anchors = sorted(long, key=lambda r: -r.size)[:3]
    lone = [r for a in anchors for r in runs if r.size == 1 and _beside(r, a) and quoted[r.i] in COMMON]
    return sorted({*long, *lone[: _MOST_RUNS - len(long)]})


def _beside(run: _Run, anchor: _Run) -> bool:
    return -2 < run.j - run.i - anchor.j + anchor.i < 2 and anchor.i - _NEAR <= run.i <= anchor.i + anchor.size + _NEAR


def _bound(quoted: Sequence[str], places: dict[str, list[int]]) -> None:
    """Leaves out places of words that stand everywhere, if there would be too many pairs."""
    over = sum(len(places[w]) for w in quoted) - _MOST_SEEDS
    if over <= 0:
        return
    times = Counter(quoted)
    for word in sorted(places, key=lambda w: -len(places[w]) * times[w]):
        if over <= 0:
            return
        kept = max(1, 2_000 // times[word])
        over -= max(0, len(places[word]) - kept) * times[word]
        places[word] = places[word][:kept]


def _chain(runs: list[_Run], breaks: Sequence[int], free: Collection[int], ends: Sequence[int]) -> tuple[list[_Run], float]:
    best: list[float] = []
    back: list[int] = []
    for n, run in enumerate(runs):
        score, before = float(run.size), -1
        for p in range(n):
            last = runs[p]
            lap = max(last.i + last.size - run.i, last.j + last.size - run.j, 0)
            if lap >= run.size or last.i >= run.i or last.j >= run.j:
                continue
            value = best[p] + run.size - lap - _cost(last, run, lap, breaks, free, ends)
            if value > score:
                score, before = value, p
        best.append(score)
        back.append(before)
    at = max(range(len(runs)), key=best.__getitem__)
    score, chain = best[at], []
    while at >= 0:
        chain.append(runs[at])
        at = back[at]
    return _without_laps(chain[::-1]), score


def _cost(last: _Run, run: _Run, lap: int, breaks: Sequence[int], free: Collection[int], ends: Sequence[int]) -> float:
    low, high = last.i + last.size, run.i + lap
    skipped = run.j + lap - last.j - last.size
    held = high - low - sum(low <= f < high for f in free) if free else high - low
    changed = min(held, skipped)
    cost = _CHANGE * changed + _ADD * (held - changed)
    if breaks and any(low <= b <= high for b in breaks):
        return cost + _ELLIPSIS + _ELLIPSIS_MORE * skipped
    more = skipped - changed
    if skipped and bisect_right(ends, run.j + lap) > bisect_left(ends, last.j + last.size):
        cost += _SENTENCE
    if free and more and any(low <= f < high for f in free):
        more = max(0, more - 3)  # what a bracket stands for
    return cost + (_SKIP + _SKIP_MORE * more if more else 0.0)


def _without_laps(chain: list[_Run]) -> list[_Run]:
    out = chain[:1]
    for run in chain[1:]:
        last = out[-1]
        lap = max(last.i + last.size - run.i, last.j + last.size - run.j, 0)
        out.append(_Run(run.i + lap, run.j + lap, run.size - lap))
    return out


def _bounds(chain: list[_Run], quoted: int, source: int, free: Collection[int], ends: Sequence[int]) -> tuple[int, int]:
    """How far before the first run and behind the last the source may be looked at: to the end of the sentence, unless the
    quotation, brackets aside, plainly goes on beyond it."""
    first, last = chain[0], chain[-1]
    begins = bisect_right(ends, first.j)
    low = ends[begins - 1] if begins else 0
    end_i, end_j = last.i + last.size, last.j + last.size
    stops = bisect_left(ends, end_j)
    high = min(ends[stops], source) if stops < len(ends) else source
    head = first.i - sum(n < first.i for n in free)
    tail = quoted - end_i - sum(n >= end_i for n in free)
    return (low if head <= first.j - low + 1 else 0), (high if tail <= high - end_j + 1 else source)


def _steps(chain: list[_Run], quoted: Sequence[str], source: Sequence[str], bounds: tuple[int, int]) -> list[Step]:
    first, last = chain[0], chain[-1]
    steps = _head(first, quoted, source, bounds[0])
    for run, following in zip(chain, [*chain[1:], None], strict=True):
        end_i, end_j = run.i + run.size, run.j + run.size
        steps.append(Step(Kind.EQUAL, run.i, end_i, run.j, end_j))
        if following is not None:
            steps += _between(quoted, source, end_i, following.i, end_j, following.j)
    steps += _tail(last, quoted, source, bounds[1])
    return _joined(steps)


def _head(first: _Run, quoted: Sequence[str], source: Sequence[str], low: int) -> list[Step]:
    if not first.i:
        return []
    begin = max(0, first.i - _ENDS)
    start = max(low, first.j - (first.i - begin) - 4)
    steps = _between(quoted, source, begin, first.i, start, first.j)
    if any(s.kind is Kind.EQUAL for s in steps):
        while steps[0].kind is Kind.MISSING:
            steps.pop(0)
        return [*_swap(0, begin, steps[0].j, steps[0].j), *steps]
    return _swap(0, first.i, max(start, first.j - first.i), first.j)


def _tail(last: _Run, quoted: Sequence[str], source: Sequence[str], stop: int) -> list[Step]:
    i, j, rest = last.i + last.size, last.j + last.size, len(quoted) - last.i - last.size
    if not rest:
        return []
    end = min(len(quoted), i + _ENDS)
    steps = _between(quoted, source, i, end, j, min(stop, j + end - i + 2))
    if any(s.kind is Kind.EQUAL for s in steps):
        while steps[-1].kind is Kind.MISSING:
            steps.pop()
        return [*steps, *_swap(end, len(quoted), steps[-1].j2, steps[-1].j2)]
    return _swap(i, len(quoted), j, min(stop, j + rest))


def _between(quoted: Sequence[str], source: Sequence[str], i: int, i2: int, j: int, j2: int) -> list[Step]:
    """The longest common subsequence of two short stretches, as steps."""
    if i == i2 or j == j2 or (i2 - i) * (j2 - j) > _CELLS:
        return _swap(i, i2, j, j2)
    pairs = _common(quoted[i:i2], source[j:j2])
    steps: list[Step] = []
    at, to = i, j
    for a, b in pairs:
        steps += _swap(at, i + a, to, j + b)
        steps.append(Step(Kind.EQUAL, i + a, i + a + 1, j + b, j + b + 1))
        at, to = i + a + 1, j + b + 1
    return steps + _swap(at, i2, to, j2)


def _common(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    if kernel:
        return kernel.common(left, right)
    rows, columns = len(left), len(right)
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for a in range(rows - 1, -1, -1):
        row, below, word = table[a], table[a + 1], left[a]
        for b in range(columns - 1, -1, -1):
            row[b] = below[b + 1] + 1 if word == right[b] else max(below[b], row[b + 1])
    pairs, a, b = [], 0, 0
    while a < rows and b < columns and table[a][b]:
        if left[a] == right[b]:
            pairs.append((a, b))
            a, b = a + 1, b + 1
        elif table[a + 1][b] >= table[a][b + 1]:
            a += 1
        else:
            b += 1
    return pairs


def _swap(i: int, i2: int, j: int, j2: int) -> list[Step]:
    if i == i2 and j == j2:
        return []
    kind = Kind.MISSING if i == i2 else Kind.ADDED if j == j2 else Kind.CHANGED
    return [Step(kind, i, i2, j, j2)]


def _joined(steps: list[Step]) -> list[Step]:
    """Neighbours of one kind become one; missing beside added becomes changed."""
    out: list[Step] = []
    for step in steps:
        if out and (out[-1].kind is Kind.EQUAL) == (step.kind is Kind.EQUAL):
            last = out.pop()
            if step.kind is Kind.EQUAL:
                out.append(Step(Kind.EQUAL, last.i, step.i2, last.j, step.j2))
            else:
                out += _swap(last.i, step.i2, last.j, step.j2)
        else:
            out.append(step)
    return out
