"""Examples -> the weight of each feature: maximum likelihood with a penalty on squares, by Adam (Kingma and Ba, 2015)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.speakers.examples import Example

Matrix = NDArray[np.float64]
_STEPS, _RATE = 600, 0.05


def fit(examples: Sequence[Example], penalty: float | Matrix = 2.0, around: Matrix | None = None) -> Matrix:
    """N examples -> weights (F,). Several right rows share the probability.

    penalty: one number or (F,), on the square of the distance from `around`.
    """
    x, there, right = _padded(examples)
    centre = np.zeros(x.shape[2]) if around is None else around
    w, first, second = centre.copy(), np.zeros(x.shape[2]), np.zeros(x.shape[2])
    for step in range(1, _STEPS + 1):
        p, q = _shares(x, there, w), _shares(x, right, w)
        gradient = np.einsum("nkf,nk->f", x, p - q) / len(x) + penalty * (w - centre) / len(x)
        first, second = 0.9 * first + 0.1 * gradient, 0.999 * second + 0.001 * gradient**2
        w = w - _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return w


def accuracy(examples: Sequence[Example], w: Matrix) -> float:
    return sum(int(np.argmax(e.rows @ w)) in e.right for e in examples) / max(1, len(examples))


def _padded(examples: Sequence[Example]) -> tuple[Matrix, NDArray[np.bool_], NDArray[np.bool_]]:
    """-> rows (N, K, F), which of them are there (N, K), which are right (N, K)."""
    most = max(len(e.rows) for e in examples)
    x = np.zeros((len(examples), most, examples[0].rows.shape[1]))
    there, right = (np.zeros((len(examples), most), bool) for _ in range(2))
    for n, e in enumerate(examples):
        x[n, : len(e.rows)] = e.rows
        there[n, : len(e.rows)] = True
        right[n, sorted(e.right)] = True
    return x, there, right


def _shares(x: Matrix, among: NDArray[np.bool_], w: Matrix) -> Matrix:
    scores = np.where(among, x @ w, -np.inf)
    e = np.exp(scores - scores.max(1, keepdims=True))
    out: Matrix = e / e.sum(1, keepdims=True)
    return out
