"""Articles -> quotations edited in known ways, and background documents: what `benchmarks.check` measures on. Seeded.

"we will not close the mill" -> Query(kind="negation", text="we will close the mill", passages=("we will not close the mill",))
"""

import itertools
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Jr|Sr)\.)(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col|Dec|Jan|Feb|Aug|Oct|Nov)\.)(?<!\bSept\.)\s+"
)
_QUOTED = re.compile('[“"]([^“”"\n]{25,500})[”"]')
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|\d[\d,.]*")
_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|none)\b|n[’']t\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|can|could|should|has|have|had|must|may|do|does|did)\b(?! not|n[’'])")
_NUMBER = re.compile(
    r"\b\d[\d,]*(?:\.\d+)?\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|million|billion)\b"
)
_PRONOUN = re.compile(r"\b(he|she|they|it|him|her|them|his|their)\b")
_RISKY = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|nor|neither|without|hardly|cannot|if|unless|provided|whether|until|only|may|might|"
    r"could|perhaps|maybe|possibly|probably|likely|seem\w*|appear\w*|alleged\w*|reported\w*|said|says?|claim\w*|believe\w*|think\w*|"
    r"apparent\w*|unable|refus\w*|fail\w*|deny|denied|doubt\w*)\b|n[’']t\b|[?\n]",
    re.IGNORECASE,
)
_STAND_IN = {
    "he": "[the minister]",
    "she": "[the minister]",
    "they": "[the unions]",
    "it": "[the plan]",
    "him": "[the minister]",
    "her": "[the minister’s]",
    "them": "[the unions]",
    "his": "[the minister’s]",
    "their": "[the unions’]",
}
_NUMBERS = "two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred million billion".split()
HONEST = ("verbatim", "typographic", "ellipsis", "bracket")
ALTERED = ("word", "negation", "number")
KINDS = (*HONEST, *ALTERED, "splice", "short", "short_edited", "fabricated", "recombined")
ABSENT = ("fabricated", "recombined")
"""Not in any document: from articles held back; drawn word by word from pairs of words that are."""


@dataclass(frozen=True, slots=True)
class Query:
    """A quotation as an article would have it. passages: what must stand in a document for it to be a right answer."""

    kind: str
    text: str
    passages: tuple[str, ...]


def queries(indexed: Sequence[str], held_back: Sequence[str], each: int, seed: int) -> list[Query]:
    """So many of each kind, as far as the articles give them."""
    draw = random.Random(seed)
    passages = [p for text in indexed for p in _passages(text)]
    draw.shuffle(passages)
    vocabulary = sorted({w for p in passages for w in p.split() if w.isalpha() and len(w) > 3 and w.islower()})
    out: list[Query] = []
    for kind in (*HONEST, *ALTERED, "short", "short_edited"):
        edited = (_edited(kind, p, draw, vocabulary) for p in draw.sample(passages, len(passages)))
        out += _take((q for q in edited if q), each)
    out += _take(_splices(indexed, draw), each)
    absent = [p for text in held_back for p in _passages(text)]
    draw.shuffle(absent)
    out += [Query("fabricated", p, ()) for p in absent[:each]]
    out += _take(_recombined(passages, draw), each)
    return out


def _take(found: Iterator[Query], most: int) -> list[Query]:
    return [q for q, _ in zip(found, range(most), strict=False)]


def _passages(text: str) -> Iterator[str]:
    """What stands in double quotation marks, eight words or more, and sentences."""
    for match in _QUOTED.finditer(text):
        if 8 <= len(match[1].split()) <= 60:
            yield match[1].strip()
    for sentence in _SENTENCE.split(text):
        if 8 <= len(sentence.split()) <= 45 and "\n" not in sentence and not re.search('[“”"]', sentence):
            yield sentence.strip()


def _edited(kind: str, passage: str, draw: random.Random, vocabulary: Sequence[str]) -> Query | None:
    edits: dict[str, Callable[[], str | None]] = {
        "verbatim": lambda: passage,
        "typographic": lambda: _typographic(passage, draw),
        "ellipsis": lambda: _ellipsis(passage, draw),
        "bracket": lambda: _bracket(passage, draw),
        "word": lambda: _word(passage, draw, vocabulary),
        "negation": lambda: _negation(passage, draw),
        "number": lambda: _number(passage, draw),
        "short": lambda: _short(passage, draw),
    }
    if kind == "short_edited":
        passage = _short(passage, draw)
        edits[kind] = lambda: _short_edited(passage, draw, vocabulary)
    text = edits[kind]()
    if text is None or (text == passage and kind != "verbatim"):
        return None
    return Query(kind, text, (passage,))


