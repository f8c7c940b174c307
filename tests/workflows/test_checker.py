"""check: quotations found in documents, told by whom, and what could not be checked."""

import json
from pathlib import Path

import pytest

import onrecord
from onrecord import Checker, Index, InputError, Label, Reader
from onrecord.errors import NoTextError, NotFoundError
from onrecord.records.json import check_json
from onrecord.sources import document
from onrecord.workflows import documents, hold

STATEMENT = (
    "Statement by Ida Vell\n\nI do not believe that the harbour is for sale in any of the coming years. "
    "The fishing boats will stay in the port until the winter storms are over, and the ministry will pay for them.\n"
)
MEETING = (
    "Public meeting at Skarn, transcript\n\n"
    "HOLM: The blasting cracked my kitchen wall from the window to the door, and nobody came to see it.\n\n"
    "NORD: We measure every blast, and not one of them has gone over the limit that the county set.\n\n"
    "HOLM: You measure at the gate. My kitchen is not at the gate.\n"
)
ARTICLE = (
    "“The fishing boats will stay in the port until the winter storms are over,” Ida Vell said on Monday.\n\n"
    "“The harbour will be a museum of trawlers and ropes,” Ida Vell said.\n\n"
    "“We shall gladly send two geologists over the mountains,” said Rafael Quintrell.\n\n"
    "“We measure every blast, and not one of them has gone over the limit that the county set,” Mr Holm said.\n"
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="module")
def checker(reader: Reader) -> Checker:
    return Checker(hold([document(STATEMENT, "statement.txt"), document(MEETING, "meeting.txt")]), reader)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "statement.txt").write_text(STATEMENT, "utf8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken off")
    return tmp_path


def test_every_quotation_has_its_finding_in_order(checker: Checker) -> None:
    check = checker.check(document(ARTICLE, "article.txt"))
    assert [f.verdict for f in check.findings] == [
        Label.VERBATIM,
        Label.NOT_FOUND,
        Label.UNVERIFIABLE,
        Label.MISATTRIBUTED,
    ]
    assert [f.severity for f in check.findings] == [0, 3, None, 4]
    assert all(ARTICLE[f.quotation.start : f.quotation.end] == f.quotation.words for f in check.findings)
    assert check.not_held == ("Rafael Quintrell",)
    assert check.documents == 2
    assert check.severity == 4


def test_a_place_says_where_and_who_speaks(checker: Checker) -> None:
    found = checker.check(document(ARTICLE, "article.txt")).findings[3]
    assert found.place is not None
    assert found.place.origin == "meeting.txt"
    assert MEETING[found.place.start : found.place.end] == found.place.words
    assert (found.place.speaker or "").casefold() == "nord"


def test_a_passage_in_hand(checker: Checker) -> None:
    check = checker.find("and the ministry will pay for them")
    assert [f.verdict for f in check.findings] == [Label.VERBATIM]
    assert check.findings[0].place is not None
    assert checker.find("The trawlers will be turned into dancing halls").findings[0].verdict is Label.NOT_FOUND


def test_of_several_indexes_the_best_tells(reader: Reader) -> None:
    words = "The fishing boats will not stay in the port until the winter storms are over."
    altered = document(f"The boats.\n\n{words}", "other.txt")
    apart = Checker([Index.build([altered]), Index.build([document(STATEMENT, "statement.txt")])], reader)
    found = apart.find("The fishing boats will stay in the port until the winter storms are over").findings[0]
    assert (found.verdict, found.documents) == (Label.VERBATIM, 2)
    assert found.place is not None
    assert found.place.origin == "statement.txt"


def test_an_article_without_quotations_has_no_findings(checker: Checker) -> None:
    check = checker.check(document("The boats lay in the port. It rained all day.", "dull.txt"))
    assert (check.findings, check.not_held, check.severity) == ((), (), 0)


def test_many_articles_come_in_order_with_the_failures_among_them(checker: Checker, folder: Path) -> None:
    (folder / "article.txt").write_text(ARTICLE, "utf8")
    results = list(checker.check_all([str(folder / "missing.txt"), str(folder / "article.txt"), str(folder / "broken.pdf")]))
    assert [isinstance(r, InputError) for r in results] == [True, False, True]


def test_documents_come_with_the_failures_among_them(folder: Path) -> None:
    found = list(documents([str(folder), str(folder / "missing.txt")]))
    assert [type(d).__name__ for d in found] == ["FormatError", "Document", "NotFoundError"]


def test_documents_may_be_longer_than_what_is_read(tmp_path: Path) -> None:
    long = tmp_path / "record.txt"
    long.write_text("The boats lay in the port all winter long.\n" * 12_000, "utf8")
    (found,) = documents([str(long)])
    assert not isinstance(found, InputError)
    assert len(found.text) > onrecord.Settings().max_text


def test_what_is_held_may_be_files_documents_and_indexes(folder: Path) -> None:
    kept = Index.build([document(MEETING, "meeting.txt")], folder / "kept.idx")
    held = hold([folder / "statement.txt", document("One more. It is here.", "more.txt"), folder / "kept.idx", kept])
    assert sorted(map(len, held)) == [1, 1, 2]


def test_a_document_that_cannot_be_read_is_raised(folder: Path) -> None:
    with pytest.raises(NotFoundError, match=r"missing\.txt"):
        hold([folder / "missing.txt"])
    with pytest.raises(InputError, match="broken"):
        hold([folder])


def test_nothing_to_check_against_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NoTextError, match="no document to check against"):
        hold([])
    with pytest.raises(NoTextError):
        hold([tmp_path / "broken.pdf"], take=lambda found: [])


def test_the_module_checks_what_a_checker_checks(checker: Checker, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, "utf8")
    held = [document(STATEMENT, "statement.txt"), document(MEETING, "meeting.txt")]
    assert json.dumps(check_json(onrecord.check(article, against=held))) == json.dumps(check_json(checker.check(article)))
    alone = onrecord.check(article, against=held[0])
    assert alone.documents == 1
