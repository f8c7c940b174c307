"""Other people in the same words: 'Ida Vell met her son.' -> 'Ann Holm met her son.', or 'Leo Holm met his daughter.'

So a network learns who does what, not who is famous; and what women do as often as what men do (Zhao et al., NAACL 2018, swap
genders likewise).
"""

import random
from collections.abc import Iterator, Sequence

from onrecord.models.features import Features, Featurizer
from onrecord.reading.speakers.given import GIVEN
from onrecord.reading.speakers.names import PERSON
from onrecord.reading.speakers.page import Page
from training.attribution.polnear import paragraphs
from training.attribution.pronouns import People

_PAIRS = (
    "he she, himself herself, father mother, brother sister, brothers sisters, son daughter, sons daughters, husband wife"
    ", man woman, men women, boy girl, boyfriend girlfriend, actor actress, king queen, prince princess, uncle aunt"
    ", nephew niece, sir lady, male female, mr ms"
)
_OTHER = {a: b for pair in _PAIRS.split(", ") for x, y in [pair.split()] for a, b in ((x, y), (y, x))}
_OTHER |= {"mrs": "mr", "him": "her", "his": "her"}
_NO_NOUN = frozenset(
    "to in and for on at with from by as that the a when if after before about while into out up not of who but because is was"
    " his or".split()
)
"""What follows the "her" that is "him", not "his"."""


class Others:
    """Draws names for people; surnames are those of `seen`."""

    def __init__(self, seen: Sequence[People], featurizer: Featurizer, rng: random.Random) -> None:
        self.featurizer, self.rng = featurizer, rng
        self.surnames = [w for p in seen for w in _surnames(p)]
        self.given: dict[str, list[str]] = {"f": [], "m": []}
        for name, gender in GIVEN.items():
            self.given[gender].append(name.title())

    def __call__(self, of: People, *, flipped: bool = False) -> Features | None:
        """A page, word for word, with other given names of the same gender (flipped: of the other) and other surnames.

        None where the words would be counted otherwise.
        """
        page, new = of.page, self._names(of, flipped=flipped)
        text, at = "", 0
        for i, (word, (start, end)) in enumerate(zip(page.words, page.offsets, strict=True)):
            other = new.get(word) or (_of_the_other_gender(page, i) if flipped else "")
            if other:
                text += page.text[at:start] + other
                at = end
        text += page.text[at:]
        features = self.featurizer(text, paragraphs(text))
        return features if len(features.words) == len(page.words) else None

    def _names(self, of: People, *, flipped: bool) -> dict[str, str]:
        page, new = of.page, dict[str, str]()
        for name in of.clusters.names.values():
            for i in range(name.first, name.last + 1) if name.kind == PERSON else ():
                word = page.words[i]
                if len(word) > 1 and word.isalpha() and word[0].isupper() and word not in new:
                    gender = GIVEN.get(word.lower(), "")
                    pool = self.given["fm"["mf".index(gender)] if flipped else gender] if gender else self.surnames
                    new[word] = self.rng.choice(pool)
        return new


def _surnames(of: People) -> Iterator[str]:
    for name in of.clusters.names.values():
        word = of.page.words[name.last]
        if name.kind == PERSON and name.last > name.first and word.isalpha() and word[0].isupper():
            yield word


def _of_the_other_gender(page: Page, i: int) -> str:
    """ "he" of "she"; "" where a word tells no gender."""
    word = page.low[i]
    if word == "her":
        after = page.at(i + 1)
        other = "his" if after[:1].isalnum() and after not in _NO_NOUN else "him"
    else:
        other = _OTHER.get(word, "")
    return other.capitalize() if page.words[i][0].isupper() else other
