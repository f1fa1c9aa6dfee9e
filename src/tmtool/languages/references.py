"""Reads references by value, for languages that put the number after the noun: item 3 (a), point 3 a).

A reference is a noun with a number: digits, Roman numerals or a capital letter, with the letters
of sub-items after it; the span covers the number and its letters, not the noun, and the value
names the noun in English. A plural noun governs a list ("items 3 and 4"), a noun of either number
a range ("para. 5–7") and the letters that follow ("item 3 (a) and (b)"). Languages do not always
take the cognate noun ("rule 5" is "article 5"): compare the numbers before the nouns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tmtool.languages import roman
from tmtool.languages.finding import Reading
from tmtool.languages.tables import rows
from tmtool.model import Placeable, PlaceableKind, Span

_DATED_NOUNS = frozenset({"resolution", "decision"})  # "resolution 2127 (2013)"
_LETTERED_NOUNS = frozenset({"annex", "appendix", "chapter", "figure", "part", "section", "table", "volume"})
_FIRST_NOUNS = frozenset({"article", "chapter", "paragraph", "principle", "section"})  # "article premier"
_YEARLESS_NOUNS = frozenset(
    {"figure", "goal", "indicator", "item", "option", "part", "recommendation", "table", "target"}
)  # "target 2016" is a year's target
_NUMBERED_NOUNS = frozenset({"item", "no", "page", "resolution", "decision", "paragraph", "subparagraph"})


@cache
def _nouns(table: Path) -> dict[str, tuple[str, bool]]:
    """Maps each noun of a language's table to the English one and whether it is a plural."""
    return {noun: (canonical, number == "p") for noun, canonical, number in rows(table)}


@cache
def _clues(table: Path) -> frozenset[str]:
    """Returns the first words of the nouns: a text without any of them has no reference."""
    return frozenset(re.split(r"\W", noun)[0] for noun in _nouns(table))


def noun_pattern(table: Path, number: str) -> re.Pattern[str]:
    """Returns the expression of a noun of the table in lower case, its group `noun`, with all that comes before the
    number; `number` is the pattern of the word for that. A noun that ends in a sign may touch the number ("n°5")."""
    ordered = sorted(_nouns(table), key=len, reverse=True)
    touching = "|".join(re.escape(noun) for noun in ordered if _SIGN.search(noun))
    spaced = "|".join(noun for noun in ordered if not _SIGN.search(noun))
    return re.compile(rf"(?<![\w/-])(?P<noun>{touching}|(?:{spaced})(?=\s))\s{{0,3}}(?:{number})?")


def label_pattern(letters: str) -> re.Pattern[str]:
    """Returns the expression of a label that needs no opening bracket, "a)" and "(ii)", by the letters it may have; its
    only group is what the label says."""
    return re.compile(
        rf"\(?(?<![^\W\d_])([{letters}](?:\.[0-9]{{1,2}})?|[ivx]{{2,5}}|[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)\)"
    )


_SIGN = re.compile(r"[.°º}]s?$")


_LATIN = {word: word for word in ("bis", "ter", "quater")}
_WORD_AFTER = re.compile(r" ?([^\W\d_]{3,7})(?!\w)")


@dataclass(frozen=True, slots=True)
class ReferenceForms:
    """`ReferenceForms` holds how a language writes references, as compiled expressions.

    `noun` is what `noun_pattern` gives. `label` matches each of the labels after a number (its last
    group that matched is the letter); `joint` matches what joins the numbers of a list, `dash` those of a range;
    `either` holds the words of `joint` that join numbers after a noun in the singular, too; `first` is the word for 1
    after a noun ("article premier"); `not_after` refuses a number that belongs to something else (a month, a clock);
    `inserted` gives for the words after the number of an article that was put between two others the Latin ones.
    """

    noun: re.Pattern[str]
    label: re.Pattern[str]
    joint: re.Pattern[str]
    dash: re.Pattern[str]
    either: frozenset[str]
    first: re.Pattern[str]
    not_after: re.Pattern[str]
    inserted: Mapping[str, str] = field(default_factory=lambda: _LATIN)


@dataclass(frozen=True, slots=True)
class _Number:
    """A `_Number` is a number read after a noun: where it ends, its value without labels, and with them."""

    end: int
    head: str
    value: str


_LEADING_ZEROS = re.compile(r"^0+(?=[1-9][0-9]*$)")
"""What some houses write before a number of one figure: Agenda item 02."""


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(
        r"(?P<digits>[0-9]++(?:\.(?:[0-9]++|[A-Za-z](?![^\W\d_])(?!\))))*+(?:/[0-9]++)*+)(?:(?!\w)|(?=(?:[a-z]|[ivx]{2,5})\))|(?=[A-ZА-Я](?!\w)))"
        # Of resolution 75/290 A the letter may end a sentence; elsewhere a letter with a full stop is a label.
        r"(?P<series>(?: [A-Z](?![\w'’.])|(?:(?<=/[0-9])|(?<=/[0-9]{2})|(?<=/[0-9]{3})) [A-Z](?=\.(?:\s|$))))?+"
        r"(?P<session> ?\((?:[12][0-9]{3}|(?:S-|ES-)?[IVXL]++)\))?+"
    )


