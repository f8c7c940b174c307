"""What kind of source it is, named or not, on which basis; and vague ones are marked."""

import pytest

from .conftest import Said, read


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("A senior aide", "role"),
        ("One of them", "role"),
        ("Two aides", "group"),
        ("Prosecutors", "group"),
        ("Several of those present", "group"),
        ("The jury", "group"),
        ("Critics", "public"),
        ("Many residents", "public"),
        ("Some", "public"),
        ("Everybody", "public"),
        ("The council", "organization"),
        ("Police", "organization"),
        ("The report", "document"),
        ("A new poll", "document"),
        ("The paper", "outlet"),
        ("State television", "outlet"),
        ("His latest paper", "document"),
        ("Earlier trials", "document"),
        ("The defense", "organization"),
        ("Fishermen in the north", "group"),
        ("Nobody in the valley", "group"),
        ("Supporters outside the ground", "group"),
        ("Supporters", "public"),
        ("Social media", "unknown"),
        ("A voice", "role"),
        ('A "street ambassador"', "role"),
        ("Two Sunday newspapers", "outlet"),
        ("Whoever", "unknown"),
    ],
)
def test_kinds_without_a_name(source: str, kind: str) -> None:
    found = read(f"{source} said it was late.", [Said(source, "said", "it was late")])
    assert found.kind(1) == kind
    assert found.source(1).named is False  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("source", "entity", "kind"),
    [
        ("Ida Vell", {"PER": "Ida Vell"}, "person"),
        ("Coldharrow Minerals", {"ORG": "Coldharrow Minerals"}, "organization"),
        ("Halden", {"LOC": "Halden"}, "organization"),
        ("The Harbour Post", {"ORG": "Harbour Post"}, "outlet"),
        ("Radio Pell", {"ORG": "Radio Pell"}, "outlet"),
    ],
)
def test_kinds_of_names(source: str, entity: dict[str, str], kind: str) -> None:
    found = read(f"{source} said it was late.", [Said(source, "said", "it was late")], **entity)
    assert found.kind(1) == kind
    assert found.source(1).named is True  # type: ignore[union-attr]


def test_an_outlet_no_list_knows_is_told_by_how_people_speak_to_it() -> None:
    found = read(
        "Ida Vell told Northline it was late.", [Said("Ida Vell", "told", "it was late")], PER="Ida Vell", ORG="Northline"
    )
    assert [str(s.kind) for s in found.resolved.sources] == ["person", "outlet"]


@pytest.mark.parametrize(
    ("text", "cue", "kind"),
    [
        ("It was claimed that the dam had burst.", "was claimed", "unknown"),
        ("The dam had reportedly burst.", "reportedly", "unknown"),
        ("It is widely believed that the dam had burst.", "is widely believed", "public"),
    ],
)
def test_no_source_words(text: str, cue: str, kind: str) -> None:
    found = read(text, [Said("", cue, "the dam had" if "that" in text else "The dam had")])
    assert (found.kind(1), found.who(1)) == (kind, None)


@pytest.mark.parametrize(
    ("source", "basis"),
    [
        ("Two people who were in the room", "who were in the room"),
        ("An official briefed on the matter", "briefed on the matter"),
        ("A letter seen by the clerk", "seen by the clerk"),
        ("An aide", None),
    ],
)
def test_the_basis_is_the_reason_the_text_gives(source: str, basis: str | None) -> None:
    found = read(f"{source} said it was late.", [Said(source, "said", "it was late")])
    assert found.source(1).basis == basis  # type: ignore[union-attr]


def test_vague_sources_are_marked() -> None:
    found = read("Critics said no. A nurse said yes.", [Said("Critics", "said", "no"), Said("A nurse", "said", "yes")])
    assert found.marked() == ["Critics"]


def test_what_reads_is_a_document() -> None:
    text = "A board at the gate reads: Back in May. A driver read the board out."
    said = [Said("A board at the gate", "reads:", "Back in May"), Said("A driver", "read", "the board out")]
    found = read(text, said)
    assert [found.kind(1), found.kind(2)] == ["document", "role"]


@pytest.mark.parametrize(("words", "name"), [("the Anchor's cartoonist", "Anchor"), ("WKHB", "WKHB")])
def test_outlets_by_who_works_there_and_by_call_sign(words: str, name: str) -> None:
    found = read(f"In May {words} laughed. {name} said no.", [Said(name, "said", "no", after="laughed")], ORG=name)
    assert found.kind(1) == "outlet"


def test_a_maker_may_be_a_company() -> None:
    text = "The developer, Saltmarsh Homes, said no."
    found = read(text, [Said("The developer, Saltmarsh Homes,", "said", "no")], ORG="Saltmarsh Homes")
    assert (found.who(1), found.kind(1)) == ("Saltmarsh Homes", "organization")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("A number of studies", "document"),
        ("A number of delegates", "group"),
        ("A majority of Britons", "public"),
        ("A few other leaders", "public"),
        ("No one", "public"),
        ("No reasonable person", "public"),
        ("One in five", "public"),
        ("The Republican", "role"),
        ("One influential 2009 paper", "document"),
        ("The report Tuesday", "document"),
        ("The eyewitness", "role"),
    ],
)
def test_what_is_counted_is_what_speaks(source: str, kind: str) -> None:
    assert read(f"{source} said it was late.", [Said(source, "said", "it was late")]).kind(1) == kind


