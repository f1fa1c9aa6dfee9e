"""Changes the term base by hand: a concept or a term edited, a term retired, concepts merged.

Each change is one transaction with a line in the history for every concept it touches, before and after; the concept
bears its date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

from tmtool.errors import UsageError
from tmtool.model import Concept, Term, TermStatus
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.store.standing import standing, taken_back_by
from tmtool.terminology.concept_changes import Changed, ConceptEdit, edited, joined, term_of


def edit(home: Home, identity: str, wanted: ConceptEdit) -> list[Changed]:
    """Changes a concept; a contrast is written on both sides. Raises UsageError for what is not there."""
    with home.transaction():
        return write_edit(home, identity, wanted)


def write_edit(home: Home, identity: str, wanted: ConceptEdit) -> list[Changed]:
    """Changes a concept as `edit` does, in a transaction that is open."""
    home.concepts.hold({identity, *wanted.contrasts, *wanted.no_contrasts})
    action = _Action(home, "edit")
    concept = concept_called(home, identity)
    for contrast in wanted.contrasts:
        concept_called(home, contrast)
    changed = [action.write(concept, edited(concept, wanted))]
    for ids, present in ((wanted.contrasts, True), (wanted.no_contrasts, False)):
        for other_id in ids:
            if (other := home.concepts.called(other_id)) and (concept.id in other.contrasts) != present:
                rest = tuple(one for one in other.contrasts if one != concept.id)
                contrasts = (*rest, concept.id) if present else rest
                changed.append(action.write(other, replace(other, contrasts=contrasts)))
    return changed


def retire_term(home: Home, identity: str, text: str, replaced_by: str, *, language: str = "") -> list[Changed]:
    """Makes a term superseded, by `replaced_by` where it is not empty. Of its own concept, the replacement becomes
    preferred if the retired term was. Raises UsageError for a replacement that no concept accepts, or that leads
    back to the term."""
    with home.transaction():
        home.concepts.hold([identity])
        concept = concept_called(home, identity)
        old = term_of(concept, text, language)
        if replaced_by:
            _require_replacement(home, old, replaced_by)
        terms = tuple(
            replace(term, status=TermStatus.SUPERSEDED, replaced_by=replaced_by or term.replaced_by)
            if term is old
            else replace(term, status=TermStatus.PREFERRED)
            if old.status is TermStatus.PREFERRED and (term.text, term.language) == (replaced_by, old.language)
            else term
            for term in concept.terms
        )
        return [_Action(home, "retire").write(concept, replace(concept, terms=terms))]


def retire_concept(home: Home, identity: str, replaced_by: str) -> list[Changed]:
    """Makes all accepted terms of a concept superseded, each by the preferred term that the concept `replaced_by`
    has in its language; by none if that is empty."""
    with home.transaction():
        home.concepts.hold([identity])
        concept = concept_called(home, identity)
        successor = concept_called(home, replaced_by) if replaced_by else None
        if successor is not None and successor.id == concept.id:
            raise UsageError(
                say("'{identity}' cannot replace itself", identity=identity),
                say("name another concept with --replaced-by"),
            )
        terms = []
        for term in concept.terms:
            others = successor.in_language(term.language) if successor else ()
            best = next((other.text for other in others if other.status.accepted), "")
            if term.status.accepted:
                term = replace(term, status=TermStatus.SUPERSEDED, replaced_by=best if best != term.text else "")
            terms.append(term)
        return [_Action(home, "retire").write(concept, replace(concept, terms=tuple(terms)))]


def merge(home: Home, kept: str, others: tuple[str, ...]) -> list[Changed]:
    """Puts the terms, notes and contrasts of other concepts into one, and removes them. Where both prefer a term,
    that of the kept concept stays preferred and the other is admitted; a term that the kept concept has already
    stays as it is there."""
    with home.transaction():
        named = {kept, *others}
        home.concepts.hold(named.union(*map(home.concepts.in_contrast_to, named)))
        whole = concept = concept_called(home, kept)
        removed = []
        for identity in dict.fromkeys(others):
            other = concept_called(home, identity)
            if other.id == concept.id:
                raise UsageError(
                    say("'{identity}' cannot be merged with itself", identity=identity), say("name two concepts")
                )
            whole = joined(whole, other)
            removed.append(other)
        gone = {other.id for other in removed}
        whole = replace(whole, contrasts=tuple(one for one in whole.contrasts if one not in gone | {concept.id}))
        action = _Action(home, "merge")
        changed = [action.write(concept, whole, always=True)]
        for other in removed:
            action.remove(other)
            changed.append(Changed(other, None))
            for identity in home.concepts.in_contrast_to(other.id):
                witness = concept_called(home, identity)
                contrasts = tuple(concept.id if one == other.id else one for one in witness.contrasts)
                changed.append(action.write(witness, replace(witness, contrasts=tuple(dict.fromkeys(contrasts)))))
    return changed


def undo(home: Home, action: str, identity: str) -> list[Changed]:
    """Takes the last change of a concept that still stands back, if that was such an action, with all that it changed
    in others. Raises UsageError if it was not, or one of the others has been changed since."""
    with home.transaction():
        return write_undo(home, action, identity)


def write_undo(home: Home, action: str, identity: str) -> list[Changed]:
    """Takes the last change of a concept back as `undo` does, in a transaction that is open."""
    home.concepts.hold([identity])
    last = next(standing(reversed(home.history.of_concept(identity))), None)
    if last is None or last.action != action or last.part_of is not None or last.before is None:
        concept_called(home, identity)
        raise UsageError(
            say("the last change of '{identity}' is none that this command has made", identity=identity),
            say("see 'tmtool terms history {identity}'", identity=identity),
        )
    parts = home.history.parts(last.line)
    home.concepts.hold({part.before["id"] for part in parts if part.before})
    for part in parts:
        latest = home.history.last("concepts", part.number)
        if part.before and part.after is None and home.concepts.called(part.before["id"]):
            raise UsageError(
                say("there is another concept '{id}' by now", id=part.before["id"]),
                say("put it into a third one first, with 'tmtool terms merge'"),
            )
        if part.before and latest not in parts:
            raise UsageError(
                say("'{identity}' has been changed since", identity=part.before["id"]),
                say("take that back first, see 'tmtool terms history {identity}'", identity=part.before["id"]),
            )
    undone = _Action(home, taken_back_by(action))
    if last.line in home.sources.aside():
        home.sources.put_back(last.line)
    changed = []
    for part in reversed(parts):
        assert part.before is not None
        # What other files say of the concept has stayed with them.
        before = concept_of(part.before.get("own", part.before))
        if part.after is None:
            undone.note(part.number, None, before, was_edited=part.before["edited"])
            changed.append(Changed(replace(before, terms=()), before))
            continue
        after = concept_of(part.after)
        number = home.concepts.replace(after.id, before, edited=part.before["edited"])
        undone.note(number, after, before, was_edited=True)
        changed.append(Changed(after, before))
    return changed


def _require_replacement(home: Home, old: Term, text: str) -> None:
    """Raises UsageError unless some concept accepts the term, and no chain of replacements leads back."""
    bearers = home.concepts.with_term(text, old.language)
    if not any(term.status.accepted for term in _called(bearers, text, old.language)):
        raise UsageError(
            say("no concept accepts the term “{text}”", text=text), say("add it first with 'tmtool terms edit --add'")
        )
    seen, ahead = set[str](), [text]
    while ahead:
        following = ahead.pop()
        if following == old.text:
            raise UsageError(
                say("“{text}” is itself replaced by “{other}”", text=text, other=old.text),
                say("choose another replacement"),
            )
        if following not in seen:
            seen.add(following)
            bearers = home.concepts.with_term(following, old.language)
            ahead += [term.replaced_by for term in _called(bearers, following, old.language) if term.replaced_by]


def _called(concepts: list[Concept], text: str, language: str) -> list[Term]:
    return [term for concept in concepts for term in concept.in_language(language) if term.text == text]


def concept_called(home: Home, identity: str) -> Concept:
    """Returns the concept of that id. Raises UsageError if there is none."""
    concept = home.concepts.called(identity)
    if concept is None:
        raise UsageError(
            say("there is no concept '{identity}'", identity=identity),
            say("look for its id with 'tmtool terms search'"),
        )
    return concept


class _Action:
    """An `_Action` writes the changes of one command, each with its line in the history; the first is the one that the
    others are part of."""

    def __init__(self, home: Home, name: str) -> None:
        self._home = home
        self._name = name
        self._line: int | None = None

    def write(self, before: Concept, after: Concept, *, always: bool = False) -> Changed:
        """Stores the concept where it is another than before, with `always` in any case."""
        if before != after or always:
            if before != after:
                after = replace(after, date=datetime.now(UTC).date().isoformat())
            was_edited, own = self._home.concepts.is_edited(before.id), self._home.concepts.own(before.id)
            number = self._home.concepts.replace(before.id, after)
            self.note(number, before, after, was_edited=was_edited, own=own)
        return Changed(before, after)

    def remove(self, concept: Concept) -> None:
        """Removes a concept, after the first change has been written."""
        assert self._line is not None
        was_edited = self._home.concepts.is_edited(concept.id)
        number = self._home.concepts.set_aside(concept.id, self._line)
        self.note(number, concept, None, was_edited=was_edited)

    def note(
        self,
        number: int,
        before: Concept | None,
        after: Concept | None,
        *,
        was_edited: bool,
        own: Concept | None = None,
    ) -> None:
        """Adds a line to the history. `was_edited` says whether the concept had been changed by hand before, `own` what
        it was without what other files say of it."""
        old: dict[str, object] | None = {**concept_content(before), "edited": was_edited} if before else None
        if old and own and own != before:
            old["own"] = concept_content(own)
        new = concept_content(after) if after else None
        line = self._home.history.record(self._name, "concepts", number, before=old, after=new, part_of=self._line)
        self._line = self._line or line


def concept_content(concept: Concept) -> dict[str, object]:
    """Returns a concept as the history keeps it, with everything in it."""
    terms = [{field.name: getattr(term, field.name) for field in fields(Term)} for term in concept.terms]
    return {
        "id": concept.id,
        "domain": concept.domain,
        "definition": concept.definition,
        "note": concept.note,
        "date": concept.date,
        "contrasts": list(concept.contrasts),
        "properties": dict(concept.properties),
        "terms": terms,
    }


def concept_of(content: Mapping[str, Any]) -> Concept:
    """Returns a concept as the history has it."""
    terms = []
    for term in content["terms"]:
        lists = {name: tuple(term.get(name, ())) for name in ("bodies", "not_with")}
        terms.append(Term(**{**term, **lists, "status": TermStatus(term["status"])}))
    return Concept(
        content["id"],
        tuple(terms),
        content["domain"],
        content["definition"],
        content["note"],
        tuple(content["contrasts"]),
        content["properties"],
        date=content.get("date", ""),
    )
