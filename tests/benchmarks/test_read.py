"""The benchmark runs, measures its child processes and not itself, and says what it did not measure."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import contenders, read
from benchmarks.clock import Sample, spawn
from benchmarks.contenders import ChildError
from benchmarks.machine import ROOT, Machine
from benchmarks.report import report
from benchmarks.results import PEER, Many, Result, Speed
from tests.benchmarks.test_pages import ARTICLE

PEAK = "from benchmarks.clock import peak_mb; {}; print(peak_mb())"


def test_one_run_measures_every_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tram.txt").write_text(ARTICLE.text, "utf8")
    out = tmp_path / "out.json"
    monkeypatch.setattr(read, "MANY_WORDS", 1)
    arguments = ["read", "--texts", str(tmp_path), "--repeat", "1", "--peer-python", "/no/such/python", "--json", str(out)]
    monkeypatch.setattr(sys, "argv", arguments)
    assert read.main() == 0
    printed, result = capsys.readouterr().out, json.loads(out.read_text("utf8"))
    assert "/no/such/python cannot import spacy, textacy and trafilatura" in printed
    assert result["words"] == ARTICLE.words
    [sample] = result["speeds"][0]["samples"]
    assert sample["kept"] >= ARTICLE.words
    assert sample["found"] > 0
    assert sample["cpu"] > 0 < sample["peak_mb"]
    assert not sample["failures"]
    assert [m["workers"] for m in result["many"]] == [1, 0]
    assert all(m["samples"][0]["documents"] == 1 for m in result["many"])


def test_an_empty_folder_is_one_line_and_exit_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["read", "--texts", str(tmp_path)])
    assert read.main() == 2
    assert capsys.readouterr().err == f"benchmarks: no .txt files in {tmp_path}\n"


def test_cpu_seconds_are_the_childs(tmp_path: Path) -> None:
    busy = "import time\nend = time.process_time() + .3\nwhile time.process_time() < end: pass"
    idle = "import time\ntime.sleep(.3)"
    runs = [spawn([sys.executable, "-c", code], cwd=ROOT, log=tmp_path / "log") for code in (busy, idle)]
    assert runs[0].cpu >= 0.3 > runs[1].cpu
    assert runs[1].wall >= 0.3


def test_memory_is_the_childs_not_what_started_it(tmp_path: Path) -> None:
    ours = bytearray(b"x") * 300_000_000

    def peak(work: str) -> float:
        return float(spawn([sys.executable, "-c", PEAK.format(work)], cwd=ROOT, log=tmp_path / "log").output)

    assert peak("pass") < 100 < len(ours) / 1e6
    assert peak("b = bytearray(b'x') * 200_000_000; del b") > 200


def test_a_child_that_fails_stops_the_benchmark(tmp_path: Path) -> None:
    with pytest.raises(ChildError, match="exit status 3"):
        contenders.checked([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


def test_ratios_are_of_medians_and_failures_are_shown() -> None:
    def speed(name: str, rate: float, failures: dict[str, str]) -> Speed:
        return Speed(name, 1.0, rate, rate, rate, [Sample(2, 90, 5, 1.0, 1.0, 250.0, failures)])

    speeds = [speed("onrecord", 3000, {}), speed(PEER, 4000, {"tram": "41 quotation marks found"})]
    many = [Many(1, 2, 100, 1000, []), Many(0, 2, 100, 1900, [])]
    result = Result(Machine("A chip", 2, "", "3.11", 5.0, "abc", ""), 1.0, "texts", 2, 100, speeds, [], many, [])
    printed = report(result)
    assert result.ratio(speeds[0]) == 0.75
    assert "0.75" in printed
    assert "x 1.90" in printed
    assert f"{PEER} failed on 1 of 2; the first, tram: 41 quotation marks found" in printed
    assert "others wanted the cores too" in printed
