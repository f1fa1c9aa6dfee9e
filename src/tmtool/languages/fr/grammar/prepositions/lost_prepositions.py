"""Is the preposition, or the article, between two words lost: un mandat trois ans, composé quinze membres, avant 3 mai,
l'application la Convention, le Comité se réunira Genève?

The words are in ``lost_prepositions.tsv``, from the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.prepositions.governed import LOST_BEFORE, WORDS, Misgoverned, may_be_inverted
from tmtool.languages.fr.grammar.words.reading import PLURAL, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_FIGURE = re.compile(r"[ \u00a0\u202f]\d+(?:[ \u00a0\u202f]\d{3})*[ \u00a0\u202f]")
_DAY = re.compile(r"[ \u00a0\u202f](?:\d|[12]\d|3[01])[ \u00a0\u202f]")
_NOUNS_AND_COMPOSED = _WORDS["lasting"] | _WORDS["composed"] | _WORDS["actions"] | _WORDS["ends of actions"]
_OF, _IN, _DATE, _DURING = "de", "à", "le", "en"


def lost(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each two words side by side between which a preposition, or the article of a date, is lost."""
    for place, (word, following) in enumerate(pairwise(words)):
        lower = word.lower
        if lower in _NOUNS_AND_COMPOSED:
            if _is_long(words, place) or _is_composed(words, place) or _is_of_a_thing(words, place):
                yield Misgoverned(word, word, following, _OF)
        elif lower == "de":
            if _is_date(following) or _is_before_dates(words, place + 1):
                yield Misgoverned(word, word, following, "du")
            elif _is_before_most(words, place):
                yield Misgoverned(words[place - 1], words[place - 1], following, "des")
            elif _is_before_a_body(words, place):
                yield Misgoverned(words[place - 1], words[place - 1], following, "du, de la")
        elif lower in _WORDS["before a date"]:
            if _is_date(following) or _is_first(words, place + 1):
                yield Misgoverned(word, word, following, _DATE)
            elif lower in _WORDS["never before a month"] and following.lower in _WORDS["months"] and following.joined:
                yield Misgoverned(following, word, following, _DURING)
            elif _is_day_with_article(words, place + 1):
                yield Misgoverned(words[place + 2], word, words[place + 2], _DATE)
        elif lower == "et":
            if _is_second_day(words, place):
                yield Misgoverned(word, word, following, _DATE)
        elif lower in _WORDS["to"]:
            if _is_second_day_of_span(words, place):
                yield Misgoverned(word, word, following, "au")
            elif _is_held(words, place):
                yield Misgoverned(words[place - 1], word, following, _DATE)
            elif lower == "à" and _is_date(following):
                yield Misgoverned(word, word, following, _DATE)
        elif following.text in _WORDS["towns"] and _is_in_a_town(words, place):
            yield Misgoverned(word, word, following, _IN)


def _is_date(word: Word) -> bool:
    return word.lower in _WORDS["months"] and _DAY.fullmatch(word.before) is not None


