"""Is the noun before several numbers of what is cited plural, and singular before one: points 3 et 4, point 3?

The source decides: where it has items 3 and 4, the translation cannot have point 3 et 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tmtool import languages
from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.alternatives import any_of, plain
from tmtool.languages.needed_letters import ExpressionSieve
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Level, Span
from tmtool.model.wording import say

_TABLE = "reference_plurals.tsv"
_LONGEST = 4_000
"""Characters of the longest text that is looked at."""
_NUMBER = r"\(?(?P<number>\d{1,4}(?:[./]\d{1,4})*|[IVX]{1,5}|[A-Z][\w.()-]{0,30}/[\w./()-]{0,40}\d)\)?(?![\w/]|[.,]\d)"
"""A number or symbol: 3, 75/1, II, A/75/1."""
_IN_BRACKETS = r"(?: \([^()]{1,20}\))?"
"""What may be said of a number before the next: points 3 a) (suite) et 3 b)."""
_ANOTHER = r"\(?(?:\d{1,4}(?:[./]\d{1,4})*|[IVX]{1,5}|[A-Z][\w.()-]{0,30}/[\w./()-]{0,40}\d)(?![\w/.,]?\w)"
_LETTER = r"(?: ?\(?[a-z]{1,2}\))?"
"""The letter of a sub-item, which may follow."""


@dataclass(frozen=True, slots=True)
class _Noun:
    """A `_Noun` is a noun of references: the patterns of its singular and its plural before a number in the source, of
    the translation's singular before several, and of its plural before one."""

    one: re.Pattern[str]
    several: re.Pattern[str]
    wrong_one: re.Pattern[str]
    wrong_several: re.Pattern[str]


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each noun that is singular before several numbers, or plural before one, where that of the source is
    not."""
    source, target = plain(pair.source or ""), plain(pair.target)
    if draft.language_pair is None or max(len(source), len(target)) > _LONGEST:
        return
    told: set[int] = set()
    for words in _nouns(draft.language_pair).let_through(source.casefold()):
        noun = _noun(draft.language_pair, *words)
        several, one = ({found["number"]: found for found in of.finditer(source)} for of in (noun.several, noun.one))
        for wrong, there, others in ((noun.wrong_one, several, one), (noun.wrong_several, one, several)):
            for found in wrong.finditer(target) if there else ():
                number = found["number"]
                if number in there and number not in others and found.start() not in told:
                    told.add(found.start())
                    message = say("“{here}” here, but “{there}” in the source.", here=found[0], there=there[number][0])
                    yield Flag(message, target_span=Span(*found.span("noun")), source_span=Span(*there[number].span()))


@cache
def _nouns(known: LanguagePair) -> ExpressionSieve[tuple[str, ...]]:
    """Returns the rows of nouns, by what a source with one of them has."""
    return ExpressionSieve((f"{row[0]}|{row[1]}", tuple(row)) for row in known.rows(_TABLE))


@cache
def _noun(known: LanguagePair, one: str, several: str, here_one: str, here_several: str) -> _Noun:
    """Returns a noun of references, made when a source first has it: its four patterns are long."""
    there, here = _joint(known.source), _joint(known.target)
    small = any_of(map(re.escape, sorted(languages.get(known.target).small_words.joints)))
    # A second number may count something: le point 1 et 2 séances.
    counted = rf"(?! (?!(?:{small})\b)[^\W\d_]{{2}})"

    def numbered(noun: str, after: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?P<noun>(?i:{noun}))\s{_NUMBER}{_LETTER}{after}")

    # Another number of the same noun may come much later: articles 4 (mais …), 5 et 7.
    later = rf"[^.;]{{0,200}}(?:{here}|, ){_ANOTHER}"
    goes_on = rf",? ?{_ANOTHER}|,? ?\(?[a-z]\)|(?:{here})[\dA-Z(]|(?:{here})[a-z]\)| ?[,;/–-]"
    return _Noun(
        numbered(one, ""),
        numbered(several, rf"(?:(?:{there}){_ANOTHER})?"),
        numbered(here_one, rf"(?:{here}){_ANOTHER}{counted}"),
        numbered(here_several, rf"(?!{later})(?!{_IN_BRACKETS}(?:{goes_on}))"),
    )


def _joint(tag: str) -> str:
    """Returns the expression of what may be between two numbers after one noun in a language."""
    language = languages.get(tag)
    ranges = (expression for kind, expression in language.rows("ranges.tsv") if kind == "joint")
    return any_of((rf"\s(?:{language.small_words.coordinating})\s", *ranges))


CHECK = SegmentCheck(
    name="references-plural",
    level=Level.WARNING,
    its_type="grammar",
    requires=Needs(source=True, pair=_TABLE, one_way=True),
    yields_to=("references-number", "references-symbol", "numbers-value"),
    summary="The noun before several numbers of what is cited is singular, or plural before one.",
    reason=(
        "When an item is added to a reference the noun is left as it was: point 3 et 4. The noun is compared with that "
        "of the source before the same number; where this has items 3 and 4, the translation may repeat the noun (le "
        "point 3 et le point 4), but not leave it singular before both."
    ),
    examples=(
        Example(
            source="Items 3 and 4, documents A/80/1 and A/80/2; articles 5 to 7",
            target="Point 3 et 4, document A/80/1 et A/80/2 ; article 5 à 7",
            flagged=("Point", "document", "article"),
        ),
        Example(
            source="See paragraph 4 and item 3.",
            target="Voir les paragraphes 4 et le point 3.",
            flagged=("paragraphes",),
        ),
        Example(
            source="Items 3 and 4 and documents A/80/1 and Add.1",
            target="Le point 3 et le point 4 et le document A/80/1 et Add.1",
        ),
        Example(
            source="item 3 and two meetings; items 3 (a) and (b)", target="le point 3 et 2 séances ; point 3 a) et b)"
        ),
    ),
    look=look,
)
