"""Has the meeting the same ordinal on the cover and in the text? (docs/un-french.md, section 15: document.)

A text may well speak of the sixth meeting in the agenda of the seventh, so only an ordinal in a sentence that
names a day of this meeting is compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tmtool.checks.engine.check import DocumentCheck, Example, Flag
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.document.in_source import is_in_source
from tmtool.languages import language_of
from tmtool.languages.language import Language
from tmtool.model import BlockKind, Level, Placeable, PlaceableKind
from tmtool.model.wording import say


@dataclass(frozen=True, slots=True)
class _Stated:
    pair: Pair
    ordinal: Placeable
    noun: str


def look(draft: Draft) -> Iterator[tuple[Pair, Flag]]:
    """Flags each place of a document where the meeting has one ordinal on the cover and another in the text."""
    agenda = draft.agenda
    assert agenda is not None
    language = language_of(draft.target_language)
    body = min(item.segment for item in agenda.items)
    cover = [one for pair in draft.pairs if pair.number < body for one in _stated(pair, language)]
    text = [
        one
        for pair in draft.pairs
        if pair.number > body
        for one in _alone(list(_stated(pair, language)))
        if _of_meeting(pair, agenda.meeting_dates)
    ]
    for noun in dict.fromkeys(one.noun for one in (*cover, *text)):
        same_noun = [one for one in (*cover, *text) if one.noun == noun]
        counts = Counter(one.ordinal.value for one in same_noun)
        model = max(same_noun, key=lambda one: (counts[one.ordinal.value], -same_noun.index(one)))
        for one in same_noun:
            if one.ordinal.value != model.ordinal.value and not is_in_source(one.ordinal, one.pair):
                of_cover = one in cover
                here, there = one.ordinal.span.of(one.pair.target), model.ordinal.span.of(model.pair.target)
                yield (
                    one.pair,
                    Flag(
                        say(
                            "“{here} {noun}” here, but “{there} {noun}” elsewhere for this meeting.",
                            here=here,
                            noun=noun,
                            there=there,
                        ),
                        target_span=one.ordinal.span,
                        suggestion=None if of_cover else there.lower() if here.islower() else there,
                        level=Level.WARNING if of_cover else None,
                    ),
                )


def _stated(pair: Pair, language: Language) -> Iterator[_Stated]:
    nouns = language.pattern("meeting")
    for one in pair.target_placeables:
        end = one.span.end
        numbers = one.kind is PlaceableKind.ORDINAL and pair.target[end : end + 1].isspace()
        noun = nouns.match(pair.target, end + 1) if numbers else None
        if noun is not None and pair.kind is not BlockKind.METADATA:
            yield _Stated(pair, one, noun.group().lower())


def _alone(stated: list[_Stated]) -> list[_Stated]:
    """Returns what a sentence states, nothing where it names several meetings: the fifteenth decided on the dates of
    the sixteenth."""
    return stated if len({one.ordinal.value for one in stated}) == 1 else []


def _of_meeting(pair: Pair, days: tuple[str, ...]) -> bool:
    return any(one.kind is PlaceableKind.DATE and one.value in days for one in pair.target_placeables)


_AGENDA = """Septième réunion
Vienne, 8 et 9 septembre 2020
Ordre du jour provisoire
1. Ouverture de la réunion.
2. Questions diverses.
Annotations
1. Ouverture de la réunion
La {} réunion s’ouvrira le mardi 8 septembre 2020. Le Groupe s’est réuni pour la sixième fois en 2019.
2. Questions diverses
À la sixième réunion, aucune question n’avait été soulevée."""

CHECK = DocumentCheck(
    name="document-ordinal",
    level=Level.ERROR,
    its_type="inconsistent-entities",
    requires=Needs(agenda=True, placeables=Sides.TARGET),
    yields_to=("numbers-ordinal",),
    summary="The meeting has one ordinal on the cover and another in the text.",
    reason=(
        "An agenda grows out of the one before, and the ordinal is changed in most places only. Compared are the cover "
        "and the sentences that name a day of the meeting; the place that leaves the majority is reported."
    ),
    examples=(
        Example(target=_AGENDA.format("sixième"), flagged=("sixième",)),
        Example(target=_AGENDA.format("septième")),
        Example(
            target=_AGENDA.format("septième")
            + "\nLa sixième réunion a fixé au 8 septembre 2020 l’ouverture de la septième réunion."
        ),
    ),
    look=look,
)
