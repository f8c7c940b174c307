"""Small stories of ours in the notation of evaluation/cases, as readings, and what one rule says of them."""

from evaluation.authoring import compile_case
from evaluation.gold import reading_of
from onrecord.reading.audit import RULES
from onrecord.reading.audit.sourcing import Sourcing
from onrecord.records import Reading
from onrecord.records.audit import Observation, RuleName


def story(sources: str, body: str, **header: str) -> Reading:
    """('s1 = Ida Vell | person | named | 1', '{s1 Vell} {u1 said} {c1 no}.') -> its Reading."""
    lines = [f"{name}: {value}" for name, value in {"tags": "audit", **header}.items()]
    return reading_of(compile_case("story", "\n".join([*lines, sources.strip(), "---", body.strip(), ""])))


def look(rule: RuleName, reading: Reading) -> list[Observation]:
    (found,) = (r for r in RULES if r.name is rule)
    return list(found.look(Sourcing(reading)))


def evidence(rule: RuleName, reading: Reading) -> list[str]:
    return [o.evidence for o in look(rule, reading)]


def shown(observation: Observation, reading: Reading) -> list[str]:
    return [s.of(reading.document.text) for s in observation.spans]
