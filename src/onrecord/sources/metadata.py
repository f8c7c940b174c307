"""What a page's head and markup say of the article: title, byline, outlet, date and language, each with where it was found.

Nothing is guessed: a page that gives no date has none here.
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from onrecord.records import Provenance
from onrecord.sources.dates import iso_date
from onrecord.sources.facts import Fact, Field
from onrecord.sources.linked import linked_facts
from onrecord.sources.page import NBSP, STAND_IN, Element, letters

_META: Mapping[Field, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "sailthru.title", "parsely-title", "hdl"),
    "byline": (
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
    ),
    "outlet": ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name"),
    "published": (
        "article:published_time",
        "datepublished",
        "og:published_time",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "citation_publication_date",
        "date",
    ),
    "language": ("og:locale", "content-language", "dc.language", "dcterms.language"),
}
_URL_DATE = re.compile(r"(?:^|[/_-])((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z0-9]{2,8})*$")
_NO_BYLINE = re.compile(r"https?:|@|^\d+$|^(?:admin|staff|editor|unknown|none|null|author)$", re.IGNORECASE)
_BY = re.compile(r"^(?:by|von|par|di|por)[:\s]+", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:[|–—·»-]|::)\s+")
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author(?:-name|__name)?|p-author)(?:$|[\s_-])", re.IGNORECASE)
_AROUND = frozenset(("aside", "nav", "footer", "li", "form"))
_LONGEST = 300


def metadata(tree: Element, url: str | None) -> dict[Field, Fact]:
    """'<html lang="en"><meta property="og:title" content="Bridge sold">' -> title (from meta) and language (from markup)."""
    out: dict[Field, Fact] = {}
    named = _metas(tree)
    for found in (linked_facts(tree), _from_meta(named), _from_markup(tree), _from_url(tree, named, url)):
        for name, fact in found:
            value = _proper(name, fact.value)
            if value:
                out.setdefault(name, Fact(value, fact.found))
    return _without_outlet(out, tree)


def _metas(tree: Element) -> dict[str, str]:
    out: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        if name and meta.get("content"):
            out.setdefault(name.strip().lower(), meta.get("content"))
    return out


def _from_meta(named: Mapping[str, str]) -> Iterator[tuple[Field, Fact]]:
    for field, names in _META.items():
        for name in names:
            if name in named:
                yield field, Fact(named[name], Provenance.META)


def _from_markup(tree: Element) -> Iterator[tuple[Field, Fact]]:
    markup = Provenance.MARKUP
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    if language:
        yield "language", Fact(language, markup)
    headings = [_text(e) for e in tree.iter("h1")][:2]
    if len(headings) == 1:
        yield "title", Fact(headings[0], markup)
    title = next(tree.iter("title"), None)
    if title is not None:
        yield "title", Fact(_text(title), markup)
    yield from (("byline", Fact(_text(e), markup)) for e in tree.iter("a", "span", "p", "div", "address") if _is_byline(e))
    yield from (("published", Fact(value, markup)) for value in _times(tree))


def _is_byline(e: Element) -> bool:
    said = e.get("rel") == "author" or e.get("itemprop") == "author" or _BYLINE_CLASS.search(e.get("class") or "")
    return bool(said) and not any(a.tag in _AROUND for a in e.iterancestors())


def _times(tree: Element) -> Iterator[str]:
    """Marked dates of publication first, then the first <time> of the article."""
    times = [e for e in tree.iter("time") if e.get("datetime") and not any(a.tag in _AROUND for a in e.iterancestors())]
    yield from (e.get("datetime") or e.get("content") or "" for e in tree.iter() if e.get("itemprop") == "datePublished")
    yield from (e.get("datetime") for e in times if "pubdate" in e.attrib)
    yield from (e.get("datetime") for e in times[:1])


def _from_url(tree: Element, named: Mapping[str, str], url: str | None) -> Iterator[tuple[Field, Fact]]:
    canonical = (e.get("href") for e in tree.iter("link") if e.get("rel") == "canonical")
    for address in (url, *canonical, named.get("og:url")):
        published = date_in_url(address or "")
        if published:
            yield "published", Fact(published, Provenance.URL)


def date_in_url(url: str) -> str | None:
    """'https://post.example/2016/12/20/bridge' -> '2016-12-20'"""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return None
    m = _URL_DATE.search(path)
    return iso_date("-".join(m.groups())) if m else None


def _proper(field: Field, value: str) -> str | None:
    value = " ".join(value.replace(STAND_IN, NBSP).split())[:_LONGEST]
    if field == "published":
        return iso_date(value)
    if field == "language":
        return value.replace("_", "-") if _LANGUAGE.match(value) else None
    if field == "byline":
        value = _BY.sub("", value).strip(" ,|")
        return None if _NO_BYLINE.search(value) or len(value.split()) > 15 else value
    return value or None


def _without_outlet(facts: dict[Field, Fact], tree: Element) -> dict[Field, Fact]:
    """'Bridge sold | The Post' -> title 'Bridge sold', outlet 'The Post' if the page's heading is the first part."""
    title = facts.get("title")
    if title is None:
        return facts
    parts = _SUFFIX.split(title.value)
    shown = {letters(_text(e)) for e in tree.iter("h1")}
    outlet = facts.get("outlet")
    if len(parts) > 1 and outlet and letters(parts[-1]) == letters(outlet.value):
        facts["title"] = Fact(title.value[: title.value.rindex(parts[-1])].rstrip(" |–—·»-:"), title.found)
    page_title = _text(next(tree.iter("title"), None))
    named = _SUFFIX.split(page_title)
    if outlet is None and len(named) > 1 and letters(named[0]) in shown and len(named[-1].split()) <= 6:
        facts["outlet"] = Fact(named[-1], Provenance.MARKUP)
    return facts


def _text(e: Element | None) -> str:
    return "" if e is None else " ".join("".join(e.itertext()).replace(STAND_IN, NBSP).split())
