"""A check as the page shows it: its findings worst first, and its gaps."""

from dataclasses import dataclass

from onrecord.records import Check, Finding, Place
from onrecord.text.names import is_pronoun
from onrecord.views.findings.sides import Stretch, held, printed
from onrecord.views.findings.words import (
    LOOK,
    VERDICT_WORDS,
    changes,
    notes,
    severity_words,
    summarise_check,
    unjudged,
    verdict_words,
    worst_first,
)
from onrecord.views.report.page import Head, head, is_web
from onrecord.views.report.visible import one_line

_OTHERS = 20
"""Other places listed at most."""
KIND_WORDS = {"direct": "quoted directly", "mixed": "partly quoted", "block": "block quotation", "indirect": "partly quoted"}


@dataclass(frozen=True, slots=True)
class Where:
    """A place for a reader: which document, where, who speaks there. Places that are only listed have no stretches."""

    title: str
    origin: str
    link: str | None
    outlet: str | None
    published: str | None
    speaker: str | None
    start: int
    end: int
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """An edit in words: its kind, how grave it is, what to look at."""

    kind: str
    severity: str
    told: str


@dataclass(frozen=True, slots=True)
class Item:
    """One finding on the page. severity is None where nothing is judged; reason says why then."""

    key: str
    number: int
    severity: int | None
    severity_words: str
    verdict: str
    kind: str
    speaker: str | None
    stands_for: str | None
    printed: tuple[Stretch, ...]
    words: str
    changes: str
    notes: tuple[Note, ...]
    places: tuple[Where, ...]
    others: tuple[Where, ...]
    more: int
    reason: str

    @property
    def is_pronoun(self) -> bool:
        return is_pronoun(self.speaker or "")

    @property
    def traits(self) -> str:
        """What the filter asks about it."""
        return "look" if (self.severity or 0) >= LOOK else "holds"


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """One check on the page."""

    prefix: str
    head: Head
    summary: str
    documents: int
    items: tuple[Item, ...]
    unjudged: tuple[Item, ...]
    not_held: tuple[str, ...]

    @property
    def to_look_at(self) -> int:
        return sum(i.traits == "look" for i in self.items)


def check_sheet(check: Check, prefix: str) -> CheckSheet:
    """Check -> the sheet that shows it. prefix ("c1-") keeps the names of several on one page apart."""
    numbers = {id(f): n for n, f in enumerate(check.findings, 1)}
    items = [_item(check, f, prefix, numbers[id(f)]) for f in worst_first(check.findings)]
    return CheckSheet(
        prefix=prefix,
        head=head(check.document),
        summary=summarise_check(check),
        documents=check.documents,
        items=tuple(i for i in items if i.severity is not None),
        unjudged=tuple(i for i in items if i.severity is None),
        not_held=tuple(one_line(name) for name in check.not_held),
    )


def _item(check: Check, f: Finding, prefix: str, number: int) -> Item:
    return Item(
        key=f"{prefix}{number}",
        number=number,
        severity=f.severity,
        severity_words=severity_words(f.severity),
        verdict=verdict_words(f),
        kind=KIND_WORDS[f.quotation.type],
        speaker=one_line(f.quotation.speaker or "") or None,
        stands_for=one_line(f.quotation.stands_for or "") or None,
        printed=printed(check, f),
        words=one_line(f.quotation.words.rstrip(" ,")),
        changes=changes(f, check.document.text),
        notes=tuple(Note(VERDICT_WORDS[e.label], severity_words(e.severity), one_line(e.note)) for e in notes(f)),
        places=tuple(_where(p, held(f, n, p)) for n, p in enumerate(f.places)),
        others=tuple(_where(p) for p in f.others[:_OTHERS]),
        more=max(0, len(f.others) - _OTHERS),
        reason="" if f.checked else one_line(unjudged(f)),
    )


def _where(p: Place, stretches: tuple[Stretch, ...] = ()) -> Where:
    return Where(
        title=one_line(p.title or "") or one_line(p.origin.rstrip("/").rsplit("/", 1)[-1]),
        origin=one_line(p.origin),
        link=p.origin if is_web(p.origin) else None,
        outlet=one_line(p.outlet or "") or None,
        published=one_line(p.published or "") or None,
        speaker=one_line(p.speaker or "") or None,
        start=p.start,
        end=p.end,
        stretches=stretches,
    )
