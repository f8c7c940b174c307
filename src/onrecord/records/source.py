"""A source: who a statement rests on, as far as the text says."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.span import Span


class SourceKind(StrEnum):
    """What a source is; each is defined in docs/glossary.md with an example."""

    PERSON = "person"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    DOCUMENT = "document"
    GROUP = "group"
    ROLE = "role"
    PUBLIC = "public"
    AUTHOR = "author"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """'Ida Vell, the harbour minister, ... Ms Vell' -> Source("s1", "Ida Vell", PERSON, True, "the harbour minister", (...)).

    name: the fullest form in the document, or the words that stand for it ("two aides"); None where no words do. named: whether
    name is a name. basis: the words that give a reason to trust it (a role, "who was in the room"), None without any. mentions:
    its places in the text, in order, pronouns that speak included.
    """

    id: str
    name: str | None
    kind: SourceKind
    named: bool
    basis: str | None
    mentions: tuple[Span, ...]
