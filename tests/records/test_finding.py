"""The worst edit makes the verdict; what is written down keeps to the published schema."""

import pytest
from jsonschema import Draft202012Validator

from onrecord.matching import Index, check_quotation
from onrecord.records import SEVERITIES, Check, Edit, Label, worst
from onrecord.records.json import check_json
from onrecord.records.schema import check_schema

from ..matching.conftest import HARBOUR, document


def edit(label: Label, severity: int) -> Edit:
    return Edit(label, severity, 0, 1, 0, 1, "")


@pytest.mark.parametrize(
    ("edits", "verdict"),
    [
        ((), (Label.VERBATIM, 0)),
        ((edit(Label.TYPOGRAPHIC, 0),), (Label.TYPOGRAPHIC, 0)),
        ((edit(Label.CLEANED, 1), edit(Label.NUMBER_CHANGED, 4), edit(Label.REWORDED, 2)), (Label.NUMBER_CHANGED, 4)),
        ((edit(Label.BRACKETED, 3), edit(Label.BRACKETED, 1)), (Label.BRACKETED, 3)),
        ((edit(Label.TRIMMED_MARKED, 1), edit(Label.CLEANED, 1)), (Label.TRIMMED_MARKED, 1)),
    ],
)
def test_the_worst_makes_the_verdict(edits: tuple[Edit, ...], verdict: tuple[Label, int]) -> None:
    assert worst(edits) == verdict
    assert worst(edits[::-1]) == verdict


def test_every_label_has_its_severities() -> None:
    assert set(SEVERITIES) == set(Label)
    assert all(0 <= s <= 4 for allowed in SEVERITIES.values() for s in allowed)
    assert [label for label, allowed in SEVERITIES.items() if not allowed] == [Label.UNVERIFIABLE, Label.TOO_COMMON]


def test_real_findings_keep_to_the_schema() -> None:
    index = Index.build([document(HARBOUR, "harbour.txt", "The Halden Courier")])
    asked = ("We will close the mill", "We will not close the mill", "nothing of the sort was ever said", "")
    findings = tuple(check_quotation(words, index) for words in asked)
    held = check_json(Check(document("An article."), findings, ("Teral Post",), len(index)))
    Draft202012Validator(check_schema()).validate(held)
    assert [f["verdict"] for f in held["findings"]] == ["polarity_changed", "verbatim", "not_found", "too_common"]
    assert held["findings"][0]["places"][0]["outlet"] == "The Halden Courier"
