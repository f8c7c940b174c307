"""audit: bytes -> Document -> Reading -> Audit, one input or many."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.errors import InputError
from onrecord.reading.audit import audit as audited
from onrecord.records import Document, Reading
from onrecord.records.audit import Audit
from onrecord.settings import Settings
from onrecord.workflows.reader import Reader


def audit(what: str | Path | Document | Reading, settings: Settings | None = None) -> Audit:
    """audit("article.html") -> Audit. What is read already is not read again. Raises InputError."""
    return audited(what if isinstance(what, Reading) else Reader(settings).read(what))


def audit_all(results: Iterable[Reading | InputError]) -> Iterator[Audit | InputError]:
    """What Reader.read_all gives -> an Audit for each reading; errors pass through."""
    return (r if isinstance(r, InputError) else audited(r) for r in results)
