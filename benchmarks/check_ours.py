"""onrecord in `benchmarks.check`, in a process of its own, as each of the peers is.

python -m benchmarks.check_ours FOLDER
FOLDER/documents.jsonl and FOLDER/queries.json -> one line of JSON
"""

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.check_report import Answer
from onrecord.matching import Index, check_quotation
from onrecord.records import Block, BlockKind, Document, Label
from onrecord.records.document import identify

_ABSTAINED = {Label.NOT_FOUND, Label.UNVERIFIABLE, Label.TOO_COMMON}


def measured(folder: Path) -> dict[str, Any]:
    """CPU seconds of this process alone. The documents are read before the clock starts, and let go before it asks."""
    built = _built(folder)
    asked = json.loads((folder / "queries.json").read_text("utf8"))
    begin = time.perf_counter()
    index = Index.open(folder / "bench.idx")
    opened = time.perf_counter() - begin
    answers = [asdict(_answer(q["n"], q["text"], index)) for q in asked]
    return {"build": built, "size": index.size, "opened": opened, "answers": answers}


def _built(folder: Path) -> float:
    texts = [json.loads(line) for line in (folder / "documents.jsonl").read_text("utf8").splitlines()]
    made = [_document(n, text) for n, text in enumerate(texts)]
    begin = time.process_time()
    Index.build(made, folder / "bench.idx").close()
    return time.process_time() - begin


def _document(number: int, text: str) -> Document:
    return Document(identify(text), f"d{number}", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))


def _answer(number: int, text: str, index: Index) -> Answer:
    begin = time.process_time()
    finding = check_quotation(text, index, others=0)
    spent = time.process_time() - begin
    places = finding.places or finding.others
    found = int(places[0].origin[1:]) if places else -1
    second = int(finding.places[1].origin[1:]) if len(finding.places) > 1 else -1
    absent = finding.verdict in _ABSTAINED
    return Answer(number, found, 0.0 if absent else 100.0, spent, str(finding.verdict), finding.severity, second)


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]))))
