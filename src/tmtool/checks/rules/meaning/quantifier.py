"""Does the translation say some where the source says all, or all where it says some: several States, *toutes* les
délégations? (docs/un-french.md, section 15.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.attached_clauses import clauses_of_another
from tmtool.checks.evidence.meaning.exchange import exchanged, exchanges, one_sided
from tmtool.checks.evidence.meaning.exchange_before import exchanged_before
from tmtool.checks.evidence.meaning.exchange_in_place import exchanged_in_place
from tmtool.checks.evidence.meaning.noun_numbers import other_numbers
from tmtool.checks.evidence.meaning.said_by_contrary import is_said_by_contrary, says_all_for_none
from tmtool.checks.evidence.meaning.small_words_in_order import AMOUNTS, exchanged_in_order
from tmtool.checks.evidence.register import hints_where_free, warnings_where_short
from tmtool.checks.evidence.words.linked import linked
from tmtool.model import Level

_CONCEPTS = "quantifiers.tsv"
_MARKED = "quantifiers_marked.tsv"
_IN_PLACE = "amounts.tsv"
_TOGETHER = frozenset(
    frozenset(pair.split())
    for pair in ("some several", "several many", "some few", "often always", "most many", "few none", "rarely never")
)
"""What translators exchange without harm."""


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a word for how many of a set are meant is exchanged for another."""
    known = draft.language_pair
    if known is not None and says_all_for_none(pair.source or "", pair.target, known):
        return
    in_place = [
        flag for flag in exchanged_in_place(_IN_PLACE, pair, draft) if not is_said_by_contrary(flag, pair, draft)
    ]
    if in_place:
        yield from (replace(flag, level=Level.WARNING) for flag in in_place)
        return
    both = linked(pair, draft)
    if both is not None and both.is_free:
        return
    if both is not None and draft.is_close:
        for here, there in clauses_of_another(both):
            yield exchanged(here, pair.target, there, pair.source or "", Level.WARNING)
            return
        for here, there in other_numbers(both):
            yield exchanged(here, pair.target, there, pair.source or "", Level.INFO)
            return
    found = [
        flag
        for flag in (*exchanges(_CONCEPTS, pair, draft), *exchanged_before(_CONCEPTS, pair, draft, _TOGETHER))
        if not is_said_by_contrary(flag, pair, draft)
    ]
    marked = (
        ()
        if found
        else [flag for flag in one_sided(_MARKED, pair, draft) if not is_said_by_contrary(flag, pair, draft)]
    )
    # What the translation lacks of a close translation, it has lost; what it has more may be said otherwise.
    in_order = (
        exchanged_in_order(pair.source or "", pair.target, draft.language_pair, AMOUNTS)
        if draft.is_close and draft.language_pair is not None and not found and not marked
        else ()
    )
    yield from (
        *found,
        *(flag for flag in in_order if not is_said_by_contrary(flag, pair, draft)),
        *(replace(flag, level=draft.slight) if flag.source_span else flag for flag in marked),
    )[:1]


CHECK = SegmentCheck(
    name="meaning-quantifier",
    level=Level.HINT,
    its_type="mistranslation",
    bounded=True,
    requires=Needs(source=True, pair="quantifiers.tsv"),
    yields_to=("meaning-negation", "meaning-opposite"),
    summary="A word for how many of a set are meant is exchanged for another.",
    reason=(
        "All States, some States, no State: the smallest word decides who is bound. Reported where the source "
        "has one such word and the translation another, and neither has anything that might be the "
        "counterpart."
    ),
    examples=(
        Example(
            source="Like many other volunteers, she had seen the damage.",
            target="Tout comme de nombreux autres bénévoles, elle avait vu les dégâts.",
        ),
        Example(source="Several States replied.", target="Toutes les délégations ont répondu.", flagged=("Toutes",)),
        Example(source="Several States replied.", target="Plusieurs États ont répondu."),
        Example(
            source="Each panellist will speak for no more than seven minutes, and at least half of the time will be "
            "set aside for questions from members. No draft will be put to the vote before noon.",
            target="Chaque intervenant disposera de sept minutes au maximum, et la plupart du temps au moins sera "
            "réservée aux questions des membres. Aucun projet ne sera mis aux voix avant midi.",
            flagged=("la plupart",),
            is_close=True,
        ),
        Example(
            source="Paragraphs that have been distributed in all languages will be taken up only if no member objects.",
            target="Les paragraphes qui auront été distribués dans toutes les langues ne seront examinés que si aucun "
            "membre ne s’y oppose.",
            is_close=True,
        ),
        Example(
            source="Nearly all choirs replied within the deadline.",
            target="À quelques exceptions près, les chœurs ont répondu dans les délais.",
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(warnings_where_short(look)),
    by_sentence=True,
)
