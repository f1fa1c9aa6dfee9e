"""What a language has to know: the interface that every language of this floor fills.

A language is data and pure functions from strings to spans. It knows nothing of units, pairs
or files; two languages agree only through the values of their placeables (`model.Placeable`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tmtool.languages import tables
from tmtool.languages.rendering import Rewrite, copied, no_space
from tmtool.model import Placeable, Span

if TYPE_CHECKING:
    from tmtool.languages.typography import Typography
    from tmtool.model import Remark


class Forms(Protocol):
    """Gives the inflected forms of a word."""

    def __call__(self, word: str, part_of_speech: str = "") -> frozenset[str]: ...


def unknown_grammar(word: str) -> frozenset[str]:
    """What a language without lexicon says of any word."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class Language:
    """A language as the rest of the house sees it.

    `tag` is the primary BCP 47 subtag. `placeables(text)` gives the numbers, ordinals, dates,
    times, symbols and references of a text, sorted by start, never overlapping, with values that
    are equal in all languages for equal meaning. A list label in running text is a reference to
    "letter" ("(a)" and "a)" are "letter:a"); a bare "one" or "un" is no number. Languages may take
    another noun for a reference ("rule 5", "article 5"): compare what follows the colon first.

    `words(text)` gives the spans of the words, split at hyphens; an elided word keeps its
    apostrophe. `fold(word)` takes case and accents off, makes ’ an ' and œ an oe, for tolerant
    comparison; `fold_case(word)` does the same but keeps accents. `forms(word, part_of_speech)`
    gives the inflected forms of a word of a term as `fold_case` would leave them, the word itself
    included (accents are kept, since "traite" and "traité" are two words: compare with `fold` only
    as a second step). The part of speech is "noun", "adjective", "verb" or "" where it is not
    known. `function_words` are the words without content, folded. `value_words` are those that can
    stand inside a placeable, as the match rate's tokens have them. `rewrite(text, place, change)` writes another
    value in the place of one, in the manner of the text; a language without it copies document symbols only.
    `before_mark(texts, mark)` is the space that the first of some texts which shows it puts before a mark.
    `grammar(word)` says what the lexicon knows of a word: "ms", "fs", "mp", "fp" for a noun's gender and number, "verb"
    for a third person, "infinitive", "other"; nothing for a word or a language that it does not know.
    `endings` are the endings of inflection that are cut off a folded word once, to compare words by their stems;
    `coordinators` join the elements of a list: "and", "as well as". `folder` holds the tables
    that are read when they are asked for.
    `typography` is there for a language that puts spaces at its signs. `remarks(texts)` asks an external checker of the
    language and gives what it says, by text; UsageError where it gives no answer.
    """

    tag: str
    placeables: Callable[[str], tuple[Placeable, ...]]
    words: Callable[[str], tuple[Span, ...]]
    fold: Callable[[str], str]
    fold_case: Callable[[str], str]
    forms: Forms
    function_words: frozenset[str]
    value_words: frozenset[str] = frozenset()
    rewrite: Rewrite = copied
    before_mark: Callable[[Sequence[str], str], str] = no_space
    grammar: Callable[[str], frozenset[str]] = unknown_grammar
    endings: re.Pattern[str] | None = None
    coordinators: tuple[str, ...] = ()
    typography: Typography | None = None
    remarks: Callable[[Iterable[str]], Mapping[str, tuple[Remark, ...]]] | None = None
    folder: Path | None = None

    def table(self, name: str) -> Path | None:
        """The file of that name in the language's folder; None if there is none."""
        path = self.folder / name if self.folder else None
        return path if path and path.is_file() else None

    def rows(self, name: str) -> list[tuple[str, ...]]:
        """The rows of a table; none if the language has none of that name."""
        path = self.table(name)
        return tables.rows(path) if path else []
