"""Shows what people propose, for others to accept or refuse: what would change, who wants it and why, and what became
of it; and the forms by which units are corrected and terms proposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

from starlette.datastructures import FormData

from tmtool.errors import UsageError
from tmtool.languages.codes import name_of
from tmtool.model import StoredPair, Term
from tmtool.model.wording import say, say_number
from tmtool.store.authorship import acting_as
from tmtool.tasks import proposing
from tmtool.tasks.proposing import Correction, Decision, NewTerms, Proposal
from tmtool.tasks.tokens import Right
from tmtool.tasks.unit_editing import UnitEdit, edit, named_unit
from tmtool.text.diff import diff
from tmtool.web.api.proposals import require_termbase
from tmtool.web.api.question import MOST_CHARACTERS
from tmtool.web.api.units import MOST, NotThereError
from tmtool.web.desk import Desk
from tmtool.web.page.frame import filled
from tmtool.web.page.html import difference, text
from tmtool.web.page.looking import unit_address
from tmtool.web.page.wanted import Wanted
from tmtool.web.people import Guest

PLACE = "/proposals"
_DECIDED = {
    Decision.ACCEPT: say("accepted"),
    Decision.REFUSE: say("refused"),
}
_DO: dict[str, Callable[..., Proposal]] = {
    Decision.ACCEPT: proposing.accept,
    Decision.REFUSE: proposing.refuse,
    Decision.REOPEN: proposing.reopen,
}


def body(desk: Desk, reader: Guest, wanted: Wanted) -> str:
    """Returns the open proposals, the form for a term, and what was decided."""
    waiting, done = proposing.proposals(desk.home), proposing.decided(desk.home)
    number = say_number("{n} proposal", "{n} proposals", len(waiting)) if waiting else say("no proposal is open")
    title, past = reader.read(say("Proposals")), reader.read(say("Decided"))
    return (
        f'<section class="proposals" aria-labelledby="proposals-title" data-said="{escape(reader.read(number))}">'
        f'<h1 id="proposals-title">{escape(title)} <small>{escape(reader.read(number))}</small></h1>'
        f"<ol>{''.join(item(reader, one) for one in waiting)}</ol></section>{_term_form(desk, reader, wanted)}"
        + (
            f'<section class="proposals" aria-labelledby="decided-title"><h2 id="decided-title">{escape(past)}</h2>'
            f"<ol>{''.join(item(reader, one) for one in done)}</ol></section>"
            if done
            else ""
        )
    )


def item(reader: Guest, proposal: Proposal) -> str:
    """Returns a proposal, with what may be done about it."""
    said: list[str] = [reader.read(say("proposed by {who}, {day}", who=proposal.by, day=proposal.at[:10]))]
    if proposal.decision:
        what = _DECIDED[proposal.decision]
        said.append(
            reader.read(say("{what} by {who}, {day}", what=what, who=proposal.decided_by, day=proposal.decided_at[:10]))
        )
    reasons = "".join(
        f'<p class="remark" dir="auto">{escape(reason)}</p>' for reason in (proposal.why, proposal.answer) if reason
    )
    wanted = proposal.wanted
    name, shown = _correction(reader, wanted) if isinstance(wanted, Correction) else _terms(reader, wanted)
    return (
        f'<li class="proposal" id="p{proposal.number}" tabindex="-1" data-proposal="{proposal.number}">'
        f'<p class="head"><b>{name}</b> <span class="origin">{escape(" · ".join(said))}</span></p>'
        f"{shown}{reasons}{_buttons(reader, proposal)}</li>"
    )


def _correction(reader: Guest, wanted: Correction) -> tuple[str, str]:
    """Returns what is to be corrected, and how its texts would change."""
    address = unit_address(reader, wanted.unit, wanted.source_language, wanted.target_language)
    name = reader.read(say("unit {unit}", unit=wanted.unit))
    what = f'<a href="{escape(address)}">{escape(name)}</a>'
    texts = (
        (wanted.source_language, wanted.old_source, wanted.source, "source"),
        (wanted.target_language, wanted.old_target, wanted.target, "target"),
    )
    shown = (
        text(new, language, kind)
        + (text("", language, "stored", inside=difference(diff(old, new))) if old != new else "")
        for language, old, new, kind in texts
    )
    return what, "".join(shown)


def _terms(reader: Guest, wanted: NewTerms) -> tuple[str, str]:
    what = say("term for “{concept}”", concept=wanted.concept) if wanted.concept else say("new term")
    items = "".join(
        f"<li><small>{escape(reader.read_fixed(name_of(one.language)))}</small> "
        f"{text(one.text, one.language, 'target', 'bdi')}</li>"
        for one in wanted.terms
    )
    return escape(reader.read(what)), f'<ul class="terms-wanted">{items}</ul>'


def _buttons(reader: Guest, proposal: Proposal) -> str:
    """Returns a form for each thing that the guest may do; one who proposed something may take it back."""
    may = reader.may(Right.WRITE)
    own = reader.may(Right.PROPOSE) and bool(proposal.by) and proposal.by == reader.person.name
    buttons = []
    if proposal.decision is None and may:
        buttons.append(_button(reader, proposal, Decision.ACCEPT, say("Accept")))
    if proposal.decision is None and (may or own):
        reason = escape(reader.read(say("Reason")))
        field = f'<label>{reason} <input name="answer" maxlength="500" dir="auto"></label> ' if may else ""
        words = say("Refuse") if may else say("Take back")
        buttons.append(_button(reader, proposal, Decision.REFUSE, words, field))
    if proposal.decision is not None and may:
        buttons.append(_button(reader, proposal, Decision.REOPEN, say("Undo")))
    return f'<div class="buttons">{"".join(buttons)}</div>' if buttons else ""


def _button(reader: Guest, proposal: Proposal, decision: Decision, words: str, field: str = "") -> str:
    said = reader.read(words)
    name = reader.read(say("{what} proposal {number}", what=said, number=proposal.number))
    return (
        f'<form action="{reader.at(f"{PLACE}/{proposal.number}/{decision.value}")}" method="post">{field}'
        f'<button class="{decision.value}" aria-label="{escape(name)}">{escape(said)}</button></form>'
    )


def _term_form(desk: Desk, reader: Guest, wanted: Wanted) -> str:
    """Returns the form for a term, with what was looked up in it."""
    if not reader.may(Right.PROPOSE):
        return ""
    languages = (wanted.source_language, wanted.target_language)
    names = [reader.read_fixed(name_of(one)) for one in languages]
    return filled(
        "terms.html",
        reader,
        source=escape(wanted.text),
        source_language=escape(languages[0]),
        target_language=escape(languages[1]),
        source_name=escape(names[0]),
        target_name=escape(names[1]),
        opened="open" if wanted.text else "",
    )


def correction_form(reader: Guest, pair: StoredPair, wanted: Wanted) -> str:
    """Returns the form by which a unit is corrected, or its correction proposed; nothing for who may only read."""
    if not reader.may(Right.PROPOSE):
        return ""
    write = reader.read(say("Correct"))
    return filled(
        "correcting.html",
        reader,
        unit=str(pair.unit),
        source=escape(pair.source),
        target=escape(pair.target),
        source_language=escape(wanted.source_language),
        target_language=escape(wanted.target_language),
        write=f'<button name="do" value="write">{escape(write)}</button>' if reader.may(Right.WRITE) else "",
    )


def correct(desk: Desk, reader: Guest, number: int, wanted: Wanted, given: FormData) -> None:
    """Corrects a unit as the form says, or proposes to. Raises UsageError."""
    writes = given.get("do") == "write"
    reader.person.require(Right.WRITE if writes else Right.PROPOSE)
    named_unit(desk.home, number, wanted.source_language, wanted.target_language)
    texts = UnitEdit(_given(given, "source"), _given(given, "target"))
    languages = wanted.source_language, wanted.target_language
    with acting_as(reader.person.name):
        if writes:
            edit(desk.whole, number, texts, *languages)
        else:
            proposing.propose_correction(desk.whole, number, texts, *languages, why=_given(given, "why"))


def propose_terms(desk: Desk, reader: Guest, given: FormData) -> None:
    """Proposes the terms of the form. Raises UsageError."""
    reader.person.require(Right.PROPOSE)
    pair = (_given(given, "source_language"), _given(given, "target_language"))
    known = desk.languages()
    terms = [
        Term(_given(given, side), language)
        for side, language in zip(("source", "target"), pair, strict=True)
        if language in known and _given(given, side)
    ]
    concept = _given(given, "concept")
    require_termbase(desk, concept)
    if len(terms) < 2:
        raise UsageError(say("a term needs its translation"), say("write both"))
    with acting_as(reader.person.name):
        proposing.propose_terms(desk.whole, concept, terms, why=_given(given, "why"))


def decide(desk: Desk, reader: Guest, number: int, decision: str, given: FormData) -> Proposal:
    """Accepts, refuses or reopens a proposal. Raises UsageError."""
    if decision not in _DO or number > MOST:
        raise NotThereError(say("there is no proposal {number}", number=number), say("look at those there are"))
    found = proposing.proposal(desk.home, number)
    takes_back = decision == Decision.REFUSE and bool(found.by) and found.by == reader.person.name
    reader.person.require(Right.PROPOSE if takes_back else Right.WRITE)
    do = _DO[decision]
    if decision == Decision.REFUSE:
        do = partial(do, answer=_given(given, "answer"))
    with acting_as(reader.person.name):
        return do(desk.whole, number)


def of_unit(desk: Desk, reader: Guest, number: int) -> str:
    """Returns the open proposals for a unit."""
    found: Sequence[Proposal] = [
        one
        for one in proposing.proposals(desk.home)
        if isinstance(one.wanted, Correction) and one.wanted.unit == number
    ]
    items = "".join(item(reader, one) for one in found)
    return f'<section class="proposals"><ol>{items}</ol></section>' if found else ""


def _given(given: FormData, name: str) -> str:
    """Returns what a form says in a field, as it is to be stored."""
    value = given.get(name)
    written = value.replace("\r\n", "\n").replace("\0", "").strip() if isinstance(value, str) else ""
    if len(written) > MOST_CHARACTERS:
        raise UsageError(say("“{name}” has more than {most} characters", name=name, most=MOST_CHARACTERS))
    return written
