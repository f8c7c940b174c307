"""What onrecord check, find and index promise: formats, exit codes, one line for each failure, nothing written over."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord import Index
from onrecord.errors import InputError, NoTextError
from onrecord.records import Check
from onrecord.settings import Settings
from onrecord.sources import Input
from onrecord.views.cli import main
from onrecord.views.options import spread
from onrecord.views.shapes import SHAPE_SUFFIXES, Shape

from .findings.checks import example

SAID = "The fishing boats will stay in the port until the winter storms are over, said the harbour master of Skarn.\n"
OTHER = "Nobody in the county had counted the bridges since the flood, and the surveyor said that he would begin with two.\n"


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


class FakeChecker:
    """Checks any name as the example; a name that begins with 'bad' is an article without text."""

    def __init__(self, indexes: object, reader: object = None) -> None:
        FakeChecker.indexes = indexes

    def check_all(self, articles: Iterable[str]) -> Iterator[Check | InputError]:
        for origin in articles:
            yield NoTextError(origin, "has no text", "give a page with one") if origin.startswith("bad") else example(origin)

    indexes: object


class FakeReader:
    def __init__(self, settings: Settings) -> None:
        FakeReader.settings = settings

    settings: Settings


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a Checker that needs no model in the workflow's place, and takes every name for one document."""
    import onrecord.sources
    import onrecord.workflows

    def hold(against: Iterable[str], settings: Settings, take: object) -> tuple[str, ...]:
        return tuple(against)

    monkeypatch.setattr(onrecord.workflows, "Checker", FakeChecker, raising=False)
    monkeypatch.setattr(onrecord.workflows, "Reader", FakeReader, raising=False)
    monkeypatch.setattr(onrecord.workflows, "hold", hold, raising=False)
    monkeypatch.setattr(onrecord.sources, "expand", lambda args, settings: map(Input, args))


@pytest.fixture
def press(tmp_path: Path) -> Path:
    """A folder with two documents and a broken one."""
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "a.txt").write_text(SAID, "utf8")
    (folder / "b.txt").write_text(OTHER, "utf8")
    (folder / "c.pdf").write_bytes(b"%PDF-1.4 broken off")
    return folder


# -- --against takes every name that follows it


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (["x", "--against", "a", "b"], ["x", "--against", "a", "--against", "b"]),
        (["x", "--against", "a", "b", "--fast", "y"], ["x", "--against", "a", "--against", "b", "--fast", "y"]),
        (["--against=a", "b"], ["--against=a", "--against", "b"]),
        (["--against", "-", "--", "x"], ["--against", "-", "--", "x"]),
        (["x", "--against"], ["x", "--against"]),
        (["x", "y"], ["x", "y"]),
        ([], []),
    ],
)
def test_names_are_spread(given: list[str], taken: list[str]) -> None:
    assert spread(given, "--against") == taken


@pytest.mark.usefixtures("fake")
def test_documents_and_articles_are_told_apart() -> None:
    done = run("check", "a.html", "b.html", "--against", "x.txt", "y/", "--format", "json")
    assert [c["document"]["origin"] for c in json.loads(done.stdout)] == ["a.html", "b.html"]
    assert FakeChecker.indexes == ("x.txt", "y/")


# -- check


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize("suffix", SHAPE_SUFFIXES)
def test_the_suffix_tells_the_format(suffix: str, tmp_path: Path) -> None:
    by_name, by_format = tmp_path / f"by-name{suffix}", tmp_path / "by-format"
    assert run("check", "a", "-o", str(by_name), "--against", "x").exit_code == 0
    assert run("check", "a", "--format", str(SHAPE_SUFFIXES[suffix]), "-o", str(by_format), "--against", "x").exit_code == 0
    assert by_name.read_text("utf8") == by_format.read_text("utf8") != ""


@pytest.mark.usefixtures("fake")
def test_a_pipe_gets_json_and_csv_has_a_row_for_each_quotation() -> None:
    assert json.loads(run("check", "a", "--against", "x").stdout)[0]["schema"] == "onrecord.findings/1"
    rows = list(csv.DictReader(run("check", "a", "b", "--against", "x", "--format", "csv").stdout.splitlines()))
    assert len(rows) == 2 * len(example().findings)


