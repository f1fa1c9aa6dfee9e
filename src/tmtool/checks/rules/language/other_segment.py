"""Does the translation belong to another segment? (docs/un-french.md, section 15: rows swapped or shifted.)"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.names.states import exchanged_states
from tmtool.checks.evidence.register import is_free
from tmtool.checks.evidence.values.facts import facts
from tmtool.checks.evidence.words.answers_by_alignment import TABLE as UNANSWERED
from tmtool.checks.evidence.words.answers_by_alignment import answers_by_alignment
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.rendered import rendered
from tmtool.documents.labels import take_label, value
from tmtool.model import Level, PlaceableKind, Span
from tmtool.model.wording import say

_APART = ((14, 0.68), (9, 0.76), (6, 0.85), (4, 0.95))
"""Words of content on the poorer side, and the share without counterpart on both sides that tells of two segments."""
_APART_MORE = ((14, 0.74), (9, 0.79), (6, 0.86), (4, 0.95))
"""The same where the tables of alignment link the words and a value differs (docs/decisions, 0057)."""
_APART_IN_SIZE = ((14, 0.8), (9, 0.9))
"""The same where nothing but the size of the translation is odd."""
_UNUSUAL = 1.5
"""Standard deviations from the usual size from which a translation is unusual."""
_DOUBTFUL = 0.5
"""From that share on, the segments around are asked whether one of them fits better by `_BETTER`."""
_BETTER = 0.3
_AROUND = 3
_MOST_UNRENDERED = 1
"""Words without a rendering, in both texts together, of two that belong together although few of them are linked; 17
published pairs that do not had three and more."""
_MOST_ALONE = 0.5
"""The share of words of either text to which nothing answers by all that may render them, likewise."""
_ABBREVIATION = re.compile(r"\b[A-Z]{3,}\b")
_OPENING = ("«", "“", "<<")


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where the translation belongs to another segment than its source."""
    if not draft.knows_words and _differ_in_all(pair, draft):
        yield _elsewhere(pair, Level.WARNING)
        return
    found = linked(pair, draft)
    if found is None:
        yield from _by_alignment(pair, draft)
        return
    share = min(found.source_share, found.target_share)
    if share < _DOUBTFUL or found.words < _APART[-1][0] or _share_a_value(pair) or _share_quotes(pair):
        return
    apart = any(found.words >= words and share > bound for words, bound in _APART)
    if apart and _is_rendered(pair, draft):
        return
    if not apart and not _fits_another(pair, draft, share):
        return
    yield _elsewhere(pair, _level(pair, draft) if apart else None)


def _elsewhere(pair: Pair, level: Level | None) -> Flag:
    """Returns the flag for the whole of both texts."""
    return Flag(
        say("The translation seems to belong to another segment."),
        target_span=Span(0, len(pair.target)),
        source_span=Span(0, len(pair.source or "")),
        level=level,
    )


def _differ_in_all(pair: Pair, draft: Draft) -> bool:
    """Tells whether two texts name other States, days or numbers in two ways at least, and have no value in common: two
    entries of one list, which have most of their words in common, but not the label."""
    if _share_a_value(pair) or _share_a_label(pair):
        return False
    kinds = {change.source.kind for change in facts(pair, draft).changed if change.certain}
    if len(kinds) == 1:
        return any(flag.target_span is not None for flag in exchanged_states(pair, draft))
    return len(kinds) > 1


