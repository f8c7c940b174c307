"""Clauses that the model took apart: 'X announced that, according to Y, Z' is Y inside X, not one beside the other.

The model gives each word one role, so of two attributions that hold the same words it leaves one with a stump, or none.
"""

from collections.abc import Sequence

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import OPENERS

_STOPS = frozenset('.!?;:“”"‘«»()—–')
_JOINTS = frozenset("and but or as who which".split())
_NEAR = 4  # words before "that" in which its verb stands: "told the council that"
_LONGEST = 40  # words of a clause that governs another

_PASSIVE = frozenset("is are was were has had have".split())


def rejoin(text: str, features: Features, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts, those without content included -> those with content: who was given none has what begins right after his cue.

    In 'announced | that, according to Y, Z' the model gives Y all of it and "announced" nothing.
    """
    contents = {d.content[0]: d for d in drafts if d.content}
    frames = {d.cue[0]: d for d in drafts if d.content and d.cue and not d.source}
    for draft in drafts:
        other = contents.get(draft.cue[-1] + 1) if draft.source and draft.cue and not draft.content else None
        if other is not None and min(other.frame(), default=-1) > other.content[0]:
            _share(text, features, draft, other)
    for draft in drafts:
        passive = frames.get(draft.content[-1] + 1) if draft.content else None
        if passive is not None and passive.content[0] > passive.cue[-1]:
            _raised(text, features, draft, passive)
    return [d for d in drafts if d.content]


def _raised(text: str, features: Features, outer: Draft, inner: Draft) -> None:
    """'hiding a letter in which the queen | is said | to have left': the subject of a passive ends no clause."""
    auxiliary = text[slice(*features.words[inner.cue[0]])].lower()
    joined = (
        text[features.words[outer.content[-1]][0]].isalnum()
        and features.paragraph[outer.content[-1]] == features.paragraph[inner.cue[0]]
    )
    if auxiliary in _PASSIVE and joined and max(outer.frame(), default=-1) < outer.content[0]:
        outer.content = tuple(sorted({*outer.content, *inner.cue, *inner.content}))


def _share(text: str, features: Features, outer: Draft, inner: Draft) -> None:
    words = {
        i: text[slice(*features.words[i])].lower()
        for i in (inner.content[0], max(inner.frame()) + 1)
        if i < len(features.words)
    }
    if words[inner.content[0]] not in OPENERS:
        return
    outer.content = tuple(range(inner.first, inner.content[-1] + 1))
    after = max(inner.frame()) + 1
    rest = tuple(i for i in inner.content if i > after or (i == after and words[after] != ","))
    inner.content = rest or inner.content[1:] or inner.content
