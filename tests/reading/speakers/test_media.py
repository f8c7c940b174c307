"""Ways in which words reach a paper or a station, one sentence each, and what that medium is called the second time."""

import pytest

from .conftest import Said, read

PIER = "that the pier was unsafe"


@pytest.mark.parametrize(
    ("text", "cue", "medium", "names"),
    [
        ("In an op-ed for the Halden Post, Ida Vell argued {}.", "argued", "Halden Post", {"ORG": "Halden Post"}),
        ("In words carried by Holm News Agency Ida Vell said {}.", "said", "Holm News Agency", {"ORG": "Holm News Agency"}),
        ("Asked by the Halden Post whether she slept, Ida Vell said {}.", "said", "Halden Post", {"ORG": "Halden Post"}),
        ("When contacted by the Halden Post, Ida Vell said {}.", "said", "Halden Post", {"ORG": "Halden Post"}),
        ("Ida Vell told Leo Brandt of the Halden Post {}.", "told", "Halden Post", {"ORG": "Halden Post"}),
        ("In a statement issued through Radio Pell Ida Vell said {}.", "said", "Radio Pell", {"ORG": "Radio Pell"}),
        ("Ida Vell told Channel 6 News {}.", "told", "Channel 6 News", {}),
        ("Ida Vell told Page Six {}.", "told", "Page Six", {}),
        ("Ida Vell told Gourmet {}.", "told", "Gourmet", {}),
        ("Ida Vell told Variety columnist Leo Brandt {}.", "told", "Variety", {}),
        ("Ida Vell told L'Equipe {}.", "told", "L'Equipe", {"PER": "L'Equipe"}),
        ("Ida Vell told BBC Radio 4's morning programme {}.", "told", "BBC Radio 4", {"ORG": "BBC Radio"}),
        ("Ida Vell told Gloss magazine {}.", "told", "Gloss", {}),
        ("Ida Vell said {}, in remarks quoted on Monday by the Halden Post.", "said", "Halden Post", {"ORG": "Halden Post"}),
    ],
)  # fmt: skip
def test_what_she_said_came_through_it(text: str, cue: str, medium: str, names: dict[str, str]) -> None:
    held = dict(names)
    held["PER"] = "|".join(filter(None, ("Ida Vell|Leo Brandt", names.get("PER"))))
    found = read(text.format(PIER), [Said("Ida Vell", cue, PIER)], **held)
    assert [str(n).removeprefix("the ") for n in found.chain(1)] == ["Ida Vell", medium]


def test_a_report_that_quotes() -> None:
    text = "The forward will leave, Radio Pell reported on Monday, quoting his father, Leo Brandt: “He is one signature away.”"
    said = [
        Said("Radio Pell", "reported", "The forward will leave"),
        Said("his father, Leo Brandt", "quoting", "“He is one signature away.”"),
    ]
    assert read(text, said, ORG="Radio Pell", PER="Leo Brandt").chain(2) == ["Leo Brandt", "Radio Pell"]


def test_who_was_quoted_says_it_and_the_paper_passes_it_on() -> None:
    text = "“It is late,” Ida Vell was quoted as saying by the Halden Post."
    found = read(text, [Said("the Halden Post", "was quoted as saying", "“It is late,”")], ORG="Halden Post", PER="Ida Vell")
    assert (found.who(1), found.chain(1)) == ("Ida Vell", ["Ida Vell", "Halden Post"])


def test_told_it() -> None:
    text = "Two clerks spoke to Radio Pell. One of them, his face hidden, told it that the books were gone."
    said = [Said("One of them, his face hidden,", "told", "that the books were gone")]
    assert read(text, said, ORG="Radio Pell").chain(1)[1:] == ["Radio Pell"]


def test_what_is_said_may_end_with_where() -> None:
    text = "Ida Vell refused to take sides on Sky Sports. She left."
    assert read(text, [Said("Ida Vell", "refused", "to take sides on Sky Sports")], PER="Ida Vell").chain(1)[1:] == [
        "Sky Sports"
    ]


def test_a_paper_in_a_journal_is_no_newspaper() -> None:
    text = "Whales nap, a paper published in the Halden Review says. The paper adds that they snore."
    said = [
        Said("a paper published in the Halden Review", "says", "Whales nap"),
        Said("The paper", "adds", "that they snore"),
    ]
    found = read(text, said, ORG="Halden Review")
    assert (found.kind(1), found.kind(2)) == ("document", "document")


@pytest.mark.parametrize(
    ("medium", "noun"),
    [
        ("Kestrel News Agency", "wire service"),
        ("the Halden Beacon", "channel"),
        ("the Financial Mail", "magazine"),
        ("Ledgerline", "site"),
    ],
)
def test_the_second_time(medium: str, noun: str) -> None:
    text = f"Ida Vell told {medium} {PIER}. “Nobody looked,” she told the {noun}."
    said = [Said("Ida Vell", "told", PIER), Said("she", "told the " + noun, "“Nobody looked,”")]
    found = read(text, said, PER="Ida Vell", ORG=medium.removeprefix("the "))
    assert found.chain(2) == ["Ida Vell", medium.removeprefix("the ")]


@pytest.mark.parametrize("words", ["The hill said no.", "People said no.", "A fortune told them.", "Time reported no losses."])
def test_common_words_are_no_outlets(words: str) -> None:
    text = f"Halden slept. {words}"
    source = words.split(" said")[0].split(" told")[0].split(" reported")[0]
    cue = next(w for w in ("said", "told", "reported") if w in words)
    found = read(text, [Said(source, cue, words.split()[-1].rstrip("."), after=source)])
    assert found.kind(1) != "outlet" or words.startswith("Time")  # which a paper of that name does


def test_an_article_before_the_name_tells_the_hill_from_a_hill() -> None:
    text = "Ida Vell told The Hill that the hill was steep."
    assert read(text, [Said("Ida Vell", "told", "that the hill was steep")], PER="Ida Vell").chain(1) == [
        "Ida Vell",
        "The Hill",
    ]


def test_a_telegram_channel_is_no_person() -> None:
    text = "The arches are three, according to River Watch, a Telegram channel with a bear on it."
    found = read(
        text,
        [Said("River Watch, a Telegram channel with a bear on it", "according to", "The arches are three")],
        PER="River Watch",
    )
    assert (found.who(1), found.kind(1)) == ("River Watch", "outlet")


def test_who_is_quoted_as_saying_it_says_it() -> None:
    text = "Ida Vell quoted Leo Brandt as saying that it was late."
    said = [
        Said("Ida Vell", "quoted", "Leo Brandt as saying that it was late"),
        Said("", "saying", "that it was late", parent=1),
    ]
    assert read(text, said, PER="Ida Vell|Leo Brandt").chain(2) == ["Leo Brandt", "Ida Vell"]
