"""What is known about a document beside its text, each with where it was found; and the making of the Document itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from onrecord.errors import NoTextError, TooLargeError
from onrecord.records import Block, Document, Provenance
from onrecord.records.document import identify
from onrecord.settings import Settings

Field: TypeAlias = Literal["title", "byline", "outlet", "published", "language"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Fact("2016-12-20", Provenance.DATELINE): a value and where it was found."""

    value: str
    found: Provenance


Facts: TypeAlias = Mapping[Field, Fact]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from: what was asked for, the final URL and the time, where it was fetched."""

    asked: str
    url: str | None = None
    fetched: str | None = None


def make(text: str, blocks: Sequence[Block], origin: Origin, facts: Facts, settings: Settings) -> Document:
    """Text, blocks and facts -> Document. Raises NoTextError and TooLargeError."""
    if not blocks:
        raise NoTextError(origin.asked, "there is no text of an article in it", "give a file or page with an article")
    check_length(text, origin.asked, settings)
    values = {name: fact.value for name, fact in facts.items()}
    return Document(
        id=identify(text),
        origin=origin.asked,
        text=text,
        blocks=tuple(blocks),
        title=values.get("title"),
        byline=values.get("byline"),
        outlet=values.get("outlet"),
        published=values.get("published"),
        language=values.get("language"),
        url=origin.url,
        fetched=origin.fetched,
        provenance={name: fact.found for name, fact in facts.items()},
    )


def check_length(text: str, asked: str, settings: Settings) -> None:
    """Raises TooLargeError on a text longer than the settings allow."""
    if len(text) > settings.max_text:
        cause = f"its text has {len(text):,} characters, more than the {settings.max_text:,} allowed"
        raise TooLargeError(asked, cause, "split it, or raise max_text")
