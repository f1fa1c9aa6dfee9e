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

from anyio import CapacityLimiter, sleep, to_thread
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from tmtool.errors import TmtoolError
from tmtool.tasks.tokens import Right, Token, holder
from tmtool.web.desk import seeing
from tmtool.web.guards import App, Message, Receive, Scope, Send, is_from_another_site
from tmtool.web.pace import LONGEST, Pace
from tmtool.web.page.frame import filled, page
from tmtool.web.parts import Parts
from tmtool.web.people import Guest, Person, guest_of, is_person

PREFIX = "/t/"
SIGN_IN = "/sign-in"
COOKIE = "tmtool"
HALF_A_DAY = 12 * 3600
_OPEN = ("/static/", "/speak/")
"""Paths that hold nothing of a memory."""
_READING = ("GET", "HEAD")
_CHANGING = ("/api/", "/unit/", "/proposals")
"""How paths begin by which a home is changed."""
_PATIENCE, _PATIENCE_OF_PEOPLE = 50.0, 1.0
"""Seconds for which programs, and people, wait until what they may see is there; many programs go silent for half an
hour on a refusal (503)."""
_TO_BE_SEEN = 10.0
"""Seconds for which the answer to who has changed something waits until they see it."""
STEP = 0.25
"""Seconds: who sees some memories only is answered after a whole number of them where they change something. That is
done in the whole home, which keeps a text sooner that another memory has."""
_MOST_WAITING = 200
_TURNS_OF_A_TRY = 10.0
"""What it costs to show a token in the form: nobody tries many."""


