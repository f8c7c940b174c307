"""Whom a report cites: 'The Ledger reported, citing two aides, that he knew' -> the aides' word, inside the Ledger's.

The model gives the Ledger the aides as content ("citing | two aides"), as PolNeAR does: the words then seem the Ledger's own.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft
from onrecord.reading.introductions import last_sentence
from onrecord.reading.lexicon import DETERMINERS, PREPOSITIONS, reports
from onrecord.reading.speakers.nouns import BODIES, DOCUMENTS, OUTLET_NOUNS
from onrecord.reading.speakers.persons import is_person_noun, singular

_CITING = frozenset(("citing", "quoting"))
_STOPS = frozenset(',:;.?!—–()"“”‘«»')
_NOT_PASSED_ON = frozenset("declined declines refused refuses denied denies rejected rejects asked asks cited quoted".split())
_REASONS = frozenset("inquiry investigation privacy security law policy rules rule order agreement contract safety".split())
_AFTER_NOUNS = frozenset("familiar close privy aware present".split())  # "sources close to the player"
_WHO = frozenset("who which whose that as".split())
_LONGEST = 40  # words of who is cited, and of a sentence before or after
_LESS_SURE = 0.9

Words = tuple[int, ...]


def cited(text: str, features: Features, drafts: list[Draft]) -> list[Draft]:
    """Drafts of all levels -> the same with those cited as speakers inside the reports that cite them."""
    words, by_cue, inside = _Words(text, features), defaultdict[int, list[Draft]](list), defaultdict[int, list[Draft]](list)
    for d in drafts:
        for i in d.cue:
            by_cue[i].append(d)
        inside[id(d.parent)].append(d)
    gone, new = set[int](), list[Draft]()
    for i in words.all(_CITING):
        named = words.named(i)
        own = next(iter(by_cue.get(i, ())), None)
        if not named or (own is not None and (not own.source or own.source[0] > i)):
            continue
        report = _report(words, by_cue, i, own, named)
        inner = _inner(words, report, i, named) if report is not None else None
        if report is None or inner is None:
            continue
        if own is not None and own is not report:
            gone.add(id(own))
        held = [d for outer in {id(report), id(own)} for d in inside.get(outer, ())] if own is not None else inside[id(report)]
        for d in (d for d in held if d is not report):
            d.parent = inner if set(d.frame() or d.content) <= set(inner.content) else report
        new.append(inner)
    kept = [d for d in [*drafts, *new] if id(d) not in gone]
    for d in kept:
        d.parent = next((a for a in d.ancestors() if id(a) not in gone), None)
    return kept


def _inner(words: "_Words", report: Draft, i: int, named: Words) -> Draft | None:
    """What the report says, as the word of who is cited."""
    apart = {i, *named, *words.commas(i, named)}
    said = tuple(k for k in report.content if k not in apart)
    if not any(words.low(k)[0].isalnum() for k in said):
        return None
    return Draft(named, (i,), said, _LESS_SURE * report.confidence, parent=report)


def _report(words: "_Words", by_cue: Mapping[int, list[Draft]], i: int, own: Draft | None, named: Words) -> Draft | None:
    """The report in whose sentence somebody is cited; made out of "citing" where the model has nothing else."""
    sentence = words.sentence(i)
    near = {id(d): d for k in sentence for d in by_cue.get(k, ()) if d is not own and d.source and d.source[0] in sentence}
    fit = [d for d in near.values() if words.passes_on(d.cue) and not set(d.frame()) & set(named)]
    fit = [d for d in fit if own is None or set(d.source) & set(own.source)]
    if fit:
        return min(fit, key=lambda d: abs(d.cue[-1] - i))
    verb = next((k for k in range(own.source[-1] + 1, i) if words.passes_on((k,))), None) if own is not None else None
    if own is None or verb is None:
        return None
    before = tuple(range(sentence.start, own.source[0]))
    before = before[
        next((k + 1 for k, w in reversed(list(enumerate(before))) if words.low(w) == ":"), 0) :
    ]  # "NEWS: | The Ledger"
    rest = words.trimmed(before if len(before) > 1 else tuple(range(named[-1] + 1, sentence.stop)))
    if not rest:
        return None
    own.cue, own.content = (verb,), rest
    return own


class _Words:
    """The words of a text by number."""

    def __init__(self, text: str, features: Features) -> None:
        self._text, self._features = text, features

    def low(self, i: int) -> str:
        return self._text[slice(*self._features.words[i])].lower() if 0 <= i < len(self._features.words) else ""

    def all(self, wanted: frozenset[str]) -> Iterator[int]:
        return (i for i in range(len(self._features.words)) if self.low(i) in wanted)

    def named(self, i: int) -> Words:
        """Who is cited after word i; nobody where what follows is a reason, or no noun for who or what may speak."""
        end, limit = i + 1, min(i + _LONGEST, len(self._features.words))
        paragraph = self._features.paragraph
        while end < limit and paragraph[end] == paragraph[i] and self.low(end) not in _STOPS:
            if self.low(end) == "as" and self.low(end + 1) == "saying":
                return ()  # the model has whom it quotes
            end += 1
        return tuple(range(i + 1, end)) if self._speaks(range(i + 1, end)) else ()

    def _speaks(self, phrase: range) -> bool:
        core = next((k for k in phrase if k > phrase.start and self._ends_core(k)), phrase.stop)
        heads = [self.low(k) for k in range(phrase.start, core)]
        if not heads or not _REASONS.isdisjoint(heads):
            return False
        apt = (
            is_person_noun(singular(heads[-1]))
            or singular(heads[-1]) in DOCUMENTS | OUTLET_NOUNS | {"people"}
            or heads[-1] in BODIES
        )
        capital = self._text[self._features.words[core - 1][0]].isupper() and "'" not in heads and "’" not in heads
        return apt or heads[-1] in ("people", "sources", "officials") or capital

    def _ends_core(self, k: int) -> bool:
        word = self.low(k)
        participle = word.endswith(("ed", "ing")) and (self.low(k + 1) in PREPOSITIONS | DETERMINERS)
        return word in PREPOSITIONS or word in _WHO or participle or word in _AFTER_NOUNS

    def commas(self, i: int, named: Words) -> Words:
        return tuple(k for k in (i - 1, named[-1] + 1) if self.low(k) in (",", ":"))

    def sentence(self, i: int) -> range:
        """The words of the sentence that word i stands in, without the stop."""
        paragraph = self._features.paragraph
        first, last = i, i
        while first > 0 and paragraph[first - 1] == paragraph[i] and i - first < 3 * _LONGEST:
            first -= 1
        start = last_sentence(self._text, self._features, first, i + 1)
        while last + 1 < len(paragraph) and paragraph[last + 1] == paragraph[i] and last - i < 3 * _LONGEST:
            if self.low(last + 1) in ("?", "!") or (self.low(last + 1) == "." and self._is_stop(last + 1)):
                break
            last += 1
        return range(start, last + 1)

    def _is_stop(self, i: int) -> bool:
        after = i + 1
        if after >= len(self._features.words) or self._features.paragraph[after] != self._features.paragraph[i]:
            return True
        return not self._text[self._features.words[after][0]].islower() and len(self.low(i - 1)) > 3

    def passes_on(self, cue: Words) -> bool:
        low = [self.low(k) for k in cue]
        return any(reports(w) or w == "broke" for w in low) and _NOT_PASSED_ON.isdisjoint(low)

    def trimmed(self, words: Words) -> Words:
        kept = list(words)
        while kept and not self.low(kept[0])[0].isalnum() and self.low(kept[0]) not in '“"‘«':
            kept.pop(0)
        while kept and self.low(kept[-1]) in (",", ";", ":"):
            kept.pop()
        return tuple(kept)
