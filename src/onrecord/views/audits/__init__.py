"""Audits for readers and programs: a table, JSON, CSV, the page. One shape for all: audits in, pieces of text out.

[audit, audit] -> csv -> 'origin,source,...\\n', 'a.html,s1,...\\n'
"""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TypeAlias, cast

from onrecord.records.audit import Audit
from onrecord.views.shapes import Shape

Write: TypeAlias = Callable[[Iterable[Audit]], Iterator[str]]


def audit_writer(form: Shape) -> Write:
    """Shape.CSV -> onrecord.views.audits.csv.write, imported only now: each brings what it needs."""
    return cast("Write", import_module(f"{__name__}.{form}").write)
