"""What one run of the benchmark found."""

from dataclasses import dataclass

from benchmarks.clock import Sample
from benchmarks.machine import Machine


@dataclass(frozen=True, slots=True)
class Speed:
    """One contender over the repetitions: the median of words per CPU second, and its lowest and highest."""

    name: str
    cpu: float
    rate: float
    lowest: float
    highest: float
    samples: list[Sample]

    @property
    def peak_mb(self) -> float:
        return max(s.peak_mb for s in self.samples)


@dataclass(frozen=True, slots=True)
class Start:
    """A whole process from its start to its end: medians of CPU and wall seconds."""

    name: str
    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Many:
    """Reader.read_all with so many workers (0: one a core): words per wall second, median; the start of processes counts."""

    workers: int
    documents: int
    words: int
    rate: float
    samples: list[Sample]


@dataclass(frozen=True, slots=True)
class Result:
    """missing: what was not measured, and why, a line each."""

    machine: Machine
    load_after: float
    source: str
    articles: int
    words: int
    speeds: list[Speed]
    starts: list[Start]
    many: list[Many]
    missing: list[str]

    def ratio(self, speed: Speed) -> float | None:
        """Its median rate by the peer's, or None where the peer was not measured."""
        peer = next((s.rate for s in self.speeds if s.name == PEER), None)
        return speed.rate / peer if peer else None


PEER = "spaCy + textacy"
