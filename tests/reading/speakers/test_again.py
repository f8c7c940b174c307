"""The same interview, the station's host, an episode of: the medium that is not named again; and I in words told of."""

import pytest

from .conftest import Said, read

TOLD = "Ida Vell told Radio Pell it was late. "
FIRST = Said("Ida Vell", "told", "it was late")


@pytest.mark.parametrize(
    ("then", "cue"),
    [
        ("“It rained,” Vell said in the interview.", "said"),
        ("“It rained,” Vell said in the same radio interview.", "said"),
        ("“It rained,” Vell said in that broadcast.", "said in that broadcast"),
    ],
)
def test_the_interview_is_the_last_one(then: str, cue: str) -> None:
    said = [FIRST, Said("Vell", cue, "“It rained,”", after="“It rained")]
    assert read(TOLD + then, said, PER="Ida Vell|Vell", ORG="Radio Pell").chain(2) == ["Ida Vell", "Radio Pell"]


def test_the_interview_is_the_speakers_own() -> None:
    text = TOLD + "Leo Brandt told the Halden Post it was early. “It rained,” Vell said in the same interview."
    said = [FIRST, Said("Leo Brandt", "told", "it was early"), Said("Vell", "said", "“It rained,”", after="“It rained")]
    found = read(text, said, PER="Ida Vell|Vell|Leo Brandt", ORG="Radio Pell|Halden Post")
    assert found.chain(3) == ["Ida Vell", "Radio Pell"]


@pytest.mark.parametrize(("where", "chain"), [("the same", ["Leo Brandt", "Radio Pell"]), ("an", ["Leo Brandt"])])
def test_another_may_speak_in_the_same_interview(where: str, chain: list[str]) -> None:
    text = TOLD + f"“It rained,” Leo Brandt said in {where} interview."
    said = [FIRST, Said("Leo Brandt", "said", "“It rained,”", after="“It rained")]
    assert read(text, said, PER="Ida Vell|Leo Brandt", ORG="Radio Pell").chain(2) == chain


@pytest.mark.parametrize(
    ("then", "cue"),
    [
        ("“It rained,” Leo Brandt told the station's host.", "told"),
        ("“It rained,” Leo Brandt said on the station's Friday programme.", "said"),
    ],
)
def test_what_the_stations_host_hears_is_on_the_station(then: str, cue: str) -> None:
    said = [FIRST, Said("Leo Brandt", cue, "“It rained,”", after="“It rained")]
    assert read(TOLD + then, said, PER="Ida Vell|Leo Brandt", ORG="Radio Pell").chain(2) == ["Leo Brandt", "Radio Pell"]


def test_what_the_stations_owner_hears_is_not() -> None:
    said = [FIRST, Said("Leo Brandt", "told", "“It rained,”", after="“It rained")]
    text = TOLD + "“It rained,” Leo Brandt told the station's owner."
    assert read(text, said, PER="Ida Vell|Leo Brandt", ORG="Radio Pell").chain(2) == ["Leo Brandt"]


def test_the_same_newspaper_is_the_one_before() -> None:
    text = "Ida Vell told the Halden Post it was late. “It rained,” Leo Brandt responded in the same newspaper."
    said = [FIRST, Said("Leo Brandt", "responded", "“It rained,”", after="“It rained")]
    assert read(text, said, PER="Ida Vell|Leo Brandt", ORG="Halden Post").chain(2) == ["Leo Brandt", "Halden Post"]


def test_i_in_words_reported_inside_a_quotation_is_who_is_quoted() -> None:
    text = "“My brother says I knew it,” Ida Vell said."
    said = [
        Said("Ida Vell", "said", "“My brother says I knew it,”"),
        Said("My brother", "says", "I knew it", parent=1),
        Said("I", "knew", "it", parent=2),
    ]
    assert read(text, said, PER="Ida Vell").who(3) == "Ida Vell"


def test_an_episode_of_a_podcast_carries_what_is_said_in_it() -> None:
    text = "“It rained,” Ida Vell says in the latest episode of The Tin Boat, a podcast about rain."
    found = read(text, [Said("Ida Vell", "says", "“It rained,”")], PER="Ida Vell", ORG="The Tin Boat")
    assert found.chain(1) == ["Ida Vell", "The Tin Boat"]
