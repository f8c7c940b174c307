"""The model: windows of words in, linked triples and names out. One encoder pass; onnxruntime on one thread."""

import json
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.models.confidence import Calibration
from onrecord.models.decoding import CUE, Crf, Floats, Triple, link
from onrecord.models.entities import INSIDE, Entity, entities
from onrecord.models.features import Featurizer, Window, batch
from onrecord.models.ties import Ties

WEIGHTS = Path(__file__).parent / "weights"
IMPOSSIBLE = -1e4  # a log-potential
ATTRIBUTING = ("tag", "ca", "sa")  # outputs that make triples
INNER = "inner.json"
"""How the calibration moves for what is found inside somebody's words, by name of the weights."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model finds in one window: linked triples and names, in word numbers of the window's text.

    tie: of each of its words, (w, 2 * TIE + 1) as models.ties takes them; None from weights without that head.
    """

    window: Window
    triples: list[Triple]
    entities: list[Entity]
    tie: Floats | None = None


def ties(answers: Sequence[Answer]) -> Ties | None:
    """Answers for the windows of one text -> its ties, None from weights without them."""
    parts = [(a.window.start, a.tie) for a in answers if a.tie is not None]
    return Ties.joined(len(answers[0].window.features.words), parts) if parts else None


class AttributionModel:
    """AttributionModel().answers(windows) -> for each window its triples and names; triples(windows) -> its triples alone.

    name: of the weights, "attribution" or "attribution-fast". batch: windows that go through the encoder at once.
    calibration, inner_calibration: of the outermost level, and of what is found inside somebody's words.
    """

    def __init__(self, name: str = "attribution", *, folder: Path = WEIGHTS, batch: int = 4) -> None:
        self._batch = batch
        try:
            tables = json.loads((folder / f"{name}.json").read_text("utf8"))
            self._session = onnxruntime.InferenceSession(
                str(folder / f"{name}.onnx"), _options(), providers=["CPUExecutionProvider"]
            )
            self.featurizer = Featurizer(Tokenizer.from_file(str(folder / "tokenizer.json")))
            self.crf, self.entity_crf = _crf(tables, ""), _crf(tables, "entity_") if "entity_begin" in tables else None
            self.calibration = Calibration(**tables["calibration"]) if "calibration" in tables else Calibration()
            inner = json.loads((folder / INNER).read_text("utf8")) if (folder / INNER).exists() else {}
            self.inner_calibration = self.calibration.moved(**inner.get(name, {"scale": 1.0, "shift": 0.0}))
        except Exception as error:  # tokenizers raises it bare, onnxruntime a dozen of its own
            message = f"the weights {name!r} cannot be loaded from {folder} ({error!r}); install onrecord again"
            raise ModelError(message) from error

    @cached_property
    def _wanted(self) -> list[str]:
        """Names of the outputs asked for, those of heads that are trained."""
        has_ties = any(o.name == "tie" for o in self._session.get_outputs())
        return [*ATTRIBUTING, *["ent"] * (self.entity_crf is not None), *["tie"] * has_ties]

    @cached_property
    def _inputs(self) -> frozenset[str]:
        return frozenset(i.name for i in self._session.get_inputs())

    def triples(self, windows: Sequence[Window], *, boosts: Sequence[Sequence[float]] = ()) -> list[list[Triple]]:
        """Triples of each window. boosts, a row of numbers a window: added to the log-potential that a word begins a cue."""
        return [a.triples for a in self._answers(windows, boosts, ATTRIBUTING)]

    def answers(self, windows: Sequence[Window]) -> list[Answer]:
        """Triples, names and ties of each window; weights not trained for names or ties give none."""
        return self._answers(windows, (), self._wanted)

    def _answers(self, windows: Sequence[Window], boosts: Sequence[Sequence[float]], wanted: Sequence[str]) -> list[Answer]:
        """Windows of like length go through together, of twins one only; the answers come in the order of the windows given."""
        twins: dict[Hashable, list[int]] = {}
        for i, window in enumerate(windows):
            twins.setdefault((window.look(), tuple(boosts[i]) if boosts else ()), []).append(i)
        out = [Answer(w, [], []) for w in windows]
        order = sorted((alike[0] for alike in twins.values()), key=lambda i: len(windows[i]))
        same = {alike[0]: alike for alike in twins.values()}
        for at in range(0, len(order), self._batch):
            chosen = order[at : at + self._batch]
            extra = [boosts[i] for i in chosen] if boosts else []
            for i, found in zip(chosen, self._run([windows[i] for i in chosen], extra, wanted), strict=True):
                for k in same[i]:
                    out[k] = _moved(found, windows[k])
        return out

    def _run(self, windows: list[Window], boosts: list[Sequence[float]], wanted: Sequence[str]) -> Iterator[Answer]:
        x = batch(windows)
        outputs = self._session.run(wanted, {k: v for k, v in x.items() if k in self._inputs})
        held: dict[str, Floats] = dict(zip(wanted, outputs, strict=True))
        tag, ca, sa = (held[k] for k in ATTRIBUTING)
        for row, boost in enumerate(boosts):
            tag[row, : len(boost), CUE] += np.array(boost, np.float32)
        lengths = [len(w) for w in windows]
        tags, posterior = self.crf.decode(tag, lengths)
        named = _named(self.entity_crf, held["ent"], windows) if self.entity_crf and "ent" in held else [[] for _ in windows]
        for row, (window, n) in enumerate(zip(windows, lengths, strict=True)):
            paragraph = window.features.paragraph[window.start : window.end]
            found = link(tags[row], posterior[row], _square(ca[row], n), _square(sa[row], n), paragraph)
            tie = held["tie"][row, :n] if "tie" in held else None
            yield Answer(window, found, named[row], tie)


def _named(crf: Crf, logits: Floats, windows: Sequence[Window]) -> list[list[Entity]]:
    for row, window in zip(logits, windows, strict=True):
        starts = [i - window.start for i in range(window.start, window.end) if window.features.starts_paragraph(i)]
        row[starts, INSIDE] = IMPOSSIBLE  # no name goes over the end of a paragraph
    tags, posterior = crf.decode(logits, [len(w) for w in windows])
    return [entities(t, p) for t, p in zip(tags, posterior, strict=True)]


def _crf(tables: dict[str, list[list[float]]], prefix: str) -> Crf:
    return Crf(*(np.array(tables[prefix + k], np.float32) for k in ("transitions", "begin")))


def _square(arcs: Floats, n: int) -> Floats:
    """Arc logits of n words without the padding: (n, n + 1), the last column for "none"."""
    out: Floats = np.concatenate([arcs[:n, :n], arcs[:n, -1:]], 1)
    return out


def _moved(answer: Answer, window: Window) -> Answer:
    """An answer in word numbers of a window like this one -> in those of this one's text."""

    def moved(words: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(i + window.start for i in words)

    triples = [Triple(moved(t.source), moved(t.cue), moved(t.content), t.sureness) for t in answer.triples]
    return Answer(window, triples, [replace(e, words=moved(e.words)) for e in answer.entities], answer.tie)


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options
