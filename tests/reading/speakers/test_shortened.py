"""Bodies under a short name, and words with a capital that are no names of persons."""

import pytest

from .conftest import Said, read


@pytest.mark.parametrize(
    ("long", "short"), [("Holm Capital", "Holm"), ("Tri-River Rail", "Tri-River"), ("Mercy Regional", "Mercy")]
)
def test_a_body_may_lose_its_last_word(long: str, short: str) -> None:
    text = f"Late\n\n{long.upper()} sank. On Monday {short} declined to comment."
    found = read(text, [Said(short, "declined", "to comment")], ORG=f"{long.upper()}|{short}")
    assert (found.who(1), found.kind(1)) == (long.upper(), "organization")


@pytest.mark.parametrize(
    "text",
    [
        "The Halden Post was sold in Halden. Halden declined to comment.",
        "Holm Capital sank. Anna Holm wept. Holm declined to comment.",
        "Holm Capital sank. It rained in Holm. Holm declined to comment.",
    ],
)
def test_a_place_or_a_person_is_no_short_form(text: str) -> None:
    name = text.split(" declined")[0].split(". ")[-1]
    said = [Said(name, "declined", "to comment", after=f"{name} declined")]
    found = read(text, said, ORG="Holm Capital|Halden Post", PER="Anna Holm", LOC=name)
    assert found.who(1) not in ("Holm Capital", "Halden Post", "The Halden Post")


def test_a_which_is_no_person() -> None:
    text = "Clearbrook, which sells water, said it was late."
    assert read(text, [Said("Clearbrook", "said", "it was late")], PER="Clearbrook").kind(1) == "organization"


def test_an_office_with_the_is_no_name() -> None:
    text = "The Chancellor lost it. He said it was late."
    found = read(text, [Said("He", "said", "it was late")], MISC="Chancellor")
    assert (found.who(1), found.kind(1)) == ("The Chancellor", "role")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Vell's neighbor, retired welder Leo Brandt,", "Leo Brandt"),
        ("The deckhand, Leo Brandt, 22,", "Leo Brandt"),
        ("the guest, retired lock-keeper Leo Brandt", "Leo Brandt"),
    ],
)
def test_who_is_named_after_a_comma_is_named(source: str, name: str) -> None:
    found = read(f"Ida Vell left. {source} said it was late.", [Said(source, "said", "it was late")], PER="Ida Vell|Leo Brandt")
    assert found.who(1) == name


def test_a_shareholder_may_be_a_body() -> None:
    source = "Pell's largest shareholder, Holm Capital,"
    found = read(f"Today {source} said it was late.", [Said(source, "said", "it was late")], ORG="Holm Capital")
    assert (found.who(1), found.kind(1)) == ("Holm Capital", "organization")


def test_a_strategist_in_a_name_is_said_of_a_person() -> None:
    source = "Green strategist Ottoline Brask"
    found = read(f"{source} said it was late.", [Said(source, "said", "it was late")], ORG=source)
    assert (found.who(1), found.kind(1)) == ("Ottoline Brask", "person")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Every leaflet it has sent", "document"),
        ("A draft audit first published by them", "document"),
        ("divorce papers filed in Halden", "document"),
        ("Fans", "public"),
        ("The mission itself", "organization"),
        ("The union representing librarians", "organization"),
    ],
)
def test_kinds_of_what_has_no_name(source: str, kind: str) -> None:
    assert read(f"{source} said it was late.", [Said(source, "said", "it was late")]).kind(1) == kind


def test_an_institute_for_policy_is_no_policy() -> None:
    name = "Institute for Coastal Policy"
    assert (
        read(f"The {name} said it was late.", [Said(f"The {name}", "said", "it was late")], ORG=name).kind(1) == "organization"
    )


def test_a_memoir_is_nobody() -> None:
    text = "It was late\n\nIn her memoir, “Ada Lane”, it was late, she said."
    assert read(text, [Said("she", "said", "it was late")], PER="Ada Lane").who(1) != "Ada Lane"
