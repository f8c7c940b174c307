"""Word pairs of a quotation -> the windows of text that hold most of them, rare pairs counting more."""

from bisect import bisect_right
from collections.abc import Iterable
from math import log2
from struct import Struct
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from onrecord.matching.compiled import kernel
from onrecord.matching.grams import Hashes
from onrecord.matching.segment import SHIFT
from onrecord.matching.store import Store

_Peak: TypeAlias = tuple[int, int, int]  # first stretch, score, last stretch
_PEAK = Struct("=3q")  # they are kept so: most are never asked for
_Ints = npt.NDArray[np.int64]
_GAP = 1 << 10  # stretches between segments, so that no window takes in the end of one and the start of another
_MOST_PAIRS = 96  # of a long quotation: the rarest
_MOST = 40  # windows, each with half of the best one's score or more
_WEIGHT = 1 << 16  # of a bit of rarity: whole numbers add up to the same in any order
_WIDEST = 8  # stretches that windows joined may cover beyond the first
BEYOND = "its tables point beyond its end"  # by who reckons the checksums of what he wrote


class Window(NamedTuple):
    """Stretches of a segment's text, low to high (bytes in it, half-open), and how much of the quotation's rarity is there."""

    segment: int
    low: int
    high: int
    score: int


class Windows:
    """Windows, best first; made when asked for. complete: all pairs were looked at. share: of the rarity of all pairs looked
    at, how much is in the best window."""

    def __init__(self, postings: "Postings", peaks: bytes, *, complete: bool, share: float) -> None:
        self._postings, self.peaks = postings, peaks
        self.complete, self.share = complete, share

    def __len__(self) -> int:
        return len(self.peaks) // _PEAK.size

    def __getitem__(self, n: int) -> Window:
        return self._postings.window(*_PEAK.unpack_from(self.peaks, n * _PEAK.size))

    @property
    def best(self) -> int:
        """The best window's score."""
        return _score(self.peaks)

    def above(self, score: float) -> int:
        """How many windows, the first ones, have a higher score."""
        return next((n for n, peak in enumerate(_PEAK.iter_unpack(self.peaks)) if peak[1] <= score), len(self))


