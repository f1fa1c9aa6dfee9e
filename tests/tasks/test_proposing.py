"""What is proposed changes nothing until somebody accepts it, and that can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tmtool.errors import UsageError
from tmtool.model import Concept, Term, TermStatus, Unit, Variant
from tmtool.store import open_home
from tmtool.store.authorship import acting_as
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.tasks import terms
from tmtool.tasks.proposing import (
    Decision,
    Proposal,
    accept,
    decided,
    proposals,
    propose_correction,
    propose_terms,
    refuse,
    reopen,
)
from tmtool.tasks.unit_editing import UnitEdit, edit, undo

PAIR = ("en", "fr")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(str(tmp_path / "t.db"), create=True) as home:
        with home.transaction():
            writer = home.sources.replace_units("m", "a.tsv", "table", "0")
            writer.add(Unit((Variant("en", "Opening"), Variant("fr", "Ouverture"))))
            writer.finish()
        terms.add(home, Concept("box", (Term("box", "en"), Term("boîte", "fr"))))
        yield home


def unit(home: Home) -> int:
    ((number, _),) = home.units.with_words([["opening"]], "en")
    return number


def target(home: Home) -> str:
    pair = home.units.pair(unit(home), *PAIR)
    assert pair is not None
    return pair.target


def corrected(home: Home, text: str = "Ouverture de la réunion") -> Proposal:
    with acting_as("Anne"):
        return propose_correction(home, unit(home), UnitEdit(target=text), *PAIR, why="completer")


def test_a_proposal_changes_nothing_and_says_who_and_why(home: Home) -> None:
    proposed = corrected(home)
    assert target(home) == "Ouverture"
    assert (proposed.by, proposed.why, proposed.decision) == ("Anne", "completer", None)
    assert proposals(home) == [proposed] and decided(home) == []


def test_what_is_accepted_is_made_and_both_are_in_the_history(home: Home) -> None:
    proposed = corrected(home)
    with acting_as("Benoît"):
        done = accept(home, proposed.number)
    assert target(home) == "Ouverture de la réunion"
    assert (done.decision, done.decided_by) == (Decision.ACCEPT, "Benoît")
    assert proposals(home) == [] and decided(home) == [done]
    said = [(one.action, one.author) for one in home.history.since(limit=3)]
    assert said == [("accept", "Benoît"), ("edit", "Benoît"), ("propose", "Anne")]


def test_what_is_refused_is_not_made(home: Home) -> None:
    done = refuse(home, corrected(home).number, "not in this series")
    assert target(home) == "Ouverture"
    assert (done.decision, done.answer) == (Decision.REFUSE, "not in this series")


def test_a_decision_is_made_once_and_taken_back(home: Home) -> None:
    number = corrected(home).number
    accept(home, number)
    for decide in (accept, refuse):
        with pytest.raises(UsageError, match="decided"):
            decide(home, number)
    reopen(home, number)
    assert target(home) == "Ouverture" and len(proposals(home)) == 1
    with pytest.raises(UsageError, match="open"):
        reopen(home, number)
    refuse(home, number)
    reopen(home, number)
    accept(home, number)
    assert target(home) == "Ouverture de la réunion"


def test_a_unit_that_was_changed_since_is_not_overwritten(home: Home) -> None:
    number = corrected(home).number
    edit(home, unit(home), UnitEdit(target="Début"), *PAIR)
    with pytest.raises(UsageError, match="changed since"):
        accept(home, number)
    assert target(home) == "Début" and len(proposals(home)) == 1


def test_what_was_changed_after_it_was_accepted_is_not_taken_back(home: Home) -> None:
    number = corrected(home).number
    accept(home, number)
    edit(home, unit(home), UnitEdit(target="Début"), *PAIR)
    with pytest.raises(UsageError, match="changed since"):
        reopen(home, number)
    assert target(home) == "Début"


def test_a_correction_is_taken_back_whatever_is_proposed_after_it(home: Home) -> None:
    edit(home, unit(home), UnitEdit(target="Début"), *PAIR)
    corrected(home)
    undo(home, unit(home), *PAIR)
    assert target(home) == "Ouverture"


def test_nothing_is_proposed_that_changes_nothing(home: Home) -> None:
    with pytest.raises(UsageError, match="says already"):
        corrected(home, "Ouverture")
    with pytest.raises(UsageError, match="not empty"):
        corrected(home, " ")
    with pytest.raises(UsageError, match="there is no unit"):
        propose_correction(home, 99, UnitEdit(target="x"), *PAIR)
    with pytest.raises(UsageError, match="no proposal"):
        accept(home, 10**6)


def test_a_new_term_is_a_concept_once_it_is_accepted(home: Home) -> None:
    proposed = propose_terms(home, "", [Term("blue box", "en"), Term("boîte bleue", "fr")])
    assert home.concepts.called("blue-box") is None
    accept(home, proposed.number)
    made = home.concepts.called("blue-box")
    assert made is not None and [term.text for term in made.terms] == ["blue box", "boîte bleue"]
    reopen(home, proposed.number)
    assert home.concepts.called("blue-box") is None


def test_a_term_is_proposed_for_a_concept_that_is_there(home: Home) -> None:
    proposed = propose_terms(home, "box", [Term("caisse", "fr", TermStatus.ADMITTED)])
    accept(home, proposed.number)
    assert [term.text for term in home.concepts.all()[0].terms] == ["box", "boîte", "caisse"]
    reopen(home, proposed.number)
    assert [term.text for term in home.concepts.all()[0].terms] == ["box", "boîte"]
    with pytest.raises(UsageError, match="already"):
        propose_terms(home, "box", [Term("boîte", "fr")])


def test_what_is_proposed_for_a_purged_unit_goes_with_it(home: Home) -> None:
    corrected(home)
    home.purge(Part(memory="m"))
    assert proposals(home) == decided(home) == []
