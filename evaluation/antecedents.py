"""Whom a pronoun or a description stands for: a sample of PolNeAR dev that we annotated by hand, and its scorer.

    score(lambda file, text, source: "Ida Vell" or None) -> Score(rows=..., right=..., resolved=..., ...)

antecedents.jsonl holds file names and offsets only. One line a source:
    {"file": "nyt_2016...", "source": [[210, 212]], "antecedents": [[[4, 16], [98, 102]]], "code": "one"}
antecedents: a list of entities, each the spans (code points of the file's text) of names a resolver may fairly return, the
fullest first; null where the text does not say. code: one of CODES. "surname": false says that the surname alone means
somebody else in that article. How it was annotated: evaluation/annotate_antecedents.py.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NotRequired, Protocol, TypedDict

from evaluation.polnear import DEV, articles
from onrecord.records import Span

GOLD = Path(__file__).parent / "antecedents.jsonl"
CODES = {
    "one": "one entity that the article names",
    "group": "several entities, all or some of them named: none of them alone is the answer, so not scored",
    "generic": "people of a kind, or readers at large: voters, critics, you",
    "unnamed": "somebody in particular whom the article does not name: an aide, sources, his wife",
    "document": "a text or picture without a name: the letter, exit polls",
    "thing": "no speaker at all: a debate, a case",
    "author": "the writer, whom the text does not name",
}
_TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor president vice senator sen sens representative rep reps gov governor"
    " mayor judge justice chief secretary chairman chairwoman gen general lt col capt rev the former".split()
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii"))
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_OF = frozenset(("of", "for", "at", "on", "in"))


class Row(TypedDict):
    file: str
    source: list[list[int]]
    antecedents: list[list[list[int]]] | None
    code: str
    surname: NotRequired[bool]


class Resolver(Protocol):
    """(file name without suffix, text, spans of the source) -> the name it resolves to.

    None where it abstains, and where it leaves the words as they are ("voters", "an aide").
    """

    def __call__(self, file: str, text: str, source: tuple[Span, ...], /) -> str | None: ...


@dataclass(slots=True)
class Score:
    """Counts. named: rows with one antecedent; resolved and right among them; nulls: rows without, invented among them."""

    named: int = 0
    resolved: int = 0
    right: int = 0
    nulls: int = 0
    invented: int = 0
    complaints: list[str] = field(default_factory=list)

    def measures(self) -> dict[str, float]:
        """-> {"accuracy": 88.1, "coverage": 90.2, "invented": 7.5}, per cent."""
        return {
            "accuracy": _percent(self.right, self.resolved),
            "coverage": _percent(self.resolved, self.named),
            "invented": _percent(self.invented, self.nulls),
        }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def load(path: Path = GOLD) -> list[Row]:
    """The annotated sources, by file and place."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


def score(resolver: Resolver, rows: Iterable[Row] | None = None, folder: Path = DEV) -> Score:
    texts = dict(articles(folder))
    out = Score()
    for row in load() if rows is None else rows:
        if row["code"] != "group":
            source = tuple(Span(*s) for s in row["source"])
            _one(out, row, texts[row["file"]], resolver(row["file"], texts[row["file"]], source))
    return out


def _one(out: Score, row: Row, text: str, name: str | None) -> None:
    if row["antecedents"] is None:
        out.nulls += 1
        out.invented += name is not None
    else:
        out.named += 1
        out.resolved += name is not None
        out.right += name is not None and right(name, mentions(row, text), surname=row.get("surname", True))
    if name is not None:
        out.complaints += _complaint(row, text, name)


def _complaint(row: Row, text: str, name: str) -> Iterator[str]:
    accepted = mentions(row, text)
    if not right(name, accepted, surname=row.get("surname", True)):
        start, end = row["source"][0]
        wanted = accepted[0] if accepted else f"nobody ({row['code']})"
        yield f"{row['file']} {start}: {text[start:end]!r} is {wanted!r}, not {name!r}"


def mentions(row: Row, text: str) -> list[str]:
    """The names that are accepted, each once, the fullest first; none where the text does not say."""
    spans = row["antecedents"][0] if row["antecedents"] else []
    return list(dict.fromkeys(text[start:end] for start, end in spans))


def right(name: str, accepted: Iterable[str], *, surname: bool = True) -> bool:
    """right("Mr. Brandt", ["Leo Brandt"]) -> True: the same words, or part of them with the head name; titles do not count.

    surname=False: a single word counts only where it is accepted as it stands, since two people share it.
    """
    said = _words(name)
    return bool(said) and any(_same(said, _words(a), surname=surname) for a in accepted)


def _same(said: tuple[str, ...], wanted: tuple[str, ...], *, surname: bool) -> bool:
    if said == wanted:
        return True
    enough = surname or len(said) > 1
    return enough and set(said) <= set(wanted) and bool(_heads(said) & _heads(wanted))


def _words(name: str) -> tuple[str, ...]:
    """'Sen. Robert C. "Bobby" Scott’s' -> ("robert", "c", "bobby", "scott")"""
    found = [re.sub(r"['’]s$", "", w.lower()).rstrip(".") for w in _WORD.findall(name)]
    return tuple(w for w in found if w not in _TITLES) or tuple(found)


def _heads(words: tuple[str, ...]) -> set[str]:
    """The last word, and the one before the first "of" or "for": Court of Appeals -> court, appeals."""
    bare = [w for w in words if w not in _SUFFIXES] or list(words)
    before = next((a for a, b in pairwise(bare) if b in _OF), bare[-1])
    return {bare[-1], before}


def main() -> None:
    rows = load()
    print(f"{len(rows)} sources in {len({r['file'] for r in rows})} articles")
    for code, count in Counter(r["code"] for r in rows).most_common():
        print(f"{count:4} {code:9} {CODES[code]}")


if __name__ == "__main__":
    main()
