"""Word pairs as numbers: the same from a page of UTF-8 bytes, all at once, and from a quotation, word by word.

A word here is a run of ASCII letters and digits and of other characters from U+00C0 on that are no punctuation; apostrophes,
hyphens and dots part words, so that "don't" and "don’t", "well-known" and "well known" meet. Case is folded. A number is only
a hint where to look: what stands there is compared afterwards, so that two pairs may share one.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from onrecord.matching.compiled import kernel

Bytes: TypeAlias = npt.NDArray[np.uint8]
Hashes: TypeAlias = npt.NDArray[np.uint64]
Positions: TypeAlias = npt.NDArray[np.int64]

WORD = re.compile("[0-9A-Za-z\u00c0-\u1fff\u2100-\u2fff\u3040-\ufefe\uff00-\U0010ffff]+")
PADDING = 16  # bytes that `tokens` may look at behind the end
_CASE = 0x2020202020202020  # this bit parts upper from lower case, in ASCII and in Latin-1's letters as UTF-8 has them
_FIRST, _SECOND, _LEFT, _PAIR = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD
_64 = (1 << 64) - 1
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], np.uint64)


def tokens(data: Bytes, length: int) -> tuple[Positions, Hashes]:
    """UTF-8 bytes, of which `length` count and PADDING more can be looked at -> where each word starts, and its number.

    A word's number comes of its first 16 bytes.
    """
    inside = _inside(data[:length])
    edges = np.flatnonzero(inside[1:] != inside[:-1])  # inside has an outside on either end: edges come in pairs
    starts, ends = edges[0::2], edges[1::2]
    size = ends - starts
    wide: Hashes = np.ndarray((length + PADDING - 7,), "<u8", data, 0, (1,))
    out = ((wide[starts] | np.uint64(_CASE)) & _MASKS[np.minimum(size, 8)]) * np.uint64(_FIRST)
    long = np.flatnonzero(size > 8)
    rest = (wide[starts[long] + 8] | np.uint64(_CASE)) & _MASKS[np.minimum(size[long] - 8, 8)]
    out[long] += rest * np.uint64(_SECOND)
    out ^= out >> np.uint64(29)
    return starts, out


def _inside(data: Bytes) -> npt.NDArray[np.bool_]:
    """Whether each byte is of a word; one False in front, one behind."""
    out = np.zeros(len(data) + 2, np.bool_)
    word = out[1:-1]
    np.less((data | np.uint8(32)) - np.uint8(97), 26, out=word)
    word |= (data - np.uint8(48)) < 10
    high = data > 127
    if high.any():
        word |= high
        _part_at_punctuation(data, word, np.flatnonzero(high))
    return out


def _part_at_punctuation(data: Bytes, word: npt.NDArray[np.bool_], high: Positions) -> None:
    """U+0080-00BF, U+2000-20FF, U+3000-303F and U+FEFF, which UTF-8 begins with C2, E2 80-83, E3 80 and EF BB BF."""
    leads = data[high]
    _clear(word, high[leads == 0xC2], 2)
    for lead, mask, second in ((0xE2, 0xFC, 0x80), (0xE3, 0xFF, 0x80)):
        found = _within(high[leads == lead], data)
        _clear(word, found[(data[found + 1] & mask) == second], 3)
    found = _within(high[leads == 0xEF], data)
    _clear(word, found[(data[found + 1] == 0xBB) & (data[found + 2] == 0xBF)], 3)


def _within(at: Positions, data: Bytes) -> Positions:
    """Those that two more bytes follow."""
    return at[: int(np.searchsorted(at, len(data) - 2))]


def _clear(word: npt.NDArray[np.bool_], at: Positions, width: int) -> None:
    for n in range(width):
        word[np.minimum(at + n, len(word) - 1)] = False


def pairs(hashes: Hashes) -> Hashes:
    """n words' numbers -> the n-1 numbers of neighbours, well mixed in their upper bits."""
    out = (hashes[:-1] * np.uint64(_LEFT) + hashes[1:]) * np.uint64(_PAIR)
    return out ^ (out >> np.uint64(32)) * np.uint64(_FIRST)


@lru_cache(maxsize=1 << 15)
def token(word: str) -> int:
    """'Never' -> its number: what `tokens` gives for it."""
    data = word.encode("utf8", "surrogatepass")
    size = min(len(data), 8)
    out = ((int.from_bytes(data[:8], "little") | _CASE) & ((1 << 8 * size) - 1)) * _FIRST
    if len(data) > 8:
        size = min(len(data), 16) - 8
        out += ((int.from_bytes(data[8:16], "little") | _CASE) & ((1 << 8 * size) - 1)) * _SECOND
    out &= _64
    return out ^ (out >> 29)


def words_of(text: str) -> list[str]:
    """'I don’t know' -> ['I', 'don', 't', 'know']"""
    return WORD.findall(text)


def pairs_of(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """A quotation -> the numbers that `pairs` gives for neighbouring words: for a few words quicker than an array."""
    end = len(text) if end is None else end
    if kernel and text.isascii():
        return kernel.pairs(text, start, end)
    numbers = list(map(token, WORD.findall(text, start, end)))
    mixed = [(left * _LEFT + right) * _PAIR & _64 for left, right in pairwise(numbers)]
    return [n ^ (n >> 32) * _FIRST & _64 for n in mixed]
