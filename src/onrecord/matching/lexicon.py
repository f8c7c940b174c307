"""Word lists of editing and meaning, in the form that `folded_words` gives: lower case, apostrophes and accents gone."""

COMMON = frozenset(
    "the a an and or but of to in on at for with by from as is are was were be been being am have has had do does did it its "
    "this that these those i you he she we they me him her us them my your his our their not no so if then than there here "
    "will would can could may might should shall must what which who when where how all some any more most very just".split()
)
"""Too frequent for a single match to mean much."""

_NT = "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt cant couldnt shouldnt mustnt neednt shant aint"
NEGATORS = frozenset(
    (
        *"not never no none nobody nothing neither nor cannot without nowhere hardly scarcely barely rarely seldom".split(),
        *_NT.split(),
    )
)
DENIALS = frozenset(
    "deny denies denied denying doubt doubts doubted refuse refuses refused reject rejects rejected dispute disputes disputed "
    "unlikely untrue false impossible myth lie".split()
)
"""Words that take back what follows them."""
NO_NEGATION = frozenset(
    [
        ("not", "only"),
        ("not", "just"),
        ("not", "merely"),
        ("not", "simply"),
        ("not", "least"),
        ("no", "doubt"),
        ("no", "question"),
        ("no", "wonder"),
        ("no", "matter"),
        ("nothing", "but"),
        ("no", "less"),
        ("no", "sooner"),
        ("never", "mind"),
        ("cant", "wait"),
    ]
)
UNTRUE = frozenset(
    "absurd preposterous false untrue lie lies wrong nonsense myth rubbish ridiculous mistaken fiction fabrication".split()
)
OPPOSITES = frozenset(
    frozenset(pair.split(":"))
    for pair in (
        "with:without more:less more:fewer increase:decrease increased:decreased rise:fall "
        "rose:fell up:down before:after support:oppose "
        "supports:opposes supported:opposed supporting:opposing guilty:innocent always:never "
        "all:none win:lose won:lost accept:reject accepted:rejected agree:disagree "
        "true:false right:wrong good:bad better:worse best:worst high:low higher:lower open:closed opened:closed love:hate "
        "strong:weak stronger:weaker safe:dangerous everyone:nobody everybody:nobody everything:nothing anyone:nobody yes:no "
        "allow:forbid allowed:forbidden admit:deny admitted:denied legal:illegal possible:impossible likely:unlikely "
        "ever:never either:neither confirmed:denied confirm:deny for:against"
    ).split()
)
POLAR = frozenset(
    frozenset(pair.split(":"))
    for pair in (
        "for:against with:without always:never all:none everyone:nobody everybody:nobody everything:nothing ever:never"
    ).split()
)
"""Small words that turn a statement into its contrary."""
NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis")

MODALS = {
    **dict.fromkeys("may might could perhaps maybe possibly".split(), "possible"),
    **dict.fromkeys("will shall ll".split(), "will"),
    **dict.fromkeys("would d".split(), "would"),
    **dict.fromkeys("can able".split(), "can"),
    **dict.fromkeys("should ought".split(), "should"),
    **dict.fromkeys("must".split(), "must"),
    **dict.fromkeys("all every everyone everybody each always entire whole completely totally fully".split(), "all"),
    **dict.fromkeys("some several certain sometimes somebody someone partly partially".split(), "some"),
    **dict.fromkeys("most mostly majority usually often".split(), "most"),
    **dict.fromkeys("many frequently".split(), "many"),
    **dict.fromkeys("few occasionally".split(), "few"),
    **dict.fromkeys("any anyone anybody".split(), "any"),
    **dict.fromkeys(
        "alleged allegedly suspected purported purportedly supposed supposedly reportedly apparent apparently".split(),
        "alleged",
    ),
    **dict.fromkeys("probably likely presumably".split(), "probable"),
    **dict.fromkeys("certainly definitely surely undoubtedly clearly".split(), "certain"),
    **dict.fromkeys("almost nearly about around roughly approximately virtually".split(), "about"),
    **dict.fromkeys("only".split(), "only"),
    **dict.fromkeys("least".split(), "least"),
    **dict.fromkeys("if unless provided assuming until".split(), "if"),
    **dict.fromkeys("seem seems seemed appear appears appeared suggest suggests".split(), "seem"),
}
"""Word -> its strength; a change from one strength to another changes how sure or how general a claim is."""
HEDGES = frozenset(
    "may might could perhaps maybe possibly allegedly alleged reportedly supposedly supposed apparently suspected purportedly "
    "purported probably likely presumably seem seems seemed appear appears appeared".split()
)
CONDITIONS = frozenset("if unless provided assuming supposing whether".split())
CONDITIONS_AFTER = frozenset("if unless provided assuming supposing until only except without pending".split())
NO_CONDITION = frozenset([("even", "if"), ("as", "if"), ("what", "if"), ("if", "anything"), ("if", "not"), ("whether", "or")])
REPORTING = frozenset(
    "say says said claim claims claimed think thinks thought believe believes believed argue "
    "argues argued allege alleges insist "
    "insists insisted suggest suggests suggested tell tells told report reports reported write writes wrote assert asserts "
    "asserted maintain maintains warn warns warned contend contends complain complains".split()
)
OTHERS = frozenset(
    "critics critic opponents opponent some people many others they rumours rumors rumour rumor "
    "enemies enemy sceptics skeptics "
    "nobody everyone somebody someone media press newspapers papers experts".split()
)
OWN = frozenset("i we".split())
FILLERS = frozenset(
    "um uh er erm ah eh hmm mm oh well like so yeah okay ok right look listen actually basically literally honestly".split()
)
FILLER_PHRASES = frozenset(
    [
        ("you", "know"),
        ("i", "mean"),
        ("sort", "of"),
        ("kind", "of"),
        ("you", "see"),
        ("and", "so"),
        ("if", "you", "will"),
        ("as", "it", "were"),
        ("i", "guess"),
        ("and", "um"),
        ("and", "uh"),
        ("you", "know", "what"),
        ("let", "me", "tell", "you"),
        ("and",),
        ("but",),
    ]
)
AGREEMENT = frozenset(
    frozenset(pair.split(":"))
    for pair in (
        "is:are was:were has:have do:does a:an this:these that:those am:is am:are is:s me:i him:he "
        "them:they dont:doesnt aint:isnt "
        "aint:arent them:those wasnt:werent hasnt:havent isnt:arent who:whom less:fewer good:well done:did seen:saw come:came "
        "shall:will which:that"
    ).split()
)
PRONOUNS = {
    **dict.fromkeys("he him his himself".split(), "m"),
    **dict.fromkeys("she her hers herself".split(), "f"),
    **dict.fromkeys("they them their theirs themselves we us our ours these those".split(), "pl"),
    **dict.fromkeys("i me my mine myself you your yours it its this that there here".split(), ""),
}
MALE, FEMALE = (
    frozenset("mr sir king lord prince father brother".split()),
    frozenset("mrs ms miss lady queen princess mother sister".split()),
)
CLAUSE_WORDS = frozenset("and but or because so while although though whereas who what when where why how which since".split())
RELATIVE = frozenset("which who whom whose that where when".split())
DETERMINERS = frozenset(
    "the a an this that these those my our his her their its your of some many all no any every each two both few".split()
)
TITLES = frozenset(
    "gov sen pres prof gen lt col sgt capt rep mr mrs ms miss dr sir lady lord president "
    "senator governor minister secretary general judge professor".split()
)
