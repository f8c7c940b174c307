"""For any bytes: a Document whose blocks are true to its text, or an InputError; nothing else gets out."""

import string
import sys
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.records import BlockKind
from onrecord.settings import Settings
from onrecord.sources import Input, document, expand, load
from onrecord.sources.blocks import Piece, join, set_apart
from onrecord.sources.datelines import facts_in
from onrecord.sources.encoding import decode
from onrecord.sources.facts import Origin
from onrecord.sources.load import read

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "malformed"))
from corpus import PAGE, TEXT
from test_malformed import holds

QUICK = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
PARTS = (
    "\n",
    "\n\n",
    " ",
    "    ",
    "He said:",
    "“No,”",
    '"',
    "”",
    "- ",
    "1. ",
    "> ",
    "PENCE: ",
    "\xa0",
    "\xad",
    "a",
    "Word ",
    "\t",
    "(AP) --",
    ".",
)
lines = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=8)), max_size=60).map("".join)
tags = (
    "<p>",
    "</p>",
    "<blockquote>",
    "</blockquote>",
    "<ul>",
    "<li>",
    "<h1>",
    "</h1>",
    "<br>",
    "<q>",
    "</q>",
    "<figure><figcaption>",
    "<table><td>",
)
pages = st.lists(
    st.one_of(st.sampled_from((*tags, "The mayor said no to it.", "&nbsp;", "“")), st.text(max_size=8)), max_size=60
).map("".join)
suffixes = st.sampled_from(("", ".txt", ".md", ".html", ".pdf", ".csv"))


def survives(data: bytes, suffix: str) -> None:
    with suppress(InputError):
        holds(read(data, suffix, None, Origin("x"), Settings()))


@QUICK
@given(st.binary(max_size=2000), suffixes)
def test_any_bytes(data: bytes, suffix: str) -> None:
    survives(data, suffix)


@QUICK
@given(lines, suffixes)
def test_any_text(text: str, suffix: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"), suffix)


@QUICK
@given(pages)
def test_any_page(page: str) -> None:
    survives(f"<html><body><article>{page}".encode("utf-8", "surrogatepass"), ".html")


@QUICK
@given(st.integers(0, len(PAGE)), st.binary(max_size=20), st.integers(0, len(PAGE)))
def test_a_page_cut_and_spliced(cut: int, spliced: bytes, again: int) -> None:
    survives(PAGE.encode()[:cut] + spliced + PAGE.encode()[again:], ".html")


@QUICK
@given(lines)
def test_text_in_hand_keeps_every_character_but_line_ends_and_surrogates(text: str) -> None:
    try:
        made = document(text)
    except InputError:
        assert not any(c.isalnum() for c in text)
        return
    holds(made)
    if "\r" not in text and not text.startswith("\ufeff"):
        assert len(made.text) == len(text)


@QUICK
@given(st.text(), st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32")))
def test_what_was_encoded_is_decoded(text: str, name: str) -> None:
    text = "".join(c for c in text if c not in "\r\ufeff\0" and not "\ud800" <= c <= "\udfff") + "."
    assert decode(text.encode(name)) == text


@QUICK
@given(st.lists(lines, max_size=8))
def test_facts_and_kinds_of_any_text(texts: list[str]) -> None:
    pieces = [Piece(BlockKind.PARAGRAPH, text) for text in texts]
    assert len(set_apart(pieces)) == len(pieces)
    facts_in(*join(pieces))


@QUICK
@given(st.lists(st.text(string.printable + "é\0", max_size=40), max_size=10), st.sampled_from((".csv", ".tsv", ".jsonl")))
def test_any_table(tmp_path_factory, content: list[str], suffix: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("tables") / f"a{suffix}"
    path.write_text("\n".join(("text,title", *content)) if suffix != ".jsonl" else "\n".join(content), "utf-8")
    for found in expand([str(path)], Settings()):
        if isinstance(found, Input):
            try:
                holds(load(found, Settings()))
            except InputError:
                continue


@QUICK
@given(st.text(max_size=30))
def test_any_argument(arg: str) -> None:
    if arg != "-" and not arg.startswith(("/", ".", "*", "?", "[")):
        for found in expand([arg], Settings()):
            assert isinstance(found, (Input, InputError))


def test_the_sample_textreads_as_meant() -> None:
    holds(document(TEXT))
