"""The order of the steps that make a Reading of one Document."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from onrecord.errors import TooLargeError
from onrecord.models.attribution import AttributionModel, ties
from onrecord.models.decoding import Triple
from onrecord.models.entities import agreed
from onrecord.models.features import Features, windows
from onrecord.reading import speakers
from onrecord.reading.blocks import block_quotations
from onrecord.reading.bounds import Bounds
from onrecord.reading.citing import cited
from onrecord.reading.clauses import rejoin
from onrecord.reading.drafts import Draft, beside_cue, from_triple, quotations_near, to_spans, within, words_between
from onrecord.reading.hearsay import hearsay
from onrecord.reading.holders import Holders, nest
from onrecord.reading.inner import read_again
from onrecord.reading.lexicon import reports
from onrecord.reading.quoted import explain
from onrecord.reading.subjects import whole_subject
from onrecord.reading.transcript import turns
from onrecord.records import Attribution, AttributionType, Document, Mark, MarkType, Reading
from onrecord.records.reading import AUTHOR
from onrecord.text.quotation import OUTSIDE, Quotation
from onrecord.text.words import PUNCTUATION, Offsets

_AROUND = 16  # marks before a place that may still be open there
_SURE = 0.5
_LEAST = 0.1  # a reading less likely than this is more often noise than help (decisions 0009 and 0014)


class DocumentReader:
    """DocumentReader(model).read(document) -> Reading.

    nested: also what is attributed inside an attribution. most_pieces: word pieces a document may have; time grows with them.
    """

    def __init__(self, model: AttributionModel, *, nested: bool = True, most_pieces: int = 100_000) -> None:
        self._model, self._nested, self._most_pieces = model, nested, most_pieces

    def read(self, document: Document) -> Reading:
        """Raises TooLargeError on a document of more word pieces than allowed, as only what is no running text can have."""
        text, blocks = document.text, document.blocks
        paragraphs = [(b.start, b.end) for b in blocks]
        features = self._model.featurizer(text, paragraphs)
        if not features.words:
            return Reading(document, (), ())
        self._check_length(document, features)
        worded = [w for w in windows(features) if any(features.shape[i] != PUNCTUATION for i in range(w.start, w.end))]
        answers = self._model.answers(worded)
        triples = [t for answer in answers for t in answer.triples]
        frames = block_quotations(text, blocks, features, triples) + turns(text, paragraphs, features)
        bounds = Bounds(text, features, blocks)
        drafts = _merge(frames, self._likely(text, triples, features, bounds))
        drafts += [outer for d in drafts if (outer := _split_source(text, features, d))]
        drafts, marks = explain(text, features, drafts)
        drafts += hearsay(text, features, drafts)
        nest(drafts)
        if self._nested:
            inner = read_again(text, features, drafts, self._model, bounds.cut)
            drafts += [d for d in inner if _is_sure(d) or not _is_mark(text, features, d, marks)]
            drafts = cited(text, features, drafts)
        reading = _reading(document, features, drafts, marks)
        entities = agreed(features, [e for a in answers for e in a.entities], document.text)
        found = speakers.resolve(document, features, entities, reading.attributions, reading.marks, ties(answers))
        return Reading(document, found.attributions, found.marks, found.sources)

    def _check_length(self, document: Document, features: Features) -> None:
        pieces = sum(map(len, features.pieces))
        if pieces > self._most_pieces:
            cause = f"it has {pieces:,} pieces of words and marks, more than the {self._most_pieces:,} allowed"
            raise TooLargeError(document.origin, cause, "split it, or raise max_text")

    def _likely(self, text: str, triples: Sequence[Triple], features: Features, bounds: Bounds) -> list[Draft]:
        drafts = rejoin(text, features, [from_triple(t, self._confidence(t)) for t in triples])
        for draft in drafts:
            draft.source = beside_cue(draft.source, draft.cue, features.paragraph)
            draft.source = whole_subject(text, features, draft.source, draft.cue)
        return [d for d in bounds.keep(drafts) if d.confidence >= _LEAST]

    def _confidence(self, t: Triple) -> float:
        return self._model.calibration.confidence(t.sureness)


def _merge(frames: list[Draft], drafts: list[Draft]) -> list[Draft]:
    """Rules over model: a draft whose frame is a frame's own is dropped; what it had in common stays the frame's."""
    out = list(frames)
    around = Holders()
    for f in frames:
        around.own(f, {*f.frame(), *f.content})
    for draft in drafts:
        near = around.owning((*draft.cue, *draft.content))
        if any(_rivals(draft, f) for f in near):
            continue
        for f in near:
            if f.block and f.frame() and set(f.frame()) <= set(draft.content):  # "the Post quoted the minister as saying:"
                draft.content, draft.block = tuple(sorted({*draft.content, *f.content})), True
        for f in near:  # content that reached into a block from outside it
            if not within(draft, f) and set(draft.content) & set(f.content):
                draft.content = tuple(i for i in draft.content if i not in set(f.content))
        if draft.content:
            out.append(draft)
    return out


def _rivals(draft: Draft, frame: Draft) -> bool:
    """Whether both say the same thing: one cue, or one source and words in common, side by side."""
    if set(draft.cue) & set(frame.cue):
        return True
    beside = bool(frame.source) and set(draft.source) == set(frame.source) and not within(draft, frame)
    return beside and not set(draft.content).isdisjoint(frame.content)


def _is_sure(draft: Draft) -> bool:
    """'two of us wanted ‘informed’': what is wished for may be a mark, and still somebody's wish."""
    return bool(draft.source and draft.cue) and draft.confidence > _SURE


