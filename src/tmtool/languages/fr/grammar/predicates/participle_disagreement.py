"""What is told of a participle that agrees with nothing it could agree with?"""

from __future__ import annotations

from dataclasses import dataclass

from tmtool.languages.fr.grammar.words.reading import Word


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A `Disagreement` is a participle, or an adjective after être, that agrees with nothing it could agree with, and
    the finite verb of its clause; `after_avoir` is true where that is a form of avoir, after which it agrees with an
    object before only, `after_que` where `verb` is the pronoun que that takes that object up."""

    verb: Word
    participle: Word
    after_avoir: bool = False
    after_que: bool = False
