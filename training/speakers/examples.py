"""Corpora -> pronouns with their candidates and the right one: GAP development, GUM train."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.speakers.antecedents import Scene, choose, features, nobody
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster
from onrecord.reading.speakers.walk import Walk
from onrecord.records import Block, BlockKind, Document, Span

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"
GAP = SHARED / "coreference" / "gap-development.tsv"
GUM = SHARED / "gum"
Right = Callable[[int, Sequence[Cluster]], frozenset[int] | None]
"""(number of a pronoun's word, candidates) -> which of them are right, the last number meaning nobody; None if not known."""


@dataclass(frozen=True, slots=True)
class Example:
    """rows: a row of features a candidate, nobody last. right: numbers of the rows that are right."""

    rows: NDArray[np.float64]
    right: frozenset[int]
    of: str


class Teacher(Walk):
    """A walk that is told whom its pronouns mean, and notes each as an example."""

    __slots__ = ("examples", "of", "right")

    def teach(self, right: Right, of: str) -> list[Example]:
        self.right, self.of = right, of
        self.examples: list[Example] = []
        self.run()
        return self.examples

    def _pronoun(self, i: int, *, speaks: bool) -> tuple[Cluster | None, float]:
        candidates = self.candidates(i)
        scene = Scene(self.page, i, tuple(self._spoke[:2]), speaks, self.ties)
        right = self.right(i, candidates)
        if right is None:
            chosen = choose(scene, candidates).cluster
        else:
            rows = np.array([*features(scene, candidates), nobody(scene)])
            if right and candidates:
                self.examples.append(Example(rows, right, self.of))
            chosen = candidates[min(right)] if len(right) == 1 and min(right) < len(candidates) else None
        if chosen is not None:
            self._touch(chosen, (i, i))
        return chosen, 1.0


@dataclass(frozen=True, slots=True)
class Gap:
    """A row of GAP: the pronoun, and the two names with the answer."""

    document: Document
    pronoun: Span
    names: tuple[tuple[Span, bool], ...]

    def right(self, walk: Walk) -> Right:
        """Where neither name is meant, any other candidate or nobody is right."""

        def of(i: int, candidates: Sequence[Cluster]) -> frozenset[int] | None:
            if walk.page.offsets[i][0] != self.pronoun.start:
                return None
            hit = {k: yes for k, c in enumerate(candidates) for span, yes in self.names if holds(walk, c, span)}
            if any(yes for _, yes in self.names):
                return frozenset(k for k, yes in hit.items() if yes)
            return frozenset(range(len(candidates) + 1)) - hit.keys()

        return of


def holds(walk: Walk, cluster: Cluster, span: Span) -> bool:
    """Whether one of a cluster's names is the name at a span."""
    return any(walk.page.span(n.first, n.last).overlaps(span) for n in cluster.names)


def gap(path: Path = GAP, last: int | None = None) -> Iterator[Gap]:
    """The rows of GAP development, or the `last` so many."""
    with path.open(encoding="utf8", newline="") as file:
        for row in list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[-last if last else None :]:
            text = row["Text"]
            document = Document("", row["ID"], text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
            spans = {k: Span(int(row[f"{k}-offset"]), int(row[f"{k}-offset"]) + len(row[k])) for k in ("Pronoun", "A", "B")}
            yield Gap(document, spans["Pronoun"], tuple((spans[k], row[f"{k}-coref"] == "TRUE") for k in ("A", "B")))


@dataclass(slots=True)
class Gum:
    """A text of GUM with its mentions: (entity, span), as the conllu files' Entity has them."""

    name: str
    text: str = ""
    paragraphs: list[int] = field(default_factory=lambda: [0])
    mentions: list[tuple[str, Span]] = field(default_factory=list)

    @property
    def document(self) -> Document:
        cuts = [*self.paragraphs, len(self.text)]
        blocks = (Block(BlockKind.PARAGRAPH, a, b) for a, b in pairwise(cuts) if a < b)
        return Document("", self.name, self.text, tuple(blocks))

    def entity(self, span: Span) -> str | None:
        """The entity of the shortest mention around a span."""
        around = [(len(s), e) for e, s in self.mentions if s.contains(span)]
        return min(around)[1] if around else None

    def right(self, walk: Walk) -> Right:
        known: dict[Cluster, str | None] = {}

        def entity(c: Cluster) -> str | None:
            if c not in known:
                first, last = (c.names[0].first, c.names[0].last) if c.kind != SOMEBODY else ((c.words or (0, 0))[1],) * 2
                known[c] = self.entity(walk.page.span(first, last))
            return known[c]

        def of(i: int, candidates: Sequence[Cluster]) -> frozenset[int] | None:
            wanted = self.entity(walk.page.span(i, i))
            if wanted is None:
                return None
            hit = frozenset(k for k, c in enumerate(candidates) if entity(c) == wanted)
            return hit or frozenset((len(candidates),))

        return of


def gum(folder: Path = GUM) -> Iterator[Gum]:
    """The documents of the train split whose text is there (Reddit's is not)."""
    kept_out = _kept_out(folder / "splits.md")
    for path in sorted((folder / "dep").glob("*.conllu")):
        if path.stem not in kept_out and "reddit" not in path.stem:
            yield _conllu(path)


def _kept_out(path: Path) -> frozenset[str]:
    parts = re.split(r"^## (\w+)", path.read_text("utf8"), flags=re.MULTILINE)
    named = dict(zip(parts[1::2], parts[2::2], strict=True))
    return frozenset(n for split in ("dev", "test", "test2") for n in re.findall(r"\w+_\w+", named.get(split, "")))


_ENTITY = re.compile(r"\([^()]+\)?|[^()]+\)")


def _conllu(path: Path) -> Gum:
    out = Gum(path.stem)
    opened: list[tuple[str, int]] = []
    for line in path.read_text("utf8").splitlines():
        if line.startswith("# newpar") and out.text:
            out.text = out.text.rstrip(" ") + "\n"
            out.paragraphs.append(len(out.text))
        columns = line.split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            _token(out, opened, columns)
    return out


def _token(out: Gum, opened: list[tuple[str, int]], columns: list[str]) -> None:
    misc = dict(part.split("=", 1) for part in columns[9].split("|") if "=" in part)
    start = len(out.text)
    out.text += columns[1]
    for part in _ENTITY.findall(misc.get("Entity", "")):
        if part.startswith("("):
            opened.append((part[1:].split("-")[0].rstrip(")"), start))
        if part.endswith(")"):
            name = part.strip("()").split("-")[0]
            k = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == name), None)
            if k is not None:
                out.mentions.append((name, Span(opened.pop(k)[1], len(out.text))))
    out.text += "" if misc.get("SpaceAfter") == "No" else " "
