"""The gate: closed below any floor, closed on another corpus, and floors move only when told to."""

import json
from pathlib import Path

import pytest

from evaluation import gate

MEASURED: gate.Measures = {"own cases": {"whole50": 74.27, "parents": 86.0}, "PolNeAR dev": {"whole50": 73.8}}


def test_a_line_for_every_measure() -> None:
    lines = gate.compare(MEASURED, {})
    assert len(lines) == 3
    assert all(line.startswith(" ") and line.endswith("floor none") for line in lines)


@pytest.mark.parametrize(("floor", "mark"), [(74.5, "!"), (74.28, "!"), (74.27, " "), (74.0, " "), (0.0, " ")])
def test_what_lies_below_its_floor_is_marked(floor: float, mark: str) -> None:
    first, *others = gate.compare(MEASURED, {"own cases": {"whole50": floor}})
    assert first[0] == mark
    assert "74.27" in first
    assert f"floor {floor}" in first
    assert all(line[0] == " " for line in others)


def test_a_floor_of_another_suite_does_not_count() -> None:
    assert not any(line.startswith("!") for line in gate.compare(MEASURED, {"elsewhere": {"whole50": 99.0}}))


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Floors in a file of the test's own, and scores without reading anything."""
    path = tmp_path / "floors.json"
    monkeypatch.setattr(gate, "FLOORS", path)
    monkeypatch.setattr(gate, "measure", lambda: (MEASURED, "abc"))
    monkeypatch.setattr("sys.argv", ["gate"])
    return path


def hold(path: Path, digest: str, whole50: float) -> None:
    path.write_text(json.dumps({"digest": digest, "floors": {"PolNeAR dev": {"whole50": whole50}}}))


@pytest.mark.parametrize(("floor", "status"), [(73.5, 0), (73.8, 0), (74.0, 1)])
def test_exit_status_follows_the_floors(floors: Path, capsys: pytest.CaptureFixture[str], floor: float, status: int) -> None:
    hold(floors, "abc", floor)
    assert gate.main() == status
    assert f"{status} below" in capsys.readouterr().out


def test_floors_of_another_corpus_are_not_compared(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hold(floors, "another", 0.0)
    assert gate.main() == 1
    assert "abc" in capsys.readouterr().out


def test_without_the_corpus_our_own_cases_are_scored(
    floors: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hold(floors, "abc", 99.0)
    monkeypatch.setattr(gate, "measure", lambda: ({"own cases": {"whole50": 74.0}}, None))
    assert gate.main() == 0
    assert "only our own cases" in capsys.readouterr().out


def test_lower_takes_the_scores_as_floors_rounded_down(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hold(floors, "another", 99.0)
    monkeypatch.setattr("sys.argv", ["gate", "--lower"])
    assert gate.main() == 0
    held = json.loads(floors.read_text())
    assert held == {
        "digest": "abc",
        "floors": {"own cases": {"whole50": 73.0, "parents": 85.0}, "PolNeAR dev": {"whole50": 72.5}},
    }
    monkeypatch.setattr("sys.argv", ["gate"])
    assert gate.main() == 0


def test_without_floors_nothing_is_below(floors: Path) -> None:
    assert gate.main() == 0
    assert not floors.exists()
