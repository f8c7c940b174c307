"""A passage -> where in the index it stands: the best alignment and all that are as good."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple, TypeAlias

from onrecord.matching.align import Alignment, Step, whole
from onrecord.matching.compiled import kernel
from onrecord.matching.match import SHARED, SLACK, Match, aligned, of_region
from onrecord.matching.once import once
from onrecord.matching.passage import Passage
from onrecord.matching.search import Looked, Window, Windows
from onrecord.matching.segment import encode
from onrecord.matching.shelf import Shelf
from onrecord.matching.texts import Region
from onrecord.text.folding import fold

_Where: TypeAlias = tuple[int, int, int]  # a window's segment, and the bytes of it

_GOES_ON_BEFORE = re.compile(r"(?:[\w$£€¥\u00ad]|[\w][.,:'’])$")  # the first or last word is a part of a longer one
_GOES_ON = re.compile(r"[\w\u00ad]|[.,:'’]\w")
_PLAIN_BEFORE = frozenset((b"", b" ", b"\n", b'"', b"("))
_PLAIN_AFTER = frozenset((b"", b" ", b"\n", b'"', b"?", b"!", b";", b")"))
_EDGE = 6  # bytes around a place that tell whether a word goes on
_HARDLY_LESS, _NEARLY_ALL = 1, 0.75  # pairs of words fewer than in the best window; of all pairs
_VARIANTS = 2  # windows aligned for places as good in other marks
_LOOKED_AT = 4  # windows aligned word by word
_OVER_ELLIPSIS = 3_000  # bytes that an ellipsis may swallow in the first look
_ABSENT = 0.45  # of the rarity of a passage's pairs in one window: less, and it hardly stands there
_NOWHERE = 0.2  # less, and no window is worth reading
_SHORT = 8  # words
_SAME, _A_WORD = 1e-6, 1.5  # less than this off the score: one word differs at most


class _Look(NamedTuple):
    """budget: postings read; windows: looked into; least: share of a passage's word pairs that must stand somewhere to be
    aligned; enough: of its words matched, less what differs, for no further look."""

    budget: int
    windows: int
    least: float
    enough: float


_WORDY, _WORDY_LEAST = 12, 0.28  # of a longer passage more pairs must stand somewhere
_FIRST, _HARDLY, _PARTLY, _TELLING = 400, 0.2, 0.35, 6
_LOOKS = (_Look(_FIRST, 5, 0.5, 0.8), _Look(1_500, 8, _HARDLY, 0.35), _Look(6_000, 12, _HARDLY, 0.0))
_SHORT_LOOKS = (_Look(_FIRST, 8, 0.5, 0.85), _Look(1_500, 12, 0.0, 0.85), _Look(30_000, 24, 0.0, 0.0))


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

    def beside(self, match: Match) -> Match:
        """The place of the same words that is nearest to a match in its document; the best if there is none."""
        texts, segment, document = match.region.texts, match.region.segment, match.region.document
        text = self.best.region.text[slice(*self.best.inner)]
        needle, (low, high) = encode(text), texts.bounds(segment, document)
        before, after = texts.rfind(segment, needle, low, match.byte), texts.find(segment, needle, match.byte, high)
        near = [at for at in (before, after) if at >= 0]
        if not near:
            return self.best
        at = min(near, key=lambda at: abs(at - match.byte))
        return Match(self.best.passage, Region(texts, segment, document, at, text), _shifted(self.best.alignment), solid=True)


def locate(passage: Passage, shelf: Shelf, least: float = 0.0) -> Found | None:
    """'we were never asked' -> where it stands best; None if hardly a word of it stands anywhere.

    least: share of its pairs of neighbouring words that must stand in one place.
    """
    if not passage.words:
        return None
    if passage.held < 2 or len(pairs := passage.pairs()) == 0:
        found = _single(passage, shelf)
        first = next(found, None)
        return Found(first, lambda _: found) if first else None
    looked = shelf.look(pairs)
    return _looked_for(passage, shelf, looked, least) if looked else None


def _looked_for(passage: Passage, shelf: Shelf, looked: Looked, least: float) -> Found | None:
    """A first look at few postings, then at more, as long as what was found leaves doubt."""
    length = passage.size + (_OVER_ELLIPSIS if passage.breaks else 0)
    found: tuple[Match, Windows] | None = None
    beaten = 0
    read: dict[_Where, _Piece] = {}
    looks = _SHORT_LOOKS if passage.held <= _SHORT else _LOOKS
    if passage.held > _WORDY:
        least = max(least, _WORDY_LEAST)
    for look in looks:
        windows = shelf.windows(looked, length, look.budget)
        if looks is _LOOKS and 0 < windows.share < _NOWHERE and not windows.complete:
            break  # 0: all of its pairs are too frequent for this look
        near = _Near(passage, shelf, windows, look.windows, read)
        best = near.best(max(least, looks[-1].least if windows.complete else look.least), beaten)
        beaten = max(beaten, near.most + (passage.held > _SHORT) if best else 0)
        if best and (found is None or best.alignment.score > found[0].alignment.score):
            found = best, windows
        absent = looks is _LOOKS and look.budget > _FIRST and near.share < max(least, _PARTLY) and windows.share < _ABSENT
        if windows.complete or absent or (found and found[0].alignment.score >= look.enough * passage.held):
            break
    return Found(found[0], partial(_others, shelf, found[1])) if found else None


class _Piece:
    """A window's text, and bytes around it that the passage may go beyond the pairs that were looked at. Each look at a
    passage may come by it: what was worked out is kept. asked: whether the passage was looked for byte for byte."""

    def __init__(self, passage: Passage, shelf: Shelf, window: Window) -> None:
        self._passage, self._shelf, self.window = passage, shelf, window
        slack = passage.size + SLACK
        self.low = max(0, window.low - slack)
        self.raw = shelf.texts.around(window.segment, self.low, window.high + slack)
        self.asked = False

    @once
    def text(self) -> str:
        return self.raw.decode("utf8", "ignore")

    @once
    def folded(self) -> str:
        return fold(self.text)

    @once
    def hits(self) -> int:
        """How many pairs of the passage's neighbouring words stand there as they are."""
        needles = self._passage.needles
        held = kernel.held(needles, self.raw) if kernel else None
        return _held(needles, self.folded) if held is None else held

    @once
    def match(self) -> Match | None:
        """The best alignment with a document there."""
        return aligned(self._passage, self._shelf, self.window)

    @property
    def begins(self) -> int:
        """The byte at which its text does."""
        return self.low + next((n for n, byte in enumerate(self.raw[:4]) if byte & 0xC0 != 0x80), 0)


