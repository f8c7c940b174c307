"""JSONL and CSV files -> rows, one at a time: the text, and what other columns say of it."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import FormatError, InputError, NotFoundError, TooLargeError
from onrecord.records import Provenance
from onrecord.settings import Settings
from onrecord.sources.dates import iso_date
from onrecord.sources.encoding import decode, marked, wide
from onrecord.sources.facts import Fact, Field

_JSON, _CSV = frozenset((".jsonl", ".ndjson")), frozenset((".csv", ".tsv"))
_COLUMNS: Mapping[str, Field] = {
    "title": "title",
    "headline": "title",
    "byline": "byline",
    "author": "byline",
    "outlet": "outlet",
    "publication": "outlet",
    "published": "published",
    "date": "published",
    "language": "language",
}
_HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Row:
    """Row("stories.csv#3", "The mayor said so.", (("outlet", Fact("The Post", COLUMN)),))"""

    origin: str
    text: str
    facts: tuple[tuple[Field, Fact], ...] = ()


def is_table(path: str) -> bool:
    """'stories.CSV' -> True"""
    return Path(path).suffix.lower() in _JSON | _CSV


def looks_like_rows(data: bytes, settings: Settings) -> bool:
    """b'{"text": "The mayor said so."}' -> True: JSON lines with the column that holds the text, whatever they are called."""
    first = data[:_HEAD].lstrip().split(b"\n", 1)[0] if data[:1] in b"{ \n\r\t\xef" else b""
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and settings.column in value


def rows(path: str, settings: Settings) -> Iterator[Row | InputError]:
    """'stories.csv' -> its rows; what is wrong with one is an error that names it, and the rest go on."""
    try:
        with Path(path).open("rb") as file:
            yield from _rows(file, path, Path(path).suffix.lower(), settings)
    except FileNotFoundError:
        yield NotFoundError(path, "there is no such file", "check the name")
    except OSError as error:
        yield NotFoundError(path, f"cannot be read ({error.strerror or error})", "check the file and your rights to it")


def rows_of(data: bytes, origin: str, settings: Settings) -> Iterator[Row | InputError]:
    """JSON lines in hand -> their rows."""
    return _rows(io.BytesIO(data), origin, ".jsonl", settings)


def _rows(file: BinaryIO, origin: str, suffix: str, settings: Settings) -> Iterator[Row | InputError]:
    head = file.read(_HEAD)
    file.seek(0)
    if not head.strip(b"\0 \t\r\n"):
        yield FormatError(origin, "the table is empty", "give one with a row")
    elif suffix in _JSON:
        yield from _json_rows(_lines(file, head, settings), origin, settings)
    else:
        yield from _csv_rows(_lines(file, head, settings), origin, _delimiter(head, suffix), settings)


def _lines(file: BinaryIO, head: bytes, settings: Settings) -> Iterator[str | None]:
    """Each line as text; None for one longer than the settings allow."""
    name = marked(head) or wide(head)
    if name and name != "utf-8":
        text = io.TextIOWrapper(file, encoding=name, errors="replace", newline="")
        while line := text.readline(settings.max_bytes):
            yield line.removeprefix("\ufeff").replace("\r\n", "\n")
        return
    while raw := file.readline(settings.max_bytes + 1):
        too_long = len(raw) > settings.max_bytes
        while too_long and raw and not raw.endswith(b"\n"):
            raw = file.readline(settings.max_bytes)
        yield None if too_long else decode(raw)


def _json_rows(lines: Iterable[str | None], origin: str, settings: Settings) -> Iterator[Row | InputError]:
    for number, line in enumerate(lines, 1):
        name = f"{origin}#{number}"
        if line is None:
            yield TooLargeError(name, f"the line is longer than the {settings.max_bytes:,} bytes allowed", "raise max_bytes")
        elif line.strip():
            yield _json_row(line, name, settings)


def _json_row(line: str, name: str, settings: Settings) -> Row | InputError:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = getattr(error, "msg", "nested too deep or no number a machine can hold")
        return FormatError(name, f"the line is no JSON ({why})", "write one JSON object a line")
    if not isinstance(value, dict):
        return FormatError(name, "the line is no JSON object", "write one JSON object a line")
    return _row({k: v if isinstance(v, str) else str(v) for k, v in value.items() if _is_plain(v)}, name, settings)


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)


def _delimiter(head: bytes, suffix: str) -> str:
    if suffix == ".tsv":
        return "\t"
    first = decode(head).lstrip("\n").split("\n", 1)[0]
    return max(",;\t|", key=first.count)


def _csv_rows(lines: Iterator[str | None], origin: str, delimiter: str, settings: Settings) -> Iterator[Row | InputError]:
    # The limit is csv's own and the whole process's; its default, 128 KiB, is less than a long article.
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_text * 2))
    reader = csv.reader((line or "" for line in lines), delimiter=delimiter)
    names: list[str] | None = None
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            yield FormatError(f"{origin}#{number}", f"the row is broken ({error})", "close its quotation marks")
            continue
        if not any(cells):
            continue
        if names is None:
            names = [cell.strip() for cell in cells]
            if settings.column not in names:
                cause = f"has no column {settings.column!r} (it has {', '.join(names)[:200]})"
                yield FormatError(origin, cause, "name the column that holds the text")
                return
            continue
        number += 1
        yield _csv_row(names, cells, f"{origin}#{number}", settings)


def _csv_row(names: list[str], cells: list[str], name: str, settings: Settings) -> Row | InputError:
    if len(cells) > len(names):
        return FormatError(
            name, f"the row has {len(cells)} cells, the header {len(names)}", "put cells with commas in quotation marks"
        )
    return _row(dict(zip(names, cells, strict=False)), name, settings)


def _row(cells: Mapping[str, str], name: str, settings: Settings) -> Row | InputError:
    text = cells.get(settings.column)
    if text is None or not text.strip():
        return FormatError(name, f"has no text in its column {settings.column!r}", "fill it, or name another column")
    return Row(name, text, tuple(_facts(cells, settings)))


def _facts(cells: Mapping[str, str], settings: Settings) -> Iterator[tuple[Field, Fact]]:
    seen: set[Field] = set()
    for column, value in cells.items():
        field = _COLUMNS.get(column.strip().lower())
        value = " ".join(value.split())
        value = (iso_date(value) or "") if field == "published" else value
        if field and value and column != settings.column and field not in seen:
            seen.add(field)
            yield field, Fact(value, Provenance.COLUMN)
