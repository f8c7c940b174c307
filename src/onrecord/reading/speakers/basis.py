"""What the text offers as reason to trust a source: 'the harbour minister', 'who was in the room', 'briefed on the matter'."""

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
_MADE = frozenset(("by", "from"))


def basis(page: Page, cluster: Cluster) -> str | None:
    """The words of the reason, as they stand in the text; None without any."""
    if cluster.kind != SOMEBODY:
        return page.words_of(*cluster.basis) if cluster.basis is not None else None
    if cluster.words is None or cluster.source_kind not in _KINDS:
        return None
    rest = [i for i in cluster.phrase if i > cluster.words[1] and page.words[i][0].isalnum()]
    placed = _MADE if cluster.source_kind is SourceKind.DOCUMENT else _PLACED
    if rest and (page.is_capital(rest[0]) or page.at(rest[0] + 1) in NUMBERS):  # a headline; "two in five"
        return None
    if rest and (page.low[rest[0]] in RELATIVE or page.low[rest[0]] in _REASONS or page.low[rest[0]] in placed):
        clause = page.low[rest[0]] in RELATIVE or page.low[rest[0]] in _REASONS
        comma = next((k for k in range(rest[0], rest[-1]) if page.low[k] == "," and not clause), rest[-1] + 1)
        return page.words_of(rest[0], min(rest[-1], comma - 1))
    return None
