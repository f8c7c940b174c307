"""Where readings and checks go: the screen or a pipe, a file that appears whole or not at all, a file that grows, a folder."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import StrEnum
from io import TextIOWrapper
from itertools import chain
from pathlib import Path
from typing import TextIO, TypedDict, TypeVar

import click

from onrecord.records import Reading
from onrecord.views.formats import SUFFIXES, Format, writer

STDOUT = "-"
Form = TypeVar("Form", bound=StrEnum)
Record = TypeVar("Record")


class OutputError(click.ClickException):
    """'report.html: cannot be written (No space left on device); ...': nothing wrong with the inputs, so exit 2."""

    exit_code = 2

    def __init__(self, path: Path | str, cause: str, remedy: str = "name another file with -o") -> None:
        super().__init__(f"{path}: {cause}; {remedy}")

    def show(self, file: object = None) -> None:  # noqa: ARG002 (click's signature)
        click.echo(f"onrecord: {self.message}", err=True)


def choose(named: str | None, output: str | None) -> Format:
    """(None, 'a.html') -> Format.HTML; (None, None) -> a table for a terminal, JSON Lines for a pipe."""
    return chosen(named, output, SUFFIXES, Format.TABLE, Format.JSONL)


def chosen(named: str | None, output: str | None, suffixes: Mapping[str, Form], screen: Form, pipe: Form) -> Form:
    """The format that is named, or that the suffix of the output tells; else screen for a terminal, pipe for a pipe."""
    if named:
        return type(screen)(named)
    if output in (None, STDOUT):
        return screen if sys.stdout is not None and sys.stdout.isatty() else pipe
    if found := suffixes.get(Path(str(output)).suffix.lower()):
        return found
    raise click.UsageError(f"cannot tell the format from {output!r}: add --format, or end it in {', '.join(suffixes)}")


def write(readings: Iterable[Reading], form: Format, output: str | None, *, resume: bool = False) -> None:
    """Readings -> form, at output. Nothing read leaves a file as it was."""
    path = None if output in (None, STDOUT) else Path(str(output))
    if form is Format.BRAT:
        _save_brat(readings, path)
    elif resume and path is not None:
        with told(path):
            _append(readings, path)
    else:
        deliver(readings, writer(form), output, for_eyes=form is Format.TABLE)


def deliver(records: Iterable[Record], shape: Callable[..., Iterator[str]], output: str | None, *, for_eyes: bool) -> None:
    """Records in a shape (records in, text out) -> standard output, or a file that appears whole.

    No records leave a file as it was. for_eyes: a table, which takes the width and the colours of the screen it is shown on.
    """
    if output in (None, STDOUT):
        out = standard_output(for_eyes=for_eyes)
        for piece in shape(records, **_screen()) if for_eyes else shape(records):
            out.write(piece)
            out.flush()
    else:
        with told(Path(str(output))):
            _replace(records, shape, Path(str(output)))


def standard_output(*, for_eyes: bool) -> TextIO:
    """sys.stdout made safe: data are UTF-8 wherever they go; a table shows what the screen has no letter for as \\xe9."""
    if sys.stdout is None:
        raise OutputError("standard output", "is closed")
    if isinstance(sys.stdout, TextIOWrapper):
        encoding, newline = (None, None) if for_eyes else ("utf8", "")
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace", newline=newline)
    return sys.stdout


class _Screen(TypedDict):
    width: int
    colour: bool


def _screen() -> _Screen:
    from rich.console import Console

    screen = Console()
    return {"width": screen.width, "colour": screen.is_terminal and not screen.no_color}


def _replace(records: Iterable[Record], shape: Callable[..., Iterator[str]], path: Path) -> None:
    with replacing(path) as out:
        first = next(iter(records := iter(records)), None)
        if first is not None:
            for piece in shape(chain([first], records)):
                out(piece)


@contextmanager
def replacing(path: Path) -> Iterator[Callable[[str], object]]:
    """replacing('a.html') -> a function that takes text; the file is put in place whole at the end, if any was taken.

    Until then, and for good if something goes wrong, what was there stays. A device or pipe is written to as it is.
    """
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise OutputError(path, "is a folder", "name a file in it")
        with path.open("w", encoding="utf8", errors="backslashreplace", newline="") as out:
            yield out.write
        return
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf8", errors="backslashreplace", newline="") as out:
            yield out.write
        if part.stat().st_size:
            part.chmod(_mode(target))
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """The rights the file has, or those a new one would get: a temporary file has fewer."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def done(path: Path) -> frozenset[str]:
    """The origins a JSON Lines file has readings of; a last line cut short by an interruption is cut off."""
    if not path.exists():
        return frozenset()
    with told(path), path.open("r+b") as file:
        found: set[str] = set()
        whole = 0
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                file.truncate(whole)
                break
            whole += len(line)
            found.add(_origin(line, path, number))
    return frozenset(found)


def _origin(line: bytes, path: Path, number: int) -> str:
    try:
        return str(json.loads(line)["document"]["origin"])
    except (ValueError, TypeError, KeyError):
        raise OutputError(path, f"line {number} is no reading", "give --resume a file that onrecord wrote") from None


def _append(readings: Iterable[Reading], path: Path) -> None:
    with path.open("a", encoding="utf8", errors="backslashreplace", newline="") as out:
        for piece in writer(Format.JSONL)(readings):
            out.write(piece)
            out.flush()


def _save_brat(readings: Iterable[Reading], path: Path | None) -> None:
    from onrecord.views.formats import brat

    if path is None:
        raise click.UsageError("brat writes two files for an article: name a folder (or FILE.ann) with -o")
    with told(path):
        if path.suffix == ".ann":
            brat.save_one(readings, path)
        else:
            brat.save_all(readings, path)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What the file system refuses is told in one line."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as e:
        raise OutputError(e.filename or path, f"cannot be written ({e.strerror or e})") from None
