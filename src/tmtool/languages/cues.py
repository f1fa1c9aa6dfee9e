"""By which phrases are the parts of an agenda known in a language?"""

from __future__ import annotations

import re
from functools import cache

from tmtool.languages import every_table
from tmtool.languages.alternatives import any_of
from tmtool.languages.tables import Classes, classes


class Cues:
    """`Cues` are the phrases of a language's agenda.tsv, which says at its head what each cue is."""

    def __init__(self, lists: Classes) -> None:
        self._lists = lists
        self._patterns: dict[str, re.Pattern[str] | None] = {}

    def phrases(self, cue: str) -> tuple[str, ...]:
        """Returns the phrases of a cue, as the table writes them; none where it has none."""
        return tuple(self._lists.get(cue, ()))

    def is_one(self, text: str, cue: str) -> bool:
        """Tells whether the text is one of the phrases, a final mark, a footnote star or a number after it left
        aside."""
        bare = re.sub(r"\s*(?:[IVX]+|\d+)?[.:*\s]*$", "", text.strip())
        return _folded(bare) in {_folded(phrase) for phrase in self.phrases(cue)}

    def opens(self, text: str, cue: str) -> bool:
        """Tells whether the text begins with one of the phrases and goes on, if at all, with another word."""
        expression = self.pattern(cue)
        found = expression.match(text.strip()) if expression else None
        return found is not None and not text.strip()[found.end() :][:1].isalnum()

    def pattern(self, cue: str) -> re.Pattern[str] | None:
        """Returns an expression for the phrases of a cue, longest first, or None where the language has none."""
        if cue not in self._patterns:
            known = sorted(self.phrases(cue), key=len, reverse=True)
            expression = "|".join(_expression(phrase) for phrase in known)
            self._patterns[cue] = re.compile(expression, re.IGNORECASE) if known else None
        return self._patterns[cue]


@cache
def cues_of_all_languages(cue: str) -> str:
    """Returns an expression for the phrases of a cue in any language, for what does not say its own."""
    phrases = {phrase for path in every_table("agenda.tsv") for phrase in classes(path).get(cue, ())}
    return any_of(map(_expression, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))


def _expression(phrase: str) -> str:
    spaced = re.escape(phrase).replace("’", "['’]").replace(r"\ ", r"\s+")
    return re.sub(r"(?:\\s\+)?:", r"\\s*:", spaced)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
