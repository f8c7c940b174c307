"""The way the words came: speaker first, then what carried them, then whoever passed that on."""

import re
import time

import pytest

from onrecord.reading.speakers import resolve
from onrecord.records import Attribution, AttributionType, Block, BlockKind, Document, Span

from .conftest import FEATURIZER, Said, read


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vell told Radio Pell it was late.",
        "In an interview with Radio Pell, Ida Vell told reporters it was late.",
        "Ida Vell told a reporter it was late, as first reported by Radio Pell.",
    ],
)
def test_the_medium_is_a_link(text: str) -> None:
    found = read(text, [Said("Ida Vell", "told", "it was late")], PER="Ida Vell", ORG="Radio Pell")
    assert found.chain(1) == ["Ida Vell", "Radio Pell"]


def test_nesting_is_a_chain() -> None:
    text = "The Harbour Post reported that an aide had told Ida Vell it was late."
    said = [
        Said("The Harbour Post", "reported", "that an aide had told Ida Vell it was late"),
        Said("an aide", "had told", "it was late", parent=1),
    ]
    found = read(text, said, PER="Ida Vell", ORG="Harbour Post")
    assert found.chain(2) == ["an aide", "The Harbour Post"]


def test_the_articles_own_outlet_is_no_link() -> None:
    text = "Ida Vell told Northline it was late."
    found = read(text, [Said("Ida Vell", "told", "it was late")], outlet="Northline", PER="Ida Vell", ORG="Northline")
    assert found.chain(1) == ["Ida Vell"]


def test_what_stands_outside_the_outer_words_is_the_outer_ones() -> None:
    text = '"I hoped for calm," Ida Vell told Radio Pell.'
    said = [Said("Ida Vell", "told", '"I hoped for calm,"'), Said("I", "hoped for", "calm", parent=1)]
    assert read(text, said, PER="Ida Vell", ORG="Radio Pell").chain(2) == ["Ida Vell", "Radio Pell"]


def test_a_critic_writes_in_his_paper() -> None:
    text = "The Harbour Post's critic called it wet."
    found = read(text, [Said("The Harbour Post's critic", "called", "it wet")], ORG="Harbour Post")
    assert found.chain(1) == ["The Harbour Post's critic", "The Harbour Post"]
    assert found.kind(1) == "role"


@pytest.mark.parametrize(
    "text",
    [
        "Ida Vell said in a letter to the Halden Post, which has not printed it, that it was late.",
        "Ida Vell declined to speak to the Halden Post but said that it was late.",
        "Ida Vell would not tell the Halden Post when, but said that it was late.",
    ],
)
def test_a_paper_that_printed_nothing_carried_nothing(text: str) -> None:
    cue = "said in a letter" if "letter" in text else "said"
    found = read(text, [Said("Ida Vell", cue, "that it was late")], PER="Ida Vell", ORG="Halden Post")
    assert found.chain(1) == ["Ida Vell"]


@pytest.mark.parametrize(
    "text",
    [
        'On Radio Pell\'s "Morning Desk" of Monday, the harbour minister, Ida Vell, said it was late.',
        "The harbour minister, Ida Vell, asked about the weir by Radio Pell, said it was late.",
        "A guard, who gave no name, and Ida Vell told Radio Pell it was late.",
    ],
)
def test_the_medium_may_open_the_sentence_or_ask(text: str) -> None:
    cue = "told" if "told" in text else "said"
    found = read(text, [Said("Ida Vell", cue, "it was late")], PER="Ida Vell", ORG="Radio Pell")
    assert found.chain(1) == ["Ida Vell", "Radio Pell"]


def test_its_cartoonist_draws_for_it() -> None:
    text = "The Halden Post likes it. Its cartoonist shows a bucket."
    said = [Said("The Halden Post", "likes", "it"), Said("Its cartoonist", "shows", "a bucket")]
    assert read(text, said, ORG="Halden Post").chain(2) == ["Its cartoonist", "The Halden Post"]


@pytest.mark.parametrize("page", ["An editorial in the Halden Post", "The Halden Post's own website"])
def test_a_page_of_an_outlet_is_the_outlet(page: str) -> None:
    assert read(f"{page} says so.", [Said(page, "says", "so")], ORG="Halden Post").kind(1) == "outlet"


