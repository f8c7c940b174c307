"""Where a name begins and ends: 'Sen. Leo Brandt of Halden' -> Leo Brandt, with his title; 'the Sunday' | 'Comet' -> both."""

from collections.abc import Sequence

from onrecord.reading.lexicon import TELLING
from onrecord.reading.speakers.agreement import BODY, NO_SURNAMES, OTHER, SMALL
from onrecord.reading.speakers.agreement import PERSON as PERSON
from onrecord.reading.speakers.agreement import Name as Name
from onrecord.reading.speakers.given import GIVEN
from onrecord.reading.speakers.nouns import (
    AFTER_NAMES,
    BODIES,
    CALENDAR,
    COMPANIES,
    DETERMINERS,
    NUMBERED,
    NUMBERS,
    OUTLET_NOUNS,
    OUTLET_WORDS,
    PEOPLE,
    PRONOUNS,
    TITLED,
    TITLES,
    WEEKDAYS_OF_PAPERS,
)
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun, singular
from onrecord.reading.speakers.surroundings import (
    is_headline,
)

_SUFFIXES = frozenset("jr sr ii iii".split())
_OF_TRADES = ("ist", "smith", "er", "or", "eur", "man", "woman", "ista")
_HEARD = frozenset("government administration side camp family".split())
_OF_A_NAME = frozenset("campaign administration foundation camp".split())
COURTESY = frozenset("mr mrs ms miss mx dr sir dame lord lady sen rep gov prof".split())
PAPERS = OUTLET_WORDS - OUTLET_NOUNS - BODIES - PEOPLE
POSTS = frozenset("mp mep msp ceo cfo kc qc pm cm cs".split())
_SERVICES = frozenset("news press broadcasting television".split())  # "Kestrel" | "News Agency"
_NO_PART = DETERMINERS | CALENDAR | PRONOUNS | frozenset("but and then when as if while at in on for by from to".split())
APOSTROPHES = frozenset(("'", "’"))
NOT_NAMES = frozenset("mark will art rose grant faith said i q a mr mrs ms mp mep msp ceo cfo".split()) | CALENDAR
PEOPLES = ("s", "an", "ish", "ese", "ic", "crat", "gop")


def name_of(page: Page, kind: str, words: Sequence[int]) -> Name | None:
    """An entity without the titles at its head and the marks at its ends; titles before it are taken in."""
    first, last = words[0], words[-1]
    while last > first and not (
        page.words[last][0].isalnum() and (page.is_capital(last) or singular(page.low[last]) not in PEOPLE | OUTLET_NOUNS)
    ):
        last -= 1
    while first < last and (not page.words[first][0].isalnum() or _is_noun_before(page, first)):
        first += 1
    if not any(page.is_capital(i) for i in range(first, last + 1)):
        return None
    first, last = _back(page, first, last), _extended(page, kind, first, last)
    noun = next((i for i in range(first, last - 1) if page.words[i].islower() and is_person_noun(page.low[i])), None)
    if noun is not None and all(page.is_capital(i) for i in range(noun + 1, last + 1)):
        return made(page, PERSON, noun + 1, last)  # "Republican strategist Ida Vell"
    noun = next((i for i in range(first, last) if page.words[i].islower() and page.low[i] in OUTLET_NOUNS), None)
    if noun is not None and noun > first and all(page.is_capital(i) for i in range(noun + 1, last + 1)):
        return made(page, BODY, noun + 1, last)  # "Karvian channel Northline"
    if kind != OTHER and page.low[last] in COMPANIES and first < last:
        return made(page, BODY, first, last)
    person = _person_inside(page, first, last) if kind != PERSON else None
    if person is not None:
        return made(page, PERSON, person, last)
    if kind != PERSON and last - first == 1 and page.low[first] in TITLED and page.low[last] not in NO_SURNAMES:
        return made(page, PERSON, first, last)
    courteous = [i for i in range(first, last) if page.low[i] in COURTESY] or ([first] if _is_courteous(page, first) else [])
    if kind != PERSON and courteous and page.low[last] not in BODIES:
        return made(page, PERSON, courteous[-1], last)
    return _persons(page, first, last) if kind == PERSON else made(page, kind, first, last)


def _is_noun_before(page: Page, i: int) -> bool:
    """'firm' of 'the firm Countwell'"""
    return page.words[i].islower() and (page.low[i] not in SMALL or page.low[i] == "of")


def _persons(page: Page, first: int, last: int) -> Name | None:
    """A person's name without what goes before and after it, or the body that is called after one."""
    last = next((i - 1 for i in range(first + 2, last) if page.low[i] == "of"), last)  # "Ida Vell of Halden"
    while first < last and (page.low[first] in PEOPLE - TITLES or _is_trade(page, first, last)):
        first += 1  # "rival Ida Vell", "Florist Ida Vell"
    after = page.at(last + 1)
    called = after in _OF_A_NAME or (page.at(first - 1) == "the" and page.is_capital(last + 1) and after in BODIES - _HEARD)
    if not page.is_possessive(last) and called:
        return made(page, BODY, first, last + 1)  # "the Ida Vell Party"
    if first == last and _is_given(page, first - 1):
        first -= 1  # "the soprano Inés" | "Catala"
    return made(page, PERSON, first, last)


