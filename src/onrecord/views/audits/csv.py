"""One row per source of each article, for spreadsheets and data frames; rows without an id hold what names nobody.

Ida Vell in seven statements -> port.html,s1,Ida Vell,named,person,the harbour minister,7,0,120,0,single-source: all 7 ...
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from onrecord.reading.audit.counting import source_class
from onrecord.records import Source
from onrecord.records.audit import Audit, Observation, Share, SourceClass, SourceUse
from onrecord.views.formats.csv import cell

COLUMNS = (
    "origin",
    "source",
    "name",
    "class",
    "kind",
    "basis",
    "statements",
    "carried_statements",
    "words",
    "carried_words",
    "observations",
)
_WITHOUT_SOURCE = (SourceClass.NOBODY, SourceClass.UNRESOLVED)


def write(audits: Iterable[Audit]) -> Iterator[str]:
    """[audit] -> a line of column names, then one line per source."""
    yield _line(COLUMNS)
    for audit in audits:
        sources = {s.id: s for s in audit.reading.sources}
        rows = [_source(audit, u, sources[u.source]) for u in audit.uses]
        rows += [_rest(audit, s) for s in audit.shares if s.source_class in _WITHOUT_SOURCE and s.attributions]
        yield "".join(map(_line, rows))


def _source(audit: Audit, use: SourceUse, source: Source) -> list[str]:
    held = [o for o in audit.observations if use.source in o.sources]
    known = [source.id, source.name or "", source_class(source), source.kind, source.basis or ""]
    counts = [len(use.says), len(use.carries), use.words, use.carried]
    return [cell(audit.reading.document.origin), *map(cell, known), *map(str, counts), _told(held)]


def _rest(audit: Audit, share: Share) -> list[str]:
    """What names nobody, or whom it is not known; observations that concern no known source stand with the first such row."""
    first = next(s for s in audit.shares if s.source_class in _WITHOUT_SOURCE and s.attributions)
    held = [o for o in audit.observations if not o.sources] if share is first else []
    counts = [str(share.attributions), "0", str(share.words), "0"]
    return [cell(audit.reading.document.origin), "", "", share.source_class, "", "", *counts, _told(held)]


def _told(observations: Iterable[Observation]) -> str:
    return cell(" | ".join(f"{o.rule}: {o.evidence}" for o in observations))


def _line(values: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue()