@pytest.mark.usefixtures("fake")
def test_one_line_for_each_failure_and_the_rest_is_checked() -> None:
    done = run("check", "bad1", "good", "bad2", "--against", "x")
    assert done.exit_code == 1
    assert [c["document"]["origin"] for c in json.loads(done.stdout)] == ["good"]
    assert done.stderr.splitlines() == [f"onrecord: {n}: has no text; give a page with one" for n in ("bad1", "bad2")]


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize(
    ("limit", "code", "told"), [("4", 1, "1 quotation of severity 4 or more"), ("3", 1, "4 quotations"), (None, 0, "")]
)
def test_fail_on(limit: str | None, code: int, told: str) -> None:
    done = run("check", "a", "--against", "x", *(["--fail-on", limit] if limit else []))
    assert done.exit_code == code
    assert told in done.stderr
    assert json.loads(done.stdout)


@pytest.mark.usefixtures("fake")
def test_fail_on_passes_what_is_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    mild = replace(example(), findings=example().findings[5:])
    monkeypatch.setattr(FakeChecker, "check_all", lambda self, articles: iter([mild]))
    assert run("check", "a", "--against", "x", "--fail-on", "1").exit_code == 0


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize(
    "args",
    [
        ["a"],
        ["--against", "x"],
        ["--against", "x", "a"],
        ["a", "--against"],
        ["a", "--against", "x", "--format", "brat"],
        ["a", "--against", "x", "-o", "a.odt"],
        ["a", "--against", "x", "--fail-on", "5"],
        ["a", "--against", "x", "--fail-on", "0"],
        ["a", "--against", "x", "--max-bytes", "0"],
    ],
)
def test_wrong_usage_is_2(args: list[str]) -> None:
    done = run("check", *args)
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1].startswith("Error: ")


def test_an_article_after_the_documents_is_told_where_to_stand() -> None:
    assert "name it before --against" in run("check", "--against", "x", "a").stderr


@pytest.mark.usefixtures("fake")
def test_no_input_is_written_over(press: Path) -> None:
    held = str(press / "a.txt")
    assert run("check", "a", "-o", held, "--against", held).exit_code == 2
    assert run("check", held, "-o", held, "--against", "x").exit_code == 2
    assert (press / "a.txt").read_text("utf8") == SAID


@pytest.mark.usefixtures("fake")
def test_options_fill_the_settings() -> None:
    run("check", "a", "--against", "x", "--fast", "--no-nested", "--column", "body", "--max-bytes", "9", "--allow-private")
    s = FakeReader.settings
    assert (s.fast, s.nested, s.column, s.max_bytes, s.allow_private) == (True, False, "body", 9, True)


def test_nothing_to_check_against_is_one_line(tmp_path: Path) -> None:
    done = run("check", "a.html", "--against", str(tmp_path / "none.txt"))
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 2
    assert "there is no such file" in lines[0]
    assert "there is no document to check against" in lines[1]


# -- find and index, with the real index


def test_a_passage_is_found_and_the_broken_document_told_of(press: Path) -> None:
    done = run("find", "boats will stay in the port until the winter storms are over", "--against", str(press))
    assert done.exit_code == 1  # c.pdf
    assert done.stderr.count("onrecord: ") == 1
    (found,) = json.loads(done.stdout)
    assert found["findings"][0]["verdict"] == "verbatim"
    assert found["findings"][0]["places"][0]["origin"] == str(press / "a.txt")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("Nobody in the county had counted the bridges", 0, ""),
        ("The trawlers will be dancing halls by midsummer", 1, "onrecord: not found in the 2 documents searched\n"),
    ],
)
def test_find_says_by_its_exit_status_and_a_line_whether(words: str, code: int, told: str, press: Path) -> None:
    done = run("find", words, "--against", str(press / "a.txt"), str(press / "b.txt"), "--format", "table")
    assert (done.exit_code, done.stderr) == (code, told)


def test_an_index_is_made_added_to_and_used(press: Path, tmp_path: Path) -> None:
    kept = tmp_path / "press.idx"
    (press / "c.pdf").unlink()
    done = run("index", str(press / "a.txt"), "-o", str(kept))
    assert (done.exit_code, done.stdout) == (0, f"{kept}: 1 document, 1 new\n")
    done = run("index", str(press), "-o", str(kept))
    assert (done.exit_code, done.stdout) == (0, f"{kept}: 2 documents, 1 new\n")
    assert len(Index.open(kept)) == 2
    found = json.loads(run("find", "had counted the bridges since the flood", "--against", str(kept)).stdout)
    assert found[0]["findings"][0]["places"][0]["origin"] == str(press / "b.txt")
    assert found[0]["documents"] == 2


