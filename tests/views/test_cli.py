"""What the command promises: formats, exit codes, one line for each failure, files whole or not at all."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.views.cli import main
from onrecord.views.formats import SUFFIXES, Format

from .conftest import FakeReader

pytestmark = pytest.mark.usefixtures("reader")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["read", *args])


def test_piped_output_is_json_lines() -> None:
    done = run("a.html", "b.html")
    assert done.exit_code == 0
    assert [json.loads(line)["document"]["origin"] for line in done.stdout.splitlines()] == ["a.html", "b.html"]


def test_one_line_for_each_failure_and_the_rest_is_read() -> None:
    done = run("bad1", "good", "bad2")
    assert done.exit_code == 1
    assert [json.loads(line)["document"]["origin"] for line in done.stdout.splitlines()] == ["good"]
    assert done.stderr.splitlines() == [
        "onrecord: bad1: has no text�[31m of an article; give a page with one",
        "onrecord: bad2: has no text�[31m of an article; give a page with one",
    ]


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["a", "--format", "odt"],
        ["a", "-o", "a.odt"],
        ["a", "--max-bytes", "0"],
        ["a", "--format", "brat"],
        ["a", "--resume"],
    ],
)
def test_wrong_usage_is_2(args: list[str]) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1].startswith("Error: ")


def test_missing_weights_are_one_line() -> None:
    done = run("no-model")
    assert (done.exit_code, done.stderr) == (1, "onrecord: the weights are missing; install onrecord again\n")


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    done = run("a", "ctrl-c", "-o", str(tmp_path / "a.json"))
    assert (done.exit_code, done.output) == (130, "")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [s for s, form in SUFFIXES.items() if form is not Format.BRAT])
def test_the_suffix_tells_the_format(suffix: str, tmp_path: Path) -> None:
    by_name, by_format = tmp_path / f"by-name{suffix}", tmp_path / "by-format"
    assert run("a", "-o", str(by_name)).exit_code == 0
    assert run("a", "-o", str(by_format), "--format", str(SUFFIXES[suffix])).exit_code == 0
    assert by_name.read_text("utf8") == by_format.read_text("utf8") != ""


def test_a_file_stays_as_it_was_when_nothing_could_be_read(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("before", "utf8")
    assert run("bad", "-o", str(page)).exit_code == 1
    assert page.read_text("utf8") == "before"
    assert list(tmp_path.iterdir()) == [page]


def test_a_new_file_gets_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    new, old = tmp_path / "new.csv", tmp_path / "old.csv"
    old.touch()
    old.chmod(0o640)
    mask = os.umask(0o022)
    try:
        assert run("a", "-o", str(new)).exit_code == run("a", "-o", str(old)).exit_code == 0
    finally:
        os.umask(mask)
    assert [stat.S_IMODE(p.stat().st_mode) for p in (new, old)] == [0o644, 0o640]


@pytest.mark.parametrize("where", ["missing/a.json", "."])
def test_a_place_that_cannot_be_written_is_one_line(where: str, tmp_path: Path) -> None:
    done = run("a", "--format", "json", "-o", str(tmp_path / where))
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("onrecord: ")


def test_an_input_is_never_written_over(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "x"}\n', "utf8")
    assert run(str(rows), "-o", str(rows)).exit_code == 2
    assert rows.read_text("utf8") == '{"text": "x"}\n'


def test_resume_leaves_out_what_is_there_and_mends_a_cut_line(tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    assert run("a", "b", "-o", str(out)).exit_code == 0
    cut = out.read_bytes()[:-20]  # as a crash in the middle of b's line leaves it
    out.write_bytes(cut)
    done = run("a", "b", "c", "-o", str(out), "--resume")
    assert done.exit_code == 0
    assert [json.loads(x)["document"]["origin"] for x in out.read_text("utf8").splitlines()] == ["a", "b", "c"]


def test_resume_refuses_a_file_that_is_not_ours(tmp_path: Path) -> None:
    out = tmp_path / "notes.jsonl"
    out.write_text("milk\neggs", "utf8")
    done = run("a", "-o", str(out), "--resume")
    assert (done.exit_code, out.read_text("utf8")) == (2, "milk\neggs")
    assert "line 1 is no reading" in done.stderr


def test_options_fill_the_settings() -> None:
    run(
        "a",
        "--fast",
        "--no-nested",
        "--workers",
        "3",
        "--column",
        "body",
        "--max-bytes",
        "9",
        "--max-text",
        "70",
        "--timeout",
        "2",
        "--allow-private",
    )
    s = FakeReader.settings
    assert (s.fast, s.nested, s.workers, s.column, s.max_bytes, s.max_text, s.timeout, s.allow_private) == (
        True,
        False,
        3,
        "body",
        9,
        70,
        2,
        True,
    )


@pytest.mark.parametrize(("inputs", "workers"), [(1, 1), (7, 1), (8, 0), (30, 0)])
def test_many_inputs_use_every_core(inputs: int, workers: int) -> None:
    run(*(f"{n}.txt" for n in range(inputs)))
    assert FakeReader.settings.workers == workers


def test_brat_folder_never_writes_over_the_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("port.txt").write_text("the article as it was", "utf8")
    assert run("port.txt", "other/port.html", "--format", "brat", "-o", ".").exit_code == 0
    assert Path("port.txt").read_text("utf8") == "the article as it was"
    assert {p.name for p in tmp_path.glob("port*.ann")} == {"port-2.ann", "port-3.ann"}


def test_one_ann_file_holds_one_article(tmp_path: Path) -> None:
    assert run("a.html", "-o", str(tmp_path / "a.ann")).exit_code == 0
    assert {p.name for p in tmp_path.iterdir()} == {"a.ann", "a.txt"}
    assert run("a.html", "b.html", "-o", str(tmp_path / "a.ann")).exit_code == 2


# A real process, with the fake in the workflow's place: what only a real stdout shows.
PROGRAM = """
import signal; signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits it ignored
import sys; sys.path.insert(0, {here!r}); sys.argv[0] = "onrecord"
import onrecord.sources, onrecord.workflows
from tests.views.conftest import FakeReader
class Slow(FakeReader):
    def read_all(self, args, skip=()):
        import time
        for r in FakeReader.read_all(self, args, skip):
            yield r
            time.sleep({pause})
