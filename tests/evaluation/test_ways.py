"""Ways of newspapers: the sections of the file, and that a wrong chain is told from a right one."""

from pathlib import Path

from evaluation.ways import _has_chain, sections
from onrecord.records import Attribution, AttributionType, Document, Reading, Source, SourceKind, Span


def _reading(*names: str) -> Reading:
    text = "Ida Vell told the Halden Post no."
    who = tuple(Source(f"s{n}", name, SourceKind.PERSON, named=True, basis=None, mentions=()) for n, name in enumerate(names))
    span = (Span(0, 8),)
    said = Attribution("a1", AttributionType.INDIRECT, span, span, span, None, 0.9, "s0", tuple(s.id for s in who))
    return Reading(Document("x", "x", text, ()), (said,), (), who)


def test_sections(tmp_path: Path) -> None:
    path = tmp_path / "ways.txt"
    path.write_text("# media\nA told B. | A < B\n\n# trades\nBaker\nLord\n", "utf8")
    assert sections(path) == {"media": ["A told B. | A < B"], "trades": ["Baker", "Lord"]}


def test_a_chain_has_all_its_links_and_no_more() -> None:
    assert _has_chain(_reading("Ida Vell", "the Halden Post"), "Ida Vell < Halden Post")
    assert not _has_chain(_reading("Ida Vell"), "Ida Vell < Halden Post")
    assert not _has_chain(_reading("Ida Vell", "the Halden Post", "Radio Pell"), "Ida Vell < Halden Post")
    assert not _has_chain(_reading("the Halden Post", "Ida Vell"), "Ida Vell < Halden Post")
