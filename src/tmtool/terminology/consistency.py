"""What is wrong in a term base as such: doublons, homographs, circles, gaps, contrasts that lead nowhere?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tmtool.languages.letters import fold
from tmtool.languages.tags import primary
from tmtool.model import Concept, Term, TermStatus
from tmtool.model.wording import say


@dataclass(frozen=True, slots=True)
class Problem:
    """A `Problem` is something to mend in the term base. `kind` is duplicate, homograph, cycle, replacement,
    no-preferred, contrast, two-statuses or contradicted; `concepts` are ids."""

    kind: str
    concepts: tuple[str, ...]
    message: str


def problems(concepts: Sequence[Concept], source_language: str, target_language: str) -> Iterator[Problem]:
    """Yields every problem that the concepts show by themselves, by kind."""
    languages = (source_language, target_language)
    yield from _same_ids(concepts)
    duplicates = list(_duplicates(concepts, *languages))
    yield from duplicates
    yield from _homographs(concepts, languages, {problem.concepts for problem in duplicates})
    yield from _replacements(concepts)
    yield from _gaps(concepts, languages)
    yield from _contrasts(concepts)
    yield from _two_statuses(concepts)


def _same_ids(concepts: Iterable[Concept]) -> Iterator[Problem]:
    """Yields concepts of two tables with one id: changes reach only the first of them."""
    for identity, times in Counter(concept.id for concept in concepts).items():
        if times > 1:
            yield Problem(
                "duplicate",
                (identity,),
                say("{times} tables have a concept of this id; give one another id", times=times),
            )


def _duplicates(concepts: Sequence[Concept], source: str, target: str) -> Iterator[Problem]:
    """Yields concepts that accept the same term in both languages."""
    bearers: dict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in concepts:
        for pair in {(_key(a), _key(b)) for a in concept.accepted_in(source) for b in concept.accepted_in(target)}:
            bearers[pair].append(concept)
    told: set[tuple[str, ...]] = set()
    for (en, fr), found in bearers.items():
        ids = tuple(dict.fromkeys(concept.id for concept in found))
        if len(ids) > 1 and ids not in told:
            told.add(ids)
            yield Problem(
                "duplicate",
                ids,
                say("both have “{en}” and “{fr}”; 'tmtool terms merge' makes one of them", en=en, fr=fr),
            )


def _homographs(
    concepts: Sequence[Concept], languages: Sequence[str], duplicates: set[tuple[str, ...]]
) -> Iterator[Problem]:
    """Yields one preferred term for several concepts: the text alone does not tell which is meant."""
    for language in languages:
        bearers: dict[str, dict[str, Concept]] = defaultdict(dict)
        for concept in concepts:
            for term in concept.in_language(language):
                if term.status is TermStatus.PREFERRED:
                    bearers[_key(term)][concept.id] = concept
        for key, found in bearers.items():
            if len(found) > 1 and tuple(found) not in duplicates:
                domains = ", ".join(dict.fromkeys(concept.domain or say("no domain") for concept in found.values()))
                told = (
                    say("the domains tell them apart ({domains})", domains=domains)
                    if "," in domains
                    else say("all of one domain ({domains})", domains=domains)
                )
                yield Problem(
                    "homograph",
                    tuple(found),
                    say("“{key}” ({language}) names each of them; {told}", key=key, language=language, told=told),
                )


def _replacements(concepts: Sequence[Concept]) -> Iterator[Problem]:
    """Yields superseded terms that lead nowhere, or in a circle."""
    known = {(primary(term.language), term.text) for concept in concepts for term in concept.terms}
    following: dict[tuple[str, str], tuple[str, str]] = {}
    for concept in concepts:
        for term in concept.terms:
            if not term.replaced_by:
                continue
            here, there = (primary(term.language), term.text), (primary(term.language), term.replaced_by)
            following[here] = there
            if there not in known:
                message = say(
                    "“{term}” is replaced by “{replacement}”, which is no term",
                    term=term.text,
                    replacement=term.replaced_by,
                )
                yield Problem("replacement", (concept.id,), message)
    told: set[frozenset[tuple[str, str]]] = set()
    for start in following:
        path = [start]
        while (ahead := following.get(path[-1])) is not None and ahead not in path:
            path.append(ahead)
        if ahead == start and frozenset(path) not in told:
            told.add(frozenset(path))
            chain = " → ".join(f"“{text}”" for _, text in (*path, start))
            bearers = {c.id for c in concepts for t in c.terms if (primary(t.language), t.text) in path}
            yield Problem("cycle", tuple(sorted(bearers)), say("the replacements go in a circle: {chain}", chain=chain))


def _gaps(concepts: Iterable[Concept], languages: Sequence[str]) -> Iterator[Problem]:
    for concept in concepts:
        for language in languages:
            terms = concept.in_language(language)
            preferred = [term.text for term in terms if term.status is TermStatus.PREFERRED]
            retired = terms and all(term.status is TermStatus.SUPERSEDED for term in terms)
            if not preferred and not retired:
                yield Problem("no-preferred", (concept.id,), say("no preferred term in {language}", language=language))
            elif len(preferred) > 1:
                several = ", ".join(f"“{text}”" for text in preferred)
                yield Problem(
                    "no-preferred",
                    (concept.id,),
                    say("several preferred terms in {language}: {several}", language=language, several=several),
                )


def _contrasts(concepts: Sequence[Concept]) -> Iterator[Problem]:
    by_id = {concept.id: concept for concept in concepts}
    for concept in concepts:
        for contrast in concept.contrasts:
            if contrast not in by_id:
                yield Problem(
                    "contrast", (concept.id,), say("the contrast '{contrast}' names no concept", contrast=contrast)
                )
            elif concept.id not in by_id[contrast].contrasts:
                yield Problem(
                    "contrast",
                    (concept.id, contrast),
                    say("'{contrast}' does not name '{concept}' in turn", contrast=contrast, concept=concept.id),
                )


def _two_statuses(concepts: Iterable[Concept]) -> Iterator[Problem]:
    for concept in concepts:
        seen: dict[tuple[str, str], bool] = {}
        for term in concept.terms:
            earlier = seen.setdefault((primary(term.language), term.text), term.status.accepted)
            if earlier != term.status.accepted:
                yield Problem("two-statuses", (concept.id,), say("“{term}” is accepted and rejected", term=term.text))


def _key(term: Term) -> str:
    """Returns a term without accents, hyphens and case; an abbreviation as it is, since WHO is no "who"."""
    return term.text if term.text.isupper() else " ".join(fold(term.text).replace("-", " ").split())
