"""Promises made outside the code: public names, documents that follow from the code, the house, the run script."""

import ast
import importlib
import inspect
import re
import subprocess
import sys
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest
from click.testing import CliRunner

import onrecord
from docs.build import pages, readme
from onrecord.records import SEVERITIES, VERBATIM_MEANS, AttributionType, BlockKind, Label, MarkType, Provenance, SourceKind
from onrecord.records.audit import RuleName, SourceClass
from onrecord.views.cli import main
from onrecord.views.findings import check_writer
from onrecord.views.formats import Format, writer
from onrecord.views.shapes import Shape

ROOT = Path(__file__).parents[1]
TEXTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_public_names() -> None:
    assert sorted(onrecord.__all__) == [
        "Attribution",
        "Audit",
        "Block",
        "Check",
        "Checker",
        "Document",
        "Edit",
        "Finding",
        "Index",
        "InputError",
        "Label",
        "Mark",
        "Observation",
        "OnrecordError",
        "Place",
        "Quoted",
        "Reader",
        "Reading",
        "Settings",
        "Source",
        "Span",
        "__version__",
        "audit",
        "check",
        "read",
    ]
    for name in onrecord.__all__:
        assert getattr(onrecord, name) is not None
    with pytest.raises(AttributeError):
        onrecord.nothing_of_the_kind  # noqa: B018 (the look-up is the test)


@pytest.mark.parametrize("room", ["records", "sources", "matching", "workflows", "reading", "views.report"])
def test_what_a_room_names_is_there(room: str) -> None:
    module = importlib.import_module(f"onrecord.{room}")
    assert module.__all__ == sorted(module.__all__, key=lambda n: (not n.isupper(), n[0].islower(), n))
    assert all(hasattr(module, name) for name in module.__all__)


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf8"), re.MULTILINE)
    assert cited is not None
    assert project["version"] == onrecord.__version__ == cited[1]


@pytest.mark.parametrize("path", sorted(pages()))
def test_what_follows_from_the_code_is_current(path: str) -> None:
    assert (ROOT / path).read_text("utf8") == pages()[path], "run: python -m docs.build"


@pytest.mark.parametrize("form", Format)
def test_every_format_has_its_writer(form: Format) -> None:
    if form is not Format.BRAT:
        assert callable(writer(form))


@pytest.mark.parametrize("form", Shape)
def test_every_format_of_a_check_has_its_writer(form: Shape) -> None:
    assert callable(check_writer(form))


def test_the_glossary_has_the_contract_of_verbatim() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf8")
    assert VERBATIM_MEANS.removeprefix("verbatim: ") in " ".join(glossary.split())


def test_the_glossary_has_every_severity() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf8")
    for label, severities in SEVERITIES.items():
        told = re.search(rf"^\*\*{label}\*\* \((.+?)\):", glossary, re.MULTILINE)
        assert told is not None
        assert re.findall(r"\d", told[1]) == list(map(str, severities))


_VOCABULARIES = [AttributionType, MarkType, BlockKind, Provenance, Label, SourceKind, SourceClass, RuleName]


@pytest.mark.parametrize("vocabulary", _VOCABULARIES)
def test_the_glossary_defines_every_word(vocabulary: type[StrEnum]) -> None:
    defined = re.findall(r"\*\*(.+?)\*\*", (ROOT / "docs" / "glossary.md").read_text("utf8"))
    assert {str(word) for word in vocabulary} <= set(defined)


