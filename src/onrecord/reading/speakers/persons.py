"""Which nouns mean a person, and the singular of nouns."""

from onrecord.reading.speakers.nouns import PEOPLE

_ENDINGS = (
    "man",
    "woman",
    "person",
    "ologist",
    "maker",
    "keeper",
    "worker",
    "holder",
    "onomer",
    "ographer",
    "smith",
    "logian",
    "mate",
)


def is_person_noun(word: str) -> bool:
    """'botanist', 'spokeswoman', 'goatkeeper' -> True."""
    return word in PEOPLE or (len(word) > 6 and word.endswith(_ENDINGS))


def singular(noun: str) -> str:
    """'aides' -> 'aide', 'families' -> 'family', 'women' -> 'woman', 'address' -> 'address'."""
    irregular = {"people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife"}
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun
