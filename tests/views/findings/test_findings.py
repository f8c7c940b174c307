"""Checks as table, JSON, CSV and page: what each promises those who read it."""

import base64
import csv
import hashlib
import json
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError
from lxml import html

from onrecord.records import VERBATIM_MEANS, Check, Finding, Label
from onrecord.records.schema import check_schema
from onrecord.views.findings import check_writer
from onrecord.views.findings.sides import Mark, held, printed
from onrecord.views.findings.words import (
    SEVERITY_WORDS,
    VERDICT_WORDS,
    changes,
    severity_words,
    summarise_check,
    verdict_words,
    worst_first,
)
from onrecord.views.shapes import SHAPE_SUFFIXES, Shape

from .checks import DOCUMENTS, TEXT, example

ROOM = Path(sys.modules["onrecord.views.findings"].__file__ or "").parent
PUBLISHED = Path(__file__).parents[3] / "schemas" / "onrecord.findings-1.json"


def written(form: Shape, *checks: Check) -> str:
    return "".join(check_writer(form)(list(checks)))


def page(*checks: Check) -> html.HtmlElement:
    return html.document_fromstring(written(Shape.HTML, *checks))


def hostile() -> Check:
    """An article and a document that would steer the page, the spreadsheet or the terminal."""
    check = example("=cmd|' /C calc'!A0")
    bad = "<script>alert(1)</script>\u202e\x1b[31m{{ 7 * 7 }}"
    document = replace(check.document, title=bad, byline=bad, language='en" onload="x')
    findings = tuple(
        replace(
            f,
            quotation=replace(f.quotation, speaker=f"=1+1 {bad}"),
            places=tuple(
                replace(p, origin="javascript:alert(1)", before=bad, after=bad, speaker=bad, title=bad) for p in f.places
            ),
            edits=tuple(replace(e, note=bad) for e in f.edits),
        )
        for f in check.findings
    )
    return replace(check, document=document, findings=findings, not_held=(bad,))


# -- words


def test_every_label_and_severity_has_words() -> None:
    assert set(VERDICT_WORDS) == set(Label)
    assert len(set(VERDICT_WORDS.values())) == len(Label)
    assert [severity_words(n) for n in range(5)] == list(SEVERITY_WORDS)
    assert severity_words(None) == "not judged"


def test_the_summary_counts_what_was_judged() -> None:
    assert summarise_check(example()) == (
        "6 quotations checked against 30 documents: 2 hold, 3 to look at, 1 not found; 2 could not be judged."
    )
    assert summarise_check(replace(example(), findings=())) == "No quotation was found to check against 30 documents."
    one = replace(example(), findings=example().findings[5:6], documents=1)
    assert summarise_check(one) == "1 quotation checked against 1 document: 1 holds."


def test_worst_first_then_as_they_appear_and_the_unjudged_last() -> None:
    assert [f.severity for f in worst_first(example().findings)] == [4, 3, 3, 3, 1, 0, None, None]
    starts = [f.quotation.start for f in worst_first(example().findings) if f.severity == 3]
    assert starts == sorted(starts)


@pytest.mark.parametrize(("number", "told"), [(0, "1 word removed"), (2, "2 words removed"), (3, ""), (4, ""), (5, "")])
def test_changes_are_counted_in_words(number: int, told: str) -> None:
    assert changes(example().findings[number], TEXT) == told


def test_not_found_says_where_it_was_looked_for_and_nobody_is_accused() -> None:
    assert verdict_words(example().findings[4]) == "not found in the 30 documents given"
    for form in Shape:
        assert "fabricat" not in written(form, example()).lower()


# -- both sides


