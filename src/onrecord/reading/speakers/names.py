"""Names on a page: what the entity head found, put right by what the page itself shows, and what it passed over."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import Protocol

from onrecord.reading.speakers.agreement import BODY, NO_SURNAMES, OTHER, SMALL, agreed, is_persons, parts
from onrecord.reading.speakers.agreement import PERSON as PERSON
from onrecord.reading.speakers.agreement import Name as Name
from onrecord.reading.speakers.given import GIVEN
from onrecord.reading.speakers.nouns import (
    AFTER_NAMES,
    BODIES,
    CALENDAR,
    COMPANIES,
    DETERMINERS,
    DOCUMENTS,
    KIN_NAMES,
    NUMBERED,
    NUMBERS,
    OF_PEOPLES,
    OUTLET_NOUNS,
    OUTLET_WORDS,
    PEOPLE,
    PEOPLES_ALONE,
    PRONOUNS,
    PUBLIC,
    QUANTIFIERS,
    TITLED,
    TITLES,
    TITLES_ALONE,
    WEEKDAYS_OF_PAPERS,
)
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun, singular
from onrecord.reading.speakers.press import known as known_outlet
from onrecord.reading.speakers.surroundings import (
    Casing,
    begins,
    casing,
    is_called_a_body,
    is_common_plural,
    is_headline,
    is_the_body,
    is_written_small,
)

_SUFFIXES = frozenset("jr sr ii iii".split())
_OF_TRADES = ("ist", "smith", "er", "or", "eur", "man", "woman", "ista")
_HEARD = frozenset("government administration side camp family".split())
_OF_A_NAME = frozenset("campaign administration foundation camp".split())
_NOT_NAMES = frozenset("mark will art rose grant faith said i q a mr mrs ms mp mep msp ceo cfo".split()) | CALENDAR
_PEOPLES = ("s", "an", "ish", "ese", "ic", "crat", "gop")
_PEOPLES_FOR_SURE = ("crat", "crats", "publican", "publicans", "ericans", "peans", "ssians")
_PLAIN = PUBLIC | QUANTIFIERS | NUMBERS | OUTLET_NOUNS | DOCUMENTS
_COURTESY = frozenset("mr mrs ms miss mx dr sir dame lord lady sen rep gov prof".split())
_PAPERS = OUTLET_WORDS - OUTLET_NOUNS - BODIES - PEOPLE
_SALUTATIONS = frozenset("sir madam sirs dear editor".split())
_HELD = frozenset("chancellor speaker mayor bishop judge sheriff cardinal constable justice dean".split())
_POSTS = frozenset("mp mep msp ceo cfo kc qc pm cm cs".split())
_WORKS = frozenset("memoir book novel album play film song poem essay single opera musical autobiography".split())
_NEAR = 5
_STYLES = frozenset("majesty highness excellency honour honor lordship ladyship holiness eminence".split())
_APOSTROPHES = frozenset(("'", "’"))
_MARKS = frozenset("\"'“”‘’«»")
_PRINTED = frozenset("magazine mag podcast newsletter".split())
_SERVICES = frozenset("news press broadcasting television".split())  # "Kestrel" | "News Agency"
_TOLD = frozenset("told tells".split())  # "told Free" | "Veshti Radio"
_NO_PART = DETERMINERS | CALENDAR | PRONOUNS | frozenset("but and then when as if while at in on for by from to".split())


class Named(Protocol):
    """A name that the entity head found: its kind (PER, ORG, LOC, MISC) and the numbers of its words."""

    @property
    def kind(self) -> str: ...
    @property
    def words(self) -> tuple[int, ...]: ...


def find(page: Page, entities: Iterable[Named], sources: Collection[int], outlet: str = "") -> list[Name]:
    """Entities -> names in order. sources: words that stand in a source, where capitals are likelier a name."""
    case, real = casing(page), _press(page)
    found = ((e.kind, part) for e in entities for part in _by_paragraph(page, e.words))
    names = [n for kind, part in found if (n := _name(page, kind, part)) is not None and not _is_plain(page, n, case)]
    taken = {i for n in real for i in range(n.first, n.last + 1)}
    names = agreed(page, [*real, *(n for n in names if taken.isdisjoint(range(n.first, n.last + 1)))], outlet)
    names += _strays(page, names, sources, case)
    names = [n for n in names if not _is_modifier(page, n, names)]
    return _with_nicknames(page, sorted(agreed(page, names, outlet), key=lambda n: n.first))


def _press(page: Page) -> list[Name]:
    """Known outlets, whatever the entity head makes of them: 'Page Six', 'L'Equipe', 'Us Weekly'."""
    out, i = list[Name](), 0
    while i < len(page.low):
        last = known_outlet(page, i)
        if last is not None:
            key = tuple(w for w in page.low[i : last + 1] if w[0].isalnum())
            out.append(Name(BODY, i, last, key, ()))
        i = (i if last is None else last) + 1
    return out


