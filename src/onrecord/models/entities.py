"""Named entities: the tags of the entity head -> names with their kind, as runs of words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.models.decoding import Floats, runs

KINDS = ("PER", "ORG", "LOC", "MISC")  # CoNLL-2003's: people, organisations, places, other names
ENTITY_TAGS = 1 + 2 * len(KINDS)
INSIDE = slice(2, None, 2)  # the tags that go on with a name


@dataclass(frozen=True, slots=True)
class Entity:
    """A name: 'said Ana Mikkelsen of Radio Pell' -> Entity("PER", (1, 2), .99), Entity("ORG", (4, 5), .97).

    words: numbers of its words. sureness: the mean posterior of its kind over them, 0 to 1.
    """

    kind: str
    words: tuple[int, ...]
    sureness: float


def entities(tags: Sequence[int], posterior: Floats) -> list[Entity]:
    """The tags of one window and their posterior (W, 9) -> its names, in order."""
    out = []
    for k, kind in enumerate(KINDS):
        begin = 1 + 2 * k
        for run in runs(tags, begin):
            sure = float(np.mean(posterior[run, begin : begin + 2].sum(1)))
            out.append(Entity(kind, tuple(run), sure))
    return sorted(out, key=lambda e: e.words)
