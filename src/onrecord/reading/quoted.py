"""Every pair of quotation marks explained: speech (part of an attribution) or a mark (scare quote, title, nickname)."""

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft, words_between
from onrecord.reading.lexicon import CREATION, DETERMINED, DISTANCE, NAMING, WORK_AFTER, WORKS, reports
from onrecord.records import MarkType
from onrecord.text.quotation import Quotation
from onrecord.text.words import CAPITALISED

_SMALL = frozenset("a an and as at but by for from in into of on or over the to with without".split())
_CONFIDENCE = 0.5  # of speech that no cue introduces
_REACH = 400  # words back to the speaker whose quotation goes on
_LONGEST_MARK = 5  # words of a scare quote outside any attribution
_SPEAKING_CASE = "abcdefghijklmnopqrstuvwxyz"


class Holders:
    """Which drafts have which word in their content: a long article must not compare every quotation with every draft."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.drafts: list[Draft] = []
        self._by_word: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        self.drafts.append(draft)
        self.own(draft, draft.content)

    def own(self, draft: Draft, words: Iterable[int]) -> None:
        for i in words:
            self._by_word.setdefault(i, []).append(draft)

    def drop(self, drafts: Iterable[Draft]) -> None:
        gone = {id(d): d for d in drafts}
        if gone:
            self.drafts = [d for d in self.drafts if id(d) not in gone]
            for draft in gone.values():
                for i in draft.content:
                    self._by_word[i] = [d for d in self._by_word[i] if d is not draft]

    def owning(self, words: Iterable[int]) -> list[Draft]:
        """Every draft with one of the words in its content, once each."""
        return list({id(d): d for i in words for d in self._by_word.get(i, ())}.values())

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
        kind = _mark(text, features, q, words, holders)
        if kind:
            marks.append((kind, q))
            kept.drop(d for d in holders if set(d.content) <= set(words) and not d.block)
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
    for q in features.quotations:
        if q.start not in seen and _name(text, q) in known:
            out.append((known[_name(text, q)], q))
            inside = set(words_between(features, q.start, q.end))
            drafts = [d for d in drafts if not set(d.content) <= inside or d.block]
    return drafts, sorted(out, key=lambda m: m[1].start)


def _name(text: str, q: Quotation) -> str:
    return text[slice(*q.inner)].strip(" ,.").lower()


def _mark(text: str, features: Features, q: Quotation, words: Sequence[int], holders: Sequence[Draft]) -> MarkType | None:
    inner = [text[slice(*features.words[i])] for i in words if q.inner[0] <= features.words[i][0] < q.inner[1]]
    letters = [w for w in inner if w[0].isalnum()]
    if not letters or len(letters) > 12:
        return None
    before, after = text[max(0, q.start - 60) : q.start], text[q.end : q.end + 30]
    frames = {i for d in holders for i in d.cue}
    introduced = any(i in frames for i in range(words[0] - 3, words[0])) or before.rstrip().endswith((":", "said,", "says,"))
    work = WORKS.search(before) or WORK_AFTER.match(after)
    if work and (_titled(letters, inner) or (len(letters) == 1 and not letters[0].islower())):
        return MarkType.TITLE
    if _nickname(text, features, words, letters, before):
        return MarkType.NICKNAME
    alone = [d for d in holders if set(d.content) <= set(words)]  # drafts that say nothing but this
    if _titled(letters, inner) and (CREATION.search(before) or (not introduced and (not alone or len(letters) > 2))):
        return MarkType.TITLE
    short = len(letters) <= _LONGEST_MARK
    own_words = DETERMINED.search(before) and letters[0].islower() and (alone or not holders)
    if short and (DISTANCE.search(before) or own_words):
        return MarkType.SCARE_QUOTE
    if holders and not (alone and not introduced and not _cue_near(alone, words)):
        return None
    spoken = len(letters) > 2 and inner[-1] in {".", "!", "?"} and letters[0][0].isupper()
    sentence = not short or spoken or _cue_follows(after)
    return None if sentence or introduced else MarkType.SCARE_QUOTE


def _cue_near(direct: Sequence[Draft], words: Sequence[int]) -> bool:
    return any(d.cue and (words[0] - 8 <= d.cue[-1] <= words[-1] + 8) for d in direct)


def _nickname(text: str, features: Features, words: Sequence[int], letters: Sequence[str], before: str) -> bool:
    if len(letters) > 4:
        return False
    if NAMING.search(before):
        return True
    if len(letters) > 1 and letters[0] == "the" and all(w[0].isupper() for w in letters[1:]):
        return True  # 'the Ferrets'
    i, j = words[0] - 1, words[-1] + 1
    if (
        features.starts_paragraph(words[0])
        and len(letters) < 3
        and j < len(features.words)
        and features.shape[j] == CAPITALISED
    ):
        return features.paragraph[j] == features.paragraph[words[0]] and letters[0][0].isupper()  # "Fingers" Malloy
    if i < 0 or j >= len(features.words) or features.paragraph[i] != features.paragraph[j]:
        return False
    around = text[slice(*features.words[i])], text[slice(*features.words[j])]
    names = all(w[0].isupper() and len(w) > 1 for w in around) and letters[0][0].isupper()
    return names and not text.startswith(",", features.words[i][1])


def _titled(letters: Sequence[str], inner: Sequence[str]) -> bool:
    """Title Case: every word but the small ones begins with a capital or a digit; and it is no sentence."""
    if inner[-1] in {".", ","} and len(letters) == 1:
        return False
    big = [w for w in letters if w.lower() not in _SMALL]
    return bool(big) and all(not w[0].islower() for w in big) and letters[0][0] not in _SPEAKING_CASE and len(letters) > 1


def _cue_follows(after: str) -> bool:
    return any(reports(w.strip(",.;:\"”’'")) for w in after.split()[:4])


def _speech(features: Features, kept: Holders, q: Quotation, words: Sequence[int]) -> None:
    """A quotation without a cue: more of the speaker's before it, or of nobody the text names."""
    near = kept.owning(range(max(0, words[0] - _REACH), words[0]))
    earlier = [d for d in near if max(d.content) < words[0] and d.source and features.quote[max(d.content)]]
    before = max(earlier, key=lambda d: max(d.content), default=None)
    if before is not None and (q.continues or _follows(features, before, words[0])):
        before.content = tuple(sorted({*before.content, *words}))
        kept.own(before, words)
    else:
        kept.add(Draft((), (), tuple(words), _CONFIDENCE))


def _follows(features: Features, draft: Draft, at: int) -> bool:
    """Whether only the draft's own frame stands between its content and word `at`, in this paragraph or from the last one."""
    own = {*draft.content, *draft.frame()}
    last = max(own)
    between = range(max(draft.content) + 1, at)
    stray = [i for i in between if i not in own]
    near = features.paragraph[at] - features.paragraph[last] <= 1
    starts = features.starts_paragraph(at) or features.paragraph[at] == features.paragraph[last]
    return near and starts and len(stray) <= 2
