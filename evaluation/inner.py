"""The level inside, on contents of PolNeAR that the recipe was never shown (inner.jsonl): what is found in each, F1 as whole50.

Ours is the one annotation there is of that level; PolNeAR has the outermost only.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from evaluation import polnear
from onrecord.models.attribution import AttributionModel
from onrecord.models.features import Features
from onrecord.reading.drafts import Draft, to_spans, words_between
from onrecord.reading.inner import read_again
from training.attribution.polnear import paragraphs

HELD = Path(__file__).parent / "inner.jsonl"
TEXTS = polnear.SHARED / "data/polnear/train/text"
Pairs = list[list[int]]


class Row(TypedDict):
    article: str
    fragment: Pairs
    attributions: list[dict[str, Pairs]]


def available() -> bool:
    return TEXTS.is_dir()


def score(model: AttributionModel) -> dict[str, float]:
    tool = polnear.scorer()
    hit = gold_total = found_total = 0
    for text, gold_spans, found_spans in _pairs(model):
        gold, _ = tool.to_tokens(gold_spans, text)
        found, _ = tool.to_tokens(found_spans, text)
        weight = [[(len(f[2] & g[2]) * 1000 + len(f[1] & g[1])) * 1000 + len(f[0] & g[0]) for g in gold] for f in found]
        hit += sum(min(map(tool.f1, found[i], gold[j])) >= 0.5 for i, j in tool.assign(weight))
        gold_total, found_total = gold_total + len(gold), found_total + len(found)
    return {"whole50, one level inside": round(200 * hit / (gold_total + found_total), 2)}


def _pairs(model: AttributionModel) -> Iterator[tuple[str, list[dict[str, Pairs]], list[dict[str, list[tuple[int, int]]]]]]:
    """Of each content: the article's text, what we annotated in it, what the reader finds in it."""
    for line in HELD.read_text("utf8").splitlines():
        row: Row = json.loads(line)
        text = (TEXTS / f"{row['article']}.txt").open(encoding="utf8", newline="").read()
        features = model.featurizer(text, paragraphs(text))
        outer = Draft((), (), tuple(i for s, e in row["fragment"] for i in words_between(features, s, e)), 1.0)
        inside = [d for d in read_again(text, features, [outer], model) if d.parent is outer]
        yield text, row["attributions"], [_spans(features, d) for d in inside]


def _spans(features: Features, draft: Draft) -> dict[str, list[tuple[int, int]]]:
    roles = {"source": draft.source, "cue": draft.cue, "content": draft.content}
    return {role: polnear.pairs(to_spans(features, words)) for role, words in roles.items()}
