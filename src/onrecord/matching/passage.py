"""The words of a quotation, with what its writer marked in them: brackets, ellipses."""

import re
from array import array
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from onrecord.matching.compiled import kernel
from onrecord.matching.grams import Hashes, pairs_of
from onrecord.matching.once import once
from onrecord.matching.segment import encode
from onrecord.text.folding import fold, folded_tokens
from onrecord.text.words import Offsets

_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.(?:\s?\.)+)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)*")
_BRACKET = re.compile(r"\[[^\[\]]{0,200}\]|\((?!\s*(?:…|\.))[^()]{0,120}\)")
_CASE_BRACKET = re.compile(r"\[(\w)\](?=\w)|(?<=\w)\[(\w{0,3})\]")  # [T]he, support[ed]
_SIC = re.compile(r"[\[(]\s*sic\.?\s*[\])]", re.IGNORECASE)
_MARKED = re.compile(r"[\[(….](?:(?<!\.)|\s?\.)")  # what may be a bracket or an ellipsis
_NONE = frozenset[int]()
_PROBES = 120
EDGES = " \t\n\r\u00a0\"“”„‟«»‘’'‚`.,;:!?-–—…"


@dataclass  # frozen ones take several times as long to make
class Passage:
    """Passage.of("We [the union] will … stay") -> words, their offsets in text, which are bracketed, before which words an
    ellipsis stands.

    text is as long as what was given; "[sic]" and brackets inside a word are blanked out in it. letters: words with letters
    in brackets ("[T]he"); square: bracketed words in square brackets, round ones may also be the speaker's own.
    """

    given: str
    text: str
    words: tuple[str, ...]
    spans: tuple[Offsets, ...]
    bracketed: frozenset[int]
    square: frozenset[int]
    letters: frozenset[int]
    breaks: frozenset[int]
    sic: bool = False

    @classmethod
    def of(cls, given: str) -> "Passage":
        """As the words stand between the quotation marks."""
        if not _MARKED.search(given):
            folded = fold(given)
            words, spans = folded_tokens(folded)
            passage = cls(given, given, tuple(words), tuple(spans), _NONE, _NONE, _NONE, _NONE)
            passage.__dict__["folded"] = folded
            return passage
        text = _SIC.sub(_blank, given)
        inner = [m.span() for m in _CASE_BRACKET.finditer(text)]
        text = _CASE_BRACKET.sub(_within_word, text)
        ellipses = [m.span() for m in _ELLIPSIS.finditer(text)]
        for start, end in ellipses:
            text = text[:start] + " " * (end - start) + text[end:]
        folded = fold(text)
        words, spans = folded_tokens(folded)
        brackets = [m.span() for m in _BRACKET.finditer(text)]
        return cls(
            given,
            text,
            tuple(words),
            tuple(spans),
            frozenset(_held(spans, brackets, folded)),
            frozenset(_held(spans, [b for b in brackets if text[b[0]] == "["], folded)),
            frozenset(n for n, (a, b) in enumerate(spans) if any(x < b and a < y for x, y in inner)) if inner else frozenset(),
            frozenset(sum(b <= start for _, b in spans) for start, _ in ellipses),
            text != given and bool(_SIC.search(given)),
        )

    def part(self, start: int, end: int) -> "Passage":
        """Words [start, end) of it; offsets stay those of the whole."""
        keep = range(start, end)
        return replace(
            self,
            words=self.words[start:end],
            spans=self.spans[start:end],
            bracketed=frozenset(n - start for n in self.bracketed if n in keep),
            square=frozenset(n - start for n in self.square if n in keep),
            letters=frozenset(n - start for n in self.letters if n in keep),
            breaks=frozenset(n - start for n in self.breaks if start < n < end),
        )

    @once
    def held(self) -> int:
        """How many words are not in brackets."""
        return len(self.words) - len(self.bracketed)

    @once
    def size(self) -> int:
        """About how many bytes of a source it takes up."""
        return len(self.encoded)

    @once
    def folded(self) -> str:
        return fold(self.text)

    @once
    def probes(self) -> list[tuple[int, str]]:
        """Pairs of neighbouring words, folded, and how far behind the first word each begins; some of a long passage's."""
        found = kernel.neighbours(self.folded, self.spans, self.bracketed) if kernel else self._neighbours()
        return found[:: 1 + len(found) // _PROBES]

    def _neighbours(self) -> list[tuple[int, str]]:
        text, start, held = self.folded, self.spans[0][0], self.bracketed
        return [
            (low - start, text[low:high])
            for n, ((low, end), (begin, high)) in enumerate(pairwise(self.spans))
            if begin - end == 1 and n not in held and n + 1 not in held
        ]

    @once
    def needles(self) -> "list[str]":
        """The pairs of `probes`, each once."""
        return list(dict.fromkeys([words for _, words in self.probes]))

    @once
    def stretch(self) -> str:
        """From its first word to its last, as given."""
        return self.given[self.spans[0][0] : self.spans[-1][1]] if self.spans else ""

    @once
    def encoded(self) -> bytes:
        return encode(self.stretch)

    def pairs(self) -> Hashes:
        """The numbers of its word pairs, each once, none over an ellipsis or a bracket."""
        stretches = self._solid()
        if kernel and self.text.isascii():
            return np.frombuffer(kernel.distinct(self.text, stretches), np.uint64)
        found = set[int]().union(*[pairs_of(self.text, start, end) for start, end in stretches])
        return np.frombuffer(array("Q", sorted(found)), np.uint64)

    def _solid(self) -> list[Offsets]:
        """Stretches of text between ellipses and brackets."""
        if not self.spans:
            return []
        if not self.breaks and not self.bracketed:
            return [(self.spans[0][0], self.spans[-1][1])]
        out: list[Offsets] = []
        begin: int | None = None
        for n, (start, end) in enumerate(self.spans):
            if n in self.bracketed or n in self.breaks:
                begin = None
            if n in self.bracketed:
                continue
            if begin is None:
                begin = start
                out.append((start, end))
            out[-1] = (begin, end)
        return out


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _within_word(match: re.Match[str]) -> str:
    """[T]he -> ' T\\xadhe': as long, and one word."""
    if match[1] is not None:
        return f" {match[1]}\u00ad"
    return f"\u00ad{match[2]}" + "\u00ad" if match[2] else " " * len(match[0])


def _held(spans: list[Offsets], brackets: list[Offsets], folded: str) -> list[int]:
    """Words in brackets, and what hangs on to one: [the mayor]'s."""
    if not brackets:
        return []
    inside = [n for x, y in brackets for n, (a, b) in enumerate(spans) if x <= a and b <= y]
    return [*inside, *(n for n, (a, _) in enumerate(spans) if folded[max(0, a - 2) : a] in {"]'", ")'"} and n - 1 in inside)]
