"""A passage -> where in the index it stands: the best alignment and all that are as good."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple, TypeAlias

from onrecord.matching.align import Alignment, Step, whole
from onrecord.matching.match import Match, aligned, of_region
from onrecord.matching.passage import Passage
from onrecord.matching.search import Looked, Window, Windows
from onrecord.matching.segment import encode
from onrecord.matching.shelf import Shelf
from onrecord.matching.texts import Region
from onrecord.matching.within import EDGE, SHARED, SLACK, held, is_cut
from onrecord.text.folding import fold

_Aligned: TypeAlias = dict[tuple[int, int, int], Match | None]  # by a window's segment and the bytes of it

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
        return list(islice(self.each(), limit))

    def each(self) -> Iterator[Match]:
        """The same, looked for one by one as they are asked for."""
        yield from self._known
        for match in self._others:
            if (place := (match.region.segment, match.byte)) not in self._places:
                self._places.add(place)
                self._known.append(match)
                yield match

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
    known: _Aligned = {}
    looks = _SHORT_LOOKS if passage.held <= _SHORT else _LOOKS
    if passage.held > _WORDY:
        least = max(least, _WORDY_LEAST)
    for look in looks:
        windows = shelf.windows(looked, length, look.budget)
        if looks is _LOOKS and 0 < windows.share < _NOWHERE and not windows.complete:
            break  # 0: all of its pairs are too frequent for this look
        near = _Near(passage, shelf, windows, look.windows, known)
        best = near.best(max(least, looks[-1].least if windows.complete else look.least), beaten)
        beaten = max(beaten, near.most + (passage.held > _SHORT) if best else 0)
        if best and (found is None or best.alignment.score > found[0].alignment.score):
            found = best, windows
        absent = looks is _LOOKS and look.budget > _FIRST and near.share < max(least, _PARTLY) and windows.share < _ABSENT
        if windows.complete or absent or (found and found[0].alignment.score >= look.enough * passage.held):
            break
    return Found(found[0], partial(_others, shelf, found[1])) if found else None


class _Near:
    """The best windows, looked into for how many pairs of a passage's neighbouring words stand there as they are. aligned: what
    was found where, in any look at this passage."""

    def __init__(self, passage: Passage, shelf: Shelf, windows: Windows, most: int, aligned: _Aligned) -> None:
        self._passage, self._shelf, self._windows, self._known = passage, shelf, windows, aligned
        self._count, self._slack = min(most, len(windows)), passage.size + SLACK
        self.most = 0  # of the pairs stand in one of these

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
        passage, windows = self._passage, self._windows
        if windows.share != 1 or passage.breaks or passage.bracketed:
            return None
        end = min(self._count, windows.above(windows.best - 1))
        places = next(filter(None, self._shelf.within.standing(windows, end, passage.encoded)), None)
        if places is None:
            return None
        region = Region(self._shelf.texts, *places[0], passage.stretch)
        return Match(passage, region, whole(len(passage.words), 0), solid=True)

    def _aligned(self, least: float, beaten: int) -> Match | None:
        """Where most of the pairs are, and more than before. What has the bytes of the best so far is a copy of it."""
        if not self._count:
            return None
        hits = self._hits(0, 1)
        best = self._at_once(hits[0], beaten)
        plain = self._passage.held > _SHORT and not self._passage.breaks
        if best and plain and best.alignment.score > self._passage.held - _A_WORD:
            return best
        copy = _words(best)
        hits += self._hits(1, self._count, copy)
        most = self.most = max(hits)
        share = self.share
        if share < least or most < beaten:
            return best
        left = _LOOKED_AT if share > _PARTLY else 2
        for n in sorted(range(len(hits)), key=lambda n: -hits[n]):
            if hits[n] < max(0, most - _HARDLY_LESS) or not left or _is_whole(best):
                break
            if copy and copy in self._shelf.within.around(self._windows[n], self._slack)[1]:
                continue
            left -= 1
            match = self._match(self._windows[n])
            if match and (best is None or match.alignment.score > best.alignment.score + _SAME):
                best, copy = match, _words(match)
        return best

    def _hits(self, begin: int, end: int, copy: bytes = b"") -> list[int]:
        """How many pairs of the passage's neighbouring words stand in these windows as they are."""
        return self._shelf.within.hits(self._windows, begin, end, self._passage.needles, self._slack, copy)

    def _match(self, window: Window) -> Match | None:
        """The best alignment with a document there."""
        where = window[:3]
        if where not in self._known:
            self._known[where] = aligned(self._passage, self._shelf, window)
        return self._known[where]

    def _at_once(self, hits: int, beaten: int) -> Match | None:
        """The first window, where nearly all of the passage stands in it."""
        passage, self.most = self._passage, hits
        if hits < max(beaten, _NEARLY_ALL * len(passage.needles)):
            return None
        window = self._windows[0]
        may = not passage.breaks and not passage.bracketed and (hits == len(passage.needles) or passage.text != passage.given)
        same = self._but_for_marks(window) if may else None
        return same or self._match(window)

    def _but_for_marks(self, window: Window) -> Match | None:
        """The passage but for capitals and the kind of its marks."""
        low, raw = self._shelf.within.around(window, self._slack)
        text = raw.decode("utf8", "ignore")
        folded, wanted = fold(text), fold(self._passage.stretch)
        at = folded.find(wanted)
        if at < 0 or is_cut(encode(folded[max(0, at - EDGE) : at]), encode(folded[at + len(wanted) :][:EDGE])):
            return None
        low += next((n for n, byte in enumerate(raw[:4]) if byte & 0xC0 != 0x80), 0) + len(encode(text[:at]))
        stretch, texts = text[at : at + len(wanted)], self._shelf.texts
        document = texts.document_at(window.segment, low)
        if low + len(encode(stretch)) > texts.bounds(window.segment, document)[1]:
            return None
        region = Region(texts, window.segment, document, low, stretch)
        return Match(self._passage, region, whole(len(self._passage.words), 0), solid=True)


def _words(match: Match | None) -> bytes:
    """The bytes from the first matched word to the last."""
    return encode(match.region.text[slice(*match.inner)]) if match else b""


def _is_whole(match: Match | None) -> bool:
    return match is not None and match.alignment.score >= match.passage.held and not match.passage.bracketed


def _others(shelf: Shelf, windows: Windows, best: Match) -> Iterator[Match]:
    """The best match's bytes wherever else they stand; and what is as good with other marks or capitals, in few windows."""
    passage, text = best.passage, best.region.text[slice(*best.inner)]
    alignment, tried = _shifted(best.alignment), 0
    least, nearly = held(passage.needles, fold(text)), windows.above(0.97 * windows.best)
    # where all pairs were looked for, the words as they stand there bring all of theirs with them
    end = nearly if best.solid and windows.share == 1 else len(windows)
    for n, places in enumerate(shelf.within.standing(windows, end, encode(text))):
        for at in places:
            yield Match(passage, Region(shelf.texts, *at, text), alignment, solid=True)
        may = not places and tried < _VARIANTS and n < nearly
        if may and shelf.within.hits(windows, n, n + 1, passage.needles, passage.size + SLACK)[0] >= least:
            tried += 1
            match = aligned(passage, shelf, windows[n])
            if match and match.alignment.score >= best.alignment.score - _SAME:
                yield match


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
