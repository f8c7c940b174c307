"""Plural sources claimed, one found."""

import re
from collections.abc import Iterator, Sequence

from onrecord.reading.audit.anonymous import head_phrase
from onrecord.reading.audit.lexicon import EXACTLY, GROUPS_THAT_SPEAK, PLAIN_MODIFIERS, UNREAL
from onrecord.reading.audit.sourcing import Sourcing, in_order
from onrecord.records import Attribution, Source, SourceKind
from onrecord.records.audit import Observation, RuleName

_WORDS = re.compile(r"[\w’'-]+")
_SMALL = frozenset(
    "the a an of to in on at for with who that are were is was and or mr mrs ms his her their its by from".split()
)
_REACH = 2  # paragraphs
_ONE = (SourceKind.PERSON, SourceKind.ROLE)
_MANY = (SourceKind.GROUP, SourceKind.PUBLIC, SourceKind.ROLE)


def plural_sources_come_down_to_one(sourcing: Sourcing) -> Iterator[Observation]:
    """Does "sources say" or "experts warn" have more than one source or expert behind it?

    Looks at plurals that name nobody ("sources", "experts", "critics", "aides") and counts the single speakers of the article
    whom it describes by the same word or a near one ("an expert", "the professor"). One, close by, is worth a look: the
    plural may be that one. Counted sources ("two aides") are taken at their word, and where no single one is described nothing
    can be said.
    """
    singles = [s for s in sourcing.reading.sources if s.kind in _ONE and sourcing.of(s) and _many(s) is None]
    for source in sourcing.reading.sources:
        one = _many(source)
        claims = [a for a in sourcing.of(source) if not UNREAL.search(sourcing.reading.words_of(a.cue))]
        found = [s for s in singles if _is_one(sourcing, s, one)] if one and claims else []
        if len(found) == 1 and _fits(sourcing, found[0], source) and _near(sourcing, found[0], claims):
            yield _observation(sourcing, source, found[0], claims)


def _observation(sourcing: Sourcing, many: Source, one: Source, claims: Sequence[Attribution]) -> Observation:
    said = sourcing.of(one)
    first = claims[0]
    words = sourcing.reading.words_of(first.source) or sourcing.called(many)
    return Observation(
        RuleName.PLURAL_SOURCES,
        f"one source found for “{words}”: {sourcing.called(one)}",
        in_order([*first.source, *said[0].source]),
        tuple(a.id for a in (*claims, *said)),
        (many.id, one.id),
    )


def _many(source: Source) -> str | None:
    """'Some experts at the ministry' -> 'expert', 'two aides' -> None: the singular of an uncounted plural that speaks."""
    if source.named or source.kind not in _MANY:
        return None
    phrase = head_phrase(source.name or "").casefold()
    if not phrase or EXACTLY.search(phrase):
        return None
    one = _singular(phrase.partition(" of ")[0].split()[-1])
    return one if one in GROUPS_THAT_SPEAK else None


def _singular(word: str) -> str:
    """'witnesses' -> 'witness', 'experts' -> 'expert', 'expert' -> ''."""
    if not word.endswith("s") or word.endswith("ss"):
        return ""
    return word.removesuffix("es") if word.endswith("sses") else word.removesuffix("s")


def _is_one(sourcing: Sourcing, single: Source, one: str) -> bool:
    words = {
        w.strip(".,;:’'\"“”()").removesuffix("’s").removesuffix("'s") for w in sourcing.described(single).casefold().split()
    }
    return not words.isdisjoint(GROUPS_THAT_SPEAK[one].split())


def _fits(sourcing: Sourcing, single: Source, many: Source) -> bool:
    """Whether what narrows the plural down ("advisers to Mr Brenn", "harbour experts") is said of the single one too."""
    whole = (many.name or "").casefold()
    head = head_phrase(whole).partition(" of ")[0]
    told = frozenset(_WORDS.findall(sourcing.described(single).casefold()))
    before = set(_WORDS.findall(head)[:-1]) - PLAIN_MODIFIERS
    beyond = set(_WORDS.findall(whole.removeprefix(head))) - _SMALL
    return before <= told and (not beyond or not beyond.isdisjoint(told))


def _near(sourcing: Sourcing, single: Source, claims: Sequence[Attribution]) -> bool:
    """Whether the single one speaks within two paragraphs of the plural."""
    lines = [sourcing.line_number(a.start) for a in sourcing.of(single)]
    return any(abs(sourcing.line_number(c.start) - n) <= _REACH for c in claims for n in lines)