def _by_paragraph(page: Page, words: Sequence[int]) -> Iterable[tuple[int, ...]]:
    """No name runs over the end of a heading or a paragraph."""
    return (tuple(run) for _, run in groupby(words, key=lambda i: page.paragraph[i]))


def _name(page: Page, kind: str, words: Sequence[int]) -> Name | None:
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
        return _made(page, PERSON, noun + 1, last)  # "Republican strategist Ida Vell"
    noun = next((i for i in range(first, last) if page.words[i].islower() and page.low[i] in OUTLET_NOUNS), None)
    if noun is not None and noun > first and all(page.is_capital(i) for i in range(noun + 1, last + 1)):
        return _made(page, BODY, noun + 1, last)  # "Karvian channel Northline"
    if kind != OTHER and page.low[last] in COMPANIES and first < last:
        return _made(page, BODY, first, last)
    person = _person_inside(page, first, last) if kind != PERSON else None
    if person is not None:
        return _made(page, PERSON, person, last)
    if kind != PERSON and last - first == 1 and page.low[first] in TITLED and page.low[last] not in NO_SURNAMES:
        return _made(page, PERSON, first, last)
    courteous = [i for i in range(first, last) if page.low[i] in _COURTESY] or ([first] if _is_courteous(page, first) else [])
    if kind != PERSON and courteous and page.low[last] not in BODIES:
        return _made(page, PERSON, courteous[-1], last)
    return _persons(page, first, last) if kind == PERSON else _made(page, kind, first, last)


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
        return _made(page, BODY, first, last + 1)  # "the Ida Vell Party"
    if first == last and _is_given(page, first - 1):
        first -= 1  # "the soprano Inés" | "Catala"
    return _made(page, PERSON, first, last)


def _is_trade(page: Page, first: int, last: int) -> bool:
    """'Florist' | 'Ida Vell', 'YouTuber' | 'Ida Vell': what sounds like a noun for people, a given name after it."""
    named = last - first > 1 and page.low[first] not in GIVEN and page.low[first + 1] in GIVEN
    return named and page.words[first].isalpha() and page.low[first].endswith(_OF_TRADES)


def _back(page: Page, first: int, last: int) -> int:
    """'the Sunday' | 'Tribune': the first word of a paper's name that was cut short."""
    cut = first == last and page.low[first] in _PAPERS and page.is_capital(first - 1) and page.at(first - 1) != "the"
    cut = cut or (page.at(first - 1) in WEEKDAYS_OF_PAPERS and page.is_capital(first - 1) and page.at(first - 2) == "the")
    cut = cut or (page.low[last] in OUTLET_WORDS and page.is_capital(first - 1) and page.at(first - 2) in _TOLD)
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
    common = word in TITLES or word in _NOT_NAMES or word in BODIES or word in DETERMINERS or word.endswith(_PEOPLES)
    return not common and not is_person_noun(singular(word)) and page.words[i].isalpha() and not page.words[i].isupper()


