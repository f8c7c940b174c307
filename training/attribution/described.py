"""Pronouns of people without a name: 'A clerk saw Vell. The clerk ran.' -> 'A clerk saw Vell. He ran.', "He" meaning "clerk".

Corpora of pronouns ask about names (GAP) or are small (GUM); in news every third "he said" is an aide, a witness, somebody's
lawyer. As with names put back to pronouns (pronouns.py), the second "the clerk" is known to be the first "a clerk" without
anybody's annotation, where the page has only one and names none.
"""

import random
from collections.abc import Iterator

from onrecord.models.features import Featurizer, Window
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster
from onrecord.reading.speakers.names import PERSON, Name
from onrecord.reading.speakers.nouns import DETERMINERS, GENDER, HE, POSSESSIVE_PRONOUNS, PREPOSITIONS, SINGULAR
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun
from training.attribution.polnear import Labels
from training.attribution.pronouns import Mentions, People, windowed, written_anew

_INTRODUCE = frozenset(("a", "an", "another")) | POSSESSIVE_PRONOUNS
_NO_PEOPLE = frozenset("is was are were be been as become became becomes like named called of than".split())
_BACK, _ON = 4, 25  # words to a determiner; from a mention to the pronoun that tells its gender
_SHARE, _OF_NAMES = 0.8, 0.3  # of mentions made pronouns
_SURE = 2.0


def described(of: People, featurizer: Featurizer, rng: random.Random) -> Iterator[tuple[Labels, Window]]:
    """A page with some later mentions of who has no name, and some names, made pronouns; a window around each group of them."""
    groups = list(_groups(of, rng))
    if not groups:
        return
    names = [(of.clusters.names[i], of.clusters.at[i]) for i in of.clusters.names if of.clusters.names[i].kind == PERSON]
    nouns = [(name, cluster) for cluster in groups for name in cluster.names]
    mentions: Mentions = dict(sorted({m[0].first: m for m in (*names, *nouns)}.items()))
    chosen = written_anew(of, mentions, rng, lambda cluster: _SHARE if cluster.kind == SOMEBODY else _OF_NAMES)
    if any(cluster.kind == SOMEBODY for _, cluster, _ in chosen.values()):
        yield from windowed(of, mentions, chosen, featurizer)


def _groups(of: People, rng: random.Random) -> Iterator[Cluster]:
    """People of the page that are introduced by "a", "his", and have no name: each a cluster of the noun's mentions."""
    page = of.page
    heads: dict[str, list[int]] = {}
    for i, word in enumerate(page.words):
        if word.islower() and is_person_noun(word):
            heads.setdefault(word, []).append(i)
    for noun, at in heads.items():
        starts = [_start(page, i) for i in at]
        opens = [page.low[s] if s is not None else "" for s in starts]
        apart = sum(o in _INTRODUCE for o in opens) == 1 and opens[0] in _INTRODUCE  # one only, and first
        if not apart or any(_is_named(of, s if s is not None else i, i) for s, i in zip(starts, at, strict=True)):
            continue
        cluster = Cluster(SOMEBODY)
        cluster.names = [
            Name(PERSON, s, i, (noun,), ())
            for s, i, o in zip(starts, at, opens, strict=True)
            if s is not None and (o in _INTRODUCE or (o == "the" and s == i - 1))
        ]
        cluster.hear(GENDER.get(noun) or _heard(of, at) or rng.choice("fm"), _SURE)
        yield cluster


def _start(page: Page, head: int) -> int | None:
    """The determiner of a noun whose phrase ends with it."""
    after = page.at(head + 1)
    if after == "-" or (after[:1].isalpha() and is_person_noun(after)):
        return None
    for i in range(head - 1, max(-1, head - 1 - _BACK), -1):
        if page.low[i] in DETERMINERS | POSSESSIVE_PRONOUNS or page.low[i] == "another":
            return i
        if not page.words[i].isalpha() or page.low[i] in PREPOSITIONS or page.is_capital(i):
            return None
    return None


def _is_named(of: People, first: int, head: int) -> bool:
    """'a lawyer, Ida Vell', 'Vell, a lawyer', 'was a lawyer', 'the lawyer Vell': who may be somebody with a name."""
    page, at = of.page, of.clusters.at
    if page.at(first - 1) in _NO_PEOPLE:
        return True
    before = first - 2 if page.at(first - 1) in (",", "(", "—", "–", "and") else first - 1
    after = head + 2 if page.at(head + 1) in (",", "(", "—", "–", "named", ":") else head + 1
    return before in at or after in at or page.is_capital(after)


def _heard(of: People, heads: list[int]) -> str:
    """The gender of the first "he" or "she" after a mention, nobody named between."""
    page = of.page
    for head in heads:
        for i in range(head + 1, min(head + _ON, len(page.low))):
            if i in of.clusters.at:
                break
            if page.low[i] in SINGULAR:
                return "m" if page.low[i] in HE else "f"
    return ""
