"""Which stretches of an article are quotations to check, and whom it credits with them."""

from dataclasses import replace

from onrecord.reading.credited import Credited, credited
from onrecord.records import (
    Attribution,
    AttributionType,
    Block,
    BlockKind,
    Document,
    Mark,
    MarkType,
    Reading,
    Source,
    SourceKind,
    Span,
)
from onrecord.records.document import identify

KINDS = AttributionType


def reading(text: str, *attributions: Attribution, marks: tuple[Mark, ...] = ()) -> Reading:
    at, blocks = 0, []
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line)))
        at += len(line) + 1
    return Reading(Document(identify(text), "a.txt", text, tuple(blocks)), attributions, marks)


def said(
    text: str, source: str, cue: str, *content: str, kind: KINDS = KINDS.DIRECT, name: str = "a1", parent: str | None = None
):
    def spans(*pieces: str) -> tuple[Span, ...]:
        return tuple(Span(text.index(p), text.index(p) + len(p)) for p in pieces if p)

    return Attribution(name, kind, spans(source), spans(cue), spans(*content), parent, 0.9)


def told(found: list[Credited]) -> list[tuple[str, str | None]]:
    return [(c.quoted.words, c.quoted.speaker) for c in found]


def test_each_stretch_between_marks_is_one() -> None:
    text = "“It is a farce,” said Ms Vell, “and a costly one.”"
    found = credited(reading(text, said(text, "Ms Vell", "said", "“It is a farce,”", "“and a costly one.”")))
    assert told(found) == [("It is a farce,", "Ms Vell"), ("and a costly one.", "Ms Vell")]
    assert [text[c.quoted.start : c.quoted.end] for c in found] == [c.quoted.words for c in found]
    assert [n.full for n in found[0].names] == ["Vell"]
    assert {c.quoted.attribution for c in found} == {"a1"}


def test_of_a_mixed_content_only_what_stands_in_marks() -> None:
    text = "Ms Vell said the sale was “a farce” and late."
    found = credited(reading(text, said(text, "Ms Vell", "said", "the sale was “a farce” and late", kind=KINDS.MIXED)))
    assert told(found) == [("a farce", "Ms Vell")]
    assert found[0].around == ("Ms Vell said the sale was “", "” and late.")


def test_a_block_quotation_is_one_with_or_without_marks() -> None:
    text = "The Post wrote:\nThe harbour was sold.\nShe wrote:\n“It was not.”"
    block = said(text, "The Post", "wrote:", "The harbour was sold.", kind=KINDS.BLOCK)
    other = said(text, "She", "wrote:", "“It was not.”", kind=KINDS.BLOCK, name="a2")
    assert told(credited(reading(text, block, other))) == [("The harbour was sold.", "The Post"), ("It was not.", "She")]


def test_scare_quotes_titles_and_bare_marks_are_none() -> None:
    text = "Ms Vell spoke of a “fleet” and “ ” in words."
    start = text.index("“fleet”")
    content = said(text, "Ms Vell", "spoke of", "a “fleet” and “ ” in words", kind=KINDS.INDIRECT)
    assert credited(reading(text, content, marks=(Mark(MarkType.SCARE_QUOTE, start, start + 7, "a1"),))) == []


def test_a_quotation_nobody_is_credited_with_is_not_checked_and_one_without_a_name_is() -> None:
    text = "“One.” And “two of them” it is."
    found = credited(reading(text, said(text, "", "", "“two of them”")))
    assert told(found) == [("two of them", None)]
    assert (found[0].names, found[0].is_named) == ((), False)


def test_whoever_speaks_inside_a_quotation_is_not_its_speaker() -> None:
    text = "“Joss thinks the treaty is a boat,” Berit wrote."
    outer = said(text, "Berit", "wrote", "“Joss thinks the treaty is a boat,”")
    inner = said(text, "Joss", "thinks", "the treaty is a boat", kind=KINDS.INDIRECT, name="a2", parent="a1")
    assert told(credited(reading(text, outer, inner))) == [("Joss thinks the treaty is a boat,", "Berit")]


def test_those_who_passed_it_on_are_credited_after_the_speaker() -> None:
    text = "The Post reports that Ms Vell said “never”."
    outer = said(text, "The Post", "reports", "that Ms Vell said “never”", kind=KINDS.INDIRECT)
    inner = said(text, "Ms Vell", "said", "“never”", name="a2", parent="a1")
    (found,) = credited(reading(text, outer, inner))
    assert found.quoted.speaker == "Ms Vell"
    assert [n.full for n in found.names] == ["Vell", "Post"]
    assert found.is_named


def test_a_pronoun_stands_for_the_last_name_but_names_nobody() -> None:
    text = "Ms Vell denied it.\nMr Holm agreed that it was late.\n“Never,” she said."
    first = said(text, "Ms Vell", "denied", "it", kind=KINDS.INDIRECT)
    second = said(text, "Mr Holm", "agreed", "that it was late", kind=KINDS.INDIRECT, name="a2")
    (found,) = credited(reading(text, first, second, said(text, "she", "said", "“Never,”", name="a3")))
    assert (found.stands_for, found.is_named) == ("Mr Holm", False)


def test_the_sentence_around_ends_at_its_own_ends() -> None:
    text = "It did not rain. Ms Vell never called it “a farce” in public. It did not snow."
    (found,) = credited(reading(text, said(text, "Ms Vell", "called", "it “a farce”", kind=KINDS.MIXED)))
    assert found.around == ("Ms Vell never called it “", "” in public.")
    assert found.paragraph == text


def test_a_block_inside_a_block_is_credited_once_to_who_says_it() -> None:
    text = "The Post quoted\nMr Vell as saying:\nThe harbour was sold."
    said_so = "Mr Vell as saying:"
    outer = said(text, "The Post", "quoted", said_so, "The harbour was sold.", kind=KINDS.BLOCK)
    inner = said(text, "Mr Vell", "as saying:", "The harbour was sold.", kind=KINDS.BLOCK, name="a2", parent="a1")
    found = credited(reading(text, outer, inner))
    assert told(found) == [("The harbour was sold.", "Mr Vell")]
    assert [n.full for n in found[0].names] == ["Vell", "Post"]


def test_the_chain_of_a_pronoun_that_nobody_resolves_begins_with_nobody() -> None:
    text = "“It is a farce,” she said."
    (found,) = credited(reading(text, said(text, "she", "said", "“It is a farce,”")))
    assert [s.named for s in found.chain] == [False]


def test_a_resolved_pronoun_is_told_by_name() -> None:
    text = "Ida Vell came. “It is a farce,” she said."
    a = replace(said(text, "she", "said", "“It is a farce,”"), source_id="s1", chain=("s1",))
    vell = Source("s1", "Ida Vell", SourceKind.PERSON, named=True, basis=None, mentions=(Span(0, 8),))
    assert credited(replace(reading(text, a), sources=(vell,)))[0].quoted.stands_for == "Ida Vell"
    assert credited(reading(text, said(text, "she", "said", "“It is a farce,”")))[0].quoted.stands_for is None
