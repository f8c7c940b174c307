"""A quotation that goes on from paragraph to paragraph ends up with one speaker."""

from onrecord.models.attribution import AttributionModel
from onrecord.reading.bounds import Bounds
from onrecord.reading.continued import gather
from onrecord.reading.drafts import Draft
from onrecord.records import Block, BlockKind

PARAGRAPHS = ("“The lamp was lit.", "“Then it was not,” Vell said.", "Brandt filed a report, according to the Post.")
MODEL = AttributionModel()


def _words(features, text: str, part: str) -> tuple[int, ...]:
    start = text.index(part)
    return tuple(i for i, (s, e) in enumerate(features.words) if start <= s and e <= start + len(part))


def _read(first_owner: str) -> list[Draft]:
    text = "\n".join(PARAGRAPHS)
    edges, at = [], 0
    for p in PARAGRAPHS:
        edges.append((at, at + len(p)))
        at += len(p) + 1
    features = MODEL.featurizer(text, edges)
    vell = Draft(
        _words(features, text, "Vell"), _words(features, text, "said"), _words(features, text, "“Then it was not,”"), 0.9
    )
    post = Draft(
        _words(features, text, "the Post"),
        _words(features, text, "according to"),
        _words(features, text, "Brandt filed a report"),
        0.8,
    )
    if first_owner == "post":
        post.content = (*_words(features, text, PARAGRAPHS[0]), *post.content)
    gathered = gather(features, [vell, post])
    assert _words(features, text, PARAGRAPHS[0]) == vell.content[:6]
    assert post.content == _words(features, text, "Brandt filed a report")
    return gathered


def test_the_first_paragraph_comes_to_the_speaker_of_the_last() -> None:
    assert len(_read("nobody")) == 2


def test_it_is_taken_from_a_cue_far_below() -> None:
    assert len(_read("post")) == 2


def test_what_a_colon_parts_from_the_frame_is_not_said() -> None:
    text = "By noon the slogan had grown: according to the Ledger, the police knew."
    features = MODEL.featurizer(text, [(0, len(text))])
    before, after = (_words(features, text, part) for part in ("By noon the slogan had grown", "the police knew"))
    frame = (_words(features, text, "the Ledger"), _words(features, text, "according to"))
    bounds = Bounds(text, features, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    kept = bounds.keep([Draft(*frame, before + after, 0.9), Draft(*frame, before, 0.9)])
    assert [d.content for d in kept] == [after, before]
