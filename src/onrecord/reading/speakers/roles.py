"""What the text says a named one is: 'Ida Vell, the harbour minister,' -> roles {minister}, details {harbour}, the basis."""

from onrecord.reading.lexicon import reports
from onrecord.reading.speakers.agreement import PERSON
from onrecord.reading.speakers.mentions import Cluster, Clusters
from onrecord.reading.speakers.names import Name
from onrecord.reading.speakers.nouns import (
    AFTER_NAMES,
    AUXILIARIES,
    BODIES,
    DETERMINERS,
    DOCUMENTS,
    GENDER,
    OUTLET_NOUNS,
    PEOPLE,
    PREPOSITIONS,
    RELATIVE,
    TITLES,
)
from onrecord.reading.speakers.page import Page
from onrecord.reading.speakers.persons import is_person_noun

_STOPS = frozenset(', ; : . ? ! ( ) [ ] — – “ ” " ‘ « »'.split())
_CLAUSE_STOPS = frozenset('; : . ? ! ( ) [ ] “ ” " « »'.split())
_COPULAS = frozenset("is was are were became becomes be".split())
_HAS = frozenset("is was has had will would".split())
_POSSESSIVES = frozenset("his her their".split())
_FILLERS = frozenset("former current then late longtime long-time ex acting interim and &".split())
_CLAUSES = frozenset("when while as after before if because since where but and though although until once".split())
_WHOSE, _JOINS = frozenset("of to for".split()), frozenset(("and", ","))
_PLACING = frozenset("at in near inside outside".split())
_REACH, _LONGEST = 9, 22
_WEIGHT = 2.0
_BODY_NOUNS = BODIES | OUTLET_NOUNS | DOCUMENTS


def learn(page: Page, clusters: Clusters) -> None:
    """Give every cluster the roles that appositions, titles and "is a" introduce, and the words of the best one as basis."""
    for cluster in clusters.all:
        ranked: list[tuple[int, tuple[int, int]]] = []
        for name in cluster.names:
            ranked += _around(page, clusters, cluster, name)
        if ranked:
            cluster.basis = min(ranked, key=lambda r: (r[0], r[1]))[1]


def _around(page: Page, clusters: Clusters, cluster: Cluster, name: Name) -> list[tuple[int, tuple[int, int]]]:
    """(rank, words) of each reason a name's surroundings give; 0 is best."""
    out = []
    after = _after(page, clusters, cluster, name)
    if after is not None:
        out.append((3 if page.low[after[0]] in RELATIVE else 0, after))  # "the fire chief, Ida Vell, who has spoken"
    before = _before(page, clusters, cluster, name)
    if before is not None:
        out.append((1, before))
    if name.titles and cluster.kind == PERSON and name.titles[-1] in PEOPLE | TITLES and len(name.titles[-1]) > 4:
        out.append((2, (name.first - 1, name.first - 1)))
    _copula(page, cluster, name)
    return out


def _note(page: Page, cluster: Cluster, first: int, head: int) -> None:
    noun = page.low[head]
    cluster.roles.add(noun)
    cluster.details.update(w for w in page.low[first:head] if w[0].isalnum() and w not in DETERMINERS and w not in _FILLERS)
    if cluster.kind == PERSON:
        cluster.hear(GENDER.get(noun, ""), _WEIGHT)


def _fits(cluster: Cluster, word: str) -> bool:
    return is_person_noun(word) if cluster.kind == PERSON else word in _BODY_NOUNS


def _after(page: Page, clusters: Clusters, cluster: Cluster, name: Name) -> tuple[int, int] | None:
    """'Ida Vell, 45, the harbour minister of Halden, said': the words of the apposition or of the clause with who."""
    at = name.last + 1
    at += page.at(at) in AFTER_NAMES
    if page.at(at) not in (",", "(", "—", "–"):
        return None
    at += 1
    if page.at(at).isdigit() and page.at(at + 1) == ",":
        at += 2
    end = _segment(page, at)
    told = page.at(at) in AUXILIARIES | _CLAUSES or reports(page.at(at))
    if end < at or told:  # "His lawyer, Carla Venn, | said her client knew": the clause goes on
        return None
    if page.words[at].isupper() and at == end:
        return None  # "(WHO)"
    if page.at(at) in ("who", "which", "whose"):
        return (at, end) if page.at(end + 1) in (",", ")", "—", "–", ".") else None
    head = _head(page, cluster, at, end)
    if head is None or _starts_name(clusters, at, cluster) or not _is_closed(page, cluster, at, head, end):
        return None
    if clusters.at.get(head, cluster) is not cluster or _is_clause(page, cluster, at, head, end):
        return None
    others = False  # "an attorney for the FBI informant" is no informant
    for noun in range(at, end + 1):  # "the former mayor and now senator": each is a role
        others = page.low[noun] in _WHOSE or (others and page.low[noun] not in _JOINS)
        if noun <= head + 6 and _fits(cluster, page.low[noun]) and (noun == head or not others):
            _note(page, cluster, at, noun)
    return at, end


def _is_clause(page: Page, cluster: Cluster, at: int, head: int, end: int) -> bool:
    """'According to Ida Vell, her father asked to go': the noun has a verb of its own."""
    after = page.at(head + 1)
    return cluster.kind == PERSON and head < end and (after in _HAS or (reports(after) and page.low[at] in _POSSESSIVES))


