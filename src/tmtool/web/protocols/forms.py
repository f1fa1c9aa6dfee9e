"""Reads what clients send: fields of a form in the address and in the body, whatever the body says that it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request

MOST_FIELDS = 100


class NoFormError(ValueError):
    """A `NoFormError` is a body that is no form."""


async def fields_of(request: Request) -> dict[str, str]:
    """Returns the fields of the address and of the body, of one named twice the last. A body that is an object of JSON
    counts as a form; LTeX sends a form and says that it is JSON. Raises NoFormError."""
    found = dict(request.query_params.items())
    body = await request.body() if request.method != "GET" else b""
    try:
        text = body.decode("utf-8")
        if text.lstrip().startswith("{"):
            found.update(_of_json(text))
        elif text:
            found.update(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict"))
    except (ValueError, RecursionError) as error:
        raise NoFormError("the body is no form in UTF-8") from error
    return {name: value for name, value in found.items() if value.isprintable() or _is_text(value)}


def _of_json(text: str) -> Mapping[str, str]:
    values = json.loads(text)
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in values.items()}


def _is_text(value: str) -> bool:
    return not any("\ud800" <= sign <= "\udfff" for sign in value)
