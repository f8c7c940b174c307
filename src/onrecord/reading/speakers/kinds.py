"""What kind of source a phrase or a cluster is: a closed vocabulary, told by nouns, names and the words that speak of them."""

import re
from collections.abc import Mapping

from onrecord.reading.speakers.agreement import FOREIGN_ARTICLES, OTHER, PERSON, PLACE
from onrecord.reading.speakers.mentions import Cluster
from onrecord.reading.speakers.nouns import (
    AFTER_OUTLETS,
    BODIES,
    DOCUMENTS,
    JUDGES_IN_GROUP,
    KNOWN_OUTLETS,
    NUMBERS,
    ONES,
    OUTLET_NOUNS,
    OUTLET_WORDS,
    PAPERS_ABROAD,
    PLACES,
    PRESS,
    PUBLIC,
    QUANTIFIERS,
    WEEKDAYS_OF_PAPERS,
)
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun, singular
from onrecord.reading.speakers.phrases import Phrase, is_counted, is_plural
from onrecord.reading.speakers.press import AFTER_THE, KNOWN
from onrecord.records import SourceKind

_VAGUE_PRONOUNS = frozenset("somebody someone everybody everyone nobody anybody anyone those whoever none no".split())
_OF_THEM = frozenset("us them whom those the these".split())
_FILED = frozenset("divorce court legal filed lodged submitted leaked internal board private cabinet".split())
_AGENCIES = (("news", "agency"), ("press", "agency"), ("news", "service"))
_NEWS = frozenset("news press".split())
_HEARERS = frozenset("commons lords mps congress parliament assembly nations chamber".split())
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}")
_NO_OUTLETS = frozenset("group charity campaign union association organization organisation club".split())
_ARTICLES = frozenset("el la le les los".split())  # that people have too
_LONG_SINCE = frozenset("long always often known".split())
_LEARNED_PEOPLE = frozenset("scientists researchers doctors".split())
_ASKED = frozenset("surveyed polled interviewed".split())
_LONG = 6  # letters
_COUNTS = frozenset("several both two three four five each half".split())
_FIXED = frozenset("the two three four five six these both several his her our my".split())
_ALL = frozenset("no any every".split())
_MOST = frozenset("majority minority plurality most".split())
_PARTISANS = frozenset("republican democrat conservative liberal libertarian socialist".split())
_LEARNED = frozenset("influential research working discussion academic scientific white position policy seminal".split())
_JOURNALS = frozenset("journal annals proceedings transactions letters nature science".split())
_FRACTIONS = frozenset("third thirds quarter quarters half fifth fifths tenth percent".split())
_READS = frozenset(("reads", "read"))
_WRITERS = frozenset("his her their my our".split())
_GATHERED = frozenset("supporters opponents readers voters visitors fans critics experts advocates".split())
_OF_PERSONS = ("er", "or", "ist", "ian", "eer", "ee", "ant", "yst", "ster")
_PLACED = frozenset("in at on inside outside who familiar briefed close present involved near".split())


def of_cluster(page: Page, cluster: Cluster, carried: Mapping[int, int]) -> SourceKind:
    """A named cluster -> person, organization, outlet or document.

    carried: how often others spoke to a name, by its first word; what reports or publishes counts twice.
    """
    if _is_outlet(page, cluster, carried):
        return SourceKind.OUTLET
    if cluster.kind == PERSON:
        return SourceKind.PERSON
    last = _head(page, cluster)
    if cluster.kind == OTHER and (last in DOCUMENTS or cluster.roles & DOCUMENTS):
        return SourceKind.DOCUMENT
    if last in DOCUMENTS and last not in BODIES:
        return SourceKind.DOCUMENT
    first = cluster.names[0].key[0]
    return SourceKind.DOCUMENT if first in _NUMBERED and last[0].isdigit() else SourceKind.ORGANIZATION


def _head(page: Page, cluster: Cluster) -> str:
    """'policy' of Cave Policy, 'institute' of the Institute for Cave Policy: the word that says what a name is."""
    name = cluster.names[0]
    joint = next((i for i in range(name.first + 1, name.last) if page.low[i] in ("of", "for")), None)
    return page.low[joint - 1] if joint is not None and page.low[joint - 1] in BODIES else name.key[-1]


