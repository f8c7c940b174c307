"""More articles with block quotations, written before the rules and first scored after them: 6 of the first 9
were right then, and 7 of the 15 that were written later still (LATER)."""

from .set_apart import Article, Expected

SPEECH = Article(
    "speech.txt",
    """The night the council slept

Councillor Edda Brint waited until half past eleven to speak. Of the nineteen
members present, four were awake. The minutes give her speech in full:

I have sat in this room for thirty years. In that time we have widened one
road and narrowed two.

I should like, before I go, to see a pavement.

You may vote as you please. I shall walk home in the gutter, as I always have.

The vote was carried by three to one. Brint did walk home in the gutter, and a
constable stopped her to ask why.

“Because of you lot,” she is said to have answered.
""",
    (Expected("The minutes", "I have sat", "I always have."),),
)

RELAYED = Article(
    "relayed.html",
    """<!doctype html><html><head><title>A rumour and its fathers</title></head><body><article>
<h1>A rumour and its fathers</h1>
<p>The rumour that the reservoir had been sold has three fathers, and all of them deny it. In remarks carried by Radio
Fell, the
water minister, Gudrun Paske, told a meeting of farmers:</p>
<blockquote><p>Nobody has bought the reservoir, because nobody has been asked to. It is full of water and it is
ours.</p></blockquote>
<p>By evening the Fell Courier had found a second father. Its leader column ended with these words:</p>
<blockquote><p>A thing that is denied on Monday is signed on Friday.</p></blockquote>
<p>“I was quoting a proverb,” the editor told me.</p>
<p>And the third? The farmers' union published, on its own site, a single line.</p>
<blockquote><p>We have been to look, and it is still there.</p></blockquote>
<p>It is. I went to look as well.</p>
</article></body></html>
""",
    (
        Expected("Radio Fell", "the water minister", "it is ours."),
        Expected("the water minister, Gudrun Paske,", "Nobody has bought", "it is ours."),
        Expected("Its leader column", "A thing that", "signed on Friday."),
        Expected("The farmers' union", "We have been", "still there."),
    ),
)

EPIGRAPH = Article(
    "epigraph.md",
    """# Salt

> Whoever holds the pans holds the coast.
>
> – Old saying of the salters, quoted by Henrik Moll

The pans at Ormsay were drained in 1938, and the coast has been held by nobody
since. Moll, who wrote the only history of them, called the draining “an act
of tidiness”. His last chapter ends:

> I went back in the autumn. There was a caravan on the third pan and a dog that did not know me.

The caravan is still there.
""",
    (
        Expected("Old saying of the salters, quoted by Henrik Moll", "Whoever holds", "the coast."),
        Expected("His last chapter", "I went back", "did not know me."),
    ),
)

RULES = Article(
    "rules.txt",
    """Swimming is forbidden, mostly

The quarry at Lark Hill filled with water in 1974 and with swimmers in 1975.
The parish put up a board, and the board says:

Swimming is forbidden. Those who swim do so at their own risk.

Dogs must be kept on a lead in the water.

The board was painted by the then clerk, Albert Moon, who swam there every
morning. Mr Moon died in 2003. His widow wrote to me last week:

He used to say that the second sentence was the one he meant.

She still has the brush.
""",
    (
        Expected("the board", "Swimming is forbidden. Those", "in the water."),
        Expected("His widow", "He used to say", "he meant."),
    ),
)

