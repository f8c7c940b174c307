"""Each format is read back by a parser of its own kind, and says the same as the records."""

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Attribution, AttributionType, Block, BlockKind, Document, Mark, MarkType, Reading, Span
from onrecord.records.document import identify
from onrecord.records.json import to_json
from onrecord.views.formats import Format, brat, writer
from onrecord.views.formats.csv import COLUMNS, cell
from onrecord.views.formats.webannotation import items

from ..conftest import article, worded


def written(form: Format, *readings: Reading) -> str:
    return "".join(writer(form)(readings))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Any text, any spans in it, any parents."""
    text = draw(st.text(min_size=3, max_size=80))

    def spans(least: int) -> tuple[Span, ...]:
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2 * least, max_size=4)))
        return tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))

    found = tuple(
        Attribution(
            f"a{n}",
            draw(st.sampled_from(AttributionType)),
            spans(0),
            spans(0),
            spans(1),
            draw(st.sampled_from([None, *(f"a{m}" for m in range(n))])),
            draw(st.floats(0, 1)),
        )
        for n in range(draw(st.integers(0, 3)))
    )
    marks = tuple(Mark(draw(st.sampled_from(MarkType)), s.start, s.end) for s in spans(0))
    origin = draw(st.text(min_size=1, max_size=9))
    return Reading(Document(identify(text), origin, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),)), found, marks)


@given(st.lists(readings(), max_size=3))
def test_json_and_json_lines_give_the_readings_back(held: list[Reading]) -> None:
    expected = [json.loads(json.dumps(to_json(r))) for r in held]
    assert json.loads(written(Format.JSON, *held)) == expected
    assert [json.loads(line) for line in written(Format.JSONL, *held).split("\n")[:-1]] == expected


@given(st.lists(readings(), max_size=3))
def test_csv_has_a_row_for_each_attribution_and_none_runs(held: list[Reading]) -> None:
    rows = list(csv.DictReader(io.StringIO(written(Format.CSV, *held))))
    assert len(rows) == sum(len(r.attributions) for r in held)
    assert not [v for row in rows for v in row.values() if v[:1] in tuple("=+-@\t\r")]
    pairs = [(r, a) for r in held for a in r.attributions]
    for row, (_, a) in zip(rows, pairs, strict=True):
        assert [tuple(map(int, p.split())) for p in row["content_offsets"].split(";")] == [(s.start, s.end) for s in a.content]


def test_csv_row() -> None:
    first, second = list(csv.DictReader(io.StringIO(written(Format.CSV, article()))))[:2]
    assert tuple(first) == COLUMNS
    assert (second["parent"], second["source"], second["content_offsets"]) == (
        "a1",
        "harbour minister Ida Vell",
        "84 105;111 126",
    )


@pytest.mark.parametrize("formula", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", " =1", "\t=1"])
def test_a_formula_becomes_text(formula: str) -> None:
    assert cell(formula).startswith("'")


def stretches(ann: str) -> Iterator[tuple[str, str, list[Span], str]]:
    for line in ann.splitlines():
        if found := re.fullmatch(r"(T\d+)\t([\w-]+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)", line):
            yield found[1], found[2], [Span(*map(int, p.split())) for p in found[3].split(";")], found[4]


@given(readings())
def test_brat_spans_hold_their_words(reading: Reading) -> None:
    text, ann = brat.files(reading)
    assert len(text) == len(reading.document.text)
    for _, _, spans, words in stretches(ann):
        assert " ".join(s.of(text) for s in spans) == words
        assert "\n" not in words
    assert len(re.findall(r"^E\d+\t", ann, re.MULTILINE)) == len(reading.attributions)


def test_brat_events_name_what_belongs_together() -> None:
    _, ann = brat.files(article())
    assert "E2\tAttribution:T8 Source:T5 Cue:T6 Content:T7 Parent:E1" in ann.splitlines()
    assert "A2\tType E2 direct" in ann.splitlines()
    assert ("T7", "Content", [Span(84, 105), Span(111, 126)], "“we were never asked” “nobody signed”") in list(stretches(ann))


def test_brat_cuts_a_stretch_at_line_breaks() -> None:
    text, ann = brat.files(worded("one\r\n\u2028two \n three"))
    assert next(iter(stretches(ann)))[2:] == ([Span(0, 3), Span(6, 9), Span(12, 17)], "one two three")
    assert len(text) == 17


@given(readings())
def test_selectors_of_web_annotations_meet_in_the_text(reading: Reading) -> None:
    found = json.loads(written(Format.WEBANNOTATION, reading))
    assert found["type"] == "AnnotationPage"
    assert len(found["items"]) == len(reading.attributions) + len(reading.marks)
    for item in found["items"]:
        for place in [b for b in item["body"] if "selector" in b] + item["target"]:
            words, at = place["selector"]
            assert (words["type"], at["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert reading.document.text[at["start"] : at["end"]] == words["exact"]
            assert reading.document.text[: at["start"]].endswith(words["prefix"])
            assert reading.document.text[at["end"] :].startswith(words["suffix"])


def test_a_web_annotation_points_to_its_parent() -> None:
    outer, inner = list(items(article()))[:2]
    assert inner["onrecord:parent"] == outer["id"]


def test_no_reading_is_still_the_format() -> None:
    assert json.loads(written(Format.JSON)) == []
    assert json.loads(written(Format.WEBANNOTATION))["items"] == []
    assert written(Format.CSV) == ",".join(COLUMNS) + "\n"
    assert written(Format.JSONL) == written(Format.TABLE) == ""
