"""Does an XML file have the elements and attributes that its standard asks for, in their order?

A format says so in a table, ``structure.tsv``: a row an element, with its attributes (``name``; ``name!`` where it must
be there; ``name=a|b`` for the values there are) and its content (the elements in the signs of a DTD: ``?``, ``*``,
``+``, ``|``; ``#text`` where there may be text between them, ``any`` for what is not looked at). The file is read in a
stream: of what is over only the names of elements are kept, so that memory stays flat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import regex  # type: ignore[import-untyped]
from lxml import etree

from tmtool.formats.inline import attribute_name
from tmtool.formats.problems import Problem
from tmtool.formats.xml_reading import elements, line_of, local_name, namespace_of
from tmtool.model.wording import say

_MOST_SHOWN = 12
"""No more names than that are listed in a message."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A `Rule` says what an element may have: its attributes with their values, and its content; None is for any."""

    attributes: Mapping[str, frozenset[str] | None]
    required: tuple[str, ...]
    content: str | None
    has_text: bool


@dataclass(frozen=True, slots=True)
class Structure:
    """A `Structure` is the table of a standard. `entries` are the elements that are forgotten when they are over.

    Where `is_open`, elements and attributes of other namespaces than those named may be anywhere. `same` gives the name
    by which an element is in the table.
    """

    package: str
    table: str
    entries: tuple[str, ...]
    namespaces: frozenset[str]
    is_open: bool = False
    same: Callable[[etree._Element], str] = local_name

    def rules(self) -> Mapping[str, Rule]:
        """Returns the rules by the name of the element."""
        return _rules(self.package, self.table)


@cache
def _rules(package: str, table: str) -> Mapping[str, Rule]:
    text = files(package).joinpath(table).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
    return {name: _rule(attributes, content) for name, attributes, content in rows}


def _rule(attributes: str, content: str) -> Rule:
    known: dict[str, frozenset[str] | None] = {}
    required = []
    for written in attributes.split():
        name, _, values = written.partition("=")
        if name.endswith("!"):
            name = name[:-1]
            required.append(name)
        known[name] = frozenset(values.split("|")) if values else None
    if content == "any":
        return Rule(known, tuple(required), None, has_text=True)
    names = content.removeprefix("#text").strip()
    return Rule(known, tuple(required), names, has_text=content.startswith("#text"))


@dataclass(slots=True)
class _Open:
    """An `_Open` is an element that is being read, with the names of those in it: of more than two alike in a row
    two."""

    element: etree._Element
    name: str
    line: int | None
    content: list[tuple[str, int | None]] = field(default_factory=list)

    def add(self, name: str, line: int | None) -> None:
        """Takes an element."""
        if [one for one, _ in self.content[-2:]] != [name, name]:
            self.content.append((name, line))


def problems_of_structure(
    path: Path, structure: Structure, of_element: Callable[[etree._Element, Sequence[str]], Iterator[Problem]]
) -> Iterator[Problem]:
    """Yields what is against the structure, and what `of_element` says of each element that is complete, which is
    given the names of those around it.

    Raises InputError at the line where the XML breaks off.
    """
    rules = structure.rules()
    around: list[_Open] = []
    for event, element in elements(path, ("*",), ("start", "end"), forget=structure.entries):
        if event == "start":
            own = structure.same(element) if _is_own(element, structure) else ""
            line = line_of(element)
            if around and (own or not structure.is_open):
                around[-1].add(own or local_name(element), line)
            around.append(_Open(element, own, line))
            if own:
                yield from _problems_of_attributes(element, own, rules.get(own), structure)
        else:
            done = around.pop()
            if done.name and (rule := rules.get(done.name)) is not None:
                yield from _problems_of_content(done, rule, structure)
            if done.name:
                yield from of_element(element, [one.name for one in around])


def _is_own(element: etree._Element, structure: Structure) -> bool:
    return namespace_of(element) in structure.namespaces


