"""Writes the inline codes of a text as those of XLIFF 2.1, whatever vocabulary they come in.

What is XLIFF 2.x stays as it came. Codes of 1.2 and TMX become the code of the same kind (XLIFF 2.1, sections 4.2.3 and
4.7.2): ``g`` is ``pc``, halves of a pair are ``sc`` and ``ec``, ``isolated`` where the other half is in another text,
``hi`` is ``mrk``, all else is ``ph``; native code is in the ``originalData`` of the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from tmtool.formats.inline import append_text, parsed
from tmtool.formats.xliff import names
from tmtool.formats.xliff.validating import STRUCTURE_2
from tmtool.formats.xml_reading import attributes_of, local_name
from tmtool.formats.xml_writing import legal
from tmtool.model import Variant

NMTOKEN = re.compile(r"[\w.:-]+", re.ASCII)
_EARLIER = frozenset({"g", "x", "bx", "ex", "bpt", "ept", "it", "sub", "ut", "hi"})
"""The codes of 1.2 and TMX that 2.x has not."""
_REFERENCES = frozenset({"dataRef", "dataRefStart", "dataRefEnd"})
_BEGINS, _ENDS = frozenset({"bpt", "bx"}), frozenset({"ept", "ex"})
_TYPES = {"term": "term", "x-tmtool": "generic"}


def is_version_2(markup: str, markup_format: str) -> bool:
    """Tells whether the codes of a text are those of XLIFF 2.x."""
    content = parsed(markup, names.namespaces()) if markup_format == "xliff" else None
    return content is not None and not any(_is_earlier(one) for one in content.iterdescendants())


def _is_earlier(element: etree._Element) -> bool:
    name = local_name(element)
    return name in _EARLIER or "mtype" in element.attrib or (name == "ph" and bool(element.text or len(element)))


class Codes:
    """`Codes` are the inline codes of one unit as they are written. `data` is the native code that its codes refer to,
    by id."""

    def __init__(self, data: Mapping[str, str]) -> None:
        self.data = dict(data)
        """The native code by its id, to which that of the texts is added."""
        self._names: dict[str, str] = {native: identity for identity, native in reversed(self.data.items())}
        self._ids: dict[tuple[str, str], str] = {}
        self._given: set[str] = set()

    def fill(self, element: etree._Element, variant: Variant) -> None:
        """Fills an empty ``source`` or ``target``, elements without namespace."""
        content = parsed(legal(variant.markup), names.namespaces()) if variant.markup else None
        if content is None:
            element.text = legal(variant.text)
        elif is_version_2(variant.markup, variant.markup_format):
            self._copy(content, element)
        else:
            _Converting(self, content).copy(content, element)

    def _copy(self, source: etree._Element, target: etree._Element) -> None:
        append_text(target, source.text)
        rules = STRUCTURE_2.rules()
        for child in source:
            name = local_name(child)
            known = rules[name].attributes if name in rules else {}
            given = {
                key: value
                for key, value in attributes_of(child).items()
                if (key in known or key.startswith("{")) and (key not in _REFERENCES or value in self.data)
            }
            self._copy(child, etree.SubElement(target, name, given))
            append_text(target, child.tail)

    def reference(self, native: str) -> str:
        """Returns the id of a piece of native code."""
        if native not in self._names:
            number = len(self.data) + 1
            while f"d{number}" in self.data:
                number += 1
            self.data[f"d{number}"] = native
            self._names[native] = f"d{number}"
        return self._names[native]

    def identity(self, kind: str, key: str, taken: set[str]) -> str:
        """Returns the id of a code, in the source and the target the same if it was so; `taken` are those of the text
        so far."""
        found = self._ids.get((kind, key), "")
        if not found or found in taken:
            number = len(self._given) + 1
            found = key if NMTOKEN.fullmatch(key) and key not in self._given else f"c{number}"
            while found in self._given:
                number += 1
                found = f"c{number}"
            self._ids[kind, key] = found
            self._given.add(found)
        taken.add(found)
        return found


class _Converting:
    """A `_Converting` is one text whose codes are those of 1.2 or TMX."""

    def __init__(self, codes: Codes, content: etree._Element) -> None:
        self._codes = codes
        self._taken: set[str] = set()
        self._nameless = 0
        self._begun: dict[str, str] = {}
        self._ended = {_pair(one) for one in content.iter() if local_name(one) in _ENDS}

    def copy(self, source: etree._Element, target: etree._Element) -> None:
        """Appends the content of an element."""
        append_text(target, source.text)
        for child in source:
            name = local_name(child)
            if name in ("g", "pc"):
                self.copy(child, etree.SubElement(target, "pc", id=self._identity("pc", child)))
            elif name in ("mrk", "hi"):
                self.copy(child, etree.SubElement(target, "mrk", dict(self._annotation(child))))
            elif name:
                kind = "sc" if name in _BEGINS or _opens(child) else "ec" if name in _ENDS or name == "it" else "ph"
                etree.SubElement(target, kind, dict(self._attributes(kind, child)))
            append_text(target, child.tail)

    def _identity(self, kind: str, element: etree._Element) -> str:
        key = element.get("mid") if kind == "mrk" else element.get("id") or element.get("x") or element.get("i")
        if not key:
            # The third code without an id is the same as the third one of the other text.
            self._nameless += 1
            key = f"nameless {self._nameless}"
        return self._codes.identity(kind, key, self._taken)

    def _attributes(self, kind: str, element: etree._Element) -> Iterator[tuple[str, str]]:
        pair = _pair(element)
        is_alone = local_name(element) == "it"
        if kind == "ec" and not is_alone and pair in self._begun:
            yield "startRef", self._begun[pair]
        else:
            identity = self._identity(kind, element)
            yield "id", identity
            if kind == "sc" and not is_alone:
                self._begun[pair] = identity
            if kind == "ec" or (kind == "sc" and (is_alone or pair not in self._ended)):
                yield "isolated", "yes"
        shown = element.get("equiv-text")
        if shown is not None:
            yield "equiv", shown
        native = "".join(str(part) for part in element.itertext())
        if native:
            yield "dataRef", self._codes.reference(native)

    def _annotation(self, element: etree._Element) -> Iterator[tuple[str, str]]:
        kind = element.get("mtype") or element.get("type") or ""
        yield "id", self._identity("mrk", element)
        if kind == "protected":
            yield "translate", "no"
        elif kind:
            yield "type", _TYPES.get(kind) or f"tmtool:{'-'.join(kind.split())}"


def _pair(element: etree._Element) -> str:
    """Returns by what the halves of a pair belong together."""
    return element.get("rid") or element.get("i") or element.get("id") or ""


def _opens(element: etree._Element) -> bool:
    return local_name(element) == "it" and element.get("pos") in ("begin", "open")
