"""The published JSON Schema is the records', and real output keeps to it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, ValidationError

from onrecord.records import Reading
from onrecord.records.json import to_json
from onrecord.records.schema import reading_schema

from ..views.conftest import article
from ..views.formats.test_formats import readings

PUBLISHED = Path(__file__).parents[2] / "schemas" / "onrecord.reading-1.json"


def test_the_published_schema_is_current() -> None:
    assert json.loads(PUBLISHED.read_text("utf8")) == reading_schema(), "run: python -m docs.build"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(reading_schema())


@given(readings())
def test_output_keeps_to_it(reading: Reading) -> None:
    Draft202012Validator(reading_schema()).validate(to_json(reading))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda held: held["attributions"][0].pop("parent"),
        lambda held: held["attributions"][0].update(type="shouted"),
        lambda held: held["attributions"][0].update(content=[]),
        lambda held: held["attributions"][0].update(confidence=1.5),
        lambda held: held["document"].update(title=None),
        lambda held: held.update(schema="onrecord.reading/2"),
        lambda held: held.update(mood="gloomy"),
    ],
)
def test_other_output_does_not(spoil: object) -> None:
    held = json.loads(json.dumps(to_json(article())))
    spoil(held)  # type: ignore[operator]
    with pytest.raises(ValidationError):
        Draft202012Validator(reading_schema()).validate(held)
