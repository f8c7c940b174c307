"""One writer at a time to an index: a lock beside its file."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from onrecord.errors import IndexFileError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One writer at a time, by a lock that the system lets go of when the process ends, however it ends.

    Its file is gone when the writer is done: it is removed while the lock is held (on Windows, which removes no open file,
    right after), and a lock on a file that was removed meanwhile is no lock. Readers never look at it.
    """
    name = path.with_name(f"{path.name}.lock")
    with _held(name, str(path)):
        try:
            yield
        finally:
            if os.name == "posix":
                _remove(name)
    if os.name != "posix":
        _remove(name)


def _held(name: Path, asked: str) -> IO[bytes]:
    """The lock's file, locked. Raises IndexFileError where it cannot be made, or is another's."""
    while True:
        try:
            file = name.open("ab")
        except OSError as error:
            raise IndexFileError(asked, f"cannot be written ({error.strerror})", "check the folder and your rights") from None
        try:
            _lock(file)
        except OSError:
            file.close()
            raise IndexFileError(asked, "another process is writing to it", "wait until it is done") from None
        if _is_there(file, name):
            return file
        file.close()  # the writer before removed it between our opening and our locking it


def _is_there(file: IO[bytes], name: Path) -> bool:
    """Whether a file is still the one that its name leads to."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), name.stat())
    except FileNotFoundError:
        return False


def _remove(name: Path) -> None:
    with suppress(OSError):  # another writer has opened it: it removes it
        name.unlink()


def _lock(file: IO[bytes]) -> None:
    if os.name == "posix":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
