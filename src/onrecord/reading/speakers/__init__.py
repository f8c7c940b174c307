"""Who is speaking: sources resolved, their kind, the chain their words came through."""

from onrecord.reading.speakers.resolution import Resolved, resolve

__all__ = ["Resolved", "resolve"]
