"""An index gives back what went in, finds where words stand, and refuses a file that is not whole."""

import itertools
import random
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import IndexFileError
from onrecord.matching import Index
from onrecord.matching import index as index_module
from onrecord.matching.locking import locked
from onrecord.matching.store import opened
from onrecord.records import Block, BlockKind, Document, Provenance
from onrecord.records.document import identify

from .conftest import FERRY, HARBOUR, document

WORDS = "mill harbour ferry council Ida Vell said never quay — “no” café 1,200 the of to and\n\n".split(" ")
LONG = st.lists(st.sampled_from(WORDS), min_size=14, max_size=80).map(" ".join)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=80).map(" ".join) | st.text(max_size=80)


SYLLABLES = "ka lo mi re ton ver sal dun hal brix".split()
VOCABULARY = [a + b + c for a in SYLLABLES for b in SYLLABLES for c in ("", "s", "ed")]


def some(count: int, seed: int = 0, words: int = 120) -> list[Document]:
    draw = random.Random(seed)
    return [document(f"No. {n} " + " ".join(draw.choices(VOCABULARY, k=words)), f"d{seed}-{n}.txt") for n in range(count)]


@given(st.lists(TEXTS, max_size=6))
def test_documents_come_back_as_they_were(texts: list[str]) -> None:
    given_ = [document(t, f"{n}.txt") for n, t in enumerate(texts)]
    held = Index.build(given_)
    assert list(held) == given_
    assert len(held) == len(texts)
    for one in given_:
        assert held.document(one.id).text == one.text


def test_facts_and_blocks_come_back() -> None:
    text = "Title\n\nFirst paragraph. \ud800 lone"
    whole = Document(
        identify(text),
        "https://halden.example/a",
        text,
        (Block(BlockKind.TITLE, 0, 5), Block(BlockKind.PARAGRAPH, 7, len(text))),
        title="Title",
        byline="Ada Quill",
        outlet="The Halden Courier",
        published="2024-10-17",
        language="en",
        url="https://halden.example/a?b",
        fetched="2024-10-17T10:00:00+00:00",
        provenance={"title": Provenance.META},
    )
    assert list(Index.build([whole])) == [whole]


@settings(deadline=None)
@given(st.lists(LONG, min_size=1, max_size=5), st.data())
def test_what_is_found_stands_there(texts: list[str], data: st.DataObject) -> None:
    held = Index.build([document(t, f"{n}.txt") for n, t in enumerate(texts)])
    words = data.draw(st.sampled_from(texts)).split()
    start = data.draw(st.integers(0, len(words) - 4))
    for place in held.find(" ".join(words[start : start + data.draw(st.integers(2, 12))])):
        assert held.document(place.document).text[place.start : place.end] == place.words
        for piece in place.pieces:
            assert place.start <= piece.start < piece.end <= place.end


def test_marks_case_and_dashes_do_not_hide_a_place(index: Index) -> None:
    [place] = index.find("THE FERRY SANK OFF TERAL WITH 1,200 CRATES OF ORANGES - NOBODY")
    assert (place.origin, place.words) == ("ferry.txt", FERRY[: FERRY.index(" was hurt")])
    assert index.find("the cafe on the quay")[0].words == "The café on the quay"


def test_sentences_around(index: Index) -> None:
    [place] = index.find("we have never planned to do so")
    assert place.before == "Ida Vell spoke to the council on Monday. We will not close the mill, and"
    assert place.after.startswith(". If the council agrees")


def test_all_places_as_good_are_there() -> None:
    held = Index.build([document(f"{n}. {HARBOUR}", f"{n}.txt") for n in range(9)])
    assert [p.origin for p in held.find("the fire was set on purpose")] == [f"{n}.txt" for n in range(9)]
    assert len(held.find("the fire was set on purpose", limit=4)) == 4


def test_one_word_is_found(index: Index) -> None:
    assert [p.words for p in index.find("oranges")] == ["oranges"]
    assert index.find("zeppelin") == []
    assert index.find("") == index.find(" … ") == index.find("?!") == []


@pytest.mark.parametrize(
    ("name", "held"), [("Ida Vell", True), ("teral post", True), ("Lind", True), ("Ida Brandt", False), ("", False)]
)
def test_holds(index: Index, name: str, held: bool) -> None:
    assert index.holds(name) is held


def test_no_such_document(index: Index) -> None:
    with pytest.raises(KeyError):
        index.document("blake2b:" + 32 * "0")


# -- the file


def test_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "press.idx"
    built = Index.build(some(20), path)
    assert list(Index.open(path)) == list(built) == some(20)
    assert {p.name for p in tmp_path.iterdir()} == {"press.idx"}


def test_added_once(tmp_path: Path) -> None:
    held = Index.build(some(3), tmp_path / "press.idx")
    assert held.add(some(5)) == 2
    assert held.add(some(5)) == 0
    assert list(Index.open(tmp_path / "press.idx")) == some(5)
    same_text = document(some(1)[0].text, "another-outlet.txt")
    assert held.add([same_text]) == 1


def test_added_in_memory() -> None:
    held = Index.build([])
    assert held.find("close the mill") == []
    assert held.add([document(HARBOUR)]) == 1
    assert held.find("close the mill")[0].origin == "a.txt"


