"""A text's word pairs have the same numbers, taken from its bytes at once or word by word."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.matching.grams import PADDING, pairs, pairs_of, token, tokens, words_of

TEXTS = st.text(st.sampled_from("aBz09 .,'-’“”—é…\u00a0日ßÉ\ufeff«×\U0001f600\u3000"), max_size=60) | st.text(max_size=60)


def at_once(text: str) -> tuple[list[int], list[int]]:
    data = text.encode("utf8", "surrogatepass")
    starts, numbers = tokens(np.frombuffer(data + bytes(PADDING), np.uint8), len(data))
    return starts.tolist(), numbers.tolist()


@given(TEXTS)
@example("Don’t — “ÉLAN” antidisestablishmentarianism 1,000… x")
@example("")
def test_bytes_and_words_agree(text: str) -> None:
    starts, numbers = at_once(text)
    words = words_of(text)
    assert numbers == [token(w) for w in words]
    data = text.encode("utf8", "surrogatepass")
    assert all(data[s:].startswith(w.encode("utf8", "surrogatepass")) for s, w in zip(starts, words, strict=True))
    assert pairs(np.array(numbers, np.uint64)).tolist() == pairs_of(text) or len(words) < 2


@pytest.mark.parametrize(
    ("one", "other"), [("Never", "NEVER"), ("don’t", "don't"), ("ÉLAN", "élan"), ("well-known", "well known")]
)
def test_what_meets(one: str, other: str) -> None:
    assert at_once(one)[1] == at_once(other)[1]


@pytest.mark.parametrize(("one", "other"), [("mill", "mills"), ("1200", "1300"), ("abcdefgh1", "abcdefgh2"), ("a", "b")])
def test_what_does_not(one: str, other: str) -> None:
    assert at_once(one)[1] != at_once(other)[1]
