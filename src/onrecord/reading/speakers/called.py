"""Descriptions that nothing introduced ("the company", "the Norwegian", "her client"), led back by what is spoken of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.reading.speakers.agreement import BODY, PERSON
from onrecord.reading.speakers.antecedents import is_subject
from onrecord.reading.speakers.descriptions import is_worded_outlet, may_be_called
from onrecord.reading.speakers.given import GIVEN
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster, Clusters
from onrecord.reading.speakers.nouns import CALLED, GENDER
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun
from onrecord.reading.speakers.phrases import Phrase
from onrecord.reading.speakers.synonyms import INSTITUTIONS, TRADES

Found = tuple[Cluster, float]
_NEIGHBOUR, _UNSURE = 0.7, 0.6
_LEADING = 2  # paragraphs, the title among them
_ORIGINS = ("an", "ish", "ese", "ic")
_ANY_BODY = frozenset("company firm group organization organisation club charity bank corporation business retailer".split())
_PARENTS = frozenset("mum mom mother dad father grandmother grandfather".split())
_LAWYERS = frozenset("lawyer attorney counsel solicitor barrister defender".split())
_ELDERS, _CHILDREN = frozenset("mother father mum mom dad parent".split()), frozenset("son daughter child".split())
_OF_WHOM = {  # what one is called by whom: "her client", said by a lawyer
    "client": _LAWYERS,
    **dict.fromkeys(_CHILDREN, _ELDERS),
    **dict.fromkeys(_ELDERS, _CHILDREN),
    **dict.fromkeys(("brother", "sister"), frozenset(("brother", "sister"))),
    "wife": frozenset(("husband",)),
    "husband": frozenset(("wife",)),
    "girlfriend": frozenset(("boyfriend",)),
    "boyfriend": frozenset(("girlfriend",)),
}
_OWN = frozenset("his her their my our".split())


@dataclass(slots=True)
class Called:
    """Called(page, clusters, recent, bodies, spoke).found(of): the walk's own lists, read as they are when it asks.

    recent, bodies: persons, and bodies, mentioned so far, the last at the end; spoke: who spoke, the last first.
    """

    page: Page
    clusters: Clusters
    recent: dict[Cluster, None]
    bodies: dict[Cluster, None]
    spoke: Sequence[Cluster]

    def found(self, of: Phrase) -> Found | None:
        """A description with "the" -> whom it may be for, and how surely; None without anybody apt."""
        noun = self.page.low[of.head]
        if self._is_aged(of) or self._is_parent(of):
            return _sure(self._of_age(of), _NEIGHBOUR)
        if self._is_origin(of):
            return _sure(self._last_person(of.first), _NEIGHBOUR)
        body = self._body(noun, of.first) if noun in CALLED | TRADES | INSTITUTIONS and self._is_bare(of) else None
        if body is None and is_person_noun(noun):
            return _sure(self._only_person(of), _UNSURE)
        return body

    def _is_bare(self, of: Phrase) -> bool:
        """'the company', 'the Swedish company'; not 'the water company', which says what it is."""
        between = range(of.first + 1, of.head)
        return all(self.page.is_capital(i) or not self.page.words[i][0].isalpha() for i in between)

    def client(self, of: Phrase) -> Found | None:
        """'her client', said by "Vell's lawyer" or "his lawyer": Vell, or whoever "he" is; "her son", said by "his mother"."""
        noun = self.page.low[of.head]
        said_by = _OF_WHOM.get(noun)
        if said_by is None or of.start not in _OWN or of.last != of.first + 1:
            return None
        among = self.spoke if noun == "client" else self.spoke[:1]
        other = next((c for c in among if c.basis is not None and c.roles & said_by), None)
        if other is None or other.basis is None:
            return None
        first, last = other.basis
        named = (c for i in range(first, last + 1) if (c := self.clusters.at.get(i)) is not None and c is not other)
        meant = (c for c in self.recent if (first, first) in c.places)
        gender = GENDER.get(noun, "")
        apt = (c for c in (*named, *meant) if c.kind in (PERSON, SOMEBODY) and (not gender or c.fits(gender)))
        return _sure(next(apt, None), _NEIGHBOUR)

    def _is_origin(self, of: Phrase) -> bool:
        """'the Norwegian': one who is being spoken of."""
        head = self.page.low[of.head]
        if is_person_noun(head):
            return False
        return of.last - of.first == 1 and self.page.is_capital(of.head) and head.endswith(_ORIGINS)

    def _is_aged(self, of: Phrase) -> bool:
        """'the 29-year-old'"""
        return self.page.low[of.head] == "old" and "year" in of.modifiers

    def _is_parent(self, of: Phrase) -> bool:
        """'the mother-of-two'"""
        return self.page.low[of.head] in _PARENTS and self.page.at(of.head + 1) == "-" and self.page.at(of.head + 2) == "of"

    def _of_age(self, of: Phrase) -> Cluster | None:
        """Who is said to be so old; else who was mentioned last, just before, and is said to be no other age."""
        age, gender = next((m for m in of.modifiers if m.isdigit()), ""), GENDER.get(self.page.low[of.head], "")
        known = {c: self._age(c) for c in self.clusters.all if c.kind == PERSON}
        told = [c for c in known if age and known[c] == age]
        if len(told) == 1:
            return told[0]
        inside = {self.clusters.at.get(i) for i in of.words}
        apt = [
            c for c in reversed(self.recent) if c.kind == PERSON and c not in inside and c.gender in ("", gender or c.gender)
        ]
        near = (c for c in apt if is_near(self.page, c, of.first, 2) and not (age and known.get(c)))
        last = self._last_person(of.first)
        return last if last is not None and last in apt and not (age and known.get(last)) else next(near, None)

    def _age(self, cluster: Cluster) -> str:
        """'Ida Vell, 43,' -> '43'"""
        after = (n.last + 1 for n in cluster.names)
        return next((self.page.at(i + 1) for i in after if self.page.at(i) == "," and self.page.at(i + 1).isdigit()), "")

    def _last_person(self, i: int) -> Cluster | None:
        """Who spoke last, here or in the two sentences before."""
        return next((c for c in self.spoke[:2] if c.kind == PERSON and is_near(self.page, c, i, 2)), None)

    def _only_person(self, of: Phrase) -> Cluster | None:
        """'The novelist', right below a title that names one person and says nothing of what she is."""
        inside = {self.clusters.at.get(i) for i in of.words}  # "the minister of Keld"
        people = [c for c in self.recent if c.kind == PERSON and c not in inside]
        near = self.page.paragraph[of.first] == 1 and len(people) == 1 and not people[0].roles
        return people[0] if near else None

    def _body(self, noun: str, i: int) -> Found | None:
        """'the company': a body named shortly before, or the one that the story is about."""
        main = self._main(noun)
        near = (b for b in islice(reversed(self.bodies), 3) if main is None or is_subject(self.page, *b.places[-1]))
        close = _first(b for b in near if is_near(self.page, b, i, 2) and may_be_called(b, noun)) or self._new_body(noun, i)
        return _sure(close, _NEIGHBOUR) or _sure(main, _UNSURE)

    def _new_body(self, noun: str, i: int) -> Cluster | None:
        """'Lumora has apologised. The company said': one word that opened the sentence before; nothing makes it a person."""
        last = next(reversed(self.recent), None)
        if noun not in TRADES or last is None or last.kind != PERSON or not is_near(self.page, last, i):
            return None
        name = last.names[0] if last.names else None
        if name is None or name.is_full or name.key[0] in GIVEN or last.roles or last.gender or name.titles:
            return None
        if not is_subject(self.page, *last.places[-1]):
            return None
        last.kind = BODY
        return last

    def _main(self, noun: str) -> Cluster | None:
        """The one body named in the first two paragraphs that may be called so."""
        main = [b for b in self.bodies if noun in _ANY_BODY and is_leading_body(self.page, b) and may_be_called(b, noun)]
        return main[0] if len(main) == 1 else None


def is_leading_body(page: Page, body: Cluster) -> bool:
    """Whether it is a body, no outlet, named in the first two paragraphs."""
    apt = body.kind == BODY and not is_worded_outlet(body)
    return apt and any(page.paragraph[n.first] < _LEADING for n in body.names)


def is_near(page: Page, cluster: Cluster, i: int, sentences: int = 1) -> bool:
    """Whether the last mention before word i stands so few sentences before it."""
    before = [p for p in cluster.places[-4:] if p[0] < i]
    return bool(before) and page.sentence[i] - page.sentence[before[-1][0]] <= sentences


def _first(clusters: Iterable[Cluster]) -> Cluster | None:
    return next(iter(clusters), None)


def _sure(cluster: Cluster | None, confidence: float) -> Found | None:
    return (cluster, confidence) if cluster is not None else None
