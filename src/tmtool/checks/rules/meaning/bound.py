"""Is a number the least of what the source gives as the most: moins de 51 % for more than 51 per cent?

Or a date the earliest for the latest: à partir du 1er mai for no later than 1 May; or a change one up for one down: une
baisse de 22 % for a rise. See docs/un-french.md, section 15: meaning. Each number, date and hour is taken
with the words next to it that bound it, and compared with the same number of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from tmtool import languages
from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.values.fractions import fractions
from tmtool.languages.alternatives import compiled
from tmtool.languages.language import Language
from tmtool.languages.letters import SINGLE
from tmtool.languages.pairs.concepts import Cues
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.text.masks import blotted

_NUMBERS = (PlaceableKind.NUMBER, PlaceableKind.PERCENT)
_DATES = (PlaceableKind.DATE, PlaceableKind.TIME)
_FAMILIES = (
    frozenset({"earliest", "latest"}),
    frozenset({"least", "most", "no-later", "no-earlier"}),
    frozenset({"up", "down"}),
    frozenset({"at-least", "more-than"}),
    frozenset({"at-most", "less-than"}),
    frozenset({"nearly", "more-than"}),
)
"""The bounds of dates, hours and years; those of numbers, of which the last two are those of a time before or after an
event; which way something changes by the number; whether the number itself is within the bound; and whether it is
nearly reached or passed."""
_OF_DATES, _OF_NUMBERS, _, *_WITH_OR_WITHOUT, _ = _FAMILIES
_OF_EVENTS = {"no-later": ("least", "most"), "no-earlier": ("most", "least")}
"""What such a bound is before an event, and else: no later than six weeks before the session is at least six weeks."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 80
"""Characters next to a number in which a word may bound it."""
_ENDS = (". ", ";", ":")
_BETWEEN, _AHEAD = "between", "ahead"
_UNIT = re.compile(rf"(?:[ -][^\W\d]+){{0,3}}\W{{1,2}}|[{SINGLE}]{{0,3}}")
"""What may come between a number and such a word after it: eighteen months or less; 15岁及以上."""


@dataclass(frozen=True, slots=True)
class _Bounded:
    """A `_Bounded` is a number with the words that bound it, and how: least or most, earliest or latest. `nearest` is
    how the words next to it do so without a negation further away: more than, of none of which costs more than."""

    value: str
    bound: str
    span: Span
    nearest: str

    def is_turned(self, other: _Bounded) -> bool:
        """Tells whether two numbers are bounded in opposite ways, whatever a negation further away is about."""
        return self.bound != other.bound and self.nearest != other.nearest


_Cue = tuple[str, str, re.Pattern[str], Cues]
"""A bound, the place of its words, the words, and how they begin."""


@cache
def _cues(language: str) -> tuple[_Cue, ...]:
    """Returns the cues of a language."""
    rows = languages.get(language).rows("bounds.tsv")
    return tuple(
        (bound, place, compiled(words), Cues(words, None))
        for bound, place, words in rows
        if place not in (_BETWEEN, _AHEAD)
    )


@cache
def _between(language: str) -> re.Pattern[str]:
    """Returns the pattern of what may come between such a word and the number."""
    rows = languages.get(language).rows("bounds.tsv")
    words = "|".join(words for _, place, words in rows if place == _BETWEEN)
    return re.compile(rf"\W*(?:(?:{words})\b\W*)*" if words else r"\W*")


