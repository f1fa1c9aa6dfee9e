"""Says what a Russian number asks of the noun after it, and how it is written in words.

In the nominative and accusative a number decides the form of its noun: 21 доклад, 3 доклада, 5 докладов. In any other
case (`cases`) noun and number are in the same one, and the noun is in the plural after all numbers that do not end in
one: so от 5 стран and от 3 стран are alike (Грамматика-80).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages.ru import cases
from tmtool.languages.ru.cases import NOUN
from tmtool.languages.tables import rows
from tmtool.model import Span

ADJECTIVE_ENDINGS = "ий|яя|ее|ие|его|ему|им|ем|ей|юю|их|ими|ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми"

_INANIMATE_GENITIVE = re.compile(r"[^\W\d_]+(?:[еая]ний|ятий|[цс]ий|ств|остей)", re.IGNORECASE)
"""A noun in the genitive of the plural that is no person, so that the number before it is in no accusative."""
_BETWEEN = re.compile(r"\s(?:(?:[^\W\d_]{2,}[ыи]х\s){1,2}|(?:[^\W\d_]{2,}[ыи]е\s){1,2})")
"""Adjectives between a number and its noun, which are in the genitive of the plural after 5, and after 2 too but for
those of feminine nouns."""
_REGULAR = (
    (re.compile(r"(?P<stem>(?!(?:комп|камп)ани)[^\W\d_]{2,}[ае]ни)(?:я|й)"), ("е", "я", "й", "два")),
    (re.compile(r"(?P<stem>[^\W\d_]{2,}ци)(?:и|й)"), ("я", "и", "й", "две")),
    (re.compile(r"(?P<stem>[^\W\d_]{3,}ств)(?:а|)"), ("о", "а", "", "два")),
    (re.compile(r"(?P<stem>(?!гост)[^\W\d_]{3,}ост)(?:и|ей)"), ("ь", "и", "ей", "две")),
)
"""Nouns whose ending tells all the forms that numbers ask for."""
_MOST = 100
"""The highest number that is written in words."""
_ACCUSATIVE_ENDINGS = {"а": "у", "я": "ю"}
_NEXT = re.compile(r"\s(?P<noun>[^\W\d_]+)")
_PRONOUNS = re.compile(r"(?<!\w)(?:сво|мо|тво|наш|ваш|эт|одн|сам|чь|не[скч]\w*)их(?!\w)", re.IGNORECASE)
_AFTER_TWO, _AFTER_FIVE = re.compile(r"([ыи])х(?!\w)"), re.compile(r"([ыи])е(?!\w)")


@dataclass(frozen=True, slots=True)
class Noun:
    """A `Noun` is a noun in the forms that numbers ask for in the nominative: 1 доклад, 3 доклада, 5 докладов; `two` is
    the word for two before it."""

    one: str
    few: str
    many: str
    two: str
    kind: str = "thing"

    def after(self, government: str) -> str:
        """Returns the form after a number of such a government in the nominative."""
        return {"one": self.one, "few": self.few, "many": self.many}[government]

    def as_object(self, government: str) -> str:
        """Returns the form after a number of such a government in the accusative, of a noun that is no person."""
        if government != "one" or self.two == "два":
            return self.after(government)
        return re.sub("[ая]$", lambda ending: _ACCUSATIVE_ENDINGS[ending[0]], self.one)

    @property
    def is_person(self) -> bool:
        """Tells whether the noun is of persons or animals, so that in the accusative it may be in the genitive."""
        return self.kind == "person"


def government(value: str) -> str:
    """Returns what a number asks of the noun after it in the nominative: "one" the singular, "few" its genitive, "many"
    that of the plural, "fraction" the genitive of the singular."""
    if "." in value:
        return "fraction"
    last, tens = int(value[-1]), int(value[-2:])
    if tens in range(11, 15) or last == 0 or last > 4:
        return "many"
    return "one" if last == 1 else "few"


def is_inanimate_genitive(text: str, span: Span) -> bool:
    """Tells whether the noun after a number shows that it is in the genitive."""
    after = NOUN.match(text, span.end)
    if after is None:
        return False
    known = _nouns().get(after["noun"])
    return (known is not None and known.many == after["noun"] and not known.is_person) or bool(
        _INANIMATE_GENITIVE.fullmatch(after["noun"])
    )


def noun_after(text: str, span: Span) -> tuple[Span, Noun] | None:
    """Returns the noun after a number where its forms are known, and its place; there may be adjectives before it."""
    found = NOUN.match(text, span.end)
    noun = _noun(found["noun"]) if found else None
    if found is None or noun is None:
        return None
    place = Span(*found.span("noun"))
    is_next = place.start == span.end + 1
    return (place, noun) if is_next or _BETWEEN.fullmatch(text, span.end, place.start) else None


def one_after(text: str, span: Span) -> tuple[Span, Noun] | None:
    """Returns the noun in the singular after a number that ends in one, where its forms are known, and its place."""
    found = _NEXT.match(text, span.end)
    noun = _singulars().get(found["noun"]) if found else None
    return (Span(*found.span("noun")), noun) if found and noun else None


def adjectives_between(written: str, noun: Noun, new: str) -> str | None:
    """Returns what is between a number and its noun, the adjectives as a number of another government asks for them:
    две новые страны, пять новых стран, два новых района. None where a word is no adjective."""
    if not written.strip():
        return written
    if _PRONOUNS.search(written):
        return None
    if new == "many":
        return _AFTER_FIVE.sub(r"\1х", written)
    return _AFTER_TWO.sub(r"\1е", written) if noun.two == "две" else written


def _noun(written: str) -> Noun | None:
    """Returns a noun by one of its forms after a number."""
    if (known := _nouns().get(written)) is not None:
        return known
    for ending, (one, few, many, two) in _REGULAR:
        if (found := ending.fullmatch(written)) is not None:
            stem = found["stem"]
            return Noun(stem + one, stem + few, stem + many, two)
    return None


@cache
def _nouns() -> dict[str, Noun]:
    """Returns the nouns whose forms are known, by the forms that only numbers in the nominative or the genitive ask
    for."""
    return {form: noun for noun in _known() for form in (noun.few, noun.many)}


@cache
def _singulars() -> dict[str, Noun]:
    """Returns the nouns that are no persons by their accusative of the singular."""
    return {noun.as_object("one"): noun for noun in _known() if not noun.is_person}


@cache
def _known() -> tuple[Noun, ...]:
    return tuple(Noun(*forms) for forms in rows(Path(__file__).with_name("counted_nouns.tsv")))


@cache
def _simple() -> dict[int, tuple[str, ...]]:
    """Returns numbers of one word, in the order of the cases."""
    return {int(value): tuple(forms) for value, *forms in rows(Path(__file__).with_name("cardinals.tsv"))}


def in_words(value: str, case: str, two: str = "два") -> str | None:
    """Returns a number from 2 to 100 in words in a case; None for one that cannot be written, and for those that end in
    one, which have a gender."""
    number = int(value) if value.isdigit() and len(value) <= len(str(_MOST)) else 0
    if not 1 < number <= _MOST or government(value) == "one":
        return None
    words = _simple()
    parts = [number] if number in words else [number - number % 10, number % 10]
    text = " ".join(words[part][cases.CASES.index(case)] for part in parts)
    return re.sub(r"(?<!\w)два$", two, text)


def cases_of(value: str, written: str) -> list[str]:
    """Returns the cases in which a number is written so in words."""
    return [case for case in cases.CASES if any(in_words(value, case, two) == written for two in ("два", "две"))]
