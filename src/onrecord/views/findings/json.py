"""One JSON array of checks, schema "onrecord.findings/1", indented for people."""

from collections.abc import Iterable, Iterator

from onrecord.records import Check
from onrecord.records.json import check_json
from onrecord.views.arrays import array


def write(checks: Iterable[Check]) -> Iterator[str]:
    """[check] -> '[', '{"schema": ...}', ']'."""
    yield from array(checks, check_json)
