"""What do the styles of an ODT file say about a paragraph: title, heading, the form of its list?

Source: OpenDocument 1.2 part 1, 16.2 (paragraph styles, inheritance), 16.30 (list styles), 16.34 (outline style),
19.880 (display names). Styles are in two parts: named ones in styles.xml, automatic ones in content.xml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tmtool.formats.list_figures import bullet, figure
from tmtool.formats.style_names import kind_of
from tmtool.formats.xml_reading import child, local_name, value_of, whole_number
from tmtool.model import BlockKind

LEVELS = 10
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_OUTLINE = "outline-style"


@dataclass(frozen=True, slots=True)
class Level:
    """A `Level` says how the labels of a list look at one depth: "(" and ")" around the last `shown` counts, or a
    bullet."""

    form: str
    prefix: str
    suffix: str
    shown: int
    start: int
    bullet: str


class Styles:
    """`Styles` are the paragraph and list styles of a document."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._paragraphs: dict[str, etree._Element] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        for root in roots:
            for element in _styles(root):
                name = value_of(element, "name") or ""
                if local_name(element) == "style" and value_of(element, "family") == "paragraph":
                    self._paragraphs[name] = element
                elif local_name(element) == "list-style":
                    self._lists[name] = _levels(element)
                elif local_name(element) == _OUTLINE:
                    self._lists[_OUTLINE] = _levels(element)

    def kind(self, style: str | None) -> tuple[BlockKind, int]:
        """Returns what a paragraph with this style is: a title, a heading (with its level from 0), or else a
        paragraph."""
        for element in self._ancestry(style):
            found = kind_of(value_of(element, "display-name") or value_of(element, "name") or "")
            if found[0] is not BlockKind.PARAGRAPH:
                return found
        return BlockKind.PARAGRAPH, 0

    def list_of(self, style: str | None) -> str | None:
        """Returns the list style that a paragraph style names, by inheritance."""
        return next((named for e in self._ancestry(style) if (named := value_of(e, "list-style-name"))), None)

    def label(self, list_style: str | None, depth: int, counts: list[int | None]) -> str:
        """Returns the label of an item at this depth, from the counts at each depth; "" for none."""
        levels = self._lists.get(list_style or "", {})
        level = levels.get(depth)
        if level is None:
            return ""
        if level.bullet:
            return level.bullet
        if not level.form:
            return ""
        shown = [
            figure(levels[above].start if (count := counts[above]) is None else count, levels[above].form)
            for above in range(max(0, depth - level.shown + 1), depth + 1)
            if above in levels and levels[above].form
        ]
        return f"{level.prefix}{'.'.join(shown)}{level.suffix}".strip()

    def outline_label(self, depth: int, counts: list[int | None]) -> str:
        """Returns the label of a heading by the document's outline numbering; "" where headings have no numbers."""
        return self.label(_OUTLINE, depth, counts)

    def start(self, list_style: str | None, depth: int) -> int:
        """Returns the number of the first item at this depth."""
        level = self._lists.get(list_style or "", {}).get(depth)
        return level.start if level else 1

    def outline_start(self, depth: int) -> int:
        """Returns the number of the first heading at this level."""
        return self.start(_OUTLINE, depth)

    def _ancestry(self, style: str | None) -> Iterator[etree._Element]:
        met: set[str] = set()
        while style in self._paragraphs and style not in met:
            met.add(style)
            yield self._paragraphs[style]
            style = value_of(self._paragraphs[style], "parent-style-name")


def _styles(root: etree._Element | None) -> Iterator[etree._Element]:
    for group in ("styles", "automatic-styles"):
        container = child(root, group)
        yield from container if container is not None else ()


def _levels(style: etree._Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for element in style:
        number = whole_number(value_of(element, "level"))
        if number is None or not 0 < number <= LEVELS:
            continue
        is_bullet = local_name(element) in ("list-level-style-bullet", "list-level-style-image")
        form = value_of(element, "num-format") or ""
        start = whole_number(value_of(element, "start-value"))
        found[number - 1] = Level(
            form=_FORMS.get(form, "decimal") if form else "",
            prefix=value_of(element, "num-prefix") or "",
            suffix=value_of(element, "num-suffix") or "",
            shown=whole_number(value_of(element, "display-levels")) or 1,
            start=1 if start is None else start,
            bullet=bullet(value_of(element, "bullet-char") or "") if is_bullet else "",
        )
    return found
