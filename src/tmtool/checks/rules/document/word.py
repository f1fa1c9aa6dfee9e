"""Is a word in the place of another that the rest of the document translates otherwise: acheteurs for suppliers?"""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.word_uses import Misplaced, misplaced
from tmtool.languages.language import Language
from tmtool.model import Level
from tmtool.model.wording import say

_FEWEST = 12
"""Shorter texts, in characters, are entries of a table."""


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each word in the place of another, of which each has a counterpart everywhere else in the document."""
    assert draft.language_pair is not None and draft.target is not None
    texts = [(pair.source or "", pair.target) for pair in draft.pairs]
    long_enough = [both if min(map(len, both)) >= _FEWEST else ("", "") for both in texts]
    for one in misplaced(long_enough, draft.language_pair):
        pair = draft.pairs[one.number]
        if not _is_compared_by_value(one, pair) and _is_alike(one.here.of(pair.target), one.usual, draft.target):
            yield pair, _flag(one, pair, draft.slight)


def _flag(one: Misplaced, pair: Pair, level: Level) -> Flag:
    message = say(
        "“{here}” here for “{there}”, which is “{usual}” elsewhere, where “{here}” is “{other}”.",
        here=one.here.of(pair.target),
        there=one.there.of(pair.source or ""),
        usual=one.usual,
        other=one.other,
    )
    return Flag(message, target_span=one.here, source_span=one.there, level=level)


def _is_compared_by_value(one: Misplaced, pair: Pair) -> bool:
    """Tells whether a word belongs to a date, a number or a reference."""
    return any(
        placeable.span.overlaps(word)
        for word, placeables in ((one.there, pair.source_placeables), (one.here, pair.target_placeables))
        for placeable in placeables
    )


def _is_alike(word: str, usual: str, language: Language) -> bool:
    """Tells whether two words may be of one class, so that the one can stand in the place of the other."""
    one, other = ({entry.category for entry in language.lexicon(form)} for form in (word.lower(), usual))
    return bool(one & other)


CHECK = DocumentCheck(
    name="document-word",
    level=Level.INFO,
    its_type="mistranslation",
    requires=Needs(source=True, lexicon=True, document=True, pair="word_translations.tsv"),
    yields_to=(
        "completeness-omission",
        "document-name",
        "document-order",
        "document-same-source",
        "document-term",
        "document-title",
        "meaning-act",
        "meaning-opposite",
        "names-body",
        "names-country",
        "numbers-order",
        "numbers-word",
        "term-body",
        "term-contrast",
        "term-deprecated",
        "term-field",
        "term-missing",
        "term-variant",
    ),
    summary="A word is in the place of another, by what the rest of the document has for both.",
    reason=(
        "A tired translator keeps to the subject and takes a neighbour of the word: acheteurs for suppliers. No table "
        "has them all, but the document does. Reported is a word of the source that has its counterpart everywhere but "
        "here, where in its place is a word that stands for another one of the source everywhere else."
    ),
    examples=(
        Example(
            source="The suppliers presented their offers on Monday.\nThe buyers examined the offers on Tuesday.\n"
            "The Committee invited the suppliers to the meeting.",
            target="Les fournisseurs ont présenté leurs offres lundi.\nLes acheteurs ont examiné les offres mardi.\n"
            "Le Comité a invité les acheteurs à la réunion.",
            flagged=("acheteurs",),
        ),
        Example(
            source="The suppliers presented their offers on Monday.\nThe buyers examined the offers on Tuesday.\n"
            "The Committee invited the suppliers to the meeting.",
            target="Les fournisseurs ont présenté leurs offres lundi.\nLes acheteurs ont examiné les offres mardi.\n"
            "Le Comité a invité les fournisseurs à la réunion.",
        ),
        Example(
            source="The suppliers presented their offers.\nThe Committee invited the suppliers to the meeting.",
            target="Les fournisseurs ont présenté leurs offres.\nLe Comité a invité les entreprises à la réunion.",
        ),
    ),
    look=look,
)
