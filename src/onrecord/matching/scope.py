"""What words around a passage do to it: negate, condition, hedge, or put it into somebody else's mouth."""

import re
from enum import StrEnum

from onrecord.matching.lexicon import (
    CLAUSE_WORDS,
    CONDITIONS,
    CONDITIONS_AFTER,
    DENIALS,
    HEDGES,
    NEGATORS,
    NO_CONDITION,
    NO_NEGATION,
    OTHERS,
    OWN,
    RELATIVE,
    REPORTING,
    UNTRUE,
)
from onrecord.matching.side import Side

_HEDGING = re.compile(
    r" (?:as|so) far as (?:we|i) | (?:i|we) (?:believe|think|hope|suspect|assume|guess|gather|understand|fear) "
    r"| in (?:my|our) (?:opinion|view) "
    r"| it (?:seems|appears) | (?:i am|im|we are|were) told | to (?:my|our) knowledge "
)
_REACH = 12  # words to the left in which a negation or condition still governs
_CLOSE = 5
_UNTIL = frozenset(("until", "pending"))  # a condition where they end the sentence


class Turn(StrEnum):
    """How words turn the meaning of their neighbours."""

    NEGATES = "negates"
    CONDITIONS = "conditions"
    HEDGES = "hedges"
    ATTRIBUTES = "attributes"


def negates(side: Side, n: int) -> bool:
    """Whether word n negates: "not", "isn't", "without"; not that of "not only"."""
    word = side.words[n]
    if word not in NEGATORS and not side.folded.endswith("n't", *side.spans[n]):
        return False
    pair = (word, side.words[n + 1] if n + 1 < len(side.words) else "")
    if word == "no" and pair[1][:1].isdigit() and side.between(n + 1)[:1] == ".":
        return False  # No. 15
    return pair not in NO_NEGATION


def conditions(side: Side, n: int) -> bool:
    """Whether word n begins a condition: "if", "unless"; not that of "even if"."""
    word = side.words[n]
    if word not in CONDITIONS:
        return False
    around = {(side.words[n - 1] if n else "", word), (word, side.words[n + 1] if n + 1 < len(side.words) else "")}
    return not around & NO_CONDITION


def within(side: Side, low: int, high: int) -> tuple[Turn, int] | None:
    """What words [low, high), left out of the middle of a passage, did to what is left -> how, and which word.

    Only words in the same sentence as one of their neighbours count. A negation or hedge counts if nothing closes its clause
    before the words that follow, or if it stands right behind the words before. A condition counts anywhere.
    """
    kept = _same_sentences(side, low, high)
    relative = side.words[low] in RELATIVE
    for n in kept:
        if conditions(side, n) or (n == low and side.words[n] in _UNTIL and side.ends_sentence(high)):
            return Turn.CONDITIONS, n
    for n in kept:
        if not (negating := negates(side, n)) and side.words[n] not in HEDGES:
            continue
        governs = _open(side, n, high) and not (relative and n > low)
        first = n - low <= 1 and not side.ends_clause(low) and all(not side.ends_clause(m) for m in range(low + 1, n + 1))
        partly = n + 1 < high and side.words[n + 1] in {"all", "every", "everyone", "everybody", "always", "many", "most"}
        if negating and (governs or partly or (first and n == low)):
            return Turn.NEGATES, n
        if side.words[n] in HEDGES and (governs or _parenthesis(side, low, high)):
            return Turn.HEDGES, n
    return _said_within(side, low, high, kept)


def _said_within(side: Side, low: int, high: int, kept: list[int]) -> tuple[Turn, int] | None:
    words = f" {' '.join(side.words[n] for n in kept)} "
    if _HEDGING.search(words):
        return Turn.HEDGES, kept[0]
    if " according to " in words:
        return Turn.ATTRIBUTES, next(n for n in kept if side.words[n] == "according")
    said = next((n for n in kept if side.words[n] in REPORTING), None)
    if said is None or _own(side, low, said):
        return None
    attributes = _parenthesis(side, low, high) or (_open(side, said, high) and not _still_reported(side, said, high))
    return (Turn.ATTRIBUTES, said) if attributes else None


def _still_reported(side: Side, said: int, high: int) -> bool:
    """ "warned on Tuesday [that the mill is dead]", "suggested a tinge [of regret]": what is left shows that it hangs on a verb
    that is gone, or was no statement of its own."""
    return side.words[high : high + 1] in {("that",), ("of",)} or side.words[said + 1] in {"a", "an"}


def _same_sentences(side: Side, low: int, high: int) -> list[int]:
    """Of words [low, high) those before the first and after the last sentence end; all if there is none."""
    ends = [n for n in range(low, high + 1) if side.ends_sentence(n)]
    if not ends:
        return list(range(low, high))
    return [*range(low, ends[0]), *range(max(low, ends[-1]), high)]


def _open(side: Side, n: int, high: int) -> bool:
    """Whether no clause ends between word n and word `high`."""
    return not any(side.ends_clause(m) for m in range(n + 1, high + 1)) and not any(
        side.words[m] in CLAUSE_WORDS for m in range(n + 1, high)
    )


def _parenthesis(side: Side, low: int, high: int) -> bool:
    """Whether the words are a short insertion between commas, or next to one: ", the union claims,"."""
    return high - low <= 7 and (side.ends_clause(low) or side.ends_clause(high))


