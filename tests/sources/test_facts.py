"""Title, byline, outlet, date: each from where it stands, or absent."""

import json

import pytest

from onrecord.settings import Settings
from onrecord.sources import document
from onrecord.sources.dates import iso_date
from onrecord.sources.facts import Origin
from onrecord.sources.html import html

BODY = "The council voted on Tuesday night to sell the bridge, which is two hundred years old, to the mill beside it. " * 3


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2016-12-20T23:10:00+02:00", "2016-12-20"),
        ("20161220", "2016-12-20"),
        ("Dec. 20, 2016", "2016-12-20"),
        ("20 December 2016", "2016-12-20"),
        ("Tue, 20 Dec 2016 10:00:00 GMT", "2016-12-20"),
        ("20/12/2016", "2016-12-20"),
        ("12/20/2016", "2016-12-20"),
        ("3/4/2016", None),
        ("2016-13-40", None),
        ("Dec. 20", None),
        ("yesterday", None),
    ],
)
def test_dates(written: str, iso: str | None) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    ("opening", "byline", "outlet", "published"),
    [
        ("December 20, 2016 (Ada Fenn - Elmsey News) - The talks began.", "Ada Fenn", "Elmsey News", "2016-12-20"),
        ("ANKARA, Dec. 20 (Reuters) - The talks began.", None, "Reuters", None),
        ("ANKARA, Dec. 20, 2016 (Reuters) - The talks began.", None, "Reuters", "2016-12-20"),
        ("PORT ELMSEY, Brackshire (AP) — The talks began.", None, "AP", None),
        ("(AP) -- The talks began.", None, "AP", None),
        ("By Jane Doe, The Daily Thing\n\nThe talks began.", "Jane Doe", "The Daily Thing", None),
        ("By Jane Doe and John Roe\n\nMarch 2, 2024\n\nThe talks began.", "Jane Doe and John Roe", None, "2024-03-02"),
        ("By Tuesday the talks had begun in the old hall.", None, None, None),
        ("Ada Fenn (R-Brackshire) - The talks began.", None, None, None),
        ("The talks (which began in 2016) - were long.", None, None, None),
    ],
)
def test_datelines_and_bylines(opening: str, byline: str | None, outlet: str | None, published: str | None) -> None:
    made = document(f"{opening}\n\nNobody asked the pilots, who were not there that day.")
    assert (made.byline, made.outlet, made.published) == (byline, outlet, published)


def page(head: str = "", body: str = "", url: str | None = None):  # type: ignore[no-untyped-def]
    return html(
        f"<html><head>{head}</head><body><article>{body}<p>{BODY}</p></article></body></html>", Origin("x", url), Settings()
    )


def test_json_ld_comes_first() -> None:
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "No"},
            {
                "@type": ["Thing", "NewsArticle"],
                "headline": "Bridge &amp; mill",
                "author": [{"name": "By Ada Fenn"}, {"name": "Tom Orr"}],
                "publisher": {"name": "Elmsey Gazette"},
                "datePublished": "2024-03-02T10:00:00Z",
                "inLanguage": "en",
            },
        ]
    }
    head = f'<script type="application/ld+json">{json.dumps(data)}</script><meta name="date" content="1999-01-01">'
    made = page(head)
    assert (made.title, made.byline, made.outlet) == ("Bridge & mill", "Ada Fenn, Tom Orr", "Elmsey Gazette")
    assert (made.published, made.language) == ("2024-03-02", "en")
    assert set(made.provenance.values()) == {"json-ld"}


def test_meta_then_markup_then_url() -> None:
    made = page(
        '<meta property="article:published_time" content="2024-03-02"><meta property="og:site_name" content="Elmsey Gazette">'
    )
    assert (made.published, made.provenance["published"], made.outlet) == ("2024-03-02", "meta", "Elmsey Gazette")
    made = page(
        "", '<time datetime="2024-03-03">yesterday</time><p class="byline">By Ada Fenn</p>', "https://x.example/2020/01/02/a"
    )
    assert (made.published, made.provenance["published"]) == ("2024-03-03", "markup")
    assert (made.byline, made.provenance["byline"]) == ("Ada Fenn", "markup")
    made = page(url="https://x.example/2020/01/02/a")
    assert (made.published, made.provenance["published"]) == ("2020-01-02", "url")


def test_an_undated_page_has_no_date() -> None:
    made = page("<title>Bridge sold</title>", "<p>In 1999, on March 3, 1999 the bridge was built.</p>")
    assert made.published is None
    assert "published" not in made.provenance
    assert made.byline is None
    assert made.outlet is None


def test_the_outlet_is_cut_from_the_title() -> None:
    made = page("<title>Bridge sold to mill | Elmsey Gazette</title>", "<h1>Bridge sold to mill</h1>")
    assert (made.title, made.outlet, made.provenance["outlet"]) == ("Bridge sold to mill", "Elmsey Gazette", "markup")
