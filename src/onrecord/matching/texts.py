"""The texts in an index: regions of them, documents, and bytes as code points."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.matching.once import once
from onrecord.matching.segment import SHIFT, Facts, encode, to_document, to_facts
from onrecord.matching.store import Store
from onrecord.records import Document

_CONTINUING = bytes(range(0x80, 0xC0))
_LOOKED_THROUGH = 1 << 28  # bytes of text searched for a name or a single word


@dataclass  # frozen ones take several times as long to make
class Region:
    """A stretch of one document: its text, and the byte of the segment at which it begins. document numbers it there."""

    texts: "Texts"
    segment: int
    document: int
    low: int
    text: str

    @once
    def offset(self) -> int:
        """The code point of the document's text at which it begins."""
        return self.texts.code_point(self.segment, self.document, self.low)


class Texts:
    """The text sections of a store, by segment and bytes."""

    def __init__(self, store: Store) -> None:
        self.store = store
        n = range(len(store.extents))
        self._at = [store.section(s, "text") for s in n]
        self._ends = [store.read(s, "ends").view("<u4").tolist() for s in n]
        self._facts_at = [store.section(s, "facts")[0] for s in n]
        self._facts_ends = [store.read(s, "facts_ends").view("<u4").tolist() for s in n]
        self._shifts = [max(SHIFT, (b - a - 1 >> 16).bit_length()) for a, b in self._at]
        wide = [store.read(s, "wide").view("<u4") for s in n]
        self._wide: list[npt.NDArray[np.uint32] | None] = [w if len(w) else None for w in wide]

    def bounds(self, segment: int, document: int) -> tuple[int, int]:
        """The bytes of a document in its segment's text."""
        ends = self._ends[segment]
        return (ends[document - 1] if document else 0), ends[document] - 1

    def size(self, segment: int) -> int:
        """Bytes of a segment's text."""
        return self._at[segment][1] - self._at[segment][0]

    def document_at(self, segment: int, byte: int) -> int:
        return bisect_right(self._ends[segment], byte)

    def documents_in(self, segment: int, low: int, high: int) -> range:
        """Numbers of the documents that have bytes in the window."""
        last = min(self.document_at(segment, high - 1), len(self._ends[segment]) - 1)
        return range(self.document_at(segment, low), last + 1)

    def raw(self, segment: int, low: int, high: int) -> bytes:
        """Bytes of a segment's text, verified."""
        at = self._at[segment][0]
        return self.store.part(segment, at + low, at + high)

    def around(self, segment: int, low: int, high: int) -> bytes:
        """Bytes of a window, cut where the segment ends."""
        start, end = self._at[segment]
        return self.store.part(segment, start + max(0, low), min(start + high, end))

    def region(self, segment: int, document: int, low: int, high: int) -> Region:
        """The part of a window that is the document's, widened to whole characters."""
        first, last = self.bounds(segment, document)
        low, high = max(low, first), min(high, last)
        at = self._at[segment][0]
        data = self.store.mapped
        while low > first and data[at + low] & 0xC0 == 0x80:
            low -= 1
        while high < last and data[at + high] & 0xC0 == 0x80:
            high += 1
        text = self.raw(segment, low, high).decode("utf8", "surrogatepass")
        return Region(self, segment, document, low, text)

    def code_point(self, segment: int, document: int, byte: int) -> int:
        """A byte of a segment's text as an offset into the document's text."""
        first = self.bounds(segment, document)[0]
        if self._wide[segment] is None:
            return byte - first
        return byte - first - (self._continuing(segment, byte) - self._continuing(segment, first))

    def _continuing(self, segment: int, byte: int) -> int:
        """How many bytes before this one begin no character."""
        wide, shift = self._wide[segment], self._shifts[segment]
        if wide is None:
            return 0
        stretch = min(byte >> shift, len(wide) - 1)
        part = self.raw(segment, stretch << shift, byte)
        return int(wide[stretch]) + len(part) - len(part.translate(None, _CONTINUING))

    def byte(self, segment: int, document: int, code_point: int) -> int:
        """The inverse of `code_point`."""
        first, last = self.bounds(segment, document)
        wide, shift = self._wide[segment], self._shifts[segment]
        if wide is None:
            return first + code_point
        low, high = first >> shift, (last >> shift) + 1
        while high - low > 1:  # the last stretch that begins at or before the code point
            middle = (low + high) // 2
            if self.code_point(segment, document, max(first, middle << shift)) <= code_point:
                low = middle
            else:
                high = middle
        at = max(first, low << shift)
        left = code_point - self.code_point(segment, document, at)
        part = np.frombuffer(self.raw(segment, at, last), np.uint8)[: 4 * left + 8]
        begins = np.flatnonzero(part & 0xC0 != 0x80)
        return at + int(begins[left]) if left < len(begins) else last

    def find(self, segment: int, needle: bytes, low: int, high: int) -> int:
        """The first byte of these bytes within a window, -1 where they are not."""
        at = self._at[segment][0]
        self.store.need(segment, at + low, at + high)
        found = self.store.mapped.find(needle, at + low, at + high)
        return found - at if found >= 0 else -1

    def rfind(self, segment: int, needle: bytes, low: int, high: int) -> int:
        """The last byte at which they begin, -1 where they are not."""
        at = self._at[segment][0]
        self.store.need(segment, at + low, at + high)
        found = self.store.mapped.rfind(needle, at + low, at + high)
        return found - at if found >= 0 else -1

    def document(self, segment: int, document: int) -> Document:
        first, last = self.bounds(segment, document)
        text = self.raw(segment, first, last).decode("utf8", "surrogatepass")
        return to_document(self._facts(segment, document), text)

    def facts(self, segment: int, document: int) -> Facts:
        """A document's id, origin, title and the like."""
        return to_facts(self._facts(segment, document))

    def bare(self, segment: int, document: int) -> Document:
        """A document without its text and blocks."""
        return to_document(self._facts(segment, document).partition(b"\0")[0] + b"\0", "")

    def _facts(self, segment: int, document: int) -> bytes:
        ends = self._facts_ends[segment]
        start = self._facts_at[segment]
        low, high = start + (ends[document - 1] if document else 0), start + ends[document]
        return self.store.part(segment, low, high)

    def names(self) -> Iterator[str]:
        """What the documents' facts say of who made them: outlet, byline, title, origin."""
        for s, ends in enumerate(self._ends):
            for n in range(len(ends)):
                facts = self.facts(s, n)
                yield from (x for x in (facts.outlet, facts.byline, facts.title, facts.origin) if x)

    def occurrences(self, word: str) -> Iterator[tuple[int, int]]:
        """'Vell' -> segment and byte of each place it stands as it is, capitalised, in lower or in upper case."""
        left = _LOOKED_THROUGH
        forms = {encode(w) for w in (word, word.lower(), word.capitalize(), word.upper())}
        pattern = re.compile(rb"(?<![0-9A-Za-z])(?:" + b"|".join(sorted(map(re.escape, forms))) + rb")(?![0-9A-Za-z])")
        for s, (a, b) in enumerate(self._at):
            stop = min(b, a + left)
            left -= stop - a
            self.store.need(s, a, stop)
            for match in pattern.finditer(self.store.mapped, a, stop):
                yield s, match.start() - a