class _Near:
    """The best windows, looked into for how many pairs of a passage's neighbouring words stand there as they are."""

    def __init__(self, passage: Passage, shelf: Shelf, windows: Windows, most: int, read: dict[_Where, _Piece]) -> None:
        self._passage, self._shelf, self._read = passage, shelf, read
        self._whole = windows.best if windows.share == 1 else None  # the score of what holds every pair that was looked for
        self._windows = islice(windows, most)
        self._pieces: list[_Piece] = []  # of the windows that were asked for yet
        self._seen: list[_Piece] = []  # those whose pairs were counted in this look
        self.most = 0  # of the pairs stand in one of these

    def _all(self) -> Iterator[_Piece]:
        yield from self._pieces
        for window in self._windows:
            where = window[:3]
            piece = self._read.get(where)
            if piece is None:
                piece = self._read[where] = _Piece(self._passage, self._shelf, window)
            self._pieces.append(piece)
            yield piece

    @property
    def share(self) -> float:
        """Of the pairs, in the best window; 1 where there are too few to tell."""
        of = len(self._passage.needles)
        return self.most / of if of >= _TELLING else 1.0

    def best(self, least: float, beaten: int) -> Match | None:
        """The best match, if at least such a share of the pairs is somewhere, and no fewer of them than elsewhere before."""
        return self._as_it_stands() or self._aligned(least, beaten)

    def _as_it_stands(self) -> Match | None:
        """The passage byte for byte: all of its pairs stand there."""
        if self._whole is None or self._passage.breaks or self._passage.bracketed:
            return None
        needle = self._passage.encoded
        for piece in self._all():
            if piece.window.score < self._whole:
                break
            if piece.asked:
                continue
            piece.asked = True
            if needle in piece.raw and (same := next(_places(self._shelf, piece.window, needle), None)):
                region = Region(self._shelf.texts, *same, self._passage.stretch)
                return Match(self._passage, region, whole(len(self._passage.words), 0), solid=True)
        return None

    def _aligned(self, least: float, beaten: int) -> Match | None:
        """Where most of the pairs are, and more than before. What has the bytes of the best so far is a copy of it."""
        best = self._at_once(beaten)
        plain = self._passage.held > _SHORT and not self._passage.breaks
        if best and plain and best.alignment.score > self._passage.held - _A_WORD:
            return best
        copy = _words(best)
        self._seen += [p for p in islice(self._all(), 1, None) if not (copy and copy in p.raw)]
        most = self.most = max([p.hits for p in self._seen], default=0)
        share = self.share
        if share < least or most < beaten:
            return best
        left = _LOOKED_AT if share > _PARTLY else 2
        for piece in sorted(self._seen, key=lambda p: -p.hits):
            if piece.hits < most - _HARDLY_LESS or not left or _is_whole(best):
                break
            if copy and copy in piece.raw:
                continue
            left -= 1
            match = piece.match
            if match and (best is None or match.alignment.score > best.alignment.score + _SAME):
                best, copy = match, _words(match)
        return best

    def _at_once(self, beaten: int) -> Match | None:
        """The first window, where nearly all of the passage stands in it."""
        passage, piece = self._passage, next(self._all(), None)
        if piece is None:
            return None
        self._seen.append(piece)
        self.most = piece.hits
        if piece.hits < max(beaten, _NEARLY_ALL * len(passage.needles)):
            return None
        same = None if passage.breaks or passage.bracketed else self._but_for_marks(piece)
        return same or piece.match

    def _but_for_marks(self, piece: _Piece) -> Match | None:
        """The passage but for capitals and the kind of its marks."""
        folded, wanted = piece.folded, fold(self._passage.stretch)
        at = folded.find(wanted)
        if at < 0 or _is_cut(encode(folded[max(0, at - _EDGE) : at]), encode(folded[at + len(wanted) :][:_EDGE])):
            return None
        low, segment = piece.begins + len(encode(piece.text[:at])), piece.window.segment
        stretch, texts = piece.text[at : at + len(wanted)], self._shelf.texts
        document = texts.document_at(segment, low)
        if low + len(encode(stretch)) > texts.bounds(segment, document)[1]:
            return None
        region = Region(texts, segment, document, low, stretch)
        return Match(self._passage, region, whole(len(self._passage.words), 0), solid=True)