def _is_courteous(page: Page, i: int) -> bool:
    return not _COURTESY.isdisjoint(_titles_before(page, i))


def _person_inside(page: Page, first: int, last: int) -> int | None:
    """'Halden Supreme Court Justice Ida Vell': where the title and a known given name begin, None without."""
    if page.low[first] in TITLES and page.low[last - 1] in GIVEN.keys() - _NOT_NAMES and page.low[last] not in NO_SURNAMES:
        return last - 1  # "Secretary of State Ida Vell"
    pairs = range(first, last - 1)
    return next(
        (i for i in pairs if page.low[i] in TITLES and page.low[i + 1] in GIVEN and page.low[i + 1] not in _NOT_NAMES), None
    )


def _extended(page: Page, kind: str, first: int, last: int) -> int:
    """'The Harbour' | 'Post': a name that was cut short goes on to the word that says what it is."""
    after = page.at(last + 1)
    if after == "-" and page.is_capital(last + 2) and page.offsets[last][1] == page.offsets[last + 2][0] - 1:
        return last + 2
    if page.low[last] in NUMBERED and first == last and page.is_capital(first) and _is_numbered(page, last + 1):
        return last + 1
    joined = page.at(last + 1) in _APOSTROPHES and page.low[last].endswith("s") and page.is_capital(last + 2)
    if joined and kind != PERSON and page.at(last + 2) in BODIES:
        return last + 2  # "the Ratepayers" | "' Group"
    cut = kind != PERSON or (first == last and after in COMPANIES)
    if not cut or not page.is_capital(last + 1) or page.sentence[last + 1] != page.sentence[last]:
        return last
    return last + 1 if after in OUTLET_WORDS or after in COMPANIES or (after in BODIES and last > first) else last


def _is_numbered(page: Page, i: int) -> bool:
    """'Channel 6', 'Radio Pell'"""
    return page.at(i).isdigit() or page.at(i) in NUMBERS or (page.is_capital(i) and not page.starts_sentence(i))


def _made(page: Page, kind: str, first: int, last: int) -> Name | None:
    titles: list[str] = []
    while kind == PERSON and first < last and _is_title_word(page, first):
        titles.append(page.low[first])
        first += 1
    if kind == PERSON:
        titles = _titles_before(page, first - len(titles)) + titles
        while last > first and page.low[last] in AFTER_NAMES and page.words[last].isupper():
            last -= 1
        titles += [page.at(last + 1)] if page.at(last + 1) in _POSTS else []
    elif page.low[first] == "the" and first < last:
        first += 1
    key = tuple(w for w in page.low[first : last + 1] if w[0].isalnum())
    key = key[:-1] if len(key) > 1 and key[-1] in _SUFFIXES else key
    return Name(kind, first, last, key, tuple(t for t in titles if t != ".")) if key else None


def _is_title_word(page: Page, i: int) -> bool:
    """'Dr', 'Capt.'; not the Dean of 'captain Dean Rudge'."""
    given = page.low[i] in GIVEN and is_person_noun(page.at(i - 1)) and page.at(i - 1) not in _COURTESY
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


def _is_title(page: Page, name: Name) -> bool:
    """'her memoir, “Ash Lane”,': a work, no person."""
    inside = page.at(name.first - 1) in _MARKS and (page.at(name.last + 1) in _MARKS or page.at(name.last + 2) in _MARKS)
    return inside and not _WORKS.isdisjoint(page.low[max(0, name.first - _NEAR) : name.first])


