"""Who has the floor, who is named later, and what is no person: general cases that once were wrong."""

import pytest

from .conftest import Said, read


def test_a_new_speaker_takes_the_floor() -> None:
    text = (
        "Nell Ash won again. She said it was easy. She said she would run in May.\n\n"
        "Runner-up Jane Pell took it well. “I was beaten,” she said."
    )
    said = [
        Said("She", "said", "it was easy"),
        Said("She", "said", "she would run in May", after="She said she"),
        Said("she", "said", "“I was beaten,”", after="“I was"),
    ]
    assert read(text, said, PER="Nell Ash|Jane Pell").who(3) == "Jane Pell"


def test_an_unnamed_speaker_keeps_the_floor() -> None:
    text = "Leo Brandt owns the land. Brandt left. His daughter, who runs it, declined to talk. She hopes to sell."
    said = [Said("His daughter, who runs it,", "declined", "to talk"), Said("She", "hopes", "to sell")]
    assert read(text, said, PER="Leo Brandt|Brandt").kind(2) == "role"


def test_whom_she_names_is_not_herself() -> None:
    text = "Ida Vell met Nell Ash. She thinks Vell should lead."
    assert read(text, [Said("She", "thinks", "Vell should lead")], PER="Ida Vell|Nell Ash|Vell").who(1) == "Nell Ash"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mate of the Gannet told the court he saw it.", "Gannet"),
        ("The Halden Post was alone. The mate of the Gannet told the court he saw it.", "Halden Post"),
        ("Two Quills are on trial. The mate of the Gannet told the court he saw it.", "Two Quills"),
    ],
)
def test_what_is_no_person_is_no_he(text: str, name: str) -> None:
    said = [Said("The mate of the Gannet", "told", "he saw it"), Said("he", "saw", "it", parent=1, after="court")]
    assert read(text, said, PER=name).who(2) in ("The mate of the Gannet", None)


def test_the_articles_own_outlet_is_one() -> None:
    text = "A resident spoke. Kestrel could not verify the report. He said no."
    said = [Said("Kestrel", "could not verify", "the report"), Said("He", "said", "no")]
    found = read(text, said, outlet="Kestrel", PER="Kestrel")
    assert found.kind(1) != "person"
    assert found.who(2) != "Kestrel"


@pytest.mark.parametrize(
    "text",
    [
        "Pell Water declined to comment.",
        "Vale Rovers declined to comment.",
        "Pellco's shareholders met. Pellco declined to comment.",
        "Pellco declined to discuss what it called rumours.",
    ],
)
def test_a_body_is_told_by_its_name_or_by_what_it_has(text: str) -> None:
    name = text.split(" declined")[0].split(". ")[-1]
    assert read(text, [Said(name, "declined", text[-10:-1], after=text)], PER=name).kind(1) == "organization"


def test_a_noun_for_people_makes_a_person() -> None:
    found = read(
        "The soprano Wyn Catala said it was late.", [Said("The soprano Wyn Catala", "said", "it was late")], ORG="Wyn Catala"
    )
    assert found.kind(1) == "person"


def test_the_club_of_a_headline_is_the_one_below() -> None:
    text = "Club denies sale\n\nVale Rovers have denied a sale. The club said it was happy."
    said = [
        Said("Club", "denies", "sale"),
        Said("Vale Rovers", "have denied", "a sale"),
        Said("The club", "said", "it was happy"),
    ]
    found = read(text, said, ORG="Vale Rovers")
    assert [found.who(1), found.who(3)] == ["Vale Rovers", "Vale Rovers"]


def test_who_is_described_first_is_named_next() -> None:
    text = "Sculptor shuns talk\n\nThe sculptor does not like talk.\n\n“Stone forgets nothing,” Mirela Dragan says."
    said = [
        Said("The sculptor", "does not like", "talk", after="The"),
        Said("Mirela Dragan", "says", "“Stone forgets nothing,”"),
    ]
    assert read(text, said, PER="Mirela Dragan").who(1) == "Mirela Dragan"


def test_who_is_said_to_be_another_is_another() -> None:
    text = "Halden\n\nThe mayor denied it.\n\n“He lies,” said Mirela Dragan, a baker."
    said = [Said("The mayor", "denied", "it"), Said("Mirela Dragan, a baker", "said", "“He lies,”")]
    assert read(text, said, PER="Mirela Dragan").who(1) == "The mayor"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The council's leaflet praises it. I see why. It does not give a price.", "The council's leaflet"),
        ("The state says she left on Feb. 9 at noon. It does not give a price.", "The state"),
    ],
)
def test_it_reaches_back_in_its_paragraph(text: str, source: str) -> None:
    first = "praises" if "praises" in text else "says"
    said = [Said(source, first, "it" if first == "praises" else "she left"), Said("It", "does not give", "a price")]
    found = read(text, said)
    assert found.who(2) == source


@pytest.mark.parametrize("book", ["The Bible", "The Quran", "The Constitution", "Scripture", "Article 12"])
def test_a_book_speaks_for_itself(book: str) -> None:
    text = f"Leo Brandt, a deacon, stood up. {book} says so."
    for names in ({}, {"ORG": book.removeprefix("The ")}):
        found = read(text, [Said(book, "says", "so", after=book)], PER="Leo Brandt", **names)
        assert found.kind(1) == "document"
        assert found.who(1) != "Leo Brandt"


@pytest.mark.parametrize("source", ["Passengers", "I", "You"])
def test_who_is_told_says_nothing(source: str) -> None:
    text = f"{source} are reminded that it is late."
    found = read(text, [Said(source, "are reminded", "that it is late")])
    assert (found.kind(1), found.resolved.attributions[0].source) == ("unknown", ())


def test_texts_of_one_sort_are_one() -> None:
    text = "A complaint says so. The filing adds a date."
    found = read(text, [Said("A complaint", "says", "so"), Said("The filing", "adds", "a date")])
    assert (found.who(1), len(found.resolved.sources)) == ("A complaint", 1)


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("Astronomers believe so.", "Astronomers", "public"),
        ("No paper believes so.", "No paper", "public"),
        ("The coastguard believes so.", "The coastguard", "organization"),
        ("The ministry's paper says so.", "The ministry's paper", "document"),
        ("The city's paper says so.", "The city's paper", "outlet"),
        ("A post shared 40,000 times says so.", "A post shared 40,000 times", "document"),
    ],
)
def test_kinds(text: str, source: str, kind: str) -> None:
    assert read(text, [Said(source, text.split()[-2], "so")]).kind(1) == kind
