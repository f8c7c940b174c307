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
    r"attendees?|participants)\b",
    re.IGNORECASE,
)
"""Those whom newspapers grant anonymity."""
SEEN_IN_PUBLIC = re.compile(r"\b(?:lawmakers|senators|congressmen|legislators|members|delegates)\b", re.IGNORECASE)
"""Many of whom vote and speak in public: without words of secrecy, a plural of them is a count, no anonymity."""
SPEAKING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according to|add(?:s|ed|ing)?|confirm(?:s|ed|ing)?|"
    r"describ(?:es?|ed|ing)|explain(?:s|ed|ing)?|warn(?:s|ed|ing)?|recall(?:s|ed|ing)?|report(?:s|ed|ing)?|claim(?:s|"
    r"ed|ing)?|not(?:es|ed|ing)|insist(?:s|ed|ing)?|suggest(?:s|ed|ing)?|call(?:s|ed|ing)?|acknowledg(?:es?|ed|ing)|"
    r"reveal(?:s|ed|ing)?|disclos(?:es?|ed|ing)|stat(?:es?|ed|ing)|caution(?:s|ed|ing)?|conced(?:es?|ed|ing)|"
    r"complain(?:s|ed|ing)?|predict(?:s|ed|ing)?|argu(?:es?|ed|ing)|quoted|cited|speaking|spoke|put it|maintain(?:s|"
    r"ed)?|den(?:y|ies|ied)|alleg(?:es?|ed)|estimat(?:es?|ed)|slam\w*|blast\w*|mock\w*|prais\w+|ridicul\w+|"
    r"critici[sz]\w+|lament\w*|scoff\w*|speculat\w+|thinks?|believes?)\b",
    re.IGNORECASE,
)
"""Cues by which somebody speaks to whoever reports it, as against deciding, voting or hoping in a story told."""
UNREAL = re.compile(
    r"\b(?:would|could|can|cannot|might|may|should|if|not|never|n[o’']t|can['’]t|won['’]t)\b|n['’]t\b", re.IGNORECASE
)
"""Words in a cue that make it no statement that was made."""
PLAIN_MODIFIERS = frozenset(
    "some many most several few other outside independent political legal senior former leading top various numerous these "
    "those the a number of group handful both all such certain other more".split()
)
ALWAYS_ANONYMOUS = re.compile(r"\b(?:sources?|insiders?)\b", re.IGNORECASE)

ANONYMITY = re.compile(
    r"\b(?:anonym\w+|not to be (?:named|identified|quoted by name)|not be (?:named|identified)|to be identified|"
    r"on background|unnamed|(?:declin|refus)ed to (?:be named|give (?:his|her|their|a) names?)|(?:with|"
    r"without)(?:hold|held|holding| giving) (?:his|her|their|the) (?:full )?names?|not (?:to use|using) (?:his|her|"
    r"their) (?:real |full )?names?|"
    r"names? (?:be |is |was |were |not )*(?:withheld|used|published|printed)|not (?:permitted|allowed|authori[sz]ed))\b",
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
    r"\b(?:absurd\w*|bogus|dangerous\w*|delusion\w*|desperat\w+|disjointed|disorgani[sz]ed|frantic\w*|"
    r"frenetic|frenzy|humiliat\w+|incoherent|irresponsibl[ey]|liar|lunatic|ridiculous\w*|sham|smear|"
    r"unqualified|useless|witch ?hunt|amazing\w*|appalling\w*|arrogan\w+|atrocious\w*|awful\w*|awesome|bizarre\w*|"
    r"blunder\w*|botched|brilliant\w*|bull[iy]\w*|catastroph\w+|chaotic|clown\w*|clueless|contempt\w*|corrupt|"
    r"cowardly|cowards?|crazy|cynical\w*|delusional|despicable|disappointing\w*|disast(?:er|ers|rous)|disgrace\w*|"
    r"disgusting\w*|dishonest\w*|dreadful\w*|dysfunctional|egotistical|embarrass\w+|evil|excellent|farc\w+|fantastic|"
    r"feckless|foolish\w*|fools?|foolhardy|genius|ghastly|hideous|horrendous|horribl[ey]|horrific|hypocri\w+|idiot\w*|"
    r"ill-advised|immature|inept\w*|incompeten\w+|inexcusable|insan[ei]\w*|jerk|jokes?|laughable|laughing ?stock|lazy|"
    r"lousy|ludicrous\w*|mad|madness|mediocre|mess|misguided|moron\w*|naive\w*|nasty|nightmare|nonsense|obnoxious|"
    r"obscene|outrageous\w*|out of touch|overrated|pathetic\w*|petty|phony|pitiful|preposterous|reckless\w*|"
    r"remarkabl[ey]|repugnant|rotten|rude|scandalous|self-serving|shambles|shameful\w*|shameless\w*|shocking\w*|"
    r"short-?sighted|sick(?:en\w+)?|silly|sloppy|spineless|stupid\w*|superb\w*|tasteless|terribl[ey]|thin-skinned|"
    r"toxic|tragic\w*|trainwreck|train wreck|two-faced|ugly|unacceptable|unbelievabl[ey]|unconscionable|unfair\w*|"
    r"unfit|unhinged|unjust|vicious|vile|vindictive|weak-kneed|wonderful\w*|worst|worthless|wrong-headed|"
    r"the best thing|the wrong (?:man|woman|person|decision|call|move)|should(?:n['’]t| not| have| never| be)?|"
    r"ought to|ruining|ruined)\b",
    re.IGNORECASE,
)
"""Words by which somebody judges; facts however grim ("killed", "attack") are not among them."""

