"""The child process that measures the peer: HTML bytes -> trafilatura -> spaCy -> textacy's direct quotations, one thread.

PEER-PYTHON peer.py make MODEL            build the pipeline once and save it
PEER-PYTHON peer.py read FOLDER MODEL     each page in turn
PEER-PYTHON peer.py first PAGE MODEL      import, load, one page

Run by an interpreter that has spacy, textacy and trafilatura, none of which it shares with onrecord. The pipeline has the
architecture of en_core_web_sm with untrained weights: the trained ones are a download from GitHub, and speed is all that is
measured. What it finds therefore means nothing; a MODEL that is trained (--peer-model) takes slightly longer.
"""

# The libraries it measures are not installed where types are checked:
# mypy: ignore-errors

import argparse
import json
import random
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).parents[1])  # so that no module here stands before one of the peer's
from benchmarks.clock import Clock, Sample, peak_mb  # noqa: E402 - after the path it is found on

WIDTH, DEPTH, HIDDEN = 96, 4, 64
_ATTRIBUTES = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500}
_SHARED = {**_ATTRIBUTES, "SPACY": 50, "IS_SPACE": 50}
_BATCH = 16  # documents at once through nlp.pipe, which is quicker than one at a time

# Penn Treebank tags -> universal parts of speech, which textacy looks at; the labels of English spaCy models.
_TAGS = {
    "ADJ": "JJ JJR JJS AFX", "ADP": "IN RP", "ADV": "RB RBR RBS WRB", "AUX": "MD", "CCONJ": "CC", "DET": "DT PDT WDT",
    "INTJ": "UH", "NOUN": "NN NNS", "NUM": "CD", "PART": "TO POS", "PRON": "PRP PRP$ WP WP$ EX", "PROPN": "NNP NNPS",
    "PUNCT": ". , : -LRB- -RRB- `` '' HYPH NFP", "SYM": "$ SYM", "VERB": "VB VBD VBG VBN VBP VBZ", "X": "FW LS ADD XX",
}  # fmt: skip
_DEPENDENCIES = """acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass dative
dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj predet prep prt
punct quantmod relcl xcomp""".split()
_ENTITIES = """CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME
WORK_OF_ART""".split()


def make(model: Path) -> None:
    """The pipeline of en_core_web_sm, without senter (off there too) and the rule lemmatizer (its tables are a download)."""
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(_SHARED)})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", listener), "min_action_freq": 1})
    ruler = nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("ner", config={"model": _transitions("ner", _tok2vec(_ATTRIBUTES))})
    nlp.initialize(lambda: _examples(nlp))
    for part, tags in _TAGS.items():
        ruler.add(patterns=[[{"TAG": tag}] for tag in tags.split()], attrs={"POS": part})
    nlp.to_disk(model)


def _tok2vec(attributes):
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": WIDTH,
        "attrs": list(attributes),
        "rows": list(attributes.values()),
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": WIDTH,
        "depth": DEPTH,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}


def _transitions(kind, tok2vec):
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": HIDDEN,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def _examples(nlp):
    """Sentences of made-up words that carry every label, so that each output layer is as wide as a trained model's."""
    from spacy.training import Example

    dice = random.Random(1)
    tags = [tag for part in _TAGS.values() for tag in part.split()]
    size = max(len(tags), len(_DEPENDENCIES), 2 * len(_ENTITIES))
    for _ in range(40):
        words = [f"word{dice.randrange(900)}" for _ in range(size)]
        head = dice.randrange(size)
        dependencies = dice.sample(_DEPENDENCIES * 2, size)
        dependencies[head] = "ROOT"
        annotation = {
            "words": words,
            "tags": dice.sample(tags, len(tags)) + ["NN"] * (size - len(tags)),
            "heads": [head] * size,
            "deps": dependencies,
            "entities": [f"U-{_ENTITIES[i // 2 % len(_ENTITIES)]}" if i % 2 else "O" for i in range(size)],
        }
        yield Example.from_dict(nlp.make_doc(" ".join(words)), annotation)


def first(page: Path, model: Path) -> None:
    import spacy
    import trafilatura
    from textacy.extract import direct_quotations

    nlp = spacy.load(model)
    list(_quotations(direct_quotations, nlp(trafilatura.extract(page.read_bytes()) or ""), {}, page.stem))


def read(folder: Path, model: Path) -> Sample:
    """Pages through nlp.pipe, as spaCy's manual advises; a document textacy raises an error on counts as a failure."""
    import spacy
    import trafilatura
    from textacy.extract import direct_quotations

    pages, nlp = sorted(folder.iterdir()), spacy.load(model)
    nlp(trafilatura.extract(pages[0].read_bytes()) or "")
    kept, found, failures = 0, 0, {}
    with Clock() as clock:
        texts = ((trafilatura.extract(page.read_bytes()) or "", page.stem) for page in pages)
        for doc, name in nlp.pipe(texts, as_tuples=True, batch_size=_BATCH):
            quotations = _quotations(direct_quotations, doc, failures, name)
            json.dumps(quotations)
            kept += len(doc.text.split())
            found += len(quotations)
    return Sample(len(pages), kept, found, clock.cpu, clock.wall, peak_mb(), failures, _versions())


def _quotations(direct_quotations, doc, failures, name):
    """[[start, end] of each quotation's content]; the error's first clause goes to failures."""
    try:
        return [[q.content.start_char, q.content.end_char] for q in direct_quotations(doc)]
    except ValueError as error:
        failures[name] = str(error).split(",")[0]
        return []


def _versions() -> "dict[str, str]":
    from importlib.metadata import version

    names = {name: version(name) for name in ("spacy", "textacy", "trafilatura", "thinc", "numpy")}
    return {"python": sys.version.split()[0], **names}


def main() -> None:
    parser = argparse.ArgumentParser(prog="peer.py", description=__doc__)
    parser.add_argument("task", choices=("make", "read", "first"))
    parser.add_argument("paths", nargs="+", type=Path)
    options = parser.parse_args()
    if options.task == "make":
        make(*options.paths)
    elif options.task == "first":
        first(*options.paths)
    else:
        read(*options.paths).report()


if __name__ == "__main__":
    main()
