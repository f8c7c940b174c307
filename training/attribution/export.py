"""Checkpoint -> what ships: int8 ONNX (weights per channel, activations dynamic), and the tagger's transitions as JSON."""

import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.attribution.network import INPUTS, Network

OUTPUTS = ("tag", "ca", "sa")
PIECES, WORDS = INPUTS[:5], INPUTS[5:]


def export(checkpoint: Path, out: Path, layers: int = 6, *, name: str = "attribution") -> None:
    """Write out/name.onnx and out/name.json."""
    network = Network(layers, dropout=0.0)
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder, "fp32.onnx")
        to_onnx(network, exact)
        quantize_dynamic(exact, out / f"{name}.onnx", weight_type=QuantType.QInt8, per_channel=True)
    crf = network.crf
    tables = {"transitions": (crf.transitions + crf.stop).detach(), "begin": crf.begin.detach()}
    rounded = {k: [[round(x, 4) for x in row] for row in v.reshape(-1, v.shape[-1]).tolist()] for k, v in tables.items()}
    card = {"transitions": rounded["transitions"], "begin": rounded["begin"][0]}
    path = out / f"{name}.json"
    if path.exists():  # the calibration is fitted by evaluation.calibrate, not here
        card |= {k: v for k, v in json.loads(path.read_text()).items() if k not in card}
    path.write_text(json.dumps(card, indent=1) + "\n")


def to_onnx(network: Network, path: Path) -> None:
    b, pieces, words = 2, 12, 9
    example = {k: torch.zeros(b, pieces if k in PIECES else words, dtype=torch.long) for k in INPUTS}
    example["mask"] += 1
    example["wmask"] += 1
    axes = {k: {0: "B", 1: "L"} for k in PIECES} | {k: {0: "B", 1: "W"} for k in WORDS}
    axes |= {"tag": {0: "B", 1: "W"}, "ca": {0: "B", 1: "W", 2: "H"}, "sa": {0: "B", 1: "W", 2: "H"}}
    with torch.no_grad():
        torch.onnx.export(
            network,
            tuple(example.values()),
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
