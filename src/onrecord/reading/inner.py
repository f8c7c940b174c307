"""What is attributed inside an attribution: its content read again as a text of its own, level by level.

PolNeAR, which the model learned from, marks only the outermost level, so one pass over the article finds just that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from onrecord.models.attribution import AttributionModel
from onrecord.models.decoding import Triple
from onrecord.models.features import Features, Window, windows
from onrecord.reading.drafts import Draft, from_triple, quotations_near
from onrecord.reading.lexicon import feels, reports
from onrecord.text.quotation import CLOSING, OPENING, OUTSIDE, states
from onrecord.text.words import CAPITALISED

_LEVELS = 5
_SHORTEST = 4  # words of a content that can hold source, cue and content
_LONGEST = 100  # words of a sentence whose end is looked for
_TOLD = frozenset("him her them me us you it reporters journalists".split())
_OPENERS = frozenset(("that", "whether", "if"))
_EAGER = 2.0
_AFTER_PRONOUN = 5.0
_PERCEIVED = 5.0
_PERCEIVING = frozenset("see sees saw seen seeing hear hears heard know knows knew known".split())
_OFTEN_NOT = frozenset(
    "put look looks looked looking stand stands stood standing mean means hold holds held holding find finds found learn learns"
    " learned show shows shown".split()
)
_TWO_WORDS = frozenset(
    (verb, particle)
    for verbs, particle in (("look looks looked", "forward"), ("stand stands stood", "by"))
    for verb in verbs.split()
)
_SPEAKERS = frozenset("i we he she they nobody everybody everyone anyone somebody someone".split())
_AUXILIARIES = frozenset(
    "has have had is are was were be been do does did not never will would can could ’d ’ve also still always ".split()
)
_BUDGET = 2  # words read again, at most, for each word of the document: articles need up to 1.25, a hostile text has no end
_LEAST = 0.25  # what is less likely is left out: whole50 on evaluation/inner.jsonl 72.45 without, 72.6 with it


@dataclass(slots=True)
class _Budget:
    """Words that may still be read again."""

    left: int

    def spend(self, words: int) -> bool:
        self.left -= words
        return self.left >= 0


def read_again(
    text: str, features: Features, drafts: Sequence[Draft], model: AttributionModel, cut: Sequence[tuple[int, ...]] = ()
) -> list[Draft]:
    """Drafts -> the drafts inside their contents, parents set, down to the last level or until the budget is spent.

    cut: words that the first pass took for a content and that are none: what stands in them has no parent.
    """
    found: list[Draft] = []
    loose = [Draft((), (), words, 1.0) for words in cut]
    level = [*drafts, *loose]
    cues = {i for d in drafts for i in d.cue}
    budget = _Budget(_BUDGET * len(features.words))
    for _ in range(_LEVELS):
        new = _next_level(text, features, level, model, budget)
        level = []
        for draft in new:
            if draft.confidence >= _LEAST and not cues & set(draft.cue):
                cues |= set(draft.cue)
                level.append(draft)
        found += level
    for draft in found:
        if any(draft.parent is words for words in loose):
            draft.parent = None
    return found


def _next_level(text: str, features: Features, outer: Sequence[Draft], model: AttributionModel, budget: _Budget) -> list[Draft]:
    fragments = ((d, part) for d in outer for part in parts(text, features, d.content) if _may_report(text, features, part))
    cut = [(d, part, w) for d, part in fragments if budget.spend(len(part)) for w in windows(fragment(features, part))]
    out = []
    answers = model.triples([w for _, _, w in cut], boosts=[_boost(text, w) for _, _, w in cut]) if cut else []
    for (draft, part, _), triples in zip(cut, answers, strict=True):
        for t in (_completed(text, features, t, part) for t in triples):
            if _says_something(text, features, t, part):
                inner = from_triple(_renumber(t, part), model.inner_calibration.confidence(t.sureness))
                inner.parent = draft
                out.append(inner)
    return out


def _completed(text: str, features: Features, t: Triple, part: Sequence[int]) -> Triple:
    """A source and cue whose content the model did not tell from its surroundings: what follows, to the end of the sentence."""
    if t.content or not t.source or not t.cue:
        return t
    start = t.cue[-1] + 1
    while start < len(part) and text[slice(*features.words[part[start]])].lower() in _TOLD:
        start += 1
    stop = start
    while stop < min(len(part), start + _LONGEST) and text[features.words[part[stop]][0]] not in ".!?":
        stop += 1
    return Triple(t.source, t.cue, tuple(range(start, stop)), t.sureness)


def _says_something(text: str, features: Features, t: Triple, part: Sequence[int]) -> bool:
    """Some word of content, and a source or a cue the model is sure of."""
    if not t.content:
        return False
    said = [part[i] for i in t.content if text[features.words[part[i]][0]].isalnum()]
    if [text[slice(*features.words[i])].lower() for i in said] == ["that"]:
        return False  # "I never said that"
    return bool(said) and (bool(t.source) or t.sureness.cue > 0.5)


def _boost(text: str, window: Window) -> list[float]:
    """Words that report are likelier cues than the model, which never saw a fragment, would have it; more so after "she"."""
    low = [text[slice(*w)].lower() for w in window.features.words[window.start : window.end]]
    return [_eagerness(low, i) for i in range(len(low))]


def _eagerness(low: Sequence[str], i: int) -> float:
    """What is added to the log-potential that word i, in small letters, begins a cue."""
    head = i
    while head < len(low) and head < i + 3 and low[head] in _AUXILIARIES:
        head += 1
    if head + 1 < len(low) and (low[head], low[head + 1]) in _TWO_WORDS:
        return _AFTER_PRONOUN
    if head >= len(low) or not (reports(low[head]) or feels(low[head])):
        return 0.0
    if i and low[i - 1] in _SPEAKERS and low[head] not in _OFTEN_NOT:
        return _PERCEIVED if low[head] in _PERCEIVING else _AFTER_PRONOUN
    return _EAGER if head == i and reports(low[head]) else 0.0


def parts(text: str, features: Features, content: Sequence[int]) -> list[tuple[int, ...]]:
    """A content's words as one text; marks at its very ends are left out. A block's paragraphs stay together."""
    words = list(content)
    while words and features.quote[words[0]] == OPENING:
        words.pop(0)
    while words and features.quote[words[-1]] == CLOSING:
        words.pop()
    if words and text[slice(*features.words[words[0]])].lower() in _OPENERS:
        words.pop(0)  # "that the aide knew" reads as a sentence without its "that"
    return [tuple(words)] if len(words) >= _SHORTEST else []


def _may_report(text: str, features: Features, part: Sequence[int]) -> bool:
    """Whether a content is worth reading again: a word that reports stands in it, or a colon."""
    return any(reports(w) or feels(w) or w == ":" for w in (text[slice(*features.words[i])] for i in part[1:]))


def fragment(features: Features, part: Sequence[int]) -> Features:
    """The words of a content as a text of their own: its outermost marks are gone, those inside move one level out."""
    inside = {i for i in part if features.quote[i] != OUTSIDE}
    quote = _deeper(features, part) if len(inside) >= len(part) - 1 else [features.quote[i] for i in part]
    return Features(
        [features.words[i] for i in part],
        [features.pieces[i] for i in part],
        [features.shape[part[0]] or CAPITALISED, *(features.shape[i] for i in part[1:])],
        quote,
        [features.paragraph[i] for i in part],
        [],
        inside=True,
    )


def _deeper(features: Features, part: Sequence[int]) -> list[int]:
    return states([features.words[i] for i in part], quotations_near(features, part), depth=2)


def _renumber(t: Triple, part: Sequence[int]) -> Triple:
    numbers = dict(zip(count(), part, strict=False))
    source, cue, content = (tuple(numbers[i] for i in role) for role in (t.source, t.cue, t.content))
    return Triple(source, cue, content, t.sureness)
