"""The whole of who speaks, where the model hears the last words of it only."""

import pytest

from onrecord.reading.subjects import whole_subject

from .speakers.conftest import FEATURIZER


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("A note seen by the Post says so.", "the Post", "A note seen by the Post"),
        ("A clip shared 40,000 times on Facebook claims so.", "Facebook", "A clip shared 40,000 times on Facebook"),
        ("Messages read to the jury show so.", "the jury", "Messages read to the jury"),
        (
            "A letter in the museum’s files, found by Ida Vell and published by the Post says so.",
            "Ida Vell and published by the Post",
            "A letter in the museum’s files, found by Ida Vell and published by the Post",
        ),
        (
            "A review marked ‘secret’ and passed to the Post by a porter says so.",
            "a porter",
            "A review marked ‘secret’ and passed to the Post by a porter",
        ),
        ("The clerk he robbed in 2021 says so.", "he robbed in 2021", "The clerk he robbed in 2021"),
        ("It was dark. In the hall the mayor said so.", "the mayor", "the mayor"),
        ("A note was late by the clerk says so.", "the clerk", "the clerk"),
    ],
)
def test_what_a_participle_governs_is_part_of_the_subject(text: str, source: str, whole: str) -> None:
    features = FEATURIZER(text, [(0, len(text))])
    start = text.index(source)
    words = [i for i, (s, e) in enumerate(features.words) if start <= s and e <= start + len(source)]
    found = whole_subject(text, features, words, [words[-1] + 1])
    assert text[features.words[found[0]][0] : features.words[found[-1]][1]] == whole
