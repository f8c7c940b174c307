"""PDFs, written here by hand."""

import pytest

from onrecord.errors import NoTextError
from onrecord.settings import Settings
from onrecord.sources.facts import Origin
from onrecord.sources.pdf import paragraphs, pdf


def written(pages: list[list[str]], title: str = "") -> bytes:
    """Lines on pages -> the bytes of a PDF, one font, 14 points a line; an empty line is a gap."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) /Author (Ada Fenn) >>".encode(),
    ]
    for i, lines in enumerate(pages):
        shows = "".join(f"BT /F1 11 Tf 60 {780 - 14 * n} Td ({line}) Tj ET\n" for n, line in enumerate(lines) if line)
        box = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {6 + 2 * i} 0 R >>".encode())
        objects.append(f"<< /Length {len(shows)} >>\nstream\n{shows}endstream".encode())
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{p:010} 00000 n \n" for p in places)
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R /Info 4 0 R >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF".encode())


FIRST = [
    "ELMSEY GAZETTE",
    "Harbour board split over dredging",
    "",
    "The harbour board of Port Elmsey voted on Tuesday to go on dredging the chan-",
    "nel, although two of its members said that the money had run out in the spring.",
    "The chairman was not there.",
    "The members would not say who had told them so, and they left by a side door of",
    "1",
]
SECOND = ["ELMSEY GAZETTE", "the old hall while the others were still talking about the dredger and its crew.", "2"]


def test_lines_become_paragraphs_over_pages() -> None:
    made = pdf(written([FIRST, SECOND], "Harbour board split"), Origin("x"), Settings())
    title, first, second = (" ".join(made.text[b.start : b.end].split()) for b in made.blocks)
    assert title == "Harbour board split over dredging"
    assert first == " ".join(FIRST[3:6]).replace("chan- nel", "channel")
    assert second == f"{FIRST[6]} {SECOND[1]}"
    assert (made.title, made.byline, made.provenance["title"]) == ("Harbour board split", "Ada Fenn", "pdf")


def test_an_implausible_title_is_none() -> None:
    assert pdf(written([FIRST], "story_final.docx"), Origin("x"), Settings()).provenance["title"] == "text"


def test_pictures_only() -> None:
    with pytest.raises(NoTextError, match="OCR"):
        pdf(written([[]]), Origin("x"), Settings())


def test_hyphens() -> None:
    assert paragraphs(["The well-", "known may-", "or said so on Tuesday in the hall of the town."]).startswith(
        "The wellknown mayor said"
    )
