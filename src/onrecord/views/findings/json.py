"""One JSON array of checks, schema "onrecord.findings/1", indented for people."""

import json
from collections.abc import Iterable, Iterator

from onrecord.records import Check
from onrecord.records.json import check_json


def write(checks: Iterable[Check]) -> Iterator[str]:
    """[check] -> '[', '{"schema": ...}', ']'."""
    before = "["
    for check in checks:
        yield before + "\n" + json.dumps(check_json(check), ensure_ascii=False, indent=1)
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"
