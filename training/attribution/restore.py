"""What ships -> a checkpoint to train on from: the int8 weights times their scales. Exported again it is what it was."""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.attribution.network import FORBIDDEN, Crf, Network

_LAYER = ("qkv", "o", "f1", "f2")  # linear layers in the order of the forward pass, which is that of the graph
_ARCS = ("q.0", "k.0", "u", "kb", "none")
_TIES = ("asks.0", "asks.2", "offers.0", "offers.2", "none")


def restored(folder: Path, out: Path, *, name: str = "attribution") -> Path:
    """folder/name.onnx and name.json -> out, a checkpoint of the same answers."""
    held = {i.name: numpy_helper.to_array(i) for i in onnx.load(folder / f"{name}.onnx").graph.initializer}
    layers = sum(k.endswith(".qkv.bias") for k in held)
    network = Network(layers)
    state = network.state_dict()
    state |= {k: _tensor(v) for k, v in held.items() if k in state}
    state["we.weight"] = _tensor(held["we_int8"].astype(np.float32) * held["we_scale"])
    whole = sorted((k.removesuffix("_quantized") for k in held if k.endswith("_quantized")), key=_number)
    for ours, theirs in zip(_linear(layers), whole, strict=True):
        state[f"{ours}.weight"] = _whole(*(held[f"{theirs}_{part}"] for part in ("quantized", "zero_point", "scale")))
    tables = json.loads((folder / f"{name}.json").read_text("utf8"))
    for crf, prefix in (("crf", ""), ("ent_crf", "entity_")):
        state |= {f"{crf}.{k}": v for k, v in _tables(getattr(network, crf), tables, prefix).items()}
    network.load_state_dict(state)
    torch.save({"network": network.state_dict()}, out)
    return out


def _linear(layers: int) -> list[str]:
    encoder = [f"layers.{n}.{k}" for n in range(layers) for k in _LAYER]
    arcs = [f"{head}.{k}" for head in ("ca", "sa") for k in _ARCS]
    return [*encoder, "tag", *arcs, "ent", *(f"tie.{k}" for k in _TIES)]


def _number(name: str) -> int:
    return int("".join(c for c in name if c.isdigit()))


def _whole(quantized: np.ndarray, zero: np.ndarray, scale: np.ndarray) -> Tensor:
    """(in, out) int8 with a zero point and a scale each output -> (out, in), as torch has it."""
    return _tensor(((quantized.astype(np.float32) - zero.astype(np.float32)) * scale).T.copy())


def _tensor(array: np.ndarray) -> Tensor:
    return torch.from_numpy(array.copy())


def _tables(crf: Crf, tables: dict[str, list[list[float]]], prefix: str) -> dict[str, Tensor]:
    """The transitions that BIO forbids are in a buffer of their own."""
    transitions = torch.tensor(tables[prefix + "transitions"])
    return {
        "transitions": transitions.masked_fill(crf.stop <= FORBIDDEN, 0.0),
        "begin": torch.tensor(tables[prefix + "begin"]),
    }
