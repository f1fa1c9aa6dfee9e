"""How is the count of a list written in the form that the list has: 4, d, iv, IV?

The forms are those of word processors and of HTML, by the names of ECMA-376 part 1, 17.18.59.
"""

from __future__ import annotations

_NUMERALS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)

_LAST_LETTER = 26 * 30
"""Where Word gives up letters; a file may claim any count."""


def figure(count: int, form: str) -> str:
    """Returns a count in the form of a list ("decimal", "lowerLetter" …); forms of other scripts are given as
    digits."""
    if form in ("lowerLetter", "upperLetter") and 0 < count <= _LAST_LETTER:
        # Word and LibreOffice write z, aa, bb, …
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return text.upper() if form == "upperLetter" else text
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    if form == "decimalZero":
        return f"{count:02}"
    return "" if form == "none" else str(count)


def bullet(character: str) -> str:
    """Returns a list's bullet; "•" for none and for those of symbol fonts, which are where Unicode has no
    characters."""
    return "•" if not character or "\ue000" <= character[0] <= "\uf8ff" or character == "o" else character


def _roman(count: int) -> str:
    numeral = ""
    for worth, letters in _NUMERALS:
        numeral += letters * (count // worth)
        count %= worth
    return numeral
