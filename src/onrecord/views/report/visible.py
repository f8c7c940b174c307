"""Making hostile characters harmless and visible: 'a\\u202eb' -> 'a⟨U+202E⟩b'.

Controls that turn the direction of writing can make a page read otherwise than its text; NUL and lone surrogates cannot stand
in an HTML file at all. They are shown by their number instead of being written.
"""

import re
from collections.abc import Iterator

# Line breaks of old (form feed, vertical tab, the ASCII separators, NEL) are blanks to a reader.
_BLANK = re.compile("[\x0b\x0c\x1c-\x1f\x85]")
_HOSTILE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def visible(text: str) -> str:
    """Text -> text without hostile characters, each shown as ⟨U+202E⟩."""
    return "".join(f"⟨{piece}⟩" if is_control else piece for is_control, piece in pieces(text))


def pieces(text: str) -> Iterator[tuple[bool, str]]:
    """'a\\x00b' -> (False, 'a'), (True, 'U+0000'), (False, 'b')."""
    text = _BLANK.sub(" ", text)
    at = 0
    for found in _HOSTILE.finditer(text):
        if at < found.start():
            yield False, text[at : found.start()]
        yield True, f"U+{ord(found[0]):04X}"
        at = found.end()
    if at < len(text):
        yield False, text[at:]


def one_line(text: str) -> str:
    """' a \\n b' -> 'a b', made visible."""
    return visible(" ".join(text.split()))
