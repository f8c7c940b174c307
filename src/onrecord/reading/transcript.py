"""Transcript turns: 'PENCE: We will.' has the speaker as source, the colon as cue, the turn as content."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft, words_between
from onrecord.text.words import Offsets

_TURN = re.compile(
    r"[\"“]?(?P<name>(?:[A-Z][\w.’'-]*|Q|A)(?:[ \t]+(?:[A-Z][\w.’'-]*|of|the|de|van|von|#?\d{1,2})){0,5})"
    r"(?:[ \t]*[(\[][^)\]\n]{1,40}[)\]])?[ \t]*(?P<cue>:)(?=\s)"
)
_STAGE = re.compile(r"[(\[][^)\]]{1,120}[)\]]\.?")
_CONFIDENCE = 0.9
_NOT_SPEAKERS = frozenset(
    "note update correction editor's\u00a0note photo image source sources related watch read more caption tags date time place "
    "subject contact ingredients method warning listen video breaking exclusive opinion analysis summary location".split()
)


def turns(text: str, paragraphs: Sequence[Offsets], features: Features) -> list[Draft]:
    """Paragraphs that begin with a speaker's name and a colon -> a draft each, running on until the next turn.

    A document is a transcript when at least three paragraphs are turns and a speaker comes back or all names are capitals.
    """
    found = [(n, m) for n, (s, e) in enumerate(paragraphs) if (m := _TURN.match(text, s, e)) and _speaker(m["name"])]
    if not _is_transcript([m["name"] for _, m in found]):
        return []
    out = []
    for k, (number, match) in enumerate(found):
        stop = found[k + 1][0] if k + 1 < len(found) else _last(text, paragraphs, number)
        name = words_between(features, *match.span("name"))
        cue = words_between(features, *match.span("cue"))
        content = [i for p in range(number, stop) if not _STAGE.fullmatch(text, *paragraphs[p]) for i in _in(features, p)]
        content = [i for i in content if i > cue[-1]]
        if content:
            out.append(Draft(name, cue, tuple(content), _CONFIDENCE))
    return out


def _speaker(name: str) -> bool:
    return name.lower() not in _NOT_SPEAKERS and len(name) < 48


def _is_transcript(names: list[str]) -> bool:
    counts = Counter(names)
    returns = max(counts.values(), default=0) >= 2
    return len(names) >= 3 and (returns or all(n.isupper() for n in names)) and len(counts) >= 2


def _last(text: str, paragraphs: Sequence[Offsets], number: int) -> int:
    """After the last turn nothing says where the transcript ends: take the turn's own paragraph only."""
    return min(number + 1, len(paragraphs)) if text else number


def _in(features: Features, paragraph: int) -> range:
    first = bisect_left(features.paragraph, paragraph)
    return range(first, bisect_left(features.paragraph, paragraph + 1))
