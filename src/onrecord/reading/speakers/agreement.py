"""What kind a name is, once all names of a page are known: one kind a name, put right by what the page itself shows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.reading.lexicon import reports
from onrecord.reading.speakers.given import GIVEN
from onrecord.reading.speakers.nouns import AUXILIARIES, BODIES, COMPANIES, OUTLET_WORDS, PREPOSITIONS
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun
from onrecord.reading.speakers.surroundings import has_plural_verb, is_called_a_body, is_dateline, is_said_to_be_a_body

PERSON, BODY, PLACE, OTHER = "PER", "ORG", "LOC", "MISC"
SMALL = frozenset("the of and for de la le du von van der den al bin dos das del della di da el ben ter ten & - . ' ’".split())
NO_SURNAMES = BODIES | OUTLET_WORDS | COMPANIES | SMALL
_TRADING = frozenset(  # last words of what trades, plays or heals: "Pell Water", "Vale Rovers", "Marlow General"
    "water rovers united athletic albion wanderers health healthcare media telecom power mobile pictures studios productions"
    " aerospace dynamics mutual foundation trust institute general infirmary airport tramways lines"
    " bank group university college council".split()
)
TRADERS = frozenset(
    "developer owner operator rival maker publisher contractor lender employer broadcaster retailer builder insurer partner"
    " client sponsor vendor broker borrower investor shareholder customer source voice victim opponent counterpart successor"
    " predecessor manufacturer accountant auditor".split()
)
_OWNED = frozenset(  # what a company or a club has, and a person has not
    "shareholders shares board headquarters subsidiary subsidiaries workforce chairman chairwoman spokesman spokeswoman"
    " spokesperson executive founder founders fans striker goalkeeper keeper midfielder defender customers depositors".split()
)
_REACH = 14
_ACRONYM, _BESIDE = 4, 3  # letters; words on either side
_CLOSING = frozenset(", . ; ? !".split())
FOREIGN_ARTICLES = frozenset("der die das het il".split())  # "Der Morgen"
_STATIONS = frozenset("radio tv channel".split())  # words that begin an outlet's name, and no person's


@dataclass(frozen=True, slots=True)
class Name:
    """'Sen. Leo Brandt' -> Name("PER", 3, 4, ("leo", "brandt"), ("sen",)). first, last: words without the titles."""

    kind: str
    first: int
    last: int
    key: tuple[str, ...]
    titles: tuple[str, ...]

    @property
    def is_full(self) -> bool:
        return len(self.key) > 1


def agreed(page: Page, names: list[Name], outlet: str = "") -> list[Name]:
    """One kind a name: a given name makes a person, a part of a person's name is that person, the rest goes by majority.

    outlet: the article's own, in small letters, which is no person.
    """
    names = [replace(n, kind=PERSON) if is_persons(n.key) or _is_introduced(page, n) else n for n in names]
    names = [replace(n, kind=BODY) if n.kind != BODY and " ".join(n.key) == outlet else n for n in names]
    names = [replace(n, kind=_of_the(n)) if n.kind == PERSON and _has_article(page, n) else n for n in names]
    names = [replace(n, kind=OTHER) if n.kind == PERSON and _is_an_acronym(page, n) else n for n in names]
    datelines = {n.key for n in names if is_dateline(page, n.first, n.last)}
    names = [replace(n, kind=PLACE) if n.key in datelines else n for n in names]
    bodies = {n.key for n in names if _is_body(page, n)}
    bodies |= {key[-1:] for key in bodies if len(key) > 1}
    names = [replace(n, kind=BODY) if n.key in bodies and not n.titles else n for n in names]
    known = parts(names)
    votes: dict[tuple[str, ...], Counter[str]] = {}
    for n in names:
        votes.setdefault(n.key, Counter())[n.kind] += 1
    return [replace(n, kind=PERSON if n.key[-1:] in known and not n.is_full else _major(votes[n.key], n.kind)) for n in names]


def _is_introduced(page: Page, name: Name) -> bool:
    """'the soprano Ines Catala': a noun for people before two capitals; not 'the developer Pell Homes', 'rival Brightwater'."""
    apposed = page.at(name.first - 1) == "," == page.at(name.last + 1)  # "its chief executive, Dale Yoon,"
    at = name.first - 1 - apposed
    before = page.at(at)
    person = is_person_noun(before) and before not in TRADERS and not page.is_capital(at)
    fits = name.kind in (BODY, OTHER) and len(name.key) == 2 and not any(w in NO_SURNAMES for w in name.key)
    return fits and person and all(w.isalpha() and not w.isupper() for w in page.words[name.first : name.last + 1])


def _has_article(page: Page, name: Name) -> bool:
    """'The Gannet sails', 'the Halden Post': no person; 'the Brandt office', 'the Brandts' may be."""
    if page.at(name.first - 1) != "the" or name.titles or name.key[0] in GIVEN or name.key[-1].endswith("s"):
        return False
    after = page.at(name.last + 1)
    return not after[:1].isalnum() or after in AUXILIARIES or after in PREPOSITIONS or reports(after) or after == "and"


def _is_an_acronym(page: Page, name: Name) -> bool:
    """'to pass JASTA': one word in capitals, among others that are not, never written otherwise; no turn's 'PENCE:'."""
    i = name.first
    if name.is_full or name.titles or not page.words[i].isupper() or len(page.words[i]) < _ACRONYM or page.at(i + 1) == ":":
        return False
    near = (*page.words[max(0, i - _BESIDE) : i], *page.words[i + 1 : i + 1 + _BESIDE])
    loud = any(len(w) > 1 and w.isupper() for w in near)
    return not loud and all(w.isupper() for w, low in zip(page.words, page.low, strict=True) if low == name.key[0])


