"""A home is read by several threads at once, while another program writes in it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.filling import store, store_concepts, unit
from tmtool.matching.lookup import Lookup
from tmtool.model import Concept, Match, Occurrence, Status, Term
from tmtool.store import open_home
from tmtool.store.home import Home
from tmtool.tasks.concordance import ConcordanceLine, concordance
from tmtool.tasks.term_finding import TermFinder, recogniser_for

THREADS = 8
QUERIES = [f"The {nth} meeting of the Working Group was held on {day} June 2030." for nth in ("first", "third", "tenth")
           for day in range(1, 13)]  # fmt: skip
PHRASES = ("working group", "smuggling of migrants", "meeting", "report*")


@pytest.fixture
def home(home: Home) -> Home:
    """Returns a memory of some hundred units, a part of them not indexed, and a term base."""
    units = [
        unit(f"The {nth} meeting of the Working Group was held on {day} May 2029.", f"La {nth} séance, {day} mai 2029.")
        for nth in ("first", "second", "third")
        for day in range(1, 29)
    ]
    units += [unit(f"Report {n} on smuggling of migrants", f"Rapport {n} sur le trafic de migrants") for n in range(40)]
    store(home, units)
    waiting = [unit(f"The Working Group reports on item {n}.", f"Le Groupe, point {n}.") for n in range(20)]
    store(home, waiting, path="b", index=False)
    store_concepts(
        home,
        [
            Concept("wg", (Term("Working Group", "en"), Term("Groupe de travail", "fr", gender="m"))),
            Concept("som", (Term("smuggling of migrants", "en"), Term("trafic illicite de migrants", "fr"))),
        ],
    )
    return home


Answers = tuple[list[tuple[Match, ...]], list[list[ConcordanceLine]], list[tuple[Occurrence, ...]]]


def answers(home: Home, lookup: Lookup, finder: TermFinder) -> Answers:
    """Returns lookups and terms of every query, and the lines of every phrase."""
    return (
        [lookup.matches(query, threshold=60) for query in QUERIES],
        [concordance(home, phrase, language="en", other_language="fr") for phrase in PHRASES],
        [finder.find(query) for query in QUERIES]
        + [recogniser_for(home, [query], "en").find(query) for query in QUERIES[:2]],
    )


def asking(home: Home) -> Callable[[], Answers]:
    """Returns the work of a thread that has nothing but the home in common with others."""
    return lambda: answers(home, Lookup(home, "en", "fr"), TermFinder(home, "en"))


def with_writer(place: str, work: Callable[[], list[Answers]]) -> list[Answers]:
    """Returns what the work gives while another thread writes in the same place, by a home of its own: other words,
    which change no answer."""
    ended = threading.Event()

    def write() -> int:
        written = 0
        with open_home(place) as own:
            while not ended.is_set() or not written:
                strange = [unit(f"Zorb {written} quux{n}", f"Gluk {written} blip{n}") for n in range(5)]
                store(own, strange, path="strange", index=written % 2 == 0)
                written += 1
        return written

    with ThreadPoolExecutor(1) as writer:
        writing = writer.submit(write)
        try:
            found = work()
        finally:
            ended.set()
        assert writing.result() > 0
    return found


def test_eight_threads_get_the_answers_of_one_while_another_program_writes(home: Home, place: str) -> None:
    alone = asking(home)()
    assert all(answer for kind in alone for answer in kind)

    def work() -> list[Answers]:
        with ThreadPoolExecutor(THREADS) as pool:
            return [one.result() for one in [pool.submit(asking(home)) for _ in range(2 * THREADS)]]

    assert with_writer(place, work) == [alone] * 2 * THREADS


def test_threads_may_share_a_lookup_and_a_finder_of_terms_too(home: Home, place: str) -> None:
    alone = asking(home)()
    lookup, finder = Lookup(home, "en", "fr"), TermFinder(home, "en")

    def work() -> list[Answers]:
        with ThreadPoolExecutor(THREADS) as pool:
            shared = [pool.submit(answers, home, lookup, finder) for _ in range(THREADS)]
            return [one.result() for one in shared]

    assert with_writer(place, work) == [alone] * THREADS


def test_threads_write_one_after_the_other(home: Home) -> None:
    before = home.statistics().statuses[Status.TRANSLATED]

    def write(number: int) -> None:
        store(home, [unit(f"Text {number} of a thread", f"Texte {number}")], path=f"thread {number}")

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(write, range(2 * THREADS)))
    assert home.statistics().statuses[Status.TRANSLATED] == before + 2 * THREADS
    assert home.segments.waiting() == 0
    assert home.faults() == []


def test_a_transaction_is_of_the_thread_that_opened_it(home: Home) -> None:
    before = len(list(home.units.read()))
    with ThreadPoolExecutor(1) as pool, home.rehearsal():
        writer = home.sources.replace_units("default", "c", "table", "0")
        writer.add(unit("Not yet", "Pas encore"))
        writer.finish()
        assert len(list(home.units.read())) == before + 1
        assert pool.submit(lambda: len(list(home.units.read()))).result() == before


def test_closing_a_home_ends_what_its_threads_have_opened(home: Home) -> None:
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: home.concepts.any(), range(4)))
        home.close()
        home.close()
