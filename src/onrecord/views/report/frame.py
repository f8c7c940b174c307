"""What every page of ours shares: templates with autoescape on, style and script in the file, a policy that allows no more."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from onrecord.views.report.layout import written


def policy(*inlined: str) -> str:
    """policy(style, script) -> the Content-Security-Policy: nothing but this style, this script and an empty icon."""
    style, script = (f"'{_digest(part)}'" for part in inlined)
    return f"default-src 'none'; style-src {style}; script-src {script}; img-src data:; base-uri 'none'; form-action 'none'"


def _digest(inlined: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(inlined.encode()).digest()).decode()


@cache
def static(package: str, name: str) -> str:
    """('onrecord.views.report', 'report.css') -> its text."""
    return files(package).joinpath("static", name).read_text("utf8")


def environment(*packages: str) -> Environment:
    """Templates of the packages, those of the first first."""

    def load(name: str) -> str | None:
        found = (files(p).joinpath("templates", name) for p in packages)
        return next((f.read_text("utf8") for f in found if f.is_file()), None)

    made = Environment(
        loader=FunctionLoader(load), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals["written"] = written
    return made
