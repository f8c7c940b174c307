"""Word pairs of a quotation -> the windows of text that hold most of them, rare pairs counting more."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.matching.grams import Hashes
from onrecord.matching.segment import SHIFT
from onrecord.matching.store import Store

_Ints = npt.NDArray[np.int64]
_GAP = 1 << 10  # stretches between segments, so that no window takes in the end of one and the start of another
_MOST_PAIRS = 96  # of a long quotation: the rarest
_PAGE_BITS = 16
_LEAST = 0.5  # of the best window's score
_MOST = 48  # windows
_NEARLY = 0.8
_WIDEST = 8  # stretches that windows joined may cover beyond the first


@dataclass(frozen=True, slots=True)
class Window:
    """Stretches of a segment's text, low to high (bytes in it, half-open), and how much of the quotation's rarity is there."""

    segment: int
    low: int
    high: int
    score: float


class Postings:
    """The word pairs of all segments of a store, looked up at once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        n = len(store.extents)
        tables = [store.section(s, "table") for s in range(n)]
        self._table = np.array([a >> 2 for a, _ in tables], np.int64)[:, None]
        self._posts = np.array([store.section(s, "posts")[0] >> 1 for s in range(n)], np.int64)[:, None]
        self._bits = np.array([64 - ((b - a) // 4 - 1).bit_length() + 1 for a, b in tables], np.uint64)[:, None]
        sizes = [e.text_bytes for e in store.extents]
        self._shifts = [max(SHIFT, (size - 1 >> 16).bit_length()) for size in sizes]
        stretches = [(size >> shift) + 1 + _GAP for size, shift in zip(sizes, self._shifts, strict=True)]
        self._first = np.concatenate(([0], np.cumsum(stretches))).astype(np.int64)
        self._total = max(1, int(self._first[-1]) - n * _GAP)
        usable = store.data[: len(store.data) & ~7]
        self._u32, self._u16 = usable.view("<u4"), usable.view("<u2")

    def windows(self, pairs: Hashes, length: int, budget: int) -> tuple[list[Window], bool]:
        """Windows of `length` bytes and a stretch, best first, and whether all pairs were used.

        budget: how many postings to look at; the rarest pairs come first, and one at least is looked at if it has not many
        times more. Windows with less than half of the best one's score are left out.
        """
        if not len(pairs) or not len(self._table):
            return [], True
        at = self._table + (pairs[None, :] >> self._bits).view(np.int64)
        self._verified(at)
        low = self._u32[at].astype(np.int64)
        count = self._u32[at + 1] - low
        totals = count.sum(0)
        chosen, weight = self._rarest(totals, budget)
        complete = len(chosen) == np.count_nonzero(totals)
        if not len(chosen):
            return [], complete
        keys, weights = self._gather(low[:, chosen] + self._posts, count[:, chosen], weight)
        return self._best(keys, weights, length), complete

    def _rarest(self, totals: _Ints, budget: int) -> tuple[_Ints, npt.NDArray[np.float64]]:
        order = np.argsort(totals, kind="stable")[: _MOST_PAIRS + np.count_nonzero(totals == 0)]
        within = np.cumsum(totals[order]) <= budget
        if not within.all():
            first = int(np.searchsorted(totals[order], 1))
            within[first : first + 1] = totals[order[first : first + 1]] <= 16 * budget
        chosen = order[within]
        chosen = chosen[totals[chosen] > 0]
        return chosen, np.log2(1 + self._total / totals[chosen])

    def _gather(self, low: _Ints, count: _Ints, weight: npt.NDArray[np.float64]) -> tuple[_Ints, npt.NDArray[np.float64]]:
        """Every posting of the chosen pairs, as stretch of the whole index and weight."""
        flat, sizes = low.ravel(), count.ravel()
        ends = np.cumsum(sizes)
        total = int(ends[-1])
        at = np.arange(total) + np.repeat(flat - ends + sizes, sizes)
        self._verified(at, sizes, count.shape)
        first = np.repeat(np.repeat(self._first[:-1], count.shape[1]), sizes)
        return self._u16[at] + first, np.repeat(np.tile(weight, count.shape[0]), sizes)

    def _best(self, keys: _Ints, weights: npt.NDArray[np.float64], length: int) -> list[Window]:
        order = np.argsort(keys)
        keys, weights = keys[order], weights[order]
        sums = np.concatenate(([0.0], np.cumsum(weights)))
        reach = np.searchsorted(keys, keys + (length >> SHIFT) + 1, "right")
        score = sums[reach] - sums[:-1]
        kept = np.flatnonzero(score >= _LEAST * score.max())
        if len(kept) > 8 * _MOST:
            kept = np.sort(kept[np.argsort(-score[kept], kind="stable")[: 8 * _MOST]])
        return self._apart(keys, kept, reach, score)

    def _apart(self, keys: _Ints, kept: _Ints, reach: _Ints, score: npt.NDArray[np.float64]) -> list[Window]:
        """Windows that overlap become one, from the first that is nearly as good as the best of them to the last."""
        peaks: list[tuple[float, int, int]] = []
        limit = -1
        for i, key, stop, value in zip(
            kept.tolist(), keys[kept].tolist(), reach[kept].tolist(), score[kept].tolist(), strict=True
        ):
            best, first, until = peaks[-1] if peaks else (0.0, 0, 0)
            if i < until and key <= limit:
                if value > best / _NEARLY:
                    peaks[-1] = (value, i, stop)
                elif value > best * _NEARLY:
                    peaks[-1] = (max(value, best), first, stop)
                continue
            peaks.append((value, i, stop))
            limit = key + _WIDEST
        peaks.sort(key=lambda p: -p[0])
        return [self._window(int(keys[i]), int(keys[stop - 1]), value) for value, i, stop in peaks[:_MOST]]

    def _window(self, first: int, last: int, score: float) -> Window:
        segment = int(np.searchsorted(self._first, first, "right")) - 1
        base, shift = int(self._first[segment]), self._shifts[segment]
        return Window(segment, (first - base) << shift, (last - base + 1) << shift, score)

    def _verified(self, at: _Ints, sizes: _Ints | None = None, shape: tuple[int, ...] | None = None) -> None:
        """Checks the pages that are about to be looked at. at: positions of u32 in rows of segments, or of u16 in runs."""
        store = self.store
        if store.verified:
            return
        if sizes is None or shape is None:
            for s, row in enumerate(at * 4):
                self._check(s, np.concatenate((row, row + 4)))
            return
        ends = np.cumsum(sizes.reshape(shape).sum(1))
        for s, run in enumerate(np.split(at * 2, ends[:-1])):
            self._check(s, run)

    def _check(self, segment: int, at: _Ints) -> None:
        self.store.check(segment, np.unique((at - self.store.extents[segment].at) >> _PAGE_BITS).tolist())
