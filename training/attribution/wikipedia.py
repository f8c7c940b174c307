"""Wikipedia's prose, for pronouns as encyclopaedias use them: a dump -> ('Ada', 'She was born ...').

The pages are the hundred that gensim's wheel on PyPI carries to test its own reader (text CC BY-SA; it is learned from, never
shipped); mwparserfromhell takes their markup off. WikiWars (Mazur and Dale, EMNLP 2010) has more, its training part only.
"""

import bz2
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import iterparse

import mwparserfromhell as markup

PACKAGE = "gensim==4.4.0"
_PAGES = "gensim/test/test_data/enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
_NOTES = re.compile(r"<ref[^>/]*>.*?</ref>|<ref[^>]*/>|<!--.*?-->", re.DOTALL)
_NO_PROSE = ("category:", "file:", "image:", "*", "thumb")
_SHORTEST, _LONGEST = 80, 6000  # letters of a paragraph; of a text: names are gathered within it
_DUMP = "{http://www.mediawiki.org/xml/export-0.10/}"
HE_OR_SHE = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)


def fetch(folder: Path) -> Path:
    """The pages from the package, unpacked, not installed."""
    path = folder / _PAGES
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), PACKAGE]
        subprocess.run(command, check=True)  # noqa: S603  our own words
        with zipfile.ZipFile(next(folder.glob("gensim*.whl"))) as wheel:
            wheel.extract(_PAGES, folder)
    return path


def pages(path: Path) -> Iterator[tuple[str, str]]:
    """A dump -> (title, text of some thousand letters); a long page is several texts."""
    with bz2.open(path) as file:
        for _, element in iterparse(file):  # noqa: S314  a file of our own choosing
            if element.tag == f"{_DUMP}page":
                title, source = element.findtext(f"{_DUMP}title") or "", element.findtext(f".//{_DUMP}text") or ""
                element.clear()
                if ":" not in title and not source.lower().startswith("#redirect"):
                    yield from ((title, text) for text in _texts(_prose(source)))


def wars(folder: Path) -> Iterator[tuple[str, str]]:
    """WikiWars, its training part, likewise."""
    for path in sorted(folder.glob("*.tml")):
        body = re.sub(r"<[^>]+>", "", path.read_text("utf8").partition("<TEXT>")[2].partition("</TEXT>")[0])
        paragraphs = (" ".join(p.split()) for p in re.split(r"\n\s*\n", body))
        yield from ((path.stem, text) for text in _texts(p for p in paragraphs if len(p) > _SHORTEST))


def _prose(source: str) -> Iterator[str]:
    """Wiki markup -> its paragraphs of sentences, without tables, notes and lists."""
    code = markup.parse(_NOTES.sub("", source))
    for tag in code.filter_tags(matches=lambda t: str(t.tag) in ("table", "gallery", "math")):
        if code.contains(tag):
            code.remove(tag)
    for line in code.strip_code(normalize=True, collapse=True).split("\n"):
        paragraph = " ".join(line.split())
        if len(paragraph) > _SHORTEST and paragraph[-1] in ".”\"'" and not paragraph.lower().startswith(_NO_PROSE):
            yield paragraph


def _texts(paragraphs: Iterable[str]) -> Iterator[str]:
    """Paragraphs, one a line, so many together; those that have no "he" or "she" at all are left out."""
    text: list[str] = []
    for paragraph in paragraphs:
        text.append(paragraph)
        if sum(map(len, text)) > _LONGEST:
            yield from _worth(text)
            text = []
    yield from _worth(text)


def _worth(text: list[str]) -> Iterator[str]:
    whole = "\n".join(text)
    if HE_OR_SHE.search(whole):
        yield whole
