"""Keeps a draft that somebody goes through: what is found in it, what was done about that, and the way back.

A draft is checked when it comes and after each repair. What a person does (repair, waive, settle) makes a new state on
top of the one before, so that undoing is going back by one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tmtool.checks.engine.waivers import Key, Waiver, key_of, together, waived
from tmtool.documents.reading import Segmentation
from tmtool.errors import InputError, UsageError
from tmtool.model import Finding
from tmtool.model.wording import Wording, say, say_number
from tmtool.present.report import Report
from tmtool.tasks.check import Checked
from tmtool.tasks.placing import editable
from tmtool.tasks.repairing import Repaired, repair, repair_one

MOST_STEPS = 500
"""How many states are kept to go back to."""
Settled = tuple[Key, int]
"""A finding that somebody has dealt with, by its key and its segment."""


@dataclass(frozen=True, slots=True)
class State:
    """A `State` is a draft at one moment: its content, what is found in it, what was accepted and settled, and what was
    done last."""

    content: bytes
    checked: Checked
    waivers: tuple[Waiver, ...] = ()
    settled: frozenset[Settled] = frozenset()
    done: Wording | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """An `Asked` says how a draft is checked: by what, between which languages, and which findings are accepted
    already."""

    recheck: Callable[[Path], Checked]
    segmentation: Segmentation
    target_language: str
    waivers: tuple[Waiver, ...]


@dataclass(eq=False)
class Draft:
    """A `Draft` is what somebody goes through: the file as it is now, and the states that led to it."""

    file: Path
    source: Path | None
    name: str
    asked: Asked
    states: list[State]
    is_editable: bool
    is_pasted: bool
    _guard: threading.Lock = field(default_factory=threading.Lock)

    @property
    def now(self) -> State:
        """Returns the present state."""
        return self.states[-1]

    @property
    def step(self) -> int:
        """Returns how many states there are: who acts on another one than the last sees something else."""
        return len(self.states)

    def open_findings(self) -> list[tuple[int, Finding]]:
        """Returns what is still to be looked at, each with its place among all findings."""
        return [
            (place, one)
            for place, one in enumerate(self.now.checked.findings)
            if not one.waived and (key_of(one), one.segment) not in self.now.settled
        ]

    def finding(self, place: int) -> Finding:
        """Returns a finding by its place. Raises UsageError if there is none."""
        findings = self.now.checked.findings
        if not 0 <= place < len(findings):
            raise UsageError(say("this finding is not there any more"), say("look at the draft as it is now"))
        return findings[place]

    def report(self) -> Report:
        """Returns what a report is made from."""
        return Report(
            self.file,
            self.source,
            self.now.checked,
            together(self.asked.waivers, self.now.waivers),
            self.asked.segmentation,
            self.name,
        )

    def act(self, step: int, do: Callable[[], State | None]) -> None:
        """Does something to the state that a person has seen; None stays as it is. Raises UsageError where it is
        another one by now, and what the deed raises."""
        with self._guard:
            if step != self.step:
                raise UsageError(
                    say("the draft has been changed in another window"), say("look at it as it is now, and do it again")
                )
            if len(self.states) >= MOST_STEPS:
                del self.states[1]
            new = do()
            if new is not None:
                self._write(new)
                self.states.append(new)

    def undo(self) -> None:
        """Goes back by one state. Raises UsageError where there is none before."""
        with self._guard:
            if self.step < 2:
                raise UsageError(say("there is nothing to undo"), say("nothing has been done yet"))
            self.states.pop()
            self._write(self.now)

    def _write(self, state: State) -> None:
        if self.file.read_bytes() != state.content:
            self.file.write_bytes(state.content)

    def repaired(self, finding: Finding) -> State:
        """Returns the draft with what a finding suggests. Raises UsageError where it cannot be made."""
        made = repair_one(
            self.file,
            self.now.checked,
            self._recheck(),
            finding,
            segmentation=self.asked.segmentation,
            target_language=self.asked.target_language,
        )
        if not made.made:
            reason = made.left[0].reason if made.left else say("there is nothing to put in its place")
            raise UsageError(say("this repair cannot be made here"), reason)
        return self._after(made, say("repaired"))

    def all_repaired(self) -> State:
        """Returns the draft with all certain repairs. Raises UsageError where there is none."""
        made = repair(
            self.file,
            self.now.checked,
            self._recheck(),
            segmentation=self.asked.segmentation,
            target_language=self.asked.target_language,
        )
        if not made.made:
            raise UsageError(say("no repair is certain"), say("go through the findings"))
        return self._after(made, say_number("{n} repair made", "{n} repairs made", len(made.made)))

    def _recheck(self) -> Callable[[Path], Checked]:
        return lambda path: _accepting(self.asked.recheck(path), (*self.asked.waivers, *self.now.waivers))

    def _after(self, made: Repaired, done: Wording) -> State:
        return replace(self.now, content=made.content, checked=made.after, done=done)

    def waiving(self, finding: Finding, reason: str, by: str) -> State:
        """Returns the draft with a finding accepted, wherever its words are. Raises UsageError without a reason."""
        if not reason.strip():
            raise UsageError(say("a waiver needs a reason"), say("write why this is right"))
        waiver = Waiver(key_of(finding), reason.strip(), by, datetime.now(UTC).date().isoformat())
        waivers = (*self.now.waivers, waiver)
        checked = _accepting(self.now.checked, waivers)
        return replace(self.now, checked=checked, waivers=waivers, done=say("waived"))

    def settling(self, finding: Finding) -> State:
        """Returns the draft with a finding settled: somebody has seen to it."""
        return replace(self.now, settled=self.now.settled | {(key_of(finding), finding.segment)}, done=say("settled"))


def _accepting(checked: Checked, waivers: tuple[Waiver, ...]) -> Checked:
    """Returns a check with what these waivers hold for marked."""
    return replace(checked, findings=tuple(waived(checked.findings, waivers)))


def checked_draft(
    file: Path,
    source: Path | None,
    name: str,
    recheck: Callable[..., Checked],
    waivers: tuple[Waiver, ...],
    *,
    is_pasted: bool,
) -> Draft:
    """Checks a draft for the first time, by `check` as it is to be asked about this source. A text that was pasted is
    taken line by line, in whatever language it seems to be. Raises TmtoolError."""
    segmentation: Segmentation = "lines" if is_pasted else "auto"
    found = _accepting(recheck(file, segmentation=segmentation, anyway=is_pasted), waivers)
    language = found.draft.target_language
    try:
        editable(file, language)
        is_editable = True
    except InputError:
        is_editable = False
    asked = Asked(partial(recheck, segmentation=segmentation, anyway=True), segmentation, language, waivers)
    return Draft(file, source, name, asked, [State(file.read_bytes(), found)], is_editable, is_pasted)
