"""What carried words without being their source: 'told Radio Pell', 'in an interview with', 'first reported by', 'seen by'."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.reading.speakers import kinds
from onrecord.reading.speakers.mentions import Cluster, Clusters
from onrecord.reading.speakers.names import PERSON, Name
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.phrases import Form
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
    "critic reporter correspondent columnist reviewer blogger anchor host journalist presenter interviewer".split()
)
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
    _told: frozenset[int] = field(init=False)
    _kinds: dict[Cluster, SourceKind] = field(default_factory=dict)
    _contents: dict[str, tuple[int, int]] = field(default_factory=dict)
    _sentences: dict[int, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        told = {n.first for n in self.clusters.names.values() if self._leads(n)}
        printing = {v.phrase.first for v in self.voices if v.phrase.form is Form.NAME and self._prints(v)}
        self._told = frozenset(told | printing)
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
        found = dict.fromkeys([*self._of_staff(voice), *self._around(voice)])
        return [c for c in found if c is not voice.cluster and not self._is_own(c)]

    def _leads(self, name: Name) -> bool:
        """Whether words of telling or publishing lead to a name."""
        i = name.first - 1
        while self.page.at(i) in ("the", "a", "an") or (i > 0 and self.page.at(i) in ("'", "’")):
            i -= 1
        before = self.page.at(i)
        if before in _TELLING:
            return True
        near = {self.page.at(k) for k in range(max(0, i - _REACH), i) if self.page.sentence[k] == self.page.sentence[i]}
        return (before == "by" and self.page.at(i - 1) in _BY) or (
            before in ("with", "to", "on", "for", "in") and bool(near & _WITH)
        )

    def _prints(self, voice: Voice) -> bool:
        return any(self.page.low[i] in _PRINTED for i in self.page.numbers(voice.attribution.cue))

    def _is_own(self, cluster: Cluster) -> bool:
        """Whether an outlet is the article's own."""
        own = (self.document.outlet or "").lower().removeprefix("the ")
        return bool(own) and any(" ".join(n.key) == own for n in cluster.names)

    def _of_staff(self, voice: Voice) -> Iterator[Cluster]:
        """'the Harbour Post's critic wrote', 'a letter seen by the Post': outlets inside the source itself."""
        for i in voice.phrase.words:
            name = self.clusters.names.get(i)
            if name is None or name.kind == PERSON or self.clusters.at[i] is voice.cluster:
                continue
            after = self.page.after_possessive(name.last) if self.page.is_possessive(name.last) else name.last + 1
            staff = any(self.page.at(k) in _STAFF for k in range(after, after + 3))
            seen = self.page.at(name.first - 1 - (self.page.at(name.first - 1) == "the")) == "by" and self._leads(name)
            if (staff or seen) and self.kind(self.clusters.at[i]) is SourceKind.OUTLET:
                yield self.clusters.at[i]

    def _around(self, voice: Voice) -> Iterator[Cluster]:
        """Outlets in the sentence of source and cue, outside all that is said, that words of telling lead to."""
        frame = self.page.numbers((*voice.attribution.source, *voice.attribution.cue))
        if not frame:
            return
        said = set(self.page.numbers(voice.attribution.content))
        first, last = self._sentences[self.page.sentence[frame[-1]]]
        first, last = max(first, frame[0] - _LONGEST), min(last, frame[-1] + _LONGEST)
        outer = self._contents.get(voice.attribution.parent or "")
        if outer is not None:  # what stands outside the parent's words is the parent's to pass on
            first, last = max(first, outer[0]), min(last, outer[1])
        for i in range(first, last + 1):
            name = self.clusters.names.get(i)
            if name is not None and i not in said and i not in frame and self._carries(name, frame):
                yield self.clusters.at[i]

    def _carries(self, name: Name, frame: Sequence[int]) -> bool:
        cluster = self.clusters.at[name.first]
        if self.kind(cluster) is not SourceKind.OUTLET:
            return False
        lead = name.first - 1
        while self.page.at(lead) in ("the", "a", "an") or self.page.is_possessive(
            lead - 2 if self.page.at(lead) == "s" else lead
        ):
            lead -= 1
        return self._leads(name) or lead in frame or (self.page.at(lead) in _LEADS and abs(lead - frame[-1]) <= _REACH)
