"""Ties: how well each word suits each pronoun as what it stands for, as the encoder sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.models.decoding import Floats
from onrecord.models.features import Integers

TIE = 64  # numbers in a vector


@dataclass(frozen=True, slots=True)
class Ties:
    """Ties of a text's n words: what each asks and offers (n, TIE), its score of "none here" (n,), its window (n,).

    Trained on GAP, GUM and names replaced by pronouns (training/attribution/pronouns.py).
    """

    asks: Floats
    offers: Floats
    none: Floats
    window: Integers

    @classmethod
    def joined(cls, parts: Sequence[Floats]) -> "Ties":
        """The network's output for each window in order, (w, 2 * TIE + 1) each -> ties of the whole text."""
        whole = np.concatenate(parts)
        numbers = np.repeat(np.arange(len(parts)), [len(p) for p in parts])
        return cls(whole[:, :TIE], whole[:, TIE : 2 * TIE], whole[:, -1], numbers)

    def score(self, pronoun: int, words: Sequence[int]) -> float | None:
        """The best of a candidate's words as antecedent, over "none here" (a log-odds); None where none is in its window."""
        near = [i for i in words if self.window[i] == self.window[pronoun]]
        if not near:
            return None
        return float((self.offers[near] @ self.asks[pronoun]).max() - self.none[pronoun])
