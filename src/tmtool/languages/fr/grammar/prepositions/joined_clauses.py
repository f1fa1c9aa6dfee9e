"""Has a second clause its que, where the English says that again: a noté que le texte était prêt *et le* budget clos
serait lu?

The English is asked since the second clause may as well be a sentence of its own. From the grammar of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tmtool.languages.fr.grammar.nouns.determiners import is_determiner
from tmtool.languages.fr.grammar.prepositions.governed import is_verb_here
from tmtool.languages.fr.grammar.words.closed_words import JOINTS, SUBJECT_PRONOUNS
from tmtool.languages.fr.grammar.words.reading import QUE, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))
_AND_THAT = re.compile(
    r"\bthat (?!of\b)[^.;:]*\band that (?!of\b|is\b|was\b|which\b|end\b|such\b)[a-z]+ ", re.IGNORECASE
)
_OTHERS = _WORDS["other clauses"]
_FARTHEST = 30
"""Words from que to the joint at most."""
_LONGEST_SUBJECT = 10

Found = tuple[Word, Word, str]
"""The joint and the word after it, and what is right."""


def without_que(words: tuple[Word, ...], source: str) -> Iterator[Found]:
    """Yields the first et after a clause with que with what opens the second, where que comes once and the English has
    that again."""
    ques = [at for at, word in enumerate(words) if word.lower in QUE]
    if len(ques) != 1 or not _AND_THAT.search(source):
        return
    que = ques[0]
    if que < 1 or not words[que].joined or words[que - 1].categories.isdisjoint({"V"}):
        return
    seen = False
    for at in range(que + 1, min(len(words) - 2, que + _FARTHEST)):
        word = words[at]
        if word.opens_clause or word.lower in _OTHERS:
            return
        seen = seen or is_verb_here(words, at)
        opens = (
            is_determiner(words[at + 1])
            or words[at + 1].lower in SUBJECT_PRONOUNS
            or words[at + 1].lower in ("de", "d'")
        )
        if seen and word.lower == "et" and opens and words[at + 1].joined and _is_clause(words, at + 1):
            right = "et qu’" if words[at + 1].lower[0] in "aeiouhéê" else "et que"
            yield word, words[at + 1], right
            return


def _is_clause(words: tuple[Word, ...], start: int) -> bool:
    """Tells whether a subject with its verb begins at a place: no other joint, mark or clause comes before the verb."""
    for at in range(start + 1, min(len(words), start + _LONGEST_SUBJECT)):
        word = words[at]
        if not word.joined or word.lower in _OTHERS or word.lower in JOINTS:
            return False
        if is_verb_here(words, at):
            return True
    return False
