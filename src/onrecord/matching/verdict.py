"""A match -> its edits: each difference named, and what the same sentence says just outside the quoted words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.matching import naming, scope
from onrecord.matching.align import Kind, Step
from onrecord.matching.lexicon import CONDITIONS, DENIALS, HEDGES, NEGATORS, PRONOUNS
from onrecord.matching.match import Match
from onrecord.matching.naming import Named, Stretch
from onrecord.matching.passage import Passage
from onrecord.matching.scope import Turn
from onrecord.matching.side import Side
from onrecord.records import Edit, Label
from onrecord.text.folding import fold, folded_words
from onrecord.text.numbers import is_number
from onrecord.text.spelling import MONTHS, same

_INTERRUPTED = re.compile(r"[^\w“]*[\"”][^\"“”]{0,200}[\"“][^\w]*")
_TURN = re.compile(r"\n\s*(?:[A-Z][\w.]*\s?){1,4}:|\n\s*[QA][:.]|\?[\"”]?\s")
_DROPPED = str.maketrans("", "", "'.,\u00ad")
_SENTENCE = 25  # words left out silently before two sentences are joined that were apart
_SLIDE = 3  # words
_FAR = 150  # words an ellipsis may swallow before it is two places
_TURN_SEVERITY = {Turn.NEGATES: 4, Turn.CONDITIONS: 4, Turn.HEDGES: 3, Turn.ATTRIBUTES: 4}
_EXCUSED = {
    Turn.NEGATES: NEGATORS | DENIALS,
    Turn.CONDITIONS: CONDITIONS,
    Turn.HEDGES: HEDGES,
    Turn.ATTRIBUTES: frozenset[str](),
}


class Setting(NamedTuple):
    """What the article says around the quotation: offset of the quotation in it, the same sentence before and after, and the
    speaker's name as words."""

    offset: int = 0
    before: str = ""
    after: str = ""
    speaker: frozenset[str] | None = None
    begins: bool = True  # the match begins with the quotation's first word, ends with its last
    ends: bool = True


def edits(match: Match, source: Side, shift: int, setting: Setting, place: int = 0, begins: int = 0) -> Iterator[Edit]:
    """The edits of one match.

    source: the words of the document around the match; shift: what to add to the alignment's word numbers to count in it;
    begins: where its text does in the document's.
    """
    passage = match.passage
    quoted = Side(passage.text, passage.spans, passage.words)
    yield from _Names(match, passage, quoted, source, shift, setting, place, begins).all()


