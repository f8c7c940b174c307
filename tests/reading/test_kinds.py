"""One article of ours for each way of attributing: what the rules and the model make of it together."""

from pathlib import Path

import pytest

import onrecord
from onrecord import Document, Reader, Settings
from onrecord.records import AttributionType, BlockKind
from onrecord.records.document import identify

from .looks import chain, check, marks, table

BLOCK = (
    "The council met on Tuesday. In its leader column the Halden Courier wrote:\n\n"
    "The bridge was never safe. Nobody in this town should pretend that it was.\n\n"
    "The tide came in at noon and the ferries stayed where they were."
)
TURNS = (
    "The hearing opened at nine.\n\n"
    "VELL: We were never asked about the harbour.\n\n"
    "ORRIN: Who signed the paper?\n\n"
    "VELL: Nobody signed it.\n\n"
    "(Laughter.)\n\n"
    "ORRIN: Then who sold the port?"
)


def test_a_block_quotation_after_a_colon(reader: Reader) -> None:
    reading = reader.read_text(BLOCK)
    (block,) = (a for a in reading if a.type is AttributionType.BLOCK)
    assert reading.words_of(block.source) == "the Halden Courier"
    assert "wrote" in reading.words_of(block.cue)
    (quoted,) = (b for b in reading.document.blocks if b.kind is BlockKind.QUOTATION)
    assert [(c.start, c.end) for c in block.content] == [(quoted.start, quoted.end)]
    assert block.parent is None
    check(reading)


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("a.md", "# Bridge\n\nThe Halden Courier wrote:\n\n> {}\n\nThe tide came in at noon.\n"),
        (
            "a.html",
            "<h1>Bridge</h1><p>The Halden Courier wrote:</p><blockquote><p>{}</p></blockquote><p>The tide came in at noon.</p>",
        ),
        ("a.txt", "Bridge\n\nThe Halden Courier wrote:\n\n    {}\n\nThe tide came in at noon.\n"),
    ],
)
def test_block_quotations_of_each_kind_of_file(reader: Reader, tmp_path: Path, name: str, article: str) -> None:
    said = "The bridge was never safe. Nobody in this town should pretend that it was."
    (tmp_path / name).write_text(article.format(said), "utf8")
    reading = reader.read(tmp_path / name)
    (block,) = (a for a in reading if a.type is AttributionType.BLOCK)
    assert reading.words_of(block.source) == "The Halden Courier"
    assert reading.words_of(block.content) == said


def test_transcript_turns(reader: Reader) -> None:
    reading = reader.read_text(TURNS)
    assert [t for t in table(reading) if t[1] == ":"] == [
        ("VELL", ":", "We were never asked about the harbour."),
        ("ORRIN", ":", "Who signed the paper?"),
        ("VELL", ":", "Nobody signed it."),
        ("ORRIN", ":", "Then who sold the port?"),
    ]
    assert all(a.parent is None for a in reading if reading.words_of(a.cue) == ":")
    check(reading)


def test_two_paragraphs_with_a_colon_are_no_transcript(reader: Reader) -> None:
    reading = reader.read_text("TIDES: high water comes at noon.\n\nWEATHER: the sky stays grey until Sunday.")
    assert ":" not in [cue for _, cue, _ in table(reading)]


@pytest.mark.parametrize(("a", "z"), ["“”", '""', "‘’", "«»"])
def test_a_split_quotation_is_one_attribution(reader: Reader, a: str, z: str) -> None:
    reading = reader.read_text(f"{a}We were never asked,{z} said Ida Vell, {a}and nobody signed the paper.{z}")
    (only,) = reading.roots
    assert only.type is AttributionType.DIRECT
    assert [c.of(reading.document.text) for c in only.content] == [
        f"{a}We were never asked,{z}",
        f"{a}and nobody signed the paper.{z}",
    ]
    assert table(reading)[0][:2] == ("Ida Vell", "said")


