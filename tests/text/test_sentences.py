"""Sentences end where a reader says they end."""

import pytest

from onrecord.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Voss left. “Good,” she said.", ["Mr. Voss left.", "“Good,” she said."]),
        ("He is from the U.S. Weir Co. in Pell. It fell!", ["He is from the U.S. Weir Co. in Pell.", "It fell!"]),
        ("Port sold\nIt was “old.” And tired?", ["Port sold", "It was “old.”", "And tired?"]),
        ("  ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected
