"""Measure `check`: quotations edited in known ways against many documents; on the same queries, the peers a user would pick.

python -m benchmarks.check                                                     # onrecord alone, 5,000 documents
python -m benchmarks.check --documents 50000 --peer-python ~/peer/bin/python   # all of it, half an hour
python -m benchmarks.pure benchmarks.check                                     # the same without what is compiled

Text: --texts FOLDER of .txt files (default: PolNeAR train if at hand). Documents beyond them are their sentences, shuffled;
they are made in a temporary folder and go with it. Every sixth article is held back: its quotations are in no document.
"""

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks import check_edits
from benchmarks.check_edits import Query
from benchmarks.check_report import Answer, System, table
from benchmarks.clock import spawn
from benchmarks.machine import ROOT, machine
from onrecord.matching.compiled import kernel

TEXTS = ROOT.parent / "shared/data/polnear/train/text"
PEERS = {"tantivy": "tantivy 3-grams + rapidfuzz", "fts5": "SQLite FTS5 3-grams + rapidfuzz", "ratio": "rapidfuzz over all"}


def ours(folder: Path) -> System:
    """Built and asked in a process of its own, CPU seconds of it alone."""
    module = ["benchmarks.check_ours"] if kernel else ["benchmarks.pure", "benchmarks.check_ours"]
    done = spawn([sys.executable, "-m", *module, str(folder)], cwd=ROOT, log=folder / "output.txt")
    if done.status:
        raise SystemExit(f"benchmarks: onrecord was not measured: exit status {done.status}")
    held = json.loads(done.output.splitlines()[-1])
    return System("onrecord", held["build"], held["size"], [Answer(**a) for a in held["answers"]], held["opened"])


def peer(name: str, python: str, folder: Path, most: int = 0) -> System | None:
    command = [python, str(ROOT / "benchmarks/check_peers.py"), name, str(folder), *([str(most)] if most else [])]
    done = spawn(command, cwd=ROOT, log=folder / "output.txt")
    if done.status:
        print(f"benchmarks: {PEERS[name]} was not measured: exit status {done.status}", file=sys.stderr)
        return None
    held = json.loads(done.output.splitlines()[-1])
    return System(PEERS[name], held["build"], held["size"], [Answer(*a) for a in held["answers"]])


def prepare(options: argparse.Namespace, folder: Path) -> tuple[list[Query], list[str], int]:
    """Writes the documents and the queries for every system -> the queries, the documents as bare words, the text's bytes."""
    articles = [p.read_text("utf8") for p in sorted(options.texts.glob("*.txt"))]
    indexed = [a for n, a in enumerate(articles) if n % 6]
    asked = check_edits.queries(indexed, articles[::6], options.queries, options.seed)
    texts: list[str] = []
    size = 0
    with (folder / "documents.jsonl").open("w", encoding="utf8") as out:
        for text in check_edits.documents(indexed, options.documents, options.seed):
            out.write(json.dumps(text, ensure_ascii=False) + "\n")
            texts.append(check_edits.words(text))
            size += len(text.encode())
    (folder / "queries.json").write_text(json.dumps([asdict(q) | {"n": n} for n, q in enumerate(asked)]), "utf8")
    return asked, texts, size


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.check", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, default=TEXTS, metavar="FOLDER", help="of .txt files")
    parser.add_argument("--documents", type=int, default=5_000, metavar="N", help="in the index (default 5000)")
    parser.add_argument("--queries", type=int, default=222, metavar="N", help="of each kind (default 222)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--peer-python", metavar="PATH", help="an interpreter with tantivy and rapidfuzz: measures the peers too"
    )
    parser.add_argument("--ratio", type=int, default=0, metavar="N", help="ask rapidfuzz over all documents N queries (slow)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every answer there, for machines")
    return parser.parse_args()


def main() -> int:
    options = _options()
    if not any(options.texts.glob("*.txt")):
        print(f"benchmarks: no .txt files in {options.texts}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="onrecord-benchmark-") as name:
        folder = Path(name)
        asked, texts, size = prepare(options, folder)
        systems = [ours(folder)]
        if options.peer_python:
            wanted = [("tantivy", 0), ("fts5", 0), *([("ratio", options.ratio)] if options.ratio else [])]
            systems += [s for n, most in wanted if (s := peer(n, options.peer_python, folder, most))]
    print(f"{machine()}\nonrecord's inner loops: {'compiled' if kernel else 'Python'}")
    print(f"{len(texts):,} documents, {size / 1e6:.1f} MB; {len(asked):,} queries, seed {options.seed}")
    print(table(systems, asked, texts, size))
    if options.json:
        held = [
            {**asdict(q), "answers": {s.name: asdict(a) for s in systems for a in s.answers if a.number == n}}
            for n, q in enumerate(asked)
        ]
        options.json.write_text(json.dumps(held, indent=1, ensure_ascii=False) + "\n", "utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
