"""How Hypothesis searches here: CI machines are slow and shared, so no test fails for the time it takes."""

import pytest
from hypothesis import HealthCheck, settings

from benchmarks.pure import hide

settings.register_profile("onrecord", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("onrecord")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pure", action="store_true", help="as if the inner loops of onrecord were not compiled")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--pure"):
        hide()
