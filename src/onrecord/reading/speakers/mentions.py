"""Names of a document, gathered: each cluster is one person, body or place, with all its names."""

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from onrecord.reading.speakers.agreement import PERSON
from onrecord.reading.speakers.aliases import aliases
from onrecord.reading.speakers.given import gender_of
from onrecord.reading.speakers.names import Name, Named, find
from onrecord.reading.speakers.nouns import BODIES, FEMALE_TITLES, GENDER, HE, KEPT_TITLES, MALE_TITLES, SINGULAR, SPELLED_OUT
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.shortened import short_forms
from onrecord.records import SourceKind

SOMEBODY = "somebody"
_SMALL = frozenset("the of and for & - . ' ’".split())
_SUFFIXES = frozenset("jr sr ii iii".split())
_STRONG, _WEAK, _LONE, _ENOUGH, _THIN = 4.0, 2.0, 0.8, 0.75, 0.3
_FORBIDS = 1.25


@dataclass(slots=True, eq=False)
class Cluster:
    """One who may speak. places: (first word, last word) of its mentions, pronouns included, in the order they were found.

    keys, firsts: the different names, and the first words of all, ascending. others: names it is not shown by.
    """

    kind: str
    names: list[Name] = field(default_factory=list)
    keys: dict[tuple[str, ...], None] = field(default_factory=dict)
    firsts: list[int] = field(default_factory=list)
    others: set[tuple[str, ...]] = field(default_factory=set)
    places: list[tuple[int, int]] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    details: set[str] = field(default_factory=set)
    basis: tuple[int, int] | None = None
    feminine: float = 0.0
    masculine: float = 0.0
    words: tuple[int, int] | None = None
    phrase: tuple[int, ...] = ()
    source_kind: SourceKind | None = None
    is_named: bool = False

    @property
    def gender(self) -> str:
        """ "f", "m", or "" where the evidence is thin."""
        if abs(self.feminine - self.masculine) < _ENOUGH:
            return ""
        return "f" if self.feminine > self.masculine else "m"

    def fits(self, gender: str) -> bool:
        """Whether a pronoun of that gender may mean it: a guess from one name, which may be a surname, forbids nothing."""
        return self.gender in ("", gender) or max(self.feminine, self.masculine) < _FORBIDS

    def overhear(self, gender: str, weight: float) -> None:
        """Take in a pronoun that means it: many together may forbid the other gender, but never tell it for sure."""
        if self.gender in ("", gender):
            self.hear(gender, max(0.0, min(weight, _WEAK - _THIN - max(self.feminine, self.masculine))))

    def hear(self, gender: str, weight: float) -> None:
        """Take in evidence of gender: a title, a given name, a noun, a pronoun."""
        if gender == "f":
            self.feminine += weight
        elif gender == "m":
            self.masculine += weight


class Clusters:
    """Names of a page -> clusters. at: a cluster by any word of its names. names: by first word. sources: words of sources."""

    def __init__(
        self, page: Page, entities: Iterable[Named], sources: Collection[int] = frozenset(), outlet: str | None = None
    ) -> None:
        self.page = page
        self.all: list[Cluster] = []
        self.at: dict[int, Cluster] = {}
        self._by_word: dict[str, list[Cluster]] = {}
        names = find(page, entities, sources, (outlet or "").lower().removeprefix("the "))
        for name in sorted(names, key=lambda n: (not n.is_full, n.first)):  # full names first: "Brandt" then finds both
            self._place(name, name.is_full)
        self.names = {n.first: n for n in names}
        for shown, other in aliases(page, self.names):
            self._join(self.at[shown.first], self.at[other.first], other.key)
        for long, short in list(short_forms(page, self.all, sources)):
            self._join(self.at[long.first], self.at[short.first], short.key)
        for cluster in self.all:
            cluster.places.sort()
            cluster.names.sort(key=lambda n: n.first)
        _hear_pronouns(page, self)

    def labelled(self, i: int) -> Cluster | None:
        """'JP: No.' after 'John Pell: Yes.' -> John Pell, if nobody else's name begins so."""
        word = self.page.words[i]
        if not (word.isupper() and len(word) in (2, 3) and self.page.at(i + 1) == ":"):
            return None
        people = [c for c in self.all if c.kind == PERSON and any(len(k) > 1 and _initials(k) == word.lower() for k in c.keys)]
        return people[0] if len(people) == 1 else None

    def _place(self, name: Name, full: bool) -> None:
        chosen = self._fitting(name)
        if chosen is None:
            chosen = Cluster(name.kind)
            self.all.append(chosen)
        for word in {*name.key, _initials(name.key)} if full else {*name.key}:
            known = self._by_word.setdefault(word, [])
            if chosen not in known:
                known.append(chosen)
        chosen.names.append(name)
        chosen.keys[name.key] = None
        insort(chosen.firsts, name.first)
        _hear_name(chosen, name)
        chosen.places.append((name.first, name.last))
        for i in range(name.first, name.last + 1):
            self.at[i] = chosen

    def _join(self, kept: Cluster, gone: Cluster, other: tuple[str, ...]) -> None:
        """Two clusters that the text says are one person; it is not shown by the other's name."""
        apart = kept.gender and gone.gender and kept.gender != gone.gender
        if kept is gone or apart or other in kept.keys:
            return
        kept.others |= {other, *gone.others}
        kept.names += gone.names
        kept.keys |= gone.keys
        kept.places += gone.places
        kept.firsts = sorted(kept.firsts + gone.firsts)
        kept.roles |= gone.roles
        kept.feminine, kept.masculine = max(kept.feminine, gone.feminine), max(kept.masculine, gone.masculine)
        self.all.remove(gone)
        self.at |= dict.fromkeys((i for i, c in self.at.items() if c is gone), kept)

    def _fitting(self, name: Name) -> Cluster | None:
        near = [c for c in self._by_word.get(name.key[-1], ()) if _agrees(c, name)]
        if not near and len(name.key) == 1:
            near = [c for c in self._by_word.get(name.key[0], ()) if _agrees(c, name)]
        if not near:
            return None
        return max(near, key=lambda c: (_shared_title(c, name), _same_gender(c, name), self._is_near(c, name), len(c.names)))

    def _is_near(self, cluster: Cluster, name: Name) -> bool:
        """Whether the last of the cluster's names so far stands in this sentence or the one before."""
        k = bisect_left(cluster.firsts, name.first)
        return k > 0 and self.page.sentence[name.first] - self.page.sentence[cluster.firsts[k - 1]] <= 1


