"""Writes TBX: version 3 in DCA style, or version 2 for the tools that know no other, so that it is read back equal.

Fields go to the categories of TBX-Basic (ISO 30042). What these cannot say is in ``admin``
elements whose category begins with ``x-``, which other tools pass over; what came from TBX is where it was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from lxml import etree

from tmtool.formats.format import Written
from tmtool.formats.tbx import names
from tmtool.formats.tbx.entry import Entry
from tmtool.formats.tbx.frame import OWN_SOURCE, Frame
from tmtool.formats.writing import whole_file
from tmtool.formats.xml_writing import write_lines
from tmtool.model import Concept, TermStatus
from tmtool.model.wording import say

Tool = Literal["", "omegat", "weblate"]
Style = Literal["dca", "dct", "v2"]

_XML_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
STATUSES = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.DEPRECATED: "deprecatedTerm-admn-sts",
    TermStatus.SUPERSEDED: "supersededTerm-admn-sts",
}
_WEBLATE_STATUSES = STATUSES | {TermStatus.DEPRECATED: "forbidden", TermStatus.SUPERSEDED: "obsolete"}
"""Weblate marks a term as not to be used by these words only."""


def write_concepts(
    path: Path,
    concepts: Iterable[Concept],
    *,
    source_language: str,
    target_language: str,
    tool: Tool = "",
    style: Style = "dca",
    header: Frame | None = None,
) -> Written:
    """Writes the concepts as TBX 3 in DCA or DCT style, or as TBX 2, for a `tool` that reads no other too, and says
    what is left out.

    What no module of DCT has stays in DCA style, and is counted as a loss.

    OmegaT shows terms to be avoided like all others, so these are left out for it. `source_language` is the
    language of the notes. A `header` is what another TBX file has around its entries. Raises OutputError where the
    file cannot be written.
    """
    version: Literal[2, 3] = 2 if tool or style == "v2" else 3
    losses: Counter[str] = Counter()
    given = list(concepts)
    ids = _identities(given)
    known = frozenset(ids.values()) | frozenset(header.ids() if header is not None else ())
    statuses = _WEBLATE_STATUSES if tool == "weblate" else STATUSES
    kept = (one for concept in given if (one := _for_tool(concept, tool, losses)) is not None)
    entries = _elements((Entry(one, version, statuses, ids, known) for one in kept), losses)
    if style == "dct" and version == 3:
        entries = (_in_modules(entry, losses) for entry in entries)
    with whole_file(path, "wb") as stream, etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element(*_root(version, source_language, style), nsmap={"xml": names.XML}):
            xml.write("\n", _header(version, header), "\n")
            with xml.element("text"):
                with xml.element("body"):
                    count = write_lines(xml, entries)
                if header is not None and (back := header.after(version, ids.values())) is not None:
                    xml.write("\n", back, "\n")
    return Written(count, +losses)


def _elements(entries: Iterable[Entry], losses: Counter[str]) -> Iterator[etree._Element]:
    """Yields the element of each entry, and counts what has no category of its own."""
    for entry in entries:
        element = entry.element()
        losses[say("categories that TBX-Basic has not, written as notes")] += entry.moved
        yield element


def _identities(concepts: Iterable[Concept]) -> dict[str, str]:
    """Returns the id of each concept in the file: its own, unless XML does not allow it."""
    taken = {concept.id for concept in concepts if _XML_ID.fullmatch(concept.id)}
    found = {identity: identity for identity in taken}
    for concept in concepts:
        if concept.id in found:
            continue
        base = f"c-{re.sub(r'[^A-Za-z0-9_.-]+', '-', concept.id).strip('-') or len(found)}"
        identity, count = base, 1
        while identity in taken:
            count += 1
            identity = f"{base}-{count}"
        taken.add(identity)
        found[concept.id] = identity
    return found


def _in_modules(entry: etree._Element, losses: Counter[str]) -> etree._Element:
    """Returns an entry in DCT style: its categories as elements of the modules."""
    attributes = {str(key): str(value) for key, value in entry.items()}
    made = etree.Element(entry.tag, attributes, nsmap=names.MODULES)
    made.text, made.tail = entry.text, entry.tail
    for child in entry:
        made.append(_in_module(child, losses))
    return made


def _in_module(element: etree._Element, losses: Counter[str]) -> etree._Element:
    name, meaning = str(element.tag), element.get("type") or ""
    module = names.element_of(name, meaning)
    losses[say("categories without a module of DCT, written in DCA style")] += bool(meaning) and module is None
    made = etree.Element(module or name, {str(key): str(value) for key, value in element.items()})
    if module is not None:
        del made.attrib["type"]
    made.text, made.tail = element.text, element.tail
    for child in element:
        made.append(_in_module(child, losses))
    return made


def _root(version: Literal[2, 3], language: str, style: Style) -> tuple[str, dict[str, str]]:
    attributes = {"type": "TBX-Basic", names.XML_LANG: language}
    if version == 2:
        return "martif", attributes
    return "tbx", {"xmlns": names.NAMESPACE, "style": "dct" if style == "dct" else "dca"} | attributes


def _header(version: Literal[2, 3], frame: Frame | None) -> etree._Element:
    header = etree.Element("tbxHeader" if version == 3 else "martifHeader")
    described = frame.description() if frame is not None else etree.Element("fileDesc")
    if described.find("sourceDesc") is None:
        source = etree.SubElement(described, "sourceDesc")
        etree.SubElement(source, "p").text = OWN_SOURCE
    header.append(described)
    if version == 2:
        encoding = etree.SubElement(header, "encodingDesc")
        etree.SubElement(encoding, "p", type="XCSURI").text = "TBXBasicXCSV02.xcs"
    return header


def _for_tool(concept: Concept, tool: Tool, losses: Counter[str]) -> Concept | None:
    """Returns the concept without the terms that a tool would offer as right, or None if one language is left."""
    if tool != "omegat":
        return concept
    accepted = tuple(term for term in concept.terms if term.status.accepted)
    losses[say("terms not to be used")] += len(concept.terms) - len(accepted)
    if len({term.language for term in accepted}) < 2:
        losses[say("concepts without terms to be used in two languages")] += 1
        return None
    # The properties number the terms as they were.
    kept = {
        name: value
        for name, value in concept.properties.items()
        if not (names.parse_path(name.removeprefix(names.MARKUP)) or ("", 0))[1]
    }
    losses[say("remarks on single terms")] += len(concept.properties) - len(kept)
    return replace(concept, terms=accepted, properties=kept)
