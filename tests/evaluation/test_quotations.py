"""The loader of our own quotations, the cases as committed, and what is measured on them."""

import re
from collections import Counter
from pathlib import Path

import pytest

from evaluation.quotations import Case, CaseError, Outcome, by_label, compile_theme, load, measures
from onrecord.records import SEVERITIES, Finding, Label, Place, Span

HELD = load()
SOURCE = "=== source lecture\ntitle: A lecture\nbyline: Ilse Drummond\n\nThe water is not radioactive. I have measured it.\n\n"
CASE = "--- case dropped\nprinted: “The water is radioactive,” she said.\nby: she\nin: lecture\nexpect: polarity_changed, 4\n"


def one(case: str = CASE, source: str = SOURCE) -> Case:
    return compile_theme("test", source + case)[1][0]


# -- the loader


def test_a_case_is_what_was_written() -> None:
    case = one()
    assert (case.name, case.theme, case.words, case.by, case.stands_in) == (
        "dropped",
        "test",
        "The water is radioactive,",
        "she",
        ("lecture",),
    )
    assert (case.labels, case.least, case.most) == ((Label.POLARITY_CHANGED,), 4, 4)
    assert case.printed[case.quoted.start : case.quoted.end] == case.words


def test_a_source_is_a_document_that_says_whose_it_is() -> None:
    (document,) = compile_theme("test", SOURCE)[0].values()
    assert (document.origin, document.title, document.byline) == ("lecture", "A lecture", "Ilse Drummond")
    assert document.text == "The water is not radioactive. I have measured it.\n"


def test_words_may_be_named_where_marks_mislead() -> None:
    case = one(CASE.replace("by: she", "words: is radioactive"))
    assert (case.words, case.start) == ("is radioactive", case.printed.index("is radioactive"))


@pytest.mark.parametrize(
    ("expect", "labels", "least", "most"),
    [
        ("verbatim, 0", ["verbatim"], 0, 0),
        ("trimmed_silent | reworded, 2-3", ["trimmed_silent", "reworded"], 2, 3),
        ("too_common | unverifiable", ["too_common", "unverifiable"], None, None),
        ("too_common | verbatim, 0-1", ["too_common", "verbatim"], 0, 1),
    ],
)
def test_expectations(expect: str, labels: list[str], least: int | None, most: int | None) -> None:
    case = one(CASE.replace("polarity_changed, 4", expect))
    assert ([str(x) for x in case.labels], case.least, case.most) == (labels, least, most)


@pytest.mark.parametrize(
    ("part", "by", "why"),
    [
        ("expect: polarity_changed, 4", "", "no line expect"),
        ("expect:", "expects:", "no line of the kind"),
        ("polarity_changed, 4", "polarity_changed", "wants a severity"),
        ("polarity_changed, 4", "polarity_changed, 2-3", "has severity 4, never 2-3"),
        ("polarity_changed, 4", "upside_down, 4", "upside_down"),
        ("polarity_changed, 4", "polarity_changed, 7", "no expectation"),
        ("“The water is radioactive,”", "The water is radioactive,", "no quotation marks"),
        ("by: she", "words: not there", "is not in what was printed"),
        ("by: she", "by: she\nby: he", "two lines by"),
    ],
)
def test_a_mistake_is_named(part: str, by: str, why: str) -> None:
    with pytest.raises(CaseError, match=f"test: case dropped: .*{why}"):
        one(CASE.replace(part, by))


def test_a_source_without_a_blank_line_is_a_mistake() -> None:
    with pytest.raises(CaseError, match="source lecture"):
        compile_theme("test", "=== source lecture\ntitle: A lecture\n")


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"a": SOURCE + CASE + CASE}, "two cases are named dropped"),
        ({"a": SOURCE, "b": SOURCE}, "is in another file too"),
        ({"a": CASE}, "stands in lecture, which is no source"),
    ],
)
def test_names_are_each_once_and_known(files: dict[str, str], why: str, tmp_path: Path) -> None:
    for name, text in files.items():
        (tmp_path / f"{name}.quotes").write_text(text, "utf8")
    with pytest.raises(CaseError, match=why):
        load(tmp_path)


