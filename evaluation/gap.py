"""Pronouns of GAP (Webster et al., TACL 2018), validation part: which of two names is meant, or neither.

    score(lambda example: Verdict(a=True, b=False)) -> Score(...).measures() -> {"overall": 71.2, "masculine": ..., ...}

F1 as GAP defines it: each example asks two yes-or-no questions (does the pronoun mean A? B?); precision and recall are over
the answers "yes" of both, overall and by the pronoun's gender; bias is feminine F1 over masculine.
The example holds gold offsets of A, B and the pronoun, in code points; a system finds its mentions itself and uses A and B
only to say what it found. `python -m evaluation.gap` scores the nearest name before the pronoun, as a floor.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from evaluation.polnear import SHARED
from onrecord.records import Span

VALIDATION = SHARED / "data/coreference/gap-validation.tsv"
_FEMININE = frozenset(("she", "her", "hers", "herself"))


@dataclass(frozen=True, slots=True)
class Example:
    """One row: a text, an ambiguous pronoun in it and two names. is_a, is_b: the gold answer, not for the system's eyes."""

    id: str
    text: str
    pronoun: Span
    a: Span
    b: Span
    is_a: bool = field(repr=False)
    is_b: bool = field(repr=False)

    @property
    def is_feminine(self) -> bool:
        return self.pronoun.of(self.text).lower() in _FEMININE


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the pronoun means A, and whether it means B; neither when both are false."""

    a: bool
    b: bool


class System(Protocol):
    def __call__(self, example: Example, /) -> Verdict: ...


@dataclass(slots=True)
class Counts:
    hit: int = 0
    said: int = 0
    gold: int = 0

    def add(self, *, said: bool, gold: bool) -> None:
        self.hit += said and gold
        self.said += said
        self.gold += gold

    @property
    def f1(self) -> float:
        return 2 * self.hit / (self.said + self.gold) if self.said + self.gold else 0.0


@dataclass(slots=True)
class Score:
    masculine: Counts
    feminine: Counts

    @property
    def overall(self) -> Counts:
        m, f = self.masculine, self.feminine
        return Counts(m.hit + f.hit, m.said + f.said, m.gold + f.gold)

    def measures(self) -> dict[str, float]:
        """F1 in per cent; bias is a ratio."""
        out = {name: round(100 * getattr(self, name).f1, 2) for name in ("overall", "masculine", "feminine")}
        return out | {"bias": round(self.feminine.f1 / self.masculine.f1, 3) if self.masculine.f1 else 0.0}


def load(path: Path = VALIDATION) -> Iterator[Example]:
    """Examples in the file's order. Raises ValueError where an offset does not point at its name."""
    with path.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            pronoun, a, b = (_span(row, name) for name in ("Pronoun", "A", "B"))
            yield Example(row["ID"], row["Text"], pronoun, a, b, row["A-coref"] == "TRUE", row["B-coref"] == "TRUE")


def _span(row: dict[str, str], name: str) -> Span:
    start = int(row[f"{name}-offset"])
    span = Span(start, start + len(row[name]))
    if span.of(row["Text"]) != row[name]:
        raise ValueError(f"{row['ID']}: {name} is {span.of(row['Text'])!r}, not {row[name]!r}")
    return span


def score(system: System, examples: Iterable[Example] | None = None) -> Score:
    out = Score(Counts(), Counts())
    for example in load() if examples is None else examples:
        verdict = system(example)
        counts = out.feminine if example.is_feminine else out.masculine
        counts.add(said=verdict.a, gold=example.is_a)
        counts.add(said=verdict.b, gold=example.is_b)
    return out


def nearest(example: Example) -> Verdict:
    """The name that ends last before the pronoun; the first one where both follow it."""
    before = [s for s in (example.a, example.b) if s.end <= example.pronoun.start]
    chosen = max(before) if before else min(example.a, example.b)
    return Verdict(chosen == example.a, chosen == example.b)


if __name__ == "__main__":
    for measure, value in score(nearest).measures().items():
        print(f"{measure:10} {value:6.2f}")
