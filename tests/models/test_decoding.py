"""The tagger's decoding against brute force over every sequence of tags, and linking by hand-made logits."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.attribution import AttributionModel
from onrecord.models.decoding import CONTENT, CUE, HOLE, SOURCE, TAGS, Crf, Floats, Triple, link, runs

FORBIDDEN = -1e4
SEEDS = st.integers(0, 2**32 - 1)


def random_crf(rng: np.random.Generator) -> Crf:
    """Random log-potentials with the transitions that BIO forbids forbidden, as the exporter writes them."""
    transitions = rng.normal(0, 2, (TAGS, TAGS)).astype(np.float32)
    for inside in range(2, TAGS, 2):
        others = [t for t in range(TAGS) if t not in (inside, inside - 1)]
        transitions[others, inside] = FORBIDDEN
    return Crf(transitions, rng.normal(0, 2, TAGS).astype(np.float32))


def log_weight(crf: Crf, logits: Floats, tags: tuple[int, ...]) -> float:
    total = float(crf.begin[tags[0]]) + sum(float(logits[t, tag]) for t, tag in enumerate(tags))
    return total + sum(float(crf.transitions[a, b]) for a, b in pairwise(tags))


def brute_force(crf: Crf, logits: Floats) -> tuple[float, Floats]:
    """The best sequence's log-weight and every tag's marginal probability, by listing all sequences."""
    every = list(product(range(TAGS), repeat=len(logits)))
    weights = np.array([log_weight(crf, logits, tags) for tags in every])
    share = np.exp(weights - weights.max())
    share /= share.sum()
    marginals = np.zeros(logits.shape)
    for tags, p in zip(every, share, strict=True):
        marginals[np.arange(len(tags)), tags] += p
    return float(weights.max()), marginals.astype(np.float32)


@given(SEEDS, st.integers(1, 4))
def test_the_best_tags_are_the_best_of_all(seed: int, length: int) -> None:
    rng = np.random.default_rng(seed)
    crf, logits = random_crf(rng), rng.normal(0, 3, (1, length, TAGS)).astype(np.float32)
    (tags,), _ = crf.decode(logits, [length])
    best, _ = brute_force(crf, logits[0])
    assert log_weight(crf, logits[0], tuple(tags)) == pytest.approx(best, abs=1e-3)


@given(SEEDS, st.integers(1, 4))
def test_posteriors_are_the_marginals_over_all(seed: int, length: int) -> None:
    rng = np.random.default_rng(seed)
    crf, logits = random_crf(rng), rng.normal(0, 3, (1, length, TAGS)).astype(np.float32)
    _, posterior = crf.decode(logits, [length])
    _, marginals = brute_force(crf, logits[0])
    np.testing.assert_allclose(posterior[0], marginals, atol=1e-4)


@given(SEEDS, st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_padding_changes_nothing(seed: int, lengths: list[int]) -> None:
    rng = np.random.default_rng(seed)
    crf, logits = random_crf(rng), rng.normal(0, 3, (len(lengths), max(lengths), TAGS)).astype(np.float32)
    tags, posterior = crf.decode(logits, lengths)
    for row, n in enumerate(lengths):
        (alone,), posterior_alone = crf.decode(logits[row : row + 1, :n], [n])
        assert tags[row] == alone
        np.testing.assert_allclose(posterior[row, :n], posterior_alone[0], atol=1e-5)
        np.testing.assert_allclose(posterior[row, :n].sum(-1), 1, atol=1e-5)


@given(SEEDS)
def test_no_tag_continues_what_did_not_begin(model: AttributionModel, seed: int) -> None:
    """With the shipped transitions; only a window's first word may continue, for a window may begin inside a span."""
    logits = np.random.default_rng(seed).normal(0, 8, (1, 60, TAGS)).astype(np.float32)
    (tags,), _ = model.crf.decode(logits, [60])
    for before, after in pairwise(tags):
        assert after % 2 or not after or before in (after, after - 1)


@pytest.mark.parametrize(
    ("tags", "expected"),
    [([0, 5, 6, 0, 5], [[1, 2], [4]]), ([6, 6, 0], [[0, 1]]), ([5, 5, 6], [[0], [1, 2]]), ([1, 6, 6], [[1, 2]]), ([], [])],
)
def test_runs(tags: list[int], expected: list[list[int]]) -> None:
    assert runs(tags, CONTENT) == expected


def linked(tags: list[int], heads: dict[int, int], paragraph: list[int] | None = None) -> list[Triple]:
    """Link words whose arcs all point where heads says (dependent -> head; a cue without an entry has no source)."""
    n = len(tags)
    posterior = np.full((n, TAGS), 0.01, np.float32)
    posterior[np.arange(n), tags] = 0.94
    arcs = np.full((n, n + 1), -9.0, np.float32)
    arcs[:, -1] = 0
    for dependent, head in heads.items():
        arcs[dependent, head] = 9
    return link(tags, posterior, arcs, arcs, paragraph or [0] * n)


S, C, K, IN = SOURCE, CUE, CONTENT, CONTENT + 1


def test_link_joins_source_cue_and_content() -> None:
    # "A said one . B knew two"
    (first, second) = linked([S, C, K, 0, S, C, K], {2: 1, 1: 0, 6: 5, 5: 4})
    assert (first.source, first.cue, first.content) == ((0,), (1,), (2,))
    assert (second.source, second.cue, second.content) == ((4,), (5,), (6,))
    assert min(first.sureness.content_link, first.sureness.source_link, first.sureness.cue) > 0.9


def test_a_split_content_belongs_to_one_cue() -> None:
    # "one , said A , two"
    (only,) = linked([K, 0, C, S, 0, K], {0: 2, 5: 2, 2: 3})
    assert (only.source, only.content) == ((3,), (0, 5))


def test_a_cue_may_lack_source_and_content() -> None:
    (only,) = linked([0, C, 0], {})
    assert (only.source, only.cue, only.content) == ((), (1,), ())


def test_content_without_any_cue_is_nobodys() -> None:
    assert linked([K, IN, 0], {}) == []


@pytest.mark.parametrize(("hole", "filled"), [(1, True), (HOLE, True), (HOLE + 1, False)])
def test_short_holes_in_a_content_are_filled(hole: int, filled: bool) -> None:
    tags = [C, K, *[0] * hole, K]
    (only,) = linked(tags, {1: 0, len(tags) - 1: 0})
    assert only.content == tuple(range(1, len(tags)) if filled else (1, len(tags) - 1))


def test_holes_that_hold_a_cue_or_a_paragraph_break_are_not_filled() -> None:
    (by_cue,) = linked([K, C, K], {0: 1, 2: 1})
    (by_break,) = linked([C, K, 0, K], {1: 0, 3: 0}, [0, 0, 0, 1])
    assert (by_cue.content, by_break.content) == ((0, 2), (1, 3))
