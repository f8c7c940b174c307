"""allegation_has_no_answer: accused, and not heard."""

import pytest

from onrecord.records import Reading
from onrecord.records.audit import RuleName

from .stories import evidence, look, shown, story

VELL = "s1 = Ida Vell | person | named | 1"
OAKE = "s2 = Bram Oake | person | named | 2"


@pytest.mark.parametrize(
    ("reading", "expected", "words"),
    [
        (
            story(VELL, "{s1 Ida Vell} {u1 accused} Bram Oake {c1 of selling the bridge twice}."),
            "Bram Oake: accused by Ida Vell, no response found",
            ["Ida Vell", "accused", "Bram Oake"],
        ),
        (
            story(VELL, "{s1 Ida Vell} {u1 accused} {c1 the town council of hiding the letter}."),
            "the town council: accused by Ida Vell, no response found",
            ["Ida Vell", "accused", "the town council"],
        ),
        (
            story(VELL, "{s1 Ida Vell} {u1 says} {c1 that Bram Oake had repeatedly lied about the weir}."),
            "Bram Oake: accused by Ida Vell, no response found",
            ["Ida Vell", "says", "Bram Oake"],
        ),
        (
            story(
                "s1 = The lawsuit | document | 1",
                "{s1 The lawsuit} {u1 alleges} {c1 Coldharrow Minerals falsified four reports}.",
            ),
            "Coldharrow Minerals: accused by The lawsuit, no response found",
            ["The lawsuit", "alleges", "Coldharrow Minerals"],
        ),
        (
            story(VELL, "{s1 Ida Vell} {u1 blamed} {c1 Mr Oake for the flood}. The frost was blamed too."),
            "Mr Oake: accused by Ida Vell, no response found",
            ["Ida Vell", "blamed", "Mr Oake"],
        ),
        (
            story(VELL, "{s1 Ida Vell} {u1 blamed} {c1 the fire on Bram Oake}."),
            "Bram Oake: accused by Ida Vell, no response found",
            ["Ida Vell", "blamed", "Bram Oake"],
        ),
    ],
)
def test_an_accused_who_is_not_heard_is_pointed_at(reading: Reading, expected: str, words: list[str]) -> None:
    (found,) = look(RuleName.UNANSWERED_ALLEGATION, reading)
    assert found.evidence == expected
    assert shown(found, reading) == words


@pytest.mark.parametrize(
    "reading",
    [
        story(f"{VELL}\n{OAKE}", "{s1 Ida Vell} {u1 accused} {c1 Bram Oake of theft}. {s2 Oake} {u2 laughed} {c2 at it}."),
        story(VELL, "{s1 Ida Vell} {u1 accused} {c1 Bram Oake of theft}. Oake could not be reached on Friday."),
        story(
            VELL,
            "{s1 Ida Vell} {u1 accused} {c1 Bram Oake of theft}. A letter to Mr Oake’s lawyer went unanswered; "
            "Oake declined to comment.",
        ),
        story(
            f"{VELL}\ns2 = A spokesman for Coldharrow Minerals | role | 2",
            "{s1 Ida Vell} {u1 accused} {c1 Coldharrow Minerals of fraud}. {s2 A spokesman for Coldharrow "
            "Minerals} {u2 shrugged} {c2 at that}.",
        ),
        story(VELL, "{s1 Ida Vell} {u1 blamed} {c1 the weather for the flood}."),
        story(VELL, "{s1 Ida Vell} {u1 said} {c1 Bram Oake had not lied}."),
        story(VELL, "{s1 Ida Vell} {u1 said} {c1 somebody had lied}. {c1 She was sure}."),
        story(
            f"{VELL}\ns2 = Coldharrow Minerals | organization | named | 2",
            "{s1 Ida Vell} {u1 accused} {c1 the company of fraud}. {s2 Coldharrow Minerals} {u2 was proud} {c2 of its pumps}.",
        ),
    ],
)
def test_answers_and_what_is_no_allegation_are_left_alone(reading: Reading) -> None:
    assert evidence(RuleName.UNANSWERED_ALLEGATION, reading) == []


def test_a_pronoun_stands_for_whom_the_reading_says() -> None:
    reading = story(
        "s1 = Ida Vell | person | named | 1\ns2 = Bram Oake | person | named | 2",
        "{s2 Bram Oake} {u2 waved} {c2 at the ferry}. {s1 Ida Vell} {u1 accused} {c1 him of theft}.",
    )
    assert evidence(RuleName.UNANSWERED_ALLEGATION, reading) == []  # Bram Oake speaks
