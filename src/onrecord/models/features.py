"""Text -> the integers the encoder reads: word pieces, case shape, quotation state, paragraph starts; and windows of them."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.text.quotation import CLOSING, OPENING, Quotation, quotations, states
from onrecord.text.words import SHAPES, Offsets, shape, words

Integers: TypeAlias = NDArray[np.int64]

CLS, SEP, UNK = 101, 102, 100
PIECES_A_WORD = 6  # addresses and the like: six pieces are enough
PLACES = 3  # of a word piece: in a paragraph, at its start, inside somebody's words
INSIDE_WORDS = 2
WINDOW = 256  # word pieces, the two special ones included
_CACHE_LIMIT = 200_000
_LIKE = {"‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'", "…": "..."}


@dataclass(frozen=True, slots=True)
class Features:
    """What the encoder is told of one text. n words; every list has n entries.

    words: offsets in the text. pieces: word-piece numbers of each word. shape, quote: classes of text.words and
    text.quotation. paragraph: number of the paragraph the word stands in. inside: the text is what somebody is quoted with,
    read for what is attributed in it.
    """

    words: list[Offsets]
    pieces: list[list[int]]
    shape: list[int]
    quote: list[int]
    paragraph: list[int]
    quotations: list[Quotation]
    inside: bool = False

    def starts_paragraph(self, i: int) -> bool:
        return i == 0 or self.paragraph[i] != self.paragraph[i - 1]


class Featurizer:
    """Featurizer(tokenizer)(text, paragraphs) -> Features. Keeps the pieces of words it has seen."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._pieces: dict[str, list[int]] = {}

    def __call__(self, text: str, paragraphs: Sequence[Offsets]) -> Features:
        """'A b.\\nC' with paragraphs [(0, 4), (5, 6)] -> Features of four words in two paragraphs."""
        tokens: list[Offsets] = []
        numbers: list[int] = []
        for number, (start, end) in enumerate(paragraphs):
            here = words(text, start, end)
            tokens += here
            numbers += [number] * len(here)
        found = quotations(text, paragraphs)
        quote = states(tokens, found)
        strings = [text[s:e] for s, e in tokens]
        return Features(tokens, self._lookup(strings, quote), [shape(w) for w in strings], quote, numbers, found)

    def _lookup(self, strings: list[str], quote: list[int]) -> list[list[int]]:
        # Whatever mark the writer uses, the encoder sees one opening and one closing mark.
        keys = ["“" if q == OPENING else "”" if q == CLOSING else _LIKE.get(w, w) for w, q in zip(strings, quote, strict=True)]
        new = list({w for w in keys if w not in self._pieces})
        if new:
            if len(self._pieces) > _CACHE_LIMIT:
                self._pieces.clear()
                new = list(set(keys))
            for word, encoding in zip(new, self._tokenizer.encode_batch(new, add_special_tokens=False), strict=True):
                self._pieces[word] = encoding.ids[:PIECES_A_WORD] or [UNK]
        return [self._pieces[w] for w in keys]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words [start, end) of one text that goes through the encoder at once."""

    features: Features
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def look(self) -> Hashable:
        """All that the encoder is told of it: windows that look alike get the same answer."""
        f, part = self.features, slice(self.start, self.end)
        breaks = tuple(f.starts_paragraph(i) for i in range(self.start, self.end))
        return f.inside, tuple(map(tuple, f.pieces[part])), tuple(f.shape[part]), tuple(f.quote[part]), breaks


def windows(features: Features, size: int = WINDOW, first: int | None = None) -> list[Window]:
    """Cut a text into windows of at most `size` pieces, at paragraph ends where one is near enough.

    `first` sets the size of the first window (training shifts the cuts from epoch to epoch).
    """
    n, i = len(features.words), 0
    lengths = [len(p) for p in features.pieces]
    out: list[Window] = []
    while i < n:
        limit = (first if first and not out else size) - 2
        used, j, cut = 0, i, 0
        while j < n and used + lengths[j] <= limit:
            if j > i and features.starts_paragraph(j):
                cut = j
            used += lengths[j]
            j += 1
        if j < n and cut - i > 20:
            j = cut
        out.append(Window(features, i, j))
        i = j
    return out


def batch(items: Sequence[Window]) -> dict[str, Integers]:
    """Windows -> padded arrays, B windows x L pieces (ids, mask, shape, quote, newpara) or x W words (first, wmask, par).

    first[b, w] is the position of word w's first piece; par is -1 where there is no word.
    """
    rows = [_row(w) for w in items]
    width, length = max(len(w) for w in items), max(len(r[0]) for r in rows)
    x = {k: np.zeros((len(items), length), np.int64) for k in ("ids", "mask", "shape", "quote", "newpara")}
    x["first"] = np.zeros((len(items), width), np.int64)
    x["wmask"] = np.zeros((len(items), width), np.int64)
    x["par"] = np.full((len(items), width), -1, np.int64)
    for b, (w, (ids, shapes, quotes, newpara, first)) in enumerate(zip(items, rows, strict=True)):
        for key, values in (("ids", ids), ("shape", shapes), ("quote", quotes), ("newpara", newpara)):
            x[key][b, : len(values)] = values
        x["mask"][b, : len(ids)] = 1
        x["first"][b, : len(w)] = first
        x["wmask"][b, : len(w)] = 1
        x["par"][b, : len(w)] = w.features.paragraph[w.start : w.end]
    return x


def _row(window: Window) -> tuple[list[int], list[int], list[int], list[int], list[int]]:
    f = window.features
    place = INSIDE_WORDS if f.inside else 0
    ids, shapes, quotes, newpara, first = [CLS], [SHAPES], [0], [0], []
    for i in range(window.start, window.end):
        pieces = f.pieces[i]
        n = len(pieces)
        first.append(len(ids))
        ids += pieces
        shapes += [f.shape[i]] * n
        quotes += [f.quote[i]] * n
        newpara += [place or int(f.starts_paragraph(i))] + [place] * (n - 1)
    return [*ids, SEP], [*shapes, SHAPES], [*quotes, 0], [*newpara, 0], first
