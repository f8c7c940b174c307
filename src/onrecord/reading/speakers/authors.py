"""Who writes: 'I' outside all quotations. A signature, the byline or a line about the author at the end gives the name."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.reading.speakers.agreement import PERSON
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster, Clusters
from onrecord.reading.speakers.names import Name
from onrecord.reading.speakers.nouns import FIRST_PLURAL
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.walk import Voice
from onrecord.records import Document, SourceKind

_SIGNATURE = 12  # words of a paragraph that is one
_ABOUT = frozenset(("is", "was", "writes", "teaches", "lives", "works"))
_SIGNED, _ABOUT_THE_AUTHOR, _WRITER = 0.9, 0.85, 0.8
_QUESTION = "q"
_WRITERS = frozenset(("reporter", "writer", "column", "columnist", "correspondent"))


@dataclass(slots=True)
class Authors:
    """Authors(document, page, clusters).speak(voices): first persons that no attribution holds become the author's."""

    document: Document
    page: Page
    clusters: Clusters
    _writer: Cluster | None = None
    _signatures: list[tuple[int, Cluster]] = field(init=False)
    _starts: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = {}
        for i, p in enumerate(self.page.paragraph):
            self._starts.setdefault(p, i)
        self._signatures = [(n.first, self.clusters.at[n.first]) for n in self.clusters.names.values() if self._is_signature(n)]

    def speak(self, voices: Sequence[Voice]) -> None:
        for voice in voices:
            words = [self.page.low[i] for i in voice.phrase.words]
            if words == [_QUESTION] or (words[:1] == ["this"] and words[-1] in _WRITERS):
                voice.give(self.writer(), _WRITER)
            elif voice.first_person and voice.cluster is None and voice.attribution.parent is None:
                self._sign(voice)

    def writer(self) -> Cluster:
        """The article's author, one a document."""
        if self._writer is None:
            named = self._about()
            self._writer = named if named is not None else Cluster(SOMEBODY)
            self._writer.source_kind = SourceKind.AUTHOR
        return self._writer

    def _sign(self, voice: Voice) -> None:
        signed = min((s for s in self._signatures if s[0] > voice.place), key=lambda s: s[0], default=None)
        if signed is not None:
            signed[1].source_kind = SourceKind.AUTHOR
            voice.give(signed[1], _SIGNED)
            voice.note()
        elif voice.phrase.start not in FIRST_PLURAL or not self.page.quoted[voice.place]:
            voice.give(self.writer(), _ABOUT_THE_AUTHOR if self.writer().names else _WRITER)
            voice.note()

    def _is_signature(self, name: Name) -> bool:
        """'Ida Vell, Halden' as a paragraph of its own, not the first."""
        number = self.page.paragraph[name.first]
        start, end = self._starts[number], self._starts.get(number + 1, len(self.page.low))
        if name.kind != PERSON or len(name.key) < 2 or number == 0 or end - start > _SIGNATURE:
            return False
        opens = all(not self.page.words[i][0].isalnum() or self.page.is_capital(i) for i in range(start, name.first))
        after = [self.page.words[i] for i in range(name.last + 1, end) if self.page.words[i][0].isalpha()]
        return opens and all(w[0].isupper() or len(w) < 4 for w in after) and self.page.at(end - 1) not in ("?", ":")

    def _about(self) -> Cluster | None:
        """'Ida Vell is a ferry captain.' opens the last paragraph: a line about the author."""
        last = self.page.paragraph[-1]
        i = self._starts[last]
        name = self.clusters.names.get(i)
        if name is not None and name.kind == PERSON and last > 0 and self.page.at(name.last + 1) in (*_ABOUT, ","):
            cluster = self.clusters.at[i]
            return (
                cluster
                if len(cluster.names) == len([n for n in cluster.names if self.page.paragraph[n.first] == last])
                else None
            )
        return None
