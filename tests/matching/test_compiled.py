"""The compiled inner loops and the Python beside them give the same answers."""

from contextlib import nullcontext

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching import align, checksum, grams, match, search, segment, within
from onrecord.matching.checksum import Pages
from onrecord.matching.passage import Passage
from onrecord.text import folding
from onrecord.text.folding import fold, folded_tokens, folded_words, sentence_words
from tests.matching.compiled import INDEX, Pure, _over, both, looked_up
from tests.matching.conftest import HARBOUR, document

pytestmark = pytest.mark.skipif(within.kernel is None or folding.kernel is None, reason="not compiled here")

WORDS = "the of a mill we'll u.s. 1,000 3.5 $20 per cent colour organised O’Hara don’t NATO £5 x_1 … [T]he – café".split(" ")


WORDY = st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=40).map(" ".join)


TEXT = st.text(max_size=120) | st.text(alphabet="ab.'’,:$%& \n\u00ad_12peréÉcnt“”(A`", max_size=60) | WORDY


LETTERS = st.lists(st.sampled_from(["a", "b", "c", "the", "of", "mill"]), max_size=24)


@given(TEXT)
def test_folding(text: str) -> None:
    folded = both(fold, text)
    both(folded_words, folded)
    both(folded_tokens, folded)
    both(folded_words, folded, 2, max(2, len(folded) - 2))
    both(sentence_words, text, folded)


@given(TEXT)
def test_word_pairs(text: str) -> None:
    both(grams.pairs_of, text)
    both(grams.pairs_of, text, 1, 20)


def _segment(*texts: str) -> dict[str, bytes]:
    drafts = [segment.draft(document(text, f"{n}.txt")) for n, text in enumerate(texts)]
    return {name: bytes(part) for name, part in segment.sections(drafts, segment.Scratch()).items()}


PUNCTUATED = st.text(alphabet="aZ09 .\u00a0\u00c9\u0142\u2019\u2028\u20ac\u2122\u3000\u3042\ufeff\uff21\U0001d400", max_size=90)


@given(st.lists(TEXT | PUNCTUATED | st.text(alphabet="ab ", min_size=60, max_size=70), min_size=1, max_size=4))
def test_segments(texts: list[str]) -> None:
    both(_segment, *texts)


@pytest.mark.parametrize("char", ["a", "\u00a0", "\u2019", "\u20ac", "\u3000", "\ufeff", "\u00e9", "\u2122", "\U0001d400"])
def test_segments_by_blocks(char: str) -> None:
    for at in range(58, 70):
        both(_segment, "ab " * 23 + "a"[: at % 2] + char * 2 + "cd" * 33, "xy " * at + char)


def test_segments_of_many_words() -> None:
    assert len(HARBOUR.split()) > 9
    both(_segment, *[" ".join(np.random.default_rng(n).permutation(HARBOUR.split() * 40)) for n in range(9)])


@given(st.binary(max_size=90), st.integers(0, 9), st.integers(0, 4000))
def test_parts_of_a_checksum(data: bytes, start: int, at: int) -> None:
    whole = len(data) & -4
    both(checksum.weighed, data, min(4 * start, whole), whole, 4 * at)


def test_pages_verified() -> None:
    data = np.random.default_rng(3).integers(0, 256, 50_000, np.uint8)
    sums = checksum.Checksums(checksum.VERSION)
    sums.take(data[8:].data)
    for spoiled in (None, 8, 16391, 16392, 49_999):
        altered = data.copy()
        if spoiled is not None:
            altered[spoiled] ^= 64
        bad = -1 if spoiled is None else (spoiled - 8) >> 14
        for kernel in (Pure(), nullcontext()):
            pages = Pages.of(checksum.VERSION, altered, [(8, 50_000, sums.packed())])
            with kernel:
                assert pages.unsound(checksum.VERSION, 0, 4) == bad
                assert pages.unsound(checksum.VERSION, 1, 1) == -1
            assert list(pages.unread) == [int(spoiled is not None and n >= bad) for n in range(4)]


@given(st.lists(st.text(alphabet="abé ", min_size=1, max_size=6), max_size=8), st.text(alphabet="abé ", max_size=60))
def test_pairs_held(pairs: list[str], text: str) -> None:
    both(within.held, pairs, text)
    both(match._begins, list(enumerate(pairs)), text)


@given(LETTERS, LETTERS, st.sets(st.integers(0, 24)), st.sets(st.integers(0, 24)), st.sets(st.integers(1, 24)))
def test_alignment(quoted: list[str], source: list[str], breaks: set[int], free: set[int], ends: set[int]) -> None:
    inside = frozenset(n for n in free if n < len(quoted) and n % 3 == 0)
    both(align.align, quoted, source, frozenset(breaks), inside, sorted(n for n in ends if n <= len(source)))


def test_alignment_of_many_equal_words() -> None:
    for words in (["the"] * 90, ["a", "b"] * 60, ["the"] * 300, ["mill", "the", "of"] * 40):
        both(align.align, words, [*words[3:], "x", *words])


def test_pairs_held_in_a_long_text() -> None:
    words = [f"{n * n:x}" for n in range(20_000)]
    text = " ".join(words)
    assert len(text) > 1 << 16
    pairs = [f"{words[n]} {words[n + 1]}" for n in range(0, 19_999, 700)]
    assert both(within.held, [*pairs, "zz zz"], text) == len(pairs)
    both(match._begins, [(n, words) for n, words in enumerate(pairs)], text)


