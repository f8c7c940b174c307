"""Learning from a teacher's answers (Hinton, Vinyals and Dean 2015), on annotated and on plain news text.

The student takes over the teacher's transitions, so that equal logits are equal posteriors.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import parse

import torch
import torch.nn.functional as F
from torch import Tensor

from onrecord.models.features import Featurizer
from training.attribution.network import INPUTS, Network, antecedent_scores
from training.attribution.polnear import CONTENT_TAGS, CUE_TAGS, IMPOSSIBLE, Article, Labels, paragraphs

HE_OR_SHE = (2002, 2010, 2014, 2016, 2032, 2370, 2841)  # word pieces: he his her she him himself herself
_LONGEST = 60_000  # characters: what is longer is no news article
_SENTENCES = re.compile(r"(?<=[.!?][\"”’]) (?=[A-Z“\"])|(?<=[.!?]) (?=[A-Z“\"])")


def plain_news(data: Path, featurizer: Featurizer) -> list[Article]:
    """News text without attributions: PTC, LGL, TR-News, GeoVirus, TimeBank and AQUAINT, their own annotations left off."""
    return [
        Article(name, text, featurizer(text, paragraphs(text)), [Labels()])
        for name, text in _texts(data)
        if 200 < len(text) < _LONGEST
    ]


def _texts(data: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((data / "loaded/ptc/train-articles").glob("*.txt")):
        yield path.stem, path.read_text("utf8")
    for path in sorted((data / "places/data/Corpora").glob("*.xml")):
        for n, element in enumerate(parse(path).iter("text")):  # noqa: S314  a corpus of our own choosing
            yield f"{path.stem}{n}", "\n".join(_gathered(element.text or ""))
    for path in sorted((data / "time/tempeval3").rglob("*.tml")):
        text = re.sub(r"<[^>]+>", "", path.read_text("utf8").partition("<TEXT>")[2].partition("</TEXT>")[0])
        yield path.stem, re.sub(r"(?<=\S)\n(?=\S)", " ", text)


def _gathered(text: str, most: int = 3) -> Iterator[str]:
    """One long line -> paragraphs of a few sentences, as news has them."""
    for line in text.splitlines():
        sentences = _SENTENCES.split(line)
        for at in range(0, len(sentences), most):
            yield " ".join(sentences[at : at + most])


def loss(teacher: Network, hidden: Tensor, out: tuple[Tensor, ...], x: dict[str, Tensor], *, ties: bool) -> Tensor:
    """How far the student's answers are from the teacher's: tags, arcs of likely dependents, names, ties, encoder output.

    ties: no if another teacher is asked about them; the encoder's output, which is to change for them, is not compared then.
    """
    with torch.no_grad():
        theirs = teacher.encode(*(x[k] for k in INPUTS[:6]))
        tag, ca, sa, ent, tie = (t.float() for t in teacher.heads(theirs, x["wmask"], x["par"]))
    there = x["wmask"].bool()
    p = tag.softmax(-1)
    cue, content = p[..., CUE_TAGS].sum(-1) * there, p[..., CONTENT_TAGS].sum(-1) * there
    apart = (
        _divergence(out[0], tag, there.float())
        + 0.5 * _divergence(out[3], ent, there.float())
        + 0.5 * _divergence(out[1], ca, content)
        + 0.5 * _divergence(out[2], sa, cue)
    )
    if not ties:
        return apart
    return (
        apart + 0.2 * F.mse_loss(out[4].float()[there], tie[there]) + F.mse_loss(hidden.float()[there], theirs.float()[there])
    )


def from_told(tie: Tensor, told: Tensor, scores: Tensor) -> Tensor:
    """How far the student is from what the larger network said: told (T, 2), window and word; scores (T, W + 1)."""
    ours = antecedent_scores(tie, told, scores[:, :-1] > IMPOSSIBLE)
    return _divergence(ours, scores, torch.ones(len(told)))


def _divergence(ours: Tensor, theirs: Tensor, weight: Tensor) -> Tensor:
    """Kullback-Leibler divergence of the student's distributions from the teacher's, weighted mean over words."""
    each = F.kl_div(ours.float().log_softmax(-1), theirs.log_softmax(-1), reduction="none", log_target=True).sum(-1)
    return (each * weight).sum() / weight.sum().clamp(min=1e-3)
