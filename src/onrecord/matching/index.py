"""Documents -> an index that finds where words stand, in memory or kept in a file."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.errors import IndexFileError
from onrecord.matching import segment
from onrecord.matching.locate import locate
from onrecord.matching.locking import locked
from onrecord.matching.passage import Passage
from onrecord.matching.places import Context
from onrecord.matching.segment import KEY_BYTES, SEGMENT_BYTES, Draft, Scratch
from onrecord.matching.shelf import Shelf
from onrecord.matching.store import Extent, Store, opened, replacing, stale
from onrecord.records import Document, Place
from onrecord.text.folding import fold, folded_words

_SMALL = SEGMENT_BYTES // 4  # segments below this are merged when there are many
_MANY = 8


class Index:
    """Index.build(documents, "press.idx"); Index.open("press.idx").find("we were never asked") -> [Place(...)].

    One writer and any number of readers may use a file at once; a reader sees the state it opened. Whatever happens to a
    writer, the file holds what was committed before.
    """

    def __init__(self, store: Store, path: Path | None) -> None:
        self._store, self._path = store, path

    @classmethod
    def build(cls, documents: Iterable[Document], path: str | Path | None = None) -> "Index":
        """Documents, one after another in bounded memory -> their index, in memory or in a file that appears when whole.

        A document that comes twice (same text, same origin) is taken once. Raises IndexFileError where the file cannot be
        written.
        """
        if path is None:
            with replacing(None) as store:
                _fill(store, documents, set())
            return cls(store, None)
        path = Path(path)
        with locked(path):
            stale(path)
            with replacing(path) as store:
                _fill(store, documents, set())
                store.close()
        return cls.open(path)

    @classmethod
    def open(cls, path: str | Path) -> "Index":
        """A file that `build` made -> its index. Raises IndexFileError: missing, cut short, altered or of another version."""
        return cls(opened(Path(path)), Path(path))

    def add(self, documents: Iterable[Document]) -> int:
        """-> how many were new. They are all committed when this returns; if it is cut off, all of them are or none."""
        if self._path is None:
            new = _fill(self._store, documents, self._keys())
            self._forget()
            return new
        with locked(self._path):
            self.close()
            self._store = opened(self._path, write=True)
            self._forget()
            self._store.cut_unfinished()
            new = _fill(self._store, documents, self._keys())
            _merge(self._store)
            if self._store.mostly_dead:
                _rewrite(self._store, self._path)
        self._store.close()
        self._store = opened(self._path)
        self._forget()
        return new

    def find(self, words: str, *, limit: int = 20) -> list[Place]:
        """'we were never asked' -> the places that match best, best first; equally good ones are all there up to
        the limit."""
        found = locate(Passage.of(words), self.shelf)
        return [Context(m).place() for m in found.tied(limit)] if found else []

    def holds(self, name: str) -> bool:
        """'Ida Vell' -> whether a document is by, from or titled so, or has the name in its text (case and marks aside)."""
        words = folded_words(fold(name))
        return bool(words) and (self._said_of_one(words) or self._in_a_text(name, words))

    def _in_a_text(self, name: str, words: list[str]) -> bool:
        if len(words) == 1:
            return next(self.shelf.texts.occurrences(name), None) is not None
        return any([*folded_words(fold(place.words))] == words for place in self.find(name, limit=1))

    def _said_of_one(self, words: list[str]) -> bool:
        wanted = " ".join(("", *words, ""))
        return any(wanted in " ".join(("", *folded_words(fold(facts)), "")) for facts in self.shelf.texts.names())

    def document(self, identifier: str) -> Document:
        """'blake2b:...' -> the Document as it was given. Raises KeyError if there is none with this id."""
        prefix = segment.key(identifier, "")[:8]
        for s, keys in enumerate(self._all_keys()):
            for n in np.flatnonzero(keys[:, :8].copy().view("S8")[:, 0] == prefix.rstrip(b"\0")).tolist():
                found = self.shelf.texts.document(s, n)
                if found.id == identifier:
                    return found
        raise KeyError(identifier)

    def __iter__(self) -> Iterator[Document]:
        """Every document, in the order they came."""
        for s, extent in enumerate(self._store.extents):
            for n in range(extent.documents):
                yield self.shelf.texts.document(s, n)

    def __len__(self) -> int:
        """How many documents."""
        return sum(e.documents for e in self._store.extents)

    @property
    def text_bytes(self) -> int:
        """The bytes of all texts, as UTF-8."""
        return sum(e.text_bytes for e in self._store.extents)

    @property
    def size(self) -> int:
        """The bytes of the file."""
        return self._store.end

    def verify(self) -> None:
        """Every byte against its checksum. Raises IndexFileError. `open` does so by itself up to 64 MB."""
        self._store.verify()

    def close(self) -> None:
        """Lets go of the file."""
        self._forget()
        self._store.close()

    @cached_property
    def shelf(self) -> Shelf:
        """For those who search in it."""
        return Shelf(self._store)

    def _forget(self) -> None:
        """What was worked out from the store as it was."""
        self.__dict__.pop("shelf", None)

    def _all_keys(self) -> list[npt.NDArray[np.uint8]]:
        return [self._store.read(s, "keys").reshape(-1, KEY_BYTES) for s in range(len(self._store.extents))]

    def _keys(self) -> set[bytes]:
        return {row.tobytes() for keys in self._all_keys() for row in keys}


def is_index(path: str | Path) -> bool:
    """Whether a file begins as an index does."""
    try:
        with Path(path).open("rb") as file:
            return file.read(8) == b"onrecidx"
    except OSError:
        return False


def _fill(store: Store, documents: Iterable[Document], known: set[bytes]) -> int:
    """Appends the documents that are not known, a segment at a time, and commits them together."""
    extents, drafts, size, new = list(store.extents), list[Draft](), 0, 0
    scratch = Scratch()
    for document in documents:
        draft = segment.draft(document)
        if draft.key in known:
            continue
        known.add(draft.key)
        new += 1
        if drafts and size + len(draft.text) + 1 > SEGMENT_BYTES:
            extents.append(store.append(segment.sections(drafts, scratch), len(drafts)))
            drafts, size = [], 0
        drafts.append(draft)
        size += len(draft.text) + 1
    if drafts:
        extents.append(store.append(segment.sections(drafts, scratch), len(drafts)))
    store.commit(extents)
    return new


def _merge(store: Store) -> None:
    """Small segments -> one, once there are many: a search looks into every segment."""
    small = [n for n, e in enumerate(store.extents) if e.text_bytes < _SMALL]
    if len(small) <= _MANY:
        return
    taken, size = list[int](), 0
    for n in small:
        size += store.extents[n].text_bytes
        if size > SEGMENT_BYTES:
            break
        taken.append(n)
    drafts = [d for n in taken for d in _drafts(store, n)]
    merged = store.append(segment.sections(drafts, Scratch()), len(drafts))
    kept: list[Extent] = [e for n, e in enumerate(store.extents) if n not in set(taken)]
    store.commit([*kept, merged])


def _drafts(store: Store, n: int) -> Iterator[Draft]:
    """A segment's documents as they came."""
    text, facts = store.read(n, "text"), store.read(n, "facts")
    keys = store.read(n, "keys").reshape(-1, KEY_BYTES)
    ends = store.read(n, "ends").view("<u4").tolist()
    facts_ends = store.read(n, "facts_ends").view("<u4").tolist()
    for i, key in enumerate(keys):
        a, b = (ends[i - 1], facts_ends[i - 1]) if i else (0, 0)
        yield Draft(text[a : ends[i] - 1].tobytes(), facts[b : facts_ends[i]].tobytes(), key.tobytes())


def _rewrite(store: Store, path: Path) -> None:
    """The live segments into a new file that takes the old one's place; where the system forbids that, the old one stays."""
    try:
        with replacing(path) as fresh:
            extents = [fresh.copy(store, n) for n in range(len(store.extents))]
            fresh.commit(extents)
            fresh.close()
    except IndexFileError:
        return  # Windows: somebody reads it; the next add tries again
