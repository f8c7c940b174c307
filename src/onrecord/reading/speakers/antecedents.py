"""Whom "he" or "she" means: candidates weighed by named features, each a fact one can point at.

'Ida Vell met Leo Brandt. She left.' -> Ida Vell .97. Log-linear ranking with "none of them" as one more candidate (the mention
ranking of Denis and Baldridge, EMNLP 2008); the weights are fitted by training/speakers on GAP development and GUM train. What
the encoder thinks of a candidate (models/ties) is one feature among them, where the weights of the model have it.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from onrecord.models.ties import Ties
from onrecord.reading.lexicon import reports
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster
from onrecord.reading.speakers.nouns import AUXILIARIES, HE, POSSESSIVE_PRONOUNS, PREPOSITIONS, PRONOUNS, SUBJECT_PRONOUNS
from onrecord.reading.speakers.page import Page

WEIGHTS = Path(__file__).with_name("antecedents.json")
FEATURES = (
    "nearest",
    "second nearest",
    "same sentence",
    "sentence before",
    "two sentences before",
    "log of sentences between",
    "log of candidates between",
    "same paragraph",
    "a subject",
    "first in its sentence",
    "subject of the sentence before",
    "subject as the pronoun is",
    "possessor or object as the pronoun is",
    "a possessor",
    "after a preposition",
    "a pronoun itself",
    "log of mentions so far",
    "share of mentions so far",
    "same gender for sure",
    "gender guessed",
    "gender guessed otherwise",
    "no name",
    "spoke last",
    "spoke last, and the pronoun speaks",
    "spoke before last",
    "quoted unlike the pronoun",
    "quoted as the pronoun is",
    "named in the title or first sentence",
    "object near its own subject",
    "possessed by its own subject",
    "comes after",
    "one of two joined by and",
    "one of several in its sentence",
    "the encoder's log-odds",
    "out of the encoder's sight",
    "nobody, and the pronoun speaks",
    "nobody",
)
_JOINTS = frozenset((",", "and", "but", "that", "“", '"', "‘", "while", "when", "as", "because", "if", "then", ";", ":", "who"))
_OBJECTS = frozenset("him himself herself".split())
_PASTS = frozenset(  # of verbs that do not end in -ed
    "took gave went came became won lost left made got met kept led ran stood sat sent spent fell fought built brought bought"
    " caught began chose drew drove ate flew forgot grew hit laid lay let paid put rose sold set shook shot slept spoke struck"
    " swam taught threw wore broke blew bore beat wept rang hung fled quit cut".split()
)
_FAR = 6
_WITH_THE_FLOOR = 0.0  # set by hand


@dataclass(frozen=True, slots=True)
class Scene:
    """What surrounds a pronoun: its word, who spoke before it (the last first), whether it speaks, what the encoder sees."""

    page: Page
    word: int
    spoke: tuple[Cluster, ...] = ()
    speaks: bool = False
    ties: Ties | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest candidate, None for nobody, with its probability."""

    cluster: Cluster | None
    confidence: float


def choose(scene: Scene, candidates: Sequence[Cluster]) -> Choice:
    """Candidates (those of the pronoun's gender, nearest first) -> the likeliest."""
    if not candidates:
        return Choice(None, 1.0)
    rows = [*features(scene, candidates), nobody(scene)]
    weights = _weights("words" if scene.ties is None else "words and encoder")
    scores = [sum(w * x for w, x in zip(weights, row, strict=True) if x) for row in rows]
    top = max(scores)
    shares = [math.exp(s - top) for s in scores]
    best = scores.index(top)
    return Choice(candidates[best] if best < len(candidates) else None, shares[best] / sum(shares))


@lru_cache(maxsize=2)
def _weights(kind: str) -> tuple[float, ...]:
    held: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text("utf8"))
    return tuple(held[kind][name] for name in FEATURES)


def nobody(scene: Scene) -> list[float]:
    """The row of "none of them"."""
    return [0.0] * (len(FEATURES) - 2) + [float(scene.speaks), 1.0]


def features(scene: Scene, candidates: Sequence[Cluster]) -> list[list[float]]:
    """Candidates, nearest first -> a row of FEATURES each."""
    places = [_nearest(c, scene.word) for c in candidates]
    total = sum(len(c.places) for c in candidates) or 1
    shared = [scene.page.sentence[p[0]] for p in places]
    successor = _successor(scene, candidates, places) if scene.speaks else None
    if successor is not None:
        scene = replace(scene, spoke=(successor, *scene.spoke))
    return [
        _row(scene, c, places[rank], rank, len(c.places) / total, shared.count(shared[rank]))
        for rank, c in enumerate(candidates)
    ]


