"""A reading -> its quotations, one for each stretch between quotation marks, with the names the article credits.

'“It is a farce,” said Ms Vell, “and a costly one.”' -> 'It is a farce,' and 'and a costly one.', both by Vell
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Attribution, AttributionType, Quoted, Reading, Source, Span
from onrecord.text.names import Name, is_pronoun, names, source_of
from onrecord.text.quotation import Quotation, quotations

_END = re.compile(r"(?<=[.!?])[\"”’»)\]]*\s+(?=[\"“‘«(]?[A-Z0-9])")
_REACH = 3_000  # code points back to the name that a pronoun stands for


@dataclass(frozen=True, slots=True)
class Credited:
    """A quotation, the names credited with it (the speaker's first, then those who passed it on), and the paragraph around it.

    stands_for: the wording that the speaker's pronoun most likely stands for, None where he is no pronoun or none is near.
    around: what the article's own sentence says before and after the quotation marks. chain: the sources the words passed, the
    speaker first; one without a name where the article leaves open who he is, none where it credits nobody.
    """

    quoted: Quoted
    names: tuple[Name, ...]
    stands_for: str | None
    around: tuple[str, str]
    paragraph: str
    chain: tuple[Source, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether the article says by name whose words they are; what a pronoun stands for is not sure enough to go by."""
        return bool(self.names) and self.stands_for is None and not is_pronoun(self.quoted.speaker or "")


def credited(reading: Reading) -> list[Credited]:
    """Reading -> its quotations in order of appearance: direct, mixed and block; scare quotes and titles are none."""
    return [_credited(reading, quoted, chain) for quoted, chain in sorted(_found(reading), key=lambda f: f[0].start)]


def _found(reading: Reading) -> Iterator[tuple[Quoted, tuple[Attribution, ...]]]:
    text, by_id = reading.document.text, {a.id: a for a in reading.attributions}
    marked = {m.start for m in reading.marks}
    blocks = [a for a in reading.attributions if a.type is AttributionType.BLOCK]
    for attribution in blocks:
        for span in attribution.content:
            holder = _innermost(reading, span) or attribution
            # What is said in a block inside this one is that one's; "him as saying:" between the two is nobody's.
            if not _introduces(reading, span) and (holder is attribution or holder.type is not AttributionType.BLOCK):
                yield _quoted(reading, _bare(text, span), (holder, *_above(holder, by_id)))
    for q in quotations(text, [(b.start, b.end) for b in reading.document.blocks]):
        inner = _inner(text, q)
        if q.depth == 1 and q.start not in marked and inner and not any(s.overlaps(inner) for a in blocks for s in a.content):
            within = _innermost(reading, inner)
            if within is not None:
                yield _quoted(reading, inner, (within, *_above(within, by_id)))


def _inner(text: str, q: Quotation) -> Span | None:
    """What stands between the marks, blanks at the ends left out."""
    start, end = q.inner
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None


def _bare(text: str, span: Span) -> Span:
    """A block quotation without marks that hold all of it."""
    held = [q for q in quotations(text, [(span.start, span.end)]) if q.start == span.start and q.end == span.end]
    return (_inner(text, held[0]) or span) if held else span


def _says(a: Attribution, inner: Span) -> bool:
    """Whether most of a quotation is the attribution's content, and nothing in it is its source or cue."""
    if any(inner.overlaps(s) for s in (*a.source, *a.cue)):
        return False
    shared = sum(max(0, min(inner.end, s.end) - max(inner.start, s.start)) for s in a.content)
    return 2 * shared > len(inner)


def _introduces(reading: Reading, span: Span) -> bool:
    """Whether most of a stretch is the source and cue of a block quotation: "him as saying:"."""
    said = (s for a in reading.attributions if a.type is AttributionType.BLOCK for s in (*a.source, *a.cue))
    return 2 * sum(max(0, min(span.end, s.end) - max(span.start, s.start)) for s in said) > len(span)


def _innermost(reading: Reading, span: Span) -> Attribution | None:
    return min((a for a in reading.attributions if _says(a, span)), key=_length, default=None)


def _length(a: Attribution) -> int:
    return sum(map(len, a.content))


def _above(a: Attribution, by_id: dict[str, Attribution]) -> Iterator[Attribution]:
    """The attributions that one sits inside, nearest first."""
    seen = {a.id}
    above = by_id.get(a.parent or "")
    while above is not None and above.id not in seen:
        yield above
        seen.add(above.id)
        above = by_id.get(above.parent or "")


def _quoted(reading: Reading, span: Span, chain: tuple[Attribution, ...]) -> tuple[Quoted, tuple[Attribution, ...]]:
    a = chain[0]
    # Indirect by the reading's count of words in marks, yet these words stand in marks: partly quoted.
    kind = AttributionType.MIXED if a.type is AttributionType.INDIRECT else a.type
    speaker = next((words for c in chain if (words := reading.words_of(c.source))), None)
    words = span.of(reading.document.text)
    meant = reading.passed(a) if speaker and is_pronoun(speaker) else ()
    name = meant[0].name if meant and meant[0].named else None
    return Quoted(span.start, span.end, words, kind, a.id, speaker, name), chain


def _credited(reading: Reading, quoted: Quoted, chain: tuple[Attribution, ...]) -> Credited:
    stands_for = _antecedent(reading, chain[0]) if quoted.speaker and is_pronoun(quoted.speaker) else None
    wordings = [stands_for or "", *(reading.words_of(a.source) for a in chain)]
    found = tuple(dict.fromkeys(name for wording in wordings for name in names(wording)))
    text = reading.document.text
    block = next((b for b in reading.document.blocks if b.start <= quoted.start < b.end), None)
    low, high = (block.start, max(block.end, quoted.end)) if block else (quoted.start, quoted.end)
    around = _END.split(text[low : quoted.start])[-1], _END.split(text[quoted.end : high])[0]
    passed = reading.passed(chain[0]) or (source_of(reading.words_of(chain[0].source)),)
    return Credited(quoted, found, stands_for, around, text[low:high], passed)


def _antecedent(reading: Reading, a: Attribution) -> str | None:
    """Whom the reading takes the pronoun for; else the last source with a name before it, not too far up."""
    speaker = reading.passed(a)
    if speaker and speaker[0].named:
        return speaker[0].name
    earlier = [b for b in reading.attributions if b.source and a.start - _REACH < b.start < a.start]
    wordings = (reading.words_of(b.source) for b in sorted(earlier, key=lambda b: -b.start))
    return next((w for w in wordings if names(w)), None)