_NUMBERED = frozenset("article section clause chapter rule psalm amendment".split())  # "Article 12"


def _is_outlet(page: Page, cluster: Cluster, carried: Mapping[int, int]) -> bool:
    """By its own words, by what it is called ("the paper, the Lantern"), or because people speak to it."""
    if cluster.roles & OUTLET_NOUNS:
        return cluster.kind != PERSON
    if not cluster.roles.isdisjoint(_NO_OUTLETS):
        return False  # "the supporters' group Vale Voice"
    longest = max((n.key for n in cluster.names), key=len)
    known = len(longest) <= 2 and any(w in KNOWN_OUTLETS for w in longest) and cluster.kind != PERSON
    known = known or (cluster.kind != PERSON and longest in KNOWN and _has_its_article(page, cluster, longest))
    worded = longest[-1] in OUTLET_WORDS or longest[0] in ("radio", "channel", "tv") or longest[-2:] in _AGENCIES
    worded = worded or longest[0] in PAPERS_ABROAD or longest[-1] in PAPERS_ABROAD
    worded = worded or (len(longest) == 2 and longest[0] in WEEKDAYS_OF_PAPERS and cluster.kind != PERSON)
    worded = worded or (cluster.kind != PLACE and any(_is_printed(page, n.last + 1) for n in cluster.names if n.is_full))
    if is_call_sign(page, cluster) or _has_staff(page, cluster) or ("agency" in cluster.roles and cluster.details & _NEWS):
        return cluster.kind != PERSON
    if cluster.kind == PERSON or len(longest) == 1:
        worded = worded and any(page.at(n.first - 1) == "the" for n in cluster.names)
    if known or worded:
        return True
    authority = longest[-1] in _HEARERS or any(_is_the_acronym(page, n.first) for n in cluster.names)
    spoken_to = 0 if authority else sum(carried.get(n.first, 0) for n in cluster.names)
    if cluster.kind == PERSON:  # one word, never a given name, a title, a role or a pronoun for it: "told Northline"
        one = len(longest) == 1 or (len(longest) == 2 and longest[0] in FOREIGN_ARTICLES | _ARTICLES)  # "El Balón"
        enough = spoken_to > (len(longest) == 1)  # "told Le Matin"
        return enough and one and not cluster.gender and not cluster.roles
    titled = any(page.words[n.first - 1] == "The" and not page.starts_sentence(n.first - 1) for n in cluster.names if n.first)
    return spoken_to > 0 and (titled or not any(w in BODIES or w in DOCUMENTS for w in longest))


def _has_its_article(page: Page, cluster: Cluster, key: tuple[str, ...]) -> bool:
    """'The Hill', not the hill nor Capitol Hill: where the article is part of a plain word's name, it has to stand there."""
    return key not in AFTER_THE or any(page.words[n.first - 1] == "The" for n in cluster.names if n.first)


def _is_printed(page: Page, i: int) -> bool:
    """'Family Circle | magazine'"""
    return page.at(i) in AFTER_OUTLETS and page.words[i].islower()


def _is_the_acronym(page: Page, i: int) -> bool:
    """'told the FBI': an authority that hears, no outlet."""
    return page.at(i - 1) == "the" and page.words[i].isupper() and len(page.words[i]) < _LONG


def is_call_sign(page: Page, cluster: Cluster) -> bool:
    """'WKHB': American stations begin with K or W."""
    first = cluster.names[0].first
    return len(cluster.names[0].key) == 1 and _CALL_SIGN.fullmatch(page.words[first]) is not None


def _has_staff(page: Page, cluster: Cluster) -> bool:
    """'the Anchor's cartoonist', 'the Post's front page'"""
    after = [page.after_possessive(n.last) for n in cluster.names if page.is_possessive(n.last)]
    return any(page.at(k) in PRESS or (page.at(k) == "front" and page.at(k + 1) == "page") for i in after for k in (i, i + 1))


def of_phrase(page: Page, of: Phrase) -> SourceKind:
    """A phrase without a name -> its kind, by its head: the first rule that knows it."""
    found = next((kind for rule in _RULES if (kind := rule(page, of)) is not None), None)
    return found if found is not None else _fallback(page, of)


