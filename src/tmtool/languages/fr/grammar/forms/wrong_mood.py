"""Says what is wrong with a verb whose mood cannot be right: bien qu’il *est*, après qu’il *ait* été, s’il *serait*."""

from __future__ import annotations

from dataclasses import dataclass

from tmtool.languages.fr.grammar.words.reading import Word

SI, EVEN_IF, IN_CASE = "si", "même si", "au cas où"
EVEN_THOUGH, HOW_FAR = "quand bien même", "dans quelle mesure"


@dataclass(frozen=True, slots=True)
class WrongMood:
    """A `WrongMood` is a finite verb in a mood that the words before its clause do not admit. `after` is those words:
    "afin que", which wants the subjunctive, or "si" for a condition, which wants the present or the past of the
    indicative, as "même si" does where it supposes a thing and is no although. `indicative` is True where the verb is
    in the subjunctive, or in the conditional, and those words want the indicative, `conditional` where it is in the
    future and they want the conditional; `may_ask` where a word before si may ask, and only the
    source can tell that si sets a condition."""

    verb: Word
    after: str
    indicative: bool = False
    conditional: bool = False
    may_ask: bool = False
