"""Clusters -> the Source records of a reading, numbered in the order in which they appear."""

from dataclasses import dataclass, field

from onrecord.reading.speakers.basis import basis
from onrecord.reading.speakers.carriers import Carriers
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster, fullest
from onrecord.reading.speakers.page import Page
from onrecord.records import Document, Source, SourceKind

_NEVER_NAMED = frozenset((SourceKind.ROLE, SourceKind.PUBLIC, SourceKind.UNKNOWN))


@dataclass(slots=True)
class Ledger:
    """enter(cluster) gives it its number; sources are the records so far."""

    page: Page
    document: Document
    carriers: Carriers
    sources: list[Source] = field(default_factory=list)
    _ids: dict[Cluster, str] = field(default_factory=dict)

    def place(self, cluster: Cluster) -> tuple[int, int]:
        return min(cluster.places, default=(len(self.page.low), 0))

    def id_of(self, cluster: Cluster | None) -> str | None:
        return None if cluster is None else self._ids[cluster]

    def named(self, cluster: Cluster) -> str:
        return self._ids[cluster]

    def enter(self, cluster: Cluster) -> None:
        kind = self.carriers.kind(cluster)
        name, named = self._name(cluster, kind)
        self._ids[cluster] = f"s{len(self.sources) + 1}"
        mentions = tuple(self.page.span(*p) for p in sorted(set(cluster.places)))
        self.sources.append(Source(self._ids[cluster], name, kind, named, basis(self.page, cluster), mentions))

    def _name(self, cluster: Cluster, kind: SourceKind) -> tuple[str | None, bool]:
        if cluster.kind != SOMEBODY:
            return fullest(self.page, cluster), kind not in _NEVER_NAMED
        if kind is SourceKind.AUTHOR and self.document.byline:
            return self.document.byline, True
        if cluster.words is None:
            return None, False
        words = cluster.phrase or range(cluster.words[0], cluster.words[1] + 1)
        return self.page.words_of(words[0], words[-1]), False
