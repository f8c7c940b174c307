"""onrecord shows what a news story rests on: who said what, through whom, in whose words.

>>> import onrecord
>>> reading = onrecord.read("article.html")
>>> for attribution in reading.attributions: ...
"""

from typing import TYPE_CHECKING

from onrecord.errors import InputError, OnrecordError
from onrecord.records import Attribution, Block, Document, Mark, Reading, Span
from onrecord.settings import Settings

if TYPE_CHECKING:
    from onrecord.workflows import Reader, read

__version__ = "0.1.0"
__all__ = [
    "Attribution",
    "Block",
    "Document",
    "InputError",
    "Mark",
    "OnrecordError",
    "Reader",
    "Reading",
    "Settings",
    "Span",
    "__version__",
    "read",
]


def __getattr__(name: str) -> object:
    """Reader and read load the inference library only when asked for: `onrecord --help` stays quick."""
    if name in {"Reader", "read"}:
        from onrecord import workflows

        return getattr(workflows, name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
