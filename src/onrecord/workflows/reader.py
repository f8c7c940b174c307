"""read: bytes -> Document -> Reading, one input or many, in this process or in several."""

from collections.abc import Container, Iterable, Iterator
from functools import cached_property, lru_cache, partial
from pathlib import Path

from onrecord import sources
from onrecord.errors import InputError
from onrecord.models.attribution import AttributionModel
from onrecord.reading import DocumentReader
from onrecord.records import Document, Reading
from onrecord.running import run
from onrecord.settings import Settings

_CHARACTERS_A_PIECE = 4  # running text has more characters a word piece than this


class Reader:
    """Reader().read("article.html") -> Reading. Keeps the model loaded: make one, read many.

    Picklable settings only cross to worker processes; each worker loads the model once.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    @cached_property
    def _documents(self) -> DocumentReader:
        name = "attribution-fast" if self.settings.fast else "attribution"
        model = AttributionModel(name, batch=self.settings.batch)
        return DocumentReader(model, nested=self.settings.nested, most_pieces=self.settings.max_text // _CHARACTERS_A_PIECE)

    def read(self, what: str | Path | Document) -> Reading:
        """One path, URL, "-" or Document -> its Reading. Raises InputError; an input of several documents is an error here."""
        if isinstance(what, Document):
            return self._documents.read(what)
        found = list(sources.expand([str(what)], self.settings))
        if len(found) != 1:
            raise InputError(str(what), f"holds {len(found)} documents", "use Reader.read_all for several")
        outcome = self._one(found[0])
        if isinstance(outcome, InputError):
            raise outcome
        return outcome

    def read_text(self, text: str, origin: str = "text") -> Reading:
        """Plain text already in hand -> its Reading."""
        return self._documents.read(sources.document(text, origin))

    def read_all(self, inputs: Iterable[str], skip: Container[str] = ()) -> Iterator[Reading | InputError]:
        """Paths, folders, globs, URLs, tables -> a Reading or the error of each document, in order.

        skip: origins to leave out, as a run that is taken up again does.
        With settings.workers other than 1 the documents are read in that many processes (0: one a core).
        """
        found = (i for i in sources.expand(inputs, self.settings) if i.origin not in skip)
        if self.settings.workers == 1:
            return map(self._one, found)
        return run(partial(_in_worker, self.settings), found, self.settings.workers, failed=_lost)

    def _one(self, item: "sources.Input | InputError") -> Reading | InputError:
        if isinstance(item, InputError):
            return item
        try:
            return self._documents.read(sources.load(item, self.settings))
        except InputError as error:
            return error


@lru_cache(maxsize=1)
def _reader(settings: Settings) -> Reader:
    return Reader(settings)


def _in_worker(settings: Settings, item: "sources.Input | InputError") -> Reading | InputError:
    return _reader(settings)._one(item)


def _lost(item: "sources.Input | InputError") -> Reading | InputError:
    return InputError(item.origin, "its worker process died", "read it alone, or with fewer workers if memory ran out")


def read(what: str | Path | Document, settings: Settings | None = None) -> Reading:
    """read("article.html") -> Reading. For many documents make one Reader."""
    return Reader(settings).read(what)
