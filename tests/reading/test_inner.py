"""What is read again inside what is said: as deep as the text goes, and no longer than the budget."""

import pytest

from onrecord.models.attribution import AttributionModel
from onrecord.models.features import Features
from onrecord.reading import inner
from onrecord.reading.drafts import Draft
from onrecord.text.words import words

TEXT = "The Courier says that the minister told reporters that an aide had said the bridge was safe."


@pytest.fixture(scope="module")
def model() -> AttributionModel:
    return AttributionModel()


@pytest.fixture
def features(model: AttributionModel) -> Features:
    return model.featurizer(TEXT, [(0, len(TEXT))])


def _outer(features: Features) -> list[Draft]:
    """The Courier, says, all the rest; as often as the text has words."""
    return [Draft((0, 1), (2,), tuple(range(3, len(features.words) - 1)), 0.9) for _ in features.words]


def test_every_level_has_the_one_above_for_its_parent(model: AttributionModel, features: Features) -> None:
    found = inner.read_again(TEXT, features, _outer(features)[:1], model)
    cues = {tuple(TEXT[slice(*words(TEXT)[i])] for i in d.cue): d for d in found}
    minister, aide = cues["told",], cues["had", "said"]
    assert aide.parent is minister
    assert minister.parent is not None
    assert minister.parent.cue == (2,)


def test_the_budget_bounds_what_is_read_again(
    model: AttributionModel, features: Features, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = 0
    triples = model.triples

    def counted(windows: list[inner.Window], **boosts: list[list[float]]) -> object:
        nonlocal read
        read += sum(map(len, windows))
        return triples(windows, **boosts)

    monkeypatch.setattr(model, "triples", counted)
    inner.read_again(TEXT, features, _outer(features), model)
    assert 0 < read <= inner._BUDGET * len(features.words)
