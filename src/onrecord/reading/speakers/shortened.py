"""Two names that are one body's: 'Holm Capital ... Holm declined to comment' -> Holm Capital."""

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from onrecord.reading.speakers.agreement import PERSON, Name
from onrecord.reading.speakers.nouns import BODIES, OUTLET_WORDS
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.surroundings import is_dateline

_WITHIN = frozenset("in near outside around across throughout into".split())
_MOST_WORDS = 2  # that the short form leaves out
_NO_OWN = BODIES | OUTLET_WORDS  # "the Halden Post", "Cawdon Town": what stands before is a place


class Gathered(Protocol):
    """What is looked at of a cluster."""

    @property
    def kind(self) -> str: ...
    @property
    def names(self) -> list[Name]: ...


def short_forms(page: Page, clusters: Iterable[Gathered], sources: Collection[int]) -> Iterator[tuple[Name, Name]]:
    """(a name of the body, its short form): the first words of one body's name alone, where they speak and name no place."""
    held = list(clusters)
    full: dict[str, list[Name]] = {}
    for name in (n for c in held if c.kind != PERSON for n in c.names if n.is_full and n.key[-1] not in _NO_OWN):
        full.setdefault(name.key[0], []).append(name)
    people = {w for c in held if c.kind == PERSON for n in c.names if n.is_full for w in (n.key[0], n.key[-1])}
    for cluster in held:
        short = cluster.names[0]
        long = {n.key: n for n in full.get(short.key[0], ()) if _begins_with(n.key, short.key)}
        alone = all(n.key == short.key and not n.titles for n in cluster.names) and short.key[-1] not in people
        if len({key[: len(short.key) + 1] for key in long}) == 1 and alone and _speaks(page, cluster.names, sources):
            yield next(iter(long.values())), short


def _begins_with(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return 0 < len(long) - len(short) <= _MOST_WORDS and long[: len(short)] == short


def _speaks(page: Page, names: Iterable[Name], sources: Collection[int]) -> bool:
    """'Holm declined'; not 'in Holm', 'HOLM, 3 May --'."""
    placed = any(page.at(n.first - 1) in _WITHIN or is_dateline(page, n.first, n.last) for n in names)
    return not placed and any(n.first in sources for n in names)
