"""Every pair of quotation marks explained: speech (part of an attribution) or a mark (scare quote, title, nickname)."""

from collections.abc import Sequence

from onrecord.models.features import Features
from onrecord.reading.beside import beside, called_by
from onrecord.reading.continued import gather
from onrecord.reading.drafts import Draft, words_between
from onrecord.reading.holders import Holders
from onrecord.reading.marks import kind_of, look_at, says_only
from onrecord.records import MarkType
from onrecord.text.quotation import Quotation

_CONFIDENCE = 0.5  # of speech that no cue introduces
_REACH = 400  # words back to the speaker whose quotation goes on


def explain(text: str, features: Features, drafts: list[Draft]) -> tuple[list[Draft], list[tuple[MarkType, Quotation]]]:
    """Drafts -> drafts with the quotations no draft covers added to them, less those that are marks; and the marks."""
    marks: list[tuple[MarkType, Quotation]] = []
    kept = Holders(gather(features, drafts))
    for q in features.quotations:
        words = words_between(features, q.start, q.end)
        if len(words) < 2:
            continue  # a mark alone at a paragraph's end
        holders = kept.of(words)
        kind = kind_of(look_at(text, features, q, words, holders))
        named = called_by(text, features, words) if kind is MarkType.SCARE_QUOTE else None
        if named:
            kept.drop(d for d in holders if says_only(text, features, d, words) and not d.block)
            kept.add(Draft(*named, tuple(words), _CONFIDENCE))
        elif kind:
            marks.append((kind, q))
            kept.drop(d for d in holders if says_only(text, features, d, words) and not d.block)
        elif not holders:
            _speech(text, features, kept, q, words)
    return _said_again(text, features, kept.drafts, marks)


def _said_again(
    text: str, features: Features, drafts: list[Draft], marks: list[tuple[MarkType, Quotation]]
) -> tuple[list[Draft], list[tuple[MarkType, Quotation]]]:
    """A name once seen to be a title or a nickname is one wherever it stands in quotation marks again."""
    known = {_name(text, q): kind for kind, q in marks if kind is not MarkType.SCARE_QUOTE}
    out = [(known.get(_name(text, q), kind), q) for kind, q in marks]
    seen = {q.start for _, q in marks}
    kept = Holders(drafts)
    for q in features.quotations:
        if q.start not in seen and _name(text, q) in known:
            out.append((known[_name(text, q)], q))
            inside = words_between(features, q.start, q.end)
            near = kept.owning(inside)
            kept.drop(d for d in near if says_only(text, features, d, inside) and not d.block)
    return kept.drafts, sorted(out, key=lambda m: m[1].start)


def _name(text: str, q: Quotation) -> str:
    return text[slice(*q.inner)].strip(" ,.").lower()


def _speech(text: str, features: Features, kept: Holders, q: Quotation, words: Sequence[int]) -> None:
    """A quotation without a cue: more of the speaker's before it, of who stands beside it, or of nobody the text names."""
    near = kept.owning(range(max(0, words[0] - _REACH), words[0]))
    earlier = [d for d in near if d.content[-1] < words[0] and d.source and features.quote[d.content[-1]]]
    before = max(earlier, key=lambda d: d.content[-1], default=None)
    if before is not None and (q.continues or _follows(features, before, words[0])):
        before.content += tuple(words)
        kept.own(before, words)
    else:
        kept.add(Draft(*beside(text, features, words), tuple(words), _CONFIDENCE))


def _follows(features: Features, draft: Draft, at: int) -> bool:
    """Whether only the draft's own frame stands between its content and word `at`, in this paragraph or from the last one."""
    frame = draft.frame()
    last = max(draft.content[-1], *frame)
    stray = [i for i in range(draft.content[-1] + 1, at) if i not in frame]
    near = features.paragraph[at] - features.paragraph[last] <= 1
    starts = features.starts_paragraph(at) or features.paragraph[at] == features.paragraph[last]
    return near and starts and len(stray) <= 2
