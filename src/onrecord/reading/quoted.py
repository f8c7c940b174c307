"""Every pair of quotation marks explained: speech (part of an attribution) or a mark (scare quote, title, nickname)."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft, words_between
from onrecord.reading.marks import kind_of, look_at, says_only
from onrecord.records import MarkType
from onrecord.text.quotation import Quotation

_CONFIDENCE = 0.5  # of speech that no cue introduces
_REACH = 400  # words back to the speaker whose quotation goes on


class Holders:
    """Which drafts have which word in their content: a long article must not compare every quotation with every draft."""

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        self._drafts: dict[int, Draft] = {}
        self._by_word: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.add(draft)

    @property
    def drafts(self) -> list[Draft]:
        """In the order they were added."""
        return list(self._drafts.values())

    def add(self, draft: Draft) -> None:
        self._drafts[id(draft)] = draft
        self.own(draft, draft.content)

    def own(self, draft: Draft, words: Iterable[int]) -> None:
        for i in words:
            self._by_word.setdefault(i, []).append(draft)

    def drop(self, drafts: Iterable[Draft]) -> None:
        for draft in list(drafts):
            if self._drafts.pop(id(draft), None):
                for i in draft.content:
                    self._by_word[i] = [d for d in self._by_word[i] if d is not draft]

    def owning(self, words: Iterable[int]) -> list[Draft]:
        """Every draft with one of the words in its content, once each."""
        return list({id(d): d for i in words for d in self._by_word.get(i, ())}.values())

    def holding(self, words: Sequence[int]) -> list[Draft]:
        """Every draft with all of the words in its content."""
        found = {id(d): d for i in words[:1] for d in self._by_word.get(i, ())}
        for i in words[1:]:
            found = {id(d): d for d in self._by_word.get(i, ()) if id(d) in found}
        return list(found.values())

    def of(self, words: Sequence[int]) -> list[Draft]:
        """The drafts whose content has more than half of the words."""
        counts = Counter(id(d) for i in words for d in self._by_word.get(i, ()))
        return [d for d in self.owning(words) if counts[id(d)] * 2 > len(words)]


def explain(text: str, features: Features, drafts: list[Draft]) -> tuple[list[Draft], list[tuple[MarkType, Quotation]]]:
    """Drafts -> drafts with the quotations no draft covers added to them, less those that are marks; and the marks."""
    marks: list[tuple[MarkType, Quotation]] = []
    kept = Holders(drafts)
    for q in features.quotations:
        words = words_between(features, q.start, q.end)
        if len(words) < 2:
            continue  # a mark alone at a paragraph's end
        holders = kept.of(words)
        kind = kind_of(look_at(text, features, q, words, holders))
        if kind:
            marks.append((kind, q))
            kept.drop(d for d in holders if says_only(text, features, d, words) and not d.block)
        elif not holders:
            _speech(features, kept, q, words)
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


def _speech(features: Features, kept: Holders, q: Quotation, words: Sequence[int]) -> None:
    """A quotation without a cue: more of the speaker's before it, or of nobody the text names."""
    near = kept.owning(range(max(0, words[0] - _REACH), words[0]))
    earlier = [d for d in near if d.content[-1] < words[0] and d.source and features.quote[d.content[-1]]]
    before = max(earlier, key=lambda d: d.content[-1], default=None)
    if before is not None and (q.continues or _follows(features, before, words[0])):
        before.content += tuple(words)
        kept.own(before, words)
    else:
        kept.add(Draft((), (), tuple(words), _CONFIDENCE))


def _follows(features: Features, draft: Draft, at: int) -> bool:
    """Whether only the draft's own frame stands between its content and word `at`, in this paragraph or from the last one."""
    frame = draft.frame()
    last = max(draft.content[-1], *frame)
    stray = [i for i in range(draft.content[-1] + 1, at) if i not in frame]
    near = features.paragraph[at] - features.paragraph[last] <= 1
    starts = features.starts_paragraph(at) or features.paragraph[at] == features.paragraph[last]
    return near and starts and len(stray) <= 2