class Postings:
    """The word pairs of all segments of a store, looked up at once."""

    def __init__(self, store: Store) -> None:
        self.store = store
        n = len(store.extents)
        tables = [store.section(s, "table") for s in range(n)]
        self._table = np.array([a >> 2 for a, _ in tables], np.int64)[:, None]
        self._posts = np.array([store.section(s, "posts")[0] >> 1 for s in range(n)], np.int64)[:, None]
        bits = [64 - ((b - a) // 4 - 1).bit_length() + 1 for a, b in tables]
        self._bits = np.array(bits, np.uint64)[:, None]
        sizes = [e.text_bytes for e in store.extents]
        self.shifts = [max(SHIFT, (size - 1 >> 16).bit_length()) for size in sizes]
        stretches = [(size >> shift) + 1 + _GAP for size, shift in zip(sizes, self.shifts, strict=True)]
        self._first = np.concatenate(([0], np.cumsum(stretches))).astype(np.int64)
        self._total = max(1, int(self._first[-1]) - n * _GAP)
        usable = store.data[: len(store.data) & ~7]
        self._u32, self._u16 = usable.view("<u4"), usable.view("<u2")
        self._unread = np.frombuffer(store.unread, np.uint8)
        self._page = np.array(store.first_page[:n], np.int64)[:, None]
        self._at = np.array([e.at for e in store.extents], np.int64)[:, None]
        self.firsts: list[int] = self._first[:-1].tolist()
        self._tables_unread = True
        rows = (self._table, self._posts, np.array(bits, np.int64)[:, None], self._at, self._page, self._first[:-1, None])
        self._segments = np.ascontiguousarray(np.hstack(rows))

    def look(self, pairs: Hashes) -> "Looked | None":
        """Where the postings of word pairs lie; None where there are no pairs or no segments."""
        if not len(pairs) or not len(self._table):
            return None
        self._tables_verified()
        try:
            low, count, totals = self._looked(pairs)
        except IndexError:
            raise self.store.damaged(BEYOND) from None
        order = sorted(range(len(totals)), key=totals.__getitem__)
        return Looked(low, count, [totals[n] for n in order], order)

    def _looked(self, pairs: Hashes) -> tuple[_Ints, _Ints, list[int]]:
        if kernel:
            low, count = np.empty((2, len(self._table), len(pairs)), np.int64)
            return low, count, kernel.look(self.store.data, self._segments, pairs, low, count)
        at = self._table + (pairs >> self._bits).view(np.int64)
        low = self._u32[at].astype(np.int64)
        count = self._u32[at + 1] - low
        low += self._posts
        return low, count, count.sum(0).tolist()

    def windows(self, looked: "Looked", length: int, budget: int) -> Windows:
        """Windows of `length` bytes and a stretch, best first.

        budget: how many postings to look at; the rarest pairs come first, and one at least is looked at if it has not many
        times more. Windows with less than half of the best one's score are left out.
        """
        none, most = looked.within(budget)
        complete = most == len(looked.totals)
        if most == none:
            return Windows(self, b"", complete=complete, share=0.0)
        chosen = looked.order[none:most]
        weights = [self._weight(n) for n in looked.totals[none:most]]
        try:
            best = self._votes(looked, chosen, weights, min((length >> SHIFT) + 1, _GAP - 1))
        except IndexError:
            raise self.store.damaged(BEYOND) from None
        return Windows(self, best, complete=complete, share=_score(best) / (sum(weights) + none * self._weight(1)))

    def _weight(self, postings: int) -> int:
        """How much a pair tells that has so many."""
        return round(_WEIGHT * log2(1 + self._total / postings))

    def _votes(self, looked: "Looked", chosen: list[int], weights: list[int], reach: int) -> bytes:
        whole = sum(weights)
        if kernel:
            index = (*self.store.pages, self._segments, looked.low, looked.counts, self.store.page_bits)
            found = kernel.votes(*index, chosen, weights, reach, whole, _MOST, _WIDEST)
            if isinstance(found, bytes):
                return found
            raise self.store.unsound(found)
        low, count = looked.low[:, chosen], looked.counts[:, chosen]
        self._posts_verified(low, count)
        return self._best(*self._gather(low, count, np.array(weights, np.int64)), reach, whole)

    def _gather(self, low: _Ints, count: _Ints, weight: _Ints) -> tuple[_Ints, _Ints]:
        """Every posting of the chosen pairs, as stretch of the whole index and weight."""
        rows, columns = count.shape
        sizes = count.ravel()
        ends = sizes.cumsum()
        run = np.arange(len(sizes)).repeat(sizes)
        at = np.arange(int(ends[-1]))
        at += (low.ravel() - ends + sizes)[run]
        keys = self._u16[at] + self._first[:-1].repeat(columns)[run]
        return keys, weight[run % columns] if rows > 1 else weight[run]

    def _best(self, keys: _Ints, weights: _Ints, reach: int, whole: int) -> bytes:
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
        kept = (2 * score >= score.max()).nonzero()[0]
        if len(kept) > _MOST + 8:  # some overlap and will be joined
            kept = np.sort(kept[(-score[kept]).argsort(kind="stable")[: _MOST + 8]])
        found = zip(keys[kept].tolist(), keys[stops[kept] - 1].tolist(), score[kept].tolist(), strict=True)
        return b"".join([_PEAK.pack(*p) for p in _apart(found)])

    def window(self, first: int, score: int, last: int) -> Window:
        segment = bisect_right(self.firsts, first) - 1
        base, shift = self.firsts[segment], self.shifts[segment]
        return Window(segment, (first - base) << shift, (last - base + 1) << shift, score)

    def _tables_verified(self) -> None:
        if self._tables_unread:
            for n in range(len(self._table)):
                self.store.read(n, "table")
            self._tables_unread = False

    def _posts_verified(self, low: _Ints, count: _Ints) -> None:
        """Checks the pages in which runs of postings lie, a row for each segment, before they are looked at."""
        at = np.concatenate((low, low + count - 1), 1)
        pages = ((at << 1) - self._at) >> self.store.page_bits
        if self._unread[pages + self._page].any():
            for page in np.unique(pages + self._page).tolist():
                self.store.check(page, page + 1)
        for segment, pair in np.argwhere(count > self.store.page >> 1).tolist():  # also the pages between the ends
            start = int(low[segment, pair]) << 1
            self.store.need(segment, start, start + (int(count[segment, pair]) << 1))


class Looked(NamedTuple):
    """Where postings lie in each segment (rows) for each pair: their first, and how many; how many there are of a pair in all,
    rarest first; and the order that makes them so."""

    low: _Ints
    counts: _Ints
    totals: list[int]
    order: list[int]

    def within(self, budget: int) -> tuple[int, int]:
        """How many pairs stand nowhere; up to which one the rarest have so many postings together."""
        counts = self.totals
        none = most = bisect_right(counts, 0)
        last = min(len(counts), none + _MOST_PAIRS)
        while most < last and counts[most] <= budget:
            budget -= counts[most]
            most += 1
        if most == none and none < len(counts) and counts[none] <= 16 * budget:
            most = none + 1
        return none, most


def _score(peaks: bytes) -> int:
    """The best one's."""
    return int(_PEAK.unpack_from(peaks)[1])


def _apart(found: Iterable[tuple[int, int, int]]) -> list[_Peak]:
    """First and last stretch of windows, and their scores -> those that overlap joined, from the first that is nearly as good
    as the best of them to the last; best first."""
    peaks: list[_Peak] = []
    best, start, until, limit = 0, 0, -1, -1
    for first, last, value in found:
        if first <= until and first <= limit:
            if 4 * value > 5 * best:
                best, start, until = value, first, last
            elif 5 * value > 4 * best:
                best, until = max(value, best), last
            peaks[-1] = (start, best, until)
            continue
        best, start, until, limit = value, first, last, first + _WIDEST
        peaks.append((first, value, last))
    peaks.sort(key=lambda p: -p[1])
    return peaks[:_MOST]
