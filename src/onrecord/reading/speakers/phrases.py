"""The words of a source taken apart: the head that says what it is, the name in it, what goes before and after."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.reading.speakers.agreement import PERSON, PLACE, TRADERS
from onrecord.reading.speakers.mentions import Clusters
from onrecord.reading.speakers.nouns import (
    AMOUNTS,
    AUXILIARIES,
    BODIES,
    CALENDAR,
    DEFINITE,
    DETERMINERS,
    DOCUMENTS,
    NUMBERS,
    OF_PEOPLES,
    ONES,
    OUTLET_NOUNS,
    PEOPLES_ALONE,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVE,
    SUBJECT_PRONOUNS,
    TITLES,
)
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun, singular

_STOPS = PREPOSITIONS | RELATIVE | frozenset(', ; : ( ) [ ] — – “ ” " and or who'.split())
_QUOTES = frozenset('“ " ‘ «'.split())
_JOINTS = frozenset(", ( — –".split())
_BEFORE_NAMES = frozenset("the . \" ” ’ ' »".split())
_GOES_ON = frozenset(("and", "or", "'", "’"))
_BUSY = frozenset("representing investigating overseeing handling opposing backing including speaking".split())
_JUST = frozenset("first newly recently originally previously exclusively".split())
_PARTICIPLES = ("ed", "ing")
_IRREGULAR = frozenset("seen written shown given sent held made drawn taken led run kept won built read known told".split())
_LINKS = PREPOSITIONS | DETERMINERS | frozenset(("and", "or", "’", "'", "s"))
_SEVERAL = frozenset("few dozen hundred thousand million".split())
_IN_COMPOUNDS = frozenset("of by in at".split())
_GREETING, _DATELINE = 5, 4  # words
_ACRONYM = 3  # letters
_WHO = frozenset(("who", "which"))
_LATER = frozenset("not last earlier later only exclusively there".split())
_AFTER_NOUNS = frozenset("familiar close present briefed involved here there alike themselves himself herself itself".split())


class Form(StrEnum):
    """What a source phrase is made of."""

    NOTHING = "nothing"
    PRONOUN = "pronoun"
    NAME = "name"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Phrase:
    """'its leader, Ida Vell' -> NAME, head of Vell; 'two aides to Vell' -> NOUN, head "aides", start "two".

    first, last: words of the core, from its determiner to its head. head: number of the head word. start: the first word in
    small letters. modifiers: the words between. rest: words after the core.
    """

    form: Form
    words: tuple[int, ...]
    first: int
    last: int
    start: str
    modifiers: tuple[str, ...]

    @property
    def head(self) -> int:
        return self.last

    @property
    def rest(self) -> tuple[int, ...]:
        return tuple(i for i in self.words if i > self.last)


def phrase(page: Page, clusters: Clusters, words: Sequence[int]) -> Phrase:
    """The words of a source -> Phrase."""
    words = _trimmed(page, words)
    if not words:
        return Phrase(Form.NOTHING, (), -1, -1, "", ())
    pronoun = page.low[words[0]] in PRONOUNS and words[0] not in clusters.names  # "Us Weekly"
    if pronoun and _stands_alone(page, words) and not _is_acronym(page, words[0]):
        return Phrase(Form.PRONOUN, words, words[0], words[0], page.low[words[0]], ())
    core = _counted(page, clusters, words, _core(page, clusters, words))
    outlet = _outlet_called(page, clusters, core)
    if outlet is not None:
        return Phrase(Form.NAME, words, *outlet, page.low[words[0]], ())
    named = _apposition(page, clusters, words, core)
    if named is not None:
        return Phrase(Form.NAME, words, *named, page.low[words[0]], ())
    inside = tuple(page.low[i] for i in range(core[0], core[1]))
    return Phrase(Form.NOUN, words, core[0], core[1], page.low[words[0]], inside)


def _outlet_called(page: Page, clusters: Clusters, core: tuple[int, int]) -> tuple[int, int] | None:
    """'Gloss magazine', 'the Green Room podcast': the name before the noun; not 'the Paris paper'."""
    first, head = core
    before = clusters.at.get(head - 1)
    if before is None or before.kind in (PERSON, PLACE) or page.low[head] not in OUTLET_NOUNS or page.is_capital(head):
        return None
    name = next((n for n in before.names if n.last == head - 1 and n.first >= first), None)
    origin = name is not None and not name.is_full and (name.key[0] in PEOPLES_ALONE or name.key[0].endswith(OF_PEOPLES))
    return (name.first, name.last) if name is not None and not origin else None


def _trimmed(page: Page, words: Sequence[int]) -> tuple[int, ...]:
    """Without marks at its ends, and without the preposition or adverb it may begin with."""
    kept = list(words)
    while kept and not page.words[kept[0]][0].isalnum():
        kept.pop(0)
    while kept and (not page.words[kept[-1]][0].isalnum() or (len(kept) > 1 and page.low[kept[-1]] in _WHO | {"as"})):
        kept.pop()
    kept = _unaddressed(page, _undated(page, kept))
    if len(kept) > 2 and page.low[kept[-1]] == "s" and page.is_possessive(kept[-3]):  # "the Nevada Democrat's" takeaway
        kept = kept[:-2]
    if len(kept) > 2 and _is_participle(page.low[kept[0]]) and page.at(kept[0] + 1) == "by":  # "reviewed by the Post, Ida Vell"
        comma = next((k for k, i in enumerate(kept) if page.low[i] == ","), len(kept) - 1)
        kept = kept[comma + 1 :] or kept
    if len(kept) > 1 and page.low[kept[-1]] in SUBJECT_PRONOUNS and not page.words[kept[-2]][0].isalpha():
        kept = kept[-1:]  # "At 11.02 | he"
    while len(kept) > 1 and page.low[kept[0]] in ("by", "from", "to", "even", "only", "yet", "at", "least", "not", "all"):
        kept.pop(0)
    return tuple(kept)


def _undated(page: Page, words: list[int]) -> list[int]:
    """'HALDEN: Mayor Ida Vell': without the dateline; 'PENCE:' of a transcript stays."""
    colon = next((k for k, i in enumerate(words[:_DATELINE]) if page.low[i] == ":"), None)
    if colon is None or colon + 1 == len(words) or not all(page.words[i].isupper() for i in words[:colon]):
        return words
    return words[colon + 1 :]


def _unaddressed(page: Page, words: list[int]) -> list[int]:
    """'Sir, – Your leader of 3 May', 'Dear Editor, Your leader': without whom a letter is to."""
    if not words or page.low[words[0]] not in ("sir", "madam", "dear"):
        return words
    reach = _GREETING if page.low[words[0]] == "dear" else 1
    comma = 0 if page.at(words[0] + 1) == "," else next((k for k, i in enumerate(words[:reach]) if page.low[i] == ","), None)
    rest = list(words[comma + 1 :]) if comma is not None else []
    while rest and not page.words[rest[0]][0].isalnum():
        rest.pop(0)
    return rest or words


def _is_acronym(page: Page, i: int) -> bool:
    """'US officials', 'the WHO chief': no "us", no "who"."""
    around = [k for k in (i - 2, i - 1, i + 1, i + 2) if page.at(k)[:1].isalpha() and page.paragraph[k] == page.paragraph[i]]
    loud = bool(around) and all(page.words[k].isupper() for k in around)
    return len(page.words[i]) > 1 and page.words[i].isupper() and not loud


def _stands_alone(page: Page, words: Sequence[int]) -> bool:
    """'she', 'he himself', 'who'; not 'her lawyer', 'his office'."""
    if len(words) == 1:
        return True
    return page.low[words[0]] not in POSSESSIVE_PRONOUNS and page.low[words[0]] not in DETERMINERS


def _core(page: Page, clusters: Clusters, words: Sequence[int]) -> tuple[int, int]:
    """From the first word to the head: up to a preposition, a comma, a relative clause or a participle after the noun."""
    first, last = words[0], words[0]
    i = first
    end = words[-1]
    while i <= end:
        name = clusters.names.get(i)
        if name is not None:
            i = last = min(name.last, end)
            if page.is_possessive(last) and page.after_possessive(last) <= end:
                i = page.after_possessive(last)
                continue
            if page.is_possessive(last):
                break
            i += 1
            continue
        if (passed := _passed(page, clusters, i)) is not None:
            i = passed
            continue
        if i > first and page.low[i] in CALENDAR and _ends(page, i, end):
            break  # "the report | Tuesday"
        if i > first and _ends_core(page, i, first):
            break
        if page.is_possessive(i) and page.after_possessive(i) <= end:
            i = page.after_possessive(i)
            continue
        if page.words[i][0].isalnum():
            last = i
        i += 1
    return first, max(first, last)


def _passed(page: Page, clusters: Clusters, i: int) -> int | None:
    """The word to go on with after a mark that ends nothing: 'a "street ambassador"', 'father-of-two Ida Vell'."""
    if page.low[i] in _QUOTES and page.at(i - 1) in DETERMINERS:
        return i + 1
    if page.low[i] != "-" or page.at(i + 1) not in _IN_COMPOUNDS:
        return None
    return next((k for k in (i + 2, i + 4) if k in clusters.names), None)


def _ends_core(page: Page, i: int, first: int) -> bool:
    """'people | familiar', 'every leaflet | it has sent'"""
    bare = i == first + 1 and singular(page.low[first]) != page.low[first]  # "People | I trusted"
    clause = page.low[i] in SUBJECT_PRONOUNS and (bare or (i > first + 1 and page.low[first] in DETERMINERS))
    if page.low[i] == "will" and page.low[i - 1] in POSSESSIVE_PRONOUNS:
        return False  # "Her will stipulates"
    return clause or page.low[i] in _STOPS or page.low[i] in AUXILIARIES or _is_after_noun(page, i, first)


def _ends(page: Page, i: int, end: int) -> bool:
    """Whether no noun follows word i in its phrase."""
    return i == end or not page.words[i + 1][0].isalnum() or page.at(i + 1) in PREPOSITIONS


def is_counted(page: Page, of: Phrase) -> bool:
    """'a number of studies'"""
    return any(page.low[i] in AMOUNTS and page.at(i + 1) == "of" for i in range(of.first, of.last))


def _counted(page: Page, clusters: Clusters, words: Sequence[int], core: tuple[int, int]) -> tuple[int, int]:
    """'a number of studies', 'a majority of Britons': what is counted is the head, the number only tells how many."""
    first, head = core
    if page.low[head] not in AMOUNTS or head + 1 not in words or page.at(head + 1) != "of" or head + 2 > words[-1]:
        return core
    _, last = _core(page, clusters, [i for i in words if i > head + 1])
    return (first, last) if page.low[last] not in PRONOUNS else core


def _is_after_noun(page: Page, i: int, first: int) -> bool:
    """'people | familiar with it', 'a historian | hired by them': a participle that a preposition or the like follows."""
    if i - 1 == first and page.low[first] in DETERMINERS:
        return False
    word = page.low[i]
    after = page.at(i + 1)
    follows = (
        after in PREPOSITIONS
        or after in DETERMINERS
        or after in CALENDAR
        or after in _LATER
        or after == "more"
        or after[:1].isdigit()
    )
    if word in _BUSY and page.low[i - 1] not in DETERMINERS:
        return True
    if word in _JUST and _is_participle(after):
        return True
    return word in _AFTER_NOUNS or (_is_participle(word) and follows and page.low[i - 1] not in DETERMINERS)


def _is_participle(word: str) -> bool:
    return word in _IRREGULAR or (len(word) > 4 and word.endswith(_PARTICIPLES))


def _apposition(page: Page, clusters: Clusters, words: Sequence[int], core: tuple[int, int]) -> tuple[int, int] | None:
    """(first, last) of the name that the phrase is about: its core ends in it, or it stands after a comma."""
    held = {n.last: n for i in range(core[0], core[1] + 1) if (n := clusters.names.get(i)) is not None}
    alone = core[1] in held and (not page.is_possessive(core[1]) or core[1] + 2 >= words[-1])
    if alone:
        return held[core[1]].first, core[1]
    head = page.low[core[1]]
    person, body = is_person_noun(head) or head in ONES, head in BODIES  # "one of them, Ida Vell"
    several = singular(head) != head and (is_person_noun(singular(head)) or singular(head) in OUTLET_NOUNS)
    if several or head == "networks":
        return None  # "candidates, among them Ida Vell"
    document = singular(head) in DOCUMENTS
    titled = _titled(page, clusters, words, core[1])
    if titled is not None:
        return titled
    for i in words:
        name = clusters.names.get(i)
        if name is None or i <= core[1] or page.is_possessive(name.last):
            continue
        joint = _joint(page, i)
        beside = joint == core[1] + 1
        apt = person or head in TRADERS or (beside and name.is_full and not (body or document))  # "The backup, Ida Vell, 22,"
        fits = apt if name.kind == PERSON else body or head in TRADERS or not (person or (document and not beside))
        if fits and joint is not None and page.at(name.last + 1) not in _GOES_ON:
            return name.first, name.last
    return None


def _titled(page: Page, clusters: Clusters, words: Sequence[int], head: int) -> tuple[int, int] | None:
    """'Ambassador to the United Nations Ida Vell': the name that ends a title; not 'Ambassador to Ida Vell'."""
    ends = next((n for i in words if (n := clusters.names.get(i)) is not None and n.last == words[-1]), None)
    if page.at(head + 1) == "and" and is_person_noun(page.low[head]) and page.low[words[0]] not in DETERMINERS:
        held = ends is not None and ends.kind == PERSON and (ends.titles or is_person_noun(page.at(ends.first - 1)))
        return (ends.first, ends.last) if ends is not None and held else None  # "former counsel and mayor Ida Vell"
    bare = is_person_noun(page.low[head]) and page.low[words[0]] not in DETERMINERS  # "head of policy Ida Vell"
    if not ((page.low[head] in TITLES or bare) and page.at(head + 1) in ("of", "to", "for")):
        return None
    for i in (k for k in words if k > head + 2):
        if page.low[i] == ",":
            return None
        name = clusters.names.get(i)
        known = name is not None and name.kind == PERSON and not name.titles
        full = page.is_capital(head) or (name is not None and name.is_full)
        friend = bare and (is_person_noun(page.at(i - 1)) or page.is_capital(i - 1))  # "friend of actor Ida Vell"
        if name is not None and known and full and not friend and page.at(i - 1) not in _LINKS:
            return name.first, name.last
    return None


def _joint(page: Page, i: int) -> int | None:
    """The comma or the like before a name, titles and "the" between."""
    while page.is_capital(i - 1) or page.at(i - 1) in _BEFORE_NAMES or is_person_noun(page.at(i - 1)):
        i -= 1  # "Its author, | the hydrologist Ida Vell"
        i -= 2 if page.at(i - 1) == "-" else 0  # "lock-keeper"
        if page.at(i - 1).isalpha() and page.words[i - 1].islower() and page.at(i - 2) in _JOINTS:
            i -= 1  # "retired welder"
    return i - 1 if page.at(i - 1) in _JOINTS or page.at(i - 1) in ("called", "named") else None


def is_definite(start: str) -> bool:
    return start in DEFINITE


def _is_office(page: Page, i: int) -> bool:
    """'CS', a secretary; not 'GOVERNMENTS'."""
    return page.words[i].isupper() and len(page.words[i]) <= _ACRONYM


def is_plural(page: Page, of: Phrase) -> bool:
    """'aides', 'two people', 'the police officers'; not 'a group', 'the press'."""
    head = page.low[of.head]
    if is_counted(page, of) or (of.start == "a" and not _SEVERAL.isdisjoint(of.modifiers)):
        return True
    if of.start in ("a", "an", "another", "each", "every", "one") or head in ONES or _is_office(page, of.head):
        return False  # "the CS": a secretary
    if of.start in NUMBERS or of.start in QUANTIFIERS or head in ("people", "men", "women", "children", "police"):
        return True
    if len(head) > 4 and head.endswith("men"):
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))
