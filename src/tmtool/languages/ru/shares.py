"""Writes percentages in the manner of a Russian text: 5%, 5 проц., 5 процентов, пяти процентам.

A sign asks nothing of the number. The word is in the case of the share and in the number that its last figure asks for:
31 процент, от 31 процента, в 31 проценте (Грамматика-80). After a number that ends in one the verb of which the share
is the subject may be another, which is certain for few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tmtool.languages import manners
from tmtool.languages.manners import Manner
from tmtool.languages.rendering import Change, UncertainError, with_case_of
from tmtool.languages.ru import cases, counting
from tmtool.languages.tables import rows
from tmtool.model import Span
from tmtool.model.wording import say

_SIGNS = ("%", " %", "\u00a0%", " проц.", "\u00a0проц.")
_ENDINGS = " процента", " процентов", " процент"
_GOVERNMENTS = "one", "few", "many", "fraction"
_SINGULAR_BEFORE = re.compile(r"(?<!\w)[^\W\d_]{2,}[еи]т(?:ся)?(?:\s(?:лишь|только|почти|примерно|всего|еще))?\s$")
"""A verb in the present of the singular before its subject: живет 35 процентов населения."""
_OF_SEVERAL = re.compile(r"[^\W\d_]+(?:[ую]т(?:ся)?|[ая]т(?:ся)?|л[ио](?:сь)?|[нт][ыо])", re.IGNORECASE)
"""A word that may be a verb in the plural or in the past, or a participle of it."""
_AGREEING_BEFORE = re.compile(r"(?:[ыи](?:х|ми?)|(?:вс|т)е(?:х|ми?))\s$")
"""An adjective before a share, which would be in the singular with it: остальных 35 процентов."""
_NEAR = 40
"""Characters before a share in which what agrees with it or governs it is."""
_WORD = re.compile(r"(?:не\s)?[^\W\d_]+")
_CLAUSE = re.compile(r"[^.,;:()–—]{0,80}")


def rewritten(text: str, span: Span, change: Change, numbers: Sequence[Manner]) -> str:
    """Returns the share that is written at a place with its new value; `numbers` are the manners of numbers in figures.
    Raises UncertainError where the case of the word is not certain: 5 процентов may be subject, object or genitive."""
    written = span.of(text)
    number, space, word = written.rpartition(" ")
    if not word.startswith("процент"):
        ends = ("", *_SIGNS, *_ENDINGS)
        return manners.alike(written, change, [manners.followed_by(way, end) for way in numbers for end in ends])
    in_figures = any(character.isdigit() for character in number)
    old, new = counting.government(change.old), counting.government(change.new)
    possible = [
        case
        for case, forms in _per_cent().items()
        if forms[old] == word and (in_figures or counting.in_words(change.old, case) == number.lower())
    ]
    around = cases.case_at(text, span)
    around = cases.NOMINATIVE if (is_object := around == cases.ACCUSATIVE) else around
    if len(possible) > 1 and around in possible:
        possible = [around]
    found = {(_new_number(number, change, case, numbers, in_figures), _per_cent()[case][new]) for case in possible}
    if len(found) != 1 or ("one" in (old, new) and old != new and not _is_alone(text, span, possible[0], is_object)):
        raise UncertainError(say("{old} and {new} take other cases", old=change.old, new=change.new))
    return space.join(found.pop())


def _new_number(number: str, change: Change, case: str, numbers: Sequence[Manner], in_figures: bool) -> str:
    if in_figures:
        return manners.alike(number, change, numbers)
    if (words := counting.in_words(change.new, case)) is None:
        raise UncertainError(say("the form of “{written}” is not certain", written=number))
    return with_case_of(words, number)


def _is_alone(text: str, span: Span, case: str, is_object: bool) -> bool:
    """Tells whether no other word is another with a share in the singular than with one in the plural."""
    if is_object or cases.is_alone(text, span):
        return True
    if case != cases.NOMINATIVE:
        return not _AGREEING_BEFORE.search(text, max(0, span.start - _NEAR), span.start)
    return _is_of_singular_verb(text, span)


def _is_of_singular_verb(text: str, span: Span) -> bool:
    """Tells whether a share is the subject of a verb in the present of the singular, before it or after."""
    if _SINGULAR_BEFORE.search(text, max(0, span.start - _NEAR), span.start) and cases.is_subject(text, span):
        return True
    if cases.case_at(text, span) != cases.NOMINATIVE:
        return False
    clause = _CLAUSE.match(text, span.end)
    for word in _WORD.findall(clause[0] if clause else ""):
        if word.lower() in _singular_verbs():
            return True
        if _OF_SEVERAL.fullmatch(word):
            return False
    return False


@cache
def _per_cent() -> dict[str, dict[str, str]]:
    """Returns the word for per cent by case and by what the number asks for."""
    table = rows(Path(__file__).with_name("per_cent.tsv"))
    return {case: dict(zip(_GOVERNMENTS, forms, strict=True)) for case, *forms in table}


@cache
def _singular_verbs() -> frozenset[str]:
    return frozenset(row[0] for row in rows(Path(__file__).with_name("share_verbs.txt")))
