"""What is wrong in a page shows, and a page may come in pieces."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching.checksum import _WEIGHTS, PAGE_BITS, VERSION, Checksums, weights


def packed(version: int, *pieces: bytes) -> bytes:
    sums = Checksums(version)
    for piece in pieces:
        sums.take(piece)
    return sums.packed()


def test_one_wrong_byte_always_shows() -> None:
    """A sum changes by a weight times the change of its four bytes; by 2**32 or more either way, its upper half changes."""
    half, end = np.uint64(1 << 32), np.uint64((1 << 64) - (1 << 32))
    for at in range(4):
        for change in range(1, 256):
            moved = _WEIGHTS * np.uint64(change << 8 * at)
            assert ((half <= moved) & (moved <= end)).all()


def test_the_weights_are_splitmix64() -> None:
    assert weights(3).tolist() == [16294208416658607535, 7960286522194355700, 487617019471545679]


@pytest.mark.parametrize("version", sorted(PAGE_BITS))
@given(st.lists(st.integers(0, 5000), min_size=1, max_size=6))
def test_pieces_and_the_whole(version: int, sizes: list[int]) -> None:
    data = np.random.default_rng(1).integers(0, 256, 8 * sum(sizes), np.uint8).tobytes()
    cuts = np.cumsum([0, *sizes]) * 8
    pieces = [data[a:b] for a, b in pairwise(cuts)]
    assert packed(version, *pieces) == packed(version, data)
    assert len(packed(version, data)) == 4 * -(-len(data) >> PAGE_BITS[version])


def test_pages_that_changed_places() -> None:
    data = np.random.default_rng(1).integers(0, 256, 1 << PAGE_BITS[VERSION], np.uint8).tobytes()
    assert packed(VERSION, data) != packed(VERSION, data[8:] + data[:8])
