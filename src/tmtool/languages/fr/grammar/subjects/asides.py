"""Does a word open a phrase that stands between two commas after a subject: le dialogue, *qui* était prévu en mai, est
reporté? The closed words are in ``asides.tsv``, from the grammar of the language."""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.subjects.titled_persons import is_title
from tmtool.languages.fr.grammar.words.closed_words import CONTRACTED
from tmtool.languages.fr.grammar.words.reading import Word
from tmtool.languages.tables import word_sets

_ASIDE = word_sets(Path(__file__).with_suffix(".tsv"))["aside"]
_AMOUNT = frozenset({"de", "d'", "soit"})


def is_aside(words: tuple[Word, ...], opener: int, verb: int) -> bool:
    """Tells whether the word at `opener` opens such a phrase, after which comes the verb at `verb`: a relative or a
    preposition, a participle, y compris, a bare noun (la Direction, personne morale autonome, est), the title of a
    person, or an amount in figures (la hausse, de 2 %, est) or letters (le don, d'un montant de 3 euros, est)."""
    first = words[opener]
    following = words[opener + 1]
    goes_on = following.joined and ("PREP" in following.categories or following.lower in CONTRACTED)
    participle = first.is_participle and ("N" not in first.categories or goes_on)
    taken_up = "PREP" in first.categories and words[opener + 1].joined and words[opener + 1].lower in _ASIDE
    measured = first.lower in _AMOUNT and words[opener + 1].lower in ("un", "une")
    if first.lower in _ASIDE or taken_up or measured or first.is_present_participle or participle:
        return True
    if (is_title(first) and opener + 1 < verb) or (first.lower in _AMOUNT and opener == verb - 1):
        return True
    if first.lower == "y" and words[opener + 1].lower == "compris":
        return True
    return "N" in first.categories <= {"N", "PRO"} and len(first.text) > 1 and not first.is_name
