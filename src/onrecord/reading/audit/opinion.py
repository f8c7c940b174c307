"""An anonymous source gives an opinion."""

from collections.abc import Iterator

from onrecord.reading.audit.anonymous import is_anonymous, tells
from onrecord.reading.audit.lexicon import OPINION, OPINION_CUES
from onrecord.reading.audit.sourcing import Sourcing, in_order
from onrecord.records import Attribution, AttributionType, Source, Span
from onrecord.records.audit import Observation, RuleName


def anonymous_source_gives_an_opinion(sourcing: Sourcing) -> Iterator[Observation]:
    """Does somebody who is not named judge or speculate, where only facts may come without a name?

    Looks at what anonymous sources say (an aide, two people briefed on the talks) for words that judge ("reckless", "a farce",
    "should") and for cues that do ("slammed", "thinks"). Named people, spokesmen, and plain "critics say" are left alone.
    """
    for source in sourcing.reading.sources:
        if not is_anonymous(sourcing, source):
            continue
        for a in sourcing.of(source):
            judged = _judging(sourcing, a) if tells(sourcing, a) else ()
            if judged:
                yield _observation(sourcing, source, a, judged)


def _observation(sourcing: Sourcing, source: Source, a: Attribution, judged: tuple[Span, ...]) -> Observation:
    words = "”, “".join(dict.fromkeys(s.of(sourcing.text).lower() for s in judged))
    return Observation(
        RuleName.ANONYMOUS_OPINION,
        f"“{words}” from {sourcing.called(source)}, not named",
        in_order([*a.source, *judged]),
        (a.id,),
        (source.id,),
    )


def _judging(sourcing: Sourcing, a: Attribution) -> tuple[Span, ...]:
    """The words that judge: of its own content, not of what somebody else says inside it, and of its cue."""
    others = (b for b in sourcing.reading.attributions if b.parent == a.id and b.source_id != a.source_id)
    inner = [c for b in others for c in b.content]
    found = [m for c in a.content for m in OPINION.finditer(sourcing.text, c.start, c.end)]
    found += [m for c in a.cue for m in OPINION_CUES.finditer(sourcing.text, c.start, c.end)]
    spans = [Span(*m.span()) for m in found]
    return tuple(s for s in spans if not any(c.contains(s) for c in inner) and _is_close(sourcing, a, s))


def _is_close(sourcing: Sourcing, a: Attribution, word: Span) -> bool:
    """Whether a word is surely the source's: quoted, or in the sentence that names the source."""
    if a.type is not AttributionType.INDIRECT:
        return True
    return sourcing.sentence(word.start) in {sourcing.sentence(s.start) for s in (*a.source, *a.cue)}
