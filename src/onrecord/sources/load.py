"""An input -> the Document in it: which kind of bytes these are, and who reads them."""

import os
import re
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from onrecord.errors import FormatError, NoTextError, NotFoundError, TooLargeError
from onrecord.records import Document
from onrecord.settings import Settings
from onrecord.sources.encoding import declared_in, decode, marked, tidy, wide
from onrecord.sources.facts import Facts, Origin
from onrecord.sources.fetch import fetch
from onrecord.sources.html import html
from onrecord.sources.inputs import Input
from onrecord.sources.markdown import markdown
from onrecord.sources.pdf import pdf
from onrecord.sources.plain import plain


class Kind(StrEnum):
    """What a stretch of bytes is."""

    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "markdown"
    PLAIN = "plain text"


_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a zip archive or an office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"RIFF", "a sound, film or image file"),
    (b"\x7fELF", "a program"),
    (b"OggS", "a sound or film file"),
    (b"ID3", "a sound file"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF file"),
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HEADED = re.compile(rb"(?:\xef\xbb\xbf)?\s*# \S[^\n]*\n")  # pasted Markdown: its title
_HEAD = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TOO_MUCH_CONTROL = 0.02


def document(text: str, origin: str = "text", settings: Settings | None = None, facts: Facts | None = None) -> Document:
    """'The mayor said so.' -> Document: plain text in hand. facts: what is known of it, over what the text says itself."""
    return plain(tidy(text), Origin(origin), settings or Settings(), facts)


def load(source: Input, settings: Settings) -> Document:
    """Input('a.html', path='a.html') -> Document. Raises an InputError that says what is wrong with it."""
    if source.text is not None:
        return document(source.text, source.origin, settings, dict(source.facts))
    if source.url is not None:
        page = fetch(source.url, settings)
        origin = Origin(source.origin, page.url, page.fetched)
        return read(page.data, _suffix(page.kind, page.url), page.charset, origin, settings)
    if source.data is not None:
        return read(source.data, Path(source.origin).suffix.lower(), None, Origin(source.origin), settings)
    path = source.path or source.origin
    return read(_bytes(path, source.origin, settings), Path(path).suffix.lower(), None, Origin(source.origin), settings)


def _suffix(content_type: str, url: str) -> str:
    named = {
        "text/html": ".html",
        "application/xhtml+xml": ".html",
        "application/pdf": ".pdf",
        "text/markdown": ".md",
        "text/plain": ".txt",
    }
    return named.get(content_type) or Path(urlsplit(url).path).suffix.lower()


def _bytes(path: str, origin: str, settings: Settings) -> bytes:
    try:
        with Path(path).open("rb") as file:
            if os.fstat(file.fileno()).st_size <= settings.max_bytes:
                data = file.read(settings.max_bytes + 1)
                if len(data) <= settings.max_bytes:
                    return data
    except FileNotFoundError:
        raise NotFoundError(origin, "there is no such file", "check the name") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise NotFoundError(origin, f"cannot be read ({why})", "check the file and your rights to it") from None
    raise TooLargeError(origin, f"is larger than the {settings.max_bytes:,} bytes allowed", "split it, or raise max_bytes")


def read(data: bytes, suffix: str, charset: str | None, origin: Origin, settings: Settings) -> Document:
    """(b'<p>The mayor said so.', ".html", None, ...) -> Document. suffix and charset are hints; the bytes overrule them."""
    if len(data) > settings.max_bytes:
        raise TooLargeError(origin.asked, f"is larger than the {settings.max_bytes:,} bytes allowed", "raise max_bytes")
    if not data.strip(b"\0 \t\r\n"):
        raise NoTextError(origin.asked, "is empty", "give a file with an article")
    kind = sniff(data, suffix, origin.asked)
    if kind is Kind.PDF:
        return pdf(data, origin, settings)
    text = decode(data, charset or (declared_in(data) if kind is Kind.HTML else None))
    reader = {Kind.HTML: html, Kind.MARKDOWN: markdown, Kind.PLAIN: plain}[kind]
    return reader(text, origin, settings)


def sniff(data: bytes, suffix: str, origin: str) -> Kind:
    """(b'%PDF-1.7', '.txt') -> Kind.PDF: the bytes decide, then the suffix. Raises FormatError on what holds no text."""
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if suffix == ".pdf":
        raise FormatError(origin, "is named a PDF, but its bytes are not of one", "check that the file is whole")
    encoding = marked(data) or wide(data)
    _refuse_binary(data, encoding, origin)
    head = data[:_HEAD].decode(encoding, "replace").encode("utf-8", "replace") if encoding else data[:_HEAD]
    if _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")) or suffix in {".html", ".htm", ".xhtml"}:
        return Kind.HTML
    marked_down = suffix in {".md", ".markdown"} or (not suffix and _HEADED.match(head))
    return Kind.MARKDOWN if marked_down else Kind.PLAIN


def _refuse_binary(data: bytes, encoding: str | None, origin: str) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise FormatError(origin, f"is {what}, which is not read", "give text, HTML, Markdown or PDF")
    head = data[:_HEAD]
    if encoding in {None, "utf-8"} and len(_CONTROL.findall(head)) > _TOO_MUCH_CONTROL * len(head):
        raise FormatError(origin, "its bytes are no text", "give text, HTML, Markdown or PDF")
