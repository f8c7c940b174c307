"""Words and punctuation marks with their offsets."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

# Characters that print nothing and belong to the word they stand in: soft hyphen, zero-width characters, combining accents.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
_WORD = re.compile(rf"\w+(?:[{_INVISIBLE}]+\w*)*|[^\w\s{_INVISIBLE}]")

Offsets: TypeAlias = tuple[int, int]

SHAPES = 8
CAPITALISED, PUNCTUATION = 1, 6


def words(text: str, start: int = 0, end: int | None = None) -> list[Offsets]:
    """'He said "no".' -> [(0, 2), (3, 7), (8, 9), (9, 11), (11, 12), (12, 13)]

    A word is a run of letters, digits and underscores (accents and soft hyphens inside it included) or one other visible
    character. Offsets are code points of `text`, half-open. On text without invisible characters these are the tokens of
    the PolNeAR scorer.
    """
    return [m.span() for m in _WORD.finditer(text, start, len(text) if end is None else end)]


def gaps(spans: Sequence[Offsets]) -> list[Offsets]:
    """[(0, 2), (3, 7), (7, 9)] -> [(2, 3)]: the stretches between neighbours that do not touch."""
    return [(a[1], b[0]) for a, b in pairwise(spans) if a[1] < b[0]]


def shape(word: str) -> int:
    """'Obama' -> 1, 'said' -> 0, 'NATO' -> 2: the case shape of a word, one of SHAPES classes.

    The encoder is uncased; this is how capitals reach it. 0 lower, 1 Capitalised, 2 UPPER, 3 one capital letter, 4 mIxed,
    5 digits, 6 punctuation, 7 other.
    """
    if word.isdigit():
        return 5
    if not word[0].isalnum():
        return 6
    if word.isupper():
        return 3 if len(word) == 1 else 2
    if word[0].isupper() and word[1:].islower():
        return 1
    if word.islower():
        return 0
    return 4 if any(c.isupper() for c in word) else 7
