"""Where is a verb made of two words, of which the noun has no adjective or clause of its own: *prend note* du rapport,
a *appelé l'attention* sur les notes?

The verbs with their nouns are in ``light_verbs.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_NOUNS = frozenset().union(*(nouns for name, nouns in _WORDS.items() if name not in ("with feeling", "between")))
_WITH = 2
"""Words of avec satisfaction."""


def light_verb(words: tuple[Word, ...], end: int) -> int:
    """Returns the place after the verb of such a phrase that ends here, avec satisfaction after it or not; 0 where
    there is none."""
    at = end
    if words[at].lower in _WORDS["with feeling"] and at > 1 and words[at - 1].lower == "avec" and words[at].joined:
        at -= _WITH
    noun = words[at].lower
    if noun not in _NOUNS or not at or not words[at].joined:
        return 0
    before = at - 1
    while before > 0 and words[before].joined and _may_come_between(words[before]):
        before -= 1
    return before + 1 if _goes_with(words[before], noun) else 0


def is_of_light_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a participle and the noun right after it make such a verb: a *prise* fin."""
    noun = words[place + 1] if place + 1 < len(words) and words[place + 1].joined else None
    return noun is not None and _goes_with(words[place], noun.lower)


def _goes_with(verb: Word, noun: str) -> bool:
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    return any(noun in _WORDS.get(lemma, ()) for lemma in lemmas)


def _may_come_between(word: Word) -> bool:
    return word.lower in _WORDS["between"] or (word.lower.endswith("ment") and "ADV" in word.categories)
