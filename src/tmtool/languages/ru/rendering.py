"""Writes values in the manner of a Russian text: 25 июня 2014 года, в июне, 1 234,5, 7364-го, шестьдесят девятой.

A month is in the case of the one before it, an ordinal in its gender, number and case, and so is a number in words
(`counting`). Where the noun after a number would change its form, it is changed if all its forms are known, else the
number is refused. The prepositions с, к and в get their vowel before второй.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tmtool.languages import manners
from tmtool.languages.manners import Manner
from tmtool.languages.rendering import Change, Rewritten, UncertainError, copied, same_parts, with_case_of
from tmtool.languages.ru import cases, counting, shares
from tmtool.languages.ru.dates import month_rows
from tmtool.languages.ru.unread import in_adjective, is_in_adjective
from tmtool.languages.tables import rows
from tmtool.model import Placeable, PlaceableKind, Span
from tmtool.model.wording import say

_COUNTED = re.compile(
    r"\s(?!(?:по|и|или|до|к|с|со|в|во|на|от|из|а|о|об|для|при|у|не|над|под|без|после|между|через|чем|как|имеют|являются)\s|(?:долл|чел|тыс|млн|млрд|трлн|экз|шт|мин|ч|кв|куб)\.?(?!\w)"
    r"|(?:км|кг|га|м|л|т|см|мм|МВт|кВт)(?!\w))[^\W\d_]"
    rf"|[-‑](?![^\W\d_]{{3,}}(?:{counting.ADJECTIVE_ENDINGS})(?!\w))[^\W\d_]"
)
"""A word after a number that may depend on it: no preposition or conjunction, and nothing shortened; of what is joined
to the number, no adjective (10-месячный)."""
_YEAR = re.compile(r"\s(?:[^\W\d_]+(?:[ыи]й|ого|его|ому|ему|[оеы]м) )?г(?:од|\.)")
_SCALES = {"тыс.": 3, "млн": 6, "млн.": 6, "млрд": 9, "млрд.": 9, "трлн": 12}
_DATE = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?: |$))?(?P<month>[^\W\d_]+)?"
    r"(?: (?P<year>[0-9]{4})(?P<end> (?:года?|году|г\.))?)?"
)
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?P<first> ч\. | час\w{0,3} |:)(?P<minute>[0-9]{2})(?P<end> м\.| мин\.?| минут|)"
)
_GOVERNING = re.compile(r"(?<!\w)(?P<word>во?|со?|ко?|на|до|по|от|за|через)[ \u00a0]$", re.IGNORECASE)
_UNGOVERNED = re.compile(r"(?:^|[.,;:(–—-] ?)$")
"""Before a day of the week that nothing governs or agrees with."""
_PREPOSITION = re.compile(r"(?<!\w)(?P<plain>[свк])(?P<vowel>о?) $", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:№|(?<!\w)(?:этап|фаз|том|част|вариант|верси|номер|страниц|стр|с|таблиц|раздел|глав|пункт|стать|приложени|рис|рисун"
    r"|добавлени|диаграмм|схем|вопрос|цел|задач|показател|компонент|уров|категори|класс|тип|блок|дел|резолюци|правил|проект"
    r"|документ|вып|выпуск|сери|график|вставк|сноск|примечани|колонк|граф|строк|шаг|групп)[^\W\d_]{0,3}\.?)\s$",
    re.IGNORECASE,
)
"""A noun that the number after it may be the name of: 3 доклада in в таблице 3 доклада are not three reports."""
_ABOUT = re.compile(r"(?<!\w)об? $", re.IGNORECASE)
_MASCULINE = re.compile(
    r"\s(?:[^\W\d_]+[ыи]й(?!\w)|(?:период|доклад|раз|этап|год|цикл|пункт|раунд|комитет|форум|семинар|том|созыв|квартал"
    r"|конгресс|саммит|план|проект|вариант|раздел|день|месяц)(?!\w))"
)
_FEMININE = re.compile(
    r"\s(?:[^\W\d_]+[ое]й(?!\w)|сесси|конференци|комисси|встреч|част|глав|стать|годовщин|групп|редакци|верси)"
)
_LEAST_APART = 5
"""So many figures have their thousands apart, whatever those with fewer have."""
_ENDING = re.compile(r"(?P<digits>[0-9]+)(?P<end>[-‑]?[^\W\d_]+)")
_CASES = 12
"""Forms of an ordinal whose ending has no stress; one with it has the same form twice."""


def rewrite(text: str, place: Placeable, change: Change) -> Rewritten:
    """Writes the new value in the place of the old one (`languages.rendering.Rewrite`). Raises UncertainError."""
    written = place.span.of(text)
    match change.kind:
        case PlaceableKind.NUMBER if is_in_adjective(text, place):
            if (new := in_adjective(change.new)) is None:
                raise UncertainError(say("the form of “{written}” is not certain", written=written))
            return Rewritten(place.span, with_case_of(new, written))
        case PlaceableKind.NUMBER | PlaceableKind.PERCENT:
            if _ABOUT.search(text, 0, place.span.start) and _begins_with_one(change.old) != _begins_with_one(
                change.new
            ):
                raise UncertainError(say("the preposition before “{written}” changes", written=written))
            return _number(text, place, change)
        case PlaceableKind.ORDINAL:
            return _after_preposition(text, place, change, _ordinal(text, place, change))
        case PlaceableKind.DATE:
            return _after_preposition(text, place, change, _date(written, change))
        case PlaceableKind.WEEKDAY:
            return _weekday(text, place, change)
        case PlaceableKind.TIME:
            return Rewritten(place.span, _time(written, change))
        case PlaceableKind.REFERENCE:
            old, new = (value.rpartition(":")[2] for value in (change.old, change.new))
            ways = [manners.figures, manners.roman_figures, manners.capital]
            return Rewritten(place.span, manners.with_parts(written, old, new, ways))
        case PlaceableKind.SYMBOL:
            return copied(text, place, change)
        case _:
            raise UncertainError(say("the form of “{written}” is not certain", written=written))


def _number(text: str, place: Placeable, change: Change) -> Rewritten:
    """Returns a number or a share, with the noun after it where its form changes and is known."""
    written, end = place.span.of(text), place.span.end
    if change.kind is PlaceableKind.PERCENT:
        return Rewritten(place.span, shares.rewritten(text, place.span, change, _numbers(text, change)))
    is_year = bool(_YEAR.match(text, end)) and len(change.old) == len(change.new) == 4
    counts = bool(_COUNTED.match(text, end)) and not is_year
    old, new = counting.government(change.old), counting.government(change.new)
    if not any(character.isdigit() for character in written):
        case, number = _in_cardinals(text, place, change)
    else:
        case, number = cases.case_at(text, place.span), manners.alike(written, change, _numbers(text, change))
    is_oblique = case not in ("", cases.NOMINATIVE, cases.ACCUSATIVE)
    if not counts or old == new or (is_oblique and {old, new} <= {"few", "many"}):
        return Rewritten(place.span, number)
    labelled = _LABELLED.search(text, 0, place.span.start)
    counted = None if labelled or "fraction" in (old, new) else _counted(text, place.span, case, old, new, change.new)
    if counted is None:
        raise UncertainError(say("{old} and {new} take other cases", old=change.old, new=change.new))
    between, noun, stop = counted
    return Rewritten(Span(place.span.start, stop), number + between + noun)


def _counted(text: str, span: Span, case: str, old: str, new: str, value: str) -> tuple[str, str, int] | None:
    """Returns what follows a number up to its noun, the noun and where it ends, as a number of another government asks
    for them; None where that is not certain."""
    found = counting.one_after(text, span) if old == "one" else None
    found = found or counting.noun_after(text, span)
    if found is None:
        return None
    there, forms = found
    form, between = there.of(text), text[span.end : there.start]
    is_object = case == cases.ACCUSATIVE and not forms.is_person
    if "one" not in (old, new):
        if old == "few" and form == forms.many:
            return between, form, there.end  # In the genitive the noun is the same after both.
        # After two to four the genitive of the singular shows the nominative: else it would be the plural.
        known = old == "few" and form == forms.few
        # The accusative of persons is the genitive after two, three and four, but not after 22.
        if form == forms.many and case in (cases.NOMINATIVE, cases.ACCUSATIVE):
            known = not forms.is_person or len(value) > 1 or cases.is_subject(text, span)
        adjectives = counting.adjectives_between(between, forms, new)
        return (adjectives, forms.after(new), there.end) if known and adjectives is not None else None
    if case == cases.GENITIVE:
        # Of one and of several: из 21 доклада, из 16 докладов; the genitive of the singular is what three takes, too.
        was, becomes = (forms.few if one == "one" else forms.many for one in (old, new))
        if form == was and cases.governs_singular(text, span, there):
            return between, becomes, there.end
    if is_object and form == forms.as_object(old) and cases.is_object_alone(text, span, there):
        return between, forms.as_object(new), there.end
    if cases.is_in_brackets(text, span, there) and form == forms.after(old):
        return between, forms.after(new), there.end
    return None


def _in_cardinals(text: str, place: Placeable, change: Change) -> tuple[str, str]:
    """Returns the case of a number in words, and the new one in that case. Raises UncertainError where more than one is
    possible and they differ."""
    written = place.span.of(text)
    possible = counting.cases_of(change.old, written.lower())
    around = cases.case_at(text, place.span)
    noun = counting.noun_after(text, place.span)
    if around == cases.ACCUSATIVE and cases.NOMINATIVE in possible:
        around = "" if noun is None or noun[1].is_person else cases.NOMINATIVE
    if cases.GENITIVE in possible and counting.is_inanimate_genitive(text, place.span):
        around = cases.GENITIVE
    if len(possible) > 1:
        possible = [around] if around in possible else [] if counting.government(change.old) == "few" else possible
    if possible == [cases.GENITIVE] and counting.government(change.old) == "few" and around != cases.GENITIVE:
        possible = []  # Of persons it may be the accusative: двух человек.
    two = "два"
    if noun is not None:
        two = noun[1].two
    elif possible == [cases.NOMINATIVE] and change.new.endswith("2") and change.new != "12":
        possible = []
    texts = {counting.in_words(change.new, case, two) for case in possible}
    if len(texts) != 1 or None in texts:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return possible[0], with_case_of(texts.pop() or "", written)


def _after_preposition(text: str, place: Placeable, change: Change, new: str) -> Rewritten:
    """Returns the new value, with the preposition before it if that gets or loses its vowel: со 2 июня, с 3 июня."""
    before = _PREPOSITION.search(text, 0, place.span.start)
    is_second = _is_second(change.new)
    if before is None or _is_second(change.old) == is_second or bool(before["vowel"]) == is_second:
        return Rewritten(place.span, new)
    preposition = before["plain"] + ("о" if is_second else "")
    return Rewritten(Span(before.start(), place.span.end), f"{preposition} {new}")


def _weekday(text: str, place: Placeable, change: Change) -> Rewritten:
    """Returns the day of the week in the case of the one that is there, with the vowel of its preposition: во вторник,
    в среду. Raises UncertainError where a word before it agrees with it: в следующий вторник."""
    written, start = place.span.of(text), place.span.start
    forms = _weekdays()
    governed = _GOVERNING.search(text, 0, start)
    possible = [case for case, form in enumerate(forms[change.old]) if form == written.lower()]
    if {0, 1} <= set(possible):  # The accusative of вторник is its nominative, not so that of среда.
        possible = [1 if governed else 0]
    found = {forms[change.new][case] for case in possible}
    if len(found) != 1 or not (governed or _UNGOVERNED.search(text, 0, start)):
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    new = with_case_of(found.pop(), written)
    preposition = governed["word"] if governed else ""
    plain = preposition.lower().removesuffix("о")
    if plain not in ("в", "с", "к"):
        return Rewritten(place.span, new)
    is_long = new.lower().startswith("вт") or (plain == "с" and new.lower().startswith("ср"))
    before = Span(start - len(preposition) - 1, place.span.end)
    return Rewritten(before, f"{preposition[0]}{'о' if is_long else ''}{text[start - 1]}{new}")


@cache
def _weekdays() -> dict[str, tuple[str, ...]]:
    """Returns the names of the days of the week by case: nominative, accusative, genitive, dative, instrumental."""
    return {number: tuple(forms.split()[:5]) for forms, number in rows(Path(__file__).with_name("weekdays.tsv"))}


def _is_second(value: str) -> bool:
    """Tells whether a value begins with the word for second, before which с, к and в are со, ко and во."""
    return value == "2" or (value.count("-") > 1 and value.endswith("-02"))


def _begins_with_one(value: str) -> bool:
    """Tells whether a number begins with a vowel when it is read: один, одиннадцать."""
    whole = value.partition(".")[0]
    return whole == "1" or (len(whole) % 3 == 2 and whole.startswith("11")) or (len(whole) % 3 == 1 and whole[0] == "1")


def _numbers(text: str, change: Change) -> list[Manner]:
    """Returns the manners of numbers in figures."""
    plain = manners.grouped("", ",")
    if len(change.old.partition(".")[0]) < _LEAST_APART <= len(change.new.partition(".")[0]):
        # That a number of four figures has no space tells nothing of one of five, which has it.
        return [manners.grouped("\u00a0" if "\u00a0" in text else " ", ",", _LEAST_APART)]
    spaced = [manners.grouped(space, ",", least) for space in (" ", "\u00a0") for least in (4, 5)]
    scales = [
        manners.scaled(f" {word}", exponent, way) for word, exponent in _SCALES.items() for way in (plain, spaced[0])
    ]
    return [plain, *spaced, *scales]


def _date(written: str, change: Change) -> str:
    parts, (_, month, _), (new_year, new_month, new_day) = same_parts(_DATE.fullmatch(written), written, change)
    pieces = [str(new_day) if parts["day"] else ""]
    if parts["month"]:
        pieces.append(_month(parts["month"], month, new_month))
    pieces.append(f"{new_year}{parts['end'] or ''}" if parts["year"] else "")
    return " ".join(piece for piece in pieces if piece)


def _month(written: str, old: int, new: int) -> str:
    """Returns the name of the new month in the case of the old one."""
    forms = {number: (name, genitive, *others) for name, genitive, others, number in month_rows()}
    places = [place for place, form in enumerate(forms[old]) if form == written.lower()]
    found = {forms[new][place] for place in places}
    if len(found) != 1:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return with_case_of(found.pop(), written)


@cache
def _ordinals() -> dict[int, tuple[str, ...]]:
    """Returns the forms of the ordinals, by gender, number and case in one order."""
    found: dict[int, tuple[str, ...]] = {}
    for written, value, role in rows(Path(__file__).with_name("numerals.tsv")):
        forms = written.split()
        if role.endswith("-th"):
            # The nominative of the masculine is the oblique case of the feminine: второй.
            full = forms if len(forms) == _CASES else [*forms[:5], forms[0], *forms[5:]]
            found.setdefault(int(value), tuple(full))
    return found


@cache
def _tens() -> dict[int, str]:
    table = rows(Path(__file__).with_name("numerals.tsv"))
    return {int(value): forms.split()[0] for forms, value, role in table if role in ("ten", "hundred")}


def _ordinal(text: str, place: Placeable, change: Change) -> str:
    written, end = place.span.of(text), place.span.end
    if parts := _ENDING.fullmatch(written):
        if parts["digits"] != change.old:
            raise UncertainError(say("the form of “{written}” is not certain", written=written))
        return change.new + parts["end"]
    lowered = written.lower()
    places = [form for form in range(_CASES) if _in_words(int(change.old), form) == lowered]
    if _FEMININE.match(text, end):
        places = [form for form in places if form] or places
    elif _MASCULINE.match(text, end) and 0 in places:
        places = [0]
    found = {_in_words(int(change.new), form) for form in places}
    if len(found) != 1 or None in found:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return with_case_of(found.pop() or "", written)


def _in_words(number: int, place: int) -> str | None:
    """Returns an ordinal up to a hundred in one of its forms: the last word alone is inflected."""
    forms = _ordinals()
    if number in forms:
        return forms[number][place]
    ten, unit = number - number % 10, number % 10
    return f"{_tens()[ten]} {forms[unit][place]}" if ten in _tens() and unit in forms and number < 100 else None


def _time(written: str, change: Change) -> str:
    parts = _TIME.fullmatch(written)
    hour, minute = change.new.split(":")
    if parts is None or f"{int(parts['hour']):02}:{parts['minute']}" != change.old:
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    if parts["first"] not in (" ч. ", ":"):
        raise UncertainError(say("the form of “{written}” is not certain", written=written))
    return f"{int(hour)}{parts['first']}{minute}{parts['end']}"
