"""Who is speaking, on our own cases: kinds, names, vague and unnamed sources, and the chains the words came through.

    score({case: reading, ...}) -> {"kinds, macro-F1": 87.2, "chains exact": 76.0, ...}, per cent

A reading is anything with the fields of Reading here: what records hold, or plain structures in a test.
Gold and predicted attributions are matched as in evaluation.own; what is measured "on matched" leaves the others out.
`python -m evaluation.who` scores the shipped reader on the developing cases; `--part fresh` on thirty and `--part opened` on
twenty-six that were written blind later and looked at since; `--part held-out` and `--part blind` on those for measuring only.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Protocol, TypeVar

from evaluation.antecedents import right
from evaluation.authoring import Case, load_cases
from evaluation.identities import Identity, Voices
from evaluation.own import Roles, f1, match_up, read_case, tokens
from onrecord.records import SourceKind, Span
from onrecord.workflows import Reader

_V = TypeVar("_V", str, bool)
HELD_OUT, FRESH, OPENED, BLIND = "held-out", "fresh", "opened", "blind"
_MEASURED_ONLY = (HELD_OUT, BLIND)
ARTICLE = "the article"
"""The end of every chain."""


class SourceLike(Protocol):
    """id; name: None where no words name it; kind: a value of SourceKind; basis: the text's reason to trust it; mentions."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def named(self) -> bool: ...
    @property
    def basis(self) -> str | None: ...
    @property
    def mentions(self) -> tuple[Span, ...]: ...


class AttributionLike(Protocol):
    """source_id: None where the source stays unresolved. chain: source ids, the speaker first."""

    @property
    def id(self) -> str: ...
    @property
    def source(self) -> tuple[Span, ...]: ...
    @property
    def cue(self) -> tuple[Span, ...]: ...
    @property
    def content(self) -> tuple[Span, ...]: ...
    @property
    def source_id(self) -> str | None: ...
    @property
    def chain(self) -> tuple[str, ...]: ...


class DocumentLike(Protocol):
    @property
    def text(self) -> str: ...


class ReadingLike(Protocol):
    @property
    def document(self) -> DocumentLike: ...
    @property
    def attributions(self) -> Sequence[AttributionLike]: ...
    @property
    def sources(self) -> Sequence[SourceLike]: ...


@dataclass(slots=True)
class Ratio:
    hit: int = 0
    of: int = 0

    def add(self, *, right: bool) -> None:
        self.hit += right
        self.of += 1

    @property
    def percent(self) -> float:
        return round(100 * self.hit / self.of, 2) if self.of else 0.0


@dataclass(slots=True)
class Result:
    """confusion: (gold kind, predicted kind) of matched attributions. unnamed: (gold, predicted). The rest are ratios."""

    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    unnamed: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    matched: Ratio = field(default_factory=Ratio)
    names: Ratio = field(default_factory=Ratio)
    covered: Ratio = field(default_factory=Ratio)
    whole: Ratio = field(default_factory=Ratio)
    basis: Ratio = field(default_factory=Ratio)
    exact: Ratio = field(default_factory=Ratio)
    exact_matched: Ratio = field(default_factory=Ratio)
    exact_long: Ratio = field(default_factory=Ratio)
    links: Ratio = field(default_factory=Ratio)
    complaints: list[str] = field(default_factory=list)

    def kinds(self) -> dict[str, float]:
        """SourceKind -> F1 in per cent, for the kinds that occur in gold."""
        gold = {g for g, _ in self.confusion}
        return {k: _prf(self.confusion, k)[2] for k in SourceKind if k in gold}

    def measures(self) -> dict[str, float]:
        by_kind = self.kinds()
        vague, unnamed = _prf(self.confusion, str(SourceKind.PUBLIC)), _prf(self.unnamed, True)  # noqa: FBT003 (a value, no flag)
        return {
            "attributions matched": self.matched.percent,
            "kinds, macro-F1": round(sum(by_kind.values()) / len(by_kind), 2) if by_kind else 0.0,
            "vague, precision": vague[0],
            "vague, recall": vague[1],
            "unnamed, precision": unnamed[0],
            "unnamed, recall": unnamed[1],
            "names right of those given": self.names.percent,
            "names given": self.covered.percent,
            "named sources right throughout": self.whole.percent,
            "basis found": self.basis.percent,
            "chains exact": self.exact.percent,
            "chains exact, on matched": self.exact_matched.percent,
            "chains of two and more exact, on matched": self.exact_long.percent,
            "direct links right, on matched": self.links.percent,
        }


