"""One file that grows: a head that is written over in one piece, and segments that never change once they are there.

    head (64 bytes): magic, version, where the table is, its checksum, where the file ends, the head's own checksum
    segment, segment, ... table; a commit appends segments and a new table, has them on disk, then writes the head anew.

Segments that a merge has replaced and tables of earlier commits stay where they are, as dead extents under checksum like the
rest, until the file is written anew. What lies behind the end that the head names is an unfinished commit: the next writer
cuts it off. The head sits in one sector of the disk and one page of memory, so that a reader or a crash sees the old one or
the new one.
"""

import glob
import json
import mmap
import os
import struct
import tempfile
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from onrecord.errors import IndexFileError
from onrecord.matching.checksum import PAGE_BITS, VERSION, Checksums, Pages
from onrecord.matching.segment import SECTIONS

_MAGIC = b"onrecidx"
_HEAD = struct.Struct("<8sIIQQQI12x")  # magic, version, table's crc, table's offset and length, end of file, commits
_HEAD_BYTES = 64
_ALIGNED = 8
_AT_ONCE = 1 << 26  # bytes whose checksums are verified on opening; of a larger file, each page before it is first used


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a segment lies: at (bytes from the start of the file), offset and length of each section, a checksum a page."""

    at: int
    length: int
    documents: int
    parts: dict[str, tuple[int, int]]
    sums: bytes

    @property
    def text_bytes(self) -> int:
        return self.parts["text"][1]


class Store:
    """Store(file, "press.idx") -> its extents, and their bytes as views of the mapped file. name is for messages."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.file, self.name = file, name
        self.unread = bytearray()  # 1: a page that was not verified yet
        self._shifts: list[int] = []  # byte of the file + this = page * bytes of a page
        self.extents: list[Extent] = []  # the segments in force
        self.dead: list[Extent] = []
        self.end, self.commits, self.version = _HEAD_BYTES, 0, VERSION
        self._all: list[Extent] = []  # and those out of force
        self._table: Extent | None = None
        self._map: mmap.mmap | None = None

    def start(self) -> None:
        """An empty file -> an index of no documents, once it is committed."""
        self.file.write(bytes(_HEAD_BYTES))

    def load(self) -> None:
        """Reads head and table and maps the file. Raises IndexFileError on what is not whole."""
        self.file.seek(0)
        head = self.file.read(_HEAD_BYTES)
        if len(head) < _HEAD_BYTES or head[:8] != _MAGIC:
            raise IndexFileError(self.name, "is no index of onrecord", "make one with: onrecord index DIR -o FILE")
        (crc,) = struct.unpack_from("<I", head, _HEAD_BYTES - 4)
        if zlib.crc32(head[: _HEAD_BYTES - 4]) != crc:
            raise self.damaged("its head does not match its checksum")
        _, self.version, table_crc, at, length, self.end, self.commits = _HEAD.unpack(head[: _HEAD.size])
        if self.version not in PAGE_BITS:
            remedy = "build it anew, or use the onrecord that made it"
            known = f"this onrecord reads {min(PAGE_BITS)} to {VERSION}"
            raise IndexFileError(self.name, f"is an index of version {self.version}; {known}", remedy)
        if os.fstat(self.file.fileno()).st_size < self.end:
            raise self.damaged("it is cut short")
        self._take_table(at, length, table_crc)
        self.map()

    def _take_table(self, at: int, length: int, crc: int) -> None:
        self.file.seek(at)
        table = self.file.read(length)
        if zlib.crc32(table) != crc:
            raise self.damaged("its table does not match its checksum")
        held = json.loads(table)
        self.extents, self.dead = [_extent(e) for e in held["segments"]], [_extent(e) for e in held["dead"]]
        self._table = _plain_extent(at, table, self.version)

    def damaged(self, how: str) -> IndexFileError:
        return IndexFileError(self.name, f"the index is damaged: {how}", "restore a copy or build it anew")

    def map(self) -> None:
        self._map = mmap.mmap(self.file.fileno(), self.end, access=mmap.ACCESS_READ)
        self.data: npt.NDArray[np.uint8] = np.frombuffer(self._map, np.uint8)
        self._all = [*self.extents, *self.dead]
        self.first_page = [0, *accumulate(len(e.sums) // 4 for e in self._all)]
        self._shifts = [first * self.page - e.at for first, e in zip(self.first_page, self._all, strict=False)]
        self._bits = self.page_bits
        self.pages = Pages.of(self.version, self.data, ((e.at, e.at + e.length, e.sums) for e in self._all))
        self.unread = self.pages.unread
        if self.end <= _AT_ONCE or self.version < VERSION:  # what is compiled knows the checksums of this version
            self.verify()

    @property
    def page_bits(self) -> int:
        return PAGE_BITS[self.version]

    @property
    def page(self) -> int:
        """Bytes under one checksum."""
        return 1 << self.page_bits

    @property
    def mapped(self) -> mmap.mmap:
        if self._map is None:
            raise ValueError("the index is closed")
        return self._map

    def verify(self) -> None:
        """Every page against its checksum. Raises IndexFileError."""
        self.check(0, self.first_page[-1])

    @property
    def verified(self) -> bool:
        """Whether every page has been."""
        return self.unread.find(1) < 0

    def check(self, low: int, high: int) -> None:
        """These pages of the file, unless they have been before. Raises IndexFileError."""
        if self._map is None:
            raise ValueError("the index is closed")
        bad = self.pages.unsound(self.version, low, high)
        if bad >= 0:
            raise self.unsound(bad)

    def unsound(self, page: int) -> IndexFileError:
        start, stop = self.pages.starts[page], self.pages.stops[page]
        return self.damaged(f"bytes {start:,} to {stop:,} do not match their checksum")

    def need(self, segment: int, start: int, stop: int) -> None:
        """Bytes of the file that are about to be used."""
        shift, bits = self._shifts[segment], self._bits
        low, high = start + shift >> bits, (max(start, stop - 1) + shift >> bits) + 1
        if self.unread.find(1, low, high) >= 0:
            self.check(low, high)

    def part(self, segment: int, start: int, stop: int) -> bytes:
        """Bytes of the file, verified."""
        shift = self._shifts[segment]
        if self.unread.find(1, start + shift >> self._bits, (stop - 1 + shift >> self._bits) + 1) >= 0:
            self.need(segment, start, stop)
        held: Any = self._map  # of a closed one every page is unread, and `need` raises
        part: bytes = held[start:stop]
        return part

    def section(self, segment: int, name: str) -> tuple[int, int]:
        """-> start and end in the file."""
        extent = self.extents[segment]
        offset, length = extent.parts[name]
        return extent.at + offset, extent.at + offset + length

    def read(self, segment: int, name: str) -> "npt.NDArray[np.uint8]":
        """All of a small section, verified."""
        start, end = self.section(segment, name)
        self.need(segment, start, end)
        return self.data[start:end]

    def append(self, parts: Mapping[str, bytes | memoryview], documents: int) -> Extent:
        """Writes a segment behind what is there; nothing of it counts before `commit`."""
        at = self.end
        self.file.seek(at)
        where, offset, sums = {}, 0, Checksums(self.version)
        for name in SECTIONS:
            body = memoryview(parts[name])
            where[name] = (offset, len(body))
            for piece in _aligned(body):
                self.file.write(piece)
                sums.take(piece)
                offset += len(piece)
        self.end = at + offset
        return Extent(at, offset, documents, where, sums.packed())

    def commit(self, extents: list[Extent]) -> None:
        """From here on the index is these segments; others that were in it are dead. Maps the file anew."""
        kept = {e.at for e in extents}
        dead = [*self.dead, *(e for e in self.extents if e.at not in kept), *([self._table] if self._table else [])]
        held = {"segments": [_extent_json(e) for e in extents], "dead": [_extent_json(e) for e in dead]}
        table = json.dumps(held, separators=(",", ":")).encode()
        table += b" " * (-len(table) % _ALIGNED)
        at = self.end
        self.file.seek(at)
        self.file.write(table)
        self._to_disk()
        self.end, self.commits = at + len(table), self.commits + 1
        head = _HEAD.pack(_MAGIC, self.version, zlib.crc32(table), at, len(table), self.end, self.commits).ljust(
            _HEAD_BYTES - 4, b"\0"
        )
        self.file.seek(0)
        self.file.write(head + struct.pack("<I", zlib.crc32(head)))
        self._to_disk()
        self.extents, self.dead, self._table = extents, dead, _plain_extent(at, table, self.version)
        self.map()

    def _to_disk(self) -> None:
        self.file.flush()
        os.fsync(self.file.fileno())

    def copy(self, other: "Store", segment: int) -> Extent:
        """Another store's segment, byte for byte, appended here; so that this one takes its version."""
        self.version = other.version
        extent, at = other.extents[segment], self.end
        other.check(*other.first_page[segment : segment + 2])
        self.file.seek(at)
        self.file.write(memoryview(other.mapped)[extent.at : extent.at + extent.length])
        self.end = at + extent.length
        return replace(extent, at=at)

    @property
    def mostly_dead(self) -> bool:
        return 2 * sum(e.length for e in self.dead) > self.end

    def cut_unfinished(self) -> None:
        self.file.truncate(self.end)

    def close(self) -> None:
        self.file.close()
        self._map = None
        self.unread[:] = b"\1" * len(self.unread)
        self.data = np.empty(0, np.uint8)  # the map goes when the last view of it does
        self.pages = Pages.of(self.version, self.data, ())


def _aligned(body: memoryview) -> tuple[memoryview, bytes]:
    """-> what of it lies within whole eights, and the rest with zeros behind it."""
    whole = len(body) & -_ALIGNED
    return body[:whole], bytes(body[whole:]) + bytes(-len(body) % _ALIGNED)


def _extent(held: dict[str, Any]) -> Extent:
    parts = {name: (offset, length) for name, (offset, length) in held["parts"].items()}
    return Extent(held["at"], held["length"], held["documents"], parts, b64decode(held["crcs"]))


def _extent_json(e: Extent) -> dict[str, object]:
    return {"at": e.at, "length": e.length, "documents": e.documents, "parts": e.parts, "crcs": b64encode(e.sums).decode()}


def _plain_extent(at: int, body: bytes, version: int) -> Extent:
    sums = Checksums(version)
    sums.take(body)
    return Extent(at, len(body), 0, {}, sums.packed())


def opened(path: Path, *, write: bool = False) -> Store:
    """The store at a path, loaded. Raises IndexFileError."""
    try:
        file = path.open("r+b" if write else "rb")
    except FileNotFoundError:
        raise IndexFileError(str(path), "there is no such index", "make one with: onrecord index DIR -o FILE") from None
    except OSError as error:
        raise IndexFileError(
            str(path), f"cannot be opened ({error.strerror})", "check the file and your rights to it"
        ) from None
    store = Store(file, str(path))
    try:
        store.load()
    except IndexFileError:
        store.close()
        raise
    return store


@contextmanager
def replacing(path: Path | None) -> Iterator[Store]:
    """A new store that takes the path's place when the block ends well; without a path, one that lives in memory or temp."""
    if path is None:
        store = Store(tempfile.TemporaryFile(prefix="onrecord-"), "index in memory")  # noqa: SIM115 (kept open)
        store.start()
        yield store
        return
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with temporary.open("w+b") as file:
            store = Store(file, str(path))
            store.start()
            yield store
        temporary.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise IndexFileError(str(path), f"cannot be written ({error.strerror})", "check the folder and your rights") from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def stale(path: Path) -> None:
    """Removes what builds that were cut off left behind. Only for who holds the lock."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.new"):
        left.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
