"""Which units of several files are one? (docs/decisions/0034-languages-of-several-files.md)

A file may have other languages of the documents of another file of its memory. Each unit is stored as its file gave it;
which of them are one is noted beside them, and whether that still holds is asked whenever they are read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Protocol, TypeAlias

from tmtool.languages.tags import primary
from tmtool.model import Unit

UnitText: TypeAlias = tuple[int, int, int, str, int | None, str, int]
"""A text of a unit: the numbers of the unit and of its file, its position, its id, the number that it is joined under
(None for none), the primary language and the number of the segment. Those of one unit follow each other."""
Text: TypeAlias = tuple[str, int]

_SHOWING = 50
"""So many texts of a file show which other files may be of the same document."""
_MOST = 200_000
"""No more units than that, of two files without documents, are compared in memory."""


class FilesOfMemory(Protocol):
    """A `FilesOfMemory` asks one kind of home for the units of a file, and of the other files of its memory."""

    def others(self) -> list[int]:
        """Returns the other files of the memory."""

    def languages(self, source: int) -> set[str]:
        """Returns the primary languages of the first units of a file."""

    def shared_documents(self) -> list[int]:
        """Returns the documents that the file has units of, and another file too."""

    def of_document(self, document: int) -> Iterable[UnitText]:
        """Returns the texts of the memory's units of a document that files gave."""

    def without_document(self, source: int) -> Iterable[UnitText]:
        """Returns the texts of the units of a file that are of no document."""

    def files_with(self, segments: Sequence[int]) -> set[int]:
        """Returns the files that have units of no document with one of the segments."""

    def size(self, source: int) -> int:
        """Returns how many units a file has."""

    def join(self, rows: Collection[tuple[int, int]]) -> None:
        """Notes units, each with the number that it is joined under."""


@dataclass(slots=True)
class _Unit:
    """A `_Unit` is a unit of a file, with the texts of the units before and after it in the file."""

    number: int
    source: int
    id: str
    lead: int | None
    texts: dict[str, tuple[int, ...]]
    before: frozenset[Text] = frozenset()
    after: frozenset[Text] = frozenset()

    @property
    def keys(self) -> Iterator[Text]:
        """Yields its texts, each with its language."""
        return ((language, one) for language, some in self.texts.items() for one in some)


@dataclass(slots=True)
class _Group:
    """A `_Group` is units of several files that are one."""

    members: list[_Unit]
    texts: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def add(self, unit: _Unit) -> None:
        """Adds a unit."""
        self.members.append(unit)
        self.texts |= unit.texts

    def takes(self, unit: _Unit) -> bool:
        """Tells whether a unit of another file says the same where both say something, and each has a further
        language."""
        common = self.texts.keys() & unit.texts.keys()
        return (
            all(one.source != unit.source for one in self.members)
            and all(self.texts[language] == unit.texts[language] for language in common)
            and len(common) < min(len(self.texts), len(unit.texts))
        )


