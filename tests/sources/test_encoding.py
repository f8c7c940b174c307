"""Any encoding found in the wild, also declared wrongly."""

import pytest

from onrecord.sources.encoding import declared_in, decode

TEXT = "“It’s the café’s,” said Zoë — “£5 …”\n"
RUSSIAN = "Мэр города сказал во вторник, что мост будет продан. Совет с этим не согласен.\n" * 5


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252"])
def test_undeclared(name: str) -> None:
    assert decode((TEXT * 5).encode(name)) == TEXT * 5


@pytest.mark.parametrize("claim", ["utf-8", "iso-8859-1", "us-ascii", "base64", "no-such", "utf-16", "shift_jis", None])
def test_a_wrong_claim_does_no_harm(claim: str | None) -> None:
    assert decode(TEXT.encode("cp1252"), claim) == TEXT
    assert decode(TEXT.encode("utf-8"), claim) == TEXT


def test_a_right_claim_helps() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), "koi8-r") == RUSSIAN
    assert decode("日本語です。".encode("shift_jis"), "Shift_JIS") == "日本語です。"


def test_a_guess() -> None:
    assert decode(RUSSIAN.encode("cp1251")) == RUSSIAN


def test_mostly_utf8() -> None:
    assert decode((TEXT * 3).encode() + b"caf\xe9 closed") == TEXT * 3 + "caf\ufffd closed"
    assert decode(TEXT.rstrip().encode() + "é".encode()[:1]) == TEXT.rstrip()


def test_claims() -> None:
    assert declared_in(b"<html><meta charset=utf-8>") == "utf-8"
    assert declared_in(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">') == "windows-1251"
    assert declared_in(b"<p>charset=none</p>") is None
