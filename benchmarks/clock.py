"""CPU time, wall time and memory of a process. Standard library only: the peer's interpreter imports it too."""

import json
import os
import resource
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """What one child process measured of itself.

    cpu and wall are seconds over the documents alone, after one to warm up; peak_mb is the memory of the whole process.
    kept is the words of the text that was got out of the pages; failures maps a document to the error it raised.
    """

    documents: int
    kept: int
    found: int
    cpu: float
    wall: float
    peak_mb: float
    failures: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)

    def report(self) -> None:
        """As one line of JSON on standard output, for the parent."""
        print(json.dumps(asdict(self)))


class Clock:
    """with Clock() as clock: ...; clock.cpu, clock.wall -> seconds of this process (all its threads) and of the wall."""

    cpu = wall = 0.0

    def __enter__(self) -> "Clock":
        self._from = cpu_seconds(), time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.cpu, self.wall = cpu_seconds() - self._from[0], time.perf_counter() - self._from[1]


def cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def peak_mb() -> float:
    """The most memory this process had resident, in MB.

    On Linux from /proc: ru_maxrss there starts at what the parent had when it started this process.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next((s for s in status.read_text().splitlines() if s.startswith("VmHWM")), "")
        if line:
            return int(line.split()[1]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


@dataclass(frozen=True)
class Run:
    """A child process seen from outside: its CPU and wall seconds from start to end, and what it wrote."""

    cpu: float
    wall: float
    status: int
    output: str = ""


def spawn(command: "list[str]", *, cwd: Path, log: Path, quiet: bool = False) -> Run:
    """(["python", "-c", "print(1)"], ...) -> Run(cpu=.02, wall=.03, status=0, output="1\\n").

    log is where the output goes, and with quiet what it says of errors.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    script = 'cd "$1" && shift && exec "$@"'  # posix_spawn has no working directory to give
    actions: list[tuple[int, ...] | tuple[int, int, str, int, int]] = [(os.POSIX_SPAWN_OPEN, 1, str(log), flags, 0o600)]
    if quiet:
        actions.append((os.POSIX_SPAWN_DUP2, 1, 2))
    begin = time.perf_counter()
    child = os.posix_spawn("/bin/sh", ["sh", "-c", script, "sh", str(cwd), *command], one_thread(), file_actions=actions)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - begin
    return Run(used.ru_utime + used.ru_stime, wall, os.waitstatus_to_exitcode(status), log.read_text("utf8"))


def one_thread() -> "dict[str, str]":
    """This environment with every numeric library held to one thread: the CPU seconds of one are comparable."""
    libraries = ("OMP", "OPENBLAS", "MKL", "BLIS", "NUMEXPR", "VECLIB")
    return {**os.environ, **{f"{name}_NUM_THREADS": "1" for name in libraries}, "TOKENIZERS_PARALLELISM": "false"}
