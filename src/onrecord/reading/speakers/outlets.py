"""Which names of a page are outlets, and which of them 'the paper', 'the station', 'the agency' means."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.reading.speakers import kinds
from onrecord.reading.speakers.agreement import PERSON, PLACE, Name
from onrecord.reading.speakers.given import GIVEN
from onrecord.reading.speakers.leading import Leading
from onrecord.reading.speakers.mentions import Cluster, Clusters
from onrecord.reading.speakers.nouns import BODIES, OUTLET_WORDS
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.phrases import Form, Phrase
from onrecord.reading.speakers.press import KNOWN
from onrecord.records import Attribution, SourceKind

_PRINTED = frozenset(
    "reported reports reporting report publishes published broke broken reveals printed headlined wrote writes written quotes"
    " quoted".split()
)
_PRINTS_FOR_SURE = frozenset("reported reports publishes published reveals".split())
_BROADCAST = frozenset("radio tv television fm am broadcasting channel station network broadcaster".split())
_AGENCIES = frozenset("wire newswire agency reuters ap afp tass xinhua interfax dpa ansa kyodo".split())
_SITES = frozenset("desk online com net org site website".split())
_OTHER_SORTS = frozenset("podcast newsletter blog magazine programme".split())
_PRESS = frozenset(("press",))  # "the Associated Press", "the Halden Free Press"
_PRINT = OUTLET_WORDS - _PRESS - _BROADCAST - _AGENCIES - _SITES - _OTHER_SORTS
_SORTS = {"broadcast": _BROADCAST, "agency": _AGENCIES, "site": _SITES, "other": _OTHER_SORTS, "press": _PRESS, "print": _PRINT}
_CALLED = {  # noun -> the sorts of outlet that it may mean; "" is an outlet of no sort that can be told
    **dict.fromkeys(("paper", "newspaper", "tabloid", "broadsheet", "daily", "weekly"), frozenset(("print", "press", ""))),
    **dict.fromkeys(("station", "broadcaster", "channel", "network"), frozenset(("broadcast", ""))),
    **dict.fromkeys(("agency", "newswire", "wire", "service"), frozenset(("agency", "press"))),
    **dict.fromkeys(("site", "website", "blog"), frozenset(("site", "print", ""))),
    **dict.fromkeys(("newsletter", "podcast", "journal", "programme", "show"), frozenset(("other", ""))),
    **dict.fromkeys(("magazine", "mag"), frozenset(("other", "print", ""))),
    **dict.fromkeys(("outlet", "publication", "newsroom"), frozenset((*_SORTS, ""))),
}
CALLED = frozenset(_CALLED)
_ON_AIR = ("fm", "tv", "radio")
_PLAIN = frozenset("news wire public same daily weekly morning evening trade independent private".split())
_LOOKS = frozenset("pink yellow red left-wing right-wing left right wing liberal conservative state-run government".split())
_FAR = 60  # names back
_LEADING, _NEXT = 1, 2  # paragraphs
_SAME = 3  # sentences back
_AUTHORITIES = BODIES - frozenset(("agency", "service"))


@dataclass(slots=True)
class Outlets:
    """kind(cluster): what a named cluster is. meant(phrase): the outlet that 'the paper' stands for, as far as the page says.

    own: the article's own outlet, in small letters.
    """

    page: Page
    clusters: Clusters
    sources: Iterable[tuple[Phrase, Attribution]]
    leading: Leading
    _firsts: list[int] = field(init=False)
    _this: int = field(init=False)
    _carried: Counter[int] = field(default_factory=Counter)
    _prints: set[int] = field(default_factory=set)
    _kinds: dict[Cluster, SourceKind] = field(default_factory=dict)
    _sorts: dict[Cluster, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._firsts = sorted(self.clusters.names)
        low = self.page.low
        own = (i for i, w in enumerate(low) if w == "this" and self.page.at(i + 1) in _CALLED)
        self._this = next(own, len(low))
        self._carried.update(n.first for n in self.clusters.names.values() if self.leading.leads(n))
        for phrase, attribution in self.sources:
            if phrase.form is Form.NAME:
                cue = {self.page.low[i] for i in self.page.numbers(attribution.cue)}
                self._carried[phrase.first] += bool(cue & _PRINTED) + bool(cue & _PRINTS_FOR_SURE)
                self._prints |= {phrase.first} if cue & _PRINTS_FOR_SURE else set()
        self._carried = +self._carried

    def kind(self, cluster: Cluster) -> SourceKind:
        if cluster.source_kind is not None:
            return cluster.source_kind
        if cluster not in self._kinds:
            self._kinds[cluster] = kinds.of_cluster(self.page, cluster, self._carried)
        return self._kinds[cluster]

    def prints(self, cluster: Cluster) -> bool:
        """Whether it is an outlet that reports or publishes: 'Ledgerline reported', whatever the entity head took it for."""
        printed = any(n.first in self._prints for n in cluster.names)
        return printed and kinds.of_cluster(self.page, cluster, self._carried) is SourceKind.OUTLET

    def kind_of(self, cluster: Cluster) -> SourceKind | None:
        """The kind of one with or without a name, None where it is not known yet."""
        return self.kind(cluster) if cluster.names else cluster.source_kind

    def meant(self, of: Phrase) -> Cluster | None:
        """'the paper' -> the outlet of that sort that was named last before it; 'the local paper' is none of these."""
        noun = self.page.low[of.head]
        if of.start in ("a", "an") and noun in _CALLED and kinds.of_phrase(self.page, of) is not SourceKind.DOCUMENT:
            return self.later(of.last, noun)
        if of.start not in ("the", "that") or noun not in _CALLED or of.rest or not self._is_bare(of):
            return None
        found = self.last(of.first, noun)
        if found is None and "same" in of.modifiers:
            before = {k: c for c, k in self._named_before(of.first).items() if self.kind(c) is SourceKind.OUTLET}
            near = max(before, default=None)
            found = (
                before[near] if near is not None and self.page.sentence[of.first] - self.page.sentence[near] <= _SAME else None
            )
        return found

    def later(self, i: int, noun: str) -> Cluster | None:
        """'a foreign radio station' of a headline or first paragraph -> the first outlet of that sort that is named next."""
        sorts, paragraph = _CALLED.get(noun, frozenset[str]()), self.page.paragraph[i]
        before = (k for c, k in self._named_before(i).items() if self.kind(c) is SourceKind.OUTLET)
        if paragraph > _LEADING or any(self.page.at(k - 1) != "(" for k in before):  # "(Meridian Wire) -"
            return None
        for k in self._firsts[bisect_left(self._firsts, i) :]:
            if self.page.paragraph[k] > paragraph + _NEXT:
                return None
            found = self.clusters.at[k]
            if self.kind(found) is SourceKind.OUTLET and self._sort(found) in sorts:
                return found
        return None

    def last(self, i: int, noun: str) -> Cluster | None:
        """The outlet that was named last before word i, of those the text calls so or that may be called so.

        An agency only where no authority was named since.
        """
        before, sorts = self._named_before(i), _CALLED[noun]
        new = self._new(i, before) if "" in sorts else None
        if new is not None:
            return new
        known = [c for c in before if self.kind(c) is SourceKind.OUTLET]
        if self._this < i:  # "this newspaper": its own
            known = [c for c in known if self.page.paragraph[before[c]] == self.page.paragraph[i]]
        apt = [c for c in known if noun in c.roles] or [c for c in known if self._sort(c) in sorts]
        here = [c for c in known if self.page.paragraph[before[c]] == self.page.paragraph[i]]
        apt = apt or (here if len(here) == 1 else [])  # "The Halden Beacon had predicted it; the channel explained"
        found = max(apt, key=lambda c: before[c], default=None)
        if found is None or noun not in _AGENCIES | {"service"}:
            return found
        bodies = (c for c in before if c.kind != PERSON and any(w in _AUTHORITIES for n in c.names for w in n.key))
        return found if all(before[c] < before[found] for c in bodies) else None

    def is_on_air(self, cluster: Cluster) -> bool:
        """Radio Pell, Sky Sports: one that words are said on."""
        return self.kind(cluster) is SourceKind.OUTLET and (
            self._sort(cluster) == "broadcast" or not KNOWN.isdisjoint(cluster.keys)
        )

    def _is_bare(self, of: Phrase) -> bool:
        """'the Italian paper', 'the news agency'; not 'the local paper', which says more than whom it means."""
        between = range(of.first + 1, of.head)
        if any(self.page.is_possessive(i) for i in between):
            return False
        return all(self.page.is_capital(i) or self.page.low[i] in _PLAIN | _LOOKS for i in between)

    def _named_before(self, i: int) -> dict[Cluster, int]:
        """Cluster -> the last word before word i where it is named."""
        at = bisect_left(self._firsts, i)
        return {self.clusters.at[k]: k for k in self._firsts[max(0, at - _FAR) : at]}

    def _new(self, i: int, before: dict[Cluster, int]) -> Cluster | None:
        """'L'Aubade has a letter. The daily says ...': what was told, or opened the sentence, just before, no outlet since."""
        since = max((k for c, k in before.items() if self.kind(c) is SourceKind.OUTLET), default=-1)
        near = (n for c, k in before.items() if k > since and self._may_be_new(n := self.clusters.names[k], i))
        name = max(near, key=lambda n: n.first, default=None)
        if name is None:
            return None
        found = self.clusters.at[name.first]
        found.source_kind = SourceKind.OUTLET
        return found

    def _may_be_new(self, name: Name, i: int) -> bool:
        """Whether nothing says that a name in the sentence before word i is a person's or a place's."""
        near = 0 <= self.page.sentence[i] - self.page.sentence[name.first] <= 1
        found = self.clusters.at[name.first]
        said = found.kind == PLACE or found.roles or found.gender or name.titles or name.key[0] in GIVEN
        said = said or self.page.at(name.last + 1) in _BROADCAST | {"state"}  # "Marovian state television"
        if not near or self.page.paragraph[name.first] != self.page.paragraph[i] or said:
            return False
        if self.kind(found) is not SourceKind.PERSON:
            return False
        short = len(name.key) == 1 or len(name.key[0]) == 1  # "L'Aubade"
        return self.leading.leads(name) or (short and self.page.starts_sentence(name.first))

    def _sort(self, cluster: Cluster) -> str:
        if cluster not in self._sorts:
            self._sorts[cluster] = self._find_sort(cluster)
        return self._sorts[cluster]

    def _find_sort(self, cluster: Cluster) -> str:
        if kinds.is_call_sign(self.page, cluster) or any(n.key[-1].endswith(_ON_AIR) for n in cluster.names):
            return "broadcast"  # "SAfm"
        said = cluster.roles | {w for n in cluster.names for w in (n.key[0], n.key[-1])}
        return next((sort for sort, words in _SORTS.items() if said & words), "")
