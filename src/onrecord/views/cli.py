"""onrecord read article.html -> who said what, through whom, how surely.

Commands stay thin: options become Settings, the workflow reads, a format writes. What those need is imported when they run, so
that --help answers at once.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from onrecord.errors import OnrecordError, SettingsError
from onrecord.settings import Settings
from onrecord.views import progress
from onrecord.views.formats import Format
from onrecord.views.output import STDOUT, choose, done, write

INTERRUPTED, PIPE_CLOSED = 130, 141  # as a shell reports SIGINT and SIGPIPE
MANY = 8
"""Inputs from which on every core is used, where --workers does not say."""
DEFAULT = Settings()

Command = TypeVar("Command", bound=Callable[..., None])


class Onrecord(click.Group):
    """Ends every command the same way: one line for what went wrong, none for a closed pipe or Ctrl-C."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            _leave_pipe()
            ctx.exit(PIPE_CLOSED)
        except SettingsError as e:
            raise click.UsageError(str(e)) from None
        except OnrecordError as e:
            progress.complain(str(e))
            ctx.exit(1)
        return result


def _leave_pipe() -> None:
    """What is left in the buffer goes nowhere, or Python would complain of the closed pipe at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def reading_options(command: Command) -> Command:
    """The options that fill Settings: the one bridge from the command line to it."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option("--fast", is_flag=True, help="The smaller model: quicker, less exact."),
    click.option(
        "--nested/--no-nested", default=DEFAULT.nested, help="Also read what is attributed inside a quotation. [default: on]"
    ),
    click.option(
        "--workers", type=int, metavar="N", help=f"Processes; 0 is one a core. [default: 1, or 0 for {MANY} inputs and more]"
    ),
    click.option("--column", default=DEFAULT.column, show_default=True, help="The column of CSV or JSONL that holds the text."),
    click.option("--max-bytes", type=int, default=DEFAULT.max_bytes, show_default=True, help="The largest input."),
    click.option(
        "--max-text", type=int, default=DEFAULT.max_text, show_default=True, help="The longest document read, in characters."
    ),
    click.option(
        "--timeout", type=float, default=DEFAULT.timeout, show_default=True, metavar="SECONDS", help="Patience with a URL."
    ),
    click.option("--allow-private", is_flag=True, help="Also fetch URLs on this machine's own network."),
)


@click.group(cls=Onrecord, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord", prog_name="onrecord", message="%(prog)s %(version)s")
def main() -> None:
    """What a news story rests on: who said what, through whom, how surely.

    \b
    onrecord read article.html                  a table on the screen
    onrecord read article.html -o report.html   a page to read and mail
    """


@main.command(short_help="Find who says what in articles.")
@click.argument("inputs", nargs=-1, required=True, metavar="X...")
@click.option(
    "--format", "form", type=click.Choice([str(f) for f in Format]), help="By default a table on a terminal, else jsonl."
)
@click.option(
    "-o", "--output", "to", metavar="FILE", help="Write here; without --format the suffix tells the format. A folder for brat."
)
@click.option("--resume", is_flag=True, help="Go on with -o FILE.jsonl: leave out what it already holds.")
@reading_options
def read(inputs: tuple[str, ...], form: str | None, to: str | None, resume: bool, **options: Any) -> None:
    """Find who says what in X: files (HTML, text, Markdown, PDF), folders, globs, URLs, CSV or JSONL with a text column, - for
    standard input.

    \b
    onrecord read article.html
    onrecord read https://example.org/story -o report.html
    onrecord read articles/ -o readings.jsonl --resume
    onrecord read stories.csv --column body --format csv > attributions.csv
    onrecord read articles/ --format brat -o annotated/
    pbpaste | onrecord read - --format json

    Exit status: 0 all read, 1 some input could not be read (one line for each on standard error), 2 wrong usage.
    """
    from onrecord.workflows import Reader

    chosen = choose(form, to)
    _refuse(inputs, chosen, to, resume)
    skip = done(Path(to)) if resume and to else frozenset()
    settings = Settings(**{**options, "workers": DEFAULT.workers})
    total = progress.count(inputs, settings, skip, up_to=None if progress.watched(to) else MANY)
    reader, tally = Reader(_at_work(settings, options["workers"], total)), progress.Tally()
    with progress.shown(reader.read_all(inputs, skip=skip), total, to) as results:
        write(tally.readings(results), chosen, to, resume=resume)
    if tally.failed:
        click.get_current_context().exit(1)


def _refuse(inputs: tuple[str, ...], form: Format, to: str | None, resume: bool) -> None:
    """What would lose work is stopped before it begins."""
    if resume and (form is not Format.JSONL or to in (None, STDOUT)):
        raise click.UsageError("--resume goes with -o FILE.jsonl")
    if to and to != STDOUT and any(_same(name, to) for name in inputs):
        raise click.UsageError(f"-o {to} would write over an input: name another file")


def _same(name: str, to: str) -> bool:
    with suppress(OSError, ValueError):
        return Path(to).is_file() and Path(to).samefile(name)
    return False


def _at_work(settings: Settings, workers: int | None, total: int | None) -> Settings:
    """As many processes as were asked for; where nobody asked, one a core from MANY inputs on."""
    by_itself = 0 if total is not None and total >= MANY else DEFAULT.workers
    return replace(settings, workers=by_itself if workers is None else workers)
