"""check: an article x documents -> a finding for each of its quotations, and what could not be checked."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import takewhile
from pathlib import Path
from typing import TypeAlias

from onrecord import sources
from onrecord.errors import InputError, NoTextError
from onrecord.matching import Index, check_quotation
from onrecord.matching.index import is_index
from onrecord.reading.credited import Credited, credited
from onrecord.records import Block, BlockKind, Check, Document, Finding, Quoted, Reading
from onrecord.records.document import identify
from onrecord.running import run
from onrecord.settings import MEGABYTE, Settings
from onrecord.text.names import description, has_name
from onrecord.workflows.reader import Reader

Found: TypeAlias = Document | InputError
Held: TypeAlias = "str | Path | Document | Index"

PASSAGE = "passage"
"""The origin of a document that is nothing but the words given."""
_LARGEST = 64 * MEGABYTE  # code points of a document that is searched, not read: only the words around a place are
_KEPT = 256  # readings of surroundings kept: an article's quotations often come from the same few documents
_HEAD, _LINE = 600, 120  # code points of a document's head, and of a line of it
_BEFORE, _AFTER = 6_000, 1_500  # code points around a place that tell who speaks there


def documents(inputs: Iterable[str], settings: Settings | None = None) -> Iterator[Found]:
    """['press/', 'speech.pdf'] -> each Document to search, or the error of an input that is none, in order."""
    wanted = replace(settings or Settings(), max_text=_LARGEST)
    items = sources.expand(inputs, wanted)
    if wanted.workers == 1:
        return map(partial(_load, wanted), items)
    return run(partial(_load, wanted), items, wanted.workers, failed=_lost)


def _load(settings: Settings, item: "sources.Input | InputError") -> Found:
    if isinstance(item, InputError):
        return item
    try:
        return sources.load(item, settings)
    except InputError as error:
        return error


def _lost(item: "sources.Input | InputError") -> Found:
    return InputError(item.origin, "its worker process died", "give it alone, or fewer workers if memory ran out")


def _only_documents(found: Iterable[Found]) -> Iterator[Document]:
    for one in found:
        if isinstance(one, InputError):
            raise one
        yield one


def hold(
    against: Iterable[Held],
    settings: Settings | None = None,
    take: Callable[[Iterable[Found]], Iterable[Document]] = _only_documents,
) -> tuple[Index, ...]:
    """['press.idx', 'speech.pdf'] -> the kept index, and one in memory of the other documents.

    take: what becomes of inputs that cannot be read; by default the first is raised. Raises NoTextError where nothing is held.
    """
    given = list(against)
    kept = tuple(index for one in given if (index := _kept(one)) is not None)
    loose = [one for one in given if not isinstance(one, Index) and (isinstance(one, Document) or not is_index(one))]
    indexes = (*kept, Index.build(take(_found(loose, settings)))) if loose else kept
    held = tuple(index for index in indexes if len(index))
    if not held:
        named = ", ".join(str(one) for one in loose[:3] if not isinstance(one, Document)) or "against"
        raise NoTextError(named, "there is no document to check against", "name files, folders, URLs or an index")
    return held


def _kept(one: Held) -> Index | None:
    if isinstance(one, Index):
        return one
    return Index.open(one) if not isinstance(one, Document) and is_index(one) else None


def _found(loose: Iterable["str | Path | Document"], settings: Settings | None) -> Iterator[Found]:
    named: list[str] = []
    for one in loose:
        if isinstance(one, Document):
            yield one
        else:
            named.append(str(one))
    yield from documents(named, settings)


class Checker:
    """Checker(hold(["press/"])).check("article.html") -> Check. Keeps model and indexes: make one, check many."""

    def __init__(self, indexes: Sequence[Index], reader: Reader | None = None) -> None:
        self._indexes, self._reader = tuple(indexes), reader or Reader()
        self._read: dict[tuple[str, int, int], Reading] = {}
        self._has_turn = lru_cache(maxsize=1024)(_has_turn)
        self._head = lru_cache(maxsize=1024)(_head)

    @property
    def documents(self) -> int:
        """How many documents are searched."""
        return sum(map(len, self._indexes))

    def check(self, article: str | Path | Document) -> Check:
        """One path, URL, "-" or Document -> what became of its quotations. Raises InputError."""
        return self.of(self._reader.read(article))

    def check_all(self, articles: Iterable[str]) -> Iterator[Check | InputError]:
        """Paths, folders, URLs, tables -> a Check or the error of each article, in order."""
        for reading in self._reader.read_all(articles):
            yield reading if isinstance(reading, InputError) else self.of(reading)

    def of(self, reading: Reading) -> Check:
        """A reading of an article -> what became of its quotations."""
        quoted = credited(reading)
        findings = tuple(self.quotation(c) for c in quoted)
        missing = dict.fromkeys(c.stands_for or c.quoted.speaker or "" for c in quoted if not self.holds(c))
        return Check(reading.document, findings, tuple(missing), self.documents)

    def find(self, words: str) -> Check:
        """A passage in hand -> what became of it, as if an article said nothing else."""
        passage = Document(identify(words), PASSAGE, words, (Block(BlockKind.PARAGRAPH, 0, len(words)),))
        quoted = Credited(Quoted(0, len(words), words), (), None, ("", ""), "")
        return Check(passage, (self.quotation(quoted),), (), self.documents)

    def holds(self, c: Credited) -> bool:
        """Whether a document is by, from or about whom the article credits: by name, or as he is described.

        Where nobody is credited nothing is known to be missing.
        """
        called = {called for n in c.names for called in (n.full, n.last)} or {description(c.quoted.speaker or "")} - {""}
        return not called or any(index.holds(name) for index in self._indexes for name in called)

    def quotation(self, credited: Credited) -> Finding:
        """One quotation -> its finding; of several indexes the one whose words differ least tells."""
        findings = [self._in(index, credited) for index in self._indexes]
        return replace(min(findings, key=_distance), documents=self.documents)

    def _in(self, index: Index, c: Credited) -> Finding:
        return check_quotation(
            c.quoted,
            index,
            held=self.holds(c),
            named=partial(self._is_named, index, c) if c.is_named else None,
            reading=partial(self._reading, index, c),
            around=c.around,
            chain=c.chain,
        )

    def _reading(self, index: Index, c: Credited, document: Document) -> Reading:
        """Who says what around the places in a document where the words of a quotation stand; the rest is not read."""
        places = [p for p in index.find(c.quoted.words) if p.document == document.id]
        near = tuple(b for b in document.blocks if any(p.start - _BEFORE < b.end and b.start < p.end + _AFTER for p in places))
        return self._near(document, near or document.blocks[:1])

    def _is_named(self, index: Index, c: Credited, facts: Document) -> bool:
        """Whether a document is the source that the article names: by it, from it, titled so, or with a turn of its own.

        An outlet that the paragraph names ("Ms Vell told the Courier") is a source named as well.
        """
        if facts.outlet and has_name(c.paragraph, facts.outlet.removeprefix("The ")):
            return True
        known = self._told_of(index, facts)
        if any(has_name(known, n.full) or has_name(known, n.last) for n in c.names):
            return True
        return any(self._has_turn(index, facts.id, n.last) for n in c.names)

    def _told_of(self, index: Index, facts: Document) -> str:
        """What a document says of whose it is: title, author, outlet, the lines above its text."""
        head = self._head(index, facts.id)
        return "\n".join(filter(None, (facts.title, facts.byline, facts.outlet, head)))

    def _near(self, document: Document, blocks: tuple[Block, ...]) -> Reading:
        key = document.id, blocks[0].start, blocks[-1].end
        if key not in self._read:
            if len(self._read) >= _KEPT:
                self._read.pop(next(iter(self._read)))
            self._read[key] = replace(self._reader.read(replace(document, blocks=blocks)), document=document)
        return self._read[key]


def _distance(finding: Finding) -> tuple[bool, int]:
    """Found before not found; the least changed first."""
    return not finding.places, 0 if finding.severity is None else finding.severity


def _head(index: Index, document: str) -> str:
    """The short lines that a document begins with: '...\\nBy Tilda Rask\\nThe Harbour Post, 12 October 2024\\n\\n'."""
    text = index.document(document).text
    lines = text[:_HEAD].strip().split("\n")
    return "\n".join(takewhile(lambda line: len(line) < _LINE, lines))


def _has_turn(index: Index, document: str, name: str) -> bool:
    """'VELL: We closed it.' -> whether the document has a turn of Vell's, as transcripts and interviews set them."""
    turn = rf"^(?:[\w.’' -]{{0,30}}\W)?{re.escape(name)}(?: \([^)\n]*\))?:"
    return re.search(turn, index.document(document).text, re.IGNORECASE | re.MULTILINE) is not None


def check(article: str | Path | Document, against: "Held | Iterable[Held]", settings: Settings | None = None) -> Check:
    """check("article.html", against="press/") -> Check. For many articles make one Checker. Raises InputError."""
    given = [against] if isinstance(against, str | Path | Document | Index) else against
    return Checker(hold(given, settings), Reader(settings)).check(article)
