"""Makes more errors in the French of a whole agenda, by kind: slips in its sentences, its marks, its cover and tables
of any layout; for agenda_seeding.py, beside those of ``agenda_errors.py``, whose parts of an agenda they take.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence

from agenda_errors import (
    Kind,
    Parts,
    Seeded,
    changed,
    draft,
    every,
    following_word,
    of_all,
    replaced,
    timetable_lines,
    without_space,
    words,
)
from agenda_wording import turned

_DAYS = r"\d{1,2}(?:er)?"
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
_LETTER = r"[^\W\d_]"
_SPACE = "[ \u00a0\u202f]"
_SMALL_IN_SOURCE = {"Bureau": "officer", "États": "state", "Membres": "member", "Règlement": "rules"}
"""How the word for one begins in the source, where it is no cognate."""
_COGNATE = 5
"""First letters that cognates have in common."""
_SENTENCE, _LONG_TITLE = 60, 120
"""Characters of what is taken for prose, and of a line with a number that is a paragraph and no title."""


def _sentences(agenda: Parts) -> list[int]:
    """Returns the lines of prose, wherever they are."""
    return [
        n
        for n, line in enumerate(agenda.lines)
        if "\t" not in line and len(line) > (_LONG_TITLE if n in agenda.items else _SENTENCE)
    ]


def _rows(agenda: Parts) -> list[int]:
    """Returns the lines of the timetable that have an hour, an item or a second cell."""
    lines = agenda.lines
    found = [n for n in timetable_lines(agenda) if len(lines[n]) < 200]
    return [n for n in found if re.search(r"\t\S|\d{1,2}\sh\b|\d{1,2}h\d\d|heures|[Pp]oints? \d", lines[n])]


def _turned_round(kind: str) -> Kind:
    """Puts what ``agenda_turned.tsv`` has for words of a sentence in their place."""

    def seed(agenda: Parts, lot: random.Random) -> Seeded | None:
        numbers = _sentences(agenda)
        lot.shuffle(numbers)
        for number in numbers:
            places = list(turned(kind, agenda.lines[number]))
            if places:
                return changed(agenda, number, *lot.choice(places))
        return None

    return seed


def _other_half_of_the_day(found: re.Match[str], lot: random.Random) -> str:
    now = "après-midi" if found.group().lower() == "matin" else "matin"
    return now.capitalize() if found.group()[0].isupper() else now


def _without(found: re.Match[str], lot: random.Random) -> str:
    return ""


def _another_number(found: re.Match[str], lot: random.Random) -> str:
    """Returns a number with another digit, or its last two exchanged."""
    digits = found.group()
    if len(digits) > 1 and digits[-1] != digits[-2] and digits[-1] != "0" and lot.random() < 0.5:
        return digits[:-2] + digits[-1] + digits[-2]
    place = lot.randrange(len(digits))
    other = lot.choice([d for d in "123456789" if d != digits[place]])
    return digits[:place] + other + digits[place + 1 :]


def _next_number(found: re.Match[str], lot: random.Random) -> str:
    number = int(found.group())
    return str(number + 1 if number < 2 else number + lot.choice((-1, 1)))


def _next_roman(found: re.Match[str], lot: random.Random) -> str | None:
    place = _ROMAN.index(found.group()) if found.group() in _ROMAN else None
    return None if place is None else _ROMAN[place + 1 if place < 2 else place - 1]


def _turned(found: re.Match[str], lot: random.Random) -> str | None:
    """Returns a range with its ends exchanged."""
    if found["from"] == found["to"]:
        return None
    whole, start = found.group(), found.start()
    (a, b), (c, d) = found.span("from"), found.span("to")
    return whole[: a - start] + found["to"] + whole[b - start : c - start] + found["from"] + whole[d - start :]


def _other_letter(found: re.Match[str], lot: random.Random) -> str:
    """Returns a word misspelled: two letters exchanged, one doubled or left out, none of them the first."""
    word = found.group()
    places = [n for n in range(1, len(word) - 1) if word[n - 1 : n + 2].isalpha() and word[n] != word[n + 1]]
    place = lot.choice(places or [1])
    how = lot.randrange(3)
    if how == 0 and places:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + (word[place] * 2 if how == 1 else "") + word[place + 1 :]


def _repeated_word(pattern: re.Pattern[str], new: Callable[[re.Match[str], random.Random], str | None]) -> Kind:
    """Changes, at one place, words that are in the agenda more than once."""

    def seed(agenda: Parts, lot: random.Random) -> Seeded | None:
        counts = Counter(found.group() for line in agenda.lines for found in pattern.finditer(line))
        return replaced(of_all, pattern, lambda one, by: new(one, by) if counts[one.group()] > 1 else None)(agenda, lot)

    return seed


def _capital_lost(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Begins in lower case, at one place, a word with a capital that is there more than once, unless the source has its
    word for it in lower case, too: there both are right (the programme, officers); so they are of a post (au poste de
    directeur général)."""
    counts = Counter(found.group() for line in agenda.lines for found in _TERM.finditer(line))

    def new(found: re.Match[str], by: random.Random) -> str | None:
        source = {
            word
            for n, line in enumerate(agenda.lines)
            if line == found.string and n < len(agenda.source)
            for word in re.findall(r"[a-z]{4,}", agenda.source[n])
        }
        if re.search(r"\b(?:postes?|fonctions?|charge) de $", found.string[: found.start()]):
            return None
        begins = _SMALL_IN_SOURCE.get(found.group()) or found.group()[:_COGNATE].lower().replace("é", "e")
        is_small = any(word.startswith(begins) for word in source)
        return _lower(found, by) if counts[found.group()] > 1 and not is_small else None

    return replaced(of_all, _TERM, new)(agenda, lot)


