"""onrecord audit: what does a story rest on, and what would an editor have a second look at?"""

from typing import Any

import click

from onrecord.settings import Settings
from onrecord.views import progress
from onrecord.views.audits import audit_writer
from onrecord.views.options import DEFAULT, MANY, at_work, reading_options, refuse_to_write_over
from onrecord.views.output import chosen, deliver
from onrecord.views.shapes import SHAPE_SUFFIXES, Shape


def _list_rules(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from onrecord.views.audits import rules

        for piece in rules.write():
            click.echo(piece, nl=False)
        ctx.exit()


@click.command(short_help="Tell what a story rests on, by the rules of editors.")
@click.argument("inputs", nargs=-1, required=True, metavar="X...")
@click.option(
    "--format", "form", type=click.Choice([str(f) for f in Shape]), help="By default a table on a terminal, else json."
)
@click.option("-o", "--output", "to", metavar="FILE", help="Write here; without --format the suffix tells the format.")
@click.option("--rules", is_flag=True, is_eager=True, expose_value=False, callback=_list_rules, help="List the rules and exit.")
@reading_options
def audit(inputs: tuple[str, ...], form: str | None, to: str | None, **options: Any) -> None:
    """Tell what the stories in X rest on: which sources, named or not, with how many words each, through whom, and what the
    rules of editors would have a second look at. X is what `onrecord read` takes.

    \b
    onrecord audit article.html
    onrecord audit article.html -o audit.html
    onrecord audit articles/ --format csv > sources.csv
    onrecord audit --rules

    A rule shows what the text has ("one source found for “experts”: Ida Vell"). Whether that is amiss, you decide.

    Exit status: 0 all read, 1 some input could not be read (one line for each on standard error), 2 wrong usage.
    """
    from onrecord.workflows import Reader, audit_all

    shape = chosen(form, to, SHAPE_SUFFIXES, Shape.TABLE, Shape.JSON)
    refuse_to_write_over(inputs, to)
    settings = Settings(**{**options, "workers": DEFAULT.workers})
    total = progress.count(inputs, settings, up_to=None if progress.watched(to) else MANY)
    reader, tally = Reader(at_work(settings, options["workers"], total)), progress.Tally()
    with progress.shown(audit_all(reader.read_all(inputs)), total, to, "auditing") as results:
        deliver(tally.read(results), audit_writer(shape), to, for_eyes=shape is Shape.TABLE)
    if tally.failed:
        click.get_current_context().exit(1)
