"""Keeps what people propose until somebody accepts or refuses it: corrections of units, and terms.

A proposal is a line of the history, and each decision on it a line that is part of it: who and when is there for good,
and goes where the history goes. The last decision holds. What is accepted is made in the same transaction, and can be
taken back as long as nothing else has changed it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tmtool.errors import UsageError
from tmtool.model import Concept, Term, TermStatus
from tmtool.model.wording import say
from tmtool.store.home import Home
from tmtool.store.values import PROPOSALS, Change, Entity
from tmtool.tasks.indexing import index
from tmtool.tasks.term_editing import concept_called
from tmtool.tasks.term_editing import write_edit as write_concept_edit
from tmtool.tasks.term_editing import write_undo as write_concept_undo
from tmtool.tasks.terms import write_new
from tmtool.tasks.unit_editing import UnitEdit, named_unit, write_edit, write_undo
from tmtool.terminology.concept_changes import ConceptEdit

_PROPOSE = "propose"
MOST_SHOWN = 200
"""Decided proposals that are shown, the newest."""


class Decision(StrEnum):
    """A `Decision` is what became of a proposal; REOPEN is one that was taken back."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    REOPEN = "reopen"


_CLOSING = (Decision.ACCEPT, Decision.REFUSE)


@dataclass(frozen=True, slots=True)
class Correction:
    """A `Correction` says what is to be in a unit, and what was in it when that was proposed."""

    unit: int
    source_language: str
    target_language: str
    source: str
    target: str
    old_source: str
    old_target: str


