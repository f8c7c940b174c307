"""A difference between quoted and source words -> its name, how bad it is, and what to look at."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from onrecord.matching import scope
from onrecord.matching.lexicon import (
    AGREEMENT,
    COMMON,
    DETERMINERS,
    FEMALE,
    FILLER_PHRASES,
    FILLERS,
    MALE,
    MODALS,
    NEGATIVE_PREFIXES,
    OPPOSITES,
    POLAR,
    PRONOUNS,
    TITLES,
)
from onrecord.matching.scope import Turn
from onrecord.matching.side import Side
from onrecord.records import Label
from onrecord.text.numbers import is_number
from onrecord.text.spelling import same, standard

_LOOSE_NUMBERS = frozenset("one first second half once double".split())
_SURE_FILLERS = frozenset("um uh er erm ah eh hmm mm".split())
_ANY = frozenset("a an any anybody anyone anything ever".split())
_UNLIKE = 0.75
_MANY = 3


class Named(NamedTuple):
    """A label, its severity, and a note for a person."""

    label: Label
    severity: int
    note: str


class Stretch(NamedTuple):
    """Words [start, end) of a side."""

    side: Side
    start: int
    end: int

    @property
    def words(self) -> tuple[str, ...]:
        return self.side.words[self.start : self.end]

    @property
    def said(self) -> str:
        return f"“{short(self.side.said(self.start, self.end))}”"

    @property
    def names(self) -> list[str]:
        """Those written as names are, titles left out."""
        return [
            self.side.words[n] for n in range(self.start, self.end) if self.side.is_name(n) and self.side.words[n] not in TITLES
        ]

    @property
    def capitals(self) -> list[str]:
        """Words with a capital that may be names or begin a sentence."""
        side = self.side
        return [w for n, w in enumerate(self.words, self.start) if side.text[side.spans[n][0]].isupper() and w not in COMMON]

    @property
    def negations(self) -> int:
        return sum(scope.negates(self.side, n) for n in range(self.start, self.end))

    @property
    def raw(self) -> list[str]:
        return self.side.raw(self.start, self.end)


def short(text: str, most: int = 60) -> str:
    """For a note: the first and last words of a long stretch."""
    return text if len(text) <= most else f"{text[: most // 2].rsplit(' ', 1)[0]} … {text[-most // 2 :].split(' ', 1)[-1]}"


def count(words: int) -> str:
    return "1 word" if words == 1 else f"{words} words"


def missing(gone: Stretch) -> Named:
    """Words of the source that are not in the quotation, nothing showing it."""
    side, low, high = gone
    if _filler(gone) or _repeated(gone):
        return Named(Label.CLEANED, 1, f"{gone.said} cleaned away")
    if (high - low <= 4 and gone.negations % 2) or ((turn := scope.within(side, low, high)) and turn[0] is Turn.NEGATES):
        return Named(Label.POLARITY_CHANGED, 4, f"{gone.said} is left out")
    if _number_touched(gone):
        return Named(Label.NUMBER_CHANGED, 4, f"{gone.said} is left out")
    if turn and turn[0] is not Turn.NEGATES:
        return Named(Label.MODALITY_CHANGED, 3, f"{gone.said} is left out, which {turn[0]} what is quoted")
    if high - low <= _MANY and set(map(MODALS.get, gone.words)) - {None, "any", "certain"}:
        return Named(Label.MODALITY_CHANGED, 3, f"{gone.said} is left out")
    return Named(Label.TRIMMED_SILENT, 2, f"{count(high - low)} removed without a mark: {gone.said}")


def added(new: Stretch) -> Named:
    """Words of the quotation that are not in the source."""
    if set(new.words) <= _SURE_FILLERS:
        return Named(Label.CLEANED, 1, f"{new.said} is not in the source")
    note = f"{new.said} is not in the source"
    if new.negations % 2:
        return Named(Label.POLARITY_CHANGED, 4, note)
    if any(is_number(w) and w not in _LOOSE_NUMBERS for w in new.words):
        return Named(Label.NUMBER_CHANGED, 4, note)
    if new.names:
        return Named(Label.NAME_CHANGED, 3, note)
    if len(new.words) <= _MANY and set(map(MODALS.get, new.words)) - {None, "any", "certain"}:
        return Named(Label.MODALITY_CHANGED, 3, note)
    return Named(Label.REWORDED, 3 if _content(new.words) >= _MANY else 2, note)


def changed(new: Stretch, old: Stretch) -> Named:
    """Words of the quotation in the place of other words of the source."""
    note = f"{new.said} for {old.said}"
    if same(new.raw, old.raw):
        return Named(Label.ORTHOGRAPHIC, 0, note)
    if _doubled_negative(new, old):
        return Named(Label.CLEANED, 1, note)
    if any(frozenset((a, b)) in POLAR for a in new.words for b in old.words):
        return Named(Label.POLARITY_CHANGED, 4, note)
    if new.negations % 2 != old.negations % 2 or _prefixed(new.words, old.words):
        return Named(Label.POLARITY_CHANGED, 4, note)
    if _numbers(new) != _numbers(old):
        return Named(Label.NUMBER_CHANGED, 4, note)
    return _names(new, old, note) or _wording(new, old, note)


def _doubled_negative(new: Stretch, old: Stretch) -> bool:
    """ "don't want a" for "don't want no": one negation of two gone, the other stays."""
    single = len(new.words) == len(old.words) == 1 and old.negations == 1
    near = range(max(0, new.start - 5), new.start)
    return single and new.words[0] in _ANY and any(scope.negates(new.side, n) for n in near)


def _wording(new: Stretch, old: Stretch, note: str) -> Named:
    spoken = [n for n in range(old.start, old.end) if not _said_aside(old, n)]
    if len(spoken) < len(old.words) and len(spoken) == len(new.words):
        fitting = Stretch(old.side, spoken[0], spoken[-1] + 1)
        if len(fitting.words) == len(new.words):
            old = fitting
    if len(new.words) == len(old.words) and all(_agree(new, old, n) for n in range(len(new.words))):
        return Named(Label.CLEANED, 1, note)
    strengths = [set(map(MODALS.get, s.words)) - {None} for s in (new, old)]
    if strengths[0] != strengths[1] and max(len(new.words), len(old.words)) <= 2 * _MANY:
        return Named(Label.MODALITY_CHANGED, 3, note)
    contrary = any(frozenset((a, b)) in OPPOSITES for a in new.words for b in old.words)
    much = max(_content(new.words), _content(old.words)) >= _MANY
    return Named(Label.REWORDED, 3 if contrary or much else 2, note)


def _said_aside(of: Stretch, n: int) -> bool:
    """Whether word n is a filler between commas: ", like,"."""
    word = of.side.words[n]
    return word in _SURE_FILLERS or (word in FILLERS and (of.side.ends_clause(n) or of.side.ends_clause(n + 1)))


def _names(new: Stretch, old: Stretch, note: str) -> Named | None:
    titles = [{w for w in s.words if w in TITLES} for s in (new, old)]
    if titles[0] and titles[1] and titles[0] != titles[1]:
        return Named(Label.NAME_CHANGED, 3, note)
    capitals = new.capitals, old.capitals
    if not any(capitals) and not new.names and not old.names:
        return None
    large = frozenset((*capitals[0], *capitals[1]))
    known = new.side.names(large) | old.side.names(large)
    now, then = (set(s.names) | known.intersection(c) for s, c in zip((new, old), capitals, strict=True))
    if now and not then and old.capitals and len(new.words) == len(old.words):
        then = set(old.capitals)
    elif then and not now and new.capitals and len(new.words) == len(old.words):
        now = set(new.capitals)
    if now == then:
        return None
    if not now or not then:
        return Named(Label.NAME_CHANGED, 3, note)
    if now < then or then < now:
        return Named(Label.REWORDED, 2, note)  # a fuller or shorter form of the name
    near = SequenceMatcher(None, " ".join(new.names), " ".join(old.names)).ratio() >= _UNLIKE
    return Named(Label.NAME_CHANGED, 3 if near else 4, note)


def bracketed(new: Stretch, old: Stretch | None) -> Named:
    """Words in brackets, for words of the source or added to them."""
    note = f"[{new.said[1:-1].strip('[]()')}]" + (f" for {old.said}" if old else " added")
    before = old.words if old else ()
    grave = new.negations % 2 != (old.negations % 2 if old else 0)
    if old:
        grave = grave or _numbers(new) != _numbers(old) or _other_person(new, old)
    return Named(Label.BRACKETED, 3 if grave else 1, note + (", which changes what is meant" if grave and before else ""))


def _other_person(new: Stretch, old: Stretch) -> bool:
    """he -> [she], she -> [Mr Vell], Vell -> [Brandt]: whether the bracket cannot mean whom the source means."""
    now, then = _gender(new), _gender(old)
    if now and then and now != then and "pl" not in {now, then}:
        return True
    names = set(new.names), set(old.names)
    if names[1] and not names[0]:
        return not set(new.words) <= PRONOUNS.keys()
    return bool(names[0] and names[1]) and not names[0] & names[1] and _initials(names[0]) != _initials(names[1])


def _initials(names: set[str]) -> set[str]:
    return {n[0] for n in names}


def _gender(of: Stretch) -> str:
    words = set(of.words)
    found = {PRONOUNS[w] for w in words if PRONOUNS.get(w)}
    found |= ({"m"} if words & MALE else set()) | ({"f"} if words & FEMALE else set())
    return found.pop() if len(found) == 1 else ""


def _filler(gone: Stretch) -> bool:
    side, low, high = gone
    words = gone.words
    if set(words) <= _SURE_FILLERS:
        return True
    set_off = side.ends_clause(low) or side.ends_clause(high)
    if words in {("and",), ("but",)}:
        return side.ends_sentence(low)
    rest = [w for w in words if w not in FILLERS]
    return set_off and (not rest or tuple(rest) in FILLER_PHRASES or words in FILLER_PHRASES)


def _repeated(gone: Stretch) -> bool:
    """Whether the words are said twice over: "we we", "I think I think"."""
    side, low, high = gone
    size = high - low
    kept = [side.words[n] for n in range(low, high) if not _said_aside(gone, n)]
    behind, in_front = list(side.words[high : high + len(kept)]), list(side.words[max(0, low - size) : low])
    return bool(kept) and kept in (behind, in_front[-len(kept) :])


def _number_touched(gone: Stretch) -> bool:
    """Whether a figure lost a part: "20 million" -> "20", "5 percent" -> "5"; or a number is gone from before its noun."""
    side, low, high = gone
    telling = [n for n in range(low, high) if is_number(side.words[n]) or side.words[n] == "percent"]
    if not telling or high - low > _MANY:
        return False
    next_to = (low > 0 and is_number(side.words[low - 1])) or (high < len(side.words) and is_number(side.words[high]))
    return next_to or any(side.words[n] not in _LOOSE_NUMBERS for n in telling)


def _numbers(of: Stretch) -> list[str]:
    found = [w for w in standard(of.raw) if w.startswith("#") or w == "percent"]
    return (
        [] if set(of.words) & _LOOSE_NUMBERS and len(found) == 1 and not any(c.isdigit() for c in "".join(of.words)) else found
    )


def _prefixed(new: Sequence[str], old: Sequence[str]) -> bool:
    """possible -> impossible, with -> without."""
    for a, b in ((x, y) for x in new for y in old):
        long, root = (a, b) if len(a) > len(b) else (b, a)
        if len(root) > _MANY and any(long == prefix + root for prefix in NEGATIVE_PREFIXES):
            return True
    return False


def _agree(new: Stretch, old: Stretch, n: int) -> bool:
    """is -> are, was -> were; deserve -> deserves where the word before lets it be a verb."""
    one, other = new.words[n], old.words[n]
    if one == other or frozenset((one, other)) in AGREEMENT:
        return True
    if one in TITLES or other in TITLES:
        return False
    first = new.start + n
    verb = first > 0 and new.side.words[first - 1] not in DETERMINERS and not is_number(new.side.words[first - 1])
    return verb and sorted((one, other), key=len) in ([w, w + end] for w in (min(one, other, key=len),) for end in ("s", "es"))


def lettered(new: Stretch, old: Stretch) -> Named | None:
    """support[ed] for support: letters in brackets that fit the word to its new sentence."""
    alike = len(new.words) == len(old.words) and all(_stem(a) == _stem(b) for a, b in zip(new.words, old.words, strict=True))
    return Named(Label.BRACKETED, 1, f"{new.said} for {old.said}") if alike else None


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "d", "e"):
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return word.removesuffix(ending)
    return word


def _content(words: Sequence[str]) -> int:
    return sum(w not in COMMON for w in words)
