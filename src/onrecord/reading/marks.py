"""What stands in quotation marks and is no speech: titles of works, nicknames, scare quotes. A function is a rule."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft
from onrecord.reading.lexicon import (
    CREATION,
    DETERMINED,
    DETERMINERS,
    DISTANCE,
    EDITED_BEFORE,
    ENTITLED,
    JUDGING,
    KNOWN_FOR,
    MEANING_AFTER,
    MEANING_BEFORE,
    NAMING,
    PREPOSITIONS,
    SHOUTING,
    SPEAKING,
    WISHED_BEFORE,
    WORK_AFTER,
    WORKS,
    reports,
)
from onrecord.records import MarkType
from onrecord.text.quotation import Quotation
from onrecord.text.words import CAPITALISED

_SMALL = frozenset("a an and as at but by for from in into of on or over the to with without s t d ll m re ve".split())
_LONGEST_MARK = 5  # words of a scare quote outside any attribution
_LONGEST_TITLE = 12
_REACH = 6  # words before a quotation in which a verb of judging makes it speech: "found the kitchen “clean”"
_INSIDE_SPEECH = 3  # words of a scare quote within a quotation
_EDITED = 2  # words
_FAR = 20
_NEAR = 3
_MOST_PUNCTUATION = 3  # times the words between the marks
_HEADLINE = 30  # words

Rule = Callable[["Quoted"], MarkType | None]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation and what is around it.

    words: word numbers, marks included. inner: the words between the marks; letters: those that are no punctuation. before,
    after: the text around, lines unwrapped. holders: the drafts that hold it; alone: those that say nothing but it.
    introduced: a cue, a colon or "said," stands right before it.
    """

    text: str
    features: Features
    quotation: Quotation
    words: Sequence[int]
    inner: Sequence[str]
    letters: Sequence[str]
    before: str
    after: str
    holders: Sequence[Draft]
    alone: Sequence[Draft]
    introduced: bool

    def word(self, i: int) -> str:
        return self.text[slice(*self.features.words[i])]

    def preceding(self, count: int) -> list[str]:
        """Up to so many words before it, in its own sentence, nearest first."""
        out: list[str] = []
        for i in range(self.words[0] - 1, max(-1, self.words[0] - 1 - count), -1):
            word = self.word(i)
            if word in ".!?;“‘«" or self.features.paragraph[i] != self.features.paragraph[self.words[0]]:
                break
            out.append(word)
        return out


def look_at(text: str, features: Features, q: Quotation, words: Sequence[int], holders: Sequence[Draft]) -> Quoted:
    """A quotation, its words and the drafts that hold it -> what the rules are told of it."""
    inner = [text[slice(*features.words[i])] for i in words if q.inner[0] <= features.words[i][0] < q.inner[1]]
    before, after = (part.replace("\n", " ") for part in (text[max(0, q.start - 60) : q.start], text[q.end : q.end + 40]))
    frames = {i for d in holders for i in d.cue}
    introduced = any(i in frames for i in range(words[0] - 3, words[0])) or before.rstrip().endswith((":", "said,", "says,"))
    letters = [w for w in inner if w[0].isalnum()]
    alone = [d for d in holders if says_only(text, features, d, words)]
    return Quoted(text, features, q, words, inner, letters, before, after, holders, alone, introduced)


def says_only(text: str, features: Features, draft: Draft, words: Sequence[int]) -> bool:
    """Whether a draft's content, punctuation aside, lies within the words."""
    if len(draft.content) > _MOST_PUNCTUATION * len(words):
        return False  # a line of nothing but marks must not compare all with all
    own = set(words)
    return all(i in own for i in draft.content if text[features.words[i][0]].isalnum())


def kind_of(quoted: Quoted) -> MarkType | None:
    """What a quotation is that is no speech; None if it is speech."""
    if not 0 < len(quoted.letters) <= _LONGEST_TITLE:
        return None
    return next((kind for rule in RULES if (kind := rule(quoted))), None)


def _of_a_work(x: Quoted) -> MarkType | None:
    """A noun for a work before or after it: 'the novel “The Long Tide”', '“Tidiness”, a history of the pans'."""
    work = WORKS.search(x.before) or WORK_AFTER.match(x.after) or KNOWN_FOR.search(x.before)
    single = len(x.letters) == 1 and not x.letters[0][0].islower()
    entitled = ENTITLED.search(x.before) and x.letters[0][0].isupper()  # 'a panel entitled, “Russia-gate today”'
    return MarkType.TITLE if entitled or (work and (_titled(x) or single)) else None


def _of_a_person(x: Quoted) -> MarkType | None:
    return MarkType.NICKNAME if len(x.letters) <= 4 and any(_nickname(x)) else None


def _office(x: Quoted) -> MarkType | None:
    """'Its “Director of Delight,” Marcus Pell'."""
    j = x.words[-1] + 1
    owned = x.preceding(1) and x.preceding(1)[0].lower() in DETERMINERS
    named = j < len(x.features.words) and x.features.shape[j] == CAPITALISED
    return MarkType.SCARE_QUOTE if owned and named and _titled(x) else None


def _in_title_case(x: Quoted) -> MarkType | None:
    created = CREATION.search(x.before)
    unsaid = not x.introduced and (not x.alone or len(x.letters) > 2) and not SHOUTING.intersection(x.preceding(1))
    return MarkType.TITLE if _titled(x) and (created or (unsaid and not _in_headline(x))) else None


