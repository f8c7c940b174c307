"""python -m evaluation.calibrate: fit the confidence on PolNeAR dev, report its calibration error, write it beside the weights.

Right means what the scorer calls whole50: source, cue and content of a matched pair each reach a token F1 of .5. The error
is the expected calibration error (Naeini, Cooper and Hauskrecht 2015), ten equal bins, over five folds by article. What is
found inside somebody's words has two numbers of its own (Platt 1999), fitted on evaluation/inner.jsonl: too few for six.
"""

import json
import math
import sys
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from evaluation import inner, polnear
from onrecord import sources
from onrecord.models.attribution import INNER, WEIGHTS, AttributionModel
from onrecord.models.confidence import log_odds
from onrecord.models.features import windows
from onrecord.reading.drafts import to_spans

Vector = NDArray[np.float64]
Table: TypeAlias = dict[str, list[float] | float]
BINS, FOLDS = 10, 5


def examples(name: str) -> tuple[Vector, Vector, Vector]:
    """Every predicted attribution of dev: log-odds (n, 6), whether it is right (n), the fold of its article (n)."""
    tool, model = polnear.scorer(), AttributionModel(name)
    x, y, fold = [], [], []
    for number, (article, text) in enumerate(polnear.articles()):
        document = sources.document(text, article)
        features = model.featurizer(text, [(b.start, b.end) for b in document.blocks])
        triples = [t for found in model.triples(windows(features)) for t in found if t.content]
        predicted = [{r: polnear.pairs(to_spans(features, getattr(t, r))) for r in tool.ROLES} for t in triples]
        annotation = tool.first_annotation(str(polnear.DEV / "attributions"), article)
        gold, _ = tool.to_tokens(tool.read_brat(annotation) if annotation else [], text)
        ours, _ = tool.to_tokens(predicted, text)
        weight = [[(len(p[2] & g[2]) * 1000 + len(p[1] & g[1])) * 1000 + len(p[0] & g[0]) for g in gold] for p in ours]
        right = {i for i, j in tool.assign(weight) if min(map(tool.f1, ours[i], gold[j])) >= 0.5}
        x += [log_odds(t.sureness) for t in triples]
        y += [i in right for i in range(len(triples))]
        fold += [number % FOLDS] * len(triples)
    return np.array(x), np.array(y, float), np.array(fold)


def fit(x: Vector, y: Vector, penalty: float = 1.0) -> Vector:
    """Logistic regression by Newton's method; the last coefficient is the bias."""
    a = np.hstack([x, np.ones((len(x), 1))])
    w = np.zeros(a.shape[1])
    ridge = penalty * np.diag([1.0] * x.shape[1] + [0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-a @ w))
        w -= np.linalg.solve((a * (p * (1 - p))[:, None]).T @ a + ridge, a.T @ (p - y) + ridge @ w)
    return w


def expected_error(p: Vector, y: Vector) -> float:
    bins = np.minimum((p * BINS).astype(int), BINS - 1)
    members = [bins == b for b in range(BINS) if (bins == b).any()]
    return float(sum(abs(p[m].mean() - y[m].mean()) * m.mean() for m in members))


def cross_validated(x: Vector, y: Vector, fold: Vector) -> Vector:
    """Each example's chance by a fit on the other folds."""
    held = np.zeros(len(y))
    for f in range(FOLDS):
        w = fit(x[fold != f], y[fold != f])
        held[fold == f] = 1 / (1 + np.exp(-(x[fold == f] @ w[:-1] + w[-1])))
    return held


def inner_examples(name: str) -> tuple[Vector, Vector, Vector]:
    """As examples, of what is found inside somebody's words; x is (n, 1), the log-odds of the calibration for the outermost."""
    sure, right, articles = inner.examples(name)
    outermost = [AttributionModel(name).calibration.confidence(s) for s in sure]
    number = {article: n % FOLDS for n, article in enumerate(dict.fromkeys(articles))}
    x = [[math.log(p / (1 - p))] for p in outermost]
    return np.array(x), np.array(right, float), np.array([number[a] for a in articles])


def main(name: str = "attribution") -> None:
    weights, bias = _fitted(f"{name}, outermost", *examples(name))
    _write(WEIGHTS / f"{name}.json", "calibration", {"weights": weights, "bias": bias})
    if inner.available():
        (scale,), shift = _fitted(f"{name}, inside", *inner_examples(name))
        _write(WEIGHTS / INNER, name, {"scale": scale, "shift": shift})


def _fitted(what: str, x: Vector, y: Vector, fold: Vector) -> tuple[list[float], float]:
    held, w = cross_validated(x, y, fold), fit(x, y)
    error = expected_error(held, y)
    print(f"{what}: {len(y)} attributions, {y.mean():.3f} right, mean confidence {held.mean():.3f}, ECE {error:.3f}")
    return [round(v, 4) for v in w[:-1]], round(float(w[-1]), 4)


def _write(path: Path, key: str, table: Table) -> None:
    tables = json.loads(path.read_text("utf8")) if path.exists() else {}
    tables[key] = table
    path.write_text(json.dumps(tables, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main(*sys.argv[1:])
