"""'the president', 'the paper', 'an aide': descriptions, led back to who was introduced so, or new people and things."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.reading.speakers import kinds
from onrecord.reading.speakers.agreement import BODY, PERSON, PLACE
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster, Clusters
from onrecord.reading.speakers.nouns import (
    BODIES,
    COMPANIES,
    DEFINITE,
    DETERMINERS,
    GENDER,
    NUMBERED,
    NUMBERS,
    OFFICES,
    ONES,
    OUTLET_NOUNS,
    OUTLET_WORDS,
    PLACES,
    QUANTIFIERS,
    RELATIVE,
)
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun, singular
from onrecord.reading.speakers.phrases import Phrase
from onrecord.reading.speakers.synonyms import BROADER, INSTITUTIONS, LIKE, TRADES
from onrecord.records import SourceKind

_PARTIES = frozenset("democratic republican libertarian green labour conservative liberal socialist".split())
PORTFOLIOS = frozenset(
    "prime foreign finance defence defense interior home health education justice transport trade energy environment"
    " agriculture culture sports labour labor economy science housing industry development permanent cabinet private press"
    " sporting managing".split()
)
_SAME = {"gop": "republican", "democrat": "democratic"}
_NEW = frozenset("a an no another some many several two three four five other others".split())
_NOT_PEOPLE = frozenset("is was are were be been as become became becomes like".split())
_ANY_BODY = frozenset("agency group organization organisation body company".split())
_TRADING = TRADES | frozenset("website charity fund".split())
_ALONE = frozenset("somebody someone anybody anyone nobody everybody everyone those something anything nothing".split())
_TEXTS = tuple(
    frozenset(group.split())
    for group in (
        "complaint lawsuit suit filing petition indictment affidavit",
        "study paper research trial",
        "letter note memo memorandum message email e-mail",
        "poll survey",
    )
)
_WRITTEN_KINDS = (SourceKind.DOCUMENT, SourceKind.OUTLET)
_TEAMS = frozenset("club team side".split())
_BACK = 5
_HELD = frozenset(  # of these one holds one: a senator is not the president
    "president minister governor mayor senator congressman congresswoman judge justice chairman chairwoman ambassador"
    " commissioner sheriff prosecutor premier chancellor".split()
)
_SAYS_GENDER = 2.0
_ROLE, _NOBODY = 0.8, 0.85


@dataclass(slots=True)
class Descriptions:
    """The descriptions of a page: by_noun has those that no name goes with."""

    page: Page
    clusters: Clusters
    _by_noun: dict[str, list[Cluster]] = field(default_factory=dict)
    _by_role: dict[str, list[Cluster]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for cluster in self.clusters.all:
            own = cluster.roles if cluster.kind == PERSON else cluster.roles | {w for n in cluster.names for w in n.key}
            for role in own:
                self._by_role.setdefault(role, []).append(cluster)

    def start(self, head: int) -> int:
        """The first word of the noun phrase that ends in word `head`."""
        i = head
        if self.page.low[head] in _ALONE:
            return head
        while i > 0 and head - i < _BACK and not self.page.starts_sentence(i):
            if self.page.low[i] in DETERMINERS or self.page.low[i] in QUANTIFIERS or self.page.low[i] in NUMBERS:
                return i
            if not self.page.words[i - 1][0].isalnum() and self.page.at(i - 1) not in ("'", "’", "-"):
                return i
            i -= 1
        return i

    def passing(self, head: int) -> Cluster | None:
        """A person noun met in passing: whoever it is; None where it says what somebody is, or means people at large."""
        first = self.start(head)
        start = self.page.low[first]
        if start not in DETERMINERS or self.page.at(first - 1) in _NOT_PEOPLE or self.clusters.names.get(head + 1):
            return None
        noun = self.page.low[head]
        beside = self.clusters.at.get(head + 2) if self.page.at(head + 1) == "," else None
        if beside is not None and beside.kind == PERSON and noun in beside.roles:
            return beside  # "The host, Dan Frith,": named right after
        named = self._named(noun, frozenset(self.page.low[first + 1 : head])) if start in DEFINITE else None
        return named or self._unnamed(noun, first, head, SourceKind.ROLE, is_new=start in _NEW)

    def speaking(self, of: Phrase) -> tuple[Cluster | None, float]:
        """A source without a name -> its cluster."""
        if of.first < 0:
            return None, 0.0
        noun = self.page.low[of.head]
        kind = kinds.of_phrase(self.page, of)
        if "same" in of.modifiers and (same := self._same(noun)) is not None:
            return same, _ROLE
        definite = of.start in DEFINITE or of.start == noun or (of.modifiers and of.start in of.modifiers)
        if definite and kind not in (SourceKind.GROUP, SourceKind.PUBLIC) and of.start not in _NEW:
            named = self._named(noun, frozenset(of.modifiers), person=is_person_noun(noun), near=of.head)
            if named is not None and not self._is_anothers(of, named):
                return named, _ROLE
        beside = self.clusters.at.get(of.words[-1] + 2) if self.page.at(of.words[-1] + 1) == "," else None
        if beside is not None and beside.kind == PERSON and noun in beside.roles and not of.rest:
            return beside, _ROLE  # "quoting his father, Toni Vell": the source was cut short
        noun = self._of_whom(of)
        return self._unnamed(noun, of.first, of.last, kind, is_new=of.start in _NEW, of=of), _NOBODY

    def _of_whom(self, of: Phrase) -> str:
        """'one of the aides' is none of the guests: what somebody is called by, with those he is one of."""
        noun, rest = self.page.low[of.head], [self.page.low[i] for i in of.rest]
        if noun not in ONES | NUMBERS or rest[:1] != ["of"]:
            return noun
        end = next((k for k, w in enumerate(rest) if k > 1 and (w in RELATIVE or not w[0].isalnum())), len(rest))
        return " ".join((noun, singular(rest[end - 1])))

    def _same(self, noun: str) -> Cluster | None:
        """'The same people told': those last called so, whatever kind they are."""
        known = [c for w in {noun, singular(noun)} for c in self._by_noun.get(w, ()) if c.places]
        return max(known, key=lambda c: c.places[-1], default=None)

    def written(self, noun: str) -> Cluster | None:
        """The text that was called so last."""
        known = (c for c in self._by_noun.get(noun, ()) if c.source_kind is SourceKind.DOCUMENT and c.places)
        return max(known, key=lambda c: c.places[-1], default=None)

    def bearer(self, title: str) -> Cluster | None:
        """'Senator': the one person the text knows by that title or office; None where there are several."""
        people = [c for c in self._by_role.get(title, ()) if c.kind == PERSON]
        return people[0] if len(people) == 1 else None

    def _is_anothers(self, of: Phrase, body: Cluster) -> bool:
        """'Rubio's campaign' is not the Cruz campaign: a name in the description that the body does not have."""
        if body.kind == PERSON:
            return False
        own = body.details.union(*(n.key for n in body.names))
        named = {w for i in range(of.first, of.head) if (c := self.clusters.at.get(i)) for n in c.names for w in n.key}
        return bool(named) and named.isdisjoint(own)

    def together(self, first: int, last: int, words: tuple[int, ...]) -> Cluster:
        """Names joined by "and" -> the group of them, one for the same words."""
        known = self._by_noun.setdefault(" ".join(self.page.low[first : last + 1]), [])
        if not known:
            known.append(Cluster(SOMEBODY, words=(first, last), phrase=words, source_kind=SourceKind.GROUP, is_named=True))
        return known[0]

    def _named(self, noun: str, modifiers: frozenset[str], *, person: bool = True, near: int | None = None) -> Cluster | None:
        """The named one that the text calls so: most details in common, then mentioned last."""
        words = frozenset(_SAME.get(w, w) for w in modifiers - DETERMINERS)

        def apt_of(nouns: Iterable[str]) -> list[Cluster]:
            found = dict.fromkeys(c for w in nouns for c in self._by_role.get(w, ()))
            fit = (c for c in found if (c.kind == PERSON) == person and not _clash(words, c.details))
            return [c for c in fit if not person or not GENDER.get(noun) or c.gender in ("", GENDER[noun])]

        others = LIKE.get(noun, frozenset()) | (BROADER.get(noun, frozenset()) if person else frozenset())
        alike = (c for c in apt_of(others) if person or (words <= c.details and self._is_recent(c, near)))
        apt = apt_of([noun]) or list(alike)
        fit = [c for c in apt if c.places and (near is None or c.places[0][0] < near)]
        if not fit:  # introduced later: only where nobody else is
            return apt[0] if len(apt) == 1 and near is not None and (person or self._is_recent(apt[0], near)) else None
        return max(fit, key=lambda c: (*_shared(words, c.details), max(p for p in c.places if near is None or p[0] < near)))

    def _is_recent(self, cluster: Cluster, near: int | None) -> bool:
        """Whether no other body was mentioned since: "the company" for a Corporation. Or it is only named later, and no other
        stands close before: 'Apple balked when the company ...' is not the Corporation of the next paragraph."""
        if near is None:
            return True
        before = [p[0] for p in cluster.places if p[0] < near]
        since = before[-1] if before else self._sentences_before(near)
        others = (p[0] for c in self.clusters.all if c.kind == BODY and c is not cluster for p in c.places[-_BACK:])
        return not any(since < at < near for at in others)

    def _sentences_before(self, i: int) -> int:
        """The word before the sentence before that of word i."""
        k = i
        while k >= 0 and self.page.sentence[i] - self.page.sentence[k] <= 1:
            k -= 1
        return k

    def _unnamed(
        self, noun: str, first: int, last: int, kind: SourceKind, *, is_new: bool, of: Phrase | None = None
    ) -> Cluster:
        """The one last called so, or a new one."""
        known = self._by_noun.setdefault(singular(noun) if kind is SourceKind.ROLE else noun, [])
        alike = [c for c in known if c.source_kind is kind and not self._is_named_otherwise(first, last, c)]
        if not alike and of is not None and of.start == "the" and not of.modifiers[1:] and kind in _WRITTEN_KINDS:
            alike = self._same_text(noun)
        is_new = is_new or (self.page.low[first] == "those" and self.page.at(last + 1) in RELATIVE)  # "those voters who"
        again = [c for c in alike if c.words == (first, last)]  # one phrase may be the source of several statements
        if again or (alike and not is_new):
            found = (again or alike)[-1]
            if of is not None and not found.phrase:  # met in passing before it spoke
                found.words, found.phrase = (first, last), of.words
            return found
        cluster = Cluster(SOMEBODY, words=(first, last), source_kind=kind)
        if of is not None:
            cluster.phrase = of.words
        cluster.hear(GENDER.get(singular(noun), ""), _SAYS_GENDER)
        known.append(cluster)
        return cluster

    def _is_named_otherwise(self, first: int, last: int, known: Cluster) -> bool:
        """'The Q poll' is not the CNN poll, but may be Quinnipiac's: names in both descriptions, none of them the same.

        Nor is a prime minister the minister.
        """
        ours, theirs = self._capitals(first, last), self._capitals(*(known.words or (0, -1)))
        initials = any(len(w) == 1 and other.startswith(w) for w in ours for other in theirs)
        if self._is_another_body(first, last, known):
            return True
        prime = [
            known.words is not None and "prime" in self.page.low[a : b + 1] for a, b in ((first, last), known.words or (0, 0))
        ]
        return prime[0] != prime[1] or (bool(ours and theirs) and ours.isdisjoint(theirs) and not initials)

    def _is_another_body(self, first: int, last: int, known: Cluster) -> bool:
        """'the statistics office' is not 'Vell's office': both say whose, or what for, and say another."""
        if known.source_kind is not SourceKind.ORGANIZATION or known.words is None:
            return False
        ours, theirs = (
            {w for w in self.page.low[a:b] if w.isalpha() and w != "s"} - DETERMINERS for a, b in ((first, last), known.words)
        )
        return bool(ours and theirs) and ours.isdisjoint(theirs)

    def _capitals(self, first: int, last: int) -> set[str]:
        """Words with a capital that no sentence begins with."""
        words = (i for i in range(first, last + 1) if self.page.is_capital(i) and not self.page.starts_sentence(i))
        return {self.page.low[i] for i in words}

    def _same_text(self, noun: str) -> list[Cluster]:
        """'the filing' for a complaint, 'the paper' for a study: the text that spoke last under a noun of its sort."""
        nouns = next((group for group in _TEXTS if noun in group), frozenset[str]())
        texts = (
            c for n in sorted(nouns) for c in self._by_noun.get(n, ()) if c.source_kind is SourceKind.DOCUMENT and c.places
        )
        last = max(texts, key=lambda c: c.places[-1], default=None)
        newspaper = noun == "paper" and any(is_worded_outlet(c) for c in self.clusters.all)
        return [] if last is None or newspaper else [last]


