"""Named entities for the entity head: CoNLL++ (Wang et al. 2019) and GUM (Zeldes 2017) -> windows' words with BIO tags.

Four types, CoNLL's: PER, ORG, LOC, MISC. GUM's mentions become names where the head is a proper noun: the run of proper nouns
around it, titles left off.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from onrecord.models.entities import KINDS
from onrecord.models.features import Features, Featurizer
from onrecord.reading.speakers.nouns import DETERMINERS, IT, PRONOUNS, SINGULAR, THEY
from training.attribution.polnear import Labels, Pronouns

FIRST = {kind: 1 + 2 * k for k, kind in enumerate(KINDS)}  # begin; begin + 1 is inside
Sentence = list[tuple[str, str]]  # words with their tag, as written in a BIO file


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences, and for each word of each the entity whose head it is ("": none); heads empty: not annotated."""

    sentences: list[Sentence]
    heads: list[list[str]] = field(default_factory=list)

    def written(self) -> Iterator[tuple[Sentence, list[str]]]:
        return zip(self.sentences, self.heads or [[""] * len(s) for s in self.sentences], strict=True)


_ENTITY = re.compile(r"\((\d+)-([a-z]+)-[^()]*?-(\d+(?:,\d+)*)-[a-z]+(?:-[^()]*)?(\)?)|(\d+)\)")
_OF_GUM = {"person": "PER", "organization": "ORG", "place": "LOC", "time": "O"}
_TITLES = frozenset(
    """
mr. mrs. ms. miss mr mrs ms dr. dr prof. professor president senator sen. rep. representative governor gov. judge justice king
queen prince princess sir lord lady captain general gen. colonel sergeant pope saint st. minister chancellor secretary mayor
congressman congresswoman director chairman father sister brother uncle aunt ambassador inspector vice
""".split()
)
_APART = 0.6  # share of documents whose sentences are paragraphs
_CASES = (0.88, 0.08, 0.04)  # shares of sentences as they are, in small letters, in capitals: people write so
_REACH = 150  # words between a pronoun and what it may stand for


def conll(path: Path) -> Iterator[list[Sentence]]:
    """'EU NNP B-NP B-ORG' lines -> one list of sentences a document."""
    document: list[Sentence] = []
    sentence: Sentence = []
    for line in path.read_text("utf8").splitlines():
        if line.startswith("-DOCSTART-") or not line.strip():
            if sentence:
                document.append(sentence)
                sentence = []
            if line.startswith("-DOCSTART-") and document:
                yield document
                document = []
            continue
        cells = line.split()
        sentence.append((cells[0], cells[-1]))
    if sentence:
        document.append(sentence)
    yield document


def gum(folder: Path) -> Iterator[Text]:
    """GUM's train split, a Text a document; dev and test documents are left out by splits.md."""
    section = re.split(r"^## ", (folder / "splits.md").read_text("utf8"), flags=re.MULTILINE)
    train = {name for s in section if s.startswith("train") for name in re.findall(r"GUM_\w+", s)}
    for path in sorted((folder / "dep").glob("*.conllu")):
        if path.stem in train:
            read = list(_gum_sentences(path))
            yield Text([s for s, _ in read], [h for _, h in read])


def _gum_sentences(path: Path) -> Iterator[tuple[Sentence, list[str]]]:
    """Words with tags, and for each word the entity that it is the head of, "" for none."""
    open_now: dict[str, list[tuple[int, str, int]]] = {}
    for block in path.read_text("utf8").split("\n\n"):
        rows = [r.split("\t") for r in block.splitlines() if r[:1].isdigit()]
        rows = [r for r in rows if r[0].isdigit()]
        tags, heads = ["O"] * len(rows), [""] * len(rows)
        for i, row in enumerate(rows):
            entity = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
            for m in _ENTITY.finditer(entity):
                if m[5]:
                    start, kind, head = open_now.get(m[5], [(0, "", 0)]).pop()
                    _name(rows, tags, start, i + 1, kind, head)
                    _head(heads, head, m[5])
                elif m[4]:
                    _name(rows, tags, i, i + 1, m[2], i)
                    _head(heads, i, m[1])
                else:
                    open_now.setdefault(m[1], []).append((i, m[2], i + int(m[3].split(",")[0]) - 1))
        open_now.clear()
        if rows:
            yield [(r[1], t) for r, t in zip(rows, tags, strict=True)], heads


