"""Attributions and marks as the cards that stand in the margin."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import TypeAlias

from onrecord.records import Attribution, AttributionType, Mark, MarkType, Reading, SourceKind, Span
from onrecord.records.reading import AUTHOR
from onrecord.views.report.segments import LANES, Line, Note, Role, in_lanes
from onrecord.views.report.summary import TYPE_WORDS, chains, confidence_number, confidence_words
from onrecord.views.report.visible import one_line
from onrecord.views.report.wording import chain

MARK_WORDS = {
    MarkType.SCARE_QUOTE: "words held at arm’s length",
    MarkType.TITLE: "the title of a work",
    MarkType.NICKNAME: "a nickname",
    MarkType.VAGUE_SOURCE: "a source that names nobody",
}
_EXCERPT = 90
Known: TypeAlias = Mapping[str, tuple[SourceKind, str]]
"""Id of a source -> its kind, and its key on the page."""
_CUE_END = re.compile(r"(?<=\w)\s*[:,–—-]+$")


@dataclass(frozen=True, slots=True)
class Card:
    """One attribution for a reader: who is None where the text names nobody; through runs outward, None for a nameless one.

    chain is the way the words took, the speaker first and this article last; empty where the reading does not know.
    """

    key: str
    label: str
    at: int
    who: str | None
    through: tuple[str | None, ...]
    cue: str
    manner: str
    sure: str
    number: str
    excerpt: str
    traits: str
    chain: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """'Statement 3, Mara Quill, quoted directly, sure': what a screen reader says of the number in the text."""
        return f"Statement {self.label}, {self.who or 'nobody named'}, {self.manner}, {self.sure}"


@dataclass(frozen=True, slots=True)
class MarkCard:
    """Quotation marks that are not speech, for a reader: voice is None for the author's, else the number of the statement."""

    key: str
    label: str
    at: int
    words: str
    kind: str
    voice: str | None

    @property
    def says(self) -> str:
        return f"Note {self.label}, {self.kind}, not speech"


@dataclass(frozen=True, slots=True)
class Apparatus:
    """All that surrounds the text of one reading: cards, the numbers that lead to them, the underlines."""

    cards: tuple[Card, ...]
    marks: tuple[MarkCard, ...]
    notes: tuple[Note, ...]
    lines: tuple[Line, ...]
    keys: dict[str, str]


def apparatus(reading: Reading, prefix: str) -> Apparatus:
    """Reading -> its cards, numbered as they appear. prefix ("r1-") keeps the names of several readings on one page apart."""
    above = chains(reading)
    ordered = sorted(reading.attributions, key=lambda a: (a.start, len(above[a.id])))
    labels = {a.id: str(n) for n, a in enumerate(ordered, 1)}
    known = {s.id: (s.kind, source_key(prefix, n)) for n, s in enumerate(reading.sources, 1)}
    cards = tuple(_card(reading, a, prefix, labels[a.id], above[a.id], known) for a in ordered)
    marked = sorted(reading.marks, key=lambda m: (m.start, m.end))
    marks = tuple(_mark_card(reading, m, prefix, letters(n), labels) for n, m in enumerate(marked))
    lines = [line for a, c in zip(ordered, cards, strict=True) for line in _lines(a, c, len(above[a.id]))]
    inside = {a.id: len(above[a.id]) + 1 for a in ordered}
    lines += [
        Line(m.start, m.end, Role.MARK, c.label, c.key, inside.get(m.voice, 0)) for m, c in zip(marked, marks, strict=True)
    ]
    notes = [Note(c.at, c.label, c.key, c.says, c.traits) for c in cards]
    notes += [Note(c.at, c.label, c.key, c.says, is_mark=True) for c in marks]
    keys = {a.id: c.key for a, c in zip(ordered, cards, strict=True)}
    return Apparatus(cards, marks, tuple(notes), (*in_lanes(lines), *mentions(reading, prefix)), keys)


def _card(reading: Reading, a: Attribution, prefix: str, label: str, above: Sequence[Attribution], known: Known) -> Card:
    return Card(
        key=prefix + label,
        label=label,
        at=a.start,
        who=_who(reading, a),
        through=tuple(_who(reading, parent) for parent in above),
        cue=_CUE_END.sub("", one_line(reading.words_of(a.cue))),
        manner=TYPE_WORDS[a.type],
        sure=confidence_words(a.confidence),
        number=confidence_number(a.confidence),
        excerpt=_excerpt(one_line(reading.words_of(a.content))),
        traits=" ".join(_traits(a, known)),
        chain=tuple(map(one_line, chain(reading, a))),
    )


def _who(reading: Reading, a: Attribution) -> str | None:
    return one_line(reading.words_of(a.source)) or None


def _traits(a: Attribution, known: Known) -> Iterator[str]:
    """What the filters ask about: 'direct', 'unsure', 'nobody', 'kind-person', and the key of each source it rests on."""
    yield "direct" if a.type is AttributionType.BLOCK else str(a.type)
    if confidence_words(a.confidence) == "unsure":
        yield "unsure"
    if not a.source:
        yield "nobody"
    if speaker := known.get(a.source_id or ""):
        yield f"kind-{speaker[0]}"
    yield from dict.fromkeys(known[s][1] for s in (a.source_id or "", *a.chain) if s in known)


def source_key(prefix: str, number: int) -> str:
    """('r1-', 3) -> 'r1-s3': what the third source of a reading goes by on the page."""
    return f"{prefix}s{number}"


def mentions(reading: Reading, prefix: str) -> Iterator[Line]:
    """A line for each mention of each source: no underline, but a place to jump to."""
    for n, source in enumerate(reading.sources, 1):
        key = source_key(prefix, n)
        for k, m in enumerate(source.mentions, 1):
            yield Line(m.start, m.end, Role.MENTION, "", f"{key}-{k}", 0, key, LANES)


def _mark_card(reading: Reading, m: Mark, prefix: str, label: str, labels: dict[str, str]) -> MarkCard:
    words = one_line(reading.words_of((Span(m.start, m.end),)))
    voice = None if m.voice == AUTHOR else labels.get(m.voice)
    return MarkCard(prefix + label, label, m.start, words, MARK_WORDS[m.type], voice)


def _lines(a: Attribution, card: Card, depth: int) -> Iterator[Line]:
    for role, spans in ((Role.SOURCE, a.source), (Role.CUE, a.cue), (Role.CONTENT, a.content)):
        yield from (Line(s.start, s.end, role, card.label, card.key, depth, card.traits) for s in spans)


def _excerpt(words: str) -> str:
    """The first words, cut at a blank where there is one."""
    if len(words) <= _EXCERPT:
        return words
    head, blank, _ = words[:_EXCERPT].rpartition(" ")
    return (head if blank else words[:_EXCERPT]) + " …"


def letters(n: int) -> str:
    """0 -> 'a', 25 -> 'z', 26 -> 'aa'."""
    return (letters(n // 26 - 1) if n >= 26 else "") + ascii_lowercase[n % 26]
