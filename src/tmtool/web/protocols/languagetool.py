"""Answers as LanguageTool does (HTTP API v2), so that its clients show what the checks find: LibreOffice, OmegaT,
editors, browsers.

Offsets count UTF-16 code units. A client sends a paragraph, and again when it has changed, so only the checks that look
at a segment by itself run. OmegaT sends the source of a segment too (`srctext`, in the language `motherTongue`): then
those that compare the two run. What is in a language that is not checked has no findings, and is no error: OmegaT
switches the service off for good on the first one.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from tmtool import __version__
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.registry import get
from tmtool.errors import TmtoolError, in_one_line
from tmtool.languages import supported
from tmtool.languages.codes import name_of, tag_of
from tmtool.languages.direction import direction_of
from tmtool.languages.tags import primary
from tmtool.model import Finding, Level, Span
from tmtool.present.reader import Reader
from tmtool.text.composition import Composition
from tmtool.text.segmentation import split
from tmtool.web.api.routes import Json, status_of
from tmtool.web.desk import Desk
from tmtool.web.protocols.forms import NoFormError, fields_of
from tmtool.web.speaking import reader_of

MOST_CHARACTERS = 20_000
_AROUND = 40
"""Characters of the context on either side of a finding."""
_CATEGORIES: Mapping[str, tuple[str, str]] = {
    "spelling": ("TYPOS", "Possible typo"),
    "grammar": ("GRAMMAR", "Grammar"),
    "typography": ("TYPOGRAPHY", "Typography"),
    "style": ("STYLE", "Style"),
    "term": ("TERMINOLOGY", "Terminology"),
}
"""The categories of LanguageTool by class of check; a client chooses its colours by them, and others get orange."""
_TYPES: Mapping[str, str] = {"TYPOS": "UnknownWord", "STYLE": "Hint"}
_SOFTWARE = {
    "name": "tmtool",
    "version": __version__,
    "buildDate": "",
    "apiVersion": 1,
    "premium": False,
    "status": "",
}
_CORS = {"Access-Control-Allow-Origin": "*"}
"""Add-ons of browsers ask from an origin of their own; no credentials go with that."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A `_Wanted` is what a client asks of a check."""

    language: str
    source: str | None
    source_language: str
    is_picky: bool
    disabled: frozenset[str]
    enabled: frozenset[str]
    only_enabled: bool

    def wants(self, finding: Finding) -> bool:
        """Tells whether the client shows findings of this rule and category, and of this level."""
        names = {_rule(finding), _category(finding.check)[0]}
        if self.only_enabled:
            return bool(names & self.enabled)
        if names & self.disabled:
            return False
        return self.is_picky or finding.level.gravity >= Level.WARNING.gravity


def routes(desk: Desk) -> list[Route]:
    """Returns the addresses, with and without the version: clients are set to either."""

    async def check(request: Request) -> Response:
        try:
            fields = await fields_of(request)
            text = _text(fields)
            wanted = _wanted(desk, fields, text)
        except (NoFormError, ValueError) as error:
            return PlainTextResponse(f"Error: {error}", 400, _CORS)
        reader = Reader(reader_of(request))
        try:
            found = await desk.soon(lambda: _findings(desk, text, wanted))
        except TmtoolError as error:
            said = in_one_line(reader.read(error.wording))
            return PlainTextResponse(f"Error: {said}", status_of(error), _CORS)
        return Json(_answer(text, wanted, found, reader), headers=_CORS)

    async def languages(request: Request) -> Response:
        return Json(_languages(), headers=_CORS)

    async def most(request: Request) -> Response:
        return PlainTextResponse(str(MOST_CHARACTERS), headers=_CORS)

    async def info(request: Request) -> Response:
        return Json({"software": _SOFTWARE}, headers=_CORS)

    return [
        *(Route(f"{root}/check", check, methods=["GET", "POST"]) for root in ("/v2", "")),
        Route("/v2/languages", languages),
        Route("/v2/maxtextlength", most),
        Route("/v2/info", info),
    ]


def _text(fields: Mapping[str, str]) -> str:
    """Returns the text to be checked; raises ValueError where there is none, two, or too much."""
    if ("text" in fields) == ("data" in fields):
        raise ValueError("one of text and data is needed")
    text = fields["text"] if "text" in fields else _annotated(fields["data"])
    if len(text) > MOST_CHARACTERS:
        raise ValueError(f"the text is longer than {MOST_CHARACTERS} characters")
    return text


def _annotated(data: str) -> str:
    """Returns the text of annotated data, in which markup is as long as it was: places count over both."""
    parts = json.loads(data)
    if isinstance(parts, dict) and isinstance(parts.get("text"), str):
        return str(parts["text"])
    pieces = []
    for part in parts["annotation"] if isinstance(parts, dict) and isinstance(parts.get("annotation"), list) else ():
        if not isinstance(part, dict):
            raise ValueError("a part of the annotation is no object")
        markup = part.get("markup")
        # A space for each sign: no word, no digit, and the places after it stay right.
        pieces.append(" " * _units(str(markup)) if markup is not None else str(part.get("text", "")))
    return "".join(pieces)


