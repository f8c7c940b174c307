"""Document -> Reading: who said what in one document, every level of it, and the quotation marks that are not speech."""

from onrecord.reading.reader import DocumentReader

__all__ = ["DocumentReader"]
