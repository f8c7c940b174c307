"""An allegation with no response from the accused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.audit.lexicon import ACCUSING, RESPONSE, UNREAL, WRONGDOING
from onrecord.reading.audit.sourcing import Sourcing, in_order
from onrecord.records import Attribution, Source, SourceKind, Span
from onrecord.records.audit import Observation, RuleName

_NAME = r"(?:[A-Z][\w.’'-]*|of|the|de|van|von|al)(?:[ ]+(?:[A-Z][\w.’'-]*|of|the|de|van|von|al))*"
_ACCUSED = re.compile(
    r"\s*(?:that\s+)?(?P<who>(?:(?:the|his|her|their|its|both|former|rival|fellow)\s+)*[^,.;:\n]{1,70}?)\s+(?:of|"
    r"for)\b"
)
_BLAMED_ON = re.compile(r"[^.;\n]{1,80}?\bon\s+(?P<who>[^,.;:\n]{1,60})")
_DOER = re.compile(
    rf"(?P<who>{_NAME})(?:,[^,]{{1,60}},|,)?\s+(?:(?:has|had|have|was|were|is|are|been|being|did|may|might|could|would|once|also|"
    r"repeatedly|knowingly|deliberately|secretly|illegally|allegedly|personally|routinely|systematically)\s+){0,4}$"
)
_INSTITUTION = re.compile(
    r"\b(?:council|company|firm|government|ministry|police|bank|school|board|union|hospital|administration|campaign|"
    r"agency|department|authority|church|club|developer|contractor|university|committee|party|newspaper|paper|mayor|"
    r"waterworks|railway|utility|operator|minister|president|governor|senator|officer|landlord|owner|chairman|director|bishop|judge|candidate|nominee)s?$",
    re.IGNORECASE,
)
_NOT_NAMES = frozenset(
    "He She They It We I You His Her Their Its The A An This That These Those Some Many Others Nobody Someone Anyone Everyone "
    "But And If When Democrats Republicans Conservatives Liberals Americans Mexicans Muslims God".split()
)
_SPEAKS_FOR = re.compile(
    r"\b(?:chief executive|executive|chairm[ae]n|chairwoman|chair|president|director|manager|owner|spokes\w+|secretary|"
    r"counsel)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:him|her|them|it|he|she|they|me|us|you|himself|herself|itself|themselves|myself|one another|each other)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Allegation:
    attribution: Attribution
    accused: str
    key: str
    spans: tuple[Span, ...]


def allegation_has_no_answer(sourcing: Sourcing) -> Iterator[Observation]:
    """Is somebody accused who is not heard, and of whom the text does not say that a response was sought?

    Looks for "accused X of", "blamed X for", and allegations that X did wrong ("lied", "took bribes"), where X is a name or an
    institution. X has answered if X speaks anywhere in the article, in person or through somebody described by X's name, or if
    a sentence about X denies, declines to comment or could not be reached. Pronouns the reading cannot resolve are left alone.
    """
    seen: dict[str, list[_Allegation]] = {}
    for a in sourcing.reading.attributions:
        found = _allegation(sourcing, a)
        if found and not _same(sourcing.speaker(a), found) and not _answers(sourcing, found):
            seen.setdefault(found.key, []).append(found)
    for several in seen.values():
        yield _observation(sourcing, several)


def _observation(sourcing: Sourcing, found: list[_Allegation]) -> Observation:
    first = found[0]
    speaker = sourcing.speaker(first.attribution)
    by = sourcing.called(speaker) if speaker and speaker.name else sourcing.worded(first.attribution) or "nobody named"
    return Observation(
        RuleName.UNANSWERED_ALLEGATION,
        f"{first.accused}: accused by {by}, no response found",
        in_order(s for f in found for s in f.spans),
        tuple(f.attribution.id for f in found),
        tuple(dict.fromkeys(f.attribution.source_id for f in found if f.attribution.source_id in sourcing.sources)),
    )


def _allegation(sourcing: Sourcing, a: Attribution) -> _Allegation | None:
    cue = sourcing.reading.words_of(a.cue)
    if UNREAL.search(cue):
        return None
    who = _object(sourcing, a, blamed="blam" in cue.lower()) if ACCUSING.search(cue) else _doer(sourcing, a)
    return _named(sourcing, a, who) if who else None


def _object(sourcing: Sourcing, a: Attribution, *, blamed: bool) -> Span | None:
    """'accused [the mayor] of' -> the mayor, 'blamed the fire on [Mr Crane]' -> Mr Crane."""
    end, stop = max(s.end for s in a.cue), max(s.end for s in (*a.cue, *a.content))
    # The accused may stand in the content or between it and the cue; where the content comes first, nothing follows.
    found = _ACCUSED.match(sourcing.text, end, stop)
    if found is None and blamed:
        found = _BLAMED_ON.match(sourcing.text, end, stop)
    return Span(*found.span("who")) if found else None


def _doer(sourcing: Sourcing, a: Attribution) -> Span | None:
    """'that [Ines Crane] had repeatedly lied' -> Ines Crane: the name right before a word of wrongdoing."""
    for piece in a.content:
        for wrong in WRONGDOING.finditer(sourcing.text, piece.start, piece.end):
            found = _DOER.search(sourcing.text[piece.start : wrong.start()])
            if found and found["who"][0].isupper():
                return Span(piece.start + found.start("who"), piece.start + found.end("who"))
    return None


def _named(sourcing: Sourcing, a: Attribution, who: Span) -> _Allegation | None:
    """The accused by name: a pronoun stands for whom the reading says it means, common nouns only for institutions."""
    words = " ".join(who.of(sourcing.text).split())
    if _PRONOUN.fullmatch(words):
        meant = next((s for s in sourcing.reading.sources if any(m.overlaps(who) for m in s.mentions)), None)
        words = meant.name or "" if meant and meant.named else ""
    if not words or words.split()[0] in _NOT_NAMES - {"The", "A", "An", "His", "Her", "Their", "Its"}:
        return None
    key = _key(words)
    return _Allegation(a, words, key, in_order([*a.source, *a.cue, who])) if key else None


def _key(words: str) -> str:
    """'the Chief Engineer, Ilse Tarrow' -> 'tarrow', 'the town council' -> 'council', 'the weather' -> ''."""
    capitals = [w.strip("’'“”\".,") for w in words.split() if w[:1].isupper() and w not in _NOT_NAMES]
    if capitals:
        return capitals[-1].removesuffix("’s").removesuffix("'s").casefold()
    found = _INSTITUTION.search(words)
    return found[0].casefold() if found else ""


def _same(speaker: Source | None, found: _Allegation) -> bool:
    return speaker is not None and found.key in (speaker.name or "").casefold()


def _answers(sourcing: Sourcing, accused: _Allegation) -> bool:
    """Whether whoever the key names speaks, is spoken for, or is said to have answered or been asked.

    "The company" may be any organisation that speaks, or that somebody speaks for.
    """
    key = accused.key
    others = [s for s in sourcing.reading.sources if sourcing.of(s) and s.id != accused.attribution.source_id]
    if _INSTITUTION.fullmatch(key) and any(_may_be(sourcing, s) for s in others):
        return True
    stem = key[:6] if len(key) > 6 else key
    speaks = any(stem in sourcing.described(s).casefold() for s in sourcing.reading.sources if sourcing.of(s))
    worded = any(stem in sourcing.worded(a).casefold() for a in sourcing.reading.attributions)
    return speaks or worded or any(stem in s.casefold() and RESPONSE.search(s) for s in sourcing.all_sentences())


def _may_be(sourcing: Sourcing, source: Source) -> bool:
    return source.kind is SourceKind.ORGANIZATION or _SPEAKS_FOR.search(sourcing.described(source)) is not None
