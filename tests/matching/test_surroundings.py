"""What stands around or between the quoted words, and what is looked for only when asked."""

import pytest

from onrecord.matching import Index, check_quotation
from onrecord.records import Label

from .conftest import document

L = Label
TEXT = (
    "The board met late. If the board agrees, we may build 20 new homes in Brandt Street next year. "
    "Paper No. 15 effectively ended the lease of the old mill on the quay. "
    "Ms Vell asked the board to postpone the sale of the harbour until the auditors have finished. "
    "Even those who praised the plan warned on Monday that the bridge might have to be closed for good. "
    "The letter, first printed by the Teral Post on Friday, suggested a touch of regret about the part that he played. "
    "It was unclear exactly when and how the lease would end."
)


@pytest.fixture(scope="module")
def held() -> Index:
    return Index.build([document(TEXT, "minutes.txt"), *(document(TEXT + f" Copy {n}.", f"copy{n}.txt") for n in range(8))])


@pytest.mark.parametrize(
    ("words", "label", "severity"),
    [
        ("[W]e may build 20 new homes in Brandt Street next year", L.TRUNCATED_EDGE, 4),
        ("[The town] may build 20 new homes in Brandt Street next year", L.TRUNCATED_EDGE, 4),
        ("15 effectively ended the lease of the old mill", L.VERBATIM, 0),  # "No." is no "no"
        ("asked the board to postpone the sale of the harbour", L.TRUNCATED_EDGE, 4),
        ("The board met late. If the board agrees … build 20 new homes", L.TRIMMED_MARKED, 4),
        ("Even those who praised the plan … that the bridge might have to be closed", L.TRIMMED_MARKED, 1),
        ("The letter, first printed by … of regret about the part that he played", L.TRIMMED_MARKED, 1),
        ("Even those who praised … the bridge might have to be closed for good", L.TRIMMED_MARKED, 4),
        ("was unclear somewhat when and how", L.REWORDED, 2),
    ],
)
def test_named(held: Index, words: str, label: Label, severity: int) -> None:
    finding = check_quotation(words, held)
    assert (finding.verdict, finding.severity) == (label, severity), finding.edits


def test_as_many_other_places_as_are_asked_for(held: Index) -> None:
    words = "the bridge might have to be closed for good"
    found = [check_quotation(words, held, others=most) for most in (0, 2, 5)]
    assert [len(f.others) for f in found] == [0, 2, 5]
    assert len({f.verdict for f in found}) == 1


def test_the_rest_of_a_splice_is_taken_from_the_same_document(held: Index) -> None:
    finding = check_quotation(
        "Paper No. 15 effectively ended the lease. It was unclear exactly when and how the lease would end", held
    )
    assert finding.verdict is L.SPLICED
    assert len({p.document for p in finding.places}) == 1
