"""A page's text -> its tree, within bounds that keep hostile pages from hanging the reader."""

import re
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]
from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

from onrecord.errors import FormatError, NoTextError, TooLargeError

Element: TypeAlias = Any  # an lxml element: lxml has no types of its own
# trafilatura takes no-break spaces for spaces; while it works they are a letter of the private use area.
NBSP, STAND_IN = "\xa0", "\uf8a0"
_NBSP_WRITTEN = re.compile(r"\xa0|&nbsp;|&#0*160;|&#x0*a0;", re.IGNORECASE)
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_MOST_TAGS = 100_000
_LONGEST = 8_000_000
_DEEPEST = 200
_TAG = re.compile(r"<[a-zA-Z]")


def parse(text: str, asked: str) -> Element:
    """'<p>The mayor said so.' -> its tree. Raises TooLargeError and FormatError on what would take too long."""
    if len(text) > _LONGEST or text.count("<") > 4 * _MOST_TAGS or sum(1 for _ in _TAG.finditer(text)) > _MOST_TAGS:
        raise TooLargeError(asked, "the page has more markup than an article can need", "save its article alone")
    safe = _UNSAFE.sub("", _NBSP_WRITTEN.sub(STAND_IN, text))
    parser = HTMLParser(remove_comments=True, remove_pis=True, collect_ids=False, encoding="utf-8")
    try:
        tree = document_fromstring(safe.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise NoTextError(asked, "the page has no text", "give a page with an article") from None
    if _too_deep(tree):
        raise FormatError(asked, f"its markup is nested more than {_DEEPEST} deep", "save its article alone")
    _write_marks(tree)
    _keep_signatures(tree)
    return tree


def letters(text: str) -> str:
    """'The bridge, sold!' -> 'thebridgesold': what two renderings of the same words share."""
    return _NOT_LETTERS.sub("", text.replace(STAND_IN, " ")).casefold()


def _too_deep(tree: Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _keep_signatures(tree: Element) -> None:
    """<blockquote><p>No.</p><footer>— Ida Vell</footer></blockquote>: the name under a quotation is a paragraph of it."""
    for quotation in tree.iter("blockquote"):
        for child in quotation:
            before = child.getprevious()
            if child.tag == "footer" or (child.tag == "cite" and before is not None and before.tag in {"p", "div", "br"}):
                child.tag = "p"


def _write_marks(tree: Element) -> None:
    """<q>no</q> -> “no”: a browser shows the marks, and the text is read as shown."""
    for q in tree.iter("q"):
        q.text = "“" + (q.text or "")
        if len(q):
            q[-1].tail = (q[-1].tail or "") + "”"
        else:
            q.text += "”"
    etree.strip_tags(tree, "q")
