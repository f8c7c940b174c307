"""attribution_comes_after_the_second_sentence: who is speaking, asks the reader, for three sentences."""

import pytest

from onrecord.records import Reading
from onrecord.records.audit import RuleName

from .stories import evidence, look, story

VELL = "s1 = Ida Vell | person | named | 1"


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (
            story(VELL, "The weir fell.\n\n{c1 “It was old. It was tired. It had seen ducks,”} {u1 said} {s1 Ida Vell}."),
            "3 sentences quoted before “said Ida Vell”",
        ),
        (
            story(VELL, "{c1 “Why me? Why now? Why the weir? I ask you,”} {s1 Ida Vell} {u1 wondered}."),
            "4 sentences quoted before “Ida Vell wondered”",
        ),
        (
            story(VELL, "The weir fell.\n\n{c1 “It was old. It was tired.}\n\n{c1 “Then it sang,”} {u1 said} {s1 Ida Vell}."),
            "3 sentences quoted before “said Ida Vell”",
        ),
        (
            story(
                VELL + "\ns2 = Tomas Brandt | person | named | 2",
                "{s2 Tomas Brandt} {u2 blamed} {c2 the frost}. {c1 “Nonsense. The frost was in May. The weir "
                "fell in June,”} {u1 said} "
                "{s1 Ida Vell}. {c1 “Ask anyone.”}",
            ),
            "3 sentences quoted before “said Ida Vell”",
        ),
    ],
)
def test_a_speaker_told_late_is_pointed_at(reading: Reading, expected: str) -> None:
    (found,) = look(RuleName.LATE_ATTRIBUTION, reading)
    assert found.evidence == expected


@pytest.mark.parametrize(
    "reading",
    [
        story(VELL, "{c1 “It was old. It was tired,”} {u1 said} {s1 Ida Vell}. {c1 “It had seen ducks. It sang. It fell.”}"),
        story(VELL, "{s1 Ida Vell} {u1 said}: {c1 “It was old. It was tired. It had seen ducks.”}"),
        story(VELL, "{c1 “Mr. J. Oake of the U.S. Weir Co. built it. It fell,”} {u1 said} {s1 Ida Vell}."),
        story(
            "s1 = Ida Vell | person | named | 1 2",
            "{s2 Ida Vell} {u2 wept} {c2 for the weir}. {c1 “It was old. It was tired. It had seen ducks,”} {s1 "
            "she} {u1 said}.",
        ),
        story(VELL, "{s1 Ida Vell} {u1 wrote}:\n\n> {c1 It was old. It was tired. It had seen ducks.}"),
        story(VELL, "{c1 It was old. It was tired. It had seen ducks}, {u1 according to} {s1 Ida Vell}."),
    ],
)
def test_early_introduced_or_unquoted_ones_are_left_alone(reading: Reading) -> None:
    assert evidence(RuleName.LATE_ATTRIBUTION, reading) == []