def _line(where: Callable[[Parts], Sequence[int]], *, times: int) -> Kind:
    """Has a line there so many times: twice, or not at all."""

    def seed(agenda: Parts, lot: random.Random) -> Seeded | None:
        numbers = where(agenda)
        if not numbers:
            return None
        number = lot.choice(list(numbers))
        line = agenda.lines[number]
        lines = (*agenda.lines[:number], *[line] * times, *agenda.lines[number + 1 :])
        before, after = ("", line) if times else (line, "")
        return draft(agenda, lines, before, after, (line,), (number,))

    return seed


def _rows_in_another_order(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Puts two neighbouring rows of the timetable each in the place of the other."""
    rows = _rows(agenda)
    pairs = [n for n in rows if n + 1 in rows and agenda.lines[n] != agenda.lines[n + 1]]
    if not pairs:
        return None
    one = lot.choice(pairs)
    lines = list(agenda.lines)
    lines[one], lines[one + 1] = lines[one + 1], lines[one]
    return draft(agenda, lines, "", "", (lines[one], lines[one + 1]), (one, one + 1))


def _later(found: re.Match[str], lot: random.Random) -> str:
    """Returns the end of a meeting four hours later, when the next one has begun."""
    return str(int(found.group()) + 4)


def _explanation_lost(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Leaves out what explains an abbreviation that is used elsewhere: « (ONUDC) »."""
    text = "\n".join(agenda.lines)
    pattern = re.compile(rf"{_SPACE}\(([A-Z][A-Za-z]*[A-Z][A-Za-z-]*)\)")
    fit = [
        (n, one)
        for n, line in enumerate(agenda.lines)
        for one in pattern.finditer(line)
        if len(re.findall(rf"(?<![\w/-]){one[1]}(?![\w/-])", text)) > 1
    ]
    if not fit:
        return None
    number, one = lot.choice(fit)
    return changed(agenda, number, *one.span(), "")


def _note_lost(agenda: Parts, lot: random.Random) -> Seeded | None:
    """Leaves out the mark of a footnote that there is."""
    notes = [line for line in agenda.lines if re.match(r"\s*(?:\*+|[¹²³⁴⁵⁶⁷⁸⁹]+)\s*\S", line)]
    if not notes:
        return None
    return replaced(of_all, re.compile(r"(?<=\w)(?:\*+|[¹²³⁴⁵⁶⁷⁸⁹]+)(?=\W|$)"), _without)(agenda, lot)


_CITIES = (
    *words("Vienne Genève Nairobi Bangkok Paris Rome Montréal Bonn Doha Addis-Abeba Beyrouth Santiago"),
    "New York",
)


def _other_city(found: re.Match[str], lot: random.Random) -> str:
    return lot.choice([city for city in ("Vienne", "Genève", "Nairobi", "Bangkok", "Rome") if city != found.group()])


def _lower(found: re.Match[str], lot: random.Random) -> str:
    return found.group()[0].lower() + found.group()[1:]


def _other_hour_form(found: re.Match[str], lot: random.Random) -> str:
    return f"{found[1]}:{found[2] or '00'}" if lot.random() < 0.5 else f"{found[1]}h{found[2] or '00'}"


_NUMBERS = words("deux trois quatre cinq six sept huit neuf dix onze douze")
_ENDS = {".": "", ";": ".", ",": "."}

_ACRONYM = re.compile(r"(?<![\w/.-])(?<![A-Z]['’])(?<![A-ZÉÈ] )[A-Z]{4,8}(?![\w/-]| [A-ZÉÈ]{2})")
"""A word in capitals alone: of a heading in capitals none may be an abbreviation."""
_SURNAME = re.compile(
    rf"(?<=M\.{_SPACE})[A-ZÉ]\w+(?: [A-ZÉ][\w-]+)*|(?<=Mme{_SPACE})[A-ZÉ]\w+(?: [A-ZÉ][\w-]+)*|"
    r"(?<=S\. E\. )[A-ZÉ]\w+(?: [A-ZÉ][\w-]+)*"
)
_NAME = re.compile(rf"(?<=[a-z,] )[A-ZÉ]{_LETTER}{{5,}}")
_RANGE_OF_DAYS = re.compile(rf"\b(?:du|entre le) (?P<from>{_DAYS}) (?:au|et le) (?P<to>{_DAYS}) {_MONTH}")
_RANGE_ON_COVER = re.compile(rf"(?<![\d/–-])(?P<from>{_DAYS})[-–](?P<to>{_DAYS}) {_MONTH}")
_RANGE_OF_HOURS = re.compile(
    r"(?P<from>\d{1,2}\s?h(?:eures|\s?\d\d)?)(?:\s?[-–]\s?| à | et )(?P<to>\d{1,2}\s?h(?:eures|\s?\d\d)?)\b"
)
_HOUR = re.compile(r"(?<![\d:])(\d{1,2})\s?h(?:eures|\s?(\d\d))?\b")
_END_HOUR = re.compile(r"(?<=[-–])\d{1,2}(?=\s?h)")
_WEEKDAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi)\b", re.IGNORECASE)
_WEEKDAYS = words("lundi mardi mercredi jeudi vendredi")
_ANY_MONTH = re.compile(rf"(?<=\d ){_MONTH}|(?<=1er ){_MONTH}")
_MONTHS = _MONTH[3:-1].split("|")
_ROMAN = words("I II III IV V VI VII VIII IX X")
_TERM = re.compile(rf"(?<=[a-zé,] )[A-ZÉ]{_LETTER}{{3,}}(?= [a-zA-Zé])")

