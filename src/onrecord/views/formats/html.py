"""The page: one self-contained HTML file for all readings."""

from collections.abc import Iterable, Iterator

from onrecord.records import Reading
from onrecord.views.report import render


def write(readings: Iterable[Reading]) -> Iterator[str]:
    """[reading] -> '<!doctype html>...'."""
    yield render(list(readings))
