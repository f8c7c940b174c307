"""Pronouns whose meaning is known: GAP development (Webster et al. 2018), and names of news put back to pronouns.

'Ida Vell met Leo Brandt. Brandt left.' -> 'Ida Vell met Leo Brandt. He left.', "He" meaning Leo Brandt. The second way makes
as many examples as there is text (Kocijan et al., WikiCREM, EMNLP 2019, mask the name instead).
"""

import csv
import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.models.attribution import AttributionModel
from onrecord.models.features import Features, Featurizer, Window, windows
from onrecord.reading.lexicon import reports
from onrecord.reading.speakers.mentions import Cluster, Clusters
from onrecord.reading.speakers.names import PERSON, Name
from onrecord.reading.speakers.nouns import AUXILIARIES, HE, PREPOSITIONS, TITLES
from onrecord.reading.speakers.page import Page, page
from onrecord.text.words import Offsets
from training.attribution.polnear import NOBODY, Article, Labels, Pronouns

HELD_BACK = 400  # rows at the end of GAP development, on which training.speakers fits the weight of what is learned here
_BEFORE, _AFTER = 120, 40  # words of a window around a pronoun
_BACK = 90  # words back to the last mention of a name, at most
_JOINTS = frozenset(("and", "but", "that", "because", "while", "when", "if", "as", "after", "before", "though", ";", ":", "—"))

Shifts = list[tuple[int, int]]  # (offset in the old text, how far what follows has moved)


@dataclass(frozen=True, slots=True)
class People:
    """A page, the names on it gathered, and its paragraphs."""

    page: Page
    clusters: Clusters
    paragraphs: list[Offsets]
    features: Features


def gap(path: Path, featurizer: Featurizer) -> Iterator[tuple[Labels, Window]]:
    """Rows of GAP but the last HELD_BACK: of the people named, A, B and the mentions like them are known to be meant or not.

    Where one of them is, nobody else is; where neither is, anybody else or nobody may be.
    """
    with path.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[:-HELD_BACK]
    features = [featurizer(row["Text"], [(0, len(row["Text"]))]) for row in rows]
    pages = people([Article(row["ID"], row["Text"], f) for row, f in zip(rows, features, strict=True)])
    for row, seen in zip(rows, pages, strict=True):
        found = of_row(row, seen)
        if found is not None:
            yield found


def of_row(row: dict[str, str], seen: People) -> tuple[Labels, Window] | None:
    at = int(row["Pronoun-offset"])
    i = next((n for n, (start, _) in enumerate(seen.page.offsets) if start == at), None)
    if i is None:
        return None
    of = {k: _alike(seen, int(row[f"{k}-offset"]), row[k]) for k in ("A", "B")}
    meant = frozenset(w for k in ("A", "B") if row[f"{k}-coref"] == "TRUE" for w in of[k]) - {i}
    gender = "m" if seen.page.low[i] in HE else "f"
    at_word = seen.clusters.at
    others = {n.last for k, n in seen.clusters.names.items() if n.kind == PERSON and at_word[k].gender in ("", gender)}
    window = next(w for w in windows(seen.features) if w.start <= i < w.end)
    if meant and not any(window.start <= w < window.end for w in meant):
        return None
    if not meant:
        meant = frozenset(others - of["A"] - of["B"]) | {NOBODY}
    return Labels(pronouns={i: (frozenset(others | of["A"] | of["B"]) - {i}, meant)}), window


def _alike(seen: People, start: int, name: str) -> set[int]:
    """The last words of the name at an offset and of what is named like it; the same last word elsewhere."""
    page, end = seen.page, start + len(name)
    last = max((n for n, (s, _) in enumerate(page.offsets) if start <= s < end), default=None)
    if last is None:
        return set()
    inside = (c for i, c in sorted(seen.clusters.at.items()) if start <= page.offsets[i][0] < end)
    here = next((c for c in inside if c.kind == PERSON), None)
    mentions = {n.last for n in here.names} if here is not None else set()
    return mentions | {n for n, word in enumerate(page.low) if word == page.low[last]}


def people(articles: Sequence[Article]) -> list[People]:
    """Articles -> their pages with the names on them, by the shipped model."""
    model, out = AttributionModel(), []
    for article in articles:
        found = [e for a in model.answers(windows(article.features)) for e in a.entities]
        seen = page(article.text, article.features)
        edges: dict[int, Offsets] = {}
        for (s, e), number in zip(article.features.words, article.features.paragraph, strict=True):
            edges[number] = (edges.get(number, (s, e))[0], e)
        out.append(People(seen, Clusters(seen, found), [edges[k] for k in sorted(edges)], article.features))
    return out


