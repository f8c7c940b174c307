"""What stands in quotation marks is speech or a mark; the sentences and how they came to be are in quoted_words."""

import pytest

from onrecord import Reader

from .quoted_words import HELD_BACK, LATER, SHOWN, SPEECH

# Where the rules still take one for another: which, and why no rule was made for it.
KNOWN = {
    "exclusive": "an adjective inside what someone is said to have read: a partial quotation looks the same",
    "Mother": "'called' before a name in marks is a title more often than a nickname",
}


def kind(reader: Reader, sentence: str, words: str) -> str:
    """What the reading takes the quoted words for: the type of the mark, speech, or nothing."""
    text = f"The week in Oskvale, told by our own correspondent.\n\n{sentence} It rained for most of the afternoon.\n"
    start = text.index(f"“{words}”")
    reading = reader.read_text(text)
    found = [str(m.type) for m in reading.marks if (m.start, m.end) == (start, start + len(words) + 2)]
    held = any(c.start <= start + 1 < c.end for a in reading for c in a.content)
    return found[0] if found else SPEECH if held else "nothing"


@pytest.mark.parametrize(("sentence", "words", "expected"), SHOWN + HELD_BACK + LATER)
def test_what_quoted_words_are(reader: Reader, sentence: str, words: str, expected: str) -> None:
    found = kind(reader, sentence, words)
    if words in KNOWN:
        assert found != expected, f"{words} is no longer a known slip: take it off the list"
    else:
        assert found == expected
