"""python -m training.given_names: which given names tell a gender, from two packages' data -> speakers/given_names.json.

nomquamgender 0.1.4 (MIT; Van Buskirk, Clauset and Larremore, An open-source cultural consensus approach to name-based gender
classification, ICWSM 2023) says of 700,000 names in how many of 36 national statistics and other sources each occurs, how
often, and for which share of women. Faker 40.63.0 (MIT) has lists of surnames. Neither is needed to run onrecord; what is kept
is a fact about each name: its gender where nine in ten bear it as one, and whether it is a surname as well.
"""

import importlib
import json
import pkgutil
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from onrecord.reading.speakers.given import WIDER, plain

_PACKAGES = ("nomquamgender==0.1.4", "Faker==40.63.0")
_SOURCES, _TIMES = 8, 100  # that a name must be in, and occur in all
_SURE, _LIKELY = 0.03, 0.1  # share of the other gender
_NAME = re.compile("[a-z]{2,}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, *_PACKAGES]
        subprocess.run(command, check=True)  # noqa: S603  our own words
        names, faker = (next(p for p in Path(folder).iterdir() if p.name.lower().startswith(n)) for n in ("nomq", "faker"))
        with zipfile.ZipFile(names) as archive:
            known = json.loads(archive.read("nomquamgender/name_data.json"))
        sys.path.insert(0, str(faker))
        surnames = {word for name in _surnames() for word in re.split(r"[\s-]+", plain(name.lower()))}
    lists: dict[str, list[str]] = {"f": [], "f likely": [], "m": [], "m likely": [], "surnames too": []}
    for name, (sources, times, women, *_) in sorted(known.items()):
        of_other = min(women, 1 - women)
        if not _NAME.fullmatch(name) or sources < _SOURCES or times < _TIMES or of_other > _LIKELY:
            continue
        lists[("m" if women < of_other + 1e-9 else "f") + ("" if of_other <= _SURE else " likely")].append(name)
        if name in surnames:
            lists["surnames too"].append(name)
    WIDER.write_text(json.dumps({k: " ".join(v) for k, v in lists.items()}, indent=0) + "\n", encoding="utf8")
    print(WIDER, {k: len(v) for k, v in lists.items()})


def _surnames() -> Iterator[str]:
    people = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for kind in ("last_names", "last_names_female", "last_names_male"):
            held = getattr(provider, kind, ())
            yield from held if not callable(held) else ()


if __name__ == "__main__":
    main()
