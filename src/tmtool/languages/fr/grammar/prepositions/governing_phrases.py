"""Ends a preposition of several words with the right one: en vertu des, conformément aux, au sein du?"""

from __future__ import annotations

from functools import cache

from tmtool.languages.fr.grammar.prepositions.governed import (
    LOST_BEFORE,
    OF,
    WORDS,
    Misgoverned,
    next_word,
)
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word

_ENDS_OF_PHRASES = WORDS["phrases with de"] | WORDS["phrases with à"]
_MOVING = frozenset({"mettre", "entrer", "remettre", "tenir", "être"})
"""Verbs that make a phrase with en and a noun: mettre en application à compter du 1er mai."""
_OPENING = frozenset({"grâce", "face"})
"""Nouns that are a preposition with à where nothing comes before them."""


def after_phrase(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong after the last word of a preposition of several: en vertu aux, conformément des."""
    word, before = words[place], words[place - 1] if place and words[place].joined else None
    following = next_word(words, place) if word.lower in _ENDS_OF_PHRASES else None
    if following is None:
        return None
    since = word.lower == "lors" and before is not None and before.lower == "dès"  # dès lors à la partie
    if word.lower in WORDS["phrases with de"] and following.lower in TO_FORMS and not since:
        adverb = word.categories & {"PREP", "ADV", "CONJS"} and "N" not in word.categories
        joined = before is not None and before.lower in WORDS["before phrases with de"]
        joined = joined and (word.lower != "cours" or (before is not None and before.lower == "au"))  # en cours à
        if adverb or (joined and not (place > 1 and words[place - 2].lower in ("de", "d'"))):
            return Misgoverned(word, word, following, "de")
    if word.lower in WORDS["phrases with à"] and following.lower in OF_FORMS:
        if following.lower in ("de", "d'") and "A" in words[place + 2].categories:  # relativement de petites dimensions
            return None
        phrase = {"égard": "eu", "rapport": "par"}.get(word.lower, "")
        if "N" not in word.categories or (before is not None and before.lower == phrase):
            return Misgoverned(word, word, following, "à")
        if before is None and word.lower in _OPENING and _goes_before_a_clause(words, place):
            return Misgoverned(word, word, following, "à")
    return None


def _goes_before_a_clause(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the clause comes after a comma, and so no noun opens it here: Grâce de l'appui, il siège."""
    for word in words[place + 2 :]:
        if not word.joined:
            return word.mark == ","
        if word.is_finite_verb:
            return False
    return False


def in_set_phrase(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong after a noun that makes a preposition with the words before it (en vue aux, au sein le), or
    after a preposition without its second half (conformément la résolution, auprès les)."""
    word = words[place]
    following = next_word(words, place) if word.lower in _in_set_phrases() else None
    if following is None:
        return None
    opener = words[place - 1].lower if place and word.joined else ""
    if opener == "en" and place > 1 and words[place - 2].lower == "bien":  # bien en vue à l'entrée
        return None
    if opener == "l'" and place > 1 and words[place - 1].joined:
        opener = f"{words[place - 2].lower} l'"
    for right in ("de", "à", "avec"):
        if word.lower not in WORDS.get(f"{opener} … {right}", frozenset()):
            continue
        wrong = (OF_FORMS if right == "à" else TO_FORMS) | LOST_BEFORE
        wrong = wrong | (OF_FORMS - OF) if right == "avec" else wrong
        nominal = following.lower not in LOST_BEFORE or "N" in words[place + 2].categories
        if following.lower in wrong and nominal and not _goes_on_before(words, place):
            return Misgoverned(word, word, following, right)
    for right in ("de", "à"):
        noun = words[place + 2]
        lost = word.lower in WORDS[f"missing {right}"] and following.lower in LOST_BEFORE
        if lost and "N" in noun.categories and not noun.persons & THIRD:
            return Misgoverned(word, word, following, right)
    return None


@cache
def _in_set_phrases() -> frozenset[str]:
    """Returns the words that end a preposition of several words, or begin one."""
    return frozenset().union(*(words for name, words in WORDS.items() if "…" in name or name.startswith("missing ")))


def _goes_on_before(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether the phrase may be a part of another one, so that what follows belongs to that: tenir lieu, avoir
    lieu au printemps."""
    start = place - 1 - (words[place - 1].lower == "l'")
    return (
        start > 0
        and words[start].joined
        and (
            words[start - 1].lower in ("de", "d'") or any(entry.lemma in _MOVING for entry in words[start - 1].entries)
        )
    )
