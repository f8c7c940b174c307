"""Articles of a few sentences with their attributions and names given, so that only the resolving of speakers is tested."""

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from onrecord.models.attribution import WEIGHTS
from onrecord.models.entities import Entity
from onrecord.models.features import Features, Featurizer
from onrecord.reading.speakers import Resolved, resolve
from onrecord.records import Attribution, AttributionType, Block, BlockKind, Document, Source, Span

FEATURIZER = Featurizer(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))


@dataclass(frozen=True)
class Said:
    """An attribution by its words: each is looked for from `after` on."""

    source: str
    cue: str
    content: str
    parent: int | None = None
    after: str = ""
    type: AttributionType = AttributionType.INDIRECT


@dataclass(frozen=True)
class Read:
    text: str
    resolved: Resolved

    def source(self, n: int) -> Source | None:
        """The source of attribution n, from 1."""
        wanted = self.resolved.attributions[n - 1].source_id
        return next((s for s in self.resolved.sources if s.id == wanted), None)

    def who(self, n: int) -> str | None:
        found = self.source(n)
        return found.name if found else None

    def kind(self, n: int) -> str | None:
        found = self.source(n)
        return str(found.kind) if found else None

    def chain(self, n: int) -> list[str | None]:
        named = {s.id: s.name for s in self.resolved.sources}
        return [named[s] for s in self.resolved.attributions[n - 1].chain]

    def marked(self) -> list[str]:
        return [self.text[m.start : m.end] for m in self.resolved.marks]


def read(text: str, said: Sequence[Said], outlet: str | None = None, byline: str | None = None, **names: str) -> Read:
    """read("Ida Vell said no.", [Said("Ida Vell", "said", "no")], PER="Ida Vell"): names of a kind are parted by bars."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(part)))
        at += len(part) + 2
    document = Document("id", "x", text, tuple(blocks), outlet=outlet, byline=byline)
    features = FEATURIZER(text, [(b.start, b.end) for b in blocks])
    attributions = [_attribution(text, n, s) for n, s in enumerate(said, 1)]
    entities = [e for kind, held in names.items() for name in held.split("|") for e in _entities(text, features, kind, name)]
    return Read(text, resolve(document, features, sorted(entities, key=lambda e: e.words), attributions, ()))


def _attribution(text: str, number: int, said: Said) -> Attribution:
    base = text.index(said.after) if said.after else 0

    def spans(words: str) -> tuple[Span, ...]:
        return (Span(start := text.index(words, base), start + len(words)),) if words else ()

    parent = f"a{said.parent}" if said.parent else None
    return Attribution(f"a{number}", said.type, spans(said.source), spans(said.cue), spans(said.content), parent, 0.9)


def _entities(text: str, features: Features, kind: str, name: str) -> list[Entity]:
    out, start = [], text.find(name)
    while start >= 0:
        end = start + len(name)
        words = tuple(i for i, (s, e) in enumerate(features.words) if start <= s and e <= end)
        out.append(Entity(kind, words, 0.9))
        start = text.find(name, end)
    return out
