"""Descriptions that nothing introduced: 'the company', 'the Norwegian', 'the novelist', 'her client'."""

from .conftest import Said, read


def test_the_company_is_the_one_that_the_story_is_about() -> None:
    text = "Halvorsen Looms cut its forecast.\n\nSnow fell. Roads closed. Trees fell. The company said it was late."
    found = read(text, [Said("The company", "said", "it was late")], ORG="Halvorsen Looms")
    assert found.who(1) == "Halvorsen Looms"


def test_the_union_is_no_company() -> None:
    text = "Coldharrow Minerals closed the pit. The union said it was late."
    assert read(text, [Said("The union", "said", "it was late")], ORG="Coldharrow Minerals").who(1) == "The union"


def test_the_board_is_no_name() -> None:
    found = read("Halden slept. The Board said it was late.", [Said("The Board", "said", "it was late")], ORG="Board")
    assert (found.kind(1), found.source(1).named) == ("organization", False)  # type: ignore[union-attr]


def test_a_nationality_is_who_spoke_last() -> None:
    text = "“No,” said Stig Aldous. The Norwegian refused to sit."
    said = [Said("Stig Aldous", "said", "“No,”"), Said("The Norwegian", "refused", "to sit")]
    assert read(text, said, PER="Stig Aldous").who(2) == "Stig Aldous"


def test_below_a_title_of_one_name_the_novelist_is_she() -> None:
    text = "Tea with Orla Finch\n\nThe novelist talks about bad reviews."
    assert read(text, [Said("The novelist", "talks about", "bad reviews")], PER="Orla Finch").who(1) == "Orla Finch"


def test_below_a_title_of_two_names_it_stays_open() -> None:
    text = "Tea with Orla Finch and Ida Vell\n\nThe novelist talks about bad reviews."
    said = [Said("The novelist", "talks about", "bad reviews")]
    assert read(text, said, PER="Orla Finch|Ida Vell").who(1) == "The novelist"


def test_her_client_is_the_lawyers() -> None:
    text = "Bruno Teller left. His lawyer, Carla Venn, said her client knew nothing."
    said = [Said("His lawyer, Carla Venn,", "said", "her client knew nothing"), Said("her client", "knew", "nothing", parent=1)]
    assert read(text, said, PER="Bruno Teller|Carla Venn").who(2) == "Bruno Teller"


def test_a_departments_website_is_the_department() -> None:
    text = "The ferry department's website lists the boat as sunk."
    said = [Said("The ferry department's website", "lists", "the boat as sunk")]
    assert read(text, said).kind(1) == "organization"


def test_another_campaign_is_another() -> None:
    text = "The Vell campaign wept. Brandt's campaign said no."
    found = read(text, [Said("Brandt's campaign", "said", "no")], PER="Brandt", ORG="Vell campaign")
    assert found.who(1) != "The Vell campaign"


def test_a_title_of_many_words_ends_in_a_name() -> None:
    text = "Ambassador to the United Nations Ida Vell said no. The ambassador left, saying yes."
    said = [
        Said("Ambassador to the United Nations Ida Vell", "said", "no"),
        Said("The ambassador", "saying", "yes"),
    ]
    found = read(text, said, PER="Ida Vell", ORG="United Nations")
    assert [found.who(1), found.who(2)] == ["Ida Vell"] * 2


def test_a_document_keeps_no_name_of_its_makers() -> None:
    source = "A report released in May by the Academy of Peat, Moss and Heather"
    found = read(f"{source} said no.", [Said(source, "said", "no")], ORG="Academy of Peat|Moss and Heather")
    assert (found.who(1), found.kind(1)) == (source, "document")


def test_one_phrase_of_two_statements_is_one_source() -> None:
    text = "A spokesman denied it and refused to sit."
    found = read(text, [Said("A spokesman", "denied", "it"), Said("A spokesman", "refused", "to sit")])
    assert len(found.resolved.sources) == 1


def test_an_aide_brought_up_and_taken_up_again_is_one() -> None:
    text = "A senior aide said no. The aide said yes. Another aide left, saying maybe."
    said = [Said("A senior aide", "said", "no"), Said("The aide", "said", "yes"), Said("Another aide", "saying", "maybe")]
    assert read(text, said).resolved.sources[0].name == "A senior aide"
    assert [s.name for s in read(text, said).resolved.sources] == ["A senior aide", "Another aide"]


def test_a_site_is_whose_name_it_bears() -> None:
    text = "The MVD met. The WHO website lists hats."
    assert read(text, [Said("The WHO website", "lists", "hats")], ORG="MVD|WHO").who(1) == "The WHO"


def test_a_plants_operator_is_a_body() -> None:
    text = "The plant's operator, Norkraft, said no."
    found = read(text, [Said("The plant's operator, Norkraft,", "said", "no")], PER="Norkraft")
    assert (found.who(1), found.kind(1)) == ("Norkraft", "organization")


def test_what_stands_before_an_insertion_speaks() -> None:
    text = "It quotes a memo, dated 3 May, that warned of rust."
    assert read(text, [Said("that", "warned of", "rust")]).kind(1) == "document"


def test_a_letter_speaks_without_whom_it_is_to() -> None:
    text = "Sir, – Your leader of 3 May argues for frost."
    assert read(text, [Said("Sir, – Your leader of 3 May", "argues for", "frost")]).kind(1) == "outlet"


def test_a_description_that_says_more_is_another() -> None:
    text = "Dunmarrow Lines closed. The water company said no."
    assert read(text, [Said("The water company", "said", "no")], ORG="Dunmarrow Lines").who(1) == "The water company"
