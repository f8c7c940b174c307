"""Where a block quotation without quotation marks ends: whose voice a paragraph is in, by the signs each voice leaves.

Nothing marks the end of such a block. A paragraph after its first one is taken for more of it only if the signs that the voice
goes on outweigh those that the author is back; in doubt it is the author's. Each sign is a function: paragraph -> weight.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from onrecord.text.quotation import quotations

FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|[Mm]y|[Ww]e|[Ww]e['’](?:re|ve|ll|d)|[Oo]urs?|[Uu]s)\b")
_RESUMES = re.compile(r"(?:\.\.\.|…|\[(?:\.\.\.|…)\])")
_ORDER = re.compile(
    r"(?:^|[.!?] )(?:Do not|Don['’]t|Please|Let|Ask|Call|Write|Send|Bring|Take|Keep|Leave|Come|Go|Apply|Remember|Tell|Stop)\b"
    r"(?! ?,)"
)
_ADDRESS = re.compile(r"\b[Yy]ou(?:rs?)?\b|\b(?:must|shall|may not|is forbidden|are forbidden)\b")
_PRESENT = re.compile(
    r"\b(?:is|are|am|isn['’]t|aren['’]t|has|have|do|does|will|shall|can|must|may)\b|\w['’](?:re|ve|ll|m)\b", re.IGNORECASE
)
_PAST = re.compile(
    r"\b(?:was|were|wasn['’]t|weren['’]t|had|did|didn['’]t|"
    r"(?<!been )(?<!has )(?<!have )(?<!is )(?<!are )(?<!be )(?:said|told|went|came|took|made|gave|found|left|sent|kept|held|"
    r"wrote|saw|knew|thought|became|began|got|ran|stood|met|brought|lost|won|spoke|fell|paid|put|read|[a-z]{2,}ed))\b"
)
_TELLS = re.compile(
    r"\b(?:say|says|said|tells?|told|den(?:y|ies|ied)|repl(?:y|ies|ied)|refuse[sd]?|declined?|declines|insists?|insisted|"
    r"claim(?:s|ed)?|argue[sd]?|ask(?:s|ed)|add(?:s|ed)|wrote|writes|report(?:s|ed)|according to|confirm(?:s|ed)?|call(?:s|ed)|"
    r"disputes?)\b"
)
_TOLD_ME = re.compile(r"\b(?:tell|tells|told|showed|asked|answered|wrote to|replied to) (?:me|us)\b")
_NAME = re.compile(r"(?<![.!?:] )(?<![.!?][”\"’] )(?<!^)\b[A-Z][a-z]{2,}\b")
_NOUN = re.compile(r"\b(?:the|an?|its|his|her|their|this|that) ((?:[a-z-]+ ){0,2}?[a-z-]{4,})(?=[\s,:.])", re.IGNORECASE)
_ENOUGH = 2
_SHORT = 3  # a paragraph this many times shorter than the author's


@dataclass(frozen=True, slots=True)
class Setting:
    """What surrounds a candidate paragraph: the block's first paragraph, the author's before it, the introducing sentence."""

    first: str
    author: Sequence[str]
    introduction: str
    last: bool

    def author_says_i(self) -> bool:
        return any(FIRST_PERSON.search(unquoted(a)) for a in self.author)


def lasts(candidates: Sequence[str], author: Sequence[str], introduction: str, *, ends: bool) -> int:
    """['I was there.', 'We left.', 'He denies it.'] -> 2: how many paragraphs from the first on are in the quoted voice.

    author: the paragraphs before, the introducing one last. introduction: its last sentence. ends: no paragraph comes after.
    """
    settings = [Setting(candidates[0], author, introduction, ends and c is candidates[-1]) for c in candidates]
    weights = [sum(sign(c, s) for sign in SIGNS) for c, s in zip(candidates, settings, strict=True)]
    count = 1
    while count < len(candidates):
        carried = weights[count] >= 0 and count + 1 < len(candidates) and weights[count + 1] > _ENOUGH
        if weights[count] < _ENOUGH and not carried:
            break
        count += 1
    return count


def _resumes(p: str, _: Setting) -> int:
    return 5 if _RESUMES.match(p) else 0


def _first_person(p: str, s: Setting) -> int:
    """'I' in a paragraph whose author has not said 'I': more where the block began so."""
    if s.author_says_i() or not FIRST_PERSON.search(unquoted(p)):
        return 0
    return 3 if FIRST_PERSON.search(unquoted(s.first)) else 1


def _address(p: str, s: Setting) -> int:
    """Orders and 'you', which reports seldom hold."""
    for sign, weight in ((_ORDER, 2), (_ADDRESS, 1)):
        found = sign.search(p)
        if found and not any(found[0] in a for a in s.author):
            return weight
    return 0


def _tense(p: str, s: Setting) -> int:
    """Present where the author tells a story in the past; past where the block is in the present."""
    if _past(" ".join(s.author)) > 0 and _past(p) < 0:
        return 1
    return -1 if _past(p) > 0 > _past(s.first) else 0


def _short(p: str, s: Setting) -> int:
    """As short as the block's first paragraph, where the author writes at length."""
    usual = median(len(a) for a in s.author)
    return 1 if not s.last and max(len(p), len(s.first)) * _SHORT <= usual else 0


def _author_quotes(p: str, s: Setting) -> int:
    """Speech in quotation marks, or a colon: the author at work, unless the block began so."""
    return -5 if p.endswith(":") or (unquoted(p) != p and unquoted(s.first) == s.first) else 0


def _author_tells(p: str, _: Setting) -> int:
    bare = unquoted(p)
    return -5 if _TOLD_ME.search(bare) else -2 if _TELLS.search(bare) and not FIRST_PERSON.search(bare) else 0


def _names_the_source(p: str, s: Setting) -> int:
    """Who or what was introduced as speaking is spoken of: 'Tave', 'the notice'."""
    introduced = " ".join(s.author[-1:])
    names = set(_NAME.findall(introduced)) & set(re.findall(r"\b[A-Z][a-z]{2,}\b", p))
    nouns = {n.split()[-1] for n in _NOUN.findall(s.introduction.lower())}
    spoken_of = {n.split()[-1] for n in _NOUN.findall(p.lower())} - {n.split()[-1] for n in _NOUN.findall(s.first.lower())}
    return -3 * bool(names) - 3 * bool(nouns & spoken_of)


SIGNS: tuple[Callable[[str, Setting], int], ...] = (
    _resumes,
    _first_person,
    _address,
    _tense,
    _short,
    _author_quotes,
    _author_tells,
    _names_the_source,
)


def _past(text: str) -> int:
    """How many more verbs of a text are past than present, by their forms."""
    bare = unquoted(text)
    return len(_PAST.findall(bare)) - len(_PRESENT.findall(bare))


def unquoted(text: str) -> str:
    """'He said “we won” again' -> 'He said  again': the words outside quotation marks."""
    out, at = [], 0
    for q in quotations(text, [(0, len(text))]):
        if q.depth == 1:
            out.append(text[at : q.start])
            at = q.end
    return "".join((*out, text[at:]))
