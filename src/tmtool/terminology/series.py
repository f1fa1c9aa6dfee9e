"""Is a part of a term a member of a series that shares the rest of the term with the others?

What is shared is once, at the head of the series ("smuggling of migrants and firearms", « pays d'origine, de
transit et de destination ») or at its tail ("arms and drug trafficking", « la fabrication et le trafic illicites »).
"""

from __future__ import annotations

from dataclasses import dataclass

from tmtool.terminology.interval import REACH, Interval, Split
from tmtool.terminology.reading import STOPS

_MEMBERS = 7
"""How many words of content the other members of a series may have together."""
_ADJECTIVES = 3
"""As `_MEMBERS`, of adjectives after their noun."""
_TAIL_MEMBERS = 4
"""As `_MEMBERS`, where the head is what the members differ in."""


@dataclass(frozen=True, slots=True)
class _Series:
    """A `_Series` holds the members of a series that come before the one at `index`: from the word `first` up to the
    coordinator or the comma at `end`. `start` is the first of the joints of the member at `index`."""

    first: int
    end: int
    start: int


def shared_head(interval: Interval) -> Split | None:
    """Returns the split of a term whose later part ends or continues a series, the first member of which follows the
    part before."""
    series = _series_before_index(interval)
    if series is None:
        return None
    if interval.link.joined and interval.noun_first and interval.are_qualifiers(interval.last + 1, series.end):
        return _joined_at_this_member(interval, series)
    if series.first >= series.end or not interval.is_link(interval.last, series.first):
        return None
    return _complements(interval, series) if interval.link.joined else _single_words(interval, series)


def shared_tail(interval: Interval) -> Split | None:
    """Returns the split of a term whose part before is the first member of a series, and what follows the series
    belongs to every member."""
    last, start = interval.last, interval.joints_before_index()
    begin = _after_series_mark(interval, start)
    if begin is None or start <= begin or not interval.is_link(start - 1, interval.index):
        return None
    if interval.link.joined:
        shared = _share_complement(interval, begin, start)
    elif interval.noun_first:
        shared = start == interval.index and _share_adjective(interval, begin)
    else:
        shared = start == interval.index and _share_noun(interval, begin)
    return Split(last, start, shared_tail=True) if shared else None


def _series_before_index(interval: Interval) -> _Series | None:
    """Returns the series whose last member, or a later one, is at `index`, or None if there is no sign of one before
    it."""
    start = interval.joints_before_index()
    end = _series_mark_before(interval, start)
    return None if end is None else _Series(interval.joints_after(interval.last), end, start)


def _joined_at_this_member(interval: Interval, series: _Series) -> Split | None:
    """Returns the split where the other members are adjectives, and this one alone has what joins it to the noun: «
    armes blanches et à feu »."""
    closing = series.end + interval.coordinator_at(series.end)
    is_joined = interval.has_joint(closing, interval.index) and interval.is_link(closing - 1, interval.index)
    return Split(interval.last, closing) if is_joined else None


def _single_words(interval: Interval, series: _Series) -> Split | None:
    """Returns the split at members without anything that joins them to the head: adjectives after their noun (« groupes
    terroristes et criminels »), nouns after their adjective where both are plurals ("draft decisions and
    resolutions")."""
    first, end = series.first, series.end
    if series.start != interval.index or first != interval.last + 1:
        return None
    if interval.noun_first:
        alike = interval.are_members(first, end, _ADJECTIVES, joints=False)
    else:
        alike = first == end - 1 and interval.is_plural(first) and interval.is_plural(interval.index)
    return Split(interval.last, series.start) if alike else None


def _complements(interval: Interval, series: _Series) -> Split | None:
    """Returns the split at members that a preposition joins to the head; it comes before each of them, or before the
    first alone."""
    if not interval.are_members(series.first, series.end, _MEMBERS, joints=True):
        return None
    parallel = not interval.is_plural(series.end - 1)
    if interval.has_joint(series.start, interval.index):
        is_joined = interval.is_link(series.start - 1, interval.index)
        return Split(interval.last, series.start, parallel=parallel) if is_joined else None
    before = _last_of_shared_joints(interval, series.first)
    return None if before is None else Split(before, interval.index, parallel=parallel)


def _last_of_shared_joints(interval: Interval, first: int) -> int | None:
    """Returns the last of the words before the member `first` that hold for all members, its own articles not among
    them, or None if there is a joint that each member repeats, such as « de »."""
    if any(interval.plain(at) in interval.reading.small_words.repeated for at in range(interval.last + 1, first)):
        return None
    before = first - 1
    while interval.is_article(before):
        before -= 1
    return before


def _share_complement(interval: Interval, begin: int, start: int) -> bool:
    """Tells whether the other members, from `begin`, are heads that the complement at `start` may belong to."""
    first = interval.joints_after(begin - 1)
    return interval.are_members(first, start, _TAIL_MEMBERS, joints=False, articles=True)


def _share_adjective(interval: Interval, begin: int) -> bool:
    """Tells whether the adjective after two nouns is a plural, and the first noun none, as in « la fabrication et le
    trafic illicites »: it belongs to both."""
    noun = interval.joints_after(begin - 1)
    return noun == interval.index - 1 and not interval.is_plural(interval.last) and interval.is_plural(interval.index)


def _share_noun(interval: Interval, begin: int) -> bool:
    """Tells whether the members qualify the noun after them, as in "arms and drug trafficking". In "human rights and
    international criminal law", or "human rights and humanitarian law", the first does not."""
    if not interval.are_single_members(begin, interval.index):
        return False
    return not (interval.is_plural(interval.last) and interval.is_adjective(interval.index - 1))


def _series_mark_before(interval: Interval, start: int) -> int | None:
    """Returns the place of the coordinator, or of the comma of a series that continues, right before the word `start`,
    or None if neither is there."""
    mark = interval.reading.marks[start]
    if mark:
        return start if mark == "," and _continues(interval, interval.index + 1) else None
    places = (start - size for size in (1, 2, 3) if start - size > interval.last)
    return next((at for at in places if interval.coordinator_at(at) == start - at), None)


def _after_series_mark(interval: Interval, end: int) -> int | None:
    """Returns the first word after the coordinator, or the comma of a series closed before `end`, that follows `last`,
    or None if neither does."""
    following = interval.last + 1
    mark = interval.reading.marks[following]
    size = interval.coordinator_at(following)
    if size and mark in ("", ","):
        return following + size
    in_series = mark == "," and any(map(interval.coordinator_at, range(following + 1, end)))
    return following if in_series and not interval.is_plural(interval.last) else None


def _continues(interval: Interval, start: int) -> bool:
    """Tells whether a coordinator that may close the series follows, after members that are short."""
    reading, contents = interval.reading, 0
    for at in range(start, min(start + REACH, len(reading.words))):
        if not STOPS.isdisjoint(reading.marks[at]) or contents > _MEMBERS:
            return False
        if interval.coordinator_at(at):
            return True
        if interval.is_function(at) and not interval.is_joint(at):
            return False
        contents += not interval.is_function(at)
    return False
