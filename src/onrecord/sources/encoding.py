"""Bytes -> text, whatever the encoding is and whatever it is said to be."""

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN = re.compile(
    r"(utf|iso-?8859|latin|windows-?125|cp(125|437|85|86|932|949|950)|koi8|gb|big5|shift|sjis|euc|iso-2022-jp|mac|us-ascii|ascii)"
)
_TWO_BYTES = re.compile(r"(gb|big5|shift|sjis|euc|cp9)")
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_META_WITHIN = 4096
_SAMPLE = 16_384
_C1 = re.compile("[\x80-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# What English copy saved by a word processor holds beyond ASCII: … ‘’“”•–— ™ nbsp, signs, and accented letters.
_TYPOGRAPHIC = frozenset(
    (*b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb4\xb7\xbb\xbd", *range(0xC0, 0x100))
)
_FEW = 0.15
_WINDOWS = {
    "mac_cyrillic": "cp1251",
    "mac_greek": "cp1253",
    "mac_turkish": "cp1254",
    "mac_latin2": "cp1250",
    "mac_roman": "cp1252",
}


def decode(data: bytes, declared: str | None = None) -> str:
    """b'caf\\xe9\\r\\n' -> 'café\\n': never fails, holds no lone surrogates, ends its lines with \\n.

    In this order: a byte-order mark, UTF-8, the encoding declared (by HTTP or in a meta tag) if the bytes agree with it, UTF-16
    and 32 without a mark, cp1252 for Latin text, charset-normalizer's guess, cp1252 with replacement characters.
    """
    return tidy(_decoded(data, declared))


def tidy(text: str) -> str:
    """'a\\r\\nb\\rc\\ud800' -> 'a\\nb\\nc\\ufffd': line ends and stray surrogates mended."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", text).removeprefix("\ufeff")


def declared_in(data: bytes) -> str | None:
    """b'<meta charset="utf-8">' -> 'utf-8': the encoding the first bytes of a page claim."""
    found = _META.search(data, 0, _META_WITHIN)
    return found[1].decode("ascii") if found else None


def wide(data: bytes) -> str | None:
    """b'h\\0i\\0' -> 'utf-16-le': the UTF-16 or 32 that bytes without a mark are in, told by where their NULs stand."""
    head = data[: _META_WITHIN - len(data[:_META_WITHIN]) % 4]
    if len(head) < 4:
        return None
    share = [head[i::4].count(0) * 4 / len(head) for i in range(4)]
    if min(share[2:]) > 0.9 and share[0] < 0.1:
        return "utf-32-le"
    if min(share[:2]) > 0.9 and share[3] < 0.1:
        return "utf-32-be"
    even, odd = (share[0] + share[2]) / 2, (share[1] + share[3]) / 2
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else None


def marked(data: bytes) -> str | None:
    """b'\\xef\\xbb\\xbfhi' -> 'utf-8': the encoding a byte-order mark gives."""
    return next((name for mark, name in _BOMS if data.startswith(mark)), None)


def _decoded(data: bytes, declared: str | None) -> str:
    by_mark = marked(data)
    if by_mark:
        return data.decode(by_mark, "replace")
    wide_name = wide(data)
    if wide_name:
        return data.decode(wide_name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:
            return data.decode("utf-8", "ignore")  # cut off inside its last letter
    return _as_declared(data, declared) or _mostly_utf8(data) or _guessed(data)


def _as_declared(data: bytes, declared: str | None) -> str | None:
    name = (declared or "").strip().lower()
    if _TWO_BYTES.match(name) and _is_latin(data[:_SAMPLE]):
        return None  # these take any curly quotation mark and the letter after it for a character of their own
    if not _KNOWN.match(name) or name.startswith(("utf-7", "utf7")):
        return None  # Python also has codecs that are no encodings: base64, zip, punycode
    if re.match(r"(iso-?8859-?1$|latin-?1$|us-ascii$|ascii$)", name):
        name = "cp1252"  # what browsers make of them, and what writers meant
    try:
        text = data.decode(name)
    except (LookupError, ValueError):
        return None
    return None if _C1.search(text) else text


def _mostly_utf8(data: bytes) -> str | None:
    """Pages glued together from several: UTF-8 with a few strays."""
    text = data.decode("utf-8", "replace")
    strays = text.count("\ufffd")
    return text if sum(c > "\x7f" for c in text) - strays > 5 * strays else None


def _guessed(data: bytes) -> str:
    first = re.search(rb"[\x80-\xff]", data)
    at = max(0, first.start() - 256) if first else 0
    sample = data[at : at + _SAMPLE]
    if _is_latin(sample):
        return data.decode("cp1252", "replace")
    best = from_bytes(sample, chunk_size=1024).best()
    if best is not None and best.encoding not in {"utf_8", "utf_7", "ascii"}:
        # The guess cannot tell the Macintosh's code pages from those of Windows; files in these are a thousand times as many.
        return data.decode(_WINDOWS.get(best.encoding, best.encoding), "replace")
    return data.decode("cp1252", "replace")


def _is_latin(sample: bytes) -> bool:
    """Whether, read as cp1252, the bytes are English or French and the like: typographic marks, and few accents a letter."""
    high = [b for b in sample if b > 0x7F]
    plain = sum(b < 0x80 and chr(b).isalpha() for b in sample)
    return _TYPOGRAPHIC.issuperset(high) and sum(b >= 0xC0 for b in high) < _FEW * plain
