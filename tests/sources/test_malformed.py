"""Whatever the bytes, a Document or one clear line, soon."""

import sys
import time
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.records import Document
from onrecord.settings import Settings
from onrecord.sources import Input, load

sys.path.insert(0, str(Path(__file__).parents[1] / "malformed"))
from corpus import corpus

CASES = list(corpus())
LONGEST = 10.0


def test_there_are_two_hundred_and_more() -> None:
    assert len({name for name, _ in CASES}) == len(CASES) >= 200


@pytest.mark.parametrize(("name", "data"), CASES, ids=[name for name, _ in CASES])
def test_a_document_or_one_clear_line(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    start = time.perf_counter()
    try:
        holds(load(Input(str(path), path=str(path)), Settings()))
    except InputError as error:
        said = str(error)
    else:
        said = f"{path}: read"
    assert "\n" not in said
    assert said.startswith(f"{path}: ")
    assert time.perf_counter() - start < LONGEST


def holds(document: Document) -> None:
    document.text.encode("utf-8")  # no lone surrogates
    assert document.text
    assert "\r" not in document.text
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        at = block.end
