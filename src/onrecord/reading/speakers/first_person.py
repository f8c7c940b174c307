"""I and we: whoever speaks the words they stand in; outside all quotations, the author."""

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.walk import Voice
from onrecord.records import AttributionType

_DEPTH = 16
_INSIDE = 0.93  # of the speaker's own sureness


def speak(page: Page, voices: Sequence[Voice]) -> None:
    """Give the voices of a first person the cluster of the attribution around them; those without one stay as they are."""
    by_id = {v.attribution.id: v for v in voices}
    around = _holders(page, voices)
    for voice in voices:
        if voice.first_person and voice.cluster is None:
            _speak(voice, by_id, around)


def _speak(voice: Voice, by_id: dict[str, Voice], around: dict[int, Voice]) -> None:
    above = voice
    for _ in range(_DEPTH):
        outer = _outer(above, by_id, around)
        if outer is None or outer is voice:
            return
        if not outer.first_person:
            voice.give(outer.cluster, _INSIDE * outer.confidence)
            voice.note()
            return
        above = outer


def _outer(voice: Voice, by_id: dict[str, Voice], around: dict[int, Voice]) -> Voice | None:
    parent = voice.attribution.parent
    outer = by_id.get(parent) if parent is not None else around.get(voice.place)
    if outer is None or outer.attribution.type is not AttributionType.INDIRECT or outer.first_person:
        return outer
    return by_id.get(outer.attribution.parent or "", outer)  # “My waiter says I knew it,” Vell said


def _holders(page: Page, voices: Sequence[Voice]) -> dict[int, Voice]:
    """Word -> the voice whose content it is in, the smallest: for sources that nesting did not place."""
    out: dict[int, Voice] = {}
    wanted = sorted({v.place for v in voices if v.first_person and v.attribution.parent is None})
    starts = [page.offsets[i][0] for i in wanted]
    for voice in sorted(voices, key=lambda v: -sum(len(s) for s in v.attribution.content)):
        for span in voice.attribution.content:
            held = wanted[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            out.update((i, voice) for i in held if i != voice.place)
    return out
