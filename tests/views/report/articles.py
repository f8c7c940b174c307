"""Readings made by hand, of articles we wrote about invented people, places and outlets."""

from onrecord.records import Attribution, AttributionType, Block, BlockKind, Document, Mark, MarkType, Provenance, Reading, Span
from onrecord.records.document import identify

DIRECT, INDIRECT, MIXED, BLOCK = AttributionType

_BLOCKS = [
    (BlockKind.TITLE, "Sluice at Marrow Ford “will hold”, says engineer, as a report warns it may not"),
    (
        BlockKind.PARAGRAPH,
        (
            "The sluice at Marrow Ford will hold through the winter, the county’s chief engineer said on Tuesday, a "
            "day after a leaked report warned that two of its nine gates could fail in a flood."
        ),
    ),
    (
        BlockKind.PARAGRAPH,
        (
            "“I have stood under every one of those gates,” said Ilse Tarrow, who has run the works since 2019. “They "
            "are old, and so am I, but neither of us is about to fall over.”"
        ),
    ),
    (
        BlockKind.PARAGRAPH,
        (
            "The report, seen by this newspaper, tells another story. It was commissioned in June and never published."
            " Its cover carries the stamp of the Fenland Assize and the words “The Nine Gates”, the name by which the "
            "study is known at the county hall."
        ),
    ),
    (
        BlockKind.PARAGRAPH,
        (
            "The Quay Courier reported on Saturday that the harbour master had told councillors that divers “saw "
            "daylight” through the fourth gate. He added that nobody had asked the divers to write it down."
        ),
    ),
    (BlockKind.HEADING, "A letter from the ferry company"),
    (BlockKind.PARAGRAPH, "On Monday evening the Oxbow Ferry Company sent its passengers a letter. It reads:"),
    (
        BlockKind.QUOTATION,
        (
            "We will run the Thursday boats as usual. Our master believes the lower channel is safe at half tide, and "
            "the county has assured us that the gates will be opened by hand if the motors fail."
        ),
    ),
    (BlockKind.QUOTATION, "Passengers who would rather travel by road may have their money back."),
    (
        BlockKind.PARAGRAPH,
        (
            "Not everyone is calmed. It is feared that the so-called “hand crew” consists of two pensioners, one of "
            "them Bram “Lantern” Oake, 81. “If the siren goes, I’ll be there,” Oake said, and he promised to bring “a "
            "big spanner and a small dog”."
        ),
    ),
    (
        BlockKind.LIST,
        "Gates 1 to 3: repaired in 2022\nGates 4 and 5: leaking, according to the report\nGates 6 to 9: not inspected",
    ),
    (BlockKind.CAPTION, "The sluice at low water. The county says the stain on gate four is paint."),
    (
        BlockKind.PARAGRAPH,
        (
            "The county council did not answer questions about the report. A vote on new gates, put off twice since "
            "spring, is due in the second week of January."
        ),
    ),
]


def sluice() -> Reading:
    """Three levels deep, a split quotation, a block quotation over two blocks, two titles and scare quotes, no source twice."""
    text = "\n\n".join(words for _, words in _BLOCKS)
    document = Document(
        id=identify(text),
        origin="https://tidewater-ledger.example/2031/11/sluice",
        text=text,
        blocks=tuple(_blocks(text, _BLOCKS)),
        title="Sluice at Marrow Ford “will hold”, says engineer",
        byline="By Ines Corvo",
        outlet="The Tidewater Ledger",
        published="2031-11-19",
        language="en",
        url="https://tidewater-ledger.example/2031/11/sluice",
        fetched="2031-11-20T08:12:00Z",
        provenance={
            "title": Provenance.MARKUP,
            "byline": Provenance.MARKUP,
            "outlet": Provenance.META,
            "published": Provenance.JSON_LD,
        },
    )

    def at(*words: str, after: str = "") -> tuple[Span, ...]:
        return tuple(_at(text, w, after) for w in words)

    told = "that divers “saw daylight” through the fourth gate"
    letter = (_at(text, _BLOCKS[7][1]), _at(text, _BLOCKS[8][1]))
    attributions = (
        Attribution("a0", MIXED, at("engineer"), at("says"), at("Sluice at Marrow Ford “will hold”"), None, 0.91),
        Attribution("a1", MIXED, at("a report"), at("warns"), at("it may not"), None, 0.66),
        Attribution(
            "a2",
            INDIRECT,
            at("the county’s chief engineer"),
            at("said", after="chief engineer"),
            at("The sluice at Marrow Ford will hold through the winter"),
            None,
            0.97,
        ),
        Attribution(
            "a3",
            INDIRECT,
            at("a leaked report"),
            at("warned"),
            at("that two of its nine gates could fail in a flood"),
            None,
            0.88,
        ),
        Attribution(
            "a4",
            DIRECT,
            at("Ilse Tarrow, who has run the works since 2019"),
            at("said", after="those gates"),
            at(
                "“I have stood under every one of those gates,”",
                "“They are old, and so am I, but neither of us is about to fall over.”",
            ),
            None,
            0.98,
        ),
        Attribution(
            "a5",
            INDIRECT,
            at("The Quay Courier"),
            at("reported"),
            at("that the harbour master had told councillors " + told),
            None,
            0.93,
        ),
        Attribution("a6", MIXED, at("the harbour master"), at("had told"), at(told), "a5", 0.84),
        Attribution("a7", MIXED, at("divers"), at("saw"), at("“saw daylight” through the fourth gate"), "a6", 0.52),
        Attribution("a8", INDIRECT, at("He"), at("added"), at("that nobody had asked the divers to write it down"), None, 0.71),
        Attribution("a9", BLOCK, at("the Oxbow Ferry Company"), at("reads:"), letter, None, 0.95),
        Attribution("a10", INDIRECT, at("Our master"), at("believes"), at("the lower channel is safe at half tide"), "a9", 0.9),
        Attribution(
            "a11",
            INDIRECT,
            at("the county", after="half tide"),
            at("has assured"),
            at("that the gates will be opened by hand if the motors fail"),
            "a9",
            0.87,
        ),
        Attribution(
            "a12",
            INDIRECT,
            (),
            at("It is feared"),
            at("that the so-called “hand crew” consists of two pensioners, one of them Bram “Lantern” Oake, 81"),
            None,
            0.58,
        ),
        Attribution(
            "a13",
            DIRECT,
            at("Oake", after="there"),
            at("said", after="there,”"),
            at("“If the siren goes, I’ll be there,”"),
            None,
            0.97,
        ),
        Attribution(
            "a14", MIXED, at("he", after="Oake said"), at("promised"), at("to bring “a big spanner and a small dog”"), None, 0.8
        ),
        Attribution("a15", INDIRECT, at("the report", after="leaking"), at("according to"), at("leaking"), None, 0.63),
        Attribution(
            "a16",
            INDIRECT,
            at("The county", after="low water"),
            at("says", after="low water"),
            at("the stain on gate four is paint"),
            None,
            0.94,
        ),
        Attribution(
            "a17", INDIRECT, at("The county council"), at("did not answer"), at("questions about the report"), None, 0.49
        ),
    )
    marks = (
        _mark(text, MarkType.TITLE, "“The Nine Gates”"),
        _mark(text, MarkType.SCARE_QUOTE, "“hand crew”", "a12"),
        _mark(text, MarkType.NICKNAME, "“Lantern”", "a12"),
    )
    return Reading(document, attributions, marks)


