"""Reading -> Audit: the sourcing of one article, counted, and looked over by rules editors use."""

from onrecord.reading.audit.auditor import audit
from onrecord.reading.audit.rule import Rule
from onrecord.reading.audit.rules import RULES

__all__ = ["RULES", "Rule", "audit"]
