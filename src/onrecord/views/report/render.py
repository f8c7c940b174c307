"""Sheets -> HTML, by Jinja with autoescape on."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from onrecord.records import Reading
from onrecord.views.report.layout import written
from onrecord.views.report.legend import sample
from onrecord.views.report.page import sheet
from onrecord.views.report.segments import LANES


def render(readings: Sequence[Reading]) -> str:
    """Readings -> one self-contained HTML page: the article with its sourcing, or an index and several of them."""
    style, script = _static("report.css"), _static("report.js")
    return _PAGE.render(
        sheets=[sheet(reading, f"r{n}-") for n, reading in enumerate(readings, 1)],
        legend=sheet(sample(), "legend-"),
        lanes=LANES,
        style=Markup(style),  # noqa: S704  # our own file, not the article
        script=Markup(script),  # noqa: S704  # likewise
        policy=_policy(style, script),
    )


def _policy(style: str, script: str) -> str:
    """Nothing from anywhere, except this very style and script and the empty icon."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(inlined: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(inlined.encode()).digest()).decode()


@cache
def _static(name: str) -> str:
    return files(__package__).joinpath("static", name).read_text("utf8")


def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(lambda name: files(__package__).joinpath("templates", name).read_text("utf8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["written"] = written
    for part in ("inline.html", "sheet.html"):
        environment.get_template(part)
    return environment.get_template("report.html")


# Compiled with the module, which only those who want a page import: every render then costs the same.
_PAGE = _template()
