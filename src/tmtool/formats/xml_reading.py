"""Reads XML from outside in a stream and without trust.

It uses no network, no DTD and no entities (XML 1.0, section 4.1, is what bombs are made of), libxml2's
limits on depth and text size left on, memory flat: each element is forgotten once it was handed out.
Elements are known by their local name, since tools disagree about namespaces.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from tmtool.errors import InputError, said_by
from tmtool.model.wording import say

_AS_DECLARED = say("save the file in the encoding it declares, best as UTF-8")
_FALSE_UTF16 = re.compile(rb"<\?xml[^>]*encoding=[\"']utf-?16", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
_BOMB = "entity amplification"
"""What libxml2 says of entities that grow beyond its bounds, which newer versions find before the first element."""
_REMEDIES = (
    ("Namespace prefix", say("declare this prefix on the root element, or export the file again")),
    ("Char 0x0", say("remove this control character; XML allows none")),
    ("Char value", say("remove this control character; XML allows none")),
    ("encoding", _AS_DECLARED),
    ("UTF-8", _AS_DECLARED),
    ("Premature end", say("the file is cut off: export or copy it again")),
    ("Entity", say("write the character itself")),
    ("too long", say("one text is longer than 10 million bytes: take it out of the file")),
    ("depth", say("the elements are nested too deeply: export the file again")),
)


def local_name(element: etree._Element) -> str:
    """Returns the name of an element without its namespace; "" for a comment or an entity."""
    return _without_namespace(element.tag)


def namespace_of(element: etree._Element) -> str:
    """Returns the namespace of an element, "" for none, and for a comment or an entity."""
    return element.tag[1:].partition("}")[0] if isinstance(element.tag, str) and element.tag[:1] == "{" else ""


@lru_cache(maxsize=1024)
def _without_namespace(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Returns names (with the namespace in braces) and values of the attributes, in the order of the file."""
    return dict(element.items())  # type: ignore[arg-type]  # lxml gives bytes for nothing but Python 2


def value_of(element: etree._Element | None, name: str = "val") -> str | None:
    """Returns an attribute by its local name."""
    if element is None:
        return None
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), None)


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """Returns the descendant reached through first children of these local names."""
    for name in names:
        if element is None:
            return None
        element = element.find(f"{{*}}{name}")
    return element


def whole_number(written: str | None) -> int | None:
    """Returns the number that an attribute holds in digits 0 to 9, at most nine of them, or None for anything else."""
    return int(written) if written is not None and _WHOLE_NUMBER.fullmatch(written) else None


def line_of(element: etree._Element) -> int | None:
    """Returns the line of the file on which the element starts, from 1."""
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def elements(
    path: Path, names: Sequence[str], events: Sequence[str], *, forget: Container[str] | None = None
) -> Iterator[tuple[str, etree._Element]]:
    """Yields the events (``start``, ``end``) of the elements with these local names, in the order of the file.

    An element is complete at its ``end`` and emptied when the next event is asked for, of those to `forget` if not
    all are. InputError names the line of the first thing that is not well-formed, or that declares entities.
    """
    try:
        with path.open("rb") as stream:
            yield from _events(stream, names, events, path, forget)
    except OSError as error:
        raise InputError(
            say("cannot be read ({problem})", problem=said_by(error)), say("check the name and its rights"), path=path
        ) from error


def _events(
    stream: BinaryIO, names: Sequence[str], kinds: Sequence[str], path: Path, forget: Container[str] | None
) -> Iterator[tuple[str, etree._Element]]:
    events = etree.iterparse(
        stream,
        events=kinds,
        tag=["{*}" + name for name in names],
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        load_dtd=False,
        resolve_entities=False,
        huge_tree=False,
    )
    checked = False
    try:
        for event, element in events:
            if not checked:
                _refuse_entities(element, path)
                checked = True
            yield event, element
            if event == "end" and (forget is None or local_name(element) in forget):
                _forget(element)
    except etree.XMLSyntaxError as error:
        raise _problem(error, events, path) from error


def _refuse_entities(element: etree._Element, path: Path) -> None:
    doctype = element.getroottree().docinfo.internalDTD
    if doctype is not None and list(doctype.entities()):  # type: ignore[attr-defined]  # the stubs lack it
        raise _of_entities(path)


def _of_entities(path: Path) -> InputError:
    return InputError(
        say("the DOCTYPE declares entities, which is not safe to read"),
        say("write the text itself in place of the entities and remove the DOCTYPE"),
        path=path,
        line=2,
    )


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def _problem(error: etree.XMLSyntaxError, events: Any, path: Path) -> InputError:
    with path.open("rb") as stream:
        declaration = _FALSE_UTF16.match(stream.read(200))
    if declaration:
        return InputError(say("the file declares UTF-16 but is in another encoding"), _AS_DECLARED, path=path, line=1)
    # The log has the cause and its line also where lxml reports only what followed from it.
    first = next(iter(events.error_log.filter_from_errors()), None)
    message, line = (str(first.message), first.line) if first else (error.msg or "unreadable", error.lineno)
    if _BOMB in message:
        return _of_entities(path)
    remedy = next(
        (text for sign, text in _REMEDIES if sign in message), say("export the file again, or repair this line")
    )
    message = " ".join(message.split()).partition(", try ")[0]
    return InputError(say("not well-formed XML: {message}", message=message), remedy, path=path, line=line or None)
