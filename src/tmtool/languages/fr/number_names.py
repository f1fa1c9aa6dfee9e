"""Gives the names of numbers in French: "vingt et un", "quatre-vingts", "soixante-dix-neuvième".

The traditional spelling of the United Nations (hyphens below a hundred, "et" before "un" and "onze"), made from the
words of numerals.tsv. Cardinals are masculine.
"""

from __future__ import annotations

from functools import cache

from tmtool.languages.fr.numerals import vocabulary

LARGEST = 999_999


@cache
def _cardinals() -> dict[int, str]:
    """Returns the words for 0 to 16 and the tens."""
    found: dict[int, str] = {}
    for word, (value, role) in vocabulary().items():
        if role in ("zero", "one", "unit", "teen", "ten"):
            found.setdefault(value, word)
    return found


@cache
def _last_words() -> dict[str, str]:
    """Maps the last word of a cardinal to that of its ordinal."""
    ordinals: dict[int, str] = {}
    for word, (value, role) in vocabulary().items():
        if role.endswith("-e") and role != "alone-e":
            ordinals.setdefault(value, word)
    words = {word: value for word, (value, role) in vocabulary().items() if not role.endswith("-e")}
    return {word: ordinals[value] for word, value in words.items() if value in ordinals}


def cardinal(number: int) -> str:
    """Returns the name of a number from 0 to `LARGEST`."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        # "quatre-vingts" and "deux cents" lose their s before "mille".
        head = "" if thousands == 1 else f"{_without_plural(cardinal(thousands))} "
        return f"{head}mille" + (f" {cardinal(rest)}" if rest else "")
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        head = "" if hundreds == 1 else f"{cardinal(hundreds)} "
        if rest:
            return f"{head}cent {cardinal(rest)}"
        return f"{head}cents" if head else "cent"
    return _below_hundred(number)


def _below_hundred(number: int) -> str:
    names = _cardinals()
    if number < 17:
        return names[number]
    if number < 20:
        return f"dix-{names[number - 10]}"
    ten, unit = divmod(number, 10)
    if ten in (7, 9):
        ten, unit = ten - 1, unit + 10
    tens = names[20 + 10 * (ten - 2)] if ten < 8 else "quatre-vingt"
    if not unit:
        return tens if ten < 8 else "quatre-vingts"
    joint = " et " if unit in (1, 11) and ten < 8 else "-"
    return f"{tens}{joint}{_below_hundred(unit)}"


def ordinal(number: int) -> str:
    """Returns the ordinal of a number from 2 to `LARGEST`, the same in both genders: "deuxième", "vingt et unième"."""
    name = _without_plural(cardinal(number))
    start = max(name.rfind(" "), name.rfind("-")) + 1
    return name[:start] + _last_words()[name[start:]]


def _without_plural(name: str) -> str:
    return name[:-1] if name.endswith(("vingts", "cents")) else name
