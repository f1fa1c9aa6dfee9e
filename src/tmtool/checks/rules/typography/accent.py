"""Has a capital lost its accent: Etat, Egalité, A la demande? (docs/un-french.md, fact 8.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.languages.fr import LANGUAGE
from tmtool.languages.fr.grammar.words.reading import Word, reading
from tmtool.languages.fr.grammar.words.slips import accented
from tmtool.languages.fr.lexicon import entries
from tmtool.model import Level, Span
from tmtool.model.wording import say

_ACCENTED = {"E": "ÉÈÊ", "A": "ÀÂ", "I": "ÎÏ", "O": "Ô", "U": "Û", "C": "Ç"}
_BEFORE = 12
"""Characters before a word in which a sentence may be seen to end."""
_LONG = 6
"""Letters of a word in capitals that is no abbreviation."""
_SHORT = 3
"""Letters of a word that joins others: DU, DES, ET."""
_OPENS = re.compile(r"(?:^|[.;:!?»–—]\s)(?:\d+(?:\.\d+)*\.?\s+|[a-z]\)\s+|[–—•-]\s+)?$")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a capital has lost its accent."""
    text = pair.target
    foreign = set(re.findall(r"[^\W\d_]+", pair.source or ""))
    words = reading(text)
    for place, word in enumerate(words):
        if word.text == "A":
            right = _preposition(words, place, text)
        else:
            right = _all_capitals(words, place, foreign) or _accented(words, place, foreign)
        if right:
            yield Flag(
                say("“{word}” has lost its accent: “{right}”.", word=word.text, right=right),
                target_span=Span(word.span.start, word.span.start + len(word.text)),
                suggestion=right,
                fixable=True,
            )


def _preposition(words: tuple[Word, ...], place: int, text: str) -> str:
    following = words[place + 1] if place + 1 < len(words) else None
    start = words[place].span.start
    opens = _OPENS.search(text, max(0, start - _BEFORE), start) is not None
    return "À" if opens and following and following.joined and following.lower in LANGUAGE.word_set("after-a") else ""


def _all_capitals(words: tuple[Word, ...], place: int, foreign: set[str]) -> str:
    """Returns a word in capitals with its accents, if the lexicon knows it, or a part of it, with them only, and the
    source lacks it, or it is among small words of the translation: ELECTION DU BUREAU."""
    word = words[place]
    if not word.text.isupper() or (word.text in foreign and not _is_among_own(words, place, foreign)):
        return ""
    parts = word.text.split("-")
    right = [
        (len(part) >= _LONG and not entries(part.lower()) and (accented(part.lower()) or "").upper()) or part
        for part in parts
    ]
    return "-".join(right) if right != parts and not entries(word.lower) else ""


def _is_among_own(words: tuple[Word, ...], place: int, foreign: set[str]) -> bool:
    """Tells whether a short word of the language, in capitals and not of the source, is next to a word."""
    neighbours = [words[other] for other in (place - 1, place + 1) if 0 <= other < len(words)]
    return any(
        other.text.isupper() and len(other.text) <= _SHORT and other.text not in foreign and entries(other.lower)
        for other in neighbours
    )


def _accented(words: tuple[Word, ...], place: int, foreign: set[str]) -> str:
    """Returns the word with an accent on its first letter, if it is only so that the lexicon knows it.

    A word that the source has too may be a name if it comes next to another.
    """
    word = words[place]
    neighbours = [words[other] for other in (place - 1, place + 1) if 0 <= other < len(words)]
    part, hyphen, others = word.text.partition("-")
    first, rest = part[0], part[1:]
    if first not in _ACCENTED or len(rest) < 2 or not rest.islower() or entries(part.lower()):
        return ""
    if part in foreign and any(other.is_name for other in neighbours):
        return ""
    for letter in _ACCENTED[first]:
        if entries(letter.lower() + rest) or (part not in foreign and entries(letter + rest)):
            return letter + rest + hyphen + others
    return ""


CHECK = SegmentCheck(
    name="typography-accent",
    level=Level.WARNING,
    its_type="misspelling",
    yields_to=("term-deprecated", "term-form"),
    requires=Needs(into="fr"),
    summary="A capital has lost its accent.",
    reason=(
        "Capitals carry accents in UN documents, without exception in 611 words counted. A word is reported if the "
        "lexicon knows it with the accent only; A at the head of a sentence if what follows shows that it is À."
    ),
    examples=(
        Example(target="Les Etats parties", flagged=("Etats",), repaired="Les États parties"),
        Example(target="Les Etats-Unis d’Amérique", flagged=("Etats-Unis",), repaired="Les États-Unis d’Amérique"),
        Example(target="Egalité des sexes", flagged=("Egalité",), repaired="Égalité des sexes"),
        Example(target="A cet égard, il a pris note.", flagged=("A",), repaired="À cet égard, il a pris note."),
        Example(target="9 A sa 37e réunion, il a voté.", flagged=("A",), repaired="9 À sa 37e réunion, il a voté."),
        Example(source="ACADEMIE", target="ACADEMIE et OFFICE GÉNÉRAL"),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
