"""A URL -> the bytes behind it, within bounds of time and size, and never from a private network unless allowed."""

import ipaddress
import socket
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from onrecord.errors import FetchError, TooLargeError
from onrecord.settings import Settings

_HOPS = 5
_CHUNK = 65_536
_CONNECT = 5.0
_MOVED = frozenset((301, 302, 303, 307, 308))
_READABLE = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/pdf",
    "application/json",
    "application/ld+json",
    "application/octet-stream",
)
_HEADERS = {
    "User-Agent": "onrecord",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What a URL gave: the bytes, the content type ("text/html") and charset it came with, the final URL, and when."""

    data: bytes
    kind: str
    charset: str | None
    url: str
    fetched: str


def fetch(url: str, settings: Settings) -> Page:
    """'https://post.example/a' -> Page. Raises FetchError, and TooLargeError on more than settings.max_bytes."""
    deadline = time.monotonic() + settings.timeout
    asked = url
    for _ in range(_HOPS + 1):
        answer = _get(url, asked, deadline, settings)
        if isinstance(answer, Page):
            return answer
        url = answer
    raise FetchError(asked, f"it redirects more than {_HOPS} times", "give the address it ends at")


def _get(url: str, asked: str, deadline: float, settings: Settings) -> Page | str:
    """One request: a page, or the address it redirects to."""
    parts = _split(url, asked)
    address = _address(parts, asked, settings)
    pool = _pool(parts, address, max(0.1, deadline - time.monotonic()))
    host = parts.netloc.rpartition("@")[2]
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        response = pool.request(
            "GET", target, headers={**_HEADERS, "Host": host}, redirect=False, retries=False, preload_content=False
        )
        try:
            if response.status in _MOVED and response.headers.get("Location"):
                return urljoin(url, response.headers["Location"])
            return _page(response, url, asked, deadline, settings)
        finally:
            response.close()
    except (HTTPError, OSError, ValueError) as error:
        raise FetchError(
            asked, f"cannot be fetched ({_why(error)})", "check the address, or save the page and give the file"
        ) from None
    finally:
        pool.close()


def _split(url: str, asked: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
        (parts.path + parts.query).encode("ascii")
    except UnicodeEncodeError:
        return _split(urllib3.util.parse_url(url).url, asked)  # percent-encodes
    except ValueError:
        usable = False
    if not usable:
        raise FetchError(asked, "is or redirects to no http or https address", "give one that begins with http:// or https://")
    return parts


def _address(parts: SplitResult, asked: str, settings: Settings) -> str:
    """The address to connect to. Every address the name has must be public: one that is not may be the one used next time."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(asked, f"the name {parts.hostname} is not known", "check the address and the network") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not (settings.allow_private or all(map(is_public, addresses))):
        raise FetchError(asked, "is an address of a private network", "--allow-private reads from your own network")
    return addresses[0]


def is_public(address: str) -> bool:
    """'93.184.215.14' -> True; '127.0.0.1', '10.0.0.1', '169.254.169.254', '::ffff:127.0.0.1' -> False"""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return is_public(str(inner))
        if ip in ipaddress.ip_network("64:ff9b::/96"):  # NAT64 reaches any IPv4 address
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified


def _pool(parts: SplitResult, address: str, left: float) -> urllib3.HTTPConnectionPool:
    """Connections to the very address that was checked, whatever the name resolves to by then."""
    timeout = urllib3.Timeout(connect=min(_CONNECT, left), read=left, total=left)
    if parts.scheme == "https":
        name = parts.hostname
        return urllib3.HTTPSConnectionPool(
            address, parts.port or 443, timeout=timeout, server_hostname=name, assert_hostname=name
        )
    return urllib3.HTTPConnectionPool(address, parts.port or 80, timeout=timeout)


def _page(response: urllib3.BaseHTTPResponse, url: str, asked: str, deadline: float, settings: Settings) -> Page:
    if response.status != 200:
        raise FetchError(asked, f"the server answered {response.status}", "check the address")
    kind, _, rest = (response.headers.get("Content-Type") or "").partition(";")
    kind = kind.strip().lower()
    if kind and not kind.startswith(_READABLE):
        raise FetchError(asked, f"it is {kind[:60]}, which is not read", "give an address of text, HTML, Markdown or PDF")
    data = _body(response, asked, deadline, settings)
    charset = rest.lower().partition("charset=")[2].partition(";")[0].strip("\"' ") or None
    return Page(data, kind, charset, url, datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"))


def _body(response: urllib3.BaseHTTPResponse, asked: str, deadline: float, settings: Settings) -> bytes:
    """The size counts after decompression; the deadline holds also against a server that sends a byte a second."""
    data = bytearray()
    while chunk := response.read1(_CHUNK, decode_content=True) if hasattr(response, "read1") else response.read(_CHUNK):
        data += chunk
        if len(data) > settings.max_bytes:
            raise TooLargeError(asked, f"is larger than the {settings.max_bytes:,} bytes allowed", "raise max_bytes")
        if time.monotonic() > deadline:
            raise FetchError(asked, f"took longer than {settings.timeout:g} seconds", "try again, or raise timeout")
    return bytes(data)


def _why(error: Exception) -> str:
    """A line for a person, without the insides of the library."""
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return "it took too long"
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        return "nothing answers there"
    if isinstance(error, urllib3.exceptions.SSLError):
        return "its certificate is not in order"
    return type(error).__name__
