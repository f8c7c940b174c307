"""The scorer of who speaks, on readings made by hand."""

from dataclasses import dataclass, replace

import pytest

from evaluation import who
from evaluation.authoring import Case, compile_case, load_cases
from onrecord.records import SourceKind, Span

ARTICLE = """tags: test
outlet: Northline
s1 = Odile Farrant | person | named | 1 3 | basis "the minister"
s2 = Radio Pell | outlet | named | via 1
s3 = the Lantern | outlet | named | 2
s4 = critics | public | 4
s5 = two aides | group | 5
s6 = - | unknown | 6
s7 = - | author | 7
---
{s1 Odile Farrant, the minister,} {u1 told} Radio Pell {c1 that the dam held}.

{s2 The Lantern} {u2 reports} {c2 that {s3 she} {u3 denied} {c3 the crack}}. {s4 Critics} {u4 doubt} {c4 her}. {s5 Two aides}
{u5 said} {c5 she was asleep}. It {u6 was claimed} {c6 that the water was wine}. {s7 I} {u7 believe} {c7 it was water}.
"""


@dataclass(frozen=True)
class Document:
    text: str


@dataclass(frozen=True)
class Source:
    id: str
    name: str | None
    kind: str
    named: bool
    mentions: tuple[Span, ...] = ()
    basis: str | None = None


@dataclass(frozen=True)
class Attribution:
    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_id: str | None
    chain: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    document: Document
    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]

    def change(self, attribution: str, **fields: object) -> "Reading":
        changed = tuple(replace(a, **fields) if a.id == attribution else a for a in self.attributions)
        return replace(self, attributions=changed)

    def rename(self, source: str, **fields: object) -> "Reading":
        return replace(self, sources=tuple(replace(s, **fields) if s.id == source else s for s in self.sources))


def perfect(case: Case) -> Reading:
    """The reading that says what the case says."""
    assert case.voices
    voices = case.voices
    places = {
        s.id: tuple(p for a in case.attributions if voices.source_of[a.id] == s.id for p in a.source) for s in voices.sources
    }
    sources = tuple(Source(s.id, s.name or None, str(s.kind), s.named, places[s.id], s.basis) for s in voices.sources)
    attributions = tuple(
        Attribution(a.id, a.source, a.cue, a.content, voices.source_of[a.id], voices.chains[a.id]) for a in case.attributions
    )
    return Reading(Document(case.text), attributions, sources)


CASE = compile_case("made", ARTICLE)


def measures(reading: Reading, case: Case = CASE) -> dict[str, float]:
    return who.score([(case, reading)]).measures()


@pytest.mark.parametrize("case", [CASE, *load_cases()], ids=lambda c: c.name)
def test_what_the_case_says_is_right_throughout(case: Case) -> None:
    if case.attributions and case.voices:
        result = who.score([(case, perfect(case))])
        assert result.complaints == []
        assert result.measures()["attributions matched"] == 100.0
        assert result.measures()["kinds, macro-F1"] == 100.0
        assert result.measures()["chains exact"] == 100.0


def test_an_empty_reading_matches_nothing() -> None:
    assert measures(Reading(Document(CASE.text), (), ())) == dict.fromkeys(measures(perfect(CASE)), 0.0)


def test_a_wrong_kind_costs_both_kinds() -> None:
    result = who.score([(CASE, perfect(CASE).rename("s4", kind="group"))])
    assert result.kinds()[SourceKind.PUBLIC] == 0.0
    assert result.kinds()[SourceKind.GROUP] == 66.67
    assert result.measures()["kinds, macro-F1"] == round((100 + 100 + 66.67 + 0 + 100 + 100) / 6, 2)
    assert result.measures()["vague, recall"] == 0.0


def test_an_unresolved_pronoun_is_not_covered_and_not_wrong() -> None:
    got = measures(perfect(CASE).change("a3", source_id=None, chain=("s3",)))
    assert got["names given"] == round(100 * 2 / 3, 2)
    assert got["names right of those given"] == 100.0
    assert got["named sources right throughout"] == 50.0
    assert got["chains exact"] == round(100 * 6 / 7, 2)
    # of seven direct links one is lost: she -> the Lantern
    assert got["direct links right, on matched"] == round(100 * 6 / 7, 2)


def test_a_name_is_right_by_its_surname_and_wrong_by_another() -> None:
    assert measures(perfect(CASE).rename("s1", name="Farrant"))["names right of those given"] == 100.0
    got = measures(perfect(CASE).rename("s1", name="Odile Brandt"))
    assert got["names right of those given"] == 33.33
    assert got["chains exact"] == round(100 * 5 / 7, 2)


def test_the_article_may_be_named_at_the_end_of_a_chain_or_not() -> None:
    reading = perfect(CASE)
    named = replace(reading, sources=(*reading.sources, Source("s8", "Northline", "outlet", named=True)))
    assert measures(named.change("a4", chain=("s4", "s8", "s7")))["chains exact"] == 100.0
    assert measures(reading.change("a7", chain=()))["chains exact"] == 100.0
    assert measures(reading.change("a6", chain=()))["chains exact"] == 100.0


def test_the_order_of_a_chain_counts() -> None:
    got = measures(perfect(CASE).change("a3", chain=("s3", "s1")))
    assert got["chains of two and more exact, on matched"] == 50.0
    assert got["direct links right, on matched"] == round(100 * 5 / 7, 2)


def test_a_source_without_a_name_is_known_by_its_mentions_or_words() -> None:
    reading = perfect(CASE)
    assert measures(reading.rename("s5", name="people"))["chains exact"] == 100.0
    assert measures(reading.rename("s5", mentions=()))["chains exact"] == 100.0
    assert measures(reading.rename("s5", mentions=(), name="people"))["chains exact"] == round(100 * 6 / 7, 2)
    assert measures(reading.rename("s5", named=True))["chains exact"] == round(100 * 6 / 7, 2)


def test_a_named_source_called_nameless_costs_the_unnamed() -> None:
    got = measures(perfect(CASE).rename("s3", named=False))
    assert got["unnamed, precision"] == 80.0
    assert got["unnamed, recall"] == 100.0


def test_a_basis_is_found_by_most_of_its_words() -> None:
    reading = perfect(CASE)
    assert measures(reading)["basis found"] == 100.0
    assert measures(reading.rename("s1", basis="minister"))["basis found"] == 100.0
    assert measures(reading.rename("s1", basis="who knows the dam"))["basis found"] == 0.0
    assert measures(reading.rename("s1", basis=None))["basis found"] == 0.0
