"""A case as the perfect reading of it: what everything after reading is tried on, without a model.

reading_of(case) -> Reading with the case's attributions and marks, each attribution with its source and chain.
"""

from dataclasses import replace

from evaluation.authoring import Case
from evaluation.identities import Identity
from onrecord.records import Block, BlockKind, Document, Reading, Source, SourceKind, Span
from onrecord.records.document import identify


def reading_of(case: Case) -> Reading:
    """Case -> Reading. Its sources' mentions are where they speak, and where their name and basis stand first."""
    outlet = case.voices.outlet if case.voices else None
    document = Document(identify(case.text), f"{case.name}.txt", case.text, _blocks(case.text), outlet=outlet)
    if case.voices is None:
        return Reading(document, case.attributions, case.marks)
    voices = case.voices
    found = tuple(replace(a, source_id=voices.source_of[a.id], chain=voices.chains[a.id]) for a in case.attributions)
    return Reading(document, found, case.marks, tuple(_source(case, i) for i in voices.sources))


def _source(case: Case, who: Identity) -> Source:
    speaks = {a for a, s in case.voices.source_of.items() if s == who.id} if case.voices else set()
    spans = [s for a in case.attributions if a.id in speaks for s in a.source]
    spans += [Span(at, at + len(who.name)) for at in [case.text.find(who.name)] if who.name and at >= 0]
    return Source(who.id, who.name or None, SourceKind(who.kind), who.named, who.basis, tuple(sorted(set(spans))))


def _blocks(text: str) -> tuple[Block, ...]:
    """Lines of text as paragraphs; the first, where nothing is said in it, as the title."""
    out, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            out.append(
                Block(
                    BlockKind.TITLE if not out and not line.endswith((".", "”", '"')) else BlockKind.PARAGRAPH,
                    at,
                    at + len(line),
                )
            )
        at += len(line) + 1
    return tuple(out)
