"""Word lists by hand: pronouns, titles, and nouns for people, bodies, outlets and documents. Facts of English."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


HE, SHE, IT = _set("he him his himself"), _set("she her hers herself"), _set("it its itself")
THEY, FIRST, FIRST_PLURAL = _set("they them their theirs themselves"), _set("i me my mine myself"), _set("we us our ours")
RELATIVE = _set("who which that whom whose")
SINGULAR = HE | SHE
YOU = _set("you yourself yourselves")
PRONOUNS = SINGULAR | IT | THEY | FIRST | FIRST_PLURAL | RELATIVE | YOU
SUBJECT_PRONOUNS = _set("he she it they i we who")
POSSESSIVE_PRONOUNS = _set("his her its their my our whose")

MALE_TITLES = _set("mr sir lord king prince duke baron father brother pope councilman congressman assemblyman")
FEMALE_TITLES = _set(
    "mrs ms miss madam dame lady queen princess duchess baroness mother sister councilwoman congresswoman assemblywoman"
)
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | _set(
        "mx dr doctor prof professor president vice senator sen rep representative gov governor mayor judge justice"
        " chief secretary minister chairman chairwoman chair general gen colonel col captain capt major maj lieutenant"
        " lt sergeant sgt corporal private admiral commander detective det officer sheriff deputy inspector"
        " superintendent constable rev reverend bishop archbishop cardinal rabbi imam sheikh ambassador chancellor"
        " premier speaker attorney councillor councilor alderman commissioner director dean principal coach emperor emir"
        " sultan former ex late acting interim then supt dci dsi insp pc cllr cr cmdr brig adm cpl fr wing fire"
    )
)
PEOPLES_ALONE = frozenset(
    "danes swedes finns poles turks serbs croats czechs slovaks greeks arabs jews kurds scots britons spaniards irish dutch"
    " french english welsh swiss tamils sikhs muslims christians catholics protestants sunnis shiites tories whigs".split()
)
OF_PEOPLES = ("an", "ish", "ese", "ic", "eli", "aqi", "ani", "iss", "eek")
"""What ends the name of a people: 'the German magazine'."""
TITLED = frozenset(
    "ambassador professor senator congressman congresswoman governor secretary minister councillor councilman councilwoman"
    " sheriff detective captain sergeant lieutenant colonel admiral rabbi rep sen gov prof rev dr".split()
)
TITLES_ALONE = TITLES - frozenset(
    "king prince duke baron pope dean judge major bishop cardinal brother mayor justice chancellor sheriff constable".split()
)
AFTER_NAMES = _set("kc qc sc mp mep msp obe mbe cbe kbe frs phd md esq")
"""What stands behind a name, in capitals, and is no part of it."""
SPELLED_OUT = {
    "sen": "senator", "gov": "governor", "rep": "representative", "prof": "professor", "dr": "doctor", "gen": "general",
    "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "det": "detective", "rev": "reverend",
    "supt": "superintendent", "insp": "inspector", "pc": "constable", "cllr": "councillor", "cmdr": "commander",
    "adm": "admiral", "cpl": "corporal", "cr": "councillor",
}  # fmt: skip
KEPT_TITLES = _set("sir dame lord lady king queen prince princess pope saint st")
ABBREVIATED = _set(
    "mr mrs ms dr prof sen rep gov gen col capt maj lt sgt det rev st jr sr no vs inc corp co ltd dept messrs hon u s"
    " supt insp cllr cmdr brig adm cpl jan feb mar apr aug sept sep oct nov dec"
)

PREPOSITIONS = _set(
    "of for from at in on with by to about against into over under between among near outside inside behind within"
    " without after before during since until than as like through across around despite toward towards upon via per"
    " beyond regarding concerning"
)
DETERMINERS = _set("the a an this that these those his her its their my our your another each every either neither no any")
DEFINITE = _set("the this that these those his her its their my our your")
AUXILIARIES = _set(
    "is was are were be been has have had do does did will would can could may might shall should must never also"
    " then later now still already again only just"
)
NUMBERS = _set("one two three four five six seven eight nine ten eleven twelve dozen dozens several both hundreds thousands")

CALENDAR = _set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december jan feb apr aug sept sep oct nov dec christmas easter spring summer autumn winter"
)
NUMBERED = _set("radio channel tv station kanal canal")

_WOMEN = _set(
    "woman actress wife widow mother grandmother sister daughter granddaughter aunt niece girlfriend bride girl"
    " lady queen princess duchess chairwoman spokeswoman congresswoman councilwoman businesswoman policewoman"
    " saleswoman noblewoman stateswoman alderwoman heroine hostess waitress housewife midwife nun stepmother"
    " stepdaughter godmother ex-wife mum mom"
)
_MEN = _set(
    "man actor husband widower father grandfather brother son grandson uncle nephew boyfriend groom boy gentleman"
    " king prince duke chairman spokesman congressman councilman businessman policeman salesman nobleman statesman"
    " alderman fisherman mailman postman fireman cameraman waiter monk priest stepfather stepson godfather"
    " ex-husband dad verger ferryman watchman"
)
GENDER = dict.fromkeys(_WOMEN | FEMALE_TITLES, "f") | dict.fromkeys(_MEN | MALE_TITLES, "m")

_KIN = _set("wife husband mother father sister brother daughter son cousin partner spouse fiancee fiance")
_JOBS = _set(
    "depositor borrower investor shareholder lender employer employee saver"
    " president minister senator representative governor mayor nominee candidate secretary ambassador envoy"
    " chancellor premier leader chief head director chairman chairwoman chairperson chair spokesman spokeswoman"
    " spokesperson lawyer attorney solicitor barrister prosecutor judge justice magistrate juror clerk officer"
    " detective sheriff deputy constable inspector superintendent commissioner commander general colonel captain"
    " major lieutenant sergeant admiral soldier guard agent spy doctor nurse surgeon physician psychiatrist"
    " psychologist scientist professor teacher principal dean student pupil scholar historian economist analyst"
    " researcher expert botanist biologist chemist physicist geologist engineer architect writer author novelist"
    " poet journalist reporter correspondent columnist critic editor producer presenter host anchor singer actor"
    " actress musician conductor soprano tenor drummer guitarist artist painter sculptor photographer filmmaker"
    " dancer designer coach manager player captain striker goalkeeper runner driver pilot sailor ferryman fisherman"
    " farmer baker butcher cook chef waiter waitress barman mechanic electrician plumber carpenter miner worker"
    " builder developer contractor owner landlord tenant founder executive boss banker trader broker accountant"
    " auditor adviser advisor aide assistant adviser counsel counselor consultant strategist pollster lobbyist"
    " activist campaigner organizer organiser volunteer official officer bureaucrat diplomat negotiator delegate"
    " lawmaker legislator congressman congresswoman councillor councilor councilman councilwoman alderman politician"
    " treasurer comptroller auditor registrar archivist librarian curator keeper warden priest pastor vicar bishop"
    " archbishop rabbi imam monk nun verger deacon sexton pope king queen prince princess duke duchess man woman"
    " person boy girl child teenager resident neighbor neighbour villager witness survivor victim suspect defendant"
    " plaintiff accused gunman attacker caller passenger passer-by bystander visitor guest customer client patient"
    " voter user owner shopkeeper vendor insider source whistleblower rival opponent counterpart colleague friend"
    " successor predecessor member participant attendee veteran immigrant refugee prisoner inmate hostage fan parent"
    " grandfather grandmother widow widower uncle aunt nephew niece grandson granddaughter boyfriend girlfriend"
    " ex-wife ex-husband apprentice trainee intern announcer moderator interviewer narrator broadcaster blogger"
    " commentator pundit hunter hiker usher mailman postman courier watchman caretaker janitor gardener housekeeper"
    " recorder coroner physician pharmacist dentist vet broker envoy incumbent challenger frontrunner newcomer"
    " billionaire millionaire businessman businesswoman entrepreneur tycoon magnate heir star celebrity comedian"
    " lieutenant-governor vice-president co-founder grader undergraduate graduate clockmaker spokesperson staffer"
    " operative surrogate insider loyalist ally lawmaker hydrologist seismologist epidemiologist"
    " guide guy fellow kid lad voice eyewitness mogul novice philosopher documentarian theologian"
)
_OTHERS = _set(
    "consul groom maid abbot chaplain canon provost regent viceroy marshal corporal cadet recruit medic paramedic academic"
    " shepherd grocer jockey forward elder rebel convict captive orphan twin sibling relative descendant lover"
    " mate coworker co-worker patron playwright clown notary comic cop nanny"
    " quarterback linebacker lineman pitcher catcher winger midfielder defender fullback halfback substitute backup backbencher"
    " welder tailor barber carer referee umpire beekeeper"
    " mp mep msp ceo cfo kc qc pm cm cs rep reps publicist pal surveyor pensioner retiree butler laundress seamstress batman"
    " trustee"
    " fugitive robber burglar thief killer kidnapper smuggler trafficker hacker sniper bomber arsonist culprit perpetrator"
    " offender detainee intruder influencer vlogger stylist bartender bouncer cleaner joiner bricklayer roofer potter"
    " jeweller optician therapist psychotherapist counsellor lecturer tutor headteacher headmaster headmistress"
    " schoolteacher classmate roommate flatmate housemate teammate toddler octogenarian teen firefighter trooper airman"
    " steward stewardess porter docker trucker cabbie cyclist motorist pedestrian jogger walker swimmer rower climber"
    " skier gymnast boxer golfer cricketer footballer sprinter petitioner appellant respondent claimant complainant"
    " applicant creditor donor philanthropist collector auctioneer choreographer composer songwriter rapper frontman"
    " pianist violinist trumpeter heiress bandleader signalman"
    " pontiff monarch signatory"
    " citizen tourist traveller traveler migrant worshipper churchgoer taxpayer biker rioter protester demonstrator outsider"
    " foreigner expat deserter defector dissident militant jihadist extremist terrorist insurgent separatist nationalist"
    " geneticist mathematician statistician clinician practitioner veterinarian conservationist environmentalist socialite"
    " ballerina juggler magician screenwriter scriptwriter lyricist oligarch fundraiser adjudicator arbitrator mediator"
    " informant informer tipster onlooker passerby rescuer lifeguard jailer bodyguard fishmonger greengrocer newsagent"
    " bookseller caterer sommelier barista babysitter childminder caregiver grandparent godparent triplet newlywed"
    " individual gamer programmer technician debtor homeowner renter underling labourer laborer postgraduate florist"
    " landlady bosun skipper astronaut cosmonaut acrobat aristocrat technocrat autocrat conscript chef sous-chef sleuth"
)
KIN_NAMES = _set("grandma grandpa granny gran nan nana grandad granddad mum mom mummy mommy dad daddy mama papa auntie")
"""How people call their own: with a capital, and yet no names."""
PEOPLE = _KIN | _OTHERS | _JOBS | _WOMEN | _MEN | KIN_NAMES
_ENDINGS = ("man", "woman", "person", "ologist", "maker", "keeper", "worker", "holder", "onomer", "ographer", "smith", "logian")

OFFICES = _set(
    "president nominee candidate contender senator congressman congresswoman governor mayor minister premier"
    " chancellor secretary chairman chairwoman judge justice lawmaker billionaire mogul magnate tycoon businessman"
    " businesswoman congressman ambassador commissioner sheriff prosecutor defendant"
)
PLACES = _set("country state city county town village province region nation kingdom district municipality government")
BODIES = _set(
    "company council ministry police board government union court committee commission agency authority department"
    " office bank party campaign administration congress senate parliament cabinet house palace university college"
    " school hospital museum theater theatre church diocese orchestra choir band club team league federation"
    " association organization organisation group foundation charity institute institution centre center bureau"
    " service army navy military force court jury tribunal firm corporation business manufacturer maker retailer"
    " airline airport insurer publisher regulator watchdog trust society guild embassy consulate delegation"
    " opposition coalition alliance bloc country state city county town village province region nation kingdom"
    " district municipality treasury laboratory lab gallery hotel restaurant factory mine utility operator developer"
    " fund exchange cooperative co-operative chamber panel inquiry body think-tank tank startup lobby movement"
    " assembly legislature judiciary executive leadership management staff organizers gang militia faction camp"
    " network platform regime side industry sector archive insurer publisher ngo nonprofit community monarchy family"
    " mission consortium taskforce brokerage"
    " clinic vineyard winery dealership studio supermarket academy carrier chain cathedral constabulary carmaker"
    " automaker lender housebuilder grocer brewer giant"
    " division unit squad crew command headquarters survey defense defence prosecution establishment elite left right"
    " festival railway railroad coastguard waterworks brewery bakery shop store zoo aquarium prison"
)
COMPANIES = _set(
    "holdings industries motors systems partners capital minerals foods lines airways airlines energy labs laboratories"
    " technologies pharmaceuticals rail railways ferries homes works mills looms steel oil gas petroleum chemicals"
    " enterprises ventures associates brothers sons co corp inc ltd plc llc group electric electronics software solutions"
    " logistics shipping tramways breweries brewery securities insurance properties estates constructors builders"
)
CALLED = _set(
    "bank company firm agency fund alliance bloc union network campaign charity group organization organisation"
    " association party corporation retailer airline manufacturer startup website paper newspaper magazine station"
    " broadcaster club team league hospital museum university country nation city"
)
OUTLET_PAGES = _set("page headline leader editorial website site report story article masthead")
JUDGES_IN_GROUP = _set(
    "jury bench townspeople tradespeople family crew gang staff audience crowd public couple pair duo trio panel"
    " crowd delegation team"
)
WRITTEN = _set("answer reply response page line entry verse sign plaque banner placard")  # documents where something "reads"
OUTLET_NOUNS = _set(
    "newspaper paper magazine broadcaster station newsroom tabloid broadsheet weekly daily journal newswire wire"
    " press media website site blog channel programme papers newspapers outlets magazines stations broadcasters"
    " outlet tabloids newsletter newsletters podcast newscast publication publications mag"
)
OUTLET_WORDS = _set(
    "times post news radio tv television gazette herald tribune courier ledger messenger pioneer mail review"
    " observer guardian telegraph journal chronicle globe star sun mirror express standard independent advertiser"
    " examiner inquirer enquirer dispatch echo argus argosy bulletin record register reporter sentinel weekly daily"
    " press wire broadcasting fm am newspaper magazine today monitor voice argus planet lantern intelligencer bee"
    " citizen press-herald leader broadcast cable newswire anchor sketch newsletter beacon clarion bugle crier"
    " statesman tidings"
)
AFTER_OUTLETS = _set("magazine mag podcast newsletter")
"""What follows an outlet's name in small letters: 'Family Circle magazine'."""
WEEKDAYS_OF_PAPERS = _set("sunday saturday daily weekly morning evening")
"""What a paper's name may begin with: the Sunday Comet, the Daily Thistle."""
PAPERS_ABROAD = _set(
    "gazzetta gazeta corriere messaggero diario jornal journal zeitung tageblatt tagblatt nachrichten anzeiger avisen"
    " posten dagbladet tidende kurier pravda izvestia vestnik novosti novini hurriyet kanal canal kanaal rundschau"
)
KNOWN_OUTLETS = _set(
    "reuters ap afp bbc cnn nbc abc cbs pbs npr msnbc cnbc itv bloomberg politico breitbart buzzfeed vox axios"
    " slate salon newsweek time economist tass xinhua interfax dpa ansa kyodo rt aljazeera c-span huffpost mediaite"
    " newsmax univision telemundo vice wired forbes fortune barron's propublica spiegel bild mail"
)
PRESS = _set("critic columnist correspondent cartoonist sketchwriter reviewer leader-writer newsroom masthead")
DOCUMENTS = _set(
    "report letter statement poll survey study log note notes record records email emails e-mail memo memorandum"
    " document documents paper filing filings lawsuit complaint affidavit indictment ruling verdict opinion judgment"
    " order article story editorial column book memoir diary chronicle chronicles annals minutes transcript tape"
    " recording video footage film movie documentary photograph photo image images picture map chart figures"
    " statistics data numbers census account accounts audit review analysis assessment estimate estimates forecast"
    " bill law act treaty charter constitution contract agreement invoice receipt ticket sign poster leaflet"
    " pamphlet brochure website page slide advert ad advertisement commercial clip post tweet message text texts"
    " telegram telegrams cable cables dispatch bulletin release communique manifesto platform plan proposal petition"
    " survey results finding findings evidence test tests model research schoolbooks textbook catalogue catalog"
    " playbill program programme calendar schedule register playlist inscription plaque copy copies draft speech"
    " resolution motion amendment clause rule rules policy guidelines dataset database surveys polls studies reports"
    " letters schedules entry listing entries handbook manual almanac gazetteer camera snapshot logbook"
    " timetable inventory will testimony deposition submission answer reply response announcement communiqué piece"
    " headline caption books articles banner placard trial trials experiment experiments"
    " disclosure disclosures tweet tweets analyses initiative guideline indictments notebook suit scripture scriptures"
    " gospel gospels bible quran koran torah talmud hadith psalm psalms commandment commandments proverb constitution code"
    " article label scan"
)
PUBLIC = _set(
    "fans critics experts analysts observers insiders pundits commentators skeptics sceptics purists rumour rumours"
    " rumor rumors word gossip people voters readers visitors somebody someone everybody everyone nobody anybody"
    " anyone others many some most few those conventional wisdom folks detractors naysayers supporters opponents"
    " watchers historians economists whoever americans britons taxpayers audiences scholars public proponents"
    " advocates specialists cynics consumers shoppers legend tradition folklore hearsay astronomers pollsters commenters"
    " listeners philosophers psychologists sociologists theorists commuters gossips generations"
)
AMOUNTS = _set(
    "number majority minority handful couple dozens hundreds thousands scores range series host roster array chorus string"
    " slew cadre group pair trio variety bunch cluster parade plurality"
)
QUANTIFIERS = _set("many some most few much all countless numerous various certain other fewer more")
ONES = _set("one another other first second third former latter")
