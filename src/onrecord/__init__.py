"""onrecord shows what a news story rests on: who said what, through whom, in whose words.

>>> import onrecord
>>> reading = onrecord.read("article.html")
>>> for attribution in reading.attributions: ...
>>> check = onrecord.check("article.html", against="statements/")
>>> for finding in check.findings: ...
>>> for observation in onrecord.audit(reading).observations: ...
"""

from typing import TYPE_CHECKING

from onrecord.errors import InputError, OnrecordError
from onrecord.records import (
    Attribution,
    Block,
    Check,
    Document,
    Edit,
    Finding,
    Label,
    Mark,
    Place,
    Quoted,
    Reading,
    Source,
    Span,
)
from onrecord.records.audit import Audit, Observation
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.matching import Index
    from onrecord.workflows import Checker, Reader, audit, check, read

__version__ = "0.1.0"
__all__ = [
    "Attribution",
    "Audit",
    "Block",
    "Check",
    "Checker",
    "Document",
    "Edit",
    "Finding",
    "Index",
    "InputError",
    "Label",
    "Mark",
    "Observation",
    "OnrecordError",
    "Place",
    "Quoted",
    "Reader",
    "Reading",
    "Settings",
    "Source",
    "Span",
    "__version__",
    "audit",
    "check",
    "read",
]
_LATER = {
    "Checker": "workflows",
    "Index": "matching",
    "Reader": "workflows",
    "audit": "workflows",
    "check": "workflows",
    "read": "workflows",
}


def __getattr__(name: str) -> object:
    """What loads the inference library comes only when asked for: `onrecord --help` stays quick."""
    if name in _LATER:
        from importlib import import_module

        return getattr(import_module(f"onrecord.{_LATER[name]}"), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