MORE_KINDS: dict[str, Kind] = {
    "cover: place": replaced(
        lambda agenda: agenda.cover, re.compile(rf"\b(?:{'|'.join(_CITIES)})(?=, (?:du )?\d)"), _other_city
    ),
    "cover: days reversed": replaced(every("cover"), _RANGE_ON_COVER, _turned),
    "cover: year": replaced(every("cover"), re.compile(r"(?<= )20\d\d\b(?!/)"), _next_number),
    "cover: number of the session": replaced(every("cover", "text"), re.compile(r"\d+(?=e session)"), _next_number),
    "list: label dropped": replaced(every("items"), re.compile(r"^\s*\(?(?:[a-z]\)|\d{1,2}\.)\s+"), _without),
    "list: letter doubled": replaced(
        every("items", "headings"), re.compile(r"(?<=^)\(?[b-z](?=\))"), lambda one, lot: chr(ord(one.group()[-1]) - 1)
    ),
    "annotation: label dropped": replaced(
        every("headings", "text"), re.compile(r"^\s*\(?(?:[a-z]\)|\d{1,2}\.)\s+"), _without
    ),
    "annotation: paragraph number": replaced(every("text"), re.compile(r"^\d{1,2}(?=\.\s)"), _next_number),
    "annotation: paragraph dropped": _line(_sentences, times=0),
    "annotation: paragraph doubled": _line(_sentences, times=2),
    "annotation: final mark": replaced(
        _sentences, re.compile(r"\w+[.;,]$"), lambda one, lot: one.group()[:-1] + _ENDS[one.group()[-1]]
    ),
    "timetable: item cited": replaced(
        timetable_lines,
        re.compile(r"(?<=[Pp]oint )\d{1,2}|(?<=[Pp]oints )\d{1,2}|(?<= et )\d{1,2}(?=$|\t)"),
        _next_number,
    ),
    "timetable: item left out": replaced(
        timetable_lines, re.compile(r"(?<=[Pp]oints \d), \d{1,2}(?= et)|, \d{1,2}(?= et \d)"), _without
    ),
    "timetable: sub-item cited": replaced(
        timetable_lines, re.compile(r"(?<=\d )[a-y](?=\))"), lambda one, lot: chr(ord(one.group()) + 1)
    ),
    "timetable: any row dropped": _line(_rows, times=0),
    "timetable: row doubled": _line(_rows, times=2),
    "timetable: rows in another order": _rows_in_another_order,
    "timetable: hours that overlap": replaced(timetable_lines, _END_HOUR, _later),
    "timetable: hours reversed": replaced(timetable_lines, _RANGE_OF_HOURS, _turned),
    "timetable: form of an hour": replaced(timetable_lines, _HOUR, _other_hour_form),
    "timetable: part of the day": replaced(
        timetable_lines, re.compile(r"(?<![\w-])(?:matin|après-midi)(?![\w-])", re.IGNORECASE), _other_half_of_the_day
    ),
    "documentation: item cited": replaced(
        lambda agenda: [n for n in agenda.documents if "\t" in agenda.lines[n]],
        re.compile(r"(?<=\t)\d{1,2}(?= ?(?:[a-z]\))?$)|^\d{1,2}(?= ?(?:[a-z]\))?\t)"),
        _next_number,
    ),
    "text: days reversed": replaced(_sentences, _RANGE_OF_DAYS, _turned),
    "text: hour": replaced(
        _sentences, re.compile(r"\d{1,2}(?=[ \u00a0\u202f]h(?:eures\b|[ \u00a0\u202f]\d\d))"), _next_number
    ),
    "text: form of an hour": replaced(_sentences, _HOUR, _other_hour_form),
    "text: weekday": replaced(_sentences, _WEEKDAY, following_word(_WEEKDAYS)),
    "text: month": replaced(_sentences, _ANY_MONTH, following_word(_MONTHS)),
    "text: year": replaced(_sentences, re.compile(r"(?<=[ ’])20\d\d(?![/\d])"), _next_number),
    "text: number": replaced(
        _sentences, re.compile(rf"(?<=[ ’])\d{{2,3}}(?=[ \u00a0\u202f](?!h\b|heures|{_MONTH})\w)"), _another_number
    ),
    "text: number in words": replaced(
        _sentences,
        re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b(?= \w)(?! (?:tiers|quarts|cinquièmes)\b)"),
        following_word(_NUMBERS),
    ),
    "text: resolution": replaced(_sentences, re.compile(r"(?<=\d/)\d{2,3}\b(?!/)"), _another_number),
    "text: paragraph cited": replaced(
        _sentences, re.compile(r"(?:(?<=paragraphe )|(?<=paragraphes ))\d{1,2}"), _next_number
    ),
    "text: article cited": replaced(
        _sentences, re.compile(r"(?:(?<=article )|(?<=articles ))\d{1,2}"), _another_number
    ),
    "text: annex or part cited": replaced(
        _sentences,
        re.compile(r"(?<=[Aa]nnexe )[IVX]+\b|(?<=groupe )[IVX]+\b|(?<=[Pp]artie )[IVX]+\b"),
        _next_roman,
    ),
    "text: sub-item cited": replaced(
        _sentences, re.compile(r"(?<=[Pp]oint \d )[a-y](?=\))"), lambda one, lot: chr(ord(one.group()) + 1)
    ),
    "text: limit turned round": _turned_round("limit"),
    "text: title of an officer": _turned_round("office"),
    "text: name of a person": replaced(of_all, _SURNAME, _other_letter),
    "text: name with another letter": _repeated_word(_NAME, _other_letter),
    "text: abbreviation with another letter": _repeated_word(_ACRONYM, _other_letter),
    "text: abbreviation not explained": _explanation_lost,
    "text: capital of a name": _capital_lost,
    "text: mark of a note": _note_lost,
    "typography: per cent": replaced(of_all, re.compile(r"\d+[ \u00a0\u202f]%"), without_space),
    "typography: apostrophe": replaced(
        _sentences,
        re.compile(r"\b([ldns])(['’])(\w+)"),
        lambda one, lot: one[1] + ("'" if one[2] == "’" else "’") + one[3],
    ),
    "typography: English quotation marks": replaced(
        of_all, re.compile(f"«{_SPACE}([^«»]+){_SPACE}»"), lambda one, lot: f"“{one[1]}”"
    ),
    "typography: comma of a number": replaced(
        of_all, re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))"), lambda one, lot: ","
    ),
    "typography: decimal point": replaced(of_all, re.compile(r"(?<=\d),(?=\d)"), lambda one, lot: "."),
}
"""Every kind of these errors by name."""
