"""brat standoff, as PolNeAR has it: the text in NAME.txt, what was found in it in NAME.ann.

T1 Source 0 7 Ms Vell / T2 Cue 8 12 said / T3 Content 13 17 “no” / E1 Attribution:T4 Source:T1 Cue:T2 Content:T3
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from onrecord.records import Attribution, MarkType, Reading, Span
from onrecord.views.formats.csv import offsets
from onrecord.views.plain import whole

ROLES = ("Source", "Cue", "Content")
_MARKS = {kind: kind.value.capitalize() for kind in MarkType}

CONFIGURATION = f"""[entities]
Source
Cue
Content
{chr(10).join(_MARKS.values())}

[relations]

[events]
Attribution\tSource*:Source, Cue*:Cue, Content*:Content, Parent?:Attribution

[attributes]
Type\tArg:Attribution, Value:direct|indirect|mixed|block
"""


@dataclass(slots=True)
class _Lines:
    """The lines of one .ann file as they gather, and the next number of each kind."""

    text: str
    lines: list[str] = field(default_factory=list)
    spans: int = 0

    def stretch(self, kind: str, spans: Iterable[Span]) -> str:
        """A T line; returns its name. brat knows no stretch over a line break: it is cut there."""
        self.spans += 1
        pieces = [p for s in spans for p in _lines_of(self.text, s)]
        words = " ".join(p.of(self.text) for p in pieces)
        self.lines.append(f"T{self.spans}\t{kind} {offsets(pieces)}\t{words}")
        return f"T{self.spans}"


def files(reading: Reading) -> tuple[str, str]:
    """Reading -> (the text for NAME.txt, the lines for NAME.ann). Offsets are code points of the text, as brat counts."""
    text = _line_ends(whole(reading.document.text))
    out = _Lines(text)
    events = {a.id: f"E{n}" for n, a in enumerate(reading.attributions, 1)}
    for number, a in enumerate(reading.attributions, 1):
        _event(out, a, number, events)
    for mark in reading.marks:
        out.stretch(_MARKS[mark.type], [Span(mark.start, mark.end)])
    return text, "".join(line + "\n" for line in out.lines)


def save_all(readings: Iterable[Reading], folder: Path) -> None:
    """Readings -> folder/NAME.txt and folder/NAME.ann for each, and the annotation.conf brat shows them by."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "annotation.conf").write_text(CONFIGURATION, encoding="utf8")
    taken: set[str] = set()
    for reading in readings:
        name = _free(_name(reading.document.origin), taken, folder, reading.document.origin)
        taken.add(name.casefold())
        _save(reading, folder / f"{name}.txt", folder / f"{name}.ann")


def save_one(readings: Iterable[Reading], ann: Path) -> None:
    """One reading -> FILE.ann and FILE.txt beside it. A second one is too many."""
    for number, reading in enumerate(readings):
        if number:
            raise click.UsageError(f"{ann} holds one article: name a folder with -o for more")
        text = ann.with_suffix(".txt")
        if _same(text, reading.document.origin):
            raise click.UsageError(f"{text} is the article itself: name another file or a folder with -o")
        _save(reading, text, ann)


def _save(reading: Reading, text: Path, ann: Path) -> None:
    for path, held in zip((text, ann), files(reading), strict=True):
        with path.open("w", encoding="utf8", newline="") as out:
            out.write(held)


def _name(origin: str) -> str:
    """'news/a.html' -> 'a', 'https://x.example/2025/port?id=3' -> 'port-id-3', 'rows.csv#3' -> 'rows.csv-3', '-' -> 'stdin'."""
    last = origin.rstrip("/").rpartition("/")[2]
    stem = re.sub(r"\.(html?|txt|md|markdown|pdf)$", "", last, flags=re.IGNORECASE)
    return re.sub(r"[^\w.]+", "-", stem).strip("-.")[:100] or "stdin"


def _free(name: str, taken: Container[str], folder: Path, origin: str) -> str:
    """The name, or with -2, -3 ... where it is taken or would write over an article: a text brat did not come from."""
    tried, number = name, 1
    while tried.casefold() in taken or _is_article(folder / f"{tried}.txt", origin):
        number += 1
        tried = f"{name}-{number}"
    return tried


def _is_article(text: Path, origin: str) -> bool:
    return text.exists() and (_same(text, origin) or not text.with_suffix(".ann").exists())


def _same(path: Path, origin: str) -> bool:
    return path.exists() and Path(origin).exists() and path.samefile(origin)


def _event(out: _Lines, a: Attribution, number: int, events: dict[str, str]) -> None:
    found = {role: spans for role, spans in zip(ROLES, (a.source, a.cue, a.content), strict=True) if spans}
    arguments = [f"{role}:{out.stretch(role, spans)}" for role, spans in found.items()]
    # An event needs words that trigger it: the cue, or without one the content.
    trigger = out.stretch("Attribution", a.cue or a.content)
    parent = [f"Parent:{events[a.parent]}"] if a.parent in events else []
    out.lines.append(f"E{number}\t" + " ".join([f"Attribution:{trigger}", *arguments, *parent]))
    out.lines.append(f"A{number}\tType E{number} {a.type}")
    out.lines.append(f"#{number}\tAnnotatorNotes E{number}\t{a.id} confidence {a.confidence:.2f}")


def _line_ends(text: str) -> str:
    """Every line break becomes one \\n a code point, which is all brat takes for one."""
    return text.translate(dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n"))


def _lines_of(text: str, span: Span) -> Iterator[Span]:
    at = span.start
    for line in text[span.start : span.end].split("\n"):
        if line.strip():
            yield Span(at + len(line) - len(line.lstrip()), at + len(line.rstrip()))
        at += len(line) + 1
