"""Answers the programs of translators in the protocols that they speak: one file a protocol.

What each client sends, and what it cannot bear, is told in each file; the requests are those of the clients' own code.
"""

from __future__ import annotations

from starlette.routing import Route

from tmtool.web.desk import Desk
from tmtool.web.protocols import amagama, apertium, languagetool, libretranslate, mymemory


def routes(desk: Desk, *, echo: bool) -> list[Route]:
    """Returns the addresses of all protocols; that of LibreTranslate with `echo` only."""
    every = (languagetool, amagama, apertium, mymemory)
    return [route for one in every for route in one.routes(desk)] + (libretranslate.routes(desk) if echo else [])