def replaced(of: People, featurizer: Featurizer, rng: random.Random, share: float = 0.5) -> Iterator[tuple[Labels, Window]]:
    """A page with some of its names made pronouns, and a window around each group of them."""
    chosen = _chosen(of, rng, share)
    if not chosen:
        return
    text, moved, shifts = _written(of, chosen)
    features = featurizer(text, [(_moved(shifts, s), _moved(shifts, e)) for s, e in of.paragraphs])
    word_at = {s: i for i, (s, _) in enumerate(features.words)}
    who = {i: c for s, c in moved.items() if (i := word_at.get(s)) is not None}
    places = [(word_at[s], c) for s, c in _last_words(of, chosen, shifts).items() if s in word_at]
    at = -1
    for i in sorted(who):
        if i < at:
            continue
        start = max(0, i - _BEFORE)
        window = _fitting(Window(features, start, min(len(features.words), i + _AFTER)), i)
        at = window.end
        yield Labels(pronouns=_labels(who, places, window)), window


def _labels(who: dict[int, Cluster], places: list[tuple[int, Cluster]], window: Window) -> Pronouns:
    out: Pronouns = {}
    for i, cluster in who.items():
        meant = frozenset(w for w, c in places if c is cluster)
        if window.start <= i < window.end and any(window.start <= w < window.end for w in meant):
            out[i] = (frozenset(w for w, c in places if c.gender in ("", cluster.gender)), meant)
    return out


def _fitting(window: Window, pronoun: int, most: int = 254) -> Window:
    """Cut from the front, then the end, until its word pieces fit."""
    start, end = window.start, window.end
    pieces = [len(p) for p in window.features.pieces]
    while sum(pieces[start:end]) > most:
        start, end = (start + 1, end) if start < pronoun - 60 else (start, end - 1)
    return Window(window.features, start, end)


def _chosen(of: People, rng: random.Random, share: float) -> dict[int, tuple[Name, Cluster, str]]:
    """Names that a pronoun could stand for: of a person named shortly before, another of that gender near. By first word."""
    out: dict[int, tuple[Name, Cluster, str]] = {}
    last: dict[Cluster, int] = {}
    for first, name in sorted(of.clusters.names.items()):
        cluster = of.clusters.at[first]
        if name.kind != PERSON:
            continue
        near = last.get(cluster)
        rival = any(c is not cluster and c.gender in ("", cluster.gender) and first - i < _BACK for c, i in last.items())
        last[cluster] = name.last
        form = _form(of.page, name, cluster.gender)
        may = near is not None and first - near < _BACK and bool(cluster.gender and form) and (rival or rng.random() < 0.3)
        if near is not None and may and rng.random() < share:
            out[first] = (name, cluster, form)
            last[cluster] = near
    return out


def _form(page: Page, name: Name, gender: str) -> str:
    """The pronoun that fits in a name's place; "" where none does for sure."""
    he, him, his = ("he", "him", "his") if gender == "m" else ("she", "her", "her")
    before, after = page.at(_start(page, name) - 1), page.at(name.last + 1)
    opens = page.starts_sentence(_start(page, name)) or before in _JOINTS or before in (",", "“", '"')
    if not opens and not (before in PREPOSITIONS or reports(before)):
        return ""
    if page.is_possessive(name.last):
        return his
    if after in ("and", "(", "-", "or") or (after == "," and not page.is_capital(name.last)):
        return ""
    if opens and (after in AUXILIARIES or reports(after) or (len(after) > 3 and after.endswith(("ed", "s")))):
        return he
    if before in PREPOSITIONS and before not in ("as", "than", "since", "until", "after", "before"):
        return him
    return he if before in ("said", "says") and after in (",", ".") and not page.quoted[name.first] else ""


def _start(page: Page, name: Name) -> int:
    """The first word of a name with the titles before it."""
    first = name.first
    while first > 0 and (page.low[first - 1] in TITLES or (page.low[first - 1] == "." and page.at(first - 2) in TITLES)):
        first -= 1
    return first


def _written(of: People, chosen: dict[int, tuple[Name, Cluster, str]]) -> tuple[str, dict[int, Cluster], Shifts]:
    """-> the new text; the offset in it of each new pronoun, with its cluster; how far what follows each has moved."""
    seen, text, at = of.page, "", 0
    moved: dict[int, Cluster] = {}
    shifts: Shifts = [(0, 0)]
    for _, (name, cluster, form) in sorted(chosen.items()):
        first = _start(seen, name)
        last = seen.after_possessive(name.last) - 1 if seen.is_possessive(name.last) else name.last
        text += seen.text[at : seen.offsets[first][0]]
        moved[len(text)] = cluster
        text += form.title() if seen.starts_sentence(first) or seen.at(first - 1) in ("“", '"') else form
        at = seen.offsets[last][1]
        shifts.append((at, len(text) - at))
    return text + seen.text[at:], moved, shifts


def _moved(shifts: Shifts, offset: int) -> int:
    return offset + next(by for at, by in reversed(shifts) if at <= offset)


def _last_words(of: People, chosen: Collection[int], shifts: Shifts) -> dict[int, Cluster]:
    """Offsets in the new text of the last word of every name that stayed, with its cluster."""
    return {
        _moved(shifts, of.page.offsets[name.last][0]): of.clusters.at[first]
        for first, name in of.clusters.names.items()
        if first not in chosen and name.kind == PERSON
    }
