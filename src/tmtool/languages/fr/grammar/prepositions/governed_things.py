"""Has a verb another preposition than it takes before a thing of this kind, or none: souscrit dix des douze
recommandations, satisfaire les critères, présider à la séance?

These verbs go otherwise with other things (souscrire un contrat, satisfaire un besoin); the nouns are in
``governed_things.tsv``, from the grammar of the language.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.nouns.noun_chains import is_after_be
from tmtool.languages.fr.grammar.nouns.noun_groups import is_before_noun, is_numeral
from tmtool.languages.fr.grammar.predicates.compound_verbs import on_over_adverbs
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned, may_be_inverted
from tmtool.languages.fr.grammar.words.closed_words import OF_FORMS, SUBJECT_PRONOUNS, TO_FORMS
from tmtool.languages.fr.grammar.words.lexical_forms import form
from tmtool.languages.fr.grammar.words.reading import THIRD, Word
from tmtool.languages.tables import rows, word_sets

WORDS = word_sets(Path(__file__).with_name("government.tsv"))
_OPENERS = {"à": TO_FORMS, "de": OF_FORMS}
_PARTS = frozenset({"partie", "parties"})
"""Words that are parts of a text, too: les parties de la Convention."""
_PARTIES = WORDS["parties"]
_SUBJECTS = SUBJECT_PRONOUNS | {"qui"}
_DETERMINERS = 4
"""Words at most between a verb and the noun: dix des douze."""


@cache
def _things(kind: str) -> dict[str, tuple[tuple[str, str, frozenset[str]], ...]]:
    """Maps a verb, or a noun, to what is right, what is wrong ("0" for no preposition) and the nouns with which it is
    so."""
    found: dict[str, tuple[tuple[str, str, frozenset[str]], ...]] = {}
    for its_kind, word, right, wrong, nouns in rows(Path(__file__).with_suffix(".tsv")):
        if its_kind == kind:
            found[word] = (*found.get(word, ()), (right, wrong, frozenset(nouns.split())))
    return found


@lru_cache(maxsize=32768)
def _verbs(lower: str) -> frozenset[str]:
    """Returns those of these verbs that a written form may be of."""
    return frozenset(
        entry.lemma for entry in form(lower).entries if entry.category == "V" and entry.lemma in _things("verb")
    )


def misgoverned(words: tuple[Word, ...]) -> Iterator[Misgoverned]:
    """Yields the verbs that go otherwise with the thing after them."""
    for place, word in enumerate(words[:-2]):
        if word.lower in _things("noun"):  # États parties de la Convention
            if (misgoverned_noun := _text_after(words, place)) is not None:
                yield misgoverned_noun
            continue
        lemmas = _verbs(word.lower)
        if not lemmas or not _is_verb(words, place):
            continue
        at = on_over_adverbs(words, place + 1, len(words) - 1)
        noun = _thing(words, at)
        inverted = may_be_inverted(words, place) and words[place - 1].lower not in _SUBJECTS  # qu'il satisfait
        for right, wrong, nouns in (row for lemma in lemmas for row in _things("verb").get(lemma, ())):
            opens = (
                words[at].lower in _OPENERS[wrong] if wrong in _OPENERS else words[at].lower not in OF_FORMS | TO_FORMS
            )
            if noun and nouns & {entry.lemma for entry in noun.entries} and opens and not inverted:
                yield Misgoverned(word, word, words[at], right)
                break


def _text_after(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns what is wrong between those who are parties to a text, or have signed it, and that text."""
    word, opener = words[place], words[place + 1]
    before = words[place - 1].lower if place else ""
    is_party = word.lower not in _PARTS or word.is_name or before in _PARTIES
    noun = _thing(words, place + 1)
    for right, wrong, nouns in _things("noun")[word.lower]:
        if is_party and noun is not None and noun.lower in nouns and opener.lower in _OPENERS[wrong]:
            return Misgoverned(word, word, opener, right)
    return None


def _is_verb(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a verb is active here: finite, an infinitive, or a participle after avoir."""
    word = words[place]
    if word.is_participle and not word.persons & THIRD:
        return place > 0 and any(entry.lemma == "avoir" for entry in words[place - 1].entries)
    return word.categories <= {"V", "A"} and not is_after_be(words, place)


def _thing(words: tuple[Word, ...], at: int) -> Word | None:
    """Returns the noun of the group that begins here: dix des douze *recommandations*, aux *critères*."""
    opened = (
        is_determiner(words[at])
        or words[at].lower in ("toutes", "tous")
        or is_numeral(words[at])
        or words[at].lower in TO_FORMS | OF_FORMS
    )
    if not opened or not words[at].joined:
        return None
    for place in range(at, min(len(words), at + _DETERMINERS)):
        word = words[place]
        if place > at and not word.joined:
            return None
        small = (
            is_determiner(word)
            or word.lower in ("toutes", "tous")
            or is_numeral(word)
            or word.lower in TO_FORMS | OF_FORMS
            or is_before_noun(word)
        )
        if not small:
            return word if "N" in word.categories else None
    return None
