"""Names that the text says are one person's."""

import pytest

from .conftest import Said, read


@pytest.mark.parametrize(
    ("between", "shown"),
    [
        (", popularly known as ", "Lia Star"),
        (", better known by her stage name ", "Lia Star"),
        (" (a.k.a. ", "Lia Star"),
        (" was born ", "Ida Marr"),
        (" (née ", "Ida Marr"),
        (", also ", "Ida Marr"),
        (", whose real name is ", "Ida Marr"),
    ],
)
def test_two_names_of_one(between: str, shown: str) -> None:
    closing = ")" if "(" in between else ""
    text = f"Ida Marr{between}Lia Star{closing} in Halden and sings there. Star said the tour was off. Marr said no more."
    said = [Said("Star", "said", "the tour was off", after="there."), Said("Marr", "said", "no more", after="off.")]
    found = read(text, said, PER="Ida Marr|Lia Star|Star|Marr")
    assert [found.who(1), found.who(2)] == [shown, shown]


@pytest.mark.parametrize("between", [" was born to ", ", ", " and ", " met ", ", who is known to ", ", the mother of "])
def test_two_people_stay_two(between: str) -> None:
    text = f"Ida Marr{between}Lia Star in Halden. Star said the tour was off. Marr said no more."
    said = [Said("Star", "said", "the tour was off", after="den."), Said("Marr", "said", "no more", after="off.")]
    found = read(text, said, PER="Ida Marr|Lia Star|Star|Marr")
    assert [found.who(1), found.who(2)] == ["Lia Star", "Ida Marr"]


def test_a_given_name_alone_forbids_the_other_gender_unless_it_is_a_surname_too() -> None:
    text = "Tony waved at Vell. She said no."
    assert read(text, [Said("She", "said", "no")], PER="Tony|Vell").who(1) == "Vell"
    text = "Ross waved. She said no."
    assert read(text, [Said("She", "said", "no")], PER="Ross").who(1) == "Ross"


def test_initials_before_a_colon_are_whose_they_are() -> None:
    text = "Ida Vell: It was late.\n\nLeo Brandt: Who knew?\n\nIV: Nobody knew.\n\nXQ: I did."
    said = [Said("Ida Vell", ":", "It was late."), Said("Leo Brandt", ":", "Who knew?"),
            Said("IV", ":", "Nobody knew.", after="IV"), Said("XQ", ":", "I did.", after="XQ")]  # fmt: skip
    found = read(text, said, PER="Ida Vell|Leo Brandt")
    assert [found.who(n) for n in (1, 2, 3)] == ["Ida Vell", "Leo Brandt", "Ida Vell"]
    assert found.who(4) not in ("Ida Vell", "Leo Brandt")


def test_initials_that_fit_two_are_neither() -> None:
    text = "Ida Vell: It was late.\n\nIvo Veen: Who knew?\n\nIV: Nobody knew."
    said = [
        Said("Ida Vell", ":", "It was late."),
        Said("Ivo Veen", ":", "Who knew?"),
        Said("IV", ":", "Nobody knew.", after="IV:"),
    ]
    assert read(text, said, PER="Ida Vell|Ivo Veen").who(3) not in ("Ida Vell", "Ivo Veen")
