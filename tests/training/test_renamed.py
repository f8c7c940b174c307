"""What the larger network is asked about: other people in the same words, names made pronouns."""

import random

import pytest

from onrecord.models.attribution import AttributionModel
from onrecord.models.features import Featurizer
from training.attribution.polnear import Article, paragraphs
from training.attribution.pronouns import People, people, replaced
from training.attribution.renamed import Others

TEXT = (
    "Ida Vell met Leo Brandt at the harbour on Monday. Vell told her brother that Brandt had lied to her. He denied it himself,"
    " said his wife, Rosa Brandt, who had warned him."
)


@pytest.fixture(scope="module")
def featurizer() -> Featurizer:
    return AttributionModel().featurizer


@pytest.fixture(scope="module")
def seen(featurizer: Featurizer) -> People:
    (page,) = people([Article("x", TEXT, featurizer(TEXT, paragraphs(TEXT)))])
    return page


def _words(seen: People, others: Others, *, flipped: bool = False) -> list[str]:
    """The words of the page as they are written anew."""
    kept: list[str] = []
    written = others.featurizer

    def keep(text: str, edges: object) -> object:
        kept.append(text)
        return written(text, edges)  # type: ignore[arg-type]

    others.featurizer = keep  # type: ignore[assignment]
    assert others(seen, flipped=flipped) is not None
    return kept[0].replace(",", " ,").replace(".", " .").split()


def test_other_names_of_the_same_gender_word_for_word(seen: People, featurizer: Featurizer) -> None:
    new, old = _words(seen, Others([seen], featurizer, random.Random(1))), seen.page.words
    assert len(new) == len(old)
    changed = {i for i, (a, b) in enumerate(zip(new, old, strict=True)) if a != b}
    assert changed <= {i for i, w in enumerate(old) if w in ("Ida", "Vell", "Leo", "Brandt", "Rosa")}
    assert changed
    assert new[old.index("her")] == "her"


def test_one_name_stays_one_name(seen: People, featurizer: Featurizer) -> None:
    new, old = _words(seen, Others([seen], featurizer, random.Random(2))), seen.page.words
    assert len({new[i] for i, w in enumerate(old) if w == "Vell"}) == 1


def test_men_for_women(seen: People, featurizer: Featurizer) -> None:
    new = " ".join(_words(seen, Others([seen], featurizer, random.Random(3)), flipped=True))
    assert "told his sister that" in new
    assert "lied to him . She denied it herself" in new
    assert "said her husband" in new
    assert "warned her" in new


def test_names_made_pronouns_are_known_to_mean_their_names(seen: People, featurizer: Featurizer) -> None:
    found = [item for n in range(8) for item in replaced(seen, featurizer, random.Random(n), share=0.9)]
    assert found
    for labels, window in found:
        for among, meant in labels.pronouns.values():
            assert meant <= among
            assert all(window.start <= i for i in meant)