def _read(page: Page, of: Phrase) -> SourceKind | None:
    """'A board at the gate reads: ...' shows it; 'a driver read: ...' does not."""
    reads = page.at(of.words[-1] + 1) in _READS or page.at(of.words[0] - 1) in _READS
    return SourceKind.DOCUMENT if reads and not is_person_noun(singular(page.low[of.head])) else None


def _pronoun(page: Page, of: Phrase) -> SourceKind | None:
    """'nobody' is the public, 'nobody in this building' a group, 'someone on the council' one person."""
    head = page.low[of.head]
    if head in ("who", "whoever"):
        return SourceKind.UNKNOWN
    if head not in _VAGUE_PRONOUNS:
        return None
    placed = _names_a_place(page, of) and page.low[of.rest[0]] != "who"
    if placed:
        return SourceKind.ROLE if head in ("someone", "somebody") else SourceKind.GROUP
    return SourceKind.PUBLIC


def _partitive(page: Page, of: Phrase) -> SourceKind | None:
    """'one of them' is a role, 'two of them' a group, 'many in the north' the public."""
    head, rest = page.low[of.head], [page.low[i] for i in of.rest]
    if head == "one" and of.start in _ALL:
        return SourceKind.GROUP if _is_of_a_set(page, of) else SourceKind.PUBLIC
    if head in NUMBERS and rest[:1] == ["in"] and rest[1:2] and rest[1] in NUMBERS:
        return SourceKind.PUBLIC
    if head in _FRACTIONS and rest[:1] == ["of"] and of.start != "the":
        return SourceKind.PUBLIC
    if head in ONES:
        return SourceKind.ROLE
    if head in QUANTIFIERS:
        return SourceKind.GROUP if len(rest) > 1 and rest[0] == "of" and rest[1] in _OF_THEM else SourceKind.PUBLIC
    return SourceKind.GROUP if head in _COUNTS else None


def _outlet(page: Page, of: Phrase) -> SourceKind | None:
    """'the paper', 'state television'; not 'his latest paper', 'social media'."""
    head = page.low[of.head]
    if of.start == "your" and head in ("leader", "editorial"):
        return SourceKind.OUTLET
    broadcast = head in ("radio", "television", "tv") and len(of.modifiers) + (of.start != head) > 0
    if singular(head) not in OUTLET_NOUNS and not broadcast and not (head == "agency" and "news" in of.modifiers):
        return None
    if "social" in (of.start, *of.modifiers):
        return SourceKind.UNKNOWN
    if head == "papers" and not _FILED.isdisjoint((*of.modifiers, of.start, page.at(of.last + 1))):
        return SourceKind.DOCUMENT  # "divorce papers", "papers filed in court"
    if singular(head) == "paper" and _is_a_bodys(page, of):
        return SourceKind.DOCUMENT
    if of.start in ("no", "any"):
        return SourceKind.PUBLIC
    learned = not _LEARNED.isdisjoint(of.modifiers) or any(m.isdigit() for m in of.modifiers)
    by = bool(of.rest) and (page.low[of.rest[0]] in ("by", "published", "titled") or _is_in_journal(page, of))
    written = singular(head) == "paper" and (of.start in _WRITERS or learned or by)
    return SourceKind.DOCUMENT if written else SourceKind.OUTLET


def _is_a_bodys(page: Page, of: Phrase) -> bool:
    """'the ministry's paper' is a text; 'the city's paper' a newspaper."""
    return any(page.is_possessive(i) and page.low[i] in BODIES - PLACES for i in range(of.first, of.head))


def _is_in_journal(page: Page, of: Phrase) -> bool:
    """'a paper in the Annals of Peat'"""
    return page.low[of.rest[0]] == "in" and any(page.low[i] in _JOURNALS for i in of.rest)


