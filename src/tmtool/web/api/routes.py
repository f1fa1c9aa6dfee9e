"""Puts the questions at their addresses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tmtool.errors import DatabaseError, TmtoolError, UsageError, in_one_line
from tmtool.model.wording import say
from tmtool.tasks.tokens import Right
from tmtool.web.api import about, checking, concordance, lookup, openapi, proposals, terms, units
from tmtool.web.api.question import Asked, Question
from tmtool.web.desk import Desk
from tmtool.web.guards import is_from_another_site
from tmtool.web.people import ForbiddenError, guest_of
from tmtool.web.speaking import PARAMETER

QUESTIONS: tuple[Question, ...] = (
    *lookup.QUESTIONS,
    *terms.QUESTIONS,
    *concordance.QUESTIONS,
    *checking.QUESTIONS,
    *units.QUESTIONS,
    *proposals.QUESTIONS,
    *about.QUESTIONS,
)


class Json(JSONResponse):
    """A `Json` is an answer in JSON, its letters as they are."""

    def render(self, content: object) -> bytes:
        """Returns the bytes of the answer."""
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def routes(desk: Desk) -> list[Route]:
    """Returns the questions and their description."""
    description = openapi.described(QUESTIONS)

    async def describe(request: Request) -> Response:
        return Json(description)

    return [
        *(Route(question.path, _endpoint(desk, question), methods=[question.method]) for question in QUESTIONS),
        Route(openapi.PATH, describe),
    ]


def status_of(error: TmtoolError) -> int:
    """Returns the status of an answer that says what is wrong."""
    if isinstance(error, units.NotThereError):
        return 404
    if isinstance(error, ForbiddenError):
        return 403
    return 503 if isinstance(error, DatabaseError) else 400


def _endpoint(desk: Desk, question: Question) -> Any:
    async def answer(request: Request) -> Response:
        reader = guest_of(request)
        if question.method != "GET" and is_from_another_site(request.headers):
            return Json({"error": reader.read(say("a page of another site asks this"))}, 403)
        try:
            reader.person.require(question.right)
            values = question.read(await _given(request, question))
            work = desk.in_time if question.is_long else desk.soon
            found = await work(lambda: question.answer(desk, Asked(values, reader, reader.person.name)))
        except TmtoolError as error:
            return Json({"error": in_one_line(reader.read(error.wording))}, status_of(error))
        return Json(reader.value(found))

    return answer


async def _given(request: Request, question: Question) -> Mapping[str, Any]:
    """Returns what is asked, as it came."""
    if question.method == "GET":
        return {name: value for name, value in request.query_params.items() if name != PARAMETER}
    if question.right is not Right.READ and not request.headers.get("content-type", "").startswith("application/json"):
        # A form of another site can send nothing that is called so.
        raise UsageError(say("what changes something is sent as application/json"), say("name it as content-type"))
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError, ClientDisconnect) as error:
        raise UsageError(say("the body is no JSON"), say("send an object with the names of the question")) from error
    if not isinstance(body, dict):
        raise UsageError(say("the body is no object of JSON"), say("send the names of the question with their values"))
    return body
