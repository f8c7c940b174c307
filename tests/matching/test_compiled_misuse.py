"""Whatever the compiled inner loops are given, what is wrong is an error and no crash."""

import zlib
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import ClassVar

import numpy as np
import pytest

from onrecord.errors import IndexFileError
from onrecord.matching import checksum, grams, match, within
from onrecord.matching.checksum import Pages
from onrecord.matching.passage import Passage
from onrecord.text import compiled, folding
from onrecord.text.folding import fold, folded_tokens, sentence_words
from tests.matching.compiled import DATA, INDEX, Pure, _over, both, looked_up
from tests.matching.conftest import FERRY, HARBOUR

pytestmark = pytest.mark.skipif(within.kernel is None or folding.kernel is None, reason="not compiled here")


def test_misuse_of_the_building_loops_is_an_error() -> None:
    room, kernel = np.empty(40, np.uint64), within.kernel
    text = b"one two three" + bytes(16)
    assert kernel.keys(text, 13, 9, 6, room) == 2
    for arguments in (
        (text, 14, 9, 6),
        (text, -1, 9, 6),
        (text, 13, -1, 6),
        (text, 13, 48, 6),
        (text, 13, 9, 0),
        (text, 13, 9, 49),
    ):
        with pytest.raises(TypeError):
            kernel.keys(*arguments, room)
    for out in (room[:6], np.empty(400, np.uint8)[1:], b"", text):
        with pytest.raises((TypeError, BufferError)):
            kernel.keys(text, 13, 9, 6, out)  # type: ignore[arg-type]
    keys, table, posts = np.array([1, 1, 1 << 60], np.uint64), np.empty(3, np.uint32), np.empty(3, np.uint16)
    assert kernel.posted(keys, table, posts) == 2  # a bucket beyond the table is counted, not written
    assert (table.tolist(), posts[:2].tolist()) == ([0, 1, 1], [1, 0])
    for parts in ((table, posts[:2]), (table, b"abcdef"), (b"", posts), (np.empty(99, np.uint8)[1:], posts)):
        with pytest.raises((TypeError, BufferError)):
            kernel.posted(keys, *parts)  # type: ignore[arg-type]


def test_misuse_of_checksums_is_an_error() -> None:
    kernel, data = within.kernel, bytes(40_000)
    for wrong in ((-4, 8, 0), (8, 4, 0), (0, 40_004, 0), (0, 16_388, 0), (0, 8, 16_380), (0, 6, 0), (0, 8, 2), (0, 8, -4)):
        with pytest.raises(TypeError):
            kernel.weighed(data, *wrong)
    pages = Pages.of(checksum.VERSION, DATA, [(0, 64, bytes(4))])
    for low, high in ((-1, 1), (1, 0), (0, 2)):
        with pytest.raises(TypeError):
            kernel.verified(*pages, low, high)
    with pytest.raises(TypeError):
        kernel.verified(*pages._replace(starts=np.zeros(2, np.int64)), 0, 1)
    for starts, stops in ((-1, 8), (8, 4), (0, 65)):
        wild = pages._replace(starts=np.array([starts]), stops=np.array([stops]))
        assert kernel.verified(*wild, 0, 1) == 0


def test_an_index_that_points_beyond_its_end_is_an_error_and_no_crash() -> None:
    pairs = Passage.of("we will not close the mill").pairs()
    looked = INDEX.shelf.look(pairs)
    assert looked is not None
    beyond = looked._replace(low=looked.low + (1 << 40), totals=[max(1, n) for n in looked.totals])
    with pytest.raises(IndexFileError, match="beyond its end"):
        INDEX.shelf.windows(beyond, 40, 4000)
    with Pure(), pytest.raises(IndexFileError, match="beyond its end"):
        INDEX.shelf.windows(beyond, 40, 4000)


def test_a_text_that_lies_beyond_the_end_is_an_error_and_no_crash() -> None:
    index, windows = _over(HARBOUR, FERRY)
    for number in (1 << 40, -1):
        index.shelf.within._rows[1, 3] = number
        with pytest.raises(IndexFileError, match="beyond its end"):
            index.shelf.within.hits(windows, 0, 6, ["the mill"], 9)
        with pytest.raises(IndexFileError, match="beyond its end"):
            list(index.shelf.within.standing(windows, 6, b"the mill"))


