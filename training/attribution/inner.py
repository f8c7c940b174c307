"""What is attributed inside PolNeAR's contents, annotated by us (inner.jsonl): offsets and file names, no text.

    {"article": ID, "fragment": [[start, end], ...], "attributions": [{"source": [[s, e]], "cue": ..., "content": ...}]}

A fragment is a content of the outermost level; its attributions are those one level down.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from onrecord.models.features import Featurizer
from onrecord.reading.drafts import words_between
from onrecord.reading.inner import fragment, parts
from training.attribution.polnear import ROLES, Article, Roles, label, paragraphs

ANNOTATED = Path(__file__).parent / "inner.jsonl"


def load(folder: Path, featurizer: Featurizer, path: Path = ANNOTATED) -> list[Article]:
    """Each fragment as an article of its own, with features as onrecord.reading.inner makes them."""
    out = []
    texts: dict[str, str] = {}
    for row in map(json.loads, path.read_text("utf8").splitlines()):
        name = row["article"]
        if name not in texts:
            texts[name] = (folder / "text" / f"{name}.txt").open(encoding="utf8", newline="").read()
        text = texts[name]
        features = featurizer(text, paragraphs(text))
        words = [i for s, e in row["fragment"] for i in words_between(features, s, e)]
        for part in parts(text, features, words):
            here = fragment(features, part)
            out.append(Article(name, text, here, [label(here, len(text), _roles(row["attributions"]))]))
    return out


def _roles(attributions: list[dict[str, list[list[int]]]]) -> Iterator[Roles]:
    for a in attributions:
        yield {role: [(s, e) for s, e in a[role]] for role in ROLES}
