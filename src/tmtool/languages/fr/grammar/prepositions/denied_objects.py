"""Has an object in the plural de after a denial, and not des: n'instituent pas *des* nouveaux prélèvements?

From the grammar of the language; the verbs, with which nothing else goes with de, are in ``denied_objects.tsv``. What
is contrasted with something else keeps its article: n'a pas reçu des avis, mais des critiques.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.predicates.compound_verbs import is_have, on_over_adverbs
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import NE
from tmtool.languages.fr.grammar.words.reading import THIRD, Word, end_of_clause
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_PAS = frozenset({"pas", "plus", "jamais", "guère"})
_FEW = 4
"""Words back from the denial to ne."""


def misdenied(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields each denial after which an object begins with des, in order."""
    for place in range(2, len(words) - 2):
        if words[place].lower not in _PAS or not words[place].joined or words[place + 1].lower == "moins":
            continue
        verb, at = place - 1, on_over_adverbs(words, place + 1, len(words) - 2)
        if _is_have(words[verb]) and words[at].is_participle and words[at].joined:
            verb, at = at, at + 1
            if words[verb].lower in _WORDS["modal"] and _is_infinitive(words, at):
                verb, at = at, at + 1
        elif _is_infinitive(words, at) and at < len(words) - 2:  # ne faut pas prendre des mesures, ne pas créer des
            verb, at = at, at + 1
        elif not (words[verb].persons & THIRD or _is_have(words[verb])) or at > place + 1:  # n'y en a pas lors des
            continue
        lemmas = {entry.lemma for entry in words[verb].entries if entry.category == "V"}
        gets = lemmas <= _WORDS["verbs"] | _WORDS["getting"] and at + 1 < len(words)
        if not lemmas or not gets:
            continue
        if not lemmas <= _WORDS["verbs"] and words[at + 1].lower not in _WORDS["got"]:
            continue
        some, noun = words[at], words[at + 1]
        opens = some.lower == "des" and some.joined and noun.joined and bool(noun.categories & {"N", "A"})
        if lemmas == {"avoir"} and some.lower == "de" and some.joined and noun.lower in ("la", "l'") and noun.joined:
            opens = at + 2 < len(words) and words[at + 2].categories == {"N"}  # n'ont pas de la nourriture
        if words[verb].is_infinitive and at + 2 < len(words) and words[at + 2].lower in _WORDS["relative"]:
            continue  # ne pas fournir des données dont la communication nuirait
        denied = any(one.lower in NE for one in words[max(0, place - _FEW) : place])
        if opens and denied and not _is_contrasted(words, at):
            yield Misgoverned(words[place], words[place], some, "de")


def _is_have(word: Word) -> bool:
    """Tells whether a word is a form of avoir right before pas: n'ayant pas reçu."""
    return is_have(word) or word.lower == "ayant"


def _is_infinitive(words: tuple[Word, ...], place: int) -> bool:
    return place < len(words) and words[place].is_infinitive and words[place].joined


def _is_contrasted(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether mais or seulement comes later in the clause."""
    return any(one.lower in _WORDS["contrasting"] for one in words[place : end_of_clause(words, place)])
