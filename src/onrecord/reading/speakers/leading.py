"""Words that lead to who carried what was said: 'told | Radio Pell', 'in an interview with | the Courier', 'seen by | it'."""

from dataclasses import dataclass

from onrecord.reading.lexicon import TELLING
from onrecord.reading.speakers.agreement import PLACE
from onrecord.reading.speakers.names import Name
from onrecord.reading.speakers.nouns import CALENDAR, OF_PEOPLES, OUTLET_NOUNS, PEOPLES_ALONE
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import singular
from onrecord.reading.speakers.surroundings import before_marks

SERVICES = frozenset("agency service network programme program show".split())
BROADCAST = frozenset("radio television tv media".split())
LEADS = frozenset("to with by on in for from via through and".split())
ARTICLES = frozenset("the a an".split())
MODIFIERS = 5
REACH = 6
_DAILIES = frozenset("daily weekly monthly paper newspaper tabloid station broadcaster magazine channel site website".split())
_BY = frozenset(
    "reported published obtained seen quoted cited reviewed carried broadcast revealed disclosed interviewed aired printed"
    " broken shared given leaked posted viewed examined read verified accessed acquired uncovered heard".split()
)
_HANDED = frozenset("shared provided leaked given passed handed shown released disclosed supplied".split())
_IN = frozenset("extracted excerpted serialised serialized published printed quoted carried reprinted".split())
_LEARNED = frozenset("study studies paper research trial analysis review article findings".split())  # in a journal
_WITH = frozenset(
    "interview conversation interviews appearance statement call email e-mail letter comments remarks message"
    " essay op episode profile article column".split()  # "op-ed" is three words
)
_WHETHER = frozenset("whether if about why how when what who".split())
_REACHED = frozenset("contacted reached approached".split())
_ISSUED = frozenset("issued released distributed statement carried sent relayed".split())
_PARTS = frozenset("episode edition broadcast instalment".split())
_SHOWN = frozenset("programme program bulletin show newscast".split())
_SPEAKING = frozenset("speaking spoke spoken appearing appeared writing reviewing".split())
_WROTE = frozenset("wrote writes written".split())
_REFUSING = frozenset("not never declined declines declining refused refuses refusing without nor won't unable failed".split())
_IGNORING = frozenset("ignored ignores rejected rejects spiked dropped binned returned unanswered".split())


