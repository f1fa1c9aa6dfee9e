"""Says what a lexicon says of a word in one of its readings, in the codes of the DELA (lexicons of the LADL)."""

from __future__ import annotations

from dataclasses import dataclass

_GENDERS_AND_NUMBERS = frozenset({"ms", "mp", "fs", "fp"})


@dataclass(frozen=True, slots=True)
class Entry:
    """An `Entry` is one reading of a form. `category` is N, A, V, DET, PRO, ADV, PREP … as the DELA has it.

    `features` are, for nouns and adjectives, gender and number ("fs", "mp"); for verbs the tense first: P, I, F, J, C,
    S, T, Y with person and number ("P3s"), K for the past participle with gender and number ("Kfp"), G for the present
    participle, W for the infinitive. `rare` is True for readings in which the form is hardly ever used.
    """

    lemma: str
    category: str
    features: frozenset[str]
    rare: bool = False

    @property
    def agreement(self) -> frozenset[str]:
        """Returns gender and number of a noun, an adjective or a past participle: of "ms", "mp", "fs", "fp"."""
        return frozenset(one.removeprefix("K") for one in self.features) & _GENDERS_AND_NUMBERS
