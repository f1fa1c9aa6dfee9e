"""Tests that what another process works out is what is worked out here, whatever becomes of that process."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

import pytest

from tmtool.store import beside
from tmtool.store.beside import Beside
from tmtool.store.differences import Differences, Text, differences

ASKED: tuple[list[Text], list[Text]] = (
    [("fr", "une trêve, une seule"), ("fr", "Le trafic"), ("en", "Le trafic")],
    [("fr", "la trêve, la seule"), ("fr", "Le trafic"), ("fr", "Le")],
)
LONG_S = 60

Asking = Beside[tuple[Sequence[Text], Sequence[Text]], Differences]


@pytest.fixture
def asking(monkeypatch: pytest.MonkeyPatch) -> Iterator[Asking]:
    """Gives one whose process runs, on a machine of one core too."""
    monkeypatch.setattr(beside, "_cores", lambda: 2)
    started = Beside(differences)
    yield started
    started.close()


def test_a_process_answers_what_is_answered_here_until_it_is_killed_and_then_that_is(asking: Asking) -> None:
    process = asking._process
    assert process is not None
    answers = [asking.ask(ASKED)() for _ in range(2)]
    waiting = asking.ask(ASKED)
    process.kill()
    process.wait(LONG_S)
    answers += [waiting(), asking.ask(ASKED)()]
    assert answers == [differences(ASKED)] * 4
    assert asking._process is None


def test_the_process_ends_with_the_program_that_asks_it(asking: Asking) -> None:
    process = asking._process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(LONG_S) == 0


def test_an_error_is_raised_here(asking: Asking) -> None:
    with pytest.raises(ValueError, match="zip"):
        asking.ask((ASKED[0], []))()


@pytest.mark.parametrize("executable", ["", "/no/such/python"])
def test_all_is_answered_here_where_no_process_can_be_started(executable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "_cores", lambda: 2)
    monkeypatch.setattr(sys, "executable", executable)
    assert Beside(differences).ask(ASKED)() == differences(ASKED)


def test_no_process_is_started_on_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda of: {0}, raising=False)
    assert Beside(differences)._process is None
