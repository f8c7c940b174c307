"""Documents -> a segment: their texts one after another, and for each word pair the stretches of text that hold it.

A segment's text is cut into stretches of 2**SHIFT bytes, at most 65,536 of them, so that the number of a stretch takes two
bytes. `table` says for each bucket of word pairs where its numbers begin in `posts`; within a bucket they rise.
"""

import json
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.matching.grams import PADDING, Hashes, pairs, tokens
from onrecord.records import Block, BlockKind, Document, Provenance

SHIFT = 9
SEGMENT_BYTES = 1 << (SHIFT + 16)  # of text, unless one document alone is larger
SECTIONS = ("text", "posts", "table", "ends", "keys", "facts", "facts_ends", "wide")
_CHUNK = 1 << 18  # bytes tokenised at once: what a processor's cache holds
_PAIRS_A_BUCKET = 12
_FEW_WORDS = 500_000  # below that a bucket a pair: chance meetings would outnumber the others
_FACTS = ("title", "byline", "outlet", "published", "language", "url", "fetched")
_KINDS = tuple(BlockKind)
KEY_BYTES = 16


@dataclass(slots=True)
class Draft:
    """A document on its way into a segment: text and facts as bytes, and a key that tells it from others."""

    text: bytes
    facts: bytes
    key: bytes


def draft(document: Document) -> Draft:
    return Draft(encode(document.text), _facts(document), key(document.id, document.origin))


def key(identifier: str, origin: str) -> bytes:
    """('blake2b:...', 'a.html') -> 16 bytes: the first 8 are of the id alone. Two documents with one text have two keys."""
    first, second = blake2b(encode(identifier), digest_size=8), blake2b(encode(origin), digest_size=8)
    return first.digest() + second.digest()


def encode(text: str) -> bytes:
    """As UTF-8, lone surrogates too: a text that held them must come back as it was."""
    return text.encode("utf8", "surrogatepass")


def _facts(document: Document) -> bytes:
    held: dict[str, object] = {"id": document.id, "origin": document.origin}
    held |= {name: value for name in _FACTS if (value := getattr(document, name)) is not None}
    if document.provenance:
        held["provenance"] = document.provenance
    numbers, last = array("I"), 0
    for block in document.blocks:
        numbers.extend((block.start - last, block.end - block.start))
        last = block.end
    small = array("H", numbers) if max(numbers, default=0) < 1 << 16 else numbers
    held["blocks"] = [len(document.blocks), small.typecode]
    kinds = bytes(_KINDS.index(b.kind) for b in document.blocks)
    return encode(json.dumps(held, ensure_ascii=False, separators=(",", ":"))) + b"\0" + kinds + small.tobytes()


def to_document(facts: bytes, text: str) -> Document:
    """The inverse of a draft."""
    head, _, rest = facts.partition(b"\0")
    held = json.loads(head.decode("utf8", "surrogatepass"))
    count, typecode = held.pop("blocks")
    numbers = array(typecode)
    numbers.frombytes(rest[count:])
    provenance = {name: Provenance(found) for name, found in held.pop("provenance", {}).items()}
    blocks = tuple(_blocks(rest[:count], numbers))
    return Document(text=text, blocks=blocks, provenance=provenance, **held)


class Facts(NamedTuple):
    """What is known of a document but for its text and blocks."""

    id: str
    origin: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None


def to_facts(facts: bytes) -> Facts:
    """Of a draft."""
    held = json.loads(facts[: facts.index(b"\0")].decode("utf8", "surrogatepass"))
    get = held.get
    return Facts(held["id"], held["origin"], get("title"), get("byline"), get("outlet"), get("published"))


def _blocks(kinds: bytes, numbers: Iterable[int]) -> Iterator[Block]:
    at, it = 0, iter(numbers)
    for kind, gap, length in zip(kinds, it, it, strict=True):
        yield Block(_KINDS[kind], at + gap, at + gap + length)
        at += gap + length


def sections(drafts: list[Draft]) -> dict[str, bytes]:
    """Drafts -> what a segment is made of, section by section (SECTIONS says in which order they lie)."""
    text = b"\n".join([d.text for d in drafts]) + b"\n"
    shift = max(SHIFT, (len(text) - 1 >> 16).bit_length())
    table, posts = _postings(text, shift)
    return {
        "text": text,
        "posts": posts.tobytes(),
        "table": table.tobytes(),
        "ends": _ends(len(d.text) + 1 for d in drafts),
        "keys": b"".join(d.key for d in drafts),
        "facts": b"".join(d.facts for d in drafts),
        "facts_ends": _ends(len(d.facts) for d in drafts),
        "wide": _wide(text, shift),
    }


def _ends(sizes: Iterable[int]) -> bytes:
    return np.cumsum(np.fromiter(sizes, np.uint32), dtype=np.uint32).tobytes()


def _postings(text: bytes, shift: int) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint16]]:
    words = len(text) // 6
    bits = max(6, (words // (_PAIRS_A_BUCKET if words > _FEW_WORDS else 1)).bit_length())
    keys = np.empty(len(text) // 2 + 1, np.uint64)  # a word takes two bytes at least; pages never written cost nothing
    filled = 0
    for found in _pairs(text, shift, bits):
        keys[filled : filled + len(found)] = found
        filled += len(found)
    keys = keys[:filled]
    keys.sort()
    if filled:
        keys = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
    counts = np.bincount((keys >> np.uint64(16)).view(np.int64), minlength=1 << bits)
    table = np.zeros((1 << bits) + 1, np.uint32)
    np.cumsum(counts, out=table[1:])
    return table, keys.astype(np.uint16)


def _pairs(text: bytes, shift: int, bits: int) -> Iterator[Hashes]:
    """bucket << 16 | stretch of every word pair, chunk by chunk; a chunk ends at a blank, and its last word begins the next."""
    data = np.frombuffer(text + bytes(PADDING), np.uint8)
    at, last_start, last = 0, np.empty(0, np.int64), np.empty(0, np.uint64)
    while at < len(text):
        end = _cut(text, at)
        starts, hashes = tokens(data[at : end + PADDING], end - at)
        starts += at
        starts, hashes = np.concatenate((last_start, starts)), np.concatenate((last, hashes))
        if len(hashes) > 1:
            out = pairs(hashes)
            out >>= np.uint64(64 - bits)
            out <<= np.uint64(16)
            out |= (starts[:-1] >> shift).view(np.uint64)
            yield out
        last, last_start, at = hashes[-1:], starts[-1:], end


def _cut(text: bytes, at: int) -> int:
    if at + _CHUNK >= len(text):
        return len(text)
    blank = max(text.rfind(b" ", at, at + _CHUNK), text.rfind(b"\n", at, at + _CHUNK))
    return blank if blank > at else at + _CHUNK


def _wide(text: bytes, shift: int) -> bytes:
    """How many bytes before each stretch begin no character; nothing where all of the text is ASCII."""
    if text.isascii():
        return b""
    size = 1 << shift
    out = np.zeros(-(-len(text) // size), np.uint32)
    step = max(_CHUNK, size)
    for n in range(0, len(text), step):
        part = text[n : n + step]
        rows = np.frombuffer(part.ljust(-(-len(part) // size) * size, b"\0"), np.uint8).reshape(-1, size)
        counts = np.count_nonzero(rows & 0xC0 == 0x80, axis=1)
        out[n >> shift : (n >> shift) + len(counts)] = counts
    return np.concatenate(([0], np.cumsum(out)[:-1])).astype(np.uint32).tobytes()
