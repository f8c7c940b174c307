"""The inner loops of this room in C, where they were compiled for this machine; None where not: the Python does the same."""

import zlib
from pathlib import Path
from types import ModuleType

__all__ = ["fits", "kernel"]


def fits(module: ModuleType) -> bool:
    """Whether it was compiled from the source beside it: after `git pull` it is not, until it is compiled anew."""
    source = Path(str(module.__file__)).with_name(module.__name__.rpartition(".")[2] + ".c")
    try:
        held = source.read_bytes()
    except OSError:
        return True  # an installed package need not hold it
    return getattr(module, "source", None) == zlib.crc32(held) >> 1


try:
    from onrecord.text import _folding as kernel
except ImportError:
    kernel = None  # type: ignore[assignment]
if kernel and not fits(kernel):
    kernel = None  # type: ignore[assignment]
