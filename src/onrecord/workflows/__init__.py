"""The verbs: the only place that knows the order of the stages."""

from onrecord.workflows.reader import Reader, read

__all__ = ["Reader", "read"]
