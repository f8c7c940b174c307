"""An audit in words: the same on the table and on the page."""

from collections.abc import Iterator

from onrecord.reading.audit import RULES
from onrecord.records import Attribution, Reading, Source, SourceKind
from onrecord.records.audit import Audit, Observation, Route, RuleName, SourceClass

KIND_WORDS = {
    SourceKind.PERSON: "person",
    SourceKind.ORGANIZATION: "organisation",
    SourceKind.OUTLET: "news outlet",
    SourceKind.DOCUMENT: "document",
    SourceKind.GROUP: "group",
    SourceKind.ROLE: "somebody by role",
    SourceKind.PUBLIC: "unspecified people",
    SourceKind.AUTHOR: "the author",
    SourceKind.UNKNOWN: "not told",
}
CLASS_WORDS = {
    SourceClass.NAMED: "named",
    SourceClass.UNNAMED: "not named",
    SourceClass.DOCUMENT: "documents",
    SourceClass.OUTLET: "news outlets",
    SourceClass.AUTHOR: "the author",
    SourceClass.NOBODY: "nobody given",
    SourceClass.UNRESOLVED: "not resolved",
}
RULE_WORDS = {rule.name: rule.title for rule in RULES}
THIS_ARTICLE = "this article"
NOBODY = "nobody given"
NOT_RESOLVED = "not resolved"


def called(source: Source) -> str:
    """'Ida Vell'; a source without a name is 'nobody given'."""
    return " ".join((source.name or "").split()) or NOBODY


def chain(reading: Reading, a: Attribution) -> tuple[str, ...]:
    """-> ('Voss', 'The Tide', 'this article'): the way the words of an attribution took, in words.

    Empty where the reading gives no way beyond what source and parent say already.
    """
    named = {s.id: s for s in reading.sources}
    passed = [called(named[s]) for s in a.chain if s in named]
    if not passed:
        return ()
    unknown = [reading.words_of(a.source) or NOBODY] if a.source_id not in named or a.chain[0] != a.source_id else []
    return (*unknown, *passed, THIS_ARTICLE)


def way(audit: Audit, route: Route) -> tuple[str, ...]:
    """Route("s1", ("s2",), ...) -> ('Voss', 'The Tide', 'this article')."""
    named = {s.id: s for s in audit.reading.sources}
    speaker = called(named[route.speaker]) if route.speaker else _unknown(audit, route)
    return (speaker, *(called(named[s]) for s in route.through), THIS_ARTICLE)


def _unknown(audit: Audit, route: Route) -> str:
    here = set(route.attributions)
    worded = any(a.source for a in audit.reading.attributions if a.id in here)
    return NOT_RESOLVED if worded else NOBODY


def summarise_audit(audit: Audit) -> str:
    """'6 sources: 4 named, 1 not named, 1 document. 62% of the words are theirs. Most rests on Ida Vell: 7 of 14 statements.'

    Empty where nothing was found that rests on anyone but the author.
    """
    if not audit.reading.attributions:
        return ""
    counted = [(CLASS_WORDS[s.source_class], s.sources) for s in audit.shares if s.sources]
    total = sum(n for _, n in counted)
    share = f"{percent(audit.attributed, audit.words)} of the words are theirs."
    if not total:
        return f"Who the sources are was not resolved. {share}"
    parts = ", ".join(f"{n} {_one(words) if n == 1 else words}" for words, n in counted)
    return " ".join(t for t in (f"{plural(total, 'source')}: {parts}.", share, foremost(audit)) if t)


def _one(words: str) -> str:
    return words.removesuffix("s") if words in ("documents", "news outlets") else words


def foremost(audit: Audit) -> str:
    """'Most rests on Ida Vell: 7 of 14 statements.'; nothing where no source has two."""
    top = audit.uses[0] if audit.uses else None
    if top is None or top.resting < 2 or len(audit.uses) < 2 or audit.uses[1].resting == top.resting:
        return ""
    named = {s.id: s for s in audit.reading.sources}
    return (
        f"Most rests on {called(named[top.source])}: {top.resting} of {plural(len(audit.reading.attributions), 'statement')}."
    )


def plural(n: int, word: str) -> str:
    return f"{n:,} {word}{'s' * (n != 1)}"


def percent(part: int, whole: int) -> str:
    """(1, 8) -> '13%'; something is never shown as nothing."""
    if not whole:
        return "0%"
    return "<1%" if part and 200 * part < whole else f"{100 * part / whole:.0f}%"


def by_rule(audit: Audit) -> Iterator[tuple[RuleName, list[Observation]]]:
    """The observations under their rules, in the order of the rules."""
    for rule in RULES:
        if found := [o for o in audit.observations if o.rule is rule.name]:
            yield rule.name, found
