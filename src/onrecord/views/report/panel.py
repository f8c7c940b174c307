"""The sources of a reading as the page lists them: who, of what kind, why to be trusted, how much, and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.reading.audit.counting import source_class
from onrecord.records import Source, SourceKind, Span
from onrecord.records.audit import Audit, SourceClass, SourceUse
from onrecord.views.report.cards import Apparatus, source_key
from onrecord.views.report.visible import one_line
from onrecord.views.report.wording import CLASS_WORDS, KIND_WORDS, called, percent, plural

Link = tuple[str, str]
_AT_ONCE = 6
"""Mentions that are shown at once; more are behind a click."""


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One source for a reader. statements and carried are (key, number) of cards, mentions (key, words) of places."""

    key: str
    name: str
    named: bool
    kind: str
    basis: str | None
    words: str
    share: str
    statements: tuple[Link, ...]
    carried: tuple[Link, ...]
    carried_words: str
    mentions: tuple[Link, ...]

    @property
    def folded(self) -> bool:
        return len(self.mentions) > _AT_ONCE

    @property
    def count(self) -> str:
        return plural(len(self.mentions), "mention")


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One class of source: its words, and the numbers as they are shown."""

    name: str
    sources: str
    statements: str
    words: str
    share: str


def rows(audit: Audit, around: Apparatus, prefix: str) -> tuple[PanelRow, ...]:
    """Audit -> a row for each source that speaks or passes on, the one most rests on first."""
    numbers = {s.id: n for n, s in enumerate(audit.reading.sources, 1)}
    sources = {s.id: s for s in audit.reading.sources}
    return tuple(_row(audit, u, sources[u.source], around, source_key(prefix, numbers[u.source])) for u in audit.uses)


def _row(audit: Audit, use: SourceUse, source: Source, around: Apparatus, key: str) -> PanelRow:
    text = audit.reading.document.text
    return PanelRow(
        key=key,
        name=one_line(called(source)),
        named=source.named,
        kind=_kind(source),
        basis=_basis(source),
        words=f"{use.words:,}",
        share=percent(use.words, audit.attributed),
        statements=tuple(_statements(use.says, around)),
        carried=tuple(_statements(use.carries, around)),
        carried_words=plural(use.carried, "word"),
        mentions=tuple((f"{key}-{n}", _wording(text, m)) for n, m in enumerate(source.mentions, 1)),
    )


def _kind(source: Source) -> str:
    """'person', 'group, not named': named or not is said where the kind alone does not say it."""
    words = KIND_WORDS[source.kind]
    unsaid = source_class(source) is SourceClass.UNNAMED and source.kind is not SourceKind.PUBLIC
    return f"{words}, not named" if unsaid else words


def _basis(source: Source) -> str | None:
    """What the text gives as a reason to trust it, where the name does not say it: 'who was in the room'."""
    name, basis = one_line(called(source)), one_line(source.basis or "")
    rest = basis[len(name) :].strip(" ,;") if basis.casefold().startswith(name.casefold()) else basis
    return rest if rest and rest.casefold() not in name.casefold() else None


def _wording(text: str, mention: Span) -> str:
    return one_line(mention.of(text)).rstrip(" ,;")


def _statements(ids: tuple[str, ...], around: Apparatus) -> Iterator[Link]:
    labels = {c.key: c.label for c in around.cards}
    yield from ((around.keys[i], labels[around.keys[i]]) for i in ids)


def share_rows(audit: Audit) -> tuple[ShareRow, ...]:
    """Audit -> a row for each class that has statements."""
    return tuple(
        ShareRow(
            CLASS_WORDS[s.source_class],
            str(s.sources) if s.sources else "",
            str(s.attributions),
            f"{s.words:,}",
            percent(s.words, audit.attributed),
        )
        for s in audit.shares
        if s.attributions
    )
