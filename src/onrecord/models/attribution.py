"""The attribution model: windows of words in, linked triples out. One encoder pass; onnxruntime on one thread."""

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.models.confidence import Calibration
from onrecord.models.decoding import CUE, Crf, Floats, Triple, link
from onrecord.models.features import Featurizer, Window, batch

WEIGHTS = Path(__file__).parent / "weights"


class AttributionModel:
    """AttributionModel().triples(windows) -> for each window its triples of word numbers (of the window's text).

    name: of the weights, "attribution" or "attribution-fast". batch: windows that go through the encoder at once.
    """

    def __init__(self, name: str = "attribution", *, folder: Path = WEIGHTS, batch: int = 4) -> None:
        self._batch = batch
        try:
            tables = json.loads((folder / f"{name}.json").read_text("utf8"))
            self._session = onnxruntime.InferenceSession(
                str(folder / f"{name}.onnx"), _options(), providers=["CPUExecutionProvider"]
            )
            self.featurizer = Featurizer(Tokenizer.from_file(str(folder / "tokenizer.json")))
            self.crf = Crf(np.array(tables["transitions"], np.float32), np.array(tables["begin"], np.float32))
            self.calibration = Calibration(**tables["calibration"]) if "calibration" in tables else Calibration()
        except Exception as error:  # tokenizers raises it bare, onnxruntime a dozen of its own
            message = f"the weights {name!r} cannot be loaded from {folder} ({error!r}); install onrecord again"
            raise ModelError(message) from error

    @cached_property
    def _inputs(self) -> frozenset[str]:
        return frozenset(i.name for i in self._session.get_inputs())

    def triples(self, windows: Sequence[Window], *, boosts: Sequence[Sequence[float]] = ()) -> list[list[Triple]]:
        """Windows of like length go through together; the answers come in the order of the windows given.

        boosts, a row of numbers a window, are added to the log-potential that its words begin a cue.
        """
        out: list[list[Triple]] = [[] for _ in windows]
        order = sorted(range(len(windows)), key=lambda i: len(windows[i]))
        for at in range(0, len(order), self._batch):
            chosen = order[at : at + self._batch]
            extra = [boosts[i] for i in chosen] if boosts else []
            for i, found in zip(chosen, self._run([windows[i] for i in chosen], extra), strict=True):
                out[i] = found
        return out

    def _run(self, windows: list[Window], boosts: list[Sequence[float]]) -> Iterator[list[Triple]]:
        x = batch(windows)
        tag, ca, sa = self._session.run(["tag", "ca", "sa"], {k: v for k, v in x.items() if k in self._inputs})
        for row, boost in enumerate(boosts):
            tag[row, : len(boost), CUE] += np.array(boost, np.float32)
        lengths = [len(w) for w in windows]
        tags, posterior = self.crf.decode(tag, lengths)
        for row, (window, n) in enumerate(zip(windows, lengths, strict=True)):
            paragraph = window.features.paragraph[window.start : window.end]
            found = link(tags[row], posterior[row], _square(ca[row], n), _square(sa[row], n), paragraph)
            yield [_shift(t, window.start) for t in found]


def _square(arcs: Floats, n: int) -> Floats:
    """Arc logits of n words without the padding: (n, n + 1), the last column for "none"."""
    out: Floats = np.concatenate([arcs[:n, :n], arcs[:n, -1:]], 1)
    return out


def _shift(t: Triple, by: int) -> Triple:
    if not by:
        return t
    source, cue, content = (tuple(i + by for i in part) for part in (t.source, t.cue, t.content))
    return Triple(source, cue, content, t.sureness)


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options
