"""Words as they compare: case, marks, dashes, accents and spelling aside, with offsets into the text as it stands."""

import re
import unicodedata
from functools import lru_cache

from onrecord.text.compiled import kernel
from onrecord.text.numbers import figure
from onrecord.text.spelling import spelling
from onrecord.text.words import Offsets

_OFTEN = (("’", "'"), ("“", '"'), ("”", '"'), ("‘", "'"), ("—", "-"), ("–", "-"), ("\u00a0", " "), ("…", "."), ("é", "e"))
_SAME = {
    **dict.fromkeys("‛‚´`ʼ＇", "'"),
    **dict.fromkeys("„‟«»＂", '"'),
    **dict.fromkeys("‐‑‒―−⁃", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "\u00ad"),
    "ß": "s",
    "ø": "o",
    "ł": "l",
    "đ": "d",
}
_WORD = re.compile(
    r"(?!per\scent\b)[a-z]{2}\w*(?:['\u00ad]+\w+)*"  # most words: tried first, for speed
    r"|per\scent\b|[$£€¥]?\d+(?:[.,:]\d+)*\w*|(?:[^\W\d_]\.){2,}|\w+(?:['\u00ad]+\w+)*|[%&]"
)
_BEGINS = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z\"“‘(])|\n\s*")
_DROPPED = str.maketrans("", "", "'.,\u00ad")
_SYMBOLS = {"%": "percent", "&": "and"} | dict.fromkeys(("per cent", "per\u00a0cent", "per\ncent"), "percent")


class _Folds(dict[int, str]):
    """One character for one, worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _SAME.get(char.lower()) or unicodedata.normalize("NFKD", char)[0].lower()
        self[code] = folded if len(folded) == 1 else char
        return self[code]


_FOLDS = _Folds()


def fold(text: str) -> str:
    """'Don’t — “ÉLAN”' -> 'don\\'t - "elan"': of the same length, so that offsets hold."""
    if text.isascii():
        return text.lower()
    if kernel:
        return kernel.fold(text, _FOLDS)
    for char, plain in _OFTEN:
        text = text.replace(char, plain)
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def folded_words(folded: str, start: int = 0, end: int | None = None) -> list[str]:
    """ "the u.s. won't pay $1,000" -> ["the", "us", "wont", "pay", "$1000"]. Takes what `fold` gives."""
    end = len(folded) if end is None else end
    if kernel and folded.isascii():
        return kernel.words(folded, start, end, plain)
    return list(map(plain, _WORD.findall(folded, start, end)))


def folded_spans(folded: str) -> list[Offsets]:
    """The offsets of the same words."""
    return folded_tokens(folded)[1]


def folded_tokens(folded: str) -> tuple[list[str], list[Offsets]]:
    """'the mill' -> (['the', 'mill'], [(0, 3), (4, 8)]): words, and their offsets."""
    if kernel and folded.isascii():
        return kernel.tokens(folded, 0, len(folded), plain)
    spans = [m.span() for m in _WORD.finditer(folded)]
    return [plain(folded[a:b]) for a, b in spans], spans


def sentence_words(text: str, folded: str) -> tuple[list[str], list[int]]:
    """'No. We will.' -> (['no', 'we', 'will'], [1]): words, and which begin a sentence but the first, by marks and capitals."""
    if kernel and folded.isascii():
        return kernel.sentences(text, folded, plain)
    words: list[str] = []
    begin: list[int] = []
    at = 0
    for match in _BEGINS.finditer(text):
        words += folded_words(folded, at, match.end())
        begin.append(len(words))
        at = match.end()
    return words + folded_words(folded, at), begin


@lru_cache(maxsize=1 << 17)
def plain(word: str) -> str:
    """ "don't" -> "dont", "1,000" -> "1000", "3.5" -> "3.5", "%" -> "percent", "colour" -> "color", "twenty" -> "20"."""
    if word.isalpha():
        return figure(spelling(word))
    if word in _SYMBOLS:
        return _SYMBOLS[word]
    if word[-1].isdigit():
        return word.replace(",", "")
    return figure(spelling(word.translate(_DROPPED)))
