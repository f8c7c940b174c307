"""A quotation that goes on from paragraph to paragraph is one speaker's: each opens with a mark, only the last is closed."""

from collections.abc import Iterator, Sequence

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft, words_between
from onrecord.text.quotation import Quotation


def gather(features: Features, drafts: list[Draft]) -> list[Draft]:
    """Drafts -> drafts where every continued quotation is the content of one.

    '“A. / “B,” Vell said.' with "A" given to somebody far away and "B" to Vell -> both are Vell's. The speaker is who is named
    in the paragraphs of the quotation, outside its marks; where nobody is, the drafts stay as they are.
    """
    for chain in _chains(features.quotations):
        words = {i for q in chain for i in words_between(features, q.start, q.end)}
        holders = [d for d in drafts if not words.isdisjoint(d.content) and words.isdisjoint(d.frame())]
        if any(d.block for d in holders):
            continue
        near = [d for d in holders if _stands_beside(features, d, words)]
        owner = max(near, key=lambda d: len(words.intersection(d.content)), default=None)
        if owner is None:
            continue
        for draft in holders:
            draft.content = tuple(i for i in draft.content if i not in words)
        owner.content = tuple(sorted({*owner.content, *words}))
    return [d for d in drafts if d.content]


def _chains(found: Sequence[Quotation]) -> Iterator[list[Quotation]]:
    """Runs of outermost quotations in which each goes on from the one before."""
    chain: list[Quotation] = []
    for q in (q for q in found if q.depth == 1):
        if q.continues and chain:
            chain.append(q)
            continue
        if len(chain) > 1:
            yield chain
        chain = [q]
    if len(chain) > 1:
        yield chain


def _stands_beside(features: Features, draft: Draft, words: set[int]) -> bool:
    """Whether source and cue stand in the first or the last paragraph of the words, or just before them."""
    inside = {features.paragraph[i] for i in words}
    own = {features.paragraph[i] for i in draft.frame()}
    return bool(own) and own <= {min(inside) - 1, min(inside), max(inside)}
