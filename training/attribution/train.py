"""Fine-tune the network: one process a core, gradients averaged, bfloat16 where the processor has it, checkpoint each epoch."""

import argparse
import math
import random
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TextIO

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.models.features import WINDOW, Featurizer, Window, batch, windows
from training.attribution import augment, distil, entities, inner, pronouns, told
from training.attribution.larger import Larger
from training.attribution.network import INPUTS, Network, losses
from training.attribution.polnear import TAGS, Article, Labels, draw, load, targets

MASK, MASKED = 103, 0.03  # share of word pieces hidden in training
WEIGHTS = (
    1.0,
    0.5,
    0.5,
    1.0,
    0.15,
    0.0,
)  # of the losses: tags, cue arcs, source arcs, names, pronouns, distance from a teacher
TAUGHT = (0.3, 0.15, 0.15, 0.3, 0.1, 1.0)  # likewise, where there is a teacher
NAMES, PRONOUNS = 3, 4  # where their weights stand
HALF = 0.5  # share of the pages whose names are replaced by pronouns in an epoch
Item = tuple[Labels, Window]
Batch = list[Item]
Step = list[Batch]  # batches that go through the network one by one; their gradients add up


@dataclass(frozen=True, slots=True)
class Corpora:
    """All that a run learns from; what its options leave out is empty."""

    articles: list[Article]
    fragments: list[Article]
    names: list[entities.Text]
    pool: augment.Names
    pages: list[pronouns.People]
    gap: list[Item]
    told: list[Item]
    featurizer: Featurizer


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
    corpora = _load(options, featurizer)
    network = _network(options)
    _count_transitions(network, corpora.articles)
    if options.start_from:
        network.load_shallower(options.start_from)
    trainer = Trainer(network, options, rank)
    if options.teacher:
        trainer.learn_from(options.teacher)
    if options.rounded:
        network.round_as_shipped()
    with (options.out / f"log{rank}.txt").open("a") as log:
        for epoch in range(trainer.epoch, min(options.epochs, options.until or options.epochs)):
            trainer.run(epoch, _epoch(corpora, options, epoch), log)


def _network(options: argparse.Namespace) -> Network:
    """Untrained but for the encoder."""
    if options.larger is None:
        network = Network(options.layers)
        network.load_encoder(options.encoder / "model.safetensors")
        return network
    wide = Larger()
    wide.load_encoder(options.larger / "model.safetensors")
    wide.read_as(options.encoder / "vocab.txt", options.larger / "vocab.txt")
    return wide


def _load(options: argparse.Namespace, featurizer: Featurizer) -> Corpora:
    folder = options.data / "polnear/train"
    fragments = inner.load(folder, featurizer) if options.inner else []
    names = entities.load(options.data / "ner", options.data / "gum") if options.names else []
    articles = load(folder, featurizer, options.limit)
    plain = distil.plain_news(options.data, featurizer)[: options.limit] if options.plain or options.pronouns else []
    seen = [*articles, *plain]
    of = random.Random(options.seed).sample(seen, round(options.share * len(seen))) if options.pronouns else []
    pages = pronouns.people(of)
    gap = list(pronouns.gap(options.data / "coreference/gap-development.tsv", featurizer)) if options.pronouns else []
    if options.plain:
        articles += plain
    if not options.attributions:
        articles, fragments = [], []
    asked = told.read(options.told) if options.told else []
    pool = augment.Names(names)
    return Corpora(articles, fragments, names[: options.limit], pool, pages, gap[: options.limit], asked, featurizer)


