"""Real outlets by name, for what no rule of form can tell: 'told People', 'Us Weekly', 'L'Equipe'.

Names whose last word says what they are ("the Halden Post", "Radio Pell") need no list. press.txt, written from memory, has
those that look like persons, places or common words, and long ones that are easily cut short.
"""

from pathlib import Path

from onrecord.reading.lexicon import TELLING
from onrecord.reading.speakers.page import Page

_PLAIN = frozenset(  # as often something else, unless somebody tells them something or they report it
    "time people fortune variety gourmet deadline insider vice salon slate reason mojo hello vogue elle glamour esquire"
    " billboard eater stuff punch vanguard dawn kicker wired forbes showtime".split()
)
_REPORT = frozenset("reported reports report writes wrote revealed reveals quoted cited claims claimed".split())
_STAFF = frozenset("magazine columnist reporter correspondent".split())
_JOINED = frozenset("'’-&.")


def _keyed(name: str) -> tuple[str, ...]:
    """'L'Equipe' -> ("l", "equipe"), as the words of a page are parted"""
    return tuple("".join(c if c.isalnum() else " " for c in name.lower()).split())


_SPELLED = Path(__file__).with_name("press.txt").read_text("utf8").splitlines()
_WITH_ARTICLE = [_keyed(name) for name in _SPELLED]
_IN_CAPITALS = frozenset(_keyed(name) for name in _SPELLED if name.isupper())
AFTER_THE = frozenset(key[1:] for key in _WITH_ARTICLE if len(key) == 2 and key[0] == "the")  # "The Hill"
KNOWN = frozenset(key[1:] if key[0] == "the" and len(key) > 1 else key for key in _WITH_ARTICLE)
"""Names in small letters, without "the"."""
_FIRST = frozenset(key[0] for key in KNOWN)
_LONGEST = max(map(len, KNOWN))


def known(page: Page, i: int) -> int | None:
    """The last word of the longest known name that begins at word i; None where none does, or where it may be a plain word."""
    if page.low[i] not in _FIRST or not _is_written_so(page, i):
        return None
    key, found = list[str](), None
    for last in range(i, len(page.low)):
        if page.sentence[last] != page.sentence[i] or len(key) == _LONGEST:
            break
        if page.words[last][0].isalnum():
            key.append(page.low[last])
            if tuple(key) in KNOWN and _is_written_so(page, last) and _is_outlet(page, i, last, tuple(key)):
                found = last
        elif page.words[last] not in _JOINED:
            break
    return found


def _is_written_so(page: Page, i: int) -> bool:
    return any(c.isupper() or c.isdigit() for c in page.words[i])


def _is_outlet(page: Page, first: int, last: int, key: tuple[str, ...]) -> bool:
    if len(key) > 1:
        return True
    if key in _IN_CAPITALS and not page.words[first].isupper():
        return False
    before, after = page.at(first - 1), page.at(last + 1)
    told = before in TELLING or page.at(first - 2) in TELLING
    if key in AFTER_THE:  # "told The Hill", "The Age reported"; not "the hill", "the Atlantic"
        capital = page.is_capital(first - 1) and not page.starts_sentence(first - 1)
        return before == "the" and (capital or told or after in _REPORT)
    if key[0] in _PLAIN:
        return before in TELLING or after in _STAFF or (after in _REPORT and before not in ("the", "a", "an"))
    return not page.is_capital(last + 1) or page.starts_sentence(last + 1)
