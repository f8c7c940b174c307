"""Options that several commands take, and what they come to."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from onrecord.settings import Settings

MANY = 8
"""Inputs from which on every core is used, where --workers does not say."""
DEFAULT = Settings()

Command = TypeVar("Command", bound=Callable[..., None])


def reading_options(command: Command) -> Command:
    """The options that fill Settings: the one bridge from the command line to it."""
    return _with(_READING + _LOADING, command)


def loading_options(command: Command) -> Command:
    """Those of them that tell how inputs are loaded, for commands that do not read what is said in them."""
    return _with(_LOADING, command)


def _with(options: "tuple[Callable[[Command], Command], ...]", command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


_READING = (
    click.option("--fast", is_flag=True, help="The smaller model: quicker, less exact."),
    click.option(
        "--nested/--no-nested", default=DEFAULT.nested, help="Also read what is attributed inside a quotation. [default: on]"
    ),
)
_LOADING = (
    click.option(
        "--workers", type=int, metavar="N", help=f"Processes; 0 is one a core. [default: 1, or 0 for {MANY} inputs and more]"
    ),
    click.option("--column", default=DEFAULT.column, show_default=True, help="The column of CSV or JSONL that holds the text."),
    click.option("--max-bytes", type=int, default=DEFAULT.max_bytes, show_default=True, help="The largest input."),
    click.option(
        "--timeout", type=float, default=DEFAULT.timeout, show_default=True, metavar="SECONDS", help="Patience with a URL."
    ),
    click.option("--allow-private", is_flag=True, help="Also fetch URLs on this machine's own network."),
)


class Greedy(click.Command):
    """A command whose --against takes every name that follows it: '--against a b -o c' -> '--against a --against b -o c'."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, spread(args, AGAINST))


AGAINST = "--against"


def spread(args: Sequence[str], name: str) -> list[str]:
    """(['x', '--against', 'a', 'b', '--fast'], '--against') -> ['x', '--against', 'a', '--against', 'b', '--fast']."""
    out: list[str] = []
    taking = False
    for n, arg in enumerate(args):
        if arg == "--":
            return [*out, *args[n:]]
        if arg.startswith("-") and arg != "-":
            taking = arg.partition("=")[0] == name
            out += [arg] if arg != name else []
        else:
            out += [name, arg] if taking else [arg]
    # Nothing after it: click says what is missing.
    return [*out, name] if args and args[-1] == name else out


def refuse_to_write_over(inputs: Sequence[str], to: str | None) -> None:
    if to and to != "-" and any(same(name, to) for name in inputs):
        raise click.UsageError(f"-o {to} would write over an input: name another file")


def same(name: str, to: str) -> bool:
    """Whether two names are of one file that is there."""
    with suppress(OSError, ValueError):
        return Path(to).is_file() and Path(to).samefile(name)
    return False


def at_work(settings: Settings, workers: int | None, total: int | None) -> Settings:
    """As many processes as were asked for; where nobody asked, one a core from MANY inputs on."""
    by_itself = 0 if total is not None and total >= MANY else DEFAULT.workers
    return replace(settings, workers=by_itself if workers is None else workers)
