"""Is ne lost where ni, guère or que denies the verb: les prix *baissent guère*, il *contient ni* tableau ni figure, on
*peut que* s'en féliciter, *Personne a* voté?

The words are in ``denials.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.words.closed_words import NE
from tmtool.languages.fr.grammar.words.reading import QUE, Word, end_of_clause, start_of_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_name("denials.tsv"))
_DENYING = _WORDS["before ni"] | NE
_NOUNS = frozenset({"pas", "personne", "point"})
"""Those of them that are nouns after a determiner."""
_FARTHEST = 6
"""Words from a verb to the ni after it at most."""

Half = tuple[Word, Word]
"""The verb, and the word that denies half, in their order."""


def halves(words: tuple[Word, ...]) -> Iterator[Half]:
    """Yields the verbs without ne that such a word denies, in order."""
    for place, word in enumerate(words):
        if word.lower == "guère" and place and word.joined and _is_verb(words, place - 1):
            if not _is_denied(words, start_of_clause(words, place), place):
                yield words[place - 1], word
        elif word.lower == "ni":
            if (verb := _of_two(words, place)) is not None:
                yield verb
        elif word.lower in QUE and place and word.joined:
            if _is_only(words, place):
                yield words[place - 1], word
        elif word.text == "Personne" and (not place or word.opens_clause) and _is_followed(words, place):
            yield word, words[place + 1]


def _is_verb(words: tuple[Word, ...], place: int) -> bool:
    word = words[place]
    owned = place > 0 and word.joined and is_determiner(words[place - 1])
    return word.is_finite_or_auxiliary and not owned


def _is_followed(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a verb in the singular is the next word."""
    following = words[place + 1] if place + 2 < len(words) else None
    return following is not None and following.joined and _is_verb(words, place + 1) and "3s" in following.persons


def _is_denied(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Tells whether a word between two places denies, and is no noun: au titre de ce point."""
    return any(
        words[at].lower in _DENYING
        and not (words[at].lower in _NOUNS and at > 0 and words[at].joined and is_determiner(words[at - 1]))
        for at in range(start, end)
    )


def _of_two(words: tuple[Word, ...], place: int) -> Half | None:
    """Returns the verb before the first ni of two, or after two at the head of the sentence, where nothing in the
    sentence denies besides."""
    start, end = start_of_clause(words, place), end_of_clause(words, place)
    second = next((at for at in range(place + 1, end) if words[at].lower == "ni"), 0)
    if not second or any(word.lower == "ni" for word in words[start:place]):
        return None
    if _is_denied(words, start, end):
        return None
    if place > start:
        for at in range(place - 1, max(start - 1, place - _FARTHEST), -1):
            if not words[at + 1].joined or words[at].lower in _WORDS["opening"]:
                return None
            if _is_verb(words, at):
                return words[at], words[place]
        return None
    if words[place].text != "Ni":
        return None
    return next(((words[second], words[at]) for at in range(second + 2, end) if _is_verb(words, at)), None)


def _is_only(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether pouvoir and que are right before an infinitive, and no ne before: peut *que* se féliciter."""
    verb = words[que - 1]
    if not any(entry.lemma == "pouvoir" for entry in verb.entries) or not _is_verb(words, que - 1):
        return False
    at = que + 1
    while at < len(words) - 1 and words[at].joined and words[at].lower in _WORDS["pronouns"]:
        at += 1
    infinitive = at < len(words) and words[at].joined and words[at].is_infinitive and words[at].categories == {"V"}
    return infinitive and not any(
        one.lower in _DENYING or one.lower in ("autant", "tant", "mieux", "moins", "autre", "même")
        for one in words[start_of_clause(words, que) : que]
    )
