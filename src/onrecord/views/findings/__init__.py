"""Checks for readers and programs: a table, JSON, CSV, a page. One shape for all: checks in, pieces of text out.

[check, check] -> csv -> 'origin,quotation,...\\n', 'a.html,...\\n'
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TypeAlias, cast

from onrecord.records import Check
from onrecord.views.shapes import Shape

Write: TypeAlias = Callable[[Iterable[Check]], Iterator[str]]


def check_writer(form: Shape) -> Write:
    """Shape.CSV -> onrecord.views.findings.csv.write, imported only now: each brings what it needs."""
    return cast("Write", import_module(f"{__name__}.{form}").write)
