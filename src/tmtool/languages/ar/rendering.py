"""Writes values in the manner of an Arabic text: 25 حزيران/يونيه 2014, الدورة التاسعة والستون, 10:00, البند 3 (أ).

Where the noun after a number would change its form, it is changed if all its forms are known (`counting`), else the
number is refused; so is the dual. Figures and the order of the groups of thousands are those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tmtool.languages import manners
from tmtool.languages.ar import counting, in_words
from tmtool.languages.ar.letters import bare
from tmtool.languages.manners import Manner
from tmtool.languages.rendering import Change, Rewritten, UncertainError, copied, same_parts
from tmtool.languages.tables import any_word, rows
from tmtool.model import Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_FOLDER = Path(__file__).parent
_COUNTED = re.compile(
    rf"\s(?!(?:{any_word(_FOLDER, 'function-word-after-number')})\s|(?:[وبك]?ال|لل)(?!تزام|تماس|تهاب|تحاق)\w"
    rf"|(?:{any_word(_FOLDER, 'not-counted')})(?!\w))[^\W\d_]"
)
"""A word after a number that may depend on it: no preposition, conjunction or pronoun, and nothing with the article,
which what is counted never has after its number."""
_RANGE = re.compile(r"[0-9٠-٩]\s?[-–]\s?$")
_YEAR = re.compile(r"(?:(?<!\w)(?:[وف]?في|منذ)|عام|عامي|سنة|[ال]لفترة|فترة السنتين) (?:[0-9٠-٩]{4}\s?[-–]\s?)?$")
_FIGURES = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_SIGNS = (" في المائة", "%", " %", "٪", " في المئة")
_SCALES = {"مليون": 6, "بليون": 9, "تريليون": 12}
_DATE = re.compile(
    r"(?:(?P<day>[0-9٠-٩]{1,2})(?P<space> |(?=[^\W\d_])|$))?"
    r"(?:(?P<first>[^\W\d_]+(?: ال[^\W\d_]+)?)(?:(?P<joint> ?/ ?)(?P<second>[^\W\d_]+))?)?"
    r"(?:(?P<gap> )?(?P<year>[0-9٠-٩]{4}))?"
)
_BEFORE_NOUN = re.compile(r"\s(?!من\s|ال)[^\W\d_]{2}")
_OF_PART = re.compile(rf"(?<!\w)[وفبلك]?(?:ال|ل)(?:{any_word(_FOLDER, 'part-of-document')}) $")
"""A part of a document before its number, which may be in figures too."""
_TWO = "2"
_UP_TO_TEN = 10
"""Numbers that are written in words wherever they can be."""
_TATWEEL = "\u0640"
_EASTERN, _WESTERN = re.compile("[٠-٩]"), re.compile("[0-9]")
_NAMED_TWICE = (6, 7)
_OF_GENITIVE = re.compile(rf"(?<![\w\u064b-\u0652])[وف]?(?:{any_word(_FOLDER, 'with-number-in-genitive')}) $")
"""Words that have what follows them in the genitive."""
_AGE = re.compile(r"(?<!\w)[وفبلك]?(?:ال|ل)?سن\s(?:ال\w+(?:\sعشرة)?\s)?$")
"""What is before an age, which is said by an ordinal."""
_TITLE = re.compile(r"(?:[0-9]{1,3}\s?[-.]\s)?(?:ال[^\W\d_]+\s)+")
"""What begins a title, so that its noun is in the nominative: الدورة الاستثنائية."""
_IN_WORDS = 19
"""Up to this number an ordinal in words shows no case."""
_NOUNS = {
    True: re.compile(r"(?:ة|دورت\w{1,3}|جلست\w{1,3}) $"),
    False: re.compile(rf"(?:{any_word(_FOLDER, 'masculine-before-ordinal')})\w{{0,3}} $"),
}
"""Nouns before an ordinal that are feminine, and masculine."""


def rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes the new value in the place of the old one (`languages.rendering.Rewrite`). Raises UncertainError."""
    written = place.span.of(text)
    match change.kind:
        case PlaceableKind.NUMBER | PlaceableKind.PERCENT:
            return _number(text, place, change)
        case PlaceableKind.ORDINAL:
            return Rewritten(place.span, _in_figures(written, lambda plain: _ordinal(text, place, change, plain)))
        case PlaceableKind.DATE:
            return Rewritten(place.span, _in_figures(written, lambda plain: _date(plain, change)))
        case PlaceableKind.WEEKDAY:
            return Rewritten(place.span, _weekday(written, change))
        case PlaceableKind.TIME:
            return Rewritten(place.span, _in_figures(written, lambda plain: _time(plain, change)))
        case PlaceableKind.REFERENCE:
            old, new = (value.rpartition(":")[2] for value in (change.old, change.new))
            ways = [manners.figures, _letter, manners.capital, manners.roman_figures]
            return Rewritten(place.span, _in_figures(written, lambda plain: manners.with_parts(plain, old, new, ways)))
        case PlaceableKind.SYMBOL:
            return copied(text, place, change)
        case _:
            raise UncertainError(say("the form of “{written}” is not certain", written=written))


