"""Which sources the text keeps nameless, as against those who have no name because none is needed."""

import re

from onrecord.reading.audit.lexicon import (
    ALWAYS_ANONYMOUS,
    ANONYMITY,
    COUNTED,
    INDEFINITE,
    INSIDER,
    KNOWING,
    SEEN_IN_PUBLIC,
    SPEAKING,
    SPOKEN_FOR,
    UNREAL,
)
from onrecord.reading.audit.sourcing import Sourcing
from onrecord.reading.speakers.nouns import CALENDAR
from onrecord.records import Attribution, Source, SourceKind

_BEFORE_CLAUSE = re.compile(
    r"^(.*?)(?:,|\b(?:who|that|which|with|in|at|on|for|from|to|familiar|briefed|close|inside|near)\b|$)", re.IGNORECASE
)
_NAME_AFTER = re.compile(r",\s(?:[A-Z][\w.’'-]+\s){1,3}[A-Z][\w’'-]+")
"""'one of her lawyers, Tomas Brandt': a name after all."""
_DATES = "|".join(w.capitalize() for w in sorted(CALENDAR))
_NAME_BEFORE = re.compile(rf"\b(?!(?:{_DATES})\b)[A-Z][\w’'-]+(?:\s\([^)]*\))?,\s$")
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
    if _NAME_AFTER.search(told):
        return False
    if ANONYMITY.search(told) or ALWAYS_ANONYMOUS.search(head_phrase(name)):
        return True
    if COUNTED.match(name) and SEEN_IN_PUBLIC.search(head_phrase(name)) and not KNOWING.search(told):
        return False
    if any(_stands_by_a_name(sourcing, m.start) for m in source.mentions):
        return False
    inside = INSIDER.search(head_phrase(name)) is not None
    if source.kind is SourceKind.PUBLIC:
        return inside and KNOWING.search(told) is not None
    return inside and (brought_up(name) or KNOWING.search(told) is not None)


def tells(sourcing: Sourcing, a: Attribution) -> bool:
    """Whether the speaker tells this to the article itself: says it, in a cue that says so, and not through another."""
    cue = sourcing.reading.words_of(a.cue)
    return bool(a.source) and not sourcing.through(a) and SPEAKING.search(cue) is not None and not UNREAL.search(cue)


def _stands_by_a_name(sourcing: Sourcing, start: int) -> bool:
    """'Del. Ines Crane (D), a corporate lawyer': whether the words are an apposition to a name."""
    return _NAME_BEFORE.search(sourcing.text[max(start - 40, 0) : start]) is not None


def brought_up(name: str) -> bool:
    """Whether the words bring up somebody the reader does not know: "an aide", "two aides", not "the aide"."""
    return bool(INDEFINITE.match(name) or COUNTED.match(name))


def head_phrase(name: str) -> str:
    """'a senior aide to Ms Brenn, who ...' -> 'a senior aide': the words before what is said of it."""
    found = _BEFORE_CLAUSE.match(name)
    return found[1].strip() if found and found[1].strip() else name
