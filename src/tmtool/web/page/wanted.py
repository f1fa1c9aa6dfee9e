"""What does a person ask for on the page, and at which address is it asked for again?"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tmtool.languages import supported
from tmtool.languages.direction import direction_of
from tmtool.model import Status, UnitFilter
from tmtool.web.api.question import MOST_CHARACTERS
from tmtool.web.desk import Desk

if TYPE_CHECKING:
    from starlette.requests import Request

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A `Wanted` is what a person asks for: a text, from which language (`named`, "" as the text tells) into which
    (`into`, "" for the other one), and of which units; `rendering` is the translation that the units shown must
    have."""

    text: str
    named: str
    into: str
    source_language: str
    target_language: str
    only: UnitFilter
    rendering: str = ""

    @classmethod
    def of(cls, request: Request, desk: Desk) -> Wanted:
        """Reads it from an address; what cannot be asked is left out."""
        given = request.query_params
        written = _plain(given.get("q", ""))
        # What the database holds may not have been counted yet: a link names its languages all the same.
        known = {*desk.languages(), *supported()}
        named, into = (one if one in known else "" for one in (given.get("from", ""), given.get("into", "")))
        source, target = _between(written, named, into, (desk.source_language, desk.target_language))
        status = given.get("status", "")
        only = UnitFilter(
            memory=_plain(given.get("memory", "")),
            body=_plain(given.get("body", "")).strip(),
            **{name: day if _DAY.fullmatch(day := given.get(name, "")) else "" for name in ("since", "until")},
            status=status if status in tuple(Status) else "",
        )
        return cls(written, named, into if into == target else "", source, target, only, given.get("as", ""))

    @property
    def filter(self) -> UnitFilter | None:
        """Returns the filter where it leaves anything out."""
        return None if self.only == UnitFilter() else self.only

    def address(self, path: str = "/") -> str:
        """Returns the address at which this is asked for again."""
        given = {"q": self.text, "from": self.named, "into": self.into, "as": self.rendering, **asdict(self.only)}
        kept = {name: value for name, value in given.items() if value}
        return f"{path}?{urlencode(kept)}" if kept else path


def _plain(given: str) -> str:
    return given[:MOST_CHARACTERS].replace("\0", "")


def _between(written: str, named: str, into: str, pair: tuple[str, str]) -> tuple[str, str]:
    """Returns between which languages a text is looked up, of which some may be named."""
    if named and into and named != into:
        return named, into
    if named:
        return named, next(one for one in reversed(pair) if one != named)
    other = next(one for one in pair if one != into)
    return direction_of(written, *((other, into) if into and into != pair[0] else pair), into)
