""" "You" in quoted words: whom they address, or nobody."""

import pytest

from onrecord.records import AttributionType

from .conftest import Read, Said, read

DIRECT = AttributionType.DIRECT


def asked(words: str, then: str = "") -> Read:
    """Ida Vell asks; attribution 2 is the "you" inside, 3 what `then` says."""
    text = f"Senator Leo Brandt and the host, Ida Vell, met on Monday. “{words}” Vell asked.{then}"
    said = [Said("Vell", "asked", f"“{words}”", after="“", type=DIRECT), Said("you", "think", "so", parent=1, after="“")]
    if then:
        said.append(Said("Brandt", "said", "“Yes,”", after="asked", type=DIRECT))
    return read(text, said, PER="Leo Brandt|Ida Vell|Brandt|Vell")


@pytest.mark.parametrize("call", ["Mr. Brandt,", "Senator,", "Leo,", "Tell me, Senator,"])
def test_who_is_called_is_meant(call: str) -> None:
    found = asked(f"{call} do you really think so?")
    assert (found.who(2), found.chain(2)) == ("Leo Brandt", ["Leo Brandt", "Ida Vell"])


def test_who_answers_is_meant() -> None:
    assert asked("Do you really think so?", then=" “Yes,” Brandt said.").who(2) == "Leo Brandt"


def test_whom_she_tells_is_meant() -> None:
    text = "Leo Brandt frowned. “If you think so,” Ida Vell told Brandt."
    said = [Said("Ida Vell", "told", "“If you think so,”", type=DIRECT), Said("you", "think", "so", parent=1)]
    assert read(text, said, PER="Leo Brandt|Ida Vell|Brandt").who(2) == "Leo Brandt"


def test_nobody_is_made_up_and_heads_no_chain() -> None:
    text = "“You know that the roads are bad,” said Ida Vell."
    said = [
        Said("Ida Vell", "said", "“You know that the roads are bad,”", type=DIRECT),
        Said("You", "know", "that the roads are bad", parent=1),
    ]
    found = read(text, said, PER="Ida Vell")
    assert (found.who(2), found.chain(2)) == (None, ["Ida Vell"])


def test_a_letter_is_no_turn_of_a_talk() -> None:
    text = "“No,” said Leo Brandt. Ida Vell wrote in a letter: “You think it is late.”"
    said = [
        Said("Leo Brandt", "said", "“No,”"),
        Said("Ida Vell", "wrote in a letter:", "“You think it is late.”"),
        Said("You", "think", "it is late", parent=2),
    ]
    assert read(text, said, PER="Leo Brandt|Ida Vell").who(3) is None
