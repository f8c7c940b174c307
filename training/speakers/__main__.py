"""python -m training.speakers: fit the weights of the pronoun ranking anew and write them where they ship.

Trains on GAP development and GUM train in ../shared/data, read with the shipped model; 1 minute on one core.
"nobody, and the pronoun speaks" is not fitted: few pronouns of those corpora are the source of an attribution. It is set so
that evaluation/antecedents.py (news) keeps its coverage; see docs/decisions/0011.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

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
from training.speakers.fit import accuracy, fit

_SET = {"nobody, and the pronoun speaks": -2.0}


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
    named = agreed(features, [e for answer in answers for e in answer.entities])
    seen = page(document.text, features)
    clusters = Clusters(seen, named, frozenset(i for a in attributions for i in seen.numbers(a.source)))
    roles.learn(seen, clusters)
    return Teacher(seen, clusters, [voice(seen, clusters, a) for a in attributions], ties(answers) if sees else None)


def main() -> None:
    model = AttributionModel()
    rows = {"words": gap(), "words and encoder": gap(last=HELD_BACK)}
    held = {kind: _fitted(kind, gaps, model, sees="encoder" in kind) for kind, gaps in rows.items()}
    WEIGHTS.write_text(json.dumps(held, indent=1) + "\n", encoding="utf8")
    print(WEIGHTS)


def _fitted(kind: str, rows: Iterable[Gap], model: AttributionModel, *, sees: bool) -> dict[str, float]:
    parts = [list(collect(rows, "GAP", model, sees=sees)), list(collect(gum(), "GUM", model, sees=sees))]
    weights = fit([e for part in parts for e in part])
    for part in parts:
        print(f"{kind}, {part[0].of}: {len(part)} pronouns, {accuracy(part, weights):.3f} right, candidates as found")
    return {n: round(float(w), 4) for n, w in zip(FEATURES, weights, strict=True)} | _SET


if __name__ == "__main__":
    main()
