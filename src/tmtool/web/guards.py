"""Keeps off what must not come in, whatever is asked: strange hosts, other sites, bodies without end.

A page anywhere may send a browser to 127.0.0.1 under a name of its own (DNS rebinding), so the name that a request asks
for is compared. Nothing that a memory holds is ever run: the policy allows this server's own scripts only (Content
Security Policy Level 3), and an answer is kept by no cache.
"""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable, Collection, Mapping, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

MOST_BYTES = 1_000_000
"""Of the body of a question; a document may be larger (`MOST_BYTES_OF_DOCUMENT`)."""
MOST_BYTES_OF_DOCUMENT = 50_000_000
MOST_OF_ADDRESS = 64_000
"""Characters of a path with its query: programs put whole segments there."""
LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_OWN_SITE = ("same-origin", "none", "")


class TooLargeError(Exception):
    """A `TooLargeError` ends the reading of a body that is longer than may be."""


class Guards:
    """`Guards` lets a request pass to the application, or answers it itself."""

    def __init__(self, app: App, *, hosts: Collection[str], documents: tuple[str, ...], root: str = "") -> None:
        """Lets in what asks for one of these hosts ("*" for any), and longer bodies below the paths `documents`; `root`
        is the path below which a proxy shows the application."""
        self._root = root
        self._app = app
        self._hosts = hosts
        self._documents = documents

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        scope = _below(scope, self._root)
        headers = Headers(scope=scope)
        refused = self._refusal(scope, headers)
        if refused:
            await _with_headers(PlainTextResponse(refused[1], refused[0]), scope, receive, send)
            return
        most = MOST_BYTES_OF_DOCUMENT if scope["path"].startswith(self._documents) else MOST_BYTES
        if int(headers.get("content-length") or 0) > most:
            await _with_headers(_too_large(), scope, receive, send)
            return
        await self._bounded(scope, receive, send, most)

    async def _bounded(self, scope: Scope, receive: Receive, send: Send, most: int) -> None:
        """Lets the application answer, which is stopped where it reads more than may be sent."""
        is_begun = is_refused = False
        read = 0

        async def counted() -> Message:
            nonlocal is_refused, read
            message = await receive()
            read += len(message.get("body", b""))
            if read > most:
                if not is_begun:
                    await _with_headers(_too_large(), scope, receive, send)
                is_refused = True
                raise TooLargeError
            return message

        async def sending(message: Message) -> None:
            nonlocal is_begun
            is_begun = True
            # What the application says of having been stopped comes too late.
            if not is_refused:
                await send(message)

        with contextlib.suppress(TooLargeError):
            await _with_headers(self._app, scope, counted, sending)

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        """Returns why a request is not let in, None where it is."""
        hosts = headers.getlist("host")
        # Whatever stands before the server may have looked at another of them (RFC 9112, 3.2).
        host = hosts[0].lower() if len(hosts) == 1 else ""
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        if "*" not in self._hosts and name not in self._hosts:
            return 421, "this server does not go by that name; start it with --allow-host"
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            return 400, "the length of the body is no number"
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MOST_OF_ADDRESS:
            return 414, "the address is too long"
        return None


def _below(scope: Scope, root: str) -> Scope:
    """Returns the request as if nothing were before the server: a proxy may take the path off that it is below, or
    not."""
    if not root or not scope["path"].startswith(f"{root}/"):
        return scope
    raw: bytes = scope.get("raw_path") or b""
    return {**scope, "path": scope["path"].removeprefix(root), "raw_path": raw.removeprefix(root.encode())}


def is_from_another_site(headers: Headers) -> bool:
    """Tells whether a browser says that the request comes from a page of another site (Fetch Metadata, 2.2), or, an
    older one, from another origin."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in _OWN_SITE
    origin = headers.get("origin")
    return origin is not None and origin.partition("://")[2] != headers.get("host", "")


async def _with_headers(app: App, scope: Scope, receive: Receive, send: Send) -> None:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "private, no-store")
        await send(message)

    await app(scope, receive, sending)


def _too_large() -> PlainTextResponse:
    return PlainTextResponse("the body is too long", 413)
