"""JSON Lines: one reading a line, schema "onrecord.reading/1". What a batch writes and takes up again."""

import json
from collections.abc import Iterable, Iterator

from onrecord.records import Reading
from onrecord.records.json import to_json


def write(readings: Iterable[Reading]) -> Iterator[str]:
    """[reading] -> '{"schema": "onrecord.reading/1", ...}\\n'."""
    return (line(r) for r in readings)


def line(reading: Reading) -> str:
    return json.dumps(to_json(reading), ensure_ascii=False) + "\n"
