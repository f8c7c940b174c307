"""onrecord audit: formats, the list of rules, exit codes; and what the page shows of an audit."""

import csv
import io
import json

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from lxml import html

from evaluation.authoring import load_cases
from evaluation.gold import reading_of
from onrecord.reading.audit import RULES, audit
from onrecord.records.json import audit_json
from onrecord.records.schema import audit_schema
from onrecord.views.audits import csv as audit_csv
from onrecord.views.audits import table
from onrecord.views.cli import main
from onrecord.views.report import render

CASES = [c for c in load_cases() if c.voices]


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["audit", *args])


def test_rules_are_listed_without_an_input() -> None:
    done = run("--rules")
    assert done.exit_code == 0
    assert all(f"{r.name}: {r.title}" in done.output for r in RULES)
    assert all(r.asks and r.guideline for r in RULES)


@pytest.mark.usefixtures("reader")
def test_one_line_for_what_cannot_be_read_and_the_rest_is_audited() -> None:
    done = run("bad1", "good.html")
    assert done.exit_code == 1
    (found,) = json.loads(done.stdout)
    assert (found["schema"], found["reading"]["document"]["origin"]) == ("onrecord.audit/1", "good.html")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.usefixtures("reader")
def test_wrong_usage_is_2() -> None:
    assert run().exit_code == run("a", "--format", "brat").exit_code == run("a", "-o", "a.odt").exit_code == 2


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_every_audit_follows_the_schema_and_adds_up(case) -> None:
    found = audit(reading_of(case))
    Draft202012Validator(audit_schema()).validate(json.loads(json.dumps(audit_json(found))))
    assert sum(s.words for s in found.shares) == sum(r.words for r in found.routes) == found.attributed
    assert sum(s.attributions for s in found.shares) == len(case.attributions)
    assert "".join(table.write([found])).strip()


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_the_page_links_every_mention_and_statement(case) -> None:
    tree = html.document_fromstring(render([reading_of(case)]))
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    assert {h[1:] for h in tree.xpath("//a/@href") if h.startswith("#")} <= set(names)
    assert len(tree.xpath("//p[@class='chain']")) == len(case.attributions)


def test_csv_has_one_row_a_source() -> None:
    found = audit(reading_of(next(c for c in CASES if c.name == "relay-market-hall")))
    rows = list(csv.DictReader(io.StringIO("".join(audit_csv.write([found])))))
    assert [r["source"] for r in rows if r["source"]] == [u.source for u in found.uses]
    assert sum(int(r["words"]) for r in rows) == found.attributed
