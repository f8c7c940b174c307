"""Word lists by hand: verbs that report, words around titles and nicknames, words of distance. Facts of English."""

import re

_REPORTING = """
say tell claim state report announce declare assert argue insist maintain allege contend deny admit acknowledge concede
confirm reveal disclose suggest imply hint note observe remark comment add explain describe warn caution predict forecast
promise pledge vow threaten demand order ask question wonder reply respond answer retort counter shout yell cry scream
whisper mutter murmur write tweet post blog recall remember testify swear believe think feel know understand suspect doubt
fear hope expect assume suppose consider regard view see hear learn find conclude determine decide rule agree disagree
dispute reject dismiss refuse decline urge advise recommend propose plan intend mean want wish call label dub brand term
accuse blame charge criticise criticize condemn denounce praise cite quote mention refer emphasise emphasize stress underline
repeat reiterate joke quip boast brag complain lament protest object apologise apologize show indicate demonstrate prove
estimate calculate put point insinuate speculate guess imagine relay brief inform notify assure convince persuade remind
profess proclaim pronounce opine muse chant sing pray plead beg invite instruct
""".split()
_IRREGULAR = """
said told thought felt knew known understood heard found wrote written swore sworn saw seen meant held holding sang sung put
hid shown read reading
""".split()
_NOUNS = """
according statement claim report allegation accusation announcement view opinion belief words account testimony interview
message warning promise pledge suggestion argument
""".split()


def _inflected(verb: str) -> set[str]:
    stems = (verb, verb.removesuffix("e"), verb + verb[-1])  # see-ing, not-ed, admitt-ed
    forms = {verb, verb + "s", verb + "es"} | {stem + ending for stem in stems for ending in ("ed", "ing")}
    y = verb.removesuffix("y")
    return forms | ({y + "ies", y + "ied"} if verb.endswith("y") else set())


REPORTING = frozenset(w for v in _REPORTING for w in _inflected(v)) | frozenset(_IRREGULAR) | frozenset(_NOUNS)

WORKS = re.compile(
    r"\b(?:book|novel|memoir|poem|play|film|movie|documentary|song|album|single|track|hymn|anthem|opera|musical|ballet|symphony|"
    r"show|series|sitcom|episode|programme|program|podcast|column|essay|article|editorial|op-ed|paper|report|study|pamphlet|"
    r"magazine|newspaper|painting|portrait|sculpture|mural|exhibition|exhibit|installation|game|video|clip|speech|lecture|talk|"
    r"section|chapter|sequel|hit|ballad|tune|trilogy|volume|story|blog|website|app|account|headline|headlined|titled|entitled|"
    r"chronicle|hymnal|ode|called|named|title)\b[\w\s,:’']{0,24}$",
    re.IGNORECASE,
)
WORK_AFTER = re.compile(
    r"[\s,.\"”’'»]*\s(?:an?|the|his|her|their|its)\s(?:[\w-]+\s){0,2}(?:book|novel|memoir|poem|play|film|movie|documentary|song|album|"
    r"opera|musical|ballet|symphony|show|series|sitcom|podcast|essay|painting|sculpture|mural|exhibition|chronicle|collection)\b"
)
CREATION = re.compile(
    r"\b(?:author|writer|director|star|composer|creator|editor|host|co-author|producer|"
    r"premiere|screening|print|copy|copies|performance|production|staging)s? of\s*$"
    r"|\b(?:sang|sings|singing|hummed|played|plays|recited|recites|wrote|directed|starred in|starring in|reading|staged|"
    r"screened)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
NAMING = re.compile(
    r"\b(?:nicknamed|nickname|nickname of|dubbed|known as|aka|a\.k\.a\.|alias|the moniker|goes by|went by|code-?named|"
    r"christened|calls? (?:him|her|it|them)sel(?:f|ves)|answers to|the name)"
    r"[\w\s,:’'“”\"‘]{0,30}$",
    re.IGNORECASE,
)
DISTANCE = re.compile(
    r"(?:\bso[- ]called|\bsupposed(?:ly)?|\bself-(?:styled|described|proclaimed)|\bquote[- ]unquote|"
    r"\bwhat (?:he|she|they|it|we|some|many|critics) (?:call|calls|called|term|terms|termed|dub|dubbed)|"
    r"\bthe (?:word|term|phrase|label|expression|name)s?|\ban? (?:rather|very|certain))[\s,:]*$",
    re.IGNORECASE,
)


DETERMINED = re.compile(
    r"\b(?:an?|the|its|their|his|her|our|my|your|this|that|these|those|no|any|some|such|new|of|about|into|for|as)\s+$",
    re.IGNORECASE,
)


def reports(word: str) -> bool:
    """'reported' -> True: whether a word may be (part of) a cue."""
    return word.lower() in REPORTING
