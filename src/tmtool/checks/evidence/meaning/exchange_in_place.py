"""Is another word of its field in the place of a word of the source: nord for south, prie for recommends?

The tables are those of `languages.pairs.concepts`. A long sentence names many things of a field, so that a count over
all of it tells little. Here each name in the translation is looked at in its place, which the counterparts of its
neighbours tell: nothing there in the source may name or excuse it, and something there names another of the group, to
which nothing in its own place in the translation answers. A word that has a counterpart of its own says something
else, and a word that is denied may say the contrary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tmtool.checks.engine.check import Flag
from tmtool.checks.engine.draft import Draft, Pair
from tmtool.checks.evidence.meaning.denials import denials, denials_by_degree, denials_onwards
from tmtool.checks.evidence.meaning.exchange import exchanged
from tmtool.checks.evidence.words.linked import linked
from tmtool.checks.evidence.words.marks import MARK
from tmtool.checks.evidence.words.sides import AROUND, Side, first_from, mutual
from tmtool.languages.pairs.concepts import LONGEST, Concept, named_otherwise
from tmtool.model import Span

_BEFORE, _AFTER = 24, 14
"""Characters before and after a word in which a denial turns it into its opposite."""

_FIRST_PARTY, _PARTY = 5, 2
"""Words of content before and after a word of the source by which its two parties are told."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A `_Mention` is a word or phrase with the number of words of content before it."""

    span: Span
    index: int


@dataclass(frozen=True, slots=True)
class _Member:
    """A `_Member` is a concept of a group in a pair, with what names it in the source and in the translation."""

    concept: Concept
    there: Sequence[_Mention]
    here: Sequence[_Mention]


def exchanged_in_place(table: str, pair: Pair, draft: Draft, *, keeps_sense: bool = False) -> Iterator[Flag]:
    """Yields the words of the translation that are in the place of another of their group, each once.

    What is denied is left aside, unless `keeps_sense`: then two words that are both denied are compared too, and a word
    that denies by itself (prohibited, fails). Opposites and terms keep their sense so; modal verbs and words for how
    many do not, for ne peut pas is right for must not.
    """
    known = draft.language_pair
    if known is None or max(len(pair.source or ""), len(pair.target)) > LONGEST:
        return
    found = linked(pair, draft)
    if found is None:
        return
    of_source, of_target = found.sides
    done: set[Span | None] = set()
    for there, here in named_otherwise(known, table, of_source.text, of_target.text):
        flag = next(_in_group(there, here, of_source, of_target, keeps_sense), None)
        if flag is not None and flag.target_span not in done:
            done.add(flag.target_span)
            yield flag


