"""Clauses that the model gives to one of two speakers only."""

import pytest

from onrecord.models.attribution import AttributionModel
from onrecord.models.features import Features
from onrecord.reading.clauses import rejoin
from onrecord.reading.drafts import Draft


@pytest.fixture(scope="module")
def model() -> AttributionModel:
    return AttributionModel()


def _words(model: AttributionModel, text: str) -> tuple[Features, dict[str, int]]:
    features = model.featurizer(text, [(0, len(text))])
    return features, {text[slice(*w)]: i for i, w in enumerate(features.words)}


def test_who_was_given_nothing_has_what_begins_after_the_cue(model: AttributionModel) -> None:
    text = "Channel Four announced that, according to Odo Falk, it was late."
    features, at = _words(model, text)
    end = at["late"] + 1
    outer = Draft((at["Channel"], at["Four"]), (at["announced"],), (), 0.9)
    inner = Draft((at["Odo"], at["Falk"]), (at["according"], at["to"]), (at["that"], *range(at["it"], end)), 0.9)
    assert rejoin(text, features, [outer, inner]) == [outer, inner]
    assert outer.content == tuple(range(at["that"], end))
    assert inner.content == tuple(range(at["it"], end))


def test_the_subject_of_a_passive_ends_no_clause(model: AttributionModel) -> None:
    text = "The keeper denied hiding a letter in which Adela is said to have left."
    features, at = _words(model, text)
    end = at["left"] + 1
    outer = Draft((0, 1), (at["denied"],), tuple(range(at["hiding"], at["is"])), 0.9)
    inner = Draft((), (at["is"], at["said"]), tuple(range(at["to"], end)), 0.9)
    rejoin(text, features, [outer, inner])
    assert outer.content == tuple(range(at["hiding"], end))
    assert inner.content == tuple(range(at["to"], end))


def test_who_says_nothing_at_all_is_left_out(model: AttributionModel) -> None:
    text = "The mayor announced. It rained, Falk said."
    features, at = _words(model, text)
    silent = Draft((0, 1), (at["announced"],), (), 0.9)
    heard = Draft((at["Falk"],), (at["said"],), (at["It"], at["rained"]), 0.9)
    assert rejoin(text, features, [silent, heard]) == [heard]
    assert heard.content == (at["It"], at["rained"])
