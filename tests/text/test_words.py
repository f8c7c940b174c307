"""Words: every visible character in exactly one, offsets true."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.words import SHAPES, gaps, shape, words

INVISIBLE = {0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x300, 0x370)}
PROSE = st.text(st.sampled_from("aé Z9_.“’-\n\u00a0\u00ad\u200b\u0301\ufeff😀"), max_size=40)


def strings(text: str) -> list[str]:
    return [text[s:e] for s, e in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no".', ["He", "said", '"', "no", '"', "."]),
        ("don’t", ["don", "’", "t"]),
        ("U.S.-based", ["U", ".", "S", ".", "-", "based"]),
        ("Ve\u00adll\u00a0is", ["Ve\u00adll", "is"]),  # soft hyphen inside, no-break space between
        ("har\u200bbour \u200b", ["har\u200bbour"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),  # a combining accent
        ("\ufeff“Yes”", ["“", "Yes", "”"]),
        ("1,200 €", ["1", ",", "200", "€"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_examples(text: str, expected: list[str]) -> None:
    assert strings(text) == expected


@given(st.one_of(PROSE, st.text(max_size=40)))
def test_every_visible_character_stands_in_one_word(text: str) -> None:
    found = words(text)
    held = [i for s, e in found for i in range(s, e)]
    assert held == sorted(set(held))
    left = set(range(len(text))) - set(held)
    assert all(text[i].isspace() or ord(text[i]) in INVISIBLE for i in left)


@given(st.one_of(PROSE, st.text(max_size=40)))
def test_no_word_is_empty_or_begins_or_ends_in_white_space(text: str) -> None:
    assert all(s < e and text[s:e] == text[s:e].strip() for s, e in words(text))


@given(PROSE, st.data())
def test_a_part_of_a_text_gives_offsets_of_the_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert words(text, start, end) == [(s + start, e + start) for s, e in words(text[start:end])]


@given(st.text(max_size=40))
def test_every_word_has_a_shape(text: str) -> None:
    assert all(0 <= shape(w) < SHAPES for w in strings(text))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("said", 0),
        ("Obama", 1),
        ("NATO", 2),
        ("I", 3),
        ("iPhone", 4),
        ("McRae", 4),
        ("2016", 5),
        ("“", 6),
        (".", 6),
        ("7th", 0),
        ("ªª", 0),
    ],
)
def test_shapes(word: str, expected: int) -> None:
    assert shape(word) == expected


@given(st.lists(st.integers(0, 60), min_size=2, max_size=12, unique=True))
def test_gaps_fill_what_lies_between(edges: list[int]) -> None:
    edges = sorted(edges)[: len(edges) // 2 * 2]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    whole = sorted([*spans, *gaps(spans)])
    assert whole[0][0] == edges[0]
    assert whole[-1][1] == edges[-1]
    assert all(a[1] == b[0] for a, b in itertools.pairwise(whole))


def test_gaps_of_neighbours_that_touch() -> None:
    assert gaps([(0, 2), (3, 7), (7, 9)]) == [(2, 3)]
