import pytest

from onrecord.models.attribution import AttributionModel


@pytest.fixture(scope="session")
def model() -> AttributionModel:
    """The shipped weights, a window at a time."""
    return AttributionModel(batch=1)
