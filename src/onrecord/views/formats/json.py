"""One JSON array of readings, schema "onrecord.reading/1", indented for people."""

import json
from collections.abc import Iterable, Iterator

from onrecord.records import Reading
from onrecord.records.json import to_json


def write(readings: Iterable[Reading]) -> Iterator[str]:
    """[reading] -> '[', '{"schema": ...}', ']'."""
    before = "["
    for reading in readings:
        yield before + "\n" + json.dumps(to_json(reading), ensure_ascii=False, indent=1)
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"