def _in_figures(written: str, write: Callable[[str], str]) -> str:
    """Returns what is written with Latin figures, in the figures of the text."""
    plain = "".join(str(int(one)) if one.isdecimal() else one for one in written)
    return write(written) if plain == written else write(plain).translate(_FIGURES)


def _number(text: str, place: Placeable, change: Change) -> Rewritten:
    """Returns a number or a share, with the noun after it where its form changes and is known."""
    written, end = place.span.of(text), place.span.end
    if (of_two := counting.dual(written)[1]) is not None:
        return _of_two(text, place, change, of_two)
    if change.new == _TWO and change.kind is PlaceableKind.NUMBER and _COUNTED.match(text, end):
        return _as_two(text, place, change)
    ends = ("", *_SIGNS) if change.kind is PlaceableKind.PERCENT else ("",)
    ways = [manners.followed_by(way, ending) for way in _numbers(written) for ending in ends]
    if _AGE.search(text, 0, place.span.start) and written.lstrip("و").startswith("ال"):
        return Rewritten(place.span, _ordinal(text, place, change, written))
    if any(character.isdecimal() for character in written):
        new = _in_figures(written, lambda plain: manners.alike(plain, change, ways))
    else:
        new = _in_cardinals(text, place, change)
    is_year = len(change.old) == len(change.new) == 4 and _YEAR.search(text, 0, place.span.start)
    if change.kind is PlaceableKind.PERCENT or is_year or not _COUNTED.match(text, end):
        return Rewritten(place.span, new)
    asked = counting.government(change.old), counting.government(change.new)
    is_definite = counting.with_prefix(written)[1].startswith(in_words.ARTICLE)
    if is_definite and counting.noun_after(text, end, asked[0]) is None:
        return Rewritten(place.span, new)  # What is counted is before it: للدول العشر ومبادرة.
    if asked[0] == asked[1]:
        return Rewritten(place.span, new)
    # Of a range, which may be the wrong way round, it is not certain which number the noun is of.
    counted = None if _RANGE.search(text, 0, place.span.start) else counting.counted(text, end, *asked)
    if counted is None:
        raise UncertainError(say("{old} and {new} take other cases", old=change.old, new=change.new))
    noun, form = counted
    if form == noun.of(text):
        return Rewritten(place.span, new)
    return Rewritten(Span(place.span.start, noun.end), new + text[end : noun.start] + form)


def _of_two(text: str, place: Placeable, change: Change, noun: counting.Noun) -> Rewritten:
    """Returns a noun in the dual with another number before it: شهرين is ستة أشهر. Raises UncertainError."""
    written = place.span.of(text)
    asked = counting.government(change.new)
    uncertain = asked not in (counting.PLURAL, counting.ACCUSATIVE) or not counting.is_free(text, place.span.end)
    case = counting.dual(written)[2]
    number: str | None = change.new
    if asked == counting.PLURAL or not any(character.isdigit() for character in change.new_written):
        number = in_words.cardinal(definite=False, feminine=noun.is_feminine, case=case)(change.new)
    if uncertain or number is None:
        raise UncertainError(say("{old} and {new} take other cases", old=change.old, new=change.new))
    return Rewritten(place.span, f"{number} {noun.after(asked)}")


def _as_two(text: str, place: Placeable, change: Change) -> Rewritten:
    """Returns the dual of the noun after a number, which says two by itself, after a preposition: in the genitive.
    Raises UncertainError."""
    found = counting.noun_after(text, place.span.end, counting.government(change.old))
    prefix, _ = counting.with_prefix(place.span.of(text))
    governed = prefix[-1:] in ("ب", "ل", "ك") or _OF_GENITIVE.search(text, 0, place.span.start)
    if found is None or not governed or not counting.is_free(text, found[0].end):
        raise UncertainError(say("{old} and {new} take other cases", old=change.old, new=change.new))
    there, noun = found
    return Rewritten(Span(place.span.start, there.end), prefix + counting.two_of(noun, "ين"))


def _in_cardinals(text: str, place: Placeable, change: Change) -> str:
    """Returns a number in words, of the gender and in the case of the one that is there; above ten in figures where the
    case is not certain. Raises UncertainError."""
    prefix, number = counting.with_prefix(place.span.of(text).replace(_TATWEEL, ""))
    is_definite = number.startswith(in_words.ARTICLE)
    is_followed = is_definite or number.endswith("ة") or _COUNTED.match(text, place.span.end)
    if change.new == "8" and not is_followed:  # ثماني is ثمان where nothing follows.
        raise UncertainError(say("the form of “{written}” is not certain", written=number))
    # What is counted is before a number with the article: السنوات الخمس.
    known = None if is_definite else counting.is_feminine_after(text, place.span.end)
    ways = [
        in_words.cardinal(definite=is_definite, feminine=feminine, case=case)
        for feminine in ((True, False) if known is None else (known,))
        for case in ("ون", "ين")
    ]
    try:
        return counting.joined(prefix, manners.alike(number.replace("ثنى ", "ثني "), change, ways))
    except UncertainError:
        written = {way(change.old) for way in ways}
        if number.replace("ثنى ", "ثني ") not in written or not change.new.isdigit() or int(change.new) <= _UP_TO_TEN:
            raise
        return _with_figures(text, prefix + ("ال" if is_definite else ""), change.new)


