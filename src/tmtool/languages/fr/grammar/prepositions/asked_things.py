"""Has what is asked for its preposition: quelle assistance les territoires peuvent *bénéficier*, quelles réunions le
Comité participera?

The verbs are those of ``government.tsv`` and ``relative_objects.tsv`` whose complement comes with de or with à.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.prepositions.governed import WORDS, Misgoverned
from tmtool.languages.fr.grammar.prepositions.governed_relatives import governing_verb
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, TO_FORMS
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_WITH_TO = word_sets(Path(__file__).with_name("relative_objects.tsv"))["only with à"]


def bare(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the verbs whose complement opens with quel without its preposition, in order."""
    for place in range(len(words) - 3):
        if words[place].lower not in _WORDS["asking"] or not words[place + 1].joined or _is_governed(words, place):
            continue
        start = _subject(words, place + 1)
        verb = governing_verb(words, start) if start else None
        if verb is None or not all(word.joined for word in words[start : verb + 1]):
            continue
        right = _right(words[verb])
        forms = OF_FORMS if right == "de" else TO_FORMS
        following = words[verb + 1] if verb + 1 < len(words) and words[verb + 1].joined else None
        complete = following is not None and following.lower in forms
        if right and not complete and not any(word.lower in _WORDS["taking up"] for word in words[start:verb]):
            yield Misgoverned(words[verb], words[place], words[verb], right)


def _is_governed(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a preposition comes right before quel, or que right after it: de quels moyens, quelle que soit."""
    before = words[place - 1] if place and words[place].joined else None
    return (before is not None and "PREP" in before.categories) or words[place + 1].lower in ("que", "qu'")


def _subject(words: tuple[Word, ...], noun: int) -> int:
    """Returns the place where the subject begins after what is asked for and its adjectives; 0 where none does."""
    for at in range(noun + 1, min(noun + 3, len(words) - 1)):
        if not words[at].joined:
            return 0
        if words[at].lower in _WORDS["subjects"] or (
            is_determiner(words[at]) and words[at].lower not in OF_FORMS | TO_FORMS
        ):
            return at
    return 0


def _right(verb: Word) -> str:
    """Returns the preposition of the complement that a verb always has; "" for none."""
    lemmas = {entry.lemma for entry in verb.entries if entry.category == "V"}
    if verb.lower in _WORDS["needs"] or (lemmas and lemmas <= WORDS["about"]):
        return "de"
    return "à" if lemmas and lemmas <= _WITH_TO else ""
