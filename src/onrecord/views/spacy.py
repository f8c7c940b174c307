"""onrecord as a component of a spaCy pipeline; spaCy is imported here only, and is not needed otherwise.

    nlp = spacy.blank("en"); nlp.add_pipe("onrecord"); doc = nlp("The chairman said no.")
    -> doc.spans["sources"] [The chairman], doc.spans["cues"] [said], doc.spans["contents"] [no], doc._.attributions

Each span's id is that of its attribution. Where a boundary lies inside a token the span takes in the whole token;
the spans of doc._.attributions (code points of doc.text) are exact.
"""

from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc, Span

from onrecord.records import Attribution
from onrecord.settings import Settings
from onrecord.sources import document
from onrecord.workflows import Reader

GROUPS = {"sources": "source", "cues": "cue", "contents": "content"}


class Component:
    """Component(Settings())(doc) -> doc with its attributions. Crosses to worker processes as its settings only."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __reduce__(self) -> tuple[type["Component"], tuple[Settings]]:
        return Component, (self._settings,)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._settings)

    def __call__(self, doc: Doc) -> Doc:
        """Raises InputError on a text longer than Settings.max_text; spaCy's error handler decides what becomes of it."""
        text = _line_ends_kept(doc.text)
        doc._.attributions = self._reader.read(document(text, "doc", self._settings)).attributions if text.strip() else ()
        for group, role in GROUPS.items():
            doc.spans[group] = [s for a in doc._.attributions for s in _spans(doc, a, role)]
        return doc


def _line_ends_kept(text: str) -> str:
    """'a\\r\\nb' -> 'a \\nb': what reading plain text would mend, mended without moving a character."""
    return text.replace("\r\n", " \n").replace("\r", "\n").replace("\ufeff", " ")


def _spans(doc: Doc, attribution: Attribution, role: str) -> list[Span]:
    roles = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content}
    found = (
        doc.char_span(s.start, s.end, str(attribution.type), alignment_mode="expand", span_id=attribution.id)
        for s in roles[role]
    )
    return [span for span in found if span is not None]


def make(nlp: Language, name: str, fast: bool, nested: bool) -> Component:  # noqa: ARG001  (the signature is spaCy's)
    """The factory that nlp.add_pipe("onrecord", config={"fast": True}) calls."""
    return Component(Settings(fast=fast, nested=nested))


Doc.set_extension("attributions", default=(), force=True)
Language.factory(
    "onrecord",
    func=make,
    default_config={"fast": False, "nested": True},
    assigns=["doc.spans", "doc._.attributions"],
)
