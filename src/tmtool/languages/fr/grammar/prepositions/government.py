"""Has a word the preposition that it governs: permet de dégager, la nécessité d'agir, conformément aux décisions?

From the grammar of the language; the words are in ``government.tsv``. What each kind of word governs is looked at in a
module of its own: prepositions of several words, nouns and adjectives, verbs, verbs with one who is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.prepositions.governing_agents import with_agent
from tmtool.languages.fr.grammar.prepositions.governing_nouns import (
    after_adjective,
    after_held,
    after_noun,
    in_the_plural,
)
from tmtool.languages.fr.grammar.prepositions.governing_phrases import after_phrase, in_set_phrase
from tmtool.languages.fr.grammar.prepositions.governing_verbs import (
    before_article,
    before_infinitive,
    before_object,
    needed,
    taken_up,
)
from tmtool.languages.fr.grammar.prepositions.relative_qualities import taken_up_by_que
from tmtool.languages.fr.grammar.words.reading import THIRD, Word


def misgoverned(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the verbs that have another preposition than they govern, or none, in order."""
    for place, word in enumerate(words):
        found = (
            after_phrase(words, place)
            or in_set_phrase(words, place)
            or after_adjective(words, place)
            or after_held(words, place)
            or after_noun(words, place)
            or needed(words, place)
            or taken_up_by_que(words, place)
            or in_the_plural(words, place)
        )
        if found is not None:
            yield found
            continue
        if "V" in word.categories and (not word.is_name or _opens(words, place)):
            found = (
                before_infinitive(words, place)
                or taken_up(words, place)
                or before_object(words, place)
                or before_article(words, place)
                or with_agent(words, place)
            )
            if found:
                yield found


def _opens(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a finite verb with a capital opens a paragraph: 4. Encourage."""
    word = words[place]
    opens = place == 0 or not word.joined
    return opens and bool(word.persons & THIRD) and word.text[1:].islower() and word.categories <= {"V", "N"}
