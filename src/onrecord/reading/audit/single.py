"""All that the article says on somebody's word rests on one source."""

from collections.abc import Iterator

from onrecord.reading.audit.counting import attribution_class
from onrecord.reading.audit.sourcing import Sourcing
from onrecord.records import SourceKind
from onrecord.records.audit import Observation, RuleName, SourceClass

_LEAST = 3
_NO_SOURCES = (SourceClass.AUTHOR, SourceClass.NOBODY)


def story_rests_on_one_source(sourcing: Sourcing) -> Iterator[Observation]:
    """Does every statement of the story that names a source rest on the same one, its speaker or who passed it on?

    Needs three such statements. Those that name nobody, "many say", and the author's own are left out of the count; if it is
    not known of one of them who speaks, nothing is said.
    """
    classes = [(a, attribution_class(sourcing, a)) for a in sourcing.reading.attributions]
    if any(c is SourceClass.UNRESOLVED for _, c in classes):
        return
    named = [a for a, c in classes if c not in _NO_SOURCES and not _vague(sourcing, a.source_id)]
    if len(named) < _LEAST:
        return
    shared = [s for s in sourcing.rests_on(named[0]) if all(s in sourcing.rests_on(a) for a in named)]
    if shared:
        source = sourcing.sources[shared[0]]
        others = len(classes) - len(named)
        aside = f"; {others} more name{'s' * (others == 1)} no source" if others else ""
        yield Observation(
            RuleName.SINGLE_SOURCE,
            f"all {len(named)} statements that name a source rest on {sourcing.called(source)}{aside}",
            named[0].source or source.mentions[:1],
            tuple(a.id for a in named),
            (source.id,),
        )


def _vague(sourcing: Sourcing, source_id: str | None) -> bool:
    source = sourcing.sources.get(source_id or "")
    return source is not None and source.kind is SourceKind.PUBLIC
