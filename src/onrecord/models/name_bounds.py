"""Where names begin and end, mended by what any reader knows: initials, titles, addresses, a town with its state.

'Dr. A. N. Vell of Halden Ohio, see http://vell.org/Ida' -> A. N. Vell, Halden, Ohio; nothing of the address.
"""

import re
from collections.abc import Collection

from onrecord.models.features import Features

_TITLES = frozenset("dr mr mrs ms prof sir dame lord lady rev sheikh sheik sgt capt lt col gen sen rep gov".split())
_STATES = frozenset(
    """
alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|
kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|
new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|
south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|
australia|canada|china|egypt|england|france|germany|india|ireland|italy|japan|kenya|nigeria|pakistan|scotland|spain|wales
""".replace("\n", "").split("|")
)
_POSTAL = frozenset(
    "al ak az ar ca co ct dc de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa ri sc"
    " sd tn tx ut va vt wa wi wv wy".split()
)
_NO_TOWN = frozenset(  # 'Lake Michigan', 'Upstate New York' are one place
    """
north south east west northern southern eastern western northeastern northwestern southeastern southwestern central upstate
downstate mid lower upper greater rural coastal new great old lake mount mt port fort cape gulf sierra camp baja of the and in
team british little inner outer district bank
""".split()
)
_ADDRESS = re.compile(r"//|\w@\w|^www\.|\.(?:docx?|pdf|xlsx?|jpe?g|png|gif|pptx?|txt|zip|html?|php|aspx?)$", re.IGNORECASE)
_DOT = "."


Words = tuple[int, ...]  # numbers of a name's words, in a row


def mended(text: str, features: Features, kind: str, words: Words, taken: Collection[int]) -> list[Words]:
    """The words of a name -> of one or two names; none where it is a part of an address. taken: words of all the names."""
    if _in_address(text, features, words):
        return []
    if kind == "PER":
        return [_with_initials(text, features, _without_title(text, features, words), taken)]
    town = _town(text, features, words) if kind == "LOC" else 0
    return [words[:town], words[town:]] if town else [words]


def _in_address(text: str, features: Features, words: Words) -> bool:
    """Whether what stands there without a blank is an address or the name of a file."""
    (start, _), (_, end) = features.words[words[0]], features.words[words[-1]]
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return any(_ADDRESS.search(part.strip("().,;:<>\"'“”")) for part in text[start:end].split())


def _without_title(text: str, features: Features, words: Words) -> Words:
    """'Dr. Cooper' -> 'Cooper'."""
    n = 0
    while n < len(words) - 1 and (_low(text, features, words[n]) in _TITLES or (n and _low(text, features, words[n]) == _DOT)):
        n += 1
    return words[n:] if n and _low(text, features, words[n]) != _DOT else words


def _with_initials(text: str, features: Features, words: Words, taken: Collection[int]) -> Words:
    """'Glenn' in 'R. E. Glenn' -> 'R. E. Glenn'."""
    first = words[0]
    while (start := _initial(text, features, first)) is not None and not any(i in taken for i in range(start, first)):
        first = start
    return (*range(first, words[0]), *words)


def _initial(text: str, features: Features, first: int) -> int | None:
    """The word at which an initial right before a word begins."""
    dotted = first > 1 and _low(text, features, first - 1) == _DOT
    at = first - 2 if dotted else first - 1
    if at < 0 or features.paragraph[at] != features.paragraph[first]:
        return None
    (start, end), (after, _) = features.words[at], features.words[at + 1]
    letter = text[start:end]
    if len(letter) != 1 or not letter.isupper() or (start and text[start - 1] in "'’-&."):
        return None
    return at if (dotted and after == end) or (not dotted and letter not in "AI" and after == end + 1) else None


def _town(text: str, features: Features, words: Words) -> int:
    """How many words come before the state in 'Halden Ohio' or 'San Rafael CA'; 0 where it is one place."""
    low = [_low(text, features, i) for i in words]
    if " ".join(low) in _STATES:
        return 0
    for n in range(1, len(low)):
        if " ".join(low[n:]) in _STATES or (n == len(low) - 1 and low[n] in _POSTAL and len(low[n - 1]) > 2):
            return n if low[n - 1] not in _NO_TOWN and low[n - 1].isalpha() else 0
    return 0


def _low(text: str, features: Features, i: int) -> str:
    return text[slice(*features.words[i])].lower()