OBITUARY = Article(
    "obit.txt",
    """The man who counted swans

Joren Halle, who died on Sunday at ninety-one, counted the swans of Lake
Mirre every morning for sixty years. He kept the figures in school exercise
books. The last page, written the day before he fell ill, is given here as he
left it:

Forty-one. Two new. The pair from the mill have gone over to the island side
and I do not think they will be back.

Wind from the north. Could not see the far reeds.

Told Marta to send these to the university when I stop.

The university has had the books since Tuesday. A zoologist there, Signe
Brandt, called them “the longest unbroken record of anything in the county”.

Halle never published a line. When the county offered him a medal in 1988 he
sent it back with a card, which the clerk framed. The card reads:

Give it to the swans.

It hangs in the corridor still.
""",
    (
        Expected("The last page, written the day before he fell ill,", "Forty-one.", "when I stop."),
        Expected("The card", "Give it", "the swans."),
    ),
)
COLUMN = Article(
    "column.html",
    """<html><head><title>Read it again, minister</title></head><body><article><h1>Read it
again, minister</h1>
<p>On Wednesday the transport minister, Clas Evander, stood up in the chamber and said that nobody had ever promised the
valley a railway. I have a long memory and a short drawer, and in the drawer is a leaflet from the last election. On its second
page, under a photograph of a much younger Mr Evander, it says this:</p>
<blockquote><p>The valley will have its railway by 2019. That is not a hope. It is a promise.</p></blockquote>
<p>Now, politicians forget. But the Dale Observer does not, and it was the Observer which in 2016 reported Mr Evander's
words to
the chamber of commerce as follows:</p>
<blockquote><p>“Gentlemen, buy your tickets. I will be on the first train myself.”</p></blockquote>
<p>His press officer was kind enough to ring me back.</p>
<blockquote>The minister was speaking of a possible train.</blockquote>
<p>I see. And what does the minister himself say? To the same newspaper, last night, he offered this.</p>
<blockquote><p>I have nothing to add to what I may or may not have said.</p></blockquote>
<p>Buy your tickets.</p></article></body></html>""",
    (
        Expected("it", "The valley will", "a promise."),
        Expected("the Observer", "“Gentlemen,", "train myself.”"),
        Expected("His press officer", "The minister was", "possible train."),
        Expected("he", "I have nothing", "have said."),
    ),
)
COURT = Article(
    "court.md",
    """# Three sentences that closed a school

The inspectors came in November and stayed for two days. Their report runs to
ninety pages. According to a summary prepared by the education board, the
chief inspector concluded:

> The building is safe. The teaching is not. The two should change places.

Parents learned of it from the radio. One of them, Dagny Roos, sent the board
a letter that has since been copied on to every lamp-post in the street:

> You came for two days. We have been here for eleven years.
>
> My son can read. He read your report, and he laughed.
>
> Dagny Roos, 14 Mill Lane

The board's answer, when it came, was a form.
""",
    (
        Expected("a summary prepared by the education board", "the chief inspector", "change places."),
        Expected("the chief inspector", "The building", "change places."),
        Expected("One of them, Dagny Roos,", "You came", "he laughed."),
    ),
)
AGENCY = Article(
    "agency.txt",
    """PORT SELL, March 3 (Coastwire) - The owners of the ferry Halcyon broke
eleven days of silence on Tuesday with a statement read to reporters outside
the company's offices.

"We grieve with the families. We will answer every question the inquiry puts
to us, and we ask to be judged on those answers and not on rumor," it said.

The statement did not mention the bow doors. A former mate, Ole Strand, told
the Sell Tribune in an interview published on Monday:

"Those doors never closed right. We tied them with rope in winter. Everybody
knew it.

"I wrote it in the log three times."

Company officials declined to comment on Strand's account. The inquiry opens
on Thursday.
""",
    (Expected("A former mate, Ole Strand,", '"Those doors', 'three times."'),),
)
HISTORY = Article(
    "history.html",
    """<html><head><title>The last order</title></head><body><article><h1>The last order</h1>
<p>Historians have argued for a century over whether Colonel Brask gave the order to burn the bridge at Senn. The
colonel's own
memoir, dictated in exile, is no help.</p>
<blockquote><p>There was a bridge, and then there was not. I was elsewhere.</p></blockquote>
<p>His adjutant remembered it otherwise. In a letter to his sister, discovered only in 1994 and first published by the Senn
Historical Society, Lieutenant Rolf Amdal wrote:</p>
<blockquote><p>He said one word and pointed. I need not tell you the word.</p></blockquote>
<p>The new bridge has an inscription.</p>
<blockquote><p>“Burn.”</p><cite>Children of Senn school, 1996</cite></blockquote>
<p>It was chosen by vote.</p></article></body></html>""",
    (
        Expected("The colonel's own memoir, dictated in exile,", "There was a bridge", "I was elsewhere."),
        Expected("Lieutenant Rolf Amdal", "He said one word", "tell you the word."),
        Expected("Children of Senn school", "“Burn.”", "“Burn.”"),
    ),
)
BLOG = Article(
    "blog.txt",
    """Who wrote the parking rules?

I asked the council who had written the new parking rules, and the council
sent me a document. Under the heading of responsibility it states:

    Responsibility for these rules lies with the department.

Which department? I asked that too. The reply came from a Mr Orme, who
explained patiently:

    The department is the one responsible for the rules.

    I trust this clears the matter up.

It did, in a way. A friend who used to work there laughed when I showed her.
“Orme is the department,” she said.
""",
    (Expected("it", "Responsibility for", "the department."), Expected("a Mr Orme", "The department is", "matter up.")),
)

HELD_BACK = (SPEECH, RELAYED, EPIGRAPH, RULES)
LATER = (OBITUARY, COLUMN, COURT, AGENCY, HISTORY, BLOG)
