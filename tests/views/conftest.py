"""A reading of an article of ours, and a Reader that needs no model, for everything that is shown or written."""

from collections.abc import Container, Iterable, Iterator

import pytest

from onrecord.errors import InputError, ModelError, NoTextError
from onrecord.records import Attribution, AttributionType, Block, BlockKind, Document, Mark, MarkType, Reading, Span
from onrecord.records.document import identify
from onrecord.settings import Settings
from onrecord.sources import Input

TEXT = (
    "Port sold twice over\n"
    "The Halden Courier reports that harbour minister Ida Vell said “we were never asked”, and “nobody signed”.\n"
    "“It is = a farce,” she added.\nIt was announced that the so-called “Grey Fleet” would leave."
)


def spans(text: str, *pieces: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(p), text.index(p) + len(p)) for p in pieces)


def article(origin: str = "news/port.html", text: str = TEXT) -> Reading:
    said = "that harbour minister Ida Vell said “we were never asked”, and “nobody signed”"
    kinds = AttributionType
    found = (
        Attribution(
            "a1", kinds.INDIRECT, spans(text, "The Halden Courier"), spans(text, "reports"), spans(text, said), None, 0.934
        ),
        Attribution(
            "a2",
            kinds.DIRECT,
            spans(text, "harbour minister Ida Vell"),
            spans(text, "said"),
            spans(text, "“we were never asked”", "“nobody signed”"),
            "a1",
            0.81,
        ),
        Attribution("a3", kinds.DIRECT, spans(text, "she"), spans(text, "added"), spans(text, "“It is = a farce,”"), None, 0.5),
        Attribution(
            "a4",
            kinds.INDIRECT,
            (),
            spans(text, "was announced"),
            spans(text, "that the so-called “Grey Fleet” would leave"),
            None,
            1.0,
        ),
    )
    (fleet,) = spans(text, "“Grey Fleet”")
    lines = [(text.index(line), text.index(line) + len(line)) for line in text.split("\n")]
    blocks = tuple(Block(BlockKind.PARAGRAPH if n else BlockKind.TITLE, a, b) for n, (a, b) in enumerate(lines))
    document = Document(
        identify(text),
        origin,
        text,
        blocks,
        title="Port sold twice over",
        outlet="The Halden Mercury",
        byline="Ada Quill",
        published="2025-03-14",
    )
    return Reading(document, found, (Mark(MarkType.SCARE_QUOTE, fleet.start, fleet.end, "a4"),))


def worded(text: str, origin: str = "odd.txt") -> Reading:
    """One attribution whose content is the whole text."""
    found = Attribution("a1", AttributionType.INDIRECT, (), (), (Span(0, len(text)),), None, 0.5)
    return Reading(Document(identify(text), origin, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),)), (found,), ())


class FakeReader:
    """Reads any name as the article above; a name that begins with 'bad' as an input without text."""

    def __init__(self, settings: Settings = Settings()) -> None:  # noqa: B008 (frozen)
        FakeReader.settings = settings

    def read_all(self, args: Iterable[str], skip: Container[str] = frozenset()) -> Iterator[Reading | InputError]:
        for origin in args:
            FakeReader.asked.append(origin)
            if origin == "ctrl-c":
                raise KeyboardInterrupt
            if origin == "no-model":
                raise ModelError("the weights are missing; install onrecord again")
            if origin.startswith("bad"):
                yield NoTextError(origin, "has no text\x1b[31m of an article", "give a page with one")
            elif origin not in skip:
                yield article(origin)

    settings: Settings
    asked: list[str]


@pytest.fixture
def reading() -> Reading:
    return article()


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> type[FakeReader]:
    """Puts FakeReader in the workflow's place, and counts inputs by their names alone."""
    import onrecord.sources
    import onrecord.workflows

    FakeReader.asked = []
    monkeypatch.setattr(onrecord.workflows, "Reader", FakeReader, raising=False)
    monkeypatch.setattr(onrecord.sources, "expand", lambda args, settings: map(Input, args))
    return FakeReader
