"""Several processes that share the jobs of one give what it gives, whatever becomes of them."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest

from tmtool.checks.engine import registry
from tmtool.checks.engine.check import SegmentCheck
from tmtool.checks.engine.draft import Pair
from tmtool.checks.engine.preparing import prepare
from tmtool.checks.engine.processes import beside, both, possible, shared
from tmtool.model import Finding
from tmtool.model.wording import Wording
from tmtool.tasks.check import check
from tmtool.tasks.draft_terms import terms_of

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")

SAMPLES = Path(__file__).parents[2] / "samples"
HERE = os.getpid()
MANY = 20


Work = Callable[[int], tuple[int, bool]]


def told(number: int) -> tuple[int, bool]:
    """Gives its number, and whether this is the process of the test."""
    return number, os.getpid() == HERE


def jobs(work: Work) -> list[Callable[[], tuple[int, bool]]]:
    return [partial(work, number) for number in range(MANY)]


@pytest.fixture
def together(tmp_path: Path) -> Work:
    """Gives what `told` does, but lets this process go on from its second job only when the other has one, too."""

    def work(number: int) -> tuple[int, bool]:
        begun = tmp_path / "begun"
        if os.getpid() != HERE:
            begun.touch()
        while number and not begun.exists():
            os.sched_yield()
        return told(number)

    return work


def test_what_jobs_give_comes_in_their_order_from_whichever_process(together: Work) -> None:
    found = shared(jobs(together), 2)
    assert [number for number, _ in found] == list(range(MANY))
    assert {here for _, here in found} == {True, False}
    assert shared(jobs(told), 1) == [(number, True) for number in range(MANY)]


def test_four_processes_give_what_one_gives(tmp_path: Path) -> None:
    def work(number: int) -> tuple[int, int]:
        (tmp_path / str(os.getpid())).touch()
        while number and len(list(tmp_path.iterdir())) < 4:
            os.sched_yield()
        return number, os.getpid()

    found = shared([partial(work, number) for number in range(MANY)], 4)
    assert [number for number, _ in found] == list(range(MANY))
    assert len({process for _, process in found}) == 4


def test_what_a_process_that_died_has_not_told_is_done_again(together: Work) -> None:
    def work(number: int) -> tuple[int, bool]:
        found = together(number)
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    assert shared(jobs(work), 2) == [(number, True) for number in range(MANY)]


def test_what_cannot_be_sent_is_done_again(together: Work) -> None:
    def work(number: int) -> Callable[[], tuple[int, bool]]:
        _, here = together(number)
        return lambda: (number, here)

    found = shared([partial(work, number) for number in range(MANY)], 2)
    assert [one() for one in found] == [(number, True) for number in range(MANY)]


def test_an_error_is_raised_here_whichever_process_met_it(together: Work) -> None:
    def work(number: int) -> tuple[int, bool]:
        found = together(number)
        if number:
            raise LookupError(number)
        return found

    with pytest.raises(LookupError):
        shared(jobs(work), 2)


def test_an_interrupt_leaves_no_other_process(tmp_path: Path) -> None:
    def work(number: int) -> tuple[int, bool]:
        if not number:
            return told(number)
        if os.getpid() != HERE:
            (tmp_path / str(os.getpid())).touch()
            threading.Event().wait()
        while not any(tmp_path.iterdir()):
            os.sched_yield()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shared(jobs(work), 2)
    (other,) = tmp_path.iterdir()
    with pytest.raises(ProcessLookupError):
        os.kill(int(other.name), 0)


def test_a_job_is_done_beside_what_this_process_does_in_the_meantime() -> None:
    here: list[int] = []
    assert beside(lambda: (len(here), os.getpid() == HERE), lambda: here.append(1)) == (0, False)
    assert here == [1]


def test_what_both_processes_give_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def jobs() -> tuple[bool, bool]:
        return both(lambda: os.getpid() == HERE, lambda: os.getpid() == HERE)

    def fail() -> int:
        raise OSError

    assert jobs() == (False, True)
    monkeypatch.setattr(os, "fork", fail)
    assert jobs() == (True, True)


def test_a_job_beside_that_failed_is_done_again_here() -> None:
    def work() -> bool:
        if os.getpid() != HERE:
            raise LookupError
        return True

    assert beside(work, lambda: None)
    with pytest.raises(ZeroDivisionError):
        beside(lambda: 1 // 0, lambda: None)


def test_no_process_is_left_where_what_goes_on_meanwhile_fails(tmp_path: Path) -> None:
    def work() -> bool:
        (tmp_path / str(os.getpid())).touch()
        return threading.Event().wait()

    def fail() -> None:
        while not any(tmp_path.iterdir()):
            os.sched_yield()
        raise LookupError

    with pytest.raises(LookupError):
        beside(work, fail)
    (other,) = tmp_path.iterdir()
    with pytest.raises(ProcessLookupError):
        os.kill(int(other.name), 0)


def test_a_process_with_other_threads_is_not_forked() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert possible() == 1
    finally:
        end.set()
        thread.join()


def values(found: Iterable[Finding]) -> list[tuple[object, ...]]:
    """Returns all that is in findings, also how their messages can be said in another language."""
    return [(asdict(one), isinstance(one.message, Wording) and one.message.template) for one in found]


@pytest.mark.parametrize("bound", ["MANY", "_LONG"])
def test_a_long_draft_has_the_same_findings_by_one_process_and_by_two(
    monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    examples = [one.examples[0] for one in registry.all_checks()[::3] if isinstance(one, SegmentCheck)]
    pairs = [
        Pair(number, example.target, example.source)
        for number, example in enumerate((one for one in examples if one.flagged), 1)
        if (example.source_language, example.target_language) == ("en", "fr")
    ]
    draft = prepare(pairs, source_language="en", target_language="fr")
    monkeypatch.setattr(registry, bound, len(pairs))
    one, two = (registry.run_checks(draft, processes=processes) for processes in (1, 2))
    assert len(one) >= len(pairs) > 20
    assert values(one) == values(two)


@pytest.mark.parametrize(("pairs", "processes"), [(29, 1), (150, 2), (1199, 2), (1200, 3), (1600, 4), (9000, 4)])
def test_more_than_two_processes_share_only_a_draft_that_is_long_enough(
    monkeypatch: pytest.MonkeyPatch, pairs: int, processes: int
) -> None:
    asked: list[int] = []

    def count(jobs: Sequence[Callable[[], list[Finding]]], many: int) -> list[list[Finding]]:
        asked.append(many if len(jobs) > 2 else 1)
        return []

    monkeypatch.setattr(registry, "shared", count)
    draft = prepare(
        [Pair(number, "Point 1", "Item 1") for number in range(pairs)], source_language="en", target_language="fr"
    )
    registry.run_checks(draft, processes=4)
    assert asked == [processes]


def test_the_terms_that_another_process_finds_are_those_of_this_one() -> None:
    texts = [
        (
            "The International Criminal Police Organization (ICPO) met.",
            "L’Organisation internationale de police (OIPC).",
        ),
        ("Smuggling of migrants and firearms", "Trafic illicite de migrants et d’armes à feu"),
        ("Nothing of that.", "Rien de tout cela."),
    ]
    pairs = [Pair(number, target, source) for number, (source, target) in enumerate(texts, 1)]
    terms = terms_of(None, [source for source, _ in texts], [target for _, target in texts], "en", "fr")
    here: list[int] = []
    given = partial(prepare, pairs, source_language="en", target_language="fr", concepts=terms.concepts)
    alone, shared_out = given(), given(meanwhile=lambda: here.append(1))
    assert here == [1]
    assert any(pair.target_terms for pair in alone.pairs)
    assert alone.pairs == shared_out.pairs
    assert all(
        found.concept is other.concept
        for one, two in zip(alone.pairs, shared_out.pairs, strict=True)
        for found, other in zip(one.target_terms, two.target_terms, strict=True)
    )


def test_an_agenda_has_the_same_findings_by_one_process_and_by_two(monkeypatch: pytest.MonkeyPatch) -> None:
    english, french = (SAMPLES / f"agenda.{language}.txt" for language in ("en", "fr"))
    monkeypatch.setattr(registry, "MANY", 1)
    one, two = (check(english, french, home=None, processes=processes).findings for processes in (1, 2))
    assert any(found.check.startswith("document-") for found in one)
    assert values(one) == values(two)
