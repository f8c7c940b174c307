"""Who is cited, who stands beside a quotation, and what is only hearsay: rules over drafts, whatever the model found."""

import pytest
from tokenizers import Tokenizer

from onrecord.models.attribution import WEIGHTS
from onrecord.models.features import Features, Featurizer
from onrecord.reading.beside import beside, called_by
from onrecord.reading.bounds import Bounds
from onrecord.reading.citing import cited
from onrecord.reading.drafts import Draft
from onrecord.reading.hearsay import hearsay
from onrecord.records import Block, BlockKind

FEATURIZER = Featurizer(Tokenizer.from_file(str(WEIGHTS / "tokenizer.json")))


def features_of(text: str) -> Features:
    return FEATURIZER(text, [(0, len(text))])


def at(text: str, features: Features, words: str) -> tuple[int, ...]:
    start = text.index(words)
    return tuple(i for i, (s, e) in enumerate(features.words) if start <= s and e <= start + len(words))


def said(text: str, features: Features, words: tuple[int, ...]) -> str:
    return " ".join(text[slice(*features.words[i])] for i in words)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The dam leaks, the Ledger reported, citing two aides.", "two aides", "The dam leaks"),
        ("The Ledger reported, citing two aides who saw it, that the dam leaks.", "two aides who saw it", "that the dam leaks"),
        ("The Ledger, quoting Halvard Brenn, reported that the dam leaks.", "Halvard Brenn", "that the dam leaks"),
        ("The Ledger reported, citing unnamed officials, that the dam leaks.", "unnamed officials", "that the dam leaks"),
        (
            "The dam leaks, the Ledger reported, citing sources close to the mayor.",
            "sources close to the mayor",
            "The dam leaks",
        ),
    ],
)
def test_who_is_cited_speaks_inside_the_report(text: str, who: str, what: str) -> None:
    features = features_of(text)
    source = at(text, features, "the Ledger" if "the Ledger" in text else "The Ledger")
    report = Draft(source, at(text, features, "reported"), at(text, features, what), 0.9)
    word = "quoting" if "quoting" in text else "citing"
    theirs = Draft(source, at(text, features, word), at(text, features, who), 0.4)
    kept = cited(text, features, [report, theirs])
    assert [(said(text, features, d.source), d.parent) for d in kept] == [(said(text, features, source), None), (who, report)]
    assert said(text, features, kept[1].content) == what


def test_a_report_is_made_out_of_citing_alone() -> None:
    text = "The dam leaks, the Ledger reported late on Monday, citing two aides."
    features = features_of(text)
    alone = Draft(at(text, features, "the Ledger"), at(text, features, "citing"), at(text, features, "two aides"), 0.4)
    report, inner = cited(text, features, [alone])
    assert (said(text, features, report.cue), said(text, features, report.content)) == ("reported", "The dam leaks")
    assert (said(text, features, inner.source), inner.parent) == ("two aides", report)


@pytest.mark.parametrize("reason", ["security concerns", "an open inquiry", "low growth"])
def test_a_reason_is_no_speaker(reason: str) -> None:
    text = f"The board said it would close, citing {reason}."
    features = features_of(text)
    draft = Draft(at(text, features, "The board"), at(text, features, "said"), at(text, features, "it would close"), 0.9)
    assert cited(text, features, [draft]) == [draft]


@pytest.mark.parametrize(
    ("text", "who", "how"),
    [
        ("Food inspectors found “no mould whatsoever” in the plant.", "Food inspectors", "found"),
        ("It is short, but the bishop regrets in a margin “my haste”.", "the bishop", "regrets"),
        ("It took four hours and, according to the minutes, “covered the points twice”.", "the minutes", "according to"),
        ("The cracks were “hushed up”, papers claim", "papers", "claim"),
        ("What he wanted was “order”.", "", ""),
        ("In the “reading room” people slept.", "", ""),
    ],
)
def test_who_stands_beside_a_quotation(text: str, who: str, how: str) -> None:
    features = features_of(text)
    words = at(text, features, text[text.index("“") : text.index("”") + 1])
    source, cue = beside(text, features, words)
    assert (said(text, features, source), said(text, features, cue)) == (who, how)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Tea was sold; the guard has reportedly bought a hat.", "the guard has bought a hat"),
        ("It was dropped, allegedly at a wish of his.", "It was dropped , at a wish of his"),
        ("An allegedly stolen car was found.", ""),
    ],
)
def test_hearsay_has_nobody_for_a_source(text: str, clause: str) -> None:
    features = features_of(text)
    found = hearsay(text, features, [])
    assert [said(text, features, d.content) for d in found] == ([clause] if clause else [])
    assert all(d.source == () for d in found)


def test_hearsay_that_is_a_cue_already_is_left() -> None:
    text = "The guard has reportedly bought a hat."
    features = features_of(text)
    known = Draft((), at(text, features, "has reportedly"), at(text, features, "bought a hat"), 0.9)
    assert hearsay(text, features, [known]) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "who"),
    [
        (
            "“It rained,” one porter, a night man, recalled.",
            "",
            "recalled",
            "“It rained,” one porter, a night man,",
            "one porter , a night man",
        ),
        ("It is shut, according to an aide, quoted by the Ledger.", "the Ledger", "according to", "It is shut", "an aide"),
    ],
)
def test_a_source_is_put_right(text: str, source: str, cue: str, content: str, who: str) -> None:
    features = features_of(text)
    draft = Draft(at(text, features, source) if source else (), at(text, features, cue), at(text, features, content), 0.9)
    (kept,) = Bounds(text, features, (Block(BlockKind.PARAGRAPH, 0, len(text)),)).keep([draft])
    assert said(text, features, kept.source) == who


def test_a_reply_from_somebody_that_a_colon_introduces_is_his() -> None:
    text = "Brandt received the following response from Ida Vell, in which she named a day: “The weir opens in May.”"
    features = features_of(text)
    source, cue = beside(text, features, at(text, features, "“The weir opens in May.”"))
    assert (said(text, features, source), said(text, features, cue)) == ("Ida Vell", "response from")


@pytest.mark.parametrize("text", ["The road from Halden leads on: “No entry.”", "A letter from the bank came: “Pay.”"])
def test_what_comes_from_a_place_or_from_nobody_named_is_not(text: str) -> None:
    features = features_of(text)
    assert beside(text, features, at(text, features, text[text.index("“") :])) == ((), ())


def test_what_somebody_calls_it_is_his_word() -> None:
    text = "The weir is classified as “hardly safe” by the Harbour Office and stays shut."
    features = features_of(text)
    found = called_by(text, features, at(text, features, "“hardly safe”"))
    assert found is not None
    assert [said(text, features, part) for part in found] == ["the Harbour Office", "classified as by"]


@pytest.mark.parametrize("text", ["The weir is called “the stair” by some.", "It is known as “the stair” by the mill."])
def test_what_is_called_so_by_nobody_named_is_not(text: str) -> None:
    features = features_of(text)
    assert called_by(text, features, at(text, features, "“the stair”")) is None
