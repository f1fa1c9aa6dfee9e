"""Is a number the least of what the source gives as the most: moins de 51 % for more than 51 per cent?

Or a date the earliest for the latest: à partir du 1er mai for no later than 1 May; or a change one up for one down: une
baisse de 22 % for a rise; or one by a number for one to it: ramener à 40 for reduce by 40; or a time one after an event
for one before it: deux jours après le vote. See docs/un-french.md, section 15: meaning. Each number, date and hour is
taken with the words next to it that bound it, and compared with the same number of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from pathlib import Path

from tmtool import languages
from tmtool.checks.engine.check import Example, Flag, SegmentCheck
from tmtool.checks.engine.draft import Draft, Pair, Sides
from tmtool.checks.engine.needs import Needs
from tmtool.checks.evidence.meaning.exchange import exchanged, widest
from tmtool.checks.evidence.values.bounding import AFTER, BEFORE, TABLE, between
from tmtool.checks.evidence.values.fractions import fractions
from tmtool.checks.evidence.values.lost_bounds import lost_bounds
from tmtool.languages.alternatives import NEVER, compiled
from tmtool.languages.denial_cues import cue
from tmtool.languages.language import Language
from tmtool.languages.letters import SINGLE
from tmtool.languages.pairs.concepts import Cues
from tmtool.model import Level, Placeable, PlaceableKind, Span
from tmtool.model.wording import say
from tmtool.text.masks import blotted

_NUMBERS = (PlaceableKind.NUMBER, PlaceableKind.PERCENT)
_DATES = (PlaceableKind.DATE, PlaceableKind.TIME)
_FAMILIES = (
    frozenset({"earliest", "latest"}),
    frozenset({"least", "most", "no-later", "no-earlier"}),
    frozenset({"up", "down"}),
    frozenset({"time-before", "time-after"}),
    frozenset({"change-by", "change-to"}),
    frozenset({"at-least", "more-than"}),
    frozenset({"at-most", "less-than"}),
    frozenset({"nearly", "more-than"}),
)
"""The bounds of dates, hours and years; those of numbers, of which the last two are those of a time before or after
an event; which way something changes by the number; whether it is a time before an event or after one; whether
something changes by the number or to it; whether the number itself is within the bound; and whether it is nearly
reached or passed."""
_OF_DATES, _OF_NUMBERS, _, _, _, *_WITH_OR_WITHOUT, _ = _FAMILIES
_OPPOSED = _FAMILIES[:4]
"""The families whose bounds are opposite ones, so that no other wording of either is the other."""
_OF_EVENTS = {"no-later": ("least", "most"), "no-earlier": ("most", "least")}
"""What such a bound is before an event, and else: no later than six weeks before the session is at least six weeks."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 80
"""Characters next to a number in which a word may bound it."""
_ENDS = (". ", ";", ":")
_SHORT = 16
"""Characters of words that bound a number and deny nothing else: not less than."""
_AHEAD = "ahead"
_AS_EARLY_AS, _COME_ABOUT, _TO_BE_DONE = "as-early-as", "come-about", "to-be-done"
_UNIT = re.compile(rf"(?:[\s-][^\W\d]+){{0,3}}\W{{1,2}}|[{SINGLE}]{{0,3}}")
"""What may come between a number and such a word after it: eighteen months or less; 15岁及以上."""


def _ones(text: str, language: Language) -> Iterator[Placeable]:
    """Yields the articles that count one unit of time: not later than one week before the session."""
    for found in language.pattern("one-time").finditer(text):
        yield Placeable(PlaceableKind.NUMBER, Span(*found.span()), "1")


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
    rows = languages.get(language).rows(TABLE)
    return tuple(
        (bound, place, compiled(words), Cues(words, None)) for bound, place, words in rows if place in (BEFORE, AFTER)
    )


@cache
def _ahead(language: str) -> re.Pattern[str] | None:
    """Returns the pattern of a unit and the words after a number that make it the time before an event."""
    rows = languages.get(language).rows(TABLE)
    words = "|".join(words for _, place, words in rows if place == _AHEAD)
    return re.compile(rf"(?:[\s-][^\W\d]+){{0,5}}\W{{1,2}}(?:{words})\b", re.IGNORECASE) if words else None


