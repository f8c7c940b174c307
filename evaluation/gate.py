"""python -m evaluation.gate: the shipped models, and the check, against their floors; exit 1 below any.

Our own cases always; PolNeAR dev when ../shared/data is there and is the corpus whose digest floors.json holds.
`--lower` writes the scores just measured as floors (one point lower, for other
processors round int8 otherwise, then down to half a point): a deliberate act, seen in the diff.
"""

import argparse
import json
import math
import sys
from pathlib import Path

from evaluation import audit, entities, inner, own, polnear, quotations, speakers, ways, who
from onrecord.models.attribution import WEIGHTS, AttributionModel
from onrecord.settings import Settings
from onrecord.workflows import Reader

FLOORS = Path(__file__).parent / "floors.json"
Measures = dict[str, dict[str, float]]


def measure() -> tuple[Measures, str | None]:
    """Suite -> measure -> per cent, and the digest of PolNeAR dev where it is at hand."""
    reader, digest = Reader(), None
    suites: Measures = {"own cases": own.score(reader).measures()}
    suites["own cases, inner levels"] = own.levels(reader)
    for part in ("", who.HELD_OUT, who.FRESH, who.OPENED, who.BLIND):
        name = f"who speaks, {part.replace('-', ' ')}" if part else "who speaks"
        suites[name] = who.shipped(reader, part).measures()
    suites["ways of newspapers"] = ways.score(reader)
    suites["audit rules"] = audit.score(reader).measures()
    suites["quotations"] = quotations.measures(quotations.score(reader))
    suites["quotations, as read"] = quotations.measures(quotations.score_read(reader))
    if polnear.available():
        scored = polnear.score(reader)
        suites["PolNeAR dev"], digest = scored.measures, scored.digest
        if (WEIGHTS / "attribution-fast.onnx").exists():
            suites["PolNeAR dev, fast"] = polnear.score(Reader(Settings(fast=True))).measures
    model = AttributionModel()
    if entities.available():
        suites["names"] = entities.measures(model)
    if speakers.available():
        suites["whom pronouns mean"] = speakers.measures(model)
    if inner.available():
        suites["inner level, held out"] = inner.score(model)
    return suites, digest


def compare(suites: Measures, floors: Measures) -> list[str]:
    """A line for every measure, those below their floor marked with an exclamation mark."""
    lines = []
    for suite, measures in suites.items():
        for name, value in measures.items():
            floor = floors.get(suite, {}).get(name)
            mark = " " if floor is None or value >= floor else "!"
            lines.append(f"{mark} {suite:20} {name:48} {value:6.2f}  floor {'none' if floor is None else floor}")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate", description=__doc__)
    parser.add_argument("--lower", action="store_true", help="take the scores just measured as the new floors")
    options = parser.parse_args()
    suites, digest = measure()
    held = json.loads(FLOORS.read_text("utf8")) if FLOORS.exists() else {"digest": digest, "floors": {}}
    if options.lower:
        floors = {s: {n: math.floor(2 * (v - 1)) / 2 for n, v in m.items()} for s, m in suites.items()}
        FLOORS.write_text(json.dumps({"digest": digest, "floors": floors}, indent=1) + "\n", "utf8")
        held = {"digest": digest, "floors": floors}
    if digest is None:
        print("PolNeAR dev is not at hand (../shared/data): only our own cases are scored")
    elif digest != held["digest"]:
        print(f"the corpus is another: digest {digest}, floors were set on {held['digest']}; set them anew with --lower")
        return 1
    lines = compare(suites, held["floors"])
    print(*lines, sep="\n")
    below = [line for line in lines if line.startswith("!")]
    print(f"{len(lines) - len(below)} at or above their floor, {len(below)} below")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
