"""One side of an alignment: a text and its words, with what stands between them."""

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from onrecord.matching.once import once
from onrecord.text.folding import fold, folded_tokens
from onrecord.text.words import Offsets

# Each begins with a set of characters, which `re` skips to: two to five times as fast as with the alternatives in front.
_CLAUSE = re.compile(r"[-.,;:()\[\]–—\n…](?:(?<![-.])|(?<=\s-)-*(?=\s)|(?<=-)-|(?<=\.)\.\.)")
_SENTENCE = re.compile(r"[.!?\n](?:(?<!\n)[.!?]*[\"”’')\]]*(?=\s|$)|(?<=\n)(?:\s*\n|(?=\s*[A-Z\"“])))")
_MARKS = re.compile(r"[\"“”„«»'‘’](?:(?<!['‘’])|(?<!\w.)|(?!\w))")
_NO_END = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|Rev|vs|No|Jr|Sr|Inc|Ltd|Co|Corp|[A-Z]|[A-Za-z]\.[A-Za-z])$"
)


@dataclass  # frozen ones take several times as long to make
class Side:
    """text, the offsets of its words, and the words as they compare."""

    text: str
    spans: tuple[Offsets, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Side":
        folded = fold(text)
        words, spans = folded_tokens(folded)
        side = cls(text, tuple(spans), tuple(words))
        side.__dict__["folded"] = folded
        return side

    @once
    def folded(self) -> str:
        return fold(self.text)

    def raw(self, start: int, end: int) -> list[str]:
        """Words with their apostrophes: what contractions are told by."""
        return [self.folded[a:b] for a, b in self.spans[start:end]]

    def said(self, start: int, end: int) -> str:
        """Words [start, end) as they stand, on one line."""
        return " ".join(self.text[self.spans[start][0] : self.spans[end - 1][1]].split()) if start < end else ""

    def between(self, n: int) -> str:
        """What stands between word n - 1 and word n; before the first and after the last word, what is there."""
        low = self.spans[n - 1][1] if n else 0
        high = self.spans[n][0] if n < len(self.spans) else len(self.text)
        return self.text[low:high]

    @once
    def _starts(self) -> list[int]:
        return [a for a, _ in self.spans]

    def _words_after(self, pattern: re.Pattern[str]) -> set[int]:
        """The words in front of which the pattern is found."""
        return {bisect_right(self._starts, m.start()) for m in pattern.finditer(self.text)}

    @once
    def _stops(self) -> set[int]:
        """The words in front of which a mark stands that may end a sentence."""
        return self._words_after(_SENTENCE)

    @once
    def _clauses(self) -> set[int]:
        return self._words_after(_CLAUSE)

    def ends_sentence(self, n: int) -> bool:
        """Whether a sentence ends between word n - 1 and word n."""
        if n <= 0 or n >= len(self.spans):
            return n in {0, len(self.spans)}
        return n in self._stops and sentence_ends(self.text, self.spans[n - 1][1], self.spans[n][0])

    def ends_clause(self, n: int) -> bool:
        """Whether a comma, a dash or the like stands between word n - 1 and word n, or a sentence ends there."""
        return n in self._clauses or self.ends_sentence(n)

    def has_mark(self, n: int) -> bool:
        """Whether a quotation mark stands between word n - 1 and word n."""
        return bool(_MARKS.search(self.between(n)))

    def is_name(self, n: int) -> bool:
        """Whether the word is written as names are, in the middle of a sentence."""
        start, end = self.spans[n]
        word = self.text[start:end]
        if not word[:1].isupper() or self.words[n] in {"i", "im", "id", "ill", "ive"}:
            return False
        return not (self.ends_sentence(n) or self.has_mark(n)) or (word.isupper() and len(word) > 1)

    def names(self, among: Collection[str]) -> set[str]:
        """Of some words those that are written as names are somewhere."""
        return {w for n, w in enumerate(self.words) if w in among and self.is_name(n)}

    def point(self, n: int) -> int:
        """Where a word that is not there would stand: right before word n, or after the last one."""
        return self.spans[n][0] if n < len(self.spans) else (self.spans[-1][1] if self.spans else 0)


def sentence_ends(text: str, low: int, high: int) -> bool:
    """Whether a sentence ends within text[low:high], which lies between two words. "Mr. Vell" does not end one."""
    found = _SENTENCE.search(text, low, high)
    if not found:
        return False
    if text[found.start()] != ".":
        return True
    return not _NO_END.search(text, max(0, low - 12), found.start()) and not text[high : high + 1].islower()
