"""What a check found, in plain words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.records import Check, Edit, Finding, Label
from onrecord.text.words import words

LOOK = 2
"""The severity from which on somebody should look."""
SEVERITY_WORDS = ("nothing changed", "slight", "notable", "serious", "grave")
NOT_JUDGED = "not judged"

VERDICT_WORDS = {
    Label.VERBATIM: "verbatim",
    Label.TYPOGRAPHIC: "only typography differs",
    Label.ORTHOGRAPHIC: "only spelling differs",
    Label.CLEANED: "speech tidied up",
    Label.BRACKETED: "words in brackets put in",
    Label.TRIMMED_MARKED: "shortened, and marked so",
    Label.TRIMMED_SILENT: "shortened without a mark",
    Label.TRUNCATED_EDGE: "cut off from what qualifies it",
    Label.REWORDED: "words differ",
    Label.NUMBER_CHANGED: "a number differs",
    Label.POLARITY_CHANGED: "turned to its opposite",
    Label.MODALITY_CHANGED: "certainty or scope differs",
    Label.NAME_CHANGED: "a name differs",
    Label.SPLICED: "joined from two places",
    Label.MISATTRIBUTED: "said there by somebody else",
    Label.SOURCE_IS_SECONDHAND: "found at second hand only",
    Label.NOT_FOUND: "not found",
    Label.UNVERIFIABLE: "the named source is not held",
    Label.TOO_COMMON: "too short and common to tell",
}
_NO_WORDS_OF_ITS_OWN = frozenset(
    (
        Label.TYPOGRAPHIC,
        Label.ORTHOGRAPHIC,
        Label.TRUNCATED_EDGE,
        Label.SPLICED,
        Label.MISATTRIBUTED,
        Label.SOURCE_IS_SECONDHAND,
    )
)


def severity_words(severity: int | None) -> str:
    """4 -> 'grave', None -> 'not judged'."""
    return NOT_JUDGED if severity is None else SEVERITY_WORDS[severity]


def verdict_words(finding: Finding) -> str:
    """'a number differs'; what was not found says where it was looked for: 'not found in the 30 documents given'."""
    if finding.verdict is Label.NOT_FOUND:
        return f"not found in the {count(finding.documents, 'document')} given"
    return VERDICT_WORDS[finding.verdict]


def count(n: int, thing: str) -> str:
    """(1, 'word') -> '1 word', (3000, 'word') -> '3,000 words'."""
    return f"{n:,} {thing}{'' if n == 1 else 's'}"


def changes(finding: Finding, printed: str) -> str:
    """'3 words removed, 1 added': how many words print has fewer and more than the document; '' where none."""
    removed = added = 0
    for edit in finding.edits:
        if edit.label not in _NO_WORDS_OF_ITS_OWN and edit.place < len(finding.places):
            place = finding.places[edit.place]
            removed += count_words(place.words[max(0, edit.source_start - place.start) : max(0, edit.source_end - place.start)])
            added += count_words(printed[edit.start : edit.end])
    parts = [f"{count(n, 'word')} {done}" for n, done in ((removed, "removed"), (added, "added")) if n]
    return ", ".join(parts)


def count_words(text: str) -> int:
    """'We will, not.' -> 3."""
    return sum(text[start].isalnum() for start, _ in words(text))


def notes(finding: Finding) -> list[Edit]:
    """The edits that have something to tell, gravest first; those of typesetting only where there is nothing else."""
    ranked = sorted((e for e in finding.edits if e.note), key=lambda e: (-e.severity, e.start))
    return [e for e in ranked if e.severity] or ranked


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Gravest first, then as they appear in the article; those not judged come last."""
    return sorted(findings, key=lambda f: (f.severity is None, -(f.severity or 0), f.quotation.start))


def summarise_check(check: Check) -> str:
    """'12 quotations checked against 30 documents: 9 hold, 2 to look at, 1 not found; 2 could not be judged.'"""
    judged = [f for f in check.findings if f.checked]
    against = f"against {count(check.documents, 'document')}"
    if not check.findings:
        return f"No quotation was found to check {against}."
    told = f"{count(len(judged), 'quotation')} checked {against}"
    kinds = _kinds(judged)
    sentence = f"{told}: {', '.join(kinds)}" if kinds else told
    left = len(check.findings) - len(judged)
    return f"{sentence}; {left} could not be judged." if left else f"{sentence}."


def _kinds(judged: Sequence[Finding]) -> list[str]:
    counts = Counter(_kind(f) for f in judged)
    return [f"{counts[kind]} {kind if counts[kind] != 1 else _ONE.get(kind, kind)}" for kind in _KINDS if counts[kind]]


_KINDS = ("hold", "to look at", "not found")
_ONE = {"hold": "holds"}


def _kind(finding: Finding) -> str:
    if finding.verdict is Label.NOT_FOUND:
        return "not found"
    return "hold" if (finding.severity or 0) < LOOK else "to look at"


def unjudged(finding: Finding) -> str:
    """Why nothing can be said: 'its source, Ottoline Brask, is not among the 30 documents given'."""
    if finding.verdict is Label.TOO_COMMON:
        return "five words or fewer that stand in many places: where they come from cannot be told"
    named = f", {finding.quotation.speaker}," if finding.quotation.speaker else ""
    return f"not found, and its source{named} is not among the {count(finding.documents, 'document')} given"
