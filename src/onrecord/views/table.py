"""The reading for a terminal: who, cue, what, one row per attribution, at 80 columns and without colour.

Title
Outlet · 14 March 2025 · by Ada Quill
7 statements rest on 4 sources: 3 quoted directly.

 #  who              cue      what                                 type      sure
 1  the Courier      reports  the harbour had been sold            indirect   .93
 2    Ms Vell        said     “We were never … asked”              direct     .91
      through the Courier
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import count

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.records import Attribution, Document, Mark, MarkType, Reading, Span
from onrecord.records.reading import AUTHOR
from onrecord.views.plain import plain, shorten
from onrecord.views.report.summary import chains, confidence_number, summarise

PAGE, NARROWEST = 80, 60
LINES, MORE_LINES = 2, 3
"""Lines a cell may take, and content; what is longer is shortened in the middle."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths of the columns whose text varies, for a screen this wide: the content gets what the others leave."""

    who: int
    cue: int
    what: int

    @classmethod
    def of(cls, width: int) -> "Columns":
        """80 -> who 18, cue 11, what 26: number, type, confidence and the gaps between take the other 25."""
        room = max(width, NARROWEST) - 25
        who, cue = min(room // 3, 32), min(room // 5, 20)
        return cls(who, cue, room - who - cue)


def write(readings: Iterable[Reading], width: int = PAGE, colour: bool = False) -> Iterator[str]:
    """[reading] -> one table as text, then the next after an empty line. colour: with the escape sequences for it."""
    gap = ""
    for reading in readings:
        yield gap + on_paper(partial(draw, reading), width, colour)
        gap = "\n"


def on_paper(draw_on: Callable[[Console], None], width: int = PAGE, colour: bool = False) -> str:
    """What draws on a console -> the lines it draws, without the blanks that fill them up to the width."""
    out = io.StringIO()
    draw_on(
        Console(
            file=out,
            width=max(width, NARROWEST),
            force_terminal=colour,
            no_color=not colour or None,
            highlight=False,
            legacy_windows=False,
        )
    )
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def draw(reading: Reading, console: Console) -> None:
    console.print(header(reading.document))
    console.print(Text(plain(summarise(reading)), style="italic"))
    if reading.attributions:
        console.print()
        console.print(_attributions(reading, console))
    if _not_speech(reading):
        console.print()
        console.print(_marks(reading, console))


def header(document: Document) -> Text:
    """Title, then what is known of outlet, date and author."""
    text = Text(plain(document.title or document.origin), style="bold")
    known = [plain(document.outlet or ""), _day(document.published), _by(document.byline)]
    if told := " · ".join(k for k in known if k):
        text.append("\n" + told, style="not bold dim")
    return text


def _day(published: str | None) -> str:
    """'2025-03-14' -> '14 March 2025'."""
    try:
        day = date.fromisoformat(published or "")
    except ValueError:
        return plain(published or "")
    return f"{day.day} {day:%B %Y}"


def _by(byline: str | None) -> str:
    if not byline:
        return ""
    return plain(byline if byline.casefold().startswith("by ") else f"by {byline}")


def _attributions(reading: Reading, console: Console) -> Table:
    widths = Columns.of(console.width)
    table = Table(box=None, padding=(0, 1), pad_edge=False, header_style="dim", show_edge=False)
    table.add_column("#", justify="right", width=3)
    table.add_column("who", width=widths.who)
    table.add_column("cue", width=widths.cue)
    table.add_column("what", width=widths.what)
    table.add_column("type", width=8, style="dim")
    table.add_column("sure", width=4, justify="right", style="dim")
    above = chains(reading)
    for number, a in enumerate(reading.attributions, 1):
        table.add_row(str(number), *_cells(reading, a, above[a.id], widths), str(a.type), confidence_number(a.confidence))
    return table


def _cells(reading: Reading, a: Attribution, above: Sequence[Attribution], widths: Columns) -> tuple[Text, Text, Text]:
    who = Text(
        _indented(_words(reading, a.source) or "(nobody named)", len(above), widths.who), style="bold" if a.source else "dim"
    )
    if through := _through(reading, a, above):
        who.append("\n" + _indented(f"through {', '.join(through)}", len(above), widths.who, MORE_LINES), style="not bold dim")
    return who, Text(fit(_words(reading, a.cue), widths.cue)), Text(fit(_words(reading, a.content), widths.what, MORE_LINES))


def _through(reading: Reading, a: Attribution, above: Sequence[Attribution]) -> list[str]:
    """Whom the words came through, nearest first: by name where the reading knows it, else as the article words it."""
    named = {s.id: s.name for s in reading.sources}
    if not reading.sources:
        return [words for p in above if (words := _words(reading, p.source))]
    passed = (s for s in a.chain if s != a.source_id)
    return [plain(name) for s in passed if (name := named.get(s))]


def _words(reading: Reading, spans: tuple[Span, ...]) -> str:
    return plain(reading.words_of(spans))


def _indented(text: str, depth: int, width: int, lines: int = LINES) -> str:
    step = min(2 * depth, width // 2)
    return "\n".join(" " * step + line for line in fit(text, width - step, lines).split("\n"))


def fit(text: str, width: int, lines: int = LINES) -> str:
    """Text -> at most so many lines of so many columns, broken at words, shortened in the middle if it must be."""
    console = Console(file=io.StringIO(), width=width)
    for length in range(min(len(text), width * lines), 0, -1):
        broken = Text(shorten(text, length)).wrap(console, width)
        if len(broken) <= lines:
            return "\n".join(line.plain.rstrip() for line in broken)
    return ""


def _marks(reading: Reading, console: Console) -> Table:
    table = Table(box=None, padding=(0, 1), pad_edge=False, show_header=False, show_edge=False, title_justify="left")
    table.title, table.title_style = "in quotation marks, but not speech", "dim"
    for width in (3, 12):
        table.add_column(width=width, justify="right" if width == 3 else "left", style="dim")
    table.add_column()
    letters = (chr(ord("a") + n % 26) * (1 + n // 26) for n in count())
    for letter, mark in zip(letters, _not_speech(reading), strict=False):
        words = plain(Span(mark.start, mark.end).of(reading.document.text))
        table.add_row(letter, str(mark.type), fit(words + _voice(reading, mark), console.width - 19))
    return table


def _not_speech(reading: Reading) -> list[Mark]:
    """The marks that explain quotation marks; a vague source stands in the column "who" already."""
    return [m for m in reading.marks if m.type is not MarkType.VAGUE_SOURCE]


def _voice(reading: Reading, mark: Mark) -> str:
    """' (the author's)' is left unsaid; inside an attribution: ' (in 3)'."""
    numbers = {a.id: n for n, a in enumerate(reading.attributions, 1)}
    return f" (in {numbers[mark.voice]})" if mark.voice != AUTHOR and mark.voice in numbers else ""
