"""onrecord check, find, index: do the documents say what the article quotes?"""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.errors import InputError
from onrecord.records import Check, Document, Label
from onrecord.settings import Settings
from onrecord.views import progress
from onrecord.views.findings import check_writer
from onrecord.views.options import (
    AGAINST,
    DEFAULT,
    Command,
    Greedy,
    at_work,
    loading_options,
    reading_options,
    refuse_to_write_over,
)
from onrecord.views.output import OutputError, chosen, deliver, told
from onrecord.views.shapes import SHAPE_SUFFIXES, Shape

if TYPE_CHECKING:
    from onrecord.matching import Index
    from onrecord.workflows.checker import Found


def against_option(command: Command) -> Command:
    told = "The documents to look in: files, folders, globs, URLs, tables, or an index that `onrecord index` made."
    return click.option(AGAINST, multiple=True, required=True, metavar="PATH...", help=told)(command)


def output_options(command: Command) -> Command:
    told = "Write here; without --format the suffix tells the format."
    command = click.option("-o", "--output", "to", metavar="FILE", help=told)(command)
    told = "By default a table on a terminal, else json."
    return click.option("--format", "form", type=click.Choice([str(f) for f in Shape]), help=told)(command)


@click.command(cls=Greedy, short_help="Check an article's quotations against documents.")
@click.argument("articles", nargs=-1, metavar="ARTICLE...")
@against_option
@output_options
@click.option(
    "--fail-on", type=click.IntRange(1, 4), metavar="N", help="End with 1 if a quotation has severity N or more (1 to 4)."
)
@reading_options
def check(
    articles: tuple[str, ...], against: tuple[str, ...], form: str | None, to: str | None, fail_on: int | None, **options: Any
) -> None:
    """Find every quotation of ARTICLE in the documents given, and name what differs: a number, a "not", a name, words left out.

    \b
    onrecord check article.html --against statement.pdf
    onrecord check article.html --against transcripts/ press/ -o findings.html
    onrecord check drafts/*.html --against press.idx --fail-on 3
    onrecord check article.html --against https://example.org/speech --format json

    Severity: 0 nothing changed, 1 slight, 2 notable, 3 serious or not found in the documents given, 4 says something else.
    Whether anybody ever said so, no search can tell.

    Exit status: 0 done, 1 some input could not be read or --fail-on was met, 2 wrong usage.
    """
    from onrecord.workflows import Checker, Reader

    shape = _shape(form, to)
    _need_articles(articles, against)
    refuse_to_write_over((*articles, *against), to)
    run, settings = _Run(fail_on), Settings(**{**options, "workers": DEFAULT.workers})
    total = progress.count(articles, settings)
    reader = Reader(at_work(settings, options["workers"], total))
    checker = Checker(run.hold(against, settings, options["workers"]), reader)
    with progress.shown(checker.check_all(articles), total, to, "checking") as results:
        deliver(run.passed(results), check_writer(shape), to, for_eyes=shape is Shape.TABLE)
    run.end()


@click.command(cls=Greedy, short_help="Look up one passage in documents.")
@click.argument("words")
@against_option
@output_options
@loading_options
def find(words: str, against: tuple[str, ...], form: str | None, to: str | None, **options: Any) -> None:
    """Find WORDS in the documents given: where they stand, and what differs there.

    \b
    onrecord find "we will not close the mill" --against transcripts/
    onrecord find "we will not close the mill" --against press.idx --format json

    Exit status: 0 found, 1 not found or some document could not be read, 2 wrong usage.
    """
    from onrecord.workflows import Checker

    shape = _shape(form, to)
    refuse_to_write_over(against, to)
    run, settings = _Run(), Settings(**{**options, "workers": DEFAULT.workers})
    found = Checker(run.hold(against, settings, options["workers"])).find(words)
    deliver([found], check_writer(shape), to, for_eyes=shape is Shape.TABLE)
    run.end(missing=found.documents if found.findings[0].verdict is Label.NOT_FOUND else None)


