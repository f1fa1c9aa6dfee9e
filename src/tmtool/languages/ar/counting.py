"""Says what an Arabic number asks of the noun after it, and writes numbers and ordinals in words.

From three to ten the noun is in the plural and the number has the other gender (ثلاثة تقارير, ثلاث دول), from eleven to
99 the noun is in the accusative of the singular (15 تقريرا), after hundreds in its genitive (100 تقرير); the last two
figures decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages.manners import Manner
from tmtool.languages.tables import rows
from tmtool.model import Span

PLURAL, ACCUSATIVE, GENITIVE = "plural", "accusative", "genitive"

_UNITS = {
    **dict(enumerate(("الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"), 3)),
    2: "الثاني",
}
_CARDINALS = dict(enumerate(("ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"), 3))
_TENS = {20: "عشر", 30: "ثلاث", 40: "أربع", 50: "خمس", 60: "ست", 70: "سبع", 80: "ثمان", 90: "تسع"}
_TWO = {(False, "ون"): "اثنا", (False, "ين"): "اثني", (True, "ون"): "اثنتا", (True, "ين"): "اثنتي"}
"""Two before ten and, with ن, before other tens, by gender and by the ending of the tens in the same case."""
_DUAL = {"ون": "ان", "ين": "ين"}
"""The endings of the dual by those of tens in the same case."""
_TENS_OF = {dual: tens for tens, dual in _DUAL.items()}
_TEN, _HUNDRED = 10, 100
_NOUN = re.compile(r"\s(?P<noun>[^\W\d_]+[ًٌٍ]?)")
_FREE = re.compile(
    r"\s*(?:$|[^\w\s]|\s(?:من|في|إلى|على|عن|ثم|أو|و|خلال|منذ|قبل|بعد|بما|كما|حيث|ضمن|لدى|ضد|عبر|كي|بين|غرب|شرق|شمال|جنوب)(?!\w)"
    r"|\s(?:وال|بال|لل)\w|\sل(?!ا)\w{3,}(?<!ي)(?<!ية)(?!\w))"
)
"""What follows a noun and does not agree with it; ل before another noun, but for adjectives of the kind of لغوي."""
_ARTICLE = "ال"
_PREFIX = re.compile(r"[وف]?(?:لل|[بلك](?=ال|[^\W\d_]{3}))?")
_OF_GENITIVE = re.compile(
    r"(?<![\w\u064b-\u0652])(?:(?:[وف]?(?:في|من|إلى|على|عن|حتى|لدى|بموجب|بمقتضى|خلال|أثناء|بعد|قبل|عقب|منذ|تحت|إطار|أحكام|وفق|حسب)\s[^\W\d_]+"
    r"(?:ها|ه)?)|[وف]?(?:لل|[بلك]ال|[بل]دورت|[بل]جلست|[بل]اجتماع)[^\W\d_]*)\s$"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A `Noun` is a noun in the forms that numbers ask for."""

    plural: str
    accusative: str
    genitive: str

    @property
    def is_feminine(self) -> bool:
        """Tells whether the noun is feminine, as its ending shows."""
        return self.genitive.endswith("ة")

    def after(self, government: str) -> str:
        """Returns the form that a number of such a government asks for."""
        return {PLURAL: self.plural, ACCUSATIVE: self.accusative, GENITIVE: self.genitive}[government]


def government(value: str) -> str:
    """Returns what a number asks of the noun after it: the form, or the number itself where it is said by the noun."""
    if "." in value:
        return "fraction"
    last = int(value[-2:])
    if int(value) <= 2 or (last in (1, 2) and len(value) > 2):
        return value
    return PLURAL if 3 <= last <= _TEN else ACCUSATIVE if last > _TEN else GENITIVE


def counted(text: str, end: int, old: str, new: str) -> tuple[Span, str] | None:
    """Returns the noun after a number that ends at a place, and its form after another number; None where its forms are
    not known, or words after it would change with it. `old` and `new` are what the numbers ask for."""
    found = _NOUN.match(text, end)
    if found is None:
        return None
    place, written = Span(*found.span("noun")), found["noun"]
    if {old, new} == {ACCUSATIVE, GENITIVE} and written.endswith("ة"):
        return place, written
    noun = _nouns().get(written.rstrip("ًٌٍ"))
    governed = (PLURAL, ACCUSATIVE, GENITIVE)
    if noun is None or old not in governed or new not in governed or noun.after(old) != written.rstrip("ًٌٍ"):
        return None
    if not noun.is_feminine and not _FREE.match(text, place.end):
        return None
    form = noun.after(new)
    return place, form + ("ً" if new == ACCUSATIVE and form.endswith("ا") and "اً" in text else "")


@cache
def _nouns() -> dict[str, Noun]:
    table = rows(Path(__file__).with_name("counted_nouns.tsv"))
    found: dict[str, Noun] = {}
    for noun in (Noun(*forms) for forms in table):
        # Of two plurals the first is the usual one: سنوات rather than سنين.
        for form in (noun.plural, noun.accusative, noun.genitive):
            found.setdefault(form, noun)
    return found


def dual(word: str) -> tuple[str, Noun | None, str]:
    """Returns what is written together with a noun in the dual, the noun and the ending that shows its case; no noun
    for another word, and for one whose forms are not known."""
    ending = _TENS_OF.get(word[-2:])
    for prefix in ("", *(one for one in ("و", "ف", "ب", "ل", "ك", "ول", "وب") if word.startswith(one))):
        noun = _singulars().get(word[len(prefix) : -2]) if ending else None
        if ending and noun is not None:
            return prefix, noun, ending
    return "", None, ""


