"""Passages and documents: where the words stand, and what was done to them."""

from onrecord.matching.check import check_quotation
from onrecord.matching.index import Index

__all__ = ["Index", "check_quotation"]
