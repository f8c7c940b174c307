"""Whatever the bytes, the whole Reader gives a reading or one clear line, soon; and the rest of the batch is read."""

import time
from pathlib import Path

import pytest
from corpus import TEXT, corpus

from onrecord import Reader
from onrecord.errors import InputError
from onrecord.records import Reading

CASES = list(corpus())
LONGEST = 10.0  # seconds of processor time


@pytest.fixture(scope="module")
def reader() -> Reader:
    made = Reader()
    made.read_text(TEXT)  # the model is loaded before the clock runs
    return made


@pytest.mark.parametrize(("name", "data"), CASES, ids=[name for name, _ in CASES])
def test_a_reading_or_one_clear_line(reader: Reader, name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    began = time.process_time()
    results = list(reader.read_all([str(path)]))
    assert time.process_time() - began < LONGEST
    assert results
    for result in results:
        said = str(result) if isinstance(result, InputError) else f"{result.document.origin}: read"
        assert "\n" not in said
        assert said.startswith(str(path))


def test_the_rest_of_the_batch_is_read(reader: Reader, tmp_path: Path) -> None:
    bad = [(n, d) for n, d in CASES if n.startswith(("empty", "picture", "pdf-", "nested.", "deep-1000", "wrong.jsonl"))]
    for name, data in [("a-first.txt", TEXT.encode()), *bad, ("z-last.txt", TEXT.encode())]:
        (tmp_path / name).write_bytes(data)
    results = list(reader.read_all([str(tmp_path)]))
    read = [Path(r.document.origin).name for r in results if isinstance(r, Reading)]
    refused = {Path(r.origin.partition("#")[0]).name for r in results if isinstance(r, InputError)}
    assert (read[0], read[-1]) == ("a-first.txt", "z-last.txt")
    assert {n for n, _ in bad} <= refused | set(read)
    assert len(refused) > 10
