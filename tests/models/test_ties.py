"""Ties between pronouns and what they stand for, and names that agree within a text."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.attribution import AttributionModel, ties
from onrecord.models.entities import KINDS, Entity, agreed
from onrecord.models.features import windows
from onrecord.models.ties import TIE, Ties

MODEL = AttributionModel()


def _features(text: str):
    return MODEL.featurizer(text, [(0, len(text))])


def test_a_pronoun_is_tied_to_who_it_can_mean() -> None:
    text = "Ida Vell met Leo Brandt at the harbour. She told Brandt that the lamp was out."
    features = _features(text)
    found = ties(MODEL.answers(windows(features)))
    assert found is not None
    word = {text[s:e]: i for i, (s, e) in enumerate(features.words)}
    vell, brandt = (found.score(word["She"], [word[w]]) for w in ("Vell", "Leo"))
    assert vell is not None
    assert brandt is not None
    assert vell > brandt


def test_words_of_other_windows_are_out_of_sight() -> None:
    part = np.ones((2, 2 * TIE + 1), np.float32)
    found = Ties.joined(5, [(0, part), (3, part)])
    assert found.score(1, [0]) == TIE - 1
    assert found.score(1, [3]) is None
    assert found.score(2, [0, 1]) is None  # in no window


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 5), st.floats(0.1, 1)), max_size=6, unique_by=lambda t: t[1]))
def test_a_name_is_of_one_kind_throughout(found: list[tuple[str, int, float]]) -> None:
    text = "Miramar , Halden , Miramar , Halden , Miramar , Halden"
    features = _features(text)
    names = agreed(features, [Entity(kind, (2 * k,), sure) for kind, k, sure in found], text)
    kinds: dict[int, set[str]] = {}
    for name in names:
        kinds.setdefault(name.words[0] % 4, set()).add(name.kind)
    assert all(len(k) == 1 for k in kinds.values())
    assert len({n.words for n in names}) == len(names)


def test_a_sure_name_is_found_again() -> None:
    text = "Miramar voted . Miramar won . And in Miramar they sang"
    names = agreed(_features(text), [Entity("LOC", (0,), 0.9), Entity("LOC", (3,), 0.9)], text)
    assert [n.words for n in names] == [(0,), (3,), (8,)]
    assert {n.kind for n in names} == {"LOC"}
