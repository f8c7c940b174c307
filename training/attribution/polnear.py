"""PolNeAR's articles with word labels. Every annotator's reading of an article is kept; each epoch draws one."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.models.features import Features, Featurizer, Integers, Window
from onrecord.text.words import Offsets

ROLES = ("source", "cue", "content")
FIRST_TAG = {"source": 1, "cue": 3, "content": 5}  # begin; begin + 1 is inside
TAGS = 7
IMPOSSIBLE = -1e4  # a score
CUE_TAGS, CONTENT_TAGS = slice(3, 5), slice(5, 7)
Roles = dict[str, list[Offsets]]
Pronouns = dict[int, tuple[frozenset[int], frozenset[int]]]  # word -> the words that may be meant, those that are
Told = dict[int, tuple[tuple[int, ...], tuple[float, ...]]]
NOBODY = -1  # among those that are: none of them is as right
_SPAN = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")


@dataclass(slots=True)
class Labels:
    """tags: per word. owner: per cue or content word the number of its attribution, else -1. sources: its source words.

    names: per word the tag of a named entity. pronouns: third-person ones whose meaning is known. told: those that the larger
    network was asked about, with the words that may be meant and its score of each, and of nobody.
    What a text was not annotated for is empty.
    """

    tags: list[int] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    sources: dict[int, set[int]] = field(default_factory=dict)
    names: list[int] = field(default_factory=list)
    pronouns: Pronouns = field(default_factory=dict)
    told: Told = field(default_factory=dict)


@dataclass(slots=True)
class Article:
    name: str
    text: str
    features: Features
    readings: list[Labels] = field(default_factory=list)


def brat(path: Path) -> Iterator[Roles]:
    """The attributions of a brat stand-off file; those lacking cue or content are dropped, as the scorer does."""
    spans: dict[str, list[Offsets]] = {}
    for line in path.read_text("utf8").splitlines():
        if m := _SPAN.match(line):
            spans[m[1]] = [(int(a), int(b)) for a, b in (p.split() for p in m[2].split(";"))]
        elif re.match(r"E\d+\t", line):
            roles: Roles = {r: [] for r in ROLES}
            for part in line.split("\t")[1].split():
                name, target = part.split(":")
                roles.get(name.rstrip("0123456789").lower(), []).extend(spans.get(target, []))
            if roles["cue"] and roles["content"]:
                yield roles


def paragraphs(text: str) -> list[Offsets]:
    """'a\\n\\nb' -> [(0, 1), (3, 4)]: PolNeAR's paragraphs are its non-empty lines."""
    return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def label(features: Features, length: int, attributions: Iterator[Roles]) -> Labels:
    at = np.full(length + 1, -1)
    for i, (s, e) in enumerate(features.words):
        at[s:e] = i
    n = len(features.words)
    out = Labels([0] * n, [-1] * n, {})
    for k, roles in enumerate(attributions):
        for role in ROLES:
            covered = sorted({int(i) for s, e in roles[role] for i in at[s : min(e, length)] if i >= 0})
            for j, i in enumerate(covered):
                out.tags[i] = FIRST_TAG[role] + (j > 0 and covered[j - 1] == i - 1)
                if role != "source":
                    out.owner[i] = k
            if role == "source":
                out.sources[k] = set(covered)
    for i, tag in enumerate(out.tags):  # where one role was written over another, what follows begins anew
        if tag and tag % 2 == 0 and (i == 0 or out.tags[i - 1] not in (tag, tag - 1)):
            out.tags[i] = tag - 1
    return out


def load(folder: Path, featurizer: Featurizer, limit: int | None = None) -> list[Article]:
    annotations: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").iterdir()):
        annotations.setdefault(path.stem.rsplit("_", 1)[0], []).append(path)
    out = []
    for path in sorted((folder / "text").iterdir())[:limit]:
        text = path.open(encoding="utf8", newline="").read()
        article = Article(path.stem, text, featurizer(text, paragraphs(text)))
        for annotation in annotations.get(path.stem, []):
            article.readings.append(label(article.features, len(text), brat(annotation)))
        if article.readings:
            out.append(article)
    return out


def targets(items: list[tuple[Labels, Window]], width: int) -> dict[str, NDArray[Any]]:
    """Labels of the windows: tags and names B x W (-100: no label), cue and src B x W x W booleans (dependent, head).

    pronoun P x 2 (window, word) with among P x W and meant P x W + 1 booleans: the words that may be, and are, what it
    stands for; the last of meant: that it is none of them may be right. told T x 2 likewise, told_scores T x W + 1.
    """
    shape = (len(items), width, width)
    tags, names = np.full(shape[:2], -100), np.full(shape[:2], -100)
    cue, src = np.zeros(shape, bool), np.zeros(shape, bool)
    for b, (labels, window) in enumerate(items):
        i, j = window.start, window.end
        if labels.names:
            names[b, : j - i] = labels.names[i:j]
        if not labels.tags:
            continue
        here = np.array(labels.tags[i:j])
        owner = np.array(labels.owner[i:j])
        tags[b, : j - i] = here
        is_cue = (here == 3) | (here == 4)
        is_content = here >= 5
        cue[b, : j - i, : j - i] = is_content[:, None] & is_cue[None] & (owner[:, None] == owner[None]) & (owner >= 0)[None]
        for k in set(owner[is_cue].tolist()):
            heads = [s - i for s in labels.sources.get(k, ()) if i <= s < j]
            src[b][np.ix_(np.flatnonzero(is_cue & (owner == k)), np.array(heads, np.intp))] = True
    return {"tags": tags, "cue": cue, "src": src, "names": names} | _antecedents(items, width) | _told(items, width)


def _antecedents(items: list[tuple[Labels, Window]], width: int) -> dict[str, Integers]:
    found = [
        ((b, i - w.start), *(np.isin(np.arange(w.start, w.start + width), list(x)) for x in (among, meant)), NOBODY in meant)
        for b, (labels, w) in enumerate(items)
        for i, (among, meant) in labels.pronouns.items()
        if w.start <= i < w.end
    ]
    at = np.array([f[0] for f in found], np.int64).reshape(-1, 2)
    among, meant = (np.array([f[k] for f in found], bool).reshape(-1, width) for k in (1, 2))
    nobody = np.array([f[3] for f in found], bool) | ~meant.any(1)
    return {"pronoun": at, "among": among, "meant": np.concatenate([meant, nobody[:, None]], 1)}


def _told(items: list[tuple[Labels, Window]], width: int) -> dict[str, NDArray[Any]]:
    found = [(b, i - w.start, w.start, *told) for b, (labels, w) in enumerate(items) for i, told in labels.told.items()]
    scores = np.full((len(found), width + 1), IMPOSSIBLE, np.float32)
    for row, (_, _, start, among, given) in enumerate(found):
        scores[row, [j - start for j in among]] = given[:-1]
        scores[row, -1] = given[-1]
    return {"told": np.array([f[:2] for f in found], np.int64).reshape(-1, 2), "told_scores": scores}


def draw(rng: random.Random, article: Article) -> Labels:
    return rng.choice(article.readings)
