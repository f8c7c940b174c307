"""anonymity_is_not_explained: an aide without a name, and no reason why."""

import pytest

from onrecord.records import Reading
from onrecord.records.audit import RuleName

from .stories import evidence, look, shown, story


@pytest.mark.parametrize(
    ("reading", "expected", "words"),
    [
        (
            story("s1 = a senior aide | role | 1", "{s1 A senior aide} {u1 said} {c1 the treaty was lost in a cab}."),
            "A senior aide: not named, no reason found",
            ["A senior aide"],
        ),
        (
            story(
                's1 = An aide to Brenn | role | 1 | basis "who asked not to be named"',
                "{s1 An aide to Brenn, who asked not to be named,} {u1 said} {c1 he had read it in the Ledger}.",
            ),
            "An aide to Brenn, who asked not to be named: anonymous (“not to be named”), no reason found",
            ["An aide to Brenn, who asked not to be named,"],
        ),
        (
            story(
                's1 = two people briefed on the sale | group | 1 | basis "briefed on the sale"',
                "{c1 The mill will close}, {u1 according to} {s1 two people briefed on the sale}.",
            ),
            "two people briefed on the sale: not named, no reason found",
            ["two people briefed on the sale"],
        ),
        (
            story("s1 = sources | public | 1", "{c1 The bridge has been sold}, {s1 sources} {u1 say}."),
            "sources: not named, no reason found",
            ["sources"],
        ),
        (
            story(
                "s1 = A person close to the vicar | role | 1 2",
                "{s1 A person close to the vicar} {u1 said} {c1 the organ was pawned}. Speaking on condition of "
                "anonymity, {s2 the person} "
                "{u2 added} {c2 that it was out of tune}.",
            ),
            "A person close to the vicar: anonymous (“anonymity”), no reason found",
            ["A person close to the vicar"],
        ),
    ],
)
def test_what_is_not_explained_is_pointed_at(reading: Reading, expected: str, words: list[str]) -> None:
    (found,) = look(RuleName.UNEXPLAINED_ANONYMITY, reading)
    assert found.evidence == expected
    assert shown(found, reading) == words


@pytest.mark.parametrize(
    "reading",
    [
        story(
            's1 = A senior aide | role | 1 | basis "who asked not to be named because the list is not final"',
            "{s1 A senior aide, who asked not to be named because the list is not final,} {u1 said} {c1 it was short}.",
        ),
        story(
            "s1 = two officials | group | 1",
            "{s1 Two officials} {u1 said} {c1 the dam was sound}. They spoke on condition of anonymity for fear "
            "of losing their jobs.",
        ),
        story(
            's1 = an official | role | 1 | basis "who was not authorised to speak"',
            "{s1 An official who was not authorised to speak} {u1 said} {c1 the ferry was late}.",
        ),
        story(
            "s1 = A spokesman for the mayor | role | 1", "{s1 A spokesman for the mayor} {u1 said} {c1 the mayor was asleep}."
        ),
        story("s1 = the prime minister | role | 1", "{s1 The prime minister} {u1 promised} {c1 a rabbit to Torvik}."),
        story("s1 = a neighbour | role | 1", "{s1 A neighbour} {u1 heard} {c1 two ferrets}."),
        story(
            "s1 = Ida Vell | person | named | 1",
            "{s1 Ida Vell, an aide,} {u1 said} {c1 nothing}. Others asked not to be named.",
        ),
        story(
            "s1 = critics | public | 1\ns2 = - | unknown | 2",
            "{s1 Critics} {u1 scoff}{c1 : twice}. {c2 A heron} {u2 is said} {c2 to agree}.",
        ),
    ],
)
def test_reasons_offices_and_names_are_left_alone(reading: Reading) -> None:
    assert evidence(RuleName.UNEXPLAINED_ANONYMITY, reading) == []
