"""Who is described before he is named, who keeps the floor, and who a description or a pronoun cannot be."""

import pytest

from onrecord.records import AttributionType

from .conftest import Read, Said, read


def test_who_is_introduced_as_a_is_named_next() -> None:
    text = "Late\n\nA former inspector testified it was late.\n\n“It was,” Mirela Dragan told the panel."
    said = [Said("A former inspector", "testified", "it was late"), Said("Mirela Dragan", "told", "“It was,”")]
    assert read(text, said, PER="Mirela Dragan").who(1) == "Mirela Dragan"


@pytest.mark.parametrize(
    ("one", "other"),
    [("A spokesman", "Mirela Dragan"), ("A former inspector who asked for anonymity", "Mirela Dragan")],
)
def test_who_is_not_named_on_purpose_is_not_named_next(one: str, other: str) -> None:
    text = f"Late\n\n{one} said it was late.\n\n“It was,” {other} told the panel."
    said = [Said(one, "said", "it was late"), Said(other, "told", "“It was,”")]
    assert read(text, said, PER=other).who(1) != other


def test_whose_name_opens_the_next_paragraph_was_described() -> None:
    text = "Late\n\nA man accused of arson said it was late.\n\nLeo Brandt was arrested on Monday."
    said = [Said("A man accused of arson", "said", "it was late")]
    assert read(text, said, PER="Leo Brandt").who(1) == "Leo Brandt"


def test_who_passes_it_on_keeps_the_floor() -> None:
    text = "It rained\n\nLeo Brandt said Marcus Vell had told the jury it was late.\n\nHe added it was early."
    said = [
        Said("Leo Brandt", "said", "Marcus Vell had told the jury it was late"),
        Said("Marcus Vell", "had told", "it was late", parent=1),
        Said("He", "added", "it was early"),
    ]
    assert read(text, said, PER="Leo Brandt|Marcus Vell").who(3) == "Leo Brandt"


def _quoted(text: str, outer: str, cue: str, inner: str) -> Read:
    content = text[text.index("“") : text.index("”") + 1]
    said = [
        Said(outer, cue, content, after="“", type=AttributionType.DIRECT),
        Said(inner, "told", "it was late", parent=1, after="“"),
    ]
    return read(text, said, PER="Jamal Tate|Ray Dell")


def test_who_speaks_in_the_quotation_is_not_he_outside_it() -> None:
    text = "It was late\n\nRay Dell was asked about it. “Jamal Tate told me it was late,” he replied."
    assert _quoted(text, " he", "replied", "Jamal Tate").who(1) == "Ray Dell"


def test_nobody_is_he_in_his_own_words() -> None:
    text = "Late\n\nRay Dell met Jamal Tate. “He told me it was late,” Ray Dell recalled."
    assert _quoted(text, "Ray Dell", "recalled", "He").who(2) == "Jamal Tate"


def test_my_mother_is_not_she() -> None:
    text = "It was late\n\nCorin Tove said it rained. “My mother left,” she said."
    said = [Said("Corin Tove", "said", "it rained"), Said("she", "said", "“My mother left,”", after="“")]
    assert read(text, said, PER="Corin Tove").who(2) != "My mother"


def test_who_speaks_first_without_a_name_goes_on() -> None:
    text = "Late\n\nAlfred Moss died. Moss was old. A second inspector told the jury it was late. The lamps were out, he said."
    said = [Said("A second inspector", "told", "it was late"), Said(" he", "said", "The lamps were out")]
    assert read(text, said, PER="Alfred Moss|Moss").who(2) == "A second inspector"


def test_a_byline_is_nobody_who_is_written_about() -> None:
    text = "Late\n\nBy Sam Tull\n\nIt rained. “The lamps are out,” he said."
    assert read(text, [Said("he", "said", "“The lamps are out,”")], PER="Sam Tull").who(1) != "Sam Tull"


def test_a_mother_is_not_he() -> None:
    text = "It was late\n\nOff went Jordan Obi. Nkechi Obi, his mother, said he would stay."
    said = [Said("Nkechi Obi, his mother,", "said", "he would stay"), Said(" he", "would", "stay", parent=1, after="said")]
    assert read(text, said, PER="Jordan Obi|Nkechi Obi").who(2) != "Nkechi Obi"


@pytest.mark.parametrize(
    ("known", "description"),
    [
        ("Tor Hagen, the foreign minister,", "The prime minister"),
        ("Ida Vell, the ferry's spokeswoman,", "The spokesman"),
        ("Tor Hagen, the finance minister,", "The president"),
        ("Amara Vell, who sells fish,", "The minister"),
        ("The minister", "The prime minister"),
    ],
)
def test_who_holds_another_office_is_another(known: str, description: str) -> None:
    text = f"Late\n\n{known} said it was late. {description} said it was early."
    said = [Said(known, "said", "it was late"), Said(description, "said", "it was early", after=f"{description} said")]
    found = read(text, said, PER="Tor Hagen|Ida Vell|Amara Vell")
    assert found.who(2) == description


def test_the_minister_of_a_place_is_not_the_place() -> None:
    text = "Late\n\nThe minister of Keld said it was late."
    assert read(text, [Said("The minister of Keld", "said", "it was late")], PER="Keld").who(1) != "Keld"


def test_a_defendant_is_not_who_speaks_of_him() -> None:
    text = "Late\n\nDev Sand said the defendant had lied."
    said = [Said("Dev Sand", "said", "the defendant had lied"), Said("the defendant", "had lied", "lied", parent=1)]
    assert read(text, said, PER="Dev Sand").who(2) == "the defendant"


def test_the_same_people_are_the_same() -> None:
    text = "Late\n\nTwo people close to the board said it was late. The same people said it was early."
    one, other = "Two people close to the board", "The same people"
    said = [Said(one, "said", "it was late"), Said(other, "said", "it was early", after=other)]
    assert read(text, said).source(1) is read(text, said).source(2) or read(text, said).who(2) == one


def test_one_of_the_aides_is_none_of_the_guests() -> None:
    text = "Late\n\nOne of the guests said it was late. One of the aides said it was early."
    said = [Said("One of the guests", "said", "it was late"), Said("One of the aides", "said", "it was early")]
    assert read(text, said).who(2) == "One of the aides"


def test_an_office_is_another_than_somebodys() -> None:
    text = "Late\n\nIda Vell's office said it was late. The statistics office said it was early."
    said = [Said("Ida Vell's office", "said", "it was late"), Said("The statistics office", "said", "it was early")]
    assert read(text, said, PER="Ida Vell").who(2) == "The statistics office"


def test_they_may_be_one_spokesperson() -> None:
    text = "Late\n\nA government spokesperson said the findings were late. They added it was early."
    said = [Said("A government spokesperson", "said", "the findings were late"), Said("They", "added", "it was early")]
    assert read(text, said).who(2) == "A government spokesperson"


def test_a_host_named_right_after_is_one() -> None:
    text = "Late\n\nThe host, Dana Frith, wept. She said it was late."
    assert read(text, [Said("She", "said", "it was late")], PER="Dana Frith").who(1) == "Dana Frith"


def test_a_clause_is_no_apposition() -> None:
    text = "Late\n\nAccording to Corin Vell, her father asked to go. She said it was late. The father wept."
    said = [Said("She", "said", "it was late"), Said("The father", "wept", "late")]
    assert read(text, said, PER="Corin Vell").who(2) == "The father"
