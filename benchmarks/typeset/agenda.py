"""What is in an agenda to be laid out, part by part, in English and in French?

From a table of `memories/`, with what those leave out and a published agenda has: labels, numbers of items in the table
of sittings, the organization's name, a list of documents as a second table, notes and a list inside an annotation (of
`additions.tsv`). A fixed seed a document decides where, alike in both languages, so that the pairs are known.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tmtool.model import BlockKind

ADDITIONS = Path(__file__).with_name("additions.tsv")
_INNER = re.compile(r"^(?:Opening of the meeting|Adoption of the agenda and organization of work)$")
_SYMBOL = re.compile(r"\s*\(([A-Z][\w./-]*\d)\)\.?$")
_CONTINUED = re.compile(r"\s*\((?:continued|suite)\)$")
_DAY = re.compile(r"^(?:Mon|Tues|Wednes|Thurs|Fri)day, ")
_HOURS = re.compile(r"[ap]\.m\.$")
_MOST_SENTENCES = 3

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A `Part` is a paragraph or a cell in one language: its segments, its label, which note comes after its last word
    (0 for none), its table, row and column."""

    kind: BlockKind
    texts: tuple[str, ...]
    label: str = ""
    level: int = 0
    note: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    alone: bool = False

    @property
    def text(self) -> str:
        """Returns all of it as one text."""
        return " ".join(self.texts)


@dataclass(frozen=True, slots=True)
class Agenda:
    """An `Agenda` is an agenda in one language. `notes` are numbered from 1; `job` is the number at the foot of
    pages."""

    name: str
    language: str
    symbol: str
    job: str
    parts: tuple[Part, ...]
    notes: tuple[tuple[str, ...], ...]

    def words(self) -> list[str]:
        """Returns all words of text and notes, without labels and page furniture."""
        texts = [text for part in self.parts for text in part.texts] + [text for note in self.notes for text in note]
        return [word for text in texts for word in re.findall(r"\w+", text)]


def pairs(one: Agenda, other: Agenda) -> list[Pair]:
    """Returns the segments that translate each other, in the order of the document."""
    found: list[Pair] = []
    for a, b in zip(_paired(one), _paired(other), strict=True):
        found += zip(a, b, strict=True)
    for note, translated in zip(one.notes, other.notes, strict=True):
        found += zip(note, translated, strict=True)
    return found


def _paired(agenda: Agenda) -> list[tuple[str, ...]]:
    """Returns the segments part by part. What is in one language only ("Français") belongs to what follows it."""
    found: list[tuple[str, ...]] = []
    before = ""
    for part in agenda.parts:
        if part.alone:
            before = f"{part.text} "
        else:
            found.append((before + part.texts[0], *part.texts[1:]))
            before = ""
    return found


def read_agenda(table: Path) -> tuple[Agenda, Agenda]:
    """Returns the agenda of a table of `memories/` in English and in French."""
    heading, *lines = table.read_text(encoding="utf-8").splitlines()
    columns = heading.split("\t")
    rows = [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]
    dice = random.Random(table.stem)
    notes = [pair for kind, *pair in _additions() if kind == "note"]
    dice.shuffle(notes)
    plan = _Plan(rows, dice, notes[: dice.randint(2, 4)])
    made = list(plan.parts())
    english, french = (tuple(_side(part, side) for part in made if _in_side(part, side)) for side in (0, 1))
    symbol = rows[0]["document"]
    job = f"V.{symbol.split('/')[-2][2:]}-{dice.randint(1000, 9999):05}"
    texts = [tuple(tuple(pair[side].split(" ¶ ")) for pair in plan.notes) for side in (0, 1)]
    return (
        Agenda(table.stem, "en", symbol, job, english, texts[0]),
        Agenda(table.stem, "fr", symbol, job, french, texts[1]),
    )


def _additions() -> Iterator[list[str]]:
    for line in ADDITIONS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


