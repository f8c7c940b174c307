"""The header lines that say who speaks, and what is refused."""

from collections import Counter

import pytest

from evaluation.authoring import CaseError, compile_case, load_cases
from evaluation.identities import Identity, Voices
from evaluation.own import INNER
from onrecord.records import SourceKind

BODY = "{s1 The Post} {u1 says} {c1 that {s2 Voss, who cooks,} {u2 told} Radio Pell {c2 that {s3 he} {u3 saw} {c3 a goat}}}."
SECOND = [c for c in load_cases() if "second" in c.tags]
HELD = [c for c in SECOND if "held-out" in c.tags]


def voices(*lines: str, body: str = BODY) -> Voices:
    case = compile_case("test", "\n".join(["tags: test", *lines, "---", body, ""]))
    assert case.voices
    return case.voices


def test_a_chain_is_the_speaker_what_carried_the_words_and_what_they_are_nested_in() -> None:
    read = voices(
        "s1 = The Post | outlet | named | 1",
        's2 = Voss | person | named | 2-3 | basis "who cooks"',
        "s3 = Radio Pell | outlet | via 2",
    )
    assert read.sources[1] == Identity("s2", "Voss", SourceKind.PERSON, named=True, basis="who cooks")
    assert read.source_of == {"a1": "s1", "a2": "s2", "a3": "s2"}
    assert read.chains == {"a1": ("s1",), "a2": ("s2", "s3", "s1"), "a3": ("s2", "s3", "s1")}
    assert read.outlet is None


def test_a_chain_may_be_given() -> None:
    lines = ["s1 = The Post | outlet | named | 1", "s2 = Voss | person | named | 2 3"]
    assert voices("outlet: Northline", "chains: 3 s2; 2 s2 s1", *lines).chains["a3"] == ("s2",)


def test_a_case_may_say_nothing_of_its_sources() -> None:
    assert compile_case("test", f"tags: test\n---\n{BODY}\n").voices is None


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("s2 = Voss | person | named | 2", "a3"),
        ("s2 = Voss | person | named | 1-3", "more than one source for a1"),
        ("s2 = Voss | person | named | 2-4", "a4"),
        ("s2 = Voss | person | 2 3", "person not named"),
        ("s2 = Voss | role | named | 2 3", "role named"),
        ("s2 = Lund | person | named | 2 3", "not in the text: Lund"),
        ('s2 = Voss | person | named | 2 3 | basis "who sings"', "not in the text: who sings"),
        ("s2 = Voss | cook | named | 2 3", "cook"),
        ("s2 = Voss | person | named | 2 3 | often", "often"),
        ("s2 = Voss | person | named | 2 3 | via 9", "9"),
        ("s2 = - | organization | named | 2 3", "organization named: -"),
    ],
)
def test_a_line_that_does_not_fit_is_named(line: str, why: str) -> None:
    with pytest.raises(CaseError, match=f"test: .*{why}"):
        voices("s1 = The Post | outlet | named | 1", line)


@pytest.mark.parametrize("chains", ["9 s1", "3 s7", "s1 3", "3"])
def test_a_chain_that_does_not_fit_is_named(chains: str) -> None:
    with pytest.raises(CaseError, match="no chain"):
        voices(f"chains: {chains}", "s1 = The Post | outlet | named | 1", "s2 = Voss | person | named | 2 3")


def test_the_cases_hold_what_the_issue_asks_for() -> None:
    assert len(load_cases()) >= 64
    assert len(SECOND) >= 28
    kinds = _kinds(load_cases())
    assert min(kinds[k] for k in SourceKind) >= 40
    assert min(_kinds(HELD)[k] for k in SourceKind) >= 20
    assert len(HELD) >= 24  # kept out of sight while the developing ones grew


def test_every_case_with_attributions_says_who_speaks() -> None:
    assert all(c.voices for c in load_cases() if c.attributions and INNER not in c.tags)


def _kinds(cases: list) -> Counter[SourceKind]:
    kind_of = [({s.id: s.kind for s in c.voices.sources}, c.voices) for c in cases if c.voices]
    return Counter(kinds[s] for kinds, v in kind_of for s in v.source_of.values())