def marked(check: Check, finding: Finding) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What is neither alike on both sides nor around the words."""
    left = [(s.mark, s.text or s.says) for s in printed(check, finding)]
    right = [(s.mark, s.text or s.says) for n, p in enumerate(finding.places) for s in held(finding, n, p)]
    plain = {Mark.SAME, Mark.AROUND}
    return [m for m in left if m[0] not in plain], [m for m in right if m[0] not in plain]


@pytest.mark.parametrize(
    ("number", "left", "right"),
    [
        (0, [("gap", "1 word missing here")], [("del", "not ")]),
        (1, [], [("edge", "Perhaps")]),
        (2, [("ins", "…")], [("del", ", the crane")]),
        (3, [], []),
        (5, [], []),
    ],
)
def test_word_by_word(number: int, left: list[tuple[str, str]], right: list[tuple[str, str]]) -> None:
    check = example()
    assert marked(check, check.findings[number]) == (left, right)


def test_each_side_is_the_text_as_it_stands() -> None:
    check = example()
    for finding in check.findings:
        text = "".join(s.text for s in printed(check, finding))
        assert text in TEXT
        assert finding.quotation.words in text
        for n, place in enumerate(finding.places):
            assert place.words in "".join(s.text for s in held(finding, n, place))


def test_words_do_not_touch_where_blanks_were_left_out() -> None:
    check = example()
    finding = check.findings[1]
    place = replace(finding.places[0], before="Perhaps the fund was", after="in March.")
    assert "".join(s.text for s in held(finding, 0, place)) == "Perhaps the fund was badly run in March."


def test_a_long_context_is_cut_at_a_word() -> None:
    check = example()
    finding = check.findings[5]
    place = replace(finding.places[0], before="word " * 300, after="word " * 300)
    stretches = held(finding, 0, place)
    assert stretches[0].text.startswith("… word")
    assert stretches[-1].text.endswith("word …")
    assert sum(len(s.text) for s in stretches) < 900


# -- table


def test_the_table_fits_and_tells_all() -> None:
    table = written(Shape.TABLE, example())
    assert max(map(len, table.splitlines())) <= 80
    for words in ("4 grave", "“not” is missing", "said by Ida Vell", "1 other place", "not judged", "Ottoline Brask"):
        assert words in table
    assert "\x1b" not in table
    assert VERBATIM_MEANS in " ".join(table.split())


def test_nothing_in_a_table_steers_the_screen() -> None:
    assert not re.search("[\x1b\u202e]", written(Shape.TABLE, hostile()))


def test_two_tables_have_a_line_between() -> None:
    assert "\n\nMinister sells harbour\n" in written(Shape.TABLE, example(), example())


# -- JSON


def test_the_published_schema_is_current() -> None:
    assert json.loads(PUBLISHED.read_text("utf8")) == check_schema(), "run: python -m docs.build"


@pytest.mark.parametrize("make", [example, hostile, lambda: replace(example(), findings=(), not_held=())])
def test_json_keeps_to_its_schema(make: Callable[[], Check]) -> None:
    Draft202012Validator.check_schema(check_schema())
    for held_json in json.loads(written(Shape.JSON, make(), example())):
        Draft202012Validator(check_schema()).validate(held_json)
        assert held_json["schema"] == "onrecord.findings/1"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda held: held["findings"][0].pop("verdict"),
        lambda held: held["findings"][0].update(verdict="fabricated"),
        lambda held: held["findings"][0].update(mood="gloomy"),
        lambda held: held["findings"][0]["edits"][0].update(severity=5),
        lambda held: held.update(schema="onrecord.findings/2"),
    ],
)
def test_other_json_does_not(spoil: Callable[[object], None]) -> None:
    (held_json,) = json.loads(written(Shape.JSON, example()))
    spoil(held_json)
    with pytest.raises(ValidationError):
        Draft202012Validator(check_schema()).validate(held_json)


def test_no_checks_are_an_empty_list() -> None:
    assert json.loads(written(Shape.JSON)) == []


# -- CSV


def test_csv_has_a_row_for_each_quotation() -> None:
    rows = list(csv.DictReader(written(Shape.CSV, example(), example("b.html")).splitlines()))
    assert len(rows) == 2 * len(example().findings)
    first, absent = rows[0], rows[4]
    assert (first["verdict"], first["severity"], first["document_words"]) == (
        "polarity_changed",
        "4",
        "We will not close the harbour",
    )
    assert TEXT[int(first["start"]) : int(first["end"])] == first["quotation"]
    assert first["edits"] == "polarity_changed 4: “not” is missing"
    assert (absent["verdict"], absent["document"], absent["documents"]) == ("not_found", "", str(DOCUMENTS))
    assert [r["severity"] for r in rows[6:8]] == ["", ""]
    assert {r["origin"] for r in rows} == {"news/harbour.html", "b.html"}


def test_no_cell_runs_in_a_spreadsheet() -> None:
    for row in csv.reader(written(Shape.CSV, hostile()).splitlines()):
        assert not [c for c in row if c.startswith(("=", "+", "@"))]


# -- page


def test_findings_come_worst_first_with_both_sides() -> None:
    found = page(example()).xpath("//li[contains(@class, 'finding')]")
    assert [f.get("class") for f in found] == [f"finding s{n}" for n in (4, 3, 3, 3, 1, 0)]
    assert [f.get("data-is") for f in found] == ["look"] * 4 + ["holds"] * 2
    for f in found:
        assert len(f.xpath("./div[@class='sides']/section")) == 2
        assert len(f.xpath(".//h2")) == 1


def test_marks_are_elements_and_have_words_for_those_who_listen() -> None:
    first = page(example()).xpath("//li[contains(@class, 'finding')]")[0]
    assert [d.text_content() for d in first.xpath(".//del")] == [" [only in the document: not ] "]
    assert [g.text_content() for g in first.xpath(".//*[@class='gap']")] == ["‸ [1 word missing here] "]
    assert "1 word removed" in first.text_content()
    assert "“not” is missing" in first.text_content()


def test_what_was_not_found_says_so_in_the_document_s_place() -> None:
    absent = page(example()).xpath("//p[@class='absent']")
    assert [a.text_content() for a in absent] == ["Not found in the 30 documents given."]


def test_gaps_are_apart() -> None:
    gaps = page(example()).xpath("//section[contains(@class, 'gaps')]")[0].text_content()
    for words in ("We shall wait", "no comment", "Ottoline Brask", "is not among the 30 documents given"):
        assert words in gaps
    none = page(replace(example(), findings=example().findings[:1], not_held=()))
    assert "None: every quotation was judged" in none.xpath("//section[contains(@class, 'gaps')]")[0].text_content()


def test_the_contract_of_verbatim_stands_there_as_it_is() -> None:
    assert [p.text_content() for p in page(example()).xpath("//p[@class='contract']")] == [VERBATIM_MEANS]


def test_other_places_are_listed_and_linked() -> None:
    (link,) = page(example()).xpath("//details//a")
    assert link.get("href") == "https://example.org/a?b=1&c=<2>"


def test_names_on_a_page_of_several_are_each_once() -> None:
    tree = page(example(), example("b.html"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(h[1:] in ids for h in tree.xpath("//a/@href[starts-with(., '#')]"))
    assert tree.xpath("//title")[0].text_content() == "Quotations in 2 articles, checked"


def test_nothing_is_fetched_and_the_policy_allows_no_more() -> None:
    text = written(Shape.HTML, hostile())
    tree = page(hostile())
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert tree.xpath("//@src | //link[not(@rel='icon')] | //@style | //@*[starts-with(name(), 'on')]") == []
    assert "url(" not in (ROOM / "static" / "findings.css").read_text("utf8")


def test_hostile_text_stays_text() -> None:
    text, tree = written(Shape.HTML, hostile()), page(hostile())
    assert len(tree.xpath("//script")) == 1
    assert not re.search("[\x00\x1b\u202a-\u202e]", text)
    assert not [h for h in tree.xpath("//a/@href") if h.startswith("javascript")]
    assert "{{ 7 * 7 }}" in text


def test_nothing_to_show_still_makes_a_page() -> None:
    assert "Quotations in 0 articles, checked" in written(Shape.HTML)
    assert "No quotation was found" in written(Shape.HTML, replace(example(), findings=(), not_held=()))


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("scheme", "paper"), [(0, "#fcfbf8"), (1, "#14171a")])
def test_colours_of_text_stand_out(scheme: int, paper: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 on the paper."""
    rules = re.findall(r":root \{ (--ins: .*?) \}", (ROOM / "static" / "findings.css").read_text("utf8"))
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", rules[scheme]))
    assert set(colours) == {"ins", "del", "grave", "serious", "notable"}
    for colour in colours.values():
        light, dark = sorted((luminance(colour), luminance(paper)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_every_suffix_has_its_format() -> None:
    assert set(SHAPE_SUFFIXES.values()) == set(Shape)
