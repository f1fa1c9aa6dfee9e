"""Tests what a document is offered as a whole: one wording for what repeats, fragments where nothing matches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.filling import store
from tmtool.model import BlockKind, Concept, Document, MatchKind, Segment, Status, Suggestion, Term, Unit, Variant
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.tasks.suggest import suggest


@pytest.fixture
def home() -> Iterator[Home]:
    with open_home(":memory:", create=True) as opened:
        yield opened


def unit(en: str, fr: str, document: str = "X/WG.1/2027/1", context: str = "") -> Unit:
    return Unit((Variant("en", en), Variant("fr", fr)), document=document, context=context)


def add_term(home: Home, en: str, fr: str) -> None:
    with home.transaction():
        concept = Concept(en.replace(" ", "-"), (Term(en, "en"), Term(fr, "fr")))
        home.concepts.add(concept)


def suggested(home: Home, *texts: str, kinds: Sequence[BlockKind] = (), symbol: str = "") -> tuple[Suggestion, ...]:
    places = kinds or [BlockKind.PARAGRAPH] * len(texts)
    segments = tuple(
        Segment(number, text, number - 1, kind=kind)
        for number, (text, kind) in enumerate(zip(texts, places, strict=True), 1)
    )
    return suggest(home, Document("a.txt", "en", (), segments, symbol=symbol))


def test_a_title_gets_the_french_of_its_best_place_everywhere(home: Home) -> None:
    store(
        home,
        [
            unit("Other matters", "Questions diverses", "X/WG.1/2027/1", "table"),
            unit("Other matters", "Divers", "X/WG.2/2028/1", "list"),
        ],
    )
    kinds = [BlockKind.ITEM, BlockKind.HEADING, BlockKind.CELL]
    found = suggested(home, "Other matters", "Other matters", "Other matters", kinds=kinds, symbol="X/WG.1/2029/1")
    assert [(one.target, one.kind, one.repeats) for one in found] == [
        ("Questions diverses", MatchKind.CONTEXT, None),
        ("Questions diverses", MatchKind.CONTEXT, 1),
        ("Questions diverses", MatchKind.CONTEXT, 1),
    ]


def test_a_title_with_another_mark_and_a_continued_one_are_worded_alike(home: Home) -> None:
    store(
        home,
        [
            unit("Other matters", "Questions diverses", "X/WG.1/2027/1", "heading"),
            unit("Other matters.", "Divers.", "X/WG.2/2028/1", "list"),
            unit("Asset recovery (continued)", "Recouvrement d’avoirs (suite)", "X/WG.2/2028/1", "table"),
        ],
    )
    kinds = [BlockKind.ITEM, BlockKind.HEADING, BlockKind.CELL]
    texts = ("Other matters.", "Other matters", "Other matters (continued)")
    found = suggested(home, *texts, kinds=kinds, symbol="X/WG.1/2029/1")
    assert [one.target for one in found] == ["Questions diverses.", "Questions diverses", "Questions diverses (suite)"]


def test_what_is_known_inside_a_segment_is_offered_longest_first(home: Home) -> None:
    store(
        home,
        [
            unit("Working Group on Asset Recovery", "Groupe de travail sur le recouvrement d’avoirs"),
            unit(
                "Smuggling of migrants by sea: new routes", "Trafic illicite de migrants par mer : nouveaux itinéraires"
            ),
            unit("Asset Recovery", "Recouvrement d’avoirs"),
        ],
    )
    add_term(home, "smuggling of migrants", "trafic illicite de migrants")
    add_term(home, "travel document", "document de voyage")
    text = "The Working Group on Asset Recovery spoke of smuggling of migrants by sea: new routes on travel documents"
    (found,) = suggested(home, text)
    assert [(one.span.of(text), one.target, one.origin, one.concept) for one in found.fragments] == [
        (
            "smuggling of migrants by sea: new routes",
            "trafic illicite de migrants par mer : nouveaux itinéraires",
            "default, X/WG.1/2027/1",
            "",
        ),
        (
            "Working Group on Asset Recovery",
            "Groupe de travail sur le recouvrement d’avoirs",
            "default, X/WG.1/2027/1",
            "",
        ),
        ("travel documents", "document de voyage", "term base", "travel-document"),
    ]


@pytest.mark.parametrize("text", ["The subsequent session openings were long.", "Opening of the session"])
def test_a_part_of_a_word_or_the_whole_segment_is_no_fragment(home: Home, text: str) -> None:
    store(home, [unit("session opening", "ouverture"), unit("Opening of the session", "Ouverture de la session")])
    (found,) = suggested(home, text)
    assert found.fragments == ()


def test_a_superseded_unit_gives_no_fragment(home: Home) -> None:
    old = unit("Opening of the session", "Ouverture")
    store(home, [Unit(old.variants, status=Status.SUPERSEDED)])
    (found,) = suggested(home, "After the opening of the session the members rose for a minute of silence.")
    assert found.fragments == ()


def test_a_long_document_gets_the_same_on_all_cores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.db"
    texts = [f"Item {number} of the agenda, on {number * 7} subjects" for number in range(40)]
    with open_home(path, create=True) as home:
        store(home, [unit(text, f"Point {number}") for number, text in enumerate(texts[:20])])
        segments = tuple(Segment(number, text, number - 1) for number, text in enumerate(texts, 1))
        document = Document("a.txt", "en", (), segments, symbol="X/WG.1/2027/1")
        alone = suggest(home, document)
        monkeypatch.setattr("tmtool.tasks.suggest._SHARED_FROM", 10)
        assert suggest(home, document, all_cores=True) == alone
