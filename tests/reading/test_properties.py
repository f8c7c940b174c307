"""What holds of every reading, whatever the article: spans exact, parents sound, no quotation mark unexplained."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import Reader, Reading
from onrecord.text.quotation import quotations

from .looks import check

SENTENCES = (
    "“Nobody asked us,” said Ida Vell, the harbour minister.",
    "‘We will not sell,’ Tom Orrin told the Halden Courier. ‘It isn’t ours to sell.’",
    '"The tide," she added, "waits for nobody."',
    "The so-called “grey fleet” sails tomorrow.",
    "He read from the novel “The Long Tide” in the old church.",
    "Tom “the Gull” Orrin came late.",
    "According to the harbour board, three ships left on Sunday.",
    "The Harbour Post reported that the mayor told aides that the bridge would close.",
    "“She said, ‘Leave it,’ and I left it,” Orrin recalled.",
    "“Nobody came.",
    "“Then the ice broke,” he said.",
    "“We were never asked.”",
    "«The harbour is closed», the notice said.",
    "A 12\" pipe burst under the dogs' home.",
    "VELL: We were “not asked”.",
    "The paper would later write:",
    "In a statement the board called the report “nonsense” and “a slander”.",
    "It was “”.",
    "The words “never”, “not yet” and “no” were painted on the wall.",
)
ARTICLES = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4).map(
    "\n\n".join
)
SCRAPS = st.lists(
    st.sampled_from([*"“”‘’\"'«».,:?!()—", "Vell", "said", "that", "the", "boat", "\n\n", " ", " ", " "]), max_size=40
)


def unexplained(reading: Reading) -> list[str]:
    """The outermost quotations that touch neither a content nor a mark."""
    text = reading.document.text
    paragraphs = [(b.start, b.end) for b in reading.document.blocks]
    held = [(c.start, c.end) for a in reading for c in a.content] + [(m.start, m.end) for m in reading.marks]
    outermost = [q for q in quotations(text, paragraphs) if q.depth == 1 and text[q.start : q.end].strip("\"'“”‘’«»")]
    return [text[q.start : q.end] for q in outermost if not any(q.start < e and s < q.end for s, e in held)]


@settings(max_examples=100)
@given(ARTICLES)
def test_no_quotation_mark_stays_unexplained(reader: Reader, text: str) -> None:
    reading = reader.read_text(text)
    check(reading)
    assert unexplained(reading) == []


@settings(max_examples=60)
@given(SCRAPS.map("".join).filter(str.strip))
def test_scraps_give_sound_readings_too(reader: Reader, text: str) -> None:
    check(reader.read_text(text))


@settings(max_examples=10)
@given(ARTICLES)
def test_the_same_text_gives_the_same_reading(reader: Reader, text: str) -> None:
    assert reader.read_text(text) == reader.read_text(text)
