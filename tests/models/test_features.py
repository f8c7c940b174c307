"""What reaches the encoder: every word once, in windows it can take."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.attribution import AttributionModel
from onrecord.models.features import CLS, PIECES_A_WORD, SEP, UNK, WINDOW, Features, Window, batch, windows
from onrecord.text.quotation import CLOSING, OPENING

LENGTHS = st.lists(st.integers(1, PIECES_A_WORD), max_size=200)
SIZES = st.integers(PIECES_A_WORD + 2, 120)


def features(lengths: list[int], breaks: set[int] = frozenset()) -> Features:  # type: ignore[assignment]
    """Words of so many pieces; a paragraph begins at each of breaks."""
    n = len(lengths)
    paragraph = np.cumsum([i in breaks for i in range(n)]).tolist()
    pieces = [[1000 + i] * k for i, k in enumerate(lengths)]
    return Features([(2 * i, 2 * i + 1) for i in range(n)], pieces, [0] * n, [0] * n, paragraph, [])


def pieces(window: Window) -> int:
    return sum(len(p) for p in window.features.pieces[window.start : window.end])


@given(LENGTHS, st.sets(st.integers(0, 199)), SIZES, st.none() | SIZES)
def test_windows_hold_every_word_once_in_order(lengths: list[int], breaks: set[int], size: int, first: int | None) -> None:
    cut = windows(features(lengths, breaks), size, first)
    assert [i for w in cut for i in range(w.start, w.end)] == list(range(len(lengths)))
    assert all(len(w) for w in cut)


@given(LENGTHS, st.sets(st.integers(0, 199)), SIZES, st.none() | SIZES)
def test_windows_keep_to_their_size(lengths: list[int], breaks: set[int], size: int, first: int | None) -> None:
    cut = windows(features(lengths, breaks), size, first)
    for number, window in enumerate(cut):
        limit = first if first and number == 0 else size
        assert pieces(window) + 2 <= limit


def test_windows_end_with_a_paragraph_where_one_is_near() -> None:
    assert [w.end for w in windows(features([1] * 100, {30, 50, 80}), 62)] == [50, 100]


def test_the_first_window_may_have_its_own_size() -> None:
    assert [w.end for w in windows(features([1] * 100), 62, 30)] == [28, 88, 100]


def test_windows_do_not_shrink_to_a_few_words_for_a_paragraph() -> None:
    assert [w.end for w in windows(features([1] * 100, {10}), 62)] == [60, 100]


@given(LENGTHS.filter(bool), st.sets(st.integers(0, 199)), SIZES)
def test_a_batch_is_its_windows_padded(lengths: list[int], breaks: set[int], size: int) -> None:
    cut = windows(features(lengths, breaks), size)
    x = batch(cut)
    width, length = max(map(len, cut)), max(map(pieces, cut)) + 2
    assert {k: v.shape for k, v in x.items()} == {
        **dict.fromkeys(("ids", "mask", "shape", "quote", "newpara"), (len(cut), length)),
        **dict.fromkeys(("first", "wmask", "par"), (len(cut), width)),
    }
    for row, w in enumerate(cut):
        n, k = len(w), pieces(w) + 2
        assert x["ids"][row, 0] == CLS
        assert x["ids"][row, k - 1] == SEP
        assert x["mask"][row].tolist() == [1] * k + [0] * (length - k)
        assert x["wmask"][row].tolist() == [1] * n + [0] * (width - n)
        assert x["ids"][row][x["first"][row, :n]].tolist() == [1000 + i for i in range(w.start, w.end)]
        assert x["par"][row].tolist() == w.features.paragraph[w.start : w.end] + [-1] * (width - n)
        begins = [i for i in range(w.start, w.end) if w.features.starts_paragraph(i)]
        assert x["newpara"][row].sum() == len(begins)
        assert x["newpara"][row][x["first"][row, [i - w.start for i in begins]]].all()


def read(model: AttributionModel, text: str, *paragraphs: tuple[int, int]) -> Features:
    return model.featurizer(text, paragraphs or [(0, len(text))])


def test_features_of_two_paragraphs(model: AttributionModel) -> None:
    f = read(model, "A b.\nC", (0, 4), (5, 6))
    assert (f.words, f.paragraph) == ([(0, 1), (2, 3), (3, 4), (5, 6)], [0, 0, 0, 1])
    assert [f.starts_paragraph(i) for i in range(4)] == [True, False, False, True]


def test_the_encoder_sees_one_kind_of_quotation_mark(model: AttributionModel) -> None:
    written = ["“We don’t,” she said.", '"We don\'t," she said.', "«We don’t,» she said.", "‘We don’t,’ she said."]
    first, *others = [read(model, text) for text in written]
    assert (first.quote[0], first.quote[6]) == (OPENING, CLOSING)
    assert all((f.pieces, f.quote) == (first.pieces, first.quote) for f in others)


def test_long_words_are_cut_and_odd_ones_known_as_unknown(model: AttributionModel) -> None:
    f = read(model, "pneumonoultramicroscopicsilicovolcanoconiosis \ue000")
    assert len(f.pieces[0]) == PIECES_A_WORD
    assert f.pieces[1] == [UNK]


def test_case_reaches_the_encoder_as_shape(model: AttributionModel) -> None:
    low, high = read(model, "vell"), read(model, "Vell")
    assert low.pieces == high.pieces
    assert low.shape != high.shape


@given(st.text(max_size=200))
def test_any_text_gives_pieces_for_every_word(model: AttributionModel, text: str) -> None:
    f = read(model, text)
    assert {len(f.words)} == {len(part) for part in (f.pieces, f.shape, f.quote, f.paragraph)}
    assert all(1 <= len(p) <= PIECES_A_WORD for p in f.pieces)
    assert all(a[1] <= b[0] for a, b in pairwise(f.words))


@pytest.mark.parametrize("words", [1, WINDOW - 2, WINDOW - 1, 5 * WINDOW])
def test_windows_of_the_usual_size(words: int) -> None:
    assert len(windows(features([1] * words))) == -(-words // (WINDOW - 2))
