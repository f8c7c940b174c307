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
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks import check_edits
from benchmarks.check_edits import Query
from benchmarks.check_report import Answer, System, table
from benchmarks.clock import spawn
from benchmarks.machine import ROOT, machine
from onrecord.matching import Index, check_quotation
from onrecord.matching.compiled import kernel
from onrecord.records import Block, BlockKind, Document, Label
from onrecord.records.document import identify

TEXTS = ROOT.parent / "shared/data/polnear/train/text"
PEERS = {"tantivy": "tantivy 3-grams + rapidfuzz", "fts5": "SQLite FTS5 3-grams + rapidfuzz", "ratio": "rapidfuzz over all"}
_ABSTAINED = {Label.NOT_FOUND, Label.UNVERIFIABLE, Label.TOO_COMMON}


def ours(folder: Path, asked: Sequence[Query]) -> System:
    """Built and asked in this process, CPU seconds of it alone. Making the Documents is not counted; indexing them is."""
    texts = [json.loads(line) for line in (folder / "documents.jsonl").read_text("utf8").splitlines()]
    made = [_document(n, text) for n, text in enumerate(texts)]
    begin = time.process_time()
    Index.build(made, folder / "bench.idx").close()
    built = time.process_time() - begin
    begin = time.perf_counter()
    index = Index.open(folder / "bench.idx")
    opened = time.perf_counter() - begin
    answers = [_answer(n, q, index) for n, q in enumerate(asked)]
    return System("onrecord", built, (folder / "bench.idx").stat().st_size, answers, opened)


def _document(number: int, text: str) -> Document:
    return Document(identify(text), f"d{number}", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))


def _answer(number: int, query: Query, index: Index) -> Answer:
    begin = time.process_time()
    finding = check_quotation(query.text, index, others=0)
    spent = time.process_time() - begin
    places = finding.places or finding.others
    found = int(places[0].origin[1:]) if places else -1
    second = int(finding.places[1].origin[1:]) if len(finding.places) > 1 else -1
    absent = finding.verdict in _ABSTAINED
    return Answer(number, found, 0.0 if absent else 100.0, spent, str(finding.verdict), finding.severity, second)


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
        systems = [ours(folder, asked)]
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
