"""The page of a check: one self-contained HTML file, quotation and source side by side."""

from collections.abc import Iterable, Iterator

from jinja2 import Template
from markupsafe import Markup

from onrecord.records import VERBATIM_MEANS, Check
from onrecord.views.findings.page import check_sheet
from onrecord.views.findings.words import SEVERITY_WORDS
from onrecord.views.report.frame import environment, policy, static

_HERE, _REPORT = "onrecord.views.findings", "onrecord.views.report"


def write(checks: Iterable[Check]) -> Iterator[str]:
    """[check] -> '<!DOCTYPE html>...'."""
    style = static(_REPORT, "report.css") + static(_HERE, "findings.css")
    script = static(_REPORT, "keys.js") + static(_HERE, "findings.js")
    yield _page().render(
        sheets=[check_sheet(check, f"c{n}-") for n, check in enumerate(checks, 1)],
        severities=list(enumerate(SEVERITY_WORDS)),
        contract=VERBATIM_MEANS,
        style=Markup(style),  # noqa: S704  # our own file, not the article
        script=Markup(script),  # noqa: S704  # likewise
        policy=policy(style, script),
    )


def _page() -> Template:
    return environment(_HERE, _REPORT).get_template("findings.html")
