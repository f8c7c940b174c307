"""Whom a headline or a paragraph describes and the next names: 'The mayor denied it. “No,” Ida Vell said.' -> Ida Vell"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.reading.speakers.agreement import PERSON
from onrecord.reading.speakers.called import is_leading_body
from onrecord.reading.speakers.descriptions import may_be_called
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster, Clusters
from onrecord.reading.speakers.nouns import AUXILIARIES, FEMALE_TITLES, MALE_TITLES
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.phrases import Form, is_plural
from onrecord.reading.speakers.synonyms import LIKE
from onrecord.reading.speakers.walk import Voice
from onrecord.records import SourceKind

_COURTESY = MALE_TITLES | FEMALE_TITLES | {"dr", "doctor", "prof", "professor", "mx"}
_DEPUTIES = frozenset("deputy vice former ex assistant late outgoing".split())
_LEADING = 2  # paragraphs, the title among them
_NEAR = 2  # paragraphs on to the name
_SURENESS = 0.65
_UNNAMED = frozenset(
    "spokesman spokeswoman spokesperson official source insider aide adviser advisor diplomat officer staffer person man woman"
    " representative friend neighbor neighbour resident colleague employee worker relative witness".split()
)
_ON_PURPOSE = _UNNAMED - frozenset("man woman person worker resident employee friend officer".split())
_ASKING = frozenset("asked anonymity condition anonymous unnamed declined familiar briefed".split())


def name_later(page: Page, clusters: Clusters, voices: Sequence[Voice]) -> None:
    """Give who is only described, at the head of the page, the name of the next to speak who is not said to be anything else.

    A body in a headline ("Club denies") is whom the same noun means below it.
    """
    spoken = sorted((v for v in voices if v.phrase.words), key=lambda v: v.place)
    meant = dict(_opening(page, clusters, spoken)) | dict(_introduced(page, spoken))
    for one, other in reversed(list(pairwise(spoken))):
        if one.cluster is None or other.cluster is None or not _is_described(page, one):
            continue
        if _is_first_named(page, one, other):
            meant[one.cluster] = other.cluster
        elif other.cluster in meant and page.paragraph[one.place] == 0 < page.paragraph[other.place]:
            meant[one.cluster] = meant[other.cluster]  # "Archivist denies it", "The keeper of the archive has denied it"
    for voice in spoken:
        found = _holder(page, clusters, voice) or _below(page, clusters, voice, spoken)
        if voice.cluster is not None and found is not None:
            meant.setdefault(voice.cluster, found)
    for voice in voices:
        if voice.cluster in meant:
            _give(voice, meant[voice.cluster])


def _holder(page: Page, clusters: Clusters, voice: Voice) -> Cluster | None:
    """'The mayor denied it.' / 'Mayor Ida Vell said': the one person of the page who is said to be what its head calls her."""
    cluster, of = voice.cluster, voice.phrase
    if cluster is None or cluster.source_kind is not SourceKind.ROLE or not _is_described(page, voice) or of.rest:
        return None
    noun = page.low[of.head]
    nouns = LIKE.get(noun, frozenset()) | {noun}
    held = [c for c in clusters.all if c.kind == PERSON and nouns & c.roles and not (_DEPUTIES & c.details - set(of.modifiers))]
    return held[0] if len(held) == 1 and noun not in _UNNAMED and held[0].firsts[0] > of.last else None


def _introduced(page: Page, spoken: Sequence[Voice]) -> Iterator[tuple[Cluster, Cluster]]:
    """'A former inspector testified ...' / '“I asked him,” Ida Vell told the panel': nobody is named without being introduced.

    So who speaks next under a full name that nothing else is said of is whom the paragraph before introduced as "a".
    """
    groups: dict[str | None, list[Voice]] = {}
    for v in spoken:
        if v.cluster is not None:
            groups.setdefault(v.attribution.parent, []).append(v)
    for beside in groups.values():
        apart = [v for k, v in enumerate(beside) if k == 0 or v.cluster is not beside[k - 1].cluster]
        for one, other in pairwise(apart):
            next_to = page.paragraph[other.place] - page.paragraph[one.place] == 1
            if (
                next_to
                and _is_introducing(page, one, _UNNAMED)
                and _is_first_named(page, one, other)
                and one.cluster
                and other.cluster
            ):
                yield one.cluster, other.cluster


def _opening(page: Page, clusters: Clusters, spoken: Sequence[Voice]) -> Iterator[tuple[Cluster, Cluster]]:
    """'A man accused of arson told officers he slept.' / 'Leo Brandt was arrested.': whose name opens what follows."""
    starts = dict(zip(reversed(page.paragraph), range(len(page.low) - 1, -1, -1), strict=True))
    for voice in spoken:
        at = starts.get(page.paragraph[voice.place] + 1, -1)
        name = clusters.names.get(at)
        leading = page.paragraph[voice.place] < _LEADING and _is_bare_role(voice.cluster)  # "Nurse tells jury" ... "she said"
        if name is None or voice.cluster is None or not (leading or _is_introducing(page, voice, _ON_PURPOSE)):
            continue
        found = clusters.at[at]
        new = found.kind == PERSON and name.is_full and found.firsts[0] == at and not (found.roles - _COURTESY or found.basis)
        apart = voice.cluster.gender and found.gender and voice.cluster.gender != found.gender
        aged = page.at(name.last + 1) == "," and page.at(name.last + 2).isdigit()
        if new and not apart and (page.at(name.last + 1) in AUXILIARIES or aged):
            yield voice.cluster, found


def _is_bare_role(cluster: Cluster | None) -> bool:
    """'Nurse' of a headline: one person, of whom nothing but the noun is said."""
    alone = cluster is not None and cluster.kind == SOMEBODY and cluster.source_kind is SourceKind.ROLE
    return alone and cluster is not None and len(cluster.phrase) == 1


def _is_introducing(page: Page, voice: Voice, but: frozenset[str]) -> bool:
    """'A former inspector'; not 'a spokesman', 'an aide', who are not named on purpose."""
    cluster, of = voice.cluster, voice.phrase
    apt = of.form is Form.NOUN and of.start in ("a", "an") and page.low[of.head] not in but
    some = cluster is not None and cluster.kind == SOMEBODY and cluster.source_kind is SourceKind.ROLE
    first = some and cluster is not None and min(cluster.places, default=(0, 0))[0] >= of.first
    return apt and first and not any(page.low[i] in _ASKING for i in of.words)


def _give(voice: Voice, cluster: Cluster) -> None:
    if voice.phrase.words:
        cluster.places.append((voice.phrase.first, voice.phrase.last))
    voice.give(cluster, min(voice.confidence, _SURENESS))


def _is_described(page: Page, voice: Voice) -> bool:
    """'The mayor', 'Archivist': one person, by what he is."""
    cluster, of = voice.cluster, voice.phrase
    bare = page.paragraph[voice.place] == 0 and of.start not in ("a", "an", "one")
    apt = of.form is Form.NOUN and (of.start == "the" or bare) and page.paragraph[voice.place] < _LEADING
    return apt and cluster is not None and cluster.kind == SOMEBODY and cluster.source_kind is SourceKind.ROLE


def _is_first_named(page: Page, one: Voice, other: Voice) -> bool:
    """Whether the next who speaks is named there for the first time, by his full name, and nothing says what he is."""
    found = other.cluster
    if one.cluster is None or found is None or found.kind != PERSON or found.roles - _COURTESY or found.basis is not None:
        return False
    first = min(found.names, key=lambda n: n.first)
    near = page.paragraph[other.place] - page.paragraph[one.place] <= _NEAR
    apart = not one.cluster.gender or not found.gender or one.cluster.gender == found.gender
    return near and apart and first.is_full and first.first == other.phrase.first and page.at(first.last + 1) != ","


def _below(page: Page, clusters: Clusters, voice: Voice, spoken: Sequence[Voice]) -> Cluster | None:
    """Whom 'the club' means further down, for the "Club" of a headline; else the one body below it that may be called so."""
    if voice.cluster is None or page.paragraph[voice.place] > 0 or voice.cluster.kind != SOMEBODY:
        return None
    noun = page.low[voice.phrase.head]
    alike = (
        v
        for v in spoken
        if v.place > voice.place and v.phrase.form is Form.NOUN and page.low[v.phrase.head] == noun and v.cluster
    )
    found = next((v.cluster for v in alike if v.cluster is not None and v.cluster.kind != SOMEBODY), None)
    if found is not None or voice.cluster.source_kind is not SourceKind.ORGANIZATION or len(voice.phrase.words) > 1:
        return found
    lead = [c for c in clusters.all if is_leading_body(page, c) and may_be_called(c, noun)]
    return lead[0] if len(lead) == 1 and not is_plural(page, voice.phrase) else None
