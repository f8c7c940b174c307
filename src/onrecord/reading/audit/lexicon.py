"""Word lists of the rules, by hand: facts of English, and of how newspapers word their sources."""

import re

COUNTED = re.compile(
    r"^(?:(?:at least|nearly|about|almost|more than|some)\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|"
    r"several|multiple|numerous|various|many|some|a few|a number of|a handful of|a pair of|both|[2-9]|1\d)\b",
    re.IGNORECASE,
)
"""Plural sources that are counted, exactly or not."""
EXACTLY = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|a pair of|both|[2-9]|1\d)\b", re.IGNORECASE)
INDEFINITE = re.compile(r"^(?:an?|one|another|an?other|some|any|unnamed|anonymous|unidentified)\b", re.IGNORECASE)

KNOWING = re.compile(
    r"\b(?:familiar with|briefed (?:on|about|by)|close to|with (?:direct |first-?hand |inside )?knowledge of|"
    r"with access to|privy to|involved in|in a position to know|who (?:was|were|is|are|has|have|had) (?:present|"
    r"briefed|seen|read|reviewed|heard|worked|in the room)|(?:in|at) the (?:room|meeting|talks|table)|on the call)\b",
    re.IGNORECASE,
)
"""Words by which a text lends credit to a source it does not name."""

SPOKEN_FOR = re.compile(
    r"\b(?:spokes(?:man|men|woman|women|person|people)|representatives?|press secretary|press office|statement|police|"
    r"prosecutors?|court|judges?|jury|reporters?|correspondents?|presenters?|moderators?|anchors?|voters?|fans?|"
    r"neighbou?rs?|callers?|readers?)\b",
    re.IGNORECASE,
)
"""Offices that speak for an institution, and passers-by: no one expects a name's absence to be explained."""

INSIDER = re.compile(
    r"\b(?:sources?|officials?|aides?|advis[eo]rs?|insiders?|executives?|employees?|staffers?|diplomats?|lawmakers?|"
    r"operatives?|strategists?|officers?|ministers?|lawyers?|attorneys?|members?|allies|ally|confidants?|associates?|"
    r"colleagues?|negotiators?|investigators?|agents?|contractors?|managers?|directors?|donors?|delegates?|senators?|"
    r"congressm[ae]n|legislators?|bankers?|traders?|person|people|persons|individuals?|consultants?|participants?|"
    r"attendees?|friends?)\b",
    re.IGNORECASE,
)
"""Those whom newspapers grant anonymity."""
ALWAYS_ANONYMOUS = re.compile(r"\b(?:sources?|insiders?)\b", re.IGNORECASE)

ANONYMITY = re.compile(
    r"\b(?:anonym\w+|not to be (?:named|identified|quoted by name)|not be (?:named|identified)|to be identified|"
    r"on background|unnamed|(?:declin|refus)ed to (?:be named|give (?:his|her|their|a) names?)|(?:with|"
    r"without)(?:hold|held|holding| giving) (?:his|her|their|the) (?:full )?names?|not (?:to use|using) (?:his|her|"
    r"their) (?:real |full )?names?|not (?:permitted|allowed|authori[sz]ed))\b",
    re.IGNORECASE,
)
"""Words that say somebody is not named on purpose."""
BECAUSE = re.compile(
    r"\b(?:because|since (?:he|she|they)|as (?:he|she|they|the|no|it)|due to|owing to|given (?:the|that|how)|citing|"
    r"for fear|fear(?:ed|ing|s)?|afraid|worried|concerned|lest|so as not|in order (?:to|not)|to (?:discuss|describe|"
    r"speak|talk|avoid|protect|disclose|reveal|share|relay|preserve|be (?:candid|frank))|discussing|describing|"
    r"out of (?:concern|fear|respect)|(?:not|n[o’']t|without) (?:being )?(?:authori[sz]ed|authori[sz]ation|permitted|"
    r"allowed|cleared)|(?:retribution|retaliation|reprisals?|sensitiv\w+|confidential\w*|private deliberations|"
    r"security reasons|safety))\b",
    re.IGNORECASE,
)
"""Words that begin a reason."""

