"""onrecord shows what a news story rests on: who said what, through whom, in whose words.

>>> import onrecord
>>> reading = onrecord.read("article.html")
>>> for attribution in reading.attributions: ...
>>> for observation in onrecord.audit(reading).observations: ...
"""

from typing import TYPE_CHECKING

from onrecord.errors import InputError, OnrecordError
from onrecord.records import Attribution, Block, Document, Mark, Reading, Source, Span
from onrecord.records.audit import Audit, Observation
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.workflows import Reader, audit, read

__version__ = "0.1.0"
__all__ = [
    "Attribution",
    "Audit",
    "Block",
    "Document",
    "InputError",
    "Mark",
    "Observation",
    "OnrecordError",
    "Reader",
    "Reading",
    "Settings",
    "Source",
    "Span",
    "__version__",
    "audit",
    "read",
]
_LATER = {
    "Reader": "workflows",
    "audit": "workflows",
    "read": "workflows",
}


def __getattr__(name: str) -> object:
    """What loads the inference library comes only when asked for: `onrecord --help` stays quick."""
    if name in _LATER:
        from importlib import import_module

        return getattr(import_module(f"onrecord.{_LATER[name]}"), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
