"""What the larger network says of every "he" and "she", asked once and kept in files that a run with --told learns from.

    python -m training.attribution.told --teacher build/wide/checkpoint.pt --out build/told     # an hour; taken up again

A line of build/told/gap0.jsonl is a window: its words as the encoder reads them, and of each pronoun its word, the words that
may be meant, the larger network's score of each and of nobody, and which are meant where that is known, else null.
Texts: GAP development (its last rows held back) as it is, with the people renamed, with men for women; GUM; news and
Wikipedia with their own pronouns and with names made pronouns.
"""

import argparse
import csv
import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

import torch

from onrecord.models.attribution import AttributionModel
from onrecord.models.features import Features, Featurizer, Window, batch, windows
from onrecord.reading.speakers.names import PERSON
from training.attribution import distil, entities, pronouns, wikipedia
from training.attribution.larger import Larger
from training.attribution.network import INPUTS, antecedent_scores
from training.attribution.polnear import NOBODY, Article, Labels, Pronouns, Told, load, paragraphs
from training.attribution.pronouns import HELD_BACK, People, gap, people, replaced
from training.attribution.renamed import Others

Item = tuple[Labels, Window]
ARTICLES = 2700  # of news: all
_RENAMED, _FLIPPED, _GUM, _ARTICLES = 6, 2, 2, 300  # times; articles a file
_WARS = "time/wikiwars/wikiwars/trainingset/tml"
_AT_ONCE = 16  # windows


def ask(teacher: Larger, items: Sequence[Item], path: Path) -> None:
    """Writes path, which is there when whole."""
    begun = path.with_suffix(".new")
    ordered = sorted(items, key=lambda item: len(item[1]))
    with begun.open("w", encoding="utf8") as out:
        for at in range(0, len(ordered), _AT_ONCE):
            for row in _answers(teacher, ordered[at : at + _AT_ONCE]):
                out.write(json.dumps(row, separators=(",", ":")) + "\n")
    begun.rename(path)
    print(path, len(ordered), "windows", flush=True)


def _answers(teacher: Larger, items: Sequence[Item]) -> Iterator[dict[str, Any]]:
    x = {k: torch.from_numpy(v) for k, v in batch([w for _, w in items]).items()}
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        ties = teacher.tie(teacher.encode(*(x[k] for k in INPUTS[:6]))).float()
    for (labels, window), tie in zip(items, ties, strict=True):
        told = []
        for i, (may, meant) in labels.pronouns.items():
            among = sorted(j - window.start for j in may if window.start <= j < window.end)
            if not among or not window.start <= i < window.end:
                continue
            mask = torch.zeros(1, len(tie), dtype=torch.bool)
            mask[0, among] = True
            scores = antecedent_scores(tie[None], torch.tensor([[0, i - window.start]]), mask)[0]
            kept = [round(float(scores[j]), 2) for j in [*among, -1]]
            told.append([i - window.start, among, kept, _known(meant, among, window)])
        if told:
            f, part = window.features, slice(window.start, window.end)
            breaks = [int(f.starts_paragraph(n)) for n in range(window.start, window.end)]
            yield {"pieces": f.pieces[part], "shape": f.shape[part], "quote": f.quote[part], "breaks": breaks, "told": told}


def _known(meant: frozenset[int], among: list[int], window: Window) -> list[int] | None:
    """Of the words that may be meant those that are, NOBODY among them where none is; None: not known."""
    if not meant:
        return None
    here = [j for j in among if j + window.start in meant]
    return [*here, NOBODY] if NOBODY in meant or not here else here


