"""Word lists by hand: verbs that report, words around titles and nicknames, words of distance. Facts of English."""

import re

TELLING = frozenset("told tell tells telling".split())
BE = frozenset("is was are were am 'm been being 're be".split())

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


# States of mind: cues where somebody is said to be in one ("that it was unaware of the letter"), no sign of speech otherwise.
_ATTITUDES = """
aware unaware afraid confident convinced certain sure sorry grateful glad proud hopeful unsure conscious ignorant knowledge
""".split()
_MENTAL_VERBS = (
    "regret thank trust forget misquote recognise recognize notice sense dream realise realize prefer welcome".split()
)


def _inflected(verb: str) -> set[str]:
    stems = (verb, verb.removesuffix("e"), verb + verb[-1])  # see-ing, not-ed, admitt-ed
    forms = {verb, verb + "s", verb + "es"} | {stem + ending for stem in stems for ending in ("ed", "ing")}
    y = verb.removesuffix("y")
    return forms | ({y + "ies", y + "ied"} if verb.endswith("y") else set())


NOUNS = frozenset(_NOUNS) - {"report", "claim", "promise", "pledge"}  # those four are verbs as well
REPORTING = frozenset(w for v in _REPORTING for w in _inflected(v)) | frozenset(_IRREGULAR) | frozenset(_NOUNS)

ATTITUDES = (
    frozenset(_ATTITUDES)
    | frozenset(w for v in _MENTAL_VERBS for w in _inflected(v))
    | frozenset("forgot forgotten looks look looking looked stands stand stood standing".split())
)

WORKS = re.compile(
    r"\b(?:book|novel|memoir|poem|play|film|movie|documentary|song|album|single|track|hymn|anthem|opera|musical|ballet|symphony|"
    r"show|series|sitcom|episode|programme|program|podcast|column|essay|article|editorial|op-ed|paper|report|study|pamphlet|"
    r"magazine|newspaper|painting|portrait|sculpture|mural|exhibition|exhibit|installation|game|video|clip|speech|lecture|talk|"
    r"section|chapter|sequel|hit|ballad|tune|trilogy|volume|story|blog|website|app|account|headline|headlined|titled|entitled|"
    r"chronicle|hymnal|ode|history|biography|called|named|title)s?\b[\w\s,:’']{0,24}$",
    re.IGNORECASE,
)
ENTITLED = re.compile(r"\b(?:en)?titled,?\s*$")
WORK_AFTER = re.compile(
    r"[\s,.\"”’'»]*\s(?:an?|the|his|her|their|its)\s(?:[\w-]+\s){0,2}(?:book|novel|memoir|poem|play|film|movie|documentary|song|album|"
    r"opera|musical|ballet|symphony|show|series|sitcom|podcast|essay|painting|sculpture|mural|exhibition|chronicle|collection|history|biography|study|"
    r"guide|thriller|comedy|drama|tragedy|tale|romance|magazine)\b"
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
    r"christened|calls? (?:him|her|it|them)sel(?:f|ves)|answers to|the name|(?:whom|which|who) (?:\w+ ){1,3}call(?:s|ed)?)"
    r"[\w\s,:’'“”\"‘]{0,30}$",
    re.IGNORECASE,
)
DISTANCE = re.compile(
    r"(?:\bso[- ]called|\bsupposed(?:ly)?|\bself-(?:styled|described|proclaimed)|\bquote[- ]unquote|"
    r"\bwhat (?:he|she|they|it|we|some|many|critics) (?:call|calls|called|term|terms|termed|dub|dubbed)|"
    r"\bthe (?:word|term|phrase|label|expression|name)s?|\ban? (?:rather|very|certain))[\s,:]*$",
    re.IGNORECASE,
)


KNOWN_FOR = re.compile(r"\b(?:known|famous|famed|remembered|celebrated|acclaimed) (?:as the \w+ of|for)\s*$", re.IGNORECASE)
# Words about words: 'what “soon” means', '“mended” meant “used”', 'By “neighbour” the act means ...'
MEANING_AFTER = re.compile(
    r"[,.]?[”’'\"]?\s(?:(?:may|might|can|must|should|will|would|does not|did not|never) )?"
    r"(?:means?|meant|stands? for|refers? to|is defined|was defined|(?:is|was) (?:a|the|another) (?:word|term)|"
    r"(?:does not|did not|nowhere) (?:occurs?|appears?)|(?:the|he|she|it|they|we) (?:\w+ )?means?\b|\w+ (?:\w+ )?meant\b)"
)
MEANING_BEFORE = re.compile(r"\b(?:means?|meant|spelt|spelled|misread|pronounced|what|where|when)\s*$", re.IGNORECASE)
# Verbs of editing, whose object in quotation marks is the word itself: 'struck out “aware”', '“informed” was replaced'. Inside
# speech wishing is one too: '“Two of us wanted ‘informed’,” he said'.
EDITED_BEFORE = re.compile(
    r"\b(?:delet(?:e[sd]?|ing)|cross(?:ed|es|ing)? out|struck(?: out)?|strik(?:e|es|ing) out|replac(?:e[sd]?|ing)|"
    r"substitut(?:e[sd]?|ing)|swapp(?:ed|ing)|insert(?:s|ed|ing)?|spell(?:s|ed|ing)?|misspell(?:s|ed|ing)?|mistranslat\w+|"
    r"translat(?:e[sd]?|ing)|overus(?:e[sd]?|ing)|misus(?:e[sd]?|ing)|with the (?:word|term)|instead of|rather than)\s*$",
    re.IGNORECASE,
)
WISHED_BEFORE = re.compile(
    r"\b(?:want(?:s|ed)?|preferr?(?:s|ed)?|chose|chosen|choos(?:e|es|ing)|picked|favou?r(?:s|ed)?|liked?|disliked?|hated?|avoid(?:s|ed)?|"
    r"had|have|has|us(?:e[sd]?|ing)|kept|keep|dropp?(?:ed)?|got|settled (?:on|for)|agreed on|with|against|for|to)\s*$",
    re.IGNORECASE,
)
JUDGING = frozenset(
    w for v in "call consider deem find judge describe label brand declare pronounce dismiss".split() for w in _inflected(v)
)
JUDGING |= frozenset(("found", "thought", "felt"))
SHOUTING = frozenset(
    "say says said saying shout shouts shouted shouting chant chanted chanting yelled cried proclaimed declared replied "
    "answered".split()
)
SPEAKING = frozenset("speak speaks spoke spoken speaking talk talks talked talking wondering".split())


