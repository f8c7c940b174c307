"""What the words of an article say of themselves: datelines ("ANKARA, Dec. 20 (Reuters) -"), bylines ("By Jane Doe"), dates."""

import re
from collections.abc import Sequence

from onrecord.records import Block, BlockKind, Provenance
from onrecord.sources.dates import DATE, MONTH, iso_date
from onrecord.sources.facts import Fact, Field

_NAME = r"(?:[A-ZÀ-Þ][\w.'’-]*)(?:[ \u00a0]+(?:[A-ZÀ-Þ][\w.'’-]*|de|von|van|der|al|bin|da|di|la|le)){0,4}"
_DASH = r"(?:--|[-–—])"
# PLACE[, Region][, Dec. 20[, 2016]] (Agency) - ; the place may be missing, the agency may hold "Name - Outlet".
_DATELINE = re.compile(
    rf"(?P<place>(?:[A-ZÀ-Þ][\w.'’/-]+[ \u00a0]?){{1,4}}(?:,[ \u00a0]+[A-Z][\w.'’]+(?:[ \u00a0][A-Z][\w.'’]+){{0,2}})??)?"
    rf"(?:,?\s*(?P<date>{DATE}|{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH}),?)?"
    rf"\s*\((?P<paren>[A-Z][^()\n]{{1,60}})\)\s*(?:{_DASH}|:)\s*"
)
_BARE = re.compile(r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30})(?:,[ ][^\n—–]{2,30})?\s(?:--|[–—])\s")
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY)[: \u00a0]+(?P<names>{_NAME}(?:(?:,|,?[ ]and|[ ]&)[ ]{_NAME})*?)"
    r"(?:(?:,|\s[|–—-]|\s(?:for|of))\s+(?P<outlet>[^\n,|]{2,60}))?[.]?"
)
_DATED = re.compile(
    rf"(?:(?:Published|Posted|Updated|First published|Date)[: ]*(?:on|at)?\s*)?(?:[A-Z][a-z]+day,?\s+)?(?P<date>{DATE})\b",
    re.IGNORECASE,
)
_PARTY = re.compile(r"[RDI][-.]")  # Lindsay Graham (R-S.C.) -
_ROLE = re.compile(r"\b(?:writer|reporter|correspondent|editor|columnist|staff|contributor|bureau)\b", re.IGNORECASE)
_OUTLET_WORD = re.compile(
    r"\b(?:The|News|Times|Post|Herald|Press|Journal|Daily|Gazette|Tribune|Agency|Reuters|Guardian|Telegraph|Mail|Observer|Chronicle|Courier|Standard"
    r"|Magazine|Radio|TV|Today|Star|Sun|Mirror|Independent|Wire|Review|Weekly)\b"
)
_NEAR_TOP = 5
_LONGEST_LINE = 120


def facts_in(text: str, blocks: Sequence[Block]) -> dict[Field, Fact]:
    """'ANKARA, Dec. 20, 2016 (Reuters) - Talks began.' -> published 2016-12-20 and outlet Reuters, both from the dateline."""
    out: dict[Field, Fact] = {}
    for block in blocks[:_NEAR_TOP]:
        words = text[block.start : block.end]
        if block.kind is BlockKind.TITLE:
            out.setdefault("title", Fact(" ".join(words.split()), Provenance.TEXT))
            continue
        for name, fact in {**_dateline(words), **_byline(words), **_dated(words)}.items():
            out.setdefault(name, fact)
    return out


def opens_with_dateline(words: str) -> bool:
    """'WASHINGTON (AP) — The Senate' -> True"""
    return _DATELINE.match(words) is not None or _BARE.match(words) is not None


def is_byline(words: str) -> bool:
    """'By Jane Doe, The Daily Thing' -> True; also a line that holds a date only."""
    whole = len(words) <= _LONGEST_LINE
    dated = _DATED.match(words)
    return whole and (_BYLINE.fullmatch(words) is not None or (dated is not None and len(words) - dated.end() < 20))


def _dateline(words: str) -> dict[Field, Fact]:
    m = _DATELINE.match(words[:300])
    if m is None:
        return {}
    out: dict[Field, Fact] = {}
    if published := iso_date(m["date"] or ""):
        out["published"] = Fact(published, Provenance.DATELINE)
    name, dash, outlet = _halves(m["paren"])
    if dash:
        out["byline"] = Fact(name, Provenance.DATELINE)
        out["outlet"] = Fact(outlet, Provenance.DATELINE)
    elif not _PARTY.match(name) and (m["place"] or m["date"] or _OUTLET_WORD.search(name) or name.isupper()):
        out["outlet"] = Fact(name, Provenance.DATELINE)
    return out


def _halves(paren: str) -> tuple[str, str, str]:
    """'Rick Sterling - Consortium News' -> ('Rick Sterling', '-', 'Consortium News')"""
    parts = re.split(r"\s+(?:--|[-–—|/])\s+|,\s+", paren, maxsplit=1)
    return (parts[0].strip(), "-", parts[1].strip()) if len(parts) == 2 else (paren.strip(), "", "")


def _byline(words: str) -> dict[Field, Fact]:
    m = _BYLINE.fullmatch(words) if len(words) <= _LONGEST_LINE else None
    if m is None:
        return {}
    names = m["names"].strip(" .")
    out: dict[Field, Fact] = {}
    extra = m["outlet"] or ""
    head, comma, tail = names.rpartition(", ")
    if comma and not extra and _OUTLET_WORD.search(tail):
        names, extra = head, tail
    out["byline"] = Fact(names, Provenance.BYLINE)
    if extra and not _ROLE.search(extra) and iso_date(extra) is None:
        out["outlet"] = Fact(extra.strip(" ."), Provenance.BYLINE)
    return out


def _dated(words: str) -> dict[Field, Fact]:
    """A line near the top that holds a date and little else."""
    m = _DATED.match(words) if len(words) <= _LONGEST_LINE else None
    published = iso_date(m["date"]) if m and len(words) - m.end() < 20 else None
    return {"published": Fact(published, Provenance.TEXT)} if published else {}
