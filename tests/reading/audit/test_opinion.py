"""anonymous_source_gives_an_opinion: an aide without a name calls the plan reckless."""

import pytest

from onrecord.records import Reading
from onrecord.records.audit import RuleName

from .stories import evidence, look, shown, story


@pytest.mark.parametrize(
    ("reading", "expected", "words"),
    [
        (
            story("s1 = a senior aide | role | 1", "{c1 “It is a reckless plan,”} {u1 said} {s1 a senior aide}."),
            "“reckless” from a senior aide, not named",
            ["reckless", "a senior aide"],
        ),
        (
            story(
                "s1 = two officials | group | 1",
                "{s1 Two officials} {u1 said} {c1 the mayor should resign, and called him a disgrace}.",
            ),
            "“should”, “disgrace” from two officials, not named",
            ["Two officials", "should", "disgrace"],
        ),
        (
            story("s1 = one diplomat | role | 1", "{s1 One diplomat} {u1 slammed} {c1 the treaty}."),
            "“slammed” from one diplomat, not named",
            ["One diplomat", "slammed"],
        ),
        (
            story(
                's1 = a person close to the bank | role | 1 | basis "close to the bank"',
                "{s1 A person close to the bank} {u1 thinks} {c1 the merger is off}.",
            ),
            "“thinks” from a person close to the bank, not named",
            ["A person close to the bank", "thinks"],
        ),
        (
            story("s1 = insiders | public | 1", "{c1 The campaign was a shambles}, {s1 insiders} {u1 said}."),
            "“shambles” from insiders, not named",
            ["shambles", "insiders"],
        ),
    ],
)
def test_judgements_are_pointed_at(reading: Reading, expected: str, words: list[str]) -> None:
    (found,) = look(RuleName.ANONYMOUS_OPINION, reading)
    assert found.evidence == expected
    assert shown(found, reading) == words


@pytest.mark.parametrize(
    "reading",
    [
        story("s1 = a senior aide | role | 1", "{s1 A senior aide} {u1 said} {c1 the list had four names}."),
        story("s1 = Ida Vell | person | named | 1", "{c1 “It is a reckless plan,”} {u1 said} {s1 Ida Vell}."),
        story("s1 = Critics | public | 1", "{s1 Critics} {u1 call} {c1 the plan reckless}."),
        story("s1 = a spokesman | role | 1", "{s1 A spokesman} {u1 called} {c1 the report absurd}."),
        story(
            "s1 = one official | role | 1",
            "{s1 One official} {u1 said} {c1 three people were killed in the attack on the depot}.",
        ),
        story(
            "s1 = an aide | role | 1\ns2 = Ida Vell | person | named | 2",
            "{s1 An aide} {u1 said} {c1 that {s2 Ida Vell} {u2 had called} {c2 it a farce}}.",
        ),
        story("s1 = the mayor | role | 1", "{s1 The mayor} {u1 called} {c1 the weir a disgrace}."),
    ],
)
def test_facts_names_and_offices_are_left_alone(reading: Reading) -> None:
    assert evidence(RuleName.ANONYMOUS_OPINION, reading) == []
