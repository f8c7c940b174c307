"""Given names by gender: weak evidence that the text's own pronouns and titles overrule.

The common ones, written from memory, also tell people from other names. The wider list (given_names.json, made by
training/given_names.py from published counts of names) tells gender only.
"""

import json
import unicodedata
from pathlib import Path

WIDER = Path(__file__).with_name("given_names.json")

_FEMALE = """
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley
kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca laura sharon cynthia kathleen amy
shirley angela helen anna brenda pamela nicole emma samantha katherine catherine christine debra rachel carolyn janet
maria heather diane olivia julie joyce victoria virginia ruth kelly lauren christina joan evelyn judith megan andrea
cheryl hannah jacqueline martha gloria teresa ann anne sara madison frances kathryn janice jean abigail alice julia
judy sophia sophie grace denise amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte
marie kayla alexis lori hillary ivanka melania chelsea huma claire elena irina olga natalia natasha svetlana tatiana
ingrid astrid freya greta heidi ursula angela annika birgit solveig sigrid liv nora ida ada edna ella eva eve ivy iris
rose lily daisy violet hazel jane jill joanna josephine june kate katie kathy kirsten kristen kristin leah lena leonie
lucy lucia luisa lydia mabel maggie marion marjorie maureen maya mia molly monica naomi nadia nina paula pauline peggy
penelope phyllis polly rita roberta rosa rosemary sally sheila sonia stella sue susanna suzanne sylvia tamara tina
tracy ursula vanessa vera veronica vivian wanda wendy yvonne zoe agnes aisha amina fatima leila layla yasmin zainab
khadija mariam noor priya anjali lakshmi indira sunita ananya deepa kavita meera mei ling xiu yuki keiko akiko haruka
sakura ngozi adaeze chioma amara zanele thandi nomsa carmen dolores esperanza guadalupe ines isabel juana pilar rocio
ximena bettina cressida odile fay gail elaine eleanor ellen elsa erica erin esther ethel eunice felicity fiona flora
florence geraldine gertrude gillian gina ginger gwen gwendolyn harriet henrietta hilda holly imogen inez irene isla
jacinta jasmine jenny jo jodie jocelyn kamala kellyanne kim kirsty lorraine louise madeleine marcia margot marina
martina matilda maxine melanie mildred miranda miriam muriel myrtle nadine nell nellie olive paige patsy pearl peg
petra philippa phoebe priscilla prudence ramona raquel regina rhonda robin rosalind roxanne ruby sabrina sadie selena
selma serena shannon sherry simone stacy tabitha tamsin tara thelma trudy una valerie verity viola wilhelmina winifred
yolanda zara zelda condoleezza nancy sonja aung tulsi loretta valerie jeannette madeline donatella ottilie anneke
solange maren linnea bernice bella beatrice beatrix audrey annette anita antonia angelina alison alicia alexandra
adele abby cassandra cecilia celia chloe clara colleen constance cora daphne dawn deirdre edith eliza elise eloise
tess mairi adriana agatha aileen aimee alana alexa allison alma alyssa amelia ana anastasia annie ariana arlene ava
becky belinda bernadette beth bethany bianca bonnie briana bridget brooke caitlin camila camille candace candice cara
carla carly carole caroline carrie cathy celeste charlene cindy clarissa claudia connie corinne cristina darlene
deanna debbie delia desiree dianne dora doreen eileen elisa elsie erika eugenia felicia francesca freda gabriela
gabrielle genevieve gladys glenda gretchen helena hilary ilse irma ivana janine jeanette jeanne jenna joann joanne
jodi johanna juanita juliana juliet justine kaitlin karin karla katharine katrina kelsey kendra krista kristina
kristine lara latoya leona leticia lila lilian lillian lindsay lois lucille malia mandy marcella margarita mariah
marian marianne marisa marissa marlene marsha maryann maude megyn melinda meredith michele mindy moira mollie mona
monique myra nichole norma ophelia patrice paulina penny renata renee rochelle rosalie rosemarie shelley sherri sheryl
silvia sonya stacey susana susanne sybil tammy tanya teri terri tiffany toni tonya tracey tricia trisha verna vicki
vickie wilma yvette
""".split()
_MALE = """
james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald
steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric
jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry
tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry
austin sean gerald carl harold dylan arthur lawrence jesse bryan billy bruce gabriel joe logan alan juan albert willie
elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene barack mitt bernie ted marco jeb newt
rudy mike joe bill bob ben tim tom jim ken dan don ron sam vladimir dmitri dmitry sergei sergey andrei andrey boris
igor ivan mikhail nikolai oleg pavel viktor yuri alexei aleksei anatoly bashar recep abdullah ahmed ahmad ali hassan
hussein ibrahim khalid mahmoud mohammed muhammad mohamed mustafa omar osama salman yusuf youssef tariq hamid karim
kemal mehmet emre angus alastair alistair archie barnaby basil bernard bertrand boyd bram brendan brent brett brock
bruno byron calvin cameron casper cedric cecil cesar chad chester clarence claude clayton clement clifford clive clyde
colin conrad craig curtis cyril damian damon darren darryl dave dean denis derek desmond dick dirk dominic dominick
doug duncan dustin dwight earl eddie edgar edmund edwin eli elias elliot elliott ellis elmer emil emmanuel eric erik
ernest ernie errol erwin evan ezra felix ferdinand fernando floyd francis francisco franklin fred frederick fritz
gareth garrett gavin geoffrey geoff gideon gilbert giles glen glenn godfrey gordon graham grant greg guido guillermo
gunther gustav guy hal hank hans harlan harris harry harvey hector herbert herman hiroshi homer horace howard hubert
hugh hugo humphrey ian isaac ismail ivor jake jamal jared jasper javier jay jens jerome jim jimmy joachim joel johan
johannes jon jonas jorge josef josh julian julio julius jurgen karl kasper keiran kent kirk klaus kofi kurt lance lars
laurence lee len leo leon leonard leroy leslie lester lewis lionel lloyd lorenzo lou louis lucas lucien luigi luis
luke luther magnus malcolm manuel marc marcel marcus mario martin marvin matt maurice max maxwell mel melvin merlin
miguel miles milton mitch mitchell mohan morgan morris moses murray nathaniel ned neil nelson neville nick nigel niall
niels norman olaf oliver orlando oscar otto owen pablo pascal pat pedro percy perry pete phil pierre piet quentin
rafael rahul raj rajesh ramon randall raul ravi ray reginald rene rex rhys ricardo rick rob roberto rod roderick
rodney rodrigo roland rolf roman rory ross rowan rufus rupert russ salvador sanjay santiago saul sebastian seth shane
sharif shaun sid sidney silas simon solomon spencer stan stanley stefan steve stewart stuart sven sydney terence
terrence theo theodore thor tobias toby todd tony travis trevor tristan troy ulrich umberto vernon victor vijay vikram
virgil vito wade wallace warren wei wesley wilbur wilfred willem winston wolfgang xavier yasser yitzhak yosef zack
narendra imran nawaz shinzo abe benjamin binyamin nigel boris jeremy lindsey rand chuck harry rex steve reince corey
roger abel aksel anton arne bohdan bud cole colm corin denzel devan edwin halvard hamish horst ilya jermaine joss
kwame ludwig olu tesfaye
abdul abraham adrian aidan alberto alejandro alfred alfredo allan alvin amir anders andreas andres andy angelo antoine
antonio armando arnold arturo asher barry benedict bert bjorn brad bryce caleb carlo carlos charlie christoph clint
cody conor cornelius cyrus damien danny darrell derrick dexter diego dieter donnie duane dwayne eduardo elon emanuel
emilio enrique ernesto fabian felipe fidel francesco francois freddie gerard giovanni giuseppe gregg gus gustavo
heinrich helmut henri henrik humberto ignacio jacques jed jeff jeffery jeremiah joaquin joey johnathan johnnie johnny
jonah juergen kenny konstantin leonardo leonid leopold levi liam luca marcos marty mathew matteo matthias maxim
maximilian mohammad moises nicolas otis philippe phillip randal reza rickey ricky rodolfo ronnie rudolph samir serge
sergio shawn silvio stephan terrance tomas tommy tyrone vinny wendell werner woodrow zane
""".split()

