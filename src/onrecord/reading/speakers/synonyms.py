"""What else people and bodies are called: 'the skipper' for a captain, 'the carmaker' for Pell Motors. Facts of English."""


def _groups(lines: str) -> dict[str, frozenset[str]]:
    """Lines of words that mean the same -> a word with all of its lines."""
    groups = [frozenset(line.split()) for line in lines.strip().splitlines()]
    return {word: frozenset().union(*(g for g in groups if word in g)) for group in groups for word in group}


LIKE = _groups("""
nominee candidate contender hopeful
lawyer attorney counsel solicitor barrister
spokesman spokeswoman spokesperson
senator lawmaker legislator
congressman congresswoman lawmaker legislator representative
writer author novelist
chief head boss director
businessman billionaire tycoon magnate developer
professor researcher scientist academic scholar
officer policeman policewoman
judge justice magistrate
minister premier pm cm
secretary cs
captain skipper
manager boss coach gaffer
goalkeeper keeper
striker forward
ambassador envoy
headteacher headmaster headmistress head principal
pope pontiff
actor actress
gunman shooter attacker
defendant accused
owner shopkeeper landlord
mp lawmaker backbencher
paper newspaper daily weekly tabloid broadsheet
company firm business corporation
agency wire service newswire
party group
union association guild federation alliance brotherhood
airline carrier airways air airlines
bank lender
carmaker automaker motors
developer housebuilder builder homes
utility supplier water power energy gas electric electricity
council authority
agency regulator watchdog authority commission
agency department
ministry department
police force constabulary
church cathedral parish diocese chapel
institute think-tank foundation centre center
school academy college
hospital infirmary clinic
charity trust foundation
supermarket grocer retailer stores
club team side rovers wanderers athletic albion
museum gallery
""")
"""Whoever is the one may be called the other."""

_BROADER = {
    "player footballer": "striker forward winger midfielder defender goalkeeper keeper captain skipper quarterback pitcher",
    "sportsman athlete": "runner sprinter swimmer boxer golfer cricketer gymnast striker midfielder goalkeeper",
    "star": "singer actor actress musician rapper presenter striker host comedian",
    "celebrity": "singer actor actress musician rapper presenter influencer",
    "musician artist": "singer rapper guitarist drummer pianist violinist songwriter composer",
    "officer": "detective inspector sergeant constable superintendent captain lieutenant deputy",
    "detective": "inspector sergeant superintendent",
    "academic": "historian economist lecturer sociologist philosopher",
    "leader": "president premier minister chancellor chairman chairwoman governor mayor",
    "politician": "minister senator congressman congresswoman mayor governor councillor mp lawmaker deputy",
    "diplomat": "ambassador envoy consul",
    "lawyer": "prosecutor",
    "boss": "executive chairman director owner",
    "ceo": "executive",
    "executive": "ceo",
    "cleric clergyman": "bishop archbishop vicar pastor imam rabbi canon",
    "monarch": "king queen emperor emir sultan",
    "royal": "prince princess king queen duke duchess",
    "suspect": "gunman attacker defendant accused",
    "general commander": "colonel general",
    "entertainer": "comedian singer comic",
    "farmer": "beekeeper shepherd",
    "medic": "doctor nurse surgeon paramedic",
    "campaigner": "activist organiser organizer",
    "activist": "campaigner organiser organizer",
}
BROADER = {word: frozenset(roles.split()) for words, roles in _BROADER.items() for word in words.split()}
"""What one is called -> what she may be said to be."""

INSTITUTIONS = frozenset(
    "union guild council police force party government court regulator watchdog authority department ministry agency hospital"
    " school academy college church cathedral board commission university institute infirmary clinic museum gallery charity"
    " trust".split()
)
"""Nouns that a body must have in its name, or one like them: 'the union' is not Pell Motors."""
TRADES = frozenset(
    "carmaker automaker manufacturer maker developer housebuilder builder utility supplier operator contractor carrier lender"
    " grocer supermarket chain brewer brewery insurer employer giant startup company firm group business corporation"
    " retailer airline bank".split()
)
"""What only one that trades may be called."""