def read(folder: Path) -> list[Item]:
    """All that was kept, as windows of their own with labels."""
    return [_item(json.loads(line)) for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf8")]


def _item(row: dict[str, Any]) -> Item:
    """With a word in front, which is not shown, so that the first one need not begin a paragraph."""
    n = len(row["pieces"])
    paragraph = [0, *accumulate(row["breaks"])]
    features = Features([(0, 0)] * (n + 1), [[], *row["pieces"]], [0, *row["shape"]], [0, *row["quote"]], paragraph, [])
    told: Told = {}
    known: Pronouns = {}
    for i, among, scores, meant in row["told"]:
        told[i + 1] = tuple(j + 1 for j in among), tuple(scores)
        if meant is not None:
            known[i + 1] = frozenset(told[i + 1][0]), frozenset(j if j == NOBODY else j + 1 for j in meant)
    return Labels(told=told, pronouns=known), Window(features, 1, n + 1)


# -- the texts


def texts(data: Path, pages: Path, featurizer: Featurizer) -> Iterator[tuple[str, Callable[[], list[Item]]]]:
    """Name of a file -> what it holds, made when asked for. pages: of Wikipedia."""
    path = data / "coreference/gap-development.tsv"
    yield "gap", lambda: list(gap(path, featurizer))
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[:-HELD_BACK]
    whole = [Article(row["ID"], row["Text"], featurizer(row["Text"], [(0, len(row["Text"]))])) for row in rows]
    seen = people(whole)
    yield "gap-others", lambda: [item for p in seen for item in _natural(p)]
    for n in range(_RENAMED):
        yield f"gap{n}", partial(_renamed, rows, seen, featurizer, random.Random(100 + n))
    for n in range(_FLIPPED):
        yield f"gap-flipped{n}", partial(_renamed, rows, seen, featurizer, random.Random(110 + n), flipped=True)
        yield f"gap-more{n}", partial(_replaced, seen, featurizer, random.Random(120 + n))
    for name, found in (("wikipedia", wikipedia.pages(pages)), ("wars", wikipedia.wars(data / _WARS))):
        yield name, partial(_both, _articles(found, featurizer), featurizer, random.Random(130))
    documents = [t for t in entities.load(data / "ner", data / "gum") if any(map(any, t.heads))]
    for n in range(_GUM):
        yield f"gum{n}", partial(_gum, documents, featurizer, random.Random(200 + n))
    articles = load(data / "polnear/train", featurizer) + distil.plain_news(data, featurizer)
    random.Random(7).shuffle(articles)
    for n in range(0, len(articles), _ARTICLES):
        some = articles[n : n + _ARTICLES]
        yield f"news{n}", partial(_both, some, featurizer, random.Random(300 + n))
        yield f"news-more{n}", partial(_again, some, featurizer, random.Random(700 + n))


def _articles(found: Iterable[tuple[str, str]], featurizer: Featurizer) -> list[Article]:
    return [Article(name, text, featurizer(text, paragraphs(text)), [Labels()]) for name, text in found]


def _natural(of: People) -> Iterator[Item]:
    """Every pronoun of a page; whom it means is not known, of the people named."""
    named = frozenset(n.last for n in of.clusters.names.values() if n.kind == PERSON)
    for window in windows(of.features):
        among = frozenset(i for i in named if window.start <= i < window.end)
        of_he = (i for i in range(window.start, window.end) if _is_he_or_she(of.features.pieces[i]))
        if among and (found := {i: (among - {i}, frozenset[int]()) for i in of_he}):
            yield Labels(pronouns=found), window


def _is_he_or_she(pieces: list[int]) -> bool:
    return len(pieces) == 1 and pieces[0] in distil.HE_OR_SHE


def _gum(documents: list[entities.Text], featurizer: Featurizer, rng: random.Random) -> list[Item]:
    out: list[Item] = []
    for document in documents:
        features, labels = entities.written(document, featurizer, rng)
        for window in windows(features, first=rng.randrange(40, 256)):
            if any(window.start <= i < window.end and _is_he_or_she(features.pieces[i]) for i in labels.pronouns):
                out.append((labels, window))  # noqa: PERF401
    return out


def _both(articles: list[Article], featurizer: Featurizer, rng: random.Random) -> list[Item]:
    """Their own pronouns, and names made pronouns."""
    pages = people(articles)
    return [item for p in pages for item in _natural(p)] + _replaced(pages, featurizer, rng)


def _again(articles: list[Article], featurizer: Featurizer, rng: random.Random) -> list[Item]:
    return _replaced(people(articles), featurizer, rng)


def _replaced(pages: list[People], featurizer: Featurizer, rng: random.Random) -> list[Item]:
    return [item for page in pages for item in replaced(page, featurizer, rng)]


def _renamed(
    rows: list[dict[str, str]], seen: list[People], featurizer: Featurizer, rng: random.Random, *, flipped: bool = False
) -> list[Item]:
    """Rows of GAP with other people in them, word for word."""
    others, out = Others(seen, featurizer, rng), list[Item]()
    for row, page in zip(rows, seen, strict=True):
        item = pronouns.of_row(row, page)
        features = others(page, flipped=flipped) if item else None
        if item and features:
            at = next(iter(item[0].pronouns))
            out.append((item[0], next(w for w in windows(features) if w.start <= at < w.end)))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m training.attribution.told", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--teacher", type=Path, required=True, help="checkpoint of a run with --larger")
    parser.add_argument("--out", type=Path, default=Path("build/told"))
    parser.add_argument("--articles", type=int, default=ARTICLES, help="of news (default %(default)s)")
    options = parser.parse_args()
    ask_all(options.teacher, options.data, options.out, options.articles)


def ask_all(checkpoint: Path, data: Path, out: Path, articles: int = ARTICLES) -> None:
    """Every file of `texts`, as far as so many articles of news; those that are there are left."""
    out.mkdir(parents=True, exist_ok=True)
    teacher = Larger.trained(checkpoint)
    for name, items in texts(data, wikipedia.fetch(out / "wikipedia"), AttributionModel().featurizer):
        if name.startswith("news") and int(name.removeprefix("news").removeprefix("-more")) >= articles:
            break
        path = out / f"{name}.jsonl"
        if not path.exists():
            ask(teacher, items(), path)


if __name__ == "__main__":
    main()
