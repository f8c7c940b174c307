"""Logits -> tags -> linked triples of word numbers. Viterbi and forward-backward for a linear-chain CRF, in numpy."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]

SOURCE, CUE, CONTENT = 1, 3, 5  # the tag that begins each; the tag after it continues
TAGS = 7
HOLE = 3  # words: a hole in a content this short is filled


@dataclass(frozen=True, slots=True)
class Triple:
    """Word numbers of one attribution's source, cue and content, and how sure the model is of each part (0 to 1).

    A cue for which no content was found has an empty content: rules use it (an introduction that ends in a colon).
    """

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    sureness: "Sureness"


@dataclass(frozen=True, slots=True)
class Sureness:
    """Posterior probabilities: of the words' roles, the weakest content edge, and of both links."""

    source: float
    cue: float
    content: float
    edge: float
    content_link: float
    source_link: float


@dataclass(frozen=True, slots=True)
class Crf:
    """transitions (T x T, from x to) and begin (T): log-potentials of T tags."""

    transitions: Floats
    begin: Floats

    def decode(self, logits: Floats, lengths: Sequence[int]) -> tuple[list[list[int]], Floats]:
        """Logits (B, W, T) -> the best tags of each row and the posterior of every tag (B, W, T). Rabiner 1989, III.A-B."""
        size = logits.shape[1]
        best, forward = self.begin + logits[:, 0], np.empty_like(logits)
        back = np.zeros(logits.shape, np.int8)
        forward[:, 0] = best
        valid = np.arange(size)[None] < np.asarray(lengths)[:, None]
        for t in range(1, size):
            step = best[:, :, None] + self.transitions
            back[:, t] = step.argmax(1)
            best = np.where(valid[:, t, None], step.max(1) + logits[:, t], best)
            forward[:, t] = _logsumexp(forward[:, t - 1, :, None] + self.transitions, 1) + logits[:, t]
        return self._trace(best, back, lengths), self._posterior(logits, forward, valid)

    def _trace(self, best: Floats, back: NDArray[np.int8], lengths: Sequence[int]) -> list[list[int]]:
        out = []
        for row, n in enumerate(lengths):
            tags = [int(best[row].argmax())]
            for t in range(n - 1, 0, -1):
                tags.append(int(back[row, t, tags[-1]]))
            out.append(tags[::-1])
        return out

    def _posterior(self, logits: Floats, forward: Floats, valid: NDArray[np.bool_]) -> Floats:
        backward = np.zeros_like(logits)
        for t in range(logits.shape[1] - 2, -1, -1):
            step = _logsumexp(self.transitions + (logits[:, t + 1] + backward[:, t + 1])[:, None], 2)
            backward[:, t] = np.where(valid[:, t + 1, None], step, 0)
        both = forward + backward
        out: Floats = np.exp(both - _logsumexp(both, 2)[..., None])
        return out


def _logsumexp(x: Floats, axis: int) -> Floats:
    top = x.max(axis, keepdims=True)
    out: Floats = np.squeeze(top, axis) + np.log(np.exp(x - top).sum(axis))
    return out


def runs(tags: Sequence[int], begin: int) -> list[list[int]]:
    """[0, 5, 6, 0, 5] with begin 5 -> [[1, 2], [4]]. A continuing tag with nothing before it begins a run."""
    out: list[list[int]] = []
    previous = 0
    for i, tag in enumerate(tags):
        if tag == begin or (tag == begin + 1 and previous not in (begin, begin + 1)):
            out.append([i])
        elif tag == begin + 1:
            out[-1].append(i)
        previous = tag
    return out


def link(tags: list[int], posterior: Floats, ca: Floats, sa: Floats, paragraph: Sequence[int]) -> list[Triple]:
    """One window's tags, posterior (W, 7) and arc logits (n, n + 1) -> triples, a cue each, in order of cue."""
    sources, cues, contents = (runs(tags, role) for role in (SOURCE, CUE, CONTENT))
    if not cues:
        return []
    to_cue, to_source = _softmax(ca), _softmax(sa)
    given: list[list[list[int]]] = [[] for _ in cues]
    share: list[list[float]] = [[] for _ in cues]
    # How much of each word's arc goes to each cue, (W, cues): one log for all, not one for every run and cue.
    to_each = np.log(np.stack([to_cue[:, cue].sum(1) for cue in cues], 1) + 1e-9)
    for run in contents:
        scores = to_each[run].mean(0)
        k = int(np.argmax(scores))
        given[k].append(run)
        share[k].append(float(np.exp(scores[k])))
    out = []
    for cue, pieces, link_share in zip(cues, given, share, strict=True):
        source, sure = _source(to_source[cue].mean(0), sources)
        content = _fill(pieces, tags, paragraph)
        flat = [i for piece in pieces for i in piece]
        ends = [float(np.min(posterior[[p[0], p[-1]], CONTENT : CONTENT + 2].sum(1))) for p in pieces]
        sureness = Sureness(
            _role(posterior, source, SOURCE),
            _role(posterior, cue, CUE),
            _role(posterior, flat, CONTENT),
            min(ends, default=1.0),
            min(link_share, default=0.0),
            sure,
        )
        out.append(Triple(tuple(source), tuple(cue), tuple(content), sureness))
    return out


def _source(scores: Floats, sources: list[list[int]]) -> tuple[list[int], float]:
    best, chosen = float(scores[-1]), list[int]()
    for run in sources:
        value = float(scores[run].sum())
        if value > best:
            best, chosen = value, run
    return chosen, best


def _fill(pieces: list[list[int]], tags: list[int], paragraph: Sequence[int]) -> list[int]:
    out = [i for piece in pieces for i in piece]
    for a, b in pairwise(pieces):
        hole = range(a[-1] + 1, b[0])
        if 0 < len(hole) <= HOLE and not any(tags[i] for i in hole) and paragraph[a[-1]] == paragraph[b[0]]:
            out += hole
    return sorted(out)


def _role(posterior: Floats, words: Sequence[int], role: int) -> float:
    return float(posterior[list(words), role : role + 2].sum(1).mean()) if words else 1.0


def _softmax(x: Floats) -> Floats:
    e: Floats = np.exp(x - x.max(-1, keepdims=True))
    out: Floats = e / e.sum(-1, keepdims=True)
    return out
