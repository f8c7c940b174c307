"""From the model's own sureness to a calibrated chance of being right (Platt 1999: logistic regression on its scores)."""

import math
from dataclasses import astuple, dataclass

from onrecord.models.decoding import Sureness

_CLIP = 1e-3


@dataclass(frozen=True, slots=True)
class Calibration:
    """Calibration().confidence(sureness) -> the chance that source, cue and content are each at least half right.

    weights: one a field of Sureness, on its log-odds; fitted on PolNeAR dev by `python -m evaluation.calibrate`.
    """

    weights: tuple[float, ...] = (0.1, 0.2, 0.3, 0.2, 0.2, 0.2)
    bias: float = -1.0

    def confidence(self, sureness: Sureness) -> float:
        z = self.bias + sum(w * x for w, x in zip(self.weights, log_odds(sureness), strict=True))
        return 1 / (1 + math.exp(-z))

    def moved(self, scale: float, shift: float) -> "Calibration":
        """The same scores told otherwise, as for another kind of text: log-odds times scale, plus shift (Platt 1999)."""
        return Calibration(tuple(scale * w for w in self.weights), scale * self.bias + shift)


def log_odds(sureness: Sureness) -> list[float]:
    """Sureness -> the log-odds of each of its six probabilities, clipped to +-6.9."""
    clipped = (min(max(p, _CLIP), 1 - _CLIP) for p in astuple(sureness))
    return [math.log(p / (1 - p)) for p in clipped]