def _with_figures(text: str, prefix: str, value: str) -> str:
    """Returns a number in the figures of the text after what would be written together with its word: الـ 12."""
    figures = value.translate(_FIGURES) if _EASTERN.search(text) and not _WESTERN.search(text) else value
    apart = f"{prefix} " if prefix == "و" else f"{prefix}{_TATWEEL} " if prefix else ""
    return apart + figures


def _ordinal(text: str, place: Placeable, change: Change, written: str) -> str:
    """Returns an ordinal, of the gender of the one that is there and in its case. Raises UncertainError."""
    if written.isdecimal():
        return manners.alike(written, change, [manners.figures])
    prefix, number = counting.with_prefix(written)
    if not number.startswith("ال"):
        ways: list[Manner] = [in_words.indefinite]
        if _BEFORE_NOUN.match(text, place.span.end):
            ways.append(in_words.first_of)
        return counting.joined(prefix, manners.alike(number, change, ways))
    before = text[: place.span.start]
    if int(change.new) > _IN_WORDS and _OF_PART.search(before) and not counting.is_in_genitive(before):
        return manners.figures(change.new) or ""  # Tens show the case, which is not known here; figures have none.
    # Tens alone do not tell a gender, and other numbers alone not the case of tens.
    known = [feminine for feminine, noun in _NOUNS.items() if noun.search(before)]
    genders = known if known and change.old[-1] == "0" and change.old != "10" else [True, False]
    cases = (
        ["ين"]
        if counting.is_in_genitive(before) or _AGE.search(before)
        else ["ون"]
        if _TITLE.fullmatch(before)
        else ["ون", "ين"]
    )
    ways = [in_words.ordinal(feminine=feminine, case=case) for feminine in genders for case in cases]
    return counting.joined(prefix, manners.alike(number, change, ways))


def _numbers(written: str) -> list[Manner]:
    plain = [manners.grouped("", "," if re.search(r"\d,\d{1,2}(?!\d)", written) else ".")]
    spaced = [manners.grouped(" ", ".", backward=backward) for backward in (False, True)]
    scales = [manners.scaled(f" {word}", exponent, way) for word, exponent in _SCALES.items() for way in plain]
    return [*plain, *spaced, manners.grouped(",", "."), *scales]


@cache
def _letters() -> dict[str, str]:
    found: dict[str, str] = {}
    for letter, latin in rows(Path(__file__).with_name("labels.tsv")):
        found.setdefault(latin, letter)
    return found


def _letter(token: str) -> str | None:
    return _letters().get(token)


@cache
def _months() -> dict[int, tuple[str, str]]:
    table = rows(Path(__file__).with_name("double_months.tsv"))
    return {int(number): (first, second) for number, first, second, _ in table}


def _date(written: str, change: Change) -> str:
    parts, (_, month, _), (new_year, new_month, new_day) = same_parts(_DATE.fullmatch(written), written, change)
    pieces = []
    if parts["first"] and not parts["second"]:
        pieces.append(_one_name(parts["first"], month, new_month))
    elif parts["first"]:
        if (bare(parts["first"]), bare(parts["second"])) != tuple(map(bare, _months()[month])):
            raise UncertainError(say("the form of “{written}” is not certain", written=written))
        pieces.append(parts["joint"].join(_months()[new_month]))
    pieces.append(str(new_year) if parts["year"] else "")
    return f"{new_day}{parts['space']}" * bool(parts["day"]) + " ".join(piece for piece in pieces if piece)


def _one_name(written: str, month: int, new: int) -> str:
    """Returns the name of the new month where months are named once, in the row of names of the old one. Raises
    UncertainError where that row is not known."""
    series = [place for place, name in enumerate(_months()[month]) if bare(name) == bare(written)]
    # June and July have two Gregorian names, of which no other month tells the one that the text uses.
    if not series or (series == [1] and new in _NAMED_TWICE and month not in _NAMED_TWICE):
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return _months()[new][series[0]]


def _weekday(written: str, change: Change) -> str:
    """Returns the name of the new day: it has no other forms."""
    names = {number: name for name, number in rows(Path(__file__).with_name("weekdays.tsv"))}
    if bare(written) != bare(names[change.old]):
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return names[change.new]


def _time(written: str, change: Change) -> str:
    hour, minute = change.new.split(":")
    old_hour, old_minute = change.old.split(":")
    for form, new in ((f"{int(old_hour)}:{old_minute}", f"{int(hour)}:{minute}"), (change.old, change.new)):
        if form == written:
            return new
    raise UncertainError(say("the form of “{written}” is not certain", written=written))
