"""Does a text say a value of the other side in another way: by a word, a Roman numeral, a date without its year?

Half is *la moitié*, the twenty-first century *siglo XXI*, 1950-53 is 1950-1953, and text dumps glue note calls to years
(facts 23, 43 and 57 of docs/un-french.md). Words that say a number are in the ``hidden_numbers.tsv`` of each language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from unicodedata import combining, normalize

from tmtool import languages
from tmtool.checks.evidence.values.grouped import GROUPED
from tmtool.checks.evidence.values.same_value import DIGITS, Side, date_parts, is_year
from tmtool.languages import roman
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Placeable, PlaceableKind

_SHORT = 2
_SHORT_SPAN = re.compile(r"(?<!\d)(?:1[89]|20)\d\d[-–/‑](\d\d)(?!\d)")
_LONG_SPAN = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?:\s?[-–/‑]\s?|\s?[^\W\d]{1,5}\s?)((?:1[89]|20)\d\d)(?!\d)")
_HALF = ".5"
_WORD = re.compile(r"\w+")
_UNBROKEN = re.compile(r"\w(?:\S*\w)?")
_MOST_WORDS = 12
"""Of a stretch without space that has more words than that, not all parts are held ready."""
_DECISION = re.compile(r"/[A-Z]\w+\.?\s")
_LEAST_ROMAN, _MOST_ROMAN = 2, 99
"""Ordinals that are written in Roman numerals, too."""
_LETTER_BEFORE, _LETTER_AFTER = r"\w\s{letter}\s[^.,:;()]{{1,24}}$", r",?\s[^\W\d_]+\s{letter}(?![\w'’])"
"""The letter of a part of an article, before the number of the article and after it, each with the words between."""
_APART = 32
"""Characters before a number in which that may be."""
_STRETCH = "\u0640"
"""The sign that makes an Arabic word longer, and says nothing."""


def _century(value: str) -> str:
    """Returns the Roman numeral of the century that a number of hundreds may name, "" for any other number."""
    named = len(value) == 4 and value.isdigit() and value.endswith("00") and value < "2100"
    return roman.numeral(int(value) // 100 + 1) if named else ""


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

    def __init__(self, side: Side, other: Side, pair: LanguagePair | None) -> None:
        self._other = other
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
                year, month, day = date_parts(one.value)
                named = _hidden_numbers(self._language).get(f"--{month}-{day}")  # 9/11, New Year's Day
                if named is not None and named.search(self._lower):
                    return True
                return any(not (year and other) for other in self._years.get((month, day), ()))
            case PlaceableKind.PERCENT:  # 50 per cent, la moitié
                said = _hidden_numbers(self._language).get(f"{one.value}%")
                return said is not None and said.search(self._lower) is not None
            case PlaceableKind.ORDINAL:  # the twenty-first century, siglo XXI
                return _is_roman(one.value) and _has_numeral(roman.numeral(int(one.value)), self._text, self._language)
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
                if century and _has_numeral(century, self._text, self._language):  # since the 1800s, desde el siglo XIX
                    return True
                if _is_roman(one.value) and self._has_long_numeral(roman.numeral(int(one.value))):  # Agenda 21, век XXI
                    return True
                if one.value.endswith(_HALF):
                    return _HALF in hidden and hidden[_HALF].search(self._lower) is not None
                return self._has_note_call(one.value)
            case PlaceableKind.REFERENCE:
                return self._has_letter_apart(one.value)
            case _:
                return False

    def _has_letter_apart(self, value: str) -> bool:
        """Tells whether the side has the letter of a reference with a noun of its own beside the number: Article XIX.A,
        le paragraphe A de l’article XIX."""
        head, _, letter = value.rpartition(".")
        if len(letter) != 1 or not letter.isalpha() or ":" not in head:
            return False
        before, after = (re.compile(where.format(letter=letter.upper())) for where in (_LETTER_BEFORE, _LETTER_AFTER))
        number = head.partition(":")[2]
        return any(
            before.search(self._text, max(0, one.span.start - _APART), one.span.start) is not None
            or after.match(self._text, one.span.end) is not None
            for one in self._placeables
            if one.kind is PlaceableKind.REFERENCE and one.value.partition(":")[2] == number
        )

    @cached_property
    def _grouped(self) -> frozenset[str]:
        """Returns the numbers with plain spaces between their thousands, which may be read as several."""
        return frozenset(run.replace(" ", "") for run in GROUPED.findall(self._text))

    def _is_decision(self, symbol: str) -> bool:
        """Tells whether the side has a symbol with the word for what it is in it: EX/9, EX/Decision 9."""
        series, _, number = symbol.rpartition("/")
        if not series or not self._names_decisions:
            return False
        return re.search(rf"{re.escape(series)}/[A-Z]\w+\.?\s{re.escape(number)}(?!\w)", self._text) is not None

    def _has_long_numeral(self, numeral: str) -> bool:
        return len(numeral) > _SHORT and _has_numeral(numeral, self._text, self._language)

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
        """Returns the last parts of the symbols, of which a number may be one: Decision 3.3, EX/3.3; a symbol that the
        other side has too is for itself."""
        alone = (symbol for symbol in self._symbols if "/" in symbol and symbol not in self._other.text)
        return frozenset(symbol.rpartition("/")[2] for symbol in alone)

    @cached_property
    def _years(self) -> Mapping[tuple[str, str], set[str]]:
        """Maps month and day to the years with which the side has them, "" for none."""
        found: dict[tuple[str, str], set[str]] = {}
        for one in self._placeables:
            if one.kind is PlaceableKind.DATE:
                year, month, day = date_parts(one.value)
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


def _has_numeral(numeral: str, text: str, language: str) -> bool:
    """Tells whether a text has a Roman numeral, alone or with the ending of an ordinal in its language (XXIe, but
    not the ice of Vice-Président). L is taken for the article that it nearly always is: Le, L’Assemblée."""
    end = languages.get(language).pattern("roman-end").pattern
    return numeral != "L" and re.search(rf"(?<!\w){numeral}(?:{end})?(?!\w)", text) is not None


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
