"""The child process that measures onrecord: HTML bytes -> Document -> Reading -> JSON text, one thread.

python -m benchmarks.ours read FOLDER [--fast]         each page in turn
python -m benchmarks.ours many FOLDER --workers N      Reader.read_all in N processes (0: one a core)
python -m benchmarks.ours first PAGE [--fast]          import, load, one page
"""

import argparse
import json
from pathlib import Path

from benchmarks.clock import Clock, Sample, peak_mb


def first(page: Path, *, fast: bool) -> None:
    """What a newcomer waits for: nothing is imported before this."""
    import onrecord
    from onrecord.records.json import to_json

    reading = onrecord.read(page, onrecord.Settings(fast=fast))
    json.dumps(to_json(reading))


def read(folder: Path, *, fast: bool) -> Sample:
    """Each page of the folder, one after another, as `onrecord read` does it."""
    from onrecord import InputError, Reader, Settings
    from onrecord.records.json import to_json

    pages, reader = sorted(folder.iterdir()), Reader(Settings(fast=fast))
    json.dumps(to_json(reader.read(pages[0])))
    kept, found, failures = 0, 0, {}
    with Clock() as clock:
        for page in pages:
            try:
                reading = reader.read(page)
            except InputError as error:
                failures[page.stem] = str(error)
                continue
            json.dumps(to_json(reading), ensure_ascii=False)
            kept += len(reading.document.text.split())
            found += len(reading.attributions)
    return Sample(len(pages), kept, found, clock.cpu, clock.wall, peak_mb(), failures, _versions())


def many(folder: Path, workers: int) -> Sample:
    """The folder as one argument, in processes. wall holds their start, as a user's does; cpu is this process's own."""
    from onrecord import InputError, Reader, Settings
    from onrecord.records.json import to_json

    documents, kept, found, failures = 0, 0, 0, {}
    with Clock() as clock:
        for outcome in Reader(Settings(workers=workers)).read_all([str(folder)]):
            documents += 1
            if isinstance(outcome, InputError):
                failures[Path(outcome.origin).stem] = str(outcome)
                continue
            json.dumps(to_json(outcome), ensure_ascii=False)
            kept += len(outcome.document.text.split())
            found += len(outcome.attributions)
    return Sample(documents, kept, found, clock.cpu, clock.wall, peak_mb(), failures, _versions())


def _versions() -> dict[str, str]:
    from importlib.metadata import version

    return {name: version(name) for name in ("onrecord", "onnxruntime", "tokenizers", "trafilatura", "numpy")}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ours", description=__doc__)
    parser.add_argument("task", choices=("read", "many", "first"))
    parser.add_argument("path", type=Path)
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    if options.task == "first":
        first(options.path, fast=options.fast)
    elif options.task == "many":
        many(options.path, options.workers).report()
    else:
        read(options.path, fast=options.fast).report()


if __name__ == "__main__":
    main()