def _shared(modifiers: frozenset[str], details: set[str]) -> tuple[int, int]:
    """Details in common, and (below zero) those the description leaves out: "the president" is not the Russian one."""
    own = {_SAME.get(d, d) for d in details}
    return len(modifiers & own), -min(len(own - modifiers), 3)


def may_be(cluster: Cluster, of: Phrase, noun: str) -> bool:
    """Whether a person without a known role may be the one described: nothing known of her speaks against it."""
    untold = not cluster.roles and (cluster.basis is None or cluster.basis[0] > of.first)
    held = cluster.roles & _HELD
    other = noun in _HELD and held and noun not in held
    apt = untold or (bool(cluster.roles & OFFICES) and not other)
    return apt and not _clash(frozenset(of.modifiers), cluster.details)


def is_worded_outlet(cluster: Cluster) -> bool:
    """The Harbour Post, Channel 6: an outlet by its own name."""
    return any(n.key[-1] in OUTLET_WORDS or n.key[0] in NUMBERED for n in cluster.names)


def may_be_called(cluster: Cluster, noun: str) -> bool:
    """'the bank' for Wells Fargo, 'the city' for a place; not 'the bank' for a department."""
    if (cluster.kind == PLACE) != (noun in PLACES):
        return False
    if is_worded_outlet(cluster) and noun not in OUTLET_NOUNS | _ANY_BODY:
        return False
    if noun not in _TRADING and any(n.key[-1] in COMPANIES for n in cluster.names):
        return False
    named = {w for n in cluster.names for w in n.key} | cluster.roles
    if noun in INSTITUTIONS and named.isdisjoint(LIKE.get(noun, frozenset()) | {noun}):
        return False
    own = {w for n in cluster.names for w in n.key if w in BODIES and not (noun in _TEAMS and w in PLACES)}  # "Cawdon Town"
    return not own or noun in own or noun in _ANY_BODY or not own.isdisjoint(LIKE.get(noun, ()))


def _clash(modifiers: frozenset[str], details: set[str]) -> bool:
    """Whether the two belong to rivals, hold other portfolios, or one is only the deputy: the Democratic nominee is not the
    Republican, the prime minister not the foreign minister."""
    own = {_SAME.get(d, d) for d in details}
    theirs = {_SAME.get(m, m) for m in modifiers}
    rivals = any(theirs & sort and own & sort and not theirs & own & sort for sort in (_PARTIES, PORTFOLIOS))
    return rivals or ("vice" in own) != ("vice" in theirs)
