"""Who speaks at a place, and whether article and document put words into two mouths."""

import pytest

from onrecord.matching.speakers import is_another, mouth
from onrecord.records import Attribution, AttributionType, Block, BlockKind, Document, Reading, Source, SourceKind, Span
from onrecord.records.document import identify

KINDS = SourceKind


def who(name: str | None, kind: SourceKind = KINDS.PERSON, basis: str | None = None, named: bool = True) -> Source:
    return Source("s", name, kind, named, basis, ())


VELL, BRANDT, POST = who("Ida Vell"), who("Jonas Brandt"), who("The Harbour Post", KINDS.OUTLET)
SHE, AIDES = who(None, KINDS.UNKNOWN, named=False), who("Two aides", KINDS.ROLE, named=False)


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ((VELL,), (BRANDT,)),
        ((VELL, POST), (BRANDT, POST)),  # agreeing on the paper does not agree on the speaker
        ((VELL,), (POST,)),
        ((who("Hanne Winther", basis="head of the Mill Board"),), (who("the Harbour Board", KINDS.ORGANIZATION),)),
    ],
)
def test_another_mouth(there: tuple[Source, ...], here: tuple[Source, ...]) -> None:
    assert is_another(there, here)
    assert is_another(here, there)


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ((VELL, POST), (VELL,)),
        ((VELL,), (who("VELL"), POST)),
        ((VELL, POST), (POST,)),
        ((who("Vell"),), (BRANDT, VELL)),
        ((SHE,), (VELL,)),
        ((AIDES,), (VELL, POST)),
        ((), (VELL,)),
        ((who("Hanne Winther", basis="head of the Harbour Board"),), (who("the Harbour Board", KINDS.ORGANIZATION),)),
    ],
)
def test_no_evidence_of_another(there: tuple[Source, ...], here: tuple[Source, ...]) -> None:
    assert not is_another(there, here)
    assert not is_another(here, there)


def test_the_outlet_whose_page_it_is() -> None:
    assert not is_another((VELL,), (who("the Post", KINDS.OUTLET),), "The Harbour Post")
    assert is_another((VELL,), (who("the Ledger", KINDS.OUTLET),), "The Harbour Post")


def reading(text: str, source: str, cue: str, *content: str) -> Reading:
    def spans(*pieces: str) -> tuple[Span, ...]:
        return tuple(Span(text.index(p), text.index(p) + len(p)) for p in pieces)

    a = Attribution("a1", AttributionType.DIRECT, spans(source), spans(cue), spans(*content), None, 0.9, "s1", ("s1",))
    sources = (Source("s1", "Ida Vell", KINDS.PERSON, named=True, basis=None, mentions=spans(source)),)
    return Reading(Document(identify(text), "a", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),)), (a,), (), sources)


def test_who_says_so_may_be_a_part_of_the_words() -> None:
    text = "“Vell said the mill was shut,” the Post wrote."
    read = reading(text, "Vell", "said", "the mill was shut")
    assert mouth(read, text.index("the mill"), text.index(",”")).told == "Vell"
    assert mouth(read, text.index("Vell"), text.index(",”")).told is None


def test_words_that_she_said_interrupts_are_hers() -> None:
    text = "“The mill is shut,” she said, “and the pond is dry.”"
    read = reading(text, "she", "said", "The mill is shut", "and the pond is dry")
    found = mouth(read, text.index("The mill"), text.index(".”"))
    assert found.told == "Ida Vell"
    assert [s.name for s in found.chain] == ["Ida Vell"]
