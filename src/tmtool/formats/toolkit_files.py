"""Reads files through the classes of translate-toolkit, and fills them.

A bilingual file has sources and targets, of which the targets are filled. One in a single language is a document whose
strings are replaced in a copy. What translate-toolkit writes is taken only where filling changed it
(`tmtool.formats.rewriting`), so every other byte stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tmtool.errors import InputError
from tmtool.formats.filling import Filling, Slot, State
from tmtool.formats.rewriting import with_changes
from tmtool.formats.text_passages import characters_of
from tmtool.formats.toolkit_stores import Chosen, Store
from tmtool.formats.xml_passages import accepted
from tmtool.formats.xml_tokens import Xml
from tmtool.languages.tags import canonical
from tmtool.model import Block, BlockKind, Skipped, Status, Unit, Variant
from tmtool.model.wording import say
from tmtool.text.composition import composed

_OTHER = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class _Written:
    """A `_Written` is a file as its characters, with what is needed to write it again."""

    path: Path
    store: Store
    text: str
    mark: bytes
    codec: str

    @classmethod
    def read(cls, path: Path, chosen: Chosen) -> _Written:
        """Reads a file; one of XML has to be accepted by a parser."""
        if isinstance(chosen, Store) and not chosen.encoding:
            xml = accepted(path, ())
            return cls(path, chosen, xml.text, xml.mark, xml.codec)
        text, mark, codec = characters_of(path)
        return cls(path, chosen if isinstance(chosen, Store) else chosen(text), text, mark, codec)

    def parsed(self) -> Any:
        """Returns what translate-toolkit makes of it. Raises InputError if it makes nothing of it."""
        content = self.text.encode(self.store.encoding) if self.store.encoding else self.content(self.text)
        return self.accepted(lambda: self.store.parse(content))

    def characters(self, parsed: Any) -> str:
        """Returns the file as translate-toolkit writes it."""
        content: bytes = self.accepted(lambda: bytes(parsed))
        if not self.store.encoding:
            return Xml.of(content).text
        text = content.decode(self.store.encoding)
        return _OTHER.sub(_escaped, text) if self.store.escapes else text

    def accepted(self, work: Callable[[], Any]) -> Any:
        """Does what translate-toolkit may refuse."""
        try:
            return work()
        except Exception as error:
            # Each class raises what its parser raises.
            problem = say("cannot be read: {problem}", problem=_first_line(error))
            raise InputError(problem, say("check the file in the program that wrote it"), path=self.path) from error

    def content(self, text: str) -> bytes:
        """Returns the bytes of the file with other characters. Raises InputError where its encoding has not all."""
        try:
            return self.mark + text.encode(self.codec)
        except UnicodeEncodeError as error:
            problem = say(
                "its encoding ({encoding}) has no {letter!r}", encoding=self.codec, letter=error.object[error.start]
            )
            raise InputError(problem, say("save it as UTF-8"), path=self.path) from error


@dataclass(frozen=True, slots=True)
class _Place:
    """A `_Place` is a string of a unit: which unit of the file, and which of its forms of number."""

    unit: int
    form: int


@dataclass(frozen=True, slots=True)
class ToolkitFile:
    """A `ToolkitFile` is a file that translate-toolkit reads, whose targets, or whose strings, can be filled."""

    written: _Written
    bilingual: bool
    places: Sequence[_Place]
    slots: Sequence[Slot]

    def content(self, fillings: Mapping[int, Filling], *, target_language: str) -> bytes:
        """Returns the file with these texts."""
        if not fillings:
            return self.written.content(self.written.text)
        parsed = self.written.parsed()
        before = self.written.characters(parsed)
        by_unit: dict[int, dict[int, Filling]] = {}
        for index, filling in fillings.items():
            place = self.places[index]
            by_unit.setdefault(place.unit, {})[place.form] = filling
        self.written.accepted(lambda: self._fill(parsed, by_unit))
        after = self.written.characters(parsed)
        kept = with_changes(self.written.text, before, after)
        return self.written.content(kept if self._says_the_same(kept, parsed) else after)

    def _fill(self, parsed: Any, by_unit: Mapping[int, Mapping[int, Filling]]) -> None:
        """Gives units their texts."""
        for number, given in by_unit.items():
            unit = parsed.units[number]
            forms = _forms(unit.target) if self.bilingual else _forms(_text_of(unit))
            texts = [given[form].text if form in given else text for form, text in enumerate(forms)]
            unit.target = texts[0] if len(texts) == 1 else _several(texts)
            if self.bilingual:
                unit.markfuzzy(any(one.state is State.TO_REVIEW for one in given.values()))

    def _says_the_same(self, text: str, parsed: Any) -> bool:
        """Tells whether a text is read as the units that it should hold."""
        try:
            found = replace(self.written, text=text).parsed()
        except InputError:
            return False
        both = ([_said(unit, bilingual=self.bilingual) for unit in one.units] for one in (found, parsed))
        return next(both) == next(both)


def read_fillable(path: Path, *, source_language: str, store: Chosen, bilingual: bool = False) -> ToolkitFile:
    """Returns the strings of a file. Raises InputError for one that cannot be read or has none."""
    written = _Written.read(path, store)
    parsed = written.parsed()
    places: list[_Place] = []
    slots: list[Slot] = []
    for number, unit in _units(parsed):
        sources = _forms(unit.source) if bilingual else _forms(_text_of(unit))
        targets = _forms(unit.target) if bilingual else [""] * len(sources)
        for form, (source, target) in enumerate(zip(sources, targets, strict=False)):
            # Of several forms of number translate-toolkit says the source once.
            locked = bilingual and len(targets) > 1
            places.append(_Place(number, form))
            slots.append(Slot(composed(source), composed(target), locked))
    if not slots:
        raise InputError(say("holds no messages"), say("give the file that was meant"), path=path)
    return ToolkitFile(written, bilingual, tuple(places), tuple(slots))


def read_blocks(path: Path, *, store: Chosen) -> tuple[Block, ...]:
    """Returns the strings of a file in a single language as blocks. Raises InputError as `read_fillable` does."""
    slots = read_fillable(path, source_language="", store=store).slots
    return tuple(Block(BlockKind.PARAGRAPH, slot.source, line=number) for number, slot in enumerate(slots, 1))


def read_units(path: Path, *, source_language: str, target_language: str, store: Chosen) -> Iterator[Unit | Skipped]:
    """Yields the messages of a bilingual file as units, those to be looked at as drafts. Raises InputError as
    `read_fillable` does."""
    parsed = _Written.read(path, store).parsed()
    position = 0
    for _, unit in _units(parsed):
        for source, target in zip(_forms(unit.source), _forms(unit.target), strict=False):
            position += 1
            texts = ((canonical(source_language), source), (canonical(target_language), target))
            found = Unit(
                variants=tuple(Variant(language, composed(text)) for language, text in texts if text.strip()),
                document=path.name,
                position=position,
                status=Status.DRAFT if unit.isfuzzy() else Status.TRANSLATED,
                source_language=canonical(source_language),
                context=str(unit.getcontext() or ""),
                note=str(unit.getnotes() or ""),
            )
            yield found if target.strip() else Skipped(say("the message has no translation"), None, found)


def _units(parsed: Any) -> Iterator[tuple[int, Any]]:
    """Yields the units that have a text to translate, with their numbers."""
    for number, unit in enumerate(parsed.units):
        if not (unit.isheader() or unit.isobsolete()) and unit.istranslatable() and _is_text(unit):
            yield number, unit


def _said(unit: Any, *, bilingual: bool) -> list[list[str]]:
    return [_forms(unit.source), _forms(unit.target)] if bilingual else [_forms(_text_of(unit))]


def _is_text(unit: Any) -> bool:
    found = _text_of(unit)
    return isinstance(found, str) and any(text.strip() for text in _forms(found))


def _text_of(unit: Any) -> Any:
    """Returns the text of a unit of a file in a single language, which some classes have as its source only."""
    return unit.target or unit.source


def _forms(text: Any) -> list[str]:
    """Returns a text, or its forms of number; a letter that is read as two halves is put together."""
    halves = (str(one).encode("utf-16", "surrogatepass") for one in getattr(text, "strings", (text or "",)))
    return [one.decode("utf-16", "replace") for one in halves]


def _escaped(found: re.Match[str]) -> str:
    """Returns a letter as the numbers that Java writes it with."""
    units = found[0].encode("utf-16-be").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


def _several(texts: Sequence[str]) -> Any:
    from translate.misc.multistring import multistring

    return multistring(list(texts))


def _first_line(error: Exception) -> str:
    cause = getattr(error, "inner_exc", error)
    return next(iter(str(cause).splitlines()), "") or type(cause).__name__
