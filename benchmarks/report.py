"""A Result as the table a person reads, each number beside its bar."""

from collections.abc import Iterator

from benchmarks.results import Many, Result, Speed, Start

RATE_BAR = 2000  # words per CPU second
START_BAR = 1.5  # seconds, import + first article
MEMORY_BAR = 600  # MB
_WIDTHS = (7, 7, 12, 15, 7, 7, 6, 8)


def report(result: Result) -> str:
    return "\n".join(_lines(result))


def _lines(result: Result) -> Iterator[str]:
    m = result.machine
    yield f"{m.processor}, {m.cores} cores, Python {m.python}, commit {m.commit}, {m.measured}"
    yield f"load {m.load} before, {result.load_after} after{_loaded(result)}"
    yield f"{result.articles} articles of {result.source}, as HTML pages; {len(result.speeds[0].samples)} repetitions in turn"
    yield ""
    yield _row(
        "HTML bytes -> JSON, 1 thread", "words", "CPU s", "words/CPU-s", "(range)", "x peer", "failed", "found", "peak MB"
    )
    yield from (_speed(result, speed) for speed in result.speeds)
    yield f"  bars for onrecord: {RATE_BAR:,} words/CPU-s, {MEMORY_BAR} MB"
    yield ""
    yield f"{'a process, start to end':44} {'CPU s':>6} {'wall s':>7}"
    yield from (_start(start) for start in result.starts)
    yield f"  bar for onrecord's first article: {START_BAR} s"
    yield ""
    yield f"{'many inputs (Reader.read_all)':32} {'pages':>6} {'words':>8} {'words/wall-s':>13}"
    yield from (_many(result, many) for many in result.many)
    yield from (line for line in ("", *result.missing) if result.missing)
    yield from _failures(result)


def _loaded(result: Result) -> str:
    busy = max(result.machine.load, result.load_after) > result.machine.cores
    return ": others wanted the cores too; CPU seconds hold roughly, wall seconds do not" if busy else ""


def _speed(result: Result, s: Speed) -> str:
    ratio, first = result.ratio(s), s.samples[0]
    times = f"{ratio:.2f}" if ratio else "-"
    spread = f"({s.lowest:,.0f}-{s.highest:,.0f})"
    counts = f"{len(first.failures)}", f"{first.found:,}", f"{s.peak_mb:.0f}"
    return _row(s.name, f"{result.words:,}", f"{s.cpu:.2f}", f"{s.rate:,.0f}", spread, times, *counts)


def _row(name: str, *cells: str) -> str:
    return f"{name:28}" + "".join(f" {cell:>{width}}" for cell, width in zip(cells, _WIDTHS, strict=True))


def _start(s: Start) -> str:
    return f"{s.name:44} {s.cpu:6.2f} {s.wall:7.2f}"


def _many(result: Result, m: Many) -> str:
    one = next(other.rate for other in result.many if other.workers == 1)
    name = "workers=1" if m.workers == 1 else f"workers={m.workers} ({result.machine.cores} processes)"
    return f"{name:32} {m.documents:6} {m.words:8,} {m.rate:13,.0f}" + ("" if m.workers == 1 else f"   x {m.rate / one:.2f}")


def _failures(result: Result) -> Iterator[str]:
    """One example of each contender's failures: their number stands in the table."""
    for speed in result.speeds:
        failures = speed.samples[0].failures
        if failures:
            name, why = next(iter(failures.items()))
            yield f"\n{speed.name} failed on {len(failures)} of {result.articles}; the first, {name}: {why}"