GROUPS_THAT_SPEAK = {
    "source": "source person",
    "expert": "expert analyst professor economist scientist researcher historian specialist scholar academic lecturer",
    "analyst": "analyst economist strategist researcher expert",
    "critic": "critic opponent sceptic skeptic detractor",
    "opponent": "opponent critic",
    "supporter": "supporter backer admirer",
    "observer": "observer analyst commentator expert",
    "insider": "insider source",
    "official": "official",
    "executive": "executive",
    "employee": "employee worker",
    "economist": "economist professor",
    "scientist": "scientist professor researcher",
    "historian": "historian professor scholar",
    "researcher": "researcher professor scientist",
    "aide": "aide assistant",
    "adviser": "adviser advisor",
    "advisor": "adviser advisor",
    "witness": "witness bystander passer-by",
    "diplomat": "diplomat ambassador envoy",
    "pundit": "pundit commentator analyst",
    "commentator": "commentator columnist analyst",
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
    r"\b(?:lied|lying|lies to|steal(?:s|ing)?|stole|stolen|brib(?:es|ed|ing)|cheat(?:s|ed|ing)|defraud(?:s|ed|ing)|"
    r"embezzl(?:es|ed|ing)|swindl(?:es|ed|ing)|abus(?:ed|ing)|assault(?:ed|ing)|raped|groped|harass(?:es|ed|ing)|"
    r"threaten(?:ed|ing) to (?:kill|fire|sue|expose|hurt)|cover(?:ed|ing) up|forg(?:ed|ing)|falsif(?:ied|ying)|"
    r"launder(?:ed|ing)|collud(?:es|ed|ing)|extort(?:ed|ing)|blackmail(?:ed|ing)|brok(?:e|en) the (?:law|rules)|"
    r"violat(?:ed|ing) the|conspir(?:ed|ing)|rigg(?:ed|ing)|sabotag(?:ed|ing)|misus(?:ed|ing)|misle(?:d|ading)|"
    r"perjur(?:ed|ing)|plagiari[sz](?:ed|ing)|smuggl(?:ed|ing)|hack(?:ed|ing)|evad(?:ed|ing) tax(?:es)?|pocketed|"
    r"molest(?:ed|ing)|neglect(?:ed|ing)|committ(?:ed|ing) (?:fraud|perjury|a crime|crimes)|t(?:ook|aken|"
    r"aking) bribes)\b",
    re.IGNORECASE,
)
"""What somebody is accused of, where the cue itself does not accuse."""