def join(files: FilesOfMemory, source: int) -> int:
    """Joins the units of a file that are not joined yet to those of other files of its memory; how many there were."""
    own = files.languages(source)
    others = {one for one in files.others() if _may_add(files.languages(one), own)}
    if not others:
        return 0
    found: list[_Unit] = []
    for document in files.shared_documents():
        found += _joined(_units(files.of_document(document)), source)
    if files.size(source) <= _MOST and (mine := _units(files.without_document(source))):
        step = max(1, len(mine) // _SHOWING)
        showing = [text for one in mine[::step] for _, text in one.keys]
        for other in sorted(others & files.files_with(showing)):
            if files.size(other) + len(mine) <= _MOST:
                theirs = _units(files.without_document(other))
                if _are_of_one_document(mine, theirs):
                    found += _joined(theirs + mine, source)
    files.join([(one.number, one.lead) for one in found if one.lead is not None])
    return sum(one.source == source for one in found)


def _may_add(others: set[str], own: set[str]) -> bool:
    return bool(others & own) and not others <= own and not own <= others


def _units(texts: Iterable[UnitText]) -> list[_Unit]:
    """Returns units in the order of their files and places."""
    found = []
    for number, some in groupby(texts, key=lambda text: text[0]):
        of_unit = list(some)
        _, source, position, identity, lead, _, _ = of_unit[0]
        by_language: dict[str, list[int]] = defaultdict(list)
        for *_, language, segment in of_unit:
            by_language[language].append(segment)
        in_order = {language: tuple(sorted(segments)) for language, segments in by_language.items()}
        found.append((source, position, _Unit(number, source, identity, lead, in_order)))
    units = [one for *_, one in sorted(found, key=lambda one: (*one[:2], one[2].number))]
    for _, of_file in groupby(units, key=attrgetter("source")):
        sequence = list(of_file)
        for one, following in pairwise(sequence):
            one.after, following.before = frozenset(following.keys), frozenset(one.keys)
    return units


def _are_of_one_document(mine: Sequence[_Unit], theirs: Sequence[_Unit]) -> bool:
    """Tells whether two files that name no documents are of the same one: three in four units of the smaller have a
    text in the other, two at least or one with the same id."""
    smaller, larger = sorted((mine, theirs), key=len)
    texts = {key: one.id for one in larger for key in one.keys}
    found = [[texts[key] for key in one.keys if key in texts] for one in smaller]
    with_id = sum(bool(one.id) and one.id in ids for one, ids in zip(smaller, found, strict=True))
    with_text = sum(map(bool, found))
    return 4 * with_text >= 3 * len(smaller) and with_text >= (1 if with_id else 2)


def _joined(units: Sequence[_Unit], source: int) -> Iterator[_Unit]:
    """Joins the units of a file that are not joined to those of the same document of others; yields each that is
    now."""
    uses = Counter((one.source, key) for one in units for key in one.keys)
    groups: dict[tuple[bool, int], _Group] = {}
    with_text: dict[Text, list[_Group]] = defaultdict(list)
    for one in units:
        if one.source != source or one.lead is not None:
            group = groups.setdefault((one.lead is not None, one.lead or one.number), _Group([]))
            group.add(one)
            for key in one.keys:
                if group not in with_text[key]:
                    with_text[key].append(group)
    for one in units:
        if one.source == source and one.lead is None:
            possible = (_group_of(one, key, with_text, uses) for key in one.keys)
            found = next((group for group in possible if group is not None), None)
            if found is not None:
                lead = found.members[0].lead or min(each.number for each in (*found.members, one))
                found.add(one)
                for each in found.members:
                    if each.lead is None:
                        each.lead = lead
                        yield each
                for key in one.keys:
                    if found not in with_text[key]:
                        with_text[key].append(found)


def _group_of(
    unit: _Unit, key: Text, with_text: dict[Text, list[_Group]], uses: Counter[tuple[int, Text]]
) -> _Group | None:
    """Returns what a unit is to be joined to by a text, None where there is nothing or it could be several.

    A text that is once in either file tells alone. Of one that is there several times, the id has to be the same, or
    the units before and after; or all that could be meant say the same.
    """
    fitting = [group for group in with_text.get(key, ()) if group.takes(unit)]
    if not fitting:
        return None
    with_id = [group for group in fitting if unit.id and unit.id in (each.id for each in group.members)]
    if len(with_id) == 1:
        return with_id[0]
    if uses[unit.source, key] == 1:
        for group in fitting:
            if all(uses[each.source, key] <= 1 for each in group.members):
                return group
    in_place = [group for group in fitting if any(_are_between_the_same(unit, each) for each in group.members)]
    if len(in_place) == 1:
        return in_place[0]
    every = [group for group in with_text[key] if group.texts.keys() == fitting[0].texts.keys()]
    return fitting[0] if all(group.texts == fitting[0].texts for group in every) and len(every) > 1 else None


def _are_between_the_same(one: _Unit, other: _Unit) -> bool:
    """Tells whether the units before and after two units have a text in common; at an end of the file there is none."""
    sides = ((one.before, other.before), (one.after, other.after))
    return any(mine & theirs for mine, theirs in sides) and all(
        bool(mine & theirs) or not (mine or theirs) for mine, theirs in sides
    )


def whole_units(units: Iterable[tuple[int, Unit]]) -> list[tuple[tuple[int, ...], Unit]]:
    """Returns units that are joined as one, with the numbers of those that it is of: those of one status, that still
    have a text in common and say nothing different. What each says of itself is that of the first one where both say
    it."""
    found: list[tuple[tuple[int, ...], Unit]] = []
    for number, unit in units:
        for place, (numbers, whole) in enumerate(found):
            if whole.status is unit.status and _agree(whole, unit):
                found[place] = ((*numbers, number), _with_languages_of(whole, unit))
                break
        else:
            found.append(((number,), unit))
    return found


def _agree(one: Unit, other: Unit) -> bool:
    mine, theirs = _texts(one), _texts(other)
    common = mine.keys() & theirs.keys()
    return bool(common) and all(mine[language] == theirs[language] for language in common)


def _texts(unit: Unit) -> dict[str, set[str]]:
    texts: dict[str, set[str]] = defaultdict(set)
    for variant in unit.variants:
        texts[primary(variant.language)].add(variant.text)
    return texts


def _with_languages_of(unit: Unit, other: Unit) -> Unit:
    languages = _texts(unit).keys()
    further = tuple(
        replace(
            one,
            created=one.created or other.created,
            created_by=one.created_by or other.created_by,
            changed=one.changed or other.changed,
            changed_by=one.changed_by or other.changed_by,
        )
        for one in other.variants
        if primary(one.language) not in languages
    )
    return replace(
        unit,
        variants=unit.variants + further,
        id=unit.id or other.id,
        date=unit.date or other.date,
        context=unit.context or other.context,
        note="\n".join(dict.fromkeys(note for note in (unit.note, other.note) if note)),
        properties={**other.properties, **unit.properties} if other.properties else unit.properties,
    )
