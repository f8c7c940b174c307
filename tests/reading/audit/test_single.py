"""story_rests_on_one_source: all statements, one source."""

import pytest

from onrecord.records import Reading
from onrecord.records.audit import RuleName

from .stories import evidence, look, story

VELL = "s1 = Ida Vell | person | named | 1-3"
ALONE = "{s1 Ida Vell} {u1 said} {c1 the weir was old}. {s2 She} {u2 called} {c2 it tired}. {s3 Vell} {u3 hopes} {c3 for rain}."


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (story(VELL, ALONE), "all 3 statements that name a source rest on Ida Vell"),
        (
            story(
                f"{VELL}\ns2 = - | unknown | 4\ns3 = Many | public | 5",
                ALONE + " {c4 A second weir} {u4 is said} {c4 to be older}. {s5 Many} {u5 doubt} {c5 it}.",
            ),
            "all 3 statements that name a source rest on Ida Vell; 2 more name no source",
        ),
        (
            story(
                "s1 = The Pell Courier | outlet | named | 1\ns2 = the miller | role | 2\ns3 = his wife | role | 3",
                "{s1 The Pell Courier} {u1 reports} {c1 that {s2 the miller} {u2 saw} {c2 a light} and {s3 his "
                "wife} {u3 heard} "
                "{c3 a bell}}.",
            ),
            "all 3 statements that name a source rest on The Pell Courier",
        ),
        (
            story(
                "s1 = A leaked memo | document | 1-3",
                "{s1 A leaked memo} {u1 shows} {c1 four leaks}. {s2 It} {u2 blames} {c2 the frost}. {s3 The memo} {u3 ends} "
                "{c3 with a drawing of a duck}.",
            ),
            "all 3 statements that name a source rest on A leaked memo",
        ),
        (
            story(
                f"{VELL}\ns2 = I | author | 4",
                ALONE + " {s4 I} {u4 think} {c4 the weir is a poem}.",
            ),
            "all 3 statements that name a source rest on Ida Vell; 1 more names no source",
        ),
    ],
)
def test_one_source_is_pointed_at(reading: Reading, expected: str) -> None:
    (found,) = look(RuleName.SINGLE_SOURCE, reading)
    assert found.evidence == expected
    assert len(found.attributions) == 3
    assert len(found.sources) == 1


@pytest.mark.parametrize(
    "reading",
    [
        story(
            "s1 = Ida Vell | person | named | 1 2\ns2 = Tomas Brandt | person | named | 3",
            ALONE.replace("Vell} {u3", "Brandt} {u3") + " Tomas Brandt.",
        ),
        story("s1 = Ida Vell | person | named | 1 2", "{s1 Ida Vell} {u1 said} {c1 no}. {s2 She} {u2 meant} {c2 it}."),
        story(
            "s1 = The Pell Courier | outlet | named | 1\ns2 = the miller | role | 2\ns3 = Ida Vell | person | named | 3",
            "{s1 The Pell Courier} {u1 reports} {c1 that {s2 the miller} {u2 saw} {c2 a light}}. {s3 Ida Vell} "
            "{u3 saw} {c3 two}.",
        ),
        story(f"{VELL}\ns2 = two fishermen | group | 4", ALONE + " {s4 Two fishermen} {u4 agreed} {c4 with the weir}."),
        story(
            "s1 = - | unknown | 1-3",
            "{c1 The weir} {u1 is said} {c1 to be old}. {c2 It} {u2 is believed} {c2 to leak}. It {u3 was "
            "feared} {c3 that it sang}.",
        ),
    ],
)
def test_two_sources_few_statements_or_none_are_left_alone(reading: Reading) -> None:
    assert evidence(RuleName.SINGLE_SOURCE, reading) == []


def test_nothing_is_said_where_it_is_not_known_who_speaks() -> None:
    from dataclasses import replace

    reading = story(VELL, ALONE)
    first, second, third = reading.attributions
    unresolved = replace(reading, attributions=(first, second, replace(third, source_id=None, chain=())))
    assert evidence(RuleName.SINGLE_SOURCE, unresolved) == []
