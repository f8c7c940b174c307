"""Dates as pages and newspapers write them -> ISO dates. What could be two dates is none."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
DATE = rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}})"
_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_MONTH_FIRST = re.compile(rf"\b({MONTH})\s+{_DAY},?\s+(\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b{_DAY}[\s-]+({MONTH}),?[\s-]+(\d{{4}})\b", re.IGNORECASE)
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")


def iso_date(written: str) -> str | None:
    """'Dec. 20, 2016' -> '2016-12-20'; '3/4/2016' -> None, for it is two dates."""
    written = written[:200]
    for pattern in (_ISO, _COMPACT):
        if m := pattern.search(written):
            return _valid(int(m[1]), int(m[2]), int(m[3]))
    if m := _MONTH_FIRST.search(written):
        return _valid(int(m[3]), _month(m[1]), int(m[2]))
    if m := _DAY_FIRST.search(written):
        return _valid(int(m[3]), _month(m[2]), int(m[1]))
    if m := _NUMBERS.search(written):
        return _unambiguous(int(m[1]), int(m[2]), int(m[3]))
    return None


def _month(name: str) -> int:
    return _MONTHS.index(name.lower()[:3]) + 1


def _unambiguous(a: int, b: int, year: int) -> str | None:
    if a > 12 or a == b:
        return _valid(year, b, a)
    return _valid(year, a, b) if b > 12 else None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1600 <= year <= 2200 else None
    except ValueError:
        return None
