"""Cases, from the way they are written to the way they are scored.

    {s1 The Post} {u1 says} {c1 {s2 Voss} {u2 denied} {c2 {m:title "The Tide"} was late}}.
    -> text     The Post says Voss denied "The Tide" was late.
       a1       source The Post, cue says, content Voss denied "The Tide" was late
       a2       source Voss, cue denied, content "The Tide" was late, parent a1
       title    "The Tide", in the voice of a2

How to write one is told in evaluation/cases/README.md. `python -m evaluation.authoring` compiles every *.case file to
cases.jsonl; `--show NAME...` prints what was compiled, one attribution a line, for proof-reading.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

from evaluation import identities, markup
from evaluation.identities import Voices, VoicesJson
from onrecord.records import Attribution, AttributionType, Mark, MarkType, Span
from onrecord.records.reading import AUTHOR
from onrecord.text.quotation import Quotation, quotations

HERE = Path(__file__).parent
SOURCES = HERE / "cases"
COMPILED = HERE / "cases.jsonl"
FORMATS = ("txt", "md", "html")
_HEADER_KEYS = frozenset(("tags", "format", "types", "outlet", "chains"))
_BLOCK = re.compile(r"(# |## |> )?(.*)", re.DOTALL)
_BRACE = re.compile(r"\{(?:([suc])(\d+(?:,\d+)*)|m:([a-z-]+)) |\{|\}")
_ROLES = {"s": "source", "u": "cue", "c": "content"}


@dataclass(frozen=True, slots=True)
class Case:
    """One article with what a careful reader finds in it.

    markup: the article as Markdown or HTML where format says so. voices: who its sources are, where the case says so.
    """

    name: str
    format: str
    tags: tuple[str, ...]
    text: str
    attributions: tuple[Attribution, ...]
    marks: tuple[Mark, ...]
    markup: str | None
    voices: Voices | None = None


class CaseError(ValueError):
    """A case file that cannot be compiled: which one, and why."""


@dataclass(slots=True)
class _Node:
    """A pair of braces: one role of one or several attributions, or a mark."""

    role: str
    numbers: tuple[int, ...]
    start: int
    end: int
    outer: "_Node | None"
    in_block: bool

    def around(self) -> Iterator["_Node"]:
        node = self.outer
        while node:
            yield node
            node = node.outer

    @property
    def voice(self) -> int | None:
        """The number of the attribution in whose content this stands."""
        return next((n.numbers[0] for n in self.around() if n.role == "content"), None)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(slots=True)
class _Article:
    text: str = ""
    blocks: list[tuple[str, int, int]] = field(default_factory=list)
    nodes: list[_Node] = field(default_factory=list)


def compile_case(name: str, written: str) -> Case:
    """'tags: wire\\n---\\n{s1 She} {u1 said} {c1 no}.' -> Case(...). Raises CaseError."""
    try:
        header, body = _header(written)
        article = _article(body)
        types = _types(header.get("types", ""))
        attributions = tuple(_attributions(article, types))
        _check_quotations(article)
        marks = tuple(_marks(article))
        lines = filter(identities.is_line, written.partition("\n---\n")[0].splitlines())
        voices = identities.voices(lines, header.get("chains", ""), header.get("outlet"), article.text, attributions)
    except ValueError as error:
        raise CaseError(f"{name}: {error}") from error
    tags = tuple(t.strip() for t in header.get("tags", "").split(",") if t.strip())
    if not tags:
        raise CaseError(f"{name}: no tags")
    form = header.get("format", "txt")
    blocks = [(kind, article.text[start:end]) for kind, start, end in article.blocks]
    return Case(name, form, tags, article.text, attributions, marks, markup.write(form, blocks), voices)


def _header(written: str) -> tuple[Mapping[str, str], str]:
    head, found, body = written.partition("\n---\n")
    if not found:
        raise ValueError("no header, or no --- after it")
    lines = (line.partition(":") for line in head.splitlines() if not identities.is_line(line))
    header = {key.strip(): value.strip() for key, _, value in lines}
    if unknown := header.keys() - _HEADER_KEYS:
        raise ValueError(f"unknown header {', '.join(sorted(unknown))}")
    if header.get("format", "txt") not in FORMATS:
        raise ValueError(f"unknown format {header['format']}")
    return header, body


def _types(written: str) -> dict[int, AttributionType]:
    """'direct 1-3 7' -> {1: DIRECT, 2: DIRECT, 3: DIRECT, 7: DIRECT}; several kinds are parted by semicolons."""
    out: dict[int, AttributionType] = {}
    for part in filter(None, (p.strip() for p in written.split(";"))):
        kind, *ranges = part.split()
        for first, _, last in (r.partition("-") for r in ranges):
            out |= dict.fromkeys(range(int(first), int(last or first) + 1), AttributionType(kind))
    return out


def _article(body: str) -> _Article:
    article = _Article()
    for paragraph in filter(None, (p.strip() for p in re.split(r"\n\s*\n", body))):
        match = _BLOCK.fullmatch(" ".join(paragraph.split("\n")))
        if match is None:
            raise ValueError(f"no block: {paragraph[:40]}")
        if article.text:
            article.text += "\n\n"
        start = len(article.text)
        kind = (match[1] or "").strip()
        _read_block(article, match[2], in_block=kind == ">")
        article.blocks.append((kind, start, len(article.text)))
    return article


def _read_block(article: _Article, written: str, *, in_block: bool) -> None:
    """Take the braces out of one block and note where they stood."""
    open_now: _Node | None = None
    at = 0
    for brace in _BRACE.finditer(written):
        article.text += written[at : brace.start()]
        at = brace.end()
        if brace[0] == "}":
            if open_now is None:
                raise ValueError(f"}} closes nothing: {written[:60]}")
            open_now.end = len(article.text)
            _check_edges(article.text[open_now.start : open_now.end], written)
            open_now = open_now.outer
        elif brace[0] == "{":
            raise ValueError(f"{{ is no role or mark: {written[brace.start() : brace.start() + 40]}")
        else:
            role = _ROLES[brace[1]] if brace[1] else str(MarkType(brace[3]))
            numbers = tuple(map(int, brace[2].split(","))) if brace[2] else ()
            open_now = _Node(role, numbers, len(article.text), 0, open_now, in_block)
            article.nodes.append(open_now)
    if open_now is not None:
        raise ValueError(f"{{ is never closed: {written[:60]}")
    article.text += written[at:]


def _check_edges(inside: str, written: str) -> None:
    if not inside or inside != inside.strip():
        raise ValueError(f"empty, or a blank at its edge: {inside!r} in {written[:60]}")


def _attributions(article: _Article, types: Mapping[int, AttributionType]) -> Iterator[Attribution]:
    numbers = sorted({n for node in article.nodes for n in node.numbers})
    if numbers != list(range(1, len(numbers) + 1)):
        raise ValueError(f"attribution numbers have a gap: {numbers}")
    if unknown := types.keys() - set(numbers):
        raise ValueError(f"types given for attributions that are not there: {sorted(unknown)}")
    for number in numbers:
        of = {role: [n for n in article.nodes if n.role == role and number in n.numbers] for role in _ROLES.values()}
        content = of["content"]
        if not content:
            raise ValueError(f"attribution {number} has no content")
        parents = {n.voice for n in (*of["cue"], *content)}
        if len(parents) != 1:
            raise ValueError(f"attribution {number}: its cue and content stand in different contents {parents}")
        parent = parents.pop()
        kind = types.get(number) or _type(article, content)
        source, cue, pieces = (tuple(n.span for n in of[role]) for role in _ROLES.values())
        yield Attribution(f"a{number}", kind, source, cue, pieces, f"a{parent}" if parent else None, 1.0)


def _marks(article: _Article) -> Iterator[Mark]:
    for node in article.nodes:
        if not node.numbers:
            yield Mark(MarkType(node.role), node.start, node.end, f"a{node.voice}" if node.voice else AUTHOR)


def _type(article: _Article, content: list[_Node]) -> AttributionType:
    """Set apart -> block; all in its own quotation marks -> direct; some -> mixed; none -> indirect."""
    if any(n.in_block for n in content) and all(_whole_block(article, n) for n in content if n.in_block):
        return AttributionType.BLOCK
    own = [q for q in _quotations(article) if _owner(article, q) in content]
    if not own:
        return AttributionType.INDIRECT
    in_marks = {i for q in own for i in range(q.start, q.end)}
    bare = (i for n in content for i in range(n.start, n.end) if i not in in_marks)
    return AttributionType.MIXED if any(article.text[i].isalnum() for i in bare) else AttributionType.DIRECT


def _whole_block(article: _Article, node: _Node) -> bool:
    return any((node.start, node.end) == (start, end) for _, start, end in article.blocks)


def _quotations(article: _Article) -> list[Quotation]:
    return quotations(article.text, [(start, end) for _, start, end in article.blocks])


def _owner(article: _Article, quotation: Quotation) -> _Node | None:
    """The innermost content or mark that holds the whole quotation."""
    holding = [
        n for n in article.nodes if n.role not in ("source", "cue") and n.start <= quotation.start and quotation.end <= n.end
    ]
    return max(holding, key=lambda n: sum(1 for _ in n.around()), default=None)


def _check_quotations(article: _Article) -> None:
    """Nothing in quotation marks stays unexplained, and a quotation in a quotation has an explanation of its own."""
    outer: dict[int, _Node] = {}
    for quotation in _quotations(article):
        words = article.text[quotation.start : quotation.end]
        owner = _owner(article, quotation)
        if owner is None:
            raise ValueError(f"in quotation marks, but neither content nor mark: {words[:60]}")
        if quotation.depth > 1 and outer.get(quotation.depth - 1) is owner:
            raise ValueError(f"a quotation inside a quotation, unexplained: {words[:60]}")
        outer[quotation.depth] = owner


class SpanJson(TypedDict):
    start: int
    end: int


class AttributionJson(TypedDict):
    id: str
    type: str
    source: list[SpanJson]
    cue: list[SpanJson]
    content: list[SpanJson]
    parent: str | None


class MarkJson(TypedDict):
    type: str
    start: int
    end: int
    voice: str


class CaseJson(TypedDict):
    name: str
    format: str
    tags: list[str]
    text: str
    attributions: list[AttributionJson]
    marks: list[MarkJson]
    markup: str | None
    voices: VoicesJson | None


def to_json(case: Case) -> CaseJson:
    return {
        "name": case.name,
        "format": case.format,
        "tags": list(case.tags),
        "text": case.text,
        "attributions": [_attribution_json(a) for a in case.attributions],
        "marks": [{"type": str(m.type), "start": m.start, "end": m.end, "voice": m.voice} for m in case.marks],
        "markup": case.markup,
        "voices": identities.to_json(case.voices) if case.voices else None,
    }


def _attribution_json(a: Attribution) -> AttributionJson:
    source, cue, content = ([SpanJson(start=s.start, end=s.end) for s in role] for role in (a.source, a.cue, a.content))
    return {"id": a.id, "type": str(a.type), "source": source, "cue": cue, "content": content, "parent": a.parent}


def from_json(row: CaseJson) -> Case:
    attributions = tuple(_attribution(a) for a in row["attributions"])
    marks = tuple(Mark(MarkType(m["type"]), m["start"], m["end"], m["voice"]) for m in row["marks"])
    voices = identities.from_json(row["voices"]) if row["voices"] else None
    return Case(row["name"], row["format"], tuple(row["tags"]), row["text"], attributions, marks, row["markup"], voices)


def _attribution(a: AttributionJson) -> Attribution:
    source, cue, content = (tuple(Span(s["start"], s["end"]) for s in role) for role in (a["source"], a["cue"], a["content"]))
    return Attribution(a["id"], AttributionType(a["type"]), source, cue, content, a["parent"], 1.0)


def compile_all(folder: Path = SOURCES) -> list[Case]:
    """Every NAME.case in the folder, by name."""
    return [compile_case(p.stem, p.read_text(encoding="utf8")) for p in sorted(folder.glob("*.case"))]


def as_jsonl(cases: Iterable[Case]) -> str:
    return "".join(json.dumps(to_json(case), ensure_ascii=False) + "\n" for case in cases)


def load_cases(path: Path = COMPILED) -> list[Case]:
    """The compiled cases, by name."""
    # split on "\n" alone: an article may hold other characters that splitlines() breaks at
    return [from_json(json.loads(line)) for line in path.read_text(encoding="utf8").split("\n") if line]


def show(case: Case) -> Iterator[str]:
    """Case -> '== name', then 'a2 < a1 direct: source | cue | content' and '   title (a2): "The Tide"', line by line."""
    yield f"== {case.name} [{', '.join(case.tags)}] {case.format}"
    for a in case.attributions:
        roles = (" … ".join(s.of(case.text) for s in role) for role in (a.source, a.cue, a.content))
        yield f"{a.id} < {a.parent or '-'} {a.type}: {' | '.join(roles)}"
        if case.voices:
            names = {s.id: s.name or str(s.kind) for s in case.voices.sources}
            yield f"     {' < '.join(names[link] for link in case.voices.chains[a.id])}"
    for m in case.marks:
        yield f"   {m.type} ({m.voice}): {case.text[m.start : m.end]}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Compile evaluation/cases/*.case to evaluation/cases.jsonl.")
    parser.add_argument("--show", nargs="*", metavar="NAME", help="print what was compiled (all, or these) for proof-reading")
    args = parser.parse_args()
    try:
        cases = compile_all()
    except CaseError as error:
        sys.exit(f"authoring: {error}")
    COMPILED.write_text(as_jsonl(cases), encoding="utf8", newline="\n")
    if args.show is not None:
        print(*(line for c in cases if not args.show or c.name in args.show for line in show(c)), sep="\n")
    attributions, marks = sum(len(c.attributions) for c in cases), sum(len(c.marks) for c in cases)
    print(f"{COMPILED}: {len(cases)} articles, {attributions} attributions, {marks} marks")


if __name__ == "__main__":
    main()
