"""plural_sources_come_down_to_one: "experts say", and there is one expert."""

import pytest

from onrecord.records import Reading
from onrecord.records.audit import RuleName

from .stories import evidence, look, shown, story


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (
            story(
                's1 = Experts | public | 1\ns2 = Ida Vell | person | named | 2 | basis "an expert on weirs"',
                "{s1 Experts} {u1 say} {c1 the weir will fail}. {c2 “It is tired,”} {u2 said} {s2 Ida Vell, an "
                "expert on weirs}.",
            ),
            "one source found for “Experts”: Ida Vell",
        ),
        (
            story(
                "s1 = sources | group | 1\ns2 = one source | role | 2",
                "The bridge was sold, {s1 sources} {u1 said}: {c1 twice}. {c2 “And cheaply,”} {s2 one source} {u2 said}.",
            ),
            "one source found for “sources”: one source",
        ),
        (
            story(
                's1 = Critics of the plan | public | 1\ns2 = Bram Oake | person | named | 2 | basis "a critic of the plan"',
                "{s1 Critics of the plan} {u1 call} {c1 it a toll on ducks}. {s2 Bram Oake, a critic of the plan,} {u2 wants} "
                "{c2 it dropped}.",
            ),
            "one source found for “Critics of the plan”: Bram Oake",
        ),
        (
            story(
                "s1 = Some economists | public | 1\ns2 = a professor at Pell College | role | 2",
                "{s1 Some economists} {u1 expect} {c1 a bust}. {s2 A professor at Pell College} {u2 expects} {c2 a boom}.",
            ),
            "one source found for “Some economists”: a professor at Pell College",
        ),
        (
            story(
                's1 = witnesses | group | 1\ns2 = Mr Crane | person | named | 2 | basis "the only witness"',
                "The barge sank upwards, {s1 witnesses} {u1 reported}{c1 : slowly}. {s2 Mr Crane, the only "
                "witness,} {u2 waved} {c2 to it}.",
            ),
            "one source found for “witnesses”: Mr Crane",
        ),
    ],
)
def test_one_behind_a_plural_is_pointed_at(reading: Reading, expected: str) -> None:
    (found,) = look(RuleName.PLURAL_SOURCES, reading)
    assert found.evidence == expected
    assert len(found.sources) == len(shown(found, reading)) == 2


@pytest.mark.parametrize(
    "reading",
    [
        story(
            's1 = Experts | public | 1\ns2 = Ida Vell | person | named | 2 | basis "an expert"\n'
            's3 = Bram Oake | person | named | 3 | basis "another expert"',
            "{s1 Experts} {u1 disagree}{c1 , as ever}. {s2 Ida Vell, an expert,} {u2 says} {c2 yes}. {s3 Bram "
            "Oake, another expert,} "
            "{u3 says} {c3 no}.",
        ),
        story(
            "s1 = two aides | group | 1\ns2 = one aide | role | 2",
            "{s1 Two aides} {u1 said} {c1 the list was blank}. {s2 One aide} {u2 had seen} {c2 the back of it}.",
        ),
        story("s1 = Experts | public | 1", "{s1 Experts} {u1 say} {c1 it builds character}."),
        story(
            's1 = advisers to Brenn | group | 1\ns2 = Ida Vell | person | named | 2 | basis "an adviser to the port"',
            "{c1 The treaty is safe}, {s1 advisers to Brenn} {u1 say}. {s2 Ida Vell, an adviser to the port,} "
            "{u2 hopes} {c2 so}.",
        ),
        story(
            's1 = Critics | public | 1\ns2 = Ida Vell | person | named | 2 | basis "the harbour minister"',
            "{s1 Critics} {u1 call} {c1 it a farce}. {s2 Ida Vell, the harbour minister,} {u2 calls} {c2 it a dam}.",
        ),
        story(
            "s1 = Boat owners | group | 1\ns2 = a boat owner in a hat | role | 2",
            "{s1 Boat owners} {u1 want} {c1 a lock}. {s2 A boat owner in a hat} {u2 wants} {c2 two}.",
        ),
        story(
            "s1 = The Experts | outlet | named | 1\ns2 = an expert | role | 2",
            "{s1 The Experts} {u1 report} {c1 a draught}. {s2 An expert} {u2 felt} {c2 it}.",
        ),
    ],
)
def test_several_counted_or_unlike_ones_are_left_alone(reading: Reading) -> None:
    assert evidence(RuleName.PLURAL_SOURCES, reading) == []
