"""The network: MiniLM-L6 with shape, quotation and paragraph inputs; one encoder pass, a head each for tags, cues, sources.

Tags are decoded by a linear-chain CRF (Lafferty, McCallum and Pereira 2001); links are biaffine arcs (Dozat and Manning
2017) from content words to cue words and from cue words to source words.
"""

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.models.entities import ENTITY_TAGS
from onrecord.models.features import PLACES
from onrecord.models.ties import TIE
from onrecord.text.quotation import STATES
from onrecord.text.words import SHAPES
from training.attribution.polnear import TAGS

WIDTH, HEADS, INNER, POSITIONS, VOCABULARY = 384, 12, 1536, 512, 30522  # all-MiniLM-L6-v2's
FORBIDDEN = -1e4
INPUTS = ("ids", "mask", "shape", "quote", "newpara", "first", "wmask", "par")


class Linear(nn.Linear):
    """A linear layer that, once `rounding`, computes as the shipped int8 graph does (Jacob et al. 2018, straight through)."""

    rounding = False

    def forward(self, input: Tensor) -> Tensor:  # noqa: A002  torch's name
        if not self.rounding:
            return super().forward(input)
        return F.linear(_rounded_inputs(input.float()), _rounded_weights(self.weight), self.bias)


def _rounded_inputs(x: Tensor) -> Tensor:
    """To 256 steps between the tensor's least and greatest value, as onnxruntime's DynamicQuantizeLinear has it."""
    low, high = x.detach().aminmax()
    low, high = low.clamp(max=0.0), high.clamp(min=0.0)
    scale = ((high - low) / 255).clamp(min=1e-8)
    zero = (-low / scale).round().clamp(0, 255).int()
    return torch.fake_quantize_per_tensor_affine(x, scale, zero, 0, 255)


def _rounded_weights(w: Tensor) -> Tensor:
    """To 255 steps, symmetric, a scale for each output."""
    scale = (w.detach().abs().amax(1) / 127).clamp(min=1e-8)
    return torch.fake_quantize_per_channel_affine(w, scale, torch.zeros_like(scale, dtype=torch.int32), 0, -127, 127)


