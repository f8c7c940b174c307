"""Block quotations that nobody looked at while the rules were made: what they score is what a reader may expect."""

from .set_apart import Article, Expected

SPEECH = Article(
    "speech.txt",
    """The night the council slept

Councillor Edda Brint waited until half past eleven to speak. Of the nineteen members present, four were awake. The minutes give
her speech in full:

I have sat in this room for thirty years. In that time we have widened one road and narrowed two.

I should like, before I go, to see a pavement.

You may vote as you please. I shall walk home in the gutter, as I always have.

The vote was carried by three to one. Brint did walk home in the gutter, and a constable stopped her to ask why.

“Because of you lot,” she is said to have answered.
""",
    (Expected("The minutes", "I have sat", "I always have."),),
)

RELAYED = Article(
    "relayed.html",
    """<!doctype html><html><head><title>A rumour and its fathers</title></head><body><article>
<h1>A rumour and its fathers</h1>
<p>The rumour that the reservoir had been sold has three fathers, and all of them deny it. In remarks carried by Radio Fell, the
water minister, Gudrun Paske, told a meeting of farmers:</p>
<blockquote><p>Nobody has bought the reservoir, because nobody has been asked to. It is full of water and it is ours.</p></blockquote>
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

The pans at Ormsay were drained in 1938, and the coast has been held by nobody since. Moll, who wrote the only history of them,
called the draining “an act of tidiness”. His last chapter ends:

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

The quarry at Lark Hill filled with water in 1974 and with swimmers in 1975. The parish put up a board, and the board says:

Swimming is forbidden. Those who swim do so at their own risk.

Dogs must be kept on a lead in the water.

The board was painted by the then clerk, Albert Moon, who swam there every morning. Mr Moon died in 2003. His widow wrote to me last
week:

He used to say that the second sentence was the one he meant.

She still has the brush.
""",
    (
        Expected("the board", "Swimming is forbidden. Those", "in the water."),
        Expected("His widow", "He used to say", "he meant."),
    ),
)

HELD_BACK = (SPEECH, RELAYED, EPIGRAPH, RULES)
