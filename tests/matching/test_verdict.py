"""Each edit by its name: sentences of ours, one way of editing at a time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.matching import Index, check_quotation
from onrecord.records import (
    Attribution,
    AttributionType,
    Document,
    Edit,
    Finding,
    Label,
    Quoted,
    Reading,
    Span,
)

from .conftest import FERRY, HARBOUR, document

L = Label
CASES = [
    ("We will not close the mill, and we have never planned to do so.", L.VERBATIM, 0),
    ("the people of Halden deserve better,", L.VERBATIM, 0),
    ("WE WILL NOT - close the mill", L.TYPOGRAPHIC, 0),
    ("the 3rd time in a year", L.ORTHOGRAPHIC, 0),
    ("The color of the organized march was gray", L.ORTHOGRAPHIC, 0),
    ("The turnout rose to 5.5 per cent in the second round", L.ORTHOGRAPHIC, 0),
    ("We won’t close the mill, and we’ve never planned to do so", L.ORTHOGRAPHIC, 0),
    ("I think the people of Halden deserve better", L.VERBATIM, 0),
    ("I think, I think the people of Halden deserve better", L.CLEANED, 1),
    ("We were lucky, and the crew was brave", L.CLEANED, 1),
    ("Some of the ferries was late", L.CLEANED, 1),
    ("[Brandt] should resign", L.BRACKETED, 1),
    ("and [she] should resign", L.BRACKETED, 3),
    ("[T]he people of Halden deserve[d] better", L.BRACKETED, 1),
    ("My father … would be ashamed of what we have become", L.TRIMMED_MARKED, 1),
    ("My father [...] would be ashamed of what we have become", L.TRIMMED_MARKED, 1),
    ("We will … close the mill", L.TRIMMED_MARKED, 4),
    ("My father, who built this quay, would be ashamed of what we have become", L.TRIMMED_SILENT, 2),
    ("the fire was set on purpose", L.TRUNCATED_EDGE, 4),
    ("took the money from the fund", L.TRUNCATED_EDGE, 3),
    ("the bridge is unsafe", L.TRUNCATED_EDGE, 4),
    ("close the mill, and we have never planned to do so", L.TRUNCATED_EDGE, 4),
    ("We will not close the factory, and we have never planned to do so", L.REWORDED, 2),
    ("The turnout rose to 5.8 percent in the second round", L.NUMBER_CHANGED, 4),
    ("The turnout rose to 5.5", L.NUMBER_CHANGED, 4),
    ("The turnout rose to 5", L.NUMBER_CHANGED, 4),
    ("we may build 2", L.NUMBER_CHANGED, 4),
    ("It was, he added, the third time in a ye", L.REWORDED, 2),
    ("with 1,300 crates of oranges", L.NUMBER_CHANGED, 4),
    ("We will close the mill, and we have never planned to do so.", L.POLARITY_CHANGED, 4),
    ("We will not close the mill, and we have planned to do so.", L.POLARITY_CHANGED, 4),
    ("All of the ferries were late", L.MODALITY_CHANGED, 3),
    ("we have never planned to do so. If the council agrees, we will build 20 new homes", L.MODALITY_CHANGED, 3),
    ("new homes in Smith Street next year", L.NAME_CHANGED, 4),
    ("We will not close the mill. The ferry sank off Teral with 1,200 crates of oranges", L.SPLICED, 3),
    ("The governor resigned after the auditors found a second ledger", L.NOT_FOUND, 3),
    ("zeppelin", L.NOT_FOUND, 3),
]


@pytest.mark.parametrize(("words", "label", "severity"), CASES)
def test_named(index: Index, words: str, label: Label, severity: int) -> None:
    finding = check_quotation(words, index)
    assert (finding.verdict, finding.severity) == (label, severity), finding.edits
    consistent(finding, words, index)


def consistent(finding: Finding, words: str, index: Index) -> None:
    """Offsets point into both texts, whatever was found."""
    texts = [index.document(p.document).text for p in finding.places]
    for place, text in zip(finding.places, texts, strict=True):
        assert text[place.start : place.end] == place.words
    for edit in finding.edits:
        assert edit.end - finding.quotation.start <= len(words)
        assert edit.source_end <= len(texts[edit.place])


def test_offsets_are_those_of_the_article(index: Index) -> None:
    article = "Ms Vell said: “We may build 30 new homes.”"
    start = article.index("We")
    finding = check_quotation(Quoted(start, len(article) - 2, "We may build 30 new homes"), index)
    [edit] = [e for e in finding.edits if e.label is L.NUMBER_CHANGED]
    assert article[edit.start : edit.end] == "30"
    assert HARBOUR[edit.source_start : edit.source_end] == "20"


def test_a_word_left_out_is_a_point(index: Index) -> None:
    words = "We will close the mill"
    [edit] = check_quotation(words, index).edits
    assert edit.start == edit.end == words.index("close")
    assert HARBOUR[edit.source_start : edit.source_end] == "not"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*HARBOUR.split(), *FERRY.split(), "…", "[he]", "not", "42", "\n", "“"]), max_size=30).map(
        " ".join
    )
)
def test_any_quotation_has_true_offsets(index: Index, words: str) -> None:
    consistent(check_quotation(words, index), words, index)


def test_not_found_unverifiable_and_too_common_are_three_things(index: Index) -> None:
    words = "The governor resigned after the auditors found a second ledger"
    assert check_quotation(words, index).verdict is L.NOT_FOUND
    unverifiable = check_quotation(words, index, held=False)
    assert (unverifiable.verdict, unverifiable.severity, unverifiable.checked) == (L.UNVERIFIABLE, None, False)
    copies = [document(f"{n}. We won in the end by two.", f"{n}.txt") for n in range(6)]
    assert check_quotation("in the end", Index.build(copies)).verdict is L.VERBATIM  # one sentence, six times
    ends = (("won", "by two"), ("lost", "at home"), ("slept", "a little"), ("ate", "everything"), ("left", "early"))
    said = [document(f"We {verb} in the end {rest}.", f"{verb}.txt") for verb, rest in ends]
    assert check_quotation("in the end", Index.build(said)).verdict is L.TOO_COMMON


def test_what_the_article_says_itself_is_not_held_against_it(index: Index) -> None:
    said = "the fire was set on purpose"
    assert check_quotation(said, index, around=("There is no evidence that ", "")).verdict is L.VERBATIM


def reading_of(found: Document) -> Reading:
    words = "the crew was brave"
    start, speaker = found.text.index(words), found.text.index("Captain Oskar Lind")
    content = (Span(start, start + len(words)),)
    source = (Span(speaker, speaker + len("Captain Oskar Lind")),)
    return Reading(found, (Attribution("a1", AttributionType.DIRECT, source, (), content, None, 1.0),), ())


@pytest.mark.parametrize(
    ("speaker", "label"), [("Oskar Lind", L.VERBATIM), ("Ida Vell", L.MISATTRIBUTED), ("she", L.VERBATIM), (None, L.VERBATIM)]
)
def test_whose_words(index: Index, speaker: str | None, label: Label) -> None:
    finding = check_quotation(Quoted(0, 18, "the crew was brave", speaker=speaker), index, reading=reading_of)
    assert finding.verdict is label
    assert finding.place is not None
    assert finding.place.speaker == "Captain Oskar Lind"


def test_found_only_in_a_third_party_s_report(index: Index) -> None:
    finding = check_quotation("the crew was brave", index, named=lambda d: d.outlet == "The Halden Courier")
    assert (finding.verdict, finding.severity) == (L.SOURCE_IS_SECONDHAND, 1)
    assert check_quotation("the crew was brave", index, named=lambda d: d.outlet == "Teral Post").verdict is L.VERBATIM


def test_long_quotations_large_documents_and_repetition_are_bounded() -> None:
    prose = " ".join(f"Sentence {n} says that crate {n * 7 % 1000} went to quay {n * 13 % 977}." for n in range(2_500))
    held = Index.build(
        [document(prose, "prose.txt"), document("the " * 500_000, "the.txt"), document("ab" * 1_000_000, "ab.txt")]
    )
    long = " ".join(prose.split()[100:5_100])
    begin = time.process_time()
    assert check_quotation(long, held).verdict is L.VERBATIM
    changed = check_quotation(long.replace("crate 700 ", "crate 701 ", 1), held)
    assert changed.verdict is L.NUMBER_CHANGED
    for words in ("the", "the the", "the " * 5_000, "the of " * 500, "ab" * 5_000, "…" * 500, "[" * 500, "“" * 5_000):
        check_quotation(words, held)
    assert time.process_time() - begin < 20


def test_an_edit_must_have_a_severity_its_label_allows() -> None:
    with pytest.raises(ValueError, match="has severity"):
        Edit(L.NUMBER_CHANGED, 1, 0, 1, 0, 1, "")
    with pytest.raises(ValueError, match="run forward"):
        Edit(L.CLEANED, 1, 2, 1, 0, 1, "")