# -- the cases as committed


def test_there_are_as_many_as_the_issue_asks_for() -> None:
    assert len(HELD.cases) >= 200
    assert 0.3 <= sum(c.is_honest for c in HELD.cases) / len(HELD.cases) <= 0.45
    assert sum(c.is_altered for c in HELD.cases) >= 100
    assert sum(c.is_absent for c in HELD.cases) >= 20


def test_every_label_is_the_right_one_somewhere() -> None:
    assert {c.labels[0] for c in HELD.cases} == set(Label)


def test_finding_is_not_trivial() -> None:
    assert len(HELD.background) >= 10
    assert sum(len(d.text.split()) for d in HELD.background) >= 3_000
    assert min(len(d.text) for d in HELD.background) > 1_500


def folded(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


TEXTS = {name: folded(d.text) for name, d in HELD.sources.items()}
ALL = [folded(d.text) for d in HELD.documents]


@pytest.mark.parametrize("case", [c for c in HELD.cases if c.stands_in], ids=lambda c: c.name)
def test_words_stand_where_the_case_says(case: Case) -> None:
    """At least a third of the words, or one that is in no other document: a slip of the pen in `in` would be neither."""
    words = folded(case.words).split()
    there = " ".join(TEXTS[s] for s in case.stands_in).split()
    share = sum(w in there for w in words) / len(words)
    assert share >= 1 / 3


@pytest.mark.parametrize("case", [c for c in HELD.cases if c.is_absent], ids=lambda c: c.name)
def test_what_nobody_said_stands_nowhere(case: Case) -> None:
    assert not [t for t in ALL if folded(case.words) in t]


@pytest.mark.parametrize("case", [c for c in HELD.cases if c.labels[0] is Label.VERBATIM and c.stands_in], ids=lambda c: c.name)
def test_what_is_verbatim_stands_there(case: Case) -> None:
    assert folded(case.words) in TEXTS[case.stands_in[0]]


def test_what_is_common_is() -> None:
    for case in HELD.cases:
        if case.labels == (Label.TOO_COMMON,):
            assert len(folded(case.words).split()) <= 5
            assert sum(folded(case.words) in t for t in ALL) >= 5


# -- what is measured


def outcome(case: Case, label: Label, severity: int | None, *, placed: bool = True) -> Outcome:
    place = Place("blake2b:0", "a.txt", 0, 1, (Span(0, 1),), "x", "", "")
    finding = Finding(case.quoted, label, severity, (), (place,) if placed else (), (), 1)
    return Outcome(case, finding, case.takes(finding), placed)


def test_measures_are_shares_of_the_cases_they_are_about() -> None:
    altered = one()
    honest = one(CASE.replace("polarity_changed, 4", "verbatim, 0"))
    absent = one(CASE.replace("in: lecture\n", "").replace("polarity_changed, 4", "not_found, 3"))
    outcomes = [
        outcome(altered, Label.POLARITY_CHANGED, 4),
        outcome(altered, Label.REWORDED, 2),
        outcome(altered, Label.VERBATIM, 0),
        outcome(honest, Label.TYPOGRAPHIC, 0),
        outcome(honest, Label.REWORDED, 2, placed=False),
        outcome(absent, Label.NOT_FOUND, 3),
    ]
    assert measures(outcomes) == {
        "verdict right": 33.33,
        "altered, called severity 2 or more": 66.67,
        "honest, called severity 1 or less": 50.0,
        "found where it stands": 80.0,
        "absent, not found": 100.0,
    }
    assert by_label(outcomes) == {"not_found": (100.0, 1), "polarity_changed": (33.33, 3), "verbatim": (0.0, 2)}


def test_what_goes_wrong_is_told_in_a_line() -> None:
    told = outcome(one(), Label.VERBATIM, 0).told
    assert told == "test/dropped: verbatim 0, not polarity_changed 4: “The water is radioactive,”"


def test_severities_of_a_case_are_possible() -> None:
    counts = Counter(len(SEVERITIES[c.labels[0]]) for c in HELD.cases)
    assert counts[0] < 20  # few cases have nothing to judge
