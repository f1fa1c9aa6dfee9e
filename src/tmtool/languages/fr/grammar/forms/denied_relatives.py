"""Is the verb in the subjunctive in a relative clause of what there is not: n'exige aucune donnée qui *ait* été
fournie, il n'existe rien qui *soit* comparable?

From the grammar of the language. Where a thing is only not done to something (n'a lu aucune lettre qui est venue) the
indicative may come, so the verb before tells what there is not. The words are in ``denied_relatives.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.forms.clause_verbs import is_finite, tenses
from tmtool.languages.fr.grammar.forms.wrong_mood import WrongMood
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PRESENT_OR_PAST = frozenset("PIJ")
_FARTHEST = 8
"""Words at most from aucun to its qui, and from ne to aucun."""


def denied_relatives(words: tuple[Word, ...]) -> Iterator[WrongMood]:
    """Yields the verbs in the indicative right after such a qui."""
    for place, word in enumerate(words):
        if word.lower != "qui" or not word.joined or place + 1 >= len(words):
            continue
        if place and "PREP" in words[place - 1].categories:  # n'existe aucune peine contre qui ment
            continue
        verb = place + 1
        while verb < len(words) - 1 and words[verb].lower in _WORDS["small words"] and words[verb].joined:
            verb += 1
        sure = is_finite(words[verb]) and bool(words[verb].persons & THIRD) and words[verb].joined
        if not sure or not tenses(words[verb]) <= _PRESENT_OR_PAST:
            continue
        none = _none_before(words, place)
        if none is not None and _is_there(words, none):
            yield WrongMood(words[verb], f"{words[none].lower} … qui")


def _none_before(words: tuple[Word, ...], qui: int) -> int | None:
    """Returns the place of the aucun, nul or rien of which qui tells more, nothing between but the noun and what is
    said of it."""
    for at in range(qui - 1, max(-1, qui - _FARTHEST), -1):
        if not words[at + 1].joined or words[at].is_finite_verb:
            return None
        if words[at].lower in _WORDS["none"]:
            pronoun = at + 1 == qui
            return at if pronoun == (words[at].lower in _WORDS["nobody"]) else None
        if words[at].lower in _WORDS["definite"]:
            return None
    return None


def _is_there(words: tuple[Word, ...], none: int) -> bool:
    """Tells whether ne and a verb that says that a thing is there, or is wanted, come before: il n'existe aucun."""
    for at in range(none - 1, max(0, none - _FARTHEST), -1):
        if not words[at + 1].joined:
            return False
        if words[at].lower in ("ne", "n'"):
            between = words[at + 1 : none]
            return any(entry.lemma in _WORDS["being there"] for word in between for entry in word.entries)
    return False
