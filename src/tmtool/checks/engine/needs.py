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
    """`Needs` are the things that must be there for a check to look; there are none where it works on any text.

    `source`: pairs with their source. `placeables`: the sides in a language of which tmtool reads numbers, dates,
    times and references; `words`: the sides in a language of which it knows the words of grammar; `lexicon`: a target
    in a language of which it has a lexicon. `two_languages`: source and target in different ones. `into`: a target in
    this language, by its primary subtag. `typography`: a target whose language puts spaces at its signs. `in_target`:
    this table in the folder of the target's language; `feature`: likewise, where the table describes what most
    languages do not have, so that its lack leaves nothing unread; `tables`: this table in the folder of each language;
    `sizes`: two languages of which it was measured how large translations are; `pair`: this table in the folder of the
    pair; `one_way`: a translation in the direction in which the pair is kept. `terms`: concepts of the term base with
    terms on these sides. `agenda`: a target that is an annotated agenda. `symbol`: a document symbol. `memory`:
    approved translations of sources of this draft. `remarks`: what the external checker of the language says.
    `or_else` is enough in place of all these.
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
        if self.into and self.into != primary(draft.target_language):
            yield Lack(Want.TARGET, say("they are for texts in {language}", language=self.into))
        if self.typography and (draft.target is None or draft.target.typography is None):
            yield Lack(
                Want.TYPOGRAPHY, say("tmtool knows no spaces at signs in {language}", language=draft.target_language)
            )
        if self.lexicon and (draft.target is None or draft.target.lexicon is no_entries):
            yield Lack(Want.TARGET, say("tmtool has no lexicon of {language}", language=draft.target_language))
        if self.in_target and (draft.target is None or draft.target.table(self.in_target) is None):
            yield Lack(Want.TARGET, say("tmtool does not know enough of {language}", language=draft.target_language))
        if self.feature and (draft.target is None or draft.target.table(self.feature) is None):
            yield Lack(
                Want.FEATURE,
                say("{language} has no {table}", language=draft.target_language, table=_spelt(self.feature)),
            )
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
