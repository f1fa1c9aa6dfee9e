"""What do the finite verbs of a text say of time? Each language reads it from its own forms; a check compares them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tmtool.model import Span


class Time(StrEnum):
    """A `Time` is what a verb says of when a thing is. `PLANNED` is what is to come by a plan, in the present: is
    scheduled to start; `DONE` what may be a past or a participle, `OTHER` what may, should or would be, and what the
    form leaves open."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    PLANNED = "planned"
    DONE = "done"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A `VerbGroup` is a finite verb with its auxiliaries at `span`; `main` is where the word is that says what is
    done; `may_come` is True for a past that may be to come by a word before: when that time has elapsed; `goes_on` for
    a present that is not over by its form: is consulting; `is_rule` for a state to come that a rule makes so, which may
    be told in the present: will be open to all members."""

    span: Span
    main: Span
    time: Time
    may_come: bool = False
    goes_on: bool = False
    is_rule: bool = False
