"""What is a subject that comes right after its verb: la manière dont ont été tenus *les engagements*?

After dont and où the subject of a passive may come last, and the participle agrees with it all the same. The closed
words are in ``inverted_subjects.tsv``.
"""

from __future__ import annotations

from pathlib import Path

from tmtool.languages.fr.grammar.words.reading import ALL, PLURAL, Word
from tmtool.languages.tables import word_sets

_WORDS = word_sets(Path(__file__).with_suffix(".tsv"))


def subject_after(words: tuple[Word, ...], verb: int, participle: int) -> frozenset[str]:
    """Returns what the plural noun right after a participle is, of "mp" and "fp", where the finite verb at `verb`, a
    plural, comes right after dont or où; everything elsewhere."""
    if not verb or words[verb - 1].lower not in _WORDS["inverting"] or participle + 2 >= len(words):
        return ALL
    article, noun = words[participle + 1], words[participle + 2]
    if not article.joined or article.lower not in _WORDS["plural articles"]:
        return ALL
    return noun.agreement({"N"}) & PLURAL or ALL
