"""A passage -> where in the index it stands: the best alignment and all that are as good."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import islice

from onrecord.matching.align import Alignment, align, exact, whole
from onrecord.matching.passage import Passage
from onrecord.matching.search import Window, Windows
from onrecord.matching.segment import encode
from onrecord.matching.shelf import Shelf
from onrecord.matching.texts import Region
from onrecord.text.folding import fold, folded_spans, folded_words
from onrecord.text.words import Offsets

_BUDGET, _SECOND_BUDGET, _LONG_BUDGET = 1_500, 30_000, 8_000  # postings looked at; more if the first look found too little
_BEGINS = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z\"“‘(])|\n\s*")
_GOES_ON_BEFORE = re.compile(r"(?:[\w$£€¥\u00ad]|[\w][.,:'’])$")  # the first or last word is a part of a longer one
_GOES_ON = re.compile(r"[\w\u00ad]|[.,:'’]\w")
_VARIANTS = 2  # windows aligned for places as good in other marks
_LOOKED_AT = 4  # windows aligned word by word
_SLACK = 120  # bytes around a window: words that were changed at its edges
_MARGIN = 80  # characters around where neighbouring words were seen
_OVER_ELLIPSIS = 3_000  # bytes that an ellipsis may swallow in the first look
_ABSENT = 0.2  # of the rarity of a passage's pairs in one window: less, and it hardly stands there
_TRIED = 8  # windows looked into for the best
_SHORT, _ENOUGH, _SOME = 8, 0.8, 0.35  # of the words matched, less what differs: no second look
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


class Found:
    """Where a passage stands: the best match, and those as good, which are looked for when asked for."""

    def __init__(self, best: Match, others: Callable[[Match], Iterator[Match]]) -> None:
        self.best = best
        self._others = others(best)
        self._known = [best]
        self._places = {(best.region.segment, best.byte)}

    def tied(self, limit: int) -> list[Match]:
        """The best and others as good, each place once, so many at most."""
        while len(self._known) < limit and (match := next(self._others, None)) is not None:
            if (place := (match.region.segment, match.byte)) not in self._places:
                self._places.add(place)
                self._known.append(match)
        return self._known[:limit]


def locate(passage: Passage, shelf: Shelf) -> Found | None:
    """'we were never asked' -> where it stands best; None if hardly a word of it stands anywhere."""
    if not passage.words:
        return None
    if passage.held < 2 or len(pairs := passage.pairs()) == 0:
        found = _single(passage, shelf)
        first = next(found, None)
        return Found(first, lambda _: found) if first else None
    length = passage.bytes + (_OVER_ELLIPSIS if passage.breaks else 0)
    windows = shelf.windows(pairs, length, _BUDGET)
    best = _best(passage, shelf, windows)
    absent = windows.share < _ABSENT and len(pairs) >= _SHORT
    if not windows.complete and not absent and _doubtful(best, passage):
        more = shelf.windows(pairs, length, _SECOND_BUDGET if passage.held <= _SHORT else _LONG_BUDGET)
        better = _best(passage, shelf, more)
        if better and (best is None or better.alignment.score > best.alignment.score):
            best, windows = better, more
    return Found(best, partial(_others, shelf, windows)) if best else None


def _doubtful(best: Match | None, passage: Passage) -> bool:
    """Whether another look, at more frequent pairs, may find a better place: of a short passage there are few pairs."""
    if best is None:
        return True
    return best.alignment.score < (_ENOUGH if passage.held <= _SHORT else _SOME) * passage.held


def _best(passage: Passage, shelf: Shelf, windows: Windows) -> Match | None:
    """The best match in the windows, which come best first. What has the bytes of the best so far is a copy of it."""
    needle = encode(passage.stretch()) if not passage.breaks and not passage.bracketed else b""
    best: Match | None = None
    aligned, copy = 0, b""
    looked_at = _LOOKED_AT if windows.share > _ABSENT or passage.held <= _SHORT else 2
    for window in islice(windows, _TRIED):
        if needle and (same := next(_places(shelf, window, needle), None)):
            return Match(passage, Region(shelf.texts, *same, passage.stretch()), whole(len(passage.words), 0), solid=True)
        if (copy and next(_places(shelf, window, copy), None)) or not _worth(
            window, windows.best, passage, best, aligned < looked_at
        ):
            continue
        aligned += 1
        match = _aligned(passage, shelf, window)
        if match and (best is None or match.alignment.score > best.alignment.score + _SAME):
            best = match
            copy = encode(match.region.text[slice(*match.inner)])
            if match.alignment.score >= passage.held and not passage.bracketed:
                return best
    return best


def _worth(window: Window, first: float, passage: Passage, best: Match | None, may: bool) -> bool:
    """Whether a window is worth aligning word by word. first: the best window's score."""
    if best is None or not may:
        return may
    return window.score > (0.9 if best.alignment.score > _ENOUGH * passage.held else 0.7) * first