def is_free(text: str, end: int) -> bool:
    """Tells whether nothing after a noun that ends at a place agrees with it."""
    return _FREE.match(text, end) is not None


def two_of(noun: Noun, case: str) -> str:
    """Returns a noun in the dual, in the case of tens that end so."""
    stem = noun.genitive[:-1] + "ت" if noun.is_feminine else noun.genitive
    return stem + _DUAL[case]


def noun_after(text: str, end: int, government: str) -> tuple[Span, Noun] | None:
    """Returns the noun after a number that ends at a place, in the form that its government asks for."""
    found = _NOUN.match(text, end)
    written = found["noun"].rstrip("ًٌٍ") if found else ""
    noun = _nouns().get(written)
    if found is None or noun is None or government not in (PLURAL, ACCUSATIVE, GENITIVE):
        return None
    return (Span(*found.span("noun")), noun) if noun.after(government) == written else None


@cache
def _singulars() -> dict[str, Noun]:
    """Returns the nouns by what the endings of the dual are added to; but those that end in a weak letter."""
    found: dict[str, Noun] = {}
    for noun in _nouns().values():
        if noun.genitive[-1] not in "ىءا":
            found.setdefault(two_of(noun, "ين")[:-2], noun)
    return found


def is_feminine_after(text: str, end: int) -> bool | None:
    """Tells the gender of the noun after a number that ends at a place, None where it is not known."""
    found = _NOUN.match(text, end)
    if found is None:
        return None
    noun = _nouns().get(found["noun"].rstrip("ًٌٍ"))
    return noun.is_feminine if noun else True if found["noun"].endswith("ة") else None


def with_prefix(written: str) -> tuple[str, str]:
    """Returns what is written together with a number before it, and the number without; what is for the article, as in
    للثالث, is in the number as the article."""
    prefix = str(_PREFIX.findall(written)[0])
    rest = written[len(prefix) :]
    return (prefix[:-1], _ARTICLE + rest) if prefix.endswith("لل") else (prefix, rest)


def joined(prefix: str, number: str) -> str:
    """Returns a number with what is written together with it before it: ل and the article are لل."""
    if prefix.endswith("ل") and number.startswith(_ARTICLE):
        return f"{prefix}ل{number.removeprefix(_ARTICLE)}"
    return prefix + number


def is_in_genitive(before: str) -> bool:
    """Tells whether the noun that a text ends with is in the genitive, by the preposition before it."""
    return _OF_GENITIVE.search(before) is not None


def cardinal(*, definite: bool, feminine: bool, case: str) -> Manner:
    """Returns the manner of numbers in words from three to 99; `feminine` is the gender of what is counted and `case`
    the ending of the tens."""

    def write(value: str) -> str | None:
        number = int(value) if value.isdigit() else 0
        ten, unit = number - number % _TEN, number % _TEN
        article = _ARTICLE if definite else ""
        if 3 <= number <= _TEN:
            return article + _one(number, feminine=feminine)
        if number == _TEN + 1:
            return article + ("إحدى عشرة" if feminine else "أحد عشر")
        if number == _TEN + 2:
            return article + _TWO[feminine, case] + (" عشرة" if feminine else " عشر")
        if ten == _TEN and unit > 2:
            return f"{article}{_one(unit, feminine=feminine)} {'عشرة' if feminine else 'عشر'}"
        if number in _TENS:
            return article + _TENS[number] + case
        if ten in _TENS:
            units = {1: "إحدى" if feminine else "واحد", 2: _TWO[feminine, case] + "ن"}
            one = units[unit] if unit in units else _one(unit, feminine=feminine)
            return f"{article}{one} و{article}{_TENS[ten]}{case}"
        return None

    return write


def _one(number: int, *, feminine: bool) -> str:
    return _CARDINALS[number] + ("" if feminine else "ة")


def ordinal(*, feminine: bool, case: str) -> Manner:
    """Returns the manner of ordinals with the article from first to 199th."""

    def write(value: str) -> str | None:
        number = int(value) if value.isdigit() else 0
        ending = "ة" if feminine else ""
        if _HUNDRED < number < 2 * _HUNDRED:
            rest = write(str(number - _HUNDRED))
            return None if rest is None else f"{rest} بعد المائة"
        if number == 1:
            return "الأولى" if feminine else "الأول"
        if number in _UNITS:
            return "الثانية" if feminine and number == 2 else _UNITS[number] + ending
        if _TEN < number < 2 * _TEN:
            return f"{_unit(number - _TEN, feminine=feminine)} عشر{ending}"
        if number in _TENS:
            return _ARTICLE + _TENS[number] + case
        ten, unit = number - number % _TEN, number % _TEN
        if ten not in _TENS or number >= _HUNDRED:
            return None
        return f"{_unit(unit, feminine=feminine)} و{_ARTICLE}{_TENS[ten]}{case}"

    return write


def _unit(number: int, *, feminine: bool) -> str:
    """Returns the first word of an ordinal of several."""
    if number == 1:
        return "الحادية" if feminine else "الحادي"
    return "الثانية" if feminine and number == 2 else _UNITS[number] + ("ة" if feminine else "")


def first_of(value: str) -> str | None:
    """Writes an ordinal up to ten before the noun that it is of: أول مرة, ثالث امرأة."""
    return "أول" if value == "1" else _UNITS[int(value)].removeprefix(_ARTICLE) if int(value) in _UNITS else None


def indefinite(value: str) -> str | None:
    """Writes an ordinal up to ten after a feminine noun without an article: فترة ثانية."""
    if value == "1":
        return "أولى"
    stem = first_of(value)
    return None if stem is None else f"{stem}ة"
