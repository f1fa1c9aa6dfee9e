"""Writes translation units as XLIFF 2.1, one ``file`` a document, for tools that take a memory as bilingual files.

Core: OASIS XLIFF 2.1, section 4.2. What has no attribute or element there is in the metadata module (section 5.5),
which is the place the standard has for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path

from lxml import etree

from tmtool.formats.properties import named
from tmtool.formats.writing import whole_file
from tmtool.formats.xliff import names
from tmtool.formats.xliff.code_writing_2 import NMTOKEN, Codes
from tmtool.formats.xliff.states import status_2
from tmtool.formats.xliff.unit_writing import Pair, fields, file_of, notes, of_texts, pairs_of
from tmtool.formats.xliff.validating import STRUCTURE_2
from tmtool.formats.xml_writing import legal, write_lines
from tmtool.languages.tags import primary
from tmtool.languages.writing import direction, is_right_to_left
from tmtool.model import Status, Unit

_CORE = "urn:oasis:names:tc:xliff:document:2.0"
_METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_NSMAP: dict[str, str] = {None: _CORE}  # type: ignore[dict-item]  # None is the default namespace
_XML = "{http://www.w3.org/XML/1998/namespace}"
_STATES = {
    Status.DRAFT: "initial",
    Status.SUPERSEDED: "initial",
    Status.TRANSLATED: "translated",
    Status.APPROVED: "final",
}
_ELSEWHERE = frozenset({"id", "name", "xml:space"})
"""Attributes that are written from a field of the unit."""
_OF_STATUS = frozenset({"@state", "@subState"})
_OWN = "tmtool"
"""The category of what only tmtool says."""


def write_units(path: Path, units: Iterable[Unit], *, source_language: str, target_language: str) -> int:
    """Writes the units that have a text in both languages and gives their number.

    A file of XLIFF 2.1 has one pair of languages: that asked for, of which the first unit says the regions, or that of
    the first unit where none has it. OutputError leaves a file that was there as it was.
    """
    pairs = _of_one_pair(pairs_of(units, source_language, target_language), source_language, target_language)
    source, target, of_pair = pairs
    root = {"version": "2.1", "srcLang": source, "trgLang": target}
    directions = {
        name: direction(tag) for name, tag in (("srcDir", source), ("trgDir", target)) if is_right_to_left(tag)
    }
    count = 0
    with whole_file(path, "wb") as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element(f"{{{_CORE}}}xliff", root, nsmap=_NSMAP):
            for number, (document, group) in enumerate(groupby(of_pair, key=lambda pair: file_of(pair)[0]), 1):
                attributes = {"id": f"f{number}", "original": legal(document) or _OWN, **directions}
                xml.write("\n")
                with xml.element(f"{{{_CORE}}}file", attributes):
                    used: set[str] = set()
                    count += write_lines(xml, (_unit(pair, source, target, used) for pair in group))
            xml.write("\n")
    return count


def _of_one_pair(pairs: Iterator[Pair], source: str, target: str) -> tuple[str, str, Iterable[Pair]]:
    """Returns the languages of a file, and the pairs that are in them."""
    others: list[Pair] = []
    for pair in pairs:
        if _is_in(pair, source, target):
            rest = (one for one in pairs if _is_in(one, source, target))
            return pair[1].language, pair[2].language, chain((pair,), rest)
        others.append(pair)
    if not others:
        return source, target, ()
    first = others[0][1].language, others[0][2].language
    return *first, [pair for pair in others if _is_in(pair, *first)]


def _is_in(pair: Pair, source: str, target: str) -> bool:
    return (primary(pair[1].language), primary(pair[2].language)) == (primary(source), primary(target))


def _unit(pair: Pair, source_language: str, target_language: str, used: set[str]) -> etree._Element:
    """Returns a unit; `used` are the ids of the file so far.

    Its elements are in no namespace: the default one is that of the ``xliff`` around them, and is not declared again.
    """
    unit, source, target = pair
    said = _Said(unit)
    identity = _identity(unit.id, used)
    element = etree.Element("unit", id=identity, nsmap=said.namespaces())
    element.set(f"{_XML}space", "preserve")
    if unit.context:
        element.set("name", legal(unit.context))
    segment = etree.Element("segment", id="s1")
    said.set_attributes(element, segment)
    codes = Codes(said.data)
    codes.fill(etree.SubElement(segment, "source"), source)
    codes.fill(etree.SubElement(segment, "target"), target)
    own = [*fields(unit), *said.own, *of_texts(source, target)]
    if unit.id and identity != unit.id:
        own.append((names.context_of("id"), unit.id))
    for side, variant, usual in (("source", source, source_language), ("target", target, target_language)):
        if variant.language != usual:
            own.append((names.context_of("language", side), variant.language))
    _add_metadata(element, [*said.metadata, *((_OWN, name, value) for name, value in own)])
    told = list(notes(unit, STRUCTURE_2))
    if told:
        holder = etree.SubElement(element, "notes")
        for attributes, note in told:
            etree.SubElement(holder, "note", attributes).text = legal(note)
    if codes.data:
        holder = etree.SubElement(element, "originalData")
        for reference, native in codes.data.items():
            etree.SubElement(holder, "data", id=reference).text = legal(native)
    element.append(segment)
    return element


def _identity(identity: str, used: set[str]) -> str:
    wanted = identity if NMTOKEN.fullmatch(identity) else f"u{len(used) + 1}"
    while wanted in used:
        wanted = f"{wanted}-{len(used) + 1}"
    used.add(wanted)
    return wanted


def _add_metadata(unit: etree._Element, said: Sequence[tuple[str, str, str]]) -> None:
    if not said:
        return
    holder = etree.SubElement(unit, f"{{{_METADATA}}}metadata", nsmap={"mda": _METADATA})
    for category, group in groupby(said, key=lambda one: one[0]):
        groups = etree.SubElement(holder, f"{{{_METADATA}}}metaGroup", category=legal(category))
        for _, name, value in group:
            etree.SubElement(groups, f"{{{_METADATA}}}meta", type=legal(name)).text = legal(value)


class _Said:
    """A `_Said` is what the properties of a unit say, by where XLIFF 2.1 has it.

    `data` is the native code of its codes, `metadata` what the metadata of a file said, as category, type and value,
    and `own` what has no place of its own.
    """

    def __init__(self, unit: Unit) -> None:
        self.data: dict[str, str] = {}
        self.metadata: list[tuple[str, str, str]] = []
        self.own: list[tuple[str, str]] = []
        self._status = unit.status
        self._attributes: dict[str, str] = {}
        self._of_modules: dict[str, str] = {}
        state = unit.properties.get("@state", "")
        is_same = _is_attribute("@state", state) and status_2(state) is unit.status
        for key, (name, value) in zip(unit.properties, named(unit.properties), strict=True):
            if (name in _OF_STATUS and not is_same) or names.note_attributes(name) is not None:
                continue
            if name.startswith(names.DATA) and NMTOKEN.fullmatch(reference := name.removeprefix(names.DATA)):
                self.data[reference] = value
            elif name.startswith(names.METADATA):
                category, _, kind = name.removeprefix(names.METADATA).partition("/")
                self.metadata.append((category, kind, value))
            elif name == key and _is_attribute(name, value):
                self._attributes[name[1:]] = value
            elif name == key and name.partition(":")[0] in names.modules() and _is_local(name):
                self._of_modules[name] = value
            else:
                self.own.append((names.context_of("property", name), value))

    def namespaces(self) -> dict[str, str]:
        """Returns the namespaces of the attributes, by prefix."""
        return {name.partition(":")[0]: names.modules()[name.partition(":")[0]] for name in sorted(self._of_modules)}

    def set_attributes(self, unit: etree._Element, segment: etree._Element) -> None:
        """Gives the unit and its segment their attributes, the segment a state."""
        segment.set("state", self._attributes.get("state", _STATES[self._status]))
        of_segment = STRUCTURE_2.rules()["segment"].attributes
        for name, value in self._attributes.items():
            (segment if name in of_segment else unit).set(name, legal(value))
        for name, value in self._of_modules.items():
            prefix, _, local = name.partition(":")
            unit.set(f"{{{names.modules()[prefix]}}}{local}", legal(value))


def _is_attribute(name: str, value: str) -> bool:
    """Tells whether a property can be an attribute of a unit or its segment again."""
    own = name[1:]
    if not name.startswith("@") or own in _ELSEWHERE:
        return False
    for element in ("unit", "segment"):
        if own in STRUCTURE_2.rules()[element].attributes:
            values = STRUCTURE_2.rules()[element].attributes[own]
            return values is None or value in values
    return False


def _is_local(name: str) -> bool:
    local = name.partition(":")[2]
    return bool(NMTOKEN.fullmatch(local)) and not local[0].isdigit() and ":" not in local
