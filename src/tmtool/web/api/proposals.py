"""Takes corrections of units and proposals from who may make them, and decisions on these from who may write."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tmtool.errors import UsageError
from tmtool.model import Status, StoredPair, Term
from tmtool.model.wording import say
from tmtool.present.proposals import proposal as proposal_json
from tmtool.present.shapes.proposals import ProposalJson
from tmtool.store import TERMBASE
from tmtool.store.authorship import acting_as
from tmtool.tasks import proposing
from tmtool.tasks.proposing import Proposal
from tmtool.tasks.term_editing import concept_called
from tmtool.tasks.tokens import Right
from tmtool.tasks.unit_editing import UnitEdit, edit, named_unit, undo
from tmtool.web.api.question import Asked, Kind, Parameter, Question, languages_asked
from tmtool.web.api.shapes import EditedJson, ProposalsJson
from tmtool.web.api.units import MOST
from tmtool.web.desk import Desk
from tmtool.web.people import ForbiddenError

_MOST_OF_REASON = 500
_UNIT = Parameter("unit", "its number, as matches name it", Kind.NUMBER, required=True, least=1, most=MOST)
_PROPOSAL = Parameter("proposal", "its number", Kind.NUMBER, required=True, least=1, most=MOST)
_WHY = Parameter("why", "the reason", default="", most=_MOST_OF_REASON)
_TEXTS = (
    Parameter("source", "what the source is to be; it stays as it is if this is not given"),
    Parameter("target", "what the translation is to be; it stays as it is if this is not given"),
)


def _languages(desk: Desk, asked: Asked) -> tuple[str, str]:
    source, target = asked.text_or_none("source_language"), asked.text_or_none("target_language")
    return source or desk.source_language, target or desk.target_language


def _wanted(asked: Asked, status: Status | None = None) -> UnitEdit:
    return UnitEdit(asked.text_or_none("source"), asked.text_or_none("target"), status)


def require_termbase(desk: Desk, concept: str) -> None:
    """Raises UsageError unless who asks sees the concept of that id, or for a new one the term base."""
    if concept:
        concept_called(desk.home, concept)
    elif desk.home.memories is not None and TERMBASE not in desk.home.memories:
        raise ForbiddenError(say("you do not see the term base"), say("ask who runs this server for a token that does"))


def _unit_seen(desk: Desk, asked: Asked) -> tuple[int, tuple[str, str]]:
    """Returns the number of the unit that is meant, and between which languages. Raises UsageError for one that is not
    there for who asks."""
    unit, languages = asked.number("unit"), _languages(desk, asked)
    named_unit(desk.home, unit, *languages)
    return unit, languages


def _propose(desk: Desk, asked: Asked) -> Mapping[str, object]:
    wanted = _wanted(asked)
    unit, languages = _unit_seen(desk, asked)
    with acting_as(asked.by):
        return proposal_json(proposing.propose_correction(desk.whole, unit, wanted, *languages, why=asked.text("why")))


def _propose_term(desk: Desk, asked: Asked) -> Mapping[str, object]:
    require_termbase(desk, asked.text("concept"))
    pair = zip(_languages(desk, asked), (asked.text("source"), asked.text("target")), strict=True)
    terms = [Term(text.strip(), language) for language, text in pair if text.strip()]
    with acting_as(asked.by):
        return proposal_json(proposing.propose_terms(desk.whole, asked.text("concept"), terms, why=asked.text("why")))


def _list(desk: Desk, asked: Asked) -> Mapping[str, object]:
    found = proposing.decided(desk.home) if asked.flag("decided") else proposing.proposals(desk.home)
    return {"proposals": [proposal_json(one) for one in found]}


def _deciding(do: Callable[..., Proposal], *more: str) -> Callable[[Desk, Asked], Mapping[str, object]]:
    def decide(desk: Desk, asked: Asked) -> Mapping[str, object]:
        proposing.proposal(desk.home, asked.number("proposal"))
        with acting_as(asked.by):
            return proposal_json(do(desk.whole, asked.number("proposal"), *map(asked.text, more)))

    return decide


def _edit(desk: Desk, asked: Asked) -> Mapping[str, object]:
    status = asked.text_or_none("status")
    if status is not None and status not in tuple(Status):
        raise UsageError(say("there is no status {status!r}", status=status), ", ".join(Status))
    wanted = _wanted(asked, Status(status) if status else None)
    unit, languages = _unit_seen(desk, asked)
    with acting_as(asked.by):
        return _edited(edit(desk.whole, unit, wanted, *languages).after, *languages)


def _undo(desk: Desk, asked: Asked) -> Mapping[str, object]:
    unit, languages = _unit_seen(desk, asked)
    with acting_as(asked.by):
        return _edited(undo(desk.whole, unit, *languages).after, *languages)


def _edited(pair: StoredPair, source_language: str, target_language: str) -> EditedJson:
    return {
        "unit": pair.unit,
        "source": pair.source,
        "target": pair.target,
        "status": pair.status.value,
        "source_language": source_language,
        "target_language": target_language,
    }


def _writing(
    path: str,
    summary: str,
    answer: Callable[[Desk, Asked], Mapping[str, object]],
    shape: type,
    *parameters: Parameter,
    right: Right = Right.WRITE,
) -> Question:
    return Question(path, summary, answer, shape, parameters, method="POST", right=right)


QUESTIONS = (
    Question(
        "/api/proposals",
        "List what is proposed and not decided, or what was decided last",
        _list,
        ProposalsJson,
        (Parameter("decided", "whether those that are decided are listed", Kind.FLAG, default=False),),
        right=Right.PROPOSE,
    ),
    _writing(
        "/api/propose",
        "Propose other texts for a unit",
        _propose,
        ProposalJson,
        _UNIT,
        *_TEXTS,
        _WHY,
        *languages_asked(),
        right=Right.PROPOSE,
    ),
    _writing(
        "/api/propose_term",
        "Propose a term with its translation",
        _propose_term,
        ProposalJson,
        Parameter("source", "the term", required=True, most=500),
        Parameter("target", "its translation", required=True, most=500),
        Parameter("concept", "the id of the concept that it belongs to, empty for a new one", default="", most=200),
        _WHY,
        *languages_asked(),
        right=Right.PROPOSE,
    ),
    _writing("/api/accept", "Make what is proposed", _deciding(proposing.accept), ProposalJson, _PROPOSAL),
    _writing(
        "/api/refuse",
        "Refuse what is proposed",
        _deciding(proposing.refuse, "answer"),
        ProposalJson,
        _PROPOSAL,
        Parameter("answer", "the reason", default="", most=_MOST_OF_REASON),
    ),
    _writing(
        "/api/reopen",
        "Take a decision on a proposal back, and what it made",
        _deciding(proposing.reopen),
        ProposalJson,
        _PROPOSAL,
    ),
    _writing(
        "/api/edit",
        "Correct a unit",
        _edit,
        EditedJson,
        _UNIT,
        *_TEXTS,
        Parameter("status", "draft, translated, approved or superseded"),
        *languages_asked(),
    ),
    _writing("/api/undo_edit", "Take the last correction of a unit back", _undo, EditedJson, _UNIT, *languages_asked()),
)
