"""python -m evaluation.audit: how right each rule of an audit is, on short articles written for it.

    {"rule": "late-attribution", "fires": true, "text": "..."} -> precision and recall of late-attribution, per cent

evaluation/audit.jsonl has, for each rule, articles in which an editor would want a second look, and near misses in which she
would not; all are invented, and were judged before a rule was run on them. The shipped reader reads them, so what is measured
is the rule and the reading together. `--all` prints also what other rules say of an article, for proof-reading.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from onrecord.reading.audit import RULES, audit
from onrecord.records.audit import RuleName
from onrecord.workflows import Reader

CASES = Path(__file__).with_name("audit.jsonl")


class Row(TypedDict):
    rule: str
    fires: bool
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An article, the rule it was written for, and whether that should point at something in it."""

    rule: RuleName
    fires: bool
    text: str


@dataclass(slots=True)
class Tally:
    """right: articles in which the rule fired as it should; wrong: in which it should not; missed: in which it should have."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return _percent(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _percent(self.right, self.right + self.missed)


@dataclass(slots=True)
class Result:
    tallies: Mapping[RuleName, Tally] = field(default_factory=lambda: {r.name: Tally() for r in RULES})
    complaints: list[str] = field(default_factory=list)

    def measures(self) -> dict[str, float]:
        """'late-attribution, precision' -> per cent, and so on."""
        out = {}
        for name, tally in self.tallies.items():
            out[f"{name}, precision"], out[f"{name}, recall"] = tally.precision, tally.recall
        return out


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def load(path: Path = CASES) -> list[Judged]:
    """The judged articles, in the order of the file."""
    rows: list[Row] = [json.loads(line) for line in path.read_text("utf8").split("\n") if line]
    return [Judged(RuleName(r["rule"]), r["fires"], r["text"]) for r in rows]


def fired(reader: Reader, text: str) -> dict[RuleName, str]:
    """The rules that point at something in an article -> the evidence of the first thing each points at."""
    out: dict[RuleName, str] = {}
    for seen in audit(reader.read_text(text)).observations:
        out.setdefault(seen.rule, seen.evidence)
    return out


def score(reader: Reader, cases: Sequence[Judged] | None = None) -> Result:
    """Read every article and ask the rule it was written for."""
    result = Result()
    for case in load() if cases is None else cases:
        _one(result, case, fired(reader, case.text))
    return result


def _one(result: Result, case: Judged, found: Mapping[RuleName, str]) -> None:
    tally = result.tallies[case.rule]
    tally.right += case.fires and case.rule in found
    tally.wrong += not case.fires and case.rule in found
    tally.missed += case.fires and case.rule not in found
    if case.fires != (case.rule in found):
        what = "missed" if case.fires else f"fires: {found[case.rule]}"
        result.complaints.append(f"{case.rule}: {what}: {' '.join(case.text.split())}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.audit", description=__doc__)
    parser.add_argument("--all", action="store_true", help="print what every rule says of every article")
    options = parser.parse_args()
    reader = Reader()
    if options.all:
        for case in load():
            said = "; ".join(f"{rule}: {evidence}" for rule, evidence in fired(reader, case.text).items())
            print(f"{case.rule} {'+' if case.fires else '-'} | {' '.join(case.text.split())}\n    {said}")
        return
    result = score(reader)
    print(*result.complaints, sep="\n")
    for name, value in result.measures().items():
        print(f"{name:50} {value:6.2f}")


if __name__ == "__main__":
    main()
