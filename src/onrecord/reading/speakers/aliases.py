"""Two names that the text says are one person's: 'Lia Marr, popularly known as Lia Star', 'Marr was born Ida Lia Marr'."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from onrecord.reading.speakers.agreement import PERSON
from onrecord.reading.speakers.names import Name
from onrecord.reading.speakers.page import Page

_LONGEST = 12  # words between the two names
_SHOWN_SECOND = re.compile(
    r"[,(]? ?(?:who (?:is|was) |is |was )?"
    r"(?:(?:(?:also|better|best|popularly|commonly|professionally|simply|widely|now|formerly|previously|mostly) )?known"
    r"(?: professionally| simply| mononymously| online| to \w+)? (?:as|by (?:his|her|their) \w+ name)"
    r"|who goes by|a ?\.? ?k ?\.? ?a ?\.?)(?: the \w+)?"
)
_SHOWN_FIRST = re.compile(
    r"(?:(?:was|who was|,|\(|, (?:he|she) was) )?(?:born|christened|bapti[sz]ed)(?: as)?"
    r"|[(,]? ?(?:n[ée]e|real name)(?: :)?|[,(] ?(?:also|formerly)(?: known as)?|, whose real name (?:is|was)"
)


def aliases(page: Page, names: Mapping[int, Name]) -> Iterator[tuple[Name, Name]]:
    """names: by first word -> (the name to show, the other one)."""
    people = [n for _, n in sorted(names.items()) if n.kind == PERSON]
    for one, other in pairwise(people):
        between = page.low[one.last + 1 : other.first]
        if not 0 < len(between) <= _LONGEST or page.paragraph[one.last] != page.paragraph[other.first]:
            continue
        words = " ".join(w for w in between if w not in "“”\"‘'").strip()
        if _SHOWN_FIRST.fullmatch(words):
            yield one, other
        elif _SHOWN_SECOND.fullmatch(words):
            yield other, one
