"""Which values say the same although they are not equal? What published translations do all the time.

A value may be written as another kind (item 3, le troisième point), by a word (about 40, une quarantaine),
without its year, or be damaged in a text dump: two years without their hyphen, a year with a note call (facts 22,
23, 43, 57 and 109 of docs/un-french.md). Words that say a number are in the ``hidden_numbers.tsv`` of each language.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, cached_property
from itertools import pairwise
from unicodedata import combining, normalize

from tmtool import languages
from tmtool.languages import roman
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Placeable, PlaceableKind

DIGITS = re.compile(r"\d+")
_SEPARATORS = re.compile(r"[.()]")
_POINTED = re.compile(r"[a-z]+:[1-9]\d?\.[1-9]\d?")
"""A reference to a number of two levels."""
_SHORT = 2
_SHORT_SPAN = re.compile(r"(?<!\d)(?:1[89]|20)\d\d[-–/‑](\d\d)(?!\d)")
_LONG_SPAN = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?:\s?[-–/‑]\s?|\s?[^\W\d]{1,5}\s?)((?:1[89]|20)\d\d)(?!\d)")
_HALF = ".5"
_GROUPED = re.compile(r"(?<!\d)(?<!\d )\d{1,3}(?: \d{3})+(?!\d)")
_WORD = re.compile(r"\w+")
_UNBROKEN = re.compile(r"\w(?:\S*\w)?")
_MOST_WORDS = 12
"""Of a stretch without space that has more words than that, not all parts are held ready."""
_DECISION = re.compile(r"/[A-Z]\w+\.?\s")
_SCALED = re.compile(r"(\d+(?:[.,]\d{1,2})?)\s?[^\W\d_]+$")
"""A number with the word of its scale: 37 milliards, 1.5 million."""
_WORD_AFTER = re.compile(r"[ \u00a0\u202f]([^\W\d_]+)")
_THOUSAND = 1000
_LEAST_ROMAN, _MOST_ROMAN = 2, 99
"""Ordinals that are written in Roman numerals, too."""
_STRETCH = "\u0640"
"""The sign that makes an Arabic word longer, and says nothing."""
_JOINT = 12
"""Characters between two numbers that share their scale: " and up to $"."""


_LEVELLED = {PlaceableKind.NUMBER: PlaceableKind.REFERENCE, PlaceableKind.REFERENCE: PlaceableKind.NUMBER}
"""Kinds whose values have levels, and the other kind as which they may be read: 47.1 (2), paragraphe 47.1 (2)."""


@dataclass(frozen=True, slots=True)
class Side:
    """A `Side` is a text with its language and the placeables that count."""

    text: str
    language: str
    placeables: tuple[Placeable, ...]


def is_year(value: str) -> bool:
    """Tells whether a number is more likely a year than a quantity."""
    return len(value) == 4 and value.isdigit() and "1800" <= value <= "2100"


def small(value: str) -> bool:
    """Tells whether this is one of the numbers that come and go in translation: zero to nine."""
    return len(value) == 1


def of_other_kind(
    lost: list[Placeable], gained: list[Placeable], target: str
) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left when values that only changed their kind, or ran together, have found each other."""
    together = run_together(lost, gained) + run_together(gained, lost)
    explained = {one for first, second, both in together for one in (first, second, both)}
    of_target = set(gained)
    damaged = {both for _, _, both in together if both in of_target and both.span.of(target).isdigit()}

    def left(placeables: list[Placeable], others: list[Placeable]) -> list[Placeable]:
        atoms = {atom for one in others for atom in _atoms(one)}
        hours = {number for one in others for number in _as_numbers(one)}
        numbers = {one.value for one in others if one.kind is PlaceableKind.NUMBER}
        levels = {
            kind: {level for one in others if one.kind is other for level in _levels(one)}
            for kind, other in _LEVELLED.items()
        }
        joined = {"".join(_atoms(one)) for one in others}
        if not any("(" in one.value for one in others):  # resolution 2118, la résolution 2118 (2013)
            atoms |= {year for one in placeables if "(" in one.value for year in _atoms(one)[1:] if is_year(year)}
        known = {kind: atoms | level for kind, level in levels.items()}
        return [
            one
            for one in placeables
            if one not in explained
            and not known.get(one.kind, atoms).issuperset(_atoms(one))
            and not (one.kind is PlaceableKind.NUMBER and one.value in hours)
            and "".join(_atoms(one)) not in joined
            and numbers.isdisjoint(_as_numbers(one))
        ]

    left_gained = damaged.union(left(gained, lost))
    return left(lost, gained), [one for one in gained if one in left_gained]