def _held(pairs: list[str], folded: str) -> int:
    if kernel:
        return kernel.held(pairs, folded)
    return sum(words in folded for words in pairs)


def _words(match: Match | None) -> bytes:
    """The bytes from the first matched word to the last."""
    return encode(match.region.text[slice(*match.inner)]) if match else b""


def _is_whole(match: Match | None) -> bool:
    return match is not None and match.alignment.score >= match.passage.held and not match.passage.bracketed


def _others(shelf: Shelf, windows: Windows, best: Match) -> Iterator[Match]:
    """The best match's bytes wherever else they stand; and what is as good with other marks or capitals, in few windows."""
    text = best.region.text[slice(*best.inner)]
    needle, alignment, tried = encode(text), _shifted(best.alignment), 0
    least = _held(best.passage.needles, fold(text))
    for window in windows:
        nearly = window.score > 0.97 * windows.best
        if not nearly and best.solid and windows.share == 1:
            return  # the words as they stand there bring all of their pairs with them
        same = False
        for at in _places(shelf, window, needle):
            same = True
            yield Match(best.passage, Region(shelf.texts, *at, text), alignment, solid=True)
        may = not same and tried < _VARIANTS and nearly
        piece = _Piece(best.passage, shelf, window) if may else None
        if piece and piece.hits >= least:
            tried += 1
            match = piece.match
            if match and match.alignment.score >= best.alignment.score - _SAME:
                yield match


def _places(shelf: Shelf, window: Window, needle: bytes) -> Iterator[tuple[int, int, int]]:
    """Where some bytes stand in a window as words of their own: segment, document, byte."""
    texts, segment = shelf.texts, window.segment
    low = max(0, window.low - len(needle) - SLACK)
    held = texts.around(segment, low, window.high + len(needle) + SLACK)
    at = held.find(needle, _EDGE if low else 0)
    for _ in range(SHARED):
        if at < 0:
            return
        stop = at + len(needle)
        if not _is_cut(held[max(0, at - _EDGE) : at], held[stop : stop + _EDGE]):
            document = texts.document_at(segment, low + at)
            if low + stop <= texts.bounds(segment, document)[1]:
                yield segment, document, low + at
        at = held.find(needle, at + 1)


def _is_cut(before: bytes, after: bytes) -> bool:
    """Whether bytes that follow and precede these are a part of the same word."""
    if before[-1:] in _PLAIN_BEFORE and after[:1] in _PLAIN_AFTER:
        return False
    goes_on_before = _GOES_ON_BEFORE.search(before.decode("utf8", "ignore"))
    return bool(goes_on_before or _GOES_ON.match(after.decode("utf8", "ignore")))


def _shifted(alignment: Alignment) -> Alignment:
    """The same, for a region that begins with the first matched word and ends with the last."""
    low, high = alignment.bounds
    steps = [Step(k, i, i2, min(max(j, low), high) - low, min(max(j2, low), high) - low) for k, i, i2, j, j2 in alignment.steps]
    return Alignment(tuple(steps), alignment.score)


def _single(passage: Passage, shelf: Shelf) -> Iterator[Match]:
    """One word, or none outside brackets: looked for through the texts, up to a bound."""
    word = next((passage.text[a:b] for n, (a, b) in enumerate(passage.spans) if n not in passage.bracketed), None)
    if word is None:
        return
    for count, (segment, at) in enumerate(shelf.texts.occurrences(word)):
        if count == SHARED:
            return
        document = shelf.texts.document_at(segment, at)
        region = shelf.texts.region(segment, document, at, at + len(encode(word)))
        match = of_region(passage, region, fold(region.text))
        if match:
            yield match
