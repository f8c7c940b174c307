"""A quotation x an index -> the finding: found, aligned, each edit named."""

from collections.abc import Callable

from onrecord.matching.index import Index
from onrecord.records import Document, Finding, Quoted, Reading


def check_quotation(
    quotation: Quoted | str,
    index: Index,
    *,
    held: bool = True,
    named: Callable[[Document], bool] | None = None,
    reading: Callable[[Document], Reading] | None = None,
) -> Finding:
    """'we will close' against 'We will not close.' -> Finding(verdict=polarity_changed, severity=4, ...).

    A str stands for a quotation that begins at offset 0 of its article. held: whether the source the article names is among
    the documents; where it is not, words that are not found are unverifiable instead of not_found. named: whether a document
    is the source that the article names (by its outlet, say); words found only in others are source_is_secondhand. reading:
    gives the reading of a document, for who speaks at the place (misattributed); called for the best places only.
    """
    raise NotImplementedError
