"""The shipped reader on PolNeAR dev, scored by ../shared/tools/score_attribution.py: roots only, the text as a user's file."""

import hashlib
import importlib.util
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from onrecord import sources
from onrecord.records import Reading, Span
from onrecord.workflows import Reader

SHARED = Path(__file__).parents[2] / "shared"
DEV = SHARED / "data/polnear/dev"
MEASURES = ("spans source", "spans cue", "spans content", "tokens content", "whole50", "wholeX")


@dataclass(frozen=True, slots=True)
class Scored:
    """measures: name -> F1 in per cent. digest: blake2b of the corpus, so that a floor is never compared across corpora."""

    measures: dict[str, float]
    digest: str


def available() -> bool:
    return (DEV / "text").is_dir() and (SHARED / "tools/score_attribution.py").is_file()


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_attribution", SHARED / "tools/score_attribution.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(folder: Path = DEV) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / "text").iterdir()):
        with path.open(encoding="utf8", newline="") as file:
            yield path.stem, file.read()


def pairs(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(s.start, s.end) for s in spans]


def roots(reading: Reading) -> list[dict[str, list[tuple[int, int]]]]:
    return [{"source": pairs(a.source), "cue": pairs(a.cue), "content": pairs(a.content)} for a in reading.roots]


def digest(folder: Path = DEV) -> str:
    h = hashlib.blake2b(digest_size=16)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            h.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return h.hexdigest()


def score(reader: Reader) -> Scored:
    tool = scorer()
    predictions = {}
    for name, text in articles():
        document = sources.document(text, name)
        if document.text != text:
            raise ValueError(f"{name}: the document's text differs from the file's; offsets would not compare")
        predictions[name] = roots(reader.read(document))
    total = tool.total(tool.score(str(DEV), predictions))
    return Scored({m: round(100 * tool.prf(total[m])[2], 2) for m in MEASURES}, digest())
