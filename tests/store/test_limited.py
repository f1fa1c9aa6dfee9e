"""A home that is limited to some memories answers as if there were no other, whatever it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.filling import store, store_concepts, unit
from tests.store.conftest import KINDS
from tmtool.errors import DatabaseError
from tmtool.matching.lookup import Lookup
from tmtool.model import Concept, Place, Status, Term
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.store.values import Part
from tmtool.tasks.concordance import concordance
from tmtool.tasks.lookup import Wanted
from tmtool.tasks.on_all_cores import answers
from tmtool.tasks.term_finding import TermFinder

OPEN = [
    unit("Report of the Working Group", "Rapport du Groupe de travail", document="A/1", date="2020-01-01"),
    unit("The meeting was held on 3 May 2029.", "La séance a eu lieu le 3 mai 2029.", document="A/1"),
    unit("Adoption of the report", "Adoption du rapport"),
]
SECRET = [
    unit("Report of the Working Group", "Rapport confidentiel du Groupe", document="B/9", date="2030-01-01"),
    unit("Report of the Working Party", "Rapport du parti", document="A/1", context="heading"),
    unit("The meeting was held on 4 June 2031.", "La séance a eu lieu le 4 juin 2031.", document="B/9"),
    unit("Adoption of the zygomorphic report", "Adoption du rapport zygomorphe"),
]
OPEN_CONCEPTS = [
    Concept("wg", (Term("Working Group", "en"), Term("Groupe de travail", "fr"))),
    Concept("report", (Term("report", "en"), Term("rapport", "fr")), contrasts=("wg",)),
]
SECRET_CONCEPTS = [
    Concept("wg", (Term("Working Group", "en"), Term("groupe secret", "fr")), contrasts=("report",)),
    Concept("hidden", (Term("adoption", "en"), Term("adoption cachée", "fr"))),
]


def fill(home: Home, *, index: bool, secrets: bool = True) -> None:
    """Stores what anybody may see and, before and after it, what not everybody may."""
    if secrets:
        store(home, SECRET[:2], memory="secret", index=index)
        store_concepts(home, SECRET_CONCEPTS[:1], memory="secret", path="s.tsv")
    store(home, OPEN, memory="open", index=index)
    store_concepts(home, OPEN_CONCEPTS)
    if secrets:
        store(home, SECRET[2:], memory="secret", path="b.tsv", index=index)
        store_concepts(home, SECRET_CONCEPTS, memory="secret", path="s.tsv")


def edited(home: Home, memory: str) -> int:
    """Corrects the last unit of a memory by hand; its number."""
    *_, (number, _, _) = home.units.texts("en", Part(memory=memory))
    with home.transaction():
        state = home.units.state(number)
        home.units.rewrite(number, state)
        home.history.record("edit", "units", number, before=state.content(), after=state.content())
    return number


Pair = tuple[Home, Home]


@pytest.fixture(
    params=[(kind, index) for kind in KINDS for index in (True, False)],
    ids=lambda param: f"{param[0]}-{'indexed' if param[1] else 'waiting'}",
    scope="module",
)
def homes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Yields what a limited home shows, and a home that has nothing else, for questions that change nothing."""
    kind, index = request.param
    places = (KINDS[kind](tmp_path_factory.mktemp(name)) for name in ("whole", "alone"))
    whole, alone = (open_home(place, create=True) for place in places)
    with whole, alone:
        fill(whole, index=index)
        fill(alone, index=index, secrets=False)
        with whole.limited_to(["open", "termbase", "unknown"]) as limited:
            yield limited, alone


