"""Names numbers in English and French: written from the grammars, apart from the code under test."""

from __future__ import annotations

_ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_ENGLISH_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ENGLISH_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_FRENCH = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
]
_FRENCH_TENS = [
    "-",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
]


def english(number: int) -> str:
    """Returns the English name of 0 to 9,999."""
    if number < 20:
        return _ENGLISH[number]
    if number < 100:
        ten, unit = divmod(number, 10)
        return _ENGLISH_TENS[ten] + (f"-{_ENGLISH[unit]}" if unit else "")
    power, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    head, rest = divmod(number, power)
    join = " " if rest >= 100 else " and "
    return f"{english(head)} {name}" + (f"{join}{english(rest)}" if rest else "")


def english_ordinal(number: int) -> str:
    """Returns the English ordinal of 1 to 9,999."""
    name = english(number)
    start = max(name.rfind(" "), name.rfind("-")) + 1
    head, last = name[:start], name[start:]
    if last in _ENGLISH_ORDINALS:
        return head + _ENGLISH_ORDINALS[last]
    return head + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def french(number: int) -> str:
    """Returns the French name of 0 to 9,999, with the plurals of cent and vingt."""
    if number < 17:
        return _FRENCH[number]
    if number < 20:
        return f"dix-{_FRENCH[number - 10]}"
    if number < 100:
        ten, unit = divmod(number, 10)
        if ten in (7, 9):
            unit += 10
        if number == 80:
            return "quatre-vingts"
        if not unit:
            return _FRENCH_TENS[ten]
        joint = " et " if unit in (1, 11) and ten < 8 else "-"
        return f"{_FRENCH_TENS[ten]}{joint}{french(unit)}"
    if number < 1000:
        head, rest = divmod(number, 100)
        cent = "cent" if head == 1 else f"{_FRENCH[head]} cent" + ("" if rest else "s")
        return f"{cent} {french(rest)}" if rest else cent
    head, rest = divmod(number, 1000)
    mille = "mille" if head == 1 else f"{french(head)} mille"
    return f"{mille} {french(rest)}" if rest else mille


def french_ordinal(number: int) -> str:
    """Returns the French ordinal of 2 to 9,999."""
    name = french(number)
    if number % 100 == 80 or (number % 100 == 0 and name.endswith("cents")):
        name = name.removesuffix("s")
    if name.endswith("un"):
        return name + "ième"
    if name.endswith("cinq"):
        return name + "uième"
    if name.endswith("neuf"):
        return name[:-1] + "vième"
    return name.removesuffix("e") + "ième"
