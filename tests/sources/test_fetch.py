"""URLs: within bounds of time, size and network."""

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.errors import FetchError, TooLargeError
from onrecord.settings import Settings
from onrecord.sources import Input, load
from onrecord.sources.fetch import fetch, is_public

WORDS = "The board of Port Elmsey voted on Tuesday to go on dredging, the chairman said."
PAGE = f"<!doctype html><html><body><article><h1>Board votes on it</h1><p>{WORDS} caf\xe9</p></article></body></html>"
OPEN = Settings(allow_private=True, timeout=2.0, max_bytes=100_000)


class Pages(BaseHTTPRequestHandler):
    hosts: list[str] = []  # noqa: RUF012 - one server, one list

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.hosts.append(self.headers["Host"])
        getattr(self, self.path.strip("/").partition("?")[0].partition("/")[0] or "page")()

    def answer(self, data: bytes, kind: str = "text/html; charset=iso-8859-1", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def page(self) -> None:
        self.answer(PAGE.encode("cp1252"))

    def moved(self) -> None:
        self.answer(b"", status=302, Location="/page?a=1")

    def circle(self) -> None:
        self.answer(b"", status=301, Location="/circle")

    def away(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/passwd")

    def missing(self) -> None:
        self.answer(b"no", status=404)

    def picture(self) -> None:
        self.answer(b"\x89PNG", kind="image/png")

    def large(self) -> None:
        self.answer(b"a" * 200_000)

    def bomb(self) -> None:
        self.answer(gzip.compress(b"a" * 20_000_000), Content_Encoding="gzip")

    def broken(self) -> None:
        self.answer(b"no gzip", Content_Encoding="gzip")

    def slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            try:
                self.wfile.write(b"a")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    def silent(self) -> None:
        time.sleep(4)


@pytest.fixture(scope="module")
def at() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_a_page(at: str) -> None:
    made = load(Input(f"{at}/moved", url=f"{at}/moved"), OPEN)
    assert made.text == f"Board votes on it\n\n{WORDS} café"
    assert (made.origin, made.url) == (f"{at}/moved", f"{at}/page?a=1")
    assert made.fetched is not None
    assert made.fetched.endswith("Z")
    assert Pages.hosts[-1] == at.removeprefix("http://")


@pytest.mark.parametrize("path", ["circle", "away", "missing", "picture", "broken", "slow", "silent"])
def test_what_gives_no_page(at: str, path: str) -> None:
    start = time.perf_counter()
    with pytest.raises(FetchError) as caught:
        fetch(f"{at}/{path}", OPEN)
    assert time.perf_counter() - start < OPEN.timeout + 1.5
    assert str(caught.value).startswith(f"{at}/{path}: ")


@pytest.mark.parametrize("path", ["large", "bomb"])
def test_too_large_also_unpacked(at: str, path: str) -> None:
    with pytest.raises(TooLargeError):
        fetch(f"{at}/{path}", OPEN)


def test_private_networks_are_refused(at: str) -> None:
    for url in (
        at,
        at.replace("127.0.0.1", "localhost"),
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "http://0x7f000001/",
        "http://10.0.0.1/",
    ):
        with pytest.raises(FetchError, match=r"private|not known"):
            fetch(url, Settings(timeout=2.0))


def test_one_private_address_of_several_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *a, **k: answers)
    with pytest.raises(FetchError, match="private"):
        fetch("http://x.example/", Settings(timeout=2.0))


@pytest.mark.parametrize(
    "url", ["http://", "http://x:99999/", "http://[", "http:///a", "http://a b/", "http://x.invalid/", "http://é\ud800/"]
)
def test_no_address(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url, Settings(timeout=2.0))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1", True),
        *(
            (a, False)
            for a in (
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",  # noqa: S104 - an address to refuse
                "224.0.0.1",
            )
        ),
        *(
            (a, False)
            for a in (
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1%eth0",
                "fc00::1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::",
            )
        ),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public
