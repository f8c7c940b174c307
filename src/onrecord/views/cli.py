"""onrecord read article.html -> who said what, through whom, how surely.

Commands stay thin: options become Settings, the workflow reads, a format writes. What those need is imported when they run, so
that --help answers at once.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from onrecord.errors import OnrecordError, SettingsError
from onrecord.settings import Settings
from onrecord.views import auditing, checking, progress
from onrecord.views.formats import Format
from onrecord.views.options import DEFAULT, MANY, at_work, reading_options, refuse_to_write_over
from onrecord.views.output import STDOUT, choose, done, write

INTERRUPTED, PIPE_CLOSED = 130, 141  # as a shell reports SIGINT and SIGPIPE


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


def _tell_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        from onrecord.matching import compiled as matching
        from onrecord.text import compiled as text

        loops = "compiled" if matching.kernel and text.kernel else "not compiled"
        click.echo(f"onrecord {version('onrecord')} (inner loops of check: {loops})")
        ctx.exit()


@click.group(cls=Onrecord, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_tell_version, help="Show the version and exit."
)
def main() -> None:
    """What a news story rests on: who said what, through whom, how surely.

    \b
    onrecord read article.html                      who says what, as a table on the screen
    onrecord read article.html -o report.html       a page to read and mail
    onrecord check article.html --against press/    are its quotations right?
    onrecord audit article.html                     whom it rests on, and what an editor's rules point at
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
    reader, tally = Reader(at_work(settings, options["workers"], total)), progress.Tally()
    with progress.shown(reader.read_all(inputs, skip=skip), total, to) as results:
        write(tally.read(results), chosen, to, resume=resume)
    if tally.failed:
        click.get_current_context().exit(1)


def _refuse(inputs: tuple[str, ...], form: Format, to: str | None, resume: bool) -> None:
    """What would lose work is stopped before it begins."""
    if resume and (form is not Format.JSONL or to in (None, STDOUT)):
        raise click.UsageError("--resume goes with -o FILE.jsonl")
    refuse_to_write_over(inputs, to)


for command in (auditing.audit, checking.check, checking.find, checking.index):
    main.add_command(command)