def test_the_house_stands() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    if not command.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run([str(command), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_commands_stay_thin() -> None:
    commands = [command.callback for command in main.commands.values() if command.callback]
    assert len(commands) == len(main.commands)
    for callback in commands:
        tree = ast.parse(Path(inspect.getsourcefile(callback) or "").read_text("utf8"))
        (node,) = (n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == callback.__name__)
        first = node.body[1]  # after the docstring
        assert (node.end_lineno or 0) - first.lineno + 1 < 15


# -- README and docs: every command is one there is


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text("utf8"), re.MULTILINE | re.DOTALL)


def commands(path: Path) -> list[str]:
    return [line[2:] for block in blocks(path, "console") for line in block.splitlines() if line.startswith("$ ")]


ALL_COMMANDS = [(path, command) for path in TEXTS for command in commands(path)]
README_COMMANDS = [c for p, c in ALL_COMMANDS if p.name == "README.md" and c.startswith("onrecord ")]


@pytest.mark.parametrize(("path", "command"), [pytest.param(p, c, id=f"{p.name}: {c}") for p, c in ALL_COMMANDS])
def test_every_command_shown_is_there(path: Path, command: str) -> None:
    words = command.split()
    if words[0] == "./run":
        assert re.search(rf"^  {re.escape(words[1])}\)$", (ROOT / "run").read_text("utf8"), re.MULTILINE)
        return
    assert words[0] == "onrecord"
    arguments = [w.strip('"') for w in re.sub(r"2?> \S+", "", command).split()[1:]]
    parsed = CliRunner().invoke(main, [arguments[0], "--help", *arguments[1:]])
    assert parsed.exit_code == 0
    assert {w for w in arguments if w.startswith("--")} <= set(re.findall(r"--[a-z-]+", parsed.output))


@pytest.mark.parametrize("command", README_COMMANDS)
def test_readme_commands_work(command: str, tmp_path: Path) -> None:
    examples = ROOT / "examples"
    (tmp_path / "examples").symlink_to(examples)
    program = str(Path(sys.executable).with_name("onrecord"))
    done = subprocess.run(
        ["sh", "-c", command.replace("onrecord", f'"{program}"', 1)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    for target in re.findall(r"(?:-o|>) (\S+)", command):
        assert (tmp_path / target).exists()


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "docs" / "tutorial.md", ROOT / "docs" / "how-to" / "check.md"])
def test_python_shown_runs(path: Path, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    # Worker processes import this file again: it needs the guard that a session at the prompt does not.
    for block in blocks(path, "python"):
        body = "".join(f"    {line}\n" for line in block.splitlines())
        (tmp_path / "shown.py").write_text(f'if __name__ == "__main__":\n{body}', "utf8")
        done = subprocess.run(
            [sys.executable, "shown.py"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.strip()


def test_the_readme_s_table_is_the_real_one() -> None:
    # Confidence differs in its last digit from one processor to the next.
    real, shown = (re.sub(r"[ 1]\.\d\d\n", "\n", text) for text in (readme(), (ROOT / "README.md").read_text("utf8")))
    assert real == shown, "run: python -m docs.build --table"


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#\s]+)", path.read_text("utf8"))
    assert not [t for t in targets if not (path.parent / t).exists()]


def test_run_tells_its_commands_and_refuses_others() -> None:
    told = subprocess.run(["./run"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in ("demo", "test", "lint", "train"):
        assert f"./run {name}" in told
        assert f"./run {name}" in (ROOT / "Justfile").read_text("utf8")
    assert subprocess.run(["./run", "nonsense"], cwd=ROOT, capture_output=True, check=False).returncode == 2


def test_run_says_what_to_do_where_python_cannot_make_an_environment(tmp_path: Path) -> None:
    """A PATH whose python3 has no ensurepip, as Debian's without python3-venv, and neither uv nor apt-get."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "cat", "cksum", "id", "sed"):
        (tools / name).symlink_to(f"/bin/{name}" if Path(f"/bin/{name}").exists() else f"/usr/bin/{name}")
    python = tools / "python3"
    python.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\nexit 0\n', "utf8")
    python.chmod(0o755)
    environment = {"PATH": str(tools), "ONRECORD_VENV": str(tmp_path / "venv")}
    done = subprocess.run(["./run", "demo"], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        "run: this Python cannot make an environment; type: apt-get install python3-venv (as root), then ./run again\n"
    )