def _problems_of_attributes(
    element: etree._Element, name: str, rule: Rule | None, structure: Structure
) -> Iterator[Problem]:
    if rule is None or (rule.content is None and not rule.attributes):
        return
    line = line_of(element)
    written = {attribute_name(element, str(key)): str(value) for key, value in element.items()}
    for attribute in rule.required:
        if attribute not in written:
            yield Problem(
                "attribute-missing",
                say("<{name}> has no {attribute}", name=name, attribute=attribute),
                _remedy_for(rule, attribute),
                line,
            )
    for attribute, value in written.items():
        if attribute not in rule.attributes:
            if structure.is_open and ":" in attribute:
                continue
            yield Problem(
                "attribute-unknown",
                say("<{name}> may not have the attribute {attribute}", name=name, attribute=attribute),
                say("take it out; known are {names}", names=_listed(rule.attributes)),
                line,
            )
            continue
        values = rule.attributes[attribute]
        if values is not None and value not in values and not (structure.is_open and value.startswith("x-")):
            yield Problem(
                "attribute-value",
                say(
                    "{attribute}={value!r} of <{name}> is not a value it may have",
                    attribute=attribute,
                    value=value[:60],
                    name=name,
                ),
                say("write one of {names}", names=_listed(values)),
                line,
            )


def _remedy_for(rule: Rule, attribute: str) -> str:
    values = rule.attributes[attribute]
    if values:
        return say("add it, with one of {names}", names=_listed(values))
    return say("add it")


def _problems_of_content(done: _Open, rule: Rule, structure: Structure) -> Iterator[Problem]:
    if rule.content is None:
        return
    known = structure.rules()
    if not rule.has_text and (text := _own_text(done.element)):
        yield Problem(
            "text-misplaced",
            say("text is directly in <{name}>: {text!r}", name=done.name, text=text[:40]),
            say("put it into the element that it belongs to"),
            done.line,
        )
    names = [name for name, _ in done.content]
    expression = _compiled(rule.content)
    if expression.fullmatch("".join(f"{name} " for name in names)):
        return
    fitting = _fitting(expression, names)
    if fitting == len(names):
        wanted = [
            name for name in known if expression.fullmatch("".join(f"{one} " for one in (*names, name)), partial=True)
        ]
        yield Problem(
            "element-missing",
            say("<{name}> is incomplete: something is missing in it", name=done.name),
            say("add {names}", names=_listed(f"<{name}>" for name in wanted)),
            done.line,
        )
        return
    name, line = done.content[fitting]
    if name not in known:
        yield Problem(
            "element-unknown",
            say("<{name}> is not known in <{around}>", name=name, around=done.name),
            say("take it out, or write what it says in an element of the standard"),
            line,
        )
        return
    yield Problem(
        "element-order",
        say("<{name}> may not be here in <{around}>", name=name, around=done.name),
        say("the order is: {content}", content=rule.content),
        line,
    )


def _own_text(element: etree._Element) -> str:
    parts = [element.text or "", *(child.tail or "" for child in element)]
    return " ".join("".join(parts).split())


@cache
def _compiled(content: str) -> Any:
    """Returns the expression of a content over the names of elements, each followed by a space."""
    signs = regex.findall(r"[\w-]+|[()|?*+]", content)
    return regex.compile("".join("(?:" if one == "(" else one if one in ")|?*+" else f"(?:{one} )" for one in signs))


def _fitting(expression: Any, names: Sequence[str]) -> int:
    """Returns how many of the names, from the first, may be there in this order."""
    low, high = 0, len(names)
    while low < high:
        middle = (low + high + 1) // 2
        if expression.fullmatch("".join(f"{name} " for name in names[:middle]), partial=True):
            low = middle
        else:
            high = middle - 1
    return low


def _listed(names: object) -> str:
    some = sorted(map(str, names))  # type: ignore[call-overload]
    more = ", …" if len(some) > _MOST_SHOWN else ""
    return ", ".join(some[:_MOST_SHOWN]) + more
