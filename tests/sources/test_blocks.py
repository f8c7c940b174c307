"""Where blocks begin and end, in plain text, Markdown and HTML."""

import pytest

from onrecord.records import Document
from onrecord.settings import Settings
from onrecord.sources import document
from onrecord.sources.facts import Origin
from onrecord.sources.html import html
from onrecord.sources.markdown import markdown

HERE = Origin("x")


def shown(made: Document) -> list[tuple[str, str]]:
    return [(str(b.kind), " ".join(made.text[b.start : b.end].split())) for b in made.blocks]


def kinds(*paragraphs: str) -> list[str]:
    return [kind for kind, _ in shown(document("\n\n".join(("The board met on Tuesday in the old hall.", *paragraphs))))][1:]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ("The Gazette would state:", "Nobody asked the pilots before the vote.", "He denied it."),
            "paragraph quotation paragraph",
        ),
        (("She said:", "“The money is gone.", "“They know it.”", "He denied it."), "paragraph quotation quotation paragraph"),
        (("She said:", "“The money is gone.”", "“I was there,” Orr said."), "paragraph quotation paragraph"),
        (("She said:", "“The money is gone.", "He left the hall at noon."), "paragraph quotation paragraph"),
        (
            ("He wrote:", "I saw the ledger on my desk that day.", "We then locked it up.", "Orr denies it."),
            "paragraph quotation quotation paragraph",
        ),
        (
            ("There are two reasons:", "The board has no money left to spend.", "It has no ship."),
            "paragraph paragraph paragraph",
        ),
        (("The town has a plan:", "It will sell the bridge to the mill.", "Next, the quay."), "paragraph paragraph paragraph"),
        (("PENCE:", "“We will win this.”"), "paragraph paragraph"),
        (
            ("She read out the list. Areas where it wants change include:", "Pilots: more of them are needed here."),
            "paragraph paragraph",
        ),
        (("She said:", "- we have no money", "- we have no ship"), "paragraph list list"),
        (("It happened at 9 a.m.",), "paragraph"),
    ],
)
def test_a_colon_sets_a_quotation_apart_until_the_author_returns(paragraphs: tuple[str, ...], expected: str) -> None:
    assert kinds(*paragraphs) == expected.split()


WRAPPED = """Harbour board split over dredging

By Jane Doe, The Daily Thing

The harbour board of Port Elmsey voted on Tuesday to go on dredging the
channel, although two of its members said that the money had run out.
   A third left.

    We were told in March that there was enough for two seasons. There
    was not enough for one.

What happens next

- The board meets again in May.
- The dredger sails in June.

> A reader writes that the dredger is in dock
> and will not sail.
"""


def test_wrapped_lines_are_one_paragraph() -> None:
    assert shown(document(WRAPPED)) == [
        ("title", "Harbour board split over dredging"),
        ("other", "By Jane Doe, The Daily Thing"),
        (
            "paragraph",
            " ".join(WRAPPED.split("\n")[4:6]),
        ),
        ("paragraph", "A third left."),
        ("quotation", "We were told in March that there was enough for two seasons. There was not enough for one."),
        ("heading", "What happens next"),
        ("list", "The board meets again in May."),
        ("list", "The dredger sails in June."),
        ("quotation", "A reader writes that the dredger is in dock > and will not sail."),
    ]


def test_without_wrapping_each_line_is_a_paragraph() -> None:
    text = "The board met on Tuesday.\nIt voted, two to one, to go on dredging.\nNobody asked the pilots, who were not there."
    assert [words for _, words in shown(document(text))] == text.split("\n")


def test_line_ends_are_made_one_and_spaces_stay() -> None:
    assert document("a\u00a0b\u00ad c.\r\nd\re\u0301").text == "a\u00a0b\u00ad c.\nd\ne\u0301"


def test_markdown() -> None:
    front = "---\ntitle: Bridge sold\ndate: 2 March 2024\n---\n"
    text = front + "# Bridge sold\n\nBy Ada Fenn\n\nHe *said*\nso:\n\n> It **was**.\n>\n> [No](x).\n\n1. one\n"
    made = markdown(text, HERE, Settings())
    assert shown(made) == [
        ("title", "Bridge sold"),
        ("other", "By Ada Fenn"),
        ("paragraph", "He said so:"),
        ("quotation", "It was."),
        ("quotation", "No."),
        ("list", "one"),
    ]
    assert (made.title, made.byline, made.published) == ("Bridge sold", "Ada Fenn", "2024-03-02")


LONG = (
    "The council voted on Tuesday night to sell the bridge, which is two hundred years old, to the mill that stands beside it."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Council sells the bridge | Elmsey Gazette</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Council sells the&nbsp;bridge</h1>
<figure><img src="a.jpg"><figcaption>The bridge from the mill. Tom Orr</figcaption></figure>
<p>{LONG}<br>A <q>shame</q>.</p><h2>Why it was done</h2><p>The Courier would state:</p>
<blockquote><p>It was   never ours.</p><p>Nor <i>theirs</i>.</p></blockquote>
<div class="embed quote"><blockquote class="twitter-tweet">Words of a post.</blockquote></div>
<p>{LONG[::-1]}</p><ul><li>One vote</li><li>Two votes</li></ul>
<p>He wrote on Friday:</p><p>The town will not forget what was done.</p><p>{LONG}</p>
</article><aside>Buy a boat now!</aside><footer>All rights reserved</footer></body></html>"""


def test_html() -> None:
    made = html(PAGE, HERE, Settings())
    assert shown(made) == [
        ("title", "Council sells the bridge"),
        ("caption", "The bridge from the mill. Tom Orr"),
        ("paragraph", f"{LONG} A “shame”."),
        ("heading", "Why it was done"),
        ("paragraph", "The Courier would state:"),
        ("quotation", "It was never ours."),
        ("quotation", "Nor theirs."),
        ("quotation", "Words of a post."),
        ("paragraph", LONG[::-1]),
        ("list", "One vote"),
        ("list", "Two votes"),
        ("paragraph", "He wrote on Friday:"),
        ("quotation", "The town will not forget what was done."),
        ("paragraph", LONG),
    ]
    assert "sells the\u00a0bridge" in made.text
    assert f"{LONG}\nA" in made.text


def test_a_title_the_page_does_not_show_is_not_in_the_text() -> None:
    made = html(PAGE.replace("<h1>Council sells the&nbsp;bridge</h1>", ""), HERE, Settings())
    assert made.title == "Council sells the bridge | Elmsey Gazette"
    assert made.blocks[0].kind != "title"
