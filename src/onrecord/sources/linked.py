"""JSON-LD -> facts: what a page says of its article in schema.org's words."""

import html
import json
from collections.abc import Iterator

from onrecord.records import Provenance
from onrecord.sources.facts import Fact, Field
from onrecord.sources.page import NBSP, STAND_IN, Element

_ARTICLES = ("article", "blogposting", "report", "newsarticle", "liveblogposting")
_DEEPEST = 8


def linked_facts(tree: Element) -> Iterator[tuple[Field, Fact]]:
    """'{"@type": "NewsArticle", "headline": "Bridge sold"}' -> ("title", Fact("Bridge sold", JSON_LD)), ..."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for node in _nodes(_loads(script.text or ""), 0):
                if _is_article(node):
                    yield from _facts(node)


def _loads(text: str) -> object:
    try:
        # strict=False: line ends inside strings are common on pages
        return json.loads(text.strip().rstrip(";").replace(STAND_IN, NBSP), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _nodes(value.get(key), depth + 1)


def _is_article(node: dict[str, object]) -> bool:
    kinds = node.get("@type")
    named = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    return any(isinstance(kind, str) and kind.lower().endswith(_ARTICLES) for kind in named)


def _facts(node: dict[str, object]) -> Iterator[tuple[Field, Fact]]:
    found: dict[Field, str] = {
        "title": _first(node, "headline", "name"),
        "byline": ", ".join(_names(node.get("author"))),
        "outlet": ", ".join(_names(node.get("publisher"))[:1]),
        "published": _first(node, "datePublished", "dateCreated"),
        "language": ", ".join(_names(node.get("inLanguage"))[:1]),
    }
    yield from ((name, Fact(html.unescape(value), Provenance.JSON_LD)) for name, value in found.items() if value.strip())


def _first(node: dict[str, object], *names: str) -> str:
    return next((v for n in names if isinstance(v := node.get(n), str)), "")


def _names(value: object) -> list[str]:
    """{'name': 'Jane Doe'} or ['Jane Doe', ...] -> ['Jane Doe', ...]"""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [name for item in value[:10] for name in _names(item if not isinstance(item, list) else None)]
    return _names(value.get("name") or value.get("alternateName")) if isinstance(value, dict) else []
