"""A finding: what became of a quotation's words between the document they stand in and the article that quotes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from onrecord.records.document import Document
from onrecord.records.reading import AttributionType
from onrecord.records.span import Span


class Label(StrEnum):
    """What was done to the words, or why nothing can be said of it (docs/glossary.md has an example of each)."""

    VERBATIM = "verbatim"
    TYPOGRAPHIC = "typographic"
    ORTHOGRAPHIC = "orthographic"
    CLEANED = "cleaned"
    BRACKETED = "bracketed"
    TRIMMED_MARKED = "trimmed_marked"
    TRIMMED_SILENT = "trimmed_silent"
    TRUNCATED_EDGE = "truncated_edge"
    REWORDED = "reworded"
    NUMBER_CHANGED = "number_changed"
    POLARITY_CHANGED = "polarity_changed"
    MODALITY_CHANGED = "modality_changed"
    NAME_CHANGED = "name_changed"
    SPLICED = "spliced"
    MISATTRIBUTED = "misattributed"
    SOURCE_IS_SECONDHAND = "source_is_secondhand"
    NOT_FOUND = "not_found"
    UNVERIFIABLE = "unverifiable"
    TOO_COMMON = "too_common"


SEVERITIES: Mapping[Label, tuple[int, ...]] = MappingProxyType(
    {
        Label.VERBATIM: (0,),
        Label.TYPOGRAPHIC: (0,),
        Label.ORTHOGRAPHIC: (0,),
        Label.CLEANED: (1,),
        Label.BRACKETED: (1, 3),
        Label.TRIMMED_MARKED: (1, 4),
        Label.TRIMMED_SILENT: (2,),
        Label.TRUNCATED_EDGE: (3, 4),
        Label.REWORDED: (2, 3),
        Label.NUMBER_CHANGED: (4,),
        Label.POLARITY_CHANGED: (4,),
        Label.MODALITY_CHANGED: (3,),
        Label.NAME_CHANGED: (3, 4),
        Label.SPLICED: (3,),
        Label.MISATTRIBUTED: (4,),
        Label.SOURCE_IS_SECONDHAND: (1,),
        Label.NOT_FOUND: (3,),
        Label.UNVERIFIABLE: (),
        Label.TOO_COMMON: (),
    }
)
"""How bad each is, 0 (harmless) to 4 (says something else). Two values: milder, or graver where the meaning is touched.
Unverifiable and too common have none: no judgement is made."""

VERBATIM_MEANS = (
    "verbatim: every character between the quotation marks stands in the document in this order and nothing stands between; "
    "runs of blanks and line ends count as one blank, and a closing comma or full stop as American typography adds it "
    "is left out"
)
"""The contract of "verbatim", to be printed as it is wherever the word is shown."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference, on both sides: '“we will close”' for 'we will not close' -> Edit(polarity_changed, 4, 8, 8, 8, 12).

    start and end are code points of the article's Document.text, source_start and source_end of the text of the document at
    `places[place]` of the finding; half-open. Where words are missing on one side, start == end there: the point where they
    would stand. note says in a few words what a reader should look at ("“not” is missing").
    """

    label: Label
    severity: int
    start: int
    end: int
    source_start: int
    source_end: int
    note: str
    place: int = 0

    def __post_init__(self) -> None:
        if not (0 <= self.start <= self.end and 0 <= self.source_start <= self.source_end):
            raise ValueError(f"an edit's spans run forward: {self}")
        if self.severity not in SEVERITIES[self.label]:
            raise ValueError(f"{self.label} has severity {SEVERITIES[self.label]}, not {self.severity}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand: Place(document="blake2b:...", start=120, end=158, words="we will not close the mill", ...).

    document is the Document.id, origin and title tell people which one it is. start and end (code points of that document's
    text) run from the first matched word to the last; pieces are the matched stretches in between, in order (two or more
    where an ellipsis skips words). words is text[start:end]. before and after are what the text says around it: the start of
    the same sentence and the sentence before, the rest of the sentence and the one after. speaker: who says it there, as a
    reading of that document has it; None where there is no reading or it names nobody.
    """

    document: str
    origin: str
    start: int
    end: int
    pieces: tuple[Span, ...]
    words: str
    before: str
    after: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of an article: start and end (code points of its text, quotation marks left out) and its words.

    type is direct, mixed or block. attribution is the id of the attribution it belongs to in the reading of the article,
    speaker its source in the article's words; both None where the reading gives none. stands_for: the name that the reading
    takes a speaker's pronoun for, None where he is no pronoun or that is not resolved.
    """

    start: int
    end: int
    words: str
    type: AttributionType = AttributionType.DIRECT
    attribution: str | None = None
    speaker: str | None = None
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one quotation: the verdict, the edits behind it, and the places where the words stand.

    verdict is the label of the worst edit (`worst`), "verbatim" where there is none; severity is that edit's, None where no
    judgement is made (unverifiable, too_common). places: where the words stand, best first piece first; one, or two for a
    splice; none when not found. others: further places that match as well. documents: how many were searched.
    """

    quotation: Quoted
    verdict: Label
    severity: int | None
    edits: tuple[Edit, ...]
    places: tuple[Place, ...]
    others: tuple[Place, ...]
    documents: int

    @property
    def place(self) -> Place | None:
        return self.places[0] if self.places else None

    @property
    def checked(self) -> bool:
        """False where no judgement is made: unverifiable, too_common."""
        return self.severity is not None


@dataclass(frozen=True, slots=True)
class Check:
    """An article's quotations against documents: a finding each, in order of appearance, and what could not be checked.

    not_held: sources that the article names and none of the documents is by or mentions. documents: how many were searched.
    """

    document: Document
    findings: tuple[Finding, ...]
    not_held: tuple[str, ...]
    documents: int

    @property
    def severity(self) -> int:
        """The worst of the findings', 0 where there is none."""
        return max((f.severity or 0 for f in self.findings), default=0)


_ORDER = tuple(Label)


def worst(edits: tuple[Edit, ...]) -> tuple[Label, int]:
    """The rule of the verdict: (cleaned 1, number_changed 4) -> (number_changed, 4); no edits -> (verbatim, 0).

    Of equally bad edits the label further down the list of labels wins: it says more about meaning.
    """
    if not edits:
        return Label.VERBATIM, 0
    edit = max(edits, key=lambda e: (e.severity, _ORDER.index(e.label)))
    return edit.label, edit.severity
