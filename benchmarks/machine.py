"""What the numbers were measured on: without it they mean nothing next month."""

import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Machine:
    """Machine("AMD EPYC 7B13", 2, ...). load: the mean number of processes that wanted a core in the minute before."""

    processor: str
    cores: int
    system: str
    python: str
    load: float
    commit: str
    measured: str


def machine() -> Machine:
    return Machine(
        processor=_processor(),
        cores=os.cpu_count() or 1,
        system=platform.platform(),
        python=sys.version.split()[0],
        load=round(os.getloadavg()[0], 2),
        commit=_commit(),
        measured=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _processor() -> str:
    """'Intel(R) Xeon(R) ...': what the kernel calls it; platform.processor() is empty on most Linuxes."""
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text().splitlines() if facts.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _commit() -> str:
    """'a435bce' or, with changes that are not committed, 'a435bce+'; 'unknown' outside a checkout."""
    try:
        head = _git("rev-parse", "--short", "HEAD")
        return head + ("+" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603, S607
