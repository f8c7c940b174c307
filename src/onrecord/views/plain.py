"""Article text made fit for a terminal or a cell: nothing in it may steer the screen.

'red \\x1b[31malert\\u202e' -> 'red �[31malert�'
"""

import unicodedata

_UNSEEN = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # these turn text around
_REPLACEMENT = "\ufffd"


def plain(text: str) -> str:
    """'a\\tb\\x1b[2J' -> 'a b�[2J': whitespace runs become one space, what steers a terminal or turns text around becomes �."""
    return "".join(_safe(c) for c in " ".join(text.split()))


def whole(text: str) -> str:
    """Lone surrogates, which no file can hold, become �: one code point for one, so offsets stay true."""
    return "".join(_REPLACEMENT if unicodedata.category(c) == "Cs" else c for c in text) if not _encodes(text) else text


def _safe(char: str) -> str:
    return _REPLACEMENT if char in _UNSEEN or unicodedata.category(char) in ("Cc", "Cs") else char


def _encodes(text: str) -> bool:
    try:
        text.encode("utf8")
    except UnicodeEncodeError:
        return False
    return True


def shorten(text: str, length: int) -> str:
    """('“We will never sell the harbour”', 20) -> '“We will … harbour”': the middle goes, at words where they are near."""
    if len(text) <= length:
        return text
    if length < 4:
        return text[: max(length - 1, 0)] + "…"
    room = length - 3
    head, tail = text[: room - room // 3], text[len(text) - room // 3 :]
    end = _from_word_start(tail, text[len(text) - len(tail) - 1]) if tail else ""
    return f"{_to_word_end(head, text[len(head)])} … {end}".rstrip()


def _to_word_end(head: str, following: str) -> str:
    cut = len(head) if following == " " else head.rfind(" ")
    return head[:cut].rstrip() if cut > len(head) // 2 else head.rstrip()


def _from_word_start(tail: str, before: str) -> str:
    """' the ceiling' -> 'the ceiling', 'eiling' -> '': half a word tells nothing, where there are words at all."""
    if before == " ":
        return tail.lstrip()
    return tail.partition(" ")[2].lstrip()
