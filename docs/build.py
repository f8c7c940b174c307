"""python -m docs.build [--table]: writes docs/reference/ and schemas/ (and the table in README.md) anew from the code.

Settings(fast: bool = False) -> '| `fast` | `bool` | `False` | read with the smaller model ... |'
"""

import json
import re
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import fields
from pathlib import Path

import click

import onrecord
from onrecord import errors
from onrecord.records.schema import Schema, audit_schema, check_schema, reading_schema
from onrecord.settings import Settings
from onrecord.views import table
from onrecord.views.cli import main
from onrecord.views.findings import check_writer
from onrecord.views.findings.csv import COLUMNS as CHECK_COLUMNS
from onrecord.views.formats import SUFFIXES, Format
from onrecord.views.formats.csv import COLUMNS
from onrecord.views.shapes import SHAPE_SUFFIXES, Shape

ROOT = Path(__file__).parents[1]
NOTE = "<!-- Written by `python -m docs.build` from the code: change that, not this. -->\n\n"


def pages() -> dict[str, str]:
    """Path below the root -> what belongs there."""
    return {
        "docs/reference/cli.md": NOTE + "# The command line\n\n" + "\n".join(_commands()),
        "docs/reference/formats.md": NOTE + _formats(),
        "docs/reference/settings.md": NOTE + _settings(),
        "docs/reference/errors.md": NOTE + _errors(),
        "docs/reference/schema.md": NOTE + _schema("Reading", reading_schema(), "onrecord.reading-1.json"),
        "docs/reference/findings.md": NOTE + _schema("Check", check_schema(), "onrecord.findings-1.json"),
        "schemas/onrecord.reading-1.json": json.dumps(reading_schema(), indent=1) + "\n",
        "schemas/onrecord.findings-1.json": json.dumps(check_schema(), indent=1) + "\n",
        "schemas/onrecord.audit-1.json": json.dumps(audit_schema(), indent=1) + "\n",
    }


def _commands() -> Iterator[str]:
    """The help of each command, as 80 columns show it."""
    for path, command in [("onrecord", main), *((f"onrecord {name}", c) for name, c in sorted(main.commands.items()))]:
        parent = click.Context(main, info_name="onrecord", max_content_width=80, terminal_width=80)
        context = parent if command is main else click.Context(command, info_name=command.name, parent=parent)
        yield f"## {path}\n\n```text\n{command.get_help(context)}\n```\n"


def _formats() -> str:
    named = [(f, " ".join(f"`{s}`" for s, of in SUFFIXES.items() if of is f) or "a folder") for f in Format]
    rows = "".join(f"| `{form}` | {suffixes} | {_HOLDS[form]} |\n" for form, suffixes in named)
    listed = f"| `--format` | suffix of `-o` | what it holds |\n|---|---|---|\n{rows}"
    columns = ", ".join(f"`{c}`" for c in COLUMNS)
    offsets = "Offsets are Unicode code points of `document.text`, half-open."
    reading = f"{listed}\nFiles are UTF-8. {offsets}\nThe columns of csv: {columns}.\n"
    return f"# Formats\n\n## onrecord read\n\n{reading}\n## onrecord check, onrecord find\n\n{_check_formats()}"


def _check_formats() -> str:
    named = [(f, " ".join(f"`{s}`" for s, of in SHAPE_SUFFIXES.items() if of is f)) for f in Shape]
    rows = "".join(f"| `{form}` | {suffixes} | {_CHECK_HOLDS[form]} |\n" for form, suffixes in named)
    columns = ", ".join(f"`{c}`" for c in CHECK_COLUMNS)
    listed = f"| `--format` | suffix of `-o` | what it holds |\n|---|---|---|\n{rows}"
    return f"{listed}\nThe columns of csv: {columns}.\n"


_HOLDS = {
    Format.TABLE: "for eyes: one row per attribution, the width of the screen; 80 columns in a file",
    Format.JSON: "one array of readings, schema `onrecord.reading/1`",
    Format.JSONL: "one reading a line, the same schema; what `--resume` goes on with",
    Format.CSV: "one row per attribution; a cell a spreadsheet would run has an apostrophe in front",
    Format.HTML: "one self-contained page with all readings",
    Format.BRAT: "`NAME.txt` and `NAME.ann` for each article: Source, Cue, Content, and an Attribution event that joins them",
    Format.WEBANNOTATION: "W3C Web Annotation (JSON-LD): content is the target, source and cue are bodies",
}


_CHECK_HOLDS = {
    Shape.TABLE: "for eyes: one row per quotation, worst first",
    Shape.JSON: "one array of checks, schema `onrecord.findings/1`, findings in order of appearance",
    Shape.CSV: "one row per quotation, in order of appearance",
    Shape.HTML: "one self-contained page: print and document side by side, worst first, then the gaps",
}


