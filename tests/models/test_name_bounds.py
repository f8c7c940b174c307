"""Bounds of names, mended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.entities import Entity, agreed
from onrecord.models.name_bounds import mended
from onrecord.text.words import words
from tests.models.test_ties import _features


def _mended(text: str, kind: str, name: str) -> list[str]:
    features = _features(text)
    start = text.index(name)
    held = tuple(i for i, (s, e) in enumerate(features.words) if s >= start and e <= start + len(name))
    found = mended(text, features, kind, held, held)
    return [text[features.words[w[0]][0] : features.words[w[-1]][1]] for w in found]


@pytest.mark.parametrize(
    ("text", "kind", "name", "meant"),
    [
        ("I saw Dr. Vell today", "PER", "Dr. Vell", ["Vell"]),
        ("then R. E. Vell left", "PER", "Vell", ["R. E. Vell"]),
        ("then V K Vell left", "PER", "K Vell", ["V K Vell"]),
        ("what I Vell say", "PER", "Vell", ["Vell"]),
        ("Vell's A. Brandt", "PER", "Brandt", ["A. Brandt"]),
        ("we live in Halden Ohio now", "LOC", "Halden Ohio", ["Halden", "Ohio"]),
        ("around Halden, OH today", "LOC", "OH", ["OH"]),
        ("in San Pell CA today", "LOC", "San Pell CA", ["San Pell", "CA"]),
        ("near Lake Michigan today", "LOC", "Lake Michigan", ["Lake Michigan"]),
        ("in West Virginia today", "LOC", "West Virginia", ["West Virginia"]),
        ("see http://www.vell.org/Ida/x", "ORG", "Ida", []),
        ("write to Ida@vell.org now", "PER", "Ida", []),
        ("open (Ida_letter.doc) first", "PER", "Ida_letter", []),
        ("Vell.com said no", "ORG", "Vell.com", ["Vell.com"]),
    ],
)
def test_what_any_reader_knows(text: str, kind: str, name: str, meant: list[str]) -> None:
    assert _mended(text, kind, name) == meant


@given(st.text(alphabet="AI.b @/C ohio", max_size=40), st.sampled_from(["PER", "LOC", "ORG"]), st.data())
def test_a_mended_name_is_made_of_words_in_a_row(text: str, kind: str, data: st.DataObject) -> None:
    n = len(words(text))
    if not n:
        return
    first = data.draw(st.integers(0, n - 1))
    held = tuple(range(first, data.draw(st.integers(first + 1, n))))
    for found in mended(text, _features(text), kind, held, held):
        assert found == tuple(range(found[0], found[-1] + 1))
        assert 0 <= found[0] <= found[-1] < n


def test_what_the_world_knows_of_a_name_counts() -> None:
    text = "Hezbollah said no . Halden said no"
    found = agreed(_features(text), [Entity("LOC", (0,), 0.6), Entity("LOC", (4,), 0.6)], text)
    assert [n.kind for n in found] == ["ORG", "LOC"]
    sure = agreed(_features(text), [Entity("LOC", (0,), 0.9)], text)
    assert [n.kind for n in sure] == ["LOC"]


def test_a_short_form_in_brackets_is_no_person() -> None:
    text = "the Halden Housing Board ( HHB ) said that HHB will pay"
    found = agreed(_features(text), [Entity("PER", (5,), 0.9), Entity("PER", (9,), 0.9)], text)
    assert all(n.kind != "PER" for n in found)


def test_two_names_joined_are_two_where_one_stands_alone() -> None:
    text = "Ford gained , said Carrier and Ford and Marks and Spencer"
    names = [Entity("ORG", (0,), 0.9), Entity("ORG", (4, 5, 6), 0.9), Entity("ORG", (8, 9, 10), 0.9)]
    found = agreed(_features(text), names, text)
    assert [n.words for n in found] == [(0,), (4,), (6,), (8, 9, 10)]
