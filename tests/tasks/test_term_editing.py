"""Tests what a change of the term base by hand leaves in the database and in its history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.filling import store_concepts
from tmtool.errors import UsageError
from tmtool.model import Concept, Term, TermStatus
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.values import Changes, Part
from tmtool.tasks.term_editing import concept_called, edit, merge, retire_concept, retire_term, undo
from tmtool.tasks.term_history import history_of
from tmtool.terminology.concept_changes import Changed, ConceptEdit, TermEdit, differences, edited, joined

SHELTER = Concept(
    "shelter",
    (Term("shelter", "en"), Term("centre d’accueil", "fr"), Term("foyer", "fr", TermStatus.ADMITTED)),
    domain="trafficking",
    contrasts=("prison",),
)
REFUGE = Concept("refuge", (Term("refuge", "en"), Term("refuge", "fr")), note="for animals")
PRISON = Concept("prison", (Term("prison", "en"), Term("prison", "fr")), contrasts=("shelter", "refuge"))


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "t.db", create=True) as opened:
        give(opened, SHELTER, REFUGE, PRISON)
        yield opened


def give(home: Home, *concepts: Concept, name: str = "termbase") -> Changes:
    """Imports a table of these concepts into the memory of that name."""
    return store_concepts(home, concepts, memory=name)


def now(home: Home, identity: str) -> Concept:
    concept = home.concepts.called(identity)
    assert concept is not None
    return concept


def french(concept: Concept) -> list[tuple[str, str, str]]:
    return [(term.text, term.status.value, term.replaced_by) for term in concept.in_language("fr")]


def told(changes: list[Changed]) -> list[str]:
    return [f"{change.before.id}: {line}" for change in changes for line in differences(change)]


def history(home: Home) -> list[tuple[str, str, str]]:
    return [
        (one.action, one.before["id"] if one.before else "", one.after["id"] if one.after else "")
        for one in reversed(home.history.since())
    ]


def test_an_edit_changes_what_it_names_and_tells_it(home: Home) -> None:
    changes = edit(home, "shelter", ConceptEdit(domain="victims", note="not abri"))
    assert told(changes) == ["shelter: domain: trafficking → victims", "shelter: note: (none) → not abri"]
    assert (now(home, "shelter").domain, now(home, "shelter").definition) == ("victims", "")
    assert history(home) == [("edit", "shelter", "shelter")]


def test_an_edit_that_changes_nothing_leaves_no_history(home: Home) -> None:
    assert told(edit(home, "shelter", ConceptEdit(domain="trafficking"))) == []
    assert history(home) == []


def test_a_term_made_preferred_leaves_the_former_one_admitted(home: Home) -> None:
    wanted = ConceptEdit(term="foyer", term_edit=TermEdit(status=TermStatus.PREFERRED, gender="m"))
    edit(home, "shelter", wanted)
    assert french(now(home, "shelter")) == [("foyer", "preferred", ""), ("centre d’accueil", "admitted", "")]


def test_an_added_term_is_found_in_texts_at_once(home: Home) -> None:
    assert home.concepts.for_texts(["les abris"], "fr") == []
    changes = edit(home, "shelter", ConceptEdit(added=(Term("abri", "fr", TermStatus.DEPRECATED),)))
    assert told(changes) == ["shelter: fr “abri” added, deprecated"]
    assert [concept.id for concept in home.concepts.for_texts(["les abris"], "fr")] == ["shelter"]


def test_a_renamed_term_is_told_as_such(home: Home) -> None:
    changes = edit(home, "shelter", ConceptEdit(term="foyer", term_edit=TermEdit(text="foyer d’accueil")))
    assert told(changes) == ["shelter: fr “foyer” → “foyer d’accueil”"]


def test_a_term_of_the_same_text_in_two_languages_needs_its_language(home: Home) -> None:
    with pytest.raises(UsageError, match="several languages"):
        edit(home, "refuge", ConceptEdit(term="refuge", term_edit=TermEdit(gender="m")))
    edit(home, "refuge", ConceptEdit(term="refuge", language="fr", term_edit=TermEdit(gender="m")))
    assert [term.gender for term in now(home, "refuge").terms] == ["", "m"]


def test_a_contrast_is_written_and_taken_out_on_both_sides(home: Home) -> None:
    changes = edit(home, "shelter", ConceptEdit(contrasts=("refuge",)))
    assert told(changes) == ["shelter: contrast with refuge added", "refuge: contrast with shelter added"]
    edit(home, "refuge", ConceptEdit(no_contrasts=("shelter",)))
    assert "refuge" not in now(home, "shelter").contrasts


@pytest.mark.parametrize(
    ("identity", "wanted"),
    [
        ("asylum", ConceptEdit(note="x")),
        ("shelter", ConceptEdit(term="abri", term_edit=TermEdit(gender="m"))),
        ("shelter", ConceptEdit(added=(Term("foyer", "fr"),))),
        ("shelter", ConceptEdit(term="foyer", term_edit=TermEdit(text="centre d’accueil"))),
        ("shelter", ConceptEdit(note="x", contrasts=("asylum",))),
    ],
)
def test_what_is_not_there_or_there_already_changes_nothing(home: Home, identity: str, wanted: ConceptEdit) -> None:
    with pytest.raises(UsageError):
        edit(home, identity, wanted)
    assert now(home, "shelter") == SHELTER
    assert history(home) == []


def test_a_retired_term_is_superseded_and_its_replacement_preferred(home: Home) -> None:
    retire_term(home, "shelter", "centre d’accueil", "foyer")
    assert french(now(home, "shelter")) == [
        ("foyer", "preferred", ""),
        ("centre d’accueil", "superseded", "foyer"),
    ]


def test_a_replacement_is_a_term_in_use_and_leads_to_no_circle(home: Home) -> None:
    with pytest.raises(UsageError, match="no concept accepts"):
        retire_term(home, "shelter", "foyer", "asile")
    retire_term(home, "shelter", "foyer", "centre d’accueil")
    with pytest.raises(UsageError, match="no concept accepts"):
        retire_term(home, "shelter", "centre d’accueil", "foyer")


def test_a_retired_concept_leads_to_the_terms_of_its_successor(home: Home) -> None:
    retire_concept(home, "shelter", "refuge")
    assert french(now(home, "shelter")) == [
        ("centre d’accueil", "superseded", "refuge"),
        ("foyer", "superseded", "refuge"),
    ]


def test_merged_concepts_are_one_with_all_terms_notes_and_contrasts(home: Home) -> None:
    changes = merge(home, "shelter", ("refuge",))
    whole = now(home, "shelter")
    assert french(whole) == [
        ("centre d’accueil", "preferred", ""),
        ("foyer", "admitted", ""),
        ("refuge", "admitted", ""),
    ]
    assert whole.note == "for animals"
    assert home.concepts.called("refuge") is None
    assert now(home, "prison").contrasts == ("shelter",)
    assert "refuge: removed" in told(changes)
    assert history(home) == [
        ("merge", "shelter", "shelter"),
        ("merge", "refuge", ""),
        ("merge", "prison", "prison"),
    ]


def test_a_change_is_taken_back_with_all_that_it_changed_in_others(home: Home) -> None:
    before = home.concepts.all()
    edit(home, "shelter", ConceptEdit(contrasts=("refuge",), note="x"))
    assert told(undo(home, "edit", "shelter")) == [
        "refuge: contrast with shelter removed", "shelter: note: x → (none)", "shelter: contrast with refuge removed",
    ]  # fmt: skip
    retire_term(home, "shelter", "foyer", "")
    undo(home, "retire", "shelter")
    merge(home, "shelter", ("refuge", "prison"))
    undo(home, "merge", "shelter")
    assert home.concepts.all() == before
    assert give(home, SHELTER, REFUGE, PRISON).unchanged == 3
    assert [one.action for one in history_of(home, "refuge")][-2:] == ["merge", "undo merge"]


def test_only_the_last_change_is_taken_back_and_by_the_command_that_made_it(home: Home) -> None:
    with pytest.raises(UsageError, match="none that this command has made"):
        undo(home, "edit", "shelter")
    edit(home, "shelter", ConceptEdit(contrasts=("refuge",)))
    edit(home, "refuge", ConceptEdit(note="x"))
    with pytest.raises(UsageError, match="'refuge' has been changed since"):
        undo(home, "edit", "shelter")
    with pytest.raises(UsageError, match="none that this command has made"):
        undo(home, "merge", "refuge")
    undo(home, "edit", "refuge")
    with pytest.raises(UsageError, match="none that this command has made"):
        undo(home, "edit", "refuge")
    with pytest.raises(UsageError, match="no concept"):
        undo(home, "edit", "nothing")


def test_changes_are_taken_back_one_after_the_other_as_if_they_had_never_been(home: Home) -> None:
    before = home.concepts.all()
    edit(home, "shelter", ConceptEdit(note="x"))
    merge(home, "shelter", ("prison",))
    retire_term(home, "shelter", "foyer", "")
    edit(home, "shelter", ConceptEdit(domain="second"))
    undo(home, "edit", "shelter")
    with pytest.raises(UsageError, match="none that this command has made"):
        undo(home, "merge", "shelter")
    undo(home, "retire", "shelter")
    undo(home, "merge", "shelter")
    undo(home, "edit", "shelter")
    assert home.concepts.all() == before
    assert give(home, SHELTER, REFUGE, PRISON).unchanged == 3
    with pytest.raises(UsageError, match="none that this command has made"):
        undo(home, "edit", "shelter")


def test_merged_concepts_are_not_parted_when_another_one_has_the_id_by_now(home: Home) -> None:
    merge(home, "shelter", ("prison",))
    with home.transaction():
        home.concepts.add(PRISON)
    with pytest.raises(UsageError, match="there is another concept 'prison' by now"):
        undo(home, "merge", "shelter")
    assert [one.id for one in home.concepts.all()].count("prison") == 1


def test_concepts_in_contrast_lose_it_when_they_are_merged(home: Home) -> None:
    merge(home, "shelter", ("prison",))
    assert now(home, "shelter").contrasts == ("refuge",)


def test_a_concept_cannot_be_merged_with_itself(home: Home) -> None:
    with pytest.raises(UsageError):
        merge(home, "shelter", ("refuge", "shelter"))
    assert now(home, "refuge") == REFUGE


def test_a_new_import_leaves_alone_what_was_changed_by_hand(home: Home) -> None:
    edit(home, "shelter", ConceptEdit(note="by hand"))
    changes = give(home, SHELTER, PRISON)
    assert now(home, "shelter").note == "by hand"
    assert (changes.kept, changes.removed) == (["shelter"], 1)


def test_what_describes_a_term_is_changed_and_told(home: Home) -> None:
    of_term = TermEdit(
        type="shortForm", source="A/RES/55/25", bodies=("CTOC", "A/HRC"), not_with=("ouvrir → créer",), number="sg"
    )
    changes = edit(home, "shelter", ConceptEdit(term="foyer", term_edit=of_term))
    foyer = now(home, "shelter").in_language("fr")[1]
    assert (foyer.type, foyer.source, foyer.bodies, foyer.not_with) == (
        "shortForm", "A/RES/55/25", ("CTOC", "A/HRC"), ("ouvrir → créer",),
    )  # fmt: skip
    assert "shelter: fr “foyer” bodies: (none) → CTOC; A/HRC" in told(changes)


def test_a_term_that_is_given_a_successor_is_superseded_and_follows_its_new_spelling(home: Home) -> None:
    edit(home, "shelter", ConceptEdit(term="foyer", term_edit=TermEdit(replaced_by="centre d’accueil")))
    assert french(now(home, "shelter"))[1] == ("foyer", "superseded", "centre d’accueil")
    edit(home, "shelter", ConceptEdit(term="centre d’accueil", term_edit=TermEdit(text="lieu d’accueil")))
    assert french(now(home, "shelter"))[1] == ("foyer", "superseded", "lieu d’accueil")


def test_a_change_dates_the_concept(home: Home) -> None:
    edit(home, "shelter", ConceptEdit(note="for victims"))
    assert now(home, "shelter").date.startswith("20")
    assert now(home, "refuge").date == ""


def test_what_tbx_says_of_a_term_follows_the_term_when_others_go_or_come() -> None:
    concept = Concept(
        "a",
        (Term("a", "en"), Term("b", "fr"), Term("c", "fr", TermStatus.ADMITTED)),
        properties={
            "fr.1/descrip/context": "B",
            "fr.2/descrip/context": "C",
            "markup:fr.2/note": "x",
            "fr/note": "n",
            "client": "y",
        },
    )
    other = Concept("d", (Term("d", "en"), Term("e", "fr")), properties={"fr.1/descrip/context": "E"})

    assert edited(concept, ConceptEdit(removed=("b",))).properties == {
        "fr.1/descrip/context": "C", "markup:fr.1/note": "x", "fr/note": "n", "client": "y",
    }  # fmt: skip
    assert joined(concept, other).properties == {**concept.properties, "fr.3/descrip/context": "E"}


def test_a_concept_of_ones_own_table_takes_the_place_of_the_packaged_one(home: Home) -> None:
    own = Concept("shelter", (Term("shelter", "en"), Term("abri", "fr")))
    give(home, own, name="mine")
    assert now(home, "shelter") == own
    assert [concept.terms for concept in home.concepts.for_texts(["the shelter"], "en")] == [own.terms]
    edit(home, "shelter", ConceptEdit(note="mine"))
    assert now(home, "shelter").note == "mine"


def test_the_terms_of_a_packaged_concept_that_is_not_in_force_replace_none(home: Home) -> None:
    give(home, Concept("shelter", (Term("shelter", "en"), Term("abri", "fr"))), name="mine")
    retire_term(home, "prison", "prison", "abri", language="fr")
    with pytest.raises(UsageError, match="no concept accepts"):
        retire_term(home, "prison", "prison", "foyer", language="fr")


def test_a_packaged_concept_stays_out_of_force_when_the_one_in_its_place_is_merged(home: Home) -> None:
    own = [Concept(one.id, one.terms) for one in (REFUGE, PRISON)]
    give(home, *own, name="mine")
    changes = merge(home, "shelter", ("refuge",))
    assert home.concepts.called("refuge") is None
    assert [change.before.id for change in changes] == ["shelter", "refuge"]
    assert home.concepts.for_texts(["a prison"], "en") == [own[1]]


def test_a_term_in_two_varieties_of_a_language_is_of_one_concept(home: Home) -> None:
    give(home, Concept("park", (Term("park", "en"), Term("parc", "fr"), Term("parc", "fr-CA"))))
    assert [concept.id for concept in home.concepts.with_term("parc", "fr")] == ["park"]


def test_what_was_changed_by_hand_is_not_hidden_by_a_table(home: Home) -> None:
    edit(home, "shelter", ConceptEdit(note="by hand"))
    give(home, Concept("shelter", (Term("shelter", "en"), Term("abri", "fr"))), name="mine")
    assert now(home, "shelter").note == "by hand"
    assert len(home.concepts.for_texts(["the shelter"], "en")) == 2


def test_a_term_that_both_have_keeps_what_either_says_of_it(home: Home) -> None:
    edit(
        home,
        "refuge",
        ConceptEdit(added=(Term("foyer", "fr", TermStatus.ADMITTED, "noun", "m", source="S"),)),
    )
    edit(home, "refuge", ConceptEdit(term="foyer", term_edit=TermEdit(not_with=("ouvrir",), bodies=("A",))))
    merge(home, "shelter", ("refuge",))
    foyer = next(term for term in now(home, "shelter").terms if term.text == "foyer")
    assert (foyer.gender, foyer.source, foyer.not_with, foyer.bodies) == ("m", "S", ("ouvrir",), ("A",))


def test_retiring_a_term_again_keeps_its_successor(home: Home) -> None:
    retire_term(home, "shelter", "foyer", "centre d’accueil")
    retire_term(home, "shelter", "foyer", "")
    assert french(now(home, "shelter"))[1] == ("foyer", "superseded", "centre d’accueil")


def test_the_history_of_a_concept_tells_each_change_in_order(home: Home) -> None:
    edit(home, "shelter", ConceptEdit(note="for victims"))
    edit(home, "refuge", ConceptEdit(note="other"))
    merge(home, "shelter", ("refuge",))
    told_of = [(past.action, next(differences(past.change))) for past in history_of(home, "shelter")]
    assert told_of == [("edit", "note: (none) → for victims"), ("merge", "note: for victims → for victims; other")]
    assert [past.action for past in history_of(home, "refuge")] == ["edit", "merge"]
    assert [past.action for past in history_of(home, "prison")] == ["merge"]
    with pytest.raises(UsageError):
        history_of(home, "nothing")


def test_taking_a_change_of_a_concept_of_two_files_back_leaves_to_each_file_what_it_gave(home: Home) -> None:
    both = (Term("seat", "en"), Term("présidente", "fr"), Term("presidenta", "es"))
    store_concepts(home, [Concept("seat", both[:2])], memory="m", path="a.csv")
    store_concepts(home, [Concept("seat", (both[0], both[2]))], memory="m", path="b.csv")
    edit(home, "seat", ConceptEdit(added=(Term("president", "en", TermStatus.ADMITTED),)))
    assert len(concept_called(home, "seat").terms) == 4
    undo(home, "edit", "seat")
    assert concept_called(home, "seat") == Concept("seat", both)
    with home.transaction():
        home.sources.set_aside(Part("m", "b.csv"), lambda _: home.history.record("forget", "memories", 0))
    assert concept_called(home, "seat") == Concept("seat", both[:2])
