"""The ranking of candidates explains itself: a weight for every feature, and a probability that adds up."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.speakers.antecedents import FEATURES, WEIGHTS, Scene, nobody
from onrecord.records import Span

from .conftest import Said, read


def test_every_feature_has_one_weight() -> None:
    held = json.loads(WEIGHTS.read_text("utf8"))
    assert [list(weights) for weights in held.values()] == [list(FEATURES)] * 2
    assert len(set(FEATURES)) == len(FEATURES)


def test_the_row_of_nobody_is_as_long() -> None:
    scene = Scene.__new__(Scene)
    object.__setattr__(scene, "speaks", True)
    assert len(nobody(scene)) == len(FEATURES)


@given(
    st.lists(st.sampled_from("Ida Vell She he it they said told the aide . , “ ” that I Mr".split()), min_size=1, max_size=40)
)
def test_no_text_breaks_it_and_ids_hold(words: list[str]) -> None:
    text = " ".join(words)
    said = [Said(w, "", text) for w in dict.fromkeys(words) if w[0].isalnum()]
    found = read(text, said, PER="Ida|Vell")
    ids = {s.id for s in found.resolved.sources}
    for a in found.resolved.attributions:
        assert a.source_id is None or a.source_id in ids
        assert ids.issuperset(a.chain)
        assert a.source_id is None or a.chain[0] == a.source_id
    assert all(isinstance(m, Span) and m.end <= len(text) for s in found.resolved.sources for m in s.mentions)


@pytest.mark.parametrize("pronoun", ["He", "She"])
def test_the_other_gender_is_no_candidate(pronoun: str) -> None:
    text = f"{'Ida' if pronoun == 'He' else 'Leo'} Vell came. {pronoun} said no."
    name = text.split(" came")[0]
    assert read(text, [Said(pronoun, "said", "no")], PER=name).who(1) is None


def test_a_phrase_and_the_pronoun_it_begins_with_may_both_be_sources() -> None:
    text = "His lawyer said no."
    found = read(text, [Said("His lawyer", "said", "no"), Said("His", "said", "no")])
    assert found.kind(1) == "role"
