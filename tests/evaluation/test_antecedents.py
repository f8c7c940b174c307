"""The scorer of antecedents, on names made here; the annotation itself, where the corpus is at hand."""

import pytest

from evaluation import annotate_antecedents as notes
from evaluation.antecedents import CODES, Row, load, mentions, right, score
from evaluation.polnear import articles, available

TEXT = "Leo Brandt met Tessa Brandt. He said so, she said no, and voters said nothing."


@pytest.mark.parametrize(
    ("name", "accepted", "same"),
    [
        ("Leo Brandt", "Leo Brandt", True),
        ("Brandt", "Leo Brandt", True),
        ("Mr. Brandt", "Leo Brandt", True),
        ("Sen. Leo Brandt", "Leo Brandt", True),
        ("Leo Brandt’s", "Leo Brandt", True),
        ("Leo", "Leo Brandt", False),
        ("Tessa Brandt", "Leo Brandt", False),
        ("Leo Brandt's office", "Leo Brandt", False),
        ("Brandt", "Brandt campaign", False),
        ("Security Council", "United Nations Security Council", True),
        ("Court of Appeals", "U.S. Court of Appeals for the Tenth Circuit", True),
        ("Walter Pym", "Walter Pym Jr.", True),
        ("", "Leo Brandt", False),
    ],
)
def test_a_name_is_right_when_it_is_part_of_an_accepted_one_with_its_head(name: str, accepted: str, same: bool) -> None:
    assert right(name, [accepted]) is same


def test_a_shared_surname_is_not_enough() -> None:
    assert not right("Brandt", ["Tessa Brandt"], surname=False)
    assert right("Tessa Brandt", ["Tessa Brandt"], surname=False)
    assert right("Brandt", ["Tessa Brandt", "Brandt"], surname=False)


def rows() -> list[Row]:
    return [
        {"file": "f", "source": [[29, 31]], "antecedents": [[[0, 10]]], "code": "one"},
        {"file": "f", "source": [[41, 44]], "antecedents": [[[15, 27]]], "code": "one"},
        {"file": "f", "source": [[58, 64]], "antecedents": None, "code": "generic"},
        {"file": "f", "source": [[58, 64]], "antecedents": [[[0, 10]], [[15, 27]]], "code": "group"},
    ]


def test_what_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluation.antecedents.articles", lambda folder: [("f", TEXT)])
    answers = {29: "Brandt", 41: None, 58: "Leo Brandt"}
    result = score(lambda file, text, source: answers[source[0].start], rows())
    assert (result.named, result.resolved, result.right, result.nulls, result.invented) == (2, 1, 1, 1, 1)
    assert result.measures() == {"accuracy": 100.0, "coverage": 50.0, "invented": 100.0}
    assert len(result.complaints) == 1
    assert "nobody (generic)" in result.complaints[0]


def test_a_wrong_name_counts_as_resolved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluation.antecedents.articles", lambda folder: [("f", TEXT)])
    result = score(lambda file, text, source: "Tessa Brandt", rows()[:2])
    assert result.measures() == {"accuracy": 50.0, "coverage": 100.0, "invented": 0.0}


@pytest.mark.skipif(not available(), reason="PolNeAR is not at hand")
def test_every_offset_points_at_something() -> None:
    texts = dict(articles())
    for row in load():
        assert row["code"] in CODES
        assert (row["antecedents"] is None) == (row["code"] not in ("one", "group"))
        assert all(texts[row["file"]][s:e].strip() for s, e in row["source"])
        assert all(name[0].isalnum() for name in mentions(row, texts[row["file"]]))


def test_the_sample_is_large_enough_and_spread() -> None:
    gold = load()
    assert len(gold) >= 320
    assert sum(r["code"] == "one" for r in gold) >= 300
    assert len({r["file"] for r in gold}) >= 75


def test_a_note_says_whom_sources_mean() -> None:
    assert list(notes._parse("1,2=Bill Pym|Pym")) == [(1, "=Bill Pym|Pym"), (2, "=Bill Pym|Pym")]
    assert list(notes._parse(" 3 -generic")) == [(3, "generic")]
    row = notes._row("f", TEXT, ((41, 44),), "=Tessa Brandt!")
    assert row == {"file": "f", "source": [[41, 44]], "antecedents": [[[15, 27]]], "code": "one", "surname": False}


def test_a_name_that_is_not_in_the_text_is_refused() -> None:
    with pytest.raises(SystemExit, match="Ida Vell"):
        notes._row("f", TEXT, ((41, 44),), "=Ida Vell")


def test_a_surname_is_not_found_inside_another_name() -> None:
    assert [m.start() for m in notes._find("Tessa Brandt and Brandt. Mr. Brandt", "Brandt")] == [17, 29]
