"""The terms of a document are those of the body whose symbol it bears."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.filling import store_concepts
from tmtool.documents.reading import parse_lines
from tmtool.model import Concept, Term, TermStatus
from tmtool.store import open_home
from tmtool.tasks import term_finding
from tmtool.tasks.suggest import suggest
from tmtool.tasks.term_finding import TermFinder

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
    lines = [symbol, "Each public official shall declare gifts."] if symbol else ["Each public official is paid."]
    with open_home(tmp_path / "t.db", create=True) as home:
        store_concepts(home, [OFFICIAL])
        found = suggest(home, parse_lines(lines, language="en"))

    (term,) = found[-1].terms
    assert term.concept.in_language("fr")[0].text == best


def test_the_whole_term_base_is_loaded_for_those_only_who_ask_often_and_the_answers_stay_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Each public official shall declare gifts."
    with open_home(tmp_path / "t.db", create=True) as home:
        store_concepts(home, [OFFICIAL])
        finder = TermFinder(home, "en")
        with monkeypatch.context() as patched:
            patched.setattr(type(home.concepts), "all", lambda _: pytest.fail("the whole term base was loaded"))
            first = [finder.find(text) for _ in range(term_finding._ASKED_BEFORE_LOADING)]
        later = finder.find(text)

    assert all(one == later for one in first)
    assert [one.span.of(text) for one in later] == ["public official"]