def test_nesting_three_deep(reader: Reader) -> None:
    reading = reader.read_text(
        "The Harbour Post reported that the mayor told aides that the engineer warned that the bridge would close by Friday."
    )
    deepest = max(reading, key=lambda a: len(chain(reading, a)))
    assert chain(reading, deepest) == ["The Harbour Post", "the mayor", "the engineer"]
    assert [reading.words_of(a.source) for a in reading.roots] == ["The Harbour Post"]
    check(reading)


def test_nested_false_gives_the_roots_of_the_same(reader: Reader) -> None:
    text = "The Harbour Post reported that the mayor told aides that the bridge would close by Friday."
    flat = Reader(Settings(nested=False)).read_text(text)
    assert table(flat) == [
        t for t, a in zip(table(reader.read_text(text)), reader.read_text(text), strict=True) if not a.parent
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He read from the novel “The Long Tide” to a full house in Halden.", [("title", "“The Long Tide”")]),
        ("Tom “the Gull” Orrin came late and left before the rain.", [("nickname", "“the Gull”")]),
        (
            "Port Police “Accidentally” Gave Records Away\n\nThe records went to the harbour board on Monday.",
            [("scare-quote", "“Accidentally”")],
        ),
        ("The so-called “grey fleet” sails out of Halden again tomorrow.", [("scare-quote", "“grey fleet”")]),
        ("The so-called ‘grey fleet’ sails out of Halden again tomorrow.", [("scare-quote", "‘grey fleet’")]),
    ],
)
def test_marks_that_are_no_speech(reader: Reader, text: str, expected: list[tuple[str, str]]) -> None:
    reading = reader.read_text(text)
    assert marks(reading) == expected
    inside = text[slice(reading.marks[0].start, reading.marks[0].end)]
    assert not any(inside in content for _, _, content in table(reading))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“Nobody asked us about the harbour,” said Ida Vell.", AttributionType.DIRECT),
        ("Ida Vell said the sale of the harbour was “a disgrace”.", AttributionType.MIXED),
        ("Ida Vell said the harbour had been sold twice.", AttributionType.INDIRECT),
    ],
)
def test_type_follows_the_quotation_marks(reader: Reader, text: str, kind: AttributionType) -> None:
    (only,) = reader.read_text(text).roots
    assert only.type is kind


def test_a_quotation_over_three_paragraphs_is_one_speakers(reader: Reader) -> None:
    reading = reader.read_text(
        "“We waited all night on the quay,” Ida Vell said. “Nobody came.\n\n"
        "“The ice broke at five and the boats went with it.\n\n“Then we walked home.”"
    )
    (only,) = reading.roots
    assert reading.words_of(only.source) == "Ida Vell"
    assert len({next(i for i, b in enumerate(reading.document.blocks) if b.end >= c.end) for c in only.content}) == 3
    check(reading)


@pytest.mark.parametrize("text", ["Word", ".", "“", "“”", "said", "“Yes”", ":", "Vell said:", "“Vell said", "\u00a0x\u00a0"])
def test_documents_of_a_word_or_less(reader: Reader, text: str) -> None:
    check(reader.read_text(text))


def test_a_document_without_words_has_an_empty_reading(reader: Reader) -> None:
    for text in ("", " \n ", "\u200b"):
        reading = reader.read(Document(identify(text), "empty", text, ()))
        assert (reading.attributions, reading.marks) == ((), ())


def test_nobody_in_the_text_says_a_heading() -> None:
    reading = onrecord.read(str(Path(__file__).parents[2] / "examples" / "article.html"))
    headings = [b for b in reading.document.blocks if b.kind is BlockKind.HEADING]
    assert headings
    for heading in headings:
        holding = [a for a in reading if any(c.start < heading.end and heading.start < c.end for c in a.content)]
        assert all(heading.start <= cue.start < heading.end for a in holding for cue in a.cue)
