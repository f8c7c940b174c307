"""An audit for a terminal: what it comes to, each source, the ways words took, what the rules point at.

Port sold twice over
14 statements rest on 6 sources: 4 named, 2 news outlets. 62% of the words are theirs.

 source                   kind          says  words  passes on
 Ida Vell                 person           7    120
 The Halden Courier       news outlet      1     12  3 (60 words)

 a second look
 single-source   all 7 statements that name a source rest on Ida Vell
"""

from collections.abc import Iterable, Iterator
from functools import partial

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.records import Source
from onrecord.records.audit import Audit, SourceUse
from onrecord.views.plain import plain
from onrecord.views.report.summary import summarise
from onrecord.views.report.wording import (
    CLASS_WORDS,
    KIND_WORDS,
    by_rule,
    called,
    percent,
    plural,
    summarise_audit,
    way,
)
from onrecord.views.table import PAGE, fit, header, on_paper

_BESIDE_NAME = 53  # columns that kind, counts and the gaps between them take
_BESIDE_EVIDENCE = 26
_LINES = 4


def write(audits: Iterable[Audit], width: int = PAGE, colour: bool = False) -> Iterator[str]:
    """[audit] -> one table as text, then the next after an empty line. colour: with the escape sequences for it."""
    gap = ""
    for audit in audits:
        yield gap + on_paper(partial(draw, audit), width, colour)
        gap = "\n"


def draw(audit: Audit, console: Console) -> None:
    console.print(header(audit.reading.document))
    console.print(Text(plain(summarise(audit.reading)), style="italic"))
    console.print(Text(plain(summarise_audit(audit)), style="italic"))
    parts = (_shares(audit), _sources(audit, console.width), _ways(audit, console.width), _looks(audit, console.width))
    for part in parts:
        if part.row_count:
            console.print()
            console.print(part)
    if audit.not_asked:
        console.print()
        console.print(Text(f"not asked, since the sources are not resolved: {', '.join(audit.not_asked)}", style="dim"))


def _table(title: str = "") -> Table:
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="dim", show_edge=False, title_justify="left")
    table.title, table.title_style, table.show_header = title or None, "dim", not title
    return table


def _shares(audit: Audit) -> Table:
    table = _table()
    table.add_column("who speaks", width=14)
    for name, width in (("sources", 8), ("statements", 11), ("words", 7), ("share", 6)):
        table.add_column(name, width=width, justify="right")
    for s in audit.shares:
        if s.attributions:
            sources = str(s.sources) if s.sources else ""
            share = percent(s.words, audit.attributed)
            table.add_row(CLASS_WORDS[s.source_class], sources, str(s.attributions), f"{s.words:,}", share)
    return table


def _sources(audit: Audit, width: int) -> Table:
    table = _table()
    room = width - _BESIDE_NAME
    table.add_column("source", width=room)
    table.add_column("kind", width=20)
    table.add_column("says", width=5, justify="right")
    table.add_column("words", width=6, justify="right")
    table.add_column("passes on", width=14)
    named = {s.id: s for s in audit.reading.sources}
    for use in audit.uses:
        source = named[use.source]
        table.add_row(_name(source, room), KIND_WORDS[source.kind], str(len(use.says)), f"{use.words:,}", _passes_on(use))
    return table


def _name(source: Source, room: int) -> Text:
    text = Text(fit(plain(called(source)), room), style="bold" if source.named else "")
    if source.basis and plain(source.basis).casefold() not in plain(called(source)).casefold():
        text.append("\n" + fit(plain(source.basis), room), style="not bold dim")
    return text


def _passes_on(use: SourceUse) -> str:
    return f"{len(use.carries)} ({plural(use.carried, 'word')})" if use.carries else ""


def _ways(audit: Audit, width: int) -> Table:
    table = _table("words that came through others")
    table.add_column(width=width - 12)
    table.add_column(width=10, justify="right")
    for route in audit.routes:
        if route.through:
            table.add_row(fit(plain(" → ".join(way(audit, route))), width - 12, _LINES), plural(route.words, "word"))
    return table


def _looks(audit: Audit, width: int) -> Table:
    table = _table("a second look")
    table.add_column(width=22, style="bold")
    table.add_column(width=width - _BESIDE_EVIDENCE)
    for name, found in by_rule(audit):
        for n, o in enumerate(found):
            table.add_row("" if n else str(name), fit(plain(o.evidence), width - _BESIDE_EVIDENCE, _LINES))
    return table
