"""The inner loops of this room in C, where they were compiled for this machine; None where not: the Python does the same."""

try:
    from onrecord.text import _folding as kernel
except ImportError:
    kernel = None  # type: ignore[assignment]

__all__ = ["kernel"]