def _in_headline(x: Quoted) -> bool:
    """Whether all the paragraph is in Title Case: there it says nothing of the quotation."""
    n = x.features.paragraph[x.words[0]]
    first, last = (bisect_left(x.features.paragraph, k) for k in (n, n + 1))
    if last - first > _HEADLINE:
        return False
    around = [x.word(i) for i in (*range(first, x.words[0]), *range(x.words[-1] + 1, last))]
    long = [w for w in around if len(w) > 3 and w[0].isalpha()]
    return len(long) > 1 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def _a_word_itself(x: Quoted) -> MarkType | None:
    """'the word “harbour”', 'what “soon” means'."""
    short = len(x.letters) <= _LONGEST_MARK
    meant = MEANING_AFTER.match(x.after) or MEANING_BEFORE.search(x.before)
    return (
        MarkType.SCARE_QUOTE if short and (DISTANCE.search(x.before) or (meant and len(x.letters) <= _INSIDE_SPEECH)) else None
    )


def _edited(x: Quoted) -> MarkType | None:
    """'deleted “aware”'; inside speech also '“Two of us wanted ‘informed’,” he said': a word that is put in or left out."""
    if len(x.letters) > _EDITED or not x.letters[0][0].islower():
        return None
    inside = x.quotation.depth > 1 and len(x.letters) == 1 and WISHED_BEFORE.search(x.before)
    return MarkType.SCARE_QUOTE if inside or EDITED_BEFORE.search(x.before) else None


def _owned(x: Quoted) -> MarkType | None:
    """'the “improvements”': an article or a possessive before words that nobody is said to say."""
    lower = DETERMINED.search(x.before) and x.letters[0][0].islower() and not _spoken_of(x)
    return MarkType.SCARE_QUOTE if lower and len(x.letters) <= _LONGEST_MARK and (x.alone or not x.holders) else None


def _inside_speech(x: Quoted) -> MarkType | None:
    """'“Two of us wanted ‘informed’,” he said': a word or two inside a quotation that no verb of saying is near."""
    if x.quotation.depth < 2 or len(x.letters) > _INSIDE_SPEECH or x.alone:
        return None
    around = [*x.preceding(_NEAR), *x.after.split()[:_NEAR]]
    spoken = x.before.rstrip().endswith((":", ","))
    return None if spoken or any(reports(w.strip(",.;:\"”’'")) for w in around) else MarkType.SCARE_QUOTE


def _unsaid(x: Quoted) -> MarkType | None:
    """A few words of no sentence, and no cue for them in sight."""
    if x.holders and not (x.alone and not x.introduced and not _cue_near(x)):
        return None
    spoken = len(x.letters) > 2 and x.inner[-1] in {".", "!", "?"} and x.letters[0][0].isupper()
    as_what = x.preceding(1) == ["as"]  # "described the affair, which has cost £11,000, as “regrettable”"
    judged = any(w.lower() in JUDGING for w in x.preceding(_FAR if as_what else _REACH))
    judged = judged and (as_what or not DETERMINED.search(x.before))
    sentence = len(x.letters) > _LONGEST_MARK or spoken or judged or _spoken_of(x) or _cue_follows(x.after)
    return None if sentence or x.introduced else MarkType.SCARE_QUOTE


def _spoken_of(x: Quoted) -> bool:
    """'spoke of “a new start”'."""
    preposition, *verb = x.preceding(2) or [""]
    return preposition in PREPOSITIONS and any(w.lower() in SPEAKING or reports(w) for w in verb)


RULES: tuple[Rule, ...] = (
    _of_a_work,
    _of_a_person,
    _office,
    _in_title_case,
    _a_word_itself,
    _edited,
    _owned,
    _inside_speech,
    _unsaid,
)


def _nickname(x: Quoted) -> Iterator[bool]:
    yield NAMING.search(x.before) is not None
    yield len(x.letters) > 1 and x.letters[0] == "the" and all(w[0].isupper() for w in x.letters[1:])  # 'the Ferrets'
    i, j = x.words[0] - 1, x.words[-1] + 1
    paragraph, words = x.features.paragraph, x.features.words
    if j >= len(words) or paragraph[j] != paragraph[x.words[0]] or not x.letters[0][0].isupper() or _in_headline(x):
        return
    if x.features.starts_paragraph(x.words[0]):
        yield len(x.letters) < 3 and x.inner[-1][0].isalnum() and x.features.shape[j] == CAPITALISED  # "Fingers" Malloy
    elif paragraph[i] == paragraph[j]:
        names = all(w[0].isupper() and len(w) > 1 for w in (x.word(i), x.word(j)))
        yield names and x.word(i).lower() not in DETERMINERS and not x.text.startswith(",", words[i][1])


def _titled(x: Quoted) -> bool:
    """Title Case: every word but the small ones begins with a capital or a digit; and it is no sentence."""
    big = [w for w in x.letters if w.lower() not in _SMALL]
    stops = [k for k, w in enumerate(x.inner[:-1]) if w in ".!?" and (k == 0 or len(x.inner[k - 1]) > 3)]  # but "Mr."
    if stops or all(len(w) == 1 for w in x.letters):
        return False  # two sentences, or "U-S-A!"
    return len(x.letters) > 1 and bool(big) and all(not w[0].islower() for w in big) and not x.letters[0][0].islower()


def _cue_near(x: Quoted) -> bool:
    return any(d.cue and (x.words[0] - 8 <= d.cue[-1] <= x.words[-1] + 8) for d in x.alone)


def _cue_follows(after: str) -> bool:
    return any(reports(w.strip(",.;:\"”’'")) for w in after.split()[:4])
