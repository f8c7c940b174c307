"""The peers of `benchmarks.check`, each in a process of its own. Needs tantivy and rapidfuzz; imports nothing of onrecord.

python benchmarks/check_peers.py fts5|tantivy|ratio FOLDER [MOST]
FOLDER/documents.jsonl and FOLDER/queries.json -> one line of JSON. The documents are read before the clock starts.
"""

import json
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz

_WORDS = re.compile(r"\w+")
_TOP = 20
Search = Callable[[str], "tuple[int, float]"]


def _documents(folder: Path) -> "list[str]":
    with (folder / "documents.jsonl").open(encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def _grams(text: str) -> "list[list[str]]":
    words = _WORDS.findall(text.lower())
    return [words[n : n + 3] for n in range(len(words) - 2)] or [words]


def _best(query: str, found: "list[tuple[int, str]]") -> "tuple[int, float]":
    """rapidfuzz reranks: the best partial ratio."""
    scored = [(fuzz.partial_ratio(query, text), -number) for number, text in found]
    best = max(scored, default=(0.0, 1))
    return -best[1], best[0]


def fts5(texts: "list[str]", scratch: Path) -> "tuple[Search, int]":
    base = sqlite3.connect(scratch / "peer.sqlite")
    base.execute("CREATE VIRTUAL TABLE d USING fts5(text)")
    base.executemany("INSERT INTO d(rowid, text) VALUES (?, ?)", enumerate(texts))
    base.commit()
    size = (scratch / "peer.sqlite").stat().st_size

    def search(query: str) -> "tuple[int, float]":
        match = " OR ".join('"' + " ".join(g) + '"' for g in _grams(query))
        return _best(
            query, base.execute("SELECT rowid, text FROM d WHERE d MATCH ? ORDER BY rank LIMIT ?", (match, _TOP)).fetchall()
        )

    return search, size


def tantivy_grams(texts: "list[str]", scratch: Path) -> "tuple[Search, int]":
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_text_field("text", stored=True, tokenizer_name="default", index_option="position")
    schema.add_integer_field("number", stored=True)
    built = schema.build()
    index = tantivy.Index(built, path=str(scratch))
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    for number, text in enumerate(texts):
        writer.add_document(tantivy.Document(text=text, number=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    size = sum(p.stat().st_size for p in scratch.iterdir())

    def search(query: str) -> "tuple[int, float]":
        grams = [g for g in _grams(query) if g]
        phrases = [
            tantivy.Query.phrase_query(built, "text", list(g)) if len(g) > 1 else tantivy.Query.term_query(built, "text", g[0])
            for g in grams
        ]
        wanted = tantivy.Query.boolean_query([(tantivy.Occur.Should, p) for p in phrases])
        hits = searcher.search(wanted, _TOP).hits
        held = [searcher.doc(address) for _, address in hits]
        return _best(query, [(d["number"][0], d["text"][0]) for d in held])

    return search, size


def ratio(texts: "list[str]", _: Path) -> "tuple[Search, int]":
    held = list(enumerate(texts))
    return lambda query: _best(query, held), 0


def main() -> None:
    name, folder = sys.argv[1], Path(sys.argv[2])
    asked = json.loads((folder / "queries.json").read_text("utf8"))
    if len(sys.argv) > 3:
        asked = asked[:: max(1, len(asked) // int(sys.argv[3]))]
    texts = _documents(folder)
    with tempfile.TemporaryDirectory(prefix="onrecord-peer-") as scratch:
        begin = time.process_time()
        search, size = {"fts5": fts5, "tantivy": tantivy_grams, "ratio": ratio}[name](texts, Path(scratch))
        built = time.process_time() - begin
        answers = []
        for query in asked:
            begin = time.process_time()
            number, score = search(query["text"])
            answers.append([query["n"], number, score, time.process_time() - begin])
    print(json.dumps({"build": built, "size": size, "answers": answers}))


if __name__ == "__main__":
    main()