@cache
def _ahead(language: str) -> re.Pattern[str] | None:
    """Returns the pattern of a unit and the words after a number that make it the time before an event."""
    rows = languages.get(language).rows("bounds.tsv")
    words = "|".join(words for _, place, words in rows if place == _AHEAD)
    return re.compile(rf"(?:[ -][^\W\d]+){{0,5}}\W{{1,2}}(?:{words})\b", re.IGNORECASE) if words else None


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a number is a least value in the source and a greatest one here, or the
    reverse."""
    assert draft.source is not None and draft.target is not None
    source = pair.source or ""
    numbers_there, numbers_here = (
        (*placeables, *fractions(text, language.tag))
        for placeables, text, language in (
            (pair.source_placeables, source, draft.source),
            (pair.target_placeables, pair.target, draft.target),
        )
    )
    for family in _FAMILIES:
        of_source: dict[str, list[_Bounded]] = {}
        for one in _bounded(source, numbers_there, draft.source.tag, family):
            of_source.setdefault(one.value, []).append(one)
        here = _bounded(pair.target, numbers_here, draft.target.tag, family) if of_source else []
        turned = [
            one
            for one in here
            if all(one.is_turned(other) for other in of_source.get(one.value, [one]))
            and (
                _is_denied(one, pair.target, draft.target)
                or not any(_is_denied(other, source, draft.source) for other in of_source[one.value])
            )
        ]
        is_slight = family in _WITH_OR_WITHOUT and not draft.is_close
        for one, after in zip_longest(turned, turned[1:]):
            if after is None or after.span.start > one.span.start:  # the hour of a day is said with it
                others = of_source[one.value]
                yield exchanged(
                    one.span,
                    pair.target,
                    others[0].span,
                    source,
                    level=Level.INFO if is_slight else _level(one, others, pair, draft),
                )


def _level(one: _Bounded, others: Sequence[_Bounded], pair: Pair, draft: Draft) -> Level | None:
    """Returns None for the level of the check where both texts have the number once, and a hint where one denies before
    the words that bound it what the other denies among them: shall in no event exceed, sans fléchir de plus de; not
    received by noon, n’auront pas été reçus à midi au plus tard."""
    assert draft.source is not None and draft.target is not None
    source = pair.source or ""
    within = _denies(one.span.of(pair.target), draft.target), _denies(others[0].span.of(source), draft.source)
    before = _is_denied(one, pair.target, draft.target), _is_denied(others[0], source, draft.source)
    if (within[0] and before[1]) or (within[1] and before[0]):
        return Level.HINT
    sides = (pair.source_placeables, pair.target_placeables)
    return None if all(sum(other.value == one.value for other in side) <= 1 for side in sides) else Level.INFO


def _is_denied(one: _Bounded, text: str, language: Language) -> bool:
    """Tells whether the sentence denies something before the words that bound a number, which may turn the bound round:
    under neither of them would a Party pay more than 0.01 per cent."""
    start = max(text.rfind(mark, 0, one.span.start) for mark in _ENDS) + 1
    return _denies(text[start : one.span.start], language)


def _denies(text: str, language: Language) -> bool:
    denials = language.contrasts.classes["negation"]
    return any(language.fold(span.of(text)) in denials for span in language.words(text))


def _bounded(text: str, placeables: Sequence[Placeable], language: str, family: frozenset[str]) -> list[_Bounded]:
    """Returns the numbers, dates and hours of a text that are bounded in one way of a family."""
    kinds = (*_NUMBERS, *_DATES) if family is _OF_DATES else _NUMBERS
    # What bounds a day bounds the hour after it.
    alone = blotted(text, placeables, _DATES) if family is _OF_DATES else text
    cues = [cue for cue in _cues(language) if cue[0] in family and cue[3].may_be_in(alone) and cue[2].search(alone)]
    found = []
    for number in placeables if cues else ():
        if number.kind not in kinds:
            continue
        of_dates = number.kind in _DATES or _YEAR.fullmatch(number.value) is not None
        if of_dates is not (family is _OF_DATES):
            continue
        there = list(_next_to(alone, number.span, language, family, cues))
        if len({bound for bound, _, _ in there}) == 1:
            bound, span, nearest = there[0]
            start, end = min(span.start, number.span.start), max(span.end, number.span.end)
            found.append(_Bounded(number.value, bound, Span(start, end), nearest))
    return found


def _next_to(
    text: str, number: Span, language: str, family: frozenset[str], cues: Iterable[_Cue]
) -> Iterator[tuple[str, Span, str]]:
    """Yields bound and place of the words next to a number that bound it, and the bound without a negation further
    away; the longest words before it are enough. The `cues` are those of the family that the text has."""
    before: list[tuple[int, str, Span]] = []
    for bound, place, words, _ in cues:
        start, end = (
            (max(0, number.start - _REACH), number.start)
            if place == "before"
            else (number.end, min(len(text), number.end + _REACH))
        )
        for found in words.finditer(text, start, end):
            span = Span(*found.span())
            if place == "before" and _between(language).fullmatch(text[span.end : number.start].lower()):
                before.append((span.end - span.start, bound, span))
            elif place == "after" and _UNIT.fullmatch(text, number.end, span.start):
                yield (of_event := _of_event(bound, text, number, language)), span, of_event
    if before:
        (_, bound, span), (_, nearest, near) = max(before), min(before)
        is_far = family is _OF_NUMBERS and len(text[span.start : near.start].split()) > 1
        of_event = _of_event(bound, text, number, language)
        yield of_event, span, nearest if is_far else of_event


def _of_event(bound: str, text: str, number: Span, language: str) -> str:
    """Returns what the bound of a time before or after an event makes of the number, another bound as it is."""
    if bound not in _OF_EVENTS:
        return bound
    ahead = _ahead(language)
    of_ahead, else_ = _OF_EVENTS[bound]
    return of_ahead if ahead is not None and ahead.match(text, number.end) else else_


CHECK = SegmentCheck(
    name="meaning-bound",
    level=Level.WARNING,
    its_type="mistranslation",
    requires=Needs(source=True, placeables=Sides.BOTH, tables="bounds.tsv"),
    yields_to=("meaning-opposite",),
    summary="A number is a least value in the source and a greatest one here, or is itself within it on one side only.",
    reason=(
        "Not less than half, at most half: the number is right and the rule is turned round. Reported where the same "
        "number has a word next to it on both sides that bounds it, and the two bound it in opposite ways. What a "
        "negation further away is about cannot be known: no option costs more than 10 is not set against plus de 10, "
        "nor neither … more than 10 against ne dépasse pas 10. At least and more than, at most and less than are told "
        "apart too: an info but in agendas."
    ),
    examples=(
        Example(
            source="Women own more than 51 per cent of it.",
            target="Les femmes en possèdent moins de 51 %.",
            flagged=("moins de 51 %",),
        ),
        Example(
            source="A statement may not last longer than twelve minutes.",
            target="Une déclaration ne peut durer moins de douze minutes.",
            flagged=("ne peut durer moins de douze",),
        ),
        Example(
            source="A statement may not last longer than twelve minutes.",
            target="Une déclaration ne peut durer plus de douze minutes.",
        ),
        Example(
            source="Papers are due no later than 15 March 2027.",
            target="文件应自2027年3月15日起提交。",
            target_language="zh",
            flagged=("2027年3月15日起",),
        ),
        Example(
            source="Выставка будет открыта до 30 июня 2028 года.",
            target="The exhibition will be open from 30 June 2028.",
            source_language="ru",
            target_language="en",
            flagged=("from 30 June 2028",),
        ),
        Example(
            source="Of the staff, fewer than 40 had been paid by 4 May.",
            target="وحتى 4 أيار/مايو، كان قد دُفع أجر أقل من 40 من الموظفين.",
            target_language="ar",
        ),
        Example(
            source="La tasa aumentó un 12% en dos años.",
            target="The rate fell by 12 per cent in two years.",
            source_language="es",
            target_language="en",
            flagged=("fell by 12 per cent",),
        ),
        Example(
            source="less than 7 days, at least 30 members, more than 8 of them women, for no more than 12 weeks",
            target="au plus 7 jours, plus de 30 membres, dont au moins 8 femmes, pour moins de 12 semaines",
            flagged=("au plus 7", "plus de 30", "au moins 8", "moins de 12"),
        ),
        Example(
            source="It lasts at most eighteen months.",
            target="Elle dure dix-huit mois ou plus.",
            flagged=("dix-huit mois ou plus",),
        ),
        Example(
            source="Reports shall be submitted no later than 1 May 2027.",
            target="Les rapports sont remis à partir du 1er mai 2027.",
            flagged=("à partir du 1er mai 2027",),
        ),
        Example(
            source="by the end of 2027, before 10 a.m.",
            target="après la fin de 2027, après 10 heures",
            flagged=("après la fin de 2027", "après 10 heures"),
        ),
        Example(
            source="Badges not collected by 6 p.m. on the 3rd; none for less than five minutes.",
            target="Les badges qui n’auront pas été retirés le 3 avant 18 heures ; aucun n’a duré moins de cinq "
            "minutes.",
        ),
        Example(
            source="may not make them work unless they are over eighteen; in no case to less than twenty kilograms",
            target="ne peut faire travailler que ceux de plus de dix-huit ans ; en aucun cas à moins de vingt kilos",
        ),
        Example(
            source="No meeting begins before 9.30 a.m. or ends after 6 p.m.",
            target="Aucune séance ne commence avant 9 h 30 ni ne se termine après 18 heures.",
        ),
        Example(
            source="No loan exceeds 5 per cent. None of them would mean a rise of more than 6 per cent; it is open "
            "unless its cost exceeds 7 per cent; unless it is over 8 pages, it is printed.",
            target="Aucun prêt ne dépasse 5 %. Aucun d’eux n’entraînerait une hausse supérieure à 6 % ; il est ouvert "
            "à moins que son coût ne dépasse 7 % ; à moins qu’il n’ait plus de 8 pages, il est imprimé.",
        ),
        Example(
            source="No room holds a group larger than 9 or fewer than 3. The dues never fall below 4 per cent.",
            target="Aucune salle n’accueille un groupe de plus de 9 ou de moins de 3. Les droits ne sont jamais "
            "inférieurs à 4 %.",
        ),
        Example(
            source="It does not apply to loans over $100. Nobody spoke for more than 10 minutes, never over 12.",
            target="Les prêts de plus de 100 dollars n’y sont pas soumis. Personne n’a parlé au-delà de 10 minutes, "
            "jamais plus de 12.",
        ),
        Example(
            source="No loan costs more than 5 per cent. None of them lasts less than 6 months.",
            target="Aucun prêt ne coûte moins de 5 %. Aucun ne dure plus de 6 mois.",
            flagged=("ne coûte moins de 5 %", "ne dure plus de 6"),
        ),
        Example(
            source="It shall not exceed 5 years; at least 12 members; more than 30 per cent; 15 years and older.",
            target="No será superior a 5 años; como máximo 12 miembros; menos del 30%; de 15 años o más.",
            target_language="es",
            flagged=("como máximo 12", "menos del 30%"),
        ),
        Example(
            source="It shall not exceed 5 weeks; more than 51 per cent; no longer than 12 weeks; 15 years or older.",
            target="Он не должен превышать 5 недель; менее 51 процента; не менее 12 недель; 15 лет или старше.",
            target_language="ru",
            flagged=("менее 51 процента", "не менее 12"),
        ),
        Example(
            source="It shall not exceed 11 weeks; at least 12 members; no more than 20 days.",
            target="لا يجوز أن يتجاوز 11 أسبوعا؛ ما لا يزيد على 12 عضوا؛ لمدة لا تقل عن 20 يوما.",
            target_language="ar",
            flagged=("لا يزيد على 12", "لا تقل عن 20"),
        ),
        Example(
            source="It shall not exceed 5 weeks; at least 12 members; less than 30 per cent; children under 15.",
            target="不得超过5周；最多12名成员；超过30%；15岁以上儿童。",
            target_language="zh",
            flagged=("最多12", "超过30%", "15岁以上"),
        ),
        Example(source="It was not adopted until 1 May.", target="Il n’a pas été adopté avant le 1er mai."),
        Example(source="by 1 May 2027", target="au plus tard le 1er mai 2027, d’ici au 1er mai 2027"),
        Example(source="It shall not exceed $3,000.", target="Il ne dépasse pas 3 000 dollars."),
        Example(
            source="In no circumstances shall this confinement exceed three months.",
            target="Cette détention ne durera en aucun cas plus de trois mois.",
        ),
        Example(source="in no case be more than 25 kilograms", target="en aucun cas ne dépassera 25 kilogrammes"),
        Example(source="a term that shall not exceed five years", target="un mandat ne devant pas dépasser cinq ans"),
        Example(source="children under 18 years of age", target="les enfants âgés de moins de 18 ans"),
        Example(source="not to speak for more than six minutes", target="ne pas parler plus de six minutes"),
        Example(
            source="They may last no more than three minutes.", target="Elles ne peuvent durer plus de trois minutes."
        ),
        Example(source="no fewer than 12 members", target="au moins 12 membres"),
        Example(
            source="They took up no fewer than 23 hours, never less than 20.",
            target="Elles n’ont pas occupé moins de 23 heures, jamais moins de 20.",
        ),
        Example(
            source="not to speak for more than six minutes",
            target="ne pas parler moins de six minutes",
            flagged=("ne pas parler moins de six",),
        ),
        Example(
            source="no later than six weeks before the session, not later than 24 hours after it",
            target="six semaines au moins avant la session, au plus 24 heures après celle-ci",
        ),
        Example(
            source="no later than 10 weeks before; unless one asks for it before 6 p.m.; unless it is under two pages",
            target="dix semaines au plus tard avant ; à moins qu’on ne le demande avant 18 heures ; à moins qu’elle ne "
            "compte moins de deux pages",
        ),
        Example(
            source="not later than 30 days before the opening",
            target="30 jours au plus avant l’ouverture",
            flagged=("30 jours au plus",),
        ),
        Example(
            source="It rose by 22 per cent, 12 per cent more than in 2025. It rose to 58.",
            target="Il a baissé de 22 %, soit 12 % de moins qu’en 2025. Il est tombé à 58.",
            flagged=("baissé de 22 %", "12 % de moins", "tombé à 58"),
        ),
        Example(
            source="an increase of 22 per cent, 24 more than in 2025; a 5 per cent cut",
            target="une hausse de 22 %, soit 24 de plus qu’en 2025 ; un taux réduit de 5 %",
        ),
        Example(
            source="a floor of 0.001 per cent and a ceiling of 22 per cent",
            target="un taux plafond de 0,001 % et un taux plancher de 22 %",
            flagged=("taux plafond de 0,001 %", "taux plancher de 22 %"),
        ),
        Example(
            source="States must register by 6 p.m. on 11 February.",
            target="Les États doivent s’inscrire à partir du 11 février à 18 heures.",
            flagged=("à partir du 11 février à 18 heures",),
        ),
        Example(source="over 10 years", target="pendant plus de 10 ans, et moins de 5 par an"),
        Example(source="a term not exceeding six years", target="un mandat ne pouvant excéder six ans"),
        Example(source="but in no case less than six States", target="et en tout cas un minimum de six États"),
        Example(
            source="It shall not be less than three months.", target="Elle ne pourra être inférieure à trois mois."
        ),
        Example(
            source="who have not been residents for more than three years",
            target="qui n’ont pas été des résidents pendant plus de trois ans",
        ),
        Example(source="The period shall not exceed three years.", target="Il ne peut toutefois dépasser trois ans."),
        Example(
            source="Under neither of them would a Party classified as a least developed country pay more than 0.01%.",
            target="Dans un cas comme dans l’autre, la part d’une telle Partie ne dépasserait pas 0,01 %.",
        ),
    ),
    look=look,
)