QUESTIONS: dict[str, Callable[[Home], object]] = {
    "lookup": lambda home: Lookup(home, "en", "fr").matches("Report of the Working Group", threshold=50),
    "lookup of less": lambda home: Lookup(home, "en", "fr").matches("The meeting was held on 5 May 2029.", limit=1),
    "lookup of a hidden text": lambda home: Lookup(home, "en", "fr").matches("Adoption of the zygomorphic report"),
    "alike": lambda home: list(home.segments.alike("The meeting was held on 9 July 2000.", "en", most=1).values()),
    "similar": lambda home: [rate for _, rate in home.segments.similar("Report of the Working Party", "en", 30)],
    "similar by rate": lambda home: [
        (rate, len(found)) for rate, found in home.segments.by_rate("Report of the Working Party", "en", 30)
    ],
    "few of the similar": lambda home: next(home.segments.similar("Report of the Working Party", "en", 30))[1],
    "words": lambda home: [text for _, text in home.segments.with_words([["report"]], "en")],
    "beginnings": lambda home: [text for _, text in home.segments.with_words([["zyg"], ["repor"]], "en", begun=True)],
    "frequencies": lambda home: home.segments.frequencies(["report", "zygomorphic", "party", "of"], "en"),
    "texts of segments": lambda home: sorted(home.segments.texts(range(1, 50)).values()),
    "first texts": lambda home: home.segments.first_texts("en", 2),
    "waiting": lambda home: home.segments.waiting(),
    "with source": lambda home: [
        (pair.target, pair.memory) for pair in home.units.with_source(["Report of the Working Group"], "en", "fr")
    ],
    "translations": lambda home: home.units.translations(["Report of the Working Group"], "en", "fr"),
    "units with words": lambda home: len(home.units.with_words([["report"]], "en")),
    "newest": lambda home: list(home.units.newest("en", "fr", 2)),
    "all units": lambda home: list(home.units.read()),
    "units of a hidden memory": lambda home: list(home.units.read(memory="secret")),
    "units of a shared document": lambda home: list(home.units.read(document="A/1")),
    "texts": lambda home: [text for *_, text in home.units.texts("en", Part(), containing="Report")],
    "concordance": lambda home: [
        (line.pair.source, line.pair.target, line.target_span, line.confidence)
        for line in concordance(home, "report", language="en", other_language="fr")
    ],
    "terms": lambda home: TermFinder(home, "en").find("Adoption of the report of the Working Group"),
    "all concepts": lambda home: home.concepts.all(),
    "any concept": lambda home: home.concepts.any(),
    "a concept": lambda home: home.concepts.called("wg"),
    "a hidden concept": lambda home: home.concepts.called("hidden"),
    "contrasts": lambda home: home.concepts.in_contrast_to("report"),
    "concepts by term": lambda home: home.concepts.with_term("adoption", "en"),
    "memories": lambda home: home.sources.memories(),
    "a hidden memory": lambda home: home.sources.memory("secret"),
    "files": lambda home: [one.path for one in home.sources.files("secret")],
    "a hidden file": lambda home: home.sources.find("secret", "memory", "a.tsv"),
    "files called so": lambda home: len(home.sources.called("a.tsv")),
    "a hidden document": lambda home: home.sources.has_document("B/9"),
    "a shared document": lambda home: home.sources.has_document("A/1"),
    "extents": lambda home: [home.sources.extent(Part(memory=one)) for one in ("open", "secret")],
    "extent of a document": lambda home: home.sources.extent(Part(document="A/1")),
    "set aside": lambda home: (home.sources.aside(), home.sources.extent_aside(None)),
    "history": lambda home: home.history.since(),
    "history of a concept": lambda home: home.history.of_concept("wg"),
    "last bulk change": lambda home: home.history.last_action("replace"),
    "statistics": lambda home: home.statistics(),
}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_is_that_of_a_home_without_the_other_memories(homes: Pair, question: str) -> None:
    limited, alone = homes
    ask = QUESTIONS[question]
    assert plain(ask(limited)) == plain(ask(alone))


def plain(answer: object) -> object:
    """Returns an answer without the numbers by which one home knows what is in it."""
    if isinstance(answer, list | tuple) and not hasattr(answer, "_fields"):
        return [plain(one) for one in answer]
    if type(answer).__name__ == "Match":
        return [getattr(answer, name) for name in ("rate", "kind", "source", "target", "memory", "document")]
    return answer


def test_what_comes_before_and_after_a_unit_is_of_the_same_memories(home: Home) -> None:
    store(home, [unit(f"{one} line of text", f"ligne {one}", document="A/1") for one in "abc"], memory="open")
    store(home, [unit("x line", "ligne x", document="A/1")], memory="secret")
    (pair,) = home.units.with_source(["b line of text"], "en", "fr")
    assert home.passages.neighbours(pair) == ("a line of text", "c line of text")
    with home.limited_to(["secret"]) as limited:
        assert limited.passages.neighbours(pair) == (None, None)
        assert limited.passages.heading_above(pair) == ""
        assert limited.passages.around(pair, 5, "en", "fr") == ([], [])
        assert limited.passages.numbers(Place.of(pair)) == []
        (other,) = limited.units.with_source(["x line"], "en", "fr")
        assert limited.passages.numbers(Place.of(other)) == [other.unit]


