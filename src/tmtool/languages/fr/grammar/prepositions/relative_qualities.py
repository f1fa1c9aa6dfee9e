"""Does que take up what a word wants with de, so that it must be dont: les plaintes *qu'*il a été saisi?

Two kinds of relative clauses in which nothing else goes with de: one that ends with a participle or an adjective after
être (que le groupe est chargé), and qu'il s'agit. The words are in ``relative_qualities.tsv``, from the grammar of the
language.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.predicates.compound_verbs import is_adverb
from tmtool.languages.fr.grammar.predicates.participles import auxiliary_before
from tmtool.languages.fr.grammar.prepositions.governed import WORDS as _GOVERNING
from tmtool.languages.fr.grammar.prepositions.governed import Misgoverned
from tmtool.languages.fr.grammar.words.closed_words import NE_OR_SE
from tmtool.languages.fr.grammar.words.reading import QUE, THIRD, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_LONGEST_SUBJECT = 8
"""Words of a subject between que and its verb at most."""


def taken_up_by_que(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns a que that takes up what the word at `place` wants with de."""
    return _of_a_quality(words, place) or _is_about(words, place)


def _of_a_quality(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns the que of a clause that ends with a participle or an adjective with de after être: les affaires que le
    Comité est saisi."""
    word = words[place]
    if not {entry.lemma for entry in word.entries} & _WORDS["after être"] or not word.joined or word.is_infinitive:
        return None
    if not (word.is_participle or "A" in word.categories) or not _is_end(words, place + 1):
        return None
    at = place
    while at > 1 and words[at].joined and (is_adverb(words[at - 1]) or words[at - 1].lower in _WORDS["alone"]):
        at -= 1
    verb = auxiliary_before(words, at)
    que = None if verb is None else _que_before(words, verb)
    return None if que is None else Misgoverned(word, words[que], word, "dont")


def _is_about(words: tuple[Word, ...], place: int) -> Misgoverned | None:
    """Returns the que of qu'il s'agit with nothing after it: la question qu'il s'agit est réglée; not c'est d'eau qu'il
    s'agit."""
    if words[place].lower not in _WORDS["be about"] or place < 4 or not _is_end(words, place + 1):
        return None
    if [word.lower for word in words[place - 3 : place]] != ["qu'", "il", "s'"] or not words[place - 3].joined:
        return None
    for at in range(place - 4, -1, -1):
        if words[at].lower in ("c'", "ce"):
            return None
        if words[at + 1].opens_clause:
            break
    return Misgoverned(words[place], words[place - 3], words[place], "dont") if _is_noun(words, place - 4) else None


def _que_before(words: tuple[Word, ...], verb: int) -> int | None:
    """Returns the place of the que of a relative clause before a verb and its subject, None where the clause is one of
    what is said, or what goes with de is there."""
    for at in range(verb - 1, max(0, verb - _LONGEST_SUBJECT), -1):
        word = words[at]
        if not words[at + 1].joined or word.lower in _WORDS["openers"]:
            return None
        if word.lower in QUE:
            return at if word.joined and _is_noun(words, at - 1) and not _is_said(words, at) else None
        if word.is_finite_verb:
            return None
    return None


def _is_noun(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a noun that que may take up comes here: no verb, nobody who is told something, nothing that a
    clause with que explains."""
    word = words[place]
    owned = place > 0 and word.joined and is_determiner(words[place - 1])
    noun = "N" in word.categories and not word.is_name
    noun = noun and (owned or not (word.is_participle or word.persons & THIRD))
    return noun and word.lower not in _GOVERNING["with a clause"] | _GOVERNING["agents"] | _WORDS["before a clause"]


def _is_said(words: tuple[Word, ...], que: int) -> bool:
    """Tells whether a verb of saying comes before in the sentence, whose clause may open with que."""
    for at in range(que - 1, -1, -1):
        if any(entry.lemma in _WORDS["saying"] for entry in words[at].entries):
            return True
        if words[at + 1].opens_clause:
            return False
    return False


def _is_end(words: tuple[Word, ...], place: int) -> bool:
    """Tells whether a clause ends before `place`: at a mark, at the end, before a finite verb."""
    if place >= len(words) or not words[place].joined:
        return True
    word = words[place]
    clitic = word.lower in NE_OR_SE
    return clitic or (bool(word.persons & THIRD) and (word.categories == {"V"} or word.lower in _WORDS["be"]))