class Doors:
    """`Doors` lets requests pass to the application by the tokens of the moment, each as somebody with a right, and
    none faster than their turn comes."""

    def __init__(
        self,
        app: App,
        tokens: Callable[[], Sequence[Token]],
        parts: Parts,
        *,
        writes: bool,
        root: str = "",
        pace: Pace | None = None,
    ) -> None:
        """Asks `tokens` at each request, so that one revoked is not let in any more. Who sees some memories only is
        answered from `parts`. Only a server that `writes` lets anybody do more than read; `root` is the path below
        which a proxy shows the pages."""
        self._app = app
        self._tokens = tokens
        self._parts = parts
        self._waiting = CapacityLimiter(_MOST_WAITING)
        self._writes = writes
        self._root = root
        self._pace = pace or Pace()
        self._sessions: dict[str, tuple[str, float]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            tokens = self._tokens()
        except TmtoolError:
            # Who could be let in is not known, and the place of the file is nobody's business.
            await JSONResponse({"error": "the tokens of this server cannot be read"}, 503)(scope, receive, send)
            return
        # As the application itself would: pages ask it in which language it speaks.
        scope = self._known_as(Person(right=Right.READ), {**scope, "app": self._app})
        if scope["path"].startswith(_OPEN):
            await self._app(_without_token(scope), receive, send)
        elif not tokens:
            everybody = Person(right=Right.WRITE if self._writes else Right.READ)
            await self._app(_without_token(self._known_as(everybody, scope)), receive, send)
        elif scope["path"] == SIGN_IN:
            if scope["method"] == "POST":
                await self._turn(_address(scope), _TURNS_OF_A_TRY)
            await (await self._signed_in(Request(scope, receive), tokens))(scope, receive, send)
        elif found := self._let_in(scope, tokens):
            token, name, right = found
            seen = None if token.memories is None else frozenset(token.memories)
            person = Person(token.name, right if self._writes else Right.READ, seen)
            scope = _without_token(self._known_as(person, scope))
            app = self._app if await self._turn(name) else _too_fast
            if seen is not None and not await self._is_there(seen, scope):
                app = _being_prepared(Request(scope, receive))
            with seeing(seen):
                changes = person.right is not Right.READ and scope["method"] not in _READING
                if seen is not None and changes and scope["path"].startswith(_CHANGING):
                    send = self._once_seen(send, seen)
                await app(scope, receive, send)
        else:
            answer = _refusal(Request(scope, receive)) if await self._turn(_address(scope)) else _too_fast
            await answer(scope, receive, send)

    def _known_as(self, person: Person, scope: Scope) -> Scope:
        return {**scope, "state": {**scope.get("state", {}), "person": person, "root": self._root}}

    async def _turn(self, name: str, turns: float = 1) -> bool:
        """Waits until somebody may be answered; tells whether that is soon enough."""
        delay = self._pace.delay(name, time.monotonic(), turns)
        if delay > LONGEST:
            return False
        if delay:
            await sleep(delay)
        return True

    async def _is_there(self, seen: frozenset[str], scope: Scope) -> bool:
        """Waits until what somebody may see is there; tells whether it is."""
        if self._parts.knows(seen):
            return True
        patience = _PATIENCE_OF_PEOPLE if is_person(Request(scope)) else _PATIENCE
        return await to_thread.run_sync(self._parts.brought_up, seen, patience, limiter=self._waiting)

    def _once_seen(self, send: Send, seen: frozenset[str]) -> Send:
        """Returns what sends an answer, begun now, once what has been done can be seen by who sees these memories, and
        after a whole number of steps."""
        begun = time.monotonic()

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                await to_thread.run_sync(self._parts.brought_up, seen, _TO_BE_SEEN, limiter=self._waiting)
                await sleep((begun - time.monotonic()) % STEP)
            await send(message)

        return sending

    def _let_in(self, scope: Scope, tokens: Sequence[Token]) -> tuple[Token, str, Right] | None:
        """Returns the token that somebody is let in by, who has the turns, and what they may do: a path is written in
        logs, so that the token in it gives no more than to read."""
        kind, _, shown = Headers(scope=scope).get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            token = holder(tokens, shown.strip())
            return (token, f"token {token.name}", token.right) if token else None
        if scope["path"].startswith(PREFIX):
            token = holder(tokens, scope["path"].removeprefix(PREFIX).partition("/")[0])
            return (token, f"token {token.name}", Right.READ) if token else None
        cookie = HTTPConnection(scope).cookies.get(COOKIE, "")
        digest, end = self._sessions.get(cookie, ("", 0.0))
        token = next((one for one in tokens if one.digest == digest and one.holds_today()), None)
        return (token, f"session {cookie}", token.right) if token and end > time.monotonic() else None

    async def _signed_in(self, request: Request, tokens: Sequence[Token]) -> Response:
        """Answers with the form, or takes what a person shows by it."""
        reader = guest_of(request)
        if request.method == "POST" and not is_from_another_site(request.headers):
            body = (await request.body())[:2000].decode("utf-8", "replace")
            token = holder(tokens, "".join(parse_qs(body).get("token", [])).strip())
            if token is not None:
                answer = RedirectResponse(reader.at("/"), 303)
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
        self._sessions[name] = token.digest, now + HALF_A_DAY
        return name


def _wrong(reader: Guest) -> str:
    return f'<p class="problem" role="alert">{reader.read_fixed("This token is not known, or holds no more.")}</p>'


def _refusal(request: Request) -> Response:
    """Sends a person to the form, and tells a program."""
    if is_person(request):
        return RedirectResponse(guest_of(request).at(SIGN_IN), 303)
    return JSONResponse({"error": "a token is needed"}, 401, {"www-authenticate": "Bearer"})


def _without_token(scope: Scope) -> Scope:
    """Returns the request as the application knows it, without the path by which a token was shown."""
    if not scope["path"].startswith(PREFIX):
        return scope
    token, _, path = scope["path"].removeprefix(PREFIX).partition("/")
    raw: bytes = scope.get("raw_path") or b""
    return {**scope, "path": f"/{path}", "raw_path": b"/" + raw.removeprefix(f"{PREFIX}{token}/".encode())}


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return f"address {client[0]}" if client else "address"


def _being_prepared(request: Request) -> Response:
    """Tells a person, whose page then asks again by itself, or a program."""
    if is_person(request):
        reader = guest_of(request)
        said = reader.read_fixed("What you may see is being prepared. This page goes on by itself.")
        body = f'<p role="status">{said}</p>'
        title = reader.read_fixed("Please wait")
        return HTMLResponse(page(reader, body, title=title, here="", waiting=True), 503)
    return JSONResponse({"error": "what you may see is being prepared"}, 503, {"retry-after": "10"})


async def _too_fast(scope: Scope, receive: Receive, send: Send) -> None:
    answer = JSONResponse({"error": "too much is asked at once"}, 429, {"retry-after": str(int(LONGEST))})
    await answer(scope, receive, send)
