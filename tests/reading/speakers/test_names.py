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


def test_no_name_runs_over_the_end_of_a_paragraph() -> None:
    text = "The plums of Low Sowther\n\nAgnes Pirrie said no."
    found = read(text, [Said("Agnes Pirrie", "said", "no")], PER="Low Sowther\n\nAgnes Pirrie")
    assert found.who(1) == "Agnes Pirrie"


@pytest.mark.parametrize("source", ["Islanders", "Cynics"])
def test_a_plural_at_the_head_of_a_sentence_is_no_name(source: str) -> None:
    found = read(f"{source} fear the winter.", [Said(source, "fear", "the winter")], ORG=source)
    assert found.source(1).named is False  # type: ignore[union-attr]


def test_a_club_that_sentences_name_so_keeps_its_name() -> None:
    text = "Rovers fear the winter. In May Rovers won."
    assert read(text, [Said("Rovers", "fear", "the winter")], ORG="Rovers").source(1).named is True  # type: ignore[union-attr]


def test_who_have_is_many() -> None:
    text = "Harlow Vale have denied it. Vale insist he stays."
    said = [Said("Harlow Vale", "have denied", "it"), Said("Vale", "insist", "he stays", after="it.")]
    found = read(text, said, PER="Harlow Vale|Vale")
    assert [(found.who(n), found.kind(n)) for n in (1, 2)] == [("Harlow Vale", "organization")] * 2


def test_days_are_no_names() -> None:
    text = "A study published Monday in Halden found frost."
    said = [Said("A study published Monday in Halden", "found", "frost")]
    found = read(text, said, ORG="Monday", LOC="Halden")
    assert (found.who(1), found.kind(1)) == ("A study published Monday in Halden", "document")


def test_the_nickname_is_no_name_of_its_own() -> None:
    text = 'His lawyer, Sam "Bishop" Odell, said no. Odell said yes.'
    said = [Said('His lawyer, Sam "Bishop" Odell,', "said", "no"), Said("Odell", "said", "yes", after="no.")]
    found = read(text, said, PER="Sam|Bishop|Odell")
    assert [found.who(1), found.who(2)] == ['Sam "Bishop" Odell'] * 2


@pytest.mark.parametrize(
    ("told", "name"),
    [("Channel 6", "Channel 6"), ("Radio Wend", "Radio Wend"), ("the Sunday Tribune", "Sunday Tribune")],
)
def test_a_name_that_was_cut_short_is_whole(told: str, name: str) -> None:
    cut = told.split()[-1] if "Tribune" in told else told.split()[0]
    found = read(f"Ida Vell told {told} it was late.", [Said("Ida Vell", "told", "it was late")], PER="Ida Vell", ORG=cut)
    assert found.chain(1)[1:] == [name]


def test_a_capital_on_a_body_that_words_name_is_a_body() -> None:
    text = "Ida Vell told the daily «L'Aube» it was late."
    found = read(text, [Said("Ida Vell", "told", "it was late")], PER="Ida Vell|L'Aube")
    assert found.chain(1)[1:] == ["L'Aube"]


def test_a_title_alone_is_no_name() -> None:
    text = "“Senator, go,” said a man. The Senator said no."
    found = read(text, [Said("The Senator", "said", "no")], PER="Senator")
    assert found.kind(1) == "role"


@pytest.mark.parametrize("company", ["Dunmarrow Lines", "Pell Motors"])
def test_a_company_at_the_head_of_a_sentence_is_one(company: str) -> None:
    found = read(f"{company} said no.", [Said(company, "said", "no")])
    assert (found.who(1), found.kind(1)) == (company, "organization")


@pytest.mark.parametrize(
    ("words", "entity", "name"),
    [
        ("former Secretary of State Ida Vell", {"ORG": "Secretary of State Ida Vell"}, "Ida Vell"),
        ("former secretary of state Ida Vell", {"PER": "Ida Vell"}, "Ida Vell"),
        ("a secretary of Ida Vell", {"PER": "Ida Vell"}, "a secretary of Ida Vell"),
        (
            "The security division of Pell Motors",
            {"ORG": "security division of Pell Motors"},
            "The security division of Pell Motors",
        ),
    ],
)
def test_words_before_a_name_are_none_of_it(words: str, entity: dict[str, str], name: str) -> None:
    assert read(f"On Monday {words} said no.", [Said(words, "said", "no")], **entity).who(1) == name


def test_a_hyphen_joins_a_name() -> None:
    text = "Ida Vell told KING-TV it was late."
    assert read(text, [Said("Ida Vell", "told", "it was late")], PER="Ida Vell", ORG="TV").chain(1) == ["Ida Vell", "KING-TV"]


def test_an_adjective_of_a_people_ends_no_name() -> None:
    text = "Popular Christian speakers said no."
    found = read(text, [Said("Popular Christian speakers", "said", "no")])
    assert found.source(1).named is False  # type: ignore[union-attr]


def test_a_title_after_a_full_stop_begins_the_name() -> None:
    found = read("It was over. President Brandt said no.", [Said("President Brandt", "said", "no")], PER="Brandt")
    assert found.who(0) == "President Brandt"


def test_an_acronym_is_no_person() -> None:
    text = "They hope to pass JASTA soon. She said no."
    assert read(text, [Said("She", "said", "no")], PER="JASTA").who(1) is None
    text = "BRANDT: Yes.\n\nVELL: No. Vell was late."
    assert read(text, [Said("VELL", ":", "No.", after="VELL")], PER="VELL|BRANDT").kind(1) == "person"


def test_who_is_called_an_executive_is_a_person() -> None:
    text = "Vantic's chief executive, Dale Yoon, told them he was late."
    found = read(text, [Said("Vantic's chief executive, Dale Yoon,", "told", "he was late")], ORG="Dale Yoon|Vantic")
    assert (found.who(1), found.kind(1)) == ("Dale Yoon", "person")