def _agrees(cluster: Cluster, name: Name) -> bool:
    """Whether a name may be another of the cluster's."""
    if (cluster.kind == PERSON) != (name.kind == PERSON):
        return False
    gender = _title_gender(name)
    if gender and cluster.gender and gender != cluster.gender:
        return False
    if name.kind == PERSON:
        full = [k for k in cluster.keys if len(k) > 1] or cluster.keys
        return any(_same_person(k, name.key) for k in full)
    return any(_same_body(k, name.key) for k in cluster.keys)


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Leo Brandt and Brandt, Leo, L. Brandt, Leo K. Brandt; not Ida Brandt."""
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return short[0] in (long[0], long[-1]) or short[0] == long[-2 if long[-1] in _SUFFIXES else -1]
    if short[-1] != long[-1]:
        return len(long) == len(short) + 1 and long[:-1] == short  # "Kelly-Ann" of Kelly-Ann Frost
    x, y = short[0], long[0]
    return x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) or (len(long) > 2 and x in long[1:-1])


def _same_body(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The Harbour Post and the Post; the Northern Peat Survey and NPS."""
    short, long = sorted((a, b), key=len)
    if short == long:
        return True
    if len(short) == 1 and len(long) > 1:
        return short[0] in (_initials(long), "".join(w[0] for w in long)) or (short[0] == long[-1] and short[0] not in BODIES)
    return len(short) > 1 and short == long[-len(short) :]


def _initials(key: tuple[str, ...]) -> str:
    return "".join(w[0] for w in key if w not in _SMALL)


def _shared_title(cluster: Cluster, name: Name) -> bool:
    return not cluster.roles.isdisjoint(name.titles)


def _same_gender(cluster: Cluster, name: Name) -> bool:
    gender = _title_gender(name)
    return bool(gender) and gender == cluster.gender


def _title_gender(name: Name) -> str:
    return "f" if FEMALE_TITLES & set(name.titles) else "m" if MALE_TITLES & set(name.titles) else ""


def _hear_name(cluster: Cluster, name: Name) -> None:
    """What a name says of gender and role: a given name once, a title each time."""
    if cluster.kind != PERSON:
        return
    known = max(cluster.feminine, cluster.masculine)
    alone = len(name.key) == 1
    if known < (_LONE if alone else _WEAK) and not (alone and name.titles):
        told, much = gender_of(name.key[0], alone=alone)
        cluster.hear(told, _WEAK if much else _LONE)
    cluster.hear(_title_gender(name), _STRONG)
    for title in name.titles:
        cluster.hear(GENDER.get(title, ""), _WEAK)
        cluster.roles.update((title, SPELLED_OUT.get(title, title)))


def _hear_pronouns(page: Page, clusters: "Clusters") -> None:
    """'Vell ... she': a pronoun that follows a name in its sentence, no other person named between, is thin evidence."""
    last: Cluster | None = None
    for i, word in enumerate(page.low):
        if page.starts_sentence(i):
            last = None
        name = clusters.names.get(i)
        if name is not None and name.kind == PERSON:
            last = clusters.at[i]
        elif last is not None and word in SINGULAR and max(last.feminine, last.masculine) < _WEAK:
            last.hear("m" if word in HE else "f", _THIN)


def fullest(page: Page, cluster: Cluster) -> str:
    """The longest name: most words first, the earliest of those; a title where it is all that goes with one word."""
    names = [n for n in cluster.names if n.key not in cluster.others] or cluster.names
    best = max(names, key=lambda n: (len(n.key), -n.first))
    first = best.first
    kept = [t for t in best.titles if t in KEPT_TITLES] or (list(best.titles) if len(best.key) == 1 else [])
    if kept and cluster.kind == PERSON:
        while page.at(first - 1) in best.titles or (page.at(first - 1) == "." and page.at(first - 2) in best.titles):
            first -= 1
    elif page.at(first - 1) == "the" and cluster.kind != PERSON and page.is_capital(first - 1):
        first -= 1
    return page.words_of(first, best.last)