def test_a_hidden_unit_is_asked_for_like_one_that_is_not_there(home: Home) -> None:
    fill(home, index=True)
    number = edited(home, "secret")
    with home.limited_to(["open"]) as limited:
        for one in (number, number + 1_000):
            with pytest.raises(LookupError) as caught:
                limited.units.state(one)
            assert str(caught.value) == f"there is no unit {one}"
            assert limited.units.pair(one, "en", "fr") is None
            assert limited.history.last("units", one) is None
        with pytest.raises(LookupError, match="there is no concept 'hidden'"):
            limited.concepts.is_edited("hidden")
        with pytest.raises(LookupError):
            limited.history.line(1)


def test_changes_are_shown_of_what_is_shown(home: Home) -> None:
    fill(home, index=True)
    edited(home, "secret")
    shown = edited(home, "open")
    with home.limited_to(["open"]) as limited:
        assert [line.number for line in limited.history.since()] == [shown]
        assert [line.number for line in limited.history.since(limit=1)] == [shown]


def test_everything_that_a_limited_home_holds_is_of_its_memories(home: Home) -> None:
    fill(home, index=True)
    with home.transaction():
        line = home.history.record("forget", "memories", 0, before={"memory": "secret"})
        home.sources.set_aside(Part(memory="secret", source="b.tsv"), lambda _: line)
    with home.limited_to(["open"]) as limited:
        told = repr([(table, list(rows)) for table, rows in limited.contents()])
        assert limited.size() == sum(len(one.text.encode()) for given in OPEN for one in given.variants)
    assert "Working Group" in told
    assert not any(word in told for word in ("secret", "zygomorph", "confidentiel", "B/9", "Party", "cachée"))


def test_a_home_limited_to_nothing_is_empty(home: Home) -> None:
    fill(home, index=True)
    with home.limited_to([]) as limited:
        assert not limited.sources.memories()
        assert not Lookup(limited, "en", "fr").matches("Report of the Working Group", threshold=30)
        assert limited.statistics().languages == {}


def test_a_limited_home_is_limited_further_only(home: Home) -> None:
    fill(home, index=True)
    with home.limited_to(["open"]) as limited, limited.limited_to(["secret", "open"]) as further:
        assert further.memories == frozenset({"open"})
        assert further.sources.memories() == ["open"]
    assert home.memories is None


def test_names_of_memories_may_hold_whatever_sign(home: Home) -> None:
    name = "l'éqipe {whole} % \" x"
    store(home, OPEN, memory=name)
    store(home, SECRET, memory="secret")
    with home.limited_to([name]) as limited:
        assert limited.sources.memories() == [name]
        assert len(list(limited.units.read())) == len(OPEN)


def test_what_is_stored_and_removed_later_shows_and_goes(home: Home) -> None:
    fill(home, index=True)
    with home.limited_to(["open", "later"]) as limited:
        lookup = Lookup(limited, "en", "fr")
        assert not lookup.matches("A quite new sentence")
        store(home, [unit("A quite new sentence", "Une phrase nouvelle")], memory="later", index=False)
        assert [match.rate for match in lookup.matches("A quite new sentence")] == [100]
        with home.transaction():
            home.sources.rename("later", "other")
        assert not lookup.matches("A quite new sentence")


def test_a_limited_home_cannot_be_changed(home: Home) -> None:
    fill(home, index=False)
    number = edited(home, "open")
    with home.limited_to(["open"]) as limited:
        for change in (
            limited.transaction,
            limited.rehearsal,
            limited.trial,
            limited.tables,
            limited.faults,
            limited.backups,
            limited.purge_is_left,
            limited.complete_purge,
            lambda: limited.purge(None),
            lambda: limited.answered("SELECT 1"),
            lambda: limited.show_pair("en", "fr"),
            lambda: limited.back_up(Path("x")),
            lambda: limited.restore(Path("x")),
            lambda: limited.remember_backup(Path("x")),
            lambda: limited.drop_backup(Path("x")),
            lambda: limited.fill(()),
        ):
            with pytest.raises(DatabaseError, match="only some memories"):
                change()
        state = limited.units.state(number)
        for group_change in (
            lambda: limited.units.rewrite(number, state),
            lambda: limited.units.set_status(number, Status.DRAFT, ""),
            lambda: limited.history.record("edit", "units", number),
            lambda: limited.sources.weigh("open", 1, 1),
            lambda: limited.concepts.add(OPEN_CONCEPTS[0]),
            lambda: limited.segments.index_anew(),
        ):
            with pytest.raises(DatabaseError):
                group_change()
    assert home.units.state(number) == state


def test_other_processes_are_limited_too(home: Home) -> None:
    fill(home, index=True)
    with home.limited_to(["open"]) as limited:
        (answer,) = answers(limited, Wanted(threshold=50), ["Report of the Working Group"])
        assert {match.memory for match in answer.matches} == {"open"}
