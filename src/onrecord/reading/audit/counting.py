"""Who gets how many words, of what class, by which way: the figures of an audit."""

from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.reading.audit.sourcing import Sourcing
from onrecord.records import Attribution, Reading, Source, SourceKind
from onrecord.records.audit import Route, Share, SourceClass, SourceUse
from onrecord.text.words import words

_BY_KIND = {
    SourceKind.DOCUMENT: SourceClass.DOCUMENT,
    SourceKind.OUTLET: SourceClass.OUTLET,
    SourceKind.AUTHOR: SourceClass.AUTHOR,
}


def source_class(source: Source) -> SourceClass:
    """Ida Vell -> NAMED, "a senior aide" -> UNNAMED, "The Tide" -> OUTLET, the one behind "it was claimed" -> NOBODY."""
    if source.kind in _BY_KIND:
        return _BY_KIND[source.kind]
    if source.named:
        return SourceClass.NAMED
    return SourceClass.UNNAMED if source.name else SourceClass.NOBODY


def attribution_class(sourcing: Sourcing, a: Attribution) -> SourceClass:
    """The class of whoever speaks; words such as "he" of which the reading does not say whom they mean are UNRESOLVED."""
    speaker = sourcing.speaker(a)
    if speaker is not None:
        return source_class(speaker)
    return SourceClass.UNRESOLVED if a.source else SourceClass.NOBODY


def total_words(reading: Reading) -> int:
    return sum(1 for _ in _words(reading.document.text))


def words_by_attribution(reading: Reading) -> Counter[str]:
    """Attribution id -> how many words are its own: each word of content counts for the innermost attribution it stands in.

    'The Tide says [that Voss said [no ship sailed]]' -> 3 for Voss, 3 for The Tide ("that Voss said").
    """
    text = reading.document.text
    depth = _depths(reading.attributions)
    owner: dict[int, str] = {}
    for a in sorted(reading.attributions, key=lambda a: (-depth[a.id], a.start)):
        for span in a.content:
            for start in _words(text, span.start, span.end):
                owner.setdefault(start, a.id)
    return Counter(owner.values())


def _words(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    return (s for s, _ in words(text, start, end) if text[s].isalnum())


def _depths(attributions: Iterable[Attribution]) -> dict[str, int]:
    parents = {a.id: a.parent for a in attributions}
    out: dict[str, int] = {}
    for name in parents:
        seen: list[str] = []
        at: str | None = name
        while at in parents and at not in seen:
            seen.append(at)
            at = parents[at]
        out[name] = len(seen)
    return out


def shares(sourcing: Sourcing, own: Counter[str]) -> tuple[Share, ...]:
    """One Share for each class, in the order of SourceClass, zeros included."""
    held: dict[SourceClass, list[Attribution]] = {c: [] for c in SourceClass}
    for a in sourcing.reading.attributions:
        held[attribution_class(sourcing, a)].append(a)
    uncounted = (SourceClass.NOBODY, SourceClass.UNRESOLVED)
    return tuple(
        Share(c, 0 if c in uncounted else len({a.source_id for a in of}), len(of), sum(own[a.id] for a in of))
        for c, of in held.items()
    )


def uses(sourcing: Sourcing, own: Counter[str]) -> tuple[SourceUse, ...]:
    """One SourceUse for each source that speaks or carries, the one most rests on first; those without a name are left out."""
    carries: dict[str, list[Attribution]] = {}
    for a in sourcing.reading.attributions:
        for s in sourcing.through(a):
            carries.setdefault(s, []).append(a)
    found = [_use(s, sourcing.of(s), carries.get(s.id, []), own) for s in sourcing.reading.sources]
    used = [u for u in found if u.resting and source_class(sourcing.sources[u.source]) is not SourceClass.NOBODY]
    return tuple(sorted(used, key=lambda u: (-u.resting, -u.words - u.carried)))


def _use(source: Source, says: Iterable[Attribution], carries: Iterable[Attribution], own: Counter[str]) -> SourceUse:
    spoken, passed = tuple(a.id for a in says), tuple(a.id for a in carries)
    return SourceUse(source.id, spoken, passed, sum(own[a] for a in spoken), sum(own[a] for a in passed))


def routes(sourcing: Sourcing, own: Counter[str]) -> tuple[Route, ...]:
    """One Route for each way words took to the article, most words first."""
    taken: dict[tuple[str | None, tuple[str, ...]], list[str]] = {}
    for a in sourcing.reading.attributions:
        speaker = sourcing.speaker(a)
        taken.setdefault((speaker.id if speaker else None, sourcing.through(a)), []).append(a.id)
    found = [Route(who, through, tuple(ids), sum(own[i] for i in ids)) for (who, through), ids in taken.items()]
    return tuple(sorted(found, key=lambda r: -r.words))
