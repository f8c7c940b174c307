"""Our own cases, every level: block quotations, nested parents, marks that are no speech, and linked attributions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from evaluation.authoring import Case, load_cases
from onrecord import sources
from onrecord.records import Attribution, AttributionType, Mark, MarkType, Reading, Span
from onrecord.settings import Settings
from onrecord.text.words import words
from onrecord.workflows import Reader

Roles: TypeAlias = tuple[frozenset[str], frozenset[str], frozenset[str]]
SECOND = "second"
"""The tag of cases that came later, for evaluation.who: measures and floors here stay those of the first cases."""
INNER = "inner"
"""The tag of cases about levels only: they do not say who speaks. They came later too."""
_SUFFIX = {"html": ".html", "md": ".md", "txt": ".txt"}


@dataclass(slots=True)
class Tally:
    """hit of gold, and predicted where that is asked too."""

    hit: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def recall(self) -> float:
        return round(100 * self.hit / self.gold, 2) if self.gold else 100.0

    @property
    def f1(self) -> float:
        return round(200 * self.hit / (self.gold + self.predicted), 2) if self.gold + self.predicted else 100.0


@dataclass(slots=True)
class Result:
    """What the cases measure, and a line for each thing that went wrong."""

    blocks: Tally
    parents: Tally
    whole50: Tally
    speechless: Tally  # titles and scare quotes not reported as speech
    marks: Tally
    complaints: list[str]

    def measures(self) -> dict[str, float]:
        return {
            "block quotations with the right source": self.blocks.recall,
            "nested parents right": self.parents.recall,
            "whole50, every level": self.whole50.f1,
            "titles and scare quotes not reported as speech": self.speechless.recall,
            "marks": self.marks.f1,
        }


def read_case(reader: Reader, case: Case) -> Reading:
    """The case through the door a user would take: its markup where it has one; offsets are then those of Document.text."""
    data = (case.markup or case.text).encode()
    item = sources.Input(origin=f"{case.name}{_SUFFIX[case.format]}", data=data)
    return reader.read(sources.load(item, Settings()))


def score(reader: Reader, cases: Sequence[Case] | None = None) -> Result:
    result = Result(Tally(), Tally(), Tally(), Tally(), Tally(), [])
    for case in first() if cases is None else cases:
        reading = read_case(reader, case)
        _one(result, case, reading)
    return result


def first() -> list[Case]:
    """The cases that the floors were set on."""
    return [case for case in load_cases() if SECOND not in case.tags]


def levels(reader: Reader) -> dict[str, float]:
    """The measures of nesting on the cases that are about levels."""
    measured = score(reader, [case for case in load_cases() if INNER in case.tags]).measures()
    return {name: measured[name] for name in ("nested parents right", "whole50, every level")}


def tokens(text: str, spans: Sequence[Span]) -> frozenset[str]:
    """Words with their number among their like, so that two texts that differ in white space only compare."""
    marked = {i for s in spans for i in range(s.start, s.end)}
    seen: dict[str, int] = {}
    out = set()
    for start, end in words(text):
        w = text[start:end]
        seen[w] = seen.get(w, 0) + 1
        if start in marked and w[0].isalnum():
            out.add(f"{w}/{seen[w]}")
    return frozenset(out)


def f1(a: frozenset[str], b: frozenset[str]) -> float:
    return 1.0 if not a and not b else 2 * len(a & b) / (len(a) + len(b))


def _one(result: Result, case: Case, reading: Reading) -> None:
    text = reading.document.text
    predicted = {a.id: roles(text, a) for a in reading.attributions}
    gold = {a.id: roles(case.text, a) for a in case.attributions}
    match = match_up(gold, predicted)
    result.whole50.gold += len(gold)
    result.whole50.predicted += len(predicted)
    result.whole50.hit += sum(min(map(f1, gold[g], predicted[p])) >= 0.5 for g, p in match.items())
    parent_of = {a.id: a.parent for a in reading.attributions}
    types = {a.id: a.type for a in reading.attributions}
    for a in case.attributions:
        p = match.get(a.id)
        if a.type is AttributionType.BLOCK:
            right = p is not None and types[p] is AttributionType.BLOCK and f1(gold[a.id][0], predicted[p][0]) >= 0.5
            _tally(result, result.blocks, right, f"{case.name} {a.id}: block quotation", case.text, a)
        if a.parent is not None:
            right = p is not None and parent_of[p] is not None and parent_of[p] == match.get(a.parent)
            _tally(result, result.parents, right, f"{case.name} {a.id}: nested", case.text, a)
    _marks(result, case, reading, predicted)


def _marks(result: Result, case: Case, reading: Reading, predicted: dict[str, Roles]) -> None:
    quoted = [m for m in reading.marks if m.type is not MarkType.VAGUE_SOURCE]  # vague sources are evaluation.who's
    found = {(m.type, _mark_tokens(reading.document.text, m)) for m in quoted}
    gold = {(m.type, _mark_tokens(case.text, m)) for m in case.marks}
    result.marks.gold += len(gold)
    result.marks.predicted += len(found)
    result.marks.hit += len(gold & found)
    said = {roles(case.text, a)[2] for a in case.attributions}  # "wanted ‘informed’": a mark may be all that is wished for
    contents = {content for _, _, content in predicted.values()} - said
    for kind, inside in gold:
        result.speechless.gold += 1
        if inside in contents:
            result.complaints.append(f"{case.name}: {kind} reported as speech: {sorted(inside)}")
        else:
            result.speechless.hit += 1
    result.complaints += [f"{case.name}: missed mark {k} {sorted(t)}" for k, t in gold - found]
    result.complaints += [f"{case.name}: spurious mark {k} {sorted(t)}" for k, t in found - gold]


def _mark_tokens(text: str, mark: Mark) -> frozenset[str]:
    return tokens(text, [Span(mark.start, mark.end)])


def roles(text: str, a: Attribution) -> Roles:
    return tokens(text, a.source), tokens(text, a.cue), tokens(text, a.content)


def match_up(gold: dict[str, Roles], predicted: dict[str, Roles]) -> dict[str, str]:
    """Greedy one-to-one, best first, by content and cue (a nested chain shares content words; its cues differ)."""
    scored = [
        (f1(g[2], p[2]) + 2 * f1(g[1], p[1]) + f1(g[0], p[0]), i, j)
        for i, g in gold.items()
        for j, p in predicted.items()
        if (g[2] & p[2]) and (f1(g[1], p[1]) > 0 or f1(g[2], p[2]) >= 0.5)
    ]
    out: dict[str, str] = {}
    for _, i, j in sorted(scored, key=lambda t: -t[0]):
        if i not in out and j not in out.values():
            out[i] = j
    return out


def _tally(result: Result, tally: Tally, right: bool, what: str, text: str, a: Attribution) -> None:
    tally.gold += 1
    tally.hit += right
    if not right:
        said = " ".join(s.of(text) for s in a.content)
        who = " ".join(s.of(text) for s in a.source)
        result.complaints.append(f"{what}: {who!r} / {' '.join(s.of(text) for s in a.cue)!r}: {said[:90]!r}")


if __name__ == "__main__":
    outcome = score(Reader())
    print(*outcome.complaints, sep="\n")
    for name, value in outcome.measures().items():
        print(f"{name:50} {value:6.2f}")
