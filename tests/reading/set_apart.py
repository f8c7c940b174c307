"""Articles of ours with block quotations of many shapes, and what a careful reader would say of each block."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expected:
    """One block quotation: its source's words ("" for none), and the first and last words of its content."""

    source: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Article:
    name: str  # its suffix says what it is
    raw: str
    blocks: tuple[Expected, ...]


LETTER = Article(
    "letter.txt",
    """The harbour loses its pilot

After nineteen winters Sunniva Tave is leaving the pilot boat, and she has
told the town why. In a letter pinned up at the chandler's on Monday she
writes:

I came here to bring ships in, not to fill in forms. Last year I brought in
two hundred ships and filled in nine hundred forms.

My father kept a notebook and nobody was ever wrecked for want of a second
one. I do not blame the clerks.

We were a service once. We are a filing cabinet now, and I am too old to be
kept in a drawer.

Tave, 61, is the third pilot to leave since the port was sold. Her successor
has not been named, and the port company has so far said nothing.

Its chairman, Anders Vok, was more talkative in private. “She will be back by
spring,” he told a colleague.
""",
    (Expected("she", "I came here", "kept in a drawer."),),
)

REOPENED = Article(
    "reopened.txt",
    """Why the dam stayed shut

The engineer's own account, given to the inquiry on its second day, has never
been printed whole. This is what Rosa Imber told it:

“I was on the wall at four. The gauge stood at nine metres and it was rising a
hand's breadth every hour.

“I rang the ministry. They said to wait for the morning shift. I said there
might not be a morning.

“At five I went home and woke my children.”

Nobody at the ministry disputes the calls. Imber was moved to another district
in June.
""",
    (Expected("Rosa Imber", "“I was on the wall", "woke my children.”"),),
)

DASHED = Article(
    "dashed.md",
    """# A diary from the siege

The winter of the siege left few papers. One of them lay in a biscuit tin
until this year.

> The horses went first. Then the piano, leg by leg.
>
> Nobody sings now, but we all hum.
>
> — Ruth Ankel, schoolteacher, in her diary

The tin belongs to a grandson. He found it under the stairs, he says, beside a
piano leg.
""",
    (Expected("Ruth Ankel, schoolteacher,", "The horses went first", "we all hum."),),
)

AFTERWARDS = Article(
    "afterwards.html",
    """<!doctype html><html><head><title>The clock that lied</title></head><body><article>
<h1>The clock that lied</h1>
<p>The town hall clock of Varn has been eleven minutes fast since the war, and every mayor has promised to mend it.
The archive
holds forty letters about it. One is worth reading whole.</p>
<blockquote><p>A clock that is wrong in the same way every day is not wrong. It is a custom. Leave it
alone.</p></blockquote>
<p>So wrote the watchmaker Piet Olander to the council in 1961. The council left it alone.</p>
<p>This spring a new mayor sent for a crane. The town hall's own website put it in a sentence.</p>
<blockquote>From Sunday Varn will be on time.</blockquote>
<p>It was not. On Sunday the crane was eleven minutes late.</p>
</article></body></html>
""",
    (
        Expected("the watchmaker Piet Olander", "A clock that is wrong", "Leave it alone."),
        Expected("The town hall's own website", "From Sunday Varn", "on time."),
    ),
)

INDENTED = Article(
    "indented.txt",
    """What the ferryman swore

There were two statements, and the court heard only one. The first was taken
on the quay by Constable Brandt. In it the ferryman Jory Lund says this of the
night:

    The gate was up when I cast off. A man in a long coat waved me on.

    He had a lamp. He swung it twice, which means go.

The second was taken four days later, in the company's office, and it is
shorter. It says:

    The gate was down. The man did not wave.

Between the two lies a visit from the company's lawyer, Berit Aas, who denies
any part in it. The court never asked why a man should change his mind about a
lamp.
""",
    (
        Expected("the ferryman Jory Lund", "The gate was up", "which means go."),
        Expected("it", "The gate was down.", "did not wave."),
    ),
)

SECOND_HAND = Article(
    "second-hand.txt",
    """The harbour chief's two speeches

Nobody outside the canteen heard the first speech. According to the Western
Ledger, the harbour chief told his staff:

There will be no redundancies this year. There will be none next year either,
so long as I sit in this chair.

He sat in it for eleven days. The second speech was public, and in it, as
quoted by the Ledger's rival, the Evening Gull, he said:

“Nobody who works hard has anything to fear. I have always been clear about
that.”

The staff remember something else being clear. Fifty-two of them were sent
home on Friday.
""",
    (
        Expected("the Western Ledger", "the harbour chief told his staff", "in this chair."),
        Expected("the harbour chief", "There will be no", "in this chair."),
        Expected("the Ledger's rival, the Evening Gull,", "he said", "about that.”"),
        Expected("he", "“Nobody who works", "about that.”"),
    ),
)

