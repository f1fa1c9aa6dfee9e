"""Lets in who shows a token: programs by a header, or, where one can send none, by a path of their own; people by a
cookie that they get for it.

``Authorization: Bearer TOKEN`` (RFC 6750), ``/t/TOKEN/…`` before any path, or the page ``/sign-in``, where a person
shows the token once. Without any token of the database everybody is let in who reaches the server.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from tmtool.present.reader import Reader
from tmtool.tasks.tokens import Token, holder
from tmtool.web.guards import App, Receive, Scope, Send, is_from_another_site
from tmtool.web.page.frame import filled, page
from tmtool.web.speaking import reader_of

PREFIX = "/t/"
SIGN_IN = "/sign-in"
COOKIE = "tmtool"
HALF_A_DAY = 12 * 3600
_OPEN = ("/static/", "/speak/")
"""Paths that hold nothing of a memory."""


class Doors:
    """`Doors` lets requests pass to the application by the tokens of the moment."""

    def __init__(self, app: App, tokens: Callable[[], Sequence[Token]]) -> None:
        """Asks `tokens` at each request, so that one revoked is not let in any more."""
        self._app = app
        self._tokens = tokens
        self._sessions: dict[str, tuple[str, float]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        tokens = self._tokens()
        # As the application itself would: pages ask it in which language it speaks.
        scope = {**scope, "app": self._app}
        if not tokens or scope["path"].startswith(_OPEN):
            await self._app(_without_token(scope), receive, send)
        elif scope["path"] == SIGN_IN:
            await (await self._signed_in(Request(scope, receive), tokens))(scope, receive, send)
        elif self._is_let_in(scope, tokens):
            await self._app(_without_token(scope), receive, send)
        else:
            await _refusal(Request(scope, receive))(scope, receive, send)

    def _is_let_in(self, scope: Scope, tokens: Sequence[Token]) -> bool:
        kind, _, shown = Headers(scope=scope).get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return holder(tokens, shown.strip()) is not None
        if scope["path"].startswith(PREFIX):
            return holder(tokens, scope["path"].removeprefix(PREFIX).partition("/")[0]) is not None
        name, end = self._sessions.get(HTTPConnection(scope).cookies.get(COOKIE, ""), ("", 0.0))
        return end > time.monotonic() and any(one.name == name for one in tokens)

    async def _signed_in(self, request: Request, tokens: Sequence[Token]) -> Response:
        """Answers with the form, or takes what a person shows by it."""
        reader = Reader(reader_of(request))
        if request.method == "POST" and not is_from_another_site(request.headers):
            body = (await request.body())[:2000].decode("utf-8", "replace")
            token = holder(tokens, "".join(parse_qs(body).get("token", [])).strip())
            if token is not None:
                answer = RedirectResponse("/", 303)
                secure = request.headers.get("x-forwarded-proto", request.url.scheme) == "https"
                answer.set_cookie(
                    COOKIE, self._session(token), max_age=HALF_A_DAY, httponly=True, samesite="lax", secure=secure
                )
                return answer
        body = filled("sign_in.html", reader, wrong="" if request.method == "GET" else _wrong(reader))
        title = reader.read_fixed("Sign in")
        return Response(
            page(reader, body, title=title, here=""), 200 if request.method == "GET" else 403, None, "text/html"
        )

    def _session(self, token: Token) -> str:
        now = time.monotonic()
        self._sessions = {one: kept for one, kept in self._sessions.items() if kept[1] > now}
        name = secrets.token_urlsafe(32)
        self._sessions[name] = token.name, now + HALF_A_DAY
        return name


def _wrong(reader: Reader) -> str:
    return f'<p class="problem" role="alert">{reader.read_fixed("This token is not known, or holds no more.")}</p>'


def _refusal(request: Request) -> Response:
    """Sends a person to the form, and tells a program."""
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return RedirectResponse(SIGN_IN, 303)
    return JSONResponse({"error": "a token is needed"}, 401, {"www-authenticate": "Bearer"})


def _without_token(scope: Scope) -> Scope:
    """Returns the request as the application knows it, without the path by which a token was shown."""
    if not scope["path"].startswith(PREFIX):
        return scope
    token, _, path = scope["path"].removeprefix(PREFIX).partition("/")
    raw: bytes = scope.get("raw_path") or b""
    return {**scope, "path": f"/{path}", "raw_path": b"/" + raw.removeprefix(f"{PREFIX}{token}/".encode())}