def turned_round(lost: Sequence[Placeable], gained: Sequence[Placeable]) -> set[Placeable]:
    """Returns the references to the same kind of thing whose numbers with a point are each other's turned round:
    decision 9.4, la décision 4.9."""
    there, here = _pointed(lost), _pointed(gained)
    crossing = [(value, turned) for value in there if (turned := _turned(value)) in here]
    return {either for value, turned in crossing for either in (*there[value], *here[turned])}


def _pointed(placeables: Iterable[Placeable]) -> dict[str, list[Placeable]]:
    """Returns the references to a number of two levels, by value."""
    found: dict[str, list[Placeable]] = {}
    for one in placeables:
        if one.kind is PlaceableKind.REFERENCE and _POINTED.fullmatch(one.value):
            found.setdefault(one.value, []).append(one)
    return found


def _turned(value: str) -> str:
    """Returns a reference with its two levels in reverse: decision:9.4 is decision:4.9."""
    kind, _, number = value.partition(":")
    upper, _, lower = number.partition(".")
    return f"{kind}:{lower}.{upper}"


def run_together(
    numbers: Sequence[Placeable], others: Sequence[Placeable]
) -> list[tuple[Placeable, Placeable, Placeable]]:
    """Returns two neighbouring `numbers` and the one of `others` that is both without a hyphen: 2014, 2020,
    20142020."""
    by_value = {one.value: one for one in others if one.kind is PlaceableKind.NUMBER}
    return [
        (first, second, by_value[first.value + second.value])
        for first, second in pairwise(numbers)
        if first.value + second.value in by_value and not small(first.value) and not small(second.value)
    ]


def without_shared_scale(
    lost: Sequence[Placeable], gained: Sequence[Placeable], source: Side, target: Side
) -> tuple[list[Placeable], list[Placeable]]:
    """Returns what is left when numbers have found each other of which one side says the scale with another number
    only: between $18 billion and $37 billion, entre 18 et 37 milliards."""
    scaled_there, scaled_here = (
        _with_scale_of_before(numbers, side) | _with_scale_of_next(numbers, side)
        for numbers, side in ((lost, source), (gained, target))
    )
    if not scaled_there and not scaled_here:
        return list(lost), list(gained)
    plain, scaled = _by_value({two: _number(two) for two in gained}), _by_value(scaled_here)
    found: set[Placeable] = set()
    kept = []
    for one in lost:
        answers = [
            among[value]
            for among, value in (
                (plain, scaled_there.get(one)),
                (scaled, _number(one)),
                (scaled, scaled_there.get(one)),
            )
            if value is not None and value in among
        ]
        for queue in answers:
            while queue and queue[0] in found:
                queue.popleft()
        others = [queue[0] for queue in answers if queue]
        if others:
            found.add(min(others, key=lambda two: two.span))
        else:
            kept.append(one)
    return kept, [two for two in gained if two not in found]


def _by_value(values: Mapping[Placeable, Decimal | None]) -> dict[Decimal, deque[Placeable]]:
    """Returns the placeables by their values, in the order of the text."""
    found: dict[Decimal, deque[Placeable]] = {}
    for one, value in values.items():
        if value is not None:
            found.setdefault(value, deque()).append(one)
    return found


def _number(one: Placeable) -> Decimal | None:
    try:
        return Decimal(one.value) if one.kind is PlaceableKind.NUMBER else None
    except InvalidOperation:
        return None


def _with_scale_of_next(numbers: Sequence[Placeable], side: Side) -> dict[Placeable, Decimal | None]:
    """Returns the numbers of a side that take their scale from the next one, with their value."""
    found: dict[Placeable, Decimal | None] = {}
    wanted = set(numbers)
    for one, following in pairwise(side.placeables):
        number, whole = _number(one), _number(following)
        if one not in wanted or number is None or whole is None:
            continue
        between, written = side.text[one.span.end : following.span.start], following.span.of(side.text)
        scale = _SCALED.match(written)
        if scale is None or len(between) > _JOINT or any(mark in between for mark in ".;:()"):
            continue
        shown = Decimal(scale[1].replace(",", "."))
        if shown and whole / shown >= _THOUSAND:
            found[one] = number * (whole / shown)
    return found


