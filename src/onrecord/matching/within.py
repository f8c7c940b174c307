"""Windows of text -> how many pairs of words stand in each, and where some bytes do: before anything is aligned there."""

import re
from collections.abc import Iterator
from typing import TypeAlias

import numpy as np

from onrecord.matching.compiled import kernel
from onrecord.matching.search import BEYOND, Postings, Window, Windows
from onrecord.matching.texts import Texts
from onrecord.text.folding import fold

Standing: TypeAlias = tuple[int, int, int]  # segment, document, byte

SLACK = 120  # bytes around a window: words that were changed at its edges
SHARED = 64  # documents tried in one window
EDGE = 6  # bytes around a place that tell whether a word goes on
COPIED = -1  # the hits of a window that holds the best place's own bytes
_NOT_PLAIN = -2
_AT_ONCE = 8  # windows looked through, but for the first, where it often stands
_GOES_ON_BEFORE = re.compile(r"(?:[\w$£€¥\u00ad]|[\w][.,:'’])$")  # the first or last word is a part of a longer one
_GOES_ON = re.compile(r"[\w\u00ad]|[.,:'’]\w")
_PLAIN_BEFORE = frozenset((b"", b" ", b"\n", b'"', b"("))
_PLAIN_AFTER = frozenset((b"", b" ", b"\n", b'"', b"?", b"!", b";", b")"))


class Within:
    """Within(texts, postings).hits(windows, 0, 5, ["the mill"], 150) -> [1, 0, 1, 0, 0]"""

    def __init__(self, texts: Texts, postings: Postings) -> None:
        self._texts, store = texts, texts.store
        sections = [store.section(s, "text") for s in range(len(store.extents))]
        held = zip(postings.firsts, postings.shifts, sections, store.extents, store.first_page, strict=False)
        self._rows = np.array([(first, shift, *text, e.at, page) for first, shift, text, e, page in held], np.int64)

    def around(self, window: Window, slack: int) -> tuple[int, bytes]:
        """The bytes of a window and so many around it, and where in the segment's text they begin."""
        low = max(0, window.low - slack)
        return low, self._texts.around(window.segment, low, window.high + slack)

    def hits(self, windows: Windows, begin: int, end: int, pairs: list[str], slack: int, copy: bytes = b"") -> list[int]:
        """How many of the pairs of words stand in windows [begin, end) as they are; COPIED where the copy does."""
        if not kernel:
            return [self._hits(windows[n], pairs, slack, copy) for n in range(begin, end)]
        store = self._texts.store
        try:
            found = kernel.hits(*store.pages, self._rows, store.page_bits, windows.peaks, begin, end, slack, pairs, copy)
        except IndexError:
            raise store.damaged(BEYOND) from None
        if isinstance(found, int):
            raise store.unsound(found)
        if _NOT_PLAIN in found:
            return [self._hits(windows[n], pairs, slack, b"") if of == _NOT_PLAIN else of for n, of in enumerate(found, begin)]
        return found

    def _hits(self, window: Window, pairs: list[str], slack: int, copy: bytes) -> int:
        _, raw = self.around(window, slack)
        return COPIED if copy and copy in raw else held(pairs, fold(raw.decode("utf8", "ignore")))

    def standing(self, windows: Windows, end: int, needle: bytes) -> Iterator[list[Standing]]:
        """Where some bytes stand as words of their own, for each window up to `end`."""
        if not kernel:
            yield from (self._standing(windows[n], needle) for n in range(end))
            return
        begin, stop = 0, min(1, end)
        while begin < stop:
            for n, places in enumerate(self._told(windows, begin, stop, needle), begin):
                yield self._standing(windows[n], needle) if places is None else self._whole(len(needle), *places)
            begin, stop = stop, min(stop + _AT_ONCE, end)

    def _told(self, windows: Windows, begin: int, end: int, needle: bytes) -> list[list[int] | None]:
        store, slack = self._texts.store, len(needle) + SLACK
        try:
            found = kernel.standing(*store.pages, self._rows, store.page_bits, windows.peaks, begin, end, slack, needle)
        except IndexError:
            raise store.damaged(BEYOND) from None
        if isinstance(found, int):
            raise store.unsound(found)
        return found

    def _standing(self, window: Window, needle: bytes) -> list[Standing]:
        low, raw = self.around(window, len(needle) + SLACK)
        places: list[int] = []
        at = raw.find(needle, EDGE if low else 0)
        for _ in range(SHARED):
            if at < 0:
                break
            stop = at + len(needle)
            if not is_cut(raw[max(0, at - EDGE) : at], raw[stop : stop + EDGE]):
                places.append(low + at)
            at = raw.find(needle, at + 1)
        return self._whole(len(needle), window.segment, *places)

    def _whole(self, size: int, segment: int = 0, *places: int) -> list[Standing]:
        """Those that lie in one document."""
        found = [(segment, self._texts.document_at(segment, at), at) for at in places]
        return [(s, document, at) for s, document, at in found if at + size <= self._texts.bounds(s, document)[1]]


def held(pairs: list[str], folded: str) -> int:
    """How many of the pairs of words stand in a text."""
    if kernel:
        return kernel.held(pairs, folded)
    return sum(words in folded for words in pairs)


def is_cut(before: bytes, after: bytes) -> bool:
    """Whether bytes that follow and precede these are a part of the same word."""
    if before[-1:] in _PLAIN_BEFORE and after[:1] in _PLAIN_AFTER:
        return False
    goes_on_before = _GOES_ON_BEFORE.search(before.decode("utf8", "ignore"))
    return bool(goes_on_before or _GOES_ON.match(after.decode("utf8", "ignore")))