@dataclass(slots=True)
class _Names:
    match: Match
    passage: Passage
    quoted: Side
    source: Side
    shift: int
    setting: Setting
    place: int
    begins: int

    def all(self) -> Iterator[Edit]:
        by = self.shift
        steps = [Step(kind, i, i2, j + by, j2 + by) for kind, i, i2, j, j2 in self.match.alignment.steps]
        steps = _around_numbers(_slid(steps, self.source, self.passage.breaks), self.quoted, self.source, self.passage.breaks)
        for n, step in enumerate(steps):
            if step.kind is Kind.EQUAL:
                yield from self._marks(step)
            else:
                yield from self._difference(step, first=n == 0, last=n == len(steps) - 1)
        if self.passage.sic:
            at = len(self.passage.words)
            yield self._edit(Named(Label.BRACKETED, 1, "[sic]"), Step(Kind.ADDED, at - 1, at, steps[-1].j2, steps[-1].j2))
        yield from self._edges(steps)

    # -- one difference

    def _difference(self, step: Step, *, first: bool, last: bool) -> Iterator[Edit]:
        step = self._clipped(step, first=first, last=last)
        marked = any(step.i <= b <= step.i2 for b in self.passage.breaks if 0 < b < len(self.passage.words))
        old = Stretch(self.source, step.j, step.j2)
        if marked and step.i < step.i2 and (old := self._beside_ellipsis(step, old)).start != step.j:
            step = step._replace(i=step.i2, j=old.start)
        if step.i < step.i2:
            yield from self._words(step, old if step.j < step.j2 and not marked else None)
        if step.j < step.j2 and (marked or step.i == step.i2):
            yield self._edit(self._gap(old, marked=marked), step._replace(i=step.i2))

    def _beside_ellipsis(self, step: Step, old: Stretch) -> Stretch:
        """ "the suspect … was" for "the suspect's claim was": a word that only lost its ending belongs to what is quoted."""
        low = step.j
        for n in range(step.i, step.i2):
            if low < step.j2 and self.source.words[low] in {self.quoted.words[n] + "s", self.quoted.words[n]}:
                low += 1
        return old._replace(start=low) if low - step.j == step.i2 - step.i else old

    def _clipped(self, step: Step, *, first: bool, last: bool) -> Step:
        """At an end of the quotation only what stands in the same sentence can have been replaced."""
        low, high = step.j, step.j2
        if first:
            low = max([n for n in range(low, high + 1) if self.source.ends_sentence(n)], default=low)
            if (
                self.passage.bracketed.issuperset(range(step.i, step.i2))
                and low < high
                and self.source.words[high - 1] in PRONOUNS
            ):
                low = high - 1
        if last and not first:
            high = min([n for n in range(low, high + 1) if self.source.ends_sentence(n)], default=high)
        return step._replace(j=low, j2=max(low, high))

    def _words(self, step: Step, old: Stretch | None) -> Iterator[Edit]:
        """Words of the quotation that are not those of the source; what is in brackets apart from what is not."""
        held = self.passage.bracketed
        if not held.isdisjoint(range(step.i, step.i2)):
            low = next(n for n in range(step.i, step.i2) if n in held)
            high = next((n for n in range(low, step.i2) if n not in held), step.i2)
            yield self._edit(naming.bracketed(Stretch(self.quoted, low, high), old), step._replace(i=low, i2=high))
            for a, b in ((step.i, low), (high, step.i2)):
                if a < b:
                    yield from self._words(step._replace(i=a, i2=b), old)
            return
        new = Stretch(self.quoted, step.i, step.i2)
        if old is None:
            yield self._edit(self._moved_month(new, step) or naming.added(new), step)
            return
        old = self._fitting(new, old)
        fitted = naming.lettered(new, old) if not self.passage.letters.isdisjoint(range(step.i, step.i2)) else None
        yield self._edit(fitted or naming.changed(new, old), step._replace(j=old.start, j2=old.end))

    def _moved_month(self, new: Stretch, step: Step) -> Named | None:
        """ "April 4" for "4 April"."""
        near = self.source.words[max(0, step.j - 2) : step.j + 2]
        if len(new.words) == 1 and new.words[0] in MONTHS and new.words[0] in near:
            return Named(Label.ORTHOGRAPHIC, 0, f"{new.said} in another order")
        return None

    def _fitting(self, new: Stretch, old: Stretch) -> Stretch:
        """At an end of the quotation how many words were replaced is open: so many that both are one wording, if any are."""
        words = len(self.passage.words)
        if new.end == words and new.start:
            tried = [old._replace(end=n) for n in range(old.start + 1, min(old.end + 2, len(old.side.words)) + 1)]
        elif new.start == 0 and new.end < words:
            tried = [old._replace(start=n) for n in range(max(0, old.start - 2), old.end)]
        else:
            return old
        return next((s for s in tried if same(new.raw, s.raw)), old)

    def _gap(self, gone: Stretch, *, marked: bool) -> Named:
        """Words left out of the middle."""
        side, low, high = gone
        between = side.text[side.spans[low - 1][1] : side.spans[high][0]] if low and high < len(side.spans) else ""
        several = any(side.ends_sentence(n) for n in range(low, high + 1))
        if _INTERRUPTED.fullmatch(between):
            label, severity = (Label.TRIMMED_MARKED, 1) if marked else (Label.CLEANED, 1)
            return Named(label, severity, f"{gone.said} between two parts of one quotation in the source")
        if marked:
            return self._swallowed(gone, between)
        named = naming.missing(gone)
        if several and named.label is Label.TRIMMED_SILENT and (high - low > _SENTENCE or _TURN.search(between)):
            return Named(Label.SPLICED, 3, f"two sentences joined; {naming.count(high - low)} between them left out")
        return named

    def _swallowed(self, gone: Stretch, between: str) -> Named:
        side, low, high = gone
        if _TURN.search(between) or high - low > _FAR:
            return Named(Label.SPLICED, 3, f"from two answers or far apart: {naming.count(high - low)} between them left out")
        turn = scope.within(side, low, high)
        if turn:
            return Named(Label.TRIMMED_MARKED, 4, f"the ellipsis swallows {gone.said}, which {turn[0]} what is quoted")
        return Named(Label.TRIMMED_MARKED, 1, f"{naming.count(high - low)} left out at the ellipsis")

    # -- marks, case, spacing

    def _marks(self, step: Step) -> Iterator[Edit]:
        low, high = self.passage.spans[step.i][0], self.passage.spans[step.i2 - 1][1]
        a, b = self.source.spans[step.j][0], self.source.spans[step.j2 - 1][1]
        given, stands = self.passage.given[low:high], self.source.text[a:b]
        if given != stands and given.split() != stands.split():
            yield self._edit(self._spelled(step), step)
        elif step.i2 == len(self.passage.words) and self._end_mark() == "!" != self.source.between(step.j2).lstrip()[:1]:
            yield self._edit(
                Named(Label.TYPOGRAPHIC, 0, "another mark at the end"), step._replace(i=step.i2 - 1, j=step.j2 - 1)
            )
        if step.i2 == len(self.passage.words) and self._question_gone(step):
            yield self._edit(
                Named(Label.MODALITY_CHANGED, 3, "a question in the source"), step._replace(i=step.i2 - 1, j=step.j2 - 1)
            )

    def _spelled(self, step: Step) -> Named:
        """What differs in words that compare as equal."""
        here, there = self.quoted.raw(step.i, step.i2), self.source.raw(step.j, step.j2)
        differ = [(a, b) for a, b in zip(here, there, strict=True) if a.translate(_DROPPED) != b.translate(_DROPPED)]
        if differ:
            return Named(Label.ORTHOGRAPHIC, 0, ", ".join(f"“{a}” for “{b}”" for a, b in differ[:3]))
        return Named(Label.TYPOGRAPHIC, 0, "marks, dashes, spacing or capitals differ")

    def _end_mark(self) -> str:
        return self.passage.given[self.passage.spans[-1][1] :].lstrip(" \"'”’)")[:1]

    def _question_gone(self, step: Step) -> bool:
        given = self.passage.given[self.passage.spans[step.i2 - 1][1] :]
        asked = self.source.between(step.j2).lstrip(" \t")[:1] == "?"
        return asked and "?" not in given and ("." in given or "!" in given)

    # -- what stands just outside

    def _edges(self, steps: list[Step]) -> Iterator[Edit]:
        words, breaks = len(self.passage.words), self.passage.breaks
        first, last = self._bracketed_end(steps[0], first=True), self._bracketed_end(steps[-1], first=False)
        if first.kind is Kind.EQUAL and self.setting.begins:
            turn = scope.before(self.source, first.j, self.setting.speaker)
            if turn and not self._said_so(turn[0], self.setting.before):
                at = Step(Kind.MISSING, 0, 0, turn[1], first.j)
                yield self._edit(_outside(turn[0], Stretch(self.source, turn[1], first.j), "before", marked=0 in breaks), at)
        if last.kind is Kind.EQUAL and self.setting.ends:
            yield from self._after(last, words, marked=words in breaks)

    def _bracketed_end(self, step: Step, *, first: bool) -> Step:
        """[The mayor] for "we": a bracket at an end stands for its words, so that what is outside them is outside it."""
        if step.kind is Kind.CHANGED and self.passage.bracketed.issuperset(range(step.i, step.i2)):
            return self._clipped(step, first=first, last=not first)._replace(kind=Kind.EQUAL)
        return step

    def _after(self, last: Step, words: int, *, marked: bool) -> Iterator[Edit]:
        side = self.source
        if last.j2 < len(side.words) and _goes_on(side, last.j2):
            cut = Stretch(side, last.j2, last.j2 + 1)
            yield self._edit(
                Named(Label.NUMBER_CHANGED, 4, f"the figure goes on: {cut.said}"), Step(Kind.MISSING, words, words, *cut[1:])
            )
            return
        turn = scope.after(side, last.j2, self.setting.speaker)
        if turn and not self._said_so(turn[0], self.setting.after):
            at = Step(Kind.MISSING, words, words, last.j2, turn[1] + 1)
            yield self._edit(_outside(turn[0], Stretch(side, last.j2, turn[1] + 1), "after", marked=marked), at)

    def _said_so(self, turn: Turn, around: str) -> bool:
        """Whether the article itself says outside the marks what the source says there."""
        return not _EXCUSED[turn].isdisjoint(folded_words(fold(around)))

    def _edit(self, named: Named, step: Step) -> Edit:
        """A named difference with its offsets on both sides."""
        start, end = _bounds(self.quoted, step.i, step.i2)
        source_start, source_end = _bounds(self.source, step.j, step.j2)
        offset, begins = self.setting.offset, self.begins
        source_start, source_end = source_start + begins, source_end + begins
        return Edit(named.label, named.severity, start + offset, end + offset, source_start, source_end, named.note, self.place)


