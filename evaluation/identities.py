"""Who the sources of a case are, and the way their words came: the lines of a case's header that start with s1, s2, ...

    s1 = Odile Farrant | person | named | 1 3-5 | basis "the environment minister"
    s2 = Radio Pell | outlet | named | via 3
    -> a1, a3, a4 and a5 are hers; a3 reached us through Radio Pell: chain (s1, s2), and then what a3 is nested in

How kinds, names and chains are decided is told in evaluation/cases/README.md.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypedDict

from onrecord.records import Attribution, SourceKind

_LINE = re.compile(r"(s\d+)\s*=\s*(.*)")
_BASIS = re.compile(r'basis "(.+)"')
_NUMBERS = re.compile(r"(via )?(\d+(?:-\d+)?(?: \d+(?:-\d+)?)*)")
_NAMED = {SourceKind.PERSON: True, SourceKind.ROLE: False, SourceKind.PUBLIC: False, SourceKind.UNKNOWN: False}
_CHAIN = re.compile(r"(\d+)((?: s\d+)+)")


@dataclass(frozen=True, slots=True)
class Identity:
    """A source as a careful reader knows it. name: its fullest form in the text, "" where no words name it."""

    id: str
    name: str
    kind: SourceKind
    named: bool
    basis: str | None


@dataclass(frozen=True, slots=True)
class Voices:
    """sources: who speaks. source_of: attribution id -> source id. chains: attribution id -> source ids, speaker first.

    outlet: the article's own, where it gives one. The article itself (its outlet, its author) is no link of a chain.
    """

    sources: tuple[Identity, ...]
    source_of: Mapping[str, str]
    chains: Mapping[str, tuple[str, ...]]
    outlet: str | None = None


@dataclass(slots=True)
class _Line:
    identity: Identity
    says: tuple[int, ...]
    carries: tuple[int, ...]


def is_line(line: str) -> bool:
    return _LINE.fullmatch(line.strip()) is not None


def voices(
    lines: Iterable[str], chains: str, outlet: str | None, text: str, attributions: tuple[Attribution, ...]
) -> Voices | None:
    """Header lines -> Voices; None without any. Raises ValueError for a line, a number or words that do not fit the article."""
    read = [_line(line) for line in lines]
    if not read:
        return None
    for line in read:
        _check(line.identity, text)
    source_of = _source_of(read, attributions)
    carriers = {f"a{n}": tuple(x.identity.id for x in read if n in x.carries) for n in range(1, len(attributions) + 1)}
    out = dict(_chains(source_of, carriers, attributions))
    out |= _given(chains, {x.identity.id for x in read}, out)
    return Voices(tuple(x.identity for x in read), source_of, out, outlet)


def _line(written: str) -> _Line:
    match = _LINE.fullmatch(written.strip())
    if match is None:
        raise ValueError(f"no source: {written}")
    name, kind, *rest = (part.strip() for part in match[2].split("|"))
    named, basis = False, None
    says: tuple[int, ...] = ()
    carries: tuple[int, ...] = ()
    for part in rest:
        if part == "named":
            named = True
        elif found := _BASIS.fullmatch(part):
            basis = found[1]
        elif found := _NUMBERS.fullmatch(part):
            numbers = tuple(_numbers(found[2]))
            says, carries = (says, numbers) if found[1] else (numbers, carries)
        else:
            raise ValueError(f"{match[1]}: neither named, basis, via nor numbers: {part}")
    return _Line(Identity(match[1], "" if name == "-" else name, SourceKind(kind), named, basis), says, carries)


def _numbers(written: str) -> Iterator[int]:
    """'1 3-5' -> 1, 3, 4, 5"""
    for part in written.split():
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _check(who: Identity, text: str) -> None:
    if who.name and who.name.lower() not in text.lower():
        raise ValueError(f"{who.id}: not in the text: {who.name}")
    if who.basis and who.basis.lower() not in text.lower():
        raise ValueError(f"{who.id}: not in the text: {who.basis}")
    if who.named != _NAMED.get(who.kind, who.named) or (who.named and not who.name):
        raise ValueError(f"{who.id}: {who.kind} {'named' if who.named else 'not named'}: {who.name or '-'}")


def _source_of(read: list[_Line], attributions: tuple[Attribution, ...]) -> dict[str, str]:
    pairs = [(f"a{n}", x.identity.id) for x in read for n in x.says]
    out = dict(pairs)
    ids = {a.id for a in attributions}
    if twice := sorted({a for a, _ in pairs if sum(a == b for b, _ in pairs) > 1}):
        raise ValueError(f"more than one source for {', '.join(twice)}")
    if wrong := sorted(ids ^ out.keys()):
        raise ValueError(f"a source without its attribution, or the other way round: {', '.join(wrong)}")
    if far := sorted({n for x in read for n in x.carries if f"a{n}" not in ids}):
        raise ValueError(f"via attributions that are not there: {far}")
    return {a.id: out[a.id] for a in attributions}


def _chains(
    source_of: Mapping[str, str], carriers: Mapping[str, tuple[str, ...]], attributions: tuple[Attribution, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The speaker, what carried the words, then the chain of the parent; one who speaks through himself is one link."""
    parents = {a.id: a.parent for a in attributions}
    for a in attributions:
        links: list[str] = []
        at: str | None = a.id
        while at is not None:
            links += [source_of[at], *carriers[at]]
            at = parents[at]
        yield a.id, tuple(link for link, _ in groupby(links))


def _given(written: str, known: set[str], chains: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """'7 s3 s9; 8 s3' -> {"a7": ("s3", "s9"), "a8": ("s3",)}: chains that nesting and via do not give."""
    out = {}
    for part in filter(None, (p.strip() for p in written.split(";"))):
        match = _CHAIN.fullmatch(part)
        links = tuple(match[2].split()) if match else ()
        if match is None or f"a{match[1]}" not in chains or not known.issuperset(links):
            raise ValueError(f"no chain: {part}")
        out[f"a{match[1]}"] = links
    return out


class IdentityJson(TypedDict):
    id: str
    name: str
    kind: str
    named: bool
    basis: str | None


class VoicesJson(TypedDict):
    sources: list[IdentityJson]
    source_of: dict[str, str]
    chains: dict[str, list[str]]
    outlet: str | None


def to_json(of: Voices) -> VoicesJson:
    sources: list[IdentityJson] = [
        {"id": s.id, "name": s.name, "kind": str(s.kind), "named": s.named, "basis": s.basis} for s in of.sources
    ]
    chains = {a: list(chain) for a, chain in of.chains.items()}
    return {"sources": sources, "source_of": dict(of.source_of), "chains": chains, "outlet": of.outlet}


def from_json(row: VoicesJson) -> Voices:
    sources = tuple(Identity(s["id"], s["name"], SourceKind(s["kind"]), s["named"], s["basis"]) for s in row["sources"])
    chains = {a: tuple(chain) for a, chain in row["chains"].items()}
    return Voices(sources, row["source_of"], chains, row["outlet"])
