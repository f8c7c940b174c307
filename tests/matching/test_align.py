"""Alignments cover the quotation, match equal words only, and stay quick on texts made to slow them down."""

import time

from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching.align import Kind, align, exact

WORDS = st.lists(st.sampled_from("the mill will not close harbour of and 20 council".split()), max_size=25)


@given(WORDS, WORDS, st.sets(st.integers(0, 25)), st.sets(st.integers(0, 25)), st.sets(st.integers(0, 25)))
def test_steps_cover_the_quotation_in_order(
    quoted: list[str], source: list[str], breaks: set[int], free: set[int], ends: set[int]
) -> None:
    found = align(quoted, source, breaks, free, sorted(ends))
    if found is None:
        assert not set(quoted) & set(source) or free
        return
    at, to = 0, found.steps[0].j
    for step in found.steps:
        assert (step.i, step.j) == (at, to)
        assert step.i <= step.i2 <= len(quoted)
        assert step.j <= step.j2 <= len(source)
        if step.kind is Kind.EQUAL:
            assert quoted[step.i : step.i2] == source[step.j : step.j2]
            assert step.i < step.i2
        at, to = step.i2, step.j2
    assert at == len(quoted)


@given(WORDS, st.integers(0, 20), st.integers(1, 8))
def test_exact_finds_what_is_there(source: list[str], start: int, size: int) -> None:
    part = source[start : start + size]
    at = exact(part, source)
    assert not part or source[at : at + len(part)] == part
    assert exact(["nowhere"], source) == -1


def test_a_long_gap_is_not_crossed_for_a_word_or_two() -> None:
    source = "we will not sell . if they agree we may build 20 homes in the street".split()
    quoted = "we will build 20 homes in the street".split()
    found = align(quoted, source)
    assert found is not None
    assert found.bounds == (source.index("agree") + 1, len(source))


def test_repetition_is_bounded() -> None:
    begin = time.process_time()
    assert align(["the"] * 5_000, ["the"] * 5_000 + ["end"]) is not None
    assert align(["the", "of"] * 2_500, ["of", "the", "the"] * 2_000) is not None
    assert time.process_time() - begin < 5
