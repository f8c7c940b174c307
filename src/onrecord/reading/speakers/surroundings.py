"""What the words around a capitalised one tell of it: 'Vale have denied' is a club, 'Islanders fear' no name at all."""

from dataclasses import dataclass

from onrecord.reading.lexicon import reports
from onrecord.reading.speakers.nouns import BODIES, CALLED, OUTLET_NOUNS, PLACES
from onrecord.reading.speakers.page import Page

_SAYS_A_BODY = (OUTLET_NOUNS | CALLED) - PLACES
_PERSONS_TOO = frozenset(("executive",))
_CONTRACTORS = frozenset("contractor subcontractor supplier manufacturer publisher".split())
_PLURAL = frozenset("are were have want say do did will would can could".split())
_OPENERS = frozenset('that the because while but when if why how whether as “ " ‘'.split())
_MANY_SAY = frozenset("say want insist deny hope plan expect believe think fear demand claim know agree refuse".split())
_BYLINE, _APPOSED = 16, 4  # words
_LINKS = frozenset("of at for in from with who that which to on by and".split())
_OPENING = frozenset("“‘«")
MARKS = frozenset("\"'“”‘’«»")
_NAMES = frozenset("congress parliament senate cabinet treasury house palace army navy city state".split())


def before_marks(page: Page, i: int) -> int:
    """The number of the word before word i, opening quotation marks passed over."""
    i -= 1
    while page.at(i) in MARKS:
        i -= 1
    return i


def begins(page: Page, i: int) -> bool:
    """Whether word i opens a sentence, or a quotation: its capital then says nothing."""
    return page.starts_sentence(i) or page.at(i - 1) in _OPENING


def is_called_a_body(page: Page, first: int) -> bool:
    """'the daily L'Aubade', 'the trade site Ledgerline', 'the charity Halden': the noun before a name says what it is."""
    at, last = before_marks(page, first), first
    while page.is_capital(last + 1) and page.sentence[last + 1] == page.sentence[first]:
        last += 1
    if page.at(at) == "," and page.at(last + 1) == ",":  # "the plant's operator, Norkraft,", "the security firm, Pell Secure,"
        return page.at(at - 1) in (BODIES - _PERSONS_TOO) | _CONTRACTORS and not page.is_capital(at - 1)
    return page.at(at) in _SAYS_A_BODY and not page.is_capital(at) and page.sentence[at] == page.sentence[first]


def is_said_to_be_a_body(page: Page, last: int) -> bool:
    """'River Watch, a Telegram channel with': the noun after a name says what it is."""
    if page.at(last + 1) not in (",", "(", "—", "–") or page.at(last + 2) not in ("a", "an", "the"):
        return False
    near = range(last + 3, last + 3 + _APPOSED)
    head = next((i for i in near if page.at(i) in _SAYS_A_BODY and not page.is_capital(i)), None)
    if head is None or (page.at(head + 1)[:1].isalpha() and page.at(head + 1) not in _LINKS):
        return False  # "Ida Vell, a campaign strategist"
    return all(page.words[i][0].isalpha() and page.low[i] not in _LINKS for i in range(last + 3, head))


def has_plural_verb(page: Page, first: int, last: int) -> bool:
    """'Harlow Vale have denied': many under one name, no person."""
    opens = page.starts_sentence(first) or page.at(first - 1) in _OPENERS
    return opens and (page.at(last + 1) in ("are", "were", "have") or page.at(last + 1) in _MANY_SAY)


@dataclass(frozen=True, slots=True)
class Casing:
    """Words that the page writes with a capital inside a sentence, and those it writes without."""

    inside: frozenset[str]
    small: frozenset[str]


def casing(page: Page) -> Casing:
    """Page -> its Casing."""
    inside = (w for i, w in enumerate(page.low) if page.is_capital(i) and not begins(page, i))
    return Casing(frozenset(inside), frozenset(w for w in page.words if w.islower()))


def is_common_plural(page: Page, i: int, case: Casing) -> bool:
    """'Islanders fear', 'Cynics will say': a plural noun that only its place at the head of a sentence makes a capital."""
    word, after = page.low[i], page.at(i + 1)
    if not begins(page, i) or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return False
    plain_verb = after in _PLURAL or (reports(after) and not after.endswith(("s", "ed", "ing", "said", "told")))
    return plain_verb and word not in case.inside


def is_written_small(page: Page, i: int, case: Casing) -> bool:
    """'Loom maker ... the looms': a capital at the head of a sentence, and elsewhere the word, or its plural, without."""
    word = page.low[i]
    opens = begins(page, i) and word not in case.inside
    return opens and not case.small.isdisjoint((word, word + "s", word.removesuffix("s")))


def is_the_body(page: Page, i: int) -> bool:
    """'the Board', 'the Company': a description with a capital; 'the Senate' is a name."""
    return page.low[i] in BODIES - _NAMES and page.at(i - 1) in ("the", "our", "its")


def is_dateline(page: Page, first: int, last: int) -> bool:
    """'HALDEN, March 14 --', 'HALDEN: The mayor': capitals that open a paragraph, a dash soon after; not 'VELL:' of turns."""
    opens = first == 0 or page.paragraph[first - 1] != page.paragraph[first]
    if not (opens and page.words[first].isupper() and len(page.words[first]) > 2):
        return False
    if page.at(last + 1) == ":":
        return sum(w.isupper() and page.at(i + 1) == ":" for i, w in enumerate(page.words)) == 1
    return any(page.at(k) in ("-", "—", "–") for k in range(last + 1, last + 9))


def is_headline(page: Page, i: int) -> bool:
    """Whether the neighbours are capitalised too: capitals then say nothing."""
    around = [k for k in range(max(0, i - 6), min(len(page.low), i + 7)) if page.paragraph[k] == page.paragraph[i]]
    letters = [k for k in around if page.words[k][0].isalpha()]
    return len(letters) > 4 and sum(page.is_capital(k) for k in letters) > 0.7 * len(letters)


def bylines(page: Page) -> frozenset[int]:
    """Paragraphs such as 'By Ida Vell and Leo Brandt, The Post': who writes is not who is written about."""
    ends = dict(zip(page.paragraph, range(len(page.low)), strict=True))
    starts = dict(zip(reversed(page.paragraph), range(len(page.low) - 1, -1, -1), strict=True))
    short = (p for p in ends if ends[p] - starts[p] < _BYLINE and page.low[ends[p]] not in (".", "?", "!", ":", "”"))
    return frozenset(p for p in short if page.low[starts[p]] == "by" and page.is_capital(starts[p] + 1))
