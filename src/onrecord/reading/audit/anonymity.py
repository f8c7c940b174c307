"""No reason for anonymity."""

from collections.abc import Iterator

from onrecord.reading.audit.anonymous import is_anonymous, tells
from onrecord.reading.audit.lexicon import ALWAYS_ANONYMOUS, ANONYMITY, BECAUSE, KNOWING
from onrecord.reading.audit.sourcing import Sourcing
from onrecord.records import Attribution, Source
from onrecord.records.audit import Observation, RuleName


def anonymity_is_not_explained(sourcing: Sourcing) -> Iterator[Observation]:
    """Does the text say why an anonymous source is not named?

    Looks around each mention of an anonymous source for a reason ("because the talks are private", "not authorised to speak",
    "for fear of losing her job"). "On condition of anonymity" alone tells that, not why. Offices that speak for an
    institution (a spokesman, the police), passers-by, those who decide or vote rather than tell, and those whom another
    outlet or speaker quotes are left alone.
    """
    for source in sourcing.reading.sources:
        said = [a for a in sourcing.of(source) if tells(sourcing, a)]
        if said and not _is_definite(sourcing, said[0]) and is_anonymous(sourcing, source) and not _explained(sourcing, source):
            yield Observation(
                RuleName.UNEXPLAINED_ANONYMITY,
                _evidence(sourcing, source, sourcing.worded(said[0])),
                said[0].source or source.mentions[:1],
                tuple(a.id for a in said),
                (source.id,),
            )


def _is_definite(sourcing: Sourcing, a: Attribution) -> bool:
    """'The senator': brought up before, so that it is the reading that does not know the name, not the text that keeps it."""
    words = sourcing.worded(a).casefold()
    return words.startswith("the ") and not ALWAYS_ANONYMOUS.search(words) and not KNOWING.search(words)


def _evidence(sourcing: Sourcing, source: Source, name: str) -> str:
    granted = next((m for text in _told(sourcing, source) if (m := ANONYMITY.search(text))), None)
    return f"{name}: anonymous (“{granted[0].lower()}”), no reason found" if granted else f"{name}: not named, no reason found"


def _explained(sourcing: Sourcing, source: Source) -> bool:
    """Whether a reason stands in what the text says of the source, or beside words of anonymity near one of its mentions."""
    return any(ANONYMITY.search(text) and BECAUSE.search(text) for text in _told(sourcing, source))


def _told(sourcing: Sourcing, source: Source) -> Iterator[str]:
    yield source.basis or ""
    for mention in source.mentions or tuple(s for a in sourcing.of(source) for s in a.source):
        yield sourcing.around(mention.start, before=1, after=1)
