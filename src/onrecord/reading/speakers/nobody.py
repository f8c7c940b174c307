"""Attributions without source words: the one who spoke goes on, or nobody is named: 'it was claimed', 'is widely believed'."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.reading.speakers.mentions import SOMEBODY, Cluster
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.phrases import Form
from onrecord.reading.speakers.walk import Voice
from onrecord.records import AttributionType, SourceKind

_BE = frozenset("is was are were be been being 's".split())
_SAID_TO_BE = frozenset("reportedly allegedly apparently supposedly purportedly seemingly evidently ostensibly".split())
_THOUGHT = frozenset(
    "believed thought known expected rumoured rumored feared understood regarded suspected assumed considered hoped held seen"
    " viewed presumed widely generally".split()
)
_GOES_ON = 0.75


def _unknown() -> Cluster:
    return Cluster(SOMEBODY, source_kind=SourceKind.UNKNOWN)


def _public() -> Cluster:
    return Cluster(SOMEBODY, source_kind=SourceKind.PUBLIC)


@dataclass(slots=True)
class Nobody:
    """Nobody(page).speak(voices): gives each voice without source words a cluster. One unknown and one public a document."""

    page: Page
    unknown: Cluster = field(default_factory=_unknown)
    public: Cluster = field(default_factory=_public)

    def speak(self, voices: Sequence[Voice]) -> None:
        last: Voice | None = None
        for voice in sorted(voices, key=lambda v: v.place):
            if voice.phrase.form is Form.NOTHING:
                voice.give(*self._whose(voice, last))
                voice.first_person = last is not None and last.first_person and voice.cluster is None
            last = voice

    def _whose(self, voice: Voice, last: Voice | None) -> tuple[Cluster | None, float]:
        cue = [self.page.low[i] for i in self.page.numbers(voice.attribution.cue)]
        passive = bool(_BE & set(cue)) and cue[-1:] != ["saying"]
        if not passive and not (_SAID_TO_BE & set(cue)) and last is not None and self._goes_on(voice, last, cue):
            return last.cluster, _GOES_ON
        if (passive or not cue) and _THOUGHT & set(cue) and not self._is_seen(cue, voice):
            return self.public, 1.0
        return self.unknown, 1.0

    def _is_seen(self, cue: list[str], voice: Voice) -> bool:
        """'A van was seen leaving' is no opinion."""
        return "seen" in cue and self.page.at(voice.place + len(cue)) != "as" and "widely" not in cue

    def _goes_on(self, voice: Voice, last: Voice, cue: list[str]) -> bool:
        """Whether the last speaker does: another cue in his sentence, or a quotation that follows his without a cue."""
        if voice.attribution.parent != last.attribution.parent:
            return False
        if cue:
            return (
                self.page.sentence[voice.place] == self.page.sentence[last.place]
                and cue[0] not in _BE
                and cue[0] != "according"
            )
        quoted = voice.attribution.type in (AttributionType.DIRECT, AttributionType.BLOCK)
        spoken = last.attribution.type is not AttributionType.INDIRECT
        end = self.page.numbers(last.attribution.content)[-1]
        return quoted and spoken and 0 <= self.page.paragraph[voice.place] - self.page.paragraph[end] <= 1
