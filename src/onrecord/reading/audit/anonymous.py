"""Which sources the text keeps nameless, as against those who have no name because none is needed."""

import re

from onrecord.reading.audit.lexicon import ALWAYS_ANONYMOUS, ANONYMITY, COUNTED, INDEFINITE, INSIDER, KNOWING, SPOKEN_FOR
from onrecord.reading.audit.sourcing import Sourcing
from onrecord.records import Source, SourceKind

_BEFORE_CLAUSE = re.compile(
    r"^(.*?)(?:,|\b(?:who|that|which|with|in|at|on|for|from|to|familiar|briefed|close|inside|near)\b|$)", re.IGNORECASE
)
_NAMELESS = (SourceKind.ROLE, SourceKind.GROUP, SourceKind.PUBLIC)


def is_anonymous(sourcing: Sourcing, source: Source) -> bool:
    """ "a senior aide", "two people briefed on the talks", "sources" -> True; "the mayor", "a spokesman", "critics" -> False.

    True for somebody from inside whom the text does not name: an individual or counted ones, first brought up as unknown to the
    reader ("an aide", not "the prime minister", of whom there is one).
    """
    name = source.name or ""
    if not name or source.named or source.kind not in _NAMELESS or SPOKEN_FOR.search(head_phrase(name)):
        return False
    told = sourcing.described(source)
    if ANONYMITY.search(told) or ALWAYS_ANONYMOUS.search(head_phrase(name)):
        return True
    inside = INSIDER.search(head_phrase(name)) is not None
    if source.kind is SourceKind.PUBLIC:
        return inside and KNOWING.search(told) is not None
    return inside and (brought_up(name) or KNOWING.search(told) is not None)


def brought_up(name: str) -> bool:
    """Whether the words bring up somebody the reader does not know: "an aide", "two aides", not "the aide"."""
    return bool(INDEFINITE.match(name) or COUNTED.match(name))


def head_phrase(name: str) -> str:
    """'a senior aide to Ms Brenn, who ...' -> 'a senior aide': the words before what is said of it."""
    found = _BEFORE_CLAUSE.match(name)
    return found[1].strip() if found and found[1].strip() else name
