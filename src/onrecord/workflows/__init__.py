"""The verbs: the only place that knows the order of the stages."""

from onrecord.workflows.auditor import audit, audit_all
from onrecord.workflows.checker import Checker, check, documents, hold
from onrecord.workflows.reader import Reader, read

__all__ = ["Checker", "Reader", "audit", "audit_all", "check", "documents", "hold", "read"]
