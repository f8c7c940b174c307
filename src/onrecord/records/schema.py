"""The JSON Schemas of a reading, a check and an audit, drawn from the records themselves, so that neither can change alone.

Span(start: int, end: int) -> {"type": "object", "properties": {"start": {"type": "integer", "minimum": 0}, ...}}
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from onrecord.records.audit import Audit
from onrecord.records.finding import Check
from onrecord.records.json import AUDIT_SCHEMA, CHECK_SCHEMA, SCHEMA
from onrecord.records.reading import Reading

Schema: TypeAlias = dict[str, Any]

_NARROWER: dict[tuple[str, str], Schema] = {
    ("Document", "id"): {"pattern": "^blake2b:[0-9a-f]{32}$"},
    ("Document", "published"): {"format": "date"},
    ("Document", "fetched"): {"format": "date-time"},
    ("Attribution", "confidence"): {"minimum": 0, "maximum": 1},
    ("Attribution", "content"): {"minItems": 1},
    ("Edit", "severity"): {"maximum": 4},
}
"""What a field's type does not say."""
_ALWAYS = frozenset({("Attribution", "source_id"), ("Attribution", "chain"), ("Reading", "sources")})
"""Fields with a default that are written all the same: null or empty says that reading found nothing."""
_SCALARS: dict[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number"},
    NoneType: {"type": "null"},
}


def reading_schema() -> Schema:
    """-> the JSON Schema (2020-12) of what `to_json` gives: schema "onrecord.reading/1"."""
    return _whole(Reading, SCHEMA)


def check_schema() -> Schema:
    """-> the JSON Schema (2020-12) of what `check_json` gives: schema "onrecord.findings/1"."""
    return _whole(Check, CHECK_SCHEMA)


def audit_schema() -> Schema:
    """-> the JSON Schema (2020-12) of what `audit_json` gives: schema "onrecord.audit/1"."""
    return _whole(Audit, AUDIT_SCHEMA)


def _whole(record: type, name: str) -> Schema:
    definitions: dict[str, Schema] = {}
    shape = _object(record, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "description": shape["description"],
        **{key: value for key, value in _tagged(shape, name).items() if key != "description"},
        "$defs": dict(sorted(definitions.items())),
    }


def _tagged(shape: Schema, name: str) -> Schema:
    """The schema of an object -> the same with the field "schema", which says what it is."""
    properties, required = {"schema": {"const": name}, **shape["properties"]}, ["schema", *shape["required"]]
    return shape | {"properties": properties, "required": required}


def _object(record: type, definitions: dict[str, Schema]) -> Schema:
    hints = get_type_hints(record)
    held = fields(record)
    return {
        "description": _first_line(record),
        "type": "object",
        "properties": {f.name: _property(record, f, hints[f.name], definitions) for f in held},
        "required": [f.name for f in held if not _left_out(record, f)],
        "additionalProperties": False,
    }


def _property(record: type, of: "Field[Any]", hint: object, definitions: dict[str, Schema]) -> Schema:
    # A field that may be left out is absent where it is not known, never null. Other defaults are written out.
    known = get_args(hint)[0] if of.default is None and _left_out(record, of) else hint
    return _type(known, definitions) | _NARROWER.get((record.__name__, of.name), {})


def _left_out(record: type, of: "Field[Any]") -> bool:
    return (record.__name__, of.name) not in _ALWAYS and (of.default is None or of.default_factory is not MISSING)


def _type(hint: Any, definitions: dict[str, Schema]) -> Schema:
    if hint in _SCALARS:
        return dict(_SCALARS[hint])
    if get_origin(hint) is UnionType:
        return {"anyOf": [_type(h, definitions) for h in get_args(hint)]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], definitions)}
    if get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": _type(get_args(hint)[1], definitions)}
    return _named(hint, definitions)


def _named(record: type, definitions: dict[str, Schema]) -> Schema:
    name = record.__name__
    if name not in definitions:
        definitions[name] = {}  # held while its fields are drawn: a record may hold itself
        definitions[name] = _object(record, definitions) if is_dataclass(record) else _values(record)
        if record is Reading:  # inside another record it keeps the name of its own schema
            definitions[name] = _tagged(definitions[name], SCHEMA)
    return {"$ref": f"#/$defs/{name}"}


def _values(vocabulary: type) -> Schema:
    if not issubclass(vocabulary, StrEnum):
        raise TypeError(f"no JSON Schema for {vocabulary!r}: teach onrecord.records.schema the type")
    return {"enum": [str(v) for v in vocabulary]}


def _first_line(of: type) -> str:
    return (of.__doc__ or "").strip().partition("\n")[0]
