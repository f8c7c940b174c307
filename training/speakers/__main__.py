"""python -m training.speakers: fit the weights of the pronoun ranking anew and write them where they ship.

Trains on GAP development and GUM train in ../shared/data, read with the shipped model; 1 minute on one core.
"nobody, and the pronoun speaks" is not fitted: few pronouns of those corpora are the source of an attribution. It is set so
that evaluation/antecedents.py (news) keeps its coverage; see docs/decisions/0011.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from onrecord.models.attribution import AttributionModel, ties
from onrecord.models.entities import agreed
from onrecord.models.features import windows
from onrecord.reading import DocumentReader
from onrecord.reading.speakers import roles
from onrecord.reading.speakers.antecedents import FEATURES, WEIGHTS
from onrecord.reading.speakers.mentions import Clusters
from onrecord.reading.speakers.page import page
from onrecord.reading.speakers.resolution import voice
from onrecord.records import Attribution, Document
from training.attribution.pronouns import HELD_BACK
from training.speakers.examples import Example, Gap, Gum, Teacher, gap, gum
from training.speakers.fit import Matrix, accuracy, fit

_SET = {"nobody, and the pronoun speaks": -2.0}
_NEAR = 8.0  # penalty that keeps the weights beside the encoder's near those without it: only 400 rows of GAP are new to it


def collect(items: Iterable[Gap | Gum], of: str, model: AttributionModel, *, sees: bool) -> Iterator[Example]:
    """Pronouns as examples. sees: with what the encoder makes of their candidates."""
    reader = DocumentReader(model)
    for item in items:
        document = item.document
        walk = _teacher(document, model, reader.read(document).attributions, sees=sees)
        yield from walk.teach(item.right(walk), of)


def _teacher(document: Document, model: AttributionModel, attributions: Sequence[Attribution], *, sees: bool) -> Teacher:
    features = model.featurizer(document.text, [(b.start, b.end) for b in document.blocks])
    answers = model.answers(windows(features))
    named = agreed(features, [e for answer in answers for e in answer.entities], document.text)
    seen = page(document.text, features)
    clusters = Clusters(seen, named, frozenset(i for a in attributions for i in seen.numbers(a.source)))
    roles.learn(seen, clusters)
    return Teacher(seen, clusters, [voice(seen, clusters, a) for a in attributions], ties(answers) if sees else None)


def main() -> None:
    model = AttributionModel()
    plain = _fitted("words", _examples(model, gap(), sees=False), 2.0)
    near = np.array([2.0 if "encoder" in name else _NEAR for name in FEATURES])
    seen = _fitted("words and encoder", _examples(model, gap(last=HELD_BACK), sees=True), near, plain)
    held = {"words": _named(plain), "words and encoder": _named(seen)}
    WEIGHTS.write_text(json.dumps(held, indent=1) + "\n", encoding="utf8")
    print(WEIGHTS)


def _examples(model: AttributionModel, rows: Iterable[Gap], *, sees: bool) -> list[Example]:
    return [*collect(rows, "GAP", model, sees=sees), *collect(gum(), "GUM", model, sees=sees)]


def _fitted(kind: str, examples: list[Example], penalty: float | Matrix, around: Matrix | None = None) -> Matrix:
    weights = fit(examples, penalty, around)
    for of in ("GAP", "GUM"):
        part = [e for e in examples if e.of == of]
        print(f"{kind}, {of}: {len(part)} pronouns, {accuracy(part, weights):.3f} right, candidates as found")
    return weights


def _named(weights: Matrix) -> dict[str, float]:
    return {n: round(float(w), 4) for n, w in zip(FEATURES, weights, strict=True)} | _SET


if __name__ == "__main__":
    main()