def _vague(page: Page, of: Phrase) -> SourceKind | None:
    """'critics', 'many residents', 'Vasquell's critics'; not 'people in the room', 'two experts', 'his supporters'."""
    head = page.low[of.head]
    vague = "same" in of.modifiers or of.start not in _FIXED
    asked = bool(of.rest) and page.low[of.rest[0]] in _ASKED  # "Analysts surveyed by Pell"
    placed = asked or (head == "people" and _names_a_place(page, of)) or (head in _GATHERED and _is_at(page, of))
    return SourceKind.PUBLIC if (head in PUBLIC or singular(head) in PUBLIC) and vague and not placed else None


def _person(page: Page, of: Phrase) -> SourceKind | None:
    head = page.low[of.head]
    if page.is_capital(of.head) and singular(head) in _PARTISANS:
        return _several(page, of) if is_plural(page, of) else SourceKind.ROLE
    if head == "old" and "year" in of.modifiers:
        return SourceKind.ROLE
    if not is_person_noun(singular(head)):
        return None
    if of.start in _ALL:
        return SourceKind.GROUP if _is_of_a_set(page, of) else SourceKind.PUBLIC
    return _several(page, of) if is_plural(page, of) else SourceKind.ROLE


def _is_of_a_set(page: Page, of: Phrase) -> bool:
    """'no member of the board', 'no one in this building': of these, not of all"""
    return bool(of.rest) and page.low[of.rest[0]] in ("of", "in", "at", "on", "inside", "present")


def _several(page: Page, of: Phrase) -> SourceKind:
    after = page.low[of.last + 1 : of.last + 3]
    if of.start in _LEARNED_PEOPLE and after[:1] in (["have"], ["had"]) and after[1] in _LONG_SINCE:
        return SourceKind.PUBLIC  # "Scientists have long known"
    most = is_counted(page, of) and not _MOST.isdisjoint((of.start, *of.modifiers))
    vague = most or of.start in QUANTIFIERS - {"other"} or "few" in of.modifiers
    return SourceKind.PUBLIC if vague else SourceKind.GROUP


def _body(page: Page, of: Phrase) -> SourceKind | None:
    head = page.low[of.head]
    if head == "staff" and "general" in of.modifiers:
        return SourceKind.ORGANIZATION
    if singular(head) in JUDGES_IN_GROUP:
        return SourceKind.GROUP
    if singular(head) == "survey" and not page.is_capital(of.head):
        return None
    if head in BODIES or singular(head) in BODIES:
        return SourceKind.ORGANIZATION if head in BODIES or not is_plural(page, of) else SourceKind.GROUP
    return None


def _document(page: Page, of: Phrase) -> SourceKind | None:
    head = page.low[of.head]
    numbered = head[0].isdigit() and of.start in _NUMBERED
    return SourceKind.DOCUMENT if numbered or head in DOCUMENTS or singular(head) in DOCUMENTS else None


def _others(page: Page, of: Phrase) -> SourceKind | None:
    if any(c.isupper() for c in page.words[of.head][1:]) and not page.words[of.head].isupper():
        return SourceKind.ORGANIZATION  # "RealClearPolitics"
    if of.start in QUANTIFIERS or is_plural(page, of):
        return _several(page, of)
    noun = singular(page.low[of.head])
    if len(noun) > 4 and noun.endswith(_OF_PERSONS):
        return SourceKind.ROLE
    return None if noun.isalpha() else SourceKind.UNKNOWN


_RULES = (_read, _pronoun, _partitive, _outlet, _vague, _person, _body, _document, _others)


def _names_a_place(page: Page, of: Phrase) -> bool:
    rest = [page.low[i] for i in of.rest]
    return bool(rest) and page.low[of.head] not in ("many", "most", "some", "few") and rest[0] in _PLACED


def _is_at(page: Page, of: Phrase) -> bool:
    """'supporters outside the ground': these, not all"""
    return bool(of.rest) and page.low[of.rest[0]] in ("outside", "inside", "at", "present", "here")


def _fallback(page: Page, of: Phrase) -> SourceKind:
    """A capital after a small determiner names a body ("the Board"); what else stands alone shows something: a document."""
    if page.is_capital(of.head) and not page.starts_sentence(of.head):
        return SourceKind.ORGANIZATION
    return SourceKind.DOCUMENT if of.start in ("the", "a", "an", "this", "that", "its", "their") else SourceKind.UNKNOWN