@pytest.mark.parametrize("name", ["fold", "words", "tokens", "sentences"])
def test_misuse_of_folding_is_an_error(name: str) -> None:
    for arguments in ((), ("é", 0, 1, str), (b"a", 1), ("a", "é", str)):
        with pytest.raises(TypeError):
            getattr(folding.kernel, name)(*arguments)


@pytest.mark.parametrize(
    "name",
    [
        "look",
        "votes",
        "pairs",
        "weighed",
        "verified",
        "keys",
        "posted",
        "held",
        "reach",
        "chain",
        "common",
        "hits",
        "standing",
        "distinct",
        "neighbours",
    ],
)
def test_misuse_of_the_kernel_is_an_error(name: str) -> None:
    for arguments in ((), (1, 2), ("é", "é", "é")):
        with pytest.raises((TypeError, ValueError)):
            getattr(within.kernel, name)(*arguments)


ROW = (0, 0, 60, 0, 0, 0)  # table, posts, bits, at, page, first


REST = (5, 9, 40, 8)  # reach, whole, most, widest


def voted(row: tuple[int, ...] = ROW, low: int = 1, count: int = 2, weight: int = 5, rest: tuple[int, ...] = REST) -> object:
    pages = Pages(DATA, np.zeros(64, np.int64), np.zeros(64, np.int64), np.zeros(64, np.uint32), bytearray(64))
    index = (*pages, np.array([row]), np.array([[low]]), np.array([[count]]), 14)
    return within.kernel.votes(*index, [0], [weight], *rest)


@pytest.mark.parametrize("column", range(6))
@pytest.mark.parametrize("number", [-1, 1 << 48, (1 << 63) - 1, -1 << 63])
def test_an_index_of_wild_numbers_is_an_error(column: int, number: int) -> None:
    row = (*ROW[:column], number, *ROW[column + 1 :])
    with pytest.raises(IndexError):
        looked_up(*row)
    with pytest.raises(TypeError):
        voted(row)


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("number", [-9, -1, (1 << 63) - 1])
def test_votes_of_wild_numbers_are_an_error(place: int, number: int) -> None:
    assert voted() == np.array([[770, 5, 770], [1284, 5, 1284]]).tobytes()
    with pytest.raises(TypeError):
        voted(rest=(*REST[:place], number, *REST[place + 1 :]))
    with pytest.raises(TypeError):
        voted(weight=number)
    with pytest.raises(IndexError):
        voted(low=number)
    with pytest.raises(IndexError):
        voted(count=number)


class Clears(str):
    """A word that empties the list it stands in when it is compared."""

    __slots__ = ()
    held: ClassVar[list[str]] = []

    def __eq__(self, _: object) -> bool:
        Clears.held.clear()
        return False

    def __hash__(self) -> int:
        Clears.held.clear()
        return hash("a")

    def __index__(self) -> int:
        Clears.held.clear()
        return 3


def test_lists_that_change_meanwhile_are_read_as_they_were() -> None:
    kernel, rest = within.kernel, ([], [], [], {"a"}, 100, 60, 3)
    calls: list[Callable[[list[str]], object]] = [
        lambda words: kernel.chain(words, ["a"] * 9, *rest),
        lambda words: kernel.chain(["a"] * 9, words, *rest),
        lambda words: kernel.common(words, ["a"] * 9),
        lambda words: kernel.chain(["a"], ["a"], words, *rest[1:]),  # type: ignore[arg-type]
    ]
    for call in calls:
        Clears.held = [Clears("a") for _ in range(9)]
        call(Clears.held)
        assert not Clears.held


@pytest.mark.parametrize("wrong", [5, b"x", None, ""])
def test_a_folding_that_is_no_character_is_an_error(wrong: object) -> None:
    for text in ("\u00b1", "\u4e00"):
        with pytest.raises((TypeError, IndexError)):
            folding.kernel.fold(text, {ord(text): wrong})
        both(fold, text)


