"""Answers as apertium-apy does: the one service of translation whose address a user of OmegaT can set; Okapi knows it
too, and writes texts as HTML.

It has room for one translation, so that what is complete is given and nothing else; a fuzzy match dressed as a
translation would be taken for one.
"""

from __future__ import annotations

from functools import partial
from html import escape, unescape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tmtool.errors import TmtoolError, in_one_line
from tmtool.languages.codes import long_code, tag_of
from tmtool.languages.tags import primary
from tmtool.web.api.routes import Json
from tmtool.web.desk import Desk
from tmtool.web.protocols.complete import complete
from tmtool.web.protocols.forms import NoFormError, fields_of

MOST_CHARACTERS = 20_000


def routes(desk: Desk) -> list[Route]:
    """Returns the addresses: a text to translate, and the pairs of languages there are."""

    async def translate(request: Request) -> Response:
        try:
            fields = await fields_of(request)
        except NoFormError as error:
            return _failed(400, str(error))
        is_html = fields.get("format") == "html"
        text = unescape(fields.get("q", "")) if is_html else fields.get("q", "")
        source, _, target = (
            tag_of(part) if part != "|" else part for part in fields.get("langpair", "").partition("|")
        )
        if not text.strip() or not source or not target or len(text) > MOST_CHARACTERS:
            return _failed(400, "q and langpair are needed, such as langpair=en|fr")
        try:
            match = await desk.soon(partial(complete, desk, text, source, target))
        except TmtoolError as error:
            return _failed(503, in_one_line(str(error)))
        if match is None:
            return _failed(404, "no complete match in the memory")
        return _answered({"translatedText": escape(match.offered, quote=False) if is_html else match.offered})

    async def pairs(request: Request) -> Response:
        known = await desk.soon(lambda: sorted(desk.languages()))
        names = [(form(one), form(other)) for one in known for other in known if one != other for form in _FORMS]
        return _answered([{"sourceLanguage": one, "targetLanguage": other} for one, other in dict.fromkeys(names)])

    return [Route("/translate", translate, methods=["GET"]), Route("/listPairs", pairs)]


_FORMS = (primary, long_code)
"""How a client may write a language; Weblate writes codes of three letters."""


def _answered(data: object) -> Response:
    return Json({"responseData": data, "responseDetails": None, "responseStatus": 200})


def _failed(status: int, why: str) -> Response:
    # With status 200 as apertium-apy's own clients expect: OmegaT shows the details. Weblate takes it for a failure.
    return Json({"responseData": {"translatedText": None}, "responseDetails": why, "responseStatus": status})
