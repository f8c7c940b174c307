"""Names in the wording of a source: 'Rafael Quintrell, the foreign secretary' -> Name('Rafael Quintrell', is_body=False)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.records import Source, SourceKind

# Pronouns stand for a source worded elsewhere.
# fmt: off
PRONOUNS = frozenset((
    "he", "she", "it", "they", "we", "i", "you", "who", "him", "her", "them", "us",
    "me", "his", "hers", "its", "their", "theirs", "our", "my", "this", "that", "these", "those",
    "which", "whom", "one", "himself", "herself", "itself", "themselves",
))
_TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "reverend", "father",
    "sister", "brother", "bishop", "archbishop", "cardinal", "pope", "rabbi", "imam", "king", "queen", "prince", "princess",
    "president", "premier", "prime", "vice", "deputy", "minister", "chancellor", "secretary", "senator", "sen", "rep",
    "representative", "congressman", "congresswoman", "governor", "gov", "mayor", "councillor", "councilor", "ambassador",
    "commissioner", "judge", "justice", "general", "gen", "colonel", "col", "major", "captain", "capt", "lieutenant", "lt",
    "sergeant", "sgt", "inspector", "detective", "superintendent", "chief", "constable", "officer", "sheriff", "admiral",
    "chairman", "chairwoman", "chair", "director", "coach", "treasurer", "attorney",
))
_NO_NAMES = frozenset((
    "a", "an", "the", "some", "many", "most", "all", "few", "several", "others", "another", "both", "one", "two",
    "three", "four", "five", "six", "seven", "no", "nobody", "everyone", "everybody", "somebody", "someone", "people",
    "critics", "officials", "experts", "residents", "witnesses", "lawyers", "doctors", "prosecutors", "scientists",
    "researchers", "sources", "police", "supporters", "opponents", "neighbours", "neighbors", "analysts",
    "investigators", "our", "his", "her", "their", "its", "my", "in", "on", "at", "for", "from", "as", "according",
    "but", "and", "when", "if", "this", "that", "these", "those", "what",
))
_ABOUT = frozenset(("of", "for", "from", "in", "at", "with", "to", "by", "on", "near", "behind", "against", "than"))
# fmt: on
_RELATIVE = frozenset(("who", "that", "which", "whose", "and", "or"))
_TOKEN = re.compile(r"[^\W_]+(?:[-.’'&][^\W_]+)*|,")
_POSSESSIVE = re.compile(r"[’']s$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as worded, titles and article left out. is_body: an outlet, an office, a court: what follows a "the"."""

    full: str
    is_body: bool

    @property
    def last(self) -> str:
        """'Ida Vell' -> 'Vell': what a person is called after the first time; a body keeps its whole name."""
        return self.full if self.is_body else self.full.rpartition(" ")[2]


def is_pronoun(wording: str) -> bool:
    """'She' -> True, 'she and Mr Brandt' -> False."""
    return wording.casefold() in PRONOUNS


def has_name(text: str, name: str) -> bool:
    """("The Halden Courier", "courier") -> True: whether a name stands in a text as words, case aside."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def names(wording: str) -> tuple[Name, ...]:
    """'the head of the Orrin board, Ms Hanne Winther' -> (Name('Hanne Winther', is_body=False),); 'the mayor' -> ().

    Names that only tell of what somebody is ('of the Orrin board') count where there is no other.
    """
    found = list(_runs(wording))
    own = tuple(name for name, is_about in found if not is_about)
    return own or tuple(name for name, _ in found)


def source_of(wording: str) -> Source:
    """'Ms Vell' -> Source('', 'Ms Vell', UNKNOWN, named=True, ...): who is meant, as far as the wording alone tells."""
    return Source("", wording, SourceKind.UNKNOWN, bool(names(wording)) and not is_pronoun(wording), None, ())


def description(wording: str) -> str:
    """'one official, who asked not to be named' -> 'official': what somebody without a name is said to be; '' for none."""
    head: list[str] = []
    for match in _TOKEN.finditer(wording):
        word = match[0].casefold()
        if head and (word == "," or word in _ABOUT or word in _RELATIVE):
            break
        if word not in _NO_NAMES and word not in PRONOUNS and word != ",":
            head.append(_POSSESSIVE.sub("", word))
    return head[-1] if head else ""


def _runs(wording: str) -> Iterator[tuple[Name, bool]]:
    """Each run of capitalised words, and whether a preposition leads to it."""
    tokens = [m[0] for m in _TOKEN.finditer(wording)]
    run: list[str] = []
    lead: list[str] = []  # the words before the run
    for n, word in enumerate([*tokens, ""]):
        following = tokens[n + 1] if n + 1 < len(tokens) else ""
        if _is_part(word):
            run.append(word if _is_part(following) or following == "of" else _POSSESSIVE.sub("", word))
        elif word == "of" and run and _is_part(following) and _after_the(lead):
            run.append(word)  # the Court of Appeal
        else:
            if run:
                yield Name(" ".join(run), _after_the(lead) or run[0].isupper()), _leads(lead)
                run, lead = [], []
            lead.append(word)


def _is_part(word: str) -> bool:
    bare = word.casefold().strip(".")
    return bool(word) and word[0].isupper() and bare not in _TITLES and bare not in _NO_NAMES


def _after_the(lead: list[str]) -> bool:
    return bool(lead) and lead[-1].casefold() == "the"


def _leads(lead: list[str]) -> bool:
    """'head of the' -> True, 'secretary ,' -> False."""
    near = [t.casefold() for t in lead if t.casefold() not in {"the", "a", "an"} and t.casefold() not in _TITLES]
    return bool(near) and near[-1] in _ABOUT
