"""Fine-tune the network: one process a core, gradients averaged, bfloat16 where the processor has it, checkpoint each epoch."""

import argparse
import math
import random
import time
from itertools import pairwise
from pathlib import Path
from typing import TextIO

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.models.features import WINDOW, Featurizer, Window, batch, windows
from training.attribution.network import INPUTS, Network, losses
from training.attribution.polnear import TAGS, Article, Labels, draw, load, targets

MASK, MASKED = 103, 0.03  # share of word pieces hidden in training
Item = tuple[Labels, Window]


def train(options: argparse.Namespace) -> None:
    options.out.mkdir(parents=True, exist_ok=True)
    sync = options.out / "sync"
    sync.unlink(missing_ok=True)
    mp.spawn(_worker, args=(options, sync.resolve()), nprocs=options.workers)


def _worker(rank: int, options: argparse.Namespace, sync: Path) -> None:
    torch.set_num_threads(max(1, options.threads // options.workers))
    torch.manual_seed(options.seed)
    dist.init_process_group("gloo", init_method=f"file://{sync}", rank=rank, world_size=options.workers)
    featurizer = Featurizer(Tokenizer.from_file(str(options.encoder / "tokenizer.json")))
    articles = load(options.data / "train", featurizer, options.limit)
    network = Network(options.layers)
    network.load_encoder(options.encoder / "model.safetensors")
    _count_transitions(network, articles)
    if options.start_from:
        network.load_shallower(options.start_from)
    trainer = Trainer(network, options, rank)
    with (options.out / f"log{rank}.txt").open("a") as log:
        for epoch in range(trainer.epoch, options.epochs):
            trainer.run(epoch, _epoch(articles, options, epoch), log)


class Trainer:
    """Steps through batches; its state (weights, optimizer, step) is saved after each epoch and taken up again."""

    def __init__(self, network: Network, options: argparse.Namespace, rank: int) -> None:
        self.network, self.options, self.rank = network, options, rank
        network.we.weight.requires_grad_(requires_grad=False)
        named = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
        encoder = [p for n, p in named if n.split(".")[0] in ("pe", "n", "layers")]
        heads = [p for n, p in named if n.split(".")[0] not in ("pe", "n", "layers")]
        self.params, self.rates = encoder + heads, (options.rate, options.head_rate)
        groups = [{"params": encoder}, {"params": heads}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.step, self.epoch, self.path = 0, 0, options.out / "checkpoint.pt"
        if self.path.exists():
            state = torch.load(self.path, weights_only=True)
            network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.epoch = state["step"], state["epoch"]

    def run(self, epoch: int, batches: list[list[Item]], log: TextIO) -> None:
        self.network.train()
        torch.manual_seed(self.options.seed * 1000 + epoch * 10 + self.rank)
        start, total, sums = time.time(), len(batches) * self.options.epochs, torch.zeros(3)
        for k, items in enumerate(batches):
            loss = self._losses(items[self.rank :: self.options.workers])
            (loss[0] + 0.5 * loss[1] + 0.5 * loss[2]).backward()
            self._update(min(1.0, (self.step + 1) / 100) * max(0.0, 1 - (epoch * len(batches) + k) / total))
            sums += torch.stack([x.detach() for x in loss])
            if k % 50 == 49:
                tell = " ".join(f"{x / 50:.4f}" for x in sums.tolist())
                took = time.time() - start
                print(f"epoch {epoch} batch {k + 1}/{len(batches)} loss {tell} {took:.0f}s", file=log, flush=True)
                sums.zero_()
        self.epoch = epoch + 1
        if self.rank == 0:
            self._save()
        dist.barrier()

    def _losses(self, items: list[Item]) -> tuple[Tensor, Tensor, Tensor]:
        x = {k: torch.from_numpy(v) for k, v in batch([w for _, w in items]).items()}
        y = {k: torch.from_numpy(v) for k, v in targets(items, x["first"].shape[1]).items()}
        hide = (torch.rand(x["ids"].shape) < MASKED) & (x["ids"] > MASK)
        x["ids"] = x["ids"].masked_fill(hide, MASK)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.options.bfloat16):
            out = self.network(*(x[k] for k in INPUTS))
        return losses(self.network, out, y)

    def _update(self, share: float) -> None:
        """Average gradients over the workers, clip to norm 1, step at `share` of the learning rates."""
        flat = torch.cat([(torch.zeros_like(p) if p.grad is None else p.grad).flatten() for p in self.params])
        if self.options.workers > 1:
            dist.all_reduce(flat)
        flat /= max(self.options.workers, float(flat.norm()))
        at = 0
        for p in self.params:
            p.grad = flat[at : at + p.numel()].view_as(p)
            at += p.numel()
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1

    def _save(self) -> None:
        state = {"network": self.network.state_dict(), "optimizer": self.optimizer.state_dict(),
                 "step": self.step, "epoch": self.epoch}  # fmt: skip
        torch.save(state, self.path.with_suffix(".new"))
        self.path.with_suffix(".new").replace(self.path)


def _epoch(articles: list[Article], options: argparse.Namespace, epoch: int) -> list[list[Item]]:
    """Windows cut anew, of like length together (little padding), in an order fixed by seed and epoch."""
    rng = random.Random(options.seed * 1000 + epoch)
    items: list[Item] = []
    for article in articles:
        labels = draw(rng, article)
        items += [(labels, w) for w in windows(article.features, WINDOW, rng.randrange(40, WINDOW))]
    rng.shuffle(items)
    size = options.batch * options.workers
    out: list[list[Item]] = []
    for chunk in _parts(items, size * 16):
        out += _parts(sorted(chunk, key=lambda t: len(t[1])), size)
    rng.shuffle(out)
    return [b for b in out if len(b) >= options.workers]


def _parts(items: list[Item], n: int) -> list[list[Item]]:
    return [items[i : i + n] for i in range(0, len(items), n)]


def _count_transitions(network: Network, articles: list[Article], weight: float = 0.3) -> None:
    """Start the CRF from the transitions counted on the training set, over the unigram counts."""
    pair, single = torch.full((TAGS, TAGS), 1e-3), torch.ones(TAGS)
    for article in articles:
        tags = article.readings[0].tags
        for a, b in pairwise(tags):
            pair[a, b] += 1
        for a in tags:
            single[a] += 1
    ratio = (pair / pair.sum(1, keepdim=True)).log() - (single / single.sum()).log()
    network.crf.transitions.data = ratio.clamp(min=-math.log(1e4)) * weight
