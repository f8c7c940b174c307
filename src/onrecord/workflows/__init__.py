"""The verbs: the only place that knows the order of the stages."""

from onrecord.workflows.read import Reader, read

__all__ = ["Reader", "read"]