def rounded_rows(w: Tensor) -> tuple[Tensor, Tensor]:
    """(V, D) -> int8 (V, D) and a scale a row (V, 1): how the word embeddings ship."""
    scale = (w.abs().amax(1, keepdim=True) / 127).clamp(min=1e-8)
    return (w / scale).round().to(torch.int8), scale


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, dropout: float, width: int = WIDTH, inner: int = INNER, eps: float = 1e-12) -> None:
        super().__init__()
        self.qkv, self.o = Linear(width, 3 * width), Linear(width, width)
        self.n1, self.n2 = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)
        self.f1, self.f2 = Linear(width, inner), Linear(inner, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, d = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, d // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.n1(x + self.dropout(self.o(a.transpose(1, 2).reshape(b, n, d))))
        return self.n2(x + self.dropout(self.f2(F.gelu(self.f1(x)))))


class Arcs(nn.Module):
    """Scores of every word as head of every word, with a learned bias for signed distance and shared paragraph; last: none."""

    def __init__(self, k: int = 128) -> None:
        super().__init__()
        self.q, self.k = (nn.Sequential(Linear(WIDTH, k), nn.GELU()) for _ in range(2))
        self.u, self.kb, self.none = Linear(k, k, bias=False), Linear(k, 1), Linear(k, 1)
        self.dist, self.same = nn.Embedding(24, 1), nn.Embedding(2, 1)
        nn.init.zeros_(self.dist.weight)
        self.same.weight.data = torch.tensor([[-2.0], [0.0]])

    def forward(self, h: Tensor, buckets: Tensor, same: Tensor, wmask: Tensor) -> Tensor:
        q, k = self.q(h), self.k(h)
        s = torch.matmul(self.u(q), k.transpose(1, 2)) / 11.3 + self.kb(k).transpose(1, 2)
        s = s + self.dist(buckets).squeeze(-1) + self.same(same).squeeze(-1)
        return torch.cat([s.masked_fill(wmask[:, None] == 0, FORBIDDEN), self.none(q)], -1)


class Ties(nn.Module):
    """What each word asks of its antecedent and what it offers as one: two vectors a word, and the score of "none here"."""

    def __init__(self, k: int = 128) -> None:
        super().__init__()
        self.asks, self.offers = (nn.Sequential(Linear(WIDTH, k), nn.GELU(), Linear(k, TIE)) for _ in range(2))
        self.none = Linear(WIDTH, 1)

    def forward(self, h: Tensor) -> Tensor:
        """(B, W, 384) -> (B, W, 2 * TIE + 1)."""
        return torch.cat([self.asks(h) / TIE**0.5, self.offers(h), self.none(h)], -1)


class Network(nn.Module):
    def __init__(self, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.we, self.pe = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.n = nn.LayerNorm(WIDTH, 1e-12)
        self.fs, self.fq, self.fp = nn.Embedding(SHAPES + 1, WIDTH), nn.Embedding(STATES, WIDTH), nn.Embedding(PLACES, WIDTH)
        for extra in (self.fs, self.fq, self.fp):
            nn.init.zeros_(extra.weight)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))
        self.tag, self.ca, self.sa = Linear(WIDTH, TAGS), Arcs(), Arcs()
        self.ent, self.tie = Linear(WIDTH, ENTITY_TAGS), Ties()
        self.crf, self.ent_crf = Crf(TAGS), Crf(ENTITY_TAGS)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self,
        ids: Tensor,
        mask: Tensor,
        shape: Tensor,
        quote: Tensor,
        newpara: Tensor,
        first: Tensor,
        wmask: Tensor,
        par: Tensor,
    ) -> tuple[Tensor, ...]:
        """Arrays of onrecord.models.features.batch -> tag (B, W, 7), cue, source arcs (B, W, W + 1), ent (B, W, 9), tie."""
        h = self.encode(ids, mask, shape, quote, newpara, first)
        return self.heads(self.dropout(h), wmask, par)

    def encode(self, ids: Tensor, mask: Tensor, shape: Tensor, quote: Tensor, newpara: Tensor, first: Tensor) -> Tensor:
        """-> (B, W, 384): what the encoder makes of each word's first piece."""
        x = self.n(self.we(ids) + self.pe.weight[: ids.shape[1]])
        x = x + self.fs(shape) + self.fq(quote) + self.fp(newpara)
        bias = (1.0 - mask[:, None, None].to(x.dtype)) * FORBIDDEN
        for layer in self.layers:
            x = layer(x, bias)
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDTH))

    def heads(self, h: Tensor, wmask: Tensor, par: Tensor) -> tuple[Tensor, ...]:
        position = torch.arange(h.shape[1])
        d = position[None] - position[:, None]
        buckets = torch.clamp((torch.log2(d.abs().float() + 1) * 1.5).long(), max=11) + 12 * (d > 0).long()
        same = (par[:, :, None] == par[:, None]).long()
        buckets = buckets[None].expand(same.shape)
        return self.tag(h), self.ca(h, buckets, same, wmask), self.sa(h, buckets, same, wmask), self.ent(h), self.tie(h)

    def round_as_shipped(self) -> None:
        """From now on compute as the int8 graph will: linear layers and word embeddings lose what they lose there."""
        whole, scale = rounded_rows(self.we.weight.data)
        self.we.weight.data = whole * scale
        for module in self.modules():
            if isinstance(module, Linear):
                module.rounding = True

    @classmethod
    def trained(cls, checkpoint: Path) -> "Network":
        """A network as a run left it, of as many layers as it has, for answers only."""
        state = torch.load(checkpoint, weights_only=True)["network"]
        network = cls(_layers(state), dropout=0.0)
        network.load_state_dict(state)
        return network.eval()

    def head_names(self) -> frozenset[str]:
        """Modules that are no part of the encoder: they learn faster."""
        return frozenset(n for n, _ in self.named_children()) - {"pe", "n", "layers", "rel", "we"}

    def load_encoder(self, path: Path) -> None:
        """Take the weights of a BERT of this size from a safetensors file."""
        w = {k.removeprefix("bert."): v.float() for k, v in load_file(path).items()}
        e = "embeddings."
        self.we.weight.data = w[e + "word_embeddings.weight"]
        self.pe.weight.data = w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0]
        self.n.load_state_dict({k: w[e + "LayerNorm." + k] for k in ("weight", "bias")})
        parts = {"o": "attention.output.dense", "n1": "attention.output.LayerNorm", "f1": "intermediate.dense",
                 "f2": "output.dense", "n2": "output.LayerNorm"}  # fmt: skip
        for i, layer in enumerate(self.layers):
            for kind in ("weight", "bias"):
                p = f"encoder.layer.{i}."
                qkv = [w[f"{p}attention.self.{x}.{kind}"] for x in ("query", "key", "value")]
                getattr(layer.qkv, kind).data = torch.cat(qkv)
                for ours, theirs in parts.items():
                    getattr(getattr(layer, ours), kind).data = w[f"{p}{theirs}.{kind}"].clone()

    def load_shallower(self, checkpoint: Path) -> None:
        """Start from a deeper trained network: every so-many-th layer, heads and features as they are."""
        state = torch.load(checkpoint, weights_only=True)["network"]
        deep = _layers(state)
        kept = [round(i * (deep - 1) / max(1, len(self.layers) - 1)) for i in range(len(self.layers))]
        for ours, theirs in enumerate(kept):
            prefix = f"layers.{theirs}."
            self.layers[ours].load_state_dict({k.removeprefix(prefix): v for k, v in state.items() if k.startswith(prefix)})
        places = state["fp.weight"]  # a network of the first stages knew two
        state["fp.weight"] = F.pad(places, (0, 0, 0, PLACES - len(places)))
        self.load_state_dict({k: v for k, v in state.items() if not k.startswith("layers.")}, strict=False)


