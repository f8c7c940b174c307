"""Names of businesses and the sentences of reviews, letters and forums that hold them, made up: news has few of either.

business(rng) -> ['Harlan', "'s", 'Auto', 'Repair']; line(pool, rng) -> 'We had dinner at Harlan 's Grill .' with its tags.
Words and sentences are our own. Restaurants, shops and firms are organisations, as in UNER (Mayhew et al., NAACL 2024).
"""

import random
import string
from collections.abc import Callable

Sentence = list[tuple[str, str]]  # words with their tag, as written in a BIO file
Draw = Callable[[str, random.Random], list[str]]
"""(kind, rng) -> a name of that kind, as words."""

_TRADES = """
Grill|Cafe|Pizza|Diner|Bakery|Bistro|Kitchen|Tavern|Steakhouse|Sushi|Noodle House|Deli|BBQ|Coffee|Brewery|Tea Room|
Auto Repair|Motors|Auto Body|Tire & Auto|Dental|Family Dentistry|Orthodontics|Animal Hospital|Veterinary Clinic|Salon|
Hair Studio|Day Spa|Nails|Barber Shop|Plumbing|Electric|Heating & Air|Roofing|Landscaping|Moving Company|Storage|
Movers|Insurance|Realty|Mortgage|Florist|Flowers|Jewelers|Furniture|Hardware|Books|Fabrics|Music|Photography|
Dance Studio|Karate|Yoga|Fitness|Gym|Day Care|Academy|Preschool|Montessori|Inn|Suites|Hotel|Lodge|Apartments|Cleaners|
Laundry|Pharmacy|Optical|Eye Care|Pediatrics|Chiropractic|Law Firm|Computer Repair|Printing|Signs|Towing|Pest Control|
Tattoo|Pawn|Liquor|Market|Foods|Farms|Stables|Marina|Golf Club|Travel|Tours
"""
_FIRMS = """
Energy|Capital|Partners|Systems|Networks|Technologies|Power|Gas|Pipeline|Securities|Bank|Trust|Group|Holdings|
Industries|Software|Communications|Broadband|Consulting|Services|Resources|Petroleum|Airlines|Motors|Foods|Labs|
Pharma|Media|Records|Studios|Foundation|University|College|Institute|School of Business|Department|Commission|Agency|
Society|Association|Church|Hospital|Museum|Library
"""
_ENDS = ("Inc.", ", Inc.", "Corp.", "Corporation", "Co.", "LLC", "Ltd.", "& Co.", "& Sons", "PLC", "L.P.")
_WORDS = """
Golden|Silver|Blue|Red|Green|Royal|Happy|Lucky|Sunny|Grand|Little|Big|Old|New|First|Best|Star|Sun|Moon|River|Lake|
Ocean|Bay|Hill|Valley|Mountain|Forest|Garden|Rose|Lotus|Dragon|Eagle|Lion|Tiger|Bear|Fox|Crown|Castle|Bridge|Tower|
Corner|Main Street|Village|City|Metro|Pacific|Atlantic|Northern|Southern|Coastal|Premier|Elite|Classic|Modern|Fresh|
Pure|Quick|Express|Quality|Family|Heritage
"""
_SYLLABLES = """
ac al am an ar az be bo ca cen co dex el en er fi ga gen hy in ix ka ko la lo lu ma me mi mo na no on or os ra ri ro
sa si sol ta te ti to tra tri ul va ve vi vo xa ya zen zo
""".split()
_MADE_UP = 0.8  # share of the organisations in these sentences
_SPLIT = [[w for w in held.replace("\n", "").split("|") if w] for held in (_TRADES, _FIRMS, _WORDS)]

