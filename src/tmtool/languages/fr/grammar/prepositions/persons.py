"""Is the one to whom something is said or given a pronoun for whom, and not for what: *la permet* de répondre, de *les*
envoyer les documents?

The verbs are those of governed.py that ask somebody with à, and those of ``persons.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.prepositions.governed import WORDS, Misgoverned, infinitive_after
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_OBJECTS = {"la": "lui", "les": "leur"}
_ARTICLES = _WORDS["articles"]


def exchanged(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each la and les before a verb that wants lui or leur."""
    for place in range(1, len(words) - 2):
        right = _OBJECTS.get(words[place].lower)
        if right is None:
            continue
        word, verb, following = words[place : place + 3]
        if not (verb.joined and following.joined) or "N" in verb.categories:
            continue
        if not (verb.is_infinitive or verb.persons & THIRD) or verb.categories != {"V"}:
            continue
        lemmas = {entry.lemma for entry in verb.entries}
        asked = following.lower in ("de", "d'") and infinitive_after(words, place + 3)
        asked = asked and lemmas <= WORDS["agent to whom de"] | _WORDS["to whom de"]
        given = verb.is_infinitive and lemmas <= _WORDS["something to somebody"] and _is_object(words, place + 2)
        if asked or given:
            yield Misgoverned(verb, word, verb, right)


def _is_object(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether an object of the verb comes here: its own determiner and a noun that says no time."""
    article, noun = words[place], words[place + 1] if place + 1 < len(words) else None
    is_noun = noun is not None and noun.joined and "N" in noun.categories and not noun.is_infinitive
    return article.lower in _ARTICLES and is_noun and noun is not None and noun.lower not in WORDS["times"]