@pytest.mark.parametrize("char", ["a", "\u2019", "\u00c9", "\u0142", "\U0001d400"])
@pytest.mark.parametrize("at", [0, 31, 32, 40, 63, 64, 69])
def test_folding_by_blocks(char: str, at: int) -> None:
    both(fold, f"{'Ab' * 35}\u201c"[:at] + char + "Cd’" * 22)


@given(
    st.lists(st.sampled_from(HARBOUR.split()), min_size=2, max_size=12), st.sampled_from([1, 5, 40, 4000]), st.integers(1, 2000)
)
def test_windows(words: list[str], budget: int, length: int) -> None:
    pairs = both(lambda: Passage.of(" ".join(words)).pairs().tolist())
    if not pairs:
        return

    def asked() -> list[search.Window]:
        looked = INDEX.shelf.look(np.array(pairs, np.uint64))
        assert looked is not None
        windows = INDEX.shelf.windows(looked, length, budget)
        assert windows.above(0) == len(windows)
        return [windows[n] for n in range(len(windows))]

    both(asked)


def test_a_shift_by_all_bits_finds_the_first_bucket() -> None:
    assert looked_up(3, 0, 64, 0, 0, 0) == [0x04040404]


def test_words_of_a_part_that_lies_outside() -> None:
    for start, end in ((-(1 << 63), -(1 << 63)), ((1 << 63) - 1, (1 << 63) - 1), (0, -5), (5, 2)):
        both(folded_words, "abc def", start, end)
        assert folding.kernel.tokens("abc def", start, end, folding.plain) == ([], [])


def test_what_another_function_says_is_not_kept() -> None:
    both(fold, "\u00b1")
    assert folding.kernel.fold("\u00b1", {0xB1: "+"}) == "+"
    assert both(folded_words, "colour") == ["color"]
    assert folding.kernel.words("colour", 0, 6, str.upper) == ["COLOUR"]
    assert both(folded_words, "colour") == ["color"]


@pytest.mark.parametrize("piece", ["the ", "a.\n \n", "x'", '."', ". ", "1,", "\0", "\ud800a ", "’s é "])
def test_long_texts(piece: str) -> None:
    text = piece * 200_000
    folded = both(fold, text)
    both(sentence_words, text, folded)
    both(grams.pairs_of, text)


def test_a_long_quotation() -> None:
    draw = np.random.default_rng(3)
    words = [f"w{n}" for n in draw.integers(0, 3_000, 5_000)]
    source = [*words[3_000:], *words[:2_000], *words[2_100:]]
    both(align.align, words, source, frozenset(range(0, 5_000, 50)), frozenset(range(0, 5_000, 7)), list(range(0, 6_900, 11)))


PIECES = st.text(alphabet="abTÉé’“”‘–—…\u00a0 .", max_size=60) | st.text(alphabet="ab’é\u2009ł☃", max_size=20)


@given(TEXT | st.lists(st.sampled_from(["[the", "mill]", "a", "…", "b-c", "o'clock", "[T]he", "5", "per cent"])).map(" ".join))
def test_pairs_of_a_passage(text: str) -> None:
    def asked() -> tuple[list[int], list[tuple[int, str]]]:
        made = Passage.of(text)
        return made.pairs().tolist(), made.probes if made.words else []

    both(asked)


PAIRS = st.lists(st.text(alphabet="abé' ", min_size=1, max_size=5), max_size=8)


@given(st.lists(PIECES, min_size=1, max_size=3), PAIRS, st.integers(0, 9), st.integers(0, 9))
def test_pairs_held_in_windows_cut_anywhere(texts: list[str], pairs: list[str], slack: int, cut: int) -> None:
    index, windows = _over("ab " * 168 + texts[0], *texts)
    copy = texts[-1].encode()[cut:]
    found = both(index.shelf.within.hits, windows, 0, len(windows), pairs, slack, copy)
    assert len(found) == 6
    assert within.COPIED not in both(index.shelf.within.hits, windows, 1, 6, pairs, slack)


BESIDE = st.text(alphabet="ab_ \n.,:'’\"“”()$é\u00ad-!;\0", max_size=3)


@given(st.lists(st.tuples(BESIDE, st.sampled_from(["a", "ab", "ab a", "é", "b.a c"])), max_size=40), st.integers(0, 5))
def test_places_in_windows(pieces: list[tuple[str, str]], before: int) -> None:
    index, windows = _over("x" * (before + 600) + "".join([x for piece in pieces for x in piece]), "ab a")
    for needle in ("a", "ab", "ab a", "é", "b.a c", "abab"):
        both(lambda needle=needle: list(index.shelf.within.standing(windows, len(windows), needle.encode())))


def test_many_places_in_one_window() -> None:
    index, windows = _over("ab " * 400, "Ab a")
    for needle in (b"ab", b"a", b"ab ab"):
        both(lambda needle=needle: list(index.shelf.within.standing(windows, 6, needle)))
    assert both(index.shelf.within.hits, windows, 0, 6, ["ab ab", "b ab", "aa", ""], 9_000)[0] == 3
