"""A writer that is killed leaves an index that opens and holds every document committed before.

ONRECORD_KILLS=50 kills fifty times instead of eight.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.matching import Index

from .test_index import some

KILLS = int(os.environ.get("ONRECORD_KILLS", "8"))
ADD = """
import sys
from pathlib import Path
from onrecord.matching import Index
from tests.matching.test_index import some
path, done = Path(sys.argv[1]), Path(sys.argv[2])
index = Index.open(path)
n = len(index) // 3
print("ready", flush=True)
while True:
    index.add(some(3, n))
    done.write_text(str(len(index)))
    n += 1
"""
BUILD = """
import sys
from onrecord.matching import Index
from tests.matching.test_index import some
print("ready", flush=True)
while True:
    Index.build(some(60), sys.argv[1])
"""


def kill_after(seconds: float, code: str, *arguments: str) -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=root, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_killed_while_adding_and_merging(tmp_path: Path) -> None:
    path, done = tmp_path / "press.idx", tmp_path / "done"
    Index.build([], path)
    draw, held = random.Random(4), 0
    for _ in range(KILLS):
        kill_after(draw.uniform(0.0, 0.4), ADD, str(path), str(done))
        index = Index.open(path)
        index.verify()
        committed = int(done.read_text() or 0) if done.exists() else 0
        assert len(index) >= max(committed, held)
        assert len(index) % 3 == 0  # all of an add or none of it
        held = len(index)
        wanted = {d.id for n in range(held // 3) for d in some(3, n)}
        assert {d.id for d in index} == wanted
    assert held > 3 * KILLS
    writer = Index.open(path)
    writer.add(some(1, 999_999))  # the lock went with the process, and what it left unfinished is cut off
    assert len(Index.open(path)) == held + 1


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_killed_while_building_over_an_index(tmp_path: Path) -> None:
    path = tmp_path / "press.idx"
    Index.build(some(60), path)
    draw = random.Random(5)
    for _ in range(KILLS):
        kill_after(draw.uniform(0.0, 0.2), BUILD, str(path))
        assert list(Index.open(path)) == some(60)
    Index.build(some(2), path)
    assert {p.name for p in tmp_path.iterdir()} == {"press.idx"}
