"""Who is measured, and how each is started: every measurement in a child process of its own."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.clock import Run, Sample, spawn
from benchmarks.machine import ROOT
from benchmarks.results import PEER

FAST = ROOT / "src/onrecord/models/weights/attribution-fast.onnx"


class ChildError(RuntimeError):
    """A child process ended with an error: how it was started. What it said of it stands above, on standard error."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Contender("onrecord", (python, "-m", "benchmarks.ours")): begin + (task, path) + end is its command line."""

    name: str
    begin: tuple[str, ...]
    end: tuple[str, ...] = ()

    def command(self, task: str, path: Path) -> list[str]:
        return [*self.begin, task, str(path), *self.end]


def ours() -> list[Contender]:
    """The default setting and, where its weights are shipped, the fast one."""
    begin = (sys.executable, "-m", "benchmarks.ours")
    fast = [Contender("onrecord --fast", begin, ("--fast",))] if FAST.exists() else []
    return [Contender("onrecord", begin), *fast]


def many(workers: int) -> Contender:
    return Contender(f"workers {workers}", (sys.executable, "-m", "benchmarks.ours"), ("--workers", str(workers)))


def peer(python: str, model: str | None, scratch: Path) -> Contender:
    """model: a pipeline spacy.load takes; None builds one of en_core_web_sm's architecture under scratch first."""
    begin = (python, str(ROOT / "benchmarks/peer.py"))
    if model is None:
        model = str(scratch / "peer-model")
        checked([*begin, "make", model], scratch)
    return Contender(PEER, begin, (model,))


def has_peer(python: str, scratch: Path) -> bool:
    """Can this interpreter import what the peer is made of?"""
    return (
        spawn([python, "-c", "import spacy, textacy, trafilatura"], cwd=ROOT, log=scratch / "output.txt", quiet=True).status
        == 0
    )


def sample(command: list[str], scratch: Path) -> Sample:
    """Run a child that reports a Sample as its last line."""
    return Sample(**json.loads(checked(command, scratch).output.splitlines()[-1]))


def checked(command: list[str], scratch: Path) -> Run:
    run = spawn(command, cwd=ROOT, log=scratch / "output.txt")
    if run.status:
        raise ChildError(f"exit status {run.status}: {' '.join(command)}")
    return run
