"""A check for a terminal: one row per quotation, gravest first, at 80 columns and without colour.

Mill to close
2 quotations checked against 30 documents: 1 holds, 1 to look at.

 #  severity    verdict            words
 2  4 grave     turned to its      “we will close the mill” (Ms Vell)
                                   in statement.txt: we will not close the mill
                                   “not” is missing
 1  0           verbatim           “I am sorry” (Ms Vell)
                                   in statement.txt
"""

from collections.abc import Iterable, Iterator
from functools import partial

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.records import VERBATIM_MEANS, Check, Finding
from onrecord.views.findings.words import (
    count,
    notes,
    severity_words,
    summarise_check,
    unjudged,
    verdict_words,
    worst_first,
)
from onrecord.views.plain import plain
from onrecord.views.table import PAGE, fit, header, on_paper

_BESIDE_WORDS = 36  # columns that number, severity, verdict and the gaps between them take
_LINES = 4
_NOTES = 3
_STYLES = ("dim", "dim", "yellow", "bold yellow", "bold red")


def write(checks: Iterable[Check], width: int = PAGE, colour: bool = False) -> Iterator[str]:
    """[check] -> one table as text, then the next after an empty line. colour: with the escape sequences for it."""
    gap = ""
    for check in checks:
        yield gap + on_paper(partial(draw, check), width, colour)
        gap = "\n"


def draw(check: Check, console: Console) -> None:
    console.print(header(check.document))
    console.print(Text(plain(summarise_check(check)), style="italic"))
    judged = [f for f in worst_first(check.findings) if f.checked]
    if judged:
        console.print()
        console.print(_findings(check, judged, console.width))
    _gaps(check, console)
    if judged:
        console.print()
        console.print(Text(VERBATIM_MEANS, style="dim"))


def _findings(check: Check, judged: Iterable[Finding], width: int) -> Table:
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="dim", show_edge=False)
    table.add_column("#", justify="right", width=3)
    table.add_column("severity", width=9)
    table.add_column("verdict", width=17)
    table.add_column("words")
    numbers = {id(f): n for n, f in enumerate(check.findings, 1)}
    for f in judged:
        severity = f"{f.severity} {severity_words(f.severity)}" if f.severity else "0"
        told = Text(severity, style=_STYLES[f.severity or 0])
        table.add_row(str(numbers[id(f)]), told, plain(verdict_words(f)), _words(f, width - _BESIDE_WORDS))
    return table


def _words(f: Finding, width: int) -> Text:
    speaker = f.quotation.stands_for or f.quotation.speaker
    by = f" ({plain(speaker)})" if speaker else ""
    text = Text(fit(f"“{plain(f.quotation.words)}”{by}", width, _LINES))
    for place in f.places:
        same = f.severity == 0 and len(f.places) == 1
        where = plain(place.origin) + (f", said by {plain(place.speaker)}" if place.speaker else "")
        text.append("\n" + fit(f"in {where}" if same else f"in {where}: “{plain(place.words)}”", width, _LINES), style="dim")
    for edit in notes(f)[:_NOTES]:
        text.append("\n" + fit(plain(edit.note), width, _LINES))
    if f.others:
        text.append(f"\nand in {count(len(f.others), 'other place')}", style="dim")
    return text


def _gaps(check: Check, console: Console) -> None:
    left = [f for f in check.findings if not f.checked]
    if left:
        console.print()
        console.print(Text("not judged", style="dim"))
        for f in left:
            console.print(Text(f"  “{plain(f.quotation.words).rstrip(',')}”: {plain(unjudged(f))}"))
    if check.not_held:
        console.print()
        console.print(Text("sources named, but in none of the documents", style="dim"))
        console.print(Text(f"  {'; '.join(map(plain, check.not_held))}"))
