"""Says what a check needs in order to look at a draft, and what a draft lacks of it.

A check that says nothing because it cannot look is false assurance. So each declares what it needs, runs only where
all of it is there, and is counted only then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tmtool.checks.engine.draft import Draft, Sides
from tmtool.languages.language import Language
from tmtool.languages.tags import primary
from tmtool.languages.unknown import no_entries, no_placeables
from tmtool.model.wording import listed, say


class Want(StrEnum):
    """A `Want` is what a draft may lack, for counting alike ones."""

    SOURCE = "source"
    LANGUAGE = "language"
    TARGET = "target"
    PAIR = "pair"
    TYPOGRAPHY = "typography"
    FEATURE = "feature"
    TERMS = "terms"
    DOCUMENT = "document"
    AGENDA = "agenda"
    SYMBOL = "symbol"
    MEMORY = "memory"
    REMARKS = "remarks"


OF_LANGUAGE = frozenset({Want.LANGUAGE, Want.TARGET, Want.PAIR, Want.TYPOGRAPHY})
"""What another text in the same languages lacks, too."""


@dataclass(frozen=True, slots=True)
class Lack:
    """A `Lack` is something that a check needs and a draft does not have. `reason` is half a sentence: "there is no
    source"."""

    want: Want
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """`Needs` are what a check declares that it must find in a draft in order to look; each field that is set is one
    need, and all of them must be met. A check whose fields are all as they are by default works on any text.

    Of the texts:

    - `source`: the segments have their source.
    - `two_languages`: source and target are in different languages.
    - `terms`: concepts of the term base have terms on these sides.
    - `document`: the segments are a whole document; `agenda`: its target is an annotated agenda; `symbol`: it has a
      document symbol.
    - `memory`: the database holds approved translations of sources of this draft.
    - `remarks`: the external checker of the target's language has been asked.

    Of what tmtool knows of the languages:

    - `placeables`: of the languages of these sides it reads numbers, dates, times and references.
    - `words`: of the languages of these sides it knows the words of grammar.

    Of what it knows of the target's language:

    - `into`: the target is in the language of this primary subtag ("fr"), "" for any.
    - `typography`: the language puts spaces at its signs.
    - `lexicon`: it has a lexicon.
    - `in_target`: this table is in the folder of the language ("titles.tsv"), "" for none.
    - `feature`: likewise, but the table describes what most languages do not have, so that where it is missing nothing
      is left unread.

    Of what it knows of both languages together:

    - `tables`: this table is in the folder of each of the two, "" for none.
    - `pair`: this table is in the folder of the pair, "" for none.
    - `sizes`: it has been measured how large translations between the two are.
    - `one_way`: the draft is translated in the direction in which the pair is kept.

    `or_else` are other needs, each of which again may have others, that are enough where these are not met.
    """

    source: bool = False
    placeables: Sides = Sides.NONE
    words: Sides = Sides.NONE
    lexicon: bool = False
    two_languages: bool = False
    into: str = ""
    typography: bool = False
    in_target: str = ""
    feature: str = ""
    tables: str = ""
    sizes: bool = False
    pair: str = ""
    one_way: bool = False
    terms: Sides = Sides.NONE
    document: bool = False
    agenda: bool = False
    symbol: bool = False
    memory: bool = False
    remarks: bool = False
    or_else: Needs | None = None

    def met_by(self, draft: Draft) -> Needs | None:
        """Returns the needs that the draft meets: these, or those that are enough in their place, or None if
        neither."""
        if next(self._lacking(draft), None) is None:
            return self
        return self.or_else.met_by(draft) if self.or_else else None

    def lacking(self, draft: Draft) -> tuple[Lack, ...]:
        """Returns what the draft lacks, nothing if the needs are met."""
        return () if self.met_by(draft) else tuple(self._lacking(draft))

    def described(self) -> tuple[str, ...]:
        """Returns the needs in words, each such as "the source"; none where the check works on any text."""
        sides = {
            Sides.SOURCE: say("the source"),
            Sides.TARGET: say("the translation"),
            Sides.BOTH: say("both languages"),
        }
        words = {
            say("the source"): self.source,
            say(
                "numbers, dates and references that can be read in {sides}", sides=sides.get(self.placeables)
            ): self.placeables,
            say("words of grammar that are known of {sides}", sides=sides.get(self.words)): self.words,
            say("a lexicon of the translation's language"): self.lexicon,
            say("a translation in another language than the source"): self.two_languages,
            say("a translation in {language}", language=self.into): self.into,
            say("a language with spaces at its signs"): self.typography,
            say("a table of {table} of the translation's language", table=_spelt(self.in_target)): self.in_target,
            say("a translation in a language that has {table}", table=_spelt(self.feature)): self.feature,
            say("a table of {table} of each language", table=_spelt(self.tables)): self.tables,
            say("two languages of which it was measured how long translations are"): self.sizes,
            say("a table of {table} of the two languages together", table=_spelt(self.pair)): self.pair,
            say("a translation in the direction for which the tables are made"): self.one_way,
            say("terms in the term base for {sides}", sides=sides.get(self.terms)): self.terms,
            say("a whole document"): self.document,
            say("an annotated agenda"): self.agenda,
            say("a document symbol"): self.symbol,
            say("approved translations in the database"): self.memory,
            say("an external checker, which the project asks"): self.remarks,
        }
        return tuple(said for said, needed in words.items() if needed)

    def _lacking(self, draft: Draft) -> Iterator[Lack]:
        if self.source and not draft.has_source:
            yield Lack(Want.SOURCE, say("there is no source to compare with"))
        yield from self._lacking_of_languages(draft)
        yield from self._lacking_of_target(draft)
        yield from self._lacking_of_both(draft)
        yield from self._lacking_of_document(draft)

    def _lacking_of_languages(self, draft: Draft) -> Iterator[Lack]:
        """Yields what is not known of a language by itself, the first thing alone: one of which nothing is known has no
        words of grammar, either."""
        if unknown := _tags(self.placeables | self.words, draft, lambda language: True):
            yield Lack(Want.LANGUAGE, say("tmtool does not know {languages}", languages=unknown))
        elif mute := _tags(self.placeables, draft, lambda language: language.placeables is not no_placeables):
            yield Lack(
                Want.LANGUAGE, say("tmtool reads no numbers, dates and references in {languages}", languages=mute)
            )
        elif bare := _tags(self.words, draft, lambda language: bool(language.function_words) or not language.spaced):
            yield Lack(Want.LANGUAGE, say("tmtool knows no words of grammar of {languages}", languages=bare))
        if self.two_languages and primary(draft.source_language) == primary(draft.target_language):
            yield Lack(Want.LANGUAGE, say("source and target are both in {language}", language=draft.target_language))

    def _lacking_of_target(self, draft: Draft) -> Iterator[Lack]:
        """Yields what is not known of the language of the target."""
        known, language = draft.target, draft.target_language
        if self.into and self.into != primary(language):
            yield Lack(Want.TARGET, say("they are for texts in {language}", language=self.into))
        if self.typography and (known is None or known.typography is None):
            yield Lack(Want.TYPOGRAPHY, say("tmtool knows no spaces at signs in {language}", language=language))
        if self.lexicon and (known is None or known.lexicon is no_entries):
            yield Lack(Want.TARGET, say("tmtool has no lexicon of {language}", language=language))
        if self.in_target and (known is None or known.table(self.in_target) is None):
            yield Lack(Want.TARGET, say("tmtool does not know enough of {language}", language=language))
        if self.feature and (known is None or known.table(self.feature) is None):
            yield Lack(Want.FEATURE, say("{language} has no {table}", language=language, table=_spelt(self.feature)))

    def _lacking_of_both(self, draft: Draft) -> Iterator[Lack]:
        """Yields what is not known of the two languages together."""
        both = listed([draft.source_language, draft.target_language])
        if self.tables and not _have_table(draft, self.tables):
            yield Lack(Want.PAIR, say("tmtool does not know enough of both {languages}", languages=both))
        if (self.pair and not _knows_pair(draft, self.pair)) or (self.sizes and draft.sizes is None):
            yield Lack(
                Want.PAIR, say("tmtool does not know enough of how {languages} translate each other", languages=both)
            )
        if self.one_way and (draft.language_pair is None or draft.language_pair.is_turned):
            yield Lack(
                Want.PAIR,
                say(
                    "they do not know the way from {source} to {language}",
                    source=draft.source_language,
                    language=draft.target_language,
                ),
            )

    def _lacking_of_document(self, draft: Draft) -> Iterator[Lack]:
        """Yields what the document does not have, and what else there is not of it."""
        if self.terms not in draft.terms:
            yield Lack(
                Want.TERMS, say("the term base has nothing in {language} for this text", language=draft.target_language)
            )
        if self.document and not draft.is_document:
            yield Lack(Want.DOCUMENT, say("these are segments without their document"))
        if self.agenda and draft.agenda is None:
            yield Lack(Want.AGENDA, say("this is no annotated agenda"))
        if self.symbol and not draft.symbol:
            yield Lack(Want.SYMBOL, say("the document has no symbol"))
        if self.memory and not any(pair.approved for pair in draft.pairs):
            yield Lack(Want.MEMORY, say("the database has no approved translation of these sources"))
        if self.remarks and draft.remarks is None:
            yield Lack(Want.REMARKS, say("the project asks no external checker"))


NOTHING = Needs()
"""Of a check that works on any text."""


def _tags(sides: Sides, draft: Draft, is_enough: Callable[[Language], bool]) -> str:
    """Returns the languages of these sides of which too little is known, "" for none."""
    wanted = ((Sides.SOURCE, draft.source, draft.source_language), (Sides.TARGET, draft.target, draft.target_language))
    return listed(tag for side, language, tag in wanted if side in sides and not (language and is_enough(language)))


def _have_table(draft: Draft, name: str) -> bool:
    return all(language is not None and language.table(name) for language in (draft.source, draft.target))


def _knows_pair(draft: Draft, name: str) -> bool:
    return draft.language_pair is not None and draft.language_pair.has(name)


def _spelt(table: str) -> str:
    """Returns the name of a table in words."""
    return table.partition(".")[0].replace("_", " ")
