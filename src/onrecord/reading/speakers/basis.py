"""What the text offers as reason to trust a source: 'the harbour minister', 'who was in the room', 'briefed on the matter'."""

from onrecord.reading.lexicon import reports
from onrecord.reading.speakers.mentions import SOMEBODY, Cluster
from onrecord.reading.speakers.nouns import NUMBERS, PREPOSITIONS, RELATIVE
from onrecord.reading.speakers.page import Page
from onrecord.records import SourceKind

_REASONS = frozenset(
    "familiar briefed close involved present privy aware informed seen released obtained reviewed hired based commissioned"
    " prepared written carried dated shared leaked published issued compiled trained".split()
)
_KINDS = frozenset((SourceKind.ROLE, SourceKind.GROUP, SourceKind.DOCUMENT, SourceKind.ORGANIZATION))
_PLACED = PREPOSITIONS - frozenset(("of", "than", "as", "like", "from", "by"))
_LONGEST = 16  # words
_MADE = frozenset(("by", "from"))


def _following(page: Page, last: int) -> list[int]:
    """'A foreman | who pleaded guilty last year | testified': the clause right after a source that leaves it out."""
    at = last + 1 + (page.at(last + 1) == ",")
    if page.at(at) not in (*RELATIVE, *_REASONS) or page.at(at) in ("that", "reported"):
        return []
    ends = (i for i in range(at + 1, min(at + _LONGEST, len(page.low))) if _closes(page, i, at))
    end = next(ends, None)
    return list(range(at, end)) if end is not None else []


def _closes(page: Page, i: int, at: int) -> bool:
    """Whether a clause begun at word `at` ends before word i: at a mark, or at the verb that the source speaks by."""
    mark = not page.words[i][0].isalnum() and page.at(i) not in ("-", "'", "’")
    return mark or page.sentence[i] != page.sentence[at] or (i > at + 2 and reports(page.low[i]))


def basis(page: Page, cluster: Cluster) -> str | None:
    """The words of the reason, as they stand in the text; None without any."""
    if cluster.kind != SOMEBODY:
        return page.words_of(*cluster.basis) if cluster.basis is not None else None
    if cluster.words is None or cluster.source_kind not in _KINDS:
        return None
    rest = [i for i in cluster.phrase if i > cluster.words[1] and page.words[i][0].isalnum()]
    rest = rest or _following(page, cluster.words[1])
    placed = _MADE if cluster.source_kind is SourceKind.DOCUMENT else _PLACED
    if rest and (page.is_capital(rest[0]) or page.at(rest[0] + 1) in NUMBERS):  # a headline; "two in five"
        return None
    if rest and (page.low[rest[0]] in RELATIVE or page.low[rest[0]] in _REASONS or page.low[rest[0]] in placed):
        clause = page.low[rest[0]] in RELATIVE or page.low[rest[0]] in _REASONS
        comma = next((k for k in range(rest[0], rest[-1]) if page.low[k] == "," and not clause), rest[-1] + 1)
        return page.words_of(rest[0], min(rest[-1], comma - 1))
    return None
