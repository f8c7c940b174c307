"""One walk over a page, first word to last: names, descriptions and pronouns become mentions, sources get their cluster."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from onrecord.models.ties import Ties
from onrecord.reading.speakers.agreement import PERSON
from onrecord.reading.speakers.antecedents import Scene, choose
from onrecord.reading.speakers.called import Called, is_near
from onrecord.reading.speakers.descriptions import Descriptions, may_be
from onrecord.reading.speakers.leading import Leading
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster, Clusters
from onrecord.reading.speakers.nouns import (
    BODIES,
    FIRST,
    FIRST_PLURAL,
    HE,
    OFFICES,
    OUTLET_PAGES,
    OUTLET_WORDS,
    PRESS,
    SINGULAR,
)
from onrecord.reading.speakers.outlets import CALLED as OUTLETS_CALLED
from onrecord.reading.speakers.outlets import Outlets
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun
from onrecord.reading.speakers.phrases import Form, Phrase, phrase
from onrecord.reading.speakers.surroundings import bylines
from onrecord.reading.speakers.things import Things
from onrecord.records import Attribution, SourceKind

_CANDIDATES = 8
_AHEAD, _NEXT = 25, 2
_SITES = frozenset("website site page account feed webpage".split())
_STORIES = frozenset("article story".split())
_LEADERS = frozenset("editorial leader headline page masthead".split())
_LEAST, _LEAST_OFFICE = 0.4, 0.6  # below this a pronoun, or a description, stays unresolved
_SURE, _HEARD = 0.8, 0.5
_TELLS = 1.0  # evidence of gender
_NAMED, _UNNAMED, _NEIGHBOUR, _UNEXPLAINED = 0.97, 0.9, 0.7, 0.5


@dataclass(slots=True, eq=False)
class Voice:
    """An attribution on its way to a source. place: of its source among the words; the cue's or content's where it has none.

    outlet: that of "its cartoonist", whatever the source itself is.
    """

    attribution: Attribution
    phrase: Phrase
    place: int
    cluster: Cluster | None = None
    confidence: float = 0.0
    first_person: bool = False
    outlet: Cluster | None = None

    def note(self) -> None:
        """Its pronoun is one more mention."""
        if self.cluster is not None and self.phrase.form is Form.PRONOUN:
            self.cluster.places.append((self.place, self.place))

    def give(self, cluster: Cluster | None, confidence: float) -> None:
        self.cluster, self.confidence = cluster, confidence if cluster is not None else 0.0


@dataclass(slots=True)
class Walk:
    """Walk(page, clusters, voices).run(): every voice but those of a first person gets its cluster, or none."""

    page: Page
    clusters: Clusters
    voices: Sequence[Voice]
    ties: Ties | None = None
    descriptions: Descriptions = field(init=False)
    outlets: Outlets = field(init=False)
    _called: Called = field(init=False)
    _things: Things = field(init=False)
    _recent: dict[Cluster, None] = field(default_factory=dict)
    _bodies: dict[Cluster, None] = field(default_factory=dict)
    _spoke: list[Cluster] = field(default_factory=list)
    _ahead: Mapping[int, list[Voice]] = field(default_factory=dict)
    _heads: frozenset[int] = field(init=False)
    _by_id: dict[str, Voice] = field(init=False)
    _bylines: frozenset[int] = field(init=False)
    _inside: dict[str, list[Voice]] = field(default_factory=dict)
    _others: frozenset[Cluster] = frozenset()  # whom the pronoun at hand cannot be

    def __post_init__(self) -> None:
        self.descriptions = Descriptions(self.page, self.clusters)
        said = [(v.phrase, v.attribution) for v in self.voices]
        self.outlets = Outlets(self.page, self.clusters, said, Leading(self.page))
        self._called = Called(self.page, self.clusters, self._recent, self._bodies, self._spoke)
        self._things = Things(self.page, self.clusters, self.descriptions, self.outlets, self._bodies, self._spoke)
        self._by_id = {v.attribution.id: v for v in self.voices}
        self._bylines = bylines(self.page)
        at: dict[int, list[Voice]] = {}
        for voice in self.voices:
            self._inside.setdefault(voice.attribution.parent or "", []).append(voice)
            if voice.phrase.form is not Form.NOTHING:
                at.setdefault(voice.place, []).append(voice)
        self._ahead = at
        heads = (v.phrase.head for v in self.voices if v.phrase.form is Form.NOUN)
        self._heads = frozenset((*heads, *at))  # sources: they become mentions when they speak
        for cluster in self.clusters.all:
            cluster.places.clear()  # the walk finds them again, in order, with the pronouns between

    def run(self) -> None:
        for i in range(len(self.page.low)):
            self._mention(i)
            for voice in self._ahead.get(i, ()):
                self._resolve(voice)

    def _mention(self, i: int) -> None:
        name = self.clusters.names.get(i)
        if name is not None and self.page.paragraph[i] in self._bylines:
            return
        if name is not None:
            self._touch(self.clusters.at[i], (name.first, name.last))
        elif self.page.low[i] in SINGULAR:
            if i not in self._ahead:
                self._pronoun(i, speaks=False)
        elif self._is_somebody(i) and i not in self.clusters.at and i not in self._heads:
            found = self.descriptions.passing(i)
            if found is not None:
                self._touch(found, (i, i))

    def _is_somebody(self, i: int) -> bool:
        """A noun for a person: by itself, or because of 'who': 'a retired surveyor who'."""
        word = self.page.words[i]
        return is_person_noun(self.page.low[i]) or (word.islower() and word.isalpha() and self._is_who(i))

    def _is_who(self, i: int) -> bool:
        first = self.descriptions.start(i) if self.page.at(i + 1) == "who" else i
        return first < i and self.page.low[first] in ("a", "an")

    def _touch(self, cluster: Cluster, place: tuple[int, int]) -> None:
        cluster.places.append(place)
        if cluster.kind == PERSON or cluster.source_kind is SourceKind.ROLE:
            self._recent.pop(cluster, None)
            self._recent[cluster] = None
        elif cluster.kind != SOMEBODY:
            self._bodies.pop(cluster, None)
            self._bodies[cluster] = None

    def _spoken_of(self, voice: Voice) -> frozenset[Cluster]:
        """'She thinks Vell lied': whom she names in what she thinks is not herself; in 'Vell had lied, she said' she may be."""
        said = self.page.numbers(voice.attribution.content)
        after = (i for i in said if i > voice.place and self.page.sentence[i] == self.page.sentence[voice.place])
        named = (i for i in after if i in self.clusters.names and not self.page.quoted[i])
        return frozenset(self.clusters.at[i] for i in named)

    def _outer(self, voice: Voice) -> Cluster | None:
        """Who says that this voice says so, if he is known yet."""
        outer = self._by_id.get(voice.attribution.parent or "")
        return outer.cluster if outer is not None else None

    def _not_himself(self, voice: Voice) -> frozenset[Cluster]:
        """“He lies,” Vell said: nobody is he in his own quoted words, nor is who speaks in them "he" outside."""
        quoted, outer = self.page.quoted[voice.place], set[Cluster | None]()
        around = self._by_id.get(voice.attribution.parent or "")
        if quoted and around is not None and not self.page.quoted[around.place]:  # “Brandt told me he knew,” Vell said
            outer = {around.cluster}
        inner = self._inside.get(voice.attribution.id, ()) if not quoted else ()
        told = {v.cluster for v in inner if v.place < voice.place and self.page.quoted[v.place] and not v.first_person}
        said = set(self.page.numbers(voice.attribution.content)) if not quoted else set[int]()
        near = islice(reversed(self._recent), _CANDIDATES)  # “My mother left,” she said
        new = {c for c in near if c.kind == SOMEBODY and c.places and c.places[0][0] in said}
        return frozenset(c for c in (*outer, *told, *new) if c is not None)

    def _pronoun(self, i: int, *, speaks: bool) -> tuple[Cluster | None, float]:
        spoke = (
            c for c in self._spoke if c not in self._others and (c.kind == PERSON or c.source_kind is SourceKind.ROLE)
        )  # who speaks inside what is said did not speak before it
        scene = Scene(self.page, i, tuple(islice(spoke, 2)), speaks, self.ties)
        choice = choose(scene, [c for c in self.candidates(i) if c not in self._others])
        if choice.cluster is None or choice.confidence < _LEAST:
            return None, 0.0
        self._touch(choice.cluster, (i, i))
        if choice.confidence >= _SURE:
            choice.cluster.overhear("m" if self.page.low[i] in HE else "f", _HEARD)
        return choice.cluster, choice.confidence

    def candidates(self, i: int) -> list[Cluster]:
        """Those of the gender of pronoun i that were mentioned last, nearest first; then who is named later in the sentence."""
        gender = "m" if self.page.low[i] in HE else "f"
        people = (c for c in reversed(self._recent) if c.fits(gender) and c.source_kind is not SourceKind.OUTLET)
        out = list(islice(people, _CANDIDATES))
        return out + [c for c in self.later(i) if c.fits(gender) and c not in out]

    def later(self, i: int) -> Iterable[Cluster]:
        """Who is named next in the sentence of pronoun i, if that is the first time: "For her sister, Ida Vell"."""
        stop = min(i + _AHEAD, len(self.page.low))
        found: dict[Cluster, None] = {}
        for k in range(i + 1, stop):
            if self.page.sentence[k] != self.page.sentence[i] or len(found) == _NEXT:
                break
            name = self.clusters.names.get(k)
            if name is not None and name.kind == PERSON and not self.clusters.at[k].places:
                found[self.clusters.at[k]] = None
        return found

    def _resolve(self, voice: Voice) -> None:
        if voice.phrase.form is Form.PRONOUN:
            self._resolve_pronoun(voice)
        elif self._is_answer(voice):
            voice.give(self._interviewed(voice.place), _NEIGHBOUR)
        elif len(voice.phrase.words) == 1 and (label := self.clusters.labelled(voice.phrase.first)) is not None:
            voice.give(label, _NAMED)
        elif voice.phrase.form is Form.NAME:
            voice.give(self._together(voice.phrase) or self.clusters.at[voice.phrase.first], _NAMED)
        elif (outlet := self._page_of(voice.phrase) or self._outlet(voice.phrase)) is not None:
            voice.give(outlet, _UNNAMED)
        else:
            voice.give(*self._described(voice))
        if voice.phrase.start in ("its", "their") and any(self.page.low[i] in PRESS for i in voice.phrase.words[:3]):
            voice.outlet, _ = self._things.thing(voice.phrase.first)
        if voice.cluster is not None:
            self._speaks(voice.cluster, voice)
            self._mend(voice)

    def _mend(self, voice: Voice) -> None:
        """“He said it was the weather,” Vell recalls: he who seemed to be Vell, before it was told who speaks, is another."""
        if self.page.quoted[voice.place] or voice.cluster is None:
            return
        for inner in self._inside.get(voice.attribution.id, ()):
            wrong = inner.cluster is voice.cluster and inner.phrase.start in SINGULAR and self.page.quoted[inner.place]
            if wrong and inner.phrase.form is Form.PRONOUN:
                voice.cluster.places.remove((inner.place, inner.place))
                self._others = frozenset((voice.cluster,))
                inner.give(*self._pronoun(inner.place, speaks=True))
                self._others = frozenset()

    def _resolve_pronoun(self, voice: Voice) -> None:
        start = voice.phrase.start
        if start in SINGULAR:
            self._others = self._spoken_of(voice) | self._not_himself(voice)
            voice.give(*self._pronoun(voice.place, speaks=True))
            self._others = frozenset()
            return
        voice.first_person = start in FIRST or start in FIRST_PLURAL
        found = self._things.meant(voice.place)
        if found is not None:
            voice.give(*found)
            voice.note()

    def _described(self, voice: Voice) -> tuple[Cluster | None, float]:
        """A description: whom it was introduced for, else whoever is being spoken of and may be called so."""
        of = voice.phrase
        client = self._called.client(of)
        if client is not None:
            return client
        cluster, confidence = self.descriptions.speaking(of)
        noun = self.page.low[of.head]
        placed = cluster is not None and any(self.page.paragraph[p[0]] > 0 for p in cluster.places)  # not just "Club denies"
        if cluster is None or cluster.kind != SOMEBODY or placed or of.start != "the":
            return cluster, confidence
        if noun in OFFICES:
            scene = Scene(self.page, of.head, tuple(islice(self._spoke, 2)), speaks=True)
            inside = {self.clusters.at.get(i) for i in of.words} | {self._outer(voice)}  # "the minister of Keld"
            known = (c for c in islice(reversed(self._recent), _CANDIDATES) if c.kind == PERSON and c not in inside)
            people = (c for c in known if _is_surely_a_person(c))
            choice = choose(scene, [c for c in people if may_be(c, of, noun)])
            if choice.cluster is not None and choice.confidence >= _LEAST_OFFICE:
                return choice.cluster, choice.confidence
        found = self._called.found(of)
        return found if found is not None else (cluster, confidence)

    def _outlet(self, of: Phrase) -> Cluster | None:
        """'the paper': the outlet of that sort, or the text that was called so last: 'A paper in Peat Studies. The paper'"""
        found = self.outlets.meant(of)
        written = self.descriptions.written(self.page.low[of.head]) if of.start == "the" and len(of.words) == 2 else None
        if written is None:
            return found
        named = max((n.first for n in found.names if n.first < of.first), default=-1) if found is not None else -1
        return found if named > max(written.places[-1][1], *written.phrase, 0) else written

    def _page_of(self, of: Phrase) -> Cluster | None:
        """'the Ledger's front page', 'its headline', 'an editorial in the Ledger': the outlet; 'its own website': the body."""
        head = self.page.low[of.head]
        if head not in OUTLET_PAGES and head not in _SITES:
            return None
        if of.start in ("its", "their"):
            cluster, _ = self._things.thing(of.first)
            own = cluster is not None and cluster.names and (head in _SITES or cluster.names[0].key[-1] in OUTLET_WORDS)
            return cluster if own else None
        if head in _STORIES and of.start == "the" and not of.rest and self._spoke:
            last = self._spoke[0]  # "The Post reported it. “No,” the story added"
            return last if self.outlets.kind_of(last) is SourceKind.OUTLET and is_near(self.page, last, of.first) else None
        if head in _SITES and (owner := self._owner(of)) is not None:
            return owner
        if head in _LEADERS and self.page.at(of.head + 1) in ("in", "of", "on", "for"):
            after = of.head + 2 + (self.page.at(of.head + 2) == "the")
            name = self.clusters.names.get(after)
            return self.clusters.at[after] if name is not None and name.key[-1] in OUTLET_WORDS else None
        name = next((n for i in range(of.first, of.head) if (n := self.clusters.names.get(i)) is not None), None)
        if name is None and of.start in ("the", "that"):  # "the same paper's front page"
            owners = (self.page.low[i] for i in range(of.first, of.head) if self.page.is_possessive(i))
            noun = next((w for w in owners if w in OUTLETS_CALLED), None)
            return self.outlets.last(of.first, noun) if noun is not None else None
        if name is None or not (name.key[-1] in OUTLET_WORDS or (name.kind != PERSON and head in _SITES)):
            return None
        after = self.page.after_possessive(name.last) if self.page.is_possessive(name.last) else name.last + 1
        beside = self.page.is_possessive(name.last) or name.last == of.head - 1 or self.page.at(after) == "own"
        return self.clusters.at[name.first] if beside else None

    def _owner(self, of: Phrase) -> Cluster | None:
        """'the department's website': the department."""
        for i in range(of.first, of.head):
            if self.page.is_possessive(i) and self.page.low[i] in BODIES:
                cluster, _ = self.descriptions.speaking(phrase(self.page, self.clusters, tuple(range(of.first, i + 1))))
                return cluster
        return None

    def _is_answer(self, voice: Voice) -> bool:
        """'A:' in questions and answers."""
        words = voice.phrase.words
        return len(words) == 1 and self.page.words[words[0]] == "A" and self.page.at(words[0] + 1) == ":"

    def _interviewed(self, i: int) -> Cluster | None:
        """Who is named most before the first answer."""
        named = [c for c in self._recent if c.kind == PERSON and c.names]
        return max(named, key=lambda c: sum(n.first < i for n in c.names), default=None)

    def _together(self, of: Phrase) -> Cluster | None:
        """'Vell and Brandt': names joined are one source, a group."""
        last = of.last
        while self.page.at(last + 1) in ("and", ",") and (i := self._next_name(last + 2, of)) is not None:
            last = self.clusters.names[i].last
        if last == of.last or last != of.words[-1] or "and" not in self.page.low[of.last : last]:
            return None
        return self.descriptions.together(of.first, last, of.words)

    def _next_name(self, i: int, of: Phrase) -> int | None:
        """The first word of a name that begins at word i or after its titles."""
        while i in of.words and i not in self.clusters.names and (self.page.is_capital(i) or self.page.at(i) in (".", "and")):
            i += 1
        return i if i in self.clusters.names and i in of.words else None

    def _speaks(self, cluster: Cluster, voice: Voice) -> None:
        if voice.phrase.form is Form.NOUN:
            self._touch(cluster, (voice.phrase.first, voice.phrase.last))
        if cluster in self._spoke:
            self._spoke.remove(cluster)
        around = self._by_id.get(voice.attribution.parent or "")
        turn = around is not None and any(self.page.low[i] == ":" for i in self.page.numbers(around.attribution.cue))
        keeps = around is not None and not turn and self._spoke[:1] == [around.cluster] != [cluster]
        self._spoke.insert(int(keeps), cluster)  # "Vell said Brandt had told her so. She": who passes it on keeps the floor
        del self._spoke[_CANDIDATES:]


def _is_surely_a_person(cluster: Cluster) -> bool:
    """'Torvik' alone may be a country, and "Anselm", which some people are called, a port."""
    return max(cluster.feminine, cluster.masculine) >= _TELLS or any(n.is_full for n in cluster.names)
