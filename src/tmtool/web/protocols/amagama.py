"""Answers as amaGama does, the translation memory server of translate-toolkit: to Weblate, Okapi, Virtaal.

The quality is written as a float, for Okapi reads nothing else. What cannot be answered is an empty list: on any status
of an error Weblate leaves the service alone for half an hour, and does not accept it in its settings. What is adapted
safely comes as its target; what is fuzzy as it is stored, with its rate.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import unquote

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tmtool.errors import TmtoolError
from tmtool.languages.codes import tag_of
from tmtool.model import Match
from tmtool.tasks.lookup import Wanted
from tmtool.web.api.routes import Json
from tmtool.web.desk import Desk

ROOTS = ("/tmserver", "/api/v1")
LEAST, USUAL, MOST = 50, 70, 100
"""Rates that a client may name as the lowest; others are brought within."""
FEWEST, SOME, MANY = 1, 5, 50
"""How many matches a client may ask for."""
MOST_CHARACTERS = 20_000
_ANY_TEXT = "any_text"


class _Text(Convertor[str]):
    """A `_Text` is the rest of an address, whatever it is: a path of Starlette's ends where a line does, and segments
    of Weblate have several."""

    regex = r"[\s\S]*"

    def convert(self, value: str) -> str:
        """Takes it as it is."""
        return value

    def to_string(self, value: str) -> str:
        """Gives it as it is."""
        return value


register_url_convertor(_ANY_TEXT, _Text())


def routes(desk: Desk) -> list[Route]:
    """Returns the addresses: a text to look up, in the path or in the query, and the languages there are."""

    async def unit(request: Request) -> Response:
        text = _asked(request)
        source, target = (tag_of(request.path_params[name]) for name in ("source", "target"))
        if not text.strip() or not source or not target or source == target or len(text) > MOST_CHARACTERS:
            return Json([])
        wanted = Wanted(
            source,
            target,
            threshold=_number(request, "min_similarity", LEAST, USUAL, MOST),
            limit=_number(request, "max_candidates", FEWEST, SOME, MANY),
        )
        try:
            answer = await desk.soon(partial(_answer, desk, wanted, text))
        except TmtoolError:
            answer = []
        return Json(answer)

    async def languages(request: Request) -> Response:
        return Json(await desk.soon(partial(_languages, desk)))

    return [
        route
        for root in ROOTS
        for route in (
            Route(f"{root}/languages/", languages),
            Route(f"{root}/{{source}}/{{target}}/unit/", unit),
            Route(f"{root}/{{source}}/{{target}}/unit/{{text:{_ANY_TEXT}}}", unit),
        )
    ]


def _asked(request: Request) -> str:
    """Returns the text, decoded once from the path as it came: a text may hold a per cent sign with two digits."""
    if "source" in request.query_params:
        return request.query_params["source"]
    raw = request.scope.get("raw_path") or b""
    path = raw.partition(b"?")[0].decode("ascii", "replace") if raw else request.url.path
    return unquote(path.partition("/unit/")[2], errors="replace")


def _number(request: Request, name: str, least: int, usual: int, most: int) -> int:
    given = request.query_params.get(name, "")
    digits = given.partition(".")[0]
    return min(max(int(digits), least), most) if digits.isascii() and digits.isdigit() and len(digits) < 6 else usual


def _answer(desk: Desk, wanted: Wanted, text: str) -> list[dict[str, Any]]:
    matches = wanted.answering(desk.home)(text).matches
    return [_candidate(match, rank) for rank, match in enumerate(matches)]


def _candidate(match: Match, rank: int) -> dict[str, Any]:
    return {
        "source": match.source,
        "target": match.offered,
        "quality": float(quality(match)),
        "rank": float(100 - rank),
    }


def quality(match: Match) -> int:
    """Returns the rate of a match less its penalties; of one that is complete by a verified substitution 100 less
    them."""
    rate = 100 if match.adapted and match.adapted.safe else match.rate
    return max(0, rate - sum(penalty.points for penalty in match.penalties))


def _languages(desk: Desk) -> Mapping[str, list[str]]:
    known = sorted(desk.languages())
    return {"sourceLanguages": known, "targetLanguages": known}
