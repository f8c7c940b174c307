"""Documents -> a segment: their texts one after another, and for each word pair the stretches of text that hold it.

A segment's text is cut into stretches of 2**SHIFT bytes, at most 65,536 of them, so that the number of a stretch takes two
bytes. `table` says for each bucket of word pairs where its numbers begin in `posts`; within a bucket they rise.
"""

import json
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.matching.compiled import kernel
from onrecord.matching.grams import PADDING, Hashes, pairs, tokens
from onrecord.records import Block, BlockKind, Document, Provenance

SHIFT = 9
SEGMENT_BYTES = 1 << (SHIFT + 16)  # of text, unless one document alone is larger
SECTIONS = ("text", "posts", "table", "ends", "keys", "facts", "facts_ends", "wide")
_CHUNK = 1 << 18  # bytes tokenised at once: what a processor's cache holds
_PIECE = 1 << 16  # keys counted at once, likewise
_LARGEST_BLOCK = (1 << 25) - (1 << 13)  # that glibc learns from
_CONTINUING = -64  # signed bytes below begin no character
_PAIRS_A_BUCKET = 12
_FEW_WORDS = 500_000  # below that a bucket a pair: chance meetings would outnumber the others
_FACTS = ("title", "byline", "outlet", "published", "language", "url", "fetched")
_values = attrgetter(*_FACTS)
_KINDS = tuple(BlockKind)
_KIND_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted = json.encoder.encode_basestring  # a string as JSON; an encoder made anew for every document costs four times the time
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
    head = f'{{"id":{_quoted(document.id)},"origin":{_quoted(document.origin)}'
    for name, value in zip(_FACTS, _values(document), strict=True):
        if value is not None:
            head += f',"{name}":{_quoted(value)}'
    if document.provenance:
        head += f',"provenance":{_json(document.provenance)}'
    numbers, last = list[int](), 0
    for block in document.blocks:
        numbers += block.start - last, block.end - block.start
        last = block.end
    packed = array("H" if max(numbers, default=0) < 1 << 16 else "I", numbers)
    kinds = bytes([_KIND_NUMBERS[b.kind] for b in document.blocks])
    return encode(f'{head},"blocks":[{len(kinds)},"{packed.typecode}"]}}') + b"\0" + kinds + packed.tobytes()


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


class Scratch:
    """Memory that segment after segment is sorted in: new memory costs as much as the sorting."""

    def __init__(self) -> None:
        self._numbers: Hashes = np.empty(0, np.uint64)
        np.empty(_LARGEST_BLOCK, np.uint8)  # never written to, at once let go: from then on glibc keeps what is smaller
        # instead of giving it back after every chunk (mallopt(3), M_MMAP_THRESHOLD, dynamic)

    def numbers(self, count: int) -> Hashes:
        """Room for so many; what was in it is gone."""
        if len(self._numbers) < count:
            self._numbers = np.empty(count, np.uint64)  # pages never written cost nothing
        return self._numbers


def sections(drafts: list[Draft], scratch: Scratch) -> dict[str, bytes | memoryview]:
    """Drafts -> what a segment is made of, section by section (SECTIONS says in which order they lie)."""
    padded = b"\n".join([*(d.text for d in drafts), bytes(PADDING)])
    length = len(padded) - PADDING
    shift = max(SHIFT, (length - 1 >> 16).bit_length())
    table, posts = _postings(padded, length, shift, scratch)
    return {
        "text": memoryview(padded)[:length],
        "posts": posts.data.cast("B"),
        "table": table.data.cast("B"),
        "ends": _ends(len(d.text) + 1 for d in drafts),
        "keys": b"".join([d.key for d in drafts]),
        "facts": b"".join([d.facts for d in drafts]),
        "facts_ends": _ends(len(d.facts) for d in drafts),
        "wide": _wide(padded, length, shift),
    }


