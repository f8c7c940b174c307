"""The one sentence, counted by hand."""

from dataclasses import replace

import pytest

from onrecord.records import Attribution, AttributionType, Block, BlockKind, Document, Reading, Span
from onrecord.views.report.summary import chains, confidence_number, confidence_words, summarise, tally

DIRECT, INDIRECT, MIXED, BLOCK = AttributionType
TEXT = "Ann Bo she it was wet"
ANN, BO, SHE = (Span(0, 3),), (Span(4, 6),), (Span(7, 10),)


def reading(*made: tuple[AttributionType, tuple[Span, ...], str | None]) -> Reading:
    content = (Span(11, 21),)
    found = tuple(Attribution(f"a{n}", kind, who, (), content, parent, 0.9) for n, (kind, who, parent) in enumerate(made))
    return Reading(Document("id", "x", TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),)), found, ())


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        ([], "No statement was found that rests on anyone but the author."),
        ([(DIRECT, ANN, None)], "1 statement rests on 1 source: quoted directly."),
        ([(INDIRECT, ANN, None)], "1 statement rests on 1 source: in the writer’s words."),
        ([(BLOCK, ANN, None)], "1 statement rests on 1 source: block quotation."),
        ([(INDIRECT, (), None)], "1 statement found; it names nobody, in the writer’s words."),
        ([(INDIRECT, (), None), (DIRECT, (), None)], "2 statements found; all name nobody."),
        ([(MIXED, ANN, None), (MIXED, BO, None)], "2 statements rest on 2 sources: all partly quoted."),
        ([(BLOCK, ANN, None), (DIRECT, ANN, None)], "2 statements rest on 1 source: all quoted directly."),
        ([(DIRECT, ANN, None), (DIRECT, SHE, None)], "2 statements rest on 1 source: all quoted directly."),
        ([(DIRECT, SHE, None)], "1 statement rests on 1 source: quoted directly."),
        (
            [(DIRECT, ANN, None), (INDIRECT, BO, "a0"), (INDIRECT, (), None)],
            (
                "3 statements rest on 2 sources: 1 quoted directly, 2 in the writer’s words; "
                "1 is passed on at second hand and 1 names nobody."
            ),
        ),
        (
            [(DIRECT, ANN, None), (MIXED, BO, "a0"), (INDIRECT, ANN, "a1"), (INDIRECT, (), None), (INDIRECT, (), None)],
            (
                "5 statements rest on 2 sources: 1 quoted directly, 1 partly quoted, 3 in the writer’s words; "
                "2 are passed on at second or third hand and 2 name nobody."
            ),
        ),
        (
            [(DIRECT, ANN, None), (DIRECT, BO, "a0"), (DIRECT, ANN, "a1"), (DIRECT, BO, "a2")],
            "4 statements rest on 2 sources: all quoted directly; 3 are passed on at second hand or further.",
        ),
    ],
)
def test_the_sentence(made: list[tuple[AttributionType, tuple[Span, ...], str | None]], sentence: str) -> None:
    assert summarise(reading(*made)) == sentence


def test_sources_are_one_by_wording_whatever_the_case() -> None:
    found = reading((DIRECT, ANN, None), (DIRECT, SHE, None), (INDIRECT, (), None), (DIRECT, (Span(11, 14),), None))
    shouted = Reading(replace(found.document, text="Ann Bo she ANN was wet"), found.attributions, ())
    assert [(t.wording, len(t.attributions)) for t in tally(shouted)] == [("Ann", 2), ("she", 1), (None, 1)]


def test_words_that_two_statements_share_count_once() -> None:
    assert [t.words for t in tally(reading((DIRECT, ANN, None), (DIRECT, ANN, None)))] == [3]


def test_a_parent_missing_or_in_a_ring_ends_the_chain() -> None:
    found = reading((DIRECT, ANN, "a1"), (DIRECT, BO, "a0"), (DIRECT, BO, "gone"), (DIRECT, BO, "a3"))
    assert {k: [a.id for a in v] for k, v in chains(found).items()} == {"a0": ["a1"], "a1": ["a0"], "a2": [], "a3": []}


@pytest.mark.parametrize(
    ("value", "word", "number"),
    [
        (1.0, "sure", "1.00"),
        (0.934, "sure", ".93"),
        (0.85, "sure", ".85"),
        (0.6, "fairly sure", ".60"),
        (0.59, "unsure", ".59"),
    ],
)
def test_confidence_in_words_and_number(value: float, word: str, number: str) -> None:
    assert (confidence_words(value), confidence_number(value)) == (word, number)


def test_who_speaks_of_himself_passes_on_nobody() -> None:
    found = reading((DIRECT, ANN, None), (INDIRECT, SHE, "a0"), (INDIRECT, BO, "a1"))
    speakers = dict(zip(("a0", "a1", "a2"), ("s1", "s1", "s2"), strict=True))
    known = replace(found, attributions=tuple(replace(a, source_id=speakers[a.id]) for a in found.attributions))
    assert [[a.id for a in chain] for chain in chains(known).values()] == [[], [], ["a1"]]
    assert [[a.id for a in chain] for chain in chains(found).values()] == [[], ["a0"], ["a1", "a0"]]
