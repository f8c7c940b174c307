"""Numbers as values, however they are written."""

import re
from collections.abc import Sequence

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {w: n for n, w in enumerate(_UNITS.split())} | {w: 10 * n for n, w in enumerate(_TENS.split(), 2)}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_ORDINALS = {
    w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)
}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "quarters": 0.25, "thirds": 1 / 3}
_CURRENCIES = {"dollar": "$", "dollars": "$", "pound": "£", "pounds": "£", "euro": "€", "euros": "€", "yen": "¥"}
_FIGURE = re.compile(r"([$£€¥]?)(\d+(?:\.\d+)?)(st|nd|rd|th|k|mn|m|bn|b|tn|s)?$")
_MULTIPLES = {"once": "1x", "twice": "2x", "thrice": "3x", "double": "2x", "triple": "3x"}
NUMBER_WORDS = frozenset((*_SMALL, *_SCALES, *_ORDINALS, *_FRACTIONS, *_MULTIPLES))


def is_number(word: str) -> bool:
    """'$1.5' -> True, 'twenty' -> True, 'million' -> True, 'third' -> True, 'co2' -> False."""
    return word in NUMBER_WORDS or bool(_FIGURE.match(word.replace(",", "")))


def figure(word: str) -> str:
    """'twenty' -> '20'; 'one', which is a pronoun as well, and other words stay."""
    return str(_SMALL[word]) if word in _SMALL and word != "one" else word


def with_values(words: Sequence[str]) -> list[str]:
    """['some', 'twenty', 'five', 'percent'] -> ['some', '#25', 'percent']; ['$5', 'million'] and ['5', 'million', 'dollars']
    -> ['#5000000$']; ['3rd'] and ['third'] -> ['#3th']. Words that are no numbers stay as they are."""
    out: list[str] = []
    at = 0
    while at < len(words):
        value, unit, after = _phrase(words, at)
        if value is None:
            out.append(_MULTIPLES.get(words[at], words[at]))
            at += 1
            continue
        if after < len(words) and words[after] in _CURRENCIES and not unit:
            unit, after = _CURRENCIES[words[after]], after + 1
        out.append(f"#{value:.10g}{unit}")
        at = after
    return out


def _phrase(words: Sequence[str], at: int) -> tuple[float | None, str, int]:
    """The longest number phrase from here: value (None if there is none), unit, index of the word after it."""
    if words[at] in _ORDINALS:
        return float(_ORDINALS[words[at]]), "th", at + 1
    figure = _FIGURE.match(words[at].replace(",", ""))
    if figure:
        suffix = figure[3] or ""
        value = float(figure[2]) * _SUFFIXES.get(suffix, 1)
        unit = figure[1] or ("th" if suffix in {"st", "nd", "rd", "th"} else "s" if suffix == "s" else "")
        after = at + 1
        while after < len(words) and words[after] in _SCALES and not suffix:
            value, after = value * _SCALES[words[after]], after + 1
        return value, unit, after
    return _spelled(words, at)


def _spelled(words: Sequence[str], at: int) -> tuple[float | None, str, int]:
    total, part, after, unit = 0.0, None, at, ""
    if words[at] == "a" and at + 1 < len(words) and words[at + 1] in _SCALES:
        part, after = 1.0, at + 1
    while after < len(words):
        word = words[after]
        if word in _SMALL:
            if part is not None and not (part % 100 == 0 or (part % 10 == 0 and part % 100 > 10 and _SMALL[word] < 10)):
                break  # "two three" are two numbers
            part = (part or 0) + _SMALL[word]
        elif word == "hundred" or word == "dozen":
            part = (part or 1) * _SCALES[word]
        elif word in _SCALES and (part is not None or after == at):
            total, part = total + (part if part is not None else 1) * _SCALES[word], None
        elif (
            word == "and"
            and after > at
            and after + 1 < len(words)
            and words[after + 1] in _SMALL
            and words[after - 1] in _SCALES
        ):
            pass
        elif word in _ORDINALS and part is not None and part % 10 == 0 and _ORDINALS[word] < 10:
            part, unit, after = part + _ORDINALS[word], "th", after + 1
            break
        else:
            break
        after += 1
    return (total + (part or 0), unit, after) if after > at else (None, "", at)