def _settings() -> str:
    told = _told_of_settings()
    rows = "".join(
        f"| `{f.name}` | `{getattr(f.type, '__name__', f.type)}` | `{f.default!r}` | {told[f.name]} |\n"
        for f in fields(Settings)
    )
    head = "| name | type | default | what it does |\n|---|---|---|---|"
    return f"# Settings\n\n`onrecord.Settings(...)`; the command line fills the same.\n\n{head}\n{rows}"


def _told_of_settings() -> dict[str, str]:
    """'fast: read with the smaller model. batch: ...' -> {'fast': 'read with the smaller model', 'batch': ...}."""
    names = "|".join(f.name for f in fields(Settings))
    _, *parts = re.split(rf"\b({names}): ", " ".join((Settings.__doc__ or "").split()))
    return {name: text.strip(" .") for name, text in zip(parts[::2], parts[1::2], strict=True)}


def _errors() -> str:
    tree = (errors.__doc__ or "").strip().split("\n\n", 1)[1]
    return (
        "# Errors\n\n"
        "The command line writes an InputError as one line on standard error, `onrecord: NAME: cause; remedy`,\n"
        "reads the other inputs and ends with 1.\nIn Python, `Reader.read` raises it\n"
        "and `Reader.read_all` gives it in place of a reading.\n\n"
        f"```text\n{tree}\n```\n"
    )


def _schema(record: str, schema: Schema, published: str) -> str:
    parts = [(record, schema), *schema["$defs"].items()]
    body = "\n".join(_definition(name, part) for name, part in parts)
    head = f"Schema `{schema['title']}`, as [JSON Schema](../../schemas/{published}).\nA field that is not known is absent."
    return f"# The JSON of a {record.lower()}\n\n{head}\n\n{body}"


def _definition(name: str, part: dict[str, object]) -> str:
    if "enum" in part:
        return f"## {name}\n\nOne of {', '.join(f'`{v}`' for v in part['enum'])}.\n"  # type: ignore[attr-defined]
    required = part["required"]
    rows = "".join(
        f"| `{key}` | {_kind(value)} | {'always' if key in required else 'where known'} |\n"  # type: ignore[operator]
        for key, value in part["properties"].items()  # type: ignore[attr-defined]
    )
    return f"## {name}\n\n{part['description']}\n\n| field | value | there |\n|---|---|---|\n{rows}"


def _kind(value: dict[str, object]) -> str:
    """{'type': 'array', 'items': {'$ref': '#/$defs/Span'}} -> 'list of [Span](#span)'."""
    match value:
        case {"$ref": str(ref)}:
            name = ref.rpartition("/")[2]
            return f"[{name}](#{name.lower()})"
        case {"items": dict(items)}:
            return f"list of {_kind(items)}"
        case {"anyOf": list(choices)}:
            return " or ".join(_kind(c) for c in choices)
        case {"const": const}:
            return f'`"{const}"`'
        case {"additionalProperties": dict(values)}:
            return f"object of {_kind(values)}"
        case _:
            return str(value["type"])


def readme() -> str:
    """README.md with the beginning of the tables that `onrecord read` and `onrecord check` show now."""
    reading = onrecord.read(ROOT / "examples" / "article.html")
    lines = "".join(table.write([reading])).splitlines()
    shown = "\n".join([*lines[:SHOWN], "  ...", *_marks(lines)]) + "\n"
    text = (ROOT / "README.md").read_text("utf8")
    return _put("check", _checked(), _put("table", shown, text))


def _checked() -> str:
    """The beginning of the table that `onrecord check` shows for the article of the examples."""
    with chdir(ROOT):  # places are shown by the names as given
        check = onrecord.check("examples/article.html", against="examples/sources/")
    lines = "".join(check_writer(Shape.TABLE)([check])).splitlines()
    return "\n".join([*lines[:CHECK_SHOWN], "  ..."]) + "\n"


def _put(name: str, shown: str, text: str) -> str:
    """What stands between <!-- name --> and <!-- /name -->, anew."""
    part = re.compile(rf"<!-- {name} -->.*<!-- /{name} -->", re.DOTALL)
    return part.sub(lambda _: f"<!-- {name} -->\n```text\n{shown}```\n<!-- /{name} -->", text)


def _marks(lines: list[str]) -> list[str]:
    """The table's last part, below its last empty line."""
    return lines[len(lines) - lines[::-1].index("") - 1 :] if lines.count("") > 1 else []


SHOWN = 30
"""Lines of the table that README.md has room for."""
CHECK_SHOWN = 30
"""Lines of the check's table."""


@click.command()
@click.option("--table", "with_table", is_flag=True, help="Also the table in README.md, which needs the model.")
def build(with_table: bool) -> None:
    """Write docs/reference/ and schemas/ anew from the code."""
    for path, text in {**pages(), **({"README.md": readme()} if with_table else {})}.items():
        target = ROOT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf8")
        click.echo(path)


if __name__ == "__main__":
    build.main()
