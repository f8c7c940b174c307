from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
import numpy.typing as npt

_Ints = npt.NDArray[np.int64]
_Bytes = npt.NDArray[np.uint8]

def look(data: _Bytes, segments: _Ints, pairs: npt.NDArray[np.uint64], low: _Ints, count: _Ints, /) -> list[int]: ...
def votes(
    data: _Bytes,
    starts: _Ints,
    stops: _Ints,
    sums: npt.NDArray[np.uint32],
    unread: bytearray,
    segments: _Ints,
    low: _Ints,
    count: _Ints,
    page_bits: int,
    chosen: Sequence[int],
    weights: Sequence[int],
    reach: int,
    whole: int,
    most: int,
    widest: int,
    /,
) -> bytes | int: ...
def verified(
    data: _Bytes,
    starts: _Ints,
    stops: _Ints,
    sums: npt.NDArray[np.uint32],
    unread: bytearray,
    low: int,
    high: int,
    /,
) -> int: ...
def pairs(text: str, start: int, end: int, /) -> list[int]: ...
def distinct(text: str, stretches: list[tuple[int, int]], /) -> bytes: ...
def neighbours(folded: str, spans: tuple[tuple[int, int], ...], bracketed: AbstractSet[int], /) -> list[tuple[int, str]]: ...
def weighed(data: bytes | memoryview, start: int, stop: int, at: int, /) -> int: ...
def keys(padded: bytes, length: int, shift: int, bits: int, out: npt.NDArray[np.uint64], /) -> int: ...
def posted(keys: npt.NDArray[np.uint64], table: npt.NDArray[np.uint32], posts: npt.NDArray[np.uint16], /) -> int: ...
def held(pairs: list[str], folded: str, /) -> int: ...
def hits(
    data: _Bytes,
    starts: _Ints,
    stops: _Ints,
    sums: npt.NDArray[np.uint32],
    unread: bytearray,
    texts: _Ints,
    page_bits: int,
    peaks: bytes,
    begin: int,
    end: int,
    slack: int,
    pairs: list[str],
    copy: bytes,
    /,
) -> list[int] | int: ...
def standing(
    data: _Bytes,
    starts: _Ints,
    stops: _Ints,
    sums: npt.NDArray[np.uint32],
    unread: bytearray,
    texts: _Ints,
    page_bits: int,
    peaks: bytes,
    begin: int,
    end: int,
    slack: int,
    wanted: bytes,
    /,
) -> list[list[int] | None] | int: ...
def reach(probes: list[tuple[int, str]], folded: str, /) -> tuple[int, int] | None: ...
def chain(
    quoted: Sequence[str],
    source: Sequence[str],
    breaks: Collection[int],
    free: Collection[int],
    ends: Sequence[int],
    common: AbstractSet[str],
    most_seeds: int,
    most_runs: int,
    near: int,
    /,
) -> tuple[list[tuple[int, int, int]], float] | None: ...
def common(left: Sequence[str], right: Sequence[str], /) -> list[tuple[int, int]]: ...
