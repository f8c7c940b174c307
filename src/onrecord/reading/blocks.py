"""Block quotations: what is set apart is the content; the sentence before it says whose."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.models.decoding import Triple
from onrecord.models.features import Features
from onrecord.reading.drafts import Draft
from onrecord.reading.introductions import Frame, after_block, introduction, signature
from onrecord.records import Block, BlockKind
from onrecord.text.words import PUNCTUATION

_SENTENCE_ENDS = re.compile(r"[.!?…][\"”’»)]*$")
_CONFIDENCE = {True: 0.9, False: 0.6}  # with and without a source found


def block_quotations(text: str, blocks: Sequence[Block], features: Features, triples: Sequence[Triple]) -> list[Draft]:
    """Runs of quotation blocks -> a draft each: the whole block its content, cue and source from what introduces it.

    Where the introduction has two levels ("quoted by the Courier, the minister said:") the outer one is a draft too.
    blocks are the paragraphs of `features`, number for number. triples are the model's, those without content included.
    """
    out = []
    for first, last in (part for group in _groups(text, blocks) for part in _signed_parts(text, features, *group)):
        content = range(bisect_left(features.paragraph, first), bisect_left(features.paragraph, last + 1))
        if not content:
            continue
        signed = _signature(text, blocks, features, first, last)
        if signed and signed.start in content:
            content = range(content.start, signed.start)
        frame = _frame(text, features, first, last, triples, signed)
        out += _drafts(features, frame, tuple(content))
    return out


def _signed_parts(text: str, features: Features, first: int, last: int) -> list[tuple[int, int]]:
    """Quotation after quotation, each with a name under it after a dash: cut after every name."""
    out = []
    for n in range(first + 1, last):
        start, end = (bisect_left(features.paragraph, k) for k in (n, n + 1))
        if start < end and signature(text, features, start, end):
            out.append((first, n))
            first = n + 1
    return [*out, (first, last)]


def _frame(
    text: str, features: Features, first: int, last: int, triples: Sequence[Triple], signed: Frame | None
) -> Frame | None:
    """Who is quoted, by the surest sign: a signature after a dash, what introduces it, a bare name under it, what follows."""
    if signed and signed.cue:
        return signed
    before = introduction(text, features, first - 1, triples) if first else None
    if before and before.source and before.cue:
        return before
    end = bisect_left(features.paragraph, last + 1)
    return signed or _after(features, last, triples) or after_block(text, features, end, triples) or before


def _drafts(features: Features, frame: Frame | None, content: tuple[int, ...]) -> list[Draft]:
    if frame is None:
        return [Draft((), (), content, _CONFIDENCE[False], block=True)]
    out = [Draft(frame.source, frame.cue, content, _CONFIDENCE[bool(frame.source)], block=True)]
    if frame.outer:
        outer = frame.outer
        relayed = _relayed(features, frame, outer, content[0])
        out.append(Draft(outer.source, outer.cue, (*relayed, *content), _CONFIDENCE[True], block=True))
    return out


def _relayed(features: Features, frame: Frame, outer: Frame, stop: int) -> list[int]:
    """The words of an introduction that the relaying source is held to have said too: the inner frame and all after it."""
    own = range(min(outer.source + outer.cue), max(outer.source + outer.cue) + 1)
    inner = {*frame.source, *frame.cue}
    between = range(frame.start, stop)
    kept = [i for i in between if i not in own]
    if own.start in between:  # ", the Mail explained,": its commas are its own
        kept = [i for i in kept if i in inner or features.shape[i] != PUNCTUATION or i > own.stop]
    return kept


def _signature(text: str, blocks: Sequence[Block], features: Features, first: int, last: int) -> Frame | None:
    """'— Ruth Ankel' as the last paragraph of the block or the first after it."""
    for n in (last, last + 1):
        if n > first and n < len(blocks):
            start, end = bisect_left(features.paragraph, n), bisect_left(features.paragraph, n + 1)
            ended = _SENTENCE_ENDS.search(text[blocks[n - 1].start : blocks[n - 1].end]) is not None
            found = start < end and signature(text, features, start, end, bare=n == last and ended)
            if found:
                return found
    return None


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


def _after(features: Features, last: int, triples: Sequence[Triple]) -> Frame | None:
    """A cue just after the block that the model gave content inside it ('... wrote the paper.')."""
    start = bisect_left(features.paragraph, last + 1)
    first = bisect_left(features.paragraph, last)
    for t in triples:
        if t.cue and t.content and start <= t.cue[0] < start + 12 and all(first <= i < start for i in t.content):
            return Frame(t.source, t.cue)
    return None
