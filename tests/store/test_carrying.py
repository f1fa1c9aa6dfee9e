"""Tests that a home takes all that another one holds, of whatever kind both are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.filling import set_aside, store, store_concepts, unit
from tests.store.conftest import KINDS
from tests.store.test_concepts import OWN, SHELTER
from tmtool.errors import DatabaseError, UsageError
from tmtool.model import Unit, Variant
from tmtool.store import TERMBASE, open_home
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.tasks.moving import move

UNITS = [unit(f"The {n} report on smuggling of migrants", f"Le rapport {n}, migrants", f"A/{n % 3}") for n in range(40)]
STRANGE = Unit(
    (Variant("en-GB", "\\N tab\there", "\\.", "tmx", properties={"a": "é\n"}), Variant("fr", "Ça")), note="\\"
)


@pytest.fixture
def filled(home: Home) -> Home:
    """Gives a home in which there is something of everything."""
    store(home, [*UNITS, STRANGE], memory="agendas")
    store(home, UNITS[:5], memory="other", path="b.tsv")
    store_concepts(home, [SHELTER], memory=TERMBASE)
    store_concepts(home, [OWN], memory="mine")
    with home.transaction():
        number = home.units.with_source([UNITS[0].variants[0].text], "en", "fr")[0].unit
        state = home.units.state(number)
        home.units.rewrite(number, state._replace(edited=1, variants=(state.variants[0], state.variants[1])))
        home.history.record("edit", "units", number, before={"a": "é"}, after={"b": 1})
        home.sources.weigh("other", penalty=3, trust=70)
        set_aside(home, Part(memory="other"))
    return home


@pytest.fixture(params=KINDS)
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Home]:
    """Yields an empty home."""
    folder = tmp_path / "target"
    folder.mkdir()
    with open_home(KINDS[request.param](folder), create=True) as opened:
        yield opened


def held(home: Home) -> object:
    """Returns all that a home holds, without what is found by it."""
    return {table: sorted(map(repr, rows)) for table, rows in home.contents()}


def test_everything_is_moved_and_answers_as_before(filled: Home, target: Home) -> None:
    done = move(filled, target)
    assert done.questions == sum(done.statistics.languages.values())
    assert held(target) == held(filled)
    assert target.faults() == []
    assert target.segments.waiting() == 0
    highest = max(pair.unit for pair in target.units.with_source([one.variants[0].text for one in UNITS], "en", "fr"))
    with target.transaction():
        (line,) = target.sources.aside()
        target.sources.put_back(line)
    store(target, [unit("New", "Nouveau")], path="new")
    assert target.units.with_source(["New"], "en", "fr")[0].unit > highest + 5
    assert next(target.units.read(memory="other"))[1].document == "A/0"


def test_rows_keep_their_numbers_where_some_between_them_are_gone(home: Home, target: Home) -> None:
    store(home, UNITS[:8])
    store(home, [unit("Gone", "Parti")], path="gone")
    store(home, UNITS[8:], path="more")
    with home.transaction():
        set_aside(home, Part(source="gone"))
    rows = {table: list(rows) for table, rows in home.contents()}
    assert ([row[0] for row in rows["segments"]][-1], len(rows["segments"])) == (82, 80)
    move(home, target)
    assert held(target) == held(home)


def test_terms_that_were_set_aside_are_put_back_where_they_were_moved_to(filled: Home, target: Home) -> None:
    with filled.transaction():
        before = filled.concepts.called(OWN.id)
        set_aside(filled, Part(memory="mine"))
    move(filled, target)
    with target.transaction():
        target.sources.put_back(target.sources.aside()[0])
    assert target.concepts.called(OWN.id) == before


def test_nothing_is_moved_to_where_something_is(filled: Home, target: Home) -> None:
    store(target, UNITS[:1])
    before = held(target)
    with pytest.raises(UsageError):
        move(filled, target)
    assert held(target) == before


def test_what_is_moved_in_part_is_not_there(filled: Home, target: Home) -> None:
    def broken(done: int, expected: int) -> None:
        raise DatabaseError("no more")

    with pytest.raises(DatabaseError):
        move(filled, target, broken)
    assert target.statistics().languages == {}
    assert target.faults() == []
    assert move(filled, target).questions
