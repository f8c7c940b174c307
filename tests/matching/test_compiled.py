"""The compiled inner loops and the Python beside them give the same answers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching import align, grams, locate, match, search
from onrecord.matching.index import Index
from onrecord.matching.passage import Passage
from onrecord.text import folding
from onrecord.text.folding import fold, folded_tokens, folded_words, sentence_words
from tests.matching.conftest import FERRY, HARBOUR, document

pytestmark = pytest.mark.skipif(locate.kernel is None or folding.kernel is None, reason="not compiled here")

WORDS = "the of a mill we'll u.s. 1,000 3.5 $20 per cent colour organised O’Hara don’t NATO £5 x_1 … [T]he – café".split(" ")
WORDY = st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=40).map(" ".join)
TEXT = st.text(max_size=120) | st.text(alphabet="ab.'’,:$%& \n\u00ad_12peréÉcnt“”(A`", max_size=60) | WORDY
LETTERS = st.lists(st.sampled_from(["a", "b", "c", "the", "of", "mill"]), max_size=24)


class Pure:
    """with Pure(): as if nothing were compiled."""

    def __enter__(self) -> None:
        self._held = [(m, m.kernel) for m in (folding, grams, align, locate, match, search)]
        for module, _ in self._held:
            module.kernel = None  # type: ignore[attr-defined]

    def __exit__(self, *_: object) -> None:
        for module, kernel in self._held:
            module.kernel = kernel  # type: ignore[attr-defined]


def both(function, *arguments):  # type: ignore[no-untyped-def]
    with Pure():
        expected = function(*arguments)
    assert function(*arguments) == expected
    return expected


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


@given(st.lists(st.text(alphabet="abé ", min_size=1, max_size=6), max_size=8), st.text(alphabet="abé ", max_size=60))
def test_pairs_held(pairs: list[str], text: str) -> None:
    both(locate._held, pairs, text)
    both(match._begins, list(enumerate(pairs)), text)


@given(LETTERS, LETTERS, st.sets(st.integers(0, 24)), st.sets(st.integers(0, 24)), st.sets(st.integers(1, 24)))
def test_alignment(quoted: list[str], source: list[str], breaks: set[int], free: set[int], ends: set[int]) -> None:
    inside = frozenset(n for n in free if n < len(quoted) and n % 3 == 0)
    both(align.align, quoted, source, frozenset(breaks), inside, sorted(n for n in ends if n <= len(source)))


def test_alignment_of_many_equal_words() -> None:
    for words in (["the"] * 90, ["a", "b"] * 60, ["the"] * 300, ["mill", "the", "of"] * 40):
        both(align.align, words, [*words[3:], "x", *words])


@given(
    st.lists(st.sampled_from(HARBOUR.split()), min_size=2, max_size=12), st.sampled_from([1, 5, 40, 4000]), st.integers(1, 2000)
)
def test_windows(words: list[str], budget: int, length: int) -> None:
    passage = Passage.of(" ".join(words))
    pairs = passage.pairs()
    if not len(pairs):
        return

    def asked() -> list[search.Window]:
        looked = INDEX.shelf.look(pairs)
        assert looked is not None
        return list(INDEX.shelf.windows(looked, length, budget))

    both(asked)


def _many() -> Index:
    """Shuffled words, so that windows tie; two segments."""
    draw = np.random.default_rng(7)
    held = [HARBOUR.split(), FERRY.split()]
    index = Index.build(document(" ".join(draw.permutation(held[n % 2])), f"{n}.txt") for n in range(400))
    index.add(document(" ".join(draw.permutation(held[n % 2])), f"more{n}.txt") for n in range(90))
    return index


INDEX = _many()


def test_an_index_that_points_beyond_its_end_is_an_error_and_no_crash() -> None:
    pairs = Passage.of("we will not close the mill").pairs()
    looked = INDEX.shelf.look(pairs)
    assert looked is not None
    beyond = looked._replace(low=looked.low + (1 << 40), totals=[max(1, n) for n in looked.totals])
    with pytest.raises(IndexError):
        INDEX.shelf.windows(beyond, 40, 4000)


@pytest.mark.parametrize("name", ["fold", "words", "tokens", "sentences"])
def test_misuse_of_folding_is_an_error(name: str) -> None:
    for arguments in ((), ("é", 0, 1, str), (b"a", 1), ("a", "é", str)):
        with pytest.raises(TypeError):
            getattr(folding.kernel, name)(*arguments)


@pytest.mark.parametrize("name", ["look", "votes", "pairs", "held", "reach", "chain", "common"])
def test_misuse_of_the_kernel_is_an_error(name: str) -> None:
    for arguments in ((), (1, 2), ("é", "é", "é")):
        with pytest.raises((TypeError, ValueError)):
            getattr(locate.kernel, name)(*arguments)