OPINION_CUES = re.compile(
    r"\b(?:slam\w*|blast(?:ed|s|ing)|mock(?:ed|s|ing)|prais(?:ed?|es|ing)|ridicul\w+|critici[sz]\w+|condemn\w*|"
    r"denounc\w+|deplor\w+|lament\w*|hail(?:ed|s|ing)|scoff\w*|derid\w+|sneer\w*|speculat\w+|complain(?:ed|s|ing)?|"
    r"feels?|felt|thinks?|thought)\b",
    re.IGNORECASE,
)
OPINION = re.compile(
    r"\b(?:absurd\w*|amazing\w*|appalling\w*|arrogan\w+|atrocious\w*|awful\w*|awesome|bizarre\w*|blunder\w*|botched|"
    r"brilliant\w*|bull[iy]\w*|catastroph\w+|chaotic|clown\w*|clueless|contempt\w*|corrupt|cowardly|cowards?|crazy|"
    r"cynical\w*|delusional|despicable|disappointing\w*|disast(?:er|ers|rous)|disgrace\w*|disgusting\w*|dishonest\w*|"
    r"dreadful\w*|dysfunctional|egotistical|embarrass\w+|evil|excellent|farc\w+|fantastic|feckless|foolish\w*|fools?|"
    r"foolhardy|genius|ghastly|hideous|horrendous|horribl[ey]|horrific|hypocri\w+|idiot\w*|ill-advised|immature|"
    r"inept\w*|incompeten\w+|inexcusable|insan[ei]\w*|jerk|jokes?|laughable|laughing ?stock|lazy|lousy|ludicrous\w*|"
    r"mad|madness|mediocre|mess|misguided|moron\w*|naive\w*|nasty|nightmare|nonsense|obnoxious|obscene|outrageous\w*|"
    r"out of touch|overrated|pathetic\w*|petty|phony|pitiful|preposterous|reckless\w*|remarkabl[ey]|repugnant|rotten|"
    r"rude|scandalous|self-serving|shambles|shameful\w*|shameless\w*|shocking\w*|short-?sighted|sick(?:en\w+)?|silly|"
    r"sloppy|spineless|stupid\w*|superb\w*|tasteless|terribl[ey]|thin-skinned|toxic|tragic\w*|trainwreck|train wreck|"
    r"two-faced|ugly|unacceptable|unbelievabl[ey]|unconscionable|unfair\w*|unfit|unhinged|unjust|vicious|vile|"
    r"vindictive|weak-kneed|wonderful\w*|worst|worthless|wrong-headed|the best thing|the wrong (?:man|woman|person|"
    r"decision|call|move)|should(?:n['’]t| not| have| never| be)?|ought to|ruining|ruined)\b",
    re.IGNORECASE,
)
"""Words by which somebody judges; facts however grim ("killed", "attack") are not among them."""

GROUPS_THAT_SPEAK = {
    "source": "source person",
    "expert": "expert analyst professor economist scientist researcher historian specialist scholar academic lecturer",
    "analyst": "analyst economist strategist researcher expert",
    "critic": "critic opponent sceptic skeptic detractor",
    "opponent": "opponent critic",
    "supporter": "supporter fan backer admirer",
    "observer": "observer analyst commentator expert",
    "insider": "insider source aide adviser advisor",
    "economist": "economist professor",
    "scientist": "scientist professor researcher",
    "historian": "historian professor scholar",
    "researcher": "researcher professor scientist",
    "aide": "aide adviser advisor assistant",
    "adviser": "adviser advisor aide",
    "witness": "witness bystander passer-by neighbour neighbor",
    "lawyer": "lawyer attorney counsel",
    "doctor": "doctor physician surgeon",
    "diplomat": "diplomat ambassador envoy",
    "resident": "resident",
    "parent": "parent mother father",
    "pundit": "pundit commentator analyst",
    "commentator": "commentator columnist analyst",
    "pollster": "pollster",
    "sceptic": "sceptic skeptic critic",
    "skeptic": "skeptic sceptic critic",
}
"""Plural speakers, by their singular, and the words by which a single one of them may be described."""

RESPONSE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|declin(?:es?|ed|"
    r"ing) (?:to (?:comment|respond|say|be|discuss|answer)|(?:an )?interview|comment)|refus(?:es?|ed|"
    r"ing) to (?:comment|respond|answer|discuss)|(?:would|will|wo)(?: not|n['’]t) (?:comment|discuss|say|respond)|"
    r"no comment|(?:not|n['’]t)(?: immediately)? (?:respond|reply|return|comment|answer)\w*|"
    r"could not (?:immediately )?be reached|(?:request|email|call|message|letter|question)s? (?:for comment|went|"
    r"were not|was not|has not|have not)|respond(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|answer(?:s|ed|ing)?|counter(?:s|"
    r"ed|ing)?|retort(?:s|ed)?|apologi[sz]\w+|admit(?:s|ted|ting)?|acknowledg\w+|insist(?:s|ed|ing)?|maintain(?:s|ed|"
    r"ing)?|defend(?:s|ed|ing)?|plead(?:s|ed)?|pled|unavailable|asked for (?:comment|a response))\b",
    re.IGNORECASE,
)
"""Words of an answer, or of one that was sought."""

ACCUSING = re.compile(r"\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|fault(?:s|ed|ing))\b", re.IGNORECASE)
WRONGDOING = re.compile(
    r"\b(?:lied|lying|lies to|steal(?:s|ing)?|stole|stolen|brib(?:e|es|ed|ing|ery)|cheat(?:s|ed|ing)?|defraud(?:s|ed|"
    r"ing)?|fraud|embezzl\w+|swindl\w+|abus(?:e|es|ed|ing)|assault(?:s|ed|ing)?|rap(?:ed|ing|ist)|grop(?:e|es|ed|ing)|"
    r"harass(?:es|ed|ing|ment)?|threaten(?:s|ed|ing)? to (?:kill|fire|sue|expose|hurt)|cover(?:s|ed|ing)? up|cover-up|"
    r"forg(?:ed|ery|ing)|falsif\w+|launder(?:s|ed|ing)?|collud(?:e|es|ed|ing)|collusion|corruption|extort\w*|"
    r"blackmail\w*|brok(?:e|en) the law|br(?:oke|eaking|eak) the rules|violat(?:e|es|ed|ing) the|conspir\w+|rigg(?:ed|"
    r"ing)|sabotag\w+|misus(?:e|es|ed|ing)|misle(?:d|ads?|ading)|perjur\w+|plagiari\w+|smuggl\w+|hack(?:ed|ing)|"
    r"evad(?:e|ed|ing) taxes|tax evasion|pocketed|molest\w+|beat(?:en|ing)? (?:him|her|them|a|the)|neglect(?:ed|"
    r"ing))\b",
    re.IGNORECASE,
)
"""What somebody is accused of, where the cue itself does not accuse."""
