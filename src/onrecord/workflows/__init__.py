"""The verbs: the only place that knows the order of the stages."""

from onrecord.workflows.checker import Checker, check, documents, hold
from onrecord.workflows.reader import Reader, read

__all__ = ["Checker", "Reader", "check", "documents", "hold", "read"]
