"""A passage -> where in the index it stands: the best alignment and all that are as good."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.matching.align import Alignment, align, exact, whole
from onrecord.matching.index import Index
from onrecord.matching.passage import Passage
from onrecord.matching.search import Window
from onrecord.matching.segment import SHIFT, encode
from onrecord.matching.texts import Region
from onrecord.text.folding import fold, folded_spans, folded_words
from onrecord.text.words import Offsets

_BUDGET, _SECOND_BUDGET = 3_000, 120_000  # postings looked at; more if the first look found too little
_LOOKED_AT = 4  # windows aligned word by word
_SLACK = 120  # bytes around a window: words that were changed at its edges
_MARGIN = 80  # characters around where neighbouring words were seen
_OVER_ELLIPSIS = 3_000  # bytes that an ellipsis may swallow in the first look
_ENOUGH = 0.8  # of the words matched: no second look
_WHOLE = 0.99
_SAME = 1e-6
_SHARED = 64  # documents tried in one window


@dataclass(frozen=True)
class Match:
    """A passage aligned with a region of a document. first is the word of the whole quotation that the passage begins with."""

    passage: Passage
    region: Region
    alignment: Alignment
    first: int = 0
    solid: bool = False  # the region is from the first matched word to the last

    @cached_property
    def folded(self) -> str:
        return fold(self.region.text)

    @cached_property
    def spans(self) -> list[Offsets]:
        """Of the region's words, in its text."""
        return folded_spans(self.folded)

    @cached_property
    def inner(self) -> Offsets:
        """From the first matched word to the last, in the region's text."""
        if self.solid:
            return 0, len(self.region.text)
        low, high = self.alignment.bounds
        return self.spans[low][0], self.spans[high - 1][1]

    @cached_property
    def byte(self) -> int:
        """Byte of the segment at which the first matched word begins."""
        before = self.region.text[: self.inner[0]]
        return self.region.low + (len(before) if before.isascii() else len(encode(before)))

    @property
    def start(self) -> int:
        """Code point of the document at which the first matched word begins."""
        return self.region.offset + self.inner[0]

    @property
    def end(self) -> int:
        return self.region.offset + self.inner[1]


def locate(passage: Passage, index: Index, *, document: tuple[int, int] | None = None) -> list[Match]:
    """'we were never asked' -> the best match and those as good, in the order of the documents' coming.

    document: look only there (segment, number).
    """
    if not passage.words:
        return []
    if passage.held < 2 or len(pairs := passage.pairs()) == 0:
        return list(_single(passage, index))
    length = passage.bytes + (_OVER_ELLIPSIS if passage.breaks else 0)
    seen: set[tuple[int, int]] = set()
    windows, complete = index.windows(pairs, length, _BUDGET)
    found = _best(passage, index, windows, seen)
    if not complete and (not found or found[0].alignment.score < _ENOUGH * passage.held):
        windows, _ = index.windows(pairs, length, _SECOND_BUDGET)
        found = _better(found, _best(passage, index, [w for w in windows if (w.segment, w.low >> SHIFT) not in seen], seen))
    return found


def _better(one: list[Match], other: list[Match]) -> list[Match]:
    if not one or not other:
        return one or other
    return other if other[0].alignment.score > one[0].alignment.score else one


def _best(passage: Passage, index: Index, windows: list[Window], seen: set[tuple[int, int]]) -> list[Match]:
    """Windows, best first -> the best matches. Once there is a good one, others are first searched for its very bytes."""
    found: list[Match] = []
    needle = encode(passage.stretch()) if not passage.breaks and not passage.bracketed else b""
    aligned = 0
    for window in windows:
        tied = list(_copies(passage, index, window, needle, found)) if needle else []
        if not tied and _worth(window, windows[0], passage, found, aligned):
            aligned += 1
            seen.add((window.segment, window.low >> SHIFT))
            best = max(_aligned(passage, index, window), key=lambda m: m.alignment.score, default=None)
            if best is not None and (not found or best.alignment.score > found[0].alignment.score + _SAME):
                start, end = best.inner
                needle = encode(best.region.text[start:end])
                tied = [best, *_copies(passage, index, window, needle, [best])]
            elif best is not None:
                tied = [best]
        for match in tied:
            gain = match.alignment.score - found[0].alignment.score if found else 1.0
            if gain > _SAME:
                found = [match]
                start, end = match.inner
                needle = encode(match.region.text[start:end])
            elif gain > -_SAME:
                found.append(match)
    return _each_once(found)


