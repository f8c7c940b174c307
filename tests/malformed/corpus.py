"""Broken inputs as they come in the wild and from the hostile, made by us: more than two hundred (name, bytes)."""

import gzip
import json
import random
import zlib
from collections.abc import Iterator

TEXT = (
    "Harbour board split over dredging\n\nThe board of Port Elmsey voted on Tuesday to go on dredging, the chairman said.\n\n"
    "“The money is gone,” said Rosa Quill, a member. “They know it is.”\n\n"
    "The Elmsey Gazette wrote:\n\nNobody asked the pilots.\n"
)
PAGE = (
    '<!doctype html><html lang="en"><head><title>Harbour board split | Elmsey Gazette</title>'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour board split"}</script></head><body>'
    "<article><h1>Harbour board split</h1>"
    + "".join(f"<p>{p}</p>" for p in TEXT.split("\n\n"))
    + "<blockquote><p>Nobody asked.</p></blockquote><ul><li>One</li></ul></article></body></html>"
)
MANY = 100_000


def corpus(largest: int = 50_000_000) -> Iterator[tuple[str, bytes]]:
    """('page-cut-17.html', b'<!doctype ht'), ...: the suffix of each name is the one to save it under."""
    yield from _empty()
    yield from _cut()
    yield from _noise()
    yield from _wrong_names()
    yield from _encodings()
    yield from _nested()
    yield from _huge(largest)
    yield from _marks()
    yield from _linked_data()
    yield from _odd_pages()
    yield from _flipped()
    yield from _said()
    yield from _tables()


def _empty() -> Iterator[tuple[str, bytes]]:
    for suffix in (".txt", ".md", ".html", ".pdf"):
        yield f"empty{suffix}", b""
        yield f"blank{suffix}", b" \n\t\r\n \n"
        yield f"mark-only{suffix}", b"\xef\xbb\xbf"
        yield f"nuls{suffix}", b"\0" * 1000


