"""The table: what stands in it, at which width, and that no article steers the screen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from onrecord.records import Reading
from onrecord.views import table
from onrecord.views.plain import plain, shorten
from onrecord.views.report import summarise

from .conftest import worded


def shown(reading: Reading, width: int = 80) -> str:
    return "".join(table.write([reading], width))


def test_header_summary_rows_and_marks(reading: Reading) -> None:
    lines = shown(reading, 120).splitlines()
    assert lines[:2] == ["Port sold twice over", "The Halden Mercury · 14 March 2025 · by Ada Quill"]
    rows = lines[lines.index("") + 2 :]
    assert " ".join(lines[2 : lines.index("")]) == summarise(reading)
    assert re.match(r"  2    harbour minister Ida Vell +said +“we were never asked” … “nobody signed” +direct +\.81$", rows[2])
    assert rows[3] == "       through The Halden Courier"
    assert "(nobody named)" in rows[5]
    assert lines[-1] == "  a  scare-quote   “Grey Fleet” (in 4)"


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_nothing_is_wider_than_the_screen(reading: Reading, width: int) -> None:
    assert max(cell_len(line) for line in shown(reading, width).splitlines()) <= width


@given(st.text(min_size=1, max_size=300))
def test_no_text_steers_the_screen(text: str) -> None:
    out = shown(worded(text))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", out)
    assert max(cell_len(line) for line in out.splitlines()) <= 80


def test_markup_of_rich_is_only_text() -> None:
    assert "[red]no[/red]" in shown(worded("[red]no[/red]"))


@given(st.text(max_size=200), st.integers(1, 80))
def test_shortened_text_fits_and_keeps_both_ends(text: str, length: int) -> None:
    short = shorten(plain(text), length)
    assert len(short) <= max(length, 1)
    if len(short) < len(plain(text)):
        assert "…" in short
        assert plain(text).startswith(short.partition("…")[0].rstrip())


def test_the_middle_goes_at_words() -> None:
    assert shorten("We will never ever sell the old harbour", 24) == "We will never … harbour"
