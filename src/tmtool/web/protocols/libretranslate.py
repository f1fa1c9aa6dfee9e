"""Answers as LibreTranslate does, where that is switched on: it must give a text for each text, so that what has no
complete match comes back as it was. Weblate takes that for a suggestion.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tmtool.errors import TmtoolError, in_one_line
from tmtool.languages.codes import name_of, tag_of
from tmtool.languages.direction import direction_of
from tmtool.web.api.routes import Json
from tmtool.web.desk import Desk
from tmtool.web.protocols.complete import complete
from tmtool.web.protocols.forms import NoFormError, fields_of

MOST_TEXTS, MOST_CHARACTERS = 100, 20_000
AUTO = "auto"


def routes(desk: Desk) -> list[Route]:
    """Returns the addresses: texts to translate, the language of a text, the languages there are, and health."""

    async def translate(request: Request) -> Response:
        try:
            fields = await fields_of(request)
            texts, is_list = _texts(fields)
        except (NoFormError, ValueError) as error:
            return Json({"error": str(error)}, 400)
        named, target = fields.get("source", ""), tag_of(fields.get("target", ""))
        told = direction_of("\n".join(texts), desk.source_language, desk.target_language)[0]
        source = told if named == AUTO else tag_of(named)
        if not source or not target:
            return Json({"error": "source and target are needed, as codes of languages"}, 400)
        try:
            found = await desk.soon(partial(_translated, desk, texts, source, target))
        except TmtoolError as error:
            return Json({"error": in_one_line(str(error))}, 500)
        answer: dict[str, Any] = {"translatedText": found if is_list else found[0]}
        if named == AUTO:
            one = {"confidence": 100, "language": source}
            answer["detectedLanguage"] = [one] * len(texts) if is_list else one
        return Json(answer)

    async def detect(request: Request) -> Response:
        try:
            text = (await fields_of(request)).get("q", "")
        except NoFormError as error:
            return Json({"error": str(error)}, 400)
        language = direction_of(text[:MOST_CHARACTERS], desk.source_language, desk.target_language)[0]
        return Json([{"confidence": 100, "language": language}])

    async def languages(request: Request) -> Response:
        known = await desk.soon(lambda: sorted(desk.languages()))
        return Json([{"code": one, "name": name_of(one), "targets": known} for one in known])

    async def health(request: Request) -> Response:
        return Json({"status": "ok"})

    return [
        Route("/translate", translate, methods=["POST"]),
        Route("/detect", detect, methods=["POST"]),
        Route("/languages", languages),
        Route("/health", health),
    ]


def _texts(fields: Mapping[str, str]) -> tuple[list[str], bool]:
    """Returns the texts to translate, and whether they came as a list; raises ValueError."""
    written = fields.get("q", "")
    texts, is_list = [written], False
    if written.startswith("["):
        try:
            found = json.loads(written)
            if isinstance(found, list) and all(isinstance(one, str) for one in found):
                texts, is_list = found, True
        except (ValueError, RecursionError):
            # A text may begin with a bracket.
            pass
    if not texts or len(texts) > MOST_TEXTS or any(len(text) > MOST_CHARACTERS for text in texts):
        raise ValueError(f"q is a text, or up to {MOST_TEXTS} texts, of {MOST_CHARACTERS} characters at most")
    return texts, is_list


def _translated(desk: Desk, texts: list[str], source: str, target: str) -> list[str]:
    found = [complete(desk, text, source, target) if text.strip() else None for text in texts]
    return [match.offered if match else text for match, text in zip(found, texts, strict=True)]
