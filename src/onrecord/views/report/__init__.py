"""The report: readings as one HTML file that an editor can open, print and pass on.

render([reading]) -> "<!DOCTYPE html>...". Nothing is fetched: style and script stand in the file, and the page's own policy
(Content-Security-Policy, with their hashes) allows nothing else, whatever the article holds.
"""

from onrecord.views.report.render import render
from onrecord.views.report.summary import summarise

__all__ = ["render", "summarise"]