FakeReader.asked = []
onrecord.workflows.Reader = Slow
onrecord.sources.expand = lambda args, settings: map(onrecord.sources.Input, args)
from onrecord.views.cli import main
main()
"""
ROOT = Path(__file__).parents[2]


def process(*args: str, pause: float = 0, **environment: str) -> "subprocess.Popen[bytes]":
    program = PROGRAM.format(here=str(ROOT), pause=pause)
    pipe = subprocess.PIPE
    return subprocess.Popen(
        [sys.executable, "-c", program, "read", *args], stdout=pipe, stderr=pipe, env={**os.environ, **environment}, cwd=ROOT
    )


def test_a_closed_pipe_is_quiet() -> None:
    with process(*(["a.html"] * 2000)) as p:
        assert p.stdout is not None
        assert p.stderr is not None
        p.stdout.readline()
        p.stdout.close()
        assert (p.stderr.read(), p.wait(timeout=30)) == (b"", 141)


def test_an_interrupt_is_quiet() -> None:
    with process("a.html", "b.html", pause=20) as p:
        assert p.stdout is not None
        assert p.stderr is not None
        p.stdout.readline()
        time.sleep(0.1)
        p.send_signal(signal.SIGINT)
        assert (p.stderr.read().strip(), p.wait(timeout=30)) == (b"", 130)


@pytest.mark.parametrize("form", [f for f in Format if f is not Format.BRAT])
def test_a_screen_without_the_letters_does_not_crash(form: Format) -> None:
    with process("bad“é”.html", "a.html", "--format", str(form), PYTHONIOENCODING="ascii:strict", PYTHONUTF8="0") as p:
        out, err = p.communicate(timeout=30)
    assert p.returncode == 1
    assert err == b"onrecord: bad\\u201c\\xe9\\u201d.html: has no text\\ufffd[31m of an article; give a page with one\n"
    if form is Format.TABLE:
        assert rb"\u201cGrey Fleet\u201d" in out
    else:
        assert "“Grey".encode() in out  # data are UTF-8 wherever they go


def test_no_color_and_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    with process("a.html", "--format", "table", FORCE_COLOR="1") as p:
        assert b"\x1b[" in p.communicate(timeout=30)[0]
    with process("a.html", "--format", "table", FORCE_COLOR="1", NO_COLOR="1") as p:
        assert b"\x1b[3" not in p.communicate(timeout=30)[0].replace(b"\x1b[3m", b"")
    with process("a.html", "--format", "table") as p:
        assert b"\x1b" not in p.communicate(timeout=30)[0]


def on_a_terminal(*args: str) -> str:
    """What a person sees: standard output and error of a real run on a terminal of 80 columns."""
    main_end, far_end = os.openpty()
    command = [sys.executable, "-c", PROGRAM.format(here=str(ROOT), pause=0.05), "read", *args]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(command, stdin=far_end, stdout=far_end, stderr=far_end, env=environment, cwd=ROOT) as p:
        os.close(far_end)
        seen = b""
        with suppress(OSError):  # Linux says the terminal is gone with EIO
            while chunk := os.read(main_end, 65536):
                seen += chunk
        p.wait(timeout=30)
    os.close(main_end)
    return seen.decode("utf8")


def test_a_terminal_gets_the_table_without_a_bar() -> None:
    seen = on_a_terminal("a.html", "b.html", "bad")
    assert "in quotation marks, but not speech" in seen
    assert "reading" not in seen


def test_a_bar_runs_for_many_inputs_and_lets_errors_through(tmp_path: Path) -> None:
    seen = on_a_terminal("a.html", "bad", "b.html", "-o", str(tmp_path / "out.jsonl"))
    assert "reading" in seen
    assert "3/3" in seen
    assert seen.count("onrecord: bad: ") == 1
    assert len((tmp_path / "out.jsonl").read_text("utf8").splitlines()) == 2


def test_one_input_needs_no_bar(tmp_path: Path) -> None:
    assert on_a_terminal("a.html", "-o", str(tmp_path / "out.jsonl")) == ""


def children_cpu() -> float:
    """CPU seconds of the commands run so far: what else the machine does does not count."""
    spent = os.times()
    return spent.children_user + spent.children_system


def test_the_package_is_a_command_too() -> None:
    command = [sys.executable, "-m", "onrecord", "read", "nowhere.html"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "nowhere.html" in done.stderr


def test_help_answers_at_once_and_version_is_the_package_s() -> None:
    from importlib.metadata import version

    command = [str(Path(sys.executable).with_name("onrecord"))]
    taken = []
    for _ in range(5):
        began = children_cpu()
        shown = subprocess.run([*command, "read", "--help"], capture_output=True, text=True, check=True).stdout
        taken.append(children_cpu() - began)
    assert "onrecord read article.html" in shown
    assert min(taken) < 0.2 * (3 if os.environ.get("CI") else 1)
    told = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout
    name = f"onrecord {version('onrecord')}"
    assert told in {f"{name} (inner loops of check: compiled)\n", f"{name} (inner loops of check: not compiled)\n"}


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, onrecord.views.cli; print(*sys.modules)"
    loaded = set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())
    assert not loaded & {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "rich", "jinja2", "pypdfium2", "urllib3"}
