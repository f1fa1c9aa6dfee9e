"""An extract of a home has what its memories have, whatever is done to the home, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.filling import set_aside, store, store_concepts, unit
from tests.store.conftest import KINDS
from tests.store.test_limited import OPEN, OPEN_CONCEPTS, QUESTIONS, SECRET, fill, plain
from tmtool.model import Term
from tmtool.store import open_home
from tmtool.store.extract import Extract
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.tasks import forgetting, memories, proposing, replacing, term_editing, unit_editing
from tmtool.tasks.unit_editing import UnitEdit
from tmtool.terminology.concept_changes import ConceptEdit

INDEXES = ("segments", "index_")
"""How the names of the tables begin that hold texts, and what they are found by."""
SHOWN = ("open", "termbase", "more")


@pytest.fixture
def extract(home: Home, tmp_path: Path) -> Iterator[Extract]:
    """Yields an extract of a home with other memories too."""
    fill(home, index=True)
    extract = Extract(home, SHOWN, tmp_path / "extracts" / "x.db")
    yield extract
    extract.close()


def held(home: Home) -> dict[str, list[str]]:
    """Returns all that a home shows, with texts in place of the numbers of segments."""
    found: dict[str, list[Any]] = {table: list(rows) for table, rows in home.contents()}
    texts = {number: (language, text) for number, language, text in found["segments"]}
    found["segments"] = list(texts.values())
    found["variants"] = [(*row[:2], texts[row[2]], *row[3:]) for row in found["variants"]]
    del found["last_numbers"]
    return {table: sorted(map(repr, rows)) for table, rows in found.items()}


def unit_of(home: Home, memory: str, place: int = 0) -> int:
    return sorted(number for number, *_ in home.units.texts("en", Part(memory=memory)))[place]


def propose(home: Home, memory: str) -> int:
    wanted = UnitEdit(target="Proposition")
    return proposing.propose_correction(home, unit_of(home, memory), wanted, "en", "fr").number


def remember(home: Home) -> None:
    """Forgets a document and has it back."""
    forgetting.forget(home, Part(memory="open", document="A/1"))
    forgetting.undo(home, Part(memory="open", document="A/1"))


def rename(home: Home) -> None:
    """Gives a memory that is not shown a name that is, and the other way round."""
    memories.rename(home, "secret", "more")
    memories.rename(home, "open", "gone")


CHANGES: dict[str, Callable[[Home], object]] = {
    "a file of the same memory": lambda home: store(home, [unit("Agenda", "Ordre du jour")], memory="open", path="b"),
    "the same file with less": lambda home: store(home, OPEN[:1], memory="open"),
    "a file of another memory": lambda home: store(home, [unit("Agenda", "Ordre")], memory="secret", path="b"),
    "a memory that is new": lambda home: store(home, [unit("Agenda", "Ordre du jour")], memory="more"),
    "a text that another memory has": lambda home: store(home, SECRET[1:], memory="open", path="b"),
    "texts that wait": lambda home: store(home, [unit("Agenda", "Ordre")], memory="open", path="b", index=False),
    "a correction": lambda home: unit_editing.edit(home, unit_of(home, "open"), UnitEdit(target="Neuf"), "en", "fr"),
    "a correction elsewhere": lambda home: unit_editing.edit(
        home, unit_of(home, "secret"), UnitEdit(target="Neuf"), "en", "fr"
    ),
    "a correction to a text of another memory": lambda home: unit_editing.edit(
        home, unit_of(home, "open", 1), UnitEdit(source="Report of the Working Party"), "en", "fr"
    ),
    "a correction taken back": lambda home: (
        CHANGES["a correction"](home),
        unit_editing.undo(home, unit_of(home, "open"), "en", "fr"),
    ),
    "a proposal": lambda home: propose(home, "open"),
    "a proposal elsewhere": lambda home: propose(home, "secret"),
    "a proposal that is accepted": lambda home: proposing.accept(home, propose(home, "open")),
    "a term that is proposed": lambda home: proposing.propose_terms(home, "wg", [Term("groupe", "fr")]),
    "a replacement everywhere": lambda home: replacing.replace_all(
        home, replacing.Replacement("Rapport", "Compte rendu", "fr")
    ),
    "a replacement taken back": lambda home: (CHANGES["a replacement everywhere"](home), replacing.undo(home)),
    "a concept that is changed": lambda home: term_editing.edit(home, "wg", ConceptEdit(note="new")),
    "a concept that is retired": lambda home: term_editing.retire_concept(home, "report", "wg"),
    "concepts of a file": lambda home: store_concepts(home, OPEN_CONCEPTS[:1], memory="open", path="x"),
    "weights": lambda home: memories.weigh(home, "open", penalty=3, trust=70),
    "another name": rename,
    "a memory that goes into another": lambda home: memories.merge(home, "open", "secret"),
    "a document that leaves": lambda home: memories.split(home, "open", "away", Part(memory="open", document="A/1")),
    "a document that is forgotten": lambda home: forgetting.forget(home, Part(memory="open", document="A/1")),
    "a document that comes back": remember,
    "a memory that is forgotten": lambda home: forgetting.forget(home, Part(memory="secret")),
    "a document that is purged": lambda home: forgetting.purge(home, Part(memory="open", document="A/1")),
    "indexes made anew": lambda home: home.segments.index_anew(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_follows_every_change(home: Home, extract: Extract, change: str) -> None:
    extract.catch_up()
    CHANGES[change](home)
    extract.catch_up()
    with home.limited_to(SHOWN) as limited:
        assert held(extract.home) == held(limited)
        assert extract.home.segments.waiting() == 0
        for phrase in ("report", "meeting", "rapport", "agenda"):
            for language in ("en", "fr"):
                assert texts_with(extract.home, phrase, language) == texts_with(limited, phrase, language)


def texts_with(home: Home, phrase: str, language: str) -> list[str]:
    return sorted(text for _, text in home.segments.with_words([[phrase]], language))


def test_it_answers_as_a_home_without_the_other_memories(extract: Extract, place: str, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    kind = KINDS["postgresql" if "://" in place else "sqlite"]
    extract.catch_up()
    with open_home(kind(tmp_path / "other"), create=True) as alone:
        fill(alone, index=True, secrets=False)
        for name, ask in QUESTIONS.items():
            assert plain(ask(extract.home)) == plain(ask(alone)), name


def test_its_indexes_do_not_depend_on_the_other_memories(home: Home, tmp_path: Path) -> None:
    """So neither does what any question costs: every byte of what it is found by is the same."""
    fill(home, index=True)
    with open_home(tmp_path / "alone.db", create=True) as alone:
        fill(alone, index=True, secrets=False)
        found = []
        for whole, file in ((home, tmp_path / "with.db"), (alone, tmp_path / "without.db")):
            with closing(Extract(whole, SHOWN, file)) as extract:
                extract.catch_up()
            with closing(sqlite3.connect(file)) as connection:
                names = connection.execute("SELECT name FROM sqlite_master WHERE rootpage > 0 AND type = 'table'")
                tables = [str(row[0]) for row in names if str(row[0]).startswith(INDEXES)]
                found.append({table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables})
    assert found[0] == found[1]
    assert len(found[0]) > 10 and found[0]["index_postings"]


def test_a_change_by_hand_is_made_without_comparing_all(
    home: Home, extract: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract.catch_up()

    def all_compared(*given: object) -> None:
        raise AssertionError(given)

    monkeypatch.setattr(extract._follower, "follow", all_compared)
    for change in ("a correction", "a correction elsewhere", "a proposal", "a replacement everywhere"):
        CHANGES[change](home)
        extract.catch_up()
    extract.catch_up()


def test_it_is_kept_from_one_time_to_the_next(home: Home, extract: Extract, tmp_path: Path) -> None:
    extract.catch_up()
    extract.close()
    file = tmp_path / "extracts" / "x.db"
    kept = file.stat().st_mtime_ns
    again = Extract(home, SHOWN, file)
    again.catch_up()
    assert file.stat().st_mtime_ns == kept
    again.close()
    file.with_name("x.db.v1.bak").write_bytes(b"copy")
    Extract(home, SHOWN, file).close()
    assert not file.with_name("x.db.v1.bak").exists()
    file.write_bytes(b"damaged" * 1000)
    anew = Extract(home, SHOWN, file)
    anew.catch_up()
    assert anew.home.statistics().memories
    anew.close()


def test_what_is_purged_is_in_no_byte_of_it(home: Home, tmp_path: Path) -> None:
    fill(home, index=True)
    store(home, [unit("A zygomorphic word", "Un mot zygomorphe")], memory="open", path="z")
    folder = tmp_path / "extracts"
    extract = Extract(home, SHOWN, folder / "x.db")
    extract.catch_up()
    with home.transaction():
        set_aside(home, Part(memory="open"))
    forgetting.purge(home, Part(memory="open"))
    extract.catch_up()
    extract.close()
    assert not any(b"zygomorph" in file.read_bytes() for file in folder.iterdir())