def _with_scale_of_before(numbers: Sequence[Placeable], side: Side) -> dict[Placeable, Decimal | None]:
    """Returns the numbers of a side that count nothing by themselves, with their value by the scale of the last number
    before that has one: 12 millions de dollars, puis 41, dont 28 de la Corée."""
    found: dict[Placeable, Decimal | None] = {}
    wanted = set(numbers)
    scale: Decimal | None = None
    for one in side.placeables:
        number = _number(one)
        written = _SCALED.match(one.span.of(side.text)) if number is not None else None
        shown = Decimal(written[1].replace(",", ".")) if written else None
        if number is not None and shown and number / shown >= _THOUSAND:
            scale = number / shown
        elif number is not None and scale is not None and one in wanted and _counts_nothing(one, side):
            found[one] = number * scale
    return found


def _counts_nothing(one: Placeable, side: Side) -> bool:
    """Tells whether no noun that a number may count follows it."""
    following, known = _WORD_AFTER.match(side.text, one.span.end), languages.get(side.language)
    word = following[1].lower() if following else ""
    return not word or word in known.function_words or not known.word_classes.is_noun(word)


def _century(value: str) -> str:
    """Returns the Roman numeral of the century that a number of hundreds may name, "" for any other number."""
    named = len(value) == 4 and value.isdigit() and value.endswith("00") and value < "2100"
    return roman.numeral(int(value) // 100 + 1) if named else ""


def _atoms(placeable: Placeable) -> tuple[str, ...]:
    """Returns the plain values that a placeable is made of: the 3 and a of "item:3.a", the year, month and day of a
    date."""
    value = placeable.value
    match placeable.kind:
        case PlaceableKind.REFERENCE:
            return tuple(part for part in _SEPARATORS.split(value.partition(":")[2]) if part)
        case PlaceableKind.DATE:
            year, month, day = _date_parts(value)
            return tuple(part for part in (year, month and f"month {month}", day.lstrip("0")) if part)
        case PlaceableKind.WEEKDAY:
            return (f"weekday {value}",)
        case _:
            return (value,)


def month_of_day(one: Placeable) -> str:
    """Returns year and month of a date that has all three, or "" for anything else."""
    year, month, day = _date_parts(one.value) if one.kind is PlaceableKind.DATE else ("", "", "")
    return f"{year}-{month}" if year and day else ""


def month_without_day(one: Placeable) -> str:
    """Returns year and month of a date that has no day, or "" for anything else."""
    year, month, day = _date_parts(one.value) if one.kind is PlaceableKind.DATE else ("", "", "")
    return f"{year}-{month}" if year and not day else ""


def _as_numbers(placeable: Placeable) -> tuple[str, ...]:
    """Returns the numbers as which a time of day may be read: 18 heures is 18 hours too, 3 h 00 is 0300, 9 h 30 is
    9.30, of which the value has no last zero."""
    if placeable.kind is not PlaceableKind.TIME:
        return ()
    hours, minutes = placeable.value.split(":")
    whole = (str(int(hours)),) if minutes == "00" else ()
    return (*whole, str(int(hours + minutes)), f"{int(hours)}.{minutes}".rstrip("0").rstrip("."))


def _levels(placeable: Placeable) -> tuple[str, ...]:
    """Returns what else a number with points may be: the 47, the 1 and the 47.1 of paragraph 47.1(2)."""
    if placeable.kind is PlaceableKind.REFERENCE:
        parts = placeable.value.partition(":")[2].split(".")
        return tuple(".".join(parts[:end]) for end in range(2, len(parts) + 1))
    return tuple(placeable.value.split(".")) if placeable.kind is PlaceableKind.NUMBER else ()


def _date_parts(value: str) -> tuple[str, str, str]:
    """Returns year, month and day of a date value, "" for what it does not say."""
    year, rest = ("", value[2:]) if value.startswith("--") else (value[:4], value[5:])
    month, _, day = rest.partition("-")
    return year, month, day


@cache
def _hidden_numbers(language: str) -> Mapping[str, re.Pattern[str]]:
    """Returns patterns for words that say a number without naming it, by the value that they say."""
    found: dict[str, list[str]] = {}
    for value, word in languages.get(language).rows("hidden_numbers.tsv"):
        found.setdefault(value, []).append(word)
    return {value: re.compile("|".join(words)) for value, words in found.items()}


class Saying:
    """A `Saying` is a side that is asked whether it says values of the other side in another way.

    What is asked for many values is read from the text once.
    """

    def __init__(self, side: Side, pair: LanguagePair | None) -> None:
        self._text, self._language, self._pair = side.text, side.language, pair
        self._placeables = side.placeables
        self._known: dict[tuple[PlaceableKind, str], bool] = {}

    def says(self, one: Placeable) -> bool:
        """Tells whether the side says the value by a word, a date without its year, the symbol of its language, or
        glued to a note call."""
        known = self._known.get((one.kind, one.value))
        if known is None:
            known = self._known[one.kind, one.value] = self._read(one)
        return known

    def _read(self, one: Placeable) -> bool:
        match one.kind:
            case PlaceableKind.DATE:
                year, month, day = _date_parts(one.value)
                return any(not (year and other) for other in self._years.get((month, day), ()))
            case PlaceableKind.PERCENT:  # 50 per cent, la moitié
                said = _hidden_numbers(self._language).get(f"{one.value}%")
                return said is not None and said.search(self._lower) is not None
            case PlaceableKind.ORDINAL:  # the twenty-first century, siglo XXI
                return _is_roman(one.value) and _has_numeral(roman.numeral(int(one.value)), self._text)
            case PlaceableKind.SYMBOL:
                plain = _without_accents(one.value)  # EX/Decision.5, EX/Décision.5
                return (
                    self._has_symbol(plain)
                    or self._is_decision(one.value)
                    or any(
                        there + one.value[len(here) :] in self._symbols
                        for here, there in (_twins(self._pair) if self._pair else ())
                        if one.value.startswith(here)  # SOR/96-252, DORS/96-252
                    )
                )
            case PlaceableKind.NUMBER:
                hidden = _hidden_numbers(self._language)
                said = hidden.get(one.value)
                if said and said.search(self._lower):
                    return True
                if (
                    self._ends_span_of_years(one.value)
                    or one.value in self._ends_of_symbols
                    or one.value in self._grouped
                ):
                    return True
                century = _century(one.value)
                if century and _has_numeral(century, self._text):  # since the 1800s, desde el siglo XIX
                    return True
                if _is_roman(one.value) and self._has_long_numeral(roman.numeral(int(one.value))):  # Agenda 21, век XXI
                    return True
                if one.value.endswith(_HALF):
                    return _HALF in hidden and hidden[_HALF].search(self._lower) is not None
                return self._has_note_call(one.value)
            case _:
                return False

    @cached_property
    def _grouped(self) -> frozenset[str]:
        """Returns the numbers with plain spaces between their thousands, which may be read as several."""
        return frozenset(run.replace(" ", "") for run in _GROUPED.findall(self._text))

    def _is_decision(self, symbol: str) -> bool:
        """Tells whether the side has a symbol with the word for what it is in it: EX/9, EX/Decision 9."""
        series, _, number = symbol.rpartition("/")
        if not series or not self._names_decisions:
            return False
        return re.search(rf"{re.escape(series)}/[A-Z]\w+\.?\s{re.escape(number)}(?!\w)", self._text) is not None

    def _has_long_numeral(self, numeral: str) -> bool:
        return len(numeral) > _SHORT and _has_numeral(numeral, self._text)

    def _ends_span_of_years(self, value: str) -> bool:
        """Tells whether the side has the year of which this is the short form, or that of this year, at the end of a
        span: 1950-53, 1950-1953."""
        if is_year(value):
            return value[2:] in self._short_ends
        return len(value) == _SHORT and value in self._long_ends

    def _has_note_call(self, value: str) -> bool:
        """Tells whether the value is a year of the side with a note call (2014-20151), or the year of such a one."""
        if is_year(value):
            return value in self._years_called
        return 5 <= len(value) <= 6 and is_year(value[:4]) and value[:4] in self._years_given

    @cached_property
    def _lower(self) -> str:
        return self._text.lower().replace(_STRETCH, "")

    @cached_property
    def _plain(self) -> str:
        return _without_accents(self._text)

    @cached_property
    def _symbols(self) -> frozenset[str]:
        return frozenset(one.value for one in self._placeables if one.kind is PlaceableKind.SYMBOL)

    @cached_property
    def _names_decisions(self) -> bool:
        return _DECISION.search(self._text) is not None

    @cached_property
    def _ends_of_symbols(self) -> frozenset[str]:
        """Returns the last parts of the symbols, of which a number may be one: Decision 3.3, EX/3.3."""
        return frozenset(symbol.rpartition("/")[2] for symbol in self._symbols if "/" in symbol)

    @cached_property
    def _years(self) -> Mapping[tuple[str, str], set[str]]:
        """Maps month and day to the years with which the side has them, "" for none."""
        found: dict[tuple[str, str], set[str]] = {}
        for one in self._placeables:
            if one.kind is PlaceableKind.DATE:
                year, month, day = _date_parts(one.value)
                found.setdefault((month, day), set()).add(year)
        return found

    @cached_property
    def _short_ends(self) -> frozenset[str]:
        return frozenset(_SHORT_SPAN.findall(self._text))

    @cached_property
    def _long_ends(self) -> frozenset[str]:
        return frozenset(run[-2:] for run in _LONG_SPAN.findall(self._text))

    def _has_symbol(self, symbol: str) -> bool:
        """Tells whether the text without accents has a symbol, not as a part of a longer word."""
        if _UNBROKEN.fullmatch(symbol) is None:
            return has_whole(symbol, self._plain, "-")
        return symbol in self._parts or has_whole(symbol, self._long_stretches, "-")

    @cached_property
    def _parts(self) -> frozenset[str]:
        """Returns what begins and ends with a word in a stretch of the text without space."""
        return frozenset(
            stretch[first.start() : last.end()]
            for stretch, words in self._stretches
            if len(words) <= _MOST_WORDS
            for place, first in enumerate(words)
            for last in words[place:]
            if stretch[last.end() : last.end() + 1] != "-"
        )

    @cached_property
    def _long_stretches(self) -> str:
        return " ".join(stretch for stretch, words in self._stretches if len(words) > _MOST_WORDS)

    @cached_property
    def _stretches(self) -> tuple[tuple[str, list[re.Match[str]]], ...]:
        return tuple((stretch, list(_WORD.finditer(stretch))) for stretch in dict.fromkeys(self._plain.split()))

    @cached_property
    def _years_called(self) -> frozenset[str]:
        return frozenset(run[:4] for run in DIGITS.findall(self._text) if 5 <= len(run) <= 6)

    @cached_property
    def _years_given(self) -> frozenset[str]:
        return frozenset(
            one.value[:4] for one in self._placeables if len(one.value) == 4 or one.kind is PlaceableKind.DATE
        )


def has_whole(words: str, text: str, joined_by: str = "") -> bool:
    """Tells whether the text has these words, not as a part of longer ones; `joined_by` are signs that join a word to
    the next one."""
    place = text.find(words)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(words) : place + len(words) + 1]
        if not _in_word(before) and not _in_word(after) and not (after and after in joined_by):
            return True
        place = text.find(words, place + 1)
    return False


def _is_roman(value: str) -> bool:
    return value.isdigit() and _LEAST_ROMAN <= int(value) <= _MOST_ROMAN


def _has_numeral(numeral: str, text: str) -> bool:
    """Tells whether the text has a Roman numeral, alone or with the ending of an ordinal (XXIe)."""
    return re.search(rf"(?<!\w){numeral}(?:[a-zа-я]{{1,3}})?(?!\w)", text) is not None


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@cache
def _twins(pair: LanguagePair) -> frozenset[tuple[str, str]]:
    """Returns beginnings of symbols in one language and the other, both ways round."""
    pairs = [(first, second) for first, second in pair.rows("same_symbol.tsv")]
    return frozenset((*pairs, *((there, here) for here, there in pairs)))


def _without_accents(text: str) -> str:
    """Returns a text as it is without accents."""
    return "".join(one for one in normalize("NFD", text) if not combining(one))
