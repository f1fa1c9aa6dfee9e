"""What do a DOCX file's style and numbering parts say about a paragraph: heading level, title, list label?

Sources: ECMA-376 part 1, 17.7 (styles, inheritance by basedOn) and 17.9 (numbering: instances of
abstract lists, level texts such as "%1.%2"). Elements are known by local name, since strict and transitional files
differ in their namespaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from tmtool.formats.docx.parts import is_on
from tmtool.formats.list_figures import bullet, figure
from tmtool.formats.style_names import kind_of
from tmtool.formats.xml_reading import child, value_of, whole_number
from tmtool.model import BlockKind

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A `Style` is a paragraph style with what it inherits: its kind, its outline level and its list; `list_style` is
    the id of the style that names the list, `hidden` says that its text is."""

    kind: BlockKind
    level: int
    numbering: str | None
    list_level: int | None
    list_style: str | None
    hidden: bool


_PLAIN = Style(BlockKind.PARAGRAPH, 0, None, None, None, False)


class Styles:
    """`Styles` are the paragraph styles of a document, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        found = root.iterfind("{*}style") if root is not None else ()
        self._elements = {value_of(style, "styleId") or "": style for style in found}
        self._known: dict[str, Style] = {}

    def hides(self, properties: etree._Element | None, otherwise: bool = False) -> bool:
        """Tells whether a run with these properties is hidden text, by itself or by its character style; `otherwise`
        holds where neither speaks of it."""
        ancestry = self._ancestry(value_of(child(properties, "rStyle")))
        marks = (child(properties, "vanish"), *(child(element, "rPr", "vanish") for element in ancestry))
        return is_on(marks, otherwise)

    def get(self, identifier: str | None) -> Style:
        """Returns the style with this id; the plain one where there is none."""
        if identifier is None or identifier not in self._elements:
            return _PLAIN
        if identifier not in self._known:
            self._known[identifier] = self._resolved(identifier)
        return self._known[identifier]

    def _resolved(self, identifier: str) -> Style:
        kind, level = BlockKind.PARAGRAPH, 0
        numbering: str | None = None
        list_level: int | None = None
        list_style: str | None = None
        for element in self._ancestry(identifier):
            properties = child(element, "pPr")
            if kind is BlockKind.PARAGRAPH:
                kind, level = _kind(value_of(child(element, "name")) or "", child(properties, "outlineLvl"))
            if numbering is None:
                numbering = value_of(child(properties, "numPr", "numId"))
                list_style = value_of(element, "styleId") if numbering else None
                own = whole_number(value_of(child(properties, "numPr", "ilvl")))
                list_level = own if list_level is None else list_level
        hidden = is_on(child(one, "rPr", "vanish") for one in self._ancestry(identifier))
        return Style(kind, level, numbering, list_level, list_style, hidden)

    def _ancestry(self, identifier: str | None) -> Iterator[etree._Element]:
        met: set[str] = set()
        while identifier in self._elements and identifier not in met:
            met.add(identifier)
            yield self._elements[identifier]
            identifier = value_of(child(self._elements[identifier], "basedOn"))


def _kind(name: str, outline: etree._Element | None) -> tuple[BlockKind, int]:
    """Returns the kind of a style: the outline level goes before the name, a title before both."""
    kind, level = kind_of(name)
    outlined = outline_level(outline)
    return (kind, level) if kind is BlockKind.TITLE or outlined is None else (BlockKind.HEADING, outlined)


def outline_level(outline: etree._Element | None) -> int | None:
    """Returns the level from 0 of a heading, or None for running text."""
    level = whole_number(value_of(outline))
    return level if level is not None and level < _LEVELS else None


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    style: str | None
    legal: bool
    restart: int | None
    """The level from 1 after which and after those above which the count begins anew; 0 never, None any above."""


class Numbering:
    """`Numbering` holds the lists of a document, counted while its paragraphs are read in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._instances: dict[str, etree._Element] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        self._levels: dict[str, dict[int, _Level]] = {}
        if root is not None:
            self._abstract = {value_of(e, "abstractNumId") or "": e for e in root.iterfind("{*}abstractNum")}
            self._instances = {value_of(e, "numId") or "": e for e in root.iterfind("{*}num")}

    def label(self, instance: str, level: int | None, style: str | None) -> tuple[str, int]:
        """Returns the label of the next paragraph in a list ("" for none) and its level.

        `level` None is the level that names the paragraph's style, else the outermost.
        """
        if instance not in self._instances:
            return "", 0
        abstract = self._abstract_of(instance)
        levels = self._levels_of(instance)
        if level is None:
            level = next((number for number, found in levels.items() if style and found.style == style), 0)
        if level not in levels:
            return "", level
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if instance not in self._begun:
            self._begun.add(instance)
            for number in self._overrides(instance):
                counts[number] = None
        # Levels above that had no item yet are begun with the first below them.
        for upper in range(level):
            if counts[upper] is None and upper in levels:
                counts[upper] = levels[upper].start
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or level < restart:
                counts[deeper] = None
        return self._text(levels, level, counts), level

    def _text(self, levels: dict[int, _Level], level: int, counts: list[int | None]) -> str:
        if levels[level].form == "bullet":
            return bullet(levels[level].text)

        def counted(match: re.Match[str]) -> str:
            """Returns the number of the level that a place such as %1 asks for."""
            number = int(match[1]) - 1
            found = levels.get(number)
            if found is None:
                return ""
            count = counts[number]
            form = "decimal" if levels[level].legal else found.form
            return figure(found.start if count is None else count, form)

        return re.sub(r"%([1-9])", counted, levels[level].text).strip()

    def _abstract_of(self, instance: str) -> str:
        """Returns the abstract list, which may stand for that of a list style."""
        abstract = value_of(child(self._instances[instance], "abstractNumId")) or ""
        link = value_of(child(self._abstract.get(abstract), "numStyleLink"))
        linked = self._styles.get(link).numbering if link else None
        if linked in self._instances and linked != instance:
            return value_of(child(self._instances[linked], "abstractNumId")) or ""
        return abstract

    def _levels_of(self, instance: str) -> dict[int, _Level]:
        if instance not in self._levels:
            found: dict[int, _Level] = {}
            abstract = self._abstract.get(self._abstract_of(instance))
            own = [override.find("{*}lvl") for override in self._instances[instance].iterfind("{*}lvlOverride")]
            for element in (*(abstract.iterfind("{*}lvl") if abstract is not None else ()), *own):
                number = whole_number(value_of(element, "ilvl"))
                if element is not None and number is not None and number < _LEVELS:
                    found[number] = _level(element)
            for number, start in self._overrides(instance).items():
                if number in found:
                    found[number] = replace(found[number], start=start)
            self._levels[instance] = found
        return self._levels[instance]

    def _overrides(self, instance: str) -> dict[int, int]:
        """Returns the levels at which an instance counts anew, and from which number."""
        found: dict[int, int] = {}
        for override in self._instances[instance].iterfind("{*}lvlOverride"):
            number = whole_number(value_of(override, "ilvl"))
            start = child(override, "startOverride")
            if start is not None and number is not None and number < _LEVELS:
                written = whole_number(value_of(start))
                found[number] = 1 if written is None else written
        return found


def _level(element: etree._Element) -> _Level:
    start = whole_number(value_of(child(element, "start")))
    return _Level(
        0 if start is None else start,
        value_of(child(element, "numFmt")) or "decimal",
        value_of(child(element, "lvlText")) or "",
        value_of(child(element, "pStyle")),
        child(element, "isLgl") is not None,
        whole_number(value_of(child(element, "lvlRestart"))),
    )
