"""Pieces of an article -> one text and the blocks in it; and where a block quotation begins and the author's voice returns."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.records import Block, BlockKind
from onrecord.sources.voice import lasts
from onrecord.text.quotation import Quotation, quotations

BETWEEN = "\n\n"
PARAGRAPH, QUOTATION = BlockKind.PARAGRAPH, BlockKind.QUOTATION


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that has no place yet: Piece(HEADING, "What the mayor knew").

    close: it stands nearer to the one before than the article's paragraphs stand to each other.
    """

    kind: BlockKind
    text: str
    close: bool = False


def join(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """[Piece(TITLE, 'A'), Piece(PARAGRAPH, 'B.')] -> ('A\\n\\nB.', (Block(TITLE, 0, 1), Block(PARAGRAPH, 3, 5)))"""
    texts, blocks, at = [], [], 0
    for piece in pieces:
        text = piece.text.strip()
        if not text:
            continue
        texts.append(text)
        blocks.append(Block(piece.kind, at, at + len(text)))
        at += len(text) + len(BETWEEN)
    return BETWEEN.join(texts), tuple(blocks)


_TURN = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{1,40}|Q|A|(?:M[rs]{1,2}|Dr|Sen|Rep|Gov|Gen)\.? [A-Z][\w'’-]+)"
    r"(?: \([^)\n]{1,60}\)|, [A-Z][^:\n]{1,60})?:(?=\s|$)"
)


def is_turn(text: str) -> bool:
    """'PENCE: We will win.' -> True: a speaker's turn in a transcript, which is no block quotation."""
    return _TURN.match(text) is not None


_TELLS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|wr(?:ite|ites|ote|itten|iting)|t(?:ell|ells|old|elling)|repl(?:y|ies|ied)|testif(?:y|ies|ied)"
    r"|conced(?:e|es|ed|ing)|acknowledg(?:e|es|ed)|continu(?:e|es|ed|ing)|conclud(?:e|es|ed|ing)|declar(?:e|es|ed|ing|ation)"
    r"|(?:report|add|note|ask|answer|argue|claim|insist|warn|observe|remark|recall|describe|confirm|reveal|assert|announce"
    r"|state|quote|tweet|post|email|e-mail|explain|admit|respond|read)(?:s|d|ed|ted|ing)?|noting|stating|quoting|arguing|claiming"
    r"|observing|explanation|response|statements?|letter|message|memo|press release|excerpts?|quotation|words|article|editorial"
    r"|speech|remarks|reply|answers|note|notes|poem|verses?|entry|diary|log|notice|sign|minutes|verdict|ruling|oath|song|telegram"
    r"|runs|ran|goes|went|begins|began|ends|gives|gave|wired|cabled"
    r"|column|transcript|put(?:s|ting)? it|testimony|ruled|according to|as follows)\b",
    re.IGNORECASE,
)
_PAGE_TALK = re.compile(
    r"\b(?:below|click|subscribe|sign up|listen|watch|includes?|including|all times|for context)\b", re.IGNORECASE
)
_LABEL = re.compile(r"[A-Z][\w’' ]{1,40}: ")  # "Voter turnout: The board says ...": an item of a list
_FEWEST_WORDS = 6
_LISTS = re.compile(
    r"\b(?:reasons|points|steps|things|questions|facts|ways|options|examples|items|results|figures|takeaways|lessons|rules|tips|scores)\b[^.]{0,40}:$",
    re.IGNORECASE,
)
# A verb of telling at the very end of an introduction leaves no doubt, however little follows: 'he replied:' 'No.'
_POINTS = re.compile(
    r"\b(?:said|says|wrote|writes|repl(?:ied|ies)|read|reads|answered|answers|added|adds|asked|asks|stated?|states)"
    r"(?:,? (?:only|simply|in full|thus|this|back|in part))?,?:$"
)
_LONGEST = 12  # paragraphs


def set_apart(pieces: Sequence[Piece]) -> list[BlockKind]:
    """['The Herald wrote:', 'The bridge is sold.', 'He denied it.'] -> [PARAGRAPH, QUOTATION, PARAGRAPH]

    The kinds of the pieces, paragraphs that a colon introduces turned to quotations. Transcript turns and the introductions of
    lists are left alone. When in doubt a block ends after one paragraph.
    """
    kinds = [piece.kind for piece in pieces]
    for i, piece in enumerate(pieces[:-1]):
        if kinds[i] is PARAGRAPH and kinds[i + 1] is PARAGRAPH and _introduces(piece.text):
            for k in range(i + 1, i + 1 + _length(pieces, i + 1)):
                kinds[k] = QUOTATION
    return kinds


def _introduces(text: str) -> bool:
    return text.endswith(":") and not is_turn(text) and not _LISTS.search(text)


def _length(pieces: Sequence[Piece], first: int) -> int:
    """How many paragraphs from the first one on the colon before it introduces."""
    candidates = []
    for piece in pieces[first : first + _LONGEST]:
        if piece.kind is not PARAGRAPH or is_turn(piece.text):
            break
        candidates.append(piece.text)
    if not candidates or candidates[0].endswith(":"):
        return 0
    in_marks = _in_marks(candidates)
    if in_marks is not None:
        return in_marks
    if not _could_be_set_apart(_last_sentence(pieces[first - 1].text), candidates[0]):
        return 0
    introduction = _last_sentence(pieces[first - 1].text)
    ends = first + len(candidates) == len(pieces)
    close = _close(pieces[first : first + len(candidates)])
    return close or lasts(candidates, [p.text for p in pieces[max(0, first - 6) : first]], introduction, ends=ends)


def _close(candidates: Sequence[Piece]) -> int:
    """How many paragraphs keep closer together than the article's do: laid out as one, they are one quotation."""
    if len(candidates) < 2 or not candidates[1].close:
        return 0
    return next((n for n, piece in enumerate(candidates) if n and not piece.close), len(candidates))


def _could_be_set_apart(introduction: str, first: str) -> bool:
    """Without quotation marks the introduction must speak of words, and what follows be some, not an item of a list."""
    told = _TELLS.search(introduction) is not None and not _PAGE_TALK.search(introduction)
    long_enough = len(first.split()) >= _FEWEST_WORDS or _POINTS.search(introduction) is not None
    return told and long_enough and not _LABEL.match(first)


def _last_sentence(text: str) -> str:
    return re.split(r"[.!?][\"”’]?\s+(?=[A-Z\"“‘])", text)[-1]


def _in_marks(candidates: Sequence[str]) -> int | None:
    """How many of the paragraphs stand wholly in quotation marks; None if the first does not begin with one."""
    text, blocks = join(Piece(PARAGRAPH, c) for c in candidates)
    spans = [(b.start, b.end) for b in blocks]
    outer = [q for q in quotations(text, spans) if q.depth == 1]
    if not any(q.start == 0 for q in outer):
        return None
    count, left_open = 0, False
    for start, end in spans:
        here = [q for q in outer if start <= q.start < end]
        if left_open and not here:
            break  # the writer forgot the closing mark: the first paragraph without one is the author's
        if not _covered(text, start, end, here):
            break
        count, left_open = count + 1, not here[-1].closed
    return count


def _covered(text: str, start: int, end: int, marked: Sequence[Quotation]) -> bool:
    at = start
    for q in marked:
        if text[at : q.start].strip(" \n[].…—–-"):
            return False
        at = q.end
    return bool(marked) and not text[at:end].strip(" \n[].…—–-")
