"""You: in words spoken to somebody it is whom they are spoken to; where the text does not say, nobody is made up for it.

'"Mr. Brandt, do you really think so?" she asked.' -> Brandt
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.reading.speakers.agreement import PERSON
from onrecord.reading.speakers.descriptions import Descriptions
from onrecord.reading.speakers.mentions import Cluster, Clusters
from onrecord.reading.speakers.nouns import TITLES, YOU
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun
from onrecord.reading.speakers.surroundings import begins
from onrecord.reading.speakers.walk import Voice

_CALLED, _HEARER, _PARTNER = 0.9, 0.85, 0.7
_MARKS = frozenset("\"'“”‘’«»")
_TELLING = frozenset("told tell tells telling asked ask asks asking urged reminded warned assured answered wrote to".split())
_ASKING = frozenset("ask asks asked asking questioned wondered insisted pressed".split())
_NEAR = 3  # turns within which a partner must have spoken


@dataclass(slots=True)
class Address:
    """Address(page, clusters, descriptions).speak(voices): every "you" that speaks gets whom the words around it address."""

    page: Page
    clusters: Clusters
    descriptions: Descriptions
    _by_id: dict[str, Voice] = field(default_factory=dict)

    def speak(self, voices: Sequence[Voice]) -> None:
        self._by_id = {v.attribution.id: v for v in voices}
        roots = sorted((v for v in voices if v.attribution.parent is None), key=lambda v: v.attribution.start)
        for voice in voices:
            if voice.phrase.start in YOU and voice.cluster is None:
                outer = self._by_id.get(voice.attribution.parent or "")
                if outer is not None:
                    self._give(voice, outer, roots)

    def _give(self, voice: Voice, outer: Voice, roots: Sequence[Voice]) -> None:
        ways = ((self._called(outer), _CALLED), (self._hearer(outer), _HEARER), (self._partner(outer, roots), _PARTNER))
        for cluster, confidence in ways:
            if cluster is not None and cluster is not outer.cluster:
                voice.give(cluster, confidence)
                voice.note()
                return

    def _called(self, outer: Voice) -> Cluster | None:
        """Who is called by name or title in the words themselves: 'Senator, do you'."""
        said = self.page.numbers(outer.attribution.content)
        opening = next((i for i in said if self.page.words[i][0].isalnum()), None)
        starts = [i for i in said if i == opening or self.page.at(i - 1) == "," or begins(self.page, i)]
        return next((c for i in starts if (c := self._vocative(i, said[-1])) is not None), None)

    def _vocative(self, i: int, last: int) -> Cluster | None:
        """The one whom the words from word i to a comma or an end call: 'Mr. Brandt,', 'Clay,', 'Senator,'."""
        at = i
        while at < last and (self.page.low[at] in TITLES or self.page.at(at) == "."):
            at += 1
        name = self.clusters.names.get(at)
        if name is not None and name.kind == PERSON:
            return self.clusters.at[at] if self._ends(name.last + 1) else None
        title = at - 1 if at > i else i
        office = self.page.low[title] in TITLES or is_person_noun(self.page.low[title])
        return self.descriptions.bearer(self.page.low[title]) if office and self._ends(title + 1) else None

    def _ends(self, i: int) -> bool:
        return self.page.at(i) in (",", "?", "!", ".") or self.page.at(i) in _MARKS

    def _hearer(self, outer: Voice) -> Cluster | None:
        """Whom the cue names: 'she told Brandt', 'she asked him'."""
        cue = self.page.numbers(outer.attribution.cue)
        if not cue or self.page.low[cue[-1]] not in _TELLING:
            return None
        at = cue[-1] + 1
        while self.page.low[at : at + 1] and (self.page.low[at] in TITLES or self.page.at(at) == "."):
            at += 1
        if at in self.clusters.at:
            heard = self.clusters.at[at]
            return heard if heard.kind == PERSON else None
        return next((c for c in self.clusters.all if (at, at) in c.places and c.kind == PERSON), None)

    def _partner(self, outer: Voice, roots: Sequence[Voice]) -> Cluster | None:
        """In questions and answers, whoever else took the last turn, or takes the next."""
        cue = {self.page.low[i] for i in self.page.numbers(outer.attribution.cue)}
        turn = cue == {":"}  # "BRANDT: ..."; not "wrote in a letter:"
        if outer not in roots or not (turn or cue & _ASKING):
            return None
        at = roots.index(outer)
        around = [*reversed(roots[max(0, at - _NEAR) : at]), *roots[at + 1 : at + 1 + _NEAR]]
        people = (v.cluster for v in around if v.cluster is not None and v.cluster is not outer.cluster)
        return next((c for c in people if c.kind == PERSON), None)