SURNAMES_TOO = frozenset(
    """
abdullah abe abel abraham adam adrian ahmed alan albert alexander alfred ali allan ana andreas andrew ann anne anthony
armando arnold arthur arturo ashley audrey austin barry basil benedict benjamin bernard bertrand boris boyd bradley brandon
brett brooke bruce bruno bryan byron cameron carl carlos carmen carol cecil cedric cesar chad charles charlotte chelsea
christian claire clarence clayton clement clifford clyde cole colin conrad constance cornelius craig curtis cyrus daniel
daphne david dawn dean dennis derek dexter diego donald dorothy douglas duncan earl edgar edmund eduardo edward elaine elias
ellen elliot elliott ellis emmanuel enrique eric ernest erwin esther evan eve felix ferdinand fernando fidel florence floyd
frances francis francisco frank franklin frederick fritz gabriel gail garrett gary george gerald gerard gilbert giles ginger
glen glenn godfrey gordon grace graham grant gregory guillermo gunther gustavo guy hamish harlan harris harvey hassan hazel
hector heinrich helmut henry herbert herman hilary holly homer howard hubert hugh hugo humberto humphrey hussein ibrahim
ignacio igor iris isaac ivan ivor ivy jack jacob james jason javier jay jean jeffrey jens jerome jesse joan joaquin joel
john jonas jorge jose josef joseph joyce juan julian julius june karim keith kelly kelsey kemal kent khalid kim kimberly
kirk klaus kofi kwame kyle lara lars lawrence lee leo leon leonard leonardo leroy leslie lester levi lewis lindsay lindsey
lionel lloyd logan lois lorenzo louis lucas ludwig luis luke luther madison magnus mahmoud malcolm manuel marc marcos marcus
margot maria marian marie marina mario marion mark martin mary mason matthew maurice max maxwell mehmet melvin michael
miguel miles milton mitchell mohamed mohammad mohammed morgan morris moses muhammad murray nathan nathaniel neil nell nelson
nicholas niels nikolai norman oleg olive oliver olu omar orlando osama oscar otto owen pablo paige pascal patrick paul pavel
pearl pedro penny percy perry peter philip phillip pierre prudence quentin rafael raj rajesh ralph ramon rand randall raul
ravi ray raymond reginald rene rex rhys ricardo richard rita robert roberto robin rodney rodolfo rodrigo roger roland roman
rory rose rosemary ross rowan roy ruby rudolph rufus rupert russell ruth ryan salman salvador samuel sanjay santiago sarah
saul scott sean sebastian sergio seth shane shannon sharon shelley shirley sidney silas simon solomon spencer stanley stefan
stephen steven stewart stuart sydney tamara terrence terry tesfaye theodore thomas tobias todd tracey tracy travis tristan
troy tyler tyrone umberto valerie vernon victor vijay vikram viktor vincent violet virgil virginia vito wade wallace walter
warren wayne wei werner wesley william winston wolfgang woodrow xavier youssef yusuf
""".split()
)
"""Names that people also have as surnames: alone, they tell less."""

