"""What carried words without being their source: 'told Radio Pell', 'in an interview with', 'first reported by', 'seen by'."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.reading.lexicon import BE, TELLING
from onrecord.reading.speakers.agreement import PERSON, PLACE
from onrecord.reading.speakers.descriptions import Descriptions
from onrecord.reading.speakers.leading import ARTICLES, BROADCAST, LEADS, MODIFIERS, REACH
from onrecord.reading.speakers.mentions import Cluster, Clusters
from onrecord.reading.speakers.names import Name
from onrecord.reading.speakers.nouns import (
    AUXILIARIES,
    CALENDAR,
    DETERMINERS,
    NUMBERED,
    OUTLET_NOUNS,
    OUTLET_PAGES,
    PREPOSITIONS,
    PRONOUNS,
)
from onrecord.reading.speakers.outlets import CALLED, Outlets
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import singular
from onrecord.reading.speakers.phrases import Form, phrase
from onrecord.reading.speakers.surroundings import MARKS
from onrecord.reading.speakers.walk import Voice
from onrecord.records import Document, SourceKind

_STAFF = frozenset(
    "critic reporter correspondent columnist reviewer blogger anchor host journalist presenter interviewer cartoonist".split()
)
_ALL_MEDIA = frozenset("media press".split())
_ON_AIR = frozenset("presenter anchor newsreader newscaster host".split())
_SHOWS = frozenset("programme program show podcast bulletin newscast".split())
_WRITERS = frozenset("critic columnist reviewer blogger cartoonist sketchwriter".split())
_WRITING = frozenset("writes wrote argues argued thinks thought reckons says calls called".split())
_PRINTING = frozenset(
    "reported reports reporting report publishes published broke broken reveals printed headlined wrote written".split()
)
_CITING = frozenset("quoting citing".split())
_QUOTING = frozenset("quoted quotes quoting".split())
_INTERPRETERS = frozenset("interpreter translator".split())
_QUESTIONS = frozenset("there how why what when last".split())
_AFTER_NOUNS = PREPOSITIONS | DETERMINERS | PRONOUNS | AUXILIARIES | CALENDAR | _QUESTIONS
_LONGEST = 200  # words: a text without full stops is not one sentence to search for every voice in it
_TALKS = frozenset("interview episode conversation broadcast programme podcast".split())
_AGAIN = frozenset("the same that radio television tv".split())
_FAR = 40  # voices back
_OPENING = 6  # words of a sentence before its source
_BESIDE = 3  # words between a cue and the medium: "said on | state television"


@dataclass(slots=True)
class Carriers:
    """of(voice) -> the outlets that carried it, the nearest first. kind(cluster): what a cluster is, told by how it appears."""

    document: Document
    page: Page
    clusters: Clusters
    voices: Sequence[Voice]
    descriptions: Descriptions
    outlets: Outlets
    _by_id: dict[str, Voice] = field(init=False)
    _parents: frozenset[str | None] = field(init=False)
    _tellers: dict[int, set[str]] = field(default_factory=dict)  # word of telling -> the attributions whose cue it is
    _sentences: dict[int, tuple[int, int]] = field(default_factory=dict)
    _talks: list[int] = field(init=False)
    _in_order: list[Voice] = field(init=False)
    _places: list[int] = field(init=False)  # words where an outlet may be called, by name or by noun

    def __post_init__(self) -> None:
        self._places = [i for i in range(len(self.page.low)) if i in self.clusters.names or self._is_outlet_noun(i)]
        self._by_id = {v.attribution.id: v for v in self.voices}
        for v in self.voices:
            for i in self.page.numbers(v.attribution.cue):
                self._tellers.setdefault(i, set()).add(v.attribution.id)
        self._in_order = sorted(self.voices, key=lambda v: v.place)
        self._talks = [i for i, w in enumerate(self.page.low) if w in _TALKS]
        self._parents = frozenset(v.attribution.parent for v in self.voices)
        for i, s in enumerate(self.page.sentence):
            first, _ = self._sentences.get(s, (i, i))
            self._sentences[s] = (first, i)

    def kind(self, cluster: Cluster) -> SourceKind:
        return self.outlets.kind(cluster)

    def of(self, voice: Voice) -> list[Cluster]:
        outer = self._quoting(voice.attribution.parent)
        around = [
            *(self._around(outer) if outer is not None else ()),
            *(self._around(voice) if not self._quotes(voice) else ()),
        ]
        found = dict.fromkeys([*self._of_staff(voice), *around, *self._reporting(voice)])
        carried = [c for c in found if c is not voice.cluster and not self._is_own(c)]
        carried = carried or self._again(voice)
        return carried or [
            c for c in (*self._own_paper(voice), *self._on_air(voice)) if c is not voice.cluster and not self._is_own(c)
        ]

    def _reporting(self, voice: Voice) -> Iterator[Cluster]:
        """'the Post reported on Monday, quoting Ida Vell: “No.”': the outlet whose report quotes."""
        frame = self.page.numbers((*voice.attribution.source, *voice.attribution.cue))
        at = next((i for i in frame if self.page.low[i] in _CITING), None)
        if at is None or self.page.at(at - 1) != ",":
            return
        sentence = self.page.sentence[at]
        for other in self._in_order:
            before = other.place < at and self.page.sentence[other.place] == sentence
            prints = before and other.cluster is not None and not self._cue(other).isdisjoint(_PRINTING)
            if prints and other.cluster is not None and self.outlets.kind_of(other.cluster) is SourceKind.OUTLET:
                yield other.cluster

    def _quoting(self, attribution: str | None) -> Voice | None:
        """The attribution around, where it is a paper that quotes: 'the Courier quoted him as saying on Radio Pell that'."""
        outer = self._by_id.get(attribution or "")
        return outer if outer is not None and self._quotes(outer) else None

    def _cue(self, voice: Voice) -> set[str]:
        return {self.page.low[i] for i in self.page.numbers(voice.attribution.cue)}

    def _quotes(self, voice: Voice) -> bool:
        """Whether a paper quotes another, so that what stands beside is the medium of the other."""
        passes = not self._cue(voice).isdisjoint(_QUOTING) and voice.attribution.id in self._parents
        return passes and voice.cluster is not None and self.kind(voice.cluster) is SourceKind.OUTLET

    def _is_own(self, cluster: Cluster) -> bool:
        """Whether an outlet is the article's own."""
        own = (self.document.outlet or "").lower().removeprefix("the ")
        return bool(own) and any(" ".join(n.key) == own for n in cluster.names)

    def _of_staff(self, voice: Voice) -> Iterator[Cluster]:
        """'the Harbour Post's critic wrote', 'a note seen by the Post', 'one who spoke to it': outlets inside the source."""
        if voice.outlet is not None:
            yield voice.outlet
        yield from self._of_page(voice)
        writes = not self._cue(voice).isdisjoint(_WRITING)
        for i in voice.phrase.words:
            name = self.clusters.names.get(i)
            if name is None or name.kind == PERSON or self.clusters.at[i] is voice.cluster:
                continue
            after = self.page.after_possessive(name.last) if self.page.is_possessive(name.last) else name.last + 1
            staff = any(self._is_staff(k, voice) for k in range(after, after + 3))
            lead = self.outlets.leading.lead(i)
            staff = staff or (writes and self.page.at(lead) in ("for", "of", "at") and self.page.at(lead - 1) in _WRITERS)
            if (staff or self.outlets.leading.leads(name)) and self.kind(self.clusters.at[i]) is SourceKind.OUTLET:
                yield self.clusters.at[i]

    def _of_page(self, voice: Voice) -> Iterator[Cluster]:
        """'a transcript on the station's website', 'a picture on Radio Pell's page': whose page it is."""
        for i in voice.phrase.rest:
            own = self.page.is_possessive(i) and self.page.at(self.page.after_possessive(i)) in OUTLET_PAGES
            owner = (self.clusters.at.get(i) or self._called(i)) if own else None
            if owner is not None and owner is not voice.cluster and self.outlets.kind_of(owner) is SourceKind.OUTLET:
                yield owner

    def _called(self, i: int) -> Cluster | None:
        return self.outlets.last(i, self.page.low[i]) if self.page.low[i] in CALLED else None

    def _is_staff(self, i: int, voice: Voice) -> bool:
        """Whether word i is one who writes for an outlet; an editor only where he is said to write."""
        prints = not self._cue(voice).isdisjoint(_PRINTING)
        return self.page.at(i) in _STAFF or (self.page.at(i) == "editor" and prints)

    def _on_air(self, voice: Voice) -> list[Cluster]:
        """'Radio Pell did not mention it. The presenter said': who is on the station that was just named."""
        if voice.phrase.form is not Form.NOUN or self.page.low[voice.phrase.head] not in _ON_AIR or voice.phrase.start != "the":
            return []
        found = self.outlets.last(voice.place, "station")
        place = max((p[0] for p in found.places if p[0] < voice.place), default=-1) if found is not None else -1
        near = place >= 0 and self.page.sentence[voice.place] - self.page.sentence[place] <= 1
        return [found] if found is not None and near else []

    def _own_paper(self, voice: Voice) -> Iterator[Cluster]:
        """'Ledger columnist Ida Vell thinks', 'she writes': who writes for a paper writes in it, if no other is named."""
        cluster = voice.cluster
        if cluster is None or cluster.kind != PERSON or self._cue(voice).isdisjoint(_WRITING):
            return
        for name in cluster.names:
            paper = self.clusters.at.get(name.first - 2) if self.page.at(name.first - 1) in _WRITERS else None
            if paper is not None and self.kind(paper) is SourceKind.OUTLET:
                yield paper

    def _again(self, voice: Voice) -> list[Cluster]:
        """'Vell told Radio Pell so. ... she said in the interview': what carried her last; "the same interview": anyone."""
        frame = self.page.numbers((*voice.attribution.source, *voice.attribution.cue))
        opens = self._sentences[self.page.sentence[frame[0]]][0] if frame else 0
        first, last = (max(opens, frame[0] - _OPENING), frame[-1] + _BESIDE + MODIFIERS) if frame else (0, -1)
        near = self._talks[bisect_left(self._talks, first) : bisect_right(self._talks, last)]
        talk = next((i for i in near if self._is_beside(i, voice, frame)), None)
        if talk is None:
            return []
        same = "same" in self.page.low[max(0, talk - 3) : talk]
        at = bisect_left(self._in_order, voice.place, key=lambda v: v.place)
        before = self._in_order[max(0, at - _FAR) : at][::-1]
        own = [v for v in before if v.cluster is voice.cluster]
        for other in (*own, *(before if same else ())):
            if found := [c for c in self._around(other) if c is not voice.cluster and not self._is_own(c)]:
                return found
        return []

    def _is_beside(self, i: int, voice: Voice, frame: Sequence[int]) -> bool:
        """'said | in the same radio interview': whether it stands in the sentence of the cue, outside what is said."""
        first = i - 1
        while self.page.at(first) in _AGAIN:
            first -= 1
        led = self.page.at(first) in ("in", "on", "during") and first < i - 1
        near = self.page.sentence[i] == self.page.sentence[frame[-1]] and 0 <= first - frame[-1] <= _BESIDE
        opens = self.page.sentence[i] == self.page.sentence[frame[0]] and i < frame[0]  # "Later in the interview he said"
        return led and (near or first in frame or opens) and i not in self.page.numbers(voice.attribution.content)

    def _around(self, voice: Voice) -> Iterator[Cluster]:
        """Outlets in the sentence of source and cue, outside all that is said, that words of telling lead to."""
        frame = self.page.numbers((*voice.attribution.source, *voice.attribution.cue))
        if not frame:
            return
        said = {*self.page.numbers(voice.attribution.content), *self.page.numbers(voice.attribution.source)}
        first, last = self._clause(frame, said)
        low, high = self._piece(voice, frame)
        first, last = max(first, low), min(last, high)
        yield from (c for k in range(first, last + 1) if (c := self._interpreter(k)) is not None)
        hearer = self._hearer(frame)
        if self._tells_it(frame):
            yield from (c for c in self._named_last(frame[-1]) if self.outlets.kind_of(c) is SourceKind.OUTLET)
        for i in self._places[bisect_left(self._places, first) : bisect_right(self._places, last)]:
            name = self.clusters.names.get(i)
            if self._tells_where(i, voice):
                yield self.clusters.at[i]
            if (i in said and i != hearer) or self._is_told_by_another(i, voice):
                continue
            if name is not None and self._carries(name, frame):
                yield self.clusters.at[i]
            elif name is None:
                outlet = self._unnamed_outlet(i, frame)
                if outlet is not None:
                    yield outlet

    def _tells_it(self, frame: Sequence[int]) -> bool:
        """'told | it that'; not 'had not been told it'."""
        told = self.page.low[frame[-1]] in TELLING and self.page.at(frame[-1] + 1) == "it"
        return told and self.page.at(frame[-1] - 1) not in BE

    def _named_last(self, i: int) -> list[Cluster]:
        """The body or outlet of the sentence before that was named, or called so, last."""
        near = range(i - 1, max(-1, i - _LONGEST), -1)
        for k in (k for k in near if self.page.sentence[i] - self.page.sentence[k] <= 1):
            found = self.clusters.at.get(k) or self._called(k)
            if found is not None and found.kind not in (PERSON, PLACE):
                return [found]
        return []

    def _is_told_by_another(self, i: int, voice: Voice) -> bool:
        """'A clerk declined to comment, but an official told Radio Pell that': whose telling leads to the medium at word i."""
        near = (k for k in range(i - 1, max(-1, i - REACH), -1) if self.page.low[k] in TELLING)
        tellers = self._tellers.get(next(near, -1), set())
        return bool(tellers) and voice.attribution.id not in tellers

    def _piece(self, voice: Voice, frame: Sequence[int]) -> tuple[int, int]:
        """The words of the parent that an inner one stands in: what stands outside them is the parent's to pass on."""
        outer = self._by_id.get(voice.attribution.parent or "")
        if outer is None:
            return 0, len(self.page.low)
        start, end = self.page.offsets[frame[0]][0], self.page.offsets[frame[-1]][1]
        pieces = outer.attribution.content
        held = [span for span in pieces if span.start < end and start < span.end] or pieces
        first, last = held[0].start, held[-1].end
        return bisect_left(self.page.offsets, (first, first)), bisect_left(self.page.offsets, (last, 0)) - 1

    def _tells_where(self, i: int, voice: Voice) -> bool:
        """'Vell refused to take sides | on Radio Pell.', or in an interview with the Post: the end of it tells where."""
        name = self.clusters.names.get(i)
        if name is None:
            return False
        lead = i - 1 - (self.page.at(i - 1) in ARTICLES)
        on = self.page.at(lead) == "on" and self.outlets.is_on_air(self.clusters.at[i])
        with_it = self.page.at(lead) == "with" and self.page.at(lead - 1) == "interview"
        on = on or (with_it and self.kind(self.clusters.at[i]) is SourceKind.OUTLET)
        ends = self.page.at(name.last + 1) in (".", ",") and not self.page.quoted[i]
        return on and ends and voice.phrase.form is not Form.NOTHING

    def _hearer(self, frame: Sequence[int]) -> int | None:
        """'told | L'Horizon it was late': where a name after a verb of telling begins, though it seems to be said."""
        if self.page.low[frame[-1]] not in TELLING:
            return None
        return frame[-1] + 1 + (self.page.at(frame[-1] + 1) in ARTICLES)

    def _interpreter(self, i: int) -> Cluster | None:
        """'through an | interpreter'"""
        first = i - 1
        if self.page.low[i] not in _INTERPRETERS:
            return None
        if self.page.at(first) not in DETERMINERS or self.page.at(first - 1) not in ("through", "via"):
            return None
        cluster, _ = self.descriptions.speaking(phrase(self.page, self.clusters, (first, i)))
        if cluster is not None:
            cluster.places.append((first, i))
        return cluster

    def _is_outlet_noun(self, i: int) -> bool:
        """'told state radio', not 'told Radio Pell', 'the paper boat'."""
        word = self.page.low[i]
        if not (singular(word) in OUTLET_NOUNS or word in BROADCAST or word in CALLED):
            return False
        after = i + 1
        while self.page.at(after) in MARKS:
            after += 1
        before = self.clusters.at.get(i - 1)
        named = before is not None and before.kind != PLACE
        if i in self.clusters.at or named or after in self.clusters.at or self.page.at(i - 1) == "this":
            return False
        return self._ends_with_staff(i) if self.page.is_possessive(i) else self._ends(i + 1)

    def _ends_with_staff(self, i: int) -> bool:
        """'the station's host', 'the station's Friday programme': it is on the station."""
        after = self.page.after_possessive(i)
        return any(self.page.at(k) in _STAFF or self.page.at(k) in _SHOWS for k in range(after, after + 3))

    def _clause(self, frame: Sequence[int], said: Collection[int]) -> tuple[int, int]:
        """First and last word around source and cue: 'by a driver; | a nun told the Echo'. What is said parts nothing."""
        first, last = self._sentences[self.page.sentence[frame[-1]]]
        low, high = max(first, min(frame) - _LONGEST), min(last, max(frame) + _LONGEST)
        parted = [i for i in range(low, high + 1) if self.page.low[i] == ";" and i not in said]
        before = [i for i in parted if i < min(frame)]
        after = [i for i in parted if i > max(frame)]
        return (before[-1] + 1 if before else low), (after[0] - 1 if after else high)

    def _ends(self, i: int) -> bool:
        """Whether a noun phrase is over before word i: 'a newspaper | that', not 'a newspaper seller'."""
        return not self.page.at(i)[:1].isalnum() or self.page.at(i) in _AFTER_NOUNS

    def _unnamed_outlet(self, head: int, frame: Sequence[int]) -> Cluster | None:
        """'told | a local newspaper': the words from its determiner on, where words of telling lead to them."""
        first = head
        while first > 0 and head - first < MODIFIERS and self.page.low[first] not in ARTICLES:
            if self.page.low[first - 1] in TELLING | LEADS or not self.page.words[first - 1][0].isalnum():
                break
            first -= 1
        if self.page.low[head] in _ALL_MEDIA and head - first <= (self.page.low[first] in ARTICLES):
            return None  # "told media": reporters who asked
        lead, leading = first - 1, self.outlets.leading
        inside = lead in frame and (self.page.at(lead) == "to" or self.page.low[head] in BROADCAST)  # "conceded to the paper"
        beside = self.page.at(lead) in ("to", "on") and (0 < lead - frame[-1] <= _BESIDE or inside)
        beside = beside and self.page.low[frame[-1]] not in ("wrote", "writes")  # "wrote to the station", which may not air it
        speaks = self.page.at(lead) != "in" and leading.speaks(lead)
        speaks = speaks or (self.page.at(lead) in ("in", "on") and self.page.at(first + 1) == "same")
        if self.page.at(lead) not in TELLING and not (beside or speaks or leading.is_published(lead)):
            return None
        of = phrase(self.page, self.clusters, tuple(range(first, head + 1)))
        meant = self.outlets.meant(of)
        if meant is not None or singular(self.page.low[head]) not in OUTLET_NOUNS | BROADCAST:
            return meant
        cluster, _ = self.descriptions.speaking(of)
        if cluster is None or self.kind(cluster) is not SourceKind.OUTLET:
            return None
        if not cluster.names:
            cluster.places.append((first, head))
        return cluster

    def _carries(self, name: Name, frame: Sequence[int]) -> bool:
        cluster, leading = self.clusters.at[name.first], self.outlets.leading
        if self.kind(cluster) is not SourceKind.OUTLET or leading.is_modifier(name):
            return False
        lead = leading.lead(name.first)
        if self.page.at(lead) == "s" and self.page.is_possessive(lead - 2):
            lead -= 3  # "On Halden's Channel One"
        if leading.is_refused(lead, name):
            return False
        near = self.page.at(lead) in LEADS and abs(lead - frame[-1]) <= REACH
        if self._hears(name, frame):
            return True
        return leading.leads(name) or lead in frame or near or self._opens(name, lead)

    def _hears(self, name: Name, frame: Sequence[int]) -> bool:
        """'The Post was told by Ida Vell that'"""
        told = any(self.page.low[i] in ("told", "informed") for i in frame)
        return told and self.page.at(name.last + 1) in ("was", "were", "has", "had") and frame[0] - name.last <= _BESIDE

    def _opens(self, name: Name, lead: int) -> bool:
        """'On Radio Pell's "Morning Desk", the minister said', 'In the Courier, she wrote'"""
        on = self.page.at(lead) in ("on", "in") and self.page.starts_sentence(lead)
        aired = self.page.at(lead) == "on" and name.key[0] in NUMBERED  # "On Channel One that night"
        return on and (aired or self.page.is_possessive(name.last) or self.page.at(name.last + 1) == ",")