def _others(shelf: Shelf, windows: Windows, best: Match) -> Iterator[Match]:
    """The best match's bytes wherever else they stand; and what is as good with other marks or capitals, in few windows."""
    text = best.region.text[slice(*best.inner)]
    needle, alignment, aligned = encode(text), _shifted(best.alignment), 0
    for window in windows:
        same = list(_places(shelf, window, needle))
        for at in same:
            yield Match(best.passage, Region(shelf.texts, *at, text), alignment, solid=True)
        if not same and aligned < _VARIANTS and window.score > 0.97 * windows.best:
            aligned += 1
            match = _aligned(best.passage, shelf, window)
            if match and match.alignment.score >= best.alignment.score - _SAME:
                yield match


def _places(shelf: Shelf, window: Window, needle: bytes) -> Iterator[tuple[int, int, int]]:
    """Where some bytes stand in a window: segment, document, byte."""
    texts, segment = shelf.texts, window.segment
    low, high = max(0, window.low - _SLACK), min(window.high + len(needle) + _SLACK, texts.size(segment))
    for _ in range(_SHARED):
        at = texts.find(segment, needle, low, high)
        if at < 0:
            return
        low = at + 1
        document = texts.document_at(segment, at)
        first, last = texts.bounds(segment, document)
        stop = at + len(needle)
        if stop > last:
            continue
        before, after = texts.raw(segment, max(first, at - 6), at), texts.raw(segment, stop, min(last, stop + 6))
        if not (_GOES_ON_BEFORE.search(before.decode("utf8", "ignore")) or _GOES_ON.match(after.decode("utf8", "ignore"))):
            yield segment, document, at


def _shifted(alignment: Alignment) -> Alignment:
    """The same, for a region that begins with the first matched word and ends with the last."""
    low, high = alignment.bounds
    steps = (s._replace(j=min(max(s.j, low), high) - low, j2=min(max(s.j2, low), high) - low) for s in alignment.steps)
    return Alignment(tuple(steps), alignment.score)


def _aligned(passage: Passage, shelf: Shelf, window: Window) -> Match | None:
    """The best alignment with a document in the window."""
    texts = shelf.texts
    low, high = max(0, window.low - _SLACK), min(window.high + _SLACK, texts.size(window.segment))
    best: Match | None = None
    for document in texts.documents_in(window.segment, low, high)[:_SHARED]:
        match = _of_region(passage, _narrowed(passage, texts.region(window.segment, document, low, high)))
        if match and (best is None or match.alignment.score > best.alignment.score):
            best = match
    return best


def _narrowed(passage: Passage, region: Region) -> Region:
    """The part of a region in which neighbouring words of the passage stand; all of it if none do or an ellipsis may skip."""
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
    words, ends = _sentences(fold(region.text), region.text)
    at = exact(passage.words, words) if not passage.breaks else -1
    if at >= 0:
        return Match(passage, region, whole(len(passage.words), at))
    found = align(passage.words, words, passage.breaks, passage.bracketed, ends)
    return Match(passage, region, found) if found else None


def _sentences(folded: str, text: str) -> tuple[list[str], list[int]]:
    """Words, and which of them begin a sentence, as far as marks and capitals tell."""
    words: list[str] = []
    ends: list[int] = []
    at = 0
    for match in _BEGINS.finditer(text):
        words += folded_words(folded[at : match.end()])
        ends.append(len(words))
        at = match.end()
    words += folded_words(folded[at:])
    return words, ends


def _single(passage: Passage, shelf: Shelf) -> Iterator[Match]:
    """One word, or none outside brackets: looked for through the texts, up to a bound."""
    word = next((passage.text[a:b] for n, (a, b) in enumerate(passage.spans) if n not in passage.bracketed), None)
    if word is None:
        return
    for count, (segment, at) in enumerate(shelf.texts.occurrences(word)):
        if count == _SHARED:
            return
        document = shelf.texts.document_at(segment, at)
        region = shelf.texts.region(segment, document, at, at + len(encode(word)))
        match = _of_region(passage, region)
        if match:
            yield match