def quiet() -> Reading:
    """An article that attributes nothing to anyone, without a title, a byline or a date."""
    parts = [
        (BlockKind.PARAGRAPH, "The ferry to Marrow Ford runs from the stone steps at seven, nine and noon."),
        (BlockKind.PARAGRAPH, "It carries forty people, six bicycles and, by custom, the bread."),
    ]
    text = "\n\n".join(words for _, words in parts)
    return Reading(Document(identify(text), "timetable.txt", text, tuple(_blocks(text, parts))), (), ())


def crowded() -> Reading:
    """One paragraph in which everyone speaks: eight statements beside four lines of text."""
    names = ["Ada Fenn", "Bo Marsh", "Cy Reed", "Di Sedge", "Ed Rush", "Flo Moss", "Gus Peat", "Hal Burr"]
    text = " ".join(f"{name} said it would rain." for name in names) + "\n\nIt rained.\n\nThe steps were wet until noon."
    found = []
    for n, name in enumerate(names):
        start = text.index(name)
        said = start + len(name) + 1
        content = Span(said + 5, said + 18)
        found.append(
            Attribution(f"a{n}", INDIRECT, (Span(start, said - 1),), (Span(said, said + 4),), (content,), None, 0.5 + n / 16)
        )
    cuts = text.split("\n\n")
    blocks = tuple(Block(BlockKind.PARAGRAPH, text.index(p), text.index(p) + len(p)) for p in cuts)
    document = Document(identify(text), "rain.html", text, blocks, title="Rain was expected", published="last spring")
    return Reading(document, tuple(found), ())


def hostile() -> Reading:
    """An article that tries to be a page: markup, script, other addresses, turned writing, NULs, half characters."""
    text = (
        "<script>alert(1)</script></style>\n\n\u202eTerces\u202c & <img src=x onerror=alert(1)> \x00 \ud800 {{ 7 * 7 }} "
        "said </span></p> “javascript:alert(1)”.\x0cNext"
    )
    end = len(text)
    blocks = (Block(BlockKind.TITLE, 0, 33), Block(BlockKind.PARAGRAPH, 35, end))
    said = text.index("said")
    found = Attribution(
        '"><b>', DIRECT, (Span(35, said - 1),), (Span(said, said + 4),), (Span(said + 5, end - 5),), "no such", 1.0
    )
    document = Document(
        id='"><script>',
        origin="javascript:alert(1)",
        text=text,
        blocks=blocks,
        title="</title><script>alert(1)</script>",
        byline="\u202e<b>By</b>",
        outlet="</style><script>",
        published='"><script>',
        language='en" onload="alert(1)',
        url="javascript:alert(document.domain)//http://x",
        fetched="<i>",
        provenance={"byline": Provenance.META},
    )
    return Reading(document, (found,), (Mark(MarkType.TITLE, said, end, '"><b>'),))


def _blocks(text: str, parts: list[tuple[BlockKind, str]]) -> list[Block]:
    blocks, at = [], 0
    for kind, words in parts:
        start = text.index(words, at)
        at = start + len(words)
        blocks.append(Block(kind, start, at))
    return blocks


def _at(text: str, words: str, after: str = "") -> Span:
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return Span(start, start + len(words))


def _mark(text: str, kind: MarkType, words: str, voice: str = "author") -> Mark:
    span = _at(text, words)
    return Mark(kind, span.start, span.end, voice)
