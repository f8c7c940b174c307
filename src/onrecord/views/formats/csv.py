"""One row per attribution, for spreadsheets and data frames.

Ms Vell said “no” -> a.html,a1,,direct,Ms Vell,said,“no”,0 7,8 12,13 17,0.93
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from onrecord.records import Attribution, Reading, Span
from onrecord.views.plain import plain

COLUMNS = (
    "origin",
    "id",
    "parent",
    "type",
    "source",
    "cue",
    "content",
    "source_offsets",
    "cue_offsets",
    "content_offsets",
    "confidence",
)
_FORMULA = ("=", "+", "-", "@")  # a cell that begins with one is run by spreadsheet programs (OWASP, CSV injection)


def write(readings: Iterable[Reading]) -> Iterator[str]:
    """[reading] -> a line of column names, then one line per attribution."""
    yield _line(COLUMNS)
    for reading in readings:
        yield "".join(_line(_row(reading, a)) for a in reading.attributions)


def _row(reading: Reading, a: Attribution) -> list[str]:
    words = [cell(reading.words_of(spans)) for spans in (a.source, a.cue, a.content)]
    where = [offsets(spans) for spans in (a.source, a.cue, a.content)]
    return [cell(reading.document.origin), a.id, a.parent or "", str(a.type), *words, *where, f"{a.confidence:.3f}"]


def cell(text: str) -> str:
    """'=1+1' -> "'=1+1": an apostrophe in front keeps a spreadsheet from running what an article says."""
    safe = plain(text)
    return f"'{safe}" if safe.startswith(_FORMULA) else safe


def offsets(spans: Iterable[Span]) -> str:
    """(Span(3, 8), Span(20, 31)) -> '3 8;20 31', as brat writes them; no spreadsheet takes that for a date."""
    return ";".join(f"{s.start} {s.end}" for s in spans)


def _line(values: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue()
