"""Does the translation say some where the source says all? (docs/un-french.md, section 15.)"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanges, one_sided
from tmtool.checks.evidence.meaning.exchange_before import exchanged_before
from tmtool.checks.evidence.meaning.exchange_in_place import exchanged_in_place
from tmtool.checks.evidence.meaning.said_by_contrary import is_said_by_contrary
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
    in_place = [
        flag for flag in exchanged_in_place(_IN_PLACE, pair, draft) if not is_said_by_contrary(flag, pair, draft)
    ]
    if in_place:
        yield from (replace(flag, level=Level.WARNING) for flag in in_place)
        return
    both = linked(pair, draft)
    if both is not None and both.is_free:
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
    yield from (*found, *(replace(flag, level=draft.slight) if flag.source_span else flag for flag in marked))[:1]


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
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=hints_where_free(warnings_where_short(look)),
    by_sentence=True,
)
