"""Checks for readers and programs: a table, JSON, CSV, a page. One shape for all: checks in, pieces of text out.

[check, check] -> csv -> 'origin,quotation,...\\n', 'a.html,...\\n'
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from typing import TypeAlias, cast

from onrecord.records import Check

Write: TypeAlias = Callable[[Iterable[Check]], Iterator[str]]


class CheckFormat(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


CHECK_SUFFIXES = {
    ".txt": CheckFormat.TABLE,
    ".json": CheckFormat.JSON,
    ".csv": CheckFormat.CSV,
    ".html": CheckFormat.HTML,
    ".htm": CheckFormat.HTML,
}


def check_writer(form: CheckFormat) -> Write:
    """CheckFormat.CSV -> onrecord.views.findings.csv.write, imported only now: each brings what it needs."""
    return cast("Write", import_module(f"{__name__}.{form}").write)
