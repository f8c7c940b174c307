"""Readings as files other programs take up. One shape for all: readings in, pieces of text out, as they come.

[reading, reading] -> jsonl -> '{"schema": ...}\\n', '{"schema": ...}\\n'

To add one: write a module here with `write`, name it in Format and in SUFFIXES.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from typing import TypeAlias, cast

from onrecord.records import Reading

Write: TypeAlias = Callable[[Iterable[Reading]], Iterator[str]]


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"
    BRAT = "brat"
    WEBANNOTATION = "webannotation"


SUFFIXES = {
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".ann": Format.BRAT,
    ".jsonld": Format.WEBANNOTATION,
    ".txt": Format.TABLE,
}


def writer(format: Format) -> Write:  # noqa: A002 (the word of the command line)
    """Format.CSV -> onrecord.views.formats.csv.write, imported only now: each brings what it needs."""
    room = "onrecord.views" if format is Format.TABLE else __name__  # the table is for eyes, the others are for programs
    return cast("Write", import_module(f"{room}.{format}").write)