def _is_plain(page: Page, name: Name, case: Casing) -> bool:
    """'Depositors' at the head of a sentence, 'Republicans', 'British': no name, though the capital looks like one."""
    if _is_title(page, name):
        return True
    if name.is_full:
        if name.key[-1] == "based":  # "the Taiwan-based newspaper"
            return True
        small = page.words[name.last].islower() and name.key[-1].endswith("s") and singular(name.key[-1]) != name.key[-1]
        counted = name.key[0] in QUANTIFIERS or (name.key[0] in NUMBERS and name.key[-1].endswith("s"))  # "Two Quills"
        return small or counted or name.key[-1].endswith(_PEOPLES_FOR_SURE)
    word = name.key[0]
    if word in PEOPLES_ALONE and name.kind != PERSON:
        return True
    if (word in _SALUTATIONS | KIN_NAMES and not name.titles) or word in _POSTS:
        return True
    if word.endswith(_PEOPLES_FOR_SURE) or (name.kind == OTHER and word.endswith(_PEOPLES)):
        return True
    noun = singular(word)
    if name.titles:
        return False
    if word in TITLES_ALONE or (word in _HELD and page.at(name.first - 1) == "the") or word in _STYLES:
        return True  # "the Chancellor", "His late Majesty"
    plain = word in _PLAIN or noun in _PLAIN or is_person_noun(noun) or word in BODIES
    capital = begins(page, name.first) or word in PUBLIC
    if (plain and capital) or word in _NOT_NAMES or (is_person_noun(noun) and page.words[name.first].isupper()):
        return True
    small = word not in GIVEN and is_written_small(page, name.first, case)
    return small or is_common_plural(page, name.first, case) or is_the_body(page, name.first)


def _is_modifier(page: Page, name: Name, names: Sequence[Name]) -> bool:
    """'Loom maker cuts forecast': a first word that is no name anywhere else, before a plain noun."""
    if name.first > 0 or name.is_full or name.titles or page.is_capital(name.last + 1) or page.is_possessive(name.last):
        return False
    noun = page.at(name.last + 1)
    again = any(name.key[0] in n.key for n in names if n is not name)
    return not again and (is_person_noun(singular(noun)) or singular(noun) in BODIES)


def _strays(page: Page, names: Sequence[Name], sources: Collection[int], case: Casing) -> list[Name]:
    """Names that the entity head passed over: parts of known ones, and capitalised stretches inside a sentence."""
    taken = {i for n in names for i in range(n.first, n.last + 1)}
    known = {n.key: n.kind for n in names} | dict.fromkeys(parts(names), PERSON)
    tails = {(n.key[-1],) for n in names if n.is_full and n.kind == BODY and n.key[-1] in OUTLET_WORDS}
    known |= dict.fromkeys(tails - known.keys(), BODY)
    out, i = [], 0
    while i < len(page.low):
        last = i
        if taken.isdisjoint((i, i + 1)) and _is_station(page, i):
            last = i + 1 + (page.is_capital(i + 2) and page.at(i + 2) in OUTLET_WORDS)
            out.append(Name(BODY, i, last, tuple(page.low[i : last + 1]), ()))  # "Channel 6 News"
        elif i not in taken and page.is_capital(i):
            while (after := _next_capital(page, last)) is not None and after not in taken:
                last = after
            name = _known(page, i, last, known) or _stray(page, i, last, known, case, i in sources)
            if name is not None:
                out.append(name)
                last = name.last
            elif any((w,) in known for w in page.low[i + 1 : last + 1]):
                last = i  # "On Monday Vell", and headlines
        i = last + 1
    return out


def _is_station(page: Page, i: int) -> bool:
    """'Channel 6 News'"""
    return page.low[i] in NUMBERED and page.is_capital(i) and page.at(i + 1).isdigit()


def _next_capital(page: Page, i: int) -> int | None:
    """The capitalised word after word i, in its sentence; over the apostrophe of L'Aurore and O'Hara."""
    after = i + 1
    if page.low[i] in BODIES and page.at(after) == "of" and page.at(i - 1) == "the":  # "the Federation of Canal Users"
        after += 1
    if len(page.words[i]) == 1 and page.at(after) in _APOSTROPHES and page.offsets[after][0] == page.offsets[i][1]:
        after += 1
    return after if page.is_capital(after) and page.sentence[after] == page.sentence[i] else None


