"""Arguments -> inputs: files, folders, globs, URLs, "-" for stdin, rows of tables; in order, one after another."""

import glob
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError, NotFoundError, TooLargeError
from onrecord.settings import Settings
from onrecord.sources.facts import Fact, Field
from onrecord.sources.tables import Row, is_table, looks_like_rows, rows, rows_of

SUFFIXES = frozenset((".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".jsonl", ".ndjson", ".csv", ".tsv"))
STDIN = "-"
_URL = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read, light enough to travel to another process: a path, a URL, bytes in hand, or a row's text.

    origin is what a person calls it: the path or URL as given, "-" for stdin, "stories.csv#3" for a row.
    """

    origin: str
    path: str | None = None
    url: str | None = None
    data: bytes | None = None
    text: str | None = None
    facts: tuple[tuple[Field, Fact], ...] = ()


def expand(args: Iterable[str], settings: Settings) -> Iterator[Input | InputError]:
    """['a.html', 'stories/', 'b*.csv', '-', 'https://x.org/y'] -> one Input for each document; what is not there, as an error.

    Folders are walked in order of name, taking files whose suffix is one of SUFFIXES. Tables give a row at a time.
    """
    for arg in args:
        if arg == STDIN:
            yield from _stdin(settings)
        elif _URL.match(arg):
            yield Input(arg, url=arg)
        else:
            yield from _path(arg, settings)


def _path(arg: str, settings: Settings) -> Iterator[Input | InputError]:
    if not arg or "\0" in arg:
        yield NotFoundError(repr(arg), "is no name a file can have", "give a file, a folder, a URL or -")
    elif Path(arg).is_dir():
        yield from _folder(arg, settings)
    elif Path(arg).exists():
        yield from _file(arg, settings)
    elif glob.has_magic(arg):
        yield from _glob(arg, settings)
    elif _SCHEME.match(arg):
        yield NotFoundError(arg, "is an address of a kind that is not read", "give one that begins with http:// or https://")
    else:
        yield NotFoundError(arg, "there is no such file or folder", "check the name")


def _file(path: str, settings: Settings) -> Iterator[Input | InputError]:
    if is_table(path):
        yield from map(_of_row, rows(path, settings))
    else:
        yield Input(path, path=path)


def _folder(folder: str, settings: Settings) -> Iterator[Input | InputError]:
    found = False
    for path in _walk(folder):
        found = True
        yield from _file(path, settings)
    if not found:
        yield NotFoundError(
            folder, "no file in this folder has a suffix that is read", f"those are {' '.join(sorted(SUFFIXES))}"
        )


def _walk(folder: str) -> Iterator[str]:
    """Links to folders are not followed: they can lead round in a circle."""
    for here, folders, names in os.walk(folder):
        folders.sort()
        yield from (str(Path(here, n)) for n in sorted(names) if Path(n).suffix.lower() in SUFFIXES)


def _glob(pattern: str, settings: Settings) -> Iterator[Input | InputError]:
    try:
        paths = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    except re.error:
        paths = []
    if not paths:
        yield NotFoundError(pattern, "nothing matches this pattern", "check it, and quote it for the shell")
    for path in paths:
        if Path(path).is_dir():
            if "**" not in pattern:  # which goes into folders by itself
                yield from _folder(path, settings)
        else:
            yield from _file(path, settings)


def _stdin(settings: Settings) -> Iterator[Input | InputError]:
    data = sys.stdin.buffer.read(settings.max_bytes + 1)
    if len(data) > settings.max_bytes:
        yield TooLargeError(STDIN, f"more than the {settings.max_bytes:,} bytes allowed", "send less, or raise max_bytes")
    elif looks_like_rows(data, settings):
        yield from map(_of_row, rows_of(data, STDIN, settings))
    else:
        yield Input(STDIN, data=data)


def _of_row(row: Row | InputError) -> Input | InputError:
    return row if isinstance(row, InputError) else Input(row.origin, text=row.text, facts=row.facts)
