"""Checkpoint -> what ships: int8 ONNX (weights per channel, activations dynamic), and the taggers' transitions as JSON."""

import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.attribution.network import INPUTS, VOCABULARY, WIDTH, Crf, Network, rounded_rows

OUTPUTS = ("tag", "ca", "sa", "ent", "tie")
PIECES, WORDS = INPUTS[:5], INPUTS[5:]


def export(checkpoint: Path, out: Path, *, name: str = "attribution") -> None:
    """Write out/name.onnx and out/name.json."""
    network = Network.trained(checkpoint)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder, "fp32.onnx")
        to_onnx(network, exact)
        path = out / f"{name}.onnx"
        quantize_dynamic(exact, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])
    _shrink_embeddings(path)
    _write_tables(network, out / f"{name}.json")


def _write_tables(network: Network, path: Path) -> None:
    card = {
        f"{prefix}{k}": v for prefix, crf in (("", network.crf), ("entity_", network.ent_crf)) for k, v in _tables(crf).items()
    }
    if path.exists():  # the calibration is fitted by evaluation.calibrate, not here
        card |= {k: v for k, v in json.loads(path.read_text()).items() if k not in card}
    path.write_text(json.dumps(card, indent=1) + "\n")


def _tables(crf: Crf) -> dict[str, list[list[float]] | list[float]]:
    transitions = (crf.transitions + crf.stop).detach().tolist()
    return {
        "transitions": [[round(x, 4) for x in row] for row in transitions],
        "begin": [round(x, 4) for x in crf.begin.detach().tolist()],
    }


def _shrink_embeddings(path: Path) -> None:
    """Word embeddings to int8 with a scale a row: onnxruntime's own Gather would have one scale for all 30,522."""
    model = onnx.load(path)
    graph = model.graph
    table = next(i for i in graph.initializer if list(i.dims) == [VOCABULARY, WIDTH])
    gather = next(n for n in graph.node if n.op_type == "Gather" and n.input[0] == table.name)
    whole, scale = rounded_rows(torch.from_numpy(numpy_helper.to_array(table).copy()))
    graph.initializer.remove(table)
    graph.initializer.extend(
        [numpy_helper.from_array(whole.numpy(), "we_int8"), numpy_helper.from_array(scale.numpy(), "we_scale")]
    )
    ids, result = gather.input[1], gather.output[0]
    at = list(graph.node).index(gather)
    graph.node.remove(gather)
    for node in reversed((
        helper.make_node("Gather", ["we_int8", ids], ["we_whole"]),
        helper.make_node("Cast", ["we_whole"], ["we_float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["we_scale", ids], ["we_row_scale"]),
        helper.make_node("Mul", ["we_float", "we_row_scale"], [result]),
    )):  # fmt: skip
        graph.node.insert(at, node)
    onnx.checker.check_model(model)
    onnx.save(model, path)


def to_onnx(network: Network, path: Path) -> None:
    b, pieces, words = 2, 12, 9
    example = {k: torch.zeros(b, pieces if k in PIECES else words, dtype=torch.long) for k in INPUTS}
    example["mask"] += 1
    example["wmask"] += 1
    axes = {k: {0: "B", 1: "L"} for k in PIECES} | {k: {0: "B", 1: "W"} for k in WORDS}
    axes |= {k: {0: "B", 1: "W"} for k in ("tag", "ent", "tie")} | {k: {0: "B", 1: "W", 2: "H"} for k in ("ca", "sa")}
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
