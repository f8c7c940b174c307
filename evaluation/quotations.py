"""Our own quotations: what an editing hand did to the words, and whether the check says so.

    --- case not-dropped
    printed: “The water is radioactive,” Professor Drummond said.
    by: Professor Drummond
    in: drummond-lecture
    expect: polarity_changed, 4
    -> Case(words="The water is radioactive,", by="Professor Drummond", labels=(POLARITY_CHANGED,), least=4, most=4, ...)

How to write one is told in evaluation/quotations/README.md. `python -m evaluation.quotations` scores them and tells of each
that goes wrong.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord import sources
from onrecord.matching import Index
from onrecord.reading.credited import Credited
from onrecord.records import SEVERITIES, Document, Finding, Label, Provenance, Quoted
from onrecord.sources.facts import Fact, Facts, Field
from onrecord.text.names import names, source_of
from onrecord.text.quotation import quotations
from onrecord.workflows import Checker, Reader

HERE = Path(__file__).parent / "quotations"
BACKGROUND = HERE / "background"
_PART = re.compile(r"^(?:=== source|--- case) +(\S+)\s*$", re.MULTILINE)
_LINE = re.compile(r"([a-z]+): *(.*)")
_SOURCE_KEYS: tuple[Field, ...] = ("title", "byline", "outlet", "published")
_CASE_KEYS = ("printed", "words", "by", "in", "expect", "note")
_RANGE = re.compile(r"(?P<labels>[a-z_ |]+)(?:, *(?P<least>[0-4])(?:-(?P<most>[0-4]))?)?")
_MARKS = '“”‘’«»"'
HONEST = 1
"""The gravest severity of a quotation that nobody need look at."""


class CaseError(ValueError):
    """A file of quotations that cannot be read: which case, and why."""


@dataclass(frozen=True, slots=True)
class Case:
    """One quotation as printed, and what a careful editor would say of it.

    words: what stands between the marks; start: where, in printed. by: whom the article credits, None where nobody.
    stands_in: the names of the sources that hold the words, none where nobody said them. labels: verdicts that are right, the
    best one first; least and most: the severities that are, both None where no judgement should be made.
    """

    name: str
    theme: str
    printed: str
    words: str
    start: int
    by: str | None
    stands_in: tuple[str, ...]
    labels: tuple[Label, ...]
    least: int | None
    most: int | None

    @property
    def is_honest(self) -> bool:
        """The words stand there, and nothing in them need worry an editor."""
        return bool(self.stands_in) and self.most is not None and self.most <= HONEST

    @property
    def is_altered(self) -> bool:
        return bool(self.stands_in) and self.least is not None and self.least > HONEST

    @property
    def is_absent(self) -> bool:
        return not self.stands_in and set(self.labels) <= {Label.NOT_FOUND, Label.UNVERIFIABLE}

    @property
    def quoted(self) -> Quoted:
        return Quoted(self.start, self.start + len(self.words), self.words, speaker=self.by)

    def takes(self, finding: Finding) -> bool:
        """Whether the finding's verdict and severity are among those that are right."""
        if finding.verdict not in self.labels:
            return False
        if finding.severity is None or self.least is None or self.most is None:
            return True
        return self.least <= finding.severity <= self.most


