"""Documents -> an index that finds where words stand, in memory or kept in a file."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.records import Document, Place


class Index:
    """Index.build(documents, "press.idx"); Index.open("press.idx").find("we were never asked") -> [Place(...)].

    One writer and any number of readers may use a file at once; a reader sees the state it opened. Whatever happens to a
    writer, the file holds what was committed before.
    """

    @classmethod
    def build(cls, documents: Iterable[Document], path: str | Path | None = None) -> "Index":
        """Documents, one after another in bounded memory -> their index, in memory or in a file that appears when whole.

        A document whose text is there already is taken once. Raises IndexFileError where the file cannot be written.
        """
        raise NotImplementedError

    @classmethod
    def open(cls, path: str | Path) -> "Index":
        """A file that build made -> its index. Raises IndexFileError if it is missing, cut short, altered or of another version."""
        raise NotImplementedError

    def add(self, documents: Iterable[Document]) -> int:
        """-> how many were new. They are all committed when this returns, or, if it is cut off, none of them or all."""
        raise NotImplementedError

    def find(self, words: str, *, limit: int = 20) -> list[Place]:
        """'we were never asked' -> the places that match best, best first; equally good ones are all there up to the limit."""
        raise NotImplementedError

    def holds(self, name: str) -> bool:
        """'Ida Vell' -> whether a document is by, from or titled so, or has the name in its text (case and marks aside)."""
        raise NotImplementedError

    def document(self, identifier: str) -> Document:
        """'blake2b:...' -> the Document as it was given. Raises KeyError if there is none with this id."""
        raise NotImplementedError

    def __len__(self) -> int:
        """How many documents."""
        raise NotImplementedError

    def close(self) -> None:
        """Lets go of the file."""
        raise NotImplementedError
