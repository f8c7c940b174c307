"""A quotation x an index -> the finding: found, aligned, each edit named."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.matching import verdict
from onrecord.matching.align import Alignment, Kind, Step
from onrecord.matching.index import Index
from onrecord.matching.lexicon import COMMON
from onrecord.matching.locate import Found, locate
from onrecord.matching.match import Match
from onrecord.matching.passage import Passage
from onrecord.matching.places import Context, other
from onrecord.matching.segment import encode
from onrecord.matching.speakers import Mouth, is_another, mouth, name_words
from onrecord.matching.verdict import Setting
from onrecord.records import Document, Edit, Finding, Label, Place, Quoted, Reading, Source, worst
from onrecord.text.names import source_of

_FEW, _PLACES = 5, 4  # words and different surroundings: too common to say which place is meant
_SOME = 4  # words that stand there as they are, around a word that was changed
_SOLID = 3  # words in one piece that belong to the best place
_REST = 4  # words that are looked for elsewhere when the best place lacks them
_PART = 0.3  # of the words that the best place has, at least, where another has the rest
_REST_SHARE = 0.4  # of their pairs that must stand in one place
_LONG = 8  # words in one piece: no chance
_BESIDE = 24  # bytes
_STOP = re.compile(rb"[.!?\n]")
_COPIES = 48  # equally good places among which the right one is chosen
_TRIED = 6  # of equally good places, read for who speaks there

Reader = Callable[[Document], Reading]


def check_quotation(
    quotation: Quoted | str,
    index: Index,
    *,
    held: bool = True,
    named: Callable[[Document], bool] | None = None,
    reading: Reader | None = None,
    around: tuple[str, str] = ("", ""),
    chain: Sequence[Source] = (),
    others: int = 5,
) -> Finding:
    """'we will close' against 'We will not close.' -> Finding(verdict=polarity_changed, severity=4, ...).

    A str stands for a quotation that begins at offset 0 of its article. held: whether the source the article names is among
    the documents; where it is not, words that are not found are unverifiable instead of not_found. named: whether a document
    (its text is left out) is the source that the article names, by its outlet, say; words found only in others are
    source_is_secondhand. reading: gives the reading of a document, for who speaks at the place (misattributed); called for
    the best places only. around: what the article's own sentence says before and after the quotation marks: a "not" there is
    not held against a quotation whose source has the "not" there too. chain: the sources that the article says the words
    passed, the speaker first; what the speaker's wording tells where it is not given. others: how many further places the
    finding names at most; to look for none saves time.
    """
    quoted = Quoted(0, len(quotation), quotation) if isinstance(quotation, str) else quotation
    passed = tuple(chain) or ((source_of(quoted.speaker),) if quoted.speaker else ())
    return _Checking(quoted, index, held, named, reading, around, passed, others).finding()


@dataclass(slots=True)  # frozen ones take ten times as long to make
class _Checking:
    quoted: Quoted
    index: Index
    held: bool
    named: Callable[[Document], bool] | None
    reading: Reader | None
    around: tuple[str, str]
    chain: tuple[Source, ...]
    most: int

    def finding(self) -> Finding:
        passage = Passage.of(self.quoted.words)
        if not passage.held:
            return self._none(Label.TOO_COMMON)
        found = locate(passage, self.index.shelf)
        parts = self._with_rest(found.best, passage) if found else []
        if found is None or not _found(parts, passage):
            return self._none(Label.NOT_FOUND if self.held else Label.UNVERIFIABLE)
        if passage.held <= _FEW and _is_common(found):
            if found.best.alignment.matched < passage.held:
                return self._none(Label.NOT_FOUND if self.held else Label.UNVERIFIABLE)
            return self._none(Label.TOO_COMMON, others=tuple(other(m) for m in found.tied(min(self.most, _COPIES))))
        tied = found.tied(_COPIES if passage.held <= _FEW or self.named or self.reading else self.most + 1)
        return self._told(parts, tied)

    def _none(self, label: Label, others: tuple[Place, ...] = ()) -> Finding:
        severity = 3 if label is Label.NOT_FOUND else None
        return Finding(self.quoted, label, severity, (), (), others, len(self.index))

    # -- words the best place lacks

    def _with_rest(self, best: Match, passage: Passage) -> list[Match]:
        """The best match, and where its missing head or tail stands instead: one place, or two in the quotation's order."""
        steps = best.alignment.steps
        solid = [n for n, s in enumerate(steps) if s.kind is Kind.EQUAL and s.i2 - s.i >= _SOLID]
        if not solid or best.alignment.matched < _PART * passage.held:
            return [best]
        size = len(passage.words)
        for end, low, high in ((0, 0, steps[solid[0]].i), (-1, steps[solid[-1]].i2, size)):
            if high - low < _REST:
                continue
            part = passage.part(low, high)
            if part.held < _REST:
                continue
            found = locate(part, self.index.shelf, _REST_SHARE)
            here = sum(s.i2 - s.i for s in steps if s.kind is Kind.EQUAL and low <= s.i < high)
            if found and found.best.alignment.matched >= max(0.75 * part.held, here + 2):
                second = replace(found.beside(best), first=low)
                kept = steps[solid[0] :] if end == 0 else steps[: solid[-1] + 1]
                first = replace(best, alignment=Alignment(kept, best.alignment.score))
                return [second, first] if end == 0 else [first, second]
        return [best]

    # -- what is found

    def _told(self, parts: list[Match], tied: list[Match]) -> Finding:
        if len(parts) == 1:
            parts, speaker = self._chosen(tied)
        else:
            speaker = self._mouth(parts[0])
        contexts = [Context(m) for m in parts]
        edits = [e for n, c in enumerate(contexts) for e in self._edits(c, n, len(contexts))]
        if len(parts) > 1:
            edits.append(_splice(contexts, self.quoted))
        edits += self._about_the_source(contexts[0], speaker, tied)
        edits = _sorted(edits)
        label, severity = worst(tuple(edits))
        rest = [m for m in tied if (m.region.segment, m.region.low) != (parts[0].region.segment, parts[0].region.low)]
        places = tuple(c.place(speaker.told if n == 0 else None) for n, c in enumerate(contexts))
        others = tuple(other(m) for m in rest[: self.most])
        return Finding(self.quoted, label, severity, tuple(edits), places, others, len(self.index))

    def _edits(self, context: Context, n: int, of: int) -> list[Edit]:
        side, low, shift = context.side()
        setting = Setting(
            self.quoted.start,
            self.around[0],
            self.around[1],
            name_words(self.quoted.speaker),
            begins=n == 0,
            ends=n == of - 1,
        )
        return list(verdict.edits(context.match, side, shift, setting, n, context.region.offset + low))

    # -- whose words they are

    def _chosen(self, tied: list[Match]) -> tuple[list[Match], Mouth]:
        """Of equally good places one in the source the article names, then one where the right person speaks."""
        ranked = tied
        if self.named is not None:
            named = self.named
            ranked = sorted(
                tied[: 8 * _TRIED], key=lambda m: not named(m.region.texts.bare(m.region.segment, m.region.document))
            )
        if self.reading is None or not self.quoted.speaker:
            return ranked[:1], self._mouth(ranked[0])
        first: tuple[list[Match], Mouth] | None = None
        for match in ranked[:_TRIED]:
            speaker = self._mouth(match)
            first = first or ([match], speaker)
            if not self._is_another(speaker, match):
                return [match], speaker
        return first or (ranked[:1], Mouth())

    def _mouth(self, match: Match) -> Mouth:
        if self.reading is None:
            return Mouth()
        document = match.region.texts.document(match.region.segment, match.region.document)
        return mouth(self.reading(document), match.start, match.end)

    def _is_another(self, speaker: Mouth, match: Match) -> bool:
        if not speaker.chain:
            return False
        facts = match.region.texts.facts(match.region.segment, match.region.document)
        return is_another(speaker.chain, self.chain, facts.outlet)

    def _about_the_source(self, context: Context, speaker: Mouth, tied: list[Match]) -> list[Edit]:
        out: list[Edit] = []
        if self._is_another(speaker, context.match):
            note = f"in the source these are the words of {speaker.told}, not of {self.quoted.speaker}"
            out.append(self._whole(context, Label.MISATTRIBUTED, 4, note))
        if self.named is not None and not any(
            self.named(m.region.texts.bare(m.region.segment, m.region.document)) for m in tied
        ):
            note = "found in a third party's document, not in the source that the article names"
            out.append(self._whole(context, Label.SOURCE_IS_SECONDHAND, 1, note))
        return out

    def _whole(self, context: Context, label: Label, severity: int, note: str) -> Edit:
        offset = context.region.offset
        return Edit(label, severity, self.quoted.start, self.quoted.end, offset + context.start, offset + context.end, note)


