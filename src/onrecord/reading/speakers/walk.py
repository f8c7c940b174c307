"""One walk over a page, first word to last: names, descriptions and pronouns become mentions, sources get their cluster."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from onrecord.reading.speakers.antecedents import Scene, choose, is_subject
from onrecord.reading.speakers.descriptions import Descriptions, may_be, may_be_called
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster, Clusters
from onrecord.reading.speakers.names import PERSON
from onrecord.reading.speakers.nouns import (
    BODIES,
    FIRST,
    FIRST_PLURAL,
    HE,
    IT,
    OFFICES,
    OUTLET_NOUNS,
    RELATIVE,
    SINGULAR,
    THEY,
)
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun
from onrecord.reading.speakers.phrases import Form, Phrase, phrase
from onrecord.records import Attribution, SourceKind

_CANDIDATES = 8
_AHEAD = 25
_LEAST, _LEAST_OFFICE = 0.5, 0.6  # below this a pronoun, or a description, stays unresolved
_SURE, _HEARD = 0.8, 0.5
_NAMED, _UNNAMED, _NEIGHBOUR = 0.97, 0.9, 0.7


@dataclass(slots=True, eq=False)
class Voice:
    """An attribution on its way to a source. place: of its source among the words; the cue's or content's where it has none."""

    attribution: Attribution
    phrase: Phrase
    place: int
    cluster: Cluster | None = None
    confidence: float = 0.0
    first_person: bool = False

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
    descriptions: Descriptions = field(init=False)
    _recent: dict[Cluster, None] = field(default_factory=dict)
    _bodies: dict[Cluster, None] = field(default_factory=dict)
    _spoke: list[Cluster] = field(default_factory=list)
    _ahead: Mapping[int, list[Voice]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.descriptions = Descriptions(self.page, self.clusters)
        at: dict[int, list[Voice]] = {}
        for voice in self.voices:
            if voice.phrase.form is not Form.NOTHING:
                at.setdefault(voice.place, []).append(voice)
        self._ahead = at
        for cluster in self.clusters.all:
            cluster.places.clear()  # the walk finds them again, in order, with the pronouns between

    def run(self) -> None:
        for i in range(len(self.page.low)):
            self._mention(i)
            for voice in self._ahead.get(i, ()):
                self._resolve(voice)

    def _mention(self, i: int) -> None:
        name = self.clusters.names.get(i)
        if name is not None:
            self._touch(self.clusters.at[i], (name.first, name.last))
        elif self.page.low[i] in SINGULAR:
            if i not in self._ahead:
                self._pronoun(i, speaks=False)
        elif is_person_noun(self.page.low[i]) and i not in self.clusters.at and i not in self._ahead:
            found = self.descriptions.passing(i)
            if found is not None:
                self._touch(found, (i, i))

    def _touch(self, cluster: Cluster, place: tuple[int, int]) -> None:
        cluster.places.append(place)
        if cluster.kind == PERSON or cluster.source_kind is SourceKind.ROLE:
            self._recent.pop(cluster, None)
            self._recent[cluster] = None
        elif cluster.kind != SOMEBODY:
            self._bodies.pop(cluster, None)
            self._bodies[cluster] = None

    def _pronoun(self, i: int, *, speaks: bool) -> tuple[Cluster | None, float]:
        scene = Scene(self.page, i, tuple(islice(self._spoke, 2)), speaks)
        choice = choose(scene, self.candidates(i))
        if choice.cluster is None or choice.confidence < _LEAST:
            return None, 0.0
        self._touch(choice.cluster, (i, i))
        if choice.confidence >= _SURE:
            choice.cluster.hear("m" if self.page.low[i] in HE else "f", _HEARD)
        return choice.cluster, choice.confidence

    def candidates(self, i: int) -> list[Cluster]:
        """Those of the gender of pronoun i that were mentioned last, nearest first; then who is named later in the sentence."""
        other = "f" if self.page.low[i] in HE else "m"
        out = list(islice((c for c in reversed(self._recent) if c.gender != other), _CANDIDATES))
        return out + [c for c in self._later(i) if c.gender != other and c not in out]

    def _later(self, i: int) -> Iterable[Cluster]:
        stop = min(i + _AHEAD, len(self.page.low))
        for k in range(i + 1, stop):
            if self.page.sentence[k] != self.page.sentence[i]:
                return
            name = self.clusters.names.get(k)
            if name is not None and name.kind == PERSON:
                cluster = self.clusters.at[k]
                if not cluster.places:
                    yield cluster
                return

    def _resolve(self, voice: Voice) -> None:
        form, start = voice.phrase.form, voice.phrase.start
        if form is Form.NAME:
            voice.give(self.clusters.at[voice.phrase.first], _NAMED)
        elif form is Form.NOUN:
            voice.give(*self._described(voice.phrase))
        elif start in SINGULAR:
            voice.give(*self._pronoun(voice.place, speaks=True))
        elif start in FIRST or start in FIRST_PLURAL:
            voice.first_person = True
        elif start in THEY:
            voice.give(*self._plural(voice.place))
        elif start in IT:
            voice.give(*self._thing(voice.place))
        elif start in RELATIVE:
            voice.give(*self._relative(voice.place))
        if start not in SINGULAR:
            voice.note()
        if voice.cluster is not None:
            self._speaks(voice.cluster, voice)

    def _described(self, of: Phrase) -> tuple[Cluster | None, float]:
        """A description: whom it was introduced for, else whoever is being spoken of and may be called so."""
        cluster, confidence = self.descriptions.speaking(of)
        noun = self.page.low[of.head]
        if cluster is None or cluster.kind != SOMEBODY or cluster.places or of.start != "the":
            return cluster, confidence
        if noun in OFFICES:
            scene = Scene(self.page, of.head, tuple(islice(self._spoke, 2)), speaks=True)
            choice = choose(
                scene, [c for c in islice(reversed(self._recent), _CANDIDATES) if c.kind == PERSON and may_be(c, of)]
            )
            if choice.cluster is not None and choice.confidence >= _LEAST_OFFICE:
                return choice.cluster, choice.confidence
        elif noun in BODIES or noun in OUTLET_NOUNS:
            for body in islice(reversed(self._bodies), 3):
                if self._is_near(body, of.first) and may_be_called(body, noun):
                    return body, _NEIGHBOUR
        return cluster, confidence

    def _speaks(self, cluster: Cluster, voice: Voice) -> None:
        if voice.phrase.form is Form.NOUN:
            self._touch(cluster, (voice.phrase.first, voice.phrase.last))
        if cluster in self._spoke:
            self._spoke.remove(cluster)
        self._spoke.insert(0, cluster)
        del self._spoke[_CANDIDATES:]

    def _plural(self, i: int) -> tuple[Cluster | None, float]:
        """They: the group that spoke last, here or in the sentence before."""
        for cluster in self._spoke:
            kind = cluster.source_kind
            if kind in (SourceKind.GROUP, SourceKind.PUBLIC) and self._is_near(cluster, i):
                return cluster, _NEIGHBOUR
        return None, 0.0

    def _thing(self, i: int) -> tuple[Cluster | None, float]:
        """It: the body, outlet or document that spoke last, or the name that opened the sentence before."""
        for cluster in self._spoke:
            is_thing = cluster.source_kind not in (SourceKind.GROUP, SourceKind.PUBLIC, SourceKind.ROLE)
            if cluster.kind != PERSON and is_thing and self._is_near(cluster, i):
                return cluster, _NEIGHBOUR
        for body in islice(reversed(self._bodies), 3):
            if self._is_near(body, i) and is_subject(self.page, *body.places[-1]):
                return body, _NEIGHBOUR
        return None, 0.0

    def _is_near(self, cluster: Cluster, i: int) -> bool:
        before = [p for p in cluster.places[-4:] if p[0] < i]
        return bool(before) and self.page.sentence[i] - self.page.sentence[before[-1][0]] <= 1

    def _relative(self, i: int) -> tuple[Cluster | None, float]:
        """Who, which: what ends just before it."""
        end = i - 1
        while end >= 0 and self.page.low[end] in (",", "—", "–", "(", "of", "to"):
            end -= 1
        if end < 0 or self.page.sentence[end] != self.page.sentence[i]:
            return None, 0.0
        if self.page.at(i - 1) in ("of", "to"):
            return None, 0.0
        named = self.clusters.at.get(end)
        if named is not None and any(n.first <= end <= n.last for n in named.names):
            return named, _UNNAMED
        first = self.descriptions.start(end)
        return self.descriptions.speaking(phrase(self.page, self.clusters, tuple(range(first, end + 1))))
