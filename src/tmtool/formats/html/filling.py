"""Puts translations into a web page, with its links and looks; marks what is left untranslated.

The reader takes a page as a parser mends it; the texts that it gives are sought in the page as it is written, in their
order, from the beginning of a block to the end of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tmtool.formats.coded_text import Markup
from tmtool.formats.html.reading import BLOCKS, NOTE, NOTE_MARK, SKIPPED, characters, read_blocks
from tmtool.formats.html.tokens import Page
from tmtool.formats.kept import edited_around
from tmtool.formats.markup_filling import MarkedUpStretch, Marks
from tmtool.formats.passages import Edit, Passage
from tmtool.formats.relabelling import Languages
from tmtool.formats.xml_tokens import Tag, Text
from tmtool.model import Span
from tmtool.text.composition import SOFT_HYPHEN, without_soft_hyphens

_MARKS = Marks(("<mark>", "</mark>"), ('<mark style="background:#0ff">', "</mark>"))
_RAISED = re.compile(r"((?:<[^>]*>|\s)*)([^<]{1,8})((?:<[^>]*>|\s)*?)</(?:sup|a)\s*>", re.IGNORECASE)
_MAIN = re.compile(r"<main\b", re.IGNORECASE)


def read_texts(path: Path) -> HtmlTexts:
    """Reads the texts of a page, as `read_blocks` counts them. Raises InputError as that does."""
    blocks = read_blocks(path)
    page = Page(*characters(path))
    shown = _shown(page)
    passages = []
    position = 0
    for block in blocks:
        wanted = _packed(block.text)
        found = shown.find(wanted, position)
        if found is None:
            found = shown.find(wanted, 0)
        else:
            position = found + len(wanted)
        if found is not None:
            passages.append(shown.passage(found, len(wanted), block.line))
    return HtmlTexts(path, page, tuple(passages))


def _packed(text: str) -> str:
    return without_soft_hyphens("".join(text.split()))


@dataclass(slots=True)
class _Shown:
    """A `_Shown` is what a page shows: each character with its place, and for those that are no white space where they
    are among all; `edges` are the places among these where a block begins or ends."""

    characters: list[tuple[str, Span]] = field(default_factory=list)
    packed: list[str] = field(default_factory=list)
    indexes: list[int] = field(default_factory=list)
    edges: set[int] = field(default_factory=set)
    text: str = ""

    def find(self, wanted: str, start: int) -> int | None:
        """Returns where a text is from the beginning of a block to the end of one; None if it is nowhere."""
        at = self.text.find(wanted, start)
        while at >= 0:
            if at in self.edges and at + len(wanted) in self.edges:
                return at
            at = self.text.find(wanted, at + 1)
        return None

    def passage(self, start: int, length: int, number: int) -> Passage:
        """Returns the passage that so many characters without white space make."""
        inside = self.characters[self.indexes[start] : self.indexes[start + length - 1] + 1]
        places = tuple(place for _, place in inside)
        return Passage("".join(character for character, _ in inside), lambda: places, number)


def _shown(page: Page) -> _Shown:
    found = _Shown()
    main = _MAIN.search(page.text) if len(_MAIN.findall(page.text)) == 1 else None
    native = 0
    found.edges.add(0)
    for token in page.tokens_between(main.start() if main else 0, len(page.text)):
        if native:
            native += token.opens - token.closes if isinstance(token, Tag) else 0
        elif isinstance(token, Text):
            for character, place in token.characters(page.text):
                _show(found, character, place)
        elif token.name in BLOCKS:
            found.edges.add(len(found.packed))
        elif token.name == "br":
            _show(found, "\n", token.place)
        elif token.opens and not token.closes and _is_native(page, token):
            native = 1
    found.edges.add(len(found.packed))
    found.text = "".join(found.packed)
    return found


def _show(found: _Shown, characters: str, place: Span) -> None:
    for character in characters:
        if character == SOFT_HYPHEN:
            continue
        if not character.isspace():
            found.packed.append(character)
            found.indexes.append(len(found.characters))
        found.characters.append((character, place))


def _is_native(page: Page, tag: Tag) -> bool:
    """Tells whether the content of an element is no text: that of a script, or the mark of a note."""
    if tag.name in SKIPPED:
        return True
    if tag.name not in ("sup", "a"):
        return False
    raised = _RAISED.match(page.text, tag.place.end)
    if raised is None or not NOTE_MARK.fullmatch(raised[2].strip()):
        return False
    href = tag.value("href") or ""
    if tag.name == "sup":
        return re.search(r"<a\b[^>]*href\s*=\s*[\"']?#", raised[1]) is not None
    return href.startswith("#") and ("<sup" in raised[1].lower() or NOTE.search(href) is not None)


@dataclass(frozen=True, slots=True)
class HtmlTexts:
    """An `HtmlTexts` is a web page whose texts can be translated."""

    path: Path
    page: Page
    passages: Sequence[Passage]
    furniture: Sequence[Passage] = ()
    runs_on = False

    def stretch(self, passage: Passage, span: Span) -> MarkedUpStretch:
        """Gives a segment in a block."""
        return MarkedUpStretch(
            self.page, passage.places[span.start : span.end], span.of(passage.text), self._markup, _MARKS
        )

    @property
    def _markup(self) -> Markup:
        return Markup(
            around=lambda tag: not _is_native(self.page, tag),
            shown=lambda tag: "\n" if tag.name == "br" else "",
            text=lambda text: without_soft_hyphens(re.sub(r"[ \t\n\r\f]+", " ", text)),
        )

    def content(self, edits: Iterable[Edit], languages: Languages | None = None) -> bytes:
        """Gives the page after the edits."""
        written = edited_around(self.page.text, edits)
        if languages is not None:
            written = languages.in_page(written, BLOCKS)
        return self.page.mark + written.encode(self.page.codec)
