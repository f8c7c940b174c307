"""Reading -> who speaks in it: every attribution's source resolved, its kind, and the chain its words came through."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from onrecord.models.features import Features
from onrecord.models.ties import Ties
from onrecord.reading.lexicon import BE
from onrecord.reading.speakers import roles
from onrecord.reading.speakers.address import Address
from onrecord.reading.speakers.authors import Authors
from onrecord.reading.speakers.carriers import Carriers
from onrecord.reading.speakers.first_person import speak
from onrecord.reading.speakers.later import name_later
from onrecord.reading.speakers.mentions import Cluster, Clusters
from onrecord.reading.speakers.names import Named
from onrecord.reading.speakers.nobody import Nobody
from onrecord.reading.speakers.nouns import AUXILIARIES, QUANTIFIERS, SUBJECT_PRONOUNS
from onrecord.reading.speakers.page import Page, page
from onrecord.reading.speakers.phrases import phrase
from onrecord.reading.speakers.sources import Ledger
from onrecord.reading.speakers.walk import Voice, Walk
from onrecord.records import Attribution, Document, Mark, MarkType, Source, SourceKind
from onrecord.records.reading import AUTHOR


class Resolved(NamedTuple):
    sources: tuple[Source, ...]
    attributions: tuple[Attribution, ...]
    marks: tuple[Mark, ...]


def resolve(
    document: Document,
    features: Features,
    entities: Iterable[Named],
    attributions: Sequence[Attribution],
    marks: Sequence[Mark],
    ties: Ties | None = None,
) -> Resolved:
    """'Ida Vell said no. She told Radio Pell ...' -> source s1, hers in both, and the second chain (s1, s2)."""
    walk = walked(document, features, entities, attributions, ties)
    carriers = Carriers(document, walk.page, walk.clusters, walk.voices, walk.descriptions, walk.outlets)
    ledger = Ledger(walk.page, document, carriers)
    chains = _chains(walk.voices, carriers)
    for cluster in sorted({c for chain in chains.values() for c in chain}, key=ledger.place):
        ledger.enter(cluster)
    told = tuple(
        replace(v.attribution, source_id=ledger.id_of(v.cluster), chain=tuple(map(ledger.named, chains[v.attribution.id])))
        for v in walk.voices
    )
    vague = [m for v in walk.voices if (m := _vague(v)) is not None]
    return Resolved(tuple(ledger.sources), told, tuple(sorted((*marks, *vague), key=lambda m: (m.start, m.end))))


def walked(
    document: Document,
    features: Features,
    entities: Iterable[Named],
    attributions: Sequence[Attribution],
    ties: Ties | None = None,
) -> Walk:
    """The walk over a document, done: every voice has its cluster, or none."""
    seen = page(document.text, features)
    spoken = frozenset(i for a in attributions for i in seen.numbers(a.source))
    clusters = Clusters(seen, entities, spoken, document.outlet)
    roles.learn(seen, clusters)
    walk = Walk(seen, clusters, [voice(seen, clusters, a) for a in attributions], ties)
    walk.run()
    name_later(seen, clusters, walk.voices)
    Nobody(seen).speak(walk.voices)
    Address(seen, clusters, walk.descriptions).speak(walk.voices)
    speak(seen, walk.voices)
    Authors(document, seen, clusters).speak(walk.voices)
    return walk


def voice(seen: Page, clusters: Clusters, a: Attribution) -> Voice:
    a = _by_whom(seen, clusters, a)
    words = seen.numbers(a.source)
    cue = seen.numbers(a.cue)
    if any(rule(seen, words, cue) for rule in (_is_accused, _only_counts, _only_hears, _is_thought_of)):
        a, words = replace(a, source=()), ()
    of = phrase(seen, clusters, words)
    place = of.first if of.words else seen.numbers(a.cue or a.content)[0]
    return Voice(a, of, place)


def _by_whom(seen: Page, clusters: Clusters, a: Attribution) -> Attribution:
    """'Vell was quoted as saying by the Post': Vell says it; the Post passes it on. 'Quoted Vell | as saying'."""
    words, cue = seen.numbers(a.source), seen.numbers(a.cue)
    if not words and cue and seen.low[cue[0]] == "saying" and seen.at(cue[0] - 1) == "as":
        before = next((n for n in clusters.names.values() if n.last == cue[0] - 2), None)
        return replace(a, source=(seen.span(before.first, before.last),)) if before is not None else a
    quoted = next((i for i in cue if seen.low[i] == "quoted"), None)
    if not words or quoted is None or seen.at(words[0] - 1) != "by" or words[0] < cue[-1]:
        return a
    at = quoted - 1
    while seen.at(at) in BE | _HAS:
        at -= 1
    name = next((n for n in clusters.names.values() if n.last == at), None)
    if name is None and seen.at(at) not in SUBJECT_PRONOUNS:
        return a
    return replace(a, source=(seen.span(name.first if name is not None else at, at),))


def _is_accused(seen: Page, words: Sequence[int], cue: Sequence[int]) -> bool:
    """'A nurse accused of theft', 'Vell is accused of lying': who is accused accuses nobody."""
    if not words or not cue or words[-1] > cue[0]:
        return False
    at = next((i for i in cue if seen.low[i] == "accused"), None)
    return at is not None and seen.at(at + 1) == "of" and (at != cue[0] or words[-1] == at - 1)


def _only_counts(seen: Page, words: Sequence[int], cue: Sequence[int]) -> bool:
    """'offered some pointed advice': a quantifier that a verb governs, whose noun follows, speaks for nobody."""
    if len(words) != 1 or seen.low[words[0]] not in QUANTIFIERS or words[0] - 1 in cue or words[0] == 0:
        return False
    before = seen.low[words[0] - 1]
    governed = before.endswith("ed") or before in AUXILIARIES or before in _TAKING
    return governed and not seen.starts_sentence(words[0])


def _only_hears(seen: Page, words: Sequence[int], cue: Sequence[int]) -> bool:
    """'Passengers are reminded that', 'I am told that': who is told speaks for nobody."""
    if not words or not cue or words[-1] > cue[0]:
        return False
    if [seen.low[i] for i in words] == ["it"] and seen.low[cue[0]] in BE | _HAS and seen.at(cue[-1] + 1) == "that":
        return True  # "It has been suggested that"
    if seen.low[cue[-1]] not in _TOLD:
        return False
    return any(seen.low[i] in BE for i in cue[:-1]) and seen.at(cue[-1] + 1) not in ("by", "about")


def _is_thought_of(seen: Page, words: Sequence[int], cue: Sequence[int]) -> bool:
    """'The bronze is thought to be worth millions', 'The two were widely believed to have married': whom it is thought of."""
    if not words or not cue or words[-1] > cue[0] or seen.low[cue[0]] not in BE or cue[-1] - cue[0] > _ADVERBS:
        return False
    return seen.low[cue[-1]] in _SUPPOSED and seen.at(cue[-1] + 1) == "to"


_ADVERBS = 2  # between "were" and "believed"
_SUPPOSED = frozenset(
    "thought believed expected feared rumoured rumored understood known assumed presumed suspected said alleged reported"
    " claimed estimated reputed".split()
)
_HAS = frozenset("has had have was is".split())
_TOLD = frozenset("told reminded warned advised informed assured notified instructed briefed urged".split())
_TAKING = frozenset("gave give gives made make makes took take takes got get gets drew found find saw see left heard".split())
_DEPTH = 12


def _chains(voices: Sequence[Voice], carriers: Carriers) -> dict[str, list[Cluster]]:
    """Attribution id -> the speaker, what carried the words, then the chain of the attribution around it."""
    by_id = {v.attribution.id: v for v in voices}
    out = {}
    for v in voices:
        links: list[Cluster] = []
        above: Voice | None = v
        for _ in range(_DEPTH):
            if above is None:
                break
            links += [c for c in (above.cluster, *carriers.of(above)) if c is not None]
            above = by_id.get(above.attribution.parent or "")
        out[v.attribution.id] = without_returns(links, carriers.kind)
    return out


def without_returns(links: Sequence[Cluster], kind: Callable[[Cluster], SourceKind]) -> list[Cluster]:
    """A, Radio Pell, A, Radio Pell -> A, Radio Pell: an outlet stands once, for all it passed on; neighbours are one."""
    last = {c: k for k, c in enumerate(links)}
    once = [c for k, c in enumerate(links) if last[c] == k or kind(c) is not SourceKind.OUTLET]
    return [c for k, c in enumerate(once) if k == 0 or c is not once[k - 1]]


def _vague(v: Voice) -> Mark | None:
    if v.cluster is None or v.cluster.source_kind is not SourceKind.PUBLIC or not v.attribution.source:
        return None
    spans = v.attribution.source
    return Mark(MarkType.VAGUE_SOURCE, spans[0].start, spans[-1].end, v.attribution.parent or AUTHOR)
