"""An audit: what the sourcing of one article comes to, in shares, and what an editor's rules would have a second look at."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.reading import Reading
from onrecord.records.span import Span


class SourceClass(StrEnum):
    """The classes sources are counted in; each source is in one (docs/glossary.md has an example of each)."""

    NAMED = "named"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    OUTLET = "outlet"
    AUTHOR = "author"
    NOBODY = "nobody"
    UNRESOLVED = "unresolved"


class RuleName(StrEnum):
    """What the rules look for; `onrecord audit --rules` tells what each asks and which guideline it follows."""

    PLURAL_SOURCES = "plural-sources"
    ANONYMOUS_OPINION = "anonymous-opinion"
    UNEXPLAINED_ANONYMITY = "unexplained-anonymity"
    LATE_ATTRIBUTION = "late-attribution"
    UNANSWERED_ALLEGATION = "unanswered-allegation"
    SINGLE_SOURCE = "single-source"


@dataclass(frozen=True, slots=True)
class Share:
    """Share(NAMED, 3, 7, 120): three named sources speak in seven attributions, 120 words of content are theirs.

    sources is 0 for nobody and unresolved: how many there are is what the text does not say.
    """

    source_class: SourceClass
    sources: int
    attributions: int
    words: int


@dataclass(frozen=True, slots=True)
class SourceUse:
    """What a story takes from one source: SourceUse("s2", ("a1",), ("a2", "a3"), 12, 60).

    says: ids of the attributions in which it speaks; carries: those of others whose words came through it. words are its own,
    carried the others'; a word belongs to the innermost attribution it stands in.
    """

    source: str
    says: tuple[str, ...]
    carries: tuple[str, ...]
    words: int
    carried: int

    @property
    def resting(self) -> int:
        """How many attributions rest on this source: spoken by it or passed on by it."""
        return len(self.says) + len(self.carries)


@dataclass(frozen=True, slots=True)
class Route:
    """A way words took to the article: Voss -> The Tide -> article is Route("s1", ("s2",), ("a3", "a4"), 41).

    speaker is the id of a source, None where the text does not say who speaks; through: the ids of those who passed the words
    on, nearest to the speaker first, none for words that the article has from the speaker himself.
    """

    speaker: str | None
    through: tuple[str, ...]
    attributions: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing a rule points at: what the text shows (`evidence`, a line for a person), where, and whom it concerns.

    It is no verdict: whether anything is amiss is for the person at the desk. spans are the words to look at, in order;
    attributions and sources are ids of the reading.
    """

    rule: RuleName
    evidence: str
    spans: tuple[Span, ...]
    attributions: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """The sourcing of one article, counted and looked over by the rules.

    words: words of the text; attributed: how many of them stand in the content of an attribution. shares has one entry for each
    class of source, uses one for each source that speaks or carries, most used first, routes the ways words took, most words
    first. not_asked: rules that need to know who the sources are, where the reading does not say.
    """

    reading: Reading
    words: int
    attributed: int
    shares: tuple[Share, ...]
    uses: tuple[SourceUse, ...]
    routes: tuple[Route, ...]
    observations: tuple[Observation, ...]
    not_asked: tuple[RuleName, ...]
