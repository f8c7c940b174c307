"""python -m evaluation.speakers: the shipped resolver on evaluation.antecedents (PolNeAR dev) and evaluation.gap.

A source that the reader did not find is given to the resolver as it stands, so that what is measured is the resolving alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from evaluation import antecedents, gap, polnear
from onrecord import sources
from onrecord.models.attribution import AttributionModel, ties
from onrecord.models.entities import agreed
from onrecord.models.features import windows
from onrecord.reading import DocumentReader
from onrecord.reading.speakers.antecedents import Scene, choose
from onrecord.reading.speakers.mentions import SOMEBODY, fullest
from onrecord.reading.speakers.resolution import walked
from onrecord.reading.speakers.walk import Voice, Walk
from onrecord.records import Attribution, AttributionType, Block, BlockKind, Document, Span

_BINS = 10
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Listener:
    """What is needed to resolve a document: the model, and the reader that finds its attributions."""

    model: AttributionModel
    reader: DocumentReader

    def walk(self, document: Document, wanted: Sequence[Spans]) -> Walk:
        """The walk over a document, with every wanted source among its attributions."""
        found = self.reader.read(document).attributions
        there = {a.source[0] for a in found if a.source}
        given = [s for s in wanted if s[0] not in there]
        made = [Attribution(f"g{n}", AttributionType.INDIRECT, s, (), s, None, 1.0) for n, s in enumerate(given)]
        features = self.model.featurizer(document.text, [(b.start, b.end) for b in document.blocks])
        answers = self.model.answers(windows(features))
        named = agreed(features, [e for answer in answers for e in answer.entities], document.text)
        return walked(document, features, named, [*found, *made], ties(answers))


@dataclass(slots=True)
class Antecedents:
    """A resolver for evaluation.antecedents. said: the confidence of each answer and whether it was right."""

    listener: Listener
    rows: list[antecedents.Row]
    said: list[tuple[float, bool]] = field(default_factory=list)
    _walks: dict[str, Walk] = field(default_factory=dict)

    def __call__(self, file: str, text: str, source: Spans, /) -> str | None:
        if file not in self._walks:
            wanted = [tuple(Span(*s) for s in row["source"]) for row in self.rows if row["file"] == file]
            self._walks[file] = self.listener.walk(sources.document(text, file), wanted)
        walk = self._walks[file]
        voice = next(v for v in walk.voices if v.attribution.source[:1] == source[:1])
        name = _name(walk, voice)
        if name is not None:
            row = next(r for r in self.rows if r["file"] == file and r["source"][0][0] == source[0].start)
            right = antecedents.right(name, antecedents.mentions(row, text), surname=row.get("surname", True))
            self.said.append((voice.confidence, right))
        return name

    def calibration_error(self) -> float:
        """Expected calibration error in ten bins (Guo et al., ICML 2017), 0 to 1."""
        bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
        for confidence, right in self.said:
            bins[min(int(confidence * _BINS), _BINS - 1)].append((confidence, right))
        return sum(abs(sum(c - r for c, r in held)) for held in bins) / len(self.said)


def _name(walk: Walk, voice: Voice) -> str | None:
    return fullest(walk.page, voice.cluster) if voice.cluster is not None and voice.cluster.kind != SOMEBODY else None


def pronoun(listener: Listener, example: gap.Example) -> gap.Verdict:
    """A GAP example -> whether the pronoun's likeliest candidate has A, or B, among its names."""
    text = example.text
    walk = listener.walk(Document("", example.id, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),)), [(example.pronoun,)])
    at = walk.page.numbers((example.pronoun,))[0]
    before = [c for c in walk.clusters.all if any(p[0] < at for p in c.places)]
    for cluster in walk.clusters.all:  # as the walk knew it when it came by
        cluster.places = [p for p in cluster.places if p[0] < at]
    gender = "f" if example.is_feminine else "m"
    later = [c for c in walk.later(at) if c not in before]
    people = [*sorted(before, key=lambda c: -c.places[-1][0]), *later]
    people = [c for c in people if c.kind == "PER" and c.fits(gender)]
    choice = choose(Scene(walk.page, at, ties=walk.ties), people[:8])
    spans = [walk.page.span(n.first, n.last) for n in choice.cluster.names] if choice.cluster is not None else []
    return gap.Verdict(*(any(s.overlaps(name) for s in spans) for name in (example.a, example.b)))


def available() -> bool:
    return polnear.available() and gap.VALIDATION.is_file()


def measures(model: AttributionModel) -> dict[str, float]:
    """Per cent; calibration: one less the expected calibration error, so that more is better."""
    listener = Listener(model, DocumentReader(model))
    rows = [r for r in antecedents.load() if r["code"] != "group"]
    resolver = Antecedents(listener, rows)
    scored = antecedents.score(resolver, rows).measures()
    found = {"antecedents, accuracy": scored["accuracy"], "antecedents, coverage": scored["coverage"]}
    found["no antecedent, none given"] = 100 - scored["invented"]
    found["antecedents, calibration"] = round(100 * (1 - resolver.calibration_error()), 2)
    by_gender = gap.score(lambda example: pronoun(listener, example)).measures()
    return found | {"GAP validation, F1": by_gender["overall"], "GAP validation, feminine F1": by_gender["feminine"]}


def main() -> None:
    for name, value in measures(AttributionModel()).items():
        print(f"{name:32} {value:6.2f}")


if __name__ == "__main__":
    main()
