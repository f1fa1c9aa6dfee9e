"""What a change of the term base by hand leaves in the database and in its history."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tmtool.errors import UsageError
from tmtool.model import Concept, Term, TermStatus
from tmtool.store.sqlite.database import open_database, transaction
from tmtool.store.sqlite.sources import memory_id, record_source
from tmtool.store.sqlite.termbase import ConceptWriter, concept_by_id, concepts_for, concepts_with_term
from tmtool.tasks.term_editing import edit, merge, retire_concept, retire_term
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
def path(tmp_path: Path) -> Path:
    return tmp_path / "t.db"


@pytest.fixture
def database(path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_database(path, create=True)
    give(connection, SHELTER, REFUGE, PRISON)
    yield connection
    connection.close()


def give(connection: sqlite3.Connection, *concepts: Concept, name: str = "termbase") -> ConceptWriter:
    """Imports a table of these concepts into the memory of that name."""
    with transaction(connection):
        memory = memory_id(connection, name)
        writer = ConceptWriter(connection, memory, record_source(connection, memory, "terms", "t.tsv", "table", "0"))
        for concept in concepts:
            writer.add(concept)
        writer.finish()
    return writer


def now(connection: sqlite3.Connection, identity: str) -> Concept:
    concept = concept_by_id(connection, identity)
    assert concept is not None
    return concept


def french(concept: Concept) -> list[tuple[str, str, str]]:
    return [(term.text, term.status.value, term.replaced_by) for term in concept.in_language("fr")]


def told(changes: list[Changed]) -> list[str]:
    return [f"{change.before.id}: {line}" for change in changes for line in differences(change)]


def history(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    return [
        (action, json.loads(before)["id"] if before else "", json.loads(after)["id"] if after else "")
        for action, before, after in connection.execute("SELECT action, before, after FROM history ORDER BY id")
    ]


def test_an_edit_changes_what_it_names_and_tells_it(database: sqlite3.Connection, path: Path) -> None:
    changes = edit(database, path, "shelter", ConceptEdit(domain="victims", note="not abri"))
    assert told(changes) == ["shelter: domain: trafficking → victims", "shelter: note: (none) → not abri"]
    assert (now(database, "shelter").domain, now(database, "shelter").definition) == ("victims", "")
    assert history(database) == [("edit", "shelter", "shelter")]


def test_an_edit_that_changes_nothing_leaves_no_history(database: sqlite3.Connection, path: Path) -> None:
    assert told(edit(database, path, "shelter", ConceptEdit(domain="trafficking"))) == []
    assert history(database) == []


def test_a_term_made_preferred_leaves_the_former_one_admitted(database: sqlite3.Connection, path: Path) -> None:
    wanted = ConceptEdit(term="foyer", term_edit=TermEdit(status=TermStatus.PREFERRED, gender="m"))
    edit(database, path, "shelter", wanted)
    assert french(now(database, "shelter")) == [("foyer", "preferred", ""), ("centre d’accueil", "admitted", "")]


def test_an_added_term_is_found_in_texts_at_once(database: sqlite3.Connection, path: Path) -> None:
    assert concepts_for(database, ["les abris"], "fr") == []
    changes = edit(database, path, "shelter", ConceptEdit(added=(Term("abri", "fr", TermStatus.DEPRECATED),)))
    assert told(changes) == ["shelter: fr “abri” added, deprecated"]
    assert [concept.id for concept in concepts_for(database, ["les abris"], "fr")] == ["shelter"]


def test_a_renamed_term_is_told_as_such(database: sqlite3.Connection, path: Path) -> None:
    changes = edit(database, path, "shelter", ConceptEdit(term="foyer", term_edit=TermEdit(text="foyer d’accueil")))
    assert told(changes) == ["shelter: fr “foyer” → “foyer d’accueil”"]


def test_a_term_of_the_same_text_in_two_languages_needs_its_language(database: sqlite3.Connection, path: Path) -> None:
    with pytest.raises(UsageError, match="several languages"):
        edit(database, path, "refuge", ConceptEdit(term="refuge", term_edit=TermEdit(gender="m")))
    edit(database, path, "refuge", ConceptEdit(term="refuge", language="fr", term_edit=TermEdit(gender="m")))
    assert [term.gender for term in now(database, "refuge").terms] == ["", "m"]


def test_a_contrast_is_written_and_taken_out_on_both_sides(database: sqlite3.Connection, path: Path) -> None:
    changes = edit(database, path, "shelter", ConceptEdit(contrasts=("refuge",)))
    assert told(changes) == ["shelter: contrast with refuge added", "refuge: contrast with shelter added"]
    edit(database, path, "refuge", ConceptEdit(no_contrasts=("shelter",)))
    assert "refuge" not in now(database, "shelter").contrasts


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
def test_what_is_not_there_or_there_already_changes_nothing(
    database: sqlite3.Connection, path: Path, identity: str, wanted: ConceptEdit
) -> None:
    with pytest.raises(UsageError):
        edit(database, path, identity, wanted)
    assert now(database, "shelter") == SHELTER
    assert history(database) == []


def test_a_retired_term_is_superseded_and_its_replacement_preferred(database: sqlite3.Connection, path: Path) -> None:
    retire_term(database, path, "shelter", "centre d’accueil", "foyer")
    assert french(now(database, "shelter")) == [
        ("foyer", "preferred", ""),
        ("centre d’accueil", "superseded", "foyer"),
    ]


def test_a_replacement_is_a_term_in_use_and_leads_to_no_circle(database: sqlite3.Connection, path: Path) -> None:
    with pytest.raises(UsageError, match="no concept accepts"):
        retire_term(database, path, "shelter", "foyer", "asile")
    retire_term(database, path, "shelter", "foyer", "centre d’accueil")
    with pytest.raises(UsageError, match="no concept accepts"):
        retire_term(database, path, "shelter", "centre d’accueil", "foyer")


def test_a_retired_concept_leads_to_the_terms_of_its_successor(database: sqlite3.Connection, path: Path) -> None:
    retire_concept(database, path, "shelter", "refuge")
    assert french(now(database, "shelter")) == [
        ("centre d’accueil", "superseded", "refuge"),
        ("foyer", "superseded", "refuge"),
    ]


def test_merged_concepts_are_one_with_all_terms_notes_and_contrasts(database: sqlite3.Connection, path: Path) -> None:
    changes = merge(database, path, "shelter", ("refuge",))
    whole = now(database, "shelter")
    assert french(whole) == [
        ("centre d’accueil", "preferred", ""),
        ("foyer", "admitted", ""),
        ("refuge", "admitted", ""),
    ]
    assert whole.note == "for animals"
    assert concept_by_id(database, "refuge") is None
    assert now(database, "prison").contrasts == ("shelter",)
    assert "refuge: removed" in told(changes)
    assert history(database) == [
        ("merge", "shelter", "shelter"),
        ("merge", "refuge", ""),
        ("merge", "prison", "prison"),
    ]


def test_concepts_in_contrast_lose_it_when_they_are_merged(database: sqlite3.Connection, path: Path) -> None:
    merge(database, path, "shelter", ("prison",))
    assert now(database, "shelter").contrasts == ("refuge",)


def test_a_concept_cannot_be_merged_with_itself(database: sqlite3.Connection, path: Path) -> None:
    with pytest.raises(UsageError):
        merge(database, path, "shelter", ("refuge", "shelter"))
    assert now(database, "refuge") == REFUGE


def test_a_new_import_leaves_alone_what_was_changed_by_hand(database: sqlite3.Connection, path: Path) -> None:
    edit(database, path, "shelter", ConceptEdit(note="by hand"))
    changes = give(database, SHELTER, PRISON).changes
    assert now(database, "shelter").note == "by hand"
    assert (changes.kept, changes.removed) == (["shelter"], 1)


def test_what_describes_a_term_is_changed_and_told(database: sqlite3.Connection, path: Path) -> None:
    of_term = TermEdit(
        type="shortForm", source="A/RES/55/25", bodies=("CTOC", "A/HRC"), not_with=("ouvrir → créer",), number="sg"
    )
    changes = edit(database, path, "shelter", ConceptEdit(term="foyer", term_edit=of_term))
    foyer = now(database, "shelter").in_language("fr")[1]
    assert (foyer.type, foyer.source, foyer.bodies, foyer.not_with) == (
        "shortForm", "A/RES/55/25", ("CTOC", "A/HRC"), ("ouvrir → créer",),
    )  # fmt: skip
    assert "shelter: fr “foyer” bodies: (none) → CTOC; A/HRC" in told(changes)


def test_a_term_that_is_given_a_successor_is_superseded_and_follows_its_new_spelling(
    database: sqlite3.Connection, path: Path
) -> None:
    edit(database, path, "shelter", ConceptEdit(term="foyer", term_edit=TermEdit(replaced_by="centre d’accueil")))
    assert french(now(database, "shelter"))[1] == ("foyer", "superseded", "centre d’accueil")
    edit(database, path, "shelter", ConceptEdit(term="centre d’accueil", term_edit=TermEdit(text="lieu d’accueil")))
    assert french(now(database, "shelter"))[1] == ("foyer", "superseded", "lieu d’accueil")


def test_a_change_dates_the_concept(database: sqlite3.Connection, path: Path) -> None:
    edit(database, path, "shelter", ConceptEdit(note="for victims"))
    assert now(database, "shelter").date.startswith("20")
    assert now(database, "refuge").date == ""


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


def test_a_concept_of_ones_own_table_takes_the_place_of_the_packaged_one(
    database: sqlite3.Connection, path: Path
) -> None:
    own = Concept("shelter", (Term("shelter", "en"), Term("abri", "fr")))
    give(database, own, name="mine")
    assert now(database, "shelter") == own
    assert [concept.terms for concept in concepts_for(database, ["the shelter"], "en")] == [own.terms]
    edit(database, path, "shelter", ConceptEdit(note="mine"))
    assert now(database, "shelter").note == "mine"


def test_the_terms_of_a_packaged_concept_that_is_not_in_force_replace_none(
    database: sqlite3.Connection, path: Path
) -> None:
    give(database, Concept("shelter", (Term("shelter", "en"), Term("abri", "fr"))), name="mine")
    retire_term(database, path, "prison", "prison", "abri", language="fr")
    with pytest.raises(UsageError, match="no concept accepts"):
        retire_term(database, path, "prison", "prison", "foyer", language="fr")


def test_a_packaged_concept_stays_out_of_force_when_the_one_in_its_place_is_merged(
    database: sqlite3.Connection, path: Path
) -> None:
    own = [Concept(one.id, one.terms) for one in (REFUGE, PRISON)]
    give(database, *own, name="mine")
    changes = merge(database, path, "shelter", ("refuge",))
    assert concept_by_id(database, "refuge") is None
    assert [change.before.id for change in changes] == ["shelter", "refuge"]
    assert concepts_for(database, ["a prison"], "en") == [own[1]]


def test_a_term_in_two_varieties_of_a_language_is_of_one_concept(database: sqlite3.Connection) -> None:
    give(database, Concept("park", (Term("park", "en"), Term("parc", "fr"), Term("parc", "fr-CA"))))
    assert [concept.id for concept in concepts_with_term(database, "parc", "fr")] == ["park"]


def test_what_was_changed_by_hand_is_not_hidden_by_a_table(database: sqlite3.Connection, path: Path) -> None:
    edit(database, path, "shelter", ConceptEdit(note="by hand"))
    give(database, Concept("shelter", (Term("shelter", "en"), Term("abri", "fr"))), name="mine")
    assert now(database, "shelter").note == "by hand"
    assert len(concepts_for(database, ["the shelter"], "en")) == 2


def test_a_term_that_both_have_keeps_what_either_says_of_it(database: sqlite3.Connection, path: Path) -> None:
    edit(
        database,
        path,
        "refuge",
        ConceptEdit(added=(Term("foyer", "fr", TermStatus.ADMITTED, "noun", "m", source="S"),)),
    )
    edit(database, path, "refuge", ConceptEdit(term="foyer", term_edit=TermEdit(not_with=("ouvrir",), bodies=("A",))))
    merge(database, path, "shelter", ("refuge",))
    foyer = next(term for term in now(database, "shelter").terms if term.text == "foyer")
    assert (foyer.gender, foyer.source, foyer.not_with, foyer.bodies) == ("m", "S", ("ouvrir",), ("A",))


def test_retiring_a_term_again_keeps_its_successor(database: sqlite3.Connection, path: Path) -> None:
    retire_term(database, path, "shelter", "foyer", "centre d’accueil")
    retire_term(database, path, "shelter", "foyer", "")
    assert french(now(database, "shelter"))[1] == ("foyer", "superseded", "centre d’accueil")


def test_the_history_of_a_concept_tells_each_change_in_order(database: sqlite3.Connection, path: Path) -> None:
    edit(database, path, "shelter", ConceptEdit(note="for victims"))
    edit(database, path, "refuge", ConceptEdit(note="other"))
    merge(database, path, "shelter", ("refuge",))
    told_of = [(past.action, next(differences(past.change))) for past in history_of(database, "shelter")]
    assert told_of == [("edit", "note: (none) → for victims"), ("merge", "note: for victims → for victims; other")]
    assert [past.action for past in history_of(database, "refuge")] == ["edit", "merge"]
    assert [past.action for past in history_of(database, "prison")] == ["merge"]
    with pytest.raises(UsageError):
        history_of(database, "nothing")