def _found(parts: list[Match], passage: Passage) -> bool:
    """Whether so much of the passage stands there that it is this passage, changed, and not another."""
    equal = [(m, s) for m in parts for s in m.alignment.steps if s.kind is Kind.EQUAL]
    matched = sum(s.i2 - s.i for _, s in equal)
    share = matched / max(1, passage.held)
    if share >= 0.999:
        return True
    telling = sum(w not in COMMON for m, s in equal for w in m.passage.words[s.i : s.i2])
    of = sum(w not in COMMON for n, w in enumerate(passage.words) if n not in passage.bracketed)
    if telling and _one_change(parts):
        return True
    if passage.held <= _FEW:
        return share >= 0.6 and matched >= 2 and (telling >= 1 or share >= 0.75)
    longest = max(s.i2 - s.i for _, s in equal)
    if longest >= _LONG and telling > _SOLID:
        return share >= 0.35
    if telling * 2 < of + (passage.held > _LONG) and share < 0.85:
        return False
    return share >= 0.55 and matched >= 4 and (telling >= 2 or (longest >= 4 and share >= 0.6))


def _one_change(parts: list[Match]) -> bool:
    """Whether all but a word or two in one place stands there as it is: "was unclear [exactly] when and how"."""
    steps = parts[0].alignment.steps
    changed = [s for s in steps if s.kind is not Kind.EQUAL]
    equal = sum(s.i2 - s.i for s in steps if s.kind is Kind.EQUAL)
    return len(parts) == len(changed) == 1 and equal >= _SOME and max(*_sizes(changed[0])) * 4 <= equal