def _prf(confusion: Mapping[tuple[_V, _V], int], value: _V) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent of one value of a confusion {(gold, predicted): count}."""
    hit = sum(n for (g, p), n in confusion.items() if g == p == value)
    gold = sum(n for (g, _), n in confusion.items() if g == value)
    said = sum(n for (_, p), n in confusion.items() if p == value)
    parts = (hit / said if said else 0.0, hit / gold if gold else 0.0, 2 * hit / (said + gold) if said + gold else 0.0)
    return round(100 * parts[0], 2), round(100 * parts[1], 2), round(100 * parts[2], 2)


def score(pairs: Sequence[tuple[Case, ReadingLike]]) -> Result:
    result = Result()
    for case, reading in pairs:
        if case.voices is not None and case.attributions:
            _one(result, _Compared(case, case.voices, reading))
    return result


class _Compared:
    """One case beside its reading: which attribution is which, and whether a source of the one is a source of the other."""

    def __init__(self, case: Case, voices: Voices, reading: ReadingLike) -> None:
        self.case, self.voices, self.reading = case, voices, reading
        self.gold = {s.id: s for s in voices.sources}
        self.found = {s.id: s for s in reading.sources}
        self.predicted = {a.id: a for a in reading.attributions}
        gold_roles = {a.id: _roles(case.text, a) for a in case.attributions}
        self.match = match_up(gold_roles, {a.id: _roles(reading.document.text, a) for a in reading.attributions})
        self.words = {s: self._words(s, gold_roles) for s in self.gold}

    def _words(self, identity: str, roles: Mapping[str, Roles]) -> frozenset[str]:
        """Every word that stands for the source somewhere in the case."""
        return frozenset().union(*(roles[a][0] for a, s in self.voices.source_of.items() if s == identity))

    def identity(self, attribution: str) -> Identity:
        return self.gold[self.voices.source_of[attribution]]

    def source(self, attribution: AttributionLike) -> SourceLike | None:
        return self.found.get(attribution.source_id) if attribution.source_id else None

    def same(self, gold: Identity, found: SourceLike) -> bool:
        """A named source by its name; one without by any mention in common, or by its words; one without words by its kind."""
        if not gold.name or gold.kind is SourceKind.AUTHOR or found.kind == SourceKind.AUTHOR:
            return gold.kind == found.kind
        if gold.named:
            return found.name is not None and right(found.name, [gold.name])
        said = tokens(self.reading.document.text, found.mentions)
        return not found.named and (bool(said & self.words[gold.id]) or _alike(gold.name, found.name or ""))

    def gold_chain(self, attribution: str) -> list[Identity]:
        """Without the article at its end, and without who is unknown."""
        links = [self.gold[s] for s in self.voices.chains[attribution] if self.gold[s].kind is not SourceKind.UNKNOWN]
        return _without_article(links, self.voices.outlet)

    def found_chain(self, attribution: AttributionLike) -> list[SourceLike]:
        known = [self.found[s] for s, _ in groupby(attribution.chain) if s in self.found]
        return _without_article([s for s in known if s.kind != SourceKind.UNKNOWN], self.voices.outlet)


def _roles(text: str, a: AttributionLike) -> Roles:
    return tokens(text, a.source), tokens(text, a.cue), tokens(text, a.content)


def _alike(one: str, other: str) -> bool:
    a, b = (frozenset(words.lower().split()) - {"the", "a", "an"} for words in (one, other))
    return bool(a and b) and f1(a, b) >= 0.5


class _Link(Protocol):
    @property
    def name(self) -> str | None: ...
    @property
    def kind(self) -> str: ...


_L = TypeVar("_L", bound=_Link)


def _without_article(links: list[_L], outlet: str | None) -> list[_L]:
    """A chain may name the article it ends in (its author, its outlet) or leave it unsaid: both are the same chain."""
    while links and (links[-1].kind == SourceKind.AUTHOR or (outlet and links[-1].name and right(links[-1].name, [outlet]))):
        links = links[:-1]
    return links


def _one(result: Result, of: _Compared) -> None:
    right_of: dict[str, list[bool]] = {}
    for a in of.case.attributions:
        predicted = of.predicted.get(of.match.get(a.id, ""))
        result.matched.add(right=predicted is not None)
        if predicted is None:
            result.exact.add(right=False)
            continue
        _kind(result, of, a.id, predicted)
        if of.identity(a.id).named and of.identity(a.id).kind is not SourceKind.AUTHOR:
            right_of.setdefault(of.identity(a.id).id, []).append(_name(result, of, a.id, predicted))
        _chain(result, of, a.id, predicted)
    for answers in right_of.values():
        result.whole.add(right=all(answers))
    for gold in of.gold.values():
        if gold.basis:
            found = [s.basis or "" for s in of.found.values() if of.same(gold, s)]
            result.basis.add(right=any(_alike(gold.basis, basis) for basis in found))


def _kind(result: Result, of: _Compared, attribution: str, predicted: AttributionLike) -> None:
    gold, found = of.identity(attribution), of.source(predicted)
    kind = str(found.kind) if found else str(SourceKind.UNKNOWN)
    result.confusion[str(gold.kind), kind] += 1
    # an unresolved "he" says nothing about names; an attribution without source words has an unnamed source
    nameless = not found.named if found else not predicted.source
    result.unnamed[not gold.named, nameless] += 1
    if kind != gold.kind:
        _complain(result, of, attribution, predicted, f"{gold.kind}, not {kind}")


def _name(result: Result, of: _Compared, attribution: str, predicted: AttributionLike) -> bool:
    gold, found = of.identity(attribution), of.source(predicted)
    given = found is not None and found.named
    result.covered.add(right=given)
    fits = found is not None and of.same(gold, found)
    if given:
        result.names.add(right=fits)
    if not fits:
        _complain(result, of, attribution, predicted, f"{gold.name}, not {found.name if found else None}")
    return fits


def _chain(result: Result, of: _Compared, attribution: str, predicted: AttributionLike) -> None:
    gold, found = of.gold_chain(attribution), of.found_chain(predicted)
    exact = len(gold) == len(found) and all(map(of.same, gold, found))
    result.exact.add(right=exact)
    result.exact_matched.add(right=exact)
    if len(gold) > 1:
        result.exact_long.add(right=exact)
    held = set(_links([next((g.id for g in gold if of.same(g, f)), f"?{f.id}") for f in found]))
    for link in _links([g.id for g in gold]):
        result.links.add(right=link in held)
    if not exact:
        said, wanted = (" < ".join(x.name or str(x.kind) for x in links) for links in (found, gold))
        _complain(result, of, attribution, predicted, f"chain {wanted or ARTICLE}, not {said or ARTICLE}")


def _links(chain: list[str]) -> Iterator[tuple[str, str]]:
    """["s1", "s2"] -> ("s1", "s2"), ("s2", "the article")"""
    return pairwise([*chain, ARTICLE])


def _complain(result: Result, of: _Compared, attribution: str, predicted: AttributionLike, what: str) -> None:
    words = " ".join(s.of(of.reading.document.text) for s in (*predicted.source, *predicted.cue))
    result.complaints.append(f"{of.case.name} {attribution} ({words}): {what}")


def shipped(reader: Reader, part: str = "") -> Result:
    """The shipped reader on our cases: those of a tag; without one, those that have none of the tags above."""
    return score([(c, read_case(reader, c)) for c in load_cases() if _is_of(c, part)])


def _is_of(case: Case, part: str) -> bool:
    return part in case.tags if part else {HELD_OUT, FRESH, OPENED, BLIND}.isdisjoint(case.tags)


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the shipped reader on who speaks, on our own cases.")
    parser.add_argument("--part", default="", choices=(FRESH, OPENED, HELD_OUT, BLIND), help="instead of the developing cases")
    args = parser.parse_args()
    outcome = shipped(Reader(), args.part)
    if args.part not in _MEASURED_ONLY:
        print(*outcome.complaints, sep="\n")
    for name, value in (outcome.measures() | {f"kind {k}, F1": v for k, v in outcome.kinds().items()}).items():
        print(f"{name:50} {value:6.2f}")


if __name__ == "__main__":
    main()
