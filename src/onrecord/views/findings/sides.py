"""Print and document side by side: each cut into stretches, those that differ marked.

print 'we will close', document 'We will not close' -> (we will)(‸)(close) | (We will)(not: del)(close)
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from onrecord.records import Check, Edit, Finding, Label, Place
from onrecord.views.findings.words import count_words
from onrecord.views.report.visible import visible

_CONTEXT = 320
"""Code points of context shown on either side at most."""
_OPENING = tuple("“‘«‹([{—–-/")
_OF_THE_WHOLE = frozenset((Label.SPLICED, Label.MISATTRIBUTED, Label.SOURCE_IS_SECONDHAND))


class Mark(StrEnum):
    """What a stretch is: alike on both sides, in print only, in the document only, spelt otherwise, around the words."""

    SAME = "same"
    INS = "ins"
    DEL = "del"
    SPELLING = "spelling"
    EDGE = "edge"
    GAP = "gap"
    AROUND = "around"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of one side, safe to show. says: what a screen reader adds to it."""

    mark: Mark
    text: str
    says: str = ""


def printed(check: Check, finding: Finding) -> tuple[Stretch, ...]:
    """The quotation as the article has it, with the rest of its paragraph around it."""
    text, q = check.document.text, finding.quotation
    block = next((b for b in check.document.blocks if b.start <= q.start < b.end), None)
    low, high = (block.start, max(block.end, q.end)) if block else (q.start, q.end)
    cuts = [
        _Cut(e.start, e.end, _in_print(e), _missing(e, finding))
        for e in finding.edits
        if _marked(e) and e.label is not Label.TRUNCATED_EDGE
    ]
    return (
        *_around(_last(text[low : q.start])),
        *_cut(text, q.start, q.end, cuts),
        *_around(_first(text[q.end : high])),
    )


def held(finding: Finding, number: int, place: Place) -> tuple[Stretch, ...]:
    """The words as the document has them, with the sentences around them. number: which of the finding's places it is."""
    before, after = _lead(_last(place.before)), _tail(_first(place.after))
    whole = before + place.words + after
    base = place.start - len(before)
    edits = [e for e in finding.edits if e.place == number and _marked(e)]
    inner = [_Cut(e.source_start, e.source_end, _in_document(e), _added(e, finding)) for e in edits]
    inside = [c for c in inner if place.start <= c.start and c.end <= place.end]
    outside = [c for c in inner if c not in inside and _whole_words(whole, c.start - base, c.end - base)]
    return (
        *_shifted(whole, base, base, place.start, outside, Mark.AROUND),
        *_shifted(whole, base, place.start, place.end, inside, Mark.SAME),
        *_shifted(whole, base, place.end, base + len(whole), outside, Mark.AROUND),
    )


def _whole_words(text: str, start: int, end: int) -> bool:
    """Whether a stretch of the context begins and ends with words: runs of blanks in the document can have moved it."""
    if not 0 <= start < end <= len(text) or not (text[start].isalnum() and text[end - 1].isalnum()):
        return False
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int
    mark: Mark
    says: str


def _shifted(text: str, base: int, start: int, end: int, cuts: Iterable[_Cut], plain: Mark) -> Iterator[Stretch]:
    """Cuts by the offsets of the document, in a text that begins at base."""
    moved = [_Cut(c.start - base, c.end - base, c.mark, c.says) for c in cuts if start <= c.start and c.end <= end]
    return _cut(text, start - base, end - base, moved, plain)


def _cut(text: str, start: int, end: int, cuts: Iterable[_Cut], plain: Mark = Mark.SAME) -> Iterator[Stretch]:
    """text[start:end] in stretches; of cuts that overlap the first counts."""
    at = start
    for cut in sorted(cuts, key=lambda c: (c.start, c.end)):
        if cut.start < at or cut.end > end:
            continue
        if at < cut.start:
            yield Stretch(plain, visible(text[at : cut.start]))
        if cut.start < cut.end:
            yield Stretch(cut.mark, visible(text[cut.start : cut.end]), cut.says)
        elif cut.says:
            yield Stretch(Mark.GAP, "", cut.says)
        at = cut.end
    if at < end:
        yield Stretch(plain, visible(text[at:end]))


def _around(text: str) -> Iterator[Stretch]:
    if text:
        yield Stretch(Mark.AROUND, visible(text))


def _marked(e: Edit) -> bool:
    """Whether an edit has words of its own to mark: not what holds of the whole, nor a comma or a capital."""
    return e.label not in _OF_THE_WHOLE and e.label is not Label.TYPOGRAPHIC


def _in_print(e: Edit) -> Mark:
    return Mark.INS if e.severity else Mark.SPELLING


def _in_document(e: Edit) -> Mark:
    if e.label is Label.TRUNCATED_EDGE:
        return Mark.EDGE
    return Mark.DEL if e.severity else Mark.SPELLING


def _missing(e: Edit, finding: Finding) -> str:
    """Where print has nothing: '3 words of the document are not here'."""
    if e.place >= len(finding.places):
        return ""
    place = finding.places[e.place]
    n = count_words(place.words[max(0, e.source_start - place.start) : max(0, e.source_end - place.start)])
    return f"{n} word{'s' * (n != 1)} missing here" if n and e.severity else ""


def _added(e: Edit, finding: Finding) -> str:
    """Where the document has nothing: '2 words added here in print'."""
    q = finding.quotation
    n = count_words(q.words[max(0, e.start - q.start) : max(0, e.end - q.start)])
    return f"{n} word{'s' * (n != 1)} added here in print" if n and e.severity and e.label is not Label.TRUNCATED_EDGE else ""


def _lead(before: str) -> str:
    """Blanks at the ends of a context are left out of it; a blank stands again where words would touch."""
    return before if not before or before[-1] in _OPENING else f"{before} "


def _tail(after: str) -> str:
    return f" {after}" if after[:1].isalnum() or after[:1] in _OPENING else after


def _last(text: str) -> str:
    """The end of a long text, from a word's start."""
    return text if len(text) <= _CONTEXT else "… " + text[-_CONTEXT:].partition(" ")[2]


def _first(text: str) -> str:
    return text if len(text) <= _CONTEXT else text[:_CONTEXT].rpartition(" ")[0] + " …"
