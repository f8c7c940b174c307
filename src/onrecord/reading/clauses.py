"""'I thought it was the cat': a pronoun, a verb of saying or thinking, a clause. The inner level that the model passes over."""

import re

from onrecord.models.features import Features
from onrecord.reading.drafts import Draft, words_between

_CONFIDENCE = 0.5
_CLAUSE = re.compile(
    r"\b(?P<source>I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou)\s+"
    r"(?P<cue>(?:(?:have|has|had|do|does|did|would|will|could|can|must|don['’]t|doesn['’]t|didn['’]t|never|always|still|"
    r"also|once|only|really|not|used to)\s+){0,3}"
    r"(?:said|say|says|told|thought|think|thinks|believed?|believes|knew|know|knows|expect(?:ed)?|wanted|want|wants|hoped?|"
    r"warned|denied|deny|felt|heard|understood|understand|promised|remember(?:ed)?|planned|swore|wish(?:ed)?|doubt(?:ed)?))\s+"
    r"(?P<content>(?!(?:and|or|but|so|him|her|me|us|them)\b)[^.!?;\n]{3,}?)(?=[.!?;\n,]?[\"”’]|[.!?;\n]|$)"
)


def clauses(text: str, features: Features, draft: Draft) -> list[Draft]:
    """The plain clauses in a draft's content -> drafts with that draft as parent; all their words are its content's."""
    start, end = features.words[draft.content[0]][0], features.words[draft.content[-1]][1]
    held = set(draft.content)
    out = []
    for m in _CLAUSE.finditer(text, start, end):
        source, cue, content = (words_between(features, *m.span(role)) for role in ("source", "cue", "content"))
        if not (source and cue and content and held.issuperset(source + cue + content)):
            continue
        if features.paragraph[source[0]] == features.paragraph[content[-1]]:
            out.append(Draft(source, cue, content, _CONFIDENCE, parent=draft))
    return out