@pytest.mark.parametrize("source", ["US officials", "The WHO chief"])
def test_acronyms_are_no_pronouns(source: str) -> None:
    found = read(f"{source} said it was late.", [Said(source, "said", "it was late")])
    assert found.kind(1) in ("group", "role")


def test_who_hears_is_no_outlet() -> None:
    text = "Ida Vell told the FBI it was late. The FBI said no."
    said = [Said("Ida Vell", "told", "it was late"), Said("The FBI", "said", "no")]
    assert read(text, said, PER="Ida Vell", ORG="FBI").kind(2) == "organization"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "vague"),
    [
        ("Ida Vell offered some pointed advice to Leo Brandt.", "some", "pointed advice to", "Leo Brandt", False),
        ("She left, but some said no.", "some", "said", "no", True),
        ("Some said no.", "Some", "said", "no", True),
        ("“No,” said some.", "some", "said", "“No,”", True),
    ],
)
def test_a_vague_source_is_one_that_speaks(text: str, source: str, cue: str, content: str, vague: bool) -> None:
    found = read(text, [Said(source, cue, content)], PER="Ida Vell|Leo Brandt")
    assert (found.kind(1) == "public", found.marked() == [source]) == (vague, vague)


@pytest.mark.parametrize(
    ("source", "basis"),
    [
        ("A date on the receipt", None),
        ("A report by the harbour office", "by the harbour office"),
        ("A man by the name of Jeff", None),
        ("An aide to the governor", "to the governor"),
    ],
)
def test_not_all_that_follows_is_a_reason(source: str, basis: str | None) -> None:
    found = read(f"{source} said it was late.", [Said(source, "said", "it was late")])
    assert found.source(1).basis == basis  # type: ignore[union-attr]


def test_an_acronym_in_brackets_is_no_reason() -> None:
    text = "The Peat Survey Office (PSO) said no."
    assert read(text, [Said("The Peat Survey Office (PSO)", "said", "no")], ORG="Peat Survey Office").source(1).basis is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("source", "kind"),
    [("Other passengers", "group"), ("The Danes", "group"), ("The railway", "organization"), ("Legend", "public")],
)
def test_groups_peoples_and_bodies(source: str, kind: str) -> None:
    assert read(f"{source} said it was late.", [Said(source, "said", "it was late")], ORG="Danes").kind(1) == kind


@pytest.mark.parametrize(
    ("source", "kind"),
    [("A third of the farmers", "public"), ("A dozen workers", "group"), ("A maintenance guy", "role")],
)
def test_fractions_and_dozens(source: str, kind: str) -> None:
    assert read(f"{source} said it was late.", [Said(source, "said", "it was late")]).kind(1) == kind


def test_an_authority_that_publishes_is_no_outlet() -> None:
    text = "FBI reports say so. The FBI said no."
    assert read(text, [Said("FBI", "reports", "so"), Said("The FBI", "said", "no")], ORG="FBI").kind(2) == "organization"


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("A foreman who pleaded guilty last year said no.", "who pleaded guilty last year"),
        ("A foreman, who was in the room, said no.", "who was in the room"),
        ("A foreman said no to those who asked.", None),
    ],
)
def test_the_clause_after_a_source_is_a_reason_too(text: str, basis: str | None) -> None:
    assert read(text, [Said("A foreman", "said", "no")]).source(1).basis == basis  # type: ignore[union-attr]


def test_an_office_is_a_better_reason_than_a_clause() -> None:
    text = "The fire chief, Ida Vell, who spoke on Monday, said no."
    assert read(text, [Said("Ida Vell", "said", "no")], PER="Ida Vell").source(1).basis == "The fire chief"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Leo Brandt, a senior aide with Sen. Vell, said no.", "a senior aide with Sen. Vell"),
        ("The chief of police, Leo Brandt, said no.", "The chief of police"),
        ("In general elections, Leo Brandt said no.", None),
    ],
)
def test_the_basis_of_a_person_is_all_of_it_or_none(text: str, basis: str | None) -> None:
    assert read(text, [Said("Leo Brandt", "said", "no")], PER="Leo Brandt").source(1).basis == basis  # type: ignore[union-attr]


def test_a_place_before_a_comma_is_not_what_comes_after() -> None:
    text = "Back at their hotel, Pell Motors said no."
    assert read(text, [Said("Pell Motors", "said", "no")], ORG="Pell Motors").source(1).basis is None  # type: ignore[union-attr]


def test_a_possessive_is_no_part_of_who_has_it() -> None:
    text = "The Torvik Democrat's biggest worry is that it was late."
    found = read(text, [Said("The Torvik Democrat's", "biggest worry is", "that it was late")])
    assert (found.who(1), found.kind(1)) == ("The Torvik Democrat", "role")


@pytest.mark.parametrize("noun", ["citizen", "tourist", "protester", "technician", "bookseller"])
def test_a_noun_for_one_person_is_a_role(noun: str) -> None:
    text = f"The unnamed {noun} assigned to the consulate said no."
    assert read(text, [Said(f"The unnamed {noun} assigned to the consulate", "said", "no")]).kind(1) == "role"
