"""What introduces a block quotation: 'Quoted by the Courier, the minister said:' -> the minister, and the Courier outside."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.models.decoding import Triple
from onrecord.models.features import Features
from onrecord.reading.drafts import words_between
from onrecord.reading.lexicon import DETERMINERS, DOCUMENTS, NOUNS, PREPOSITIONS, RELAYS, STRETCHES, introduces, reports
from onrecord.reading.speakers.nouns import OUTLET_WORDS

_AUXILIARIES = frozenset("would will has had have also then later was were is did to as be been first only".split())
_BEFORE_SUBJECT = frozenset(", ; — – and when as but while ( )".split())
_ADVERBS = frozenset("then later now yesterday today tonight afterwards finally".split())
_RELATIVE = frozenset(("who", "which"))
_QUOTED = frozenset("quoted quotes quoting quote cited cites citing".split())
_LONGEST_OBJECT = 8  # words: "quoted the interior minister, Halvard Brenn, as saying"
_IS = frozenset("is are was were has had".split())
_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")
_LONGEST_SIGNATURE = 20  # words
_SENTENCE = 6  # words: what is longer and ends in a full stop is a sentence, no name
_MOST_AFTER = 3  # words of content between a cue and its colon: "says only:", "said this:"

Words = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Word numbers of who (source) and how (cue), and the frame that relays this one: its content begins at `start`."""

    source: Words
    cue: Words
    start: int = 0
    outer: "Frame | None" = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The last sentence of an introduction, words [start, end).

    triples: those whose cue stands in it. relays: who hands on what another says in it, as frames; aside: the words of these.
    """

    text: str
    features: Features
    start: int
    end: int
    triples: Sequence[Triple]
    relays: Sequence[tuple[Frame, bool]]
    aside: frozenset[int]

    def word(self, i: int) -> str:
        return self.text[slice(*self.features.words[i])]

    @property
    def colon(self) -> bool:
        return self.word(self.end - 1) == ":"


def introduction(text: str, features: Features, paragraph: int, triples: Sequence[Triple]) -> Frame | None:
    """The last sentence of a paragraph -> the frame it gives to what is set apart after it, None if it gives none."""
    start, end = bisect_left(features.paragraph, paragraph), bisect_left(features.paragraph, paragraph + 1)
    if start == end:
        return None
    sentence = _sentence(text, features, last_sentence(text, features, start, end), end, triples)
    quoted = _quoted_as(sentence)
    if quoted is not None:
        return quoted
    frame = _speaker(sentence)
    if frame is None or not (frame.source or sentence.colon):
        return None
    return _relayed(sentence, frame)


def _sentence(text: str, features: Features, start: int, end: int, triples: Sequence[Triple]) -> Sentence:
    here = [t for t in triples if t.cue and start <= t.cue[0] and t.cue[-1] < end]
    bounds = features.words[start][0], features.words[end - 1][1]
    relays, aside = [], set[int]()
    for match in (m for pattern in RELAYS for m in pattern.finditer(text, *bounds)):
        source, cue = (words_between(features, *match.span(role)) for role in ("source", "cue"))
        if source and cue:
            relays.append((Frame(source, cue), "inside" in match.groupdict()))
            aside.update(range(min(source + cue), max(source + cue) + 1))
    commas = {i for i in range(start, end) if text[features.words[i][0]] in ",()—–" and aside & {i - 1, i + 1}}
    return Sentence(text, features, start, end, here, relays, frozenset(aside | commas))


def _speaker(s: Sentence) -> Frame | None:
    """Whoever the words set apart are directly put in the mouth of: the last cue before the colon."""
    verb = _last_verb(s)
    ours = [t for t in s.triples if s.colon or not t.content or max(t.content) >= s.end]
    known = max(
        (t for t in ours if _leads_on(s, t) and s.word(t.cue[0]) != ":"),
        key=lambda t: (bool(t.source), t.cue[-1]),
        default=None,
    )
    subject = _subject(s, verb) or _shared(s, verb) if verb is not None else ()
    # Of two cues the later introduces; but what has the model's cue in its subject is no verb ("wrote about state pensions:").
    if known is not None and (verb is None or known.cue[-1] >= verb or not subject or set(subject) & set(known.cue)):
        source = known.source if _own(s, known.source) else _subject(s, known.cue[0]) or known.source
        return _framed(s, source, known.cue)
    if verb is None:
        named = next((t for t in ours if t.source and _own(s, t.source)), None)  # "The Herald:"
        return _framed(s, named.source, named.cue) if named else _document(s)
    cue = tuple(range(_first_auxiliary(s, verb), verb + 1))
    cue += (verb + 1,) if s.colon and verb + 2 == s.end else ()
    return _framed(s, subject, cue)


def _quoted_as(s: Sentence) -> Frame | None:
    """'the Courier, which quoted him as saying:' -> him, as saying; outside it the Courier, quoted."""
    said = next((i for i in range(s.end - 1, max(s.start + 2, s.end - 5), -1) if s.word(i).endswith("ing")), None)
    if said is None or s.word(said - 1) != "as":
        return None
    quoted = next((i for i in range(said - 2, s.start, -1) if s.word(i) in _QUOTED), None)
    if quoted is None or s.word(quoted + 1) == "by" or not 0 < said - 2 - quoted <= _LONGEST_OBJECT:
        return None
    inner = tuple(range(quoted + 1, said - 1))
    outer = _framed(s, _subject(s, quoted), tuple(range(_first_auxiliary(s, quoted), quoted + 1)))
    return Frame(inner, (said - 1, said), inner[0], outer if outer.source else None)


def _framed(s: Sentence, source: Words, cue: Words) -> Frame:
    """'a Mr Orme, who explained:': whom a relative pronoun stands for is the source."""
    if source and s.word(source[-1]).lower() in _RELATIVE:
        source = _antecedent(s, source[-1])
    return Frame(source, cue, min(source + cue))


def _antecedent(s: Sentence, pronoun: int) -> Words:
    end = pronoun - 1 if s.word(pronoun - 1) == "," else pronoun
    start = end
    while start > s.start and s.word(start - 1)[0].isalnum() and s.word(start - 1).lower() not in PREPOSITIONS | _AUXILIARIES:
        start -= 1
    return tuple(range(start, end)) or (pronoun,)


def _document(s: Sentence) -> Frame | None:
    """No verb of saying: "The judge's ruling was short:" and "The colonel's memoir, dictated in exile, is no help." speak."""
    first = s.start + _noun_phrase(s, range(s.start, s.end))
    verb = next((i for i in range(first, s.end) if s.word(i).lower() in _IS), None)
    if verb is not None and any(s.word(i).lower() in DOCUMENTS for i in range(first, min(verb, first + 6))):
        return Frame(tuple(range(first, verb)), (s.end - 1,) if s.colon else (), first)
    if not s.colon:
        return None
    outlet = _outlet(s)
    return Frame(outlet, (s.end - 1,), min(outlet, default=s.end - 1))


def _outlet(s: Sentence) -> Words:
    """'And then, in the Halden Post:', 'the Halden Post took her side:' -> the Halden Post"""
    last = next((i for i in range(s.start + 1, s.end) if s.word(i).lower() in OUTLET_WORDS and s.word(i)[0].isupper()), None)
    if last is None:
        return ()
    first = last
    while first > s.start and s.word(first - 1)[0].isupper() and s.word(first - 1).lower() != "the":
        first -= 1
    if s.word(first - 1).lower() != "the" or first - 1 < s.start:
        return ()
    return tuple(range(first - 1, last + 1))


def _leads_on(s: Sentence, t: Triple) -> bool:
    """Whether hardly anything said stands between a cue and the end of the introduction."""
    return sum(t.cue[-1] < i < s.end for i in t.content) <= _MOST_AFTER


def _last_verb(s: Sentence) -> int | None:
    """The last word that can introduce words; without a colon it needs an object that is words ("put it in a sentence.")."""
    if not s.colon and not any(s.word(i).lower() in STRETCHES for i in range(max(s.start, s.end - 4), s.end)):
        return None
    backwards = [i for i in range(s.end - 1, s.start, -1) if i not in s.aside]
    able = [i for i in backwards if introduces(s.word(i)) and not _is_noun(s, i)]
    verb = next((i for i in able if s.word(i).lower() not in NOUNS), None)
    if verb is None and s.colon and s.word(s.end - 2).endswith("ed"):
        return s.end - 2  # "the fire chief wired:"
    return verb if verb is not None or not able or not s.colon else able[0]


def _is_noun(s: Sentence, i: int) -> bool:
    """'in a report', 'her statement': a word that reports, but not here; unless nothing else does."""
    before, hyphen = s.word(i - 1).lower(), s.text[s.features.words[i][0] - 1] == "-"
    return hyphen or (before in DETERMINERS and not s.word(i).lower().endswith("ed") and i + 2 < s.end)


def _first_auxiliary(s: Sentence, verb: int) -> int:
    while verb - 1 > s.start and s.word(verb - 1).lower() in _AUXILIARIES:
        verb -= 1
    return verb


def _subject(s: Sentence, verb: int) -> Words:
    """The words before the verb back to a comma or the sentence's start, auxiliaries and a phrase of time or place left out."""
    found = next((t.source for t in s.triples if verb in t.cue and t.source and _own(s, t.source)), None)
    if found:
        return found
    words = [i for i in range(s.start, _first_auxiliary(s, verb)) if i not in s.aside]
    stops = [k for k, i in enumerate(words) if s.word(i).lower() in _BEFORE_SUBJECT]
    if words and stops and stops[-1] == len(words) - 1 and s.word(words[-1]) == ",":  # "the minister, Halvard Brenn, said"
        stops = stops[:-2]
    own = words[stops[-1] + 1 if stops else 0 :]
    relative = next((i for i in reversed(own) if s.word(i).lower() in _RELATIVE), None)
    if relative is not None:
        return _antecedent(s, relative)
    return tuple(own[_noun_phrase(s, own) :])


