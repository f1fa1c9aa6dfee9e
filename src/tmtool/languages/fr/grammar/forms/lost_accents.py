"""Is a participle without its last accent, so that it is a noun or a finite verb: sera *limite* à trois minutes, ont
*fixe* une échéance, la liste *présente* par le Groupe?

The words are in ``lost_accents.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.predicates.compound_verbs import before_adverbs, is_have
from tmtool.languages.fr.grammar.words.closed_words import NE, OBJECT_CLITICS
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_IT = OBJECT_CLITICS | NE | {"ce", "c'"}
_TAKEN_UP = 8
"""Words back in which que or dont may open the clause that the auxiliary ends: les moyens qu'il a finance l'école."""
_LONGEST_ADVERBIAL = 3


def participles(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yields the words that stand for the participle in -é, -ée, -és or -ées of their verb, in order."""
    for place in range(1, len(words) - 1):
        word = words[place]
        if not word.lower.endswith(("e", "es")) or not word.joined or word.is_name or not words[place + 1].joined:
            continue
        if not _is_form_of_the_first_group(word):
            continue
        at = before_adverbs(words, place, most=_LONGEST_ADVERBIAL, least=0)
        if not words[at + 1].joined or is_determiner(words[at]):
            continue
        if words[at].lower in _WORDS["being"]:
            wrong = _is_passive(words, at, place)
        elif is_have(words[at]) and words[at].text != "A":
            wrong = _is_past(words, at, place)
        else:
            wrong = False
        if wrong:
            yield word


def _is_form_of_the_first_group(word: Word) -> bool:
    """Tells whether one reading is a present in -e or -es of a verb in -er, and none a participle or an infinitive."""
    if word.is_participle or word.is_infinitive or not word.categories <= {"N", "A", "V", "INTJ"}:
        return False
    return any(
        entry.category == "V" and entry.lemma.endswith("er") and entry.features & {"P3s", "P2s"}
        for entry in word.entries
    )


def _is_passive(words: tuple[Word, ...], be: int, place: int) -> bool:
    """Tells whether a noun that no one is said to be, or an adjective with its agent, comes after être: sera *donne*
    aux villes, être *présente* par les élus."""
    word, after = words[place], words[place + 1]
    if be and words[be - 1].lower in _IT and words[be].joined:
        return False
    if _is_taken_up(words, be) or word.lower.rstrip("s") in _WORDS["said without article"]:
        return False
    if "A" in word.categories and word.lower.rstrip("s") not in _WORDS["seldom a quality"]:
        agent = place + 2 < len(words) and is_determiner(words[place + 2])
        return after.lower == "par" and agent
    return after.lower in _WORDS["after a participle"] or after.is_infinitive


def _is_past(words: tuple[Word, ...], have: int, place: int) -> bool:
    """Tells whether an object or a preposition comes after a noun that nobody has without its article: ont *fixe* une
    échéance, ont *siège* pendant six ans."""
    word, after = words[place], words[place + 1]
    if word.lower.endswith("s") or word.lower in _WORDS["had without article"] or _is_taken_up(words, have):
        return False
    if not word.persons & THIRD or (have and words[have - 1].lower in ("y", "en") and words[have].joined):
        return False
    return is_determiner(after) or after.lower in _WORDS["after a past"]


def _is_taken_up(words: tuple[Word, ...], auxiliary: int) -> bool:
    return any(one.lower in _WORDS["taking up"] for one in words[max(0, auxiliary - _TAKEN_UP) : auxiliary])
