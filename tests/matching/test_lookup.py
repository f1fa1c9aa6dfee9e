"""Tests what a lookup offers, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from tests import filling
from tests.filling import unit
from tests.processor import at_most
from tmtool.matching.context import Surroundings
from tmtool.matching.continuation import split
from tmtool.matching.lookup import Lookup
from tmtool.model import MatchKind, Status, Unit, Variant
from tmtool.store import open_home
from tmtool.store.groups.segments import Segments
from tmtool.store.home import Home


@pytest.fixture
def home() -> Iterator[Home]:
    with open_home(":memory:", create=True) as opened:
        yield opened


def store(home: Home, units: Sequence[Unit], memory: str = "m", penalty: int = 0) -> None:
    filling.store(home, units, memory=memory)
    with home.transaction():
        home.sources.weigh(memory, penalty, trust=50)


OTHER = unit("Other matters", "Questions diverses")


def test_the_same_text_is_exact_and_a_difference_of_case_is_99(home: Home) -> None:
    store(home, [OTHER])
    lookup = Lookup(home, "en", "fr")
    assert [(m.rate, m.kind) for m in lookup.matches("Other  matters")] == [(100, MatchKind.EXACT)]
    assert [(m.rate, m.kind) for m in lookup.matches("other matters")] == [(99, MatchKind.FUZZY)]
    assert lookup.matches("other matters", threshold=100) == ()


def test_a_final_mark_or_other_numbers_do_not_hide_a_segment_below_the_threshold(home: Home) -> None:
    store(home, [OTHER, unit("Item 3 of 9", "Point 3 sur 9")])
    lookup = Lookup(home, "en", "fr")
    assert [m.rate for m in lookup.matches("4. Other matters.")] == [40]
    assert [m.source for m in lookup.matches("Item 7 of 12", threshold=90)] == ["Item 3 of 9"]


def test_the_reverse_direction_works_on_the_same_data(home: Home) -> None:
    store(home, [OTHER])
    assert [m.target for m in Lookup(home, "fr", "en").matches("Questions diverses")] == ["Other matters"]


def test_approved_comes_before_draft_and_superseded_last(home: Home) -> None:
    statuses = [Status.DRAFT, Status.SUPERSEDED, Status.APPROVED, Status.TRANSLATED]
    store(home, [unit("Other matters", status.value, status=status) for status in statuses])
    found = Lookup(home, "en", "fr").matches("Other matters")
    assert [m.target for m in found] == ["approved", "translated", "draft", "superseded"]


def test_of_equals_the_newer_comes_first(home: Home) -> None:
    store(home, [unit("Other matters", date, date=date) for date in ("2027-01-01", "2029-01-01", "2028-01-01")])
    found = Lookup(home, "en", "fr").matches("Other matters")
    assert [m.changed for m in found] == ["2029-01-01", "2028-01-01", "2027-01-01"]


def test_equal_pairs_are_offered_once_unless_all_are_asked_for(home: Home) -> None:
    store(home, [replace(OTHER, document="A/1"), replace(OTHER, document="B/1"), unit("Other matters", "Divers")])
    lookup = Lookup(home, "en", "fr")
    assert [m.target for m in lookup.matches("Other matters")] == ["Questions diverses", "Divers"]
    assert len(lookup.matches("Other matters", limit=0)) == 3


def test_rates_lower_than_those_that_are_shown_are_not_asked_for(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    near = [unit(f"Report of the committee on {word}", word) for word in ("air", "sea", "ice", "law", "art")]
    store(home, [*near, unit("A report of the body on work", "Travaux")])
    segments, asked = type(home.segments), []
    by_rate = segments.by_rate

    def noted(self: Segments, query: str, language: str, threshold: int) -> Iterator[tuple[int, list[int]]]:
        for rate, found in by_rate(self, query, language, threshold):
            asked.append(rate)
            yield rate, found

    monkeypatch.setattr(segments, "by_rate", noted)
    lookup = Lookup(home, "en", "fr")
    assert [m.rate for m in lookup.matches("Report of the committee on work", threshold=50)] == [83] * 5
    assert asked == [83]
    assert len(lookup.matches("Report of the committee on work", threshold=50, limit=0)) == 6


def test_the_penalty_of_a_memory_lowers_the_score_and_not_the_rate(home: Home) -> None:
    store(home, [unit("Other matters", "Divers")], memory="aligned", penalty=5)
    store(home, [unit("Other questions", "Autres questions")])
    first = Lookup(home, "en", "fr").matches("Other matters", threshold=50)[0]
    assert (first.rate, first.score, [(p.name, p.points) for p in first.penalties]) == (100, 95, [("memory", 5)])


def test_a_match_at_its_old_place_is_one_in_context_and_comes_first(home: Home) -> None:
    old = [unit("Opening of the meeting", "Ouverture", "X/2027/1"), replace(OTHER, document="X/2027/1")]
    store(home, [*old, unit("Other matters", "Divers", "Y/2028/1", Status.APPROVED)])
    here = Surroundings("Opening of the meeting", None, "X/2028/1")
    found = Lookup(home, "en", "fr").matches("Other matters", surroundings=here)
    assert [(m.kind, m.target) for m in found] == [
        (MatchKind.CONTEXT, "Questions diverses"),
        (MatchKind.EXACT, "Divers"),
    ]


def test_a_unit_with_two_french_targets_offers_both(home: Home) -> None:
    three = Unit((Variant("en", "Other matters"), Variant("fr-FR", "Questions diverses"), Variant("fr-CA", "Varia")))
    store(home, [three])
    assert [m.target for m in Lookup(home, "en", "fr").matches("Other matters")] == ["Questions diverses", "Varia"]
    assert [m.target for m in Lookup(home, "en", "fr-CA").matches("Other matters")] == ["Varia"]


SIXTH = unit("The sixth meeting was held on 9 March 2021.", "La sixième réunion s’est tenue le 9 mars 2021.")


def test_a_match_that_substitution_completes_comes_before_a_likelier_one(home: Home) -> None:
    store(home, [SIXTH, unit("The seventh meeting was not held on 8 June 2022.", "N’a pas eu lieu.")])
    found = Lookup(home, "en", "fr").matches("The seventh meeting was held on 8 June 2022.", threshold=60)
    assert [(m.kind, m.rate, m.offered) for m in found] == [
        (MatchKind.ADAPTED, 60, "La septième réunion s’est tenue le 8 juin 2022."),
        (MatchKind.FUZZY, 90, "N’a pas eu lieu."),
    ]
    assert [(w.kind, w.detail) for w in found[1].warnings] == [("negation", "− not")]


def test_a_match_that_substitution_completes_is_found_after_many_likelier_ones(home: Home) -> None:
    nearer = [
        unit(f"The seventh meeting was {word} held on 8 June 2022.", word)
        for word in ["not", "never", "hardly", "ever", "once"]
    ]
    store(home, [SIXTH, *nearer, unit("The seventh meeting was twice held on 8 June 2022.", "twice")])
    found = Lookup(home, "en", "fr").matches("The seventh meeting was held on 8 June 2022.", threshold=60)
    assert [(m.kind, m.rate) for m in found] == [(MatchKind.ADAPTED, 60)] + [(MatchKind.FUZZY, 90)] * 4


def test_a_superseded_unit_is_never_complete(home: Home) -> None:
    store(home, [replace(SIXTH, status=Status.SUPERSEDED)])
    found = Lookup(home, "en", "fr").matches("The seventh meeting was held on 8 June 2022.", threshold=50)
    assert [m.kind for m in found] == [MatchKind.FUZZY]


def test_names_come_from_units_of_the_memory(home: Home) -> None:
    store(home, [
        unit("The Working Group on Firearms met today in Vienna.",
             "Le Groupe de travail sur les armes à feu s’est réuni aujourd’hui à Vienne."),
        unit("Working Group on Asset Recovery", "Groupe de travail sur le recouvrement d’avoirs"),
    ])  # fmt: skip
    found = Lookup(home, "en", "fr").matches("The Working Group on Asset Recovery met today in Vienna.")
    assert found[0].offered == "Le Groupe de travail sur le recouvrement d’avoirs s’est réuni aujourd’hui à Vienne."


def test_the_habits_of_the_memory_decide_what_the_target_does_not_show(home: Home) -> None:
    store(home, [unit("Until July", "Jusqu’à fin de juillet"), unit("In July 2027", "Fin de juillet 2027")])
    found = Lookup(home, "en", "fr").matches("In August 2028")
    assert found[0].offered == "Fin d’août 2028"


def test_the_same_item_of_the_last_session_is_in_context_and_that_of_another_body_is_not(
    home: Home,
) -> None:
    store(home, [
        unit("Adoption of the report", "Adoption du rapport", "X/WG.1/2027/1", context="heading"),
        unit("It will adopt its report.", "Il adoptera son rapport.", "X/WG.1/2027/1", context="annotation"),
        unit("Adoption of the report", "Adoption du rapport", "X/WG.2/2028/1", context="heading"),
        unit("It will adopt its report.", "Elle adoptera son rapport.", "X/WG.2/2028/1", context="annotation"),
    ])  # fmt: skip
    here = Surroundings("Another sentence.", "And another.", "X/WG.1/2029/1", "text", "Adoption of the report")
    found = Lookup(home, "en", "fr").matches("It will adopt its report.", surroundings=here)
    assert [(m.kind, m.document) for m in found] == [
        (MatchKind.CONTEXT, "X/WG.1/2027/1"),
        (MatchKind.EXACT, "X/WG.2/2028/1"),
    ]


def test_of_equals_the_same_body_comes_first_but_not_before_a_better_status(home: Home) -> None:
    store(home, [
        unit("Other matters", "own", "X/WG.1/2027/1", date="2027-01-01"),
        unit("Other matters", "newer", "X/WG.2/2028/1", date="2028-01-01"),
        unit("Other matters", "approved", "X/WG.2/2026/1", Status.APPROVED, date="2026-01-01"),
    ])  # fmt: skip
    here = Surroundings("A", "B", "X/WG.1/2029/1")
    found = Lookup(home, "en", "fr").matches("Other matters", surroundings=here)
    assert [m.target for m in found] == ["approved", "own", "newer"]


def test_a_superseded_unit_never_wins_not_even_with_the_same_text(home: Home) -> None:
    store(home, [
        unit("Other matters", "Divers", status=Status.SUPERSEDED),
        unit("Other matter", "Autre question", status=Status.DRAFT),
    ])  # fmt: skip
    found = Lookup(home, "en", "fr").matches("Other matters", threshold=50)
    assert [(m.target, m.kind, m.score) for m in found] == [
        ("Autre question", MatchKind.FUZZY, 50),
        ("Divers", MatchKind.FUZZY, 90),
    ]
    assert found[1].adapted is None


def test_units_of_one_source_that_disagree_are_a_conflict_even_if_one_is_not_shown(
    home: Home,
) -> None:
    store(home, [unit("Other matters", "Divers", "A/1"), unit("Other matters", "Questions diverses", "B/1")])
    (best,) = Lookup(home, "en", "fr").matches("Other matters", limit=1)
    assert best.conflict is not None
    assert (best.target, best.conflict.target, best.conflict.document) == ("Divers", "Questions diverses", "B/1")


@pytest.mark.parametrize(
    "other",
    [
        unit("Other matters", "Questions  diverses.", "B/1"),
        unit("Other matters", "Divers", "B/1", Status.SUPERSEDED),
        unit("Other matter", "Divers", "B/1"),
    ],
    ids=["another mark", "superseded", "another source"],
)
def test_what_says_the_same_or_is_settled_is_no_conflict(home: Home, other: Unit) -> None:
    store(home, [replace(OTHER, document="A/1"), other])
    assert Lookup(home, "en", "fr").matches("Other matters", threshold=50)[0].conflict is None


CONTINUED = unit("Asset recovery (continued)", "Recouvrement d’avoirs (suite)", "A/1")


def test_a_continued_title_is_completed_from_the_title_as_the_memory_shows(home: Home) -> None:
    store(home, [CONTINUED, unit("Smuggling by sea", "Trafic par mer")])
    best = Lookup(home, "en", "fr").matches("Smuggling by sea (continued)")[0]
    assert (best.kind, best.offered) == (MatchKind.ADAPTED, "Trafic par mer (suite)")
    assert best.adapted is not None
    assert [(s.kind, s.source_to, s.target_to) for s in best.adapted.substitutions] == [
        ("continuation", "(continued)", "(suite)")
    ]


def test_a_continued_title_is_not_made_up_where_the_memory_shows_no_ending(home: Home) -> None:
    store(home, [unit("Smuggling by sea", "Trafic par mer")])
    (found,) = Lookup(home, "en", "fr").matches("Smuggling by sea (continued)", threshold=50)
    assert found.kind is MatchKind.FUZZY


def test_a_title_with_spaces_amid_it_is_split_in_a_time_that_grows_with_their_number() -> None:
    with at_most(1):
        assert split("a" + " " * 50_000 + "b  (continued) ", "en") == ("a" + " " * 50_000 + "b", "(continued)")
        assert split("a" + " " * 50_000 + "b", "en") == ("", "")
