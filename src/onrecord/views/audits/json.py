"""One JSON array of audits, schema "onrecord.audit/1", indented for people."""

from collections.abc import Iterable, Iterator

from onrecord.records.audit import Audit
from onrecord.records.json import audit_json
from onrecord.views.arrays import array


def write(audits: Iterable[Audit]) -> Iterator[str]:
    """[audit] -> '[', '{"schema": ...}', ']'."""
    yield from array(audits, audit_json)
