"""Does a participle agree with the tous or toutes right before it, which takes up what a comma parts from it: trois
offres, toutes *étayés* par des chiffres?

The pronoun alone says the gender and the number, so no noun has to be found: all that is looked at is whether what
comes after it can be anything but its participle.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.words.reading import Word

_PRONOUNS = {"tous": "mp", "toutes": "fp"}


def disagreements(words: tuple[Word, ...]) -> Iterator[tuple[Word, Word]]:
    """Yields the participles that do not agree with tous or toutes, each with that pronoun."""
    for place in range(1, len(words) - 2):
        pronoun, participle, following = words[place : place + 3]
        wanted = _PRONOUNS.get(pronoun.lower)
        if wanted is None or pronoun.before != ", " or not (participle.joined and following.joined):
            continue
        is_sure = participle.is_participle and participle.categories <= {"A", "V"} and not participle.persons
        if is_sure and "PREP" in following.categories and wanted not in participle.agreement():
            yield participle, pronoun
