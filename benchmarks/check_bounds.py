"""Measure `check` where it is hardest: one document of 20 MB, a hundred thousand small ones, quotations of 1 and 5,000 words,
"the the the". Everything is made up here, seeded; peak memory is that of a process of its own for each line.

python -m benchmarks.check_bounds
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.clock import peak_mb, spawn
from benchmarks.machine import ROOT
from onrecord.matching import Index, check_quotation
from onrecord.records import Document
from onrecord.records.document import identify

_SYLLABLES = [(a, b) for a in "ka lo mi re ton ver sal dun hal brix".split() for b in "na po ri lu da ste gor".split()]
_WORDS = [a + b + c for a, b in _SYLLABLES for c in ("", "s", "ed", "ing")]
_LONG = 5_000  # words of a long quotation
_REPEAT = 5
CASES = ("large", "small", "repetition")


def prose(words: int, seed: int) -> str:
    return " ".join(random.Random(seed).choices(_WORDS, k=words))


def documents(case: str) -> Iterator[str]:
    if case == "large":
        yield prose(3_400_000, 1)  # 20 MB and more
    elif case == "small":
        yield from (prose(60, n) for n in range(100_000))
    else:
        yield from ("the " * 5_000_000, "the of " * 500_000, prose(20_000, 1))


def asked(case: str, text: str) -> Iterator[tuple[str, str]]:
    """What is asked of each, and what it is."""
    words = text.split()
    at = len(words) // 2
    yield "1 word", words[at]
    yield "12 words", " ".join(words[at : at + 12])
    yield "12 words, one changed", " ".join([*words[at : at + 6], "unheard", *words[at + 7 : at + 12]])
    if case == "large":
        long = words[at : at + _LONG]
        yield "5,000 words", " ".join(long)
        yield "5,000 words, one changed", " ".join([*long[:2_000], "unheard", *long[2_001:]])
    if case == "repetition":
        yield "the", "the"
        yield "the the the", "the the the"
        yield "5,000 times the", "the " * _LONG
        yield "500 times the of", "the of " * 500
        yield "the, 11 words of prose", "the " + " ".join(prose(20_000, 1).split()[:11])


def measure(case: str, folder: Path) -> None:
    texts = documents(case)
    made = (Document(identify(text), f"{n}", text, ()) for n, text in enumerate(texts))
    index = Index.build(made, folder / f"{case}.idx")
    first = next(iter(index)).text
    print(
        f"{case}: {len(index):,} documents, {index.text_bytes / 1e6:.1f} MB, index {index.size / index.text_bytes:.2f} of that"
    )
    for what, words in asked(case, first):
        begin = time.process_time()
        for _ in range(_REPEAT):
            finding = check_quotation(words, index)
        spent = (time.process_time() - begin) / _REPEAT
        print(f"  {what:26} {finding.verdict:14} {1e3 * spent:9.2f} ms")
    print(f"  peak {peak_mb():.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.check_bounds", description=__doc__)
    parser.add_argument("case", nargs="?", choices=CASES)
    case = parser.parse_args().case
    with tempfile.TemporaryDirectory(prefix="onrecord-bounds-") as name:
        if case:
            measure(case, Path(name))
            return
        for each in CASES:
            done = spawn([sys.executable, "-m", "benchmarks.check_bounds", each], cwd=ROOT, log=Path(name) / "output.txt")
            print(done.output if done.status == 0 else f"{each}: exit status {done.status}")


if __name__ == "__main__":
    main()
