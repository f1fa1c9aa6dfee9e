"""Who asks, in which language do they read, what may they do, and below which address do they find the pages?"""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from tmtool.errors import UsageError
from tmtool.model.wording import say
from tmtool.present.reader import Reader
from tmtool.tasks.tokens import Right
from tmtool.web.speaking import reader_of


class ForbiddenError(UsageError):
    """A `ForbiddenError` says that somebody may not do what they ask for."""


@dataclass(frozen=True, slots=True)
class Person:
    """A `Person` is who was let in: the name on their token, empty without one, what they may do, and which memories
    they see, None for all."""

    name: str = ""
    right: Right = Right.READ
    memories: frozenset[str] | None = None

    def require(self, wanted: Right) -> None:
        """Raises ForbiddenError unless they may do what needs that right."""
        if not self.right.allows(wanted):
            raise ForbiddenError(
                say("you may only {right} here", right=say("propose") if self.right is Right.PROPOSE else say("read")),
                say("ask who runs this server for a token with the right to {wanted}", wanted=_said(wanted)),
            )


def _said(right: Right) -> str:
    return say("write") if right is Right.WRITE else say("propose")


class Guest(Reader):
    """A `Guest` is somebody who reads pages: a reader, with who they are."""

    def __init__(self, language: str, person: Person, root: str = "") -> None:
        super().__init__(language)
        self.person = person
        self.root = root

    def may(self, wanted: Right) -> bool:
        """Tells whether they may do what needs that right."""
        return self.person.right.allows(wanted)

    def at(self, path: str) -> str:
        """Returns the address of a page of this server, as their browser knows it."""
        return self.root + path


def guest_of(request: Request) -> Guest:
    """Returns who asks."""
    return Guest(reader_of(request), person_of(request), request.state.root)


def person_of(request: Request) -> Person:
    """Returns who was let in."""
    person = request.state.person
    assert isinstance(person, Person)
    return person


def is_person(request: Request) -> bool:
    """Tells whether somebody asks for a page, not a program."""
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")
