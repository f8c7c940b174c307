"""Runs a module as if onrecord's inner loops were not compiled: python -m benchmarks.pure benchmarks.check --documents 5000"""

import runpy
import sys

COMPILED = ("onrecord.text._folding", "onrecord.matching._kernel")


def hide() -> None:
    """Before onrecord is imported: what is compiled cannot be."""
    for name in COMPILED:
        sys.modules[name] = None  # type: ignore[assignment]


if __name__ == "__main__":
    hide()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
