"""Named entities: the tags of the entity head -> names with their kind, as runs of words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from onrecord.models.bodies import BODIES
from onrecord.models.decoding import Floats, runs
from onrecord.models.features import Features
from onrecord.models.name_bounds import mended

KINDS = ("PER", "ORG", "LOC", "MISC")  # CoNLL-2003's: people, organisations, places, other names
ENTITY_TAGS = 1 + 2 * len(KINDS)
Key: TypeAlias = tuple[tuple[int, ...], ...]  # a name as word pieces, so without case
_KNOWN, _NEVER = 0.7, 1e3  # votes for what the world knows, a mention; against what cannot be
_UPPER = 2  # a class of text.words.shape
_SURE, _MOST, _AGAIN = 1.5, 0.6, 0.6  # votes that make a name sure, their share; sureness of a name found again
_CAPITALS = frozenset((1, 2, 3, 4))  # classes of text.words.shape
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


def agreed(features: Features, found: Sequence[Entity], text: str) -> list[Entity]:
    """Names of one text, each of one kind throughout: 'Miramar' once a person and twice a place -> three times a place.

    Their bounds are mended first. A name goes by the kind that its mentions, and what the world knows of it, make likeliest
    together (sums of sureness). A name found for sure is found again where it stands in capitals and no other name overlaps.
    """
    taken = {i for e in found for i in e.words}
    found = [replace(e, words=w) for e in found for w in mended(text, features, e.kind, e.words, taken)]
    alone = {(e.kind, _key(features, e.words)) for e in found}
    found = [replace(e, words=w) for e in found for w in _parted(text, features, e, alone)]
    votes: dict[Key, dict[str, float]] = defaultdict(lambda: dict.fromkeys(KINDS, 0.0))
    for e in found:
        given = votes[_key(features, e.words)]
        given[e.kind] += e.sureness
        given["ORG"] += _KNOWN * (_spelled(text, features, e.words) in BODIES)
        given["PER"] -= _NEVER * _is_short_form(text, features, e.words)
    kinds = {key: max(held, key=held.__getitem__) for key, held in votes.items()}
    out = [replace(e, kind=kinds[_key(features, e.words)]) for e in found]
    taken = {i for e in found for i in e.words}
    sure = {key: k for key, k in kinds.items() if votes[key][k] >= max(_SURE, _MOST * sum(votes[key].values()))}
    return sorted([*out, *_again(features, sure, taken)], key=lambda e: e.words)


def _again(features: Features, sure: Mapping[Key, str], taken: set[int]) -> Iterator[Entity]:
    lengths = sorted({len(key) for key in sure}, reverse=True)
    i = 0
    while i < len(features.words):
        for n in lengths if features.shape[i] in _CAPITALS else ():
            words = tuple(range(i, min(i + n, len(features.words))))
            kind = sure.get(_key(features, words))
            if kind is not None and taken.isdisjoint(words) and not _goes_on(features, words):
                yield Entity(kind, words, _AGAIN)
                i = words[-1]
                break
        i += 1


def _goes_on(features: Features, words: tuple[int, ...]) -> bool:
    """Whether the capitals go on before or after, as in a longer name: 'Halden Bridge' is not Halden."""
    around = [i for i in (words[0] - 1, words[-1] + 1) if 0 <= i < len(features.words)]
    own = features.paragraph[words[0]]
    return any(features.shape[i] in _CAPITALS and features.paragraph[i] == own for i in around)


def _parted(text: str, features: Features, e: Entity, alone: Set[tuple[str, Key]]) -> list[tuple[int, ...]]:
    """'Carrier and Ford' -> two names, if one of them stands alone elsewhere in the text; 'Marks and Spencer' is one."""
    for n, i in enumerate(e.words[1:-1], 1):
        if text[slice(*features.words[i])] == "and":
            left, right = e.words[:n], e.words[n + 1 :]
            if {(e.kind, _key(features, left)), (e.kind, _key(features, right))} & alone:
                return [left, *_parted(text, features, replace(e, words=right), alone)]
    return [e.words]


def _is_short_form(text: str, features: Features, words: Sequence[int]) -> bool:
    """'the Halden Housing Board (HHB)': no person."""
    start, end = features.words[words[0]][0], features.words[words[-1]][1]
    alone = len(words) == 1 and features.shape[words[0]] == _UPPER and words[0] > 1
    return alone and text[:start].rstrip()[-1:] == "(" and text[end:].lstrip()[:1] == ")"


def _spelled(text: str, features: Features, words: Sequence[int]) -> str:
    """As written, in small letters, one blank for many."""
    return " ".join(text[features.words[words[0]][0] : features.words[words[-1]][1]].lower().split())


def _key(features: Features, words: Sequence[int]) -> Key:
    return tuple(tuple(features.pieces[i]) for i in words)