_BOTH = frozenset(_FEMALE) & frozenset(_MALE) | frozenset(
    "ronnie robin pat leslie jean andrea kelsey jo lindsay kim mel alex chris charlie nicky jamie terry frankie".split()
)
_ACCENTED = dict(
    zip(
        "inés josé maría sofía lucía andré rené zoë chloë renée björn søren françois jérôme hélène jürgen günther raúl jesús"
        " ramón andrés tomás nicolás martín adrián sebastián joaquín óscar víctor hélio joão josée thérèse amélie"
        " aurélie".split(),
        "f m f f f m m f f f m m m m f m m m m m m m m m m m m m m m m f f f f".split(),
        strict=True,
    )
)
GIVEN = {n: "f" for n in _FEMALE if n not in _BOTH} | {n: "m" for n in _MALE if n not in _BOTH} | _ACCENTED
_UNMARKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def plain(name: str) -> str:
    """'zoë' -> 'zoe', 'łukasz' -> 'lukasz'"""
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name.translate(_UNMARKED)) if not unicodedata.combining(c))


_LISTS = {kind: names.split() for kind, names in json.loads(WIDER.read_text("utf8")).items()}
_WIDER = {name: (kind[0], "likely" not in kind) for kind, names in _LISTS.items() if kind != "surnames too" for name in names}
_WIDER_SURNAMES = frozenset(_LISTS.get("surnames too", ()))


def gender_of(name: str, *, alone: bool) -> tuple[str, bool]:
    """'priya' -> ('f', True): what a given name in lower case tells, '' where nothing; and whether it tells much.

    alone: no other name follows, so that it may be a surname.
    """
    if name in GIVEN:
        return GIVEN[name], not (alone and name in SURNAMES_TOO)
    name = plain(name)
    if alone and name in _WIDER_SURNAMES:
        return "", False
    told, sure = _WIDER.get(name, ("", False))
    return told, sure and not alone