@dataclass(frozen=True, slots=True)
class Held:
    """All cases, and the documents they are checked against: the sources by their names, and the background."""

    cases: tuple[Case, ...]
    sources: dict[str, Document]
    background: tuple[Document, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        return (*self.sources.values(), *self.background)


def load(folder: Path = HERE) -> Held:
    """Every THEME.quotes in the folder, and background/*.txt."""
    cases: list[Case] = []
    held: dict[str, Document] = {}
    for path in sorted(folder.glob("*.quotes")):
        more, found = compile_theme(path.stem, path.read_text(encoding="utf8"))
        if twice := held.keys() & more.keys():
            raise CaseError(f"{path.stem}: source {min(twice)} is in another file too")
        held |= more
        cases += found
    _check_names(cases, held)
    return Held(tuple(cases), held, tuple(_background(folder / "background")))


def _background(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.glob("*.txt")):
        yield sources.document(path.read_text(encoding="utf8"), path.name)


def _check_names(cases: Iterable[Case], held: dict[str, Document]) -> None:
    seen: set[str] = set()
    for case in cases:
        if case.name in seen:
            raise CaseError(f"{case.theme}: two cases are named {case.name}")
        seen.add(case.name)
        if unknown := [s for s in case.stands_in if s not in held]:
            raise CaseError(f"{case.theme}: {case.name} stands in {unknown[0]}, which is no source")


def compile_theme(theme: str, written: str) -> tuple[dict[str, Document], list[Case]]:
    """'=== source a\\n\\nThe text.\\n\\n--- case b\\nprinted: ...' -> ({'a': Document}, [Case]). Raises CaseError."""
    held: dict[str, Document] = {}
    cases: list[Case] = []
    for kind, name, body in _parts(written):
        try:
            if kind == "source":
                held[name] = _source(name, body)
            else:
                cases.append(_case(theme, name, body))
        except ValueError as error:
            raise CaseError(f"{theme}: {kind} {name}: {error}") from error
    return held, cases


def _parts(written: str) -> Iterator[tuple[str, str, str]]:
    found = list(_PART.finditer(written))
    for n, match in enumerate(found):
        end = found[n + 1].start() if n + 1 < len(found) else len(written)
        yield match[0].split()[1], match[1], written[match.end() : end].strip("\n")


def _header(lines: Iterable[str], keys: Collection[str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for line in lines:
        match = _LINE.fullmatch(line.strip())
        if match is None or match[1] not in keys:
            raise ValueError(f"no line of the kind {', '.join(sorted(keys))}: {line[:40]!r}")
        if match[1] in out:
            raise ValueError(f"two lines {match[1]}")
        out[match[1]] = match[2].strip()
    return out


def _source(name: str, body: str) -> Document:
    head, blank, text = body.partition("\n\n")
    if not blank:
        raise ValueError("no blank line between header and text")
    known = _header(head.splitlines(), _SOURCE_KEYS)
    facts: Facts = {key: Fact(known[key], Provenance.TEXT) for key in _SOURCE_KEYS if key in known}
    return sources.document(text.strip() + "\n", name, facts=facts)


def _case(theme: str, name: str, body: str) -> Case:
    known = _header((line for line in body.splitlines() if line.strip()), _CASE_KEYS)
    if missing := {"printed", "expect"} - known.keys():
        raise ValueError(f"no line {min(missing)}")
    printed = known["printed"]
    words = known.get("words") or _first_quotation(printed)
    if (start := printed.find(words)) < 0:
        raise ValueError(f"{words!r} is not in what was printed")
    labels, least, most = _expectation(known["expect"])
    stands_in = tuple(s.strip() for s in known.get("in", "").split(",") if s.strip())
    return Case(name, theme, printed, words, start, known.get("by"), stands_in, labels, least, most)


def _first_quotation(printed: str) -> str:
    for q in quotations(printed, [(0, len(printed))]):
        return printed[slice(*q.inner)]
    raise ValueError("no quotation marks: name what is quoted in a line words")


def _expectation(written: str) -> tuple[tuple[Label, ...], int | None, int | None]:
    """'trimmed_silent | reworded, 2-3' -> ((TRIMMED_SILENT, REWORDED), 2, 3); 'too_common' -> ((TOO_COMMON,), None, None)."""
    match = _RANGE.fullmatch(written)
    if match is None:
        raise ValueError(f"no expectation: {written!r}")
    labels = tuple(Label(word.strip()) for word in match["labels"].split("|"))
    least = int(match["least"]) if match["least"] else None
    most = int(match["most"]) if match["most"] else least
    for label in labels:
        possible = SEVERITIES[label]
        if possible and (least is None or most is None):
            raise ValueError(f"{label} wants a severity")
        if possible and least is not None and most is not None and not any(least <= s <= most for s in possible):
            raise ValueError(f"{label} has severity {' or '.join(map(str, possible))}, never {least}-{most}")
    return labels, least, most


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case, what the check said of it, and whether it found the words where they stand."""

    case: Case
    finding: Finding
    is_right: bool
    is_placed: bool

    @property
    def told(self) -> str:
        """'edges/hedge-before-doubt: verbatim 0, not truncated_edge 3-4: “read every page”'."""
        wanted = f"{' or '.join(self.case.labels)} {_span(self.case)}".strip()
        placed = "" if self.is_placed else ", elsewhere" if self.finding.places else ""
        severity = "" if self.finding.severity is None else f" {self.finding.severity}"
        return (
            f"{self.case.theme}/{self.case.name}: {self.finding.verdict}{severity}{placed}, not {wanted}: “{self.case.words}”"
        )


def _span(case: Case) -> str:
    return "" if case.least is None else f"{case.least}" if case.least == case.most else f"{case.least}-{case.most}"


def score(reader: Reader, held: Held | None = None) -> list[Outcome]:
    """Every case -> its outcome: its quotation checked as the article's, its source as `by` words it."""
    held = held or load()
    checker = Checker([Index.build(held.documents)], reader)
    return [_outcome(case, checker.quotation(_credited(case)), held) for case in held.cases]


def score_read(reader: Reader, held: Held | None = None) -> list[Outcome]:
    """The same, from the sentence as printed: quotation and source as our own reading has them. Unread ones are not right."""
    held = held or load()
    checker = Checker([Index.build(held.documents)], reader)
    out = []
    for case in held.cases:
        found = checker.check(sources.document(case.printed, case.name)).findings
        mine = [f for f in found if f.quotation.start < case.start + len(case.words) and case.start < f.quotation.end]
        out.append(_outcome(case, mine[0], held) if mine else _unread(case))
    return out


def _credited(case: Case) -> Credited:
    around = case.printed[: case.start].rstrip(_MARKS), case.printed[case.start + len(case.words) :].lstrip(_MARKS)
    chain = (source_of(case.by),) if case.by else ()
    return Credited(case.quoted, names(case.by or ""), None, around, case.printed, chain)


def _outcome(case: Case, finding: Finding, held: Held) -> Outcome:
    wanted = {held.sources[s].id for s in case.stands_in}
    placed = wanted <= {p.document for p in finding.places} if wanted else not (case.is_absent and finding.places)
    return Outcome(case, finding, case.takes(finding), placed)


def _unread(case: Case) -> Outcome:
    return Outcome(case, Finding(case.quoted, Label.UNVERIFIABLE, None, (), (), (), 0), is_right=False, is_placed=False)


def measures(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Outcomes -> measure -> per cent of the cases it is about."""
    kinds: dict[str, list[bool]] = {
        "verdict right": [o.is_right for o in outcomes],
        "altered, called severity 2 or more": [(o.finding.severity or 0) > HONEST for o in outcomes if o.case.is_altered],
        "honest, called severity 1 or less": [_holds(o.finding) for o in outcomes if o.case.is_honest],
        "found where it stands": [o.is_placed for o in outcomes if o.case.stands_in],
        "absent, not found": [o.is_placed for o in outcomes if o.case.is_absent],
    }
    return {name: _per_cent(right) for name, right in kinds.items()}


def by_label(outcomes: Iterable[Outcome]) -> dict[str, tuple[float, int]]:
    """Outcomes -> the label that is right first -> per cent of its cases with a right verdict, and how many there are."""
    right: dict[str, list[bool]] = {}
    for o in outcomes:
        right.setdefault(str(o.case.labels[0]), []).append(o.is_right)
    return {label: (_per_cent(of), len(of)) for label, of in sorted(right.items())}


def _holds(finding: Finding) -> bool:
    return bool(finding.places) and (finding.severity or 0) <= HONEST


def _per_cent(right: Sequence[bool]) -> float:
    return round(100 * sum(right) / len(right), 2) if right else 100.0


def main() -> None:
    reader = Reader()
    outcomes = score(reader)
    print(*(o.told for o in outcomes if not o.is_right or not o.is_placed), sep="\n")
    for label, (value, n) in by_label(outcomes).items():
        print(f"{label:24} {value:6.1f} of {n}")
    for name, value in measures(outcomes).items():
        print(f"{name:40} {value:6.2f}")
    for name, value in measures(score_read(reader)).items():
        print(f"{'as we read it: ' + name:56} {value:6.2f}")


if __name__ == "__main__":
    main()
