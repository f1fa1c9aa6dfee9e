"""Which part of a DOCX file holds the text, the styles, the lists, the notes, the header of the first page?

The relationships of the package (ECMA-376 part 2, 9.3) say so: Word names parts as it likes ("styles2.xml"). Without
them the usual names count.
"""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import join, normpath

from lxml import etree

from tmtool.formats.xml_reading import child, value_of
from tmtool.formats.zip_reading import ZipParts

_OFF = ("0", "false", "off")


class DocxParts:
    """`DocxParts` finds the parts of an open file."""

    def __init__(self, parts: ZipParts) -> None:
        self._parts = parts
        self._by_kind: dict[str, str] = {}
        self._by_id: dict[str, str] = {}
        main = self._relations("_rels/.rels", "").get("officeDocument", "")
        self.main = main or "word/document.xml"
        self._folder, _, name = self.main.rpartition("/")
        self._by_kind = self._relations(f"{self._folder}/_rels/{name}.rels", self._folder)

    def named(self, kind: str) -> str:
        """Returns the name of the part with the "styles", "numbering", "footnotes" or "endnotes"; "" if there is
        none."""
        name = self._by_kind.get(kind, f"{self._folder}/{kind}.xml")
        return name if name in self._parts else ""

    def root(self, kind: str) -> etree._Element | None:
        """Returns the root element of such a part."""
        name = self.named(kind)
        return self._parts.xml(name) if name else None

    def first_header(self, body: etree._Element) -> str:
        """Returns the name of the header that the first page has of its own, "" where it has the same as the others."""
        section = next(body.iter("{*}sectPr"), None)
        if section is None or not is_on((child(section, "titlePg"),)):
            return ""
        references = (one for one in section.iterfind("{*}headerReference") if value_of(one, "type") == "first")
        name = next((self._by_id.get(value_of(one, "id") or "", "") for one in references), "")
        return name if name in self._parts else ""

    def headers_and_footers(self, body: etree._Element) -> tuple[str, ...]:
        """Returns the names of the headers and footers of all sections, each once."""
        references = (one for name in ("headerReference", "footerReference") for one in body.iter(f"{{*}}{name}"))
        names = (self._by_id.get(value_of(one, "id") or "", "") for one in references)
        return tuple(dict.fromkeys(name for name in names if name in self._parts))

    def _relations(self, name: str, folder: str) -> dict[str, str]:
        """Returns the names of related parts by the kind of their relationship; `_by_id` gets them by its id."""
        found: dict[str, str] = {}
        for relation in self._parts.xml(name) if name in self._parts else ():
            target = value_of(relation, "Target") or ""
            path = normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))
            found.setdefault((value_of(relation, "Type") or "").rpartition("/")[2], path)
            self._by_id[value_of(relation, "Id") or ""] = path
        return found


def is_on(switches: Iterable[etree._Element | None], otherwise: bool = False) -> bool:
    """Tells whether a thing is on, by the first of these elements that is there, each of which turns something on or
    off."""
    switch = next((one for one in switches if one is not None), None)
    return otherwise if switch is None else value_of(switch) not in _OFF
