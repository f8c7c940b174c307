"""onrecord in a spaCy pipeline; left out where spaCy is not installed (pip install onrecord[spacy])."""

import copy

import pytest

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'onrecord[spacy]'")

TEXT = "The bridge\r\n\r\nThe chairman, Odo Falk, said that the bridge was safe.\r\n\r\n“Nobody asked us,” said Rosa Quill."


@pytest.fixture(scope="module")
def nlp() -> "spacy.language.Language":
    made = spacy.blank("en")
    made.add_pipe("onrecord")
    return made


def test_spans_are_those_of_the_attributions(nlp: "spacy.language.Language") -> None:
    doc = nlp(TEXT)
    assert "said" in [s.text for s in doc.spans["cues"]]
    assert "Rosa Quill" in [s.text for s in doc.spans["sources"]]
    assert any("the bridge was safe" in s.text for s in doc.spans["contents"])
    exact = {doc.text[s.start : s.end] for a in doc._.attributions for s in a.source}
    assert "Rosa Quill" in exact
    assert {s.id_ for group in doc.spans.values() for s in group} == {a.id for a in doc._.attributions}


@pytest.mark.parametrize("text", ["", " \n", "Rain fell."])
def test_nothing_said_gives_empty_groups(nlp: "spacy.language.Language", text: str) -> None:
    doc = nlp(text)
    assert doc._.attributions == ()
    assert {name: len(group) for name, group in doc.spans.items()} == {"sources": 0, "cues": 0, "contents": 0}


def test_it_crosses_to_worker_processes_and_takes_settings() -> None:
    fast = spacy.blank("en")
    fast.add_pipe("onrecord", config={"fast": True, "nested": False})
    fast("The mayor said no.")
    again = copy.deepcopy(fast.get_pipe("onrecord"))  # as it crosses to the processes of nlp.pipe
    assert again._settings.fast
    assert not again._settings.nested
