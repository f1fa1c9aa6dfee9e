"""Writes the URLs that a home is opened by: as they may be shown, and for another schema of the same database."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from tmtool.errors import DatabaseError
from tmtool.model.wording import say

_SECRET = ("password", "sslpassword")
_HIDDEN = "***"


def named(url: str) -> str:
    """Returns a URL as it may be shown: without its password. Raises DatabaseError for one whose password cannot be
    told from the rest."""
    scheme, rest, path, query, fragment = urlsplit(url)
    user, at, host = rest.rpartition("@")
    if "@" in user or "@" in path or "@" in fragment:
        raise DatabaseError(
            say("the URL of the database has an @ too many"),
            say("write such a sign in a password by its code, '%40' for @"),
        )
    name, colon, _ = user.partition(":")
    values = [(key, _HIDDEN if key in _SECRET else value) for key, value in parse_qsl(query, keep_blank_values=True)]
    kept = urlencode(values, quote_via=quote, safe="*/")
    return urlunsplit((scheme, f"{name}{f':{_HIDDEN}' if colon else ''}{at}{host}", path, kept, fragment))


def in_schema(url: str, schema: str) -> str:
    """Returns the URL of the home in another schema of the same database."""
    scheme, host, path, query, fragment = urlsplit(url)
    values = dict(parse_qsl(query, keep_blank_values=True))
    values["options"] = f"{values.get('options', '')} -csearch_path={schema}".strip()
    return urlunsplit((scheme, host, path, urlencode(values, quote_via=quote), fragment))
