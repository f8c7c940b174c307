"""The inner loops of this room in C, where they were compiled for this machine; None where not: the Python does the same."""

from onrecord.text.compiled import fits

try:
    from onrecord.matching import _kernel as kernel
except ImportError:
    kernel = None  # type: ignore[assignment]
if kernel and not fits(kernel):
    kernel = None  # type: ignore[assignment]

__all__ = ["kernel"]
