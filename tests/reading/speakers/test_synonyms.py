"""What else people and bodies are called when they are met again."""

import pytest

from .conftest import Said, read


@pytest.mark.parametrize(
    ("name", "kind", "noun"),
    [
        ("Pell Motors", "ORG", "carmaker"),
        ("Northbank", "ORG", "lender"),
        ("Halden Rovers", "ORG", "club"),
        ("the Environment Agency", "ORG", "watchdog"),
        ("the Ministry of Peat", "ORG", "department"),
        ("Saltmarsh Homes", "ORG", "developer"),
        ("Lumora", "PER", "company"),
    ],
)
def test_a_body(name: str, kind: str, noun: str) -> None:
    text = f"{name[0].upper()}{name[1:]} apologised on Monday. The {noun} said the work was late."
    found = read(text, [Said(f"The {noun}", "said", "the work was late")], **{kind: name.removeprefix("the ")})
    assert str(found.who(1)).lower() == name.lower()


@pytest.mark.parametrize("noun", ["union", "council", "regulator", "party"])
def test_an_institution_is_no_company(noun: str) -> None:
    text = f"Pell Motors apologised on Monday. The {noun} said the work was late."
    assert read(text, [Said(f"The {noun}", "said", "the work was late")], ORG="Pell Motors").who(1) == f"The {noun}"


@pytest.mark.parametrize(
    ("introduced", "noun"),
    [
        ("Club captain Leo Brandt", "skipper"),
        ("Halden manager Leo Brandt", "boss"),
        ("Striker Leo Brandt", "player"),
        ("Detective Inspector Leo Brandt", "officer"),
        ("The ambassador, Leo Brandt,", "diplomat"),
        ("Chief executive Leo Brandt", "boss"),
        ("Prosecutor Leo Brandt", "lawyer"),
        ("The singer Leo Brandt", "star"),
    ],
)
def test_a_person(introduced: str, noun: str) -> None:
    text = f"{introduced} said no. The {noun} added that it was late."
    said = [Said(introduced, "said", "no"), Said(f"The {noun}", "added", "that it was late")]
    assert read(text, said, PER="Leo Brandt").who(2) == "Leo Brandt"


def test_a_goalkeeper_is_no_striker() -> None:
    text = "Goalkeeper Leo Brandt said no. The striker added that it was late."
    said = [Said("Goalkeeper Leo Brandt", "said", "no"), Said("The striker", "added", "that it was late")]
    assert read(text, said, PER="Leo Brandt").who(2) == "The striker"


def test_her_father_is_whose_daughter_she_is() -> None:
    text = "Leo Brandt died in May. Mr Brandt's daughter, Ida Vell, said her father begged for tea."
    said = [
        Said("Mr Brandt's daughter, Ida Vell,", "said", "her father begged for tea"),
        Said("her father", "begged", "for tea", parent=1),
    ]
    assert read(text, said, PER="Leo Brandt|Ida Vell|Brandt").who(2) == "Leo Brandt"


def test_the_mayor_of_the_first_paragraph_is_named_below() -> None:
    text = "The mayor told the chamber no.\n\nThe pool is old.\n\nMayor Leo Brandt left. Deputy mayor Ida Vell stayed."
    assert read(text, [Said("The mayor", "told", "no")], PER="Leo Brandt|Ida Vell").who(1) == "Leo Brandt"


def test_a_headline_is_about_the_one_body_below_it() -> None:
    text = "Club denies the pier was unsafe\n\nHalden Rovers are old. Snow fell."
    found = read(text, [Said("Club", "denies", "the pier was unsafe")], ORG="Halden Rovers")
    assert found.who(1) == "Halden Rovers"


def test_capitol_hill_is_no_paper() -> None:
    text = "Capitol Hill said no. Snow fell on the Hill."
    assert read(text, [Said("Capitol Hill", "said", "no")], LOC="Capitol Hill|the Hill").kind(1) == "organization"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Florist Ida Vell", "Florist Ida Vell"),
        ("YouTuber Ida Vell", "YouTuber Ida Vell"),
        ("Father-of-two Ida Vell", "Ida Vell"),
        ("Head of policy Ida Vell", "Ida Vell"),
        ("Cr Ida Vell", "Cr Ida Vell"),
        ("HALDEN: Mayor Ida Vell", "Mayor Ida Vell"),
    ],
)
def test_a_trade_is_no_part_of_a_name(words: str, name: str) -> None:
    assert read(f"{words} said no.", [Said(words, "said", "no")], PER=name, LOC="HALDEN").who(1) == "Ida Vell"


def test_who_is_accused_accuses_nobody() -> None:
    text = "Ida Vell, a nurse accused of theft, wept."
    assert read(text, [Said("a nurse", "accused of", "theft")], PER="Ida Vell").who(1) is None


def test_a_sentence_may_end_on_x() -> None:
    text = "“The slides are real,” Ida Vell wrote on X. Leo Brandt, who saw them, promised more."
    said = [Said("Ida Vell", "wrote", "“The slides are real,”"), Said("Leo Brandt, who saw them,", "promised", "more")]
    assert read(text, said, PER="Ida Vell|Leo Brandt").who(2) == "Leo Brandt"
