"""Changes a concept by hand, as values: edited, or joined with another; and says in words what is other then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from tmtool.errors import UsageError
from tmtool.formats.tbx import names
from tmtool.languages.tags import primary
from tmtool.model import NO_PROPERTIES, Concept, Term, TermStatus
from tmtool.model.terms import NOTE
from tmtool.model.wording import say, word
from tmtool.store.joined_concepts import enlarged


@dataclass(frozen=True, slots=True)
class Changed:
    """A `Changed` is a concept before and after; `after` is None for one that is there no more."""

    before: Concept
    after: Concept | None


@dataclass(frozen=True, slots=True)
class TermEdit:
    """A `TermEdit` says what to change in a term; None leaves a value as it is."""

    text: str | None = None
    status: TermStatus | None = None
    part_of_speech: str | None = None
    gender: str | None = None
    number: str | None = None
    note: str | None = None
    replaced_by: str | None = None
    type: str | None = None
    source: str | None = None
    bodies: tuple[str, ...] | None = None
    not_with: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ConceptEdit:
    """A `ConceptEdit` says what to change in a concept; None leaves a value as it is. `added` are new terms, `term` is
    the text of one to change by `term_edit`, `removed` are texts of terms to take out, `language` is that of `term` and
    `removed`, empty where their texts alone tell."""

    domain: str | None = None
    definition: str | None = None
    note: str | None = None
    contrasts: tuple[str, ...] = ()
    no_contrasts: tuple[str, ...] = ()
    added: tuple[Term, ...] = ()
    removed: tuple[str, ...] = ()
    term: str = ""
    term_edit: TermEdit = TermEdit()
    language: str = ""


def edited(concept: Concept, wanted: ConceptEdit) -> Concept:
    """Returns the concept with the changes. A term made preferred leaves the former one admitted. Raises UsageError for
    a term that is not there, or there already."""
    terms = list(concept.terms)
    if wanted.term:
        old = term_of(concept, wanted.term, wanted.language)
        changes = {
            field.name: value
            for field in fields(TermEdit)
            if (value := getattr(wanted.term_edit, field.name)) is not None
        }
        new = replace(old, **changes)
        if new.replaced_by and wanted.term_edit.replaced_by and wanted.term_edit.status is None and new.status.accepted:
            new = replace(new, status=TermStatus.SUPERSEDED)
        if new.status is TermStatus.PREFERRED and old.status is not TermStatus.PREFERRED:
            terms = [_below_preferred(term, new) for term in terms]
            old = _below_preferred(old, new)
        terms[terms.index(old)] = replace(new, replaced_by="") if new.status.accepted else new
        terms = [_following(term, old, new) for term in terms]
    before = tuple(terms)
    for text in wanted.removed:
        terms.remove(term_of(replace(concept, terms=tuple(terms)), text, wanted.language))
    properties = renumbered(concept.properties, before, tuple(terms))
    for term in wanted.added:
        if any((other.text, other.language) == (term.text, term.language) for other in terms):
            raise UsageError(
                say("'{id}' has the term “{text}” already", id=concept.id, text=term.text), say("change it with --term")
            )
        if term.status is TermStatus.PREFERRED:
            terms = [_below_preferred(other, term) for other in terms]
        terms.append(term)
    if len({(term.text, term.language) for term in terms}) < len(terms):
        raise UsageError(
            say("'{id}' would have a term twice", id=concept.id), say("choose another --text, or --remove one")
        )
    kept = [contrast for contrast in concept.contrasts if contrast not in wanted.no_contrasts]
    return replace(
        concept,
        domain=concept.domain if wanted.domain is None else wanted.domain,
        definition=concept.definition if wanted.definition is None else wanted.definition,
        note=concept.note if wanted.note is None else wanted.note,
        properties=properties if wanted.note is None else _without_notes(properties),
        contrasts=tuple(dict.fromkeys((*kept, *wanted.contrasts))),
        terms=tuple(terms),
    )


def _following(term: Term, old: Term, new: Term) -> Term:
    """Returns a term replaced by one that is written otherwise now."""
    leads_there = term.replaced_by == old.text and primary(term.language) == primary(old.language)
    return replace(term, replaced_by=new.text) if leads_there else term


def _below_preferred(term: Term, preferred: Term) -> Term:
    """Returns a term that is next to a newly preferred one of its language: it is no longer preferred itself."""
    if term.status is TermStatus.PREFERRED and primary(term.language) == primary(preferred.language):
        return replace(term, status=TermStatus.ADMITTED)
    return term


def joined(concept: Concept, other: Concept) -> Concept:
    """Returns the concept with what another one has and it has not: terms and what describes them, notes, contrasts,
    properties."""
    known = {(term.language, term.text) for term in concept.terms}
    own = tuple(_completed(term, other) for term in concept.terms)
    whole = enlarged(
        replace(concept, terms=own), other, [term for term in other.terms if (term.language, term.text) not in known]
    )
    notes = tuple(dict.fromkeys(note for note in (concept.note, other.note) if note))
    properties = _all_properties(concept, other, whole.terms) or NO_PROPERTIES
    return replace(whole, note="; ".join(notes), properties=properties)


def _all_properties(concept: Concept, other: Concept, terms: tuple[Term, ...]) -> Mapping[str, str]:
    """Returns the properties of two concepts that become one; of two notes no translation is that of both."""
    both = {**renumbered(other.properties, other.terms, terms), **concept.properties}
    return _without_notes(both) if concept.note and other.note else both


def _without_notes(properties: Mapping[str, str]) -> Mapping[str, str]:
    """Returns the properties but for the translations of a note that is no more."""
    return {name: value for name, value in properties.items() if not name.startswith(NOTE)}


def _completed(term: Term, other: Concept) -> Term:
    """Returns a term with what another concept says of the same term and this one does not."""
    same = next((one for one in other.terms if (one.language, one.text) == (term.language, term.text)), None)
    if same is None:
        return term
    return replace(
        term,
        part_of_speech=term.part_of_speech or same.part_of_speech,
        gender=term.gender or same.gender,
        number=term.number or same.number,
        note="; ".join(dict.fromkeys(note for note in (term.note, same.note) if note)),
        replaced_by=term.replaced_by or ("" if term.status.accepted else same.replaced_by),
        type=term.type or same.type,
        source=term.source or same.source,
        bodies=tuple(dict.fromkeys(term.bodies + same.bodies)),
        not_with=tuple(dict.fromkeys(term.not_with + same.not_with)),
    )


def renumbered(properties: Mapping[str, str], before: Sequence[Term], after: Sequence[Term]) -> Mapping[str, str]:
    """Returns the properties of a concept when its terms are others: what TBX says of its second French term
    ("fr.2/termNote/…") follows that term, and goes with it."""
    places = {(language, number): text for text, language, number in _numbered(before)}
    now = {(text, language): number for text, language, number in _numbered(after)}
    kept: dict[str, str] = {}
    for name, value in properties.items():
        prefix = names.MARKUP if name.startswith(names.MARKUP) else ""
        place = names.parse_path(name.removeprefix(prefix))
        if place is None or not place[1]:
            kept[name] = value
            continue
        language, number, *_ = place
        text = places.get((language, number))
        if text is not None and (new := now.get((text, language))):
            rest = name.removeprefix(prefix).removeprefix(f"{language}.{number}")
            kept[f"{prefix}{language}.{new}{rest}"] = value
    return kept or NO_PROPERTIES


def _numbered(terms: Sequence[Term]) -> Iterator[tuple[str, str, int]]:
    counts: Counter[str] = Counter()
    for term in terms:
        counts[term.language] += 1
        yield term.text, term.language, counts[term.language]


def term_of(concept: Concept, text: str, language: str) -> Term:
    """Returns the term of that text, in that language if it is not empty. Raises UsageError if there is none, or
    several."""
    found = [
        term
        for term in concept.terms
        if term.text == text and primary(language or term.language) == primary(term.language)
    ]
    if not found:
        known = ", ".join(f"“{term.text}”" for term in concept.terms)
        raise UsageError(
            say("'{id}' has no term “{text}”", id=concept.id, text=text), say("it has {known}", known=known)
        )
    if len(found) > 1:
        raise UsageError(
            say("'{id}' has “{text}” in several languages", id=concept.id, text=text), say("say which with --lang")
        )
    return found[0]


def differences(change: Changed) -> Iterator[str]:
    """Yields what is other now, a line each."""
    before, after = change.before, change.after
    if after is None:
        yield say("removed")
        return
    for name in ("domain", "definition", "note"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield say("{name}: {old} → {new}", name=word(name), old=_shown(old), new=_shown(new))
    for contrast in sorted(set(after.contrasts) - set(before.contrasts)):
        yield say("contrast with {contrast} added", contrast=contrast)
    for contrast in sorted(set(before.contrasts) - set(after.contrasts)):
        yield say("contrast with {contrast} removed", contrast=contrast)
    old_terms = {(term.language, term.text): term for term in before.terms}
    new_terms = {(term.language, term.text): term for term in after.terms}
    gone = [term for key, term in old_terms.items() if key not in new_terms]
    fresh = [term for key, term in new_terms.items() if key not in old_terms]
    if len(gone) == len(fresh) == 1 and gone[0].language == fresh[0].language:
        yield say("{language} “{old}” → “{new}”", language=gone[0].language, old=gone[0].text, new=fresh[0].text)
        gone, fresh = [], []
    for term in gone:
        yield say("{language} “{term}” removed", language=term.language, term=term.text)
    for term in fresh:
        yield say(
            "{language} “{term}” added, {status}",
            language=term.language,
            term=term.text,
            status=word(term.status.value),
        )
    for key, new_term in new_terms.items():
        if old_term := old_terms.get(key):
            yield from _term_differences(old_term, new_term)


def _term_differences(old: Term, new: Term) -> Iterator[str]:
    for field in fields(Term):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            name = field.name.replace("_", " ")
            yield say(
                "{language} “{term}” {name}: {old} → {new}",
                language=old.language,
                term=old.text,
                name=word(name),
                old=_shown(before),
                new=_shown(after),
            )


def _shown(value: object) -> str:
    return ("; ".join(map(str, value)) if isinstance(value, tuple) else f"{value}") or say("(none)")
