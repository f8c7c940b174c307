"""A passage and a stretch of text -> how the one stands in the other."""

from dataclasses import dataclass

from onrecord.matching.align import Alignment, align, exact, whole
from onrecord.matching.compiled import kernel
from onrecord.matching.once import once
from onrecord.matching.passage import Passage
from onrecord.matching.search import Window
from onrecord.matching.segment import encode
from onrecord.matching.shelf import Shelf
from onrecord.matching.texts import Region
from onrecord.matching.within import SHARED, SLACK
from onrecord.text.folding import fold, folded_spans, sentence_words
from onrecord.text.words import Offsets

_MARGIN = 80  # characters around where neighbouring words were seen


@dataclass  # frozen ones take several times as long to make
class Match:
    """A passage aligned with a region of a document. first is the word of the whole quotation that the passage begins with."""

    passage: Passage
    region: Region
    alignment: Alignment
    first: int = 0
    solid: bool = False  # the region is from the first matched word to the last

    @once
    def folded(self) -> str:
        return fold(self.region.text)

    @once
    def spans(self) -> list[Offsets]:
        """Of the region's words, in its text."""
        return folded_spans(self.folded)

    @once
    def inner(self) -> Offsets:
        """From the first matched word to the last, in the region's text."""
        if self.solid:
            return 0, len(self.region.text)
        low, high = self.alignment.bounds
        return self.spans[low][0], self.spans[high - 1][1]

    @once
    def byte(self) -> int:
        """Byte of the segment at which the first matched word begins."""
        if self.solid:
            return self.region.low
        before = self.region.text[: self.inner[0]]
        return self.region.low + (len(before) if before.isascii() else len(encode(before)))

    @property
    def start(self) -> int:
        """Code point of the document at which the first matched word begins."""
        return self.region.offset + self.inner[0]

    @property
    def end(self) -> int:
        return self.region.offset + self.inner[1]


def aligned(passage: Passage, shelf: Shelf, window: Window) -> Match | None:
    """The best alignment with a document in the window."""
    texts = shelf.texts
    slack = passage.size + SLACK
    low, high = max(0, window.low - slack), min(window.high + slack, texts.size(window.segment))
    best: Match | None = None
    for document in texts.documents_in(window.segment, low, high)[:SHARED]:
        match = of_region(passage, *_narrowed(passage, texts.region(window.segment, document, low, high)))
        if match and (best is None or match.alignment.score > best.alignment.score):
            best = match
    return best


def _narrowed(passage: Passage, region: Region) -> tuple[Region, str]:
    """The part of a region in which neighbouring words of the passage stand, and it folded; all of it if none do."""
    text = fold(region.text)
    begins = _begins(passage.probes, text)
    if begins is None:
        return region, text
    first, last = begins
    if passage.breaks:  # which may skip to a later place of the same words
        last = max(text.rfind(words) - offset for offset, words in passage.probes)
    low, high = max(0, first - _MARGIN), last + passage.size + _MARGIN
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    skipped = region.text[:low]
    before = low if skipped.isascii() else len(encode(skipped))
    return Region(region.texts, region.segment, region.document, region.low + before, region.text[low:high]), text[low:high]


def _begins(probes: list[tuple[int, str]], folded: str) -> tuple[int, int] | None:
    """Where a passage would begin by the first place of each of its probes: the least and the most."""
    if kernel:
        return kernel.reach(probes, folded)
    starts = [at - offset for offset, words in probes if (at := folded.find(words)) >= 0]
    return (min(starts), max(starts)) if starts else None


def of_region(passage: Passage, region: Region, folded: str) -> Match | None:
    """folded: the region's text."""
    words, ends = sentence_words(region.text, folded)
    at = exact(passage.words, words) if not passage.breaks else -1
    found = whole(len(passage.words), at) if at >= 0 else align(passage.words, words, passage.breaks, passage.bracketed, ends)
    if not found:
        return None
    match = Match(passage, region, found)
    match.__dict__["folded"] = folded
    return match
