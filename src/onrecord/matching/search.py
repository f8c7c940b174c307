"""Word pairs of a quotation -> the windows of text that hold most of them, rare pairs counting more."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from onrecord.matching.grams import Hashes
from onrecord.matching.segment import SHIFT
from onrecord.matching.store import Store

_Peak: TypeAlias = tuple[float, int, int]  # score, first and last stretch
_Ints = npt.NDArray[np.int64]
_GAP = 1 << 10  # stretches between segments, so that no window takes in the end of one and the start of another
_MOST_PAIRS = 96  # of a long quotation: the rarest
_PAGE_BITS, _PAGE_OF_POSTINGS = 16, 1 << 15
_LEAST = 0.5  # of the best window's score
_MOST = 40  # windows
_NEARLY = 0.8
_WIDEST = 8  # stretches that windows joined may cover beyond the first


class Window(NamedTuple):
    """Stretches of a segment's text, low to high (bytes in it, half-open), and how much of the quotation's rarity is there."""

    segment: int
    low: int
    high: int
    score: float


class Windows:
    """Windows, best first; made when asked for. complete: all pairs were looked at. share: of the rarity of all pairs looked
    at, how much is in the best window."""

    def __init__(self, postings: "Postings", peaks: "list[_Peak]", *, complete: bool, share: float) -> None:
        self._postings, self._peaks = postings, peaks
        self.complete, self.share = complete, share

    def __iter__(self) -> Iterator[Window]:
        return (self._postings.window(*p) for p in self._peaks)

    @property
    def best(self) -> float:
        """The best window's score."""
        return self._peaks[0][0]


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
        self._unread = np.frombuffer(store.unread, np.uint8)
        self._page = np.array(store.first_page[:n], np.int64)[:, None]
        self._at = np.array([e.at for e in store.extents], np.int64)[:, None]
        self._firsts: list[int] = self._first[:-1].tolist()

    def windows(self, pairs: Hashes, length: int, budget: int) -> Windows:
        """Windows of `length` bytes and a stretch, best first.

        budget: how many postings to look at; the rarest pairs come first, and one at least is looked at if it has not many
        times more. Windows with less than half of the best one's score are left out.
        """
        if not len(pairs) or not len(self._table):
            return Windows(self, [], complete=True, share=0.0)
        at = self._table + (pairs[None, :] >> self._bits).view(np.int64)
        self._verified(at << 2)
        self._verified((at << 2) + 4)
        low = self._u32[at].astype(np.int64)
        count = self._u32[at + 1] - low
        totals = count.sum(0)
        chosen = self._rarest(totals, budget)
        complete = len(chosen) == np.count_nonzero(totals)
        if not len(chosen):
            return Windows(self, [], complete=bool(complete), share=0.0)
        low, count = low[:, chosen] + self._posts, count[:, chosen]
        self._verified(low << 1)
        self._verified((low + count) - 1 << 1)
        self._runs_verified(low, count)
        weight = np.log2(1 + self._total / totals[chosen])
        keys, weights = self._gather(low, count, weight)
        unseen = np.count_nonzero(totals == 0) * np.log2(1 + self._total)
        best = self._best(keys, weights, (length >> SHIFT) + 1, float(weight.sum()))
        return Windows(self, best, complete=bool(complete), share=best[0][0] / float(weight.sum() + unseen))

    def _rarest(self, totals: _Ints, budget: int) -> _Ints:
        order = totals.argsort()
        counts = totals[order]
        spent = counts.cumsum()
        none = int(counts.searchsorted(1))
        most = min(int(spent.searchsorted(budget, "right")), none + _MOST_PAIRS)
        if most == none and none < len(counts) and counts[none] <= 16 * budget:
            most = none + 1
        return order[none:most]

    def _gather(self, low: _Ints, count: _Ints, weight: npt.NDArray[np.float64]) -> tuple[_Ints, npt.NDArray[np.float64]]:
        """Every posting of the chosen pairs, as stretch of the whole index and weight."""
        rows, columns = count.shape
        sizes = count.ravel()
        ends = sizes.cumsum()
        run = np.arange(len(sizes)).repeat(sizes)
        at = np.arange(int(ends[-1]))
        at += (low.ravel() - ends + sizes)[run]
        keys = self._u16[at] + self._first[:-1].repeat(columns)[run]
        return keys, weight[run % columns] if rows > 1 else weight[run]

    def _best(self, keys: _Ints, weights: npt.NDArray[np.float64], reach: int, whole: float) -> list[_Peak]:
        order = keys.argsort()
        keys, weights = keys[order], weights[order]
        changes = np.empty(len(keys), np.bool_)
        changes[0] = True
        np.not_equal(keys[1:], keys[:-1], out=changes[1:])
        firsts = changes.nonzero()[0]
        keys = keys[firsts]  # each stretch once, with the weight of all that is in it
        sums = np.add.reduceat(weights, firsts).cumsum()
        stops = keys.searchsorted(keys + reach, "right")
        score = sums[stops - 1]
        score[1:] -= sums[: len(score) - 1]
        np.minimum(score, whole, out=score)  # a pair that stands there twice is worth no more
        kept = (score >= _LEAST * score.max() - 1e-9).nonzero()[0]
        if len(kept) > 3 * _MOST:
            kept = np.sort(kept[(-score[kept]).argsort()[: 3 * _MOST]])
        found = zip(keys[kept].tolist(), keys[stops[kept] - 1].tolist(), score[kept].tolist(), strict=True)
        return _apart(found)

    def window(self, score: float, first: int, last: int) -> Window:
        segment = bisect_right(self._firsts, first) - 1
        base, shift = self._firsts[segment], self._shifts[segment]
        return Window(segment, (first - base) << shift, (last - base + 1) << shift, score)

    def _verified(self, at: _Ints) -> None:
        """Checks the pages in which bytes of the file lie, a row for each segment, before they are looked at."""
        pages = (at - self._at) >> _PAGE_BITS
        unread = self._unread[pages + self._page]
        if unread.any():
            for segment in np.flatnonzero(unread.any(1)).tolist():
                self.store.check(segment, set(pages[segment].tolist()))

    def _runs_verified(self, low: _Ints, count: _Ints) -> None:
        """Runs of postings longer than a page: also the pages between their ends."""
        for segment, pair in np.argwhere(count > _PAGE_OF_POSTINGS).tolist():
            start = int(low[segment, pair]) << 1
            self.store.need(segment, start, start + (int(count[segment, pair]) << 1))


def _apart(found: Iterable[tuple[int, int, float]]) -> list[_Peak]:
    """First and last stretch of windows, and their scores -> those that overlap joined, from the first that is nearly as good
    as the best of them to the last; best first."""
    peaks: list[_Peak] = []
    best, start, until, limit = 0.0, 0, -1, -1
    for first, last, value in found:
        if first <= until and first <= limit:
            if value > best / _NEARLY:
                best, start, until = value, first, last
            elif value > best * _NEARLY:
                best, until = max(value, best), last
            peaks[-1] = (best, start, until)
            continue
        best, start, until, limit = value, first, last, first + _WIDEST
        peaks.append((value, first, last))
    peaks.sort(key=lambda p: -p[0])
    return peaks[:_MOST]