def are_alone(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether no word of an exchange could have a counterpart anywhere in the other text."""
    return all(side.strictly_alone[place] for side, places in _words_of(flag, pair, draft) for place in places)


def are_framed(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether both words of an exchange come right between words that have their counterparts."""
    for side, places in _words_of(flag, pair, draft):
        before, after = places.start - 1, places.stop
        if (before >= 0 and side.links[before] is None) or (after < len(side.links) and side.links[after] is None):
            return False
    return True


def have_parties_swapped(flag: Flag, pair: Pair, draft: Draft) -> bool:
    """Tells whether what comes before the word of the source comes after the one of the translation, and the reverse,
    so that an opposite says the same: imports exceeded exports, les exportations étaient inférieures aux importations.
    What is compared comes right after both: less quickly, plus vite."""
    if flag.source_span is None or flag.target_span is None or linked(pair, draft) is None:
        return False
    (source, there), (_, here) = _words_of(flag, pair, draft)
    before = [link for link in source.links[max(0, there.start - _FIRST_PARTY) : there.start] if link is not None]
    after = [link for link in source.links[there.stop : there.stop + _PARTY] if link not in (None, here.stop)]
    subject = source.links[there.start - 1] if there.start else None
    if subject is not None and subject >= here.stop and any(link < here.start for link in after):
        return True  # the subject comes after: bought from the municipality, la municipalité a vendu
    return any(link >= here.stop for link in before) and bool(after) and all(link < here.start for link in after)


def _words_of(flag: Flag, pair: Pair, draft: Draft) -> Iterator[tuple[Side, range]]:
    """Yields each side of a pair with the places of the words of content that an exchange names there."""
    found = linked(pair, draft)
    assert found is not None and flag.source_span is not None and flag.target_span is not None
    for side, span in zip(found.sides, (flag.source_span, flag.target_span), strict=True):
        yield side, range(first_from(side, span.start), first_from(side, span.end))


def _in_group(
    there: Sequence[Concept], here: Sequence[Concept], of_source: Side, of_target: Side, keeps_sense: bool
) -> Iterator[Flag]:
    """Yields the exchanges between the concepts of a group that the source and the translation may name."""
    named = [concept for concept in there if concept.cues[of_source.language].search(of_source.text)]
    if not named or not any(
        concept.cues[of_target.language].search(of_target.text) for concept in here if named != [concept]
    ):
        return
    concepts = {concept.name: concept for concept in (*named, *here)}
    named_by = [_Member(one, _names(one, of_source), _names(one, of_target)) for one in concepts.values()]
    members = [_open(one, named_by, of_source, of_target) for one in named_by]
    for gained in members:
        yield from _exchanges(gained, members, of_source, of_target, keeps_sense)


def _open(member: _Member, members: Sequence[_Member], of_source: Side, of_target: Side) -> _Member:
    """Returns a member with those of its names alone that have no counterpart, or one that only names others."""
    there, here = {name.span for name in member.there}, {name.span for name in member.here}
    others_there = [name.span for one in members for name in one.there if name.span not in there]
    others_here = [name.span for one in members for name in one.here if name.span not in here]
    return _Member(
        member.concept,
        [
            name
            for name in member.there
            if not _is_within(name, others_there) and not _has_its_own(of_source, name, of_target, others_here)
        ],
        [
            name
            for name in member.here
            if not _is_within(name, others_here) and not _has_its_own(of_target, name, of_source, others_there)
        ],
    )


def _is_within(name: _Mention, others: Iterable[Span]) -> bool:
    """Tells whether what is named is part of another name: probable in peu probable."""
    return any(one.holds(name.span) for one in others)


def _names(concept: Concept, side: Side) -> list[_Mention]:
    return _mentions(concept.cues[side.language].all_names(side.text), side)


def _excuses(concept: Concept, side: Side) -> list[_Mention]:
    return _mentions(concept.cues[side.language].all_excuses(side.text), side)


def _mentions(found: Iterable[Span], side: Side) -> list[_Mention]:
    return [_Mention(one, first_from(side, one.start)) for one in found]


def _exchanges(
    gained: _Member, members: Sequence[_Member], of_source: Side, of_target: Side, keeps_sense: bool
) -> Iterator[Flag]:
    """Yields the places where the translation names `gained` in the place of another of the members."""
    for name in gained.here if len(gained.here) > len(gained.there) else ():
        place = _place(of_target, name, len(of_source.words))
        near = [
            (lost, other)
            for lost in members
            if lost is not gained and len(lost.here) < len(lost.there)
            for other in lost.there
            if other.index in place
        ]
        if not near or any(one.index in place for one in gained.there):
            continue
        if any(one.index in place for one in _excuses(gained.concept, of_source)):
            continue
        for lost, other in near:
            if _is_turned((of_source, other.span), (of_target, name.span), keeps_sense):
                continue
            if _has_its_own(of_target, name, of_source, [one.span for one in lost.there]):
                continue
            if _is_unanswered(other, lost, gained, of_source, of_target):
                yield exchanged(name.span, of_target.text, other.span, of_source.text)


def _is_unanswered(other: _Mention, lost: _Member, gained: _Member, of_source: Side, of_target: Side) -> bool:
    """Tells whether nothing answers to a word of the source in its place in the translation."""
    place = _place(of_source, other, len(of_target.words))
    if any(one.index in place for one in lost.here):
        return False
    if _has_its_own(of_source, other, of_target, [one.span for one in gained.here]):
        return False
    return not any(one.index in place for one in _excuses(lost.concept, of_target))


def _place(side: Side, name: _Mention, end: int) -> range:
    """Returns the places among the `end` words of the other text about which what is named should be."""
    before, after = side.neighbours(name.index, name.index, end)
    return range(min(before, after) - AROUND, max(before, after) + AROUND + 1)


def _has_its_own(side: Side, name: _Mention, other: Side, partners: Iterable[Span]) -> bool:
    """Tells whether a word of what is named and one of the other text are each other's counterparts, but for those
    partners."""
    index = name.index
    while index < len(side.words) and side.words[index].span.start < name.span.end:
        link = mutual(side, other, index)
        word = other.words[link].span if link is not None else None
        if word is not None and not any(word.overlaps(partner) for partner in partners):
            return True
        index += 1
    return False


def _is_turned(there: tuple[Side, Span], here: tuple[Side, Span], keeps_sense: bool) -> bool:
    """Tells whether a denial may make two words say the same: ne doute pas for confident."""
    if keeps_sense:
        if _is_lessened(*there) is not _is_lessened(*here):
            return True
        return _is_denied(*there, by_itself=False) is not _is_denied(*here, by_itself=False)
    return _is_denied(*there, by_itself=True) or _is_denied(*here, by_itself=True)


def _is_denied(side: Side, span: Span, *, by_itself: bool) -> bool:
    """Tells whether something beside a word denies it or, `by_itself`, whether the word itself denies: prohibited."""
    start = side.since(MARK, max(0, span.start - _BEFORE), span.start)
    found = [
        one
        for one in denials(side.language).finditer(side.text, start, span.end + _AFTER)
        if one.start() < span.end or not denials_onwards(side.language).match(side.text, one.start())
    ]
    return any(by_itself or not span.overlaps(Span(*one.span())) for one in found)


def _is_lessened(side: Side, span: Span) -> bool:
    """Tells whether the word right before another one turns it round, whatever else denies both: least expensive."""
    found = denials_by_degree(side.language).finditer(side.text, max(0, span.start - _BEFORE), span.start)
    return any(not side.text[one.end() : span.start].strip() for one in found)