def _cut() -> Iterator[tuple[str, bytes]]:
    page, text = PAGE.encode(), TEXT.encode()
    for i in range(1, 40):
        yield f"page-cut-{i}.html", page[: len(page) * i // 40]
    for i in range(1, 12):
        yield f"text-cut-{i}.txt", text[: len(text) * i // 12 + 1]
        yield f"wide-cut-{i}.txt", TEXT.encode("utf-16")[: 21 * i]


def _noise() -> Iterator[tuple[str, bytes]]:
    rng = random.Random(2)
    for i in range(12):
        for suffix in (".txt", ".html", ".md"):
            yield f"noise-{i}{suffix}", rng.randbytes(10 ** (1 + i % 5))
    for i in range(8):
        yield f"high-noise-{i}.txt", bytes(rng.randrange(128, 256) for _ in range(2000))
        yield f"printable-noise-{i}.html", bytes(rng.randrange(32, 127) for _ in range(20_000))


def _wrong_names() -> Iterator[tuple[str, bytes]]:
    png, zipped = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, b"PK\x03\x04" + bytes(range(256)) * 40
    for suffix in (".txt", ".html", ".md", ".pdf"):
        yield f"picture{suffix}", png
        yield f"archive{suffix}", zipped
        yield f"squeezed{suffix}", gzip.compress(b"a" * 1_000_000)
        yield f"deflated{suffix}", zlib.compress(TEXT.encode() * 100)
        yield f"pdf-head-only{suffix}", b"%PDF-1.7\n"
        yield f"pdf-noise{suffix}", b"%PDF-1.7\n" + random.Random(3).randbytes(5000) + b"\n%%EOF"
    yield "text.pdf", TEXT.encode()


def _encodings() -> Iterator[tuple[str, bytes]]:
    for name in (
        "cp1252",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-8-sig",
        "mac_roman",
        "cp1250",
        "utf-7",
    ):
        yield f"in-{name}.txt", TEXT.encode(name, "replace")
        yield f"in-{name}.html", PAGE.encode(name, "replace")
    for claim in ("utf-16", "base64", "punycode", "zip", "no-such", "utf-7", "shift_jis", "idna", "unicode_escape"):
        yield f"claims-{claim}.html", PAGE.replace("<head>", f'<head><meta charset="{claim}">').encode("cp1252")
    yield "surrogates.txt", ("a\ud800b\udfff " * 500).encode("utf-8", "surrogatepass")
    yield "surrogates.html", PAGE.replace("money", "mo\ud800ney").encode("utf-8", "surrogatepass")
    yield "surrogate-references.html", PAGE.replace("money", "&#xD800;&#xDFFF;&#0;&#1114112;&#99999999999;").encode()
    yield "odd-utf-16.txt", TEXT.encode("utf-16") + b"\x00"
    yield "controls.html", PAGE.replace("money", "\x00\x01\x02\x0b\x0c\x1b").encode()


def _nested() -> Iterator[tuple[str, bytes]]:
    for tag in ("div", "blockquote", "p", "span", "table", "b", "ul><li", "q", "a", "article", "svg", "form"):
        yield f"nested-{tag.replace('><', '-')}.html", f"<html><body>{f'<{tag}>' * MANY}word".encode()
        yield f"half-nested-{tag.replace('><', '-')}.html", f"<html><body>{f'<{tag}>' * 40_000}word".encode()
    for depth in (100, 190, 300, 1000):
        yield f"deep-{depth}.html", ("<html><body>" + "<div>" * depth + f"<p>{TEXT}</p>" + "</div>" * depth).encode()
    yield "nested.md", b"> " * MANY + b"word"
    yield "nested-list.md", b"".join(b" " * i + b"- a\n" for i in range(2000))
    yield "brackets.md", b"[" * MANY
    yield "stars.md", b"*a **b " * 20_000
    yield "links.md", b"[a](" * 20_000
    yield "ticks.md", b"".join(b"`" * i + b" " for i in range(1, 1000))


def _huge(largest: int) -> Iterator[tuple[str, bytes]]:
    yield "one-line.txt", b"a" * largest
    yield "one-line-of-words.txt", b"word " * (largest // 5)
    yield "one-line.html", b"<html><p>" + b"a" * largest
    yield "one-line.md", b"word " * (largest // 5)
    yield "one-megabyte-line.txt", b"word " * 200_000
    yield "one-megabyte-word.txt", b"a" * 1_000_000
    yield "one-megabyte-line.html", b"<html><body><p>" + b"word " * 200_000
    yield "many-tags.html", b"<html><body>" + b"<p>a" * MANY
    yield "many-paragraphs.html", b"<html><body><article>" + b"<p>The mayor said no to it.</p>" * 20_000
    yield "many-comments.html", b"<html><body>" + b"<!--" * MANY
    yield "many-attributes.html", b"<html><body><p " + b"".join(b"a%d=1 " % i for i in range(20_000)) + b">word"
    yield "many-lines.txt", b"a\n" * 400_000
    yield "many-blank-lines.txt", b"\n" * 500_000 + b"a"
    yield "many-spaces.txt", b" " * 1_000_000 + b"a"
    yield "many-colons.txt", b"He said:\n\n" * 50_000


def _marks() -> Iterator[tuple[str, bytes]]:
    for i, mark in enumerate(("“", '"', "'", "‘", "«", "„", "''", "``", "”", "»")):
        yield f"unclosed-{i}.txt", f"He said: {mark}no. She {mark}left.\n\n{mark}And so\n\n".encode() * 20
        yield f"only-marks-{i}.txt", (mark * 20_000).encode()
        yield f"introduced-{i}.txt", ("He said:\n\n" + f"{mark}No.\n\n" * 200).encode()


def _linked_data() -> Iterator[tuple[str, bytes]]:
    broken = (
        "{",
        "[" * MANY,
        '{"a":' * 20_000,
        "null",
        "[]",
        '{"@type": {}}',
        '{"@type": ["NewsArticle", 3], "author": [[[]]]}',
    )
    wrong = (
        {"headline": 3, "author": 5, "datePublished": []},
        {"datePublished": "99999999"},
        {"author": {"name": {"name": []}}},
    )
    for i, text in enumerate((*broken, *(json.dumps({"@type": "NewsArticle", **w}) for w in wrong), "9" * 10_000)):
        yield (
            f"linked-data-{i}.html",
            PAGE.replace('{"@type": "NewsArticle", "headline": "Harbour board split"}', text).encode(),
        )


def _odd_pages() -> Iterator[tuple[str, bytes]]:
    bodies = (
        "",
        "<p>",
        "<html>",
        "<html><body></body></html>",
        "<html><frameset><frame></html>",
        "<script>x</script>",
        "<p>a</p>",
    )
    more = (
        "<!doctype html>",
        "<html/>",
        "<?xml version='1.0' encoding='utf-16'?><html><p>a</p></html>",
        "<![CDATA[a]]>",
        "<>",
        "</p>",
    )
    entities = ('<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><html><p>&c;</p></html>', "<p>&nosuch;&#xFFFFFFFF;</p>")
    for i, page in enumerate((*bodies, *more, *entities)):
        yield f"odd-{i}.html", page.encode()


def _flipped() -> Iterator[tuple[str, bytes]]:
    rng = random.Random(5)
    for i in range(25):
        page = bytearray(PAGE.encode())
        for _ in range(20):
            page[rng.randrange(len(page))] = rng.randrange(256)
        yield f"flipped-{i}.html", bytes(page)


def _said() -> Iterator[tuple[str, bytes]]:
    """Speech without end: what costs the reading most."""
    yield "said-no.txt", b'"No", he said. ' * 8000
    yield "said-no-lines.txt", b'"No", he said.\n\n' * 4000
    yield "many-marks.txt", b'"' * 40_000
    yield "many-pairs.txt", "“‘".encode() * 30_000
    yield "left-open.txt", "“No ".encode() * 10_000
    yield "he-said-that.txt", b"He said that " * 2000
    yield "according-to.txt", b"According to him, " * 2000 + b":\n\nNo, that is not so.\n"
    yield "turns.txt", b"VOSS: We will.\n\n" * 2000
    yield "quotations.html", b"<html><body><article>" + b"<blockquote><p>No, he said.</p></blockquote>" * 1000
    yield "said-in-marks.txt", b'"He said that "' * 20_000
    yield "said-in-single-marks.txt", b"'He said that '" * 4000
    yield "said-never-twice.txt", " ".join(f'"He said in {n} that "' for n in range(1500)).encode()
    yield "said-and-said.txt", b"Bo said: " + b'"No" ' * 8000
    yield "titles.txt", "“The Long Tide” ".encode() * 4000
    yield "more-pieces-than-letters.txt", b"x1q9z8;" * 57_000


def _tables() -> Iterator[tuple[str, bytes]]:
    yield "nested.jsonl", b"[" * MANY + b"\n" + b'{"text": ' * MANY
    yield "surrogates.jsonl", b'{"text": "The money \\ud800 is gone, he said."}\n' * 3
    yield "cut.jsonl", b'{"text": "The money is gone, he said."}\n{"text": "The mon'
    yield "wrong.jsonl", b'{"text": 3}\n[]\nnull\n{"text": null}\n{"words": "x"}\n'
    yield "one-field.csv", b'text\n"' + b"word " * 2_000_000
    yield "nuls.csv", b"text\n\0\0\0\nThe money is gone, he said.\n"
    yield "no-text.csv", b"words\nThe money is gone.\n"
    yield "noise.csv", random.Random(7).randbytes(20_000)
