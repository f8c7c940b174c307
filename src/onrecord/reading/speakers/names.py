"""Names on a page: what the entity head found, put right by what the page itself shows, and what it passed over."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import Protocol

from onrecord.reading.speakers.agreement import BODY, OTHER, agreed, is_persons, parts
from onrecord.reading.speakers.agreement import PERSON as PERSON
from onrecord.reading.speakers.agreement import Name as Name
from onrecord.reading.speakers.edges import APOSTROPHES, COURTESY, NOT_NAMES, PAPERS, PEOPLES, POSTS, made, name_of
from onrecord.reading.speakers.given import GIVEN
from onrecord.reading.speakers.nouns import (
    AFTER_OUTLETS,
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
    TITLES,
    TITLES_ALONE,
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

_PEOPLES_FOR_SURE = ("crat", "crats", "publican", "publicans", "ericans", "peans", "ssians")
_PLAIN = PUBLIC | QUANTIFIERS | NUMBERS | OUTLET_NOUNS | DOCUMENTS
_SALUTATIONS = frozenset("sir madam sirs dear editor".split())
_HELD = frozenset("chancellor speaker mayor bishop judge sheriff cardinal constable justice dean".split())
_WORKS = frozenset("memoir book novel album play film song poem essay single opera musical autobiography".split())
_NEAR = 5
_STYLES = frozenset("majesty highness excellency honour honor lordship ladyship holiness eminence".split())
_MARKS = frozenset("\"'“”‘’«»")


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
    names = [n for kind, part in found if (n := name_of(page, kind, part)) is not None and not _is_plain(page, n, case)]
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
    if (word in _SALUTATIONS | KIN_NAMES and not name.titles) or word in POSTS:
        return True
    if word.endswith(_PEOPLES_FOR_SURE) or (name.kind == OTHER and word.endswith(PEOPLES)):
        return True
    noun = singular(word)
    if name.titles:
        return False
    if word in TITLES_ALONE or (word in _HELD and page.at(name.first - 1) == "the") or word in _STYLES:
        return True  # "the Chancellor", "His late Majesty"
    plain = word in _PLAIN or noun in _PLAIN or is_person_noun(noun) or word in BODIES
    capital = begins(page, name.first) or word in PUBLIC
    if (plain and capital) or word in NOT_NAMES or (is_person_noun(noun) and page.words[name.first].isupper()):
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
    if len(page.words[i]) == 1 and page.at(after) in APOSTROPHES and page.offsets[after][0] == page.offsets[i][1]:
        after += 1
    return after if page.is_capital(after) and page.sentence[after] == page.sentence[i] else None


def _known(page: Page, first: int, last: int, known: dict[tuple[str, ...], str]) -> Name | None:
    """The longest name known from elsewhere that a capitalised stretch begins with: headlines run on in capitals."""
    for end in range(last, first - 1, -1):
        key = tuple(page.low[first : end + 1])
        if key in known and not (len(key) == 1 and key[0] in NOT_NAMES):
            return made(page, known[key], first, end)
    return None


def _stray(page: Page, first: int, last: int, known: dict[tuple[str, ...], str], case: Casing, in_source: bool) -> Name | None:
    """The name that a capitalised stretch is; None where it may be no name."""
    opens = page.starts_sentence(first)
    if page.low[first] == "the" and first < last:
        first, opens = first + 1, False
    while last > first and page.low[last] in CALENDAR:
        last -= 1  # "told CNN | Monday"
    key = tuple(page.low[first : last + 1])
    if key[0] in NOT_NAMES and len(key) == 1:
        return None
    if key in known:
        return made(page, known[key], first, last)
    if is_headline(page, first) or (opens and len(key) == 1):
        return None
    kind = _kind(page, first, last, key, in_source)
    name = made(page, kind, first, last) if kind is not None else None
    return name if name is not None and not _is_plain(page, name, case) else None


def _kind(page: Page, first: int, last: int, key: tuple[str, ...], in_source: bool) -> str | None:
    """Its kind, by its words and, in a source, by what stands before it."""
    printed = page.at(last + 1) in AFTER_OUTLETS and page.words[last + 1].islower() and not page.low[last].endswith(OF_PEOPLES)
    if is_called_a_body(page, first) or printed:
        return BODY  # "Gloss magazine"
    if key[0] in COURTESY and len(key) > 1 and key[-1] not in BODIES:
        return PERSON
    if len(key) == 1 and key[0] in PAPERS and page.at(first - 1) == "the":
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
    common = key[0] in QUANTIFIERS | NUMBERS | TITLES or key[-1].endswith(PEOPLES[1:])
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
