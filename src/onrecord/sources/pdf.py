"""PDF -> Document: lines joined to paragraphs, hyphens at line ends undone, running heads and page numbers dropped."""

import re
from collections import Counter
from collections.abc import Sequence

import pypdfium2  # type: ignore[import-untyped]

from onrecord.errors import FormatError, NoTextError, TooLargeError
from onrecord.records import Document, Provenance
from onrecord.settings import Settings
from onrecord.sources.encoding import tidy
from onrecord.sources.facts import Fact, Field, Origin
from onrecord.sources.plain import plain

_MOST_PAGES = 500
_EDGE = 2  # lines at the top and bottom of a page that can be running heads
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_HYPHENS = "\ufffe\u00ad\u0002"  # how PDFium gives a hyphen at a line's end
_IMPLAUSIBLE = re.compile(
    r"\.(?:docx?|indd|pdf|qxd|rtf)\b|^untitled"
    r"|^microsoft|^document\d*$|^(?:admin|user|owner|scanner)$",
    re.IGNORECASE,
)


def pdf(data: bytes, origin: Origin, settings: Settings) -> Document:
    """b'%PDF-1.7...' -> Document. Raises FormatError on a broken or locked file, NoTextError on one of pictures."""
    pages, facts = _opened(data, origin.asked, settings)
    text = "\n\n".join(paragraphs(lines) for lines in _without_running(pages))
    if not text.strip():
        raise NoTextError(origin.asked, "the PDF holds pictures of pages, no text", "run it through OCR first")
    return plain(_over_pages(text.strip()), origin, settings, facts)


def _opened(data: bytes, asked: str, settings: Settings) -> tuple[list[list[str]], dict[Field, Fact]]:
    try:
        file = pypdfium2.PdfDocument(data)
    except (pypdfium2.PdfiumError, ValueError) as error:
        if "password" in str(error).lower():
            raise FormatError(asked, "is locked with a password", "save it anew without one") from None
        raise FormatError(asked, "is a broken PDF", "check that it is whole, or save it anew") from None
    try:
        if len(file) > _MOST_PAGES:
            raise TooLargeError(asked, f"has {len(file):,} pages, more than the {_MOST_PAGES} that are read", "split it")
        return _pages(file, asked, settings), _facts(file)
    except pypdfium2.PdfiumError:
        raise FormatError(asked, "is a broken PDF", "save it anew") from None
    finally:
        file.close()


def _pages(file: pypdfium2.PdfDocument, asked: str, settings: Settings) -> list[list[str]]:
    pages: list[list[str]] = []
    total = 0
    for number in range(len(file)):
        textpage = file[number].get_textpage()
        words = str(textpage.get_text_bounded())
        total += len(words)
        if total > settings.max_text:
            raise TooLargeError(
                asked, f"has more than the {settings.max_text:,} characters allowed", "split it, or raise max_text"
            )
        pages.append([line.strip() for line in tidy(words).split("\n")])
    return pages


def _facts(file: pypdfium2.PdfDocument) -> dict[Field, Fact]:
    names: tuple[tuple[str, Field], ...] = (("Title", "title"), ("Author", "byline"))
    out: dict[Field, Fact] = {}
    for key, field in names:
        value = " ".join(tidy(str(file.get_metadata_value(key))).split()).strip("\0")
        if len(value) > 3 and not _IMPLAUSIBLE.search(value) and any(c.isalpha() for c in value):
            out[field] = Fact(value[:300], Provenance.PDF)
    return out


def _without_running(pages: Sequence[list[str]]) -> list[list[str]]:
    """Pages without the lines that stand at the top or bottom of several of them, page numbers aside from the number."""
    edges = Counter(key for page in pages for key in {_key(line) for line in _edges(page)} if key)
    often = {key for key, n in edges.items() if n >= 2 and 2 * n >= len(pages)} if len(pages) > 1 else set()
    return [[line for i, line in enumerate(page) if not (_at_edge(page, i) and _runs(line, often))] for page in pages]


def _runs(line: str, often: set[str]) -> bool:
    return _key(line) in often or _PAGE_NUMBER.fullmatch(line) is not None


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line).strip().casefold()


def _at_edge(page: list[str], i: int) -> bool:
    return i < _EDGE or i >= len(page) - _EDGE


def _edges(page: list[str]) -> list[str]:
    return [line for i, line in enumerate(page) if _at_edge(page, i)]


def paragraphs(lines: Sequence[str]) -> str:
    """['The may-', 'or said so.', 'Then he left.'] -> 'The mayor said so. ...': short lines end paragraphs."""
    width = max((len(line) for line in lines), default=0)
    out: list[str] = []
    open_ = False
    for line in lines:
        if not line:
            open_ = False
            continue
        if open_:
            out[-1] = _joined(out[-1], line)
        else:
            out.append(line)
        ends = line[-1] in '.!?”"’:)' and len(line) < 0.85 * width
        open_ = not ends and not (len(line) < 0.5 * width and line[-1].isalnum())
    return "\n\n".join(out)


def _joined(before: str, line: str) -> str:
    if before[-1] in _HYPHENS:
        return before[:-1] + line
    if before[-1] == "-" and len(before) > 1 and before[-2].islower() and line[0].islower():
        return before[:-1] + line
    return f"{before} {line}"


def _over_pages(text: str) -> str:
    """Joins a sentence that goes on over a page's end."""
    text = re.sub(rf"(?<=[a-z])[{_HYPHENS}-]\n\n(?=[a-z])", "", text)
    text = re.sub(r"(?<=[a-z,])\n\n(?=[a-z])", " ", text)
    return re.sub(rf"[{_HYPHENS}]\n?", "", text)