@dataclass(frozen=True, slots=True)
class _Both:
    """A `_Both` is a part in both languages; an empty side says that it is in the other only."""

    kind: BlockKind
    pairs: tuple[Pair, ...]
    labels: Pair = ("", "")
    level: int = 0
    note: int = 0
    place: tuple[int, int, int] = (0, 0, 0)


def _in_side(part: _Both, side: int) -> bool:
    return bool(part.pairs[0][side])


def _side(part: _Both, side: int) -> Part:
    return Part(
        part.kind,
        tuple(pair[side] for pair in part.pairs),
        part.labels[side],
        part.level,
        part.note,
        *part.place,
        alone=not all(part.pairs[0]),
    )


class _Plan:
    """Goes through the rows of a table once, in order."""

    def __init__(self, rows: Sequence[dict[str, str]], dice: random.Random, notes: Sequence[Sequence[str]]) -> None:
        self.rows = rows
        self.dice = dice
        self.notes = notes
        self.labels: dict[str, tuple[Pair, int]] = {}
        self.documents: list[tuple[str, Pair]] = []

    def parts(self) -> Iterator[_Both]:
        """Yields the parts with their notes."""
        made = list(self._bare())
        places = [n for n, part in enumerate(made) if part.kind is BlockKind.PARAGRAPH and not part.level]
        noted = sorted(self.dice.sample(places, len(self.notes)))
        for number, part in enumerate(made):
            note = noted.index(number) + 1 if number in noted else 0
            yield _Both(part.kind, part.pairs, part.labels, part.level, note, part.place)

    def _bare(self) -> Iterator[_Both]:
        by_context: dict[str, list[Pair]] = {}
        for row in self.rows:
            by_context.setdefault(row["context"], []).append((row["en"], row["fr"]))
        yield _Both(BlockKind.METADATA, (("United Nations", "Nations Unies"),))
        yield _Both(BlockKind.METADATA, ((self.rows[0]["document"],) * 2,))
        for pair in by_context["metadata"][:2]:
            yield _Both(BlockKind.METADATA, (pair,))
        yield _Both(BlockKind.METADATA, (("", "Français"),))
        yield _Both(BlockKind.METADATA, (by_context["metadata"][2],))
        titles = [row for row in self.rows if row["context"] == "title"]
        place = by_context["metadata"][3]
        for row in titles[:-1]:
            yield _Both(BlockKind.TITLE, ((row["en"], row["fr"]),))
        yield _Both(BlockKind.TITLE, (place,))
        yield _Both(BlockKind.TITLE, ((titles[-1]["en"], titles[-1]["fr"]),))
        yield _Both(BlockKind.HEADING, (by_context["heading"][0],))
        yield from self._items(by_context["list"], by_context["heading"])
        yield from self._annotations()
        yield from self._sittings(by_context["table"])
        yield from self._list_of_documents()

    def _items(self, items: Sequence[Pair], headings: Sequence[Pair]) -> Iterator[_Both]:
        inner = _inner_titles(headings)
        number = letter = 0
        for index, pair in enumerate(items):
            is_inner = pair[0] in inner
            letter = letter + 1 if is_inner else 0
            number += not is_inner
            shown = chr(ord("a") + letter - 1)
            labels = (f"({shown})", f"{shown})") if is_inner else (f"{number}.",) * 2
            self.labels[pair[0]] = (_cell_labels(number, shown if is_inner else ""), int(is_inner))
            before_inner = index + 1 < len(items) and items[index + 1][0] in inner and not is_inner
            last_inner = is_inner and (index + 1 == len(items) or items[index + 1][0] not in inner)
            marks = (
                (":", "\u00a0:") if before_inner else (";", "\u00a0;") if is_inner and not last_inner else (".", ".")
            )
            text = (pair[0] + marks[0], pair[1] + marks[1])
            yield _Both(BlockKind.ITEM, (text,), labels, int(is_inner))

    def _annotations(self) -> Iterator[_Both]:
        """Yields the parts from the heading "Annotations" to the annex."""
        start = next(n for n, row in enumerate(self.rows) if row["en"] == "Annotations")
        end = next(n for n, row in enumerate(self.rows) if row["context"] == "table")
        listed = list(_additions())
        extra = self.dice.randrange(start + 12, end - 8)
        index = start
        while index < end:
            row = self.rows[index]
            pair = (row["en"], row["fr"])
            index += 1
            if row["context"] == "heading":
                yield self._heading(pair)
                continue
            if row["context"] == "documentation":
                symbol = _SYMBOL.search(row["en"])
                if symbol:
                    self.documents.append((symbol[1], (_SYMBOL.sub("", row["en"]), _SYMBOL.sub("", row["fr"]))))
                yield _Both(BlockKind.PARAGRAPH, (pair,), level=1)
                continue
            sentences = [pair]
            while len(sentences) < _MOST_SENTENCES and index < end and self.rows[index]["context"] == "annotation":
                if self.dice.random() < 0.35:
                    break
                sentences.append((self.rows[index]["en"], self.rows[index]["fr"]))
                index += 1
            yield _Both(BlockKind.PARAGRAPH, tuple(sentences))
            if index >= extra:
                extra = end
                yield from self._list_inside(listed)

    def _heading(self, pair: Pair) -> _Both:
        known = self.labels.get(pair[0])
        if known is None:
            return _Both(BlockKind.HEADING, (pair,))
        (english, french), level = known
        labels = (english.split()[-1], french.split()[-1]) if level else (f"{english}.", f"{french}.")
        return _Both(BlockKind.HEADING, (pair,), labels, level)

    def _list_inside(self, additions: Sequence[Sequence[str]]) -> Iterator[_Both]:
        yield from (_Both(BlockKind.PARAGRAPH, ((en, fr),)) for kind, en, fr in additions if kind == "lead")
        items = [(en, fr) for kind, en, fr in additions if kind == "item"]
        for number, pair in enumerate(items):
            letter = chr(ord("a") + number)
            yield _Both(BlockKind.ITEM, (pair,), (f"({letter})", f"{letter})"), 1)
        paragraph = tuple((en, fr) for kind, en, fr in additions if kind == "sentence")
        yield _Both(BlockKind.PARAGRAPH, paragraph)

    def _sittings(self, cells: Sequence[Pair]) -> Iterator[_Both]:
        for column, pair in enumerate(cells[:3]):
            yield _Both(BlockKind.CELL, (pair,), place=(1, 0, column))
        row = 0
        is_new = True
        for pair in cells[3:]:
            if _DAY.match(pair[0]):
                row += 1
                yield _Both(BlockKind.CELL, (pair,), place=(1, row, 0))
            elif _HOURS.search(pair[0]):
                row += 1
                is_new = True
                yield _Both(BlockKind.CELL, (pair,), place=(1, row, 0))
            else:
                row += not is_new
                is_new = False
                label = self.labels[_CONTINUED.sub("", pair[0])][0]
                yield _Both(BlockKind.CELL, (label,), place=(1, row, 1))
                yield _Both(BlockKind.CELL, (pair,), place=(1, row, 2))

    def _list_of_documents(self) -> Iterator[_Both]:
        added = list(_additions())
        yield from (_Both(BlockKind.HEADING, ((en, fr),)) for kind, en, fr in added if kind == "annex")
        heads = [(en, fr) for kind, en, fr in added if kind == "column"]
        for column, pair in enumerate(heads):
            yield _Both(BlockKind.CELL, (pair,), place=(2, 0, column))
        for row, (symbol, title) in enumerate(self.documents, 1):
            yield _Both(BlockKind.CELL, ((symbol, symbol),), place=(2, row, 0))
            yield _Both(BlockKind.CELL, (title,), place=(2, row, 1))


def _cell_labels(number: int, letter: str) -> Pair:
    return (f"{number} ({letter})", f"{number} {letter})") if letter else (str(number), str(number))


def _inner_titles(headings: Sequence[Pair]) -> frozenset[str]:
    """Returns the titles of items below others: those of the opening, and the two or more after a heading without a
    text."""
    return frozenset(en for en, _ in headings if _INNER.match(en)) | frozenset(
        en for kind, en, _ in _additions() if kind == "inner"
    )
