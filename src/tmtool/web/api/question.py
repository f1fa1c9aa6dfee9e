"""Defines what a question of the interface is: its address, what may be asked, and the shape of the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from tmtool.errors import UsageError
from tmtool.languages.tags import canonical, is_tag
from tmtool.model import UnitFilter
from tmtool.model.wording import say
from tmtool.tasks.tokens import Right

if TYPE_CHECKING:
    from tmtool.present.reader import Reader
    from tmtool.web.desk import Desk

MOST_CHARACTERS = 20_000
"""Of a text that is asked about."""


class Kind(Enum):
    """A `Kind` is what the value of a parameter is."""

    TEXT = "string"
    NUMBER = "integer"
    FLAG = "boolean"
    LANGUAGE = "language"
    TEXTS = "array"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A `Parameter` is something that may be asked for. Without `default` it must be; a number is from `least` to
    `most`, a text has at most `most` characters, and of texts there are at most so many."""

    name: str
    about: str
    kind: Kind = Kind.TEXT
    default: object = None
    required: bool = False
    least: int = 0
    most: int = MOST_CHARACTERS

    def read(self, given: object) -> object:
        """Returns the value given, as text in an address or as a value of JSON; raises UsageError for one that cannot
        be."""
        if self.kind is Kind.NUMBER:
            return self._number(given)
        if self.kind is Kind.FLAG:
            return self._flag(given)
        if self.kind is Kind.TEXTS:
            return self._texts(given)
        if not isinstance(given, str):
            raise UsageError(say("“{name}” is no text", name=self.name), self.about)
        if self.kind is Kind.LANGUAGE:
            if not is_tag(given):
                raise UsageError(say("{value!r} is not a language tag such as fr or fr-CA", value=given[:40]))
            return canonical(given)
        return self._text(given)

    def _text(self, given: str) -> str:
        if len(given) > self.most:
            raise UsageError(say("“{name}” has more than {most} characters", name=self.name, most=self.most))
        # What is no character stands for nothing that a memory could hold.
        return given.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")

    def _number(self, given: object) -> int:
        # In JSON 80.0 is the whole number 80 (JSON Schema, 6.1.1).
        text = str(int(given)) if isinstance(given, float) and given.is_integer() else str(given)
        if isinstance(given, bool) or not (text.isascii() and text.isdigit() and len(text) < 20):
            raise UsageError(say("“{name}” is no whole number", name=self.name), self.about)
        if not self.least <= int(text) <= self.most:
            raise UsageError(
                say("“{name}” is from {least} to {most}", name=self.name, least=self.least, most=self.most)
            )
        return int(text)

    def _flag(self, given: object) -> bool:
        known: Mapping[str, bool] = {"true": True, "1": True, "false": False, "0": False}
        if str(given).lower() not in known:
            raise UsageError(say("“{name}” is true or false", name=self.name), self.about)
        return known[str(given).lower()]

    def _texts(self, given: object) -> list[str]:
        if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
            raise UsageError(say("“{name}” is no list of texts", name=self.name), self.about)
        if len(given) > self.most:
            raise UsageError(say("“{name}” has more than {most} texts", name=self.name, most=self.most))
        return [Parameter(self.name, self.about)._text(one) for one in given]


@dataclass(frozen=True, slots=True)
class Asked:
    """An `Asked` is one question as it came: the values by the names of its parameters, who reads
    the answer, and the name of who asks."""

    values: Mapping[str, object]
    reader: Reader
    by: str = ""

    def text(self, name: str) -> str:
        """Returns a text."""
        value = self.values[name]
        assert isinstance(value, str)
        return value

    def text_or_none(self, name: str) -> str | None:
        """Returns a text, None where it was not given."""
        return None if self.values[name] is None else self.text(name)

    def number(self, name: str) -> int:
        """Returns a number."""
        value = self.values[name]
        assert isinstance(value, int)
        return value

    def flag(self, name: str) -> bool:
        """Returns whether something is wanted."""
        return self.values[name] is True

    def texts(self, name: str) -> list[str]:
        """Returns a list of texts."""
        value = self.values[name]
        assert isinstance(value, list)
        return value


@dataclass(frozen=True, slots=True)
class Question:
    """A `Question` is what can be asked at an address, by who has the `right` to: by GET with its parameters there, by
    POST with an object of JSON. `answer` works it out, in a thread; `shape` is the type of the answer. One that takes
    long has the threads of documents."""

    path: str
    summary: str
    answer: Callable[[Desk, Asked], Mapping[str, object]]
    shape: type
    parameters: tuple[Parameter, ...] = ()
    method: str = "GET"
    is_long: bool = field(default=False)
    right: Right = Right.READ

    def read(self, given: Mapping[str, Any]) -> Mapping[str, object]:
        """Returns the values of all parameters; raises UsageError for what is missing, wrong or unknown."""
        known = {one.name for one in self.parameters}
        unknown = next((name for name in given if name not in known), None)
        if unknown is not None:
            raise UsageError(
                say("“{name}” cannot be asked for here", name=unknown[:40]),
                say("there are {known}", known=", ".join(sorted(known))),
            )
        missing = next((one for one in self.parameters if one.required and one.name not in given), None)
        if missing is not None:
            raise UsageError(say("“{name}” is missing", name=missing.name), missing.about)
        return {one.name: one.read(given[one.name]) if one.name in given else one.default for one in self.parameters}


def languages_asked() -> tuple[Parameter, Parameter]:
    """Returns the parameters by which a question names its languages."""
    return (
        Parameter("source_language", "the language translated from, as a tag; told from the text if it is not given",
                  Kind.LANGUAGE),
        Parameter("target_language", "the language translated into, as a tag", Kind.LANGUAGE),
    )  # fmt: skip


def filter_asked() -> tuple[Parameter, ...]:
    """Returns the parameters by which a question is limited to some units."""
    return (
        Parameter("memory", "the memory that units are of", default="", most=500),
        Parameter("body", "how the symbols of their documents begin", default="", most=500),
        Parameter("since", "the first day that they may be dated, as in 2030-09-11", default="", most=10),
        Parameter("until", "the last day that they may be dated", default="", most=10),
        Parameter("status", "draft, translated, approved or superseded", default="", most=20),
    )


def filter_of(asked: Asked) -> UnitFilter | None:
    """Returns which units a question is limited to, None where it is not."""
    wanted = UnitFilter(*map(asked.text, ("memory", "body", "since", "until", "status")))
    return None if wanted == UnitFilter() else wanted
