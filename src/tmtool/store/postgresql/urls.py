"""Writes the URLs that a home is opened by: as they may be shown, and for another schema of the same database."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from tmtool.errors import DatabaseError
from tmtool.model.wording import say

_SECRET = ("password", "sslpassword")
_HIDDEN = "***"


def named(url: str) -> str:
    """Returns a URL as it may be shown: without its password. Raises DatabaseError for one whose password cannot be
    told from the rest."""
    scheme, rest, path, query, fragment = urlsplit(url)
    user, at, host = rest.rpartition("@")
    if "@" in user or "@" in path or fragment:
        raise DatabaseError(
            say("the URL of the database has an @ or # too many"),
            say("write such a sign in a password by its code, '%40' for @"),
        )
    name, colon, _ = user.partition(":")
    values = [(key, _HIDDEN if key in _SECRET else value) for key, value in parse_qsl(query, keep_blank_values=True)]
    kept = urlencode(values, quote_via=quote, safe="*/")
    return _url(scheme, f"{name}{f':{_HIDDEN}' if colon else ''}{at}{host}", path, kept)


def in_schema(url: str, schema: str) -> str:
    """Returns the URL of the home in another schema of the same database."""
    scheme, host, path, query, _ = urlsplit(url)
    values = dict(parse_qsl(query, keep_blank_values=True))
    values["options"] = f"{values.get('options', '')} -csearch_path={schema}".strip()
    return _url(scheme, host, path, urlencode(values, quote_via=quote))


def _url(scheme: str, host: str, path: str, query: str) -> str:
    return f"{scheme}://{host}{path}{f'?{query}' if query else ''}"
