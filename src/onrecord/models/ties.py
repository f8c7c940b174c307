"""Ties: how well each word suits each pronoun as what it stands for, as the encoder sees it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.models.decoding import Floats
from onrecord.models.features import Integers

TIE = 64  # numbers in a vector


@dataclass(frozen=True, slots=True)
class Ties:
    """Ties of a text's n words: what each asks and offers (n, TIE), its score of "none here" (n,), its window (n,) or -1.

    Trained on GAP, GUM and names replaced by pronouns (training/attribution/pronouns.py).
    """

    asks: Floats
    offers: Floats
    none: Floats
    window: Integers

    @classmethod
    def joined(cls, n: int, parts: Sequence[tuple[int, Floats]]) -> "Ties":
        """For each window its first word and the network's output (w, 2 * TIE + 1) -> ties of a text of n words."""
        whole, window = np.zeros((n, 2 * TIE + 1), np.float32), np.full(n, -1)
        for number, (start, part) in enumerate(parts):
            whole[start : start + len(part)] = part
            window[start : start + len(part)] = number
        return cls(whole[:, :TIE], whole[:, TIE : 2 * TIE], whole[:, -1], window)

    def score(self, pronoun: int, words: Sequence[int]) -> float | None:
        """A candidate's words together as antecedent, over "none here" (a log-odds); None where none is in its window.

        Their probabilities add up, as in training: a person named three times has three words that share what is his.
        """
        here = self.window[pronoun]
        near = [i for i in words if here >= 0 and self.window[i] == here]
        if not near:
            return None
        return float(np.logaddexp.reduce(self.offers[near] @ self.asks[pronoun]) - self.none[pronoun])