def _known(page: Page, first: int, last: int, known: dict[tuple[str, ...], str]) -> Name | None:
    """The longest name known from elsewhere that a capitalised stretch begins with: headlines run on in capitals."""
    for end in range(last, first - 1, -1):
        key = tuple(page.low[first : end + 1])
        if key in known and not (len(key) == 1 and key[0] in _NOT_NAMES):
            return _made(page, known[key], first, end)
    return None


def _stray(page: Page, first: int, last: int, known: dict[tuple[str, ...], str], case: Casing, in_source: bool) -> Name | None:
    """The name that a capitalised stretch is; None where it may be no name."""
    opens = page.starts_sentence(first)
    if page.low[first] == "the" and first < last:
        first, opens = first + 1, False
    while last > first and page.low[last] in CALENDAR:
        last -= 1  # "told CNN | Monday"
    key = tuple(page.low[first : last + 1])
    if key[0] in _NOT_NAMES and len(key) == 1:
        return None
    if key in known:
        return _made(page, known[key], first, last)
    if is_headline(page, first) or (opens and len(key) == 1):
        return None
    kind = _kind(page, first, last, key, in_source)
    made = _made(page, kind, first, last) if kind is not None else None
    return made if made is not None and not _is_plain(page, made, case) else None


def _kind(page: Page, first: int, last: int, key: tuple[str, ...], in_source: bool) -> str | None:
    """Its kind, by its words and, in a source, by what stands before it."""
    printed = page.at(last + 1) in _PRINTED and page.words[last + 1].islower() and not page.low[last].endswith(OF_PEOPLES)
    if is_called_a_body(page, first) or printed:
        return BODY  # "Gloss magazine"
    if key[0] in _COURTESY and len(key) > 1 and key[-1] not in BODIES:
        return PERSON
    if len(key) == 1 and key[0] in _PAPERS and page.at(first - 1) == "the":
        return BODY
    if (
        key[-1] in OUTLET_WORDS
        or key[-1] in BODIES
        or key[-1] in COMPANIES
        or (len(key) == 1 and len(key[0]) > 2 and page.words[first].isupper())
    ):
        return BODY if len(key) > 1 or page.words[first].isupper() else None
    if is_persons(key) or (len(key) == 1 and key[0] in GIVEN):
        return PERSON
    if not in_source or page.low[last] in PEOPLE or page.low[first] in DETERMINERS | PRONOUNS:
        return None
    common = key[0] in QUANTIFIERS | NUMBERS | TITLES or key[-1].endswith(_PEOPLES[1:])
    if len(key) > 1 and page.starts_sentence(first) and not common:
        return OTHER  # "Dunmarrow Lines said": the second capital is not the sentence's
    before = page.at(first - 1)
    if is_person_noun(before) or before in TITLES or (before == "." and page.at(first - 2) in TITLES):
        return PERSON
    return None if page.starts_sentence(first) else OTHER


def _with_nicknames(page: Page, names: Sequence[Name]) -> list[Name]:
    """'Leo', 'Brandt' -> 'Leo "the Eel" Brandt': two parts of a name with a quoted one between are one."""
    out: list[Name] = []
    for name in names:
        if len(out) > 1 and page.at(out[-1].first - 1) in _MARKS and _has_nickname(page, out[-2], name):
            out.pop()  # the nickname itself, taken for a name
        if out and _has_nickname(page, out[-1], name):
            before = out.pop()
            out.append(Name(PERSON, before.first, name.last, (before.key[0], name.key[-1]), before.titles))
        elif not out or name.first > out[-1].last:
            out.append(name)
    return out


def _has_nickname(page: Page, one: Name, other: Name) -> bool:
    between = range(one.last + 1, other.first)
    if not 3 <= len(between) <= 5 or PERSON not in (one.kind, other.kind):
        return False
    return (
        page.low[between[0]] in _MARKS
        and page.low[between[-1]] in _MARKS
        and page.paragraph[one.first] == page.paragraph[other.last]
    )
