"""What `benchmarks.check` found, as a table of the bars and one of the verdicts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median

from benchmarks.check_edits import ABSENT, ALTERED, HONEST, KINDS, Query, words


@dataclass(frozen=True, slots=True)
class Answer:
    """number of the query, number of the document given as best (-1: none), score 0 to 100, CPU seconds; ours: the verdict."""

    number: int
    document: int
    score: float
    cpu: float
    verdict: str = ""
    severity: int | None = None
    second: int = -1


@dataclass(frozen=True, slots=True)
class System:
    """One contender: CPU seconds to build, bytes of the index, an answer to each query; opened: wall seconds to open it."""

    name: str
    build: float
    size: int
    answers: list[Answer]
    opened: float = 0.0


def table(systems: Sequence[System], asked: Sequence[Query], texts: Sequence[str], size: int) -> str:
    """texts: the documents as bare words, to tell whether an answer is right."""
    lines = ["", "| measure | " + " | ".join(s.name for s in systems) + " |", "|---" * (len(systems) + 1) + "|"]
    for name, row in _rows(asked, texts, size):
        lines.append(f"| {name} | " + " | ".join(row(s) for s in systems) + " |")
    ours = systems[0]
    lines += ["", f"open {1e3 * ours.opened:.0f} ms", "", *_verdicts(ours, asked)]
    return "\n".join(lines)


def _rows(asked, texts, size):  # type: ignore[no-untyped-def]
    present = [k for k in KINDS if k not in ABSENT]
    yield "query CPU ms, mean", lambda s: f"{1e3 * mean(a.cpu for a in s.answers):.3f}"
    yield "query CPU ms, median", lambda s: f"{1e3 * median(a.cpu for a in s.answers):.3f}"
    yield "query CPU ms, 99th of 100", lambda s: f"{1e3 * sorted(a.cpu for a in s.answers)[int(0.99 * len(s.answers))]:.3f}"
    yield "build MB per CPU second", lambda s: f"{size / 1e6 / s.build:.1f}" if s.size else "-"
    yield "index bytes / text bytes", lambda s: f"{s.size / size:.2f}" if s.size else "-"
    main = [k for k in present if not k.startswith("short")]
    yield "recall@1, all kinds of 8 words and more", lambda s: _recall(s, asked, texts, main)
    for kind in present:
        yield f"recall@1, {kind}", lambda s, kind=kind: _recall(s, asked, texts, [kind])
    for kind in ABSENT:
        yield f"found v. {kind}, balanced accuracy", lambda s, kind=kind: _balanced(s, asked, [kind])
    for kind in (*ALTERED, "splice"):
        yield f"{kind} called severity >= 2", lambda s, kind=kind: _called(s, asked, kind)
    for kind in HONEST:
        yield f"{kind} called severity >= 2", lambda s, kind=kind: _called(s, asked, kind)


def right(answer: Answer, query: Query, texts: Sequence[str]) -> bool:
    held = [texts[n] for n in (answer.document, answer.second) if n >= 0]
    wanted = words(query.text) if query.kind == "short" else None
    passages = [wanted] if wanted else [words(p) for p in query.passages]
    return bool(held) and all(any(p in text for text in held) for p in passages)


def _recall(system: System, asked: Sequence[Query], texts: Sequence[str], kinds: Sequence[str]) -> str:
    of = [right(a, asked[a.number], texts) for a in system.answers if asked[a.number].kind in kinds]
    return f"{100 * mean(of):.1f}" if of else "-"


def _balanced(system: System, asked: Sequence[Query], absent: Sequence[str]) -> str:
    """At the threshold of the score that does best; ours has one verdict."""
    main = [k for k in KINDS if k not in ABSENT and not k.startswith("short")]
    there = [a.score for a in system.answers if asked[a.number].kind in main]
    not_there = [a.score for a in system.answers if asked[a.number].kind in absent]
    if not there or not not_there:
        return "-"
    thresholds = sorted({*there, *not_there})
    return f"{max((mean(s >= t for s in there) + mean(s < t for s in not_there)) / 2 for t in thresholds):.3f}"


def _called(system: System, asked: Sequence[Query], kind: str) -> str:
    of = [a for a in system.answers if asked[a.number].kind == kind and a.verdict]
    return f"{100 * mean((a.severity or 0) >= 2 for a in of):.1f}" if of else "-"


def _verdicts(ours: System, asked: Sequence[Query]) -> list[str]:
    out = ["| kind | verdicts |", "|---|---|"]
    for kind in KINDS:
        counts = Counter(a.verdict for a in ours.answers if asked[a.number].kind == kind)
        out.append(f"| {kind} | " + ", ".join(f"{v} {n}" for v, n in counts.most_common()) + " |")
    return out
