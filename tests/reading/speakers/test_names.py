"""Names to their fullest form, and two of one surname apart."""

import pytest

from .conftest import Said, read


@pytest.mark.parametrize(
    ("later", "names"),
    [
        ("Vell", "Ida Vell|Vell"),
        ("Ms. Vell", "Ida Vell|Vell"),
        ("Ida", "Ida Vell"),  # the entity head passed it over
        ("Minister Vell", "Ida Vell|Vell"),
    ],
)
def test_a_part_of_a_name_is_the_whole(later: str, names: str) -> None:
    text = f"Ida Vell closed the harbour. On Monday {later} said it was late."
    assert read(text, [Said(later, "said", "it was late", after="Monday")], PER=names).who(1) == "Ida Vell"


def test_an_acronym_is_the_name_it_was_given_for() -> None:
    text = "The Northern Peat Survey (NPS) met. The NPS said the bog was dry."
    found = read(text, [Said("The NPS", "said", "the bog was dry")], ORG="Northern Peat Survey|NPS")
    assert (found.who(1), found.kind(1)) == ("The Northern Peat Survey", "organization")


def test_two_of_one_surname_stay_two() -> None:
    text = "Leo Brandt sued his sister Ida Brandt. Mr Brandt said no. Ms Brandt said yes."
    said = [Said("Mr Brandt", "said", "no"), Said("Ms Brandt", "said", "yes")]
    found = read(text, said, PER="Leo Brandt|Ida Brandt|Mr Brandt|Ms Brandt")
    assert [found.who(1), found.who(2)] == ["Leo Brandt", "Ida Brandt"]


def test_a_nickname_between_belongs_to_the_name() -> None:
    text = 'Leo "the Eel" Brandt smiled. He said no.'
    assert read(text, [Said("He", "said", "no")], PER="Leo|Brandt").who(1) == 'Leo "the Eel" Brandt'


def test_people_at_large_are_no_name() -> None:
    found = read("Depositors said no.", [Said("Depositors", "said", "no")], PER="Depositors")
    assert found.source(1) is not None
    assert (found.kind(1), found.source(1).named) == ("group", False)  # type: ignore[union-attr]


def test_mentions_are_the_places_of_the_source() -> None:
    text = "Ida Vell came. She said no. Vell said yes."
    found = read(text, [Said("She", "said", "no"), Said("Vell", "said", "yes", after="no.")], PER="Ida Vell|Vell")
    source = found.source(1)
    assert source is not None
    assert [text[m.start : m.end] for m in source.mentions] == ["Ida Vell", "She", "Vell"]
