"""Tests that what an older tmtool has made is brought up to date."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import psycopg

from tests.filling import set_aside, store, store_concepts, unit
from tests.store.postgresql.texts import texts_of
from tmtool.model import Concept, Term
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.values import Part


def test_a_home_of_before_the_rests_of_elements_finds_the_same(place: str) -> None:
    with open_home(place, create=True) as home:
        store(home, [unit(text, text.upper()) for text in texts_of(1)])
        before = list(home.segments.similar("Report 5 on smuggling of migrants", "en", 60))
    with psycopg.connect(place) as connection:
        rows = "SELECT element, length, rest, segment FROM fuzzy ORDER BY 1, 2, 3 DESC, 4"
        wanted = connection.execute(rows).fetchall()
        connection.execute("DROP INDEX fuzzy_settled, fuzzy_by_element")
        connection.execute("ALTER TABLE fuzzy DROP COLUMN places, DROP COLUMN ends, DROP COLUMN segments")
        connection.execute("ALTER TABLE fuzzy DROP COLUMN rest, ALTER COLUMN length TYPE integer")
        connection.execute("ALTER TABLE languages DROP COLUMN dropped")
        connection.execute("DROP TABLE joined")
        connection.execute("ALTER TABLE segments DROP COLUMN slack")
        connection.execute("UPDATE tmtool_schema SET version = 4")
    told: list[tuple[int, int]] = []
    with open_home(place, migrating=lambda done, total: told.append((done, total))) as home:
        assert told == [(0, sum(home.statistics().languages.values()))]
        assert list(home.segments.similar("Report 5 on smuggling of migrants", "en", 60)) == before
    with psycopg.connect(place) as connection:
        settled = connection.execute(
            "SELECT element, length, rest, places, ends, segments FROM fuzzy ORDER BY element, length"
        )
        assert [row for one in settled for row in rows_of(*one)] == wanted


def rows_of(
    element: int, length: int, rest: int, places: list[int] | None, ends: list[int] | None, segments: bytes
) -> Iterator[tuple[int, int, int, int]]:
    """Yields the rows of the index that have settled in one."""
    numbers = [number for (number,) in struct.iter_unpack(">i", segments)]
    start = 0
    for at, end in zip(places or [length - rest], ends or [len(numbers)], strict=True):
        yield from ((element, length, length - at, number) for number in sorted(numbers[start:end]))
        start = end


def test_terms_kept_without_their_places_are_put_back_in_order(home: Home, place: str) -> None:
    concept = Concept("shelter", tuple(Term(text, "fr") for text in ("gîte", "abri", "refuge")))
    store_concepts(home, [concept], memory="mine")
    with home.transaction():
        line = set_aside(home, Part(memory="mine"))
    with psycopg.connect(place) as connection:
        connection.execute(
            "UPDATE set_aside SET content = (SELECT content::jsonb || jsonb_build_object('terms', "
            "(SELECT jsonb_agg(term - 0) FROM jsonb_array_elements(content::jsonb -> 'terms') term))) "
            "WHERE kind = 'concepts'"
        )
    with home.transaction():
        home.sources.put_back(line)
    assert home.concepts.called("shelter") == concept
