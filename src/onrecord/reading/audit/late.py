"""Attribution later than the second sentence of a quotation."""

from collections.abc import Iterator

from onrecord.reading.audit.sourcing import Sourcing, in_order
from onrecord.records import Attribution, AttributionType, Span
from onrecord.records.audit import Observation, RuleName
from onrecord.text.sentences import sentences

_MOST = 2
_PRONOUNS = frozenset("he she it they we i you who".split())


def attribution_comes_after_the_second_sentence(sourcing: Sourcing) -> Iterator[Observation]:
    """Must the reader go through more than two sentences of a quotation before learning who speaks?

    Counts the sentences of a direct quotation that stand before its source and cue. Quotations whose speaker was named in
    the sentence before, spoke last or is a pronoun, names set below a quotation, block quotations and turns of a transcript are
    left alone.
    """
    for a in sourcing.reading.attributions:
        if a.type is not AttributionType.DIRECT or not _is_sentence(sourcing, a):
            continue
        before = _before(sourcing, a)
        if len(before) > _MOST and not _introduced(sourcing, a, before[0]):
            yield Observation(
                RuleName.LATE_ATTRIBUTION,
                f"{len(before)} sentences quoted before “{_told(sourcing, a)}”",
                in_order([*before, *_frame(a)]),
                (a.id,),
                (a.source_id,) if a.source_id in sourcing.sources else (),
            )


def _is_sentence(sourcing: Sourcing, a: Attribution) -> bool:
    """Whether source and cue are words of a sentence ("said Ida Vell"), not a name set below ("― Ida Vell") or a pronoun.

    A pronoun tells nothing late: it is for one whom the reader has in mind already.
    """
    words = sourcing.worded(a)
    return bool(words) and words.casefold() not in _PRONOUNS and any(c.isalpha() for c in sourcing.reading.words_of(a.cue))


def _frame(a: Attribution) -> tuple[Span, ...]:
    return in_order([*a.source, *a.cue])


def _goes_on(sourcing: Sourcing, a: Attribution, first: Span) -> bool:
    """Whether the statement before, in the same paragraph or the last, is the same speaker's."""
    earlier = [b for b in sourcing.reading.roots if b.start < first.start and b.id != a.id]
    if not earlier or sourcing.line_number(first.start) - sourcing.line_number(earlier[-1].end) > 1:
        return False
    return earlier[-1].source_id == a.source_id


def _told(sourcing: Sourcing, a: Attribution) -> str:
    """Source and cue as they stand: 'said Ida Vell'."""
    frame = _frame(a)
    whole = Span(frame[0].start, frame[-1].end)
    joined = not any(whole.overlaps(c) for c in a.content)
    return sourcing.reading.words_of((whole,) if joined else frame)


def _before(sourcing: Sourcing, a: Attribution) -> list[Span]:
    """The sentences of the content that stand before source and cue."""
    start = _frame(a)[0].start
    pieces = [c for c in a.content if c.end <= start]
    return [Span(*s) for p in pieces for s in sentences(sourcing.text, p.start, p.end) if _has_words(sourcing.text, s)]


def _has_words(text: str, offsets: tuple[int, int]) -> bool:
    return any(c.isalnum() for c in text[slice(*offsets)])


def _introduced(sourcing: Sourcing, a: Attribution, first: Span) -> bool:
    """Whether the sentence before the quotation names the one who speaks in it, or the last who spoke is the same."""
    previous, speaker = sourcing.previous(first.start), sourcing.speaker(a)
    if previous is None or speaker is None:
        return False
    if _goes_on(sourcing, a, first):
        return True
    own = [s for b in sourcing.of(speaker) if b.id != a.id for s in (*b.source, *b.cue, *b.content)]
    return any(previous.overlaps(s) for s in (*speaker.mentions, *own))
