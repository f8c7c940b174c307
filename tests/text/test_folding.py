"""Folding keeps offsets; two spellings of one wording compare as equal, two wordings do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.folding import fold, folded_spans, folded_words
from onrecord.text.numbers import with_values
from onrecord.text.spelling import same


@given(st.text(max_size=80))
def test_folding_keeps_offsets(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    spans, words = folded_spans(folded), folded_words(folded)
    assert len(spans) == len(words)
    assert all(0 <= a < b <= len(text) for a, b in spans)


def test_marks_dashes_and_accents_go() -> None:
    assert fold("Don’t — “ÉLAN”") == 'don\'t - "elan"'


def test_words_as_they_compare() -> None:
    shown = folded_words(fold("The U.S. won’t pay $1,000 or 5.5 per cent of twenty colours & more"))
    assert shown == ["the", "us", "wont", "pay", "$1000", "or", "5.5", "percent", "of", "20", "colors", "and", "more"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we won't", "we will not"),
        ("he's", "he has"),
        ("i ain't", "i am not"),
        ("20", "twenty"),
        ("twenty five", "25"),
        ("21st", "twenty first"),
        ("$5 million", "5 million dollars"),
        ("1.5 million", "1,500,000"),
        ("one hundred and twenty", "120"),
        ("1 200", "1,200"),
        ("5 %", "5 per cent"),
        ("4 april", "april 4"),
        ("co operate", "cooperate"),
        ("organised colour", "organized color"),
        ("gonna", "going to"),
    ],
)
def test_one_wording(one: str, other: str) -> None:
    assert same(one.split(), other.split())
    assert same(other.split(), one.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [("two three", "5"), ("million", "billion"), ("twenty", "thirty"), ("$5", "£5"), ("will", "will not"), ("he's", "he will")],
)
def test_two_wordings(one: str, other: str) -> None:
    assert not same(one.split(), other.split())


@given(
    st.lists(st.sampled_from("a and one two twenty hundred thousand million 3 4.5 $6 7th dozen first mill".split()), max_size=8)
)
def test_numbers_never_lose_other_words(words: list[str]) -> None:
    assert with_values(words).count("mill") == words.count("mill")
