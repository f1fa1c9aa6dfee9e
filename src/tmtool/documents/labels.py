"""Which list label does a text begin with, and what is its value?

Labels as United Nations documents and the text extracted from them have them: "1.", "(a)", "a)", "iv)", "IV.",
"–", also after a dash that extraction put there ("- 1.", " - a)"). English "(a)" and French "a)" have one value, and so
have letters of other scripts in the same place: (أ).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from tmtool.languages.tables import of_every_language, rows

_BULLET = r"[-–—•·▪*]"
_LABEL = re.compile(
    rf"""\s*(?:{_BULLET}\s+)?
    (?P<label>
        \d{{1,3}}(?:\.\d{{1,3}})*[.．]       # 1.  2.1.
      | \(?\d{{1,3}}\)                       # 1)  (1)
      | \(?(?:[a-z]{{1,2}}|[ivxl]{{1,6}})(?:bis|ter)?\)   # a)  (a)  iv)  aa)
      | \(?(?:[\u0400-\u04ff]|[\u0621-\u064a]{{1,2}}\u0640?)\)  # а)  (أ)
      | [0-9\u0660-\u0669]{{1,3}}\s?[-–](?=\s+[\u0600-\u06ff(])(?=[^a-z]{{4}})  # 12 - before Arabic
      | [\u0621-\u064a]\u0640?\s?[-–]    # ج - before Arabic
      | [a-z]\.(?=\s+[A-ZÀ-Ý])               # a. Opening
      | (?:\d{{1,3}}(?:[A-Z]|\.[IVX]+)(?:\.\d{{1,3}})+  # 29C.10 The  31.I.2 The
        | \d{{1,2}}(?:\.\d{{1,2}}){{2,}} | \d{{1,2}}\.\d)(?=\s+[A-ZÀ-Ý])  # 2.1.10 Scope  2.1 Scope
    )(?=\s|$|(?<=．))\s*""",
    re.VERBOSE,
)
# A capital is a label only of a heading: "M. Diallo a déclaré …" begins with a title of courtesy.
_CAPITAL_LABEL = re.compile(r"\s*(?P<label>[A-H]\.|[IVX]{1,5}\.)\s+(?=\S)")
_OTHER_SCRIPTS = "\u0400"
"""The first letter after those of Latin and Greek."""
_BULLET_LABEL = re.compile(rf"\s*(?P<label>{_BULLET})\s+(?=\S)")
_END_MARKS = ".?!:;…؟؛。？！：；"
_CLOSING = "»”\"’')]）」』》"
_FINAL_MARK = re.compile(r"(?<!\s)\s*[.:;,؛،。：；，]$")
_BRACKETED_NUMBER = re.compile(r"\s*\(\d+\)\s*")
_MARKS_AND_SIGNS = re.compile(r"[\u064b-\u0652\u0640\s.、．–—-]")
_NEAR = 24
"""Characters in which the value of a label may be after a word."""
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN_FIGURES = tuple(tens + ones for tens in ("", "x", "xx", "xxx") for ones in _ONES)[1:]


def take_label(text: str) -> tuple[str, str]:
    """Returns the label as it is written, without white space or a dash before it ("" for none), and the text after
    it."""
    found = _LABEL.match(text) or _BULLET_LABEL.match(text)
    if found is None and not has_end_mark(text):
        found = _CAPITAL_LABEL.match(text)
    if found is None and text.lstrip()[:1] >= _OTHER_SCRIPTS:
        found = _heading_label().match(text)
        if found and found["label"][0].isupper() and has_end_mark(text):
            found = None
    if found is None:
        return "", text
    return found["label"], text[found.end() :]


def is_bracketed_number(text: str) -> bool:
    """Tells whether a text is a number in brackets and nothing else, as tables have what is taken off: (500)."""
    return _BRACKETED_NUMBER.fullmatch(text) is not None


def value(label: str) -> str:
    """Returns what a label counts: "(a)" and "a)" are "a", "2.1." is "2.1", a dash is ""."""
    plain = re.sub(r"[^\w.]", "", label).strip(".").lower()
    return plain if plain.isascii() else _in_latin(plain)


def _in_latin(plain: str) -> str:
    """Returns a letter of another script as the Latin letter in its place, and figures of other scripts as others."""
    if plain.isdecimal():
        return str(int(plain))
    return _latin_letters().get(plain, plain)


def counts(label: str) -> frozenset[int]:
    """Returns the places that a label may have in its series: "c" is the third or the hundredth, "ثالثا" the third."""
    plain = value(label)
    if plain.isdigit():
        return frozenset({int(plain)})
    if not plain.isascii() or label[:1] >= _OTHER_SCRIPTS:
        named = _heading_counts().get(_unmarked(label))
        if named is not None:
            return named
    places = {_ROMAN_FIGURES.index(plain) + 1} if plain in _ROMAN_FIGURES else set()
    if len(plain) == 1 and "a" <= plain <= "z":
        places.add(ord(plain) - ord("a") + 1)
    return frozenset(places)


def differ(first: str, second: str) -> bool:
    """Tells whether two labels count something else; one of another script, by the place in its series."""
    one, other = value(first), value(second)
    if not one or not other or one == other:
        return False
    if first[:1] >= _OTHER_SCRIPTS or second[:1] >= _OTHER_SCRIPTS:
        places = counts(first), counts(second)
        return all(places) and places[0].isdisjoint(places[1])
    return True


def _unmarked(label: str) -> str:
    return _MARKS_AND_SIGNS.sub("", label)


@cache
def _heading_rows() -> tuple[tuple[str, ...], ...]:
    return tuple(row for path in of_every_language("heading_labels.tsv") for row in rows(path))


@cache
def _heading_counts() -> Mapping[str, frozenset[int]]:
    """Maps the names of the labels of headings to the places that they may have."""
    return {_unmarked(name): frozenset(map(int, places.split("|"))) for name, places, _ in _heading_rows()}


@cache
def _heading_label() -> re.Pattern[str]:
    """Returns the pattern of what other scripts have before a heading in the place of I. and A."""
    marked = (
        ("[\u064b-\u0652]*".join(map(re.escape, name)) + "[\u064b-\u0652]*" + after, len(name))
        for name, _, after in _heading_rows()
    )
    longest_first = "|".join(name for name, _ in sorted(marked, key=lambda one: -one[1]))
    return re.compile(rf"\s*(?P<label>{longest_first})\s*(?=\S)")


@cache
def _latin_letters() -> Mapping[str, str]:
    """Maps letters of labels to the Latin letters in their place, of all languages at once: no two share a script with
    other letters."""
    return {letter: latin for path in of_every_language("labels.tsv") for letter, latin in rows(path)}


def is_named(label: str, text: str) -> bool:
    """Tells whether what a label counts is in the first words of a text: "II." is in « Chapitre II »."""
    wanted = value(label)
    return bool(wanted) and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", text[:_NEAR].lower()) is not None


def styles(label: str) -> tuple[str, ...]:
    """Returns the series that a label may belong to, the likelier first: decimal, letter, roman, capital, bullet.

    "(i)" is a Roman numeral or a letter; its neighbours tell.
    """
    plain = re.sub(r"[^\w.]", "", label).strip(".")
    if not plain:
        return ("bullet",)
    if plain[0].isdigit():
        return (f"decimal-{plain.count('.')}",)
    if plain.isupper():
        return ("capital-roman", "capital") if plain.lower() in _ROMAN_FIGURES else ("capital",)
    if plain not in _ROMAN_FIGURES:
        return ("letter",)
    return ("roman", "letter") if len(plain) > 1 or plain == "i" else ("letter", "roman")


def paths(labels: Iterable[str]) -> list[tuple[str, ...]]:
    """Returns the values of each label and of those it is under: "1.", "a)", "b)" give (1), (1, a), (1, b).

    A series met for the first time is one deeper than the label before it; one met before goes on at its depth.
    """
    open_series: list[tuple[str, str]] = []
    found: list[tuple[str, ...]] = []
    for label in labels:
        style = _series(label, open_series)
        known = [depth for depth, (open_style, _) in enumerate(open_series) if open_style == style]
        depth = known[-1] if known else len(open_series)
        open_series[depth:] = [(style, value(label))]
        found.append(tuple(count for _, count in open_series))
    return found


def _series(label: str, open_series: Sequence[tuple[str, str]]) -> str:
    """Returns the series of a label that could be of two: the one that it goes on ("(i)" after "(h)"), else the
    likelier."""
    possible = styles(label)
    for style, last in reversed(open_series):
        if style in possible and _follows(last, value(label), style):
            return style
    return possible[0]


def _follows(last: str, next_one: str, style: str) -> bool:
    if style.endswith("roman"):
        return next_one in _ROMAN_FIGURES and last in _ROMAN_FIGURES[: _ROMAN_FIGURES.index(next_one)][-1:]
    return len(last) == len(next_one) == 1 and ord(next_one) == ord(last) + 1


def has_end_mark(text: str) -> bool:
    """Tells whether the text ends in . ? ! : ; or … of any script, closing quotes and brackets after it left aside."""
    end = len(text)
    while end and (text[end - 1] in _CLOSING or text[end - 1].isspace()):
        end -= 1
    return end > 0 and text[end - 1] in _END_MARKS


def bare_title(text: str) -> str:
    """Returns a title without a final full stop, colon, semicolon or comma: a list has them, a heading has not."""
    return _FINAL_MARK.sub("", text.strip())
