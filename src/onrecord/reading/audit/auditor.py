"""The order of an audit: count, then ask every rule."""

from onrecord.reading.audit.counting import routes, shares, total_words, uses, words_by_attribution
from onrecord.reading.audit.rules import RULES
from onrecord.reading.audit.sourcing import Sourcing
from onrecord.records import Reading
from onrecord.records.audit import Audit


def audit(reading: Reading) -> Audit:
    """A reading of seven statements by one aide -> Audit(..., observations=(Observation(SINGLE_SOURCE, ...), ...))."""
    sourcing, own = Sourcing(reading), words_by_attribution(reading)
    asked = [r for r in RULES if reading.sources or not r.needs_sources]
    return Audit(
        reading=reading,
        words=total_words(reading),
        attributed=own.total(),
        shares=shares(sourcing, own),
        uses=uses(sourcing, own),
        routes=routes(sourcing, own),
        observations=tuple(o for rule in asked for o in rule.look(sourcing)),
        not_asked=tuple(r.name for r in RULES if r not in asked),
    )
