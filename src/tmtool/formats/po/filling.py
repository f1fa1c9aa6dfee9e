"""Fills the messages of a PO catalogue; every byte but translations and the mark ``fuzzy`` stays.

The grammar of entries is that of the gettext manual, "The Format of PO Files". What a person has to look at is marked
``fuzzy``, as programs that merge catalogues do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tmtool.errors import InputError
from tmtool.formats.filling import Filling, Slot, State
from tmtool.formats.passages import Edit, edited
from tmtool.formats.po.reading import characters, read_units
from tmtool.model import Span
from tmtool.model.wording import say

_LINE = re.compile(r"[^\n]*\n?")
_KEYWORD = re.compile(r"[ \t]*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*(?=\")")
_STRING = re.compile(r"[ \t]*\"((?:[^\"\\]|\\.)*)\"")
_ESCAPED = re.compile(r"\\(x[0-9A-Fa-f]{1,2}|[0-7]{1,3}|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = str.maketrans({"\\": "\\\\", '"': '\\"', "\t": "\\t", "\r": "\\r", "\a": "\\a", "\b": "\\b"})
_SINGULAR = ("msgstr", "msgstr[0]")
_PLURAL = "msgstr[1]"


@dataclass(slots=True)
class _String:
    """A `_String` is a string of an entry: its text, and the place of all that is written of it after the keyword."""

    text: str
    place: Span


@dataclass(slots=True)
class _Entry:
    """An `_Entry` is an entry: its strings by their keywords, where it begins after its comments, and the place of its
    flags."""

    strings: dict[str, _String] = field(default_factory=dict)
    start: int = -1
    flags: Span | None = None
    obsolete: bool = False


@dataclass(frozen=True, slots=True)
class PoFile:
    """A `PoFile` is a catalogue whose messages can be filled; `places` say for each slot its entry and the keyword of
    its target."""

    path: Path
    text: str
    mark: bytes
    codec: str
    places: Sequence[tuple[_Entry, str]]
    slots: Sequence[Slot]

    def content(self, fillings: Mapping[int, Filling], *, target_language: str) -> bytes:
        """Returns the catalogue with these translations. Raises InputError where its charset cannot hold them."""
        edits: list[Edit] = []
        to_review: dict[int, tuple[_Entry, bool]] = {}
        for index, filling in fillings.items():
            entry, keyword = self.places[index]
            edits.append(Edit(entry.strings[keyword].place, _written(filling.text, self._line_end)))
            _, before = to_review.get(id(entry), (entry, False))
            to_review[id(entry)] = entry, before or filling.state is State.TO_REVIEW
        for entry, is_fuzzy in to_review.values():
            edits += _flagged(self.text, entry, is_fuzzy, self._line_end)
        try:
            return self.mark + edited(self.text, edits).encode(self.codec)
        except UnicodeEncodeError as error:
            problem = say(
                "its charset ({encoding}) has no {letter!r}", encoding=self.codec, letter=error.object[error.start]
            )
            raise InputError(problem, say("convert it to UTF-8 with msgconv"), path=self.path) from error

    @property
    def _line_end(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"


def read_fillable(path: Path, *, source_language: str) -> PoFile:
    """Returns the messages of a catalogue, singular and plural apart. Raises InputError as `read_units` does."""
    for _ in read_units(path, source_language=source_language, target_language=source_language):
        pass  # the reader has to accept the catalogue before its lines are taken as they are written
    text, mark, codec = characters(path)
    places: list[tuple[_Entry, str]] = []
    slots: list[Slot] = []
    for entry in _entries(text):
        for keyword, source in _pairs(entry):
            places.append((entry, keyword))
            original = unicodedata.normalize("NFC", entry.strings[source].text)
            slots.append(Slot(original, unicodedata.normalize("NFC", entry.strings[keyword].text)))
    if not slots:
        raise InputError(say("holds no messages"), say("give the file that was meant"), path=path)
    return PoFile(path, text, mark, codec, tuple(places), tuple(slots))


def _pairs(entry: _Entry) -> Iterator[tuple[str, str]]:
    """Yields the keywords of targets and sources; none of a header or of an obsolete entry."""
    source = entry.strings.get("msgid")
    if source is None or entry.obsolete or (not source.text and "msgctxt" not in entry.strings):
        return
    yield from ((keyword, "msgid") for keyword in _SINGULAR if keyword in entry.strings)
    if "msgid_plural" in entry.strings and _PLURAL in entry.strings:
        yield _PLURAL, "msgid_plural"


def _entries(text: str) -> Iterator[_Entry]:
    """Yields the entries in their order."""
    entry = _Entry()
    current = ""
    position = 0
    for found in _LINE.finditer(text):
        line, position = found[0], found.start()
        keyword = _KEYWORD.match(line)
        comment = line.lstrip()
        if keyword is not None:
            if keyword[1] in ("msgctxt", "msgid") and any(name.startswith("msgstr") for name in entry.strings):
                yield entry
                entry = _Entry()
            entry.start = position if entry.start < 0 else entry.start
            current = keyword[1]
            entry.strings[current] = _String("", Span(position + keyword.end(), position + keyword.end()))
            _add(entry.strings[current], line, position, keyword.end())
        elif current in entry.strings and _STRING.match(line):
            _add(entry.strings[current], line, position, 0)
        elif comment.startswith("#"):
            if entry.strings:
                yield entry
                entry = _Entry()
            current = ""
            entry.obsolete = entry.obsolete or comment.startswith("#~")
            if comment.startswith("#,"):
                entry.flags = Span(position, position + len(line))
            if comment.startswith("#|") and entry.start < 0:
                entry.start = position
    if entry.strings:
        yield entry


def _add(string: _String, line: str, position: int, start: int) -> None:
    found = _STRING.match(line, start)
    if found is not None:
        string.text += _ESCAPED.sub(_unescaped, found[1])
        string.place = Span(string.place.start, position + found.end())


def _unescaped(found: re.Match[str]) -> str:
    written = found[1]
    if written[0] == "x" and len(written) > 1:
        return chr(int(written[1:], 16))
    if written[0] in "01234567":
        return chr(int(written, 8))
    return _ESCAPES.get(written, written)


def _written(text: str, line_end: str) -> str:
    """Returns a string as catalogues write it: on one line, or a line of text a line after an empty one."""
    lines = [f'"{line.translate(_WRITTEN)}\\n"' for line in text.split("\n")]
    lines[-1] = lines[-1].removesuffix('\\n"') + '"'
    if lines[-1] == '""' and len(lines) > 1:
        lines.pop()
    return lines[0] if len(lines) == 1 else line_end.join(['""', *lines])


def _flagged(text: str, entry: _Entry, is_fuzzy: bool, line_end: str) -> Iterator[Edit]:
    """Puts the mark ``fuzzy`` on an entry, or takes it off."""
    if entry.flags is None:
        if is_fuzzy:
            yield Edit(Span(entry.start, entry.start), f"#, fuzzy{line_end}")
        return
    flags = [flag.strip() for flag in entry.flags.of(text).strip().removeprefix("#,").split(",")]
    others = [flag for flag in flags if flag and flag != "fuzzy"]
    if is_fuzzy != ("fuzzy" in flags):
        wanted = ["fuzzy", *others] if is_fuzzy else others
        yield Edit(entry.flags, f"#, {', '.join(wanted)}{line_end}" if wanted else "")
