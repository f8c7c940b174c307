"""The generator edits as it says, the same each time; the report tells right from wrong."""

import json
from pathlib import Path

from benchmarks.check_edits import ABSENT, documents, queries, words
from benchmarks.check_ours import measured
from benchmarks.check_report import Answer, System, right, table

ARTICLES = [
    " ".join(
        f"On day {n} the council of {town} met and {n + 2} ferries were not allowed to leave the harbour before noon. "
        f"She told the people of {town} that they would pay {n} crowns for each crate of oranges in the old hall."
        for n in range(3, 12)
    )
    for town in ("Halden", "Teral", "Orrin", "Lindmark")
]


def test_seeded_and_as_described() -> None:
    made = queries(ARTICLES[:3], ARTICLES[3:], 5, 1)
    assert made == queries(ARTICLES[:3], ARTICLES[3:], 5, 1)
    assert made != queries(ARTICLES[:3], ARTICLES[3:], 5, 2)
    held = " ".join(ARTICLES[:3])
    for query in made:
        assert all(p in held for p in query.passages)
        if query.kind in {"word", "negation", "number", "ellipsis", "bracket"}:
            assert query.text not in query.passages
    assert {q.kind for q in made} >= {"verbatim", "word", "negation", "number", "ellipsis", "bracket", "splice", *ABSENT}


def test_background_is_made_of_the_sentences() -> None:
    made = list(documents(ARTICLES, 9, 1))
    assert made[:4] == ARTICLES
    assert len(made) == 9
    assert all(word in " ".join(ARTICLES) for text in made for word in text.split())


def test_the_report_counts() -> None:
    asked = [q for q in queries(ARTICLES, ARTICLES, 1, 1) if q.kind == "verbatim"]
    texts = [words(a) for a in ARTICLES]
    place = next(n for n, text in enumerate(texts) if words(asked[0].passages[0]) in text)
    good, bad = Answer(0, place, 100.0, 0.001, "verbatim", 0), Answer(0, (place + 1) % 4, 100.0, 0.001, "verbatim", 0)
    assert right(good, asked[0], texts)
    assert not right(bad, asked[0], texts)
    assert "| recall@1, verbatim | 100.0 |" in table([System("onrecord", 1.0, 10, [good])], asked, texts, 10)


def test_onrecord_is_measured_on_the_files_the_peers_get(tmp_path: Path) -> None:
    asked = ["They would pay 3 crowns for each crate", "Nobody sails to Vardal in this weather, the harbour master wrote"]
    (tmp_path / "documents.jsonl").write_text("".join(json.dumps(a) + "\n" for a in ARTICLES[:3]), "utf8")
    (tmp_path / "queries.json").write_text(json.dumps([{"text": q, "n": n} for n, q in enumerate(asked)]), "utf8")
    found = measured(tmp_path)
    assert [a["verdict"] for a in found["answers"]] == ["typographic", "not_found"]
    assert found["answers"][0]["document"] == 0
    assert found["build"] > 0
    assert found["size"] > sum(map(len, ARTICLES[:3]))
