"""Text cut under its lines comes back whole, and elements nest whatever the spans do."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.views.report.segments import LANES, Close, Line, Note, Notes, Open, Role, Text, cut, in_lanes, weave

SIZE = 40


@st.composite
def some_lines(draw: st.DrawFn) -> list[Line]:
    ends = st.tuples(st.integers(0, SIZE - 1), st.integers(1, SIZE)).filter(lambda p: p[0] < p[1])
    found = draw(st.lists(st.tuples(ends, st.sampled_from(Role), st.integers(0, 7)), max_size=12))
    return [Line(a, b, role, str(n), f"r1-{n}", depth) for n, ((a, b), role, depth) in enumerate(found)]


def line(start: int, end: int, role: Role, n: int = 1, depth: int = 0) -> Line:
    return Line(start, end, role, str(n), f"r1-{n}", depth)


@given(some_lines(), st.text(min_size=SIZE, max_size=SIZE), st.integers(0, 20), st.integers(21, SIZE))
def test_segments_give_back_the_text_and_know_their_lines(lines: list[Line], text: str, start: int, end: int) -> None:
    segments = cut(Span(start, end), lines)
    assert "".join(text[s.start : s.end] for s in segments) == text[start:end]
    for s in segments:
        for at in range(s.start, s.end):
            assert set(s.lines) == {x for x in lines if x.start <= at < x.end}


@given(some_lines(), st.lists(st.integers(0, SIZE - 1), max_size=5))
def test_elements_nest_and_keep_text_and_notes(lines: list[Line], places: list[int]) -> None:
    notes = [Note(at, str(n), f"r1-{n}", "") for n, at in enumerate(places)]
    open_now: list[Line] = []
    at, seen = 0, []
    for event in weave(cut(Span(0, SIZE), in_lanes(lines)), notes):
        if isinstance(event, Open):
            open_now.append(event.line)
            assert event.starts == (event.line.start == at)
        elif isinstance(event, Close):
            open_now.pop()
        elif isinstance(event, Notes):
            assert all(n.at == at for n in event.notes)
            seen += event.notes
        else:
            assert isinstance(event, Text)
            assert event.start == at
            assert {(x.start, x.end) for x in open_now} == {(x.start, x.end) for x in lines if x.start <= at < x.end}
            at = event.end
    assert (at, open_now) == (SIZE, [])
    assert sorted(seen, key=lambda n: n.label) == sorted(notes, key=lambda n: n.label)


@given(some_lines())
def test_lines_below_the_same_words_lie_in_lanes_of_their_own(lines: list[Line]) -> None:
    laid = in_lanes(lines)
    assert len(laid) == len(lines)
    for n, a in enumerate(laid):
        assert min(a.depth, LANES - 1) <= a.lane < LANES
        for b in laid[:n]:
            shared = a.role == b.role != Role.MARK and a.role != Role.CONTENT and a.depth == b.depth
            if a.start < b.end and b.start < a.end and a.lane == b.lane and not shared:
                assert a.lane == LANES - 1  # there was no lane left


def test_what_is_nested_lies_lower() -> None:
    laid = in_lanes([line(0, 30, Role.CONTENT), line(5, 9, Role.SOURCE, 2, 1), line(10, 20, Role.CONTENT, 2, 1)])
    assert [(x.start, x.lane) for x in laid] == [(0, 0), (5, 1), (10, 1)]


def test_one_line_serves_a_source_shared_by_two_statements() -> None:
    laid = in_lanes([line(0, 2, Role.SOURCE, 1), line(0, 2, Role.SOURCE, 2)])
    assert [x.lane for x in laid] == [0, 0]


def test_contents_that_cross_are_set_apart() -> None:
    laid = in_lanes([line(0, 10, Role.CONTENT, 1), line(5, 15, Role.CONTENT, 2)])
    assert [x.lane for x in laid] == [0, 1]


def test_the_number_stands_before_its_own_line_and_inside_those_that_run_on() -> None:
    lines = in_lanes([line(0, 20, Role.CONTENT), line(5, 9, Role.SOURCE, 2, 1)])
    kinds = [e.kind for e in weave(cut(Span(0, 20), lines), [Note(5, "2", "r1-2", "")])]
    assert kinds == ["open", "text", "notes", "open", "text", "close", "text", "close"]
