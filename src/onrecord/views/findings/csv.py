"""One row per quotation, in order of appearance, for spreadsheets and data frames.

“we will close the mill” -> a.html,we will close the mill,12,34,direct,Ms Vell,polarity_changed,4,...
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from onrecord.records import Check, Edit, Finding, Place
from onrecord.views.formats.csv import cell

COLUMNS = (
    "origin",
    "quotation",
    "start",
    "end",
    "type",
    "speaker",
    "verdict",
    "severity",
    "edits",
    "document",
    "document_origin",
    "document_start",
    "document_end",
    "document_words",
    "document_speaker",
    "other_places",
    "documents",
)


def write(checks: Iterable[Check]) -> Iterator[str]:
    """[check] -> a line of column names, then one line per quotation."""
    yield _line(COLUMNS)
    for check in checks:
        yield "".join(_line(_row(check, f)) for f in check.findings)


def _row(check: Check, f: Finding) -> list[str]:
    q = f.quotation
    severity = "" if f.severity is None else str(f.severity)
    told = [cell(check.document.origin), cell(q.words), str(q.start), str(q.end), str(q.type), cell(q.speaker or "")]
    edits = cell("; ".join(map(_edit, f.edits)))
    return [*told, str(f.verdict), severity, edits, *_place(f.place), str(len(f.others)), str(f.documents)]


def _edit(e: Edit) -> str:
    return f"{e.label} {e.severity}: {e.note}" if e.note else f"{e.label} {e.severity}"


def _place(place: Place | None) -> list[str]:
    if place is None:
        return [""] * 6
    where = [place.document, cell(place.origin), str(place.start), str(place.end)]
    return [*where, cell(place.words), cell(place.speaker or "")]


def _line(values: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(values)
    return out.getvalue()
