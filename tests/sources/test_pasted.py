"""Bytes that no file name goes with: what kind of text they are."""

import pytest

from onrecord import sources
from onrecord.records import BlockKind
from onrecord.settings import Settings

MARKED = b"# The pier fell\n\nIda Vell *said* no.\n\n> It is late.\n"


def _kinds(origin: str, data: bytes) -> tuple[str, list[BlockKind]]:
    document = sources.load(sources.Input(origin=origin, data=data), Settings())
    return document.text.split("\n")[0], [b.kind for b in document.blocks]


@pytest.mark.parametrize("origin", ["standard input", "case.md"])
def test_pasted_markdown_is_markdown(origin: str) -> None:
    title, kinds = _kinds(origin, MARKED)
    assert (title, kinds) == ("The pier fell", [BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.QUOTATION])


@pytest.mark.parametrize(("origin", "data"), [("standard input", b"#1 is Ida Vell.\n\nShe said so.\n"), ("case.txt", MARKED)])
def test_other_text_stays_plain(origin: str, data: bytes) -> None:
    assert _kinds(origin, data)[0].startswith("#")