@dataclass(frozen=True, slots=True)
class Leading:
    """leads(name): whether words of telling or publishing lead to it, and do not say that it heard nothing."""

    page: Page

    def leads(self, name: Name) -> bool:
        if self.is_modifier(name):
            return False
        i = self.lead(name.first)
        before = self.page.at(i)
        if before in TELLING:
            return not self.is_refused(i, name)
        near = self.near(i)
        if self.is_published(i) or self._is_asked(i, name) or self._is_of_staff(i):
            return True
        titled = self.page.at(name.first - 1) == "the" and (name.kind != PLACE or self.page.is_capital(name.first - 1))
        if before == "in" and not near.isdisjoint(_WROTE) and titled:
            return True  # "wrote in The Blue Lamp"
        placed = before == "in" and name.kind == PLACE and "writing" not in near  # "spoke to reporters in Halden"
        return self.speaks(i) and not placed and not self.is_refused(i, name)

    def _is_asked(self, i: int, name: Name) -> bool:
        """'asked | by the Post whether', 'when contacted | by Radio Pell'"""
        if self.page.at(i) != "by":
            return False
        near = self.near(i)
        asked = "asked" in near and ("about" in near or self.page.at(name.last + 1) in _WHETHER)
        return asked or self.page.at(i - 1) in _REACHED

    def _is_of_staff(self, i: int) -> bool:
        """'told Leo Brandt | of the Post'"""
        if self.page.at(i) not in ("of", "from") or not self.page.is_capital(i - 1):
            return False
        k = i - 1
        while self.page.is_capital(k) and self.page.sentence[k] == self.page.sentence[i]:
            k -= 1
        return self.page.at(k) in TELLING

    def near(self, i: int) -> set[str]:
        """The words of the sentence just before word i."""
        return {self.page.at(k) for k in range(max(0, i - REACH), i) if self.page.sentence[k] == self.page.sentence[i]}

    def speaks(self, i: int) -> bool:
        """'in an interview | with', 'speaking | on'"""
        if self.page.at(i) == "of" and self.page.at(i - 1) in _PARTS:  # "in the latest episode of"
            return True
        if self.page.at(i) == "of" and self.page.at(i - 1) in _SHOWN:  # "on the evening programme of"
            return any(self.page.at(k) == "on" for k in range(i - MODIFIERS, i - 1))
        if self.page.at(i) in ("through", "via"):
            return not self.near(i).isdisjoint(_ISSUED)
        return self.page.at(i) in ("with", "to", "on", "for", "in") and not self.near(i).isdisjoint(_WITH | _SPEAKING)

    def is_published(self, i: int) -> bool:
        """'a letter obtained | by', 'extracted | in'"""
        dated = self.page.at(i - 1) in CALENDAR  # "quoted on Monday by"
        before = self.page.at(i - 1 - dated - (dated and self.page.at(i - 2) == "on"))
        by, at = self.page.at(i), before in _IN and self.near(i - 1).isdisjoint(_LEARNED)
        if by == "by" and before == "saying" and self.page.at(i - 2) == "as":
            return True  # "was quoted as saying by the Post"
        return (by == "by" and before in _BY) or (by == "in" and at) or (by in ("to", "with") and before in _HANDED)

    def is_modifier(self, name: Name) -> bool:
        """'the Paris daily', 'the Karvel weekly Zarya': the noun after a name is the outlet, and the name says whence it is."""
        at = name.last + 1
        return name.kind == PLACE and self.page.at(at) in _DAILIES and self.page.words[at].islower()

    def is_refused(self, lead: int, name: Name) -> bool:
        """'declined to speak to the Post', 'a letter to the Post, which has not printed it': it carried nothing."""
        reach = 3 if self.page.at(lead) in TELLING else REACH
        if any(self.page.low[k] in _REFUSING for k in self._clause(lead, reach)):
            return True
        at = name.last + 1
        apart = self.page.at(at) in (",", "(", "—", "–")
        at += apart
        if self.page.at(at) not in ("which", "who") and not (apart and self.page.at(at) == "that"):  # "told it that he had not"
            return False
        return any(w in _REFUSING or w in _IGNORING for w in self.page.low[at : at + REACH - 1])

    def _clause(self, lead: int, reach: int) -> list[int]:
        """The words right before a verb, back to its comma: 'who was not involved, | told'."""
        out = list[int]()
        for k in range(lead - 1, max(0, lead - reach) - 1, -1):
            comma = self.page.low[k] == "," and self.page.at(lead) in TELLING
            if comma or self.page.sentence[k] != self.page.sentence[lead]:
                break
            out.append(k)
        return out

    def lead(self, first: int) -> int:
        """The word before a name and what belongs to it: 'told | the trade site Ledgerline'."""
        i = before_marks(self.page, first)
        if singular(self.page.at(i)) in OUTLET_NOUNS | BROADCAST or self.page.at(i) in SERVICES:
            back = range(i - 1, max(i - MODIFIERS, -1), -1)
            i = next((k for k in back if self.page.low[k] in ARTICLES or self.page.low[k] in LEADS | TELLING), i - 1)
        origin = self.page.at(i).endswith(OF_PEOPLES) or self.page.at(i) in PEOPLES_ALONE
        if origin and self.page.is_capital(i):  # "an interview | with German Bild"
            i -= 1
        while self.page.at(i) in ARTICLES:
            i -= 1
        return i