def _own(side: Side, low: int, said: int) -> bool:
    return any(side.words[n] in OWN for n in range(low, said))


def before(side: Side, start: int, speaker: frozenset[str] | None) -> tuple[Turn, int] | None:
    """What the same sentence says in front of word `start`, up to where its governing ends."""
    low = start
    while low > 0 and start - low < _REACH and not side.ends_sentence(low):
        low -= 1
    if low == start:
        return None
    marked = side.has_mark(start)  # the source has the words in quotation marks of its own
    near = _governing(side, low, start)
    for n in near:
        denied = side.words[n] in DENIALS or (side.words[n] in UNTRUE and side.words[n + 1] in {"to", "that"})
        if (negates(side, n) or denied) and (not marked or start - n <= 2):
            return Turn.NEGATES, n
    if marked:
        return None
    return _condition_before(side, low, start) or _hedge_before(side, near, start) or _said_before(side, low, start, speaker)


def _governing(side: Side, low: int, start: int) -> list[int]:
    """The words in front that no comma and no "and", "but", "because" parts from word `start`, nearest first."""
    out: list[int] = []
    for n in range(start - 1, low - 1, -1):
        if side.ends_clause(n + 1) or side.words[n] in CLAUSE_WORDS:
            break
        out.append(n)
    return out


def _condition_before(side: Side, low: int, start: int) -> tuple[Turn, int] | None:
    found = next((n for n in range(start - 1, low - 1, -1) if conditions(side, n)), None)
    if found is None or any(side.words[n] in {"but", "and", "so", "because"} for n in range(found, start)):
        return None
    closed = sum(side.ends_clause(n) for n in range(found + 1, start + 1))
    return (Turn.CONDITIONS, found) if closed <= 1 else None


def _hedge_before(side: Side, near: list[int], start: int) -> tuple[Turn, int] | None:
    return next(((Turn.HEDGES, n) for n in near if side.words[n] in HEDGES and start - n <= _CLOSE), None)


def _said_before(side: Side, low: int, start: int, speaker: frozenset[str] | None) -> tuple[Turn, int] | None:
    """ "Critics claim that [the mill is dead]": a reporting verb right in front, whose subject is somebody else."""
    verb = next((n for n in range(start - 1, max(low - 1, start - 7), -1) if side.words[n] in REPORTING), None)
    if verb is None or verb == low or (start - verb > 1 and side.words[start - 1] not in {"that", "how"}):
        return None
    if any(side.ends_clause(n) for n in range(verb + 1, start)):
        return None
    return (Turn.ATTRIBUTES, verb) if _somebody_else(side, max(low, verb - 4), verb, speaker) else None


def _somebody_else(side: Side, low: int, verb: int, speaker: frozenset[str] | None) -> bool:
    subject = [n for n in range(low, verb) if not any(side.ends_clause(m) for m in range(n + 1, verb + 1))]
    words = {side.words[n] for n in subject}
    if words & OWN or (speaker and words & speaker):
        return False
    owned = bool(words & {"my", "our"}) and len(subject) > 1
    return owned or bool(words & OTHERS) or (bool(speaker) and any(side.is_name(n) for n in subject))


def after(side: Side, end: int, speaker: frozenset[str] | None) -> tuple[Turn, int] | None:
    """What the same sentence says behind word `end` - 1."""
    high = end
    while high < len(side.words) and high - end < _REACH and not side.ends_sentence(high):
        high += 1
    if high == end:
        return None
    marked = side.has_mark(end)
    if not marked and not side.ends_clause(end):
        for n in range(end, min(high, end + 2)):
            if negates(side, n) and not side.ends_clause(n) and side.words[n] not in {"neither", "nor", "either"}:
                return Turn.NEGATES, n
    for n in range(end, min(high, end + 7)):
        if side.words[n] in UNTRUE and any(
            side.words[m] in {"is", "was", "are", "were", "thats", "its"} for m in range(end, n)
        ):
            taken_back = not any(negates(side, m) for m in range(end, n))
            return (Turn.NEGATES, n) if taken_back and not marked else None
    if marked:
        return None
    return _condition_after(side, end, high) or _said_after(side, end, high, speaker)


def _condition_after(side: Side, end: int, high: int) -> tuple[Turn, int] | None:
    at = end + 1 if end + 1 < high and side.words[end] in {"but", "and"} else end
    word = side.words[at]
    following = side.words[at + 1] if at + 1 < high else ""
    if word not in CONDITIONS_AFTER or (word, following) in NO_CONDITION:
        return None
    if word in {"only", "except"} and following not in CONDITIONS:
        return None
    return Turn.CONDITIONS, at


def _said_after(side: Side, end: int, high: int, speaker: frozenset[str] | None) -> tuple[Turn, int] | None:
    """ "[the mill is dead], critics claim": a reporting verb close behind, whose subject is somebody else."""
    if not side.ends_clause(end):
        return None
    verb = next((n for n in range(end + 1, min(high, end + 5)) if side.words[n] in REPORTING), None)
    if verb is None or any(side.ends_clause(n) for n in range(end + 1, verb + 1)):
        return None
    return (Turn.ATTRIBUTES, verb) if _somebody_else(side, end, verb, speaker) else None
