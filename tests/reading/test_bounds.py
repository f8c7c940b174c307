"""What somebody says ends with its paragraph, and a poll, or what only seems so, is said by nobody."""

import pytest
from tokenizers import Tokenizer

from onrecord import Reader
from onrecord.models.attribution import WEIGHTS
from onrecord.models.features import Featurizer
from onrecord.reading.bounds import Bounds
from onrecord.reading.drafts import Draft
from onrecord.records import Block, BlockKind


def said(reader: Reader, text: str, origin: str = "text") -> list[tuple[str, str]]:
    """(source, content) of each attribution."""
    found = reader.read_text(text, origin)
    words = found.document.text
    return [(" ".join(s.of(words) for s in a.source), " … ".join(s.of(words) for s in a.content)) for a in found.attributions]


def test_a_claim_ends_with_its_paragraph(reader: Reader) -> None:
    found = said(reader, "He claimed that the fees were stolen\n\nPerhaps they did. Nobody has looked.")
    assert found == [("He", "that the fees were stolen")]


def test_what_is_cut_off_is_kept_to_be_read_for_itself() -> None:
    text = "He claimed that the fees were stolen\n\nI do not believe it."
    blocks = (Block(BlockKind.PARAGRAPH, 0, 36), Block(BlockKind.PARAGRAPH, 38, len(text)))
    features = Featurizer(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))(text, [(b.start, b.end) for b in blocks])
    bounds = Bounds(text, features, blocks)
    (kept,) = bounds.keep([Draft((0,), (1,), tuple(range(2, len(features.words))), 0.9)])
    assert kept.content == (2, 3, 4, 5, 6)
    assert bounds.cut == [tuple(range(7, len(features.words)))]


def test_a_quotation_goes_on_over_the_paragraph(reader: Reader) -> None:
    found = said(reader, "“The fees were stolen,” Ida Vell said.\n\n“They were stolen in May.”")
    assert [source for source, _ in found] == ["Ida Vell"]
    assert "in May" in found[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "She appeared tired on Monday.",
        "The cranes appeared to be rusting.",
        "It appears that nobody had oiled them since May.",
        "It seems that the fog has lifted.",
        "The harbour has come under attack over the new fees.",
    ],
)
def test_what_only_appears_is_nobodys_statement(text: str, reader: Reader) -> None:
    assert said(reader, text) == []


def test_who_sees_it_so_is_heard(reader: Reader) -> None:
    assert said(reader, "Ida Vell said the cranes appeared to be rusting.") == [
        ("Ida Vell", "the cranes appeared to be rusting")
    ]


POLL = """<html><body><article><h1>Harbour vote on Friday</h1>
<p>Ida Vell said on Monday that she would stand for harbour master.</p>
<h2>Whom do you consider the best harbour master?</h2>
<p>The vote is on Friday.</p>
<h3>What do you think of the fees?</h3>
<p>Do you believe the cranes are safe?</p>
<ul><li>Yes, I think they are</li><li>No</li><li>I don't know</li></ul>
</article></body></html>"""


def test_a_heading_or_a_poll_asks_and_says_nothing(tmp_path, reader: Reader) -> None:  # type: ignore[no-untyped-def]
    page = tmp_path / "poll.html"
    page.write_text(POLL, "utf8")
    found = reader.read(page)
    assert [s.of(found.document.text) for a in found.attributions for s in a.source] == ["Ida Vell"]


def test_an_interviewer_asks(reader: Reader) -> None:
    found = said(reader, "“Do you believe the cranes are safe?” Jan Tolmie asked.")
    assert found[0][0] == "Jan Tolmie"


def test_a_heading_of_what_was_heard_tells_nothing() -> None:
    text = "What the minister heard\n\nHe heard that it was late."
    featurizer = Featurizer(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))
    blocks = [Block(kind, 0, 23) for kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)]
    after = Block(BlockKind.PARAGRAPH, 25, len(text))
    features = featurizer(text, [(0, 23), (25, len(text))])
    for block, kept in zip(blocks, (1, 2), strict=True):
        drafts = [Draft((1, 2), (3,), (0,), 0.5), Draft((4,), (5,), (6, 7, 8, 9), 0.9)]
        assert len(list(Bounds(text, features, (block, after)).keep(drafts))) == kept


def test_who_speaks_stands_in_the_clause_of_the_verb() -> None:
    text = "Vell contends so; her lawyer, however, told Radio Pell it was late"
    features = Featurizer(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))(text, [(0, len(text))])
    words = [text[a:b] for a, b in features.words]
    told = words.index("told")
    (kept,) = Bounds(text, features, (Block(BlockKind.PARAGRAPH, 0, len(text)),)).keep(
        [Draft((0,), (told,), tuple(range(told + 1, len(words))), 0.9)]
    )
    assert [words[i] for i in kept.source] == ["her", "lawyer"]


@pytest.mark.parametrize("text", ["Vell opened it; told us it was late", "Vell “hummed; her dog slept,” told us it was late"])
def test_a_clause_without_a_subject_keeps_the_one_before(text: str) -> None:
    features = Featurizer(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))(text, [(0, len(text))])
    words = [text[a:b] for a, b in features.words]
    told = words.index("told")
    (kept,) = Bounds(text, features, (Block(BlockKind.PARAGRAPH, 0, len(text)),)).keep(
        [Draft((0,), (told,), tuple(range(told + 1, len(words))), 0.9)]
    )
    assert kept.source == (0,)