class Trainer:
    """Steps through batches; its state (weights, optimizer, step) is saved after each epoch and taken up again."""

    def __init__(self, network: Network, options: argparse.Namespace, rank: int) -> None:
        self.network, self.options, self.rank = network, options, rank
        self.teacher: Network | None = None
        more = {NAMES: options.name_weight, PRONOUNS: options.pronoun_weight}
        self.weights = tuple(w * more.get(k, 1) for k, w in enumerate(TAUGHT if options.teacher else WEIGHTS))
        network.we.weight.requires_grad_(requires_grad=False)
        named = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
        apart = network.head_names()
        encoder = [p for n, p in named if n.split(".")[0] not in apart]
        heads = [p for n, p in named if n.split(".")[0] in apart]
        self.params, self.rates = encoder + heads, (options.rate, options.head_rate)
        groups = [{"params": encoder}, {"params": heads}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
        self.step, self.epoch, self.path = 0, 0, options.out / "checkpoint.pt"
        if self.path.exists():
            state = torch.load(self.path, weights_only=True)
            network.load_state_dict(state["network"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.epoch = state["step"], state["epoch"]

    def learn_from(self, checkpoint: Path) -> None:
        """Every answer is compared with a trained network's; those on pronouns are not where --told has others.

        The transitions are its own, and stay: equal logits are then equal posteriors.
        """
        self.teacher = Network.trained(checkpoint)
        for ours, theirs in ((self.network.crf, self.teacher.crf), (self.network.ent_crf, self.teacher.ent_crf)):
            ours.load_state_dict(theirs.state_dict())
            for p in ours.parameters():
                p.requires_grad_(requires_grad=False)
        self.params = [p for p in self.params if p.requires_grad]

    def run(self, epoch: int, steps: list[Step], log: TextIO) -> None:
        self.network.train()
        torch.manual_seed(self.options.seed * 1000 + epoch * 10 + self.rank)
        start, total, sums = time.time(), len(steps) * self.options.epochs, torch.zeros(len(WEIGHTS))
        for k, step in enumerate(steps):
            for items in step:
                loss = self._losses(items[self.rank :: self.options.workers])
                sum(w * x for w, x in zip(self.weights, loss, strict=True)).backward()
                sums += torch.stack([x.detach() for x in loss])
            self._update(min(1.0, (self.step + 1) / self.options.warm_up) * max(0.0, 1 - (epoch * len(steps) + k) / total))
            if k % 50 == 49:
                tell = " ".join(f"{x / 50:.4f}" for x in sums.tolist())
                took = time.time() - start
                print(f"epoch {epoch} step {k + 1}/{len(steps)} loss {tell} {took:.0f}s", file=log, flush=True)
                sums.zero_()
        self.epoch = epoch + 1
        if self.rank == 0:
            self._save()
        dist.barrier()

    def _losses(self, items: list[Item]) -> tuple[Tensor, ...]:
        x = {k: torch.from_numpy(v) for k, v in batch([w for _, w in items]).items()}
        y = {k: torch.from_numpy(v) for k, v in targets(items, x["first"].shape[1]).items()}
        hide = (torch.rand(x["ids"].shape) < MASKED) & (x["ids"] > MASK)
        x["ids"] = x["ids"].masked_fill(hide, MASK)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.options.bfloat16):
            hidden = self.network.encode(*(x[k] for k in INPUTS[:6]))
            out = self.network.heads(self.network.dropout(hidden), x["wmask"], x["par"])
            if len(y["told"]):
                taught = distil.from_told(out[4], y["told"], y["told_scores"])
            elif self.teacher:
                taught = distil.loss(self.teacher, hidden, out, x, ties=not self.options.told)
            else:
                taught = out[0].sum() * 0.0
        return *losses(self.network, out, y), taught

    def _update(self, share: float) -> None:
        """Sum gradients over the workers, clip to norm 1, step at `share` of the learning rates."""
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
        torch.save({"network": state["network"]}, self.path.with_name(f"epoch{self.epoch}.pt"))


def _epoch(corpora: Corpora, options: argparse.Namespace, epoch: int) -> list[Step]:
    """Steps in an order fixed by seed and epoch; every corpus comes evenly over the epoch."""
    rng = random.Random(options.seed * 1000 + epoch)
    size = options.batch * options.workers * WINDOW
    articles = rng.sample(corpora.articles, round(options.share * len(corpora.articles)))
    names = rng.sample(corpora.names, round(options.share * len(corpora.names)))
    asked = rng.sample(corpora.told, round(options.told_share * len(corpora.told)))
    streams = (_cut(articles, rng), _named(corpora, names, rng), _pronouns(corpora, rng), asked)
    whole, *beside = (b for items in streams if (b := _batches(items, size, rng)))
    spread = (_spread(batches, len(whole)) for batches in beside)
    steps = [[b, *(batch for batches in more for batch in batches)] for b, *more in zip(whole, *spread, strict=True)]
    steps += [[b] for b in _batches(_cut(corpora.fragments, rng), size, rng)]
    rng.shuffle(steps)
    return [kept for step in steps if (kept := [b for b in step if len(b) >= options.workers])]


def _spread(batches: list[Batch], n: int) -> list[list[Batch]]:
    """Batches dealt out evenly over n steps."""
    return [batches[k * len(batches) // n : (k + 1) * len(batches) // n] for k in range(n)]


def _cut(articles: list[Article], rng: random.Random) -> list[Item]:
    """Windows of one annotator's reading of each article, cut anew each epoch."""
    return [(labels, w) for a in articles for labels in [draw(rng, a)] for w in windows(a.features, WINDOW, _first(rng))]


def _named(corpora: Corpora, documents: list[entities.Text], rng: random.Random) -> list[Item]:
    out: list[Item] = []
    for document in documents:
        features, labels = entities.written(augment.varied(document, corpora.pool, rng), corpora.featurizer, rng)
        out += [(labels, w) for w in windows(features, WINDOW, _first(rng))]
    return out


def _pronouns(corpora: Corpora, rng: random.Random) -> list[Item]:
    pages = rng.sample(corpora.pages, round(HALF * len(corpora.pages)))
    return corpora.gap + [item for page in pages for item in pronouns.replaced(page, corpora.featurizer, rng)]


def _first(rng: random.Random) -> int:
    return rng.randrange(40, WINDOW)


def _batches(items: list[Item], pieces: int, rng: random.Random) -> list[Batch]:
    """Windows of like length together (little padding), about so many word pieces a batch."""
    rng.shuffle(items)
    out: list[Batch] = []
    for at in range(0, len(items), 192):
        batch_now: Batch = []
        for item in sorted(items[at : at + 192], key=lambda t: len(t[1])):
            if batch_now and (len(batch_now) + 1) * (len(item[1]) + 2) > pieces:
                out.append(batch_now)
                batch_now = []
            batch_now.append(item)
        out.append(batch_now)
    rng.shuffle(out)
    return [b for b in out if b]


def _count_transitions(network: Network, articles: list[Article], weight: float = 0.3) -> None:
    """Start the CRF from the transitions counted on the training set, over the unigram counts."""
    pair, single = torch.full((TAGS, TAGS), 1e-3), torch.ones(TAGS)
    for article in articles:
        tags = article.readings[0].tags  # empty where plain news joins in
        for a, b in pairwise(tags):
            pair[a, b] += 1
        for a in tags:
            single[a] += 1
    ratio = (pair / pair.sum(1, keepdim=True)).log() - (single / single.sum()).log()
    network.crf.transitions.data = ratio.clamp(min=-math.log(1e4)) * weight
