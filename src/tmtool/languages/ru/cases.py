"""Says in which case a Russian number is, by the words around it: prepositions, verbs and the ending of its noun
(Грамматика-80)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tmtool.languages.tables import rows
from tmtool.model import Span

NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE = "nominative", "genitive", "dative", "accusative"
INSTRUMENTAL, PREPOSITIONAL = "instrumental", "prepositional"
CASES = (NOMINATIVE, GENITIVE, DATIVE, INSTRUMENTAL, PREPOSITIONAL)
"""The cases in which a number is written in words: its accusative is the nominative, or with persons the genitive."""
_AGREEING = r"(?:(?:[^\W\d_]+(?:[ыи]х|[ыи]ми?)|вс(?:ех|ем|еми)|т(?:ех|ем|еми))\s){0,3}"
NOUN = re.compile(rf"\s(?:(?:[^\W\d_]{{2,}}[ыи]е\s){{1,2}}|{_AGREEING})(?P<noun>[^\W\d_]+)", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<!\w)(?P<word>[^\W\d_]+)\s{_AGREEING}$", re.IGNORECASE)
_WHILE = re.compile(r"(?<!\w)(?:в то время|тогда) как\s$", re.IGNORECASE)
_PARALLEL = re.compile(
    r"(?<![\w.,–-])(?P<number>[0-9]+(?:,[0-9]+)?) процент(?:а|ов)?(?!\w)(?:(?!процент)[^.;:(]){0,80}?,? [иа]\s$",
    re.IGNORECASE,
)
"""Another share before one that is joined to it, both in one case: 45 процентов мужчин и 35 процентов женщин."""
_IN_ALL = re.compile(
    r"(?<!\w)(?:в общей сложности|по (?:крайней|меньшей) мере|как минимум|в среднем)\s$", re.IGNORECASE
)
_SERIES = re.compile(r"(?<![\w.,])[0-9]+(?:,[0-9]+)?(?:\s?[-–]\s?|\s(?:и|или)\s)$")
"""A number before another with which it is in one case: 45 и 46 процентов."""
_OF_THESE = re.compile(r"(?:^|[.;] )(?:\d{1,3}\. )?Из [^.;:–]{3,90}(?:,|\s(?:лишь|только))\s$")
"""What a number is of, at the beginning of a clause whose subject it is."""
_TAKES_PART = re.compile(r"(?<!\w)прин(?:яло|яли|имает|имают|имали|имало|ять|имать)\s(?:активное\s)?$", re.IGNORECASE)
"""A verb that makes of участие no noun with what is in the genitive, but one thing: приняли участие 12 экспертов."""
_DENIED = re.compile(r"(?<!\w)не\s$", re.IGNORECASE)
_AGREEING_AFTER = re.compile(
    r",? [^\W\d_]+(?:[ыи]х|[ыи]ми?|вшие|щие|нные|тые)(?:ся)?(?!\w)"
    r"|,? [^\W\d_]+(?:[иы]й|[ая]я|[ое]е|[ую]ю)(?:ся)?(?!\w)|, котор"
)
"""What may agree with a noun after it, in the plural or in the singular."""
_INTRODUCED = (
    "Кроме того|При этом|По оценкам|В результате|В частности|Таким образом|К тому же|Например|Так, например|Так|Однако"
    "|По данным [^,.;]{3,60}"
)
_OPENED = re.compile(rf"^(?:\d{{1,3}}\. )?(?:(?:{_INTRODUCED}),? )?$")
"""Before a number at the beginning of a text, which is in the nominative."""
_ALONE = re.compile(r"\($|(?<![\d,])(?:\s(?:[–—-]|--)|:|, (?:или|то есть|т\. ?е\.))\s$")
"""Before a number in brackets, after a dash, a colon or what explains another, which is in the nominative and of no
verb."""
_WHERE = r"(?:[Вв]о?|[Нн]а) (?:\d{4} году|[А-ЯЁ][^\W\d_]+(?:[еи]|[ая]х)),? "
"""A year or a place, by its name, that governs no number after it: В Пакистане 65 процентов."""
_OF_SEVERAL_BEFORE = re.compile(r"\s[^\W\d_]{2,}[ыи]х\s")
"""What agrees with a number in the genitive, as the noun after it is not in another case: остальных 14 мест."""
_CLAUSE = re.compile(rf"(?:^|[,;:–] |\. )(?:\d{{1,3}}\. )?(?:{_WHERE})?$")
"""What comes before a number that nothing governs, if an adverb is between."""
_PLACED = re.compile(rf"(?:^|[,;:–] |\. ){_WHERE}$")
_REACH = 500
"""Characters back from a number in which the words are that tell its case."""
_OF_SEVERAL = re.compile(r" [^\W\d_]{3,}(?:ий|ов|ев|ей)(?!\w)")
"""A noun in the genitive of the plural, which may be in the singular after one: проекты резолюций, 21 проект
резолюции."""


def case_at(text: str, span: Span) -> str:
    """Returns the case of the number at a place as far as the words around it tell, "" where they do not."""
    told: str | Span = span
    while isinstance(told, Span):
        told = _case_or_joined(text, told)
    return told


def _case_or_joined(text: str, span: Span) -> str | Span:
    """Returns the case of a number as far as the words around it tell, or the place of a number in the same case."""
    start = span.start
    while (series := _ending_at(_SERIES, text, start)) is not None:
        start = series.start()
    if (phrase := _ending_at(_IN_ALL, text, start)) is not None:
        start = phrase.start()
    before, after = _ending_at(_BEFORE, text, start), NOUN.match(text, span.end)
    word = before["word"].lower() if before else ""
    adverb = before if word in _words()["adverb"] else None
    if adverb is not None:
        before = _ending_at(_BEFORE, text, adverb.start("word"))
        word = before["word"].lower() if before else ""
    if (shown := _case_of_ending(after["noun"].lower() if after else "", word)) is not None:
        return shown
    if word in _words()["genitive"]:
        return GENITIVE
    if before is not None and _OF_SEVERAL_BEFORE.match(text, before.end("word")):
        return GENITIVE
    if before is not None and (told := _told_by(text, before)) is not None:
        return told
    if _ending_at(_OF_THESE, text, start):
        return NOMINATIVE
    start = start if adverb is None else adverb.start("word")
    if (other := _ending_at(_PARALLEL, text, start)) is not None:
        return Span(*other.span("number"))
    if (
        word in _words()["opening"]
        or _ending_at(_WHILE, text, start)
        or (adverb and _ending_at(_CLAUSE, text, start))
        or _ending_at(_PLACED, text, start)
    ):
        return NOMINATIVE
    if word in _words()["accusative"] or word == "по":
        return ACCUSATIVE
    return NOMINATIVE if _ending_at(_OPENED, text, start) or _ending_at(_ALONE, text, start) else ""


def _ending_at(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """Returns the match of an expression that ends at a place, as far back as such phrases are long."""
    return pattern.search(text, max(0, end - _REACH), end)


def _case_of_ending(noun: str, before: str) -> str | None:
    """Returns the case that the ending of a noun shows, "" where the word before its number does not go with it, None
    for an ending that shows none."""
    if noun.endswith(("ами", "ями")):
        return INSTRUMENTAL
    if noun.endswith(("ах", "ях")):
        return PREPOSITIONAL if before in _words()["locative"] else ""
    if noun.endswith(("ам", "ям")):
        return DATIVE if before in _words()["dative"] else ""
    return None


def is_alone(text: str, span: Span) -> bool:
    """Tells whether nothing agrees with a number that is in the nominative: it is in brackets, or after a dash."""
    return _ALONE.search(text, 0, span.start) is not None


def _told_by(text: str, before: re.Match[str]) -> str | None:
    """Returns the case that the word before a number tells, "" where that is not certain, None for another word."""
    case = next((case for case, words in _before_numbers() if words.fullmatch(before["word"].lower())), None)
    if case == GENITIVE and _TAKES_PART.search(text, 0, before.start("word")):
        return NOMINATIVE
    if case in (NOMINATIVE, ACCUSATIVE) and _DENIED.search(text, 0, before.start("word")):
        return ""  # Не прошло 5 месяцев may be in the genitive.
    return case


def is_subject(text: str, span: Span) -> bool:
    """Tells whether a number is the subject of the word before it, so that persons are not in the accusative."""
    before = _BEFORE.search(text, 0, span.start)
    return before is not None and _told_by(text, before) == NOMINATIVE


@cache
def _before_numbers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Returns the words before a number that tell its case."""
    table = rows(Path(__file__).with_name("before_numbers.tsv"))
    return tuple((case, re.compile(expression)) for case, expression in table)


@cache
def _words() -> dict[str, frozenset[str]]:
    """Returns the words before a number by their use."""
    found: dict[str, frozenset[str]] = {}
    for use, words in rows(Path(__file__).with_name("cases.tsv")):
        found[use] = found.get(use, frozenset()) | frozenset(words.split())
    return found


def governs_singular(text: str, span: Span, noun: Span) -> bool:
    """Tells whether a number that is in the genitive and its noun are alone, so that both can be in the singular: no
    word agrees with them in the plural."""
    before = _BEFORE.search(text, 0, span.start)
    return (
        before is not None
        and before.end("word") + 1 == span.start
        and noun.start == span.end + 1
        and not _AGREEING_AFTER.match(text, noun.end)
    )


def is_object_alone(text: str, span: Span, noun: Span) -> bool:
    """Tells whether a number in the accusative and its noun may be in the singular, too: nothing agrees with them, nor
    is what the noun is of in the plural."""
    return governs_singular(text, span, noun) and not _OF_SEVERAL.match(text, noun.end)


def is_in_brackets(text: str, span: Span, noun: Span) -> bool:
    """Tells whether a number and its noun are all that brackets hold, so that nothing agrees with them."""
    return text[: span.start].endswith("(") and text[noun.end :].startswith(")")
