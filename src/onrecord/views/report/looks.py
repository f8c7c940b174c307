"""What the rules of an audit point at, as the page lists it."""

from dataclasses import dataclass

from onrecord.reading.audit import RULES, Rule
from onrecord.records.audit import Audit, Observation
from onrecord.views.report.cards import Apparatus
from onrecord.views.report.visible import one_line
from onrecord.views.report.wording import plural


@dataclass(frozen=True, slots=True)
class Look:
    """One observation: what the text shows, and the (key, number) of the statements concerned."""

    evidence: str
    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RuleLooks:
    """A rule with what it points at: title, what it asks, the guideline it follows."""

    title: str
    asks: str
    guideline: str
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class Looks:
    rules: tuple[RuleLooks, ...]
    not_asked: tuple[str, ...]

    @property
    def count(self) -> str:
        return plural(sum(len(r.looks) for r in self.rules), "place")


def looks(audit: Audit, around: Apparatus) -> Looks:
    """Audit -> its observations under their rules, in the order of the rules; rules that point at nothing are left out."""
    labels = {c.key: c.label for c in around.cards}
    found = []
    for rule in RULES:
        here = tuple(_look(o, around, labels) for o in audit.observations if o.rule is rule.name)
        if here:
            found.append(_under(rule, here))
    return Looks(tuple(found), tuple(r.title for r in RULES if r.name in audit.not_asked))


def _under(rule: Rule, found: tuple[Look, ...]) -> RuleLooks:
    asks = " ".join(rule.asks.split("\n\n")[0].split())
    return RuleLooks(rule.title, asks, rule.guideline, found)


def _look(o: Observation, around: Apparatus, labels: dict[str, str]) -> Look:
    keys = [around.keys[a] for a in o.attributions if a in around.keys]
    return Look(one_line(o.evidence), tuple((k, labels[k]) for k in keys))
