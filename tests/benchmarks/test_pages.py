"""The pages measured on are pages that onrecord, and anyone, gets the article back out of."""

from pathlib import Path

import pytest

from benchmarks import pages
from benchmarks.pages import Article
from onrecord import Settings
from onrecord.sources import Input, load

ARTICLE = Article(
    "tram-stops",
    "Night tram stops at <Quay 9> again\n\n"
    "The night tram will stop at the old quay from Monday, the council's transport office said in a notice on Friday.\n\n"
    "“We counted the people who walk that road after dark, and there are many,” said Petra Lindqvist, who runs the office.\n\n"
    "She added that the stop costs less than the taxis the council has paid for since the winter & the spring of last year.",
)


def test_the_article_comes_back_whole_and_what_surrounds_it_does_not(tmp_path: Path) -> None:
    [path] = pages.write([ARTICLE], tmp_path / "pages")
    document = load(Input(str(path), path=str(path)), Settings())
    assert document.title == "Night tram stops at <Quay 9> again"
    for paragraph in ARTICLE.text.split("\n\n")[1:]:
        assert paragraph in document.text
    for around in ("Accept all", "Privacy", "bakery's centenary", "All rights reserved", "trk-00001"):
        assert around not in document.text


def test_articles_are_spread_evenly_over_the_folder(tmp_path: Path) -> None:
    for number in range(10):
        (tmp_path / f"{number}.txt").write_text("One two.", "utf8")
    assert [a.name for a in pages.articles(tmp_path, 3)] == ["0", "3", "6"]
    assert len(pages.articles(tmp_path)) == len(pages.articles(tmp_path, 99)) == 10


def test_our_own_cases_stand_in_where_no_corpus_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pages, "DEV", tmp_path)
    assert len(pages.articles()) >= 30


def test_a_batch_is_repeated_until_it_is_long_enough() -> None:
    assert ARTICLE.words * 3 == sum(a.words for a in pages.repeated([ARTICLE], ARTICLE.words * 2 + 1))
    assert pages.repeated([ARTICLE], 1) == [ARTICLE]
