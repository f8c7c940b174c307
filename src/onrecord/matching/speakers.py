"""Who speaks at a place, and whether two names are one person's."""

from onrecord.matching.lexicon import COMMON, TITLES
from onrecord.matching.side import Side
from onrecord.records import Attribution, Reading


def speakers(reading: Reading, start: int, end: int) -> str | None:
    """The sources of the attributions whose content holds the place, innermost first: 'Ida Vell, through The Halden Courier'.

    None where nobody is named. start and end are code points of the reading's document.
    """
    around = [a for a in reading.attributions if a.source and _covers(a, start, end)]
    names = [reading.words_of(a.source) for a in sorted(around, key=lambda a: sum(map(len, a.content)))]
    return ", through ".join(names) if names else None


def _covers(attribution: Attribution, start: int, end: int) -> bool:
    """Whether most of the place is in the content."""
    held = sum(max(0, min(end, s.end) - max(start, s.start)) for s in attribution.content)
    return 2 * held > end - start


def name_words(name: str | None) -> frozenset[str]:
    """'Ms Ida Vell, the minister' -> {'ida', 'vell'}: the capitalised words that are no title; none for 'she', 'the police'."""
    if not name:
        return frozenset()
    side = Side.of(name)
    capital = [w for w, (a, _) in zip(side.words, side.spans, strict=True) if name[a].isupper()]
    return frozenset(w for w in capital if w not in COMMON and w not in TITLES)