@cache
def _in_past(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Returns the patterns of the words that say as early as or by, of the verbs of what has come about, and of the
    words for what is still to be done, for the earliest and latest days of a past."""
    rows = languages.get(language).rows(TABLE)

    def of(place: str) -> re.Pattern[str]:
        words = "|".join(words for _, at, words in rows if at == place) or NEVER
        return re.compile(rf"\b(?:{words})", re.IGNORECASE)

    return of(_AS_EARLY_AS), of(_COME_ABOUT), of(_TO_BE_DONE)


def look(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Flags each place of a pair where a number is a least value in the source and a greatest one here, or the reverse,
    or in a close translation no longer bounded."""
    turned = widest(_turned(pair, draft))
    yield from turned
    known = draft.language_pair
    if draft.is_close and known is not None and not known.is_turned:
        for here, there in lost_bounds(pair, known):
            if not any(flag.target_span is not None and flag.target_span.overlaps(here) for flag in turned):
                message = say("Nothing here stands for “{words}”.", words=there.of(pair.source or ""))
                yield Flag(message, target_span=here, source_span=there, level=Level.INFO)


def _turned(pair: Pair, draft: Draft) -> Iterator[Flag]:
    """Yields the flag for each number that is bounded in opposite ways on the two sides."""
    assert draft.source is not None and draft.target is not None
    source = pair.source or ""
    numbers_there, numbers_here = (
        (*placeables, *fractions(text, language.tag), *_ones(text, language))
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
        if family in _WITH_OR_WITHOUT:  # ne peut durer plus de trois minutes may be three
            here = [one for one in here if not _is_denied(one, pair.target, draft.target)]
        turned = [
            one
            for one in here
            if all(one.is_turned(other) for other in of_source.get(one.value, [one]))
            and not _holds_otherwise(one, of_source[one.value], pair, draft, of_dates=family is _OF_DATES)
            and not (family is _OF_DATES and _had_come_about(one, of_source[one.value], pair, draft))
        ]
        is_slight = family in _WITH_OR_WITHOUT and not draft.is_close
        for one, after in zip_longest(turned, turned[1:]):
            if after is None or after.span.start > one.span.start:  # the hour of a day is said with it
                others = of_source[one.value]
                is_sure = family in _OPPOSED and _is_sure(one, others, pair, draft)
                level = Level.INFO if is_slight else Level.ERROR if is_sure else _level(one, others, pair, draft)
                if level is not Level.HINT or not draft.is_close:  # where it would be weighed with other hints
                    yield exchanged(one.span, pair.target, others[0].span, source, level=level)


def _holds_otherwise(one: _Bounded, others: Sequence[_Bounded], pair: Pair, draft: Draft, *, of_dates: bool) -> bool:
    """Tells whether the source denies of what is on one side of a bound what the translation, which denies nothing,
    says of the other: papers sent after 3 May cannot be accepted, doivent être soumises le 3 mai au plus tard. After a
    number a denial may be about another one: more than 8, for no more than 12 weeks."""
    assert draft.source is not None and draft.target is not None
    source = pair.source or ""
    if _is_denied(one, pair.target, draft.target):
        return False
    if any(_is_denied(other, source, draft.source) for other in others):
        return True
    if not of_dates or _is_denied_after(one, pair.target, draft.target):
        return False
    return any(_is_denied_after(other, source, draft.source) for other in others)


def _had_come_about(one: _Bounded, others: Sequence[_Bounded], pair: Pair, draft: Draft) -> bool:
    """Tells whether both sides say of something past by when it had come about: was exhausted by 4 May, était épuisé
    dès le 4 mai. What is to be done by a day is not done from that day on."""
    assert draft.source is not None and draft.target is not None
    return _is_past(one, pair.target, draft.target) and any(
        _is_past(other, pair.source or "", draft.source) for other in others
    )


def _is_past(one: _Bounded, text: str, language: Language) -> bool:
    """Tells whether by or as early as bounds a day and goes with a verb for what has come about: with one before it in
    its sentence, or after it where the day opens the sentence."""
    early, past, to_do = _in_past(language.tag)
    start, end = _sentence(one, text)
    if not early.match(text, one.span.start):
        return False
    opens = not text[start : one.span.start].strip()
    clause = text[one.span.end : end] if opens else text[start : one.span.start]
    return past.search(clause) is not None and to_do.search(clause) is None


def _is_sure(one: _Bounded, others: Sequence[_Bounded], pair: Pair, draft: Draft) -> bool:
    """Tells whether nothing can turn a bound round: both sides have the number once, in an agenda or a programme, with
    the words that bound it next to it, and neither sentence denies anything, but for no later than and the like in the
    source: ne dépasse dix is ne dépasse dix que sometimes."""
    assert draft.source is not None and draft.target is not None
    [other, *more] = others
    source = pair.source or ""
    sides = (pair.source_placeables, pair.target_placeables)
    return (
        draft.is_close
        and not more
        and one.bound == one.nearest
        and other.bound == other.nearest
        and all(sum(value.value == one.value for value in side) <= 1 for side in sides)
        and not (_may_be_denied(one, pair.target, draft.target) or _denies(one.span.of(pair.target), draft.target))
        and not _may_be_denied(other, source, draft.source)
        and not _denies(_without_short(other.span.of(source), draft.source), draft.source)
    )


def _level(one: _Bounded, others: Sequence[_Bounded], pair: Pair, draft: Draft) -> Level | None:
    """Returns None for the level of the check where both texts have the number once, and a hint where one denies before
    or after the words that bound it what the other denies among them, and that alone: shall in no event exceed, sans
    fléchir de plus de; replies received after 30 June will not be, il ne sera pas tenu compte des réponses reçues après
    le 30 juin. Where both deny among them (no Member may
    hold, aucun Membre ne peut détenir) it is one denial, in two words of the one."""
    assert draft.source is not None and draft.target is not None
    source = pair.source or ""
    within = _denies(one.span.of(pair.target), draft.target), _denies(others[0].span.of(source), draft.source)
    apart = _may_be_denied(one, pair.target, draft.target), _may_be_denied(others[0], source, draft.source)
    if within[0] is not within[1] and ((within[0] and apart[1]) or (within[1] and apart[0])):
        return Level.HINT
    sides = (pair.source_placeables, pair.target_placeables)
    return None if all(sum(other.value == one.value for other in side) <= 1 for side in sides) else Level.INFO


def _is_denied(one: _Bounded, text: str, language: Language) -> bool:
    """Tells whether the sentence denies something before the words that bound a number, which may turn the bound round:
    under neither of them would a Party pay more than 0.01 per cent. What bounds another number denies nothing, unless
    another word is joined to it: not exceeding five pages, by 30 October; not more than 170 cm or less than 45 cm."""
    before = text[_sentence(one, text)[0] : one.span.start]
    return _denies(before, language) and _denies(_without_short(before, language), language)


def _without_short(text: str, language: Language) -> str:
    """Returns a text with blanks in place of the short words that bound a number and have nothing joined to them."""
    joining = language.small_words.conjunction
    bounds = [
        found
        for _, _, words, _ in _cues(language.tag)
        for found in words.finditer(text)
        if len(found[0]) <= _SHORT and not joining.search(text, found.end())
    ]
    return _without(text, bounds)


def _may_be_denied(one: _Bounded, text: str, language: Language) -> bool:
    """Tells whether the sentence may deny something outside the words that bound a number, by its meaning too: faute de
    s'être inscrites le 25 juin au plus tard, was unable to meet before 3 May."""
    if _is_denied(one, text, language) or _is_denied_after(one, text, language):
        return True
    start, end = _sentence(one, text)
    denials = cue(language.tag, "answer").finditer(text, start, end)
    return any(found.end() <= one.span.start or found.start() >= one.span.end for found in denials)


def _sentence(one: _Bounded, text: str) -> tuple[int, int]:
    """Returns where the sentence of a number begins and ends."""
    ends = [end for mark in _ENDS if (end := text.find(mark, one.span.end)) >= 0]
    return max(text.rfind(mark, 0, one.span.start) for mark in _ENDS) + 1, min(ends, default=len(text))


def _is_denied_after(one: _Bounded, text: str, language: Language) -> bool:
    """Tells whether the sentence denies something after the words that bound a number."""
    return _denies(text[one.span.end : _sentence(one, text)[1]], language)


def _without(text: str, places: Sequence[re.Match[str]]) -> str:
    """Returns a text with blanks in some places."""
    for found in places:
        text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    return text


def _denies(text: str, language: Language) -> bool:
    denials = language.contrasts.classes["negation"]
    return any(language.fold(word) in denials for word in language.words_written(text))


def _bounded(text: str, placeables: Sequence[Placeable], language: str, family: frozenset[str]) -> list[_Bounded]:
    """Returns the numbers, dates and hours of a text that are bounded in one way of a family."""
    kinds = (*_NUMBERS, *_DATES) if family is _OF_DATES else _NUMBERS
    numbers = [
        number
        for number in placeables
        if number.kind in kinds
        and (number.kind in _DATES or _YEAR.fullmatch(number.value) is not None) is (family is _OF_DATES)
    ]
    if not numbers:
        return []
    # What bounds a day bounds the hour after it, and what bounds a weekday the day that it is.
    alone = blotted(text, placeables, (*_DATES, PlaceableKind.WEEKDAY)) if family is _OF_DATES else text
    cues = [cue for cue in _cues(language) if cue[0] in family and cue[3].may_be_in(alone) and cue[2].search(alone)]
    found = []
    starts = [one.span.start for one in numbers] if cues else []
    for number in numbers if cues else ():
        there = list(_next_to(alone, number.span, language, family, cues, starts))
        if len({bound for bound, _, _ in there}) == 1:
            bound, span, nearest = there[0]
            start, end = min(span.start, number.span.start), max(span.end, number.span.end)
            found.append(_Bounded(number.value, bound, Span(start, end), nearest))
    return found


def _next_to(
    text: str, number: Span, language: str, family: frozenset[str], cues: Iterable[_Cue], numbers: Sequence[int]
) -> Iterator[tuple[str, Span, str]]:
    """Yields bound and place of the words next to a number that bound it, and the bound without a negation further
    away; the longest words before it are enough. The `cues` are those of the family that the text has, and `numbers` is
    where its numbers begin: of two that have no later than and the like between them the second is bounded (dans les
    six langues au plus tard six semaines avant)."""
    before: list[tuple[int, str, Span]] = []
    for bound, place, words, _ in cues:
        start, end = (
            (max(0, number.start - _REACH), number.start)
            if place == BEFORE
            else (number.end, min(len(text), number.end + _REACH))
        )
        for found in words.finditer(text, start, end):
            span = Span(*found.span())
            if place == BEFORE and between(language).fullmatch(text[span.end : number.start].lower()):
                before.append((span.end - span.start, bound, span))
            elif place == AFTER and _UNIT.fullmatch(text, number.end, span.start):
                if bound in _OF_EVENTS and span.end + 1 in numbers:
                    continue
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
    bounded=True,
    requires=Needs(source=True, placeables=Sides.BOTH, tables=TABLE),
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
            source="It lasts at most eighteen months.",
            target="Elle dure dix-huit mois ou plus.",
            flagged=("dix-huit mois ou plus",),
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
            source="The gap would shrink by only 3 hours by 2040.",
            target="L’écart ne diminuerait que de 3 heures d’ici à 2040.",
            is_close=True,
        ),
        Example(
            source="The map will be published only after 1 May.",
            target="La carte ne sera publiée qu’après le 1er mai.",
            is_close=True,
        ),
        Example(
            source="The gap would shrink by 3 hours by 2040.",
            target="L’écart ne diminuerait pas de 3 heures avant 2040.",
            flagged=("ne diminuerait pas de 3 heures avant 2040",),
            is_close=True,
        ),
        Example(
            source="Choirs that have not replied by 5 May lose their seats.",
            target="Faute d’avoir répondu le 5 mai au plus tard, un chœur perd ses sièges.",
            is_close=True,
        ),
        Example(
            source="The choir was unable to meet before 3 June.",
            target="Le chœur n’a pu se réunir avant le 3 juin.",
            is_close=True,
        ),
        Example(
            source="Half of the guests stayed for less than ten minutes.",
            target="La moitié des invités n’ont pas tenu dix minutes.",
            is_close=True,
        ),
        Example(
            source="Half of the guests stayed for less than ten minutes.",
            target="La moitié des invités sont restés dix minutes.",
            flagged=("dix",),
            is_close=True,
        ),
        Example(
            source="Debts stood at 30 million, 20 million more than one year before.",
            target="Les dettes atteignaient 30 millions, en hausse de 20 millions sur un an.",
            is_close=True,
        ),
        Example(
            source="The farmer was asked about the 200 cows that he had lost.",
            target="Le fermier a été interrogé sur les 200 vaches qu’il avait perdues.",
            is_close=True,
        ),
        Example(
            source="The farmer lost about 200 cows.",
            target="Le fermier a perdu 200 vaches.",
            flagged=("200",),
            is_close=True,
        ),
        Example(
            source="Each choir may speak under two items at most.",
            target="Chaque chœur peut parler au titre de deux points au plus.",
            is_close=True,
        ),
        Example(
            source="The net assets of the Fund stood at $104.6 billion, 7.2 per cent more than a year before.",
            target="Les actifs nets s’établissaient à 104,6 milliards de dollars, soit une hausse de 7,2 % en un an.",
            is_close=True,
        ),
    ),
    more_examples=Path(__file__).with_suffix(".examples.tsv"),
    look=look,
)