def test_an_error_of_python_comes_through() -> None:
    def fails(word: str) -> str:
        raise ZeroDivisionError(word)

    for call in (folding.kernel.words, folding.kernel.tokens):
        with pytest.raises(ZeroDivisionError):
            call("a new word", 0, 10, fails)
    with pytest.raises(KeyError):
        folding.kernel.fold("\u00b1", {})


def test_no_memory_is_an_error() -> None:
    """Each allocation fails in turn."""
    testcapi = pytest.importorskip("_testcapi")
    words, text = FERRY.split()[:20], "the mill won't close. No"
    calls: list[Callable[[], object]] = [
        lambda: looked_up(*ROW[:2], 62, 0, 0, 0),
        voted,
        lambda: within.kernel.chain(words, [*words[3:], *words], [2], [5], [9], {"the"}, 20_000, 60, 3),
        lambda: within.kernel.common(words, words[3:]),
        lambda: grams.pairs_of(text),
        lambda: within.kernel.distinct(text, [(0, 8), (9, 20)]),
        lambda: within.kernel.neighbours(text, ((0, 3), (4, 8)), {5}),
        looked_into,
        lambda: fold(FERRY + "\u00b1"),
        lambda: folded_tokens(text),
        lambda: sentence_words(text, text),
    ]
    for call in calls:
        expected = call()
        for n in range(1, 120):
            try:
                testcapi.set_nomemory(n, n + 1)
                found = call()
            except MemoryError:
                continue
            finally:
                testcapi.remove_mem_hooks()
            assert found == expected


def test_numbers_that_lie_askew_are_an_error() -> None:
    low, count = np.zeros((2, 1, 1), np.int64)
    askew = memoryview(bytes(80))[1:65]
    with pytest.raises(IndexError):
        within.kernel.look(askew, np.array([ROW]), np.array([5], np.uint64), low, count)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        within.kernel.votes(askew, np.array([ROW]), low, count, bytearray(9), 14, [0], [5], *REST)  # type: ignore[arg-type]


def test_reach_of_a_far_offset() -> None:
    both(match._begins, [((1 << 62), "a"), (-(1 << 62), "b")], "ab")
    with pytest.raises(OverflowError):
        match._begins([(1 << 63, "a")], "ab")


def test_what_was_compiled_from_another_source_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "_folding.c"
    source.write_bytes(b"new")

    def built(**has: int) -> ModuleType:
        return SimpleNamespace(__name__="onrecord.text._folding", __file__=str(tmp_path / "_folding.so"), **has)  # type: ignore[return-value]

    assert compiled.fits(built(source=zlib.crc32(b"new") >> 1))
    assert not compiled.fits(built(source=zlib.crc32(b"old") >> 1))
    assert not compiled.fits(built())  # before sources were compared
    source.unlink()
    assert compiled.fits(built(source=1))  # installed without its source


def test_a_page_that_is_not_sound_is_not_looked_into() -> None:
    index, windows = _over(HARBOUR, FERRY)
    store = index.shelf.texts.store
    asked: list[Callable[[], object]] = [
        lambda: index.shelf.within.hits(windows, 0, 6, ["the mill"], 9),
        lambda: list(index.shelf.within.standing(windows, 6, b"the mill")),
    ]
    for call in asked:
        both(call)
        for kernel in (Pure(), nullcontext()):
            store.unread[:] = b"\1" * len(store.unread)
            store.pages.sums[0] ^= 1
            with kernel, pytest.raises(IndexFileError, match="do not match their checksum"):
                call()
            store.pages.sums[0] ^= 1
            with kernel:
                call()
            assert 0 in store.unread


TEXTS = (0, 9, 0, 64, 0, 0)  # first stretch, bits of one, begin and end of the text, where the segment begins, its first page


def looked_into(
    row: tuple[int, ...] = TEXTS, peak: tuple[int, ...] = (0, 5, 0), begin: int = 0, end: int = 1, slack: int = 5
) -> tuple[object, object]:
    pages = Pages(LETTERED, np.zeros(1, np.int64), np.zeros(1, np.int64), np.zeros(1, np.uint32), bytearray(1))
    where = (*pages, np.array([row]), 14, np.array([peak], np.int64).tobytes(), begin, end, slack)
    return within.kernel.hits(*where, ["ab a", "bb"], b""), within.kernel.standing(*where, b"ab")


