"""Tests which segments of a home answer a question: similar to a text, alike but for values, with some words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.filling import store, unit
from tests.store.test_units import emptied
from tmtool.model import Status, Unit, Variant
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.keys import skeleton_key
from tmtool.store.values import Part
from tmtool.text.tokens import tokens

WORDS = ["the", "of", "report", "Group", "agenda", "7", "(", ".", "migrants", "session", "理事会", "（", "Ａ"]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
TEXTS = ("Smuggling of migrants", "Migrants who were smuggled", "L’été des migrants-là", "Other matters")


def fill(home: Home, *some: str, path: str = "a", index: bool = True) -> None:
    """Makes these the English texts that a file gives."""
    store(home, [unit(text, text.upper()) for text in some], path=path, index=index)


def named(home: Home, found: Iterator[tuple[int, int]]) -> list[tuple[str, int]]:
    """Returns (text, rate) in place of (segment, rate)."""
    return [(home.units.of_segments([segment], "en", "fr")[0].source, rate) for segment, rate in found]


def textbook_rate(one: str, other: str) -> int:
    """Returns the rate by the textbook's recursion, on tokens alone."""
    x, y = tokens(one), tokens(other)
    row = list(range(len(y) + 1))
    for i, left in enumerate(x, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(y, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (left != right))
    longest = max(len(x), len(y))
    return 100 * (longest - row[-1]) // longest


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    indexed=st.lists(texts, max_size=15),
    waiting=st.lists(texts, max_size=5),
    query=texts,
    threshold=st.sampled_from([1, 50, 60, 70, 85, 100]),
)
def test_what_is_similar_is_what_a_scan_of_everything_finds(
    shared_home: Home, indexed: list[str], waiting: list[str], query: str, threshold: int
) -> None:
    home = emptied(shared_home)
    fill(home, *indexed, path="a")
    fill(home, *waiting, path="b", index=False)
    found = list(home.segments.similar(query, "en-GB", threshold))
    rates = {text: textbook_rate(query, text) for text in (*indexed, *waiting)}
    assert dict(named(home, iter(found))) == {text: rate for text, rate in rates.items() if rate >= threshold}
    assert found == sorted(found, key=lambda one: (-one[1], one[0]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    indexed=st.lists(texts, min_size=1, max_size=8),
    waiting=st.lists(texts, max_size=3),
    new=st.lists(st.one_of(texts, st.integers(0, 10)), min_size=11, max_size=11),
    query=texts,
    threshold=st.sampled_from([1, 50, 70, 100]),
)
def test_texts_that_are_corrected_together_are_found_by_what_they_say_now(
    shared_home: Home, indexed: list[str], waiting: list[str], new: list[str | int], query: str, threshold: int
) -> None:
    home = emptied(shared_home)
    fill(home, *indexed, path="a")
    fill(home, *waiting, path="b", index=False)
    before = {unit: text for unit, _, text in home.units.texts("en", Part())}
    texts = list(before.values())
    # Some get the text that another one has now, which may be corrected itself.
    after = {
        unit: texts[wanted % len(texts)] if isinstance(wanted, int) else wanted
        for unit, wanted in zip(before, new, strict=False)
    }
    states = home.units.states(list(before))
    with home.transaction():
        home.units.rewrite_all(
            [
                (unit, state._replace(variants=(state.variants[0]._replace(text=after[unit]),)))
                for unit, state in zip(before, states, strict=True)
            ]
        )
    assert {unit: text for unit, _, text in home.units.texts("en", Part())} == after
    for _ in range(2):
        found = list(home.segments.similar(query, "en", threshold))
        rates = {text: textbook_rate(query, text) for text in after.values()}
        assert dict(named(home, iter(found))) == {text: rate for text, rate in rates.items() if rate >= threshold}
        assert len(found) == len(set(found))
        asked = query.split()[0]
        with_words = {text for _, text in home.segments.with_words([[asked]], "en")}
        assert with_words == {text for text in after.values() if asked in text.split() and asked[0].isalnum()}
        alike = home.segments.alike(query, "en").values()
        assert set(alike) == {
            text for text in after.values() if skeleton_key(text, "en") == skeleton_key(query, "en") is not None
        }
        assert home.faults() == []
        home.segments.index()


def test_a_word_that_no_segment_has_does_not_hide_a_match(home: Home) -> None:
    fill(home, "Opening of the seventh meeting")
    found = named(home, home.segments.similar("Opening of the eighth meeting", "en", 70))
    assert found == [("Opening of the seventh meeting", 80)]


def test_segments_of_another_language_are_not_similar(home: Home) -> None:
    store(home, [Unit((Variant("fr-CA", "Introduction"), Variant("es", "Prólogo")))])
    assert list(home.segments.similar("Introduction", "en", 70)) == []
    assert [rate for _, rate in home.segments.similar("Introduction", "fr", 70)] == [100]


def test_a_query_without_tokens_is_similar_to_nothing(home: Home) -> None:
    fill(home, "A text")
    assert list(home.segments.similar("  ", "en", 50)) == []


@pytest.mark.parametrize("index", [True, False], ids=["indexed", "waiting"])
def test_what_differs_in_values_a_label_or_the_final_mark_is_alike(home: Home, index: bool) -> None:
    fill(home, "The panel met on 3 May", "(a) The panel met on 12 June 2024.", "The board met on 3 May", index=index)
    assert list(home.segments.alike("The panel met on 4 May", "en").values()) == [
        "(a) The panel met on 12 June 2024.", "The panel met on 3 May",
    ]  # fmt: skip
    assert list(home.segments.alike("The panel met on 4 May", "en", most=1).values()) == [
        "(a) The panel met on 12 June 2024."
    ]
    assert home.segments.alike("12", "en") == {}


@pytest.mark.parametrize("index", [True, False], ids=["indexed", "waiting"])
def test_texts_of_values_alone_are_alike(home: Home, index: bool) -> None:
    fill(home, "3 May 2024", "The panel met on 3 May", "7 May", "12", index=index)
    for _ in range(2):
        assert list(home.segments.alike("12 June 2025", "en").values()) == ["7 May", "3 May 2024"]
        assert list(home.segments.alike("12 June 2025", "en", most=1).values()) == ["7 May"]


def held(home: Home, *wanted: list[str], begun: bool = False) -> list[str]:
    return [text for _, text in home.segments.with_words(wanted, "en", begun=begun)]


@pytest.mark.parametrize("index", [True, False], ids=["indexed", "waiting"])
class TestWords:
    """`TestWords` are the words of TEXTS, whether they are indexed or wait for it."""

    @pytest.fixture(autouse=True)
    def filled(self, home: Home, index: bool) -> None:
        fill(home, *TEXTS, index=index)

    def test_all_groups_must_be_there_each_by_one_of_its_phrases(self, home: Home) -> None:
        assert held(home, ["migrants"], ["smuggling", "smuggled"]) == [TEXTS[1], TEXTS[0]]
        assert held(home, ["migrants"], ["matters"]) == []

    def test_neither_case_nor_accents_nor_order_matter_and_a_phrase_may_have_several_words(self, home: Home) -> None:
        assert held(home, ["l'ete"]) == [TEXTS[2]]
        assert held(home, ["MIGRANTS-LÀ"]) == [TEXTS[2]]
        assert held(home, ["migrants smuggling"]) == [TEXTS[0]]

    def test_the_last_word_may_be_begun(self, home: Home) -> None:
        assert held(home, ["other matt"], begun=True) == [TEXTS[3]]
        assert held(home, ["other matt"]) == []

    def test_what_has_no_word_is_held_by_nothing(self, home: Home) -> None:
        assert held(home, ["…"]) == []
        assert held(home) == []
        assert held(home, ["migrants"], ['"*']) == []

    def test_words_are_found_as_their_language_finds_them(self, home: Home, index: bool) -> None:
        some = {"zh": "安全理事会的报告", "ar": "وقرر مجلس الأمْن", "es": "Las niñas", "ru": "Совета Безопасности"}
        units = [Unit((Variant(tag, text), Variant("en", f"In {tag}"))) for tag, text in some.items()]
        store(home, units, path="six", index=index)
        for tag, phrase in (("zh", "理事会"), ("ar", "الأمن"), ("es", "NINAS"), ("ru", "совета")):
            assert [text for _, text in home.segments.with_words([[phrase]], tag)] == [some[tag]]
        assert not list(home.segments.with_words([["会议"]], "zh"))

    def test_frequencies_are_those_of_the_language(self, home: Home) -> None:
        found = home.segments.frequencies(["migrants", "Smuggled", "sea"], "en")
        assert found == {"migrants": 3, "Smuggled": 1, "sea": 0}
        assert home.segments.frequencies(["smuggled"], "es") == {"smuggled": 0}

    def test_the_first_texts_are_those_stored_first(self, home: Home) -> None:
        assert home.segments.first_texts("en", 2) == [TEXTS[0], TEXTS[1]]

    def test_texts_are_had_by_the_numbers_of_segments(self, home: Home) -> None:
        found = dict(home.segments.with_words([["migrants"]], "en"))
        assert home.segments.texts([*found, 10_000]) == found
        assert home.segments.texts([]) == {}


def test_units_with_words_come_newest_first_of_one_day_the_most_trusted(home: Home) -> None:
    kinds = [("2020", Status.APPROVED), ("2024", Status.TRANSLATED), ("2024", Status.APPROVED), ("", Status.APPROVED)]
    store(home, [unit("A word", "Un mot", date=date, status=status) for date, status in kinds])
    store(home, [unit("A word", "Un mot", date="2024", status=Status.DRAFT)], memory="trusted")
    with home.transaction():
        home.sources.weigh("trusted", penalty=0, trust=90)
    pairs = {one.unit: one for one in home.units.with_source(["A word"], "en", "fr")}
    found = [pairs[number] for number, _ in home.units.with_words([["word"]], "en")]
    assert [(one.date, one.status) for one in found] == [("2024", Status.DRAFT), kinds[2], kinds[1], kinds[0], kinds[3]]


def test_a_unit_that_has_a_text_twice_comes_once(home: Home) -> None:
    store(home, [Unit((Variant("en-GB", "A word"), Variant("en-US", "A word"), Variant("fr", "Un mot")))])
    assert len(home.units.with_words([["word"]], "en")) == 1


def answers(home: Home) -> tuple[object, ...]:
    migrants, matters = [["migrants"]], [["other matt"]]
    return (
        list(home.segments.with_words(migrants, "en")),
        list(home.segments.with_words(matters, "en", begun=True)),
        home.units.with_words(migrants, "en"),
        home.units.with_words([["l'ete"]], "fr"),
        home.segments.frequencies(["migrants", "Smuggled", "été", "nothing"], "en"),
        list(home.segments.similar("Smuggling of the migrants", "en", 60)),
        home.segments.alike("Other matters.", "en"),
    )


def test_segments_that_wait_are_found_as_those_that_are_indexed(home: Home) -> None:
    fill(home, *TEXTS[:2], path="a")
    fill(home, *TEXTS[1:], path="b", index=False)
    waiting = answers(home)
    home.segments.index()
    assert home.segments.waiting() == 0
    assert answers(home) == waiting
    home.segments.index_anew()
    assert answers(home) == waiting


def test_few_segments_may_be_left_waiting(home: Home) -> None:
    fill(home, *TEXTS, index=False)
    waiting = home.segments.waiting()
    home.segments.index(more_than=waiting)
    assert home.segments.waiting() == waiting


def test_how_far_indexing_has_come_is_told(home: Home) -> None:
    told: list[tuple[int, int]] = []
    fill(home, *TEXTS, index=False)
    waiting = home.segments.waiting()
    home.segments.index(lambda done, expected: told.append((done, expected)))
    assert told[-1:] == ([(waiting, waiting)] if waiting else [])
    home.segments.index_anew(lambda done, expected: told.append((done, expected)))
    assert told[-1] == (8, 8)


def test_what_changes_while_it_waits_is_found_as_it_is_now_by_everybody(home: Home, place: str) -> None:
    steps = (
        [("a", TEXTS)],
        [("a", TEXTS[:1])],
        [("b", ["Other migrants"])],
        [("b", []), ("c", ["The sea"])],
        [("a", [TEXTS[1]])],
    )
    with open_home(place) as other:
        for step in steps:
            for file, some in step:
                fill(home, *some, path=file, index=False)
            there = [one.variants[0].text for _, one in home.units.read()]
            wanted = sorted(text for text in there if "migrants" in text.casefold())
            for asked in (home, other):
                assert sorted(text for _, text in asked.segments.with_words([["migrants"]], "en")) == wanted
        home.segments.index()
        assert [text for _, text in other.segments.with_words([["migrants"]], "en")] == [TEXTS[1]]
    assert home.faults() == []


def test_what_is_indexed_while_it_is_asked_for_comes_once(home: Home, place: str) -> None:
    fill(home, *TEXTS, index=False)
    with open_home(place) as other:
        found = other.segments.with_words([["migrants"]], "en")
        first = next(found)
        home.segments.index()
        assert [text for _, text in (first, *found)] == [TEXTS[2], TEXTS[1], TEXTS[0]]


def test_segments_of_a_file_alone_are_those_that_no_other_has(home: Home) -> None:
    fill(home, *TEXTS[:2], path="a")
    fill(home, *TEXTS[1:], path="b")
    own = home.segments.only_of(home.sources.called("a"))
    assert [one.source for one in home.units.of_segments(sorted(own), "en", "fr")] == [TEXTS[0]]
    assert home.segments.only_of(frozenset()) == frozenset()


@pytest.mark.parametrize("index", [True, False])
def test_a_text_with_spaces_in_a_row_is_no_longer_for_them(home: Home, index: bool) -> None:
    store(home, [unit("one   two    three  four", "x"), unit("one one one one", "y")], index=index)
    assert [rate for _, rate in home.segments.similar("one two three four five", "en", 80)] == [80]
    assert [rate for _, rate in home.segments.similar("one one one one one", "en", 80)] == [80]
