"""The page: whole, self-contained, hostile text held down, every span and note reachable."""

import base64
import hashlib
import re
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from onrecord.records import Block, BlockKind, Document, Reading
from onrecord.records.document import identify
from onrecord.views.report import render, summarise
from onrecord.views.report.page import head, is_web
from onrecord.views.report.summary import chains
from onrecord.views.report.visible import visible

sys.path.insert(0, str(Path(__file__).parent))
from articles import crowded, hostile, quiet, sluice

CSS = (Path(sys.modules["onrecord.views.report"].__file__ or "").parent / "static" / "report.css").read_text("utf8")


def page(*readings: Reading) -> html.HtmlElement:
    return html.document_fromstring(render(readings))


def shown(block: html.HtmlElement) -> str:
    """The text of a block without its numbers."""
    for numbers in block.xpath(".//span[@class='numbers']"):
        numbers.drop_tree()
    return str(block.text_content())


def test_the_text_is_all_there_in_order() -> None:
    reading = sluice()
    found = [
        shown(b) for b in page(reading).xpath("//*[contains(@class, 'row')]//*[contains(concat(' ', @class, ' '), ' text ')]")
    ]
    squeeze = "".join(" ".join(found).split()).replace("Caption:", "")
    assert squeeze == "".join(reading.document.text.split())


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=["Cc", "Cf", "Cn"]), min_size=1))
def test_any_text_survives(text: str) -> None:
    document = Document(identify(text), "x", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    blocks = page(Reading(document, (), ())).xpath("//div[@class='row n1']/p")
    assert [b.text_content() for b in blocks] == [text]


def test_text_outside_every_block_is_shown() -> None:
    document = Document("id", "x", "one two three", (Block(BlockKind.PARAGRAPH, 4, 7), Block(BlockKind.PARAGRAPH, 5, 99)))
    blocks = page(Reading(document, (), ())).xpath("//div[contains(@class, 'row')]/p")
    assert [b.text_content() for b in blocks] == ["one ", "two", " three"]


def test_every_span_is_underlined_and_named_for_a_screen_reader() -> None:
    reading = sluice()
    tree = page(reading)
    for number in tree.xpath("//span[@class='numbers']"):
        number.drop_tree()
    above = chains(reading)
    for n, a in enumerate(sorted(reading.attributions, key=lambda a: (a.start, len(above[a.id]))), 1):
        for role, spans in (("source", a.source), ("cue", a.cue), ("content", a.content)):
            elements = tree.xpath(f"//span[@data-of='r1-{n}'][starts-with(@class, '{role} ')]")
            assert "".join(e.text_content() for e in elements) == "".join(s.of(reading.document.text) for s in spans)
            assert all(role in e.get("data-open") and f" {n}: " in e.get("data-open") for e in elements)
    assert any(e.get("data-open") == "source of 3: " for e in tree.xpath("//span[starts-with(@class, 'source ')]"))
    assert any(e.get("data-close") == " end of content 3 " for e in tree.xpath("//span[starts-with(@class, 'content ')]"))


def test_a_chain_three_deep_lies_in_three_lanes_and_reads_outward() -> None:
    tree = page(sluice())
    assert tree.xpath(
        "//span[contains(@class, 'content l0')]//span[contains(@class, 'content l1')]//span[contains(@class, 'content l2')]"
    )
    through = [" ".join(e.text_content().split()) for e in tree.xpath("//li[@id='r1-8-card']//p[@class='through']")]
    assert through == ["through the harbour master, then The Quay Courier"]


def test_every_link_leads_somewhere_and_no_name_is_used_twice() -> None:
    tree = page(sluice(), quiet(), crowded(), hostile())
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    inner = [h[1:] for h in tree.xpath("//a/@href") if h.startswith("#")]
    assert set(inner) <= set(names)
    assert len(inner) > 60


def test_each_number_has_a_card_and_each_card_leads_back() -> None:
    reading = sluice()
    tree = page(reading)
    numbers = tree.xpath("//a[@class='n']")
    assert [n.text for n in numbers] == [str(n) for n in range(1, len(reading.attributions) + 1)]
    for number in numbers:
        (card,) = tree.xpath(f"//*[@id='{number.get('href')[1:]}']")
        assert card.xpath("a[@class='back']/@href") == ["#" + number.get("id")]


def test_a_statement_that_goes_on_in_a_later_block_says_so() -> None:
    assert page(sluice()).xpath("//blockquote//a[@class='n again']/@aria-label") == ["Statement 10 goes on"] * 2


def test_blocks_keep_their_kind() -> None:
    tree = page(sluice())
    assert len(tree.xpath("//blockquote")) == 2
    assert len(tree.xpath("//ul[contains(@class, 'text')]/li")) == 3
    assert [h.text for h in tree.xpath("//h2[contains(@class, 'text')]")] == ["A letter from the ferry company"]
    assert len(tree.xpath("//h1")) == 1


def test_the_head() -> None:
    tree = page(sluice())
    facts = " ".join(tree.xpath("//p[@class='facts']")[0].text_content().split())
    assert facts == "By Ines Corvo · The Tidewater Ledger · 19 November 2031"
    assert tree.xpath("//time/@datetime") == ["2031-11-19"]
    assert "Byline from the page’s markup, outlet from the page’s meta tags, date from the page’s structured data." in render(
        [sluice()]
    )
    assert tree.xpath("//p[@class='summary']")[0].text == summarise(sluice())


def test_several_have_an_index_and_each_its_place() -> None:
    tree = page(sluice(), quiet(), crowded())
    links = tree.xpath("//nav[@class='index']//li/a/@href")
    assert links == ["#r1-text", "#r2-text", "#r3-text"]
    assert [h.tag for h in tree.xpath("//article/header//*[contains(@class, 'headline')]")] == ["h2"] * 3


def test_nothing_at_all_still_makes_a_page() -> None:
    assert "What 0 articles rest on" in render([])
    assert "No statement was found" in render([quiet()])


def test_the_policy_lets_through_this_style_and_script_alone() -> None:
    text = render([hostile()])
    policy = page(hostile()).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    for rest in ("base-uri 'none'", "form-action 'none'", "img-src data:"):
        assert rest in policy


def test_nothing_is_fetched() -> None:
    tree = page(sluice())
    assert tree.xpath("//@src | //link[not(@rel='icon')] | //@style | //@*[starts-with(name(), 'on')]") == []
    assert tree.xpath("//link/@href") == ["data:,"]
    assert "url(" not in CSS
    assert "@import" not in CSS


def test_hostile_text_stays_text() -> None:
    text = render([hostile()])
    tree = page(hostile())
    assert len(tree.xpath("//script")) == len(tree.xpath("//style")) == 1
    assert tree.xpath("//img | //b[text()='By'] | //article//@onload | //article/@lang") == []
    assert tree.xpath("//h1")[0].text_content() == "<script>alert(1)</script></style>"
    assert all(h.startswith("#") for h in tree.xpath("//a/@href"))
    assert not re.search("[\x00\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    assert "⟨U+202E⟩" in text
    assert "{{ 7 * 7 }}" in text
    text.encode("utf8")


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://a.example/b?c=d", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//a.example", False),
        ("https:", False),
        ("https://[", False),
        ("https://a.example/\u202ex", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(address: str, good: bool) -> None:
    assert is_web(address) is good


def test_controls_are_shown_by_number() -> None:
    assert visible("a\u202eb\x00\ud800c\x0cd") == "a⟨U+202E⟩b⟨U+0000⟩⟨U+D800⟩c d"


def palette(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [palette(CSS.split("@media")[0]), palette(CSS.split("@media")[1])], ids=["light", "dark"])
def test_contrast(scheme: dict[str, str]) -> None:
    for name in ("ink", "soft", "link", "source", "cue", "content", "mark", "focus"):
        assert contrast(scheme[name], scheme["paper"]) >= 4.5, name


def test_the_palette_is_the_one_agreed() -> None:
    light, dark = palette(CSS.split("@media")[0]), palette(CSS.split("@media")[1])
    assert [light[n] for n in ("source", "cue", "content", "mark")] == ["#0060a0", "#5f5f5f", "#b34700", "#9b4f86"]
    assert [dark[n] for n in ("source", "cue", "content", "mark", "paper")] == [
        "#56b4e9", "#b8bcc0", "#f0a030", "#d89ac0", "#14171a",
    ]  # fmt: skip


def test_a_long_article_is_quick() -> None:
    several = [sluice()] * 5  # 1,700 words and 90 attributions
    began = time.process_time()
    render(several)
    assert time.process_time() - began < 0.5  # about .02 s alone; a busy machine is slower


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bridge sold to a bank.\n\nThe mayor of Pell said on Monday that the bridge was sold.", "Bridge sold to a bank"),
        ("“Bridge sold,” she said.\n\nThe mayor of Pell said on Monday that the bridge was sold.", "story.txt"),
        ("It rained. It snowed.\n\nThe mayor of Pell said on Monday that the bridge was sold.", "story.txt"),
    ],
)
def test_a_first_line_with_a_full_stop_heads_the_page(text: str, title: str) -> None:
    cut = text.index("\n")
    blocks = (Block(BlockKind.PARAGRAPH, 0, cut), Block(BlockKind.PARAGRAPH, cut + 2, len(text)))
    document = Document(identify(text), "/desk/story.txt", text, blocks)
    assert head(document).title == title
