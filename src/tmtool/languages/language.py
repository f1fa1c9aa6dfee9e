"""Says what a language can know: the interface that every language of this floor fills.

A language is a folder: `__init__.py` with a `LANGUAGE`, functions from strings to spans, and tables of words. It
knows nothing of units, pairs or files; two languages agree only through the values of their placeables
(`model.Placeable`). Only `tag` has to be given. Whatever else is missing, the tool works without, less finely.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tmtool.languages import letters, tables
from tmtool.languages.alternatives import NEVER
from tmtool.languages.rendering import Rewrite, copied, no_space
from tmtool.languages.unknown import (
    no_entries,
    no_foreign_letters,
    no_form_odds,
    no_inflection,
    no_other_readings,
    no_placeables,
    no_relative_clauses,
    no_unlike_names,
    no_unread,
    no_variants,
    no_verb_groups,
    nothing_in_place,
    unchanged,
    unknown_grammar,
)
from tmtool.languages.word_classes import ByEndings, WordClasses
from tmtool.model import Placeable, Span, Term

if TYPE_CHECKING:
    from tmtool.languages.contrasts import Contrasts
    from tmtool.languages.cues import Cues
    from tmtool.languages.entry import Entry
    from tmtool.languages.name_ends import NameEnds
    from tmtool.languages.page import PageWords
    from tmtool.languages.phrase_words import PhraseWords
    from tmtool.languages.relative_clauses import RelativeClause
    from tmtool.languages.small_words import SmallWords
    from tmtool.languages.typography import Typography
    from tmtool.languages.verb_groups import VerbGroup
    from tmtool.model import Remark


_NOTHING = re.compile(NEVER)


class Forms(Protocol):
    """Gives the inflected forms of a word."""

    def __call__(self, word: str, part_of_speech: str = "") -> frozenset[str]: ...


class FormOdds(Protocol):
    """`FormOdds` is a function that says how likely a word in a span of a text should have another form, beside its
    source in a language of which `links` tell where words of the text and their counterparts begin: the logarithm of
    the odds, None if that is not known."""

    def __call__(
        self,
        text: str,
        span: Span,
        source_language: str = "",
        source: str = "",
        links: tuple[tuple[int, int], ...] = (),
    ) -> float | None: ...


@dataclass(frozen=True, eq=False)
class Language:
    """A `Language` is a language as the rest of tmtool sees it.

    Given in `LANGUAGE`:

    `tag` is the primary BCP 47 subtag, `folder` the folder of the tables below.

    *Words.* `words(text)` gives the spans of the words, split at hyphens; an elided word keeps its apostrophe.
    `words_written(text)` gives what these spans cover, which is far cheaper.
    `fold(word)` takes case and accents off, makes ’ an ' and œ an oe, for tolerant comparison; `fold_case(word)` does
    the same but keeps accents. `forms(word, part_of_speech)` gives the inflected forms of a word of a term as
    `fold_case` would leave them, the word itself included (accents are kept, since "traite" and "traité" are two words:
    compare with `fold` only as a second step). The part of speech is "noun", "adjective", "verb" or "" where it is not
    known. `readings(word)` gives what a word of a text, as `fold_case` leaves it, is without what is written together
    with it ("والهجرة" is "الهجرة"), and how many letters before that are other words; None in a language that writes
    words apart. `endings` are the endings of inflection that are cut off a folded word once, to compare words by their
    stems. `word_classes` says whether a word may be a noun, qualify one, or name an action. `grammar(word)` says what
    the lexicon knows of a word: "ms", "fs", "mp", "fp" for a noun's gender and number, "verb" for a third person,
    "infinitive", "other"; nothing for a word or a language that it does not know. `lexicon(word)` gives all readings of
    a word as it is, none for an unknown one or in a language without lexicon. `verb_groups(text)` gives the finite
    verbs with what they say of time, in order; none where nobody has written down their forms; `relative_clauses(text)`
    in the same way the relative clauses with what their verb says of the number of its subject. `has_gender` is False
    where nouns have none, `spaced` where no spaces are between words: each letter is then a word, and a term a run of
    them. `names_have_capitals` is True where a name of one word is found only with its capital ("granadas" are not
    Grenada), if the text has capitals at all. `variants(term)` gives a term in another word order: "protection of
    witnesses". `sound_variants` are words whose form depends on how the next word sounds, each with the word that it is
    a form of: "an" of "a". `function_words` are the words without content, folded; where they are not given, those of
    `function_words.txt`.

    *Values.* `placeables(text)` gives the numbers, ordinals, dates, times, symbols and references of a text, sorted by
    start, never overlapping, with values that are equal in all languages for equal meaning. A list label in running
    text is a reference to "letter" ("(a)" and "a)" are "letter:a"); a bare "one" or "un" is no number. Languages may
    take another noun for a reference ("rule 5", "article 5"): compare what follows the colon first.
    `other_readings(placeable, written)` gives the values that it may have, too, as it is written, where nothing in the
    text can tell (groups of thousands in reverse order). `unread(text, value)` gives the places of a number that is
    said by no number and that `placeables` leaves out (трехлетний, the dual), which `rewrite` can write: asked only
    where the original has the number and the text has it nowhere. `unlike_names(text)` gives the second names of months
    that do not go with the first, with the one that does, in a language that names months twice. `value_words` are the
    words that can be inside a placeable, as the match rate's tokens have them; `value_joints` join values in a series
    or a range ("8 to 10 and 12"), `range_words` in a range only ("8 through 10"). `rewrite(text, place, change)` writes
    another value in the place of one, in the manner of the text; a language without it copies document symbols only.
    `before_mark(texts, mark)` is the space that the first of some texts which shows it puts before a mark.

    *Checks.* `marks` are the marks of the language in the place of . , ; : ? and ! elsewhere. `name_pattern(name)` is
    the expression of a folded name in all its forms, `name_prefix` that of small words written together with the next
    one; `adjective_pattern(written)` is that of an adjective of a State as the table of them writes it. `typography` is
    there for a language that puts spaces at its signs. `remarks(texts)` asks an external checker of the language and
    gives what it says, by text; UsageError where it gives no answer.
    `foreign_letters(text)` gives the single letters that are words of another language, with its name. `form_odds` says
    how likely a word should have another form.
    `in_place(text, span, new, agreement, following)` says what to write where so that a noun phrase of that gender and
    number takes the place of the one at `span`, with the words that agree with it; None where that is not certain.

    *Figures*, read without placeables where only numbers are compared. `decimal_sign` is "," or "."; the other one, or
    a space, groups thousands. `ordinal_endings` are the letters after figures that make an ordinal ("st", "er").
    `day_clock(text)` writes clock times of twelve hours as figures of twenty-four.

    *Tables* in the folder, each read when first asked for and empty where it is missing; what is in one is said at
    its head, and the folders that come with tmtool are the examples:

    - `sentences.srx`: where sentences end, before the rules for all languages (`text.segmentation`)
    - `small_words.tsv`: articles, prepositions and the like in and around terms; `phrase_words.tsv`, `everyday.tsv`:
      what noun phrases are, and which words are too common for a term
    - `contrasts.tsv`: what is at stake where a query differs from a match; `name_ends.tsv`: where the name of a body
      ends that is put in the place of another
    - `agenda.tsv`: the parts of an agenda; `page.tsv`: how lines make paragraphs
    - `patterns.tsv`: what checks look for, each by one regular expression, which `pattern` gives; `term_patterns.tsv`:
      likewise, where a word is not the term that it looks like; `word_sets.tsv`:
      sets of words that single checks look for, which `word_set` gives
    - `reductions.tsv`: what else a word may be looked up by where no list has its form (`stems`)
    - `profiles.tsv`, `profile_wording.tsv`, `profile_signs.tsv`: houses that write the language otherwise
    - `repeated_words.tsv` and others that one check alone reads, by `rows`
    - `writing.tsv`: its scripts and the letters with marks (`writing`)
    - `names.tsv`: how files and tables name the language; `bodies.tsv`: bodies by name, with the symbols of their
      documents. Words of footers and compounds in `page.tsv`, names of bodies and what a table adds to a title
      (`continued` in `agenda.tsv`) serve all languages at once: a page does not say its language.
    """

    tag: str
    folder: Path | None = None

    words: Callable[[str], tuple[Span, ...]] = letters.words
    words_written: Callable[[str], Sequence[str]] = letters.words_written
    fold: Callable[[str], str] = letters.fold
    fold_case: Callable[[str], str] = letters.fold_case
    forms: Forms = no_inflection
    readings: Callable[[str], Mapping[str, int]] | None = None
    endings: re.Pattern[str] | None = None
    word_classes: WordClasses = field(default_factory=ByEndings)
    grammar: Callable[[str], frozenset[str]] = unknown_grammar
    lexicon: Callable[[str], tuple[Entry, ...]] = no_entries
    verb_groups: Callable[[str], tuple[VerbGroup, ...]] = no_verb_groups
    relative_clauses: Callable[[str], tuple[RelativeClause, ...]] = no_relative_clauses
    has_gender: bool = True
    spaced: bool = True
    names_have_capitals: bool = False
    variants: Callable[[Term], tuple[str, ...]] = no_variants
    function_words: frozenset[str] = frozenset()
    sound_variants: Mapping[str, str] = field(default_factory=dict)

    placeables: Callable[[str], tuple[Placeable, ...]] = no_placeables
    unlike_names: Callable[[str], Iterable[tuple[Span, str]]] = no_unlike_names
    other_readings: Callable[[Placeable, str], tuple[str, ...]] = no_other_readings
    unread: Callable[[str, str], tuple[Placeable, ...]] = no_unread
    value_words: frozenset[str] = frozenset()
    value_joints: frozenset[str] = frozenset()
    range_words: frozenset[str] = frozenset()
    rewrite: Rewrite = copied
    before_mark: Callable[[Sequence[str], str], str] = no_space
    marks: Mapping[str, str] = field(default_factory=dict)
    name_pattern: Callable[[str], str] = re.escape
    name_prefix: str = ""
    adjective_pattern: Callable[[str], str] = "(?:{})".format
    typography: Typography | None = None
    remarks: Callable[[Iterable[str]], Mapping[str, tuple[Remark, ...]]] | None = None
    foreign_letters: Callable[[str], Iterable[tuple[Span, str]]] = no_foreign_letters
    form_odds: FormOdds = no_form_odds

    in_place: Callable[[str, Span, str, str, str], tuple[Span, str] | None] = nothing_in_place

    decimal_sign: str = ","
    ordinal_endings: tuple[str, ...] = ()
    day_clock: Callable[[str], str] = unchanged

    def __post_init__(self) -> None:
        if not self.function_words and (path := self.table("function_words.txt")):
            object.__setattr__(self, "function_words", frozenset(tables.words(path)))

    def knows(self, word: str) -> bool:
        """Tells whether the lexicon has the word as it is written or in lower case."""
        return bool(self.lexicon(word) or self.lexicon(word.lower()))

    @cached_property
    def name(self) -> str:
        """Says how messages call the language, in English: the first name of its `names.tsv`, else its tag."""
        return next((name.capitalize() for kind, name, _ in self.rows("names.tsv") if kind == "name"), self.tag)

    def table(self, name: str) -> Path | None:
        """Returns the file of that name in the language's folder, or None if there is none."""
        path = self.folder / name if self.folder else None
        return path if path and path.is_file() else None

    def rows(self, name: str) -> list[tuple[str, ...]]:
        """Returns the rows of a table; none if the language has none of that name."""
        path = self.table(name)
        return tables.rows(path) if path else []

    @cached_property
    def small_words(self) -> SmallWords:
        """Says how articles, prepositions and the like behave in and around a term (`small_words.tsv`)."""
        from tmtool.languages.small_words import SmallWords

        return SmallWords.of(tables.classes(self.table("small_words.tsv")))

    @cached_property
    def phrase_words(self) -> PhraseWords:
        """Says where the noun phrases of a text begin and end (`phrase_words.tsv`)."""
        from tmtool.languages.phrase_words import PhraseWords

        return PhraseWords.of(tables.classes(self.table("phrase_words.tsv")))

    @cached_property
    def everyday(self) -> Mapping[str, float]:
        """Says how often in a million words a word is found in everyday texts (`everyday.tsv`)."""
        return {word: float(uses) for word, uses in self.rows("everyday.tsv")}

    @cached_property
    def contrasts(self) -> Contrasts:
        """Returns the words whose change changes the meaning of a sentence (`contrasts.tsv`)."""
        from tmtool.languages.contrasts import Contrasts

        return Contrasts.of(tables.classes(self.table("contrasts.tsv")))

    @cached_property
    def name_ends(self) -> NameEnds:
        """Returns what comes around the name of a body (`name_ends.tsv`)."""
        from tmtool.languages.name_ends import NameEnds

        return NameEnds.of(tables.classes(self.table("name_ends.tsv")))

    @cached_property
    def cues(self) -> Cues:
        """Says by which phrases the parts of an agenda are known (`agenda.tsv`)."""
        from tmtool.languages.cues import Cues

        return Cues(tables.classes(self.table("agenda.tsv")))

    @cached_property
    def page(self) -> PageWords:
        """Says how the lines of a page go together (`page.tsv`)."""
        from tmtool.languages.page import PageWords

        return PageWords.of(tables.classes(self.table("page.tsv")))

    @cached_property
    def _expressions(self) -> Mapping[str, str]:
        rows = (*self.rows("patterns.tsv"), *self.rows("term_patterns.tsv"))
        return {row[0]: row[1] for row in rows}

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {}

    def pattern(self, name: str) -> re.Pattern[str]:
        """Returns the expression of that name in `patterns.tsv` or `term_patterns.tsv`, which matches nothing where the
        language has none."""
        pattern = self._patterns.get(name)
        if pattern is None:  # each is made when it is first asked for: short texts ask for few of them
            expression = self._expressions.get(name)
            pattern = self._patterns[name] = _NOTHING if expression is None else re.compile(expression)
        return pattern

    @cached_property
    def _word_sets(self) -> Mapping[str, frozenset[str]]:
        path = self.table("word_sets.tsv")
        return tables.word_sets(path) if path else {}

    def word_set(self, name: str) -> frozenset[str]:
        """Returns the words of that name in `word_sets.tsv`, none where the language has none."""
        return self._word_sets.get(name, frozenset())

    @cached_property
    def repeated_words(self) -> Mapping[str, frozenset[str]]:
        """Returns the words that may come twice in a row ("double"), that end a phrase that may ("link") or that may
        where one like it begins after it ("open") with an "article", or in a language in which most words may, those
        that may not ("only") but next to a part of a "longer" one."""
        lists = tables.classes(self.table("repeated_words.tsv"))
        return {name: tables.gathered(lists, name) for name in lists}
