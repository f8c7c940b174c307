"""Confidence: a chance, growing with each thing the model is sure of."""

import math
from dataclasses import astuple, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.attribution import AttributionModel
from onrecord.models.confidence import Calibration, log_odds
from onrecord.models.decoding import Sureness

CHANCES = st.floats(0, 1)
SURENESS = st.builds(Sureness, *[CHANCES] * 6)


@given(SURENESS)
def test_it_is_a_chance(model: AttributionModel, sureness: Sureness) -> None:
    for calibration in (Calibration(), model.calibration):
        assert 0 < calibration.confidence(sureness) < 1


@given(SURENESS, CHANCES)
@pytest.mark.parametrize("part", [f.name for f in fields(Sureness)])
def test_surer_of_a_part_is_surer_of_the_whole(part: str, sureness: Sureness, other: float) -> None:
    low, high = sorted((getattr(sureness, part), other))
    confidence = Calibration().confidence
    assert confidence(replace(sureness, **{part: low})) <= confidence(replace(sureness, **{part: high}))


def test_the_shipped_calibration_tells_sure_from_unsure(model: AttributionModel) -> None:
    sure, unsure = Sureness(*[0.999] * 6), Sureness(*[0.3] * 6)
    assert model.calibration.confidence(sure) > 0.85
    assert model.calibration.confidence(unsure) < 0.35


def test_log_odds() -> None:
    odds = log_odds(Sureness(0.5, 0.8, 0.2, 0.0, 1.0, 0.9))
    assert odds[:3] == pytest.approx([0, math.log(4), -math.log(4)])
    assert odds[3] == pytest.approx(-odds[4]) == pytest.approx(-6.9, abs=0.01)  # certainty is clipped, not infinite


@given(SURENESS)
def test_log_odds_are_one_a_field_and_finite(sureness: Sureness) -> None:
    odds = log_odds(sureness)
    assert len(odds) == len(astuple(sureness))
    assert all(map(math.isfinite, odds))


def test_another_number_of_weights_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        Calibration(weights=(1.0, 2.0)).confidence(Sureness(*[0.5] * 6))


def test_moved_scales_and_shifts_the_log_odds() -> None:
    sureness = Sureness(0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
    plain, moved = Calibration(), Calibration().moved(0.5, 1.0)
    z, w = (math.log(p / (1 - p)) for p in (plain.confidence(sureness), moved.confidence(sureness)))
    assert w == pytest.approx(0.5 * z + 1)
