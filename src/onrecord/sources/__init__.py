"""Bytes -> Document: files, folders, URLs, stdin and tables, in any format that is read."""

from onrecord.sources.inputs import Input, expand
from onrecord.sources.load import document, load

__all__ = ["Input", "document", "expand", "load"]
