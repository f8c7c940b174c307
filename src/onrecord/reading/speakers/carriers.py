"""What carried words without being their source: 'told Radio Pell', 'in an interview with', 'first reported by', 'seen by'."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.reading.speakers import kinds
from onrecord.reading.speakers.agreement import PERSON
from onrecord.reading.speakers.descriptions import Descriptions
from onrecord.reading.speakers.mentions import Cluster, Clusters
from onrecord.reading.speakers.names import Name
from onrecord.reading.speakers.nouns import AUXILIARIES, CALENDAR, DETERMINERS, OUTLET_NOUNS, PREPOSITIONS, PRONOUNS
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import singular
from onrecord.reading.speakers.phrases import Form, phrase
from onrecord.reading.speakers.surroundings import MARKS, before_marks
from onrecord.reading.speakers.walk import Voice
from onrecord.records import Document, SourceKind

_TELLING = frozenset("told tell tells telling".split())
_BY = frozenset(
    "reported published obtained seen quoted cited reviewed carried broadcast revealed disclosed interviewed aired printed"
    " broken shared given leaked posted".split()
)
_WITH = frozenset("interview conversation interviews appearance statement call email e-mail letter comments remarks".split())
_PRINTED = frozenset(
    "reported reports reporting report publishes published broke broken reveals printed headlined wrote written".split()
)
_STAFF = frozenset(
    "critic reporter correspondent columnist reviewer blogger anchor host journalist presenter interviewer cartoonist".split()
)
_QUOTING = frozenset("quoted quotes quoting".split())
_BROADCAST = frozenset("radio television tv media".split())
_SERVICES = frozenset("agency service network programme program show".split())
_SPEAKING = frozenset("speaking spoke appearing appeared writing reviewing".split())
_REFUSING = frozenset("not never declined declines declining refused refuses refusing without nor won't unable failed".split())
_IGNORING = frozenset("ignored ignores rejected rejects spiked dropped binned returned unanswered".split())
_ARTICLES = frozenset("the a an".split())
_QUESTIONS = frozenset("there how why what when last".split())
_AFTER_NOUNS = PREPOSITIONS | DETERMINERS | PRONOUNS | AUXILIARIES | CALENDAR | _QUESTIONS
_MODIFIERS = 5
_PLACES = frozenset("on in via through".split())
_LEADS = frozenset("to with by on in for from via through and".split())
_REACH = 6
_LONGEST = 200  # words: a text without full stops is not one sentence to search for every voice in it


@dataclass(slots=True)
class Carriers:
    """of(voice) -> the outlets that carried it, the nearest first. kind(cluster): what a cluster is, told by how it appears."""

    document: Document
    page: Page
    clusters: Clusters
    voices: Sequence[Voice]
    descriptions: Descriptions
    _told: frozenset[int] = field(init=False)
    _by_id: dict[str, Voice] = field(init=False)
    _parents: frozenset[str | None] = field(init=False)
    _kinds: dict[Cluster, SourceKind] = field(default_factory=dict)
    _contents: dict[str, tuple[int, int]] = field(default_factory=dict)
    _sentences: dict[int, tuple[int, int]] = field(default_factory=dict)
    _outlets: list[int] = field(init=False)  # words where an outlet may be called, by name or by noun

    def __post_init__(self) -> None:
        told = {n.first for n in self.clusters.names.values() if self._leads(n)}
        printing = {v.phrase.first for v in self.voices if v.phrase.form is Form.NAME and self._prints(v)}
        self._told = frozenset(told | printing)
        self._outlets = [i for i in range(len(self.page.low)) if i in self.clusters.names or self._is_outlet_noun(i)]
        self._by_id = {v.attribution.id: v for v in self.voices}
        self._parents = frozenset(v.attribution.parent for v in self.voices)
        for v in self.voices:
            words = self.page.numbers(v.attribution.content)
            self._contents[v.attribution.id] = (words[0], words[-1])
        for i, s in enumerate(self.page.sentence):
            first, _ = self._sentences.get(s, (i, i))
            self._sentences[s] = (first, i)

    def kind(self, cluster: Cluster) -> SourceKind:
        if cluster.source_kind is not None:
            return cluster.source_kind
        if cluster not in self._kinds:
            self._kinds[cluster] = kinds.of_cluster(self.page, cluster, self._told)
        return self._kinds[cluster]

    def of(self, voice: Voice) -> list[Cluster]:
        outer = self._quoting(voice.attribution.parent)
        around = [
            *(self._around(outer) if outer is not None else ()),
            *(self._around(voice) if not self._quotes(voice) else ()),
        ]
        found = dict.fromkeys([*self._of_staff(voice), *around])
        return [c for c in found if c is not voice.cluster and not self._is_own(c)]

    def _quoting(self, attribution: str | None) -> Voice | None:
        """The attribution around, where it is a paper that quotes: 'the Courier quoted him as saying on Radio Pell that'."""
        outer = self._by_id.get(attribution or "")
        return outer if outer is not None and self._quotes(outer) else None

    def _quotes(self, voice: Voice) -> bool:
        """Whether a paper quotes another, so that what stands beside is the medium of the other."""
        cue = {self.page.low[i] for i in self.page.numbers(voice.attribution.cue)}
        passes = not cue.isdisjoint(_QUOTING) and voice.attribution.id in self._parents
        return passes and voice.cluster is not None and self.kind(voice.cluster) is SourceKind.OUTLET

    def _leads(self, name: Name) -> bool:
        """Whether words of telling or publishing lead to a name."""
        i = self._lead(name.first)
        before = self.page.at(i)
        if before in _TELLING:
            return not self._is_refused(i, name)
        near = {self.page.at(k) for k in range(max(0, i - _REACH), i) if self.page.sentence[k] == self.page.sentence[i]}
        if before == "by":
            return self.page.at(i - 1) in _BY or ("asked" in near and "about" in near)
        spoken = before in ("with", "to", "on", "for", "in") and not near.isdisjoint(_WITH | _SPEAKING)
        return spoken and not self._is_refused(i, name)

    def _is_refused(self, lead: int, name: Name) -> bool:
        """'declined to speak to the Post', 'a letter to the Post, which has not printed it': it carried nothing."""
        reach = 3 if self.page.at(lead) in _TELLING else _REACH
        before = range(max(0, lead - reach), lead)
        if any(self.page.low[k] in _REFUSING and self.page.sentence[k] == self.page.sentence[lead] for k in before):
            return True
        at = name.last + 1
        at += self.page.at(at) in (",", "(", "—", "–")
        if self.page.at(at) not in ("which", "who", "that"):
            return False
        return any(w in _REFUSING or w in _IGNORING for w in self.page.low[at : at + _REACH - 1])

    def _lead(self, first: int) -> int:
        """The word before a name and what belongs to it: 'told | the trade site Ledgerline'."""
        i = before_marks(self.page, first)
        if singular(self.page.at(i)) in OUTLET_NOUNS | _BROADCAST or self.page.at(i) in _SERVICES:
            back = range(i - 1, max(i - _MODIFIERS, -1), -1)
            i = next((k for k in back if self.page.low[k] in _ARTICLES or self.page.low[k] in _LEADS | _TELLING), i - 1)
        while self.page.at(i) in _ARTICLES:
            i -= 1
        return i

    def _prints(self, voice: Voice) -> bool:
        return any(self.page.low[i] in _PRINTED for i in self.page.numbers(voice.attribution.cue))

    def _is_own(self, cluster: Cluster) -> bool:
        """Whether an outlet is the article's own."""
        own = (self.document.outlet or "").lower().removeprefix("the ")
        return bool(own) and any(" ".join(n.key) == own for n in cluster.names)

    def _of_staff(self, voice: Voice) -> Iterator[Cluster]:
        """'the Harbour Post's critic wrote', 'a letter seen by the Post': outlets inside the source itself."""
        if voice.outlet is not None:
            yield voice.outlet
        for i in voice.phrase.words:
            name = self.clusters.names.get(i)
            if name is None or name.kind == PERSON or self.clusters.at[i] is voice.cluster:
                continue
            after = self.page.after_possessive(name.last) if self.page.is_possessive(name.last) else name.last + 1
            staff = any(self._is_staff(k, voice) for k in range(after, after + 3))
            seen = self.page.at(self._lead(name.first)) == "by" and self._leads(name)
            if (staff or seen) and self.kind(self.clusters.at[i]) is SourceKind.OUTLET:
                yield self.clusters.at[i]

    def _is_staff(self, i: int, voice: Voice) -> bool:
        """Whether word i is one who writes for an outlet; an editor only where he is said to write."""
        return self.page.at(i) in _STAFF or (self.page.at(i) == "editor" and self._prints(voice))

    def _around(self, voice: Voice) -> Iterator[Cluster]:
        """Outlets in the sentence of source and cue, outside all that is said, that words of telling lead to."""
        frame = self.page.numbers((*voice.attribution.source, *voice.attribution.cue))
        if not frame:
            return
        said = {*self.page.numbers(voice.attribution.content), *self.page.numbers(voice.attribution.source)}
        first, last = self._clause(frame, said)
        outer = self._contents.get(voice.attribution.parent or "")
        if outer is not None:  # what stands outside the parent's words is the parent's to pass on
            first, last = max(first, outer[0]), min(last, outer[1])
        for i in self._outlets[bisect_left(self._outlets, first) : bisect_right(self._outlets, last)]:
            name = self.clusters.names.get(i)
            if i in said:
                continue
            if name is not None and self._carries(name, frame):
                yield self.clusters.at[i]
            elif name is None:
                outlet = self._unnamed_outlet(i)
                if outlet is not None:
                    yield outlet

    def _is_outlet_noun(self, i: int) -> bool:
        """'told state radio', not 'told Radio Pell', 'the paper boat'."""
        word = self.page.low[i]
        if not (singular(word) in OUTLET_NOUNS or word in _BROADCAST):
            return False
        after = i + 1
        while self.page.at(after) in MARKS:
            after += 1
        if i in self.clusters.at or after in self.clusters.at or self.page.at(i - 1) == "this":
            return False
        return self._ends(i + 1) and not self.page.is_possessive(i)

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

    def _unnamed_outlet(self, head: int) -> Cluster | None:
        """'told | a local newspaper': the words from its determiner on, where words of telling lead to them."""
        first = head
        while first > 0 and head - first < _MODIFIERS and self.page.low[first] not in _ARTICLES:
            if self.page.low[first - 1] in _TELLING | _LEADS or not self.page.words[first - 1][0].isalnum():
                break
            first -= 1
        before = self.page.at(first - 1)
        near = {self.page.at(k) for k in range(max(0, first - 1 - _REACH), first - 1)}
        if before not in _TELLING and not (before in ("with", "to", "on", "for") and near & (_WITH | _SPEAKING)):
            return None
        of = phrase(self.page, self.clusters, tuple(range(first, head + 1)))
        cluster, _ = self.descriptions.speaking(of)
        if cluster is None or self.kind(cluster) is not SourceKind.OUTLET:
            return None
        if not cluster.names:
            cluster.places.append((first, head))
        return cluster

    def _carries(self, name: Name, frame: Sequence[int]) -> bool:
        cluster = self.clusters.at[name.first]
        if self.kind(cluster) is not SourceKind.OUTLET:
            return False
        lead = self._lead(name.first)
        while self.page.is_possessive(lead - 2 if self.page.at(lead) == "s" else lead):
            lead -= 1
        if self._is_refused(lead, name):
            return False
        near = self.page.at(lead) in _LEADS and abs(lead - frame[-1]) <= _REACH
        return self._leads(name) or lead in frame or near or self._opens(name, lead)

    def _opens(self, name: Name, lead: int) -> bool:
        """'On Radio Pell's "Morning Desk", the minister said', 'In the Courier, she wrote'"""
        on = self.page.at(lead) in ("on", "in") and self.page.starts_sentence(lead)
        return on and (self.page.is_possessive(name.last) or self.page.at(name.last + 1) == ",")
