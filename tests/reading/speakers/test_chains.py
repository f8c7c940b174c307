"""The way the words came: speaker first, then what carried them, then whoever passed that on."""

import pytest

from .conftest import Said, read


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vell told Radio Pell it was late.",
        "In an interview with Radio Pell, Ida Vell told reporters it was late.",
        "Ida Vell told a reporter it was late, as first reported by Radio Pell.",
    ],
)
def test_the_medium_is_a_link(text: str) -> None:
    found = read(text, [Said("Ida Vell", "told", "it was late")], PER="Ida Vell", ORG="Radio Pell")
    assert found.chain(1) == ["Ida Vell", "Radio Pell"]


def test_nesting_is_a_chain() -> None:
    text = "The Harbour Post reported that an aide had told Ida Vell it was late."
    said = [
        Said("The Harbour Post", "reported", "that an aide had told Ida Vell it was late"),
        Said("an aide", "had told", "it was late", parent=1),
    ]
    found = read(text, said, PER="Ida Vell", ORG="Harbour Post")
    assert found.chain(2) == ["an aide", "The Harbour Post"]


def test_the_articles_own_outlet_is_no_link() -> None:
    text = "Ida Vell told Northline it was late."
    found = read(text, [Said("Ida Vell", "told", "it was late")], outlet="Northline", PER="Ida Vell", ORG="Northline")
    assert found.chain(1) == ["Ida Vell"]


def test_what_stands_outside_the_outer_words_is_the_outer_ones() -> None:
    text = '"I hoped for calm," Ida Vell told Radio Pell.'
    said = [Said("Ida Vell", "told", '"I hoped for calm,"'), Said("I", "hoped for", "calm", parent=1)]
    assert read(text, said, PER="Ida Vell", ORG="Radio Pell").chain(2) == ["Ida Vell", "Radio Pell"]


def test_a_critic_writes_in_his_paper() -> None:
    text = "The Harbour Post's critic called it wet."
    found = read(text, [Said("The Harbour Post's critic", "called", "it wet")], ORG="Harbour Post")
    assert found.chain(1) == ["The Harbour Post's critic", "The Harbour Post"]
    assert found.kind(1) == "role"


def test_reporters_are_no_link() -> None:
    found = read("Ida Vell told reporters it was late.", [Said("Ida Vell", "told", "it was late")], PER="Ida Vell")
    assert found.chain(1) == ["Ida Vell"]
