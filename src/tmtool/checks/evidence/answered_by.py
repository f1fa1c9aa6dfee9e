"""Which word of a sentence has on the other side of a close translation none of all words that may say the same?

What a word may be translated by is mostly open. Of some words it is a closed list: at least, each, voluntary;
facultatif, moitié, seul. Nobody leaves them out of an agenda, and nobody adds them. The lists are ``answered_by.tsv``
of a pair; each was counted in right agendas, so that a word that translators leave out is not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tmtool.checks.evidence.sentence_pairs import in_text, sentences
from tmtool.languages.alternatives import any_of
from tmtool.languages.pairs.pair import LanguagePair
from tmtool.model import Span

TABLE = "answered_by.tsv"
_LONGEST = 2_000
"""In longer sentences, in characters, anything may be answered by a word of another clause."""


def unanswered_words(source: str, target: str, pair: LanguagePair) -> Iterator[tuple[Span | None, Span | None]]:
    """Yields for each sentence of the translation the place of its first word that answers to nothing, as the second;
    where there is none, that of the first word of the source that nothing answers to, as the first."""
    for there, here in sentences(source, target):
        gained = _alone(here, there, pair, pair.target)
        if gained is not None:
            yield None, in_text(gained, here, target)
            continue
        lost = _alone(there, here, pair, pair.source)
        if lost is not None:
            yield in_text(lost, there, source), None


def _alone(text: str, other: str, pair: LanguagePair, language: str) -> Span | None:
    """Returns the first word of a text of that language to which nothing in the other text answers."""
    if max(len(text), len(other)) > _LONGEST:
        return None
    words, answers = _lists(pair, language)
    text, other = text.lower(), other.lower()
    return next(
        (
            Span(*found.span())
            for found in words.finditer(text)
            if found.lastgroup and not answers[found.lastgroup].search(other)
        ),
        None,
    )


@cache
def _lists(pair: LanguagePair, language: str) -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """Returns one expression for all words of a language that have a list, a group each, and the lists by group."""
    rows = [(words, answers) for of, words, answers in pair.rows(TABLE) if of == language]
    groups = (f"(?P<_{at}>{words})" for at, (words, _) in enumerate(rows))
    lists = {f"_{at}": re.compile(rf"\b(?:{answers})\b") for at, (_, answers) in enumerate(rows)}
    return re.compile(rf"\b(?:{any_of(groups)})\b"), lists
