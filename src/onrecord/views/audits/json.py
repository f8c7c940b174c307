"""One JSON array of audits, schema "onrecord.audit/1", indented for people."""

import json
from collections.abc import Iterable, Iterator

from onrecord.records.audit import Audit
from onrecord.records.json import audit_json


def write(audits: Iterable[Audit]) -> Iterator[str]:
    """[audit] -> '[', '{"schema": ...}', ']'."""
    before = "["
    for audit in audits:
        yield before + "\n" + json.dumps(audit_json(audit), ensure_ascii=False, indent=1)
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"
