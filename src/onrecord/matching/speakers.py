"""Who speaks at a place, through whom, and whether that is somebody else than the article says."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.matching.lexicon import COMMON, TITLES
from onrecord.matching.side import Side
from onrecord.records import Attribution, Reading, Source, SourceKind
from onrecord.text.names import is_pronoun, source_of


@dataclass(frozen=True, slots=True)
class Mouth:
    """In whose mouth words are. told: 'Ida Vell, through The Halden Courier', None where nobody is named. chain: the sources
    they passed, the speaker first; empty where nobody is known to speak."""

    told: str | None = None
    chain: tuple[Source, ...] = ()


def mouth(reading: Reading, start: int, end: int) -> Mouth:
    """Whose words stand at a place, as the innermost attribution around it has it. start and end: code points."""
    around = sorted((a for a in reading.attributions if _holds(a, start, end)), key=lambda a: sum(map(len, a.content)))
    named = [a for a in around if a.source]
    if not named:
        return Mouth()
    told = dict.fromkeys(_told(reading, a) for a in named)
    return Mouth(", through ".join(told), reading.passed(named[0]) or (source_of(reading.words_of(named[0].source)),))


def _told(reading: Reading, attribution: Attribution) -> str:
    """The source as it is worded; the name for a pronoun, where it is known."""
    wording, chain = reading.words_of(attribution.source), reading.passed(attribution)
    return (chain[0].name if chain and is_pronoun(wording) else None) or wording


def is_another(there: Sequence[Source], here: Sequence[Source], outlet: str | None = None) -> bool:
    """Whether the document puts words into another mouth than the article does. there, here: the chain in each.

    They agree if the speaker of one is anywhere in the other's chain, if one speaks for the other ("the head of the Harbour
    Board" for the Board), or if the article credits the outlet whose page the document is. Where one of the two speakers has
    no name (a pronoun, a description) nothing is known against the article.
    """
    if not there or not here or not (_is_known(there[0]) and _is_known(here[0])):
        return False
    speaker, credited = there[0], here[0]
    agree = any(_same(credited, s) for s in there) or any(_same(speaker, s) for s in here)
    agree = agree or _speaks_for(speaker, credited) or _speaks_for(credited, speaker)
    return not (agree or _is_called(credited, outlet))


def _holds(attribution: Attribution, start: int, end: int) -> bool:
    """Whether most of the place is in the content, and not all of the attribution is in the place, "she said" included."""
    said = [s.start for s in (*attribution.source, *attribution.cue) if s.start < end and start < s.end]
    if said and len({s.start < said[0] for s in attribution.content}) == 1:  # else "she said" interrupts the place
        return False
    held = sum(max(0, min(end, s.end) - max(start, s.start)) for s in attribution.content)
    return 2 * held > end - start


def _is_known(source: Source) -> bool:
    return source.named and bool(name_words(source.name))


def _same(one: Source, other: Source) -> bool:
    return not name_words(one.name).isdisjoint(name_words(other.name))


def _speaks_for(person: Source, body: Source) -> bool:
    """'Hanne Winther, head of the Harbour Board' for 'the Harbour Board'."""
    words = name_words(body.name)
    return body.kind is not SourceKind.PERSON and bool(words) and words <= name_words(person.basis)


def _is_called(source: Source, outlet: str | None) -> bool:
    words, called = name_words(source.name), name_words(outlet)
    return bool(words) and (words <= called or (bool(called) and called <= words))


def name_words(name: str | None) -> frozenset[str]:
    """'Ms Ida Vell, the minister' -> {'ida', 'vell'}: the capitalised words that are no title; none for 'she', 'the police'."""
    if not name:
        return frozenset()
    side = Side.of(name)
    capital = [w for w, (a, _) in zip(side.words, side.spans, strict=True) if name[a].isupper()]
    return frozenset(w for w in capital if w not in COMMON and w not in TITLES)