def _own(s: Sentence, source: Words) -> bool:
    """Whether the model's source is one for this sentence: in it, and not of those who relay."""
    return all(i >= s.start and i not in s.aside for i in source)


def _noun_phrase(s: Sentence, words: Sequence[int]) -> int:
    """'At 9.40 the fire chief' -> where 'the fire chief' begins."""
    if words and s.word(words[0]).lower() in _ADVERBS:
        return 1
    if not words or s.word(words[0]).lower() not in PREPOSITIONS:
        return 0
    for k in range(2, len(words)):
        word, before = s.word(words[k]), s.word(words[k - 1])
        begins = word.lower() in DETERMINERS or (word[0].isupper() and not before[0].isupper())
        if begins and before.lower() not in PREPOSITIONS | DETERMINERS:
            return k
    return 0


def _shared(s: Sentence, verb: int) -> Words:
    """'The clerk told me it was late, and read me one line:': a second verb has the first one's subject."""
    if s.word(_first_auxiliary(s, verb) - 1).lower() not in {"and", "then", "but"}:
        return ()
    before = [t for t in s.triples if t.source and t.cue[-1] < verb]
    return _with_clause(s, max(before, key=lambda t: t.cue[-1])) if before else ()


def _with_clause(s: Sentence, t: Triple) -> Words:
    """'A clerk' of 'A clerk, who asked not to be named, told' -> with the clause that says why to trust him."""
    between = range(t.source[-1] + 1, t.cue[0])
    clause = (
        len(between) > 3 and s.word(between[0]) == s.word(between[-1]) == "," and s.word(between[1]).lower() in {"who", "whose"}
    )
    return (*t.source, *between) if clause else t.source


