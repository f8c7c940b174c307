"""The level inside, on contents of PolNeAR that the recipe was never shown (inner.jsonl): what is found in each, F1 as whole50.

Ours is the one annotation there is of that level; PolNeAR has the outermost only.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TypedDict

from evaluation import polnear
from onrecord.models.attribution import AttributionModel
from onrecord.models.confidence import Calibration
from onrecord.models.decoding import Sureness
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
    for row in _rows(model):
        hit += len(row.right(tool))
        gold_total, found_total = gold_total + len(row.gold), found_total + len(row.found)
    return {"whole50, one level inside": round(200 * hit / (gold_total + found_total), 2)}


class Recorder(Calibration):
    """In the place of a model's calibration: a draft's confidence is then the number of its sureness in `seen`, from 1."""

    def __init__(self) -> None:
        super().__init__()
        object.__setattr__(self, "seen", [])

    seen: list[Sureness]

    def confidence(self, sureness: Sureness) -> float:
        self.seen.append(sureness)
        return float(len(self.seen))


def examples(name: str) -> tuple[list[Sureness], list[bool], list[str]]:
    """Of each attribution that the weights of that name find inside: how sure they are, whether it is right, its article."""
    tool, model, recorder = polnear.scorer(), AttributionModel(name), Recorder()
    model.inner_calibration = recorder
    sure, right, articles = [], [], []
    for row in _rows(model):
        hits = row.right(tool)
        sure += [recorder.seen[round(d.confidence) - 1] for d in row.drafts]
        right += [i in hits for i in range(len(row.drafts))]
        articles += [row.article] * len(row.drafts)
    return sure, right, articles


@dataclass(frozen=True, slots=True)
class _Row:
    """One content: its article and text, what we annotated in it, what the reader finds in it."""

    article: str
    text: str
    gold: list[dict[str, Pairs]]
    drafts: list[Draft]
    found: list[dict[str, list[tuple[int, int]]]]

    def right(self, tool: ModuleType) -> set[int]:
        """The numbers of the found ones that match an annotated one in all three roles by half."""
        gold, _ = tool.to_tokens(self.gold, self.text)
        found, _ = tool.to_tokens(self.found, self.text)
        weight = [[(len(f[2] & g[2]) * 1000 + len(f[1] & g[1])) * 1000 + len(f[0] & g[0]) for g in gold] for f in found]
        return {i for i, j in tool.assign(weight) if min(map(tool.f1, found[i], gold[j])) >= 0.5}


def _rows(model: AttributionModel) -> Iterator[_Row]:
    for line in HELD.read_text("utf8").splitlines():
        row: Row = json.loads(line)
        text = (TEXTS / f"{row['article']}.txt").open(encoding="utf8", newline="").read()
        features = model.featurizer(text, paragraphs(text))
        outer = Draft((), (), tuple(i for s, e in row["fragment"] for i in words_between(features, s, e)), 1.0)
        inside = [d for d in read_again(text, features, [outer], model) if d.parent is outer]
        yield _Row(row["article"], text, row["attributions"], inside, [_spans(features, d) for d in inside])


def _spans(features: Features, draft: Draft) -> dict[str, list[tuple[int, int]]]:
    roles = {"source": draft.source, "cue": draft.cue, "content": draft.content}
    return {role: polnear.pairs(to_spans(features, words)) for role, words in roles.items()}


if __name__ == "__main__":
    print(score(AttributionModel()))
