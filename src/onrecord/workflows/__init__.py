"""The verbs: the only place that knows the order of the stages."""

from onrecord.workflows.auditor import audit, audit_all
from onrecord.workflows.reader import Reader, read

__all__ = ["Reader", "audit", "audit_all", "read"]
