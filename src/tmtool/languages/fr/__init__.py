"""Knows French as documents of the United Nations write it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tmtool.languages import phrases, tables
from tmtool.languages.fr import dates, numerals, references, times
from tmtool.languages.fr.inflection import forms
from tmtool.languages.fr.rendering import rewrite
from tmtool.languages.fr.spelling import words, words_written
from tmtool.languages.fr.typography import TYPOGRAPHY, before_mark
from tmtool.languages.fr.word_classes import ByLexicon, word_grammar
from tmtool.languages.language import Language
from tmtool.languages.value_order import values_by
from tmtool.model import Remark, Span

if TYPE_CHECKING:
    from tmtool.languages.entry import Entry
    from tmtool.languages.verb_groups import VerbGroup


def _remarks(texts: Iterable[str]) -> Mapping[str, tuple[Remark, ...]]:
    """Returns what Grammalecte says, which few runs ask."""
    from tmtool.languages.fr.grammalecte import remarks

    return remarks(texts)


def _lexicon(word: str) -> tuple[Entry, ...]:
    # The lexicon is a large file of a package, which few lookups need.
    from tmtool.languages.fr.lexicon import entries

    return entries(word)


def _verb_groups(text: str) -> tuple[VerbGroup, ...]:
    """Returns the finite verbs of a text, which checks alone ask."""
    from tmtool.languages.fr.grammar.forms.verb_groups import verb_groups

    return verb_groups(text)


def _foreign_letters(text: str) -> Iterable[tuple[Span, str]]:
    """Yields letters that stand for words of other languages, which checks alone ask."""
    from tmtool.languages.fr.foreign_letters import foreign_letters

    return foreign_letters(text)


def _form_odds(
    text: str, span: Span, source_language: str = "", source: str = "", links: tuple[tuple[int, int], ...] = ()
) -> float | None:
    """Returns how likely a word should have another form, which checks alone ask."""
    from tmtool.languages.fr.grammar.contexts.beside import READS
    from tmtool.languages.fr.grammar.contexts.doubts import odds_within

    return odds_within(text, span, source, links) if source_language == READS else odds_within(text, span)


def _in_place(text: str, span: Span, new: str, agreement: str, following: str) -> tuple[Span, str] | None:
    """Returns what changes around a noun, which repairs of terms alone ask."""
    from tmtool.languages.fr.grammar.nouns.substitution import in_place

    return in_place(text, span, new, agreement, following)


LANGUAGE = Language(
    tag="fr",
    folder=Path(__file__).parent,
    words=words,
    words_written=words_written,
    forms=forms,
    endings=re.compile(r"(?<=\w{5})(?:er|ent|ants?|antes?)$|[sx]$"),
    word_classes=ByLexicon(Path(__file__).with_name("word_classes.tsv")),
    grammar=word_grammar,
    lexicon=_lexicon,
    verb_groups=_verb_groups,
    placeables=values_by(
        references=(references.find,),
        dates=(dates.find, dates.find_weekdays),
        times=times.find,
        labels=(references.find_labels,),
        numbers=(numerals.find,),
        excluders=(phrases.excluder(Path(__file__).with_name("not_numerals.txt"), numerals.vocabulary),),
    ),
    value_words=frozenset(
        (
            *numerals.vocabulary(),
            *dates.months(),
            *dates.weekdays(),
            *tables.words(Path(__file__).with_name("value_words.txt")),
        )
    ),
    value_joints=frozenset(("et", "au", "à")),
    range_words=frozenset(("au",)),
    rewrite=rewrite,
    before_mark=before_mark,
    typography=TYPOGRAPHY,
    remarks=_remarks,
    foreign_letters=_foreign_letters,
    form_odds=_form_odds,
    in_place=_in_place,
    ordinal_endings=("er", "re", "e", "eme", "nd", "o"),
)
