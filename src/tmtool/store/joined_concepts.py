"""Which concepts of several files are one? (docs/decisions/0034-languages-of-several-files.md)

A file may have more languages for the concepts of another file of its memory. Each file's concept is stored as it came,
so that forgetting a file takes away just what it gave; they are joined when they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tmtool.languages.tags import primary
from tmtool.model import NO_PROPERTIES, Concept, Term, TermStatus

_SERIAL = re.compile(
    r"(?:#|c|t|e|n|id|eid|tid|cid|no|nr|term|termentry|entry|concept|row)?[-_. ]?\d{1,5}", re.IGNORECASE
)
_OF_LANGUAGE = re.compile(r"(?:markup:)?([A-Za-z]+)(?:-\w+)*(?:\.\d+)?/")


@dataclass(frozen=True, slots=True)
class HeldConcept:
    """A `HeldConcept` is a concept as one file gives it, or a person left it: its number, and that of its file."""

    number: int
    source: int | None
    edited: bool
    concept: Concept


@dataclass(slots=True)
class Joined:
    """A `Joined` is a concept as it is read, and those that it is joined of: the first one leads, and is what a person
    changes."""

    members: list[HeldConcept]
    concept: Concept


def joined(held: Iterable[HeldConcept]) -> list[Joined]:
    """Joins concepts of one id and one memory. What a person changed leads, else what was stored first."""
    found: list[Joined] = []
    for one in sorted(held, key=lambda one: (not one.edited, one.number)):
        for group in found:
            by_hand = group.members[0].edited
            if one.source in (each.source for each in group.members):
                continue
            if _are_one(group.concept, one.concept) or (by_hand and _is_within(one.concept, group.concept)):
                group.members.append(one)
                group.concept = _with(group.concept, one.concept, only_further=by_hand)
                break
        else:
            found.append(Joined([one], one.concept))
    return found


def groups(rows: Sequence[int], families: Mapping[int, Sequence[int]], held: Mapping[int, HeldConcept]) -> list[Joined]:
    """Returns the concepts of these rows, each once and in their order, joined of those of its family, which has all of
    its id and memory; a row without a family is alone. What is not held another program has removed meanwhile."""
    found: dict[int, Joined] = {}
    for row in rows:
        if row in held and row not in found:
            for group in joined(held[one] for one in families.get(row, [row]) if one in held):
                found |= {one.number: group for one in group.members}
    return list({id(found[row]): found[row] for row in rows if row in found}.values())


def _are_one(first: Concept, second: Concept) -> bool:
    """Tells whether one of two concepts of the same id has further languages for what the other names.

    They have a term in common. Where they have no language in common either, the id alone has to tell: a table of one
    language can be meant for nothing else, and else the id must not be a mere number in a list.
    """
    ours, other = _languages(first), _languages(second)
    if ours >= other or other >= ours:
        return False
    if ours & other:
        return not _terms(first).isdisjoint(_terms(second))
    return min(len(ours), len(other)) == 1 or not _SERIAL.fullmatch(first.id)


def _is_within(concept: Concept, changed: Concept) -> bool:
    """Tells whether a concept had been joined before a person changed the whole."""
    return _languages(concept) < _languages(changed) and not _terms(concept).isdisjoint(_terms(changed))


def _languages(concept: Concept) -> set[str]:
    return {primary(term.language) for term in concept.terms}


def _terms(concept: Concept) -> set[tuple[str, str]]:
    return {(primary(term.language), term.text.casefold()) for term in concept.terms}


def _with(concept: Concept, other: Concept, *, only_further: bool) -> Concept:
    """Returns the concept with the terms of another that it has not, `only_further` those in further languages, and
    with what it does not say itself. Where both prefer a term, that of the other one is admitted."""
    known, languages = _terms(concept), _languages(concept)
    further = [
        term
        for term in other.terms
        if (primary(term.language), term.text.casefold()) not in known
        and not (only_further and primary(term.language) in languages)
    ]
    properties = {
        name: value
        for name, value in other.properties.items()
        if not ((place := _OF_LANGUAGE.match(name)) and place[1].lower() in languages)
    }
    return replace(
        enlarged(concept, other, further),
        note=concept.note or other.note,
        properties={**properties, **concept.properties} or NO_PROPERTIES,
    )


def enlarged(concept: Concept, other: Concept, further: Sequence[Term]) -> Concept:
    """Returns the concept with further terms that come from another one, its contrasts, and the domain and definition
    that it has none of itself. Where both prefer a term of a language, the one that comes is admitted."""
    preferred = {primary(term.language) for term in concept.terms if term.status is TermStatus.PREFERRED}
    coming = tuple(
        replace(term, status=TermStatus.ADMITTED)
        if term.status is TermStatus.PREFERRED and primary(term.language) in preferred
        else term
        for term in further
    )
    return replace(
        concept,
        terms=concept.terms + coming,
        domain=concept.domain or other.domain,
        definition=concept.definition or other.definition,
        contrasts=tuple(dict.fromkeys(concept.contrasts + other.contrasts)),
        date=max(concept.date, other.date),
    )