def _outside(turn: Turn, words: Stretch, where: str, *, marked: bool) -> Named:
    label = Label.TRIMMED_MARKED if marked else Label.TRUNCATED_EDGE
    severity = 4 if marked else _TURN_SEVERITY[turn]
    return Named(label, severity, f"just {where} the quoted words the source has {words.said}, which {turn} them")


def _bounds(side: Side, low: int, high: int) -> tuple[int, int]:
    if low < high:
        return side.spans[low][0], side.spans[high - 1][1]
    at = side.point(low)
    return at, at


def _goes_on(side: Side, n: int) -> bool:
    """ "20" before "million", "5" before "percent": whether word n is the rest of a figure."""
    scale = side.words[n] in {"hundred", "thousand", "million", "billion", "trillion", "dozen", "percent"}
    return scale and n > 0 and is_number(side.words[n - 1]) and not side.ends_clause(n)


def _slid(steps: list[Step], source: Side, breaks: frozenset[int]) -> list[Step]:
    """Words that an ellipsis leaves out lie at the ellipsis, not where the same words would let them lie as well."""
    out = list(steps)
    for n in range(1, len(out) - 1):
        gap = out[n]
        goal = next((b for b in breaks if b != gap.i and abs(b - gap.i) <= _SLIDE), None)
        if gap.kind is Kind.MISSING and goal is not None:
            moved = _moved(out[n - 1], gap, out[n + 1], goal - gap.i, source)
            out[n - 1 : n + 2] = moved or out[n - 1 : n + 2]
    return out


