"""Audits for readers and programs: a table, JSON, CSV, the page. One shape for all: audits in, pieces of text out.

[audit, audit] -> csv -> 'origin,source,...\\n', 'a.html,s1,...\\n'
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from typing import TypeAlias, cast

from onrecord.records.audit import Audit

Write: TypeAlias = Callable[[Iterable[Audit]], Iterator[str]]


class AuditFormat(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


AUDIT_SUFFIXES = {
    ".txt": AuditFormat.TABLE,
    ".json": AuditFormat.JSON,
    ".csv": AuditFormat.CSV,
    ".html": AuditFormat.HTML,
    ".htm": AuditFormat.HTML,
}


def audit_writer(form: AuditFormat) -> Write:
    """AuditFormat.CSV -> onrecord.views.audits.csv.write, imported only now: each brings what it needs."""
    return cast("Write", import_module(f"{__name__}.{form}").write)
