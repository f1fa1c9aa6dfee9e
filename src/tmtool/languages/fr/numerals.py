"""Reads French numerals: digits with spaced thousands and a decimal comma, and cardinals and ordinals in words.

"un" and "une" are articles here unless they multiply ("un million") or are in a compound or
before a unit ("un pour cent"). A decimal point is read as such ("article 2.1", "loi 26.659").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from tmtool.languages import numerals, roman
from tmtool.languages.finding import Reading
from tmtool.languages.halves import Halves
from tmtool.languages.numerals import Numeral, plain
from tmtool.model import Placeable, Span

_SPACES = " \u00a0\u2009\u202f"
_SCALES = {"million": 6, "milliard": 9, "billion": 12, "mille": 3}
_MILE = rf"(?:mille[{_SPACES}](?:marin|nautique)(?!\w)|(?<=ièmes de )mille(?!\w))"
_THOUSAND = rf"(?!{_MILE})mille(?!s)"


@cache
def vocabulary() -> dict[str, tuple[int, str]]:
    """Returns numeral words with value and role."""
    return numerals.words_in(Path(__file__).with_name("numerals.tsv"))


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(
        r"(?=[0-9])(?<!\w)(?<![A-Za-z]\.)(?<![A-Z][-‑])(?<![0-9][.,])(?:"
        rf"(?P<first>1)(?:[{_SPACES}]?(?:er|re)s?|ères?|eres?|ᵉʳ|ʳᵉ|\^\{{(?:er|re)s?\}})(?!\w)"
        rf"|(?P<ordinal>[0-9]++)(?:[{_SPACES}]?e|èmes?|emes?|è|es|ᵉ|nde?s?|de?s?|\^\{{es?\}})(?![\w'’])"
        rf"|(?P<whole>[1-9][0-9]{{0,2}}(?:[{_SPACES}][0-9]{{3}})++(?![0-9])|[0-9]++)"
        rf"(?:[.,](?P<fraction>[0-9]++)(?![0-9]))?+(?:[{_SPACES}](?P<scale>{_THOUSAND}|million|milliard|billion)s?(?!\w))?(?!\w|['’]\w))"
    )


@cache
def _roman_ordinals() -> re.Pattern[str]:
    return re.compile(r"[IVX]{1,12}(?=e(?!\w))")


@cache
def _runs() -> re.Pattern[str]:
    words = "|".join(sorted(vocabulary(), key=len, reverse=True))
    initials = "".join(sorted({word[0] for word in vocabulary()}))
    return re.compile(
        rf"(?=[{initials}])(?:(?<![\w’'])|(?<=(?<!\w)[dD]['’]))(?!(?<=pour )cent(?!\w)|{_MILE})(?:{words})(?!\w)"
        rf"(?:[\s‑-](?:et[\s‑-])?(?!{_MILE})(?:{words})(?!\w))*"
    )


_NO_PARTS = frozenset({"2", "3", "4"})
"""Ordinals that are no parts, which are demi, tiers and quart: selon un troisième; not un cinquième."""
_HUNDREDS = frozenset({"hundred", "hundreds", "hundred-e"})
_TOKEN = re.compile(r"[^\W\d_]+")
_PERCENT = re.compile(r"\s?(?:%|pour\s?cent(?!\w)|pour\s100(?![\s\d.,]*\d)|p\.\s?100)", re.IGNORECASE)
_RANGE = re.compile(r"(?:[-–—]|\s(?:à|et|ou|[-–])\s)")
_BEFORE_PERCENT = r"(?=[\s-]?(?:%|pour[\s-]?cent(?!\w)|points?(?!\w| d['’e](?! ?pourc))))"
_HALVES = Halves(
    _SCALES,
    after=re.compile(r"\set demie?(?!\w)"),
    parts=re.compile(
        r"(?<!\w)(?P<many>une?|deux|trois|quatre|cinq|six|sept|huit|neuf)[\s-]"
        r"(?P<part>demie?|moitié|tiers|quart|cinquième|dixième|centième|millième)(?:(?<=[te])s)?(?:\sd(?:e|['’]un))?"
        rf"{_BEFORE_PERCENT}"
    ),
    half=re.compile(rf"\set demie?{_BEFORE_PERCENT}"),
    vocabulary=vocabulary,
    named={"demi": 2, "demie": 2, "moitié": 2, "tiers": 3, "quart": 4},
)
_COUNTS = re.compile(
    r"[\s-](?!(?:et|ou|mais|pour(?!\s?cent)|dans|est|sont|en|avec|qui|que|à|a|ont|sur|par|au|aux|afin|ainsi)(?!\w))\w"
)
"""What follows "neuf" where it is nine and not new."""
_MONEY_BEFORE = re.compile(r"(?:dollars?|euros?|francs?),?\s(?:et\s)?$")
"""What comes before a number of cents, the coins: trois dollars et *deux cents*."""
_DECADES = re.compile(r"\bannées ([1-9]0)(?:(?:-| et | ou | à )([1-9]0))?(?!\w)")


@cache
def _clues() -> frozenset[str]:
    return frozenset(vocabulary()) - {"un", "une"} | {"pour"}


def find(reading: Reading) -> Iterator[Placeable]:
    """Yields the numbers, percentages and ordinals of a text."""
    found = list(_in_digits(reading)) if reading.has_digits else []
    found += _in_roman_digits(reading.text)
    if not reading.words.isdisjoint(_clues()):
        found += [numeral for run in _runs().finditer(reading.lower) for numeral in _in_words(reading.lower, run)]
    halves = _HALVES.read(reading.lower, found)
    return numerals.placeables(reading.text, halves, _PERCENT, _RANGE, no_parts=_NO_PARTS)


def _in_digits(reading: Reading) -> Iterator[Numeral]:
    decades: dict[int, str] = {}
    if "années" in reading.words:
        for match in _DECADES.finditer(reading.lower):
            decades |= {match.start(group): f"19{match[group]}" for group in (1, 2) if match[group]}
    for match in _digits().finditer(reading.text):
        span = Span(*match.span())
        if figure := match["first"] or match["ordinal"]:
            yield Numeral(span, plain(figure), ordinal=True)
        elif decade := decades.get(match.start()):
            yield Numeral(Span(match.start(), match.start() + 2), decade)
        else:
            whole = re.sub(f"[{_SPACES}]", "", match["whole"])
            yield Numeral(span, plain(whole, match["fraction"] or "", _SCALES.get(match["scale"] or "", 0)))


def _in_roman_digits(text: str) -> Iterator[Numeral]:
    """Yields ordinals of centuries: "XXIe"."""
    for match in _roman_ordinals().finditer(text):
        alone = match.start() == 0 or not text[match.start() - 1].isalnum()
        if alone and re.fullmatch(roman.PATTERN, match.group()):
            yield Numeral(Span(match.start(), match.end() + 1), str(roman.value(match.group())), ordinal=True)


def _in_words(lower: str, run: re.Match[str]) -> Iterator[Numeral]:
    """Yields the numerals of a run of numeral words; one run may hold several: "cinq six"."""
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(lower, run.start(), run.end())]
    after_money = _MONEY_BEFORE.search(lower, max(0, run.start() - 12), run.start()) is not None
    if tokens[-1][0] == "cents" and (after_money or _are_coins(lower, tokens)):
        tokens.pop()
    if len(tokens) > 1 and tokens[-1][0] in ("seconde", "secondes"):  # soixante secondes
        tokens.pop()
    names = [token for token, _, _ in tokens]
    i = 0
    while i < len(tokens):
        end, value, ordinal = _Reader(names, i).read()
        if end == i:
            i += 1
            continue
        bare = names[i:end] in (["un"], ["une"])
        if names[i:end] == ["neuf"] and not _COUNTS.match(lower, tokens[i][2]):
            i = end
            continue
        yield Numeral(Span(tokens[i][1], tokens[end - 1][2]), str(value), ordinal=ordinal, bare=bare, in_words=True)
        i = end


def _are_coins(lower: str, tokens: Sequence[tuple[str, int, int]]) -> bool:
    """Tells whether the cents after a number of tens and units are coins: cinquante-huit cents."""
    if len(tokens) < 3:
        return False
    tens, units, _ = tokens[-3:]
    return lower[tens[2] : units[1]] == "-" and vocabulary()[tens[0]][1] in ("ten", "twenties")


class _Reader:
    """Reads one numeral from a list of words, by the grammar of compounds; an ordinal ends it."""

    def __init__(self, names: list[str], start: int) -> None:
        self.names = names
        self.start = start
        self.i = start
        self.ordinal = False

    def read(self) -> tuple[int, int, bool]:
        """Says where the numeral ends (its start if there is none), its value, ordinal or not."""
        total = 0
        limit = 10**15
        while not self.ordinal:
            begin = self.i
            part = self._below_million()
            scale, role = self._role()
            if self.i > begin and role == "scale" and scale < limit and not self.ordinal:
                self._take()
                total, limit = total + part * scale, scale
                continue
            if self.i > begin and total and part >= limit:
                self.i = begin
            elif self.i > begin:
                total += part
            break
        return self.i, total, self.ordinal

    def _role(self, ahead: int = 0) -> tuple[int, str]:
        at = self.i + ahead
        return vocabulary().get(self.names[at], (0, "")) if at < len(self.names) else (0, "")

    def _take(self) -> int:
        value, role = self._role()
        self.ordinal = role.endswith("-e")
        self.i += 1
        return value

    def _below_million(self) -> int:
        begin = self.i
        role = self._role()[1]
        if role.startswith("alone") or role == "zero":
            return self._take()
        if not role.startswith("thousand"):
            value = self._below_thousand()
            if self.i == begin or self.ordinal or not self._role()[1].startswith("thousand"):
                return value
        else:
            value = 1
        if value == 0:
            return value
        value *= self._take()
        return value if self.ordinal else value + self._below_thousand()

    def _below_thousand(self) -> int:
        value, role = self._role()
        if role in ("hundred", "hundred-e"):
            hundreds = self._take()
        elif (role == "unit" or (role == "teen" and value > 10)) and self._role(1)[1] in _HUNDREDS:  # douze cents
            self._take()
            hundreds = value * self._take()
        else:
            return self._below_hundred()
        return hundreds if self.ordinal else hundreds + self._below_hundred()

    def _below_hundred(self) -> int:
        role = self._role()[1]
        if role == "unit" and self.names[self.i] == "quatre" and self._role(1)[0] == 20:
            self._take()
            base = 4 * self._take()
            return base if self.ordinal else base + self._added(base, ("one", "unit", "teen"), with_et=())
        if role == "ten":
            base = self._take()
            small = ("one", "unit", "teen") if base == 60 else ("one", "unit")
            return base + self._added(base, small, with_et=("one", "teen") if base == 60 else ("one",))
        if self.names[self.i : self.i + 1] == ["dix"]:
            base = self._take()
            return base + self._added(base, ("unit",), with_et=())
        if role.partition("-")[0] in ("one", "unit", "teen", "ten"):
            return self._take()
        return 0

    def _added(self, base: int, roles: tuple[str, ...], with_et: tuple[str, ...]) -> int:
        """Returns the part after a ten: "vingt-deux", "vingt et un", "soixante et onzième", "quatre-vingt-dix-sept"."""
        et = self.names[self.i : self.i + 1] == ["et"]
        value, role = self._role(1 if et else 0)
        kind = role.partition("-")[0]
        if kind not in (with_et if et else roles) or (base == 10 and value < 7):
            return 0
        if et and kind == "teen" and value != 11:
            return 0
        if et:
            self.i += 1
        if kind == "teen" and self.names[self.i] == "dix":
            return self._below_hundred()
        if kind == "unit" and self._role(1)[1] in ("hundred", "hundreds") and role == "unit" and base != 10:
            # "vingt deux cents" is two numerals.
            return 0
        return self._take()
