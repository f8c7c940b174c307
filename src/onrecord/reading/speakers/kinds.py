"""What kind of source a phrase or a cluster is: a closed vocabulary, told by nouns, names and the words that speak of them."""

from onrecord.reading.speakers.mentions import Cluster
from onrecord.reading.speakers.names import BODY, OTHER, PERSON, PLACE
from onrecord.reading.speakers.nouns import (
    BODIES,
    DOCUMENTS,
    JUDGES_IN_GROUP,
    KNOWN_OUTLETS,
    ONES,
    OUTLET_NOUNS,
    OUTLET_WORDS,
    PUBLIC,
    QUANTIFIERS,
)
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun, singular
from onrecord.reading.speakers.phrases import Phrase, is_plural
from onrecord.records import SourceKind

_VAGUE_PRONOUNS = frozenset("somebody someone everybody everyone nobody anybody anyone those whoever none no".split())
_OF_THEM = frozenset("us them whom those the these".split())
_PLACED = frozenset("in at on inside outside who familiar briefed close present involved near".split())


def of_cluster(page: Page, cluster: Cluster, carried: frozenset[int]) -> SourceKind:
    """A named cluster -> person, organization, outlet or document. carried: first words of names that others spoke to."""
    if cluster.kind == PERSON and not _is_outlet(page, cluster, carried):
        return SourceKind.PERSON
    if _is_outlet(page, cluster, carried):
        return SourceKind.OUTLET
    last = cluster.names[0].key[-1]
    if cluster.kind == OTHER and (last in DOCUMENTS or cluster.roles & DOCUMENTS):
        return SourceKind.DOCUMENT
    if last in DOCUMENTS and last not in BODIES:
        return SourceKind.DOCUMENT
    return SourceKind.ORGANIZATION


def _is_outlet(page: Page, cluster: Cluster, carried: frozenset[int]) -> bool:
    """By its own words, by what it is called ("the paper, the Lantern"), or because people speak to it."""
    if cluster.roles & OUTLET_NOUNS:
        return cluster.kind != PERSON
    longest = max((n.key for n in cluster.names), key=len)
    known = len(longest) <= 2 and any(w in KNOWN_OUTLETS for w in longest) and cluster.kind != PERSON
    ours = cluster.kind in (BODY, OTHER) or (cluster.kind == PLACE and len(longest) > 1) or cluster.kind == PERSON
    worded = longest[-1] in OUTLET_WORDS or longest[0] in ("radio", "channel", "tv")
    if cluster.kind == PERSON or len(longest) == 1:
        worded = worded and any(page.at(n.first - 1) == "the" for n in cluster.names)
    if ours and (known or worded):
        return True
    return cluster.kind in (BODY, OTHER, PLACE) and any(n.first in carried for n in cluster.names) and not _is_body(longest)


def _is_body(key: tuple[str, ...]) -> bool:
    return any(w in BODIES for w in key)


def of_phrase(page: Page, of: Phrase) -> SourceKind:
    """A phrase without a name -> its kind, by its head."""
    head = page.low[of.head]
    plural = is_plural(page, of)
    noun = singular(head)
    if head in _VAGUE_PRONOUNS and not _names_a_place(page, of):
        return SourceKind.PUBLIC
    if head in ONES or head in QUANTIFIERS or head in ("several", "both", "two", "three", "four", "five", "each", "half"):
        return _of_partitive(page, of, head)
    if noun in OUTLET_NOUNS and noun not in ("press release",):
        return SourceKind.OUTLET
    person = is_person_noun(noun)
    if (head in PUBLIC or noun in PUBLIC) and _is_vague(of) and not (head == "people" and _names_a_place(page, of)):
        return SourceKind.PUBLIC
    if person:
        if plural:
            return SourceKind.PUBLIC if of.start in QUANTIFIERS or (head in PUBLIC and _is_vague(of)) else SourceKind.GROUP
        return SourceKind.ROLE
    if noun in JUDGES_IN_GROUP:
        return SourceKind.GROUP
    if head in BODIES or noun in BODIES:
        return SourceKind.ORGANIZATION if head in BODIES or not plural else SourceKind.GROUP
    if head in DOCUMENTS or noun in DOCUMENTS:
        return SourceKind.DOCUMENT
    if of.start in QUANTIFIERS:
        return SourceKind.PUBLIC
    if plural:
        return SourceKind.GROUP
    return SourceKind.ROLE if _looks_like_a_person(noun) else SourceKind.UNKNOWN if not noun.isalpha() else _fallback(page, of)


def _of_partitive(page: Page, of: Phrase, head: str) -> SourceKind:
    """'one of them' is a role, 'two of them' a group, 'many in the north' the public."""
    if head in ONES and of.start not in ("the",) and head == "other":
        return SourceKind.ROLE
    if head in ONES:
        return SourceKind.ROLE
    rest = [page.low[i] for i in of.rest]
    if head in QUANTIFIERS:
        return SourceKind.GROUP if len(rest) > 1 and rest[0] == "of" and rest[1] in _OF_THEM else SourceKind.PUBLIC
    return SourceKind.GROUP


def _is_vague(of: Phrase) -> bool:
    """'critics', 'many residents', 'Vasquell's critics'; not 'the people in the room', 'two experts', 'his supporters'."""
    return of.start not in ("the", "two", "three", "four", "five", "six", "these", "both", "several", "his", "her", "our", "my")


def _names_a_place(page: Page, of: Phrase) -> bool:
    rest = [page.low[i] for i in of.rest]
    return bool(rest) and page.low[of.head] not in ("many", "most", "some", "few") and rest[0] in _PLACED


def _looks_like_a_person(noun: str) -> bool:
    return len(noun) > 4 and noun.endswith(("er", "or", "ist", "ian", "eer", "ee", "ant", "yst", "ster"))


def _fallback(page: Page, of: Phrase) -> SourceKind:
    """A capital after a small determiner names a body ("the Board"); what else stands alone shows something: a document."""
    if page.is_capital(of.head) and not page.starts_sentence(of.head):
        return SourceKind.ORGANIZATION
    return SourceKind.DOCUMENT if of.start in ("the", "a", "an", "this", "that", "its", "their") else SourceKind.UNKNOWN
