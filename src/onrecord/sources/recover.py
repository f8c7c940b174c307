"""What the choice of a page's main text left out although it stands inside the article: block quotations and captions."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import BlockKind
from onrecord.sources.blocks import Piece
from onrecord.sources.page import NBSP, STAND_IN, Element, letters

_STOPS = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "figcaption")
_LOST = {"blockquote": BlockKind.QUOTATION, "figcaption": BlockKind.CAPTION}
_AROUND = frozenset(("nav", "aside", "footer", "form"))
_NOT_ARTICLE = re.compile(r"related|promo|newsletter|sponsor|comment|sidebar|share|recirc", re.IGNORECASE)
_REACH = 3
_KEY = 80


@dataclass(frozen=True, slots=True)
class _Stop:
    element: Element
    letters: str
    place: int | None  # among the pieces


def recovered(pieces: Sequence[Piece], tree: Element) -> list[Piece]:
    """[p1, p3] and '<p>1<blockquote>2</blockquote><p>3' -> [p1, quotation 2, p3]"""
    lost = list(tree.iter(*_LOST))
    if not lost:
        return list(pieces)
    places = {letters(p.text)[:_KEY]: i for i, p in reversed(list(enumerate(pieces)))}
    whole = " ".join(letters(p.text) for p in pieces)
    stops = [_stop(e, places) for e in tree.iter(*_STOPS)]
    after: dict[int, list[Piece]] = {}
    for i, stop in enumerate(stops):
        kind = _LOST.get(stop.element.tag)
        if kind and stop.letters and stop.letters not in whole and not _outside(stop.element):
            at = _place(stops, i, kind)
            if at is not None:
                after.setdefault(at, []).extend(_pieces_of(stop.element, kind, whole))
    out = list(after.get(-1, ()))
    for i, piece in enumerate(pieces):
        out += [piece, *after.get(i, ())]
    return out


def _stop(element: Element, places: dict[str, int]) -> _Stop:
    words = letters("".join(element.itertext()))
    return _Stop(element, words, places.get(words[:_KEY]) if words else None)


def _place(stops: Sequence[_Stop], i: int, kind: BlockKind) -> int | None:
    """After which piece a lost element goes: its neighbours on the page must be pieces of the article."""
    inside = set(stops[i].element.iterdescendants())
    before = next((s.place for s in reversed(stops[max(0, i - _REACH) : i]) if s.place is not None), None)
    beyond = [s for s in stops[i + 1 : i + 1 + _REACH + len(inside)] if s.element not in inside][:_REACH]
    following = next((s.place for s in beyond if s.place is not None), None)
    if kind is BlockKind.QUOTATION and (before is None or following is None) and not (before is not None and not beyond):
        return None
    if before is not None:
        return before
    return following - 1 if following is not None else None


def _outside(element: Element) -> bool:
    """Whether it stands in a part of the page that is no article."""
    own = f"{element.get('class', '')} {element.get('id', '')}"
    return _NOT_ARTICLE.search(own) is not None or any(a.tag in _AROUND for a in element.iterancestors())


def _pieces_of(element: Element, kind: BlockKind, whole: str) -> Iterator[Piece]:
    paragraphs = list(element.iter("p")) if kind is BlockKind.QUOTATION else []
    for part in paragraphs or [element]:
        text = " ".join("".join(part.itertext()).split()).replace(STAND_IN, NBSP)
        if letters(text) not in whole:
            yield Piece(kind, text)