def _relayed(s: Sentence, frame: Frame) -> Frame:
    """The frame inside the one that relays it, if the sentence names one."""
    outer = _by_pattern(s, frame) or _by_model(s, frame)
    return Frame(frame.source, frame.cue, frame.start, outer) if outer else frame


def _by_model(s: Sentence, frame: Frame) -> Frame | None:
    """'The Post says that the minister wrote:': the model hears the Post say all the rest."""
    own = set(frame.cue) | set(frame.source)
    around = [t for t in s.triples if t.source and not own & {*t.cue, *t.source} and set(frame.cue) <= set(t.content)]
    best = max(around, key=lambda t: t.cue[-1], default=None)
    return Frame(best.source, best.cue) if best else None


def _by_pattern(s: Sentence, frame: Frame) -> Frame | None:
    """'according to X, ...', 'quoted by X, ...', 'as X reported, ...', '..., X explained, ...'."""
    for relay, inside in s.relays:
        source = _whole_name(s, relay.source, frame)
        if not set(source + relay.cue) & set(frame.source + frame.cue) and (inside or source[-1] < frame.start):
            return Frame(source, relay.cue)
    return None


def _whole_name(s: Sentence, named: Words, frame: Frame) -> Words:
    """'the rival, the Gull,' before 'he said': an apposition that only commas part from the speaker belongs to the name."""
    model = next((t.source for t in s.triples if t.source and set(t.source) & set(named)), ())
    source = tuple(sorted({*named, *(i for i in model if s.start <= i < s.end)})) if model else named
    if source[-1] >= frame.start:
        return source
    rest = range(source[-1] + 1, frame.start)
    commas = [i for i in rest if s.word(i) == ","]
    apposed = len(commas) == 2 and commas[0] == rest[0] and commas[1] == rest[-1] and len(rest) <= 9
    return tuple(range(source[0], rest[-1] + 1)) if apposed and s.word(rest[1]).lower() in DETERMINERS else source


