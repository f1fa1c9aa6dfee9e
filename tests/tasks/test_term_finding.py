"""The terms of a document are those of the body whose symbol it bears."""

from __future__ import annotations

from pathlib import Path

import pytest

from tmtool.documents.reading import parse_lines
from tmtool.model import Concept, Term, TermStatus
from tmtool.store.sqlite.database import open_database, transaction
from tmtool.store.sqlite.sources import memory_id, record_source
from tmtool.store.sqlite.termbase import ConceptWriter
from tmtool.tasks.suggest import suggest

OFFICIAL = Concept(
    "official",
    (
        Term("public official", "en"),
        Term("agent public", "fr"),
        Term("fonctionnaire", "fr", TermStatus.ADMITTED, bodies=("E/CN.15",)),
    ),
)


@pytest.mark.parametrize(
    ("symbol", "best"), [("E/CN.15/2027/4", "fonctionnaire"), ("CTOC/COP/2028/1", "agent public"), ("", "agent public")]
)
def test_a_suggestion_offers_the_term_of_the_documents_body_first(tmp_path: Path, symbol: str, best: str) -> None:
    connection = open_database(tmp_path / "t.db", create=True)
    with transaction(connection):
        memory = memory_id(connection, "terms")
        writer = ConceptWriter(connection, memory, record_source(connection, memory, "terms", "t.tsv", "table", "0"))
        writer.add(OFFICIAL)
        writer.finish()

    lines = [symbol, "Each public official shall declare gifts."] if symbol else ["Each public official is paid."]
    found = suggest(connection, parse_lines(lines, language="en"))
    connection.close()

    (term,) = found[-1].terms
    assert term.concept.in_language("fr")[0].text == best
