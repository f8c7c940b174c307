"""Arguments to inputs: what is there, in order; what is not, as a value."""

import io
import json
import pickle
import sys
from pathlib import Path

import pytest

from onrecord.errors import FormatError, InputError, NoTextError, NotFoundError, TooLargeError
from onrecord.settings import Settings
from onrecord.sources import Input, expand, load

WORDS = "The board of Port Elmsey voted on Tuesday to go on dredging."


def origins(*args: object, settings: Settings | None = None) -> list[str]:
    found = list(expand([str(a) for a in args], settings or Settings()))
    return [f.origin if isinstance(f, Input) else type(f).__name__ for f in found]


def test_folders_globs_and_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "c.png", "sub/d.md", "sub/e.exe", "z.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps({"text": WORDS}) if name == "z.jsonl" else WORDS)
    inside = [str(tmp_path / n) for n in ("a.HTML", "b.txt")]
    assert origins(tmp_path) == [*inside, f"{tmp_path}/z.jsonl#1", f"{tmp_path}/sub/d.md"]
    assert origins(tmp_path / "b.txt", tmp_path / "no.txt", f"{tmp_path}/*.HTML") == [inside[1], "NotFoundError", inside[0]]
    assert origins(tmp_path / "sub/e.exe") == [f"{tmp_path}/sub/e.exe"]
    assert origins(f"{tmp_path}/*.nothing", "", "ftp://x.example/a") == ["NotFoundError"] * 3
    assert origins("https://x.example/a") == ["https://x.example/a"]


def copied(found: Input | InputError) -> object:
    return pickle.loads(pickle.dumps(found))  # noqa: S301 - what we have just written


def test_an_input_and_an_error_travel(tmp_path: Path) -> None:
    for found in expand(["no.txt", "https://x.example/a"], Settings()):
        assert str(copied(found)) == str(found)


@pytest.mark.parametrize(
    ("name", "data", "error", "says"),
    [
        ("a.txt", b"", NoTextError, "empty"),
        ("a.png", b"\x89PNG\r\n", FormatError, "PNG"),
        ("a.txt", bytes(range(256)) * 9, FormatError, "no text"),
        ("a.pdf", b"hello", FormatError, "not of one"),
        ("a.pdf", b"%PDF-1.4 hello", FormatError, "broken"),
        ("a.txt", b"a" * 2001, TooLargeError, "2,000 bytes"),
        ("a.txt", b"a" * 1501, TooLargeError, "1,500"),
        ("a.html", b"<html><body></body></html>", NoTextError, "no text"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, error: type[InputError], says: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error, match=says):
        load(Input(str(path), path=str(path)), Settings(max_bytes=2500 if len(data) != 2001 else 2000, max_text=1500))


def test_a_file_that_goes_away(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        load(Input("gone.txt", path=str(tmp_path / "gone.txt")), Settings())
    with pytest.raises(NotFoundError):
        load(Input("x", path=str(tmp_path)), Settings())


def test_bytes_decide_over_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"<!doctype html><html><body><article><h1>Board votes again</h1><p>{WORDS}</p></article></body></html>")
    assert load(Input("a", path=str(path)), Settings()).text == f"Board votes again\n\n{WORDS}"


def test_csv_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = ("Board votes,“No”,2 March 2024,Ada Fenn", "x,y,z,w,too many", ",,,", 'z,"Two\nlines.",3/4/2016,')
    path.write_text("\n".join(("\ufefftitle,text,date,author", *rows)), "utf-8")
    found = list(expand([str(path)], Settings()))
    assert [type(f).__name__ for f in found] == ["Input", "FormatError", "Input"]
    assert str(found[1]).startswith(f"{path}#2: ")
    first, last = (load(f, Settings()) for f in (found[0], found[2]) if isinstance(f, Input))
    assert (first.origin, first.text, first.title, first.byline, first.published) == (
        f"{path}#1",
        "“No”",
        "Board votes",
        "Ada Fenn",
        "2024-03-02",
    )
    assert set(first.provenance.values()) == {"column"}
    assert (last.text, last.published) == ("Two\nlines.", None)
    assert origins(path, settings=Settings(column="body")) == ["FormatError"]


def test_json_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'{"text": "caf\xe9 said"}\n{"text": 3\n\n[]\n{"body": "x"}\n{"text": "a\\ud800b", "outlet": "Elmsey Gazette"}\n'
    )
    found = list(expand([str(path)], Settings()))
    assert [type(f).__name__ for f in found] == ["Input", "FormatError", "FormatError", "FormatError", "Input"]
    assert [str(f).partition(": ")[0].partition("#")[2] for f in found if isinstance(f, InputError)] == ["2", "4", "5"]
    texts = [load(f, Settings()) for f in found if isinstance(f, Input)]
    assert [t.text for t in texts] == ["café said", "a\ufffdb"]
    assert texts[1].outlet == "Elmsey Gazette"


def test_a_long_line_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps({"text": "a" * 5000}).encode() + b'\n{"text": "short"}\n')
    assert origins(path, settings=Settings(max_bytes=1000)) == ["TooLargeError", f"{path}#2"]


@pytest.mark.parametrize(("data", "expected"), [(WORDS.encode(), ["-"]), (b'{"text": "a"}\n{"text": "b"}\n', ["-#1", "-#2"])])
def test_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert origins("-") == expected


def test_stdin_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a" * 2000)))
    assert origins("-", settings=Settings(max_bytes=1000)) == ["TooLargeError"]