def _sizes(step: Step) -> tuple[int, int]:
    return step.i2 - step.i, step.j2 - step.j


def _is_common(found: Found) -> bool:
    """Whether the words stand in several different surroundings within a sentence; copies of one sentence count once. No more
    places are looked for than tell."""
    copies: set[tuple[bytes, bytes]] = set()
    seen: set[tuple[bytes, bytes]] = set()
    for match in islice(found.each(), _COPIES):
        if (sides := _sides(match)) not in copies:
            copies.add(sides)
            before, after = sides
            seen.add((_STOP.split(before)[-1].strip()[-8:], _STOP.split(after)[0].strip()[:8]))
            if len(seen) >= _PLACES:
                return True
    return False


def _sides(match: Match) -> tuple[bytes, bytes]:
    """What stands right before and right after the words in their document."""
    texts, segment = match.region.texts, match.region.segment
    start = match.byte
    stop = start + len(encode(match.region.text[slice(*match.inner)]))
    first, last = texts.bounds(segment, match.region.document)
    low = max(first, start - _BESIDE)
    held = texts.raw(segment, low, min(last, stop + _BESIDE))
    return held[: start - low], held[stop - low :]


def _splice(contexts: list[Context], quoted: Quoted) -> Edit:
    first, second = contexts
    same = (first.region.segment, first.region.document) == (second.region.segment, second.region.document)
    where = "two places of one document" if same else "two documents"
    spans = second.match.passage.spans[0][0], second.match.passage.spans[-1][1]
    start, end = (quoted.start + s for s in spans)
    offset = second.region.offset
    return Edit(Label.SPLICED, 3, start, end, offset + second.start, offset + second.end, f"put together from {where}", 1)


def _sorted(edits: list[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda e: (e.start, e.end, -e.severity))