def _is_first(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the first of a month comes here without its article: depuis 1er mai."""
    month = words[place + 1] if place + 1 < len(words) else None
    first = words[place].lower == "er" and words[place].before.endswith(" 1")
    return first and month is not None and month.lower in _WORDS["months"] and month.joined


def _is_day_with_article(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a day comes here with du after another preposition, or with le after one that it never has: avant
    du 3 mai, sur le 3 mai."""
    wrong = ("le", "du") if words[place - 1].lower in _WORDS["never before the day"] else ("du",)
    if words[place].lower not in wrong or not words[place].joined or place + 1 >= len(words):
        return False
    return _is_date(words[place + 1]) or _is_first(words, place + 1)


def _is_second_day(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the second of two days has no article where the first has one: entre le 4 *et* 8 mai."""
    between = place > 1 and words[place - 1].lower == "le" and words[place - 2].lower == "entre"
    return (
        between and words[place - 1].joined and bool(_DAY.fullmatch(words[place].before)) and _is_date(words[place + 1])
    )


def _is_second_day_of_span(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether à comes before the last of some days without its article: du 4 *à* 8 mai."""
    spans = place > 0 and words[place].lower == "à" and words[place - 1].lower == "du"
    return spans and bool(_DAY.fullmatch(words[place].before)) and _is_date(words[place + 1])


def _is_held(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether au, or à, comes between what is held and its day: se tiendra *au* lundi 3 mai."""
    verb, day = words[place - 1], words[place + 1]
    if place == 0 or not words[place].joined:
        return False
    held = any(entry.lemma in _WORDS["being held"] for entry in verb.entries) and not verb.is_participle
    held = held or verb.lower in _WORDS["held"]
    weekday = day.lower in _WORDS["weekdays"] and day.joined
    dated = weekday and place + 2 < len(words) and _is_date(words[place + 2])
    return held and (dated or _is_date(day) or (weekday and words[place].lower == "au"))


def _is_before_dates(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the first of a month, or two days of one, come here without their article: de 1er mai, de 3 au 7
    mai."""
    first, month = words[place], words[place + 1] if place + 1 < len(words) else None
    if month is None or month.lower not in _WORDS["months"]:
        return False
    if first.lower == "er":
        return first.before.endswith(" 1") and month.joined
    return first.lower == "au" and _DAY.fullmatch(first.before) is not None and _DAY.fullmatch(month.before) is not None


def _is_counted(words: tuple[Word, ...], place: int, units: frozenset[str]) -> bool:
    """Tells whether a number, in figures or in words, and a unit come right after the word at `place`."""
    if place + 2 < len(words) and words[place + 1].joined and words[place + 1].lower in _WORDS["numbers"]:
        return words[place + 2].joined and words[place + 2].lower in units
    figure = _FIGURE.fullmatch(words[place + 1].before) is not None
    return figure and words[place + 1].lower in units


def _is_long(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun with its determiner that lasts has how long right after it: un mandat trois ans."""
    word = words[place]
    owned = place > 0 and word.joined and is_determiner(words[place - 1])
    return owned and word.lower in _WORDS["lasting"] and _is_counted(words, place, _WORDS["times"])


def _is_composed(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether composé has right after it of how many: est composé quinze membres."""
    return words[place].lower in _WORDS["composed"] and _is_counted(words, place, _WORDS["members"])


def _is_of_a_thing(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun that says what is done, with its determiner, has an article and a noun right after it:
    l'application la Convention; not une application le lundi, l'ouverture le 3 mai."""
    if place + 2 >= len(words) or not _is_action(words, place):
        return False
    article, noun = words[place + 1 : place + 3]
    if article.lower not in LOST_BEFORE or not (article.joined and noun.joined):
        return False
    if noun.categories != {"N"} or noun.is_infinitive or noun.lower in WORDS["times"]:
        return False
    if noun.lower in WORDS["phrases"] and not noun.is_name:
        return False
    return not noun.persons and not may_be_inverted(words, place + 1)


def _is_action(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun of the list comes here with its determiner, of one word or of three: la mise en œuvre."""
    word = words[place]
    if word.lower in _WORDS["ends of actions"]:
        start = place - 2
        of_three = start > 0 and words[start].lower == "mise" and words[place - 1].lower == "en"
        return of_three and is_determiner(words[start - 1]) and words[start].joined
    owned = place > 0 and word.joined and is_determiner(words[place - 1]) and not word.is_name
    given = place > 1 and words[place - 2].lower in ("à", "pour")  # donner à la protection les moyens
    return owned and not given and word.lower in _WORDS["actions"]


def _is_in_a_town(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a town comes right after a verb of what takes place somewhere: se réunira Genève."""
    word, town = words[place : place + 2]
    verb = any(entry.lemma in _WORDS["taking place"] for entry in word.entries if entry.category == "V")
    held = verb and place > 0 and (words[place - 1].lower in ("se", "s'", "lieu") or word.is_participle)
    return (held or word.lower == "lieu") and town.joined


def _is_before_most(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de comes between la plupart and a noun without its article: la plupart de pays. After pour la
    plupart it belongs to what is before: provenant pour la plupart *de* petits États."""
    most, noun = words[place - 1], words[place + 1]
    if most.lower != "plupart" or place == 0 or (place > 2 and words[place - 3].lower == "pour"):
        return False
    plain = "N" in noun.categories and not is_determiner(noun) and noun.agreement({"N"}) <= PLURAL
    return words[place].joined and noun.joined and plain


def _is_before_a_body(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether de comes between a noun with its article, other than one of an office, and a body without its own:
    le rapport de Secrétaire général; not le poste de Secrétaire."""
    if place < 2 or not (words[place].joined and words[place + 1].joined and words[place - 1].joined):
        return False
    article, noun, body = words[place - 2], words[place - 1], words[place + 1]
    owned = article.lower in _WORDS["definite"] and noun.lower in _WORDS["of a body"]
    return owned and body.text in _WORDS["bodies"]
