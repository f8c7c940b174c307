"""'The paper', 'the station', 'the agency': the outlet that was named; and what carried words without being called outlet."""

import pytest

from onrecord.reading.speakers.mentions import Cluster
from onrecord.reading.speakers.resolution import without_returns
from onrecord.records import SourceKind

from .conftest import Said, read

PAPER = "Ida Vell told the Halden Post it was late. "


@pytest.mark.parametrize(
    ("before", "who", "outlet", "names"),
    [
        ("Ida Vell told the Halden Post it was late.", "the paper", "Halden Post", "Halden Post"),
        ("Ida Vell told WKRB it was late.", "the station", "WKRB", "WKRB"),
        ("Ida Vell told Meridian Wire it was late.", "the agency", "Meridian Wire", "Meridian Wire"),
        ("Ida Vell told Radio Pell, not the Halden Post, it was late.", "the station", "Radio Pell", "Halden Post|Radio Pell"),
    ],
)
def test_the_paper_is_the_one_that_was_named(before: str, who: str, outlet: str, names: str) -> None:
    text = f"{before} Leo Brandt told {who} it was early."
    said = [Said("Ida Vell", "told", "it was late"), Said("Leo Brandt", "told", "it was early", after="Leo")]
    assert read(text, said, PER="Ida Vell|Leo Brandt", ORG=names).chain(2) == ["Leo Brandt", outlet]


def test_the_paper_may_speak() -> None:
    text = PAPER + "The paper said it was early."
    said = [Said("Ida Vell", "told", "it was late"), Said("The paper", "said", "it was early", after="The paper")]
    assert read(text, said, PER="Ida Vell", ORG="Halden Post").who(2) == "Halden Post"


@pytest.mark.parametrize("who", ["a local paper", "the local paper", "this newspaper"])
def test_another_paper_is_another(who: str) -> None:
    text = PAPER + f"Leo Brandt told {who} it was early."
    said = [Said("Ida Vell", "told", "it was late"), Said("Leo Brandt", "told", "it was early", after="Leo")]
    assert "Halden Post" not in read(text, said, PER="Ida Vell|Leo Brandt", ORG="Halden Post").chain(2)


def test_an_agency_may_be_an_authority() -> None:
    text = "Ida Vell told Meridian Wire it was late. The Peat Office denied it. Leo Brandt told the agency it was early."
    said = [Said("Ida Vell", "told", "it was late"), Said("Leo Brandt", "told", "it was early", after="Leo")]
    assert read(text, said, PER="Ida Vell|Leo Brandt", ORG="Meridian Wire|Peat Office").chain(2) == ["Leo Brandt"]


def test_a_name_that_was_told_is_an_outlet_once_it_is_called_so() -> None:
    text = "Ida Vell told Vento Sera it was late. The Italian paper said it was early."
    said = [Said("Ida Vell", "told", "it was late"), Said("The Italian paper", "said", "it was early")]
    found = read(text, said, PER="Ida Vell|Vento Sera")
    assert (found.who(2), found.kind(2), found.chain(1)) == ("Vento Sera", "outlet", ["Ida Vell", "Vento Sera"])


def test_the_place_of_a_paper_is_no_paper() -> None:
    text = "In a letter obtained by the Halden daily Zeit, Ida Vell said it was late."
    found = read(text, [Said("Ida Vell", "said", "it was late")], PER="Ida Vell", LOC="Halden", ORG="Zeit")
    assert found.chain(1) == ["Ida Vell", "Zeit"]


def test_what_reports_is_no_person() -> None:
    found = read("Debmark reported that it was late.", [Said("Debmark", "reported", "that it was late")], PER="Debmark")
    assert found.kind(1) == "outlet"


def test_members_of_parliament_are_told_and_print_nothing() -> None:
    found = read("Ida Vell told MPs it was late.", [Said("Ida Vell", "told", "it was late")], PER="Ida Vell", ORG="MPs")
    assert found.chain(1) == ["Ida Vell"]


