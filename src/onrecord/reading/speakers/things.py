"""They, it, who and which: the group, the body or the text that spoke last, or what a clause hangs on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from onrecord.reading.speakers.agreement import PERSON
from onrecord.reading.speakers.antecedents import is_subject
from onrecord.reading.speakers.called import is_near
from onrecord.reading.speakers.descriptions import Descriptions
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster, Clusters
from onrecord.reading.speakers.nouns import DOCUMENTS, IT, RELATIVE, THEY, WRITTEN
from onrecord.reading.speakers.outlets import Outlets
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.phrases import phrase
from onrecord.records import SourceKind

Found = tuple[Cluster | None, float]
_AHEAD = 25
_UNNAMED, _NEIGHBOUR, _UNEXPLAINED = 0.9, 0.7, 0.5
_THINGS = (None, SourceKind.ORGANIZATION, SourceKind.OUTLET, SourceKind.DOCUMENT)
_READS = frozenset("reads read says begins begin ran runs went goes".split())
_EITHER = frozenset("spokesperson chairperson salesperson person".split())


@dataclass(slots=True)
class Things:
    """Things(...).meant(i). bodies, spoke: the walk's own lists, read as they are when it asks."""

    page: Page
    clusters: Clusters
    descriptions: Descriptions
    outlets: Outlets
    bodies: dict[Cluster, None]
    spoke: Sequence[Cluster]
    _they: dict[int, Cluster] = field(default_factory=dict)

    def meant(self, i: int) -> Found | None:
        """Whom a pronoun that is no person's means; None for other words."""
        ways = ((THEY, self._plural), (IT, self.thing), (RELATIVE, self._relative))
        way = next((way for words, way in ways if self.page.low[i] in words), None)
        return way(i) if way is not None else None

    def _plural(self, i: int) -> Found:
        """They: the group that spoke last, here or in the sentence before; one whose noun says neither man nor woman."""
        last = next(iter(self.spoke), None)
        if last is not None and last.kind == SOMEBODY and self._is_either(last) and is_near(self.page, last, i):
            return last, _NEIGHBOUR
        for kinds in ((SourceKind.GROUP, SourceKind.PUBLIC), (SourceKind.DOCUMENT, SourceKind.ORGANIZATION)):
            for cluster in self.spoke:
                if cluster.source_kind in kinds and is_near(self.page, cluster, i):
                    return cluster, _NEIGHBOUR
        found = self._document_before(i)
        return found if found[0] is not None else self._some(i)

    def _is_either(self, cluster: Cluster) -> bool:
        """'A spokesperson said no. They added ...'"""
        return cluster.words is not None and self.page.low[cluster.words[1]] in _EITHER and not cluster.gender

    def _some(self, i: int) -> tuple[Cluster, float]:
        """They whom nothing before explains: a group without a name, one a paragraph."""
        here = self._they.setdefault(
            self.page.paragraph[i], Cluster(SOMEBODY, words=(i, i), phrase=(i,), source_kind=SourceKind.GROUP)
        )
        return here, _UNEXPLAINED

    def thing(self, i: int) -> Found:
        """It: the body, outlet or document that spoke last, or the name that opened the sentence before."""
        for cluster in self.spoke:
            is_thing = cluster.source_kind not in (SourceKind.GROUP, SourceKind.PUBLIC, SourceKind.ROLE)
            person = cluster.kind == PERSON and not self.outlets.prints(cluster)
            if not person and is_thing and self._may_be_it(cluster, i):
                return cluster, _NEIGHBOUR
        for body in islice(reversed(self.bodies), 3):
            if self._may_be_it(body, i) and is_subject(self.page, *body.places[-1]):
                return body, _NEIGHBOUR
        found = self._document_before(i)
        return found if found[0] is not None else self._thing_above(i)

    def _may_be_it(self, thing: Cluster, i: int, sentences: int = 1) -> bool:
        """Near, and not named last in words of which "it" is no part: “While in China, do not move,” it says."""
        last = max((p[0] for p in thing.places if p[0] < i), default=i)
        said = self.page.quoted[last] and not self.page.quoted[i]
        return not said and is_near(self.page, thing, i, sentences)

    def _thing_above(self, i: int) -> Found:
        """'The leaflet says so. I see. It does not say why.': the last thing that spoke in the paragraph."""
        last = next((c for c in self.spoke if c.kind != PERSON and c.source_kind in _THINGS), None)
        here = last is not None and self.page.paragraph[last.places[-1][0]] == self.page.paragraph[i]
        return (last, _UNEXPLAINED) if last is not None and here and self._may_be_it(last, i, 2) else (None, 0.0)

    def _document_before(self, i: int) -> Found:
        """'A note was found. It reads:': the first text or picture of the sentence before."""
        reads, plural = self.page.at(i + 1) in _READS, self.page.low[i] in THEY
        known = DOCUMENTS | WRITTEN if reads else DOCUMENTS
        k, heads = i - 1, list[int]()
        while k >= 0 and self.page.sentence[i] - self.page.sentence[k] <= 1 + reads and i - k < 2 * _AHEAD:
            if self.page.low[k] in known and self.page.low[k].endswith("s") == plural and not self.page.quoted[k]:
                heads.append(k)
            k -= 1
        nearest = [h for h in heads if self.page.sentence[h] == self.page.sentence[heads[0]]]
        if not nearest:
            return None, 0.0
        first = self.descriptions.start(nearest[-1])
        return self.descriptions.speaking(phrase(self.page, self.clusters, tuple(range(first, nearest[-1] + 1))))

    def _relative(self, i: int) -> Found:
        """Who, which: what ends just before it."""
        end = i - 1
        while end >= 0 and self.page.low[end] in (",", "—", "–", "(", "of", "to"):
            end -= 1
        end = self._before_insertion(end)
        if end < 0 or self.page.sentence[end] != self.page.sentence[i]:
            return None, 0.0
        if self.page.at(i - 1) in ("of", "to"):
            return None, 0.0
        named = self.clusters.at.get(end)
        if named is not None and any(n.first <= end <= n.last for n in named.names):
            person = self.page.low[i] == "who"
            if person == (named.kind == PERSON):
                return named, _UNNAMED
            return (self._person_before(end), _NEIGHBOUR) if person else (None, 0.0)
        first = self.descriptions.start(end)
        return self.descriptions.speaking(phrase(self.page, self.clusters, tuple(range(first, end + 1))))

    def _before_insertion(self, end: int) -> int:
        """'a memo, dated 3 May, that': the last word before an insertion that is no noun phrase."""
        comma = next((k for k in range(end, max(-1, end - _AHEAD), -1) if self.page.low[k] == ","), -1)
        opens = self.page.at(comma + 1)
        inserted = comma > 0 and (opens.endswith("ed") or opens in ("seen", "written", "sent", "given"))
        return comma - 1 if inserted and self.page.sentence[comma] == self.page.sentence[end] else end

    def _person_before(self, i: int) -> Cluster | None:
        """'Ida Vell of the Harbour Board, who': the nearest person named in the sentence."""
        for k in range(i, max(-1, i - _AHEAD), -1):
            if self.page.sentence[k] != self.page.sentence[i]:
                return None
            name = self.clusters.names.get(k)
            if name is not None and name.kind == PERSON:
                return self.clusters.at[k]
        return None
