"""Says what an Arabic number asks of the noun after it and of the adjective after that.

From three to ten the noun is in the plural and the number has the other gender (ثلاثة تقارير, ثلاث دول), from eleven to
99 the noun is in the accusative of the singular (15 تقريرا), after hundreds in its genitive (100 تقرير); the last two
figures decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages.ar.in_words import ARTICLE
from tmtool.languages.tables import any_word, rows, words
from tmtool.model import Span

PLURAL, ACCUSATIVE, GENITIVE = "plural", "accusative", "genitive"

_DUAL = {"ون": "ان", "ين": "ين"}
"""The endings of the dual by those of tens in the same case."""
_TENS_OF = {dual: tens for tens, dual in _DUAL.items()}
_TEN = 10
_FOLDER = Path(__file__).parent
_NOUN = re.compile(r"\s(?P<noun>[^\W\d_]+(?:[ًٌٍ]ا?)?)")
_TANWIN = str.maketrans("", "", "ًٌٍ")
_FREE = re.compile(
    rf"\s*(?:$|[^\w\s]|\s(?:{any_word(_FOLDER, 'after-noun')})(?!\w)"
    r"|\s(?:وال|بال|لل)\w|\sلت\w{2,}ية(?!\w)|\sل(?!ا)\w{3,}(?<!ي)(?<!ية)(?!\w))"
)
"""What follows a noun and does not agree with it; ل before another noun, as لتغطية, but for adjectives of the kind of
لغوي."""
_PREFIX = re.compile(r"[وف]?(?:لل|[بلك](?=ال|[^\W\d_]{3}))?")
_AGREEING = {PLURAL: "ة", ACCUSATIVE: "ا", GENITIVE: ""}
"""What is added to an adjective that agrees with a masculine noun of a thing in such a form."""
_OF_GENITIVE = re.compile(
    rf"(?<![\w\u064b-\u0652])(?:(?:[وف]?(?:{any_word(_FOLDER, 'with-genitive')})\s[^\W\d_]+"
    r"(?:ها|ه)?)|[وف]?(?:لل|[بلك]ال|[بل]دورت|[بل]جلست|[بل]اجتماع)[^\W\d_]*)\s$"
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A `Noun` is a noun in the forms that numbers ask for."""

    plural: str
    accusative: str
    genitive: str
    kind: str

    @property
    def is_person(self) -> bool:
        """Tells whether the noun is of persons, with whose plural no feminine agrees."""
        return self.kind == "person"

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
    """Returns what is counted by a number that ends at a place, and its form after another number; None where its forms
    are not known, or words after it would change with it. `old` and `new` are what the numbers ask for."""
    found = _NOUN.match(text, end)
    if found is None:
        return None
    place, written = Span(*found.span("noun")), found["noun"]
    # A feminine noun is written alike after 12 and 200, and in figures after 102 too.
    governed = (PLURAL, ACCUSATIVE, GENITIVE)
    alike = {government for government in (old, new) if government != PLURAL}
    if alike == {old, new} and written.endswith("ة") and all(one in governed or len(one) > 2 for one in alike):
        return place, written
    bare = written.translate(_TANWIN)
    noun = _nouns().get(bare)
    if noun is None or old not in governed or new not in governed:
        return None
    if noun.after(old) != bare:  # It may be in the form that the new number asks for: 200 مترا.
        return (place, written) if noun.after(new) == bare and _FREE.match(text, place.end) else None
    form = noun.after(new)
    form += "ً" if new == ACCUSATIVE and form.endswith("ا") and "اً" in text else ""
    if noun.is_feminine or _FREE.match(text, place.end):
        return place, form
    agreeing = _NOUN.match(text, place.end)
    if agreeing is None or noun.is_person or not _FREE.match(text, agreeing.end()):
        return None
    adjective = agreeing["noun"].translate(_TANWIN).removesuffix(_AGREEING[old])
    if adjective not in _adjectives() or adjective + _AGREEING[old] != agreeing["noun"].translate(_TANWIN):
        return None
    ending = _AGREEING[new] + ("ً" if new == ACCUSATIVE and "اً" in text else "")
    return Span(place.start, agreeing.end()), f"{form} {adjective}{ending}"


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(words(Path(__file__).with_name("counted_adjectives.tsv")))


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
    written = found["noun"].translate(_TANWIN) if found else ""
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
    noun = _nouns().get(found["noun"].translate(_TANWIN))
    return noun.is_feminine if noun else True if found["noun"].endswith("ة") else None


def with_prefix(written: str) -> tuple[str, str]:
    """Returns what is written together with a number before it, and the number without; what is for the article, as in
    للثالث, is in the number as the article."""
    prefix = str(_PREFIX.findall(written)[0])
    rest = written[len(prefix) :]
    return (prefix[:-1], ARTICLE + rest) if prefix.endswith("لل") else (prefix, rest)


def joined(prefix: str, number: str) -> str:
    """Returns a number with what is written together with it before it: ل and the article are لل."""
    if prefix.endswith("ل") and number.startswith(ARTICLE):
        return f"{prefix}ل{number.removeprefix(ARTICLE)}"
    return prefix + number


def is_in_genitive(before: str) -> bool:
    """Tells whether the noun that a text ends with is in the genitive, by the preposition before it."""
    return _OF_GENITIVE.search(before) is not None