LETTERED = np.frombuffer(b"ab a" * 16, np.uint8)


def test_windows_of_wild_numbers_are_empty_or_an_error() -> None:
    assert looked_into() == ([1], [[0, 0]])
    assert looked_into(begin=1) == looked_into(end=0) == ([], [])
    wild = [-1, 1 << 48, (1 << 63) - 1, -1 << 63]
    for number in wild:
        assert looked_into(peak=(number, 5, 0))[0] in ([0], [1])
        assert looked_into(peak=(0, 5, number))[0] in ([0], [1])
        for change in ({"begin": number}, {"end": number}, {"slack": number}):
            with pytest.raises(TypeError):
                looked_into(**change)  # type: ignore[arg-type]
        for column in range(6):
            with pytest.raises(IndexError):
                looked_into((*TEXTS[:column], number, *TEXTS[column + 1 :]))
    with pytest.raises(TypeError):
        looked_into(begin=1, end=0)
    with pytest.raises(TypeError):
        looked_into(end=2)
    for column, number in ((1, 32), (2, 65), (3, 65), (3, 1 << 40), (4, 1 << 40), (5, 1)):
        with pytest.raises(IndexError):
            looked_into((*TEXTS[:column], number, *TEXTS[column + 1 :]))


def test_windows_of_wrong_types_are_an_error() -> None:
    pages = Pages(LETTERED, np.zeros(1, np.int64), np.zeros(1, np.int64), np.zeros(1, np.uint32), bytearray(1))
    where = (*pages, np.array([TEXTS]), 14, np.array([0, 5, 0]).tobytes(), 0, 1, 5)
    kernel = within.kernel
    for pairs, copy in ((["ab", 5], b""), (("ab",), b""), (["ab"], "ab"), (["ab"], None), ([b"ab"], b"")):
        with pytest.raises(TypeError):
            kernel.hits(*where, pairs, copy)  # type: ignore[arg-type]
    for wanted in ("ab", b"", None, bytearray(b"ab")):
        with pytest.raises(TypeError):
            kernel.standing(*where, wanted)  # type: ignore[arg-type]
    for place in range(len(where)):
        for wrong in (None, "é", [1]):
            changed = (*where[:place], wrong, *where[place + 1 :])
            with pytest.raises((TypeError, BufferError)):
                kernel.hits(*changed, ["ab"], b"")  # type: ignore[call-arg, arg-type]
            with pytest.raises((TypeError, BufferError)):
                kernel.standing(*changed, b"ab")  # type: ignore[call-arg, arg-type]
    for texts in (np.zeros(0, np.int64), np.zeros(80, np.uint8)[1:], np.zeros(3, np.int64)):
        with pytest.raises((TypeError, IndexError)):
            kernel.standing(*where[:5], texts, *where[6:], b"ab")


def test_misuse_of_pairs_is_an_error() -> None:
    kernel = within.kernel
    for text, stretches in (
        ("é", []),
        ("ab", ()),
        ("ab", [5]),
        ("ab", [(0, 3)]),
        ("ab", [(1, 0)]),
        ("a b c", [(2, 5), (0, 3)]),
    ):
        with pytest.raises(TypeError):
            kernel.distinct(text, stretches)  # type: ignore[arg-type]
    for bounds in ((-1, 2), (0, 1 << 62), ("a", 2), (1 << 70, 2)):
        with pytest.raises((TypeError, OverflowError)):
            kernel.distinct("ab", [bounds])  # type: ignore[list-item]
        with pytest.raises((TypeError, OverflowError)):
            kernel.neighbours("ab", (bounds,), frozenset())  # type: ignore[arg-type]
    for arguments in (
        (b"ab", (), set()),
        ("ab", [], set()),
        ("ab", (), []),
        ("ab", (5,), set()),
        ("ab", ((1, 2), (0, 1)), set()),
    ):
        with pytest.raises(TypeError):
            kernel.neighbours(*arguments)  # type: ignore[arg-type]
    assert kernel.neighbours("ab c d", ((0, 2), (3, 4), (5, 6)), {2}) == [(0, "ab c")]