def _is_trade(page: Page, first: int, last: int) -> bool:
    """'Florist' | 'Ida Vell', 'YouTuber' | 'Ida Vell': what sounds like a noun for people, a given name after it."""
    named = last - first > 1 and page.low[first] not in GIVEN and page.low[first + 1] in GIVEN
    return named and page.words[first].isalpha() and page.low[first].endswith(_OF_TRADES)


def _back(page: Page, first: int, last: int) -> int:
    """'the Sunday' | 'Tribune': the first word of a paper's name that was cut short."""
    cut = first == last and page.low[first] in PAPERS and page.is_capital(first - 1) and page.at(first - 1) != "the"
    cut = cut or (page.at(first - 1) in WEEKDAYS_OF_PAPERS and page.is_capital(first - 1) and page.at(first - 2) == "the")
    cut = cut or (page.low[last] in OUTLET_WORDS and page.is_capital(first - 1) and page.at(first - 2) in TELLING)
    joined = (
        page.at(first - 1) == "-" and page.is_capital(first - 2) and page.offsets[first - 2][1] == page.offsets[first][0] - 1
    )
    if joined:
        return first - 2  # "KING-" | "TV"
    cut = cut or (page.low[first] in _SERVICES and page.is_capital(first - 1) and page.at(first - 1) not in _NO_PART)
    return first - 1 if cut and page.sentence[first - 1] == page.sentence[first] else first


def _is_given(page: Page, i: int) -> bool:
    """Whether a capital right before a surname may be the given name that the entity head missed."""
    if not page.is_capital(i) or page.starts_sentence(i) or page.starts_sentence(i + 1) or is_headline(page, i):
        return False
    word = page.low[i]
    common = word in TITLES or word in NOT_NAMES or word in BODIES or word in DETERMINERS or word.endswith(PEOPLES)
    return not common and not is_person_noun(singular(word)) and page.words[i].isalpha() and not page.words[i].isupper()


def _is_courteous(page: Page, i: int) -> bool:
    return not COURTESY.isdisjoint(_titles_before(page, i))


def _person_inside(page: Page, first: int, last: int) -> int | None:
    """'Halden Supreme Court Justice Ida Vell': where the title and a known given name begin, None without."""
    if page.low[first] in TITLES and page.low[last - 1] in GIVEN.keys() - NOT_NAMES and page.low[last] not in NO_SURNAMES:
        return last - 1  # "Secretary of State Ida Vell"
    pairs = range(first, last - 1)
    return next(
        (i for i in pairs if page.low[i] in TITLES and page.low[i + 1] in GIVEN and page.low[i + 1] not in NOT_NAMES), None
    )


def _extended(page: Page, kind: str, first: int, last: int) -> int:
    """'The Harbour' | 'Post': a name that was cut short goes on to the word that says what it is."""
    after = page.at(last + 1)
    if after == "-" and page.is_capital(last + 2) and page.offsets[last][1] == page.offsets[last + 2][0] - 1:
        return last + 2
    if page.low[last] in NUMBERED and first == last and page.is_capital(first) and _is_numbered(page, last + 1):
        return last + 1
    joined = page.at(last + 1) in APOSTROPHES and page.low[last].endswith("s") and page.is_capital(last + 2)
    if joined and kind != PERSON and page.at(last + 2) in BODIES:
        return last + 2  # "the Ratepayers" | "' Group"
    cut = kind != PERSON or (first == last and after in COMPANIES)
    if not cut or not page.is_capital(last + 1) or page.sentence[last + 1] != page.sentence[last]:
        return last
    return last + 1 if after in OUTLET_WORDS or after in COMPANIES or (after in BODIES and last > first) else last


def _is_numbered(page: Page, i: int) -> bool:
    """'Channel 6', 'Radio Pell'"""
    return page.at(i).isdigit() or page.at(i) in NUMBERS or (page.is_capital(i) and not page.starts_sentence(i))


def made(page: Page, kind: str, first: int, last: int) -> Name | None:
    titles: list[str] = []
    while kind == PERSON and first < last and _is_title_word(page, first):
        titles.append(page.low[first])
        first += 1
    if kind == PERSON:
        titles = _titles_before(page, first - len(titles)) + titles
        while last > first and page.low[last] in AFTER_NAMES and page.words[last].isupper():
            last -= 1
        titles += [page.at(last + 1)] if page.at(last + 1) in POSTS else []
    elif page.low[first] == "the" and first < last:
        first += 1
    key = tuple(w for w in page.low[first : last + 1] if w[0].isalnum())
    key = key[:-1] if len(key) > 1 and key[-1] in _SUFFIXES else key
    return Name(kind, first, last, key, tuple(t for t in titles if t != ".")) if key else None


def _is_title_word(page: Page, i: int) -> bool:
    """'Dr', 'Capt.'; not the Dean of 'captain Dean Rudge'."""
    given = page.low[i] in GIVEN and is_person_noun(page.at(i - 1)) and page.at(i - 1) not in COURTESY
    return (page.low[i] in TITLES or page.low[i] == ".") and not given


def _titles_before(page: Page, i: int) -> list[str]:
    out: list[str] = []
    i -= 1
    while i >= 0 and (page.low[i] in TITLES or (page.low[i] == "." and page.at(i - 1) in TITLES)):
        if not page.is_capital(i) and page.low[i] != ".":
            break
        out.insert(0, page.low[i])
        i -= 1
    return out