def _each_once(found: list[Match]) -> list[Match]:
    """In the order of the documents; a place that two windows share once."""
    places = {(m.region.segment, m.byte): m for m in reversed(found)}
    return [places[at] for at in sorted(places)]


def _worth(window: Window, best: Window, passage: Passage, found: list[Match], aligned: int) -> bool:
    """Whether a window is worth aligning word by word."""
    if not found:
        return aligned < _LOOKED_AT
    reached = found[0].alignment.score / passage.held
    if reached > _WHOLE:
        return aligned < _LOOKED_AT and window.score > 0.97 * best.score and aligned < 2
    return aligned < _LOOKED_AT and window.score > (0.9 if reached > _ENOUGH else 0.6) * best.score


def _copies(passage: Passage, index: Index, window: Window, needle: bytes, found: list[Match]) -> Iterator[Match]:
    """Where the bytes of the best match, or of the passage itself, stand in a window."""
    texts, segment = index.texts, window.segment
    low, high = max(0, window.low - _SLACK), min(window.high + len(needle) + _SLACK, texts.size(segment))
    alignment = _shifted(found[0].alignment) if found else whole(len(passage.words), 0)
    text = found[0].region.text[slice(*found[0].inner)] if found else passage.stretch()
    for _ in range(_SHARED):
        at = texts.find(segment, needle, low, high)
        if at < 0:
            return
        low = at + 1
        document = texts.document_at(segment, at)
        if at + len(needle) <= texts.bounds(segment, document)[1]:
            yield Match(passage, Region(texts, segment, document, at, text), alignment, solid=True)


def _shifted(alignment: Alignment) -> Alignment:
    """The same, for a region that begins with the first matched word and ends with the last."""
    low, high = alignment.bounds
    steps = (s._replace(j=min(max(s.j, low), high) - low, j2=min(max(s.j2, low), high) - low) for s in alignment.steps)
    return Alignment(tuple(steps), alignment.score)


def _aligned(passage: Passage, index: Index, window: Window) -> Iterator[Match]:
    texts = index.texts
    low, high = max(0, window.low - _SLACK), min(window.high + _SLACK, texts.size(window.segment))
    for document in texts.documents_in(window.segment, low, high)[:_SHARED]:
        match = _of_region(passage, _narrowed(passage, texts.region(window.segment, document, low, high)))
        if match:
            yield match


def _narrowed(passage: Passage, region: Region) -> Region:
    """The part of a region in which neighbouring words of the passage stand; all of it where none do or an ellipsis may skip."""
    if passage.breaks:
        return region
    text = region.text.lower()
    starts = [at - offset for offset, words in passage.probes if (at := text.find(words)) >= 0]
    if not starts:
        return region
    low, high = max(0, min(starts) - _MARGIN), max(starts) + passage.bytes + _MARGIN
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    skipped = region.text[:low]
    before = low if skipped.isascii() else len(encode(skipped))
    return replace(region, low=region.low + before, text=region.text[low:high])


def _of_region(passage: Passage, region: Region) -> Match | None:
    words = folded_words(fold(region.text))
    at = exact(passage.words, words) if not passage.breaks else -1
    found = whole(len(passage.words), at) if at >= 0 else align(passage.words, words, passage.breaks, passage.bracketed)
    return Match(passage, region, found) if found else None


def _single(passage: Passage, index: Index) -> Iterator[Match]:
    """One word, or none outside brackets: looked for through the texts, up to a bound."""
    word = next((passage.text[a:b] for n, (a, b) in enumerate(passage.spans) if n not in passage.bracketed), None)
    if word is None:
        return
    for count, (segment, at) in enumerate(index.texts.occurrences(word)):
        if count == _SHARED:
            return
        document = index.texts.document_at(segment, at)
        region = index.texts.region(segment, document, at, at + len(encode(word)))
        match = _of_region(passage, region)
        if match:
            yield match
