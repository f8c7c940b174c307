"""How Hypothesis searches here: CI machines are slow and shared, so no test fails for the time it takes."""

from hypothesis import HealthCheck, settings

settings.register_profile("onrecord", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("onrecord")
