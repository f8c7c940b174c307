"""What hatchling runs as it builds onrecord: compiles the two inner loops written in C, where a compiler is at hand.

src/onrecord/text/_folding.c -> src/onrecord/text/_folding.cpython-311-x86_64-linux-gnu.so; a wheel of this platform holds it

ONRECORD_COMPILE: "no" leaves them out, "yes" (wheels for release) fails where they cannot be compiled; else what fails is left
out, and onrecord runs its Python instead, with the same answers.
"""

import os
import sys
import tempfile
import zlib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MODULES = ("onrecord.text._folding", "onrecord.matching._kernel")
_UNIX = ["-O2", "-std=c11", "-ffp-contract=off"]  # the same sums on every machine


class CustomBuildHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        wanted = os.environ.get("ONRECORD_COMPILE", "")
        if self.target_name != "wheel" or wanted == "no":
            return
        try:
            made = _compiled(Path(self.root))
        except Exception as error:
            if wanted == "yes":
                raise
            print(f"onrecord: not compiled, slower but the same: {error}", file=sys.stderr)
            return
        if version == "editable":
            return  # it runs from src, where they lie now
        build_data["infer_tag"], build_data["pure_python"] = True, False
        build_data["force_include"] |= {str(path): path.relative_to(Path(self.root, "src")).as_posix() for path in made}


def _compiled(root: Path) -> list[Path]:
    """Beside their sources, so that an editable install finds them too."""
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    flags = [] if os.name == "nt" else _UNIX
    extensions = []
    for name in _MODULES:
        source = root / "src" / (name.replace(".", "/") + ".c")
        state = ("ONRECORD_SOURCE", str(zlib.crc32(source.read_bytes()) >> 1))  # text/compiled.py compares: 31 bits
        extensions.append(Extension(name, [str(source)], define_macros=[state], extra_compile_args=flags))
    command = build_ext(Distribution({"ext_modules": extensions}))
    command.force = True  # whatever lies there
    with tempfile.TemporaryDirectory() as scratch:
        command.build_lib, command.build_temp = str(root / "src"), scratch
        command.ensure_finalized()
        command.run()
    return [Path(path) for path in command.get_outputs()]
