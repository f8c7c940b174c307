"""Measure `onrecord read`: words per CPU second, start-up, memory, many inputs; on the same pages, the peer a user would pick.

python -m benchmarks.read
python -m benchmarks.read --articles 0 --peer-python ~/peer/bin/python --json result.json
"""

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks import contenders, pages
from benchmarks.clock import Run, Sample
from benchmarks.contenders import ChildError, Contender
from benchmarks.machine import machine
from benchmarks.report import report
from benchmarks.results import Many, Result, Speed, Start

REPETITIONS = 3
MANY_WORDS = 40_000
HELP = "from onrecord.views.cli import main; main()"

Key = TypeVar("Key")


def measure(
    rivals: list[Contender], found: list[pages.Article], source: str, repeat: int, scratch: Path, missing: list[str]
) -> Result:
    """Each number from child processes of its own; repetitions go round, so that a slower minute slows every contender."""
    before, words, folder = machine(), sum(a.words for a in found), scratch / "pages"
    written = pages.write(found, folder)
    middle = sorted(written, key=lambda p: p.stat().st_size)[len(written) // 2]
    speeds = _samples({c: c.command("read", folder) for c in rivals}, repeat, scratch)
    starts = _runs(_starts(rivals, middle), repeat, scratch)
    many = _many(pages.repeated(found, MANY_WORDS), repeat, scratch)
    return Result(
        machine=before,
        load_after=machine().load,
        source=source,
        articles=len(found),
        words=words,
        speeds=[_speed(c.name, words, of) for c, of in speeds.items()],
        starts=[Start(name, median(r.cpu for r in of), median(r.wall for r in of)) for name, of in starts.items()],
        many=many,
        missing=missing,
    )


def _many(found: list[pages.Article], repeat: int, scratch: Path) -> list[Many]:
    """In this process, then in one a core."""
    pages.write(found, scratch / "many")
    samples = _samples({w: contenders.many(w).command("many", scratch / "many") for w in (1, 0)}, repeat, scratch)
    words = sum(a.words for a in found)
    return [Many(w, len(found), words, words / median(s.wall for s in of), of) for w, of in samples.items()]


def _samples(commands: dict[Key, list[str]], repeat: int, scratch: Path) -> dict[Key, list[Sample]]:
    out: dict[Key, list[Sample]] = {key: [] for key in commands}
    for _ in range(repeat):
        for key, command in commands.items():
            out[key].append(contenders.sample(command, scratch))
    return out


def _runs(commands: dict[str, list[str]], repeat: int, scratch: Path) -> dict[str, list[Run]]:
    out: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(repeat):
        for name, command in commands.items():
            out[name].append(contenders.checked(command, scratch))
    return out


def _starts(rivals: list[Contender], page: Path) -> dict[str, list[str]]:
    """The bare interpreter first: what no program in Python can go below."""
    firsts = {f"{c.name}: import + first article": c.command("first", page) for c in rivals}
    return {
        "python alone": [sys.executable, "-c", "pass"],
        "onrecord --help": [sys.executable, "-c", HELP, "--help"],
        **firsts,
    }


def _speed(name: str, words: int, samples: list[Sample]) -> Speed:
    rates = [words / s.cpu for s in samples]
    return Speed(name, median(s.cpu for s in samples), median(rates), min(rates), max(rates), samples)


def _rivals(options: argparse.Namespace, scratch: Path) -> tuple[list[Contender], list[str]]:
    """Who can be measured here, and a line on each who cannot."""
    rivals, missing = contenders.ours(), []
    if len(rivals) == 1:
        missing.append("onrecord --fast: not shipped (no attribution-fast.onnx among the weights)")
    python = options.peer_python or (sys.executable if options.peer else None)
    if python is None:
        missing.append("peer: not measured; --peer-python PATH names an interpreter with spacy, textacy and trafilatura")
    elif not contenders.has_peer(python, scratch):
        missing.append(f"peer: not measured; {python} cannot import spacy, textacy and trafilatura (see benchmarks/README.md)")
    else:
        rivals.append(contenders.peer(python, options.peer_model, scratch))
    return rivals, missing


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.read", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--texts", type=Path, metavar="FOLDER", help="of .txt files (default: PolNeAR dev if at hand, else our cases)"
    )
    parser.add_argument(
        "--articles", type=int, default=20, metavar="N", help="so many of them, evenly spread; 0 is all (default 20)"
    )
    parser.add_argument("--repeat", type=int, default=REPETITIONS, metavar="N", help=f"repetitions (default {REPETITIONS})")
    parser.add_argument("--peer", action="store_true", help="measure spaCy + textacy too, with this interpreter")
    parser.add_argument("--peer-python", metavar="PATH", help="measure spaCy + textacy too, with that interpreter")
    parser.add_argument(
        "--peer-model", metavar="NAME", help="a pipeline that spacy.load takes (default: untrained, built here)"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there, for machines")
    options = parser.parse_args()
    if options.articles < 0 or options.repeat < 1:
        parser.error("--articles must be 0 or more, --repeat 1 or more")
    return options


def main() -> int:
    options = _options()
    found = pages.articles(options.texts, options.articles)
    if not found:
        print(f"benchmarks: no .txt files in {options.texts}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="onrecord-benchmark-") as folder:
        scratch = Path(folder)
        try:
            rivals, missing = _rivals(options, scratch)
            result = measure(rivals, found, pages.source(options.texts), options.repeat, scratch, missing)
        except ChildError as error:
            print(f"benchmarks: {error}", file=sys.stderr)
            return 1
    print(report(result))
    if options.json:
        options.json.write_text(json.dumps(asdict(result), indent=1, ensure_ascii=False) + "\n", "utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
