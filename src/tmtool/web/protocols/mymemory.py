"""Answers lookups as MyMemory does (`/get`): to MateCat's own installations and to scripts.

`responseStatus` is a number, for Okapi; `last-update-date` is always there, for MateCat.
"""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tmtool.errors import TmtoolError, in_one_line
from tmtool.languages.codes import tag_of
from tmtool.model import Match
from tmtool.tasks.lookup import Wanted
from tmtool.web.api.routes import Json
from tmtool.web.desk import Desk
from tmtool.web.protocols.amagama import quality

MOST_CHARACTERS = 20_000
THRESHOLD, LIMIT = 50, 10
_UNKNOWN = "1970-01-01"


def routes(desk: Desk) -> list[Route]:
    """Returns the addresses of a lookup."""

    async def get(request: Request) -> Response:
        text = request.query_params.get("q", "")
        source, _, target = request.query_params.get("langpair", "").partition("|")
        tags = tag_of(source), tag_of(target)
        if not text.strip() or not all(tags) or len(text) > MOST_CHARACTERS:
            return Json(_answer([], 403, "q and langpair are needed, such as langpair=en|fr"))
        wanted = Wanted(*tags, THRESHOLD, LIMIT)
        try:
            answer = await desk.soon(lambda: wanted.answering(desk.home)(text))
        except TmtoolError as error:
            return Json(_answer([], 503, in_one_line(str(error))))
        return Json(_answer([_match(one, *tags) for one in answer.matches], 200, ""))

    return [Route(path, get) for path in ("/get", "/api/get")]


def _answer(matches: list[dict[str, Any]], status: int, details: str) -> dict[str, Any]:
    best = matches[0] if matches else {"translation": "", "match": 0}
    return {
        "responseData": {"translatedText": best["translation"], "match": best["match"]},
        "quotaFinished": False,
        "mtLangSupported": None,
        "responseDetails": details,
        "responseStatus": status,
        "responderId": "tmtool",
        "exception_code": None,
        "matches": matches,
    }


def _match(match: Match, source: str, target: str) -> dict[str, Any]:
    when = f"{match.changed[:10] or _UNKNOWN} {match.changed[11:19] or '00:00:00'}"
    return {
        "id": str(match.unit),
        "segment": match.source,
        "translation": match.offered,
        "source": source,
        "target": target,
        "quality": "74",
        "reference": match.document or None,
        "usage-count": 1,
        "subject": "",
        "created-by": match.memory,
        "last-updated-by": match.memory,
        "create-date": when,
        "last-update-date": when,
        "match": quality(match) / 100,
    }
