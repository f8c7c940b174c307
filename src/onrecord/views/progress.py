"""What a long run tells on standard error: a bar where there are many inputs, one line for each that could not be read."""

import sys
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import InputError
from onrecord.settings import Settings
from onrecord.views.output import STDOUT
from onrecord.views.plain import plain

if TYPE_CHECKING:
    from rich.progress import Progress

Read = TypeVar("Read")


class Tally:
    """Passes on what could be read, tells of the rest: after a run, `failed` is how many inputs could not be."""

    def __init__(self) -> None:
        self.failed = 0

    def read(self, results: Iterable[Read | InputError]) -> Iterator[Read]:
        """[reading, NotFoundError('b.txt', ...)] -> reading; 'onrecord: b.txt: ...' on standard error."""
        for result in results:
            if isinstance(result, InputError):
                self.failed += 1
                complain(str(result))
            else:
                yield result


def complain(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    # The terminal itself shows long lines; the bar, where there is one, stands on the same stream and is drawn anew below.
    line = f"onrecord: {plain(message)}\n"
    stream = sys.stderr
    if stream is not None:
        stream.write(line.encode(stream.encoding or "utf8", "backslashreplace").decode(stream.encoding or "utf8"))
        stream.flush()


@contextmanager
def shown(results: Iterable[Read], total: int | None, to: str | None, doing: str = "reading") -> Iterator[Iterable[Read]]:
    """The same results, with a bar while they come, where there are many and somebody looks on."""
    if total == 1 or not watched(to):
        yield results
        return
    with _bar(doing) as bar:
        task = bar.add_task("", total=total)
        yield bar.track(results, task_id=task, total=total)


def watched(to: str | None) -> bool:
    """Somebody sees standard error, and no tables run over the same screen."""
    over_it = to in (None, STDOUT) and sys.stdout is not None and sys.stdout.isatty()
    return sys.stderr is not None and sys.stderr.isatty() and not over_it


def _bar(doing: str) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)


def count(args: Iterable[str], settings: Settings, skip: Container[str] = (), up_to: int | None = None) -> int | None:
    """How many inputs there are to read, nothing fetched or parsed; None where standard input keeps that to itself."""
    from onrecord.sources import expand

    named = list(args)
    wanted = (i for i in expand(named, settings) if i.origin not in skip)
    return None if "-" in named else sum(1 for _ in islice(wanted, up_to))
