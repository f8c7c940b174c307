"""Block quotations of many shapes: each with its source, its extent, and whoever relayed it."""

import re

import pytest

from onrecord import Attribution, Reader, Reading
from onrecord.settings import Settings
from onrecord.sources.facts import Origin
from onrecord.sources.load import read

from .held_back import HELD_BACK, LATER
from .looks import check
from .set_apart import SHOWN, Article, Expected

# Where the model leads the rules astray, and how.
KNOWN: dict[str, str] = {}


def reading_of(reader: Reader, article: Article) -> Reading:
    suffix = f".{article.name.rpartition('.')[2]}"
    return reader.read(read(article.raw.encode(), suffix, None, Origin(article.name), Settings()))


def is_it(reading: Reading, found: Attribution, expected: Expected) -> bool:
    """The same extent to the word, and at least half of the source's words."""
    said = reading.words_of(found.content)
    mine, theirs = (set(re.findall(r"\w+", s.lower())) for s in (reading.words_of(found.source), expected.source))
    alike = 2 * len(mine & theirs) >= 0.5 * (len(mine) + len(theirs))
    return said.startswith(expected.first) and said.endswith(expected.last) and alike


@pytest.mark.parametrize("article", SHOWN + HELD_BACK + LATER, ids=lambda a: a.name)
def test_block_quotations(reader: Reader, article: Article) -> None:
    reading = reading_of(reader, article)
    check(reading)
    blocks = [a for a in reading if a.type == "block"]
    missed = [e for e in article.blocks if not any(is_it(reading, b, e) for b in blocks)]
    right = (missed, len(blocks)) == ([], len(article.blocks))
    if article.name in KNOWN:
        assert not right, f"{article.name} is no longer a known slip: take it off the list"
    else:
        assert right, (missed, len(blocks))


def test_what_is_relayed_hangs_under_who_relays_it(reader: Reader) -> None:
    text = (
        "The Gull was late.\n\nAs quoted by the Evening Gull, the harbour chief told his staff:\n\n“We have nothing to fear.”\n"
    )
    reading = reader.read_text(text)
    of = {reading.words_of(a.source): a for a in reading}
    assert of["the harbour chief"].parent == of["the Evening Gull"].id


def test_who_quotes_whom_as_saying(reader: Reader) -> None:
    introduction = "Most of us know the speech from the Evening Gull, which quoted her as saying:"
    text = f"The Gull was late.\n\n{introduction}\n\n“It is not for sale.”\n"
    reading = reader.read_text(text)
    of = {reading.words_of(a.source): a for a in reading if a.type == "block"}
    assert set(of) == {"her", "the Evening Gull"}
    assert of["her"].parent == of["the Evening Gull"].id
