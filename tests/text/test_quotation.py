"""Quotation marks: what pairs with what, in the ways of writing found in the wild."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotation import CLOSING, INSIDE, OPENING, OUTSIDE, Quotation, quotations, states
from onrecord.text.words import Offsets, words

MARKS = "\"“”„‟«»'‘’‚‛`´‹›"
PIECES = st.sampled_from(
    [*MARKS, "``", "''", "a", "Tis", "s", "dogs", "n", " ", " ", " ", ".", ",", "5", "(", ")", "—", "\u00a0"]
)
PARAGRAPHS = st.lists(st.lists(PIECES, max_size=24).map("".join), min_size=1, max_size=4)
HABITS = [
    ("“", "”", "‘", "’"),
    ("‘", "’", "“", "”"),
    ('"', '"', "'", "'"),
    ("'", "'", '"', '"'),
    ("«", "»", "‹", "›"),
    ("„", "“", "»", "«"),
    ("``", "''", "`", "'"),
    ("''", "''", "'", "'"),
]
CLAUSES = st.lists(
    st.sampled_from("we they never sold the old harbour to nobody in winter".split()), min_size=1, max_size=6
).map(" ".join)


def laid_out(*paragraphs: str) -> tuple[str, list[Offsets]]:
    """Paragraphs -> one text, a line each, and their offsets."""
    ends = [sum(len(p) + 1 for p in paragraphs[: n + 1]) - 1 for n in range(len(paragraphs))]
    return "\n".join(paragraphs), [(end - len(p), end) for p, end in zip(paragraphs, ends, strict=True)]


def found(*paragraphs: str) -> list[tuple[int, str]]:
    """Depth and wording of each quotation."""
    text, offsets = laid_out(*paragraphs)
    return [(q.depth, text[q.start : q.end]) for q in quotations(text, offsets)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # American, British, straight, nested
        ("“No,” he said, “never.”", ["“No,”", "“never.”"]),
        ("‘We will not sell,’ said Vell. ‘It isn’t ours.’", ["‘We will not sell,’", "‘It isn’t ours.’"]),
        ("'We won't sell,' said Vell. 'It isn't ours.'", ["'We won't sell,'", "'It isn't ours.'"]),
        ('("Yes") and—"no"—', ['"Yes"', '"no"']),
        # TeX and typewriters
        ("``No,'' he said, ``never.''", ["``No,''", "``never.''"]),
        ("A ''smart'' plan isn't ''ours.''", ["''smart''", "''ours.''"]),
        ("A 12'' pipe, she said, is ``too wide.''", ["``too wide.''"]),
        # other languages
        ("„Das ist so“, sagte er.", ["„Das ist so“"]),
        ("»So nicht«, sagte er.", ["»So nicht«"]),
        ("«\u00a0Non\u00a0», dit-il, «\u00a0jamais\u00a0».", ["«\u00a0Non\u00a0»", "«\u00a0jamais\u00a0»"]),
        ("”Nej”, sa han.", ["”Nej”"]),
        # no quotations at all
        ("The dogs' owners don't say it's '90s rock 'n' roll.", []),
        ("‘Twas the ’90s; ’tis over.", []),
        ("The sailors’ boats and the captains’ hats.", []),
        ('A 12" pipe and a 6\'2" man.', []),
        ("She is 5′ 4″.", []),
        # both
        ('A 12" pipe, she said, is "too wide".', ['"too wide"']),
        ("She called it 'art'. They didn't.", ["'art'"]),
        ("‘The dogs’ owners left,’ he said.", ["‘The dogs’ owners left,’"]),
        ("'It isn't the sailors' boat.'", ["'It isn't the sailors' boat.'"]),
        # nothing in them, or nothing but them
        ("“”", ["“”"]),
        ('""', ['""']),
        ("’", []),
        ("", []),
    ],
)
def test_outermost(text: str, expected: list[str]) -> None:
    assert found(text) == [(1, words) for words in expected]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He told me ‘go away’ twice,” she said.", "‘go away’"),
        ("‘He told me “go away” twice,’ she said.", "“go away”"),
        ("\"He told me 'go away' twice,\" she said.", "'go away'"),
        ("«Il m’a dit “va” deux fois», dit-elle.", "“va”"),
        ("“a “b” c”", "“b”"),
        ("``They told me `never.'''", "`never.'"),
        ("'''Never,' they told me.''", "'Never,'"),
        ('A 12" pipe. "We left, he said, "no" twice.', '"no"'),  # the first was never closed
    ],
)
def test_one_inside_another(text: str, inner: str) -> None:
    (outer, _), (depth, wording) = found(text)
    assert (outer, depth, wording) == (1, 2, inner)


def test_left_open_it_runs_to_the_end_of_its_paragraph() -> None:
    text, offsets = laid_out("“We left, she said. ", "He stayed.")
    (q,) = quotations(text, offsets)
    assert (text[q.start : q.end], q.closed) == ("“We left, she said.", False)


def test_quotation_over_three_paragraphs() -> None:
    text, offsets = laid_out("Vell rose. “First.", "“Second.", "“Third,” she said. “Done.”")
    assert [(text[q.start : q.end], q.closed, q.continues) for q in quotations(text, offsets)] == [
        ("“First.", False, False),
        ("“Second.", False, True),
        ("“Third,”", True, True),
        ("“Done.”", True, False),
    ]


def test_tex_quotation_over_two_paragraphs() -> None:
    assert [q.continues for q in quotations(*laid_out("``First.", "``Second.''"))] == [False, True]


def test_nothing_continues_a_quotation_that_was_closed_or_another_kind() -> None:
    for paragraphs in (("“First.”", "“Second.”"), ("“First.", "Then “second.”"), ("“First.", "«Second.»")):
        text, offsets = laid_out(*paragraphs)
        assert not any(q.continues for q in quotations(text, offsets))


def test_marks_do_not_pair_across_paragraphs() -> None:
    assert found("“One.", "Two.” Three.") == [(1, "“One.")]


@pytest.mark.parametrize("habit", HABITS)
@given(clauses=st.tuples(CLAUSES, CLAUSES, CLAUSES, CLAUSES))
def test_written_by_the_book(habit: tuple[str, ...], clauses: tuple[str, ...]) -> None:
    """Two quotations, the second with one inside: found as written, whatever the marks."""
    a, z, b, y = habit
    before, inside, middle, between = clauses
    first, second = f"{a}{before},{z}", f"{a}{middle} {b}{inside}{y} {between}.{z}"
    assert found(f"{first} said Vell. {second}") == [(1, first), (1, second), (2, f"{b}{inside}{y}")]


@given(PARAGRAPHS)
def test_quotations_lie_in_one_paragraph(paragraphs: list[str]) -> None:
    text, offsets = laid_out(*paragraphs)
    for q in quotations(text, offsets):
        assert any(s <= q.start < q.end <= e for s, e in offsets)
        assert q.start < q.inner[0] <= q.inner[1] <= q.end


@given(PARAGRAPHS)
def test_quotations_begin_and_end_with_a_mark(paragraphs: list[str]) -> None:
    text, offsets = laid_out(*paragraphs)
    for q in quotations(text, offsets):
        assert text[q.start] in MARKS
        assert (text[q.inner[1] : q.end] != "") == q.closed
        assert not q.closed or text[q.end - 1] in MARKS


@given(PARAGRAPHS)
def test_quotations_nest_or_stand_apart(paragraphs: list[str]) -> None:
    """Each of depth n sits in n - 1 others, and none cuts through another."""
    here = quotations(*laid_out(*paragraphs))
    assert here == sorted(here, key=lambda q: (q.start, -q.end))
    for q in here:
        others = [o for o in here if o is not q and o.start < q.end and q.start < o.end]
        around = [o for o in others if o.inner[0] <= q.start and q.end <= o.inner[1]]
        inside = [o for o in others if q.inner[0] <= o.start and o.end <= q.inner[1]]
        assert len(around) + len(inside) == len(others)
        assert q.depth == len(around) + 1


def by_hand(token: Offsets, outermost: list[Quotation]) -> int:
    for q in outermost:
        if q.start <= token[0] and token[1] <= q.end:
            return OPENING if token[1] <= q.inner[0] else CLOSING if token[0] >= q.inner[1] else INSIDE
    return OUTSIDE


@given(PARAGRAPHS)
def test_states_say_where_each_word_stands(paragraphs: list[str]) -> None:
    text, offsets = laid_out(*paragraphs)
    tokens = [w for s, e in offsets for w in words(text, s, e)]
    here = quotations(text, offsets)
    outermost = [q for q in here if q.depth == 1]
    assert states(tokens, here) == [by_hand(t, outermost) for t in tokens]


def test_states_of_a_sentence() -> None:
    text = "“No,” he said."
    assert states(words(text), quotations(text, [(0, len(text))])) == [OPENING, INSIDE, INSIDE, CLOSING, *[OUTSIDE] * 3]


@pytest.mark.parametrize("text", ["``No,'' he", "''No,'' he"])
def test_both_characters_of_a_tex_mark_open_or_close(text: str) -> None:
    expected = [OPENING, OPENING, INSIDE, INSIDE, CLOSING, CLOSING, OUTSIDE]
    assert states(words(text), quotations(text, [(0, len(text))])) == expected


@pytest.mark.parametrize("line", ["“a ” b ", "«a “b ", '"a ', "'a \"b ", "('a s' ", "‘a ", "s' a ", "''a ", "``a "])
def test_a_long_line_of_marks_is_read_in_time(line: str) -> None:
    """Work grows with the text, not with its square: each of these took a minute or more once."""
    text = line * (600_000 // len(line))
    began = time.process_time()
    quotations(text, [(0, len(text))])
    assert time.process_time() - began < 10


@given(st.lists(st.text(max_size=30), min_size=1, max_size=3))
def test_any_text_is_taken(paragraphs: list[str]) -> None:
    quotations(*laid_out(*paragraphs))
