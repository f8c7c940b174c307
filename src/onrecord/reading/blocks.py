"""Block quotations: what is set apart is the content; the sentence before it says whose."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.models.decoding import Triple
from onrecord.models.features import Features
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import reports
from onrecord.records import Block, BlockKind

_CONFIDENCE = {True: 0.9, False: 0.6}  # with and without a source found
_BEFORE_VERB = frozenset("would will has had have also then later was is did to as".split())
_BEFORE_SUBJECT = frozenset(", ; and when as but".split())
_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")


def block_quotations(text: str, blocks: Sequence[Block], features: Features, triples: Sequence[Triple]) -> list[Draft]:
    """Runs of quotation blocks -> a draft each: the whole block its content, cue and source from what introduces it.

    blocks are the paragraphs of `features`, number for number. triples are the model's, those without content included.
    """
    out = []
    for first, last in _groups(text, blocks):
        content = tuple(range(bisect_left(features.paragraph, first), bisect_left(features.paragraph, last + 1)))
        if not content:
            continue
        source, cue = _after(features, last, triples) or _introduction(text, features, first, triples)
        out.append(Draft(source, cue, content, _CONFIDENCE[bool(source)], block=True))
    return out


def _groups(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for n, block in enumerate(blocks):
        if block.kind is not BlockKind.QUOTATION:
            continue
        if out and out[-1][1] == n - 1 and "\n\n\n" not in text[blocks[n - 1].end : block.start]:
            out[-1] = (out[-1][0], n)
        else:
            out.append((n, n))
    return out


def _introduction(
    text: str, features: Features, first: int, triples: Sequence[Triple]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Source and cue of the paragraph before: the model's last cue there if nothing else follows it, else a reporting verb."""
    if first == 0:
        return (), ()
    start, end = bisect_left(features.paragraph, first - 1), bisect_left(features.paragraph, first)
    if start == end:
        return (), ()
    sentence = _sentence(text, features, start, end)
    colon = text[features.words[end - 1][0]] == ":"
    here = [t for t in triples if t.cue and sentence <= t.cue[0] and t.cue[-1] < end]
    here = [t for t in here if colon or _nothing_said(t, end)]
    if here:
        chosen = max(here, key=lambda t: (bool(t.source), -len([i for i in t.content if i > t.cue[-1]]), t.cue[-1]))
        return chosen.source, chosen.cue
    if not colon:
        return (), ()
    verb = next((i for i in range(end - 1, sentence - 1, -1) if reports(text[slice(*features.words[i])])), None)
    return ((), (end - 1,)) if verb is None else (_subject(text, features, sentence, verb), (verb,))


def _nothing_said(t: Triple, end: int) -> bool:
    return not t.content or max(t.content) >= end


def _subject(text: str, features: Features, sentence: int, verb: int) -> tuple[int, ...]:
    """The words before the verb back to a comma or the sentence's start, auxiliaries left out."""
    words = [text[slice(*features.words[i])].lower() for i in range(sentence, verb)]
    while words and words[-1] in _BEFORE_VERB:
        words.pop()
    stop = sentence + len(words)
    start = max((sentence + k + 1 for k, w in enumerate(words) if w in _BEFORE_SUBJECT), default=sentence)
    return tuple(range(start, stop))


def _sentence(text: str, features: Features, start: int, end: int) -> int:
    """The first word of the last sentence of words [start, end)."""
    for i in range(end - 2, start, -1):
        s, e = features.words[i]
        after = text[features.words[i + 1][0]]
        ends = _ENDS.search(text[max(0, s - 2) : e]) and (after.isupper() or not after.isalnum())
        if ends and not _abbreviated(text, features, i):
            return i + 1
    return start


def _abbreviated(text: str, features: Features, i: int) -> bool:
    before = text[slice(*features.words[i - 1])] if i else ""
    return len(before) <= 3 and before[:1].isupper()


def _after(features: Features, last: int, triples: Sequence[Triple]) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """A cue just after the block that the model gave content inside it ('... wrote the paper.')."""
    start = bisect_left(features.paragraph, last + 1)
    first = bisect_left(features.paragraph, last)
    for t in triples:
        if t.cue and t.content and start <= t.cue[0] < start + 12 and all(first <= i < start for i in t.content):
            return t.source, t.cue
    return None