@dataclass(frozen=True, slots=True)
class NewTerms:
    """`NewTerms` are terms for the concept of that id, for a new one if it is empty."""

    concept: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A `Proposal` is a change that somebody wants, by its number: when (ISO 8601, UTC), who, and why. `decision` is
    None while it is open; `decided_at`, `decided_by` and `answer` say when that was, by whom and for what reason."""

    number: int
    at: str
    by: str
    why: str
    wanted: Correction | NewTerms
    decision: Decision | None = None
    decided_at: str = ""
    decided_by: str = ""
    answer: str = ""


def propose_correction(
    home: Home, unit: int, wanted: UnitEdit, source_language: str, target_language: str, *, why: str = ""
) -> Proposal:
    """Proposes other texts for a unit. Raises UsageError for a unit that is not there, or a change that is none."""
    with home.transaction():
        pair = named_unit(home, unit, source_language, target_language)
        source = pair.source if wanted.source is None else wanted.source.strip()
        target = pair.target if wanted.target is None else wanted.target.strip()
        if (source, target) == (pair.source, pair.target):
            raise UsageError(say("this is what the unit says already"), say("write what it should say"))
        before = {"source": pair.source, "target": pair.target}
        languages = {"source_language": source_language, "target_language": target_language}
        after = {**languages, "source": source, "target": target, "why": why.strip()}
        line = home.history.record(_PROPOSE, PROPOSALS["units"], unit, before=before, after=after)
        return _proposal(home, home.history.line(line))


def propose_terms(home: Home, concept: str, terms: Sequence[Term], *, why: str = "") -> Proposal:
    """Proposes terms for the concept of that id, or for a new one if it is empty. Raises UsageError for a concept that
    is not there, terms that it has already, or none."""
    wanted = [term for term in terms if term.text.strip()]
    if not wanted:
        raise UsageError(say("there is no term"), say("write one"))
    with home.transaction():
        number = 0
        if concept:
            known = concept_called(home, concept)
            twice = next((one for one in wanted for old in known.terms if _same(one, old)), None)
            if twice is not None:
                raise UsageError(
                    say("'{id}' has the term “{text}” already", id=concept, text=twice.text),
                    say("propose another one"),
                )
            number = _number(home, concept)
        after = {"id": concept, "terms": [_content(term) for term in wanted], "why": why.strip()}
        line = home.history.record(_PROPOSE, PROPOSALS["concepts"], number, after=after)
        return _proposal(home, home.history.line(line))


def _same(one: Term, other: Term) -> bool:
    return (one.text, one.language) == (other.text, other.language)


def _content(term: Term) -> dict[str, str]:
    return {"text": term.text.strip(), "language": term.language, "status": term.status.value, "note": term.note}


def _number(home: Home, concept: str) -> int:
    """Returns the number that the history knows a concept by, 0 where it knows nothing of it yet."""
    lines = home.history.of_concept(concept)
    return lines[-1].number if lines else 0


def proposals(home: Home) -> list[Proposal]:
    """Returns the open proposals, the oldest first."""
    found = [line for kind in PROPOSALS.values() for line in home.history.actions_on(kind, closed_by=_CLOSING)]
    return [_proposal(home, line) for line in sorted(found, key=_line) if line.after is not None]


def decided(home: Home, limit: int = MOST_SHOWN) -> list[Proposal]:
    """Returns the proposals that were accepted or refused, the last proposed first."""
    found = [line for kind in PROPOSALS.values() for line in home.history.actions_on(kind, limit=limit)]
    every = [_proposal(home, line) for line in sorted(found, key=_line, reverse=True) if line.after is not None]
    return [one for one in every if one.decision is not None][:limit]


def _line(change: Change) -> int:
    return change.line


def proposal(home: Home, number: int) -> Proposal:
    """Returns the proposal of that number. Raises UsageError if there is none."""
    try:
        line = home.history.line(number)
    except LookupError:
        line = None
    if line is None or line.action != _PROPOSE or line.after is None:
        raise UsageError(say("there is no proposal {number}", number=number), say("look at those there are"))
    return _proposal(home, line)


def _proposal(home: Home, line: Change) -> Proposal:
    """Returns what a line of the history proposes, with the last decision on it."""
    after: dict[str, Any] = line.after or {}
    before: dict[str, Any] = line.before or {}
    wanted: Correction | NewTerms
    if line.entity == PROPOSALS["units"]:
        wanted = Correction(
            line.number,
            after["source_language"],
            after["target_language"],
            after["source"],
            after["target"],
            before["source"],
            before["target"],
        )
    else:
        terms = tuple(
            Term(one["text"], one["language"], TermStatus(one["status"]), note=one["note"]) for one in after["terms"]
        )
        wanted = NewTerms(after["id"], terms)
    last = home.history.parts(line.line)[-1]
    if last.line == line.line or last.action == Decision.REOPEN:
        return Proposal(line.line, line.at, line.author, after["why"], wanted)
    answer = (last.after or {}).get("answer", "")
    decision = Decision(last.action)
    return Proposal(line.line, line.at, line.author, after["why"], wanted, decision, last.at, last.author, answer)


def accept(home: Home, number: int) -> Proposal:
    """Makes what is proposed. Raises UsageError where it is not open, or cannot be made any more: what it would change
    has been changed since."""
    with home.transaction():
        wanted = _open(home, number).wanted
        if isinstance(wanted, Correction):
            made = _corrected(home, wanted)
            entity, thing = PROPOSALS["units"], wanted.unit
        else:
            entity = PROPOSALS["concepts"]
            thing, made = _with_terms(home, wanted)
        _decide(home, Decision.ACCEPT, entity, thing, number, made)
        found = proposal(home, number)
    index(home)
    return found


def _corrected(home: Home, wanted: Correction) -> dict[str, Any]:
    """Corrects a unit as proposed, and returns by which line of the history."""
    languages = wanted.source_language, wanted.target_language
    pair = named_unit(home, wanted.unit, *languages)
    if (pair.source, pair.target) != (wanted.old_source, wanted.old_target):
        raise UsageError(
            say("unit {unit} has been changed since", unit=wanted.unit),
            say("refuse the proposal, and correct the unit as it is now"),
        )
    write_edit(home, wanted.unit, UnitEdit(wanted.source, wanted.target), *languages)
    last = home.history.last("units", wanted.unit)
    assert last is not None
    return {"line": last.line}


def _with_terms(home: Home, wanted: NewTerms) -> tuple[int, dict[str, Any]]:
    """Adds the terms proposed, and returns the number of their concept, and by which line of the history."""
    if wanted.concept:
        write_concept_edit(home, wanted.concept, ConceptEdit(added=wanted.terms))
        concept = wanted.concept
    else:
        concept = write_new(home, Concept("", wanted.terms)).concept.id
    last = home.history.of_concept(concept)[-1]
    return last.number, {"line": last.line, "id": concept}


def refuse(home: Home, number: int, answer: str = "") -> Proposal:
    """Refuses a proposal, for a reason. Raises UsageError where it is not open."""
    with home.transaction():
        wanted = _open(home, number).wanted
        line = home.history.line(number)
        content = {"answer": answer.strip()}
        if isinstance(wanted, NewTerms):
            content["id"] = wanted.concept
        _decide(home, Decision.REFUSE, line.entity, line.number, number, content)
        return proposal(home, number)


def reopen(home: Home, number: int) -> Proposal:
    """Takes a decision back: what was accepted is unmade, and the proposal is open again. Raises UsageError where there
    is no decision, or what was made has been changed since."""
    with home.transaction():
        found = proposal(home, number)
        last = home.history.parts(number)[-1]
        if found.decision is None:
            raise UsageError(say("proposal {number} is open", number=number), say("accept or refuse it"))
        made: dict[str, Any] = {}
        if found.decision is Decision.ACCEPT:
            content = last.after or {}
            if isinstance(found.wanted, Correction):
                _unmake_correction(home, found.wanted, content)
            else:
                made = {"id": content["id"]}
                _unmake_terms(home, found.wanted, content, number)
        _decide(home, Decision.REOPEN, last.entity, last.number, number, made)
        found = proposal(home, number)
    index(home)
    return found


def _unmake_correction(home: Home, wanted: Correction, made: dict[str, Any]) -> None:
    last = home.history.last("units", wanted.unit)
    if last is None or last.line != made["line"]:
        raise UsageError(
            say("unit {unit} has been changed since", unit=wanted.unit), say("correct the unit as it is now")
        )
    write_undo(home, wanted.unit, wanted.source_language, wanted.target_language)


def _unmake_terms(home: Home, wanted: NewTerms, made: dict[str, Any], number: int) -> None:
    concept = made["id"]
    last = home.history.of_concept(concept)[-1]
    if last.line != made["line"]:
        raise UsageError(
            say("'{identity}' has been changed since", identity=concept),
            say("take that back first, see 'tmtool terms history {identity}'", identity=concept),
        )
    if wanted.concept:
        write_concept_undo(home, "edit", concept)
        return
    line = home.history.record("undo add", "concepts", last.number, before=last.after)
    home.concepts.set_aside(concept, line)


def _open(home: Home, number: int) -> Proposal:
    """Returns the proposal of that number. Raises UsageError if there is none, or it is decided."""
    found = proposal(home, number)
    if found.decision is not None:
        raise UsageError(
            say("proposal {number} has been decided by {who}", number=number, who=found.decided_by),
            say("take that back first"),
        )
    return found


def _decide(home: Home, decision: Decision, entity: Entity, thing: int, number: int, content: dict[str, Any]) -> None:
    home.history.record(decision.value, entity, thing, after=content, part_of=number)
