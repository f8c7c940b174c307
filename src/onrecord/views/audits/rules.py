"""The rules of an audit for a terminal: what each asks, and the public guideline it follows."""

import textwrap
from collections.abc import Iterator

from onrecord.reading.audit import RULES, Rule
from onrecord.views.table import PAGE

_INDENT = "  "


def write(width: int = PAGE) -> Iterator[str]:
    """-> 'single-source: the story rests on one source\\n  Does every statement ...\\n  After: Reuters ...\\n', ..."""
    gap = ""
    for rule in RULES:
        yield gap + "\n".join(_lines(rule, min(width, PAGE))) + "\n"
        gap = "\n"


def _lines(rule: Rule, width: int) -> Iterator[str]:
    yield f"{rule.name}: {rule.title}"
    for paragraph in rule.asks.split("\n\n"):
        yield from _wrapped(paragraph, width)
    yield from _wrapped(f"After: {rule.guideline}.", width)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), width, initial_indent=_INDENT, subsequent_indent=_INDENT)