def _moved(left: Step, gap: Step, right: Step, by: int, source: Side) -> tuple[Step, Step, Step] | None:
    """The gap `by` words to the right (left if negative), if the words allow it."""
    words, size = source.words, gap.j2 - gap.j
    if by < 0:
        fits = -by < left.i2 - left.i and words[gap.j + by : gap.j] == words[gap.j2 + by : gap.j2]
    else:
        fits = by < right.i2 - right.i and words[gap.j : gap.j + by] == words[gap.j2 : gap.j2 + by]
    if not fits or size < abs(by):
        return None
    at, here = gap.i + by, gap.j + by
    return left._replace(i2=at, j2=here), Step(Kind.MISSING, at, at, here, here + size), right._replace(i=at, j=here + size)


def _around_numbers(steps: list[Step], quoted: Side, source: Side, breaks: frozenset[int]) -> list[Step]:
    """ "20" for "20 million": a difference next to a figure takes in the whole of it, so that values are compared."""
    out: list[Step] = []
    for step in steps:
        if out and out[-1].kind is not Kind.EQUAL and step.kind is Kind.EQUAL:
            last = out[-1]
            touched = _has_number(quoted, last.i, last.i2) or _has_number(source, last.j, last.j2)
            touched = touched and breaks.isdisjoint(range(last.i, last.i2 + 1))
            while touched and step.i < step.i2 and is_number(quoted.words[step.i]):
                last = Step(Kind.CHANGED, last.i, last.i2 + 1, last.j, last.j2 + 1)
                step = step._replace(i=step.i + 1, j=step.j + 1)
            out[-1] = last
            if step.i == step.i2:
                continue
        elif out and out[-1].kind is Kind.EQUAL and step.kind is not Kind.EQUAL:
            if breaks.isdisjoint(range(step.i, step.i2 + 1)):
                step = _backwards(out, step, quoted, source)
        elif out and out[-1].kind is not Kind.EQUAL:
            last = out.pop()
            step = Step(Kind.CHANGED, last.i, step.i2, last.j, step.j2)
        out.append(step)
    return [s._replace(kind=_kind(s)) if s.kind is not Kind.EQUAL else s for s in out]


def _backwards(out: list[Step], step: Step, quoted: Side, source: Side) -> Step:
    touched = _has_number(quoted, step.i, step.i2) or _has_number(source, step.j, step.j2)
    while touched and out and out[-1].i < out[-1].i2 and is_number(quoted.words[out[-1].i2 - 1]):
        last = out.pop()
        step = Step(Kind.CHANGED, step.i - 1, step.i2, step.j - 1, step.j2)
        if last.i < last.i2 - 1:
            out.append(last._replace(i2=last.i2 - 1, j2=last.j2 - 1))
    return step


def _kind(step: Step) -> Kind:
    return Kind.MISSING if step.i == step.i2 else Kind.ADDED if step.j == step.j2 else Kind.CHANGED


def _has_number(side: Side, low: int, high: int) -> bool:
    return high - low <= 4 and any(is_number(w) or w == "percent" for w in side.words[low:high])