def _ends(sizes: Iterable[int]) -> bytes:
    return np.cumsum(np.fromiter(sizes, np.uint32), dtype=np.uint32).tobytes()


def _postings(
    padded: bytes, length: int, shift: int, scratch: Scratch
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint16]]:
    """A segment's text with PADDING behind it -> table and posts."""
    words = length // 6
    bits = max(6, (words // (_PAIRS_A_BUCKET if words > _FEW_WORDS else 1)).bit_length())
    room = scratch.numbers(length // 2 + 1)  # a word takes two bytes at least
    keys = room[: _keys(padded, length, shift, bits, room)]
    keys.sort()
    return _gathered(keys, bits)


def _keys(padded: bytes, length: int, shift: int, bits: int, out: Hashes) -> int:
    """Fills out with bucket << 16 | stretch of every word pair -> how many."""
    if kernel:
        return kernel.keys(padded, length, shift, bits, out)
    filled = 0
    for found in _pairs(padded, length, shift, bits):
        out[filled : filled + len(found)] = found
        filled += len(found)
    return filled


def _gathered(keys: Hashes, bits: int) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint16]]:
    """bucket << 16 | stretch, sorted -> table and posts."""
    table, posts = np.zeros((1 << bits) + 1, np.uint32), np.empty(len(keys), np.uint16)
    filled = kernel.posted(keys, table, posts) if kernel else _counted(keys, table, posts)
    return table, posts[:filled]


def _counted(keys: Hashes, table: npt.NDArray[np.uint32], posts: npt.NDArray[np.uint16]) -> int:
    """A piece at a time, since new memory costs more than the counting."""
    filled = 0
    fresh = np.empty(_PIECE, np.bool_)
    before = ~keys[:1]  # unlike the first
    for at in range(0, len(keys), _PIECE):
        piece = keys[at : at + _PIECE]
        new = fresh[: len(piece)]
        np.not_equal(piece[:1], before, out=new[:1])
        np.not_equal(piece[1:], piece[:-1], out=new[1:])
        before = piece[-1:]
        kept = piece[new]
        posts[filled : filled + len(kept)] = kept  # the lower 16 bits
        filled += len(kept)
        if len(kept):
            kept >>= np.uint64(16)
            first = int(kept[0])
            counts = np.bincount(kept.view(np.int64) - first)
            table[first + 1 : first + 1 + len(counts)] += counts.astype(np.uint32)
    np.cumsum(table, dtype=np.uint32, out=table)
    return filled


def _pairs(padded: bytes, length: int, shift: int, bits: int) -> Iterator[Hashes]:
    """bucket << 16 | stretch of every word pair, chunk by chunk; a chunk ends at a blank, and its last word begins the next."""
    data = np.frombuffer(padded, np.uint8)
    at, last_start, last = 0, np.empty(0, np.int64), np.empty(0, np.uint64)
    while at < length:
        end = _cut(padded, at, length)
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


def _cut(text: bytes, at: int, length: int) -> int:
    if at + _CHUNK >= length:
        return length
    blank = max(text.rfind(b" ", at, at + _CHUNK), text.rfind(b"\n", at, at + _CHUNK))
    return blank if blank > at else at + _CHUNK


def _wide(padded: bytes, length: int, shift: int) -> bytes:
    """How many bytes before each stretch begin no character; nothing where all of the text is ASCII."""
    if padded.isascii():
        return b""
    data = np.frombuffer(padded, np.int8, length)
    out = np.zeros(-(-length >> shift) + 1, np.int64)  # of each stretch in the place of the next
    step = max(_CHUNK, 1 << shift)
    for n in range(0, length, step):
        counts = np.bincount(np.flatnonzero(data[n : n + step] < _CONTINUING) >> shift)
        out[(n >> shift) + 1 : (n >> shift) + 1 + len(counts)] = counts
    return np.cumsum(out)[:-1].astype(np.uint32).tobytes()
