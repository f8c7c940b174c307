"""The page of the readings, in which the audit of each stands behind its text."""

from collections.abc import Iterable, Iterator

from onrecord.records.audit import Audit
from onrecord.views.report import render


def write(audits: Iterable[Audit]) -> Iterator[str]:
    """[audit] -> '<!doctype html>...'."""
    yield render([audit.reading for audit in audits])