@click.command(short_help="Keep an index of documents in a file.")
@click.argument("inputs", nargs=-1, required=True, metavar="X...")
@click.option("-o", "--output", "to", metavar="FILE", required=True, help="The index: made, or added to where it is one.")
@loading_options
def index(inputs: tuple[str, ...], to: str, **options: Any) -> None:
    """Keep an index of the documents in X (files, folders, globs, URLs, tables), so that later checks begin at once.

    \b
    onrecord index transcripts/ press/ -o press.idx
    onrecord index today/ -o press.idx                     adds what is new
    onrecord check article.html --against press.idx

    Exit status: 0 done, 1 some input could not be read, 2 wrong usage.
    """
    refuse_to_write_over(inputs, to)
    run, settings = _Run(), Settings(**{**options, "workers": DEFAULT.workers})
    new, held = run.keep(inputs, to, settings, options["workers"])
    if held:
        click.echo(f"{to}: {held:,} document{'s' * (held != 1)}, {new:,} new")
    run.end()


_BEFORE_OUTPUT = ""  # no table runs over the screen yet that a bar would disturb


class _Run:
    """What a command tells of its inputs, and how it ends. fail_on: the severity from which on it ends with 1."""

    def __init__(self, fail_on: int | None = None) -> None:
        self._fail_on, self._grave = fail_on, 0
        self._tally = progress.Tally()

    def hold(self, against: Iterable[str], settings: Settings, workers: int | None) -> "tuple[Index, ...]":
        """Names -> the indexes to search; a line for each document that cannot be read."""
        from onrecord.matching.index import is_index
        from onrecord.workflows import hold

        loose = [name for name in against if not is_index(name)]
        total = progress.count(loose, settings) if loose else 0
        wanted = at_work(settings, workers, total)
        return hold(against, wanted, lambda found: self._documents(found, total))

    def keep(self, inputs: Iterable[str], to: str, settings: Settings, workers: int | None) -> tuple[int, int]:
        """Inputs -> an index in a file: how many documents were new, and how many it holds."""
        from onrecord.matching import Index
        from onrecord.matching.index import is_index
        from onrecord.workflows import documents

        path = Path(to)
        if path.exists() and not is_index(path):
            raise OutputError(path, "is there and is no index of onrecord")
        total = progress.count(inputs, settings)
        found = self._documents(documents(inputs, at_work(settings, workers, total)), total)
        first = next(found, None)
        if first is None:
            return 0, 0
        with told(path):
            if path.exists():
                held = Index.open(path)
                return held.add(chain([first], found)), len(held)
            held = Index.build(chain([first], found), path)
        return len(held), len(held)

    def _documents(self, found: "Iterable[Found]", total: int | None) -> Iterator[Document]:
        with progress.shown(found, total, _BEFORE_OUTPUT, "indexing") as results:
            yield from self._tally.read(results)

    def passed(self, results: "Iterable[Check | InputError]") -> Iterator[Check]:
        """Checks, as they pass; those that could not be read are told of, those that are grave counted."""
        for check in self._tally.read(results):
            if self._fail_on is not None:
                self._grave += sum((f.severity or 0) >= self._fail_on for f in check.findings)
            yield check

    def end(self, *, missing: int | None = None) -> None:
        """Ends the command with 1 where something failed, was found too grave, or is in none of so many documents."""
        if self._grave:
            progress.complain(f"{self._grave} quotation{'s' * (self._grave != 1)} of severity {self._fail_on} or more")
        if missing is not None:
            progress.complain(f"not found in the {missing:,} document{'s' * (missing != 1)} searched")
        if self._tally.failed or self._grave or missing is not None:
            click.get_current_context().exit(1)


def _shape(form: str | None, to: str | None) -> Shape:
    return chosen(form, to, SHAPE_SUFFIXES, Shape.TABLE, Shape.JSON)


def _need_articles(articles: tuple[str, ...], against: tuple[str, ...]) -> None:
    if not articles:
        hint = f": name it before {AGAINST}, which takes every name that follows" if len(against) > 1 else ""
        raise click.UsageError(f"Missing argument 'ARTICLE...'{hint}.")