def _is_mark(text: str, features: Features, draft: Draft, marks: Sequence[tuple[MarkType, Quotation]]) -> bool:
    """Whether a draft says nothing, punctuation aside, but a title, a nickname or a scare quote."""
    said = [features.words[i] for i in draft.content if text[features.words[i][0]].isalnum()]
    if not said:
        return False
    start, end = said[0][0], said[-1][1]
    at = bisect_right(marks, start, key=lambda m: m[1].start)
    return any(end <= q.end for _, q in marks[max(0, at - _AROUND) : at])


def _split_source(text: str, features: Features, draft: Draft) -> Draft | None:
    """A source such as 'The Post reports that the minister' is two: the minister stays, the Post becomes the outer one."""
    for k, i in enumerate(draft.source[1:-1], 1):
        following = text[slice(*features.words[draft.source[k + 1]])].lower()
        if following == "that" and reports(text[slice(*features.words[i])]):
            source, inner = draft.source[:k], draft.source[k + 2 :]
            draft.source = inner
            content = (draft.source[0] - 1, *inner, *draft.cue, *draft.content) if inner else ()
            return Draft(source, (i,), tuple(sorted(set(content))), draft.confidence) if content else None
    return None


def _reading(
    document: Document, features: Features, drafts: list[Draft], marks: Sequence[tuple[MarkType, Quotation]]
) -> Reading:
    drafts = sorted(drafts, key=lambda d: (d.first, -len(d.content)))
    names = {id(d): f"a{n}" for n, d in enumerate(drafts, 1)}
    marked = frozenset(q.start for _, q in marks)
    attributions = tuple(
        Attribution(
            id=names[id(d)],
            type=_type(features, d, marked),
            source=to_spans(features, d.source),
            cue=to_spans(features, d.cue),
            content=to_spans(features, d.content),
            parent=names[id(d.parent)] if d.parent else None,
            confidence=d.confidence,
        )
        for d in drafts
    )
    holders = Holders(drafts)
    placed = tuple(Mark(kind, q.start, q.end, _voice(features, q, holders, names)) for kind, q in marks)
    return Reading(document, attributions, placed)


def _type(features: Features, draft: Draft, marked: frozenset[int]) -> AttributionType:
    """By how much of the content stands in quotation marks of its own (not those that hold source and cue, nor marks)."""
    if draft.block:
        return AttributionType.BLOCK
    if all(features.quote[i] == OUTSIDE for i in draft.content):
        return AttributionType.INDIRECT
    frame = [features.words[i] for i in draft.frame()]
    near = quotations_near(features, draft.content)
    own = [q for q in near if q.start not in marked and not any(q.start <= s and e <= q.end for s, e in frame)]
    quoted = _covered([features.words[i] for i in draft.content], own)
    if not quoted:
        return AttributionType.INDIRECT
    return AttributionType.DIRECT if len(draft.content) - quoted <= 1 else AttributionType.MIXED


def _covered(words: Sequence[Offsets], own: Sequence[Quotation]) -> int:
    """How many of the words stand in one of the quotations; both in order."""
    count = k = reach = 0
    for start, end in words:
        while k < len(own) and own[k].start <= start:
            reach, k = max(reach, own[k].end), k + 1
        count += end <= reach
    return count


def _voice(features: Features, q: Quotation, holders: Holders, names: Mapping[int, str]) -> str:
    """The attribution of the fewest words that the quotation is all part of."""
    around = holders.holding(words_between(features, q.start, q.end))
    return names[id(min(around, key=lambda d: len(d.content)))] if around else AUTHOR
