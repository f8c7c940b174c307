"""Whose name stands in the wording of a source."""

import pytest

from onrecord.text.names import Name, description, has_name, is_pronoun, names


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ("Ida Vell", "Ida Vell"),
        ("Ms Vell", "Vell"),
        ("Dr. Sun Adeyemi", "Sun Adeyemi"),
        ("Chief Constable Piet Larkin", "Piet Larkin"),
        ("Rafael Quintrell, the foreign secretary", "Rafael Quintrell"),
        ("harbour minister Ida Vell", "Ida Vell"),
        ("the head of the Orrin board, Hanne Winther", "Hanne Winther"),
        ("Marta Oskey of Norvane Rail", "Marta Oskey"),
        ("a spokesman for Norvane Rail", "Norvane Rail"),
        ("the Court of Appeal at Vesterlund", "Court of Appeal"),
        ("the Quarrymen’s Guild of Tarnholt", "Quarrymen’s Guild of Tarnholt"),
        ("The Halden Courier", "Halden Courier"),
        ("Vell’s deputy", "Vell"),
        ("Jean-Luc O'Neill", "Jean-Luc O'Neill"),
    ],
)
def test_the_name_of_a_source(wording: str, found: str) -> None:
    assert [n.full for n in names(wording)] == [found]


@pytest.mark.parametrize(
    "wording", ["the mayor", "Critics", "Two officials", "she", "", "the county’s geological office", "..."]
)
def test_no_name(wording: str) -> None:
    assert names(wording) == ()


@pytest.mark.parametrize(
    ("wording", "noun"),
    [
        ("an aide", "aide"),
        ("one official, who asked not to be named", "official"),
        ("the interior minister", "minister"),
        ("the county’s geological office", "office"),
        ("A spokeswoman for the ministry", "spokeswoman"),
        ("she", ""),
        ("", ""),
    ],
)
def test_who_has_no_name_is_described(wording: str, noun: str) -> None:
    assert description(wording) == noun


@pytest.mark.parametrize(("text", "found"), [("The Halden Courier", True), ("couriers", False), ("", False)])
def test_a_name_stands_in_a_text_as_a_word(text: str, found: bool) -> None:
    assert has_name(text, "courier") is found


def test_two_sources_are_two_names() -> None:
    assert [n.full for n in names("Mr Holm and Ms Nord")] == ["Holm", "Nord"]


def test_a_person_has_a_last_name_and_a_body_its_whole_one() -> None:
    assert [n.last for n in names("Ida Vell")] == ["Vell"]
    assert names("the Tarnholt Gazette") == (Name("Tarnholt Gazette", is_body=True),)
    assert [n.last for n in names("the Tarnholt Gazette")] == ["Tarnholt Gazette"]


@pytest.mark.parametrize(("wording", "said"), [("She", True), ("they", True), ("she and Mr Brandt", False), ("Ida", False)])
def test_pronouns(wording: str, said: bool) -> None:
    assert is_pronoun(wording) is said
