"""Who is no owner of the tables sees what they may read, whatever they ask, and writes what they may write."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.filling import store, store_concepts, unit
from tests.postgresql_server import new_schema, server
from tests.store.test_limited import OPEN, OPEN_CONCEPTS, QUESTIONS, SECRET, SECRET_CONCEPTS, fill, plain
from tmtool.errors import DatabaseError, UsageError
from tmtool.matching.lookup import Lookup
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.values import MemoryRight, Part
from tmtool.tasks import forgetting, unit_editing
from tmtool.tasks.memories import rights_of, share, split, unshare
from tmtool.tasks.moving import move
from tmtool.tasks.replacing import Replacement, replace_all, undo
from tmtool.tasks.unit_editing import UnitEdit

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Shared:
    """A `Shared` is a home with an open and a secret memory, what each of its users sees, and what they would see if
    there were no secret."""

    owner: Home
    reader: Home
    writer: Home
    confidant: Home
    alone: Home
    reader_url: str
    names: dict[str, str]


def role(name: str) -> str:
    """Makes a role of the server; its name."""
    name = f"{name}_{next(_numbers)}"
    with psycopg.connect(server(), autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN")
    return name


def as_role(url: str, name: str) -> str:
    """Returns the URL by which a role opens a home."""
    scheme, _, path, query, fragment = urlsplit(url)
    return urlunsplit((scheme, f"{name}@", path, query, fragment))


@pytest.fixture(scope="module")
def shared() -> Iterator[Shared]:
    """Yields the home, which tests leave as it is."""
    url, other = new_schema(), new_schema()
    names = {name: role(name) for name in ("reader", "writer", "confidant")}
    with open_home(url, create=True) as owner, open_home(other, create=True) as alone:
        fill(owner, index=True)
        fill(alone, index=True, secrets=False)
        owner.show_pair("en", "fr")
        share(owner, "open", names["reader"], "read")
        share(owner, "open", names["writer"], "write")
        share(owner, "secret", names["confidant"], "read")
        share(owner, "open", names["confidant"], "read")
        with (
            open_home(as_role(url, names["reader"])) as reader,
            open_home(as_role(url, names["writer"])) as writer,
            open_home(as_role(url, names["confidant"])) as confidant,
        ):
            yield Shared(owner, reader, writer, confidant, alone, as_role(url, names["reader"]), names)


@pytest.mark.parametrize("question", [one for one in QUESTIONS if "history" not in one])
def test_a_reader_is_answered_as_if_there_were_no_other_memory(shared: Shared, question: str) -> None:
    ask = QUESTIONS[question]
    for one in (shared.reader, shared.writer):
        assert plain(ask(one)) == plain(ask(shared.alone))


@pytest.mark.parametrize("question", [one for one in QUESTIONS if "history" not in one])
def test_who_may_read_all_is_answered_like_the_owner(shared: Shared, question: str) -> None:
    ask: Callable[[Home], object] = QUESTIONS[question]
    assert plain(ask(shared.confidant)) == plain(ask(shared.owner))


def test_a_reader_limited_further_sees_less(shared: Shared) -> None:
    with shared.confidant.limited_to(["open"]) as limited:
        assert limited.sources.memories() == ["open"]
        texts = [text for _, text in limited.segments.with_words([["report"]], "en")]
        assert texts == [text for _, text in shared.alone.segments.with_words([["report"]], "en")]
        assert limited.segments.frequencies(["zygomorphic"], "en") == {"zygomorphic": 0}
        similar = [rate for _, rate in limited.segments.similar("Report of the Working Party", "en", 50)]
        assert similar == [rate for _, rate in shared.alone.segments.similar("Report of the Working Party", "en", 50)]


def test_the_database_itself_shows_a_reader_nothing_else(shared: Shared) -> None:
    with psycopg.connect(shared.reader_url, autocommit=True) as connection:

        def asked(statement: str) -> list[tuple[object, ...]]:
            return connection.execute(statement).fetchall()

        assert not asked("SELECT FROM segments WHERE text LIKE '%zygomorph%'")
        assert asked("SELECT count(*) FROM units") == [(len(OPEN),)]
        assert asked("SELECT symbol FROM documents") == [("A/1",)]
        assert not asked("SELECT FROM memory_rights r JOIN memories m ON m.id = memory_id WHERE m.name = 'secret'")
        if connection.info.server_version >= 150_000:
            assert asked("SELECT count(*) FROM units_en_fr") == [(len(OPEN),)]
        connection.execute("SET tmtool.storing = on")
        assert not asked("SELECT FROM segments WHERE text LIKE '%zygomorph%'")
        for table in ("tokens", "fuzzy", "languages"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                asked(f"SELECT FROM {table}")
        # A table of one's own cannot take the place of one that a function asks.
        connection.execute("CREATE TEMP TABLE memory_rights (memory_id bigint, role text, may text)")
        assert asked("SELECT count(*) FROM tmtool_with_words('zygomorphic', 'en', 0, 1000)") == [(0,)]
        assert asked("SELECT count(*) FROM tmtool_similar('{adoption,of,the,zygomorphic,report}', 'en', 90)") == [(0,)]


@pytest.fixture
def own() -> Iterator[tuple[Home, Home, str]]:
    """Yields a home of its own, for a test that changes it, the same as its writer has it, and who that is."""
    url, name = new_schema(), role("writer")
    with open_home(url, create=True) as owner:
        fill(owner, index=True)
        share(owner, "secret", role("other"), "read")
        share(owner, "open", name, "write")
        with open_home(as_role(url, name)) as writer:
            yield owner, writer, name


def test_a_writer_stores_and_corrects_what_is_of_their_memory(own: tuple[Home, Home, str]) -> None:
    owner, writer, _ = own
    # Two of the texts are stored already, one by a memory that the writer does not see.
    given = [unit(SECRET[3].variants[0].text, "Adoption (bis)", document="B/9"), unit("New text", "Texte neuf")]
    assert store(writer, [*OPEN, *given], memory="open", path="new.tsv").added == len(OPEN) + len(given)
    (match,) = Lookup(writer, "en", "fr").matches(SECRET[3].variants[0].text, limit=1)
    assert (match.rate, match.target) == (100, "Adoption (bis)")
    assert replace_all(writer, Replacement("Adoption (bis)", "Adoption (ter)", "fr")) == 1
    assert undo(writer).units == 1
    # The text of another memory stays.
    assert replace_all(writer, Replacement(SECRET[3].variants[0].text, "Adoption", "en")) == 1
    assert len(owner.units.with_source([SECRET[3].variants[0].text], "en", "fr")) == 1
    assert undo(writer).units == 1
    assert {pair.target for pair in owner.units.with_source([SECRET[3].variants[0].text], "en", "fr")} == {
        "Adoption du rapport zygomorphe",
        "Adoption (bis)",
    }
    assert store(writer, OPEN, memory="open", path="new.tsv").removed == len(given)
    assert len(owner.units.with_source([SECRET[3].variants[0].text], "en", "fr")) == 1
    assert owner.faults() == []


def test_a_writer_may_still_write_when_the_index_has_been_made_anew(own: tuple[Home, Home, str]) -> None:
    owner, writer, _ = own
    owner.segments.index_anew()
    assert store(writer, [unit("New text", "Texte neuf")], memory="open", path="new.tsv").added == 1
    assert owner.faults() == []


def test_a_reader_cannot_write(shared: Shared) -> None:
    before = shared.owner.statistics()
    with pytest.raises(DatabaseError, match="no right"):
        store(shared.reader, [unit("x", "y")], memory="open")
    with pytest.raises(DatabaseError, match="no right"):
        share(shared.reader, "open", shared.names["reader"], "write")
    assert shared.owner.statistics() == before


def test_a_writer_of_one_memory_cannot_write_another(own: tuple[Home, Home, str]) -> None:
    owner, writer, name = own
    with pytest.raises(DatabaseError, match="no right"):
        store(writer, [unit("x", "y")], memory="secret")
    share(owner, "secret", name, "read")
    ((number, _, _),) = [one for one in owner.units.texts("en", Part(memory="secret")) if "Party" in one[2]]
    state = writer.units.state(number)
    changes: tuple[Callable[[], object], ...] = (
        lambda: writer.units.rewrite(number, state),
        lambda: writer.units.set_status(number, state.status, "2030-01-01"),
        lambda: writer.units.remove_documents(["B/9"]),
        lambda: writer.sources.weigh("secret", 1, 1),
        lambda: writer.sources.move(Part(memory="secret"), "open"),
        lambda: writer.sources.share("secret", name, "write"),
        lambda: store_concepts(writer, SECRET_CONCEPTS, memory="secret", path="n.tsv"),
    )
    before = owner.statistics()
    for change in changes[:-1]:
        with pytest.raises(DatabaseError, match="no right"), writer.transaction():
            change()
    with pytest.raises(DatabaseError, match="no right"):
        changes[-1]()
    assert owner.statistics() == before


def test_who_does_not_own_the_tables_purges_nothing(own: tuple[Home, Home, str]) -> None:
    owner, writer, _ = own
    (pair,) = writer.units.with_source([OPEN[0].variants[0].text], "en", "fr")[:1]
    unit_editing.edit(writer, pair.unit, UnitEdit(target="Autre chose"), "en", "fr")
    before, lines = owner.statistics(), owner.history.since()
    for part in (None, Part(memory="open")):
        with pytest.raises(DatabaseError, match="only the owner of the tables"):
            writer.purge(part)
    assert (owner.statistics(), owner.history.since()) == (before, lines)
    assert not owner.purge_is_left()


def test_terms_of_a_shared_memory_are_written_by_its_writers(own: tuple[Home, Home, str]) -> None:
    owner, writer, name = own
    share(owner, "termbase", name, "write")
    store_concepts(writer, [OPEN_CONCEPTS[0]])
    assert [concept.id for concept in writer.concepts.all()] == ["wg"]


def test_a_memory_is_of_who_shares_it_until_it_is_everybodys_again(own: tuple[Home, Home, str]) -> None:
    owner, writer, name = own
    assert rights_of(owner, "open") == [MemoryRight("tmtool", "own"), MemoryRight(name, "write")]
    assert rights_of(owner, "termbase") == []
    share(owner, "open", name, "read")
    with pytest.raises(DatabaseError, match="no right"):
        store(writer, [unit("x", "y")], memory="open")
    unshare(owner, "open", name)
    assert writer.sources.memories() == ["termbase"]
    with pytest.raises(UsageError, match="no right"):
        unshare(owner, "open", name)
    with pytest.raises(UsageError, match="no right"):
        unshare(owner, "open", "tmtool")
    unshare(owner, "open", None)
    assert writer.sources.memories() == ["open", "termbase"]
    with pytest.raises(UsageError, match="no role"):
        share(owner, "open", "nobody-knows-them", "read")
    with pytest.raises(UsageError, match="no memory"):
        share(owner, "unknown", name, "read")


def test_a_shared_memory_that_is_forgotten_and_put_back_is_shared_as_before(own: tuple[Home, Home, str]) -> None:
    owner, writer, _ = own
    before = [rights_of(owner, memory) for memory in ("open", "secret")]
    for memory in ("open", "secret"):
        forgetting.forget(owner, Part(memory=memory))
        # Who takes its name would take what was forgotten.
        if memory == "secret":
            with pytest.raises(DatabaseError, match="no right"):
                store(writer, [unit("x", "y")], memory=memory)
        forgetting.undo(owner, Part())
    assert [rights_of(owner, memory) for memory in ("open", "secret")] == before
    assert writer.sources.memories() == ["open", "termbase"]
    units = owner.statistics().memories
    forgetting.forget(writer, Part(memory="open"))
    forgetting.undo(writer, Part())
    assert owner.statistics().memories == units


def test_a_shared_memory_that_is_forgotten_and_purged_leaves_no_name(own: tuple[Home, Home, str]) -> None:
    owner, _, _ = own
    forgetting.forget(owner, Part(memory="secret"))
    owner.purge(None)
    assert owner.sources.memories() == ["open", "termbase"]
    owner.purge(Part(memory="open"))
    assert owner.sources.memories() == ["termbase"]


def test_what_is_split_from_a_shared_memory_is_shared_alike(own: tuple[Home, Home, str]) -> None:
    owner, writer, _ = own
    file = owner.sources.files("secret")[0]
    split(owner, "secret", "part", Part(memory="secret", source=file.path))
    assert rights_of(owner, "part") == rights_of(owner, "secret") != []
    assert "part" not in writer.sources.memories()
    file = owner.sources.files("open")[0]
    with pytest.raises(DatabaseError, match="no right"):
        split(writer, "open", "mine", Part(memory="open", source=file.path))
    assert rights_of(owner, "termbase") == []
    split(owner, "termbase", "terms", Part(memory="termbase", source=owner.sources.files("termbase")[0].path))
    assert rights_of(owner, "terms") == []


def test_a_reader_puts_back_nothing_that_others_forgot(own: tuple[Home, Home, str]) -> None:
    owner, writer, _ = own
    share(owner, "open", (other := role("reader")), "read")
    file = writer.sources.files("open")[0]
    forgetting.forget(writer, Part(source=file.path))
    with (
        open_home(as_role(owner.place, other)) as reader,
        pytest.raises(UsageError, match="nothing was forgotten"),
    ):
        forgetting.undo(reader, Part())
    forgetting.undo(owner, Part())


def test_a_reader_moves_what_they_see_into_a_file(shared: Shared, tmp_path: Path) -> None:
    with open_home(tmp_path / "t.db", create=True) as copy:
        assert move(shared.reader, copy).statistics.memories == shared.reader.statistics().memories


def test_an_owner_who_has_not_the_tables_shares_with_who_may_use_them(own: tuple[Home, Home, str]) -> None:
    owner, writer, name = own
    share(owner, "open", name, "own")
    share(owner, "termbase", (other := role("third")), "read")
    share(writer, "open", other, "read")
    assert MemoryRight(other, "read") in rights_of(owner, "open")