def _successor(scene: Scene, candidates: Sequence[Cluster], places: Sequence[tuple[int, int]]) -> Cluster | None:
    """Who has the floor where the last speaker is not in the pronoun's paragraph: its subject, or one new in it, by name."""
    page, last = scene.page, next(iter(scene.spoke), None)
    number = page.paragraph[scene.word]
    near = [(c, p) for c, p in zip(candidates, places, strict=True) if p[0] < scene.word and page.paragraph[p[0]] == number]
    if last is None or any(c is last for c, _ in near):
        return None
    apart = ((c, p) for c, p in near if not page.quoted[p[0]] and c.kind != SOMEBODY)
    return next((c for c, p in apart if is_subject(page, *p) or page.paragraph[c.places[0][0]] == number), None)


def _nearest(cluster: Cluster, word: int) -> tuple[int, int]:
    """The last mention before a word; where there is none, one that begins with it ("her lawyer") or the first after it."""
    before = [p for p in cluster.places[-_FAR:] if p[0] < word] or [p for p in cluster.places if p[0] < word]
    if before:
        return max(before)
    return (cluster.names[0].first, cluster.names[0].last) if cluster.names else min(cluster.places, default=(word, word))


def _row(scene: Scene, c: Cluster, place: tuple[int, int], rank: int, share: float, beside: int) -> list[float]:
    page, word = scene.page, scene.word
    low = page.low[word]
    between = page.sentence[word] - page.sentence[place[0]]
    after = place[0] > word
    subject = is_subject(page, *place)
    own_subject = low in SUBJECT_PRONOUNS
    own_possessive = low in POSSESSIVE_PRONOUNS and not _ends_phrase(page, word)
    prepositional = page.at(place[0] - 1) in PREPOSITIONS
    gender = "m" if low in HE else "f"
    sure = max(c.masculine, c.feminine) >= 2 and c.gender == gender
    spoke = scene.spoke[:2]
    spoke_last = bool(spoke) and spoke[0] is c
    near = not after and between == 0
    seen = scene.ties.score(word, [p[1] for p in c.places if p[1] != word] or [place[1]]) if scene.ties is not None else None
    return [
        float(rank == 0),
        float(rank == 1),
        float(near),
        float(between == 1),
        float(between == 2),
        math.log1p(max(0, between)),
        math.log1p(rank),
        float(page.paragraph[word] == page.paragraph[place[0]]),
        float(subject),
        float(page.starts_sentence(place[0])),
        float(subject and between == 1),
        float(subject and own_subject),
        float(not subject and not own_subject),
        float(page.is_possessive(place[1])),
        float(prepositional),
        float(page.low[place[0]] in PRONOUNS),
        math.log1p(len(c.places)),
        share,
        float(sure),
        float(not sure and c.gender == gender),
        float(c.gender not in ("", gender)),
        _nameless(c, speaker=spoke_last and scene.speaks),
        float(spoke_last),
        float(spoke_last and scene.speaks),
        float(len(spoke) > 1 and spoke[1] is c and not spoke_last),
        float(page.quoted[place[0]] != page.quoted[word]),
        float(page.quoted[place[0]] and page.quoted[word]),
        float(bool(c.places) and page.sentence[c.places[0][0]] <= 1),
        float(
            near and low in _OBJECTS | {"her"} and not own_possessive and subject and not _joint_between(page, place[1], word)
        ),
        float(near and own_possessive and subject),
        float(after),
        float(page.at(place[1] + 1) == "and" or page.at(place[0] - 1) == "and"),
        float(beside > 1),
        seen if seen is not None else 0.0,
        float(scene.ties is not None and seen is None),
        0.0,
        0.0,
    ]


def _nameless(c: Cluster, *, speaker: bool) -> float:
    """1 for who has no name; little where he has the floor: "An aide said no. She added", which GAP and GUM have no case of."""
    return (_WITH_THE_FLOOR if speaker else 1.0) if c.kind == SOMEBODY else 0.0


def is_subject(page: Page, first: int, last: int) -> bool:
    """Whether a verb seems to follow a mention that no verb or preposition governs."""
    if page.low[first] in PRONOUNS:
        return page.low[first] in SUBJECT_PRONOUNS
    if page.at(first - 1) in PREPOSITIONS or page.is_possessive(last):
        return False
    after = page.at(last + 1)
    if after == ",":  # "An expert for the Crown", "A man who fled"
        return page.starts_sentence(first) or page.at(first - 1) in _JOINTS
    return after in AUXILIARIES or after in _PASTS or reports(after) or (len(after) > 3 and after.endswith(("ed", "s")))


def _ends_phrase(page: Page, word: int) -> bool:
    """'told her.': no noun follows, so that "her" is an object."""
    after = page.at(word + 1)
    return not after[:1].isalnum() or after in PREPOSITIONS or after in ("and", "that", "to", "the", "a", "an", "he", "she")


def _joint_between(page: Page, first: int, last: int) -> bool:
    return any(page.low[i] in _JOINTS for i in range(first + 1, min(last, first + 25)))