@cache
def _roman() -> re.Pattern[str]:
    # A small letter glued to the numeral calls a note: "annex IIIa".
    return re.compile(rf"(?P<roman>{roman.NUMERAL})(?:(?!\w)|(?=[a-d](?!\w)))(?P<more>(?:\.(?:[0-9]++|[A-Z](?!\w)))*+)")


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"(?P<capital>[A-Z])(?![\w'’])(?P<more>(?:\.(?:[0-9]++|[A-Z](?!\w)))*+)")


def find(reading: Reading, table: Path, language: Callable[[], ReferenceForms]) -> Iterator[Placeable]:
    """Yields the references of a text, in its order, by the nouns of a table; the forms of the language are asked for
    only where there may be one."""
    if reading.words.isdisjoint(_clues(table)):
        return
    nouns, forms = _nouns(table), language()
    text = reading.text
    for noun in forms.noun.finditer(reading.lower):
        canonical, plural = nouns[noun["noun"]]
        start = noun.end()
        number = _number(text, start, canonical, forms) or _labels_only(text, start, "", forms)
        while number:
            yield Placeable(PlaceableKind.REFERENCE, Span(start, number.end), f"{canonical}:{number.value}")
            # After a singular noun "and" joins letters only: "item 3 (a) and (b)", "item 3 and 20 countries"; "or"
            # joins numbers too: "section 47 or 47.1".
            dash, joint = (sign.match(text, number.end) for sign in (forms.dash, forms.joint))
            step = dash or joint
            if step is None:
                break
            start = step.end()
            numbers = dash or plural or step.group().strip(" ,") in forms.either
            following = _number(text, start, canonical, forms) if numbers else None
            number = following or _labels_only(text, start, number.head, forms)


def _number(text: str, start: int, canonical: str, forms: ReferenceForms) -> _Number | None:
    """Returns the number at `start`, with its labels, or None if there is none."""
    if canonical in _FIRST_NOUNS and (first := forms.first.match(text, start)):
        return _with_labels(text, first.end(), "1", forms)
    if digits := _digits().match(text, start):
        end, head = digits.end("digits"), _LEADING_ZEROS.sub("", digits["digits"].lower())
        if forms.not_after.match(text, end) or (canonical in _YEARLESS_NOUNS and _is_year(head)):
            return None
        if canonical in _DATED_NOUNS:
            end = digits.end()
            head += (digits["series"] or "").strip() + (digits["session"] or "").strip()
        return _with_labels(text, end, head, forms)
    numeral = _roman().match(text, start)
    if numeral and (canonical not in _NUMBERED_NOUNS or (canonical == "item" and _is_of_an_item(numeral))):
        single_letter = len(numeral["roman"]) == 1 and numeral["roman"] in "LC"
        if not single_letter and not forms.not_after.match(text, numeral.end()):
            head = f"{roman.value(numeral['roman'])}{numeral['more'].lower()}"
            return _with_labels(text, numeral.end(), head, forms)
    capital = _capital().match(text, start)
    if capital and canonical in _LETTERED_NOUNS and not forms.not_after.match(text, capital.end()):
        return _with_labels(text, capital.end(), capital.group().lower(), forms)
    return None


def _is_of_an_item(numeral: re.Match[str]) -> bool:
    """Tells whether a Roman numeral numbers an item: it has a letter after it or is no letter itself. One letter may be
    anything: the item I mentioned, point C."""
    return bool(numeral["more"]) or (len(numeral["roman"]) > 1 and set(numeral["roman"]) <= set("IVX"))


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.startswith(("19", "20"))


def _with_labels(text: str, end: int, head: str, forms: ReferenceForms) -> _Number:
    if (word := _WORD_AFTER.match(text, end)) and word[1] in forms.inserted:
        end, head = word.end(), f"{head}.{forms.inserted[word[1]]}"
    labels = _row(forms.label.pattern).match(text, end)
    if labels is None:
        return _Number(end, head, head)
    return _Number(labels.end(), head, ".".join([head, *_labels(labels.group(), forms)]))


def _labels_only(text: str, start: int, head: str, forms: ReferenceForms) -> _Number | None:
    """Returns letters that continue the number before them, or stand for one: "paragraph (a)"."""
    labels = _row(forms.label.pattern).match(text, start)
    if labels is None or text[start].isspace():
        return None
    letters = _labels(labels.group(), forms)
    return _Number(labels.end(), head, ".".join([head, *letters] if head else letters))


@cache
def _row(label: str) -> re.Pattern[str]:
    """Returns the expression of the labels after a number, of which `label` matches each: 8 b) i), 8.b)."""
    return re.compile(rf"(?:(?:\s{{0,2}}|\.){label})+")


def _labels(labels: str, forms: ReferenceForms) -> list[str]:
    return [match[match.lastindex or 0] for match in forms.label.finditer(labels)]