PASTORAL = Article(
    "pastoral.md",
    """# The bishop and the bells

The quarrel over the bells of Hesk is older than the bells. As the Hesk
Gazette first reported, the bishop wrote to his priests in March:

> Ring them at noon and at no other hour.

The Gazette has not shown the letter to anyone. A curate, who asked not to be
named, told me it went further, and read me one line:

> Whoever rings at night will answer to me.

The bishop's office denies that line and confirms the other. It added in an
email:

> We do not comment on tone.
""",
    (
        Expected("the Hesk Gazette", "the bishop wrote", "no other hour."),
        Expected("the bishop", "Ring them at noon", "no other hour."),
        Expected("A curate, who asked not to be named,", "Whoever rings", "answer to me."),
        Expected("It", "We do not comment", "on tone."),
    ),
)

NOTICE = Article(
    "notice.txt",
    """A bakery closes

The door of Hollin's has been locked since Tuesday. A notice on it reads:

Bread was sold here for ninety years. It will not be sold here again.

The ovens are for sale. Ask at the mill.

The notice is unsigned, but everyone in the street knows the hand. Old Hollin
himself would say only that the flour had got dear.

The mill has had one caller. He wanted bread.
""",
    (Expected("A notice on it", "Bread was sold", "Ask at the mill."),),
)

NOUN = Article(
    "noun.html",
    """<!doctype html><html><head><title>Nine words from a judge</title></head><body><article>
<h1>Nine words from a judge</h1>
<p>The case of the stolen weathervane ran for three years and cost more than the church. Judge Mireille Ostrand's
ruling was
short:</p>
<blockquote><p>The cock goes back. Each side pays its own costs.</p></blockquote>
<p>The churchwarden, Ned Farrow, was delighted. The farmer who had sold the vane was not, and he put out a statement
through his
lawyer within the hour:</p>
<blockquote><p>I bought that bird in good faith from a man with a ladder.</p>
<p>I shall appeal, and I shall win.</p></blockquote>
<p>He did neither.</p>
</article></body></html>
""",
    (
        Expected("Judge Mireille Ostrand", "The cock goes back.", "its own costs."),
        Expected("he", "I bought that bird", "I shall win."),
    ),
)

PASSIVE = Article(
    "passive.txt",
    """Who shut the mine road?

For a week nobody would say. Then two drivers were quoted by the Upland Star
as saying:

“We were told to turn round at the second bend. We asked who had ordered it
and were told to mind our axles.”

The council says the road was never shut. Its engineer was even shorter. Asked
about the barrier, he replied:

What barrier?

The barrier is red and white and four metres long.
""",
    (
        Expected("the Upland Star", "two drivers", "mind our axles.”"),
        Expected("two drivers", "“We were told", "mind our axles.”"),
        Expected("he", "What barrier?", "What barrier?"),
    ),
)

SIGNED = Article(
    "signed.txt",
    """Letters found in a wall

Builders taking down the old customs house at Port Alder found an envelope
behind the plaster. The letter inside is addressed to the harbour master and
reads:

Sir, the brandy in the third cellar is not brandy. I have tasted it and so
should you.

The men on the night watch know this. They are paid not to.

Do not look for me. By the time this is found I shall be in another country or
another trade.

A Friend of the Revenue

Nobody knows whether the harbour master ever saw it. The envelope had not been
opened, the builders say.
""",
    (Expected("The letter inside", "Sir, the brandy", "another trade."),),
)

FOOTER = Article(
    "footer.html",
    """<!doctype html><html><head><title>What the lighthouse heard</title></head><body><article>
<h1>What the lighthouse heard</h1>
<p>For one night in May the keepers of Stor Rock wrote down everything that came over the radio. The book was sold
last week to a
collector in the capital for more than the lighthouse had cost to build.</p>
<blockquote><p>We have her lights. She is turning. She is not turning.</p>
<footer>— Nils Aberg, assistant keeper</footer></blockquote>
<p>The company has always said that she turned. Its lawyer, Vera Holt, repeated it last week:</p>
<blockquote><p>The ship turned in good time. The log of the rock is the work of a tired man.</p></blockquote>
<p>A tired man can still see a light.</p>
</article></body></html>
""",
    (
        Expected("Nils Aberg, assistant keeper", "We have her lights.", "She is not turning."),
        Expected("Its lawyer, Vera Holt,", "The ship turned", "a tired man."),
    ),
)

SHOWN = (LETTER, REOPENED, DASHED, AFTERWARDS, INDENTED, SECOND_HAND, PASTORAL, NOTICE, NOUN, PASSIVE, SIGNED, FOOTER)