DETERMINED = re.compile(
    r"\b(?:an?|the|its|their|his|her|our|my|your|this|that|these|those|no|any|some|such|new|of|about|into|for|as)\s+$",
    re.IGNORECASE,
)


OPENERS = frozenset("that whether if what who how why where when".split())  # of a clause that a verb of saying governs
PREPOSITIONS = frozenset(
    "about after against among around as at before behind below beside between by during for from in inside into near of off "
    "on outside over since through to towards under until upon with within without yesterday today then".split()
)
PRONOUNS = frozenset("i he she it we they".split())  # that a verb has as its subject
DETERMINERS = frozenset("a an the this that these those his her its their our my your one every each some any no".split())
# Nouns and pronouns for a stretch of words: what "put it in a sentence." and "said this." lead on to.
STRETCHES = frozenset(
    "sentence sentences line lines word words paragraph passage statement letter note message reply answer verse text post "
    "tweet entry speech telegram email this these thus back".split()
)
DOCUMENTS = STRETCHES - {"this", "these", "thus", "back"} | frozenset(
    "memoir memoirs diary log report notice sign inscription minutes verdict ruling will testament book chapter page column "
    "article editorial leaflet poster pamphlet card record transcript account testimony plaque poem song hymn oath prayer "
    "caption".split()
)
# Who hands on what another says, beside the clause that has him say it; "inside": also between him and his verb.
_NAMED = r"[^,:;()—–]{2,80}?"
_CARRIED = "(?:reported|carried|broadcast|aired|relayed|reprinted|recounted)"
_PAPER = r"(?P<source>(?:[Tt]he |[Ii]ts |[A-Z])[^,:;()—–]{1,60}?)"
_RELAYED = r"(?: [\w’'-]+){0,4}? (?:by|in|on)"  # "the next morning by"
_ADVERB = r"(?:first |later |\w+ly )?"
_ASIDE = (
    r"(?:has |had |have |first |later |also |then |would )*(?:explain|report|recount|relate|reveal|recall|tell|told|put|ha)"
)
RELAYS = tuple(
    re.compile(pattern.replace(" ", r"\s"))  # lines may be wrapped
    for pattern in (
        rf"\b(?P<cue>[Aa]ccording to) (?P<source>{_NAMED})(?=[,:;)—–]| as )",
        rf"\b(?P<cue>{_ADVERB}{_CARRIED}){_RELAYED} (?P<source>{_NAMED})(?=[,:;)—–]| as )",
        rf"\b(?P<inside>(?P<cue>{_ADVERB}(?:quoted|cited))){_RELAYED} (?P<source>{_NAMED})(?=[,:;)—–]| as )",
        rf"(?:[,(—–] ?|\b[Aa]s )(?P<inside>{_PAPER} (?P<cue>{_ASIDE}(?:s|ed|d)?(?: it)?))(?= ?[,)—–]| as )",
    )
)


_LEADING = _inflected("begin") | _inflected("run") | _inflected("end") | _inflected("go") | _inflected("open")
_LEADING |= _inflected("close") | _inflected("continue") | _inflected("wire") | _inflected("cable") | _inflected("telegraph")
_LEADING |= _inflected("publish") | _inflected("issue") | _inflected("release") | _inflected("send") | _inflected("print")
_LEADING |= _inflected("offer") | _inflected("phone") | _inflected("ring") | frozenset(("rang",))
_LEADING |= frozenset("began begun ran went sent gave gives give made makes ruling ruled".split())


def reports(word: str) -> bool:
    """'reported' -> True: whether a word may be (part of) a cue."""
    return word.lower() in REPORTING


def feels(word: str) -> bool:
    """'unaware' -> True: whether a word may be (part of) a cue for what is in somebody's mind."""
    return word.lower() in ATTITUDES


def introduces(word: str) -> bool:
    """'begins' -> True: whether a word may lead on to words set apart ("The letter begins:")."""
    return reports(word) or word.lower() in _LEADING
