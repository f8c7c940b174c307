"""Articles to measure on, each as the web page it would come in."""

import html
import json
from dataclasses import dataclass
from pathlib import Path

from evaluation.authoring import load_cases

DEV = Path(__file__).parents[2] / "shared/data/polnear/dev/text"
_TITLE = 160  # code points: a first paragraph up to this long is taken for the headline
_SECTIONS = ("World", "Politics", "Business", "Science", "Sport", "Culture", "Travel", "Food", "Letters", "Weather")
_TOPICS = ("harbour dues", "the night tram", "a bakery's centenary", "school meals", "the marsh road", "a lost violin")
_LINKS = 60
_TRACKERS = 250  # entries of script data: an article's page is mostly that


@dataclass(frozen=True, slots=True)
class Article:
    """Article("wire-vote", "The council voted.\\n\\n...") : a name fit for a file, and plain text with blank lines between."""

    name: str
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())


def articles(folder: Path | None = None, limit: int = 0) -> list[Article]:
    """(Path("texts"), 20) -> 20 of its .txt files, spread evenly over their names; 0 is all.

    Without a folder: PolNeAR dev where it is at hand, else the articles of our own cases.
    """
    found = _texts(folder) if folder else _texts(DEV) or [Article(c.name, c.text) for c in load_cases()]
    if not limit or limit >= len(found):
        return found
    return [found[i * len(found) // limit] for i in range(limit)]


def source(folder: Path | None = None) -> str:
    """What `articles` reads, for the record."""
    return str(folder or (DEV if DEV.is_dir() else "evaluation/cases.jsonl"))


def _texts(folder: Path) -> list[Article]:
    return [Article(p.stem, p.read_text("utf8")) for p in sorted(folder.glob("*.txt"))]


def write(found: list[Article], folder: Path) -> list[Path]:
    """Each article as folder/NNN-name.html, so that they are read in this order."""
    folder.mkdir(parents=True)
    paths = [folder / f"{number:03}-{article.name}.html" for number, article in enumerate(found)]
    for path, article in zip(paths, found, strict=True):
        path.write_text(page(article), "utf8")
    return paths


def repeated(found: list[Article], words: int) -> list[Article]:
    """As many rounds of the articles as reach so many words: a batch long enough to outweigh the start of its processes."""
    once = sum(a.words for a in found)
    return found * max(1, -(-words // max(1, once)))


def page(article: Article) -> str:
    """'Harbour reopens\\n\\nThe ...' -> '<!doctype html>...': the article amid what surrounds one on an outlet's site."""
    paragraphs = [p for p in (" ".join(p.split()) for p in article.text.split("\n\n")) if p]
    title = paragraphs.pop(0) if len(paragraphs) > 1 and len(paragraphs[0]) <= _TITLE else article.name.replace("-", " ")
    title = html.escape(title)
    body = "\n".join(_body(paragraphs))
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Harbour Courier</title>
{_head(title)}</head>
<body class="article-page"><div class="cookie-banner" role="dialog"><p>We use cookies.</p><button>Accept all</button></div>
<header class="site-header"><a class="logo" href="/">The Harbour Courier</a>
<nav class="main-nav"><ul>{_links("section", _SECTIONS)}</ul></nav>
<form class="search" action="/search"><input type="search" name="q" placeholder="Search"><button>Go</button></form></header>
<main><article class="story"><header><h1>{title}</h1>
<p class="byline">By <a rel="author" href="/staff/ines-marlow">Ines Marlow</a></p>
<time datetime="2031-04-12T08:30:00Z">12 April 2031</time>
<ul class="share"><li><a href="#share-a">Share</a></li><li><a href="#share-b">Email</a></li></ul></header>
<figure><img src="/images/lead.jpg" alt=""><figcaption>Photograph: The Harbour Courier</figcaption></figure>
<div class="story-body" itemprop="articleBody">
{body}
</div></article>
<aside class="related"><h2>More from this section</h2><ul>{_links("story", _TOPICS * (_LINKS // len(_TOPICS)))}</ul></aside>
</main>
<footer class="site-footer"><ul>{_links("about", ("Contact", "Privacy", "Terms", "Corrections", "Jobs"))}</ul>
<p>&copy; The Harbour Courier. All rights reserved.</p></footer>
<script>window.__STATE__ = {_state()};</script></body></html>
"""


def _head(title: str) -> str:
    facts = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": html.unescape(title),
             "datePublished": "2031-04-12T08:30:00Z", "author": {"@type": "Person", "name": "Ines Marlow"}}  # fmt: skip
    facts_json = json.dumps(facts).replace("<", "\\u003c")
    return f"""<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/site.css">
<meta property="og:type" content="article"><meta property="og:title" content="{title}">
<meta property="og:site_name" content="The Harbour Courier"><meta name="author" content="Ines Marlow">
<meta property="article:published_time" content="2031-04-12T08:30:00Z">
<script type="application/ld+json">{facts_json}</script>
<style>.story-body{{max-width:40rem}}.related li{{display:inline-block}}</style>
"""


def _body(paragraphs: list[str]) -> list[str]:
    """A slot for an advertisement after every sixth paragraph, as is the custom."""
    advertisement = '<div class="ad-slot" data-size="300x250"><span>Advertisement</span></div>'
    out = []
    for number, paragraph in enumerate(paragraphs, 1):
        out.append(f"<p>{html.escape(paragraph, quote=False)}</p>")
        if number % 6 == 0:
            out.append(advertisement)
    return out


def _links(kind: str, names: tuple[str, ...]) -> str:
    return "\n".join(f'<li><a href="/{kind}/{n}">{html.escape(name)}</a></li>' for n, name in enumerate(names))


def _state() -> str:
    entry = {"slot": "mid", "sizes": [[300, 250], [728, 90]], "consent": False, "segments": ["a1", "b2", "c3"]}
    return json.dumps([{"id": f"trk-{n:05}", **entry} for n in range(_TRACKERS)])
