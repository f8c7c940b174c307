"""Sentences with their offsets, by punctuation and case; abbreviations and initials end none."""

import re

from onrecord.text.words import Offsets

_END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]*[A-Z0-9])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Rev|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|"
    r"Dec|Mt|Fig|Pres|Supt|Cmdr|Adm|Maj|Cpl|Pvt|Msgr|Messrs|Mmes)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_REACH = 16  # code points before a full stop in which an abbreviation would begin


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Offsets]:
    """'Mr. Voss left. “Good,” she said.' -> [(0, 14), (15, 32)]; offsets are code points of `text`, blanks around left out.

    A line break ends a sentence. A full stop after a title ("Mr.") or an initial ("J.", "U.S.") does not.
    """
    end = len(text) if end is None else end
    cuts = [
        m.end()
        for m in _END.finditer(text, start, end)
        if not _ABBREVIATION.search(text, max(start, m.end() - _REACH), m.end())
    ]
    return [stripped for a, b in zip([start, *cuts], [*cuts, end], strict=True) if (stripped := _stripped(text, a, b))]


def _stripped(text: str, start: int, end: int) -> Offsets | None:
    piece = text[start:end]
    at = start + len(piece) - len(piece.lstrip())
    return (at, start + len(piece.rstrip())) if piece.strip() else None
