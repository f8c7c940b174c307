"""The shapes in which a check or an audit is given out, and the file suffixes that ask for them."""

from enum import StrEnum


class Shape(StrEnum):
    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


SHAPE_SUFFIXES = {
    ".txt": Shape.TABLE,
    ".json": Shape.JSON,
    ".csv": Shape.CSV,
    ".html": Shape.HTML,
    ".htm": Shape.HTML,
}