def _typographic(passage: str, draw: random.Random) -> str:
    text = passage.translate(str.maketrans("‘’“”—–", "''\"\"--" if draw.random() < 0.5 else "’’””––"))
    text = text.replace("'", "’") if "'" in passage else text.replace("’", "'")
    text = text.replace(" - ", draw.choice(["—", " – ", " - "])).replace("...", "…")
    text = (text[0].lower() if text[0].isupper() else text[0].upper()) + text[1:]
    return text.rstrip(".") + draw.choice([",", "", "."])


def _ellipsis(passage: str, draw: random.Random) -> str | None:
    """Three to ten words out of the middle that neither negate nor condition nor hedge nor attribute."""
    words = passage.split()
    if len(words) < 12:
        return None
    size = draw.randint(3, min(10, len(words) - 8))
    at = draw.randint(4, len(words) - size - 4)
    if _RISKY.search(" ".join(words[at : at + size])):
        return None
    return " ".join([*words[:at], draw.choice(["…", "...", "[...]", "[…]"]), *words[at + size :]])


def _bracket(passage: str, draw: random.Random) -> str | None:
    found = list(_PRONOUN.finditer(passage))
    if not found:
        return None
    match = draw.choice(found)
    return passage[: match.start()] + _STAND_IN[match[0]] + passage[match.end() :]


def _word(passage: str, draw: random.Random, vocabulary: Sequence[str]) -> str:
    words = passage.split()
    at = draw.choice([n for n, w in enumerate(words) if len(w) > 3] or [0])
    core = re.sub(r"\W+$", "", words[at])
    new = draw.choice([w for w in draw.sample(vocabulary, 5) if w != core.lower()])
    words[at] = (new.capitalize() if words[at][0].isupper() else new) + words[at][len(core) :]
    return " ".join(words)


def _negation(passage: str, draw: random.Random) -> str | None:
    """One that is there goes, wherever it stands; else one comes in."""
    found = list(_NOT.finditer(passage))
    if found:
        match = draw.choice(found)
        return re.sub(r"\s+", " ", passage[: match.start()] + passage[match.end() :]).strip()
    auxiliaries = list(_AUXILIARY.finditer(passage))
    if not auxiliaries:
        return None
    match = draw.choice(auxiliaries)
    return f"{passage[: match.end()]} not{passage[match.end() :]}"


def _number(passage: str, draw: random.Random) -> str | None:
    found = list(_NUMBER.finditer(passage))
    if not found:
        return None
    match = draw.choice(found)
    if match[0][0].isdigit():
        digits = [n for n, c in enumerate(match[0]) if c.isdigit()]
        at = draw.choice(digits)
        new = match[0][:at] + draw.choice([d for d in "123456789" if d != match[0][at]]) + match[0][at + 1 :]
    else:
        new = draw.choice([n for n in _NUMBERS if n != match[0]])
    return passage[: match.start()] + new + passage[match.end() :]


def _short(passage: str, draw: random.Random) -> str:
    words = passage.split()
    size = draw.randint(4, min(8, len(words)))
    at = draw.randint(0, len(words) - size)
    return " ".join(words[at : at + size])


def _short_edited(text: str, draw: random.Random, vocabulary: Sequence[str]) -> str | None:
    return draw.choice([_typographic(text, draw), _word(text, draw, vocabulary)]) if len(text.split()) > 4 else None


def _splices(indexed: Sequence[str], draw: random.Random) -> Iterator[Query]:
    """Two sentences of one article, apart, as one quotation."""
    while True:
        sentences = [s for s in _SENTENCE.split(draw.choice(indexed)) if 6 <= len(s.split()) <= 25 and "\n" not in s]
        if len(sentences) > 6:
            first = draw.randrange(len(sentences) - 3)
            second = draw.randrange(first + 2, len(sentences))
            pair = sentences[first].strip(), sentences[second].strip()
            yield Query("splice", " ".join(pair), pair)


def _recombined(passages: Sequence[str], draw: random.Random) -> Iterator[Query]:
    """A walk over pairs of words that follow one another in the passages."""
    follow: dict[str, list[str]] = {}
    for passage in passages:
        words = passage.split()
        for one, two in itertools.pairwise(words):
            follow.setdefault(one, []).append(two)
    while True:
        words, most = draw.choice(passages).split()[:2], draw.randint(10, 25)
        while len(words) < most and words[-1] in follow:
            words.append(draw.choice(follow[words[-1]]))
        yield Query("recombined", " ".join(words), ())


def documents(indexed: Sequence[str], most: int, seed: int) -> Iterator[str]:
    """The articles as they are, then documents of their sentences shuffled, as long as articles are, up to `most`."""
    draw = random.Random(seed)
    yield from indexed[:most]
    sentences = [s for text in indexed for s in _SENTENCE.split(text)]
    lengths = [len(_SENTENCE.split(text)) for text in indexed]
    for _ in range(most - len(indexed)):
        yield " ".join(draw.choices(sentences, k=draw.choice(lengths)))


def words(text: str) -> str:
    """For telling whether a passage stands in a document: words and figures alone."""
    return f" {' '.join(_WORD.findall(text))} "
