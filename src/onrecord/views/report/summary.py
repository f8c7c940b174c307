"""What a reading comes to, in plain words: one sentence, and the list of its sources."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.records import Attribution, AttributionType, Reading, Span
from onrecord.text.names import is_pronoun
from onrecord.text.words import words

_QUOTED = (AttributionType.DIRECT, AttributionType.BLOCK)

TYPE_WORDS = {
    AttributionType.DIRECT: "quoted directly",
    AttributionType.INDIRECT: "in the writer’s words",
    AttributionType.MIXED: "partly quoted",
    AttributionType.BLOCK: "block quotation",
}


@dataclass(frozen=True, slots=True)
class SourceTally:
    """One wording of a source: the attributions that rest on it, and how many words of content they give it."""

    wording: str | None
    attributions: tuple[Attribution, ...]
    words: int

    @property
    def is_pronoun(self) -> bool:
        return self.wording is not None and is_pronoun(self.wording)


def summarise(reading: Reading) -> str:
    """Reading -> '23 statements rest on 9 sources: 14 quoted directly, 9 in the writer’s words; 4 name nobody.'

    Where the reading does not say who its sources are, they are counted by their wording, pronouns left out. A block quotation
    counts as quoted directly.
    """
    found = reading.attributions
    if not found:
        return "No statement was found that rests on anyone but the author."
    named = sum(1 for a in found if a.source)
    if not named:
        return (
            f"{_statements(len(found))} found; {'it names' if len(found) == 1 else 'all name'} nobody{_manner_of_all(found)}."
        )
    sources = _resolved(reading) or sum(1 for t in tally(reading) if t.wording and not t.is_pronoun) or _pronouns(reading)
    verb = "rests" if len(found) == 1 else "rest"
    nobody = len(found) - named
    asides = [*_at_second_hand(reading), *([f"{nobody} name{'s' * (nobody == 1)} nobody"] if nobody else [])]
    tail = f"; {' and '.join(asides)}" if asides else ""
    return f"{_statements(len(found))} {verb} on {sources} source{'s' * (sources != 1)}: {_manner(reading)}{tail}."


def tally(reading: Reading) -> list[SourceTally]:
    """Reading -> its sources by wording alone ('Ms Vell' and 'ms vell' are one, 'she' is another), most used first.

    Pronouns come after the named, those that name nobody last.
    """
    grouped: dict[str, list[Attribution]] = {}
    for a in reading.attributions:
        grouped.setdefault(reading.words_of(a.source).casefold(), []).append(a)
    tallies = [
        SourceTally(reading.words_of(of[0].source) or None, tuple(of), _words(reading.document.text, of))
        for of in grouped.values()
    ]
    return sorted(tallies, key=lambda t: (t.wording is None, t.is_pronoun, -len(t.attributions), -t.words))


def chains(reading: Reading) -> dict[str, tuple[Attribution, ...]]:
    """Attribution id -> the attributions it sits inside, nearest first: the way its words took to the page.

    Who says "I think" passes on nobody: an attribution around it by the same source is no station.
    A parent that is missing, or its own ancestor, ends the chain.
    """
    by_id = {a.id: a for a in reading.attributions}
    return {a.id: tuple(_above(a, by_id)) for a in reading.attributions}


def _above(attribution: Attribution, by_id: dict[str, Attribution]) -> Iterator[Attribution]:
    seen, speaker = {attribution.id}, attribution.source_id
    above = by_id.get(attribution.parent or "")
    while above is not None and above.id not in seen:
        if speaker is None or above.source_id != speaker:
            yield above
        speaker = above.source_id
        seen.add(above.id)
        above = by_id.get(above.parent or "")


def _statements(n: int) -> str:
    return f"{n} statement{'s' * (n != 1)}"


def _resolved(reading: Reading) -> int:
    """The sources that speak; those that the text gives no words for are nobody."""
    speaking = {a.source_id for a in reading.attributions}
    return sum(1 for s in reading.sources if s.id in speaking and s.name)


def _pronouns(reading: Reading) -> int:
    return sum(1 for t in tally(reading) if t.is_pronoun)


def _manner(reading: Reading) -> str:
    """How their words are given: '14 quoted directly, 9 in the writer’s words', 'all partly quoted'."""
    found = reading.attributions
    if len({_how(a) for a in found}) == 1:
        return ("all " * (len(found) > 1)) + _common(found)
    counts = Counter(_how(a) for a in found)
    order = (AttributionType.DIRECT, AttributionType.MIXED, AttributionType.INDIRECT)
    return ", ".join(f"{counts[kind]} {TYPE_WORDS[kind]}" for kind in order if counts[kind])


def _how(a: Attribution) -> AttributionType:
    return AttributionType.DIRECT if a.type in _QUOTED else a.type


def _manner_of_all(found: Iterable[Attribution]) -> str:
    kinds = {a.type for a in found}
    return f", {TYPE_WORDS[kinds.pop()]}" if len(kinds) == 1 else ""


def _common(found: Iterable[Attribution]) -> str:
    """What they all are: a block quotation is quoted directly unless it stands alone."""
    kinds = {a.type for a in found}
    return TYPE_WORDS[kinds.pop()] if len(kinds) == 1 else TYPE_WORDS[AttributionType.DIRECT]


_HANDS = ("second hand", "second or third hand", "second hand or further")


def _at_second_hand(reading: Reading) -> list[str]:
    nested = [len(chain) for chain in chains(reading).values() if chain]
    if not nested:
        return []
    verb = "is" if len(nested) == 1 else "are"
    return [f"{len(nested)} {verb} passed on at {_HANDS[min(max(nested), len(_HANDS)) - 1]}"]


def _words(text: str, attributions: Iterable[Attribution]) -> int:
    """Words of content, each counted once however many of the attributions it belongs to."""
    merged = _merged(s for a in attributions for s in a.content)
    return sum(1 for span in merged for s, _ in words(text, span.start, span.end) if text[s].isalnum())


def _merged(spans: Iterable[Span]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def confidence_words(confidence: float) -> str:
    """.93 -> 'sure', .7 -> 'fairly sure', .4 -> 'unsure'."""
    return "sure" if confidence >= 0.85 else "fairly sure" if confidence >= 0.6 else "unsure"


def confidence_number(confidence: float) -> str:
    """.934 -> '.93', 1.0 -> '1.00', 0.0 -> '.00'."""
    return f"{confidence:.2f}".removeprefix("0")
