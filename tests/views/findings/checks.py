"""A check made by hand, with one finding of every kind that looks different."""

from onrecord.records import (
    AttributionType,
    Block,
    BlockKind,
    Check,
    Document,
    Edit,
    Finding,
    Label,
    Place,
    Quoted,
    Span,
    worst,
)
from onrecord.records.document import identify

TEXT = (
    "Minister sells harbour\n"
    "“We will close the harbour,” Ida Vell told the dockers on Monday.\n"
    "She said the fund of 40 million was “badly run”, and that “the pier … and the lighthouse stay”.\n"
    "“Nobody asked me. I would rather be a gardener,” Ms Vell added.\n"
    "“The harbour is a museum,” she said. “Every boat will be inspected before it sails again.”\n"
    "“We shall wait,” said Ottoline Brask. Tomas Brandt had “no comment”."
)
STATEMENT = (
    "We will not close the harbour. It would be foolish. Perhaps the fund was badly run. "
    "The pier, the crane and the lighthouse stay. Every boat will be inspected before it sails again."
)
PANEL = "VELL: Nobody asked me. The county decided.\nPARENT: And now?\nVELL: In May I would rather be a gardener."
DOCUMENTS = 30


def example(origin: str = "news/harbour.html") -> Check:
    """TEXT against STATEMENT and PANEL."""
    lines = [(TEXT.index(line), TEXT.index(line) + len(line)) for line in TEXT.split("\n")]
    blocks = tuple(Block(BlockKind.PARAGRAPH if n else BlockKind.TITLE, a, b) for n, (a, b) in enumerate(lines))
    document = Document(
        identify(TEXT),
        origin,
        TEXT,
        blocks,
        title="Minister sells harbour",
        outlet="The Halden Mercury",
        published="2025-03-14",
    )
    return Check(document, tuple(_findings()), ("Ottoline Brask",), DOCUMENTS)


def _findings() -> list[Finding]:
    gardener = _quoted("Nobody asked me. I would rather be a gardener,", "Ms Vell")
    return [
        _finding(
            _quoted("We will close the harbour,", "Ida Vell"),
            (_edit(Label.POLARITY_CHANGED, 4, "We will| close", "will |not |close", "“not” is missing"),),
            _place("We will not close the harbour"),
        ),
        _finding(
            _quoted("badly run", "She"),
            (_edit(Label.TRUNCATED_EDGE, 3, "“|badly", "|Perhaps| the fund", "“Perhaps” stands before it"),),
            _place("badly run"),
        ),
        _finding(
            _quoted("the pier … and the lighthouse stay", "She"),
            (_edit(Label.TRIMMED_MARKED, 1, "pier |…| and", "pier|, the crane| and", "“the crane” is left out"),),
            _place("The pier, the crane and the lighthouse stay"),
        ),
        _finding(
            gardener,
            (Edit(Label.SPLICED, 3, gardener.start, gardener.end, 6, 22, "two answers stand in one pair of marks"),),
            _place("Nobody asked me", PANEL),
            _place("I would rather be a gardener", PANEL),
        ),
        _finding(
            _quoted("The harbour is a museum,", "she"),
            (Edit(Label.NOT_FOUND, 3, 0, 0, 0, 0, ""),),
        ),
        _finding(
            _quoted("Every boat will be inspected before it sails again.", "she"),
            (),
            _place("Every boat will be inspected before it sails again"),
            others=(_place("harbour", origin="https://example.org/a?b=1&c=<2>"),),
        ),
        Finding(_quoted("We shall wait,", "Ottoline Brask"), Label.UNVERIFIABLE, None, (), (), (), DOCUMENTS),
        Finding(_quoted("no comment", "Tomas Brandt"), Label.TOO_COMMON, None, (), (), (), DOCUMENTS),
    ]


def _finding(quotation: Quoted, edits: tuple[Edit, ...], *places: Place, others: tuple[Place, ...] = ()) -> Finding:
    verdict, severity = worst(edits)
    kept = edits if verdict is not Label.NOT_FOUND else ()
    return Finding(quotation, verdict, severity, kept, places, others, DOCUMENTS)


def _quoted(words: str, speaker: str) -> Quoted:
    start = TEXT.index(words)
    return Quoted(start, start + len(words), words, AttributionType.DIRECT, "a1", speaker)


def _edit(label: Label, severity: int, there: str, source: str, note: str) -> Edit:
    """A stretch on either side, between bars, with the words around it; one bar is a point."""
    return Edit(label, severity, *_at(TEXT, there), *_at(STATEMENT, source), note)


def _at(text: str, written: str) -> tuple[int, int]:
    before, _, rest = written.partition("|")
    inside, bar, after = rest.partition("|")
    inside, after = (inside, after) if bar else ("", rest)
    start = text.index(before + inside + after) + len(before)
    return start, start + len(inside)


def _place(words: str, text: str = STATEMENT, origin: str = "statement.txt") -> Place:
    start = text.index(words)
    end = start + len(words)
    return Place(
        document=identify(text),
        origin=origin,
        start=start,
        end=end,
        pieces=(Span(start, end),),
        words=words,
        before=" ".join(text[max(0, start - 60) : start].split()),
        after=" ".join(text[end : end + 60].split()),
        title="Statement on the harbour",
        speaker="Ida Vell" if text is PANEL else None,
    )
