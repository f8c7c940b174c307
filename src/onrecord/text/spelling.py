"""Spellings of one word: British and American, contracted and full, abbreviated."""

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.text.numbers import with_values

_NOT = {
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "shan't": ("shall", "not"),
    "cannot": ("can", "not"),
    "ain't": ("am|is|are|has|have|do|does", "not"),
}
_SUFFIXES = (("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"), ("'d", "would|had"), ("'s", "is|has"))
_WHOLE = {
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "kinda": ("kind", "of"),
    "sorta": ("sort", "of"),
    "lemme": ("let", "me"),
    "let's": ("let", "us"),
    "'em": ("them",),
    "'til": ("until",),
    "till": ("until",),
    "'cause": ("because",),
    "cos": ("because",),
    "y'all": ("you", "all"),
    "o'clock": ("oclock",),
    "etc": ("et", "cetera"),
}
_PLAIN_NOT = "don doesn didn isn aren wasn weren hasn haven hadn wouldn couldn shouldn mustn needn".split()
_WHOLE |= {w + "t": ({"don": "do", "doesn": "does", "didn": "did"}.get(w, w[:-1]), "not") for w in _PLAIN_NOT}
_VARIANTS = dict(
    pair.split(":")
    for pair in (
        "programme:program programmes:programs grey:gray cheque:check cheques:checks tyre:tire tyres:tires kerb:curb "
        "plough:plow sceptic:skeptic sceptical:skeptical sceptics:skeptics mould:mold storey:story judgement:judgment "
        "ageing:aging enrol:enroll fulfil:fulfill skilful:skillful wilful:willful learnt:learned burnt:burned "
        "dreamt:dreamed spelt:spelled spoilt:spoiled whilst:while amongst:among towards:toward afterwards:afterward "
        "forwards:forward backwards:backward jewellery:jewelry aluminium:aluminum moustache:mustache pyjamas:pajamas "
        "manoeuvre:maneuver draught:draft ok:okay mum:mom mums:moms maths:math mister:mr doctor:dr saint:st versus:vs v:vs "
        "governor:gov senator:sen representative:rep president:pres professor:prof general:gen lieutenant:lt "
        "colonel:col sergeant:sgt captain:capt incorporated:inc corporation:corp company:co limited:ltd "
        "january:jan february:feb august:aug september:sept sep:sept october:oct november:nov december:dec "
        "usa:us unitedstates:us america:america adviser:advisor advisers:advisors protester:protestor "
        "protesters:protestors acknowledgement:acknowledgment artefact:artifact artefacts:artifacts axe:ax "
        "catalogue:catalog cosy:cozy doughnut:donut gaol:jail licence:license practise:practice "
        "practising:practicing practised:practiced tonne:ton tonnes:tons "
        "traveller:traveler woollen:woolen yoghurt:yogurt alright:allright til:until thru:through tho:though "
        "recieve:receive recieved:received seperate:separate definately:definitely occured:occurred goverment:government "
        "ukranian:ukrainian kyiv:kiev"
    ).split()
)
_RULES = (  # the letters that a word must have for a pattern to be tried
    ("is", re.compile(r"(?<=\w\w\w)is(e|es|ed|ing|er|ers|ation|ations)$"), r"iz\1"),
    ("ys", re.compile(r"(?<=\w\w)ys(e|es|ed|ing)$"), r"yz\1"),
    ("our", re.compile(r"(?<=\w\w)our(s|ed|ing|able|ite|ites|al|ful|er|ers|hood|hoods|less)?$"), r"or\1"),
    ("re", re.compile(r"(?<=\w)(t|b)re(s|d)?$"), r"\1er\2"),
    ("ll", re.compile(r"(?<=\w[aeiou])ll(ed|ing|er|ers|or|ors)$"), r"l\1"),
    ("ogue", re.compile(r"ogue(s)?$"), r"og\1"),
    ("ence", re.compile(r"(?<=\w\w)ence(s|d)?$"), r"ense\1"),
    ("ae", re.compile(r"ae(?=\w\w\w)"), "e"),
    ("oe", re.compile(r"oe(?=\w\w\w\w)"), "e"),
)
_LONG = 5
MONTHS = frozenset("jan feb march april may june july aug sept oct nov dec".split())


def spelling(word: str) -> str:
    """'colour' -> 'color', 'organised' -> 'organized', 'programme' -> 'program': one form for both; no form a reader sees."""
    if word in _VARIANTS:
        return _VARIANTS[word]
    if len(word) >= _LONG:
        for letters, pattern, form in _RULES:
            if letters in word:
                word = pattern.sub(form, word)
    return word


def full(word: str) -> tuple[str, ...]:
    """ "don't" -> ("do", "not"), "he's" -> ("he", "is|has"), "mill" -> ("mill",)."""
    if word in _WHOLE:
        return _WHOLE[word]
    if word in _NOT:
        return _NOT[word]
    if word.endswith("n't"):
        return word[:-3], "not"
    for suffix, meant in _SUFFIXES:
        if word.endswith(suffix) and len(word) > len(suffix):
            return word[: -len(suffix)], meant
    return (word,)


def standard(words: Sequence[str]) -> tuple[str, ...]:
    """Folded words, apostrophes kept -> contractions written out, numbers as values, spellings as one."""
    return _standard(tuple(words))


@lru_cache(maxsize=1 << 12)
def _standard(words: tuple[str, ...]) -> tuple[str, ...]:
    written = [part.replace("'", "").replace("\u00ad", "") for w in words for part in full(w)]
    joined = [
        "percent" if w == "%" else "and" if w == "&" else w.strip(".").replace(".", "") if w[:1].isalpha() else w
        for w in written
    ]
    return tuple(spelling(w) for w in with_values(_per_cent(joined)))


def _per_cent(words: list[str]) -> list[str]:
    out: list[str] = []
    for w in words:
        if w == "cent" and out and out[-1] == "per":
            out[-1] = "percent"
        else:
            out.append(w)
    return out


def same(left: Sequence[str], right: Sequence[str]) -> bool:
    """(["we", "won't"], ["we", "will", "not"]) -> True: whether both are one wording, spelled in two ways."""
    a, b = standard(left), standard(right)
    if len(a) == len(b) and all(x == y or not {*x.split("|")}.isdisjoint(y.split("|")) for x, y in zip(a, b, strict=True)):
        return True
    if sorted(a) == sorted(b) and not MONTHS.isdisjoint(a):
        return True  # 4 April, April 4
    return "".join(a).replace("#", "") == "".join(b).replace("#", "")
