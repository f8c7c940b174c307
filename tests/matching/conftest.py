"""Documents of our own, and an index of them."""

import pytest

from onrecord.matching import Index
from onrecord.records import Block, BlockKind, Document
from onrecord.records.document import identify

HARBOUR = (
    "Ida Vell spoke to the council on Monday. We will not close the mill, and we have never planned to do so. "
    "If the council agrees, we may build 20 new homes in Brandt Street next year. "
    "I think, um, I think the people of Halden deserve better. There is no evidence that the fire was set on purpose. "
    "Critics claim that the bridge is unsafe. Mr. Brandt allegedly took the money from the fund and he should resign. "
    "Is the harbour for sale? The turnout rose to 5.5 percent in the second round. "
    "The colour of the organised march was grey. Some of the ferries were late. "
    "My father, who built this quay with his own hands, would be ashamed of what we have become, and so am I."
)
FERRY = (
    "The ferry sank off Teral with 1,200 crates of oranges – nobody was hurt. “We were lucky,” said Captain Oskar Lind, "
    "“and the crew was brave.” It was, he added, the third time in a year. The café on the quay stayed open."
)


def document(text: str, origin: str = "a.txt", outlet: str | None = None) -> Document:
    return Document(identify(text), origin, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),) if text else (), outlet=outlet)


@pytest.fixture(scope="session")
def index() -> Index:
    return Index.build([document(HARBOUR, "harbour.txt", "The Halden Courier"), document(FERRY, "ferry.txt", "Teral Post")])
