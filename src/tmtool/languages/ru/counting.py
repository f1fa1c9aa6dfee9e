"""Says in which case a Russian number is, by the words around it, what it asks of the noun after it, and how it is
written in words.

In the nominative and accusative a number decides the form of its noun: 21 доклад, 3 доклада, 5 докладов. In any other
case noun and number are in the same one, and the noun is in the plural after all numbers that do not end in one: so
от 5 стран and от 3 стран are alike. What case it is, prepositions and the ending of the noun tell (Грамматика-80).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tmtool.languages.tables import rows
from tmtool.model import Span

NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE = "nominative", "genitive", "dative", "accusative"
INSTRUMENTAL, PREPOSITIONAL = "instrumental", "prepositional"
CASES = (NOMINATIVE, GENITIVE, DATIVE, INSTRUMENTAL, PREPOSITIONAL)
"""The cases in which a number is written in words: its accusative is the nominative, or with persons the genitive."""
ADJECTIVE_ENDINGS = "ий|яя|ее|ие|его|ему|им|ем|ей|юю|их|ими|ый|ая|ое|ые|ого|ому|ым|ом|ой|ую|ых|ыми"

_AGREEING = r"(?:(?:[^\W\d_]+(?:[ыи]х|[ыи]ми?)|вс(?:ех|ем|еми)|т(?:ех|ем|еми))\s){0,3}"
_NOUN = re.compile(rf"\s(?:(?:[^\W\d_]{{2,}}[ыи]е\s){{1,2}}|{_AGREEING})(?P<noun>[^\W\d_]+)", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<!\w)(?P<word>[^\W\d_]+)\s{_AGREEING}$", re.IGNORECASE)
_OF_GENITIVE = frozenset(
    {"из", "от", "до", "для", "около", "более", "менее", "свыше", "после", "без", "среди", "кроме", "порядка"}
    | {"против", "у", "вместо", "помимо", "течение", "с", "со"}
    | {"прошествии", "истечении", "возрасте", "пределах"}
    | {"размере", "размера", "уровне", "уровня", "количестве", "объеме", "виде", "площадью", "охватом"}
    | {"младше", "старше", "моложе", "выше", "ниже", "больше", "меньше"}
)
"""Words after which a number is in the genitive; after с it may be in the instrumental, which its noun shows."""
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
_INANIMATE_GENITIVE = re.compile(r"[^\W\d_]+(?:[еая]ний|ятий|[цс]ий|ств|остей)", re.IGNORECASE)
"""A noun in the genitive of the plural that is no person, so that the number before it is in no accusative."""
_ADVERBS = frozenset(
    {"лишь", "только", "почти", "примерно", "приблизительно", "всего", "ровно", "даже", "уже", "еще", "целых"}
)
"""Words before a number that leave it its case."""
_OPENING = frozenset({"что", "поскольку", "если", "хотя"})
"""Conjunctions that open a clause, whose subject or object a number after them is."""
_WHILE = re.compile(r"(?<!\w)(?:в то время|тогда) как\s$", re.IGNORECASE)
_PARALLEL = re.compile(
    r"(?<![\w.,–-])(?P<number>[0-9]+(?:,[0-9]+)?) процент(?:а|ов)?(?!\w)(?:(?!процент)[^.;:(]){0,80}?,? [иа]\s$",
    re.IGNORECASE,
)
"""Another share before one that is joined to it, both in one case: 45 процентов мужчин и 35 процентов женщин."""
_OF_LOCATIVE = frozenset(["в", "во", "на", "о", "об", "при"])
_OF_DATIVE = frozenset(["к", "ко", "по"])
_OF_ACCUSATIVE = frozenset(["на", "за", "через", "в", "во"])
"""Words after which a number is in the accusative, if its noun is in no other case."""
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
_MOST = 100
"""The highest number that is written in words."""
_REACH = 500
"""Characters back from a number in which the words are that tell its case."""
_ACCUSATIVE_ENDINGS = {"а": "у", "я": "ю"}
_OF_SEVERAL = re.compile(r" [^\W\d_]{3,}(?:ий|ов|ев|ей)(?!\w)")
"""A noun in the genitive of the plural, which may be in the singular after one: проекты резолюций, 21 проект
резолюции."""
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
    before, after = _ending_at(_BEFORE, text, start), _NOUN.match(text, span.end)
    word = before["word"].lower() if before else ""
    adverb = before if word in _ADVERBS else None
    if adverb is not None:
        before = _ending_at(_BEFORE, text, adverb.start("word"))
        word = before["word"].lower() if before else ""
    if (shown := _case_of_ending(after["noun"].lower() if after else "", word)) is not None:
        return shown
    if word in _OF_GENITIVE:
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
        word in _OPENING
        or _ending_at(_WHILE, text, start)
        or (adverb and _ending_at(_CLAUSE, text, start))
        or _ending_at(_PLACED, text, start)
    ):
        return NOMINATIVE
    if word in _OF_ACCUSATIVE or word == "по":
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
        return PREPOSITIONAL if before in _OF_LOCATIVE else ""
    if noun.endswith(("ам", "ям")):
        return DATIVE if before in _OF_DATIVE else ""
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


def is_inanimate_genitive(text: str, span: Span) -> bool:
    """Tells whether the noun after a number shows that it is in the genitive."""
    after = _NOUN.match(text, span.end)
    if after is None:
        return False
    known = _nouns().get(after["noun"])
    return (known is not None and known.many == after["noun"] and not known.is_person) or bool(
        _INANIMATE_GENITIVE.fullmatch(after["noun"])
    )


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


def noun_after(text: str, span: Span) -> tuple[Span, Noun] | None:
    """Returns the noun after a number where its forms are known, and its place; there may be adjectives before it."""
    found = _NOUN.match(text, span.end)
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
    text = " ".join(words[part][CASES.index(case)] for part in parts)
    return re.sub(r"(?<!\w)два$", two, text)


def cases_of(value: str, written: str) -> list[str]:
    """Returns the cases in which a number is written so in words."""
    return [case for case in CASES if any(in_words(value, case, two) == written for two in ("два", "две"))]
