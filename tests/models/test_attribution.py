"""The shipped weights: they load without a network, answer the same each time, and fail in one line when spoilt."""

import json
import shutil
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from onrecord.errors import ModelError
from onrecord.models.attribution import WEIGHTS, Answer, AttributionModel
from onrecord.models.features import Window, windows

TEXT = (
    "Harbour minister Ida Vell said the port had been sold twice.\n“Nobody asked us,” said Tom Orrin, a pilot.\n"
    "According to the Halden Courier, three ships left on Sunday.\nThe tide was low and the sky was grey."
)
NAMES = sorted(p.stem for p in WEIGHTS.glob("*.onnx"))


def cut(model: AttributionModel, text: str = TEXT, size: int = 24) -> list[Window]:
    lines = text.split("\n")
    ends = [sum(len(x) + 1 for x in lines[: n + 1]) - 1 for n in range(len(lines))]
    return windows(model.featurizer(text, [(e - len(x), e) for x, e in zip(lines, ends, strict=True)]), size)


def wording(text: str, window: Window, words: tuple[int, ...]) -> str:
    return " ".join(text[slice(*window.features.words[i])] for i in words)


@pytest.mark.parametrize("name", NAMES)
def test_who_said_what(name: str) -> None:
    model = AttributionModel(name)
    (window,) = cut(model, size=256)
    (triples,) = model.triples([window])
    assert [(wording(TEXT, window, t.source), wording(TEXT, window, t.cue)) for t in triples] == [
        ("Harbour minister Ida Vell", "said"),
        ("Tom Orrin , a pilot", "said"),
        ("the Halden Courier", "According to"),
    ]
    assert wording(TEXT, window, triples[1].content) == "“ Nobody asked us , ”"


def test_no_network_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("somebody opens a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    model = AttributionModel()
    assert sum(map(len, model.triples(cut(model)))) >= 3


def test_the_same_text_gives_the_same_answer(model: AttributionModel) -> None:
    other = AttributionModel(batch=1)
    assert model.triples(cut(model)) == model.triples(cut(model)) == other.triples(cut(other))


def test_answers_come_in_the_order_of_the_windows(model: AttributionModel) -> None:
    here = cut(model)
    assert len({len(w) for w in here}) > 1, "windows of several lengths are what could be mixed up"
    forwards, backwards = model.triples(here), model.triples(here[::-1])
    assert forwards == backwards[::-1]
    for window, triples in zip(here, forwards, strict=True):
        held = {i for t in triples for i in t.source + t.cue + t.content}
        assert held <= set(range(window.start, window.end))


def test_a_batch_answers_each_window(model: AttributionModel) -> None:
    """Padding and int8 shift the numbers a little, not what is plain: the cues of these windows."""
    together = AttributionModel(batch=8)
    here = cut(model, size=48)
    assert [[t.cue for t in found] for found in together.triples(here)] == [
        [t.cue for t in found] for found in model.triples(here)
    ]


def test_nothing_gives_nothing(model: AttributionModel) -> None:
    assert model.triples([]) == []


def test_missing_weights_are_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as error:
        AttributionModel(folder=tmp_path)
    assert "install onrecord again" in str(error.value)
    assert str(tmp_path) in str(error.value)


@pytest.mark.parametrize("spoilt", ["attribution.json", "attribution.onnx", "tokenizer.json"])
@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe\x00garbage"])
def test_spoilt_weights_are_a_model_error(tmp_path: Path, spoilt: str, content: bytes) -> None:
    for name in ("attribution.json", "attribution.onnx", "tokenizer.json"):
        shutil.copy(WEIGHTS / name, tmp_path)
    (tmp_path / spoilt).write_bytes(content)
    with pytest.raises(ModelError):
        AttributionModel(folder=tmp_path)


def test_tables_without_what_they_must_hold_are_a_model_error(tmp_path: Path) -> None:
    for name in ("attribution.json", "attribution.onnx", "tokenizer.json"):
        shutil.copy(WEIGHTS / name, tmp_path)
    (tmp_path / "attribution.json").write_text(json.dumps({"begin": []}))
    with pytest.raises(ModelError):
        AttributionModel(folder=tmp_path)


def test_the_weights_are_small_enough_to_ship() -> None:
    assert sum(p.stat().st_size for p in WEIGHTS.iterdir()) < 60_000_000
    assert all((WEIGHTS / f"{name}.onnx").stat().st_size < 30_000_000 for name in NAMES)


def test_windows_that_look_alike_are_encoded_once_and_answered_each_at_its_place(
    model: AttributionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The mayor said no. " * 3
    features = model.featurizer(text, [(at, at + 18) for at in (0, 19, 38)])
    size = len(features.words) // 3
    cut = [Window(features, n * size, (n + 1) * size) for n in range(3)]
    run, encoded = model._run, 0

    def counted(windows: list[Window], boosts: list[Sequence[float]], wanted: Sequence[str]) -> Iterator[Answer]:
        nonlocal encoded
        encoded += len(windows)
        return run(windows, boosts, wanted)

    monkeypatch.setattr(model, "_run", counted)
    answers = model.triples(cut)
    assert encoded == 1
    assert [t.cue for found in answers for t in found] == [(2,), (2 + size,), (2 + 2 * size,)]
