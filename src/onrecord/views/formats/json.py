"""One JSON array of readings, schema "onrecord.reading/1", indented for people."""

from collections.abc import Iterable, Iterator

from onrecord.records import Reading
from onrecord.records.json import to_json
from onrecord.views.arrays import array


def write(readings: Iterable[Reading]) -> Iterator[str]:
    """[reading] -> '[', '{"schema": ...}', ']'."""
    yield from array(readings, to_json)
