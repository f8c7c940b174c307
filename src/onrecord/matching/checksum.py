"""Checksums of an index file's pages, in the versions there are.

Versions 1 and 2: CRC-32. Version 3: multilinear hashing (Lemire and Kaser, Strongly universal string hashing is fast, The
Computer Journal 57, 2014): each four bytes, as a number, times a 64-bit number of their own, added up; the upper half counts.
Whatever else is in a page, one wrong bit always shows, and other damage but once in 2**32. Five times as fast as zlib's CRC-32,
and the sum of a page can be had piece by piece.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.matching.compiled import kernel

VERSION = 3  # of what is written
PAGE_BITS = {1: 16, 2: 14, 3: 14}  # bytes under one checksum, by version; smaller pages make a first query cheaper
_GOLDEN, _MIX, _MIX_AGAIN = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB


def weights(count: int) -> npt.NDArray[np.uint64]:
    """The first so many numbers of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) from 0 on."""
    out = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(_GOLDEN)
    out = (out ^ out >> np.uint64(30)) * np.uint64(_MIX)
    out = (out ^ out >> np.uint64(27)) * np.uint64(_MIX_AGAIN)
    return out ^ out >> np.uint64(31)


_WEIGHTS = weights((1 << PAGE_BITS[VERSION]) // 4)


def weighed(data: bytes | memoryview, start: int, stop: int, at: int) -> int:
    """Bytes that lie `at` of a page, all of them multiples of four -> their part of its sum, modulo 2**64."""
    if kernel:
        return kernel.weighed(data, start, stop, at)
    numbers = np.frombuffer(data, "<u4", (stop - start) // 4, start).astype(np.uint64)
    return int(np.dot(numbers, _WEIGHTS[at // 4 : at // 4 + len(numbers)]))


class Pages(NamedTuple):
    """A file's bytes, where each page of it begins and ends, its checksum, and a 1 where that is yet to be compared."""

    data: npt.NDArray[np.uint8]
    starts: npt.NDArray[np.int64]
    stops: npt.NDArray[np.int64]
    sums: npt.NDArray[np.uint32]
    unread: bytearray

    @classmethod
    def of(cls, version: int, data: npt.NDArray[np.uint8], extents: Iterable[tuple[int, int, bytes]]) -> "Pages":
        """extents: where each begins and ends, and its pages' checksums."""
        size = 1 << PAGE_BITS[version]
        held = [(np.arange(start, end, size), end, sums) for start, end, sums in extents]
        starts = np.concatenate([np.empty(0, np.int64), *(at for at, _, _ in held)])
        stops = np.concatenate([np.empty(0, np.int64), *(np.minimum(at + size, end) for at, end, _ in held)])
        sums = np.frombuffer(b"".join(sums for _, _, sums in held), "<u4").copy()
        return cls(data, starts, stops, sums, bytearray(b"\1" * len(starts)))

    def unsound(self, version: int, low: int, high: int) -> int:
        """The first page from low up to high that is not what its checksum says, -1 where none is. None is looked at twice."""
        if kernel and version > 2:
            return kernel.verified(*self, low, high)
        data = self.data.data
        for page in range(low, high):
            start, stop = int(self.starts[page]), int(self.stops[page])
            if self.unread[page] and _checksum(version, data, start, stop) != self.sums[page]:
                return page
            self.unread[page] = 0
        return -1


def _checksum(version: int, data: memoryview, start: int, stop: int) -> int:
    return weighed(data, start, stop, 0) >> 32 & 0xFFFFFFFF if version > 2 else zlib.crc32(data[start:stop])


class Checksums:
    """Of the pages of a stream of pieces, each of which has a multiple of eight bytes."""

    def __init__(self, version: int) -> None:
        self._version, self._page = version, 1 << PAGE_BITS[version]
        self._done: list[int] = []
        self._sum = self._filled = 0

    def take(self, piece: bytes | memoryview) -> None:
        for start, stop in self._parts(len(piece)):
            if self._version > 2:
                self._sum += weighed(piece, start, stop, self._filled)
            else:
                self._sum = zlib.crc32(memoryview(piece)[start:stop], self._sum)
            self._filled += stop - start
            if self._filled == self._page:
                self._close()

    def _parts(self, length: int) -> Iterator[tuple[int, int]]:
        """Cut where a page ends."""
        start = 0
        while start < length:
            stop = min(length, start + self._page - self._filled)
            yield start, stop
            start = stop

    def _close(self) -> None:
        self._done.append(self._sum >> 32 & 0xFFFFFFFF if self._version > 2 else self._sum)
        self._sum = self._filled = 0

    def packed(self) -> bytes:
        """Four bytes each."""
        if self._filled:
            self._close()
        return struct.pack(f"<{len(self._done)}I", *self._done)
