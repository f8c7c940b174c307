"""Reader: one input or many, in order, the bad ones with the good, in this process or in several."""

import json
import pickle
from pathlib import Path

import pytest

import onrecord
from onrecord import Document, InputError, Reader, Reading, Settings
from onrecord.errors import NoTextError, NotFoundError
from onrecord.records.document import Block, BlockKind, identify
from onrecord.records.json import to_json

SAID = "“Nobody asked us,” said Ida Vell, the harbour minister of Halden. The boats stayed in the port all winter."
Result = Reading | InputError


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Good and bad by turns."""
    (tmp_path / "a.txt").write_text(SAID, "utf8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.html").write_text(f"<html><body><article><h1>Port</h1><p>{SAID}</p></article></body></html>", "utf8")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.4 broken off")
    rows = [{"text": SAID}, {"txt": "no such column"}, {"text": f"{SAID} {SAID}"}]
    (tmp_path / "e.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), "utf8")
    return tmp_path


def inputs(folder: Path) -> list[str]:
    return [str(folder / name) for name in ("a.txt", "b.txt", "missing.html", "c.html", "d.pdf", "e.jsonl", "a.txt")]


def origin(result: Result) -> str:
    return result.origin if isinstance(result, InputError) else result.document.origin


def seen(result: Result) -> object:
    return str(result) if isinstance(result, InputError) else to_json(result)


def test_many_come_in_order_with_the_failures_among_them(reader: Reader, folder: Path) -> None:
    results = list(reader.read_all(inputs(folder)))
    assert [Path(origin(r)).name for r in results] == [
        "a.txt", "b.txt", "missing.html", "c.html", "d.pdf", "e.jsonl#1", "e.jsonl#2", "e.jsonl#3", "a.txt"
    ]  # fmt: skip
    assert [isinstance(r, Reading) for r in results] == [True, False, False, True, False, True, False, True, True]
    assert isinstance(results[1], NoTextError)
    assert isinstance(results[2], NotFoundError)
    assert all("\n" not in str(r) and r.remedy for r in results if isinstance(r, InputError))


def test_two_processes_give_what_one_gives(reader: Reader, folder: Path) -> None:
    alone = [seen(r) for r in reader.read_all(inputs(folder))]
    assert [seen(r) for r in Reader(Settings(workers=2)).read_all(inputs(folder))] == alone


def test_inputs_are_read_as_they_are_asked_for(reader: Reader, folder: Path) -> None:
    results = iter(reader.read_all([str(folder / "a.txt"), str(folder / "late.txt")]))
    next(results)
    (folder / "late.txt").write_text(SAID, "utf8")
    assert isinstance(next(results), Reading)


def test_origins_to_skip_are_not_read(reader: Reader, folder: Path) -> None:
    kept = reader.read_all(inputs(folder), skip={str(folder / "a.txt"), f"{folder / 'e.jsonl'}#1"})
    assert [Path(origin(r)).name for r in kept] == ["b.txt", "missing.html", "c.html", "d.pdf", "e.jsonl#2", "e.jsonl#3"]


def test_nothing_to_read_gives_nothing(reader: Reader) -> None:
    assert list(reader.read_all([])) == []


def test_one_path_is_one_reading(reader: Reader, folder: Path) -> None:
    for what in (folder / "a.txt", str(folder / "a.txt")):
        reading = reader.read(what)
        assert [reading.words_of(a.cue) for a in reading] == ["said"]


def test_the_module_reads_what_a_reader_reads(reader: Reader, folder: Path) -> None:
    assert to_json(onrecord.read(folder / "a.txt")) == to_json(reader.read(folder / "a.txt"))


def test_several_documents_are_no_one_reading(reader: Reader, folder: Path) -> None:
    with pytest.raises(InputError, match=r"holds 3 documents; use Reader\.read_all"):
        reader.read(folder / "e.jsonl")


@pytest.mark.parametrize("name", ["b.txt", "missing.html", "d.pdf"])
def test_one_bad_input_raises(reader: Reader, folder: Path, name: str) -> None:
    with pytest.raises(InputError, match=name):
        reader.read(folder / name)


def test_a_document_is_read_as_it_is(reader: Reader) -> None:
    document = Document(identify(SAID), "mine", SAID, (Block(BlockKind.PARAGRAPH, 0, len(SAID)),))
    assert reader.read(document).document is document


def test_text_in_hand(reader: Reader) -> None:
    reading = reader.read_text(SAID, "letter")
    assert (reading.document.origin, reading.document.text) == ("letter", SAID)
    with pytest.raises(NoTextError):
        reader.read_text(" \n ")


def test_readings_travel_between_processes(reader: Reader) -> None:
    reading = reader.read_text(SAID)
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301 - our own bytes
