"""A case's article as a file of its format: [(">", ["One.", "Two."])] -> '> One.\\n>\\n> Two.\\n'."""

import html
from collections.abc import Iterable, Sequence
from itertools import groupby

Runs = Iterable[tuple[str, list[str]]]


def write(form: str, blocks: Sequence[tuple[str, str]]) -> str | None:
    """Blocks as (leading sign, text) -> Markdown or HTML; None for txt, where the text is the file."""
    if form == "txt":
        return None
    runs = [(kind, [text for _, text in run]) for kind, run in groupby(blocks, key=lambda b: b[0])]
    return _markdown(runs) if form == "md" else _html(runs)


def _markdown(runs: Runs) -> str:
    out = []
    for kind, texts in runs:
        lead = f"{kind} " if kind else ""
        out.append(("\n>\n" if kind == ">" else "\n\n").join(lead + text for text in texts))
    return "\n\n".join(out) + "\n"


def _html(runs: list[tuple[str, list[str]]]) -> str:
    title = next((texts[0] for kind, texts in runs if kind == "#"), "")
    lines = ["<!doctype html>", '<html lang="en">', f'<head><meta charset="utf-8"><title>{_escape(title)}</title></head>']
    lines += ["<body>", "<article>"]
    for kind, texts in runs:
        tag = {"#": "h1", "##": "h2"}.get(kind, "p")
        inner = [f"<{tag}>{_escape(text)}</{tag}>" for text in texts]
        lines += ["<blockquote>", *inner, "</blockquote>"] if kind == ">" else inner
    return "\n".join([*lines, "</article>", "</body>", "</html>"]) + "\n"


def _escape(text: str) -> str:
    return html.escape(text, quote=False)
