"""The compiler of our own cases, and the cases as committed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.authoring import COMPILED, CaseError, as_jsonl, compile_all, compile_case, load_cases
from onrecord.records import AttributionType, MarkType, Span

CASES = load_cases()


def compiled(body: str, header: str = "tags: test"):
    return compile_case("test", f"{header}\n---\n{body}\n")


def words(case, spans):
    return [s.of(case.text) for s in spans]


def test_nested_attributions_get_their_parent_from_the_braces():
    case = compiled('{s1 The Post} {u1 says} {c1 {s2 Voss} {u2 denied} {c2 {m:title "The Tide"} was late}}.')
    assert case.text == 'The Post says Voss denied "The Tide" was late.'
    outer, inner = case.attributions
    assert (outer.parent, inner.parent) == (None, "a1")
    assert words(case, outer.content) == ['Voss denied "The Tide" was late']
    assert words(case, inner.source) == ["Voss"]
    assert [(m.type, m.voice) for m in case.marks] == [(MarkType.TITLE, "a2")]


def test_one_source_may_serve_two_attributions():
    case = compiled("{s1,2 She} {u1 denied} {c1 it}, {u2 adding} {c2 that she was tired}.")
    assert case.attributions[0].source == case.attributions[1].source == (Span(0, 3),)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("{s1 She} {u1 said} {c1 no}.", AttributionType.INDIRECT),
        ("{c1 “No,”} {s1 she} {u1 said}. {c1 “Never.”}", AttributionType.DIRECT),
        ("{s1 She} {u1 called} {c1 it “late”}.", AttributionType.MIXED),
        ("{s1 She} {u1 said} {c1 that the {m:scare-quote “fix”} failed}.", AttributionType.INDIRECT),
        ("{s1 She} {u1 said:}\n\n> {c1 No.}\n\n> {c1 Never.}", AttributionType.BLOCK),
    ],
)
def test_the_type_follows_from_the_quotation_marks(body, kind):
    assert compiled(body).attributions[0].type is kind


def test_the_type_may_be_given():
    assert compiled("{s1 Q}{u1 :} {c1 Why?}", "tags: t\ntypes: direct 1").attributions[0].type is AttributionType.DIRECT


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("{s1 She {u1 said} {c1 no}.", "never closed"),
        ("{s1 She} {u1 said} {c1 no}}.", "closes nothing"),
        ("{s1 She} {u1 said} no.", "no content"),
        ("{s1 She} {u1 said} {c1 }.", "a blank at its edge|empty"),
        ("{s2 She} {u2 said} {c2 no}.", "a gap"),
        ("{x1 She} said.", "no role or mark"),
        ("She said “no”.", "neither content nor mark"),
        ("{s1 She} {u1 said}, {c1 “He said ‘no’ to me.”}", "quotation inside a quotation"),
        ("{s1 She} {u1 said} {c1 that {s2 he} {u2 said}} {c2 no}.", "different contents"),
        ("{m:joke “no”}", "joke"),
    ],
)
def test_a_mistake_is_named(body, why):
    with pytest.raises(CaseError, match=f"test: .*({why})"):
        compiled(body)


@pytest.mark.parametrize("header", ["format: txt", "tags: t\nformat: doc", "tags: t\ncolour: red", "tags: t\ntypes: direct 7"])
def test_a_wrong_header_is_named(header):
    with pytest.raises(CaseError):
        compiled("{s1 She} {u1 said} {c1 no}.", header)


def test_markup_is_written_in_the_real_format():
    body = "# A & B\n\n{s1 She} {u1 said:}\n\n> {c1 One.}\n\n> {c1 Two.}"
    html = compiled(body, "tags: t\nformat: html").markup
    assert "<h1>A &amp; B</h1>" in html
    assert "<blockquote>\n<p>One.</p>\n<p>Two.</p>\n</blockquote>" in html
    assert compiled(body, "tags: t\nformat: md").markup == "# A & B\n\nShe said:\n\n> One.\n>\n> Two.\n"
    assert compiled(body).markup is None


PLAIN = st.text(st.characters(categories=("Ll", "Lu", "Nd", "So")), min_size=1)


@given(PLAIN, PLAIN, PLAIN, st.sampled_from(["", "🦊 ", "é\u0301 "]))
def test_spans_say_what_was_written(source, cue, content, lead):
    case = compiled(f"{lead}{{s1 {source}}} {{u1 {cue}}} {{c1 {content}}}.")
    a = case.attributions[0]
    assert [words(case, r) for r in (a.source, a.cue, a.content)] == [[source], [cue], [content]]


def test_what_is_committed_is_what_the_cases_say():
    assert COMPILED.read_text(encoding="utf8") == as_jsonl(compile_all()), "run python -m evaluation.authoring"


def test_loading_gives_back_what_was_compiled():
    assert load_cases() == compile_all()


def test_the_cases_hold_what_the_issue_asks_for():
    depth = Counter(_depth(case, a) for case in CASES for a in case.attributions)
    blocks = [a for c in CASES for a in c.attributions if a.type is AttributionType.BLOCK and a.source and not a.parent]
    assert len(CASES) >= 34
    assert sum(depth.values()) >= 300
    assert sum(n for d, n in depth.items() if d > 1) >= 25
    assert sum(n for d, n in depth.items() if d > 2) >= 10
    assert len(blocks) >= 20
    assert sum(len(c.marks) for c in CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_inner_attributions_lie_inside_their_parent(case):
    by_id = {a.id: a for a in case.attributions}
    for a in case.attributions:
        if a.parent:
            assert all(any(p.contains(s) for p in by_id[a.parent].content) for s in (*a.cue, *a.content))


def _depth(case, attribution):
    by_id = {a.id: a for a in case.attributions}
    depth = 1
    while attribution.parent:
        attribution, depth = by_id[attribution.parent], depth + 1
    return depth