_REVIEWS = """
We had dinner at {ORG} last night and the food was cold .|I have been going to {ORG} for years .|
{ORG} is the best place in town .|The staff at {ORG} are friendly and {PER} always remembers us .|
Ask for {PER} when you call {ORG} .|Stay away from {ORG} !|I took my car to {ORG} and {PER} fixed it in an hour .|
Do not waste your money at {ORG} , go to {ORG} instead .|
{ORG} has great service , but {ORG} across the road is cheaper .|My son loves {ORG} .|
Thanks to {PER} and everyone at {ORG} !|I called {ORG} three times and nobody answered .|
{PER} at {ORG} did a great job on our house in {LOC} .|Dr. {PER} is very gentle .|{ORG} in {LOC} is worth the drive .|
This is the worst {ORG} in {LOC} .|The owner , {PER} , was rude .|Great job , {PER} !|
I have used {ORG} twice and will use them again .|{ORG} ( formerly {ORG} ) has moved to {LOC} .|
What happened to {ORG} ?|Is {ORG} open on Sundays ?|Which is better , {ORG} or {ORG} ?|
Has anybody tried {ORG} near {LOC} ?|I like {ORG} , {ORG} and {ORG} .|Where can I find a good dentist in {LOC} ?|
I am moving to {LOC} {LOC} in May .|What is there to do in {LOC} ?|{LOC} {LOC} area|
We are driving from {LOC} to {LOC} next week .|How far is it from {LOC} to {LOC} ?|
my friend is from {LOC} {LOC} and i live in {LOC} .|Does {ORG} still sell the {MISC} ?|
I bought a {MISC} from {ORG} and it broke .|I have a {MISC} and I love it .|My {MISC} will not start .|
my cat will not eat .|I have two dogs and a rabbit .|What breed is she ?|lol that is so true|Any ideas ?|Good luck !|
Just my two cents .|HORRIBLE SERVICE|Highly recommended !!!|Best Pizza Ever|Do Not Go Here|Great Food , Bad Service|
A Must See|Very Happy Customer|How do I get my deposit back ?|Can anyone help me with Word ?|
I would never go back there again .|Five stars .|Thank You !
"""
_LETTERS = """
{PER} , Please see the attached .|{PER} - Just wanted to let you know that {PER} called from {ORG} .|
{PER} : I talked to {PER} about {ORG} .|Attached is the contract between {ORG} and {ORG} .|
I will be in {LOC} with {PER} on Tuesday .|Please call {PER} or {PER} at {ORG} .|Regards , {PER} {ORG} -- {LOC}|
Thanks , {PER}|Sincerely , {PER} {ORG}|{PER} / {ORG}|{PER} {ORG} Phone ( 555 ) 555-0142|
Best regards , {PER} Analyst , {ORG}|To : {PER} , {PER} , {PER}|cc : {PER} ; {PER}|From : {PER} On Behalf Of {PER}|
{PER} {PER}|{PER} {PER} {PER}|Let me know what {ORG} thinks .|The {ORG} deal looks good .|
{ORG} wants to buy the plant in {LOC} .|We have not heard from {ORG} .|Can you set up a call with {PER} and {PER} ?|
FYI|Please print and bring to the meeting .|Thanks for your help .|Forwarded by {PER} on 3/4|Original Message|
{PER} will be on vacation through Friday .|I spoke with {PER} 's assistant .|See you in {LOC} .|
Do you have the numbers for {ORG} ?|{PER} and I will meet {PER} at {ORG} 's office in {LOC} .|<< File : {FILE} >>|
- {FILE}|See {URL}
"""
_REVIEWED, _WRITTEN = ([s for s in held.replace("\n", "").split("|") if s] for held in (_REVIEWS, _LETTERS))


def business(draw: Draw, rng: random.Random) -> list[str]:
    """A made-up name of a business, as words."""
    trades, firms, first = _SPLIT
    way, person = rng.random(), draw("PER", rng)
    trade, firm = rng.choice(trades).split(), rng.choice(firms).split()
    if way < 0.2:
        return [person[-1], "'s", *(trade if rng.random() < 0.6 else [])]
    if way < 0.3:
        return [f"{person[0]}s", *(trade if rng.random() < 0.6 else [])]
    if way < 0.42:
        return [*person[-1:], *trade]
    if way < 0.52:
        return [*rng.choice(first).split(), *rng.choice(first).split(), *trade]
    if way < 0.6:
        return [*(["The"] if rng.random() < 0.3 else []), *rng.choice(first).split(), *trade]
    if way < 0.66:
        return [*draw("LOC", rng), *rng.choice((trade, firm))]
    if way < 0.7:
        return [person[-1], "&", draw("PER", rng)[-1], *(firm if rng.random() < 0.5 else [])]
    if way < 0.78:
        return ["".join(rng.choices(string.ascii_uppercase, k=rng.randint(2, 5)))]
    coined = "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 3))).title()
    if way < 0.88:
        return [coined]
    return [coined, *firm, *(rng.choice(_ENDS).split() if rng.random() < 0.4 else [])]


def line(draw: Draw, rng: random.Random) -> Sentence:
    """A sentence of a review, a forum or a letter, with its names marked."""
    out: Sentence = []
    for word in rng.choice(_REVIEWED if rng.random() < 0.6 else _WRITTEN).split():
        if word[0] != "{":
            out.append((word, "O"))
            continue
        kind = word.strip("{}")
        if kind in ("FILE", "URL"):
            out.append((_file(rng) if kind == "FILE" else _page(rng), "O"))
        else:
            out += [(w, f"{'I' if k else 'B'}-{kind}") for k, w in enumerate(_name(kind, draw, rng))]
    return _as_typed(out, rng)


def _name(kind: str, draw: Draw, rng: random.Random) -> list[str]:
    if kind == "MISC":
        return _product(rng)
    return business(draw, rng) if kind == "ORG" and rng.random() < _MADE_UP else draw(kind, rng)


def _as_typed(sentence: Sentence, rng: random.Random) -> Sentence:
    """People type names in small letters, and leave out the last mark."""
    if rng.random() < 0.12:
        sentence = [(w.lower(), t) for w, t in sentence]
    return sentence[:-1] if sentence[-1][0] in ".?!" and len(sentence) > 1 and rng.random() < 0.15 else sentence


def _product(rng: random.Random) -> list[str]:
    coined = "".join(rng.choices(_SYLLABLES, k=2)).title()
    return [coined, rng.choice(("", "X", "Pro", "GT", "II"))[:3] + str(rng.randint(2, 900))] if rng.random() < 0.7 else [coined]


def _file(rng: random.Random) -> str:
    return f"{_letters(rng)}{rng.choice('_-')}{_letters(rng)}.{rng.choice(('doc', 'xls', 'pdf', 'jpg', 'ppt'))}".title()


def _page(rng: random.Random) -> str:
    return f"http://www.{_letters(rng)}.{rng.choice(('com', 'org', 'co.uk'))}/{_letters(rng).title()}/{_letters(rng)}"


def _letters(rng: random.Random) -> str:
    return "".join(rng.choices(string.ascii_lowercase, k=rng.randint(3, 9)))
