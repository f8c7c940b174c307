"""What the tests of the compiled inner loops share."""

import numpy as np

from onrecord.matching import align, checksum, grams, match, passage, search, segment, within
from onrecord.matching.index import Index
from onrecord.text import folding
from tests.matching.conftest import FERRY, HARBOUR, document


class Pure:
    """with Pure(): as if nothing were compiled."""

    def __enter__(self) -> None:
        self._held = [(m, m.kernel) for m in (folding, grams, align, match, passage, search, segment, checksum, within)]
        for module, _ in self._held:
            module.kernel = None  # type: ignore[attr-defined]

    def __exit__(self, *_: object) -> None:
        for module, kernel in self._held:
            module.kernel = kernel  # type: ignore[attr-defined]


def both(function, *arguments):  # type: ignore[no-untyped-def]
    with Pure():
        expected = function(*arguments)
    assert function(*arguments) == expected
    return expected


def _many() -> Index:
    """Shuffled words, so that windows tie; two segments."""
    draw = np.random.default_rng(7)
    held = [HARBOUR.split(), FERRY.split()]
    index = Index.build(document(" ".join(draw.permutation(held[n % 2])), f"{n}.txt") for n in range(400))
    index.add(document(" ".join(draw.permutation(held[n % 2])), f"more{n}.txt") for n in range(90))
    return index


INDEX = _many()


DATA = np.arange(64, dtype=np.uint8)


def looked_up(*row: int) -> list[int]:
    low, count = np.zeros((2, 1, 1), np.int64)
    return within.kernel.look(DATA, np.array([row]), np.array([1 << 63], np.uint64), low, count)


def _over(*texts: str) -> tuple[Index, search.Windows]:
    """An index of two segments, and a window over each stretch of it."""
    index = Index.build(document(text, f"{n}.txt") for n, text in enumerate(texts))
    index.add([document(" ".join(texts) + " more", "more.txt")])
    postings = search.Postings(index.shelf.texts.store)
    peaks = [(first + n, 1, first + n + n % 2) for first in postings.firsts for n in range(3)]
    return index, search.Windows(postings, np.array(peaks, np.int64).tobytes(), complete=True, share=1.0)