def _of_the(name: Name) -> str:
    return BODY if name.key[-1] in NO_SURNAMES else OTHER


def _is_body(page: Page, name: Name) -> bool:
    """Whether a name that no given name or title makes a person is called a body, or many: 'Harlow Vale have'."""
    if name.kind == PLACE or name.titles or is_persons(name.key):
        return False
    if name.is_full and (
        name.key[0] in _STATIONS | FOREIGN_ARTICLES or (name.key[-1] in _TRADING and name.key[0] not in GIVEN)
    ):
        return True
    if not name.is_full and name.kind == PERSON and name.key[0] not in GIVEN and _acts_as_a_body(page, name):
        return True
    if _is_a_thing(page, name):
        return True
    if is_called_a_body(page, name.first) or is_said_to_be_a_body(page, name.last):
        return True
    return name.key[0] not in GIVEN and has_plural_verb(page, name.first, name.last)


def _is_a_thing(page: Page, name: Name) -> bool:
    """'Clearbrook, which sells me water,': no person is a which; where the sentence before it is, nothing goes on after it."""
    at = name.last + 1
    if name.key[0] in GIVEN or page.at(at) != "," or page.at(at + 1) != "which":
        return False
    end = next((k for k in range(at + 2, min(at + 2 + 2 * _REACH, len(page.low))) if page.low[k] in _CLOSING), None)
    return end is not None and page.low[end] == ","


def _acts_as_a_body(page: Page, name: Name) -> bool:
    """'Corvane's shareholders', 'Corvane declined to discuss what it called rumours', 'said in a securities filing'."""
    last = name.last
    if page.is_possessive(last):
        at = page.after_possessive(last)
        return page.at(at) in _OWNED or page.at(at + 1) in _OWNED
    near = page.low[last + 1 : last + 1 + _REACH]
    end = next(
        (k for k, i in enumerate(range(last + 1, last + 1 + len(near))) if page.sentence[i] != page.sentence[last]), len(near)
    )
    words = near[:end]
    calls = any(a == "what" and b == "it" for a, b in pairwise(words))
    files = any(a in ("securities", "regulatory", "exchange") and b in ("filing", "filings") for a, b in pairwise(words))
    return (calls or files) and (reports(page.at(last + 1)) or page.at(last + 1) in AUXILIARIES)


def _major(votes: Counter[str], own: str) -> str:
    best = max(votes.values())
    return next(k for k in (PERSON, BODY, PLACE, OTHER, own) if votes[k] == best)


def parts(names: Sequence[Name]) -> set[tuple[str, ...]]:
    """First and last words of the full names of persons, each as a key."""
    return {(w,) for n in names if n.kind == PERSON and n.is_full for w in (n.key[0], n.key[-1])}


def is_persons(key: tuple[str, ...]) -> bool:
    return len(key) in (2, 3) and key[0] in GIVEN and not any(w in NO_SURNAMES for w in key)