def test_small_segments_are_merged_and_dead_ones_dropped(tmp_path: Path) -> None:
    path = tmp_path / "press.idx"
    held = Index.build([], path)
    sizes = []
    for n in range(40):
        held.add(some(4, n))
        sizes.append(path.stat().st_size)
    assert list(held) == [d for n in range(40) for d in some(4, n)]
    assert len(opened(path).extents) <= 12
    assert path.stat().st_size < 6 * held.text_bytes
    assert any(b < a for a, b in itertools.pairwise(sizes))  # written anew at least once
    Index.open(path).verify()


def test_a_reader_keeps_what_it_opened(tmp_path: Path) -> None:
    path = tmp_path / "press.idx"
    Index.build(some(3), path)
    reader = Index.open(path)
    writer = Index.open(path)
    for n in range(1, 30):
        writer.add(some(2, n))
    assert list(reader) == some(3)
    assert len(Index.open(path)) == 61


def test_segments_of_many_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "SEGMENT_BYTES", 3_000)
    held = Index.build(some(40), tmp_path / "press.idx")
    assert len(opened(tmp_path / "press.idx").extents) > 5
    assert list(held) == some(40)
    for one in some(40)[::7]:
        words = one.text.split()[:9]
        assert one.origin in {p.origin for p in held.find(" ".join(words))}


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "press.idx"
    held = Index.build(some(1), path)
    with locked(path), pytest.raises(IndexFileError, match="another process is writing to it"):
        held.add(some(2))
    assert held.add(some(2)) == 1


def test_writers_that_race_are_never_two_at_once(tmp_path: Path) -> None:
    path, inside, most, refused = tmp_path / "press.idx", [], [], []

    def write() -> None:
        for _ in range(300):
            try:
                with locked(path):
                    inside.append(1)
                    most.append(len(inside))
                    inside.pop()
            except IndexFileError:
                refused.append(1)

    writers = [Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert set(most) == {1}
    assert len(most) + len(refused) == 1200
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda path: path.unlink(), "there is no such index"),
        (lambda path: path.write_bytes(b""), "is no index of onrecord"),
        (lambda path: path.write_text("The mayor said no. " * 20), "is no index of onrecord"),
        (lambda path: path.write_bytes(path.read_bytes()[:8] + b"\x63" + path.read_bytes()[9:]), "damaged"),
    ],
)
def test_what_is_no_index_is_refused(tmp_path: Path, spoil: object, message: str) -> None:
    path = tmp_path / "press.idx"
    Index.build(some(2), path)
    spoil(path)  # type: ignore[operator]
    with pytest.raises(IndexFileError, match=message):
        Index.open(path)


def test_any_flipped_bit_and_any_cut_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "press.idx"
    held = Index.build(some(3), path)
    held.add(some(3, 1))
    whole = path.read_bytes()
    draw = random.Random(2)
    for at in {*range(64), len(whole) - 1, *(draw.randrange(len(whole)) for _ in range(300))}:
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << draw.randrange(8)]) + whole[at + 1 :])
        with pytest.raises(IndexFileError):
            Index.open(path)
    for length in {0, 1, 63, 64, len(whole) - 1, *(draw.randrange(len(whole)) for _ in range(40))}:
        path.write_bytes(whole[:length])
        with pytest.raises(IndexFileError):
            Index.open(path)


def test_in_a_large_file_a_page_is_verified_before_its_first_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.matching.store._AT_ONCE", 0)
    path = tmp_path / "press.idx"
    Index.build([document(HARBOUR)], path)
    assert Index.open(path).find("close the mill")[0].start == HARBOUR.index("close")
    whole = path.read_bytes()
    at = whole.index(b"close the mill")
    path.write_bytes(whole[:at] + b"C" + whole[at + 1 :])
    spoiled = Index.open(path)
    with pytest.raises(IndexFileError, match="do not match their checksum"):
        spoiled.find("close the mill")
    with pytest.raises(IndexFileError, match="do not match their checksum"):
        spoiled.verify()


def test_a_spoiled_page_of_postings_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.matching.store._AT_ONCE", 0)
    path = tmp_path / "press.idx"
    built = Index.build([document(HARBOUR)], path)
    start, end = built._store.section(0, "posts")
    whole = path.read_bytes()
    path.write_bytes(whole[:start] + bytes(b ^ 1 for b in whole[start:end]) + whole[end:])
    spoiled = Index.open(path)
    for _ in range(2):
        with pytest.raises(IndexFileError, match="do not match their checksum"):
            spoiled.find("close the mill")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(IndexFileError, match="cannot be written"):
        Index.build(some(1), tmp_path / "nowhere" / "press.idx")


def test_a_second_process_reads_what_the_first_wrote(tmp_path: Path) -> None:
    Index.build([document(HARBOUR)], tmp_path / "press.idx")
    code = "import sys; from onrecord.matching import Index; print(Index.open(sys.argv[1]).find('close the mill')[0].start)"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "press.idx")], capture_output=True, text=True, check=True)
    assert int(done.stdout) == HARBOUR.index("close the mill")


@pytest.mark.parametrize("version", [1, 2])
def test_a_file_of_an_earlier_version_is_read_and_added_to(
    version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.matching.store.VERSION", version)
    Index.build([document(HARBOUR)], tmp_path / "old.idx").close()
    monkeypatch.undo()
    index = Index.open(tmp_path / "old.idx")
    assert index._store.version == version
    assert index.add([document(FERRY, "b.txt")]) == 1
    index.verify()
    assert [len(index.find(w)) for w in ("We will not close the mill", "the crew was brave")] == [1, 1]
    index.close()