def test_an_outlet_stands_once() -> None:
    student, outlet, teacher = Cluster("PER"), Cluster("ORG", source_kind=SourceKind.OUTLET), Cluster("PER")
    assert without_returns([student, outlet, teacher, outlet], _kind) == [student, teacher, outlet]
    assert without_returns([student, teacher, student, outlet], _kind) == [student, teacher, student, outlet]


def _kind(cluster: Cluster) -> SourceKind:
    return cluster.source_kind or SourceKind.PERSON


@pytest.mark.parametrize(
    ("text", "source", "cue", "carrier"),
    [
        ("Ida Vell said through an interpreter that it was late.", "Ida Vell", "said", "an interpreter"),
        ("Ida Vell said on state television that it was late.", "Ida Vell", "said on state television", "state television"),
        ("Ida Vell, who was not there, told Radio Pell that it was late.", "Ida Vell", "told", "Radio Pell"),
        ("A guard who spoke to Radio Pell said that it was late.", "A guard who spoke to Radio Pell", "said", "Radio Pell"),
        ("A memo shared with Radio Pell said that it was late.", "A memo shared with Radio Pell", "said", "Radio Pell"),
        ("A memoir extracted in Radio Pell said that it was late.", "A memoir extracted in Radio Pell", "said", "Radio Pell"),
        ("In a text message to Radio Pell, Ida Vell said that it was late.", "Ida Vell", "said", "Radio Pell"),
        ("Radio Pell columnist Ida Vell thinks that it was late.", "Ida Vell", "thinks", "Radio Pell"),
    ],
)
def test_more_ways_to_carry_words(text: str, source: str, cue: str, carrier: str) -> None:
    found = read(text, [Said(source, cue, "that it was late")], PER="Ida Vell", ORG="Radio Pell")
    assert found.chain(1)[1:] == [carrier]


def test_who_is_told_may_seem_to_be_said() -> None:
    text = "Ida Vell told Radio Pell it was late."
    found = read(text, [Said("Ida Vell", "told", "Radio Pell it was late")], PER="Ida Vell", ORG="Radio Pell")
    assert found.chain(1) == ["Ida Vell", "Radio Pell"]


def test_who_writes_to_a_station_is_not_yet_on_air() -> None:
    text = "Radio Pell said it was early. Ida Vell wrote to the station that it was late."
    said = [Said("Radio Pell", "said", "it was early"), Said("Ida Vell", "wrote", "that it was late")]
    assert read(text, said, PER="Ida Vell", ORG="Radio Pell").chain(2) == ["Ida Vell"]


def test_the_story_is_the_papers() -> None:
    text = "The Halden Post reported it was late. The story added it was early."
    said = [Said("The Halden Post", "reported", "it was late"), Said("The story", "added", "it was early", after="The story")]
    assert read(text, said, ORG="Halden Post").who(2) == "The Halden Post"


def test_another_ones_telling_is_his() -> None:
    text = "Ida Vell declined to comment, but Leo Brandt told Radio Pell it was late."
    said = [Said("Ida Vell", "declined", "to comment"), Said("Leo Brandt", "told", "it was late")]
    found = read(text, said, PER="Ida Vell|Leo Brandt", ORG="Radio Pell")
    assert (found.chain(1), found.chain(2)) == (["Ida Vell"], ["Leo Brandt", "Radio Pell"])


def test_what_is_denied_in_the_words_told_is_no_refusal() -> None:
    text = "Ida Vell told Radio Pell that she had not slept."
    found = read(text, [Said("Ida Vell", "told", "that she had not slept")], PER="Ida Vell", ORG="Radio Pell")
    assert found.chain(1) == ["Ida Vell", "Radio Pell"]


def test_a_press_may_be_an_agency() -> None:
    text = "Ida Vell told the Associated Press it was late. Leo Brandt told the news agency it was early."
    said = [Said("Ida Vell", "told", "it was late"), Said("Leo Brandt", "told", "it was early", after="Leo")]
    assert read(text, said, PER="Ida Vell|Leo Brandt", ORG="Associated Press").chain(2) == ["Leo Brandt", "Associated Press"]
