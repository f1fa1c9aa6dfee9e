"""Serves the page of people: they type, and matches, terms and the units with the phrase come as they do.

Each page is written by the server and works without a script, as a form and lists; the script asks for the same lists
as pieces of HTML while a person types. All that a memory holds is escaped where it is written.
"""

from __future__ import annotations

from concurrent.futures import wait
from functools import partial
from hashlib import sha256
from importlib import resources
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from tmtool.errors import TmtoolError
from tmtool.model.wording import say
from tmtool.present.catalogues import languages
from tmtool.tasks.tokens import Right
from tmtool.web.api.question import MOST_CHARACTERS
from tmtool.web.api.routes import status_of
from tmtool.web.desk import Desk, GoneError
from tmtool.web.guards import is_from_another_site
from tmtool.web.page import documents, drafts, looking, proposals, unit
from tmtool.web.page.choices import pair_of
from tmtool.web.page.frame import asked_from, page
from tmtool.web.page.html import problem
from tmtool.web.page.sent import pasted, sent_file
from tmtool.web.page.wanted import Wanted
from tmtool.web.people import ForbiddenError, guest_of
from tmtool.web.speaking import COOKIE, PARAMETER

_STATIC = {
    "page.css": "text/css",
    "page.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
PAUSE = 2.0
"""Seconds in which most texts are checked."""
_GONE = 499
"""What is answered to who does not wait for it any more (as nginx has it), so that nobody sees it."""
_YEAR = 365 * 24 * 3600


def routes(desk: Desk) -> list[Route]:
    """Returns the addresses of the pages, of their pieces, and of style and script."""
    pages = _Pages(desk)
    return [
        Route("/", pages.home),
        Route("/found", pages.piece),
        Route("/lines", pages.piece),
        Route("/unit/{unit:int}", pages.one, methods=["GET", "POST"]),
        Route("/proposals", pages.proposed, methods=["GET", "POST"]),
        Route("/proposals/{number:int}/{decision}", pages.proposed, methods=["POST"]),
        Route("/drafts", pages.check, methods=["GET", "POST"]),
        Route("/drafts/{number}", pages.draft, methods=["GET", "POST"]),
        Route("/drafts/{number}/{name}", pages.download),
        Route("/documents", pages.suggest, methods=["GET", "POST"]),
        Route("/documents/{number}", pages.document),
        Route("/documents/{number}/{name}", pages.download),
        Route("/speak/{language}", _speak),
        Route("/static/{name}", _static),
    ]


class _Pages:
    """`_Pages` answers what is asked at each address, with what is on the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def home(self, request: Request) -> Response:
        reader = guest_of(request)
        wanted = Wanted.of(request, self._desk)
        try:
            body = await self._desk.soon(lambda: looking.page_body(self._desk, reader, wanted))
        except TmtoolError as error:
            body = problem(reader, error)
        title = wanted.text or reader.read_fixed("Look up")
        return _spoken(page(reader, body, title=title, here="/"), request)

    async def piece(self, request: Request) -> Response:
        """Answers with matches and terms, or with the units that have the phrase."""
        reader = guest_of(request)
        wanted = Wanted.of(request, self._desk)
        is_first = request.url.path == "/found"
        # The units with the phrase take longer, and nobody's first answer is to wait for them.
        work, part = (self._desk.soon, looking.found) if is_first else (self._desk.in_time, looking.lines)
        try:
            return HTMLResponse(await work(lambda: part(self._desk, reader, wanted), unless=request.is_disconnected))
        except GoneError:
            return Response(status_code=_GONE)
        except TmtoolError as error:
            return HTMLResponse(problem(reader, error), status_of(error))

    async def one(self, request: Request) -> Response:
        reader = guest_of(request)
        wanted = Wanted.of(request, self._desk)
        number = request.path_params["unit"]
        try:
            if request.method == "POST":
                given = await _form(request)
                await self._desk.soon(lambda: proposals.correct(self._desk, reader, number, wanted, given))
                place = looking.unit_address(reader, number, wanted.source_language, wanted.target_language)
                return RedirectResponse(place, 303)
            body = await self._desk.soon(partial(unit.body, self._desk, reader, number, wanted))
        except TmtoolError as error:
            return _spoken(page(reader, problem(reader, error), title="", here=""), request, status_of(error))
        if "piece" in request.query_params:
            return HTMLResponse(body)
        title = reader.read_fixed("Unit")
        return _spoken(page(reader, body, title=f"{title} {number}", here=""), request)

    async def proposed(self, request: Request) -> Response:
        """Answers with the proposals; takes one of a term, or what is decided on one."""
        reader = guest_of(request)
        wanted = Wanted.of(request, self._desk)
        status, wrong = 200, ""
        try:
            reader.person.require(Right.PROPOSE)
            if request.method == "POST":
                given = await _form(request)
                if decision := request.path_params.get("decision", ""):
                    number = request.path_params["number"]
                    await self._desk.soon(lambda: proposals.decide(self._desk, reader, number, decision, given))
                else:
                    await self._desk.soon(lambda: proposals.propose_terms(self._desk, reader, given))
                return RedirectResponse(reader.at(proposals.PLACE), 303)
        except TmtoolError as error:
            status, wrong = status_of(error), problem(reader, error)
        title = reader.read_fixed("Proposals")
        body = "" if status == 403 else await self._desk.soon(partial(proposals.body, self._desk, reader, wanted))
        return _spoken(page(reader, wrong + body, title=title, here=proposals.PLACE), request, status)

    async def check(self, request: Request) -> Response:
        reader = guest_of(request)
        if request.method == "GET":
            return self._drafts_page(request, drafts.form(self._desk, reader, request.query_params))
        try:
            number = await drafts.begun(self._desk, await _form(request, files=2))
        except TmtoolError as error:
            return self._drafts_page(
                request, problem(reader, error) + drafts.form(self._desk, reader), status_of(error)
            )
        if job := self._desk.jobs.get(number):
            # A text is checked before a browser has asked for it again.
            await self._desk.in_time(lambda: wait([job.result], PAUSE))
        return RedirectResponse(reader.at(f"{drafts.PLACE}/{number}"), 303)

    async def draft(self, request: Request) -> Response:
        """Shows a draft, and does what is asked about its findings."""
        reader = guest_of(request)
        number = request.path_params["number"]
        wrong = None
        if request.method == "POST":
            try:
                given = await _form(request)
                await self._desk.in_time(lambda: drafts.act(self._desk, reader, number, given))
            except TmtoolError as error:
                wrong = error
            if "piece" in request.query_params:
                try:
                    body = await self._desk.soon(partial(drafts.shown_piece, self._desk, reader, number, wrong))
                except TmtoolError as error:
                    return HTMLResponse(problem(reader, error), status_of(error))
                return HTMLResponse(body, status_of(wrong) if wrong else 200)
            if wrong is None:
                return RedirectResponse(reader.at(f"{drafts.PLACE}/{number}#findings-title"), 303)
        found = await self._desk.soon(partial(drafts.result, self._desk, reader, number, wrong))
        status = status_of(wrong) if wrong and found.status < 404 else found.status
        return self._drafts_page(request, found.body, status, waiting=found.waiting)

    def _drafts_page(self, request: Request, body: str, status: int = 200, *, waiting: bool = False) -> Response:
        reader = guest_of(request)
        title = reader.read_fixed("Check")
        return _spoken(page(reader, body, title=title, here=drafts.PLACE, waiting=waiting), request, status)

    async def suggest(self, request: Request) -> Response:
        reader = guest_of(request)
        title = reader.read_fixed("Suggest")
        if request.method == "GET":
            body = documents.form(self._desk, reader, request.query_params)
            return _spoken(page(reader, body, title=title, here="/documents"), request)
        try:
            given = await _form(request, files=1)
            sent = await sent_file(given.get("file")) or pasted(given.get("text"), "text.txt")
            pair = pair_of(self._desk, given)
            number = await self._desk.soon(partial(documents.begun, self._desk, sent, *pair))
        except TmtoolError as error:
            body = problem(reader, error) + documents.form(self._desk, reader)
            return _spoken(page(reader, body, title=title, here="/documents"), request, status_of(error))
        return RedirectResponse(reader.at(f"/documents/{number}"), 303)

    async def document(self, request: Request) -> Response:
        reader = guest_of(request)
        found = await self._desk.soon(partial(documents.result, self._desk, reader, request.path_params["number"]))
        title = reader.read_fixed("Suggest")
        return _spoken(
            page(reader, found.body, title=title, here="/documents", waiting=found.waiting), request, found.status
        )

    async def download(self, request: Request) -> Response:
        reader = guest_of(request)
        name, number = request.path_params["name"], request.path_params["number"]
        is_draft = request.url.path.startswith(drafts.PLACE)
        if is_draft:
            work = partial(drafts.downloaded, self._desk, reader, number, name)
        else:
            work = partial(documents.downloaded, self._desk, number, name)
        try:
            content = await self._desk.in_time(work)
        except TmtoolError as error:
            here = drafts.PLACE if is_draft else "/documents"
            return _spoken(page(reader, problem(reader, error), title=name, here=here), request, 404)
        headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
        return Response(content, media_type="application/octet-stream", headers=headers)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _STATIC:
        return PlainTextResponse("no such file", 404)
    content = resources.files(__name__).joinpath(name).read_bytes()
    known = request.query_params.get("v") == sha256(content).hexdigest()[:16]
    age = f"public, max-age={_YEAR}, immutable" if known else "no-cache"
    return Response(content, media_type=_STATIC[name], headers={"cache-control": age})


async def _speak(request: Request) -> Response:
    """Keeps the language that a person has chosen, and goes back to where they were."""
    language = request.path_params["language"]
    answer = RedirectResponse(asked_from(request), 303)
    if language in languages():
        answer.set_cookie(COOKIE, language, max_age=_YEAR, httponly=True, samesite="lax")
    return answer


def _spoken(text: str, request: Request, status: int = 200) -> Response:
    """Returns a page; one whose language was named in its address says it to the next one by a cookie."""
    answer = HTMLResponse(text, status, headers={"vary": "Accept-Language, Cookie"})
    named = request.query_params.get(PARAMETER, "")
    if named in languages():
        answer.set_cookie(COOKIE, named, max_age=_YEAR, httponly=True, samesite="lax")
    return answer


async def _form(request: Request, files: int = 0) -> FormData:
    """Returns what a form sends. Raises ForbiddenError for one of another site, which a person did not mean to send."""
    if is_from_another_site(request.headers):
        raise ForbiddenError(say("a page of another site asks this"), say("use the pages of this server"))
    return await request.form(max_files=files, max_fields=10, max_part_size=4 * MOST_CHARACTERS)