def last_sentence(text: str, features: Features, start: int, end: int) -> int:
    """The first word of the last sentence of words [start, end)."""
    for i in range(end - 2, start, -1):
        s, e = features.words[i]
        after = text[features.words[i + 1][0]]
        ends = _ENDS.search(text[max(0, s - 2) : e]) and (after.isupper() or not after.isalnum())
        if ends and not _abbreviated(text, features, i):
            return i + 1
    return start


def _abbreviated(text: str, features: Features, i: int) -> bool:
    before = text[slice(*features.words[i - 1])] if i else ""
    return len(before) <= 3 and before[:1].isupper()


def signature(text: str, features: Features, first: int, end: int, *, bare: bool = False) -> Frame | None:
    """'— Ruth Ankel, schoolteacher, in her diary' -> the dash as cue, the name as source; None if it is no such line.

    bare: it may do without the dash, as a name under a letter does.
    """
    dash = text[features.words[first][0]] in "—–-―"
    name = first + dash
    if not name < end <= first + _LONGEST_SIGNATURE or not (dash or bare) or not text[features.words[name][0]].isupper():
        return None
    if text[features.words[end - 1][0]] in '.!?…:;,"”’»' and not (dash and end - name <= _SENTENCE):
        return None
    stop = next(
        (i for i in range(name + 1, end) if text[features.words[i][0]] == "," and _is_place(text, features, i + 1, end)), end
    )
    return Frame(tuple(range(name, min(stop + 1, end))), tuple(range(first, name)), first)


def _is_place(text: str, features: Features, i: int, end: int) -> bool:
    return i < end and text[slice(*features.words[i])].lower() in PREPOSITIONS


def after_block(text: str, features: Features, first: int, triples: Sequence[Triple]) -> Frame | None:
    """'So wrote the watchmaker Piet Olander in 1961.' -> wrote, the watchmaker Piet Olander."""
    if first >= len(features.words) or text[slice(*features.words[first])].lower() not in {"so", "thus", "thus,"}:
        return None
    if first + 1 >= len(features.words) or not reports(text[slice(*features.words[first + 1])]):
        return None
    verb = first + 1
    known = next((t.source for t in triples if verb in t.cue and t.source), None)
    stop = verb + 1
    while stop < len(features.words) and _in_name(text, features, stop):
        stop += 1
    source = known or tuple(range(verb + 1, stop))
    return Frame(source, (verb,), verb) if source else None


def _in_name(text: str, features: Features, i: int) -> bool:
    word = text[slice(*features.words[i])]
    return word[0].isalnum() and word.lower() not in PREPOSITIONS - {"of"}