def _by_alignment(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags a translation that belongs to another segment where the words are linked by the tables of alignment alone.
    They are asked only where a value differs or the translation is unusually small or large."""
    source, known = pair.source or "", draft.language_pair
    if known is None or not known.has(UNANSWERED) or _share_a_value(pair) or _share_quotes(pair):
        return
    found = facts(pair, draft)
    differs = bool(found.changed or found.lost or found.gained)
    unusual = draft.sizes is not None and abs(draft.sizes.deviation(source, pair.target)) > _UNUSUAL
    if not differs and not unusual:
        return
    both = answers_by_alignment(source, pair.target, known)
    sides = [side.alone for side in both or ()]
    words = min(map(len, sides), default=0)
    share = min((sum(alone) / len(alone) for alone in sides if alone), default=0.0)
    bounds = _APART_MORE if differs else _APART_IN_SIZE
    if any(words >= fewest and share > bound for fewest, bound in bounds):
        yield _elsewhere(pair, Level.WARNING)


def _level(pair: Pair, draft: Draft) -> Level:
    """Returns how gravely it is reported that two texts have next to nothing in common. An abbreviation on one side
    only may stand for most of the words of the other: USG DSS, Secrétaire général adjoint à la sûreté."""
    of_source, of_target = (set(_ABBREVIATION.findall(text)) for text in (pair.source or "", pair.target))
    return Level.INFO if is_free(draft) or of_source ^ of_target else Level.WARNING


def _is_rendered(pair: Pair, draft: Draft) -> bool:
    """Tells whether all words of both texts but one may render a word of the other, or half the words of either surely
    do: a short sentence put freely."""
    known = draft.language_pair
    both = rendered(pair.source or "", pair.target, known) if known is not None else None
    if both is None:
        return False
    if sum(sum(side.unrendered) for side in both) <= _MOST_UNRENDERED:
        return True
    return all(sum(side.answers.alone) <= _MOST_ALONE * len(side.answers.words) for side in both)


def _fits_another(pair: Pair, draft: Draft, share: float) -> bool:
    """Tells whether the source of a segment close by fits the translation much better than its own, and does not have
    a translation of its own that fits: peu à peu is right for step by step, though little by little comes after it."""
    for other in draft.beside(pair, _AROUND):
        found = linked(replace(pair, source=other.source), draft)
        if found and found.words >= _APART[-1][0] and max(found.source_share, found.target_share) < share - _BETTER:
            its_own = linked(other, draft) if other.target != pair.target else None
            if its_own is None or max(its_own.source_share, its_own.target_share) >= _DOUBTFUL:
                return True
    return False


def _share_a_value(pair: Pair) -> bool:
    """Tells whether a number of two digits and more, a date or a symbol is on both sides."""
    of_target, of_source = (
        {one.value for one in placeables if one.kind is not PlaceableKind.REFERENCE and len(one.value) > 1}
        for placeables in (pair.target_placeables, pair.source_placeables)
    )
    return bool(of_target & of_source)


def _share_a_label(pair: Pair) -> bool:
    """Tells whether both texts begin with the same label of a list."""
    of_target, of_source = (
        value(label or take_label(text)[0])
        for label, text in ((pair.target_label, pair.target), (pair.source_label, pair.source or ""))
    )
    return of_target == of_source != ""


def _share_quotes(pair: Pair) -> bool:
    """Tells whether as many pairs of quotation marks are on both sides, one at least."""
    of_target, of_source = (
        sum(text.count(mark) for mark in _OPENING) + text.count('"') // 2 for text in (pair.target, pair.source or "")
    )
    return of_target == of_source > 0


CHECK = SegmentCheck(
    name="language-other-segment",
    level=Level.ERROR,
    its_type="mistranslation",
    requires=Needs(
        source=True, pair="word_links.tsv.xz", or_else=Needs(source=True, placeables=Sides.BOTH, two_languages=True)
    ),
    settles=True,
    yields_to=("language-untranslated", "language-source-copied"),
    summary="The translation belongs to another segment than its source.",
    reason=(
        "One row shifted in a table puts each translation next to the wrong source. Hardly a word of either side has a "
        "counterpart on the other; everything else that could be said of the segment follows from that. It is an "
        "error where the source of a segment close by fits, else a warning."
    ),
    examples=(
        Example(
            source="The representative of Morocco thanked the delegations for their support.",
            target="Les dépenses de personnel ont augmenté par rapport à l’exercice précédent.",
            flagged=("Les dépenses de personnel ont augmenté par rapport à l’exercice précédent.",),
        ),
        Example(
            source="The representative of Morocco thanked the delegations for their support.",
            target="Le représentant du Maroc a remercié les délégations de leur appui.",
        ),
        Example(source="Other matters", target="Divers"),
        Example(
            source="Poverty has shown no appreciable change for a decade.",
            target="La pauvreté n’a guère varié depuis dix ans.",
            is_close=True,
        ),
        Example(
            source="We shall therefore look into it properly to ensure that everything is as it should be.",
            target="Donc, nous allons revoir cela très sérieusement pour que tout soit bien en ordre.",
        ),
        Example(
            source="The delegations of 14 States thanked the Secretariat for the report on travel.",
            target="В 2019 году расходы на охрану зданий и оборудование значительно увеличились.",
            target_language="ru",
            flagged=("В 2019 году расходы на охрану зданий и оборудование значительно увеличились.",),
        ),
        Example(
            source="The delegations of 14 States thanked the Secretariat for the report on travel.",
            target="Делегации 15 государств поблагодарили Секретариат за доклад о поездках.",
            target_language="ru",
        ),
        Example(
            source="3. Informe sobre la aplicación de la resolución 77/145, de 13 de diciembre de 2022.",
            target="3. Доклад об осуществлении резолюции 77/154 от 13 декабря 2021 года.",
            source_language="es",
            target_language="ru",
        ),
        Example(
            source="4. Informe sobre la aplicación de la resolución 77/145, de 13 de diciembre de 2022.",
            target="3. Доклад об осуществлении резолюции 77/154 от 13 декабря 2021 года.",
            source_language="es",
            target_language="ru",
            flagged=("3. Доклад об осуществлении резолюции 77/154 от 13 декабря 2021 года.",),
        ),
    ),
    look=look,
)
