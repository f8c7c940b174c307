"""How antecedents.jsonl was made: a sheet to read, notes to write, offsets out.

`--sheet` prints PolNeAR dev articles with a seeded sample of sources numbered: «3|he» said.
Notes, kept outside the repository because they hold names from the articles, say for each article (by number) whom they mean:
    11: 1,2=Bill Clinton|Clinton; 3 -generic; 4=Ada Quill+Leo Brandt; 5=Ida Vell!
"|" parts names of one entity (the fullest first), "+" entities of a group, "!" warns that the surname alone is another's.
`--notes FILE` turns them into antecedents.jsonl by exact search and says what it does not find.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation.antecedents import CODES, GOLD, Row
from evaluation.polnear import DEV, articles, scorer

SEED, EACH, MORE = 4, 6, 6
_NO_NAMES = frozenset(
    "I The A An He She They It We You One Some Many Others Republican Republicans Democrat Democrats Democratic GOP American"
    " Americans Black Latino Latinos Hispanic Muslim European Russian Mexican His Her Their Its My Our Those These This That"
    " Most Several Both No Two Three Who Which Critics Supporters".split()
)
_WORD = re.compile(r"[A-Za-z][\w.'’-]*")
_SINGLE = re.compile(r"(?i)(he|she|it|his|her|they|who|which|i|the [a-z ]+[^s]|(his|her) [a-z]+)")
_NAME_BEFORE = re.compile(r"(?<!\w)(?!Mrs?\.|Ms\.)[A-Z][a-z]+\.? $")
_NOTE = re.compile(r"([\d,]+)(?:=(.+)| -(\w+))")

Spans = tuple[tuple[int, int], ...]


def sampled(name: str, text: str, rng: random.Random) -> dict[int, Spans]:
    """{1: ((210, 212),), ..., 101: ...}: up to EACH sources without a name; from 101 on, up to all further short ones."""
    nameless = [s for s in _sources(name) if _is_nameless(text, s)]
    chosen = sorted(rng.sample(range(len(nameless)), min(EACH, len(nameless))))
    rest = [s for i, s in enumerate(nameless) if i not in chosen and _SINGLE.fullmatch(_words(text, s))]
    first = {n: nameless[i] for n, i in enumerate(chosen, 1)}
    return first | dict(enumerate(rest, 101))


def _sources(name: str) -> list[Spans]:
    tool = scorer()
    annotation = tool.first_annotation(str(DEV / "attributions"), name)
    found = {tuple(sorted(map(tuple, a["source"]))) for a in tool.read_brat(annotation) if a["source"]}
    return sorted(found)


def _words(text: str, spans: Spans) -> str:
    return " ".join(text[start:end] for start, end in spans)


def _is_nameless(text: str, spans: Spans) -> bool:
    before = text[max(0, spans[0][0] - 2) : spans[0][0]].strip()
    for i, word in enumerate(_WORD.findall(_words(text, spans))):
        opens = i == 0 and before in ("", ".", '"', "”") and re.search(rf"\b{re.escape(word.lower())}\b", text)
        if word[0].isupper() and word not in _NO_NAMES and not opens:
            return False
    return True


def sheet() -> Iterator[str]:
    rng = random.Random(SEED)
    for number, (name, text) in enumerate(articles()):
        yield f"### {number} {name}"
        inserts = {s[0][0]: f"«{n}|" for n, s in sampled(name, text, rng).items()}
        yield "".join(inserts.get(i, "") + c for i, c in enumerate(text))


def rows(notes: dict[int, list[str]]) -> Iterator[Row]:
    """Notes -> rows; at most MORE of those numbered from 101 in each article, so that none weighs too much."""
    rng, thin = random.Random(SEED), random.Random(SEED)
    for number, (name, text) in enumerate(articles()):
        said = dict(pair for note in notes.get(number, []) for pair in _parse(note))
        sources = sampled(name, text, rng)
        if missing := [n for n in sources if n not in said]:
            sys.exit(f"{number} {name}: nothing said about {missing}")
        kept = {n: spans for n, spans in sources.items() if said[n] != "skip"}
        more = [n for n in kept if n > EACH]
        dropped = set(thin.sample(more, max(0, len(more) - MORE)))
        for n, spans in sorted(kept.items(), key=lambda item: item[1]):
            if n not in dropped:
                yield _row(name, text, spans, said[n])


def _parse(note: str) -> Iterator[tuple[int, str]]:
    """'1,2=Bill Clinton|Clinton' -> (1, 'Bill Clinton|Clinton'), ...; '3 -generic' -> (3, 'generic')."""
    found = _NOTE.fullmatch(note.strip())
    if found is None:
        sys.exit(f"no note: {note}")
    for n in found[1].split(","):
        yield int(n), f"={found[2]}" if found[2] else found[3]


def _row(name: str, text: str, spans: Spans, said: str) -> Row:
    row: Row = {"file": name, "source": [list(s) for s in spans], "antecedents": None, "code": said}
    if said.startswith("="):
        entities = said[1:].rstrip("!").split("+")
        row["antecedents"] = [_places(name, text, e.split("|")) for e in entities if e]
        row["code"] = "one" if len(entities) == 1 else "group"
        if said.endswith("!"):
            row["surname"] = False
    elif said not in CODES:
        sys.exit(f"{name}: unknown code {said}")
    return row


def _places(name: str, text: str, names: list[str]) -> list[list[int]]:
    out = [[m.start(), m.end()] for n in names for m in _find(text, n)]
    if absent := [n for n in names if not _find(text, n)]:
        sys.exit(f"{name}: not in the text: {absent}")
    return out


def _find(text: str, name: str) -> list[re.Match[str]]:
    """Every place of a name; of a single word only where no other name stands before it ("Bill Clinton" holds no Clinton)."""
    words = r"\s+".join(map(re.escape, name.split()))
    found = list(re.finditer(rf"(?<!\w){words}(?!\w)", text))
    return found if " " in name else [m for m in found if not _NAME_BEFORE.search(text, 0, m.start())] or found


def main() -> None:
    parser = argparse.ArgumentParser(description="Make evaluation/antecedents.jsonl.")
    parser.add_argument("--sheet", action="store_true", help="print the articles with numbered sources")
    parser.add_argument("--notes", nargs="+", type=Path, help="files of notes")
    args = parser.parse_args()
    if args.sheet:
        print(*sheet(), sep="\n")
    if args.notes:
        notes: dict[int, list[str]] = {}
        for line in (line for path in args.notes for line in path.read_text(encoding="utf8").splitlines()):
            number, _, rest = line.partition(":")
            notes.setdefault(int(number), []).extend(rest.split(";"))
        out = list(rows(notes))
        GOLD.write_text("".join(json.dumps(row) + "\n" for row in out), encoding="utf8", newline="\n")
        print(f"{GOLD}: {len(out)} sources")


if __name__ == "__main__":
    main()
