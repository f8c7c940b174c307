"""The judged articles of the audit's rules: enough of each, and what the score counts."""

from collections import Counter

import pytest

from evaluation import audit
from evaluation.audit import Judged, Tally, load, score
from onrecord.reading.audit import RULES
from onrecord.records.audit import RuleName
from onrecord.workflows import Reader

LATE = RuleName.LATE_ATTRIBUTION


def test_every_rule_has_eight_articles_to_fire_in_and_eight_near_misses() -> None:
    held = Counter((c.rule, c.fires) for c in load())
    assert {(r.name, f): min(held[r.name, f], 8) for r in RULES for f in (True, False)} == dict.fromkeys(held, 8)


def test_no_article_is_there_twice() -> None:
    texts = Counter((c.rule, c.text) for c in load())
    assert max(texts.values()) == 1


def test_a_tally_is_precision_and_recall() -> None:
    tally = Tally(right=3, wrong=1, missed=2)
    assert (tally.precision, tally.recall) == (75.0, 60.0)


def test_only_the_rule_an_article_was_written_for_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {"a": {LATE: "x"}, "b": {LATE: "x", RuleName.SINGLE_SOURCE: "y"}, "c": {RuleName.SINGLE_SOURCE: "y"}}
    monkeypatch.setattr(audit, "fired", lambda reader, text: said[text])
    cases = [Judged(LATE, fires=f, text=t) for f, t in ((True, "a"), (False, "b"), (True, "c"))]
    result = score(Reader(), cases)
    assert (result.tallies[LATE].right, result.tallies[LATE].wrong, result.tallies[LATE].missed) == (1, 1, 1)
    assert result.measures()["single-source, precision"] == 0.0
    assert [c.split(":")[1].strip() for c in result.complaints] == ["fires", "missed"]
