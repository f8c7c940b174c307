"""'I thought it was the cat': a pronoun, a verb of saying or thinking, a clause. The inner level that the model passes over."""

import re
from bisect import bisect_left

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft

_CONFIDENCE = 0.5
_CLAUSE = re.compile(
    r"\b(?P<source>I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou)\s+"
    r"(?P<cue>(?:(?:have|has|had|do|does|did|would|will|could|can|must|don['’]t|doesn['’]t|didn['’]t|never|always|still|"
    r"also|once|only|really|not|used to)\s+){0,3}"
    r"(?:said|say|says|told|thought|think|thinks|believed?|believes|knew|know|knows|expect(?:ed)?|wanted|want|wants|hoped?|warned|"
    r"denied|deny|felt|heard|understood|understand|promised|remember(?:ed)?|planned|swore|wish(?:ed)?|doubt(?:ed)?))\s+"
    r"(?P<content>(?!(?:and|or|but|so|him|her|me|us|them)\b)[^.!?;\n]{3,}?)(?=[.!?;\n,]?[\"”’]|[.!?;\n]|$)"
)


def clauses(text: str, features: Features, draft: Draft) -> list[Draft]:
    """The plain clauses in a draft's content -> drafts with that draft as parent; only where all their words are its content's."""
    start, end = features.words[draft.content[0]][0], features.words[draft.content[-1]][1]
    held = set(draft.content)
    out = []
    for m in _CLAUSE.finditer(text, start, end):
        roles = [_words(features, *m.span(role)) for role in ("source", "cue", "content")]
        whole = held.issuperset(i for role in roles for i in role)
        if whole and all(roles) and features.paragraph[roles[0][0]] == features.paragraph[roles[2][-1]]:
            out.append(Draft(*(tuple(r) for r in roles), _CONFIDENCE, parent=draft))  # type: ignore[arg-type, misc]
    return out


def _words(features: Features, start: int, end: int) -> list[int]:
    first = bisect_left(features.words, (start, start))
    return [i for i in range(first, bisect_left(features.words, (end, 0)))]
