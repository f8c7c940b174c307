"""What twelve articles written blind taught: whom an age or a number of children means, which station, whose website."""

import pytest

from onrecord.reading.speakers.given import gender_of

from .conftest import Said, read

NO = "“No,”"


@pytest.mark.parametrize("description", ["The 43-year-old", "The mother-of-two"])
def test_an_age_or_children_mean_who_may_have_them(description: str) -> None:
    text = f"Ida Vell left the set after a row with Leo Brandt, 39.\n\nIt rained. {description} said no."
    found = read(text, [Said(description, "said", "no")], PER="Ida Vell|Leo Brandt")
    assert found.who(1) == "Ida Vell"


def test_who_is_said_to_be_so_old_is_meant() -> None:
    text = "Ida Vell, 51, met Leo Brandt. The 51-year-old said no."
    assert read(text, [Said("The 51-year-old", "said", "no")], PER="Ida Vell|Leo Brandt").who(1) == "Ida Vell"


def test_somebody_so_old_whom_nobody_explains_is_one_person() -> None:
    assert read("A 9-year-old said no.", [Said("A 9-year-old", "said", "no")]).kind(1) == "role"


def test_one_of_them_who_is_named() -> None:
    text = f"Two analysts came. {NO} said one of them, Ida Vell."
    assert read(text, [Said("one of them, Ida Vell", "said", NO)], PER="Ida Vell").who(1) == "Ida Vell"


@pytest.mark.parametrize(
    ("cue", "rest", "kind"),
    [("is thought", "to be worth millions", "public"), ("is said", "to be cursed", "unknown"), ("is", "late", "document")],
)
def test_of_whom_something_is_thought_thinks_nothing(cue: str, rest: str, kind: str) -> None:
    text = f"The report {cue} {rest}."
    assert read(text, [Said("The report", cue, rest)]).kind(1) == kind


def test_letters_behind_a_name_and_ranks_before_it_are_no_part_of_it() -> None:
    text = "Leo Brandt KC, prosecuting, asked why. Mr Brandt said no. Supt Ida Vell left. Supt Vell said so."
    said = [Said("Mr Brandt", "said", "no"), Said("Supt Vell", "said", "so")]
    found = read(text, said, PER="Leo Brandt KC|Brandt|Supt Ida Vell|Supt Vell")
    assert (found.who(1), found.who(2)) == ("Leo Brandt", "Ida Vell")


def test_the_kc_is_the_one_who_has_it_behind_the_name() -> None:
    text = "Leo Brandt KC, prosecuting, asked why. Ida Vell wept. The KC said no."
    assert read(text, [Said("The KC", "said", "no")], PER="Leo Brandt|Ida Vell", ORG="KC").who(1) == "Leo Brandt"


def test_grandma_is_no_name() -> None:
    found = read("“It rains,” Grandma said.", [Said("Grandma", "said", "“It rains,”")], ORG="Grandma")
    assert (found.kind(1), found.source(1).named) == ("role", False)  # type: ignore[union-attr]


def test_given_names_are_a_short_form() -> None:
    text = "Mary-Ann Frost sang. Mary-Ann, 40, said no."
    said = [Said("Mary-Ann, 40,", "said", "no")]
    assert read(text, said, PER="Mary-Ann Frost|Mary-Ann,").who(1) == "Mary-Ann Frost"


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Ida Vell told the Sunday Comet it was late.", "Sunday Comet"),
        ("Ida Vell told the Daily Thistle it was late.", "Daily Thistle"),
        ("Ida Vell told the Gazzetta del Golfo it was late.", "Gazzetta del Golfo"),
    ],
)
def test_papers_by_their_day_or_from_abroad(text: str, medium: str) -> None:
    names = "Comet" if "Comet" in medium else medium
    found = read(text, [Said("Ida Vell", "told", "it was late")], PER="Ida Vell", ORG=names)
    assert [x and x.removeprefix("the ") for x in found.chain(1)[:2]] == ["Ida Vell", medium]


def test_a_station_of_the_first_paragraph_is_named_in_the_next() -> None:
    text = "Ida Vell told a foreign radio station it was late.\n\nShe spoke to Radio Lacustre on Sunday."
    found = read(text, [Said("Ida Vell", "told", "it was late")], PER="Ida Vell", ORG="Radio Lacustre")
    assert found.chain(1)[:2] == ["Ida Vell", "Radio Lacustre"]


def test_further_down_a_station_is_its_own() -> None:
    text = "It rained.\n\nIt snowed.\n\nIda Vell told a local radio station it was late.\n\nRadio Lacustre played on."
    found = read(text, [Said("Ida Vell", "told", "it was late")], PER="Ida Vell", ORG="Radio Lacustre")
    assert found.chain(1)[:2] == ["Ida Vell", "a local radio station"]


def test_what_lies_on_a_stations_website_came_through_it() -> None:
    text = "Ida Vell spoke to Radio Lacustre. A transcript on the station's website says so."
    said = [Said("A transcript on the station's website", "says", "so")]
    assert read(text, said, PER="Ida Vell", ORG="Radio Lacustre").chain(1)[1] == "Radio Lacustre"