def _wanted(desk: Desk, fields: Mapping[str, str], text: str) -> _Wanted:
    name = fields.get("language", "")
    told = direction_of(text, desk.target_language, desk.source_language)[0]
    language = told if name == "auto" else tag_of(name)
    if not language:
        raise ValueError("language is missing, or no code of a language")
    source = fields.get("srctext") or None
    mother = tag_of(fields.get("motherTongue", ""))
    if source is not None and (not mother or primary(mother) == primary(language)):
        source = None
    return _Wanted(
        language,
        source,
        mother or desk.source_language,
        is_picky=fields.get("level") == "picky",
        disabled=_names(fields, "disabledRules", "disabledCategories"),
        enabled=_names(fields, "enabledRules", "enabledCategories"),
        only_enabled=fields.get("enabledOnly", "").lower() in ("true", "yes"),
    )


def _names(fields: Mapping[str, str], *lists: str) -> frozenset[str]:
    return frozenset(name.strip().upper() for one in lists for name in fields.get(one, "").split(",") if name.strip())


def _findings(desk: Desk, text: str, wanted: _Wanted) -> list[tuple[Span, Finding]]:
    """Returns the findings with their places in the text as it came, in its order."""
    if primary(wanted.language) == primary(desk.source_language) and wanted.source is None:
        # The language that drafts are translated from has checks that compare it, and none of its own.
        return []
    found = []
    for start, line in _paragraphs(text, whole=wanted.source is not None):
        composed = Composition(line)
        pair = Pair(1, composed.text, wanted.source)
        for finding in desk.checked([pair], wanted.source_language, wanted.language):
            if finding.waived or not wanted.wants(finding):
                continue
            place = composed.original(finding.target_span or Span(0, len(composed.text)))
            if place.start < place.end:
                found.append((Span(start + place.start, start + place.end), finding))
    return sorted(found, key=lambda one: (one[0].start, -one[1].level.gravity, one[0].end))


def _paragraphs(text: str, *, whole: bool) -> Iterator[tuple[int, str]]:
    """Yields each paragraph with where it begins; a translation with its source is one."""
    if whole:
        yield 0, text
        return
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, line
        start += len(line) + 1


def _answer(text: str, wanted: _Wanted, found: Sequence[tuple[Span, Finding]], reader: Reader) -> dict[str, Any]:
    places = _Places(text)
    sentences = list(_sentences(text, wanted.language))
    name = name_of(wanted.language)
    return {
        "software": _SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": {
            "name": name,
            "code": wanted.language,
            "detectedLanguage": {"name": name, "code": wanted.language, "confidence": 1.0, "source": "tmtool"},
        },
        "matches": [_match(text, place, one, sentences, places, wanted, reader) for place, one in found],
        "sentenceRanges": [[places.of(one.start), places.of(one.end)] for one in sentences],
    }


def _match(
    text: str,
    place: Span,
    finding: Finding,
    sentences: Sequence[Span],
    places: _Places,
    wanted: _Wanted,
    reader: Reader,
) -> dict[str, Any]:
    start, end = places.of(place.start), places.of(place.end)
    before, after = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    name, described = _category(finding.check)
    message = reader.read(finding.message)
    if wanted.source is not None and finding.suggestion:
        # OmegaT takes what is in quotes after a colon for what to put there.
        message = f'{message}: "{finding.suggestion}"'
    return {
        "message": message,
        "shortMessage": reader.read_fixed(get(finding.check).summary),
        "replacements": [{"value": finding.suggestion}] if finding.suggestion is not None else [],
        "offset": start,
        "length": end - start,
        "context": {
            "text": text[before:after],
            "offset": start - places.of(before),
            "length": end - start,
        },
        "sentence": next((one.of(text) for one in sentences if one.start <= place.start < one.end), text),
        "type": {"typeName": _TYPES.get(name, "Other")},
        "rule": {
            "id": _rule(finding),
            "description": reader.read_fixed(get(finding.check).summary),
            "issueType": finding.its_type,
            "category": {"id": name, "name": described},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


class _Places:
    """A `_Places` counts places of a text in UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._large = [place for place, sign in enumerate(text) if sign > "\uffff"]

    def of(self, place: int) -> int:
        """Returns the place of a code point."""
        return place + bisect_right(self._large, place - 1)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _sentences(text: str, language: str) -> Iterator[Span]:
    for start, line in _paragraphs(text, whole=False):
        for span in split(line, language):
            yield Span(start + span.start, start + span.end)


def _rule(finding: Finding) -> str:
    return finding.check.upper().replace("-", "_")


def _category(check: str) -> tuple[str, str]:
    name = check.partition("-")[0]
    return _CATEGORIES.get(name, (name.upper(), name.capitalize()))


def _languages() -> list[dict[str, str]]:
    return [{"name": name_of(tag), "code": tag, "longCode": tag} for tag in supported()]