def test_an_index_tells_of_what_it_cannot_read_and_keeps_the_rest(press: Path, tmp_path: Path) -> None:
    kept = tmp_path / "press.idx"
    done = run("index", str(press), "-o", str(kept))
    assert done.exit_code == 1
    assert "c.pdf" in done.stderr
    assert len(Index.open(kept)) == 2


def test_nothing_read_makes_no_index(tmp_path: Path) -> None:
    kept = tmp_path / "press.idx"
    assert run("index", str(tmp_path / "none"), "-o", str(kept)).exit_code == 1
    assert not kept.exists()


def test_a_file_that_is_no_index_is_not_written_over(press: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("milk, eggs", "utf8")
    done = run("index", str(press), "-o", str(notes))
    assert (done.exit_code, notes.read_text("utf8")) == (2, "milk, eggs")
    assert done.stderr.count("\n") == 1


def test_a_damaged_index_is_one_line(press: Path, tmp_path: Path) -> None:
    kept = tmp_path / "press.idx"
    run("index", str(press / "a.txt"), "-o", str(kept))
    kept.write_bytes(kept.read_bytes()[:-20])
    done = run("find", "boats", "--against", str(kept))
    assert done.exit_code == 1
    assert done.stderr.startswith(f"onrecord: {kept}: ")
    assert done.stderr.count("\n") == 1


# -- a real process


def process(*args: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    command = [str(Path(sys.executable).with_name("onrecord")), *args]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False, timeout=60)


@pytest.mark.parametrize("command", ["check", "find", "index"])
def test_help_shows_examples(command: str) -> None:
    shown = process(command, "--help").stdout.decode()
    assert f"onrecord {command} " in shown.split("Options:")[0]
    assert "Exit status: 0" in shown


def test_no_color_and_colour(press: Path) -> None:
    args = ["find", "The trawlers will be dancing halls by midsummer", "--against", str(press / "a.txt"), "--format", "table"]
    assert b"\x1b[" in process(*args, FORCE_COLOR="1").stdout
    assert b"\x1b[3" not in process(*args, FORCE_COLOR="1", NO_COLOR="1").stdout.replace(b"\x1b[3m", b"")
    assert b"\x1b" not in process(*args).stdout


def on_a_terminal(*args: str) -> str:
    """What a person sees: standard output and error of a real run on a terminal of 80 columns."""
    main_end, far_end = os.openpty()
    command = [str(Path(sys.executable).with_name("onrecord")), *args]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(command, stdin=far_end, stdout=far_end, stderr=far_end, env=environment) as p:
        os.close(far_end)
        seen = b""
        with suppress(OSError):  # Linux says the terminal is gone with EIO
            while chunk := os.read(main_end, 65536):
                seen += chunk
        p.wait(timeout=30)
    os.close(main_end)
    return seen.decode("utf8")


def test_a_bar_runs_while_many_documents_are_indexed(press: Path, tmp_path: Path) -> None:
    seen = on_a_terminal("index", str(press), "-o", str(tmp_path / "press.idx"))
    assert "indexing" in seen
    assert "3/3" in seen
    assert seen.count("onrecord: ") == 1
    assert "2 documents, 2 new" in seen


def test_one_document_needs_no_bar_and_a_terminal_gets_the_table(press: Path) -> None:
    seen = on_a_terminal("find", "had counted the bridges since the flood", "--against", str(press / "b.txt"))
    assert "indexing" not in seen
    assert "1 quotation checked against 1 document" in seen


@pytest.mark.parametrize("form", Shape)
def test_a_screen_without_the_letters_does_not_crash(form: Shape, press: Path) -> None:
    args = [
        "find",
        "“fishing boats will stay in the port until the winter”",
        "--against",
        str(press / "a.txt"),
        "--format",
        form,
    ]
    done = process(*args, PYTHONIOENCODING="ascii:strict", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert (rb"\u201c" if form is Shape.TABLE else "“".encode()) in done.stdout
