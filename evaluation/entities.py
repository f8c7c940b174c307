"""Names on CoNLL++ dev (four kinds) and UNER EWT dev (three, no MISC): exact spans and kinds of the corpora's own tokens."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from evaluation.polnear import SHARED
from onrecord.models.attribution import AttributionModel
from onrecord.models.entities import agreed
from onrecord.models.features import windows
from training.attribution.entities import Sentence, conll

NER = SHARED / "data/ner"
Name = tuple[int, int, str]


def available() -> bool:
    return (NER / "conllpp_dev.txt").is_file() and (NER / "en_ewt-ud-dev.iob2").is_file()


def measures(model: AttributionModel) -> dict[str, float]:
    return {
        "CoNLL++ dev": f1(model, conll(NER / "conllpp_dev.txt")),
        "UNER EWT dev": f1(model, ewt(NER / "en_ewt-ud-dev.iob2"), without="MISC"),
    }


def ewt(path: Path) -> Iterator[list[Sentence]]:
    """'7<tab>tampa<tab>B-LOC...' lines -> one list of sentences a document."""
    for document in path.read_text("utf8").split("# newdoc ")[1:]:
        blocks = (block.splitlines() for block in document.split("\n\n"))
        rows = [[line.split("\t") for line in block if line[:1].isdigit()] for block in blocks]
        yield [[(cells[1], cells[2]) for cells in block] for block in rows if block]


def f1(model: AttributionModel, documents: Iterable[list[Sentence]], without: str = "") -> float:
    """F1 in per cent over all documents; names of the kind `without` do not count."""
    hit = total = 0
    for document in documents:
        gold = {n for n in _gold(document) if n[2] != without}
        found = {n for n in _found(model, document) if n[2] != without}
        hit, total = hit + len(gold & found), total + len(gold) + len(found)
    return round(200 * hit / total, 2)


def _gold(document: list[Sentence]) -> Iterator[Name]:
    tags = [tag for sentence in document for _, tag in [*sentence, ("", "O")]]
    starts = [i for i, tag in enumerate(tags) if tag[0] == "B"]
    for start in starts:
        end = start + 1
        while tags[end] == f"I-{tags[start][2:]}":
            end += 1
        yield start, end, tags[start][2:]


def _found(model: AttributionModel, document: list[Sentence]) -> Iterator[Name]:
    """The model's names in tokens of the corpus, counted as _gold counts: one more after each sentence."""
    text, at, edges = "", [], [0]
    number = 0
    for sentence in document:
        for word, _ in sentence:
            at += [number] * (len(word) + 1)
            text += f"{word} "
            number += 1
        number += 1
        edges.append(len(text))
    features = model.featurizer(text, [(a, b - 1) for a, b in pairwise(edges)])
    token = np.array(at)
    for name in agreed(features, [e for answer in model.answers(windows(features)) for e in answer.entities], text):
        start, end = features.words[name.words[0]][0], features.words[name.words[-1]][1]
        yield int(token[start]), int(token[end - 1]) + 1, name.kind