def _layers(state: dict[str, Tensor]) -> int:
    return 1 + max(int(k.split(".")[1]) for k in state if k.startswith("layers."))


class Crf(nn.Module):
    """Linear-chain CRF over the BIO tags; transitions that BIO forbids stay forbidden."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.transitions, self.begin = nn.Parameter(torch.zeros(tags, tags)), nn.Parameter(torch.zeros(tags))
        stop = torch.zeros(tags, tags)
        for inside in range(2, tags, 2):
            stop[:, inside] = FORBIDDEN
            stop[inside, inside] = stop[inside - 1, inside] = 0
        self.register_buffer("stop", stop)

    def loss(self, logits: Tensor, tags: Tensor) -> Tensor:
        """Negative log-likelihood a word. logits (B, W, T); tags (B, W), -100 after the last word.

        Rows without any label do not count.
        """
        labelled = tags[:, 0] >= 0
        if not labelled.any():
            return logits.sum() * 0.0
        logits, tags = logits[labelled], tags[labelled]
        trans, begin = self.transitions + self.stop, self.begin  # a window may begin inside a span
        logits = logits.float()
        mask = tags >= 0
        y = tags.clamp(min=0)
        gold = torch.gather(logits, 2, y[..., None]).squeeze(-1)
        gold = torch.where(mask, gold, 0).sum() + begin[y[:, 0]].sum()
        gold = gold + torch.where(mask[:, 1:], trans[y[:, :-1], y[:, 1:]], 0).sum()
        alpha = logits[:, 0] + begin
        for t in range(1, logits.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + trans, 1) + logits[:, t]
            alpha = torch.where(mask[:, t, None], step, alpha)
        return (torch.logsumexp(alpha, 1).sum() - gold) / mask.sum()


def losses(network: Network, out: tuple[Tensor, ...], y: dict[str, Tensor]) -> tuple[Tensor, ...]:
    """Of tags (CRF), a word; of links: a content word to its cue, a cue word to its source or none; of names; of pronouns."""
    tag, ca, sa, ent, tie = out
    lt = network.crf.loss(tag, y["tags"])
    linked = y["cue"].any(-1)
    lc = _marginal(ca[linked][:, :-1], ca[linked], y["cue"][linked])
    cues = (y["tags"] == 3) | (y["tags"] == 4)
    to = torch.cat([y["src"], ~y["src"].any(-1, keepdim=True)], -1)
    tied = _antecedent(tie, y["pronoun"], y["among"], y["meant"])
    return lt, lc, _marginal(sa[cues], sa[cues], to[cues]), network.ent_crf.loss(ent, y["names"]), tied


def _antecedent(tie: Tensor, pronoun: Tensor, among: Tensor, meant: Tensor) -> Tensor:
    """pronoun (P, 2): row and word; among (P, W), meant (P, W + 1): words that may be, and are, its antecedents; last: none."""
    scores = antecedent_scores(tie, pronoun, among)
    return _marginal(scores, scores, meant)


def antecedent_scores(tie: Tensor, pronoun: Tensor, among: Tensor) -> Tensor:
    """(B, W, 2 * TIE + 1), (P, 2), (P, W) -> (P, W + 1): how well each word suits; last: "none here"."""
    row, word = pronoun[:, 0], pronoun[:, 1]
    tie = tie.float()
    scores = (tie[row, :, TIE : 2 * TIE] @ tie[row, word, :TIE, None]).squeeze(-1).masked_fill(~among, FORBIDDEN)
    return torch.cat([scores, tie[row, word, -1:]], -1)


def _marginal(scores: Tensor, against: Tensor, right: Tensor) -> Tensor:
    """-log of the probability mass on the right heads, averaged."""
    if not len(scores):
        return scores.sum()
    good = scores.float().masked_fill(~right, FORBIDDEN).logsumexp(-1)
    return (against.float().logsumexp(-1) - good).mean()