def test_its_own_website_is_the_body() -> None:
    text = "Pell Systems denied it. Its own status page says so."
    said = [Said("Pell Systems", "denied", "it"), Said("Its own status page", "says", "so")]
    assert read(text, said, ORG="Pell Systems").chain(2) == ["Pell Systems"]


def test_reporters_are_no_link() -> None:
    found = read("Ida Vell told reporters it was late.", [Said("Ida Vell", "told", "it was late")], PER="Ida Vell")
    assert found.chain(1) == ["Ida Vell"]


@pytest.mark.parametrize(
    ("frame", "outlet"),
    [
        ("told state radio", "state radio"),
        ("told a local newspaper", "a local newspaper"),
        ("said in an interview with the newsletter Small Print", "Small Print"),
        ("told the trade site Ledgerline", "Ledgerline"),
    ],
)
def test_outlets_that_no_list_holds(frame: str, outlet: str) -> None:
    text = f"Ida Vell {frame} that it was late."
    found = read(text, [Said("Ida Vell", frame.split()[0], "that it was late")], PER="Ida Vell|Ledgerline")
    assert found.chain(1) == ["Ida Vell", outlet]


@pytest.mark.parametrize("hearer", ["reporters", "the newspaper seller", "this newspaper", "a newspaper reporter"])
def test_hearers_that_carry_nothing(hearer: str) -> None:
    text = f"Ida Vell told {hearer} that it was late."
    assert read(text, [Said("Ida Vell", "told", "that it was late")], PER="Ida Vell").chain(1) == ["Ida Vell"]


def test_a_paper_that_quotes_passes_the_medium_on() -> None:
    text = "The Harbour Post quoted Ida Vell as saying on Radio Pell that it was late."
    inner = "Ida Vell as saying on Radio Pell that it was late"
    said = [Said("The Harbour Post", "quoted", "Ida Vell as saying"), Said("Ida Vell", "saying", "that it was late", parent=1)]
    found = read(text, said, PER="Ida Vell", ORG="Harbour Post|Radio Pell")
    assert inner in text
    assert (found.chain(1), found.chain(2)) == (["The Harbour Post"], ["Ida Vell", "Radio Pell", "The Harbour Post"])


def test_an_editor_carries_what_he_writes_only() -> None:
    text = "The Post's editor, Ida Vell, wrote no. The Post's editor, Leo Brandt, said yes."
    said = [Said("The Post's editor, Ida Vell,", "wrote", "no"), Said("The Post's editor, Leo Brandt,", "said", "yes")]
    found = read(text, said, PER="Ida Vell|Leo Brandt", ORG="Post")
    assert (len(found.chain(1)), len(found.chain(2))) == (2, 1)


def test_what_another_clause_says_is_the_others() -> None:
    text = "It was green, according to a driver; a nun told the Evening Echo it was blue."
    said = [Said("a driver", "according to", "It was green"), Said("a nun", "told", "it was blue")]
    found = read(text, said, ORG="Evening Echo")
    assert (found.chain(1), found.chain(2)) == (["a driver"], ["a nun", "Evening Echo"])


@pytest.mark.parametrize("opening", ["Reviewing the film for the Evening Globe", "Speaking on Radio Pell last night in May"])
def test_where_one_speaks_or_writes_carries(opening: str) -> None:
    text = f"{opening}, Ida Vell said it was late."
    found = read(text, [Said("Ida Vell", "said", "it was late")], PER="Ida Vell", ORG="Evening Globe|Radio Pell")
    assert len(found.chain(1)) == 2


def test_time_grows_with_the_words() -> None:
    """A sentence without an end, and a medium in every clause of it."""
    times = []
    for n in (150, 600):
        text = "Vell told the paper no; " * n
        starts = [m.start() for m in re.finditer("Vell", text)]
        attributions = [told(k, s) for k, s in enumerate(starts)]
        features = FEATURIZER(text, [(0, len(text))])
        begun = time.process_time()
        resolve(Document("id", "x", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),)), features, (), attributions, ())
        times.append(time.process_time() - begun)
    assert times[1] < 10 * times[0] + 0.2  # four times the words


def told(number: int, start: int) -> Attribution:
    spans = ((Span(start, start + 4),), (Span(start + 5, start + 9),), (Span(start + 20, start + 22),))
    return Attribution(f"a{number}", AttributionType.INDIRECT, *spans, None, 0.9)
