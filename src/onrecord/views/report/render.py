"""Sheets -> HTML, by Jinja with autoescape on."""

from collections.abc import Sequence

from jinja2 import Template
from markupsafe import Markup

from onrecord.records import Reading
from onrecord.views.report.flow import WIDTH
from onrecord.views.report.frame import environment, policy, static
from onrecord.views.report.legend import sample
from onrecord.views.report.page import Sheet, sheet
from onrecord.views.report.segments import LANES

PACKAGE = "onrecord.views.report"


def render(readings: Sequence[Reading]) -> str:
    """Readings -> one self-contained HTML page: the article with its sourcing, or an index and several of them."""
    style, script = static(PACKAGE, "report.css"), static(PACKAGE, "keys.js") + static(PACKAGE, "report.js")
    sheets = [sheet(reading, f"r{n}-") for n, reading in enumerate(readings, 1)]
    return _PAGE.render(
        sheets=sheets,
        legend=sheet(sample(), "legend-"),
        kinds=_kinds(sheets),
        lanes=LANES,
        style=Markup(style),  # noqa: S704  # our own file, not the article
        script=Markup(script),  # noqa: S704  # likewise
        policy=policy(style, script),
    )


def _kinds(sheets: Sequence[Sheet]) -> list[tuple[str, str]]:
    """The kinds of source that occur on any of the sheets, each once."""
    return list(dict.fromkeys(kind for s in sheets for kind in s.kinds))


def _template() -> Template:
    templates = environment(PACKAGE)
    templates.globals["width"] = WIDTH
    for part in ("frame.html", "inline.html", "audit.html", "sheet.html"):
        templates.get_template(part)
    return templates.get_template("report.html")


# Compiled with the module, which only those who want a page import: every render then costs the same.
_PAGE = _template()