@pytest.mark.parametrize(
    "opening", ["On Channel One that night the presenter", "On the evening show of Channel One, the presenter"]
)
def test_who_presents_is_on_the_station(opening: str) -> None:
    text = f"{opening} said it was late."
    assert "Channel One" in read(text, [Said("the presenter", "said", "it was late")], ORG="Channel One").chain(1)


def test_a_critic_writes_in_the_page() -> None:
    text = "“It rains,” the critic Ida Vell wrote in The Blue Lamp in 1957."
    found = read(text, [Said("the critic Ida Vell", "wrote", "“It rains,”")], PER="Ida Vell", MISC="The Blue Lamp")
    assert found.chain(1)[:2] == ["Ida Vell", "The Blue Lamp"]


def test_an_article_for_a_paper() -> None:
    text = "In an article for the Saravan Herald the minister, Ida Vell, wrote that it was late."
    found = read(text, [Said("Ida Vell", "wrote", "that it was late")], PER="Ida Vell", ORG="Saravan Herald")
    assert found.chain(1)[:2] == ["Ida Vell", "Saravan Herald"]


def test_a_stations_name_that_was_cut_short() -> None:
    text = "Ida Vell told Free Veshti Radio it was late."
    found = read(text, [Said("Ida Vell", "told", "it was late")], PER="Ida Vell", ORG="Veshti Radio")
    assert found.chain(1)[:2] == ["Ida Vell", "Free Veshti Radio"]


def test_later_in_the_interview() -> None:
    text = "Ida Vell told West Today it was late. Later in the interview she conceded it was cold."
    said = [Said("Ida Vell", "told", "it was late"), Said("she", "conceded", "it was cold")]
    assert read(text, said, PER="Ida Vell", ORG="West Today").chain(2)[:2] == ["Ida Vell", "West Today"]


def test_the_same_programme() -> None:
    text = "Ida Vell told West Today it was late. Leo Brandt told the same programme it was cold."
    said = [Said("Ida Vell", "told", "it was late"), Said("Leo Brandt", "told", "it was cold")]
    assert read(text, said, PER="Ida Vell|Leo Brandt", ORG="West Today").chain(2)[:2] == ["Leo Brandt", "West Today"]


def test_a_noun_that_who_follows_is_a_person() -> None:
    text = "The papers moved on. Not so a retired mudlark who posts maps. He said it was late."
    found = read(text, [Said("He", "said", "it was late")])
    assert (found.who(1), found.kind(1)) == ("a retired mudlark", "role")


@pytest.mark.parametrize(
    ("source", "who"), [("former counsel and mayor Ida Vell", "Ida Vell"), ("A counsel and mayor Ida Vell", None)]
)
def test_two_offices_of_one(source: str, who: str | None) -> None:
    text = f"Leo Brandt, the counsel, left. Yet {source} said no."
    named = read(text, [Said(source, "said", "no")], PER="Leo Brandt|Ida Vell").source(1)
    assert named is not None
    assert (named.name if named.name == "Ida Vell" else None) == who


def test_what_a_timeline_regards_did_not_say_it() -> None:
    text = "According to the new timeline regarding Vell, he fired."
    found = read(text, [Said("the new timeline regarding Vell", "According to", "he fired")], PER="Vell")
    assert found.who(1) != "Vell"


def test_the_day_is_no_part_of_who_was_told() -> None:
    found = read("Ida Vell told CNN Monday it was late.", [Said("Ida Vell", "told", "it was late")], PER="Ida Vell")
    assert found.chain(1) == ["Ida Vell", "CNN"]


def test_media_in_general_carry_nothing() -> None:
    found = read("Ida Vell told media it was late.", [Said("Ida Vell", "told", "it was late")], PER="Ida Vell")
    assert found.chain(1) == ["Ida Vell"]


def test_her_will_is_a_text() -> None:
    found = read("Ida Vell died. Her will stipulates silence.", [Said("Her will", "stipulates", "silence")], PER="Ida Vell")
    assert found.kind(1) == "document"


def test_a_clock_time_before_he_is_no_part_of_the_source() -> None:
    text = "Ida Vell came. At 11.02 she said it was late."
    assert read(text, [Said("At 11.02 she", "said", "it was late")], PER="Ida Vell").who(1) == "Ida Vell"


@pytest.mark.parametrize(
    ("name", "alone", "told"),
    [
        ("priya", True, ("f", True)),
        ("linus", False, ("m", True)),
        ("linus", True, ("m", False)),
        ("zoë", False, ("f", True)),
        ("johnson", True, ("", False)),
        ("andrea", False, ("", False)),
        ("qwrt", False, ("", False)),
    ],
)
def test_what_a_given_name_tells(name: str, alone: bool, told: tuple[str, bool]) -> None:
    assert gender_of(name, alone=alone) == told
