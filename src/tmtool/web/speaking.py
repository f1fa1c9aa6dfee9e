"""In which language does the person at the other end read? By what the question says, else by what their browser asks
for (RFC 9110, 12.5.4), else by what the server was told: programs ask for none."""

from __future__ import annotations

from starlette.requests import Request

from tmtool.present.catalogues import languages

PARAMETER = "ui"
COOKIE = "ui"


def reader_of(request: Request) -> str:
    """Returns the language to speak in, one of those of the catalogues."""
    named = request.query_params.get(PARAMETER) or request.cookies.get(COOKIE, "")
    if named in languages():
        return named
    return _preferred(request.headers.get("accept-language", ""), request.app.state.language)


def _preferred(header: str, otherwise: str) -> str:
    """Returns the language that a header of a browser wants most among those there are."""
    wanted = []
    for place, part in enumerate(header[:1000].split(",")):
        tag, _, weight = part.strip().partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            continue
        wanted.append((-quality, place, tag.partition("-")[0].lower()))
    return next((tag for quality, _, tag in sorted(wanted) if tag in languages() and quality < 0), otherwise)
