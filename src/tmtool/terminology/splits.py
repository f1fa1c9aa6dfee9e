"""How may a term be apart in a text and still be that term, beyond doubt?

Five ways, as grammars of both languages describe them: what is shared in a series is once, at its head
("smuggling of migrants and firearms") or at its tail ("arms and drug trafficking"), see series.py; a qualifier is
inside (« trafic transnational de migrants »); or an aside between two marks (« le trafic illicite, par mer, de
migrants »); or a number (« point 3 a) de l'ordre du jour »).
"""

from __future__ import annotations

from tmtool.terminology.interval import Interval, Split
from tmtool.terminology.pattern import Link
from tmtool.terminology.reading import STOPS, Reading
from tmtool.terminology.series import shared_head, shared_tail

_ASIDE = 8
"""How many words an aside may have."""
_CLOSING = {",": ",", "(": ")", "–": "–", "—": "—"}


def split_between(reading: Reading, last: int, index: int, link: Link) -> Split | None:
    """Returns the way in which two parts with this link between them, at the words `last` and `index`, are apart, or
    None if they do not belong together."""
    if index == last + 1 or not link.splits:
        return None
    interval = Interval(reading, last, index, link)
    marks = interval.marks(last + 1, index + 1)
    if not STOPS.isdisjoint(marks):
        return None
    return (
        (None if marks else _qualified(interval))
        or (None if marks.strip(",") else shared_head(interval) or shared_tail(interval))
        or _numbered(interval)
        or (_aside(interval) if marks else None)
    )


def ends_phrase(reading: Reading, index: int) -> bool:
    """Is false if the word may only qualify the noun after it, as "witness" in "protection of witness statements"."""
    if reading.small_words.noun_first or index + 1 >= len(reading.words):
        return True
    word, following = reading.words[index : index + 2]
    return bool(reading.marks[index + 1]) or following.function or reading.language.word_classes.is_plural(word.plain)


def _qualified(interval: Interval) -> Split | None:
    """Returns the split of a term that has one or two qualifiers inside, before what joins its parts or after it."""
    if interval.noun_first:
        return _qualified_after_noun(interval) or _qualified_before_noun(interval)
    first = interval.joints_after(interval.last)
    if interval.joints_before_index() != interval.index or not interval.is_link(interval.last, first):
        return None
    if interval.link.joined:
        return Split(first - 1, interval.index) if _noun_is_qualified(interval, first) else None
    return Split(interval.last, interval.index) if _adjective_is_repeated(interval, first) else None


def _qualified_after_noun(interval: Interval) -> Split | None:
    """Returns the split at qualifiers after the first noun, in a language that has them there: « trafic transnational
    de migrants »."""
    first, start = interval.last + 1, interval.joints_before_index()
    is_qualified = (
        interval.joints_after(interval.last) == first
        and interval.are_qualifiers(first, start)
        and interval.is_link(start - 1, interval.index)
    )
    return Split(interval.last, start) if is_qualified else None


def _qualified_before_noun(interval: Interval) -> Split | None:
    """Returns the split at one of the few adjectives that go before their noun in a language that has the others after
    it."""
    before_nouns = interval.reading.small_words.before_nouns
    first = interval.joints_after(interval.last)
    while first < interval.index and interval.plain(first) not in before_nouns:
        first += 1
    is_qualified = (
        interval.link.joined
        and interval.are_few(first, interval.index)
        and all(interval.plain(at) in before_nouns for at in range(first, interval.index))
        and interval.is_link(interval.last, first)
    )
    return Split(first - 1, interval.index) if is_qualified else None


def _noun_is_qualified(interval: Interval, first: int) -> bool:
    """Tells whether the words from `first` up to the second noun qualify it: one noun, or adjectives."""
    inside = range(first, interval.index)
    if not interval.are_few(first, interval.index) or any(map(interval.is_function, inside)):
        return False
    return (len(inside) == 1 and not interval.is_plural(first)) or all(map(interval.is_adjective, inside))


def _adjective_is_repeated(interval: Interval, first: int) -> bool:
    """Tells whether there is one more adjective after the one that the term has: "organized transnational criminal
    group"; but "State legal party" is no State party."""
    is_single = first == interval.index - 1
    return is_single and interval.is_adjective(first) and interval.is_adjective(interval.last)


def _numbered(interval: Interval) -> Split | None:
    """Returns the split of a term that has a number, or several with their letters, right after its first noun."""
    first = interval.last + 1
    if not interval.link.joined or not interval.plain(first).isdigit():
        return None
    end = first
    while end < interval.index and _is_label(interval, end):
        end += 1
    has_other_marks = interval.marks(first, end + 1).strip("(),") or interval.marks(end + 1, interval.index + 1)
    is_numbered = not has_other_marks and interval.is_link(end - 1, interval.index)
    return Split(interval.last, end, numbered=True) if is_numbered else None


def _is_label(interval: Interval, at: int) -> bool:
    plain = interval.plain(at)
    return plain.isdigit() or len(plain) == 1 or interval.coordinator_at(at) == 1


def _aside(interval: Interval) -> Split | None:
    """Returns the split of a term that has an aside after its first part: a mark opens it there, and another closes it
    before what joins the parts."""
    first = interval.last + 1
    closing = _CLOSING.get(interval.reading.marks[first])
    if closing is None or not interval.link.joined:
        return None
    marked = (at for at in range(first + 1, min(interval.index, first + _ASIDE) + 1) if interval.reading.marks[at])
    end = next(marked, None)
    if end is None or interval.reading.marks[end] != closing or interval.marks(end + 1, interval.index + 1):
        return None
    return Split(interval.last, end) if interval.is_link(end - 1, interval.index) else None