def _head(heads: list[str], at: int, entity: str) -> None:
    """A word is the head of the first mention that ends with it as head: the shortest."""
    if at < len(heads) and not heads[at]:
        heads[at] = entity


def _name(rows: list[list[str]], tags: list[str], start: int, end: int, kind: str, head: int) -> None:
    """Write the name inside a mention over `tags`, if its head is a proper noun; a name inside it does not part it."""
    if not kind or not start <= head < end or rows[head][3] != "PROPN":
        return
    tag = _OF_GUM.get(kind, "MISC")
    first, last = head, head + 1
    while first > start and (rows[first - 1][3] == "PROPN" or (tag == "ORG" and rows[first - 1][3] in ("NUM", "ADJ"))):
        first -= 1
    while last < end and rows[last][3] in ("PROPN", "NUM"):
        last += 1
    while tag in ("ORG", "LOC") and last + 1 < end and rows[last][1] in ("of", "for") and rows[last + 1][3] == "PROPN":
        last += 2
        while last < end and rows[last][3] == "PROPN":
            last += 1
    while tag == "PER" and first < last - 1 and rows[first][1].lower() in _TITLES:
        first += 1
    known = all(t != "O" for t in tags[first:last])  # the same name, already marked by a mention inside this one
    if tag != "O" and not known and any(c.isupper() for c in rows[head][1]):
        tags[first:last] = [f"B-{tag}"] + [f"I-{tag}"] * (last - first - 1)


def load(ner: Path, gum_folder: Path) -> list[Text]:
    """Every training document of both corpora."""
    return [*(Text(d) for d in conll(ner / "conllpp_train.txt")), *gum(gum_folder)]


def written(document: Text, featurizer: Featurizer, rng: random.Random) -> tuple[Features, Labels]:
    """A text -> features and labels of its words; a paragraph a sentence, or all in one."""
    apart = rng.random() < _APART
    text, spans, breaks = "", [], [0]
    for sentence, heads in document.written():
        written_as = rng.choices((str, str.lower, str.upper), _CASES)[0]
        for (word, tag), head in zip(sentence, heads, strict=True):
            start = len(text)
            text += written_as(word)
            spans.append((start, len(text), tag, head))
            text += " "
        breaks.append(len(text))
    edges = breaks if apart else [0, len(text)]
    features = featurizer(text, [(a, max(a, b - 1)) for a, b in pairwise(edges)])
    names = tags_of(features, [s[:3] for s in spans])
    return features, Labels(names=names, pronouns=_pronouns(features, text, spans))


def _pronouns(features: Features, text: str, spans: list[tuple[int, int, str, str]]) -> Pronouns:
    """Third-person pronouns that are some entity's: the heads of all other mentions may be meant, those of its own are."""
    entity = {}
    at = 0
    for i, (start, _) in enumerate(features.words):
        while spans[at][1] <= start:
            at += 1
        if spans[at][3]:
            entity[i] = spans[at][3]  # the first of a token's words stands for it
    low = {i: text[slice(*features.words[i])].lower() for i in entity}
    nouns = {i: e for i, e in entity.items() if low[i] not in PRONOUNS | DETERMINERS}
    return {i: _meaning(nouns, i, entity[i]) for i, word in low.items() if word in SINGULAR | THEY | IT}


def _meaning(nouns: dict[int, str], i: int, entity: str) -> tuple[frozenset[int], frozenset[int]]:
    near = frozenset(k for k in nouns if abs(k - i) <= _REACH)
    return near, frozenset(k for k in near if nouns[k] == entity)


def tags_of(features: Features, spans: list[tuple[int, int, str]]) -> list[int]:
    """Tags of a corpus's tokens -> tags of our words, which are finer: the first word of a name begins it."""
    out = [0] * len(features.words)
    at = 0
    for i, (start, _) in enumerate(features.words):
        while spans[at][1] <= start:
            at += 1
        kind = spans[at][2]
        if kind != "O":
            begins = kind[0] == "B" and start == spans[at][0]
            out[i] = FIRST[kind[2:]] + (not begins)
    return out
