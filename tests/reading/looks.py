"""Readings as plain tuples of words, and what must hold of every reading."""

import itertools

from onrecord import Attribution, Mark, Reading, Span


def who_how_what(reading: Reading, attribution: Attribution) -> tuple[str, str, str]:
    parts = (attribution.source, attribution.cue, attribution.content)
    source, cue, content = (reading.words_of(p) for p in parts)
    return source, cue, content


def table(reading: Reading) -> list[tuple[str, str, str]]:
    return [who_how_what(reading, a) for a in reading]


def marks(reading: Reading) -> list[tuple[str, str]]:
    return [(str(m.type), reading.document.text[m.start : m.end]) for m in reading.marks]


def chain(reading: Reading, attribution: Attribution) -> list[str]:
    """The sources from the outermost in."""
    by_id = {a.id: a for a in reading}
    out = [reading.words_of(attribution.source)]
    while attribution.parent is not None:
        attribution = by_id[attribution.parent]
        out.append(reading.words_of(attribution.source))
    return out[::-1]


def check(reading: Reading) -> None:
    """Raise AssertionError unless the reading is one that any document may give."""
    by_id = {a.id: a for a in reading}
    assert list(by_id) == [f"a{n}" for n in range(1, len(by_id) + 1)]
    assert [a.start for a in reading] == sorted(a.start for a in reading)
    for attribution in reading:
        _check_spans(reading, attribution)
        _check_parent(reading, attribution, by_id)
        assert 0 <= attribution.confidence <= 1
    for mark in reading.marks:
        _check_mark(reading, mark, by_id)


def _check_spans(reading: Reading, attribution: Attribution) -> None:
    assert attribution.content
    for role in (attribution.source, attribution.cue, attribution.content):
        assert list(role) == sorted(role)
        assert not any(a.overlaps(b) for a, b in itertools.pairwise(role))
        for span in role:
            assert span.of(reading.document.text) == span.of(reading.document.text).strip()
            assert any(b.start <= span.start and span.end <= b.end for b in reading.document.blocks)


def _check_parent(reading: Reading, attribution: Attribution, by_id: dict[str, Attribution]) -> None:
    if attribution.parent is None:
        return
    held = by_id[attribution.parent].content
    frame = attribution.source + attribution.cue or attribution.content
    assert all(any(outer.contains(span) for outer in held) for span in frame), who_how_what(reading, attribution)
    chain(reading, attribution)  # ends: nobody is his own ancestor


def _check_mark(reading: Reading, mark: Mark, by_id: dict[str, Attribution]) -> None:
    assert mark.start < mark.end <= len(reading.document.text)
    assert mark.voice == "author" or any(c.contains(Span(mark.start, mark.end)) for c in by_id[mark.voice].content)
