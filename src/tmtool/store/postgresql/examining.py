"""Is a database sound? Looks at what its tables say of each other, and at the index of similar texts."""

from __future__ import annotations

from collections.abc import Iterator

from tmtool.model.wording import say
from tmtool.store.postgresql.connection import Connection, one_row
from tmtool.store.postgresql.elements import token_of
from tmtool.store.postgresql.settling import ALL_SEGMENTS
from tmtool.store.values import Fault

_WITHOUT_TEXT = "SELECT count(*) FROM units u WHERE NOT EXISTS (SELECT FROM variants WHERE unit_id = u.id)"
_ROWS_AT_ONCE = 10_000
_STRAY = (
    (
        say("segments that no unit has"),
        "SELECT count(*) FROM segments s WHERE NOT EXISTS (SELECT FROM variants WHERE segment_id = s.id)",
    ),
    (
        say("segments are missing in the index of similar texts"),
        f"SELECT count(*) FROM segments s LEFT JOIN (SELECT DISTINCT segment FROM ({ALL_SEGMENTS}) AS f) AS i "
        "ON i.segment = s.id WHERE s.tokens <> '' AND i.segment IS NULL",
    ),
    (
        say("texts of the index of similar texts are no segments"),
        "SELECT count(*) FROM (SELECT DISTINCT segment FROM fuzzy WHERE segment IS NOT NULL) f "
        "WHERE NOT EXISTS (SELECT FROM segments WHERE id = f.segment)",
    ),
)


def faults(connection: Connection) -> list[Fault]:
    """Returns what is wrong with the database. References between other tables PostgreSQL watches over itself."""
    return list(_faults(connection))


def _faults(connection: Connection) -> Iterator[Fault]:
    if count := one_row(connection, _WITHOUT_TEXT)[0]:
        yield Fault(f"{count} {say('units have no text')}", mendable=False)
    for text, query in _STRAY:
        (count,) = one_row(connection, query)
        if count:
            yield Fault(f"{count} {text}", mendable=True)
    if count := _missing_words(connection):
        yield Fault(f"{count} {say('words are missing in the index of similar texts')}", mendable=True)


def _missing_words(connection: Connection) -> int:
    """Returns how many words of segments have no number any more; then lookups miss them. Asked is in one statement,
    since another program may number them anew."""
    used: dict[int | None, set[str]] = {}
    numbered: set[tuple[int | None, int]] = set()
    with connection.transaction(), connection.cursor(name="words") as cursor:
        cursor.itersize = _ROWS_AT_ONCE
        cursor.execute(
            "SELECT l.number, s.tokens, NULL FROM segments s LEFT JOIN languages l ON l.tag = s.language "
            "UNION ALL SELECT language, NULL, number FROM tokens"
        )
        for language, characters, number in cursor:
            if characters is None:
                numbered.add((language, number))
            else:
                used.setdefault(language, set()).update(characters)
    return sum((language, token_of(one)) not in numbered for language, some in used.items() for one in some)