def _is_closed(page: Page, cluster: Cluster, at: int, head: int, end: int) -> bool:
    """'Pell Motors, the maker of cars,'; not 'according to Pell Motors, police were late': a body needs "the" or "maker of"."""
    if cluster.kind == PERSON or page.low[at] in DETERMINERS:
        return True
    return head == end or page.at(head + 1) in PREPOSITIONS


def _segment(page: Page, at: int) -> int:
    """The last word before the comma, dash or stop that closes an apposition begun at word `at`."""
    stop = min(at + _LONGEST, len(page.low))
    for i in range(at, stop):
        if (page.low[i] in _STOPS and not _abbreviates(page, i)) or (i > at and page.paragraph[i] != page.paragraph[at]):
            return i - 1
    return at - 1


def _abbreviates(page: Page, i: int) -> bool:
    """'an aide with Sen. Brandt': a full stop inside a sentence."""
    return (
        page.low[i] == "."
        and i + 1 < len(page.low)
        and page.sentence[i + 1] == page.sentence[i]
        and page.low[i + 1][0].isalnum()
    )


def _starts_name(clusters: Clusters, at: int, cluster: Cluster) -> bool:
    """Whether another person's name follows the comma: a list, no apposition."""
    name = clusters.names.get(at)
    return name is not None and name.kind == PERSON and cluster.kind == PERSON and not clusters.page.is_possessive(name.last)


def _head(page: Page, cluster: Cluster, at: int, end: int) -> int | None:
    """The noun of a phrase that begins at word `at`: the last fitting word before a preposition."""
    found = None
    for i in range(at, min(end, at + _REACH) + 1):
        if i > at and page.low[i] in PREPOSITIONS | AUXILIARIES:
            break
        if _fits(cluster, page.low[i]) and not page.is_possessive(i):
            found = i
    return found


def _before(page: Page, clusters: Clusters, cluster: Cluster, name: Name) -> tuple[int, int] | None:
    """'The harbour minister, Ida Vell' and 'harbour minister Ida Vell': the words of the noun phrase before the name."""
    at = name.first - 1
    while at >= 0 and (page.low[at] in name.titles or page.low[at] == "."):
        if page.low[at] == "." and page.at(at - 1) not in name.titles:
            break
        at -= 1
    comma = page.at(at) in (",", "—", "–")
    if comma and cluster.kind != PERSON and not _is_introduced(page, at):
        return None
    end = at - 1 if comma else at
    if page.at(end) == "the" and cluster.kind != PERSON:
        end -= 2 if page.at(end - 1) == "," else 1
    start = end
    while start > 0 and end - start < _REACH and not _opens(page, start):
        start -= 1
    if start < end and (page.low[start] in PREPOSITIONS or page.low[start] in _STOPS or page.low[start] in AUXILIARIES):
        start += 1
    if start > end or start < 0:
        return None
    head = _head(page, cluster, start, end)
    if head is None or (head != end and not (_closes(page, head) if comma else _is_title(page, head, end))):
        return None
    other = clusters.at.get(head)
    if other is not None and other is not cluster:
        return None
    _note(page, cluster, start, head)
    return start, end


def _closes(page: Page, head: int) -> bool:
    """'the chief of police, Ida Vell', 'the man accused of it, Leo Brandt'; not 'general elections, Ida Vell'."""
    after = page.at(head + 1)
    return after in PREPOSITIONS | RELATIVE | {"and"} or after.endswith(("ed", "ing", "ible", "able"))


def _is_title(page: Page, head: int, end: int) -> bool:
    """'Ambassador to the United Nations' before a name"""
    capitals = page.is_capital(head) and page.is_capital(end)
    return capitals and page.low[head] in TITLES and page.at(head + 1) in ("of", "to", "for")


def _is_introduced(page: Page, comma: int) -> bool:
    """Whether the words before a comma may say what the body after it is: 'the company, Pell Motors'.

    Not 'police, Pell Motors', nor a place: 'back at their hotel, Pell Motors'.
    """
    near = range(comma - 1, max(-1, comma - _REACH), -1)
    back = next((i for i in near if page.low[i] in DETERMINERS or page.low[i] in _STOPS), None)
    return back is not None and page.low[back] in DETERMINERS and page.at(back - 1) not in _PLACING


def _opens(page: Page, i: int) -> bool:
    """Whether a noun phrase begins at word i, walking back: a determiner, or a stop before it."""
    if page.starts_sentence(i):
        return True
    word, before = page.low[i], page.low[i - 1]
    if word in DETERMINERS and (before not in ("of", "to", "for") or page.at(i - 2) == "according"):
        return True
    return (
        before in _STOPS or before in AUXILIARIES or (before in PREPOSITIONS and before not in ("of", "to", "for", "at", "in"))
    )


def _copula(page: Page, cluster: Cluster, name: Name) -> None:
    at = name.last + 1
    if page.at(at) not in _COPULAS:
        return
    at += 1
    end = min(at + _REACH, len(page.low) - 1)
    head = _head(page, cluster, at, end)
    if head is not None and page.low[at] in ("a", "an", "the", "his", "her"):
        _note(page, cluster, at, head)
