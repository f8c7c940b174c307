"""Where a content ends, and what is nobody's: a heading, a poll's question, the next paragraph, what only seems so.

'He claimed that the fees were stolen' / 'Perhaps they did.' -> the second paragraph is no part of what he claimed
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import DETERMINERS, PRONOUNS, reports
from onrecord.records import Block, BlockKind
from onrecord.text.quotation import OUTSIDE

_YOU = frozenset(("you", "your"))
_ANSWERS = frozenset("i we".split())
_QUESTION_WORDS = tuple([w] for w in "what who whom how why when where which".split())
_SHORT = 8  # words of an answer to choose from
_APPEARS = frozenset(
    "appear appears appeared appearing seem seems seemed seeming look looks looked looking sound sounds sounded"
    " resemble resembles resembled".split()
)
_UNDER = frozenset("attack fire siege assault threat bombardment".split())
_LONGEST = 12  # words of a source between marks and cue
_LONGEST_SUBJECT = 18
_BETWEEN = frozenset(", however also then later meanwhile though instead has had have".split())  # a subject and its verb
_STOPS = frozenset(".;:?!")
_PASSED_ON = frozenset("quoted cited interviewed".split())
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds(text, features, blocks).keep(drafts): drafts with their contents cut to size, those of nobody left out.

    cut: what was cut off, a paragraph's words each; it may say something of its own.
    """

    text: str
    features: Features
    blocks: Sequence[Block]
    cut: list[tuple[int, ...]] = field(default_factory=list)

    def keep(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        for draft in drafts:
            draft.content = self._without_headings(draft)
            draft.content = self._after_colon(draft)
            kept = self._in_paragraph(draft)
            self._note([i for i in sorted({*draft.content} - {*kept}) if self.features.quote[i] == OUTSIDE])
            draft.content = kept
            self._find_source(draft)
            self._stay_in_clause(draft)
            if not (self._only_appears(draft) or self._asks_the_reader(draft) or self._tells_nothing(draft)):
                yield draft

    def _note(self, cut: Sequence[int]) -> None:
        self.cut.extend(tuple(words) for _, words in groupby(cut, key=lambda i: self.features.paragraph[i]))

    def _word(self, i: int) -> str:
        return self.text[slice(*self.features.words[i])].lower()

    def _without_headings(self, draft: Draft) -> tuple[int, ...]:
        """What is said in the text does not run over the heading below it."""
        paragraph = self.features.paragraph
        own = {paragraph[i] for i in draft.cue}
        heads = {p for p in {paragraph[i] for i in draft.content} - own if self.blocks[p].kind in _HEADS}
        return tuple(i for i in draft.content if paragraph[i] not in heads) or draft.content

    def _after_colon(self, draft: Draft) -> tuple[int, ...]:
        """'It had grown: according to the Ledger, the police knew' -> 'the police knew': the colon parts."""
        frame = draft.frame()
        first = min(frame, default=0)
        after = tuple(i for i in draft.content if i > max(frame, default=0))
        parts = after and 0 < first < after[0] and self._word(first - 1) == ":" and self.features.quote[first - 1] == OUTSIDE
        return after if parts else draft.content

    def _in_paragraph(self, draft: Draft) -> tuple[int, ...]:
        """What is in no quotation marks ends with the paragraph, unless at a colon; what is in some goes on without a gap."""
        paragraph, quote = self.features.paragraph, self.features.quote
        own = {paragraph[i] for i in draft.frame()}
        if not own or paragraph[draft.content[0]] == paragraph[draft.content[-1]]:
            return draft.content
        last = bisect_left(paragraph, max(own) + 1) - 1
        if self._word(last) == ":":
            return draft.content
        kept = tuple(i for i in draft.content if paragraph[i] in own or quote[i] != OUTSIDE)
        joined = own | _joined({paragraph[i] for i in kept}, own)
        kept = tuple(i for i in kept if paragraph[i] in joined)
        return kept if any(self._word(i)[0].isalnum() for i in kept) else draft.content

    def _find_source(self, draft: Draft) -> None:
        """'“It rains,” one porter, a night man, | recalled': who stands between marks and cue is no part of what is said.

        'according to an aide, quoted by | the Ledger': the aide.
        """
        quote = self.features.quote
        if draft.cue and not draft.source and reports(self._word(draft.cue[-1])):
            tail = tuple(
                takewhile(lambda i: quote[i] == OUTSIDE, range(draft.cue[0] - 1, max(draft.cue[0] - _LONGEST, 0), -1))
            )[::-1]
            quoted = bool(tail) and quote[tail[0] - 1] != OUTSIDE and set(tail) < set(draft.content)
            if quoted and self._word(tail[0])[0].isalnum() and not any(self._word(i) in _STOPS for i in tail):
                draft.source = tail if self._word(tail[-1]) != "," else tail[:-1]
                draft.content = tuple(i for i in draft.content if i not in tail)
        elif draft.source and draft.cue and self._word(draft.cue[-1]) == "to" and draft.source[0] - draft.cue[-1] > 3:
            between = range(draft.cue[-1] + 1, draft.source[0])
            if self._word(between[-1]) == "by" and self._word(between[-2]) in _PASSED_ON and self._word(between[-3]) == ",":
                draft.source = tuple(between[:-3])

    def _stay_in_clause(self, draft: Draft) -> None:
        """'Vell contends so; her lawyer, however, | told Radio Pell': who speaks stands in the clause of the verb."""
        if not draft.source or not draft.cue:
            return
        apart = range(draft.cue[0] - 1, draft.source[-1], -1)
        words = list(takewhile(lambda i: self._word(i) != ";", apart))[::-1]
        while words and self._word(words[-1]) in _BETWEEN:
            words.pop()
        if not words or len(words) == len(apart) or len(words) > _LONGEST_SUBJECT or not self._begins(words[0]):
            return
        if all(self.features.quote[i] == OUTSIDE and not reports(self._word(i)) for i in words):
            draft.source = tuple(words)
            draft.content = tuple(i for i in draft.content if i not in words) or draft.content

    def _begins(self, i: int) -> bool:
        """Whether a noun phrase may begin with word i."""
        start = self.features.words[i][0]
        return self.text[start].isupper() or self._word(i) in DETERMINERS or self._word(i) in PRONOUNS

    def _only_appears(self, draft: Draft) -> bool:
        """'It appears that', 'came under attack': nobody is said to say so."""
        cue = [self._word(i) for i in draft.cue]
        return (
            not draft.source and bool(cue) and (not _APPEARS.isdisjoint(cue) or ("under" in cue and not _UNDER.isdisjoint(cue)))
        )

    def _tells_nothing(self, draft: Draft) -> bool:
        """'What the minister heard' as a heading: what he heard is told below, if anywhere."""
        said = [self._word(i) for i in draft.content]
        return said in _QUESTION_WORDS and self.blocks[self.features.paragraph[draft.content[0]]].kind in _HEADS

    def _asks_the_reader(self, draft: Draft) -> bool:
        """'Whom do you consider the best?' as a heading or a poll, and the answers to choose from: nobody's words."""
        said = [self._word(i) for i in draft.source]
        if not said or any(self.features.quote[i] != OUTSIDE for i in draft.frame()):
            return False
        number = self.features.paragraph[draft.source[0]]
        kind = self.blocks[number].kind
        if said[0] in _YOU:
            return kind in _HEADS or kind is BlockKind.LIST or self._is_poll(number)
        return kind is BlockKind.LIST and said[0] in _ANSWERS and self._length(number) <= _SHORT

    def _is_poll(self, number: int) -> bool:
        """A paragraph that is a question, and what follows it: a list to choose from."""
        block = self.blocks[number]
        question = self.text[block.start : block.end].rstrip().endswith("?")
        return question and number + 1 < len(self.blocks) and self.blocks[number + 1].kind is BlockKind.LIST

    def _length(self, number: int) -> int:
        paragraph = self.features.paragraph
        return bisect_left(paragraph, number + 1) - bisect_left(paragraph, number)


def _joined(held: AbstractSet[int], own: AbstractSet[int]) -> set[int]:
    """Numbers of paragraphs that follow one another, up and down from a source's and a cue's own."""
    first, last = min(own), max(own)
    while first - 1 in held:
        first -= 1
    while last + 1 in held:
        last += 1
    return set(range(first, last + 1))
