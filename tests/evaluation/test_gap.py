"""GAP's measure on examples made here."""

from pathlib import Path

import pytest

from evaluation.gap import Example, Verdict, load, nearest, score
from onrecord.records import Span

HEAD = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
ROW = 'made-1\tIda met "Una" and she left.\tshe\t18\tIda\t0\tFALSE\tUna\t9\tTRUE\tnone\n'


def example(pronoun: str, *, is_a: bool, is_b: bool) -> Example:
    text = f"Ida met Leo and {pronoun} left."
    return Example("made", text, Span(16, 16 + len(pronoun)), Span(0, 3), Span(8, 11), is_a, is_b)


def test_a_row_is_read_with_its_quotation_marks(tmp_path: Path) -> None:
    (tmp_path / "gap.tsv").write_text(HEAD + ROW, encoding="utf8")
    (read,) = load(tmp_path / "gap.tsv")
    assert [s.of(read.text) for s in (read.pronoun, read.a, read.b)] == ["she", "Ida", "Una"]
    assert (read.is_a, read.is_b, read.is_feminine) == (False, True, True)


def test_an_offset_beside_its_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "gap.tsv").write_text(HEAD + ROW.replace("\t18\t", "\t17\t"), encoding="utf8")
    with pytest.raises(ValueError, match="made-1: Pronoun"):
        list(load(tmp_path / "gap.tsv"))


def test_f1_is_over_the_yeses_of_both_questions_by_gender() -> None:
    examples = [
        example("she", is_a=True, is_b=False),
        example("she", is_a=False, is_b=False),
        example("he", is_a=False, is_b=True),
    ]
    measures = score(lambda e: Verdict(a=True, b=False), examples).measures()
    # said yes 3 times, once rightly, of 2 gold: P 1/3, R 1/2; feminine P 1/2, R 1
    assert measures == {"overall": 40.0, "masculine": 0.0, "feminine": 66.67, "bias": 0.0}


def test_neither_costs_nothing_and_gains_nothing() -> None:
    assert score(lambda e: Verdict(a=False, b=False), [example("he", is_a=False, is_b=False)]).overall.said == 0


def test_the_nearest_name_before_the_pronoun() -> None:
    assert nearest(example("he", is_a=True, is_b=False)) == Verdict(a=False, b=True)
